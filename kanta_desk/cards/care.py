"""A card's PINs in their holder's care: a new PIN for an old one, or with the activation PIN.

One command each, never repeated. The card is reset at the end, so that neither PIN nor PUK stays
given.
"""

from __future__ import annotations

from kanta_desk.cards import pin
from kanta_desk.cards.fineid import FineidCard, Key, opened
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.pinpad import pad_of
from kanta_desk.cards.signers import require_expected
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import PinPadMissing, PukFormat
from kanta_desk.model.cards import CertificateSummary
from kanta_desk.trust.certificate import Certificate


def change_pin(
    connection: CardConnection,
    key: Key,
    codes: tuple[bytearray, bytearray] | None,
    *,
    expected: CertificateSummary | None = None,
    use_last_tries: bool = False,
    memory: CardMemory | None = None,
) -> None:
    """Change the PIN of a key. ``codes``: the current one and the new one, overwritten whatever
    happens; None has them typed on the reader's own pad. The connection is to be closed afterwards.
    ``expected``: the authentication certificate that the card must have; another is given nothing.

    Raises:
        CardRemoved: the card is not the one expected.
        PinFormat, PinPadMissing: nothing was sent to the card that could spend a try.
        PinError, CardError: see ``pin.change`` and ``fineid.opened``.
    """
    try:
        for code in codes or ():
            pin.require_conceivable(code, key.value)
        with opened(connection, reset=True, memory=memory) as card:
            _require_card(card, expected)
            plan = card.require_pin(key)
            for code in codes or ():
                pin.require_digits(code, key.value, plan.pin.digits)
            given = codes if codes is not None else pad_of(connection)
            if given is None:
                raise PinPadMissing(connection.reader)
            before = card.pin_state(plan.pin.reference)
            pin.change(
                connection,
                plan.pin,
                given,
                key.value,
                before=before,
                use_last_tries=use_last_tries,
            )
    finally:
        for code in codes or ():
            pin.wipe(code)


def puk_tries(
    connection: CardConnection,
    memory: CardMemory | None = None,
    expected: CertificateSummary | None = None,
) -> int | None:
    """Tries left of the activation PIN (PUK), which is not given; None if the card does not tell.

    Raises:
        CardError: see ``fineid.opened``; ``CardRemoved`` if the card is not the one expected.
    """
    with opened(connection, reset=False, memory=memory) as card:
        _require_card(card, expected)
        reference = card.plan.puk.reference
        card.pin_state(reference)
        return pin.count_tries(card.send, card.layout, reference)


def unblock_pin(
    connection: CardConnection,
    key: Key,
    puk: bytearray,
    new: bytearray,
    *,
    expected: CertificateSummary | None = None,
    use_last_tries: bool = False,
    memory: CardMemory | None = None,
) -> None:
    """Set the PIN of a key with the activation PIN (PUK): for one that is blocked, forgotten, or
    was never activated. Both are overwritten whatever happens. The connection is to be closed
    afterwards. ``expected``: as for ``change_pin``.

    Raises:
        CardRemoved: the card is not the one expected.
        PukFormat, PinFormat: nothing was sent to the card that could spend a try.
        PukWrong, PukBlocked, PukLastTries, NewPinRefused, PinChangeUnknown: see ``pin.unblock``.
        CardError: see ``fineid.opened``.
    """
    try:
        pin.require_conceivable(new, key.value)
        with opened(connection, reset=True, memory=memory) as card:
            _require_card(card, expected)
            plan, rule = card.require_pin(key), card.plan.puk
            if not pin.is_form(puk, rule.digits):
                raise PukFormat(pin.span(rule.digits))
            pin.require_digits(new, key.value, plan.pin.digits)
            card.pin_state(plan.pin.reference)
            pin.unblock(
                connection,
                card.send,
                card.layout,
                (rule, puk),
                (plan.pin, new),
                key.value,
                use_last_tries=use_last_tries,
            )
    finally:
        pin.wipe(puk)
        pin.wipe(new)


def _require_card(card: FineidCard, expected: CertificateSummary | None) -> None:
    """A code belongs to the card that was shown, and to no other put in meanwhile."""
    if expected is not None:
        found = Certificate.parse(card.certificate(Key.AUTHENTICATION))
        require_expected(found, expected, card.connection.reader)
