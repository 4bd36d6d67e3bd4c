"""PINs: what is refused before the card is asked, how tries are spent, and that nothing remains."""

from __future__ import annotations

import traceback

import pytest

from kanta_desk.cards import pin
from kanta_desk.cards.apdu import Answer
from kanta_desk.cards.profile import PinRule
from kanta_desk.errors import (
    CardAnswerBad,
    CardError,
    PinBlocked,
    PinError,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinWrong,
)
from kanta_desk.practice.card import SoftwareCard
from tests.helpers.cards import ScriptedConnection, connected, fresh_card, issued, sign_challenge

_MESSAGE = b"message"


def _give(card: SoftwareCard, digits: str, *, last: bool = False) -> None:
    sign_challenge(connected(card), bytearray(digits.encode()), _MESSAGE, use_last_tries=last)


@pytest.mark.parametrize("digits", ["", "123", "1" * 17, "12a4", "1234\0\0", "１２３４", " 1234"])
def test_what_is_no_pin_is_refused_before_anything_is_sent(digits: str) -> None:
    card = ScriptedConnection([])
    buffer = bytearray(digits.encode())
    with pytest.raises(PinFormat):
        sign_challenge(card, buffer, _MESSAGE)
    assert not card.sent
    assert not any(buffer)


def test_more_digits_than_the_card_takes_are_refused_before_it_is_given_any() -> None:
    card = fresh_card()
    buffer = bytearray(b"123456789")
    with pytest.raises(PinFormat) as told:
        sign_challenge(connected(card), buffer, _MESSAGE)
    assert told.value.fields["digits"] == "4–8"
    assert card.tries_left() == 5
    assert not any(buffer)


def test_a_wrong_pin_costs_exactly_one_try_and_says_how_many_are_left() -> None:
    card = fresh_card()
    with pytest.raises(PinWrong) as told:
        _give(card, "9999")
    assert told.value.tries_left == card.tries_left() == 4


def test_the_right_pin_gives_all_tries_back() -> None:
    card = fresh_card()
    with pytest.raises(PinWrong):
        _give(card, "9999")
    _give(card, "1234")
    assert card.tries_left() == 5


def test_the_last_two_tries_are_kept_unless_the_holder_says_so() -> None:
    card = fresh_card()
    for left in (4, 3, 2):
        with pytest.raises(PinWrong):
            _give(card, "9999")
        assert card.tries_left() == left
    with pytest.raises(PinLastTries) as told:
        _give(card, "1234")
    assert told.value.tries_left == card.tries_left() == 2
    _give(card, "1234", last=True)
    assert card.tries_left() == 5


def test_the_last_try_of_all_blocks_and_nothing_is_sent_afterwards() -> None:
    card = fresh_card()
    for _ in range(3):
        with pytest.raises(PinWrong):
            _give(card, "9999")
    with pytest.raises(PinWrong):
        _give(card, "9999", last=True)
    with pytest.raises(PinBlocked):
        _give(card, "9999", last=True)
    with pytest.raises(PinBlocked):
        _give(card, "1234", last=True)
    assert card.tries_left() == 0


def test_a_card_that_was_never_activated_is_told_as_such() -> None:
    card = SoftwareCard(issued(), "1", activated=False)
    with pytest.raises(PinNotActivated):
        _give(card, "1234")


def test_the_buffer_is_overwritten_when_the_pin_was_right() -> None:
    buffer = bytearray(b"1234")
    sign_challenge(connected(fresh_card()), buffer, _MESSAGE)
    assert buffer == bytes(4)


def test_the_buffer_is_overwritten_when_the_card_is_not_known() -> None:
    buffer = bytearray(b"1234")
    with pytest.raises(CardError):
        sign_challenge(ScriptedConnection([]), buffer, _MESSAGE)
    assert buffer == bytes(4)


@pytest.mark.parametrize("answer", ["6C04", "6104", "6F00"])
def test_a_command_with_a_pin_is_never_sent_twice(answer: str) -> None:
    card = ScriptedConnection([answer])
    with pytest.raises(CardAnswerBad):
        pin.verify(
            card,
            PinRule(0x03, (4, 8)),
            bytearray(b"1234"),
            1,
            before=Answer(b"", 0x63C5),
            use_last_tries=False,
        )
    assert [apdu.hex() for apdu in card.sent] == ["002000030431323334"]


def test_no_error_shows_the_pin_even_with_its_local_variables() -> None:
    told: list[str] = []
    for digits in ("8642", "86420", "8642x"):
        with pytest.raises(PinError) as caught:
            _give(fresh_card(), digits)
        lines = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
        cards_frames = "".join(
            "".join(f"{name}={value}" for name, value in (frame.locals or {}).items())
            for frame in lines.stack
            if "kanta_desk" in frame.filename
        )
        told += [repr(caught.value), str(caught.value), cards_frames]
    shown = "\n".join(told)
    assert "8642" not in shown
    assert "38, 36, 34, 32" not in shown
    assert b"8642".hex() not in shown
