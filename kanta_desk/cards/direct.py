"""Signing with the card itself over PC/SC: the way that needs no other program, and the default."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kanta_desk.cards import pin as pins
from kanta_desk.cards.fineid import Key
from kanta_desk.cards.signers import Signing
from kanta_desk.cards.signing import open_signing
from kanta_desk.cards.watch import CardWatch
from kanta_desk.errors import CardRemoved, NoCard
from kanta_desk.model.cards import CertificateSummary, SignerKind


class DirectSigner:
    """A ``Signer`` over the readers that a watch follows."""

    kind = SignerKind.PCSC
    asks_pin = True

    def __init__(self, watch: CardWatch) -> None:
        self._watch = watch

    @contextmanager
    def opened(
        self,
        key: Key,
        pin: bytearray | None,
        *,
        expected: CertificateSummary | None,
        use_last_tries: bool = False,
    ) -> Iterator[Signing]:
        """See ``Signer.opened``; None for ``pin`` has it typed on the reader's own pad.

        Raises:
            CardRemoved: if no reader has the card expected any more, or it was swapped.
            CardError, PinError: see ``signing.open_signing``.
        """
        try:
            connection = self._watch.source.connect(self._reader_of(expected))
            try:
                with open_signing(
                    connection,
                    pin,
                    key,
                    expected=expected,
                    use_last_tries=use_last_tries,
                    memory=self._watch.memory,
                ) as signing:
                    yield signing
            finally:
                connection.close(reset=True)
        finally:
            if pin is not None:
                pins.wipe(pin)

    def _reader_of(self, expected: CertificateSummary | None) -> str:
        """The reader whose card bears the certificate; without one, the best reader."""
        state = self._watch.state
        if expected is None:
            if state.best is None:
                raise NoCard("")
            return state.best.name
        for reader in state.readers:
            known = reader.card.certificates if reader.card else ()
            if any(each.sha256 == expected.sha256 for each in known):
                return reader.name
        raise CardRemoved("", "the card expected is in no reader")
