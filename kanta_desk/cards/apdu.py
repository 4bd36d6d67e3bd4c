"""Commands to a card and its answers (ISO/IEC 7816-4), with the resolvers every reader needs.

``sender`` makes of a bare connection a function that takes a command and returns its whole answer:
data too long for one command goes as a chain, 6Cxx is repeated with the right length, 61xx is
fetched with GET RESPONSE. PC/SC passes the last two through untouched; readers that resolve them
themselves give a full answer at once, which is taken as well.
A PIN never travels in a ``Command``: see ``cards.pin``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum

from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad

MAX_ANSWER = 64 * 1024
MAX_PIECES = 512
MAX_SHORT_LE = 256
MAX_SHORT_LC = 255

CHAINED = 0x10
"""The class of a command that has a sequel (ISO/IEC 7816-4 §5.3.3)."""


class Ins(IntEnum):
    """Instruction bytes."""

    VERIFY = 0x20
    MANAGE_SECURITY_ENVIRONMENT = 0x22
    CHANGE_REFERENCE_DATA = 0x24
    PERFORM_SECURITY_OPERATION = 0x2A
    RESET_RETRY_COUNTER = 0x2C
    SELECT = 0xA4
    READ_BINARY = 0xB0
    GET_RESPONSE = 0xC0
    GET_DATA = 0xCB


class Sw(IntEnum):
    """Status words that are told apart; 61xx, 6Cxx and 63Cx carry a number in their low bits."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    PIN_NOT_GIVEN = 0x6982
    BLOCKED = 0x6983
    NOT_ACTIVATED = 0x6984
    CONDITIONS = 0x6985
    WRONG_LENGTH = 0x6700
    WRONG_DATA = 0x6A80
    REFERENCE_NOT_FOUND = 0x6A88
    WRONG_OFFSET = 0x6B00


def tries_in(sw: int) -> int | None:
    """The tries left that a 63Cx status tells, or None for any other status."""
    return sw & 0x0F if sw & 0xFFF0 == 0x63C0 else None


@dataclass(frozen=True, slots=True)
class Command:
    """A command. ``le``: bytes wanted, 1 to 256; ``None`` if none.

    ``data`` of over 255 bytes can only go through ``chained``.
    """

    ins: int
    p1: int
    p2: int
    data: bytes = b""
    le: int | None = None
    cla: int = 0x00

    def encode(self) -> bytes:
        """The bytes on the wire; Le 256 goes as 00."""
        head = bytes((self.cla, self.ins, self.p1, self.p2))
        body = bytes((len(self.data),)) + self.data if self.data else b""
        tail = b"" if self.le is None else bytes((self.le % MAX_SHORT_LE,))
        return head + body + tail


@dataclass(frozen=True, slots=True)
class Answer:
    """A card's answer: data and status word."""

    data: bytes
    sw: int

    @property
    def ok(self) -> bool:
        """Whether the status is 9000."""
        return self.sw == Sw.OK

    def require(self, step: str, reader: str = "") -> bytes:
        """The data of an answer that must be 9000.

        Raises:
            CardAnswerBad: naming ``step`` and the status.
        """
        if not self.ok:
            raise CardAnswerBad(reader, f"{step}: {self.sw:04X}")
        return self.data


Send = Callable[[Command], Answer]


def sender(connection: CardConnection) -> Send:
    """The whole chain over ``connection``."""
    return joined(exact_length(chained(plain(connection))))


def plain(connection: CardConnection) -> Send:
    """Sends a command and returns the answer as it came."""

    def send(command: Command) -> Answer:
        return Answer(*connection.transmit(command.encode()))

    return send


def chained(send: Send) -> Send:
    """Sends data of over 255 bytes in pieces; the first that the card refuses is the answer."""

    def send_chained(command: Command) -> Answer:
        data = command.data
        while len(data) > MAX_SHORT_LC:
            piece = replace(command, cla=CHAINED, data=data[:MAX_SHORT_LC], le=None)
            if not (answer := send(piece)).ok:
                return answer
            data = data[MAX_SHORT_LC:]
        return send(replace(command, data=data))

    return send_chained


def exact_length(send: Send) -> Send:
    """Repeats a command once, with the length that a 6Cxx answer tells."""

    def send_exact(command: Command) -> Answer:
        answer = send(command)
        if answer.sw >> 8 == 0x6C and command.le is not None:
            return send(replace(command, le=_length(answer.sw)))
        return answer

    return send_exact


def joined(send: Send) -> Send:
    """Fetches the rest of an answer for as long as the card says 61xx.

    Raises:
        CardAnswerBad: if the card keeps on without giving data, in over ``MAX_PIECES`` pieces, or
            beyond 64 KiB.
    """

    def send_joined(command: Command) -> Answer:
        answer = send(command)
        data, pieces = answer.data, 0
        while answer.sw >> 8 == 0x61:
            answer = send(Command(Ins.GET_RESPONSE, 0, 0, le=_length(answer.sw)))
            data += answer.data
            pieces += 1
            endless = pieces > MAX_PIECES or not answer.data
            if len(data) > MAX_ANSWER or (endless and answer.sw >> 8 == 0x61):
                raise CardAnswerBad(detail="endless answer")
        return Answer(data, answer.sw)

    return send_joined


def _length(sw: int) -> int:
    return sw & 0xFF or MAX_SHORT_LE
