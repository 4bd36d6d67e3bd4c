"""Giving a PIN to a card: bytes that are overwritten, sent once, never shown.

No function here returns, stores, logs or raises anything that holds a PIN. What the caller passes
as a ``bytearray`` is filled with zeros before the call ends, whatever happens. Where the reader has
a pad of its own, the PIN never comes near: the reader is given a command with room for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hmac import compare_digest

from kanta_desk.cards.apdu import Answer, Command, Ins, Send, Sw, tries_in
from kanta_desk.cards.pinpad import PinPad
from kanta_desk.cards.profile import Layout, PinRule
from kanta_desk.cards.source import CardConnection
from kanta_desk.cards.tries import read_tries
from kanta_desk.errors import (
    CardAnswerBad,
    CardError,
    NewPinRefused,
    PinBlocked,
    PinChangeUnknown,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinWrong,
    PukBlocked,
    PukLastTries,
    PukWrong,
)

FEW_TRIES = 2
"""So many tries are not touched without the holder's consent."""

Head = tuple[int, int, int, int]
"""CLA, INS, P1 and P2 of a command."""

_CONCEIVABLE = (4, 16)
_PUK_AND_NEW, _NEW_ONLY = 0x00, 0x02
_REFUSED = (Sw.WRONG_DATA, Sw.CONDITIONS, Sw.WRONG_LENGTH)


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer with zeros."""
    buffer[:] = bytes(len(buffer))


def is_form(code: bytearray, digits: tuple[int, int]) -> bool:
    """Whether a code is ASCII digits, at least and at most as many as ``digits`` says."""
    shortest, longest = digits
    return shortest <= len(code) <= longest and all(0x30 <= byte <= 0x39 for byte in code)


def require_conceivable(pin: bytearray, number: int) -> None:
    """Refuse what no card could take for a PIN, before anything goes to the card.

    Raises:
        PinFormat: if it is not 4 to 16 digits.
    """
    if not is_form(pin, _CONCEIVABLE):
        raise PinFormat(number)


def require_digits(pin: bytearray, number: int, digits: tuple[int, int]) -> None:
    """Refuse what cannot be a PIN of this card, before it is given.

    Raises:
        PinFormat: with the number of digits that the card takes.
    """
    if not is_form(pin, digits):
        raise PinFormat(number, digits=span(digits))


def span(digits: tuple[int, int]) -> str:
    """How many digits a code has, for people: ``4–8``, or ``8`` where it is always as many."""
    shortest, longest = digits
    return f"{shortest}–{longest}" if shortest != longest else str(shortest)


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


def count_tries(send: Send, layout: Layout, reference: int) -> int | None:
    """Tries left of a PIN, by the card's data object where it has one; None if it tells neither."""
    told = read_tries(send, reference) if layout.tries_object else None
    return tries_left(status(send, reference)) if told is None else told


def verify(
    connection: CardConnection, rule: PinRule, pin: bytearray | PinPad, number: int,
    *, before: Answer, use_last_tries: bool,
) -> None:  # fmt: skip
    """Give PIN ``number`` (1 or 2) to the card in the form of ``rule``, once.

    ``pin``: digits, which are overwritten, or the reader's pad to type them on. ``before`` is the
    PIN's ``status`` in this transaction.

    Raises:
        PinBlocked, PinNotActivated: nothing more can be tried.
        PinLastTries: one or two tries are left and ``use_last_tries`` does not allow one.
        PinWrong: with the tries that are left now.
        PinPadEnded: the holder did not finish typing on the reader's pad.
    """
    try:
        _require_usable(before, number, use_last_tries)
        again(connection, rule, pin, number)
    finally:
        if isinstance(pin, bytearray):
            wipe(pin)


def again(connection: CardConnection, rule: PinRule, pin: bytearray | PinPad, number: int) -> None:
    """Give a PIN without asking for its state before. ``pin`` is left for its owner to overwrite.

    Raises:
        PinError: as ``verify``.
    """
    head = (0x00, Ins.VERIFY, 0x00, rule.reference)
    if isinstance(pin, PinPad):
        sw = pin.verify(head, rule)
    else:
        sw = _give(connection, head, ((rule, pin),))
    _require_right(connection, sw, number, "VERIFY")


