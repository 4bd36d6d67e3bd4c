"""Signing with a card's keys: one signature, or many under one transaction.

Every signature is proven against the certificate that was read from the same card before anything
gets it. The card is reset at the end, whatever happened, so that no PIN stays given.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kanta_desk.cards import pin, signature
from kanta_desk.cards.fineid import CardSignature, FineidCard, Key, opened
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.pinpad import PinPad, pad_of
from kanta_desk.cards.plan import KeyPlan
from kanta_desk.cards.signers import require_expected
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import PinAskedAgain, PinPadMissing
from kanta_desk.model.cards import CertificateSummary
from kanta_desk.trust.certificate import Certificate


class CardSigning:
    """A key opened with its PIN, within one transaction; made by ``open_signing`` alone."""

    def __init__(
        self,
        card: FineidCard,
        key: Key,
        plan: KeyPlan,
        certificate: Certificate,
        code: bytearray | PinPad,
    ) -> None:
        self.certificate = certificate
        self.algorithm = signature.algorithm_for(certificate.public_key, card.layout.algorithms)
        self._card = card
        self._key = key
        self._plan = plan
        self._code = code
        self._issuers = card.issuers()
        self._made = 0
        self._spent = False

    def give_pin(self, *, use_last_tries: bool) -> None:
        """Give the PIN for the first time; see ``pin.verify``.

        Digits are overwritten, but where the card wants them for each signature anew.
        """
        self._card.enter(self._key)
        code = self._code
        if isinstance(code, bytearray) and self._plan.each_signature:
            code = bytearray(code)
        pin.verify(
            self._card.connection,
            self._plan.pin,
            code,
            self._key.value,
            before=self._card.pin_state(self._plan.pin.reference),
            use_last_tries=use_last_tries,
        )

    def sign(self, message: bytes) -> CardSignature:
        """One signature over ``message``, proven.

        Raises:
            SignatureRejected: if the card's key is not the certificate's.
            PinAskedAgain: if the card wants the PIN anew, against what was known of it.
            PinError: where the card wants the PIN for each signature, and takes it no more.
            CardAnswerBad: if the card refuses a step.
        """
        if self._made and self._plan.each_signature:
            self._give_again()
        key = self.certificate.public_key
        size = signature.raw_size(key)
        raw = self._card.sign_digest(
            self._key, self.algorithm, self.algorithm.digest_of(message), size
        )
        self._made += 1
        made = signature.from_card(key, raw)
        signature.verify(key, message, made, self.algorithm)
        return CardSignature(self.certificate, self.algorithm, made, self._issuers)

    def keep(self) -> None:
        """See ``Signing.keep``: asks for the PIN's state, which every card answers."""
        self._card.pin_state(self._plan.pin.reference)

    def _give_again(self) -> None:
        """Give the PIN for one more signature; after anything but its success it is never again."""
        if self._spent:
            raise PinAskedAgain(self._key.value)
        self._spent = True
        pin.again(self._card.connection, self._plan.pin, self._code, self._key.value)
        self._spent = False


@contextmanager
def open_signing(
    connection: CardConnection,
    code: bytearray | None,
    key: Key,
    *,
    expected: CertificateSummary | None = None,
    use_last_tries: bool = False,
    memory: CardMemory | None = None,
) -> Iterator[CardSigning]:
    """Open a key with its PIN, for as many signatures as are wanted; the card is reset at the end.

    ``code`` is overwritten whatever happens, at the latest at the end: at once, where the card
    keeps the PIN as given (``each_signature`` of its profile). None has the PIN typed on the
    reader's own pad. The connection is to be closed afterwards. ``expected``: the certificate that
    must be the key's; another card is given no PIN.

    Raises:
        CardRemoved: the card is not the one expected.
        PinFormat: nothing was sent to the card that could spend a try.
        PinPadMissing: the reader has no pad.
        PinError, CardError: see ``pin.verify``, ``fineid.opened`` and ``CardSigning.sign``.
    """
    try:
        if code is not None:
            pin.require_conceivable(code, key.value)
        with opened(connection, reset=True, memory=memory) as card:
            plan = card.require_pin(key)
            secret = code if code is not None else pad_of(connection)
            if secret is None:
                raise PinPadMissing(connection.reader)
            if isinstance(secret, bytearray):
                pin.require_digits(secret, key.value, plan.pin.digits)
            certificate = Certificate.parse(card.certificate(key))
            require_expected(certificate, expected, connection.reader)
            signing = CardSigning(card, key, plan, certificate, secret)
            signing.give_pin(use_last_tries=use_last_tries)
            yield signing
    finally:
        if code is not None:
            pin.wipe(code)
