"""Sign-in: a card proves that it is there, and that its holder knows PIN1.

The challenge carries the access log's head, so that each sign-in is also the holder's signature
over everything that the log held at that moment; the log keeps it as evidence.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.statement import HeadStatement
from kanta_desk.cards.challenge import (
    DOMAIN,
    RANDOM_BYTES,
    SEAL,
    challenge_message,
    sign_challenge,
    verify_challenge,
)
from kanta_desk.cards.profile import Key
from kanta_desk.cards.watch import CardWatch
from kanta_desk.cards.ways import Ways
from kanta_desk.desk.ended import failed
from kanta_desk.errors import (
    CardError,
    CardInUse,
    CardMute,
    CardNotAccepted,
    CardRemoved,
    CardUnknown,
    NoCard,
    NoReader,
    RightMissing,
    ServiceNotRunning,
    SessionLocked,
    WrongKeyUsage,
)
from kanta_desk.model.cards import (
    CardDetails,
    CardPresence,
    CertificateSummary,
    ReaderState,
    ServiceState,
    SignedChallenge,
)
from kanta_desk.model.events import Actor, EventKind, Intent, Outcome, Phase
from kanta_desk.model.people import CardType, Holder, WorkContext
from kanta_desk.model.revocation import RevocationStatus
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.register import Rights
from kanta_desk.trust.admission import Admission, Admitted
from kanta_desk.trust.path import Use


@dataclass(frozen=True, slots=True)
class Proof:
    """Who proved to be there, as the log names them, and with what."""

    holder: Holder
    actor: Actor
    reader: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A card's signature over the log: how many events it covers, and what proves it."""

    events: int
    evidence: str


class SignIn:
    """Challenges the card in the best reader; used for sign-in and for opening a locked desk."""

    def __init__(
        self,
        watch: CardWatch,
        ways: Ways,
        admission: Admission,
        log: AccessLog,
        rights: Rights,
        clock: Callable[[], datetime],
        statement: Callable[[], HeadStatement],
    ) -> None:
        """``statement`` tells what a card signs of the log."""
        self._statement = statement
        self._watch = watch
        self._ways = ways
        self._admission = admission
        self._log = log
        self._rights = rights
        self._clock = clock

    def holder(self) -> Holder:
        """Whose card is in the best reader.

        Raises:
            CardError: what keeps it from being read.
        """
        return ready_card(self._watch)[1].holder

    def prove(
        self,
        kind: EventKind,
        session_id: str,
        pin: bytearray | None,
        context: WorkContext,
        *,
        use_last_tries: bool,
        only: Holder | None = None,
        needs_right: bool = True,
    ) -> Proof:
        """Let the holder prove presence; blocks in the card lane. ``pin`` is overwritten.

        None for ``pin``: it is typed on the reader's own pad, or in the reader software's window.
        ``needs_right`` is False for the first administrator alone, whom nobody could give one.

        Raises:
            SessionLocked, CardRemoved: if the card is not ``only``'s, at a locked desk or else; the
                PIN is not given to it.
            CardError, PinError, TrustError: as the card and its certificate tell.
            RightMissing: if the holder has no right in the register today.
            LogError: if the log cannot be written; then the card is not asked at all.
        """
        try:
            reader, card = ready_card(self._watch)
            if only is not None and card.holder != only:
                if kind is EventKind.UNLOCK:
                    raise SessionLocked
                raise CardRemoved(reader.name, "another card than the one shown")
            if card.holder.card_type in _NOT_FOR_WORK:
                raise CardNotAccepted(reader.name, card.holder.card_type)
            if not card.holder.identifier:
                raise WrongKeyUsage(card.holder.certificate_serial, "names no identifier")
            actor = self.actor(card.holder, context, session_id)
            asked = replace(actor, card_id=card.holder.card_serial)
            ref = self._log.intend(Intent(kind, asked, context))
            try:
                signed, admitted, heads = self._challenge(
                    reader, card, session_id, kind, pin, use_last_tries=use_last_tries
                )
                if needs_right:
                    self._check_right(card.holder, context)
            except BaseException as error:
                self._log.settle(ref, failed(error))
                raise
            self._log.settle(
                ref, Outcome(Phase.DONE, evidence=evidence_of(signed, admitted, heads))
            )
            return Proof(card.holder, actor, reader.name)
        finally:
            if pin is not None:
                pin[:] = bytes(len(pin))

    def _challenge(
        self,
        reader: ReaderState,
        card: CardDetails,
        session_id: str,
        kind: EventKind,
        pin: bytearray | None,
        *,
        use_last_tries: bool,
    ) -> tuple[SignedChallenge, Admitted, HeadStatement]:
        heads = self._statement()
        message = challenge_message(
            kind, session_id, secrets.token_bytes(RANDOM_BYTES), self._clock(), str(heads)
        )
        signed, admitted = self._signed(
            reader, card, message, DOMAIN, pin, use_last_tries=use_last_tries
        )
        return signed, admitted, heads

    def seal(
        self,
        holder: Holder,
        session_id: str,
        purpose: str,
        pin: bytearray | None,
        *,
        use_last_tries: bool,
    ) -> Sealed:
        """Let the holder at work sign the log as it stands; blocks in the card lane.

        ``pin`` is overwritten; None as for ``prove``.

        Raises:
            CardRemoved: if the card is not ``holder``'s; the PIN is not given to it.
            CardError, PinError, TrustError, LogError: as ``prove``.
        """
        try:
            reader, card = ready_card(self._watch)
            if card.holder != holder:
                raise CardRemoved(reader.name, "another card than the session's")
            heads = self._statement()
            message = seal_message(purpose, session_id, self._clock(), heads)
            signed, admitted = self._signed(
                reader, card, message, SEAL, pin, use_last_tries=use_last_tries
            )
            return Sealed(heads.events, evidence_of(signed, admitted, heads))
        finally:
            if pin is not None:
                pin[:] = bytes(len(pin))

    def _signed(
        self,
        reader: ReaderState,
        card: CardDetails,
        message: bytes,
        domain: str,
        pin: bytearray | None,
        *,
        use_last_tries: bool,
    ) -> tuple[SignedChallenge, Admitted]:
        """``message`` signed by the key of PIN1, proven, and its certificate judged as of now."""
        expected = _for_signing_in(card)
        try:
            with self._ways.signer.opened(
                Key.AUTHENTICATION, pin, expected=expected, use_last_tries=use_last_tries
            ) as key:
                signed = sign_challenge(key, message)
        finally:
            self._watch.refresh()  # the tries left have changed
        verify_challenge(signed, domain)
        if signed.certificate != expected.der:
            raise CardRemoved(reader.name, "another card than the one read")
        admitted = self._admission.admit(
            signed.certificate,
            intermediates=signed.issuers,
            use=Use.AUTHENTICATION,
            at=self._clock(),
        )
        self._watch.tell_revocation(card.holder.certificate_sha256, admitted.statuses)
        return signed, admitted

    def actor(self, holder: Holder, context: WorkContext, session_id: str) -> Actor:
        """The holder as the access log names them."""
        today = self._clock().astimezone(HELSINKI).date()
        roles = {
            grant.role.value
            for grant in self._rights.grants_of(holder.identity, today)
            if grant.register.key == context.register.key
        }
        return Actor(
            user_id=holder.identifier,
            user_name=holder.name,
            role=", ".join(sorted(roles)),
            title=holder.title,
            unit_oid=context.unit.oid.value,
            unit_name=context.unit.name,
            card_type=holder.card_type,
            certificate_serial=holder.certificate_serial,
            session_id=session_id,
        )

    def _check_right(self, holder: Holder, context: WorkContext) -> None:
        today = self._clock().astimezone(HELSINKI).date()
        refusal = self._rights.refusal(
            holder.identity, EventKind.SIGN_IN, context.register, context.purpose, today
        )
        if refusal is not None:
            raise RightMissing(EventKind.SIGN_IN, context.register.key, refusal)


