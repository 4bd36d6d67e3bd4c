"""PINs set at the desk by the card's holder, with nobody signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kanta_desk.cards.source import CardConnection
from kanta_desk.desk.cardcare import CardCare
from kanta_desk.errors import CardRemoved, NoCard, PinWrong, PukWrong
from kanta_desk.model.cards import CardPresence, CardsState, ReaderState
from kanta_desk.model.people import Holder
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, PRACTICE_PUK, SoftwareCard
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.reader import SoftwareReader
from tests.helpers.cards import Watching, connected, fresh_card, issued

_NEW = "246813"


@contextmanager
def _at_desk(card: SoftwareCard) -> Iterator[tuple[Watching, CardCare]]:
    reader = SoftwareReader()
    reader.insert(card)
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.READY)
        yield seen, CardCare(seen.watch)


def _code(digits: str) -> bytearray:
    return bytearray(digits.encode())


def test_a_pin_is_changed_and_the_tries_shown_are_read_again() -> None:
    card = fresh_card()
    with _at_desk(card) as (seen, care):
        since = seen.watch.state.counter
        with pytest.raises(PinWrong):
            seen.in_lane(lambda: care.change_pin(1, (_code("9999"), _code(_NEW))))
        seen.until(lambda state: _tries(state) == (4, 5), since)
        seen.in_lane(lambda: care.change_pin(1, (_code(PRACTICE_PIN1), _code(_NEW))))
        seen.until(lambda state: _tries(state) == (5, 5), since + 1)
    assert card.pin() == _NEW
    assert not card.is_given()


def test_a_pin_is_set_with_the_activation_pin_whose_tries_are_told_before() -> None:
    card = fresh_card()
    with _at_desk(card) as (seen, care):
        assert seen.in_lane(care.puk_tries) == 5
        with pytest.raises(PukWrong):
            seen.in_lane(lambda: care.unblock_pin(2, _code("87654321"), _code(_NEW)))
        assert seen.in_lane(care.puk_tries) == 4
        seen.in_lane(lambda: care.unblock_pin(2, _code(PRACTICE_PUK), _code(_NEW)))
    assert card.pin(card.dialect.pin2) == _NEW != PRACTICE_PIN2


def test_codes_are_overwritten_even_where_there_is_no_card() -> None:
    with Watching(SoftwareReader()) as seen:
        seen.until_presence(CardPresence.EMPTY)
        care = CardCare(seen.watch)
        codes = _code(PRACTICE_PIN1), _code(_NEW)
        with pytest.raises(NoCard):
            care.change_pin(1, codes)
        with pytest.raises(NoCard):
            care.unblock_pin(1, *(more := (_code(PRACTICE_PUK), _code(_NEW))))
        assert not any(map(any, (*codes, *more)))


def _tries(state: object) -> tuple[int | None, int | None] | None:
    card = state.readers[0].card  # type: ignore[attr-defined]
    return None if card is None else card.tries_left


def test_codes_typed_for_one_card_are_given_to_no_other() -> None:
    shown, other = fresh_card(), SoftwareCard(issued(KeyKind.RSA_2048), ARCHIVIST.serial)
    reader = SoftwareReader()
    reader.insert(shown)
    with Watching(reader) as seen:
        only = _holder(seen.until_presence(CardPresence.READY))
        reader.insert(other)
        seen.until(lambda state: _ready_with_another(state, only))
        care = CardCare(seen.watch)
        codes = _code(PRACTICE_PIN1), _code(_NEW)
        more = _code(PRACTICE_PUK), _code(_NEW)
        with pytest.raises(CardRemoved):
            seen.in_lane(lambda: care.change_pin(1, codes, only=only))
        with pytest.raises(CardRemoved):
            seen.in_lane(lambda: care.unblock_pin(1, *more, only=only))
        with pytest.raises(CardRemoved):
            seen.in_lane(lambda: care.puk_tries(only=only))
    assert not any(map(any, (*codes, *more)))
    assert (shown.presented, other.presented) == (0, 0)


def test_a_card_swapped_before_the_watch_has_seen_it_is_given_no_code() -> None:
    other = SoftwareCard(issued(KeyKind.RSA_2048), ARCHIVIST.serial)
    with _at_desk(fresh_card()) as (seen, care):
        connect = seen.watch.source.connect

        class Swapped:
            """The same source, but that it finds another card in the reader."""

            def connect(self, name: str) -> CardConnection:
                """The other card."""
                connect(name).close(reset=False)
                return connected(other)

        seen.watch.source = Swapped()  # type: ignore[assignment]
        codes = _code(PRACTICE_PIN1), _code(_NEW)
        more = _code(PRACTICE_PUK), _code(_NEW)
        with pytest.raises(CardRemoved):
            care.change_pin(1, codes)
        with pytest.raises(CardRemoved):
            care.unblock_pin(1, *more)
    assert not any(map(any, (*codes, *more)))
    assert other.presented == 0


def _holder(reader: ReaderState) -> Holder:
    assert reader.card is not None
    return reader.card.holder


def _ready_with_another(state: CardsState, than: Holder) -> bool:
    card = state.best.card if state.best else None
    return card is not None and card.holder != than