def change(
    connection: CardConnection, rule: PinRule, codes: tuple[bytearray, bytearray] | PinPad,
    number: int, *, before: Answer, use_last_tries: bool,
) -> None:  # fmt: skip
    """Put a new PIN in place of the current one (CHANGE REFERENCE DATA), in one command.

    ``codes``: the current PIN and the new one, which are overwritten, or the reader's pad.
    ``before`` is the PIN's ``status`` in this transaction.

    Raises:
        PinBlocked, PinNotActivated, PinLastTries, PinWrong: as ``verify``, of the current PIN.
        NewPinRefused: the card does not take the new one, or it is the old one; nothing changed.
        PinChangeUnknown: the card was lost on the way; either PIN may be the right one now.
        PinPadEnded: the holder did not finish typing on the reader's pad.
    """
    head = (0x00, Ins.CHANGE_REFERENCE_DATA, 0x00, rule.reference)
    try:
        if not isinstance(codes, PinPad) and compare_digest(*codes):
            raise NewPinRefused(number)
        _require_usable(before, number, use_last_tries)
        if isinstance(codes, PinPad):
            sw = codes.change(head, rule, number)
        else:
            parts = [(rule, code) for code in codes]
            sw = _changed(lambda: _give(connection, head, parts), number)
        if sw in _REFUSED:
            raise NewPinRefused(number)
        _require_right(connection, sw, number, "CHANGE REFERENCE DATA")
    finally:
        if not isinstance(codes, PinPad):
            for code in codes:
                wipe(code)


def unblock(
    connection: CardConnection, send: Send, layout: Layout, puk: tuple[PinRule, bytearray],
    pin: tuple[PinRule, bytearray], number: int, *, use_last_tries: bool,
) -> None:  # fmt: skip
    """Set a new PIN with the activation PIN (PUK), whatever the old one was, in the layout's way.

    ``puk`` and ``pin`` are each a rule and digits, which are overwritten.

    Raises:
        PukBlocked: the card can no longer be opened.
        PukLastTries: few tries of the PUK are left and ``use_last_tries`` does not allow one.
        PukWrong: with the tries that are left now.
        NewPinRefused: the card does not take the new PIN.
        PinChangeUnknown: the card was lost on the way.
    """
    try:
        left = count_tries(send, layout, puk[0].reference)
        if left == 0:
            raise PukBlocked(left)
        if left is not None and left <= FEW_TRIES and not use_last_tries:
            raise PukLastTries(left)
        parts = [puk, pin]
        if layout.unblock_apart:
            sw = _give(connection, (0x00, Ins.VERIFY, 0x00, puk[0].reference), [puk])
            _require_right_puk(connection, sw, "VERIFY")
            parts = [pin]
        way = _NEW_ONLY if layout.unblock_apart else _PUK_AND_NEW
        head = (0x00, Ins.RESET_RETRY_COUNTER, way, pin[0].reference)
        sw = _changed(lambda: _give(connection, head, parts), number)
        if sw in _REFUSED:
            raise NewPinRefused(number)
        _require_right_puk(connection, sw, "RESET RETRY COUNTER")
    finally:
        wipe(puk[1])
        wipe(pin[1])


def _changed(send: Callable[[], int], number: int) -> int:
    """The status word of a command that sets a PIN; if none comes, nobody knows what is set."""
    try:
        return send()
    except CardError:
        raise PinChangeUnknown(number) from None


def _give(
    connection: CardConnection, head: Head, parts: Sequence[tuple[PinRule, bytearray]]
) -> int:
    """Send a command whose data are codes in their form; only its status word is of use.

    Not through the chain: a command with a PIN is never repeated, whatever the card answers. Made
    at its full size, since a growing one would leave copies behind.
    """
    length = sum(rule.size(len(digits)) for rule, digits in parts)
    apdu = bytearray(5 + length)
    try:
        apdu[:5] = bytes((*head, length))
        at = 5
        for rule, digits in parts:
            end = at + rule.size(len(digits))
            apdu[at : at + len(digits)] = digits
            apdu[at + len(digits) : end] = bytes((rule.padding,)) * (end - at - len(digits))
            at = end
        _, sw = connection.transmit(apdu)
    finally:
        wipe(apdu)
    return sw


def _require_usable(before: Answer, number: int, use_last_tries: bool) -> None:
    _raise_if_unusable(before, number)
    left = tries_in(before.sw)
    if left is not None and left <= FEW_TRIES and not use_last_tries:
        raise PinLastTries(number, left)


def _require_right(connection: CardConnection, sw: int, number: int, step: str) -> None:
    after = Answer(b"", sw)
    _raise_if_unusable(after, number)
    if (left := tries_in(sw)) is not None:
        raise PinWrong(number, left)
    if not after.ok:
        raise CardAnswerBad(connection.reader, f"{step}: {sw:04X}")


def _require_right_puk(connection: CardConnection, sw: int, step: str) -> None:
    left = tries_in(sw)
    if sw == Sw.BLOCKED or left == 0:
        raise PukBlocked(0)
    if left is not None:
        raise PukWrong(left)
    if sw != Sw.OK:
        raise CardAnswerBad(connection.reader, f"{step}: {sw:04X}")


def _raise_if_unusable(answer: Answer, number: int) -> None:
    if answer.sw == Sw.NOT_ACTIVATED:
        raise PinNotActivated(number)
    if answer.sw == Sw.BLOCKED or tries_in(answer.sw) == 0:
        raise PinBlocked(number, 0)
