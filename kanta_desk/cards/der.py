"""Reads as much ASN.1 DER as files on a card need: lengths and the elements of a sequence."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.errors import CardAnswerBad

MAX_FILE = 16 * 1024
MAX_ELEMENTS = 256

INTEGER = 0x02
OCTET_STRING = 0x04
UTF8_STRING = 0x0C
SEQUENCE = 0x30


def total_length(header: bytes) -> int:
    """The length of a whole element, from its first bytes (two, or up to four).

    Only tags of one byte and lengths up to ``MAX_FILE`` are taken.

    Raises:
        CardAnswerBad: if the header is none, breaks off, or says more than ``MAX_FILE``.
    """
    start, length = _extent(header)
    return start + length


def elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and content of each element in ``content``, one after the other.

    Raises:
        CardAnswerBad: if one goes beyond its surroundings, or there are over ``MAX_ELEMENTS``.
    """
    position = 0
    for _ in range(MAX_ELEMENTS):
        if position == len(content):
            return
        start, length = _extent(content[position : position + 4])
        begin, end = position + start, position + start + length
        if end > len(content):
            raise CardAnswerBad(detail="DER: breaks off")
        yield content[position], content[begin:end]
        position = end
    raise CardAnswerBad(detail="DER: too many elements")


def _extent(header: bytes) -> tuple[int, int]:
    """Length of the header, and of the content."""
    if len(header) < 2 or header[0] & 0x1F == 0x1F:
        raise CardAnswerBad(detail="DER: form")
    first = header[1]
    if first < 0x80:
        return 2, first
    octets = first & 0x7F
    if octets not in (1, 2) or len(header) < 2 + octets:
        raise CardAnswerBad(detail="DER: length")
    length = int.from_bytes(header[2 : 2 + octets], "big")
    if length < 0x80 or (octets == 2 and length < 0x100) or length > MAX_FILE:
        raise CardAnswerBad(detail="DER: length")
    return 2 + octets, length
