"""The holder's signing key for a run of signatures, opened with PIN2 once.

The card is opened in the card lane and stays open there, in one transaction, until the run ends:
the lane serves one signature after another and nothing else meanwhile. The holder types PIN2 once
for a run. It is overwritten as soon as the card has it; only for a card that wants it for each
signature it is kept until the run ends, and given again each time. The card forgets it when the run
ends, pauses or fails; pulling the card ends the run at its next signature.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.cards.signers import Signer
from kanta_desk.cards.signers import Signing as OpenKey
from kanta_desk.cards.watch import CardWatch
from kanta_desk.cards.ways import Ways
from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.errors import (
    Cancelled,
    CardAnswerBad,
    CardError,
    CardRemoved,
    KantaError,
    NoCard,
    PinBlocked,
    RequestUnsigned,
)
from kanta_desk.model.cards import (
    CardDetails,
    CertificateSummary,
    ReaderState,
    SignedChallenge,
)
from kanta_desk.model.people import Holder
from kanta_desk.trust.admission import Admission, Admitted
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.path import Use

_AWAKE_SECONDS = 2.0
"""How long a card in an open transaction is left alone; Windows resets it after five."""

FEW_TRIES = 2
"""With so few tries left, the holder is told before one is used."""


class Elsewhere(Enum):
    """Where the holder types a PIN that does not come here."""

    READER = "reader"
    """On the reader's own pad."""


@dataclass(frozen=True, slots=True)
class PinWanted:
    """What is told when PIN2 is asked for. ``few``: another wrong one or two block the card, and to
    give one is to consent to that. ``pad``: it may be typed on the reader instead. ``each``: the
    card wants it for each signature; it is asked once, kept for the run and given again."""

    tries_left: int | None
    few: bool
    pad: bool = False
    each: bool = False


AskPin = Callable[[PinWanted], bytearray | Elsewhere | None]
"""Asks the holder for PIN2; None: the holder would rather not. What it gives is overwritten."""


class SigningKey:
    """The holder's signing key while its card is open; every thread may use it."""

    def __init__(
        self, certificate: Certificate, admitted: Admitted, jobs: queue.SimpleQueue[_Job | None]
    ) -> None:
        self._certificate = certificate
        self.admitted = admitted
        self._jobs = jobs
        self._closing = threading.Lock()
        self._closed = False

    @property
    def certificate(self) -> bytes:
        """The certificate (DER) of the key."""
        return self._certificate.der

    def sign(self, message: bytes) -> bytes:
        """One signature over ``message``, proven by the room of cards.

        Raises:
            CardError: as the card tells; ``CardRemoved`` if the run is over.
        """
        return self._sign(message).signature

    def sign_text(self, message: bytes) -> SignedChallenge:
        """As ``sign``, with what proves the signature later.

        Raises:
            CardError: as ``sign``.
        """
        made = self._sign(message)
        return SignedChallenge(
            message, made.signature, made.algorithm.name, made.certificate.der, made.issuers
        )

    def _sign(self, message: bytes) -> CardSignature:
        answer: Future[CardSignature] = Future()
        with self._closing:
            if self._closed:
                raise CardRemoved("", "no longer open")
            self._jobs.put(_Job(message, answer))
        return answer.result()

    def close(self) -> None:
        """Sign nothing more."""
        with self._closing:
            self._closed = True
            self._jobs.put(None)


@dataclass(frozen=True, slots=True)
class _Job:
    message: bytes
    answer: Future[CardSignature]


