"""Sign-in: a card proves that it is there, and that its holder knows PIN1.

The challenge carries the access log's head, so that each sign-in is also the holder's signature
over everything that the log held at that moment; the log keeps it as evidence.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.cards.challenge import challenge_message, sign_challenge, verify_challenge
from kanta_desk.cards.watch import CardWatch
from kanta_desk.errors import (
    CardError,
    CardInUse,
    CardMute,
    CardRemoved,
    CardUnknown,
    KantaError,
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
    ReaderState,
    ServiceState,
    SignedChallenge,
)
from kanta_desk.model.events import Actor, EventKind, Intent, Outcome, Phase
from kanta_desk.model.people import Holder, WorkContext
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.register import RightsRegister
from kanta_desk.trust.path import Use, check
from kanta_desk.trust.store import TrustStore


@dataclass(frozen=True, slots=True)
class Proof:
    """Who proved to be there, as the log names them, and with what."""

    holder: Holder
    actor: Actor
    reader: str


class SignIn:
    """Challenges the card in the best reader; used for sign-in and for opening a locked desk."""

    def __init__(
        self,
        watch: CardWatch,
        trust: TrustStore,
        log: AccessLog,
        rights: RightsRegister,
        clock: Callable[[], datetime],
    ) -> None:
        self._watch = watch
        self._trust = trust
        self._log = log
        self._rights = rights
        self._clock = clock

    def prove(
        self,
        kind: EventKind,
        session_id: str,
        pin: bytearray,
        context: WorkContext,
        *,
        use_last_tries: bool,
        only: Holder | None = None,
    ) -> Proof:
        """Let the holder prove presence; blocks in the card lane. ``pin`` is overwritten.

        Raises:
            SessionLocked: if the card is not ``only``'s; the PIN is not given to it.
            CardError, PinError, TrustError: as the card and its certificate tell.
            RightMissing: if the holder has no right in the register today.
            LogError: if the log cannot be written; then the card is not asked at all.
        """
        try:
            reader, card = _ready(self._watch)
            if only is not None and card.holder != only:
                raise SessionLocked
            if not card.holder.identifier:
                raise WrongKeyUsage(card.holder.certificate_serial, "names no identifier")
            actor = self._actor(card.holder, context, session_id)
            seq = self._log.intend(Intent(kind, actor, context))
            try:
                signed = self._challenge(
                    reader, card, session_id, kind, pin, use_last_tries=use_last_tries
                )
                self._check_right(card.holder, context)
            except KantaError as error:
                self._log.settle(seq, Outcome(Phase.FAILED, error.code))
                raise
            except BaseException:
                self._log.settle(seq, Outcome(Phase.FAILED, KantaError.code))
                raise
            self._log.settle(seq, Outcome(Phase.DONE, evidence=_evidence(signed)))
            return Proof(card.holder, actor, reader.name)
        finally:
            pin[:] = bytes(len(pin))

    def _challenge(
        self,
        reader: ReaderState,
        card: CardDetails,
        session_id: str,
        kind: EventKind,
        pin: bytearray,
        *,
        use_last_tries: bool,
    ) -> SignedChallenge:
        now = self._clock()
        message = challenge_message(
            kind, session_id, secrets.token_bytes(32), now, str(self._log.head())
        )
        connection = self._watch.source.connect(reader.name)
        try:
            signed = sign_challenge(connection, pin, message, use_last_tries=use_last_tries)
        finally:
            connection.close(reset=True)
            self._watch.refresh()  # the tries left have changed
        verify_challenge(signed)
        check(
            signed.certificate,
            intermediates=signed.issuers,
            use=Use.AUTHENTICATION,
            at=now,
            store=self._trust,
        )
        if not _same_certificate(signed, card.holder):
            raise CardRemoved(reader.name, "another card than the one read")
        return signed

    def _actor(self, holder: Holder, context: WorkContext, session_id: str) -> Actor:
        today = self._clock().astimezone(HELSINKI).date()
        roles = {
            grant.role.value
            for grant in self._rights.grants_of(holder.identifier, today)
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
        if not self._rights.may(holder.identifier, EventKind.SIGN_IN, context.register, today):
            raise RightMissing(EventKind.SIGN_IN, context.register.key)


def _ready(watch: CardWatch) -> tuple[ReaderState, CardDetails]:
    state = watch.state
    if state.service is ServiceState.STOPPED:
        raise ServiceNotRunning
    reader = state.best
    if reader is None:
        raise NoReader
    if reader.card is None:
        raise _ABSENT.get(reader.presence, NoCard)(reader.name)
    return reader, reader.card


_ABSENT: dict[CardPresence, type[CardError]] = {
    CardPresence.MUTE: CardMute,
    CardPresence.UNKNOWN: CardUnknown,
    CardPresence.IN_USE: CardInUse,
}


def _same_certificate(signed: SignedChallenge, holder: Holder) -> bool:
    return sha256(signed.certificate).hexdigest() == holder.certificate_sha256


def _evidence(signed: SignedChallenge) -> str:
    return json.dumps(
        {
            "message": base64.b64encode(signed.message).decode(),
            "signature": base64.b64encode(signed.signature).decode(),
            "algorithm": signed.algorithm,
            "certificate": base64.b64encode(signed.certificate).decode(),
        }
    )