def ready_card(watch: CardWatch) -> tuple[ReaderState, CardDetails]:
    """The card to work with, and its reader.

    Raises:
        CardError: what keeps it from being there.
    """
    state = watch.state
    if state.service is ServiceState.STOPPED:
        raise ServiceNotRunning
    reader = state.best
    if reader is None:
        raise NoReader
    if reader.card is None:
        raise _ABSENT.get(reader.presence, NoCard)(reader.name)
    return reader, reader.card


_NOT_FOR_WORK = (CardType.CITIZEN, CardType.ORGANISATION)
"""Cards that no right makes fit for this work: a citizen's own, and one that names no person."""

_ABSENT: dict[CardPresence, type[CardError]] = {
    CardPresence.MUTE: CardMute,
    CardPresence.UNKNOWN: CardUnknown,
    CardPresence.IN_USE: CardInUse,
}


def _for_signing_in(card: CardDetails) -> CertificateSummary:
    """The certificate that names the holder; every card that could be read has it."""
    return next(c for c in card.certificates if c.sha256 == card.holder.certificate_sha256)


def seal_message(purpose: str, session_id: str, time: datetime, heads: HeadStatement) -> bytes:
    """What a card signs of the log at work; its first line is no challenge's."""
    random = secrets.token_bytes(RANDOM_BYTES)
    return challenge_message(purpose, session_id, random, time, str(heads), domain=SEAL)


def evidence_of(signed: SignedChallenge, admitted: Admitted, heads: HeadStatement) -> str:
    """As ``accesslog.statement.CardStatement`` reads it, and what the issuers said meanwhile."""
    return json.dumps(
        {
            "message": base64.b64encode(signed.message).decode(),
            "signature": base64.b64encode(signed.signature).decode(),
            "algorithm": signed.algorithm,
            "certificate": base64.b64encode(signed.certificate).decode(),
            "issuers": [base64.b64encode(each).decode() for each in signed.issuers],
            "heads": heads.text,
            "revocation": [_told(status) for status in admitted.statuses],
        }
    )


def _told(status: RevocationStatus) -> dict[str, str]:
    """A certificate's status as the evidence keeps it: whence, for when, and the answer itself."""
    return {
        "state": status.state,
        "source": status.source or "",
        "produced_at": status.produced_at.isoformat() if status.produced_at else "",
        "next_update": status.next_update.isoformat() if status.next_update else "",
        "doubt": status.doubt or "",
        "answer": base64.b64encode(status.evidence).decode(),
    }
