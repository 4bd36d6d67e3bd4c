"""What one visit to a card learnt, so that the next need not read it again.

A card is known again by the first block of its authentication certificate, which holds the serial
number and the issuer: two commands in place of dozens. A card that shows another's first block can
at most show another's certificates, as any copy could; whoever signs with it is found out, since
every signature is proven against the certificate.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from kanta_desk.cards.pkcs15 import Directory
from kanta_desk.cards.profile import Place

MAX_CARDS = 16
TELLING = 64
"""Bytes of a certificate that hold its whole serial number (RFC 5280 §4.1.2.2: 20 octets)."""


@dataclass(slots=True)
class Remembered:
    """The files of one card by their place, and what it says of its PINs and keys."""

    files: dict[Place, bytes] = field(default_factory=dict)
    directory: Directory | None = None


class CardMemory:
    """Remembers the cards seen last; used in the card lane alone."""

    def __init__(self) -> None:
        self._cards: OrderedDict[bytes, Remembered] = OrderedDict()

    def of(self, atr: bytes, first_block: bytes) -> Remembered:
        """What is remembered of a card; something empty to be filled, if nothing is.

        Nothing is of one that gives too small a block to tell it from another.
        """
        if len(first_block) < TELLING:
            return Remembered()
        known = self._cards.setdefault(atr + first_block, Remembered())
        self._cards.move_to_end(atr + first_block)
        while len(self._cards) > MAX_CARDS:
            self._cards.popitem(last=False)
        return known
