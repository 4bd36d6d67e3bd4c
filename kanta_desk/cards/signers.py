"""The ways to a card's keys behind one interface: who keeps the card is the holder's choice.

The desk talks to the card itself over PC/SC. Where the installed reader software must be used
instead, its PKCS#11 module or its local signature service (SCS) takes the card's place; whatever
made a signature, it is proven against the certificate of the holder who was read from the card
before anything believes it, and a PIN is never given before that certificate was found.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.errors import CardRemoved
from kanta_desk.model.cards import CertificateSummary, SignerKind
from kanta_desk.trust.certificate import Certificate


class Signing(Protocol):
    """Keys opened with a PIN, for as many signatures as the card gives for it."""

    @property
    def certificate(self) -> Certificate:
        """The certificate of the key that signs."""
        ...

    def sign(self, message: bytes) -> CardSignature:
        """One signature over ``message``, proven.

        Raises:
            SignatureRejected: if the key that signed is not the certificate's.
            CardError: as the card or what stands before it tells.
        """
        ...

    def keep(self) -> None:
        """Keep the card's attention while there is nothing to sign; spends nothing.

        Windows resets a card whose transaction idles for five seconds, and so forgets the PIN.

        Raises:
            CardError: if the card is gone.
        """
        ...


class Signer(Protocol):
    """One way to the keys of the card in a reader. Blocks: used in the card lane alone."""

    @property
    def kind(self) -> SignerKind:
        """Which way this is."""
        ...

    @property
    def asks_pin(self) -> bool:
        """Whether the desk asks for the PIN; otherwise another program or the reader does."""
        ...

    def opened(
        self,
        key: Key,
        pin: bytearray | None,
        *,
        expected: CertificateSummary | None,
        use_last_tries: bool = False,
    ) -> AbstractContextManager[Signing]:
        """Open ``key`` with ``pin``, which is overwritten whatever happens; None where the holder
        types it elsewhere: on the reader's own pad, or in a window of the reader software.

        ``expected`` is the certificate that must be the key's, as it was read from the card; None
        takes whichever is there. To another card nothing is given.

        Raises:
            CardRemoved: if the card is not the one expected.
            PinPadMissing: no PIN was given, and the reader has no pad to type it on.
            PinError: format, wrong, blocked, not activated, or few tries left without consent.
            CardError: anything else between here and the card.
        """
        ...


def require_expected(
    certificate: Certificate, expected: CertificateSummary | None, where: str
) -> None:
    """Refuse a card that is not the one that was read.

    Raises:
        CardRemoved: naming ``where``.
    """
    if expected is not None and certificate.sha256 != expected.sha256:
        raise CardRemoved(where, "another card than the one read")
