"""Readers with a pad of their own: the PIN is typed there and never comes to the computer.

Structures: PC/SC Workgroup, Interoperability Specification for ICCs and Personal Computer Systems,
part 10, §2.2 (features), §2.5.2 (PIN_VERIFY_STRUCTURE) and §2.5.3 (PIN_MODIFY_STRUCTURE). Tested
with a control function that plays a reader; nobody has tried it with a real one.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from enum import IntEnum

from kanta_desk.cards.profile import PinRule
from kanta_desk.cards.readers import odd_readers
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad, CardError, PinChangeUnknown, PinPadEnded

SECONDS = 30
"""For which the reader waits for a key."""

_FINNISH = 0x040B
_ASCII_IN_BYTES = 0x82
_WHEN_CONFIRMED = 0x02
_OWN_MESSAGE, _THREE_MESSAGES = 0xFF, 0x03
_CURRENT_AND_TWICE_NEW = 0x03
_VENDOR, _PRODUCT = 0x0B, 0x0C
_MAX_FEATURES = 32

_ENDED = {0x6400: "timeout", 0x6401: "cancelled", 0x6402: "differ", 0x6403: "length"}


class Feature(IntEnum):
    """The features of part 10 that are used."""

    VERIFY_START = 0x01
    VERIFY_FINISH = 0x02
    MODIFY_START = 0x03
    MODIFY_FINISH = 0x04
    VERIFY_DIRECT = 0x06
    MODIFY_DIRECT = 0x07
    PROPERTIES = 0x12


class PinPad:
    """A reader's pad; made by ``pad_of`` alone."""

    def __init__(self, connection: CardConnection, features: Mapping[Feature, int]) -> None:
        self._connection = connection
        self._features = features

    def __repr__(self) -> str:
        return f"PinPad({self._connection.reader})"

    def verify(self, head: tuple[int, int, int, int], rule: PinRule) -> int:
        """Have a PIN typed and given to the card; the card's status word.

        Raises:
            PinPadEnded: with why nothing was given.
            CardError: whatever the connection meets.
        """
        block = verify_block(head, rule)
        return self._done(Feature.VERIFY_DIRECT, Feature.VERIFY_START, block)

    def change(self, head: tuple[int, int, int, int], rule: PinRule, number: int) -> int:
        """Have the current PIN typed, and a new one twice; the card's status word.

        Raises:
            PinPadEnded: with why nothing was given; also where the pad cannot do it.
            PinChangeUnknown: the card was lost on the way.
        """
        if not self.can_change(rule):
            raise PinPadEnded("unable")
        block = modify_block(head, rule)
        try:
            return self._done(Feature.MODIFY_DIRECT, Feature.MODIFY_START, block)
        except PinPadEnded:
            raise
        except CardError:
            raise PinChangeUnknown(number) from None

    def can_change(self, rule: PinRule) -> bool:
        """Whether a PIN of this form can be changed here.

        Not a bare one: where the new begins would depend on the length of the old, which a reader
        cannot be told.
        """
        able = {Feature.MODIFY_DIRECT, Feature.MODIFY_START} & self._features.keys()
        return bool(able and rule.padded_to)

    def _done(self, direct: Feature, start: Feature, block: bytes) -> int:
        if direct in self._features:
            answer = self._connection.control(self._features[direct], block)
        else:
            answer = self._connection.control(self._features[start], block)
            if (finish := Feature(start + 1)) in self._features:
                answer = self._connection.control(self._features[finish], b"")
        if len(answer) < 2:
            raise CardAnswerBad(self._connection.reader, "pad: no status word")
        sw = int.from_bytes(answer[-2:], "big")
        if sw in _ENDED:
            raise PinPadEnded(_ENDED[sw])
        return sw


def pad_of(connection: CardConnection) -> PinPad | None:
    """The reader's pad; None where it has none, or falsely says that it has."""
    features = parse_features(connection.features())
    if not {Feature.VERIFY_DIRECT, Feature.VERIFY_START} & features.keys():
        return None
    if (code := features.get(Feature.PROPERTIES)) is not None:
        try:
            found = parse_properties(connection.control(code, b""))
        except CardError:
            found = {}
        if (found.get(_VENDOR, 0), found.get(_PRODUCT, 0)) in odd_readers().no_pad:
            return None
    return PinPad(connection, features)


def parse_features(content: bytes) -> dict[Feature, int]:
    """Features and their control codes: tag, length 4, value with the highest byte first."""
    found: dict[Feature, int] = {}
    known = Feature.__members__.values()
    for at in range(0, min(len(content), 6 * _MAX_FEATURES), 6):
        if len(content) < at + 6 or content[at + 1] != 4:
            break
        if content[at] in known:
            found[Feature(content[at])] = int.from_bytes(content[at + 2 : at + 6], "big")
    return found


def parse_properties(content: bytes) -> dict[int, int]:
    """Properties of a reader: tag, length, value with the lowest byte first."""
    found, at = {}, 0
    while at + 2 <= len(content):
        tag, length = content[at : at + 2]
        value = content[at + 2 : at + 2 + length]
        if len(value) < length:
            break
        found[tag] = int.from_bytes(value, "little")
        at += 2 + length
    return found


def verify_block(head: tuple[int, int, int, int], rule: PinRule) -> bytes:
    """A PIN_VERIFY_STRUCTURE: the PIN as ASCII from the left, padded or as long as it is."""
    return (
        struct.pack(
            "<BBBBBHBBHB3x",
            SECONDS,
            SECONDS,
            _ASCII_IN_BYTES,
            rule.padded_to,
            0,
            _lengths(rule),
            _WHEN_CONFIRMED,
            _OWN_MESSAGE,
            _FINNISH,
            0,
        )
        + _template(head, rule, 1)
    )  # fmt: skip


def modify_block(head: tuple[int, int, int, int], rule: PinRule) -> bytes:
    """A PIN_MODIFY_STRUCTURE: the current PIN, then the new one, which is typed twice."""
    return (
        struct.pack(
            "<BBBBBBBHBBBHBBB3x",
            SECONDS,
            SECONDS,
            _ASCII_IN_BYTES,
            rule.padded_to,
            0,
            0,
            rule.padded_to,
            _lengths(rule),
            _CURRENT_AND_TWICE_NEW,
            _WHEN_CONFIRMED,
            _THREE_MESSAGES,
            _FINNISH,
            0,
            1,
            2,
        )
        + _template(head, rule, 2)
    )  # fmt: skip


def _lengths(rule: PinRule) -> int:
    shortest, longest = rule.digits
    return shortest << 8 | longest


def _template(head: tuple[int, int, int, int], rule: PinRule, times: int) -> bytes:
    """The command that the reader completes, after its length; Lc 0 where the reader sets it."""
    room = bytes((rule.padding,)) * rule.padded_to * times
    command = bytes((*head, len(room))) + room
    return struct.pack("<I", len(command)) + command
