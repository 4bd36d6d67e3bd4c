"""Giving a PIN to a card: bytes that are overwritten, sent once, never shown.

No function here returns, stores, logs or raises anything that holds a PIN. What the caller passes
as a ``bytearray`` is filled with zeros before the call ends, whatever happens.
"""

from __future__ import annotations

from kanta_desk.cards.apdu import Answer, Command, Ins, Send, Sw, tries_in
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import (
    CardAnswerBad,
    PinBlocked,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinWrong,
)

_FEW_TRIES = 2


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer with zeros."""
    buffer[:] = bytes(len(buffer))


def require_digits(pin: bytearray, number: int, digits: tuple[int, int]) -> None:
    """Refuse what cannot be a PIN, before anything goes to the card.

    Raises:
        PinFormat: if it is not ASCII digits, at least and at most as many as ``digits`` says.
    """
    shortest, longest = digits
    if not shortest <= len(pin) <= longest or not all(0x30 <= byte <= 0x39 for byte in pin):
        raise PinFormat(number)


def status(send: Send, reference: int) -> Answer:
    """Ask for the state of a PIN without giving it: spends no try (VERIFY without data).

    63Cx: x tries left; 9000: given already; 6983: blocked; 6984: not activated; else no such PIN.
    """
    return send(Command(Ins.VERIFY, 0x00, reference))


def exists(answer: Answer) -> bool:
    """Whether ``status`` says that the card has this PIN at all."""
    known = (Sw.OK, Sw.BLOCKED, Sw.NOT_ACTIVATED)
    return answer.sw in known or tries_in(answer.sw) is not None


def tries_left(answer: Answer) -> int | None:
    """The tries left that ``status`` tells; None where the card does not tell."""
    return 0 if answer.sw == Sw.BLOCKED else tries_in(answer.sw)


def verify(
    connection: CardConnection, send: Send, reference: int, pin: bytearray, number: int,
    *, use_last_tries: bool,
) -> None:  # fmt: skip
    """Give PIN ``number`` (1 or 2) to the card, bare and unpadded (FINEID S4-2 v4.0), once.

    Raises:
        PinBlocked, PinNotActivated: nothing more can be tried.
        PinLastTries: one or two tries are left and ``use_last_tries`` does not allow one.
        PinWrong: with the tries that are left now.
    """
    before = status(send, reference)
    _raise_if_unusable(before, number)
    left = tries_in(before.sw)
    if left is not None and left <= _FEW_TRIES and not use_last_tries:
        raise PinLastTries(number, left)
    # Not through the chain: a command with a PIN is never repeated, whatever the card answers.
    # Made at its full size, since a growing one would leave copies behind.
    apdu = bytearray(5 + len(pin))
    try:
        apdu[:5] = bytes((0x00, Ins.VERIFY, 0x00, reference, len(pin)))
        apdu[5:] = pin
        _, sw = connection.transmit(apdu)
    finally:
        wipe(apdu)
        wipe(pin)
    after = Answer(b"", sw)
    _raise_if_unusable(after, number)
    if (left := tries_in(sw)) is not None:
        raise PinWrong(number, left)
    if not after.ok:
        raise CardAnswerBad(connection.reader, f"VERIFY: {sw:04X}")


def _raise_if_unusable(answer: Answer, number: int) -> None:
    if answer.sw == Sw.NOT_ACTIVATED:
        raise PinNotActivated(number)
    if answer.sw == Sw.BLOCKED or tries_in(answer.sw) == 0:
        raise PinBlocked(number, 0)