class Signing:
    """Opens signing keys. Not to be used from the card lane, where it has its own work done."""

    def __init__(
        self,
        watch: CardWatch,
        ways: Ways,
        lanes: Lanes,
        admission: Admission,
        clock: Callable[[], datetime],
    ) -> None:
        self._watch = watch
        self._ways = ways
        self._lanes = lanes
        self._admission = admission
        self._clock = clock

    @contextmanager
    def opened(self, holder: Holder, ask_pin: AskPin) -> Iterator[SigningKey]:
        """The signing key of ``holder``'s own card, with a certificate that may sign now.

        The certificate is judged before anybody is asked for PIN2. The holder is not asked here
        where the way chosen asks by itself: the reader software then does so in its own window, for
        each signature anew.

        Raises:
            Cancelled: if no PIN was given.
            RequestUnsigned: if the signing certificate on the card is another person's.
            CardError, PinError, TrustError: as the card and its certificate tell.
        """
        reader, card = self._card_of(holder)
        expected = _for_signatures(reader.name, card)
        certificate = Certificate.parse(expected.der)
        admitted = self._admit(certificate, card, holder)
        signer = self._ways.signer
        left = card.tries_left[1]
        if left == 0:
            raise PinBlocked(2, left)
        few = left is not None and left <= FEW_TRIES
        pin = None
        if signer.asks_pin:
            given = ask_pin(
                PinWanted(left, few, self._ways.offers_pad(reader), card.each_signature)
            )
            if given is None:
                raise Cancelled
            pin = given if isinstance(given, bytearray) else None
        begun: Future[None] = Future()
        jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        serving = self._lanes.submit(
            Lane.CARD, self._serve, signer, expected, pin, few, begun, jobs
        )
        try:
            begun.result()
            key = SigningKey(certificate, admitted, jobs)
            try:
                yield key
            finally:
                key.close()
        finally:
            jobs.put(None)
            serving.result()

    def _admit(self, certificate: Certificate, card: CardDetails, holder: Holder) -> Admitted:
        if certificate.subject.serial_number != holder.identifier:
            raise RequestUnsigned("another holder")
        known = (der for summary in card.certificates for der in summary.path)
        return self._admission.admit(
            certificate.der,
            intermediates=tuple(dict.fromkeys(known)),
            use=Use.SIGNATURE,
            at=self._clock(),
        )

    def _card_of(self, holder: Holder) -> tuple[ReaderState, CardDetails]:
        for reader in self._watch.state.readers:
            if reader.card is not None and reader.card.holder == holder:
                return reader, reader.card
        raise NoCard("")

    def _serve(
        self,
        signer: Signer,
        expected: CertificateSummary,
        pin: bytearray | None,
        few: bool,
        begun: Future[None],
        jobs: queue.SimpleQueue[_Job | None],
    ) -> None:
        """Keep the card open and sign what comes, until told to end; runs in the card lane."""
        try:
            try:
                with signer.opened(
                    Key.SIGNATURE, pin, expected=expected, use_last_tries=few
                ) as key:
                    begun.set_result(None)
                    while (job := _next(jobs, key)) is not None:
                        _do(job, key)
            finally:
                self._watch.refresh()  # the tries left may have changed
        except KantaError as error:
            # A card that is gone when the run ends has nothing left to forget.
            if not begun.done():
                begun.set_exception(error)
        except BaseException as error:  # the thread's edge: whoever waits is told
            if begun.done():
                raise
            begun.set_exception(error)
        finally:
            if pin is not None:
                pin[:] = bytes(len(pin))


def _for_signatures(reader: str, card: CardDetails) -> CertificateSummary:
    """The certificate of the key for signatures.

    Raises:
        CardAnswerBad: if it could not be read from the card.
    """
    for each in card.certificates:
        if each.use == Use.SIGNATURE:
            return each
    raise CardAnswerBad(reader, "signature certificate: not readable")


def _next(jobs: queue.SimpleQueue[_Job | None], key: OpenKey) -> _Job | None:
    """What to sign next; the card is kept awake meanwhile, and one that is gone tells at the next
    signature."""
    while True:
        try:
            return jobs.get(timeout=_AWAKE_SECONDS)
        except queue.Empty:
            with suppress(CardError):
                key.keep()


def _do(job: _Job, key: OpenKey) -> None:
    try:
        job.answer.set_result(key.sign(job.message))
    except BaseException as error:  # the thread's edge: whoever waits is told
        job.answer.set_exception(error)
