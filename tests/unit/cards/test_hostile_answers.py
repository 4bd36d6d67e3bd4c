"""Whatever a card answers, the reader ends with a card or with an error that says what is wrong."""

from __future__ import annotations

import pytest

from kanta_desk.practice.card_dialect import CITIZEN_4_0, COSMO_X
from tests.helpers.hostile import trials, unconfirmed_pins

_THERE, _GONE = bytes.fromhex("63C5"), bytes.fromhex("6A88")
_STATUS, _GIVEN = bytes.fromhex("00200003"), bytes.fromhex("002000030431323334")


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
@pytest.mark.parametrize("seed", range(4))
def test_hostile_answers_end_in_errors_of_ours_and_cost_no_unconfirmed_pin(seed: int) -> None:
    *_, tally = trials(seed, 250)
    assert tally.crashes == []
    assert tally.unconfirmed == 0
    assert tally.refused


def test_the_look_out_for_unconfirmed_pins_finds_them() -> None:
    asked = [(_STATUS, _THERE), (_GIVEN, b"\x90\x00")]
    assert unconfirmed_pins(asked) == unconfirmed_pins(asked, COSMO_X) == 0
    assert unconfirmed_pins(asked[1:]) == 1
    assert unconfirmed_pins([(_STATUS, _GONE), asked[1]]) == 1
    assert unconfirmed_pins(asked, CITIZEN_4_0) == 1
