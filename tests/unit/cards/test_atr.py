"""The answer to reset: real ones taken apart, and anything at all survived."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.cards.atr import parse_atr
from kanta_desk.errors import CardAnswerBad

_IDEMIA = "3BDD96008031FE450031B8640429ECC1739401808349"


@pytest.mark.parametrize(
    ("atr", "historical", "protocols"),
    [
        (_IDEMIA, "0031B8640429ECC17394018083", (0, 1)),
        (_IDEMIA[:-4] + "8248", "0031B8640429ECC17394018082", (0, 1)),
        (
            "3BDF96008031FE450031B8640429ECC173940180829000DA",
            "0031B8640429ECC173940180829000",
            (0, 1),
        ),
        (
            "3B7F96000080 31B865B085050011122460829000".replace(" ", ""),
            "8031B865B085050011122460829000",
            (0,),
        ),
        ("3B8980010031B8640429ECC173940180837F", "0031B8640429ECC173", (0, 1)),
        ("3B00", "", (0,)),
    ],
)
def test_the_historical_bytes_of_real_cards_are_found(
    atr: str, historical: str, protocols: tuple[int, ...]
) -> None:
    read = parse_atr(bytes.fromhex(atr))
    assert read.historical.hex().upper() == historical
    assert read.protocols == protocols


@pytest.mark.parametrize("cut", range(0, 21))
def test_an_atr_that_breaks_off_is_refused(cut: int) -> None:
    with pytest.raises(CardAnswerBad):
        parse_atr(bytes.fromhex(_IDEMIA)[:cut])


@given(st.binary(max_size=64))
def test_any_bytes_give_an_atr_or_a_refusal(data: bytes) -> None:
    try:
        read = parse_atr(data)
    except CardAnswerBad:
        return
    assert read.historical in data
    assert len(read.historical) <= 15
    assert read.protocols


@given(st.binary(min_size=1, max_size=40))
def test_bytes_that_begin_as_an_atr_are_survived_too(data: bytes) -> None:
    try:
        parse_atr(b"\x3b" + data)
    except CardAnswerBad:
        return
    assert len(data) < 33
