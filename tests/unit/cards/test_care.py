"""PINs changed and set with the activation PIN: once, in the card's form, and nothing remains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kanta_desk.cards.care import change_pin, puk_tries, unblock_pin
from kanta_desk.cards.profile import Key
from kanta_desk.errors import (
    CardError,
    CardRemoved,
    NewPinRefused,
    PinBlocked,
    PinChangeUnknown,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinPadMissing,
    PinWrong,
    PukBlocked,
    PukFormat,
    PukLastTries,
    PukWrong,
)
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, PRACTICE_PUK, SoftwareCard
from kanta_desk.practice.card_dialect import CITIZEN_3_1, CITIZEN_4_0, COSMO_X, Dialect
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import connected, issued

_LAYOUTS = pytest.mark.parametrize(
    "dialect", [COSMO_X, CITIZEN_4_0, CITIZEN_3_1], ids=lambda dialect: dialect.name
)
_OLD = {Key.AUTHENTICATION: PRACTICE_PIN1, Key.SIGNATURE: PRACTICE_PIN2}
_NEW = "246813"


def _card(dialect: Dialect, **state: object) -> SoftwareCard:
    return SoftwareCard(issued(), "1", dialect=dialect, **state)  # type: ignore[arg-type]


def _reference(dialect: Dialect, key: Key) -> int:
    return dialect.pin1 if key is Key.AUTHENTICATION else dialect.pin2


def _change(card: SoftwareCard, old: str, new: str, key: Key = Key.AUTHENTICATION) -> None:
    codes = bytearray(old.encode()), bytearray(new.encode())
    try:
        change_pin(connected(card), key, codes)
    finally:
        assert not any(codes[0])
        assert not any(codes[1])


def _unblock(
    card: SoftwareCard, puk: str, key: Key = Key.AUTHENTICATION, *, new: str = _NEW,
    last: bool = False,
) -> None:  # fmt: skip
    codes = bytearray(puk.encode()), bytearray(new.encode())
    try:
        unblock_pin(connected(card), key, *codes, use_last_tries=last)
    finally:
        assert not any(codes[0])
        assert not any(codes[1])


@pytest.mark.parametrize("key", Key)
@_LAYOUTS
def test_a_pin_is_changed_in_the_cards_own_form(dialect: Dialect, key: Key) -> None:
    card = _card(dialect)
    _change(card, _OLD[key], _NEW, key)
    assert card.pin(_reference(dialect, key)) == _NEW
    assert not card.is_given(_reference(dialect, key))
    assert card.presented == 1


@_LAYOUTS
def test_a_wrong_current_pin_changes_nothing_and_costs_one_try(dialect: Dialect) -> None:
    card = _card(dialect)
    with pytest.raises(PinWrong) as told:
        _change(card, "9999", _NEW)
    assert (told.value.pin, told.value.tries_left) == (1, 4)
    assert card.tries_left() == 4
    assert card.pin() == PRACTICE_PIN1


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (PRACTICE_PIN1, PRACTICE_PIN1, NewPinRefused),
        (PRACTICE_PIN1, "12a4", PinFormat),
        (PRACTICE_PIN1, "123", PinFormat),
        (PRACTICE_PIN1, "123456789", PinFormat),
        ("", _NEW, PinFormat),
    ],
)
def test_what_cannot_become_a_pin_is_refused_before_the_card_sees_any(
    old: str, new: str, error: type[CardError]
) -> None:
    card = _card(COSMO_X)
    with pytest.raises(error):
        _change(card, old, new)
    assert card.presented == 0
    assert card.pin() == PRACTICE_PIN1


@pytest.mark.parametrize(
    ("tries", "error"), [(0, PinBlocked), (1, PinLastTries), (2, PinLastTries)]
)
def test_the_last_tries_are_kept_when_a_pin_is_changed(tries: int, error: type[CardError]) -> None:
    card = _card(COSMO_X, tries={COSMO_X.pin1: tries})
    with pytest.raises(error):
        _change(card, PRACTICE_PIN1, _NEW)
    assert card.presented == 0
    assert card.tries_left() == tries


def test_a_pin_that_was_never_set_cannot_be_changed_but_is_set_with_the_puk() -> None:
    card = _card(COSMO_X, activated=False)
    with pytest.raises(PinNotActivated):
        _change(card, PRACTICE_PIN1, _NEW)
    _unblock(card, PRACTICE_PUK)
    assert card.pin() == _NEW


@pytest.mark.parametrize("key", Key)
@_LAYOUTS
def test_a_blocked_pin_is_set_anew_with_the_activation_pin(dialect: Dialect, key: Key) -> None:
    reference = _reference(dialect, key)
    card = _card(dialect, tries={reference: 0})
    _unblock(card, PRACTICE_PUK, key)
    assert card.pin(reference) == _NEW
    assert card.tries_left(reference) == 5
    assert not card.is_given(reference)
    assert not card.is_given(dialect.puk)


@_LAYOUTS
def test_a_wrong_activation_pin_costs_one_of_its_own_tries(dialect: Dialect) -> None:
    card = _card(dialect, tries={dialect.pin1: 0})
    with pytest.raises(PukWrong) as told:
        _unblock(card, "87654321")
    assert told.value.tries_left == card.tries_left(dialect.puk) == 4
    assert card.tries_left() == 0
    assert card.pin() == PRACTICE_PIN1


@_LAYOUTS
def test_the_last_tries_of_the_activation_pin_are_kept_unless_the_holder_says_so(
    dialect: Dialect,
) -> None:
    card = _card(dialect, tries={dialect.puk: 2})
    assert puk_tries(connected(card)) == 2
    with pytest.raises(PukLastTries) as told:
        _unblock(card, PRACTICE_PUK)
    assert told.value.tries_left == 2
    assert card.presented == 0
    _unblock(card, PRACTICE_PUK, last=True)
    assert card.pin() == _NEW


@_LAYOUTS
def test_a_blocked_activation_pin_is_not_given_any_more(dialect: Dialect) -> None:
    card = _card(dialect, tries={dialect.puk: 1})
    with pytest.raises(PukBlocked):
        _unblock(card, "87654321", last=True)
    with pytest.raises(PukBlocked):
        _unblock(card, PRACTICE_PUK, last=True)
    assert card.presented == 1


@pytest.mark.parametrize("puk", ["1234567", "123456789", "1234567a", ""])
def test_what_is_no_activation_pin_of_the_card_is_not_given_to_it(puk: str) -> None:
    card = _card(COSMO_X)
    with pytest.raises(PukFormat) as told:
        _unblock(card, puk)
    assert told.value.fields["digits"] == "8"
    assert card.presented == 0


class _Lost(SoftwareCard):
    """Pulled at the command that sets a PIN; ``done``: after the card has carried it out."""

    def __init__(self, reader: SoftwareReader, ins: int, *, done: bool) -> None:
        super().__init__(issued(), "1")
        self._reader, self._ins, self._done = reader, ins, done

    def process(self, apdu: bytes) -> bytes:
        """Lose the card at the command."""
        if apdu[1] != self._ins:
            return super().process(apdu)
        answer = super().process(apdu) if self._done else b""
        self._reader.remove()
        return answer or b"\x90\x00"


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    ("ins", "act"),
    [
        (0x24, lambda c: change_pin(c, Key.AUTHENTICATION, _codes(PRACTICE_PIN1))),
        (0x2C, lambda c: unblock_pin(c, Key.AUTHENTICATION, *_codes(PRACTICE_PUK))),
    ],
)
def test_a_card_lost_while_its_pin_is_set_leaves_it_said_that_nobody_knows(
    ins: int, act: Callable[[object], None], done: bool
) -> None:
    reader = SoftwareReader()
    card = _Lost(reader, ins, done=done)
    reader.insert(card)
    with pytest.raises(PinChangeUnknown):
        act(reader.connect(READER))
    assert card.pin() == (_NEW if done else PRACTICE_PIN1)


def test_a_card_lost_before_is_told_as_lost() -> None:
    reader = SoftwareReader()
    reader.insert(_Lost(reader, 0x20, done=False))
    with pytest.raises(CardRemoved):
        change_pin(reader.connect(READER), Key.AUTHENTICATION, _codes(PRACTICE_PIN1))


def test_a_reader_without_keys_is_told_before_anything_is_given() -> None:
    card = _card(CITIZEN_4_0)
    with pytest.raises(PinPadMissing):
        change_pin(connected(card), Key.AUTHENTICATION, None)
    assert card.presented == 0


def _codes(first: str) -> tuple[bytearray, bytearray]:
    return bytearray(first.encode()), bytearray(_NEW.encode())
