"""The practice cards at hand, and the reader that they are put into and pulled from."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Protocol

from kanta_desk.practice.card import SoftwareCard


class Reader(Protocol):
    """Where a software card can be put: the reader in process, or the virtual one."""

    def insert(self, card: SoftwareCard) -> None:
        """Put a card in, in place of what is there."""
        ...

    def remove(self) -> None:
        """Pull the card."""
        ...

    def holds(self, card: SoftwareCard) -> bool:
        """Whether this card is in."""
        ...


class CardRack:
    """Practice cards by the name and kind that people see."""

    def __init__(self, reader: Reader, cards: Mapping[str, SoftwareCard]) -> None:
        self._reader = reader
        self._cards = cards
        self._inserted: str | None = None
        self._change = threading.Lock()

    @property
    def cards(self) -> tuple[str, ...]:
        """The names of the cards, the archivist's first."""
        return tuple(self._cards)

    @property
    def inserted(self) -> str | None:
        """The card in the reader; none once a fault of its own has thrown it out."""
        name = self._inserted
        return name if name is not None and self._reader.holds(self._cards[name]) else None

    def card(self, card: str) -> SoftwareCard:
        """The card of this name, to look at from beside."""
        return self._cards[card]

    def insert(self, card: str) -> None:
        """Put a card in; one that is in is pulled first.

        Raises:
            NoReader: if the virtual reader is not there.
        """
        with self._change:
            self._reader.remove()
            self._inserted = None
            self._reader.insert(self._cards[card])
            self._inserted = card

    def remove(self) -> None:
        """Pull the card."""
        with self._change:
            self._reader.remove()
            self._inserted = None

    def pin(self, card: str, number: int = 1) -> bytearray:
        """PIN1 or PIN2 of a practice card, as its holder has set it last."""
        chosen = self._cards[card]
        reference = chosen.dialect.pin1 if number == 1 else chosen.dialect.pin2
        return bytearray(chosen.pin(reference), "ascii")
