"""Tries left of a PIN from the card's own data object, where its layout has one.

GET DATA 00FF with a template A0 03 83 01 <reference> answers a template A0, in it DF21, whose first
byte is the count: as Web eID's script of real FinEID cards shows it. Spends no try.
"""

from __future__ import annotations

from typing import Any

from asn1crypto import parser as untyped_parser

from kanta_desk.cards.apdu import MAX_SHORT_LE, Command, Ins, Send

parser: Any = untyped_parser

_MAX_OBJECTS = 64
_PRIVATE, _COUNT = 3, 0x21
_CONTEXT, _TEMPLATE = 2, 0
_MOST_TRIES = 15


def read_tries(send: Send, reference: int) -> int | None:
    """Tries left of the PIN with ``reference``; None where the card does not tell."""
    asked = bytes((0xA0, 0x03, 0x83, 0x01, reference))
    answer = send(Command(Ins.GET_DATA, 0x00, 0xFF, asked, MAX_SHORT_LE))
    return parse_tries(answer.data) if answer.ok else None


def parse_tries(content: bytes) -> int | None:
    """The count in the answer's template; None if there is none that makes sense."""
    try:
        class_, _, tag, _, inner, _ = parser.parse(content)
        if (class_, tag) != (_CONTEXT, _TEMPLATE):
            return None
        for _ in range(_MAX_OBJECTS):
            if not inner:
                break
            size = parser.peek(inner)
            class_, _, tag, _, value, _ = parser.parse(inner[:size])
            if (class_, tag) == (_PRIVATE, _COUNT):
                return value[0] if value and value[0] <= _MOST_TRIES else None
            inner = inner[size:]
    except ValueError:
        return None
    return None
