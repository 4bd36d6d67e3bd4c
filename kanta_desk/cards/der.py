"""How long a file on a card is, by the header of the ASN.1 element that it holds."""

from __future__ import annotations

from kanta_desk.errors import CardAnswerBad

MAX_FILE = 16 * 1024


def total_length(header: bytes) -> int:
    """The length of a whole element, from its first bytes (two, or up to four).

    Only tags of one byte and lengths up to ``MAX_FILE`` are taken.

    Raises:
        CardAnswerBad: if the header is none, breaks off, or says more than ``MAX_FILE``.
    """
    if len(header) < 2 or header[0] & 0x1F == 0x1F:
        raise CardAnswerBad(detail="DER: form")
    first = header[1]
    if first < 0x80:
        return 2 + first
    octets = first & 0x7F
    if octets not in (1, 2) or len(header) < 2 + octets:
        raise CardAnswerBad(detail="DER: length")
    length = int.from_bytes(header[2 : 2 + octets], "big")
    if length < 0x80 or (octets == 2 and length < 0x100) or length > MAX_FILE:
        raise CardAnswerBad(detail="DER: length")
    return 2 + octets + length
