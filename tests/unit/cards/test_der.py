"""DER from a card: exact lengths, and nothing that a hostile card could win."""

from __future__ import annotations

import pytest
from asn1crypto.core import OctetString
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.cards.der import MAX_FILE, total_length
from kanta_desk.errors import CardAnswerBad


@given(st.integers(0, 8000))
def test_the_length_of_an_element_is_that_of_an_independent_writer(size: int) -> None:
    written = OctetString(bytes(size)).dump()
    assert total_length(written[:4]) == len(written)


@given(st.binary(max_size=8))
def test_any_header_gives_a_bounded_length_or_a_refusal(header: bytes) -> None:
    try:
        length = total_length(header)
    except CardAnswerBad:
        return
    assert 2 <= length <= MAX_FILE + 4


@pytest.mark.parametrize(
    "header",
    ["", "30", "3080", "3081", "308205", "30817F", "30820080", "3083010000", "3082FFFF", "1F8100"],
)
def test_lengths_that_der_or_the_limit_forbids_are_refused(header: str) -> None:
    with pytest.raises(CardAnswerBad):
        total_length(bytes.fromhex(header))
