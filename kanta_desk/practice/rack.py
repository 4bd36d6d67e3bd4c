"""The practice cards at hand, and the reader that they are put into and pulled from."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Protocol

from kanta_desk.practice.card import PRACTICE_PIN1, SoftwareCard


class Reader(Protocol):
    """Where a software card can be put: the reader in process, or the virtual one."""

    def insert(self, card: SoftwareCard) -> None:
        """Put a card in, in place of what is there."""
        ...

    def remove(self) -> None:
        """Pull the card."""
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
        """The card in the reader."""
        return self._inserted

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

    def pin(self, card: str) -> bytearray:
        """PIN1 of a practice card."""
        if card not in self._cards:
            raise KeyError(card)
        return bytearray(PRACTICE_PIN1, "ascii")
