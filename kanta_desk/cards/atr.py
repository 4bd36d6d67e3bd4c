"""The answer to reset (ISO/IEC 7816-3 §8.2): what a card says of itself when it is powered."""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.errors import CardAnswerBad

MAX_ATR = 33


@dataclass(frozen=True, slots=True)
class Atr:
    """``historical`` tells the card's model; ``protocols`` are the T=n offered, T=0 if silent.

    The check byte is not looked at: the layout is confirmed on the card, whatever its ATR says.
    """

    historical: bytes
    protocols: tuple[int, ...]


def parse_atr(atr: bytes) -> Atr:
    """Take an ATR apart.

    Raises:
        CardAnswerBad: if it breaks off, is too long, or does not begin as one.
    """
    if not 2 <= len(atr) <= MAX_ATR or atr[0] not in (0x3B, 0x3F):
        raise CardAnswerBad(detail="ATR: form")
    protocols: list[int] = []
    position, marks = 1, atr[1] >> 4
    while True:
        position += (marks & 0b0111).bit_count()
        if not marks & 0b1000:
            break
        position += 1
        if position >= len(atr):
            raise CardAnswerBad(detail="ATR: breaks off")
        protocols.append(atr[position] & 0x0F)
        marks = atr[position] >> 4
    start, end = position + 1, position + 1 + (atr[1] & 0x0F)
    if end > len(atr):
        raise CardAnswerBad(detail="ATR: breaks off")
    offered = tuple(dict.fromkeys(p for p in protocols if p != 15)) or (0,)
    return Atr(atr[start:end], offered)
