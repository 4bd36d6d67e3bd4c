"""The gate: no way to the archive, and no act on the log's own data, but through here.

Every act goes the same way: the right is checked, the intent is written durably to the access log,
the act is done, the outcome is written. A crash in between leaves an intent without an outcome,
which the next start shows. Where the log cannot be written, nothing is done and nothing is shown.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.archive.gateway import ArchiveGateway, Call
from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.desk.clock import ClockGuard
from kanta_desk.desk.ended import failed
from kanta_desk.errors import (
    KantaError,
    RightMissing,
    RightsError,
    SessionLocked,
)
from kanta_desk.invalidation.records import signed_text
from kanta_desk.model.documents import VersionHistory
from kanta_desk.model.event_details import NO_CHANGE, NO_GROUNDS, Change, Grounds
from kanta_desk.model.events import (
    Actor,
    EventFilter,
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    Subject,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register, WorkContext
from kanta_desk.model.rights import Refusal
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.acts import CHANGING
from kanta_desk.rights.duty import on_duty
from kanta_desk.rights.register import Rights

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who passes the gate, in whose register and for what; made by the session at each act.

    ``grounds`` and ``change`` are what the act itself tells the log beside its subject.
    """

    actor: Actor
    context: WorkContext
    is_open: Callable[[], bool]
    grounds: Grounds = NO_GROUNDS
    change: Change = NO_CHANGE


@dataclass(frozen=True, slots=True)
class Told:
    """What only the answer told: how many, whose or which, and what proves the act.

    ``shown`` is told where fewer were shown than ``count``.
    """

    count: int | None = None
    subject: Subject | None = None
    evidence: str = ""
    shown: int | None = None


class Passage:
    """The archive and the log for one request, as ``invalidation.protocol.Archive`` wants them.

    Queries go out as ``<query_id>.1``, ``.2`` …, so that the archive's log and ours can be laid
    side by side; the request itself goes out as ``message_id``, however often.
    """

    def __init__(
        self,
        archive: ArchiveGateway,
        log: AccessLog,
        ticket: Ticket,
        message_id: str,
        query_id: str,
    ) -> None:
        self._archive = archive
        self._log = log
        self._ticket = ticket
        self._message_id = message_id
        self._query_id = query_id
        self._asked = 0

    def versions(self, set_id: Oid) -> VersionHistory:
        """See ``Archive.versions``."""
        return self._archive.states(set_id, self._query())

    def sign(
        self, order: Order, seal: Seal, certificate: bytes, signer: Callable[[bytes], bytes]
    ) -> SignedFrame:
        """See ``Archive.sign``."""
        return self._archive.sign(order, self._request(), seal, certificate, signer)

    def keep(self, frame: SignedFrame) -> None:
        """See ``Archive.keep``."""
        actor, context = self._ticket.actor, self._ticket.context
        actor = on_duty(actor, EventKind.SIGNATURE, context.purpose)
        intent = Intent(EventKind.SIGNATURE, actor, context, Subject(), self._message_id)
        self._log.record(intent, Outcome(Phase.DONE, evidence=signed_text(frame.data)))

    def send(self, frame: bytes) -> Acknowledged:
        """See ``Archive.send``."""
        return self._archive.invalidate(frame, self._request())

    def outcome(self) -> Acknowledged | None:
        """See ``Archive.outcome``."""
        return self._archive.outcome(self._message_id, self._query())

    def log_head(self) -> str:
        """See ``Archive.log_head``."""
        return str(self._log.head())

    @property
    def message_life(self) -> timedelta:
        """See ``Archive.message_life``."""
        return self._archive.message_life

    def _request(self) -> Call:
        return Call(self._ticket.actor, self._ticket.context, self._message_id)

    def _query(self) -> Call:
        self._asked += 1
        message_id = f"{self._query_id}.{self._asked}"
        return Call(self._ticket.actor, self._ticket.context, message_id)


class Gate:
    """Holds the archive, the log and the rights, and lets acts through."""

    def __init__(
        self,
        archive: ArchiveGateway,
        log: AccessLog,
        rights: Rights,
        clock: Callable[[], datetime],
        guard: ClockGuard | None = None,
    ) -> None:
        self._archive = archive
        self._log = log
        self._rights = rights
        self._clock = clock
        self.guard = guard or ClockGuard(clock)
        self.invalidating = threading.Lock()
        """Held by whoever invalidates or settles: what is on its way must not be settled."""

    def ask(
        self,
        ticket: Ticket,
        kind: EventKind,
        subject: Subject,
        act: Callable[[ArchiveGateway, Call], T],
        told: Callable[[T], Told],
    ) -> T:
        """Do an act that needs the archive.

        Raises:
            RightMissing, SessionLocked, LogError: before anything is asked.
            ArchiveError, NetError: as the archive's client raises them, after they were logged.
        """
        call = Call(ticket.actor, ticket.context, str(uuid.uuid4()))
        return self._pass(
            ticket, kind, subject, lambda: act(self._archive, call), told, call.message_id
        )

    def do(
        self,
        ticket: Ticket,
        kind: EventKind,
        subject: Subject,
        act: Callable[[], T],
        told: Callable[[T], Told] = lambda _: Told(),
    ) -> T:
        """Do an act that needs no archive: an export, a report, a look at the log itself."""
        return self._pass(ticket, kind, subject, act, told, "")

    def carry_out(
        self,
        ticket: Ticket,
        subject: Subject,
        message_id: str,
        evidence: str,
        act: Callable[[Passage], T],
        told: Callable[[T], Outcome | None],
    ) -> T:
        """Invalidate one document of an act that has begun, under ``message_id``: settled only when
        its outcome is known.

        ``act`` raises only while nothing has been sent, which settles it as failed. Where ``told``
        gives None the outcome is not known: the intent stays open, to be settled by ``settle``.

        Raises:
            RightsError, LogError: before anything is asked.
            What ``act`` raises, after it was logged.
        """
        if not ticket.is_open():
            raise SessionLocked
        intent = self._intent(ticket, EventKind.INVALIDATION, subject, message_id, evidence)
        self._check_right(intent, ticket, begun=True)
        ref = self._log.intend(intent)
        try:
            answer = act(Passage(self._archive, self._log, ticket, message_id, message_id))
        except KantaError as error:
            self._log.settle(ref, failed(error))
            raise
        if (outcome := told(answer)) is not None:
            self._log.settle(ref, outcome)
        return answer

    def settle(
        self,
        ticket: Ticket,
        intent: EventRef,
        subject: Subject,
        message_id: str,
        act: Callable[[Passage], T],
        told: Callable[[T], Outcome | None],
    ) -> T:
        """Find out what became of an invalidation whose intent stands open, and write it down.

        The asking is an event of its own, of whoever asks; the outcome goes to the open intent.

        Raises:
            RightsError, LogError: before anything is asked.
            ArchiveError, NetError: if the archive cannot be asked; then it stays open.
        """
        if not ticket.is_open():
            raise SessionLocked
        query_id = str(uuid.uuid4())
        self.demand(ticket, EventKind.INVALIDATION, subject)
        asking = self._log.intend(self._intent(ticket, EventKind.VERSIONS, subject, query_id))
        try:
            answer = act(Passage(self._archive, self._log, ticket, message_id, query_id))
        except KantaError as error:
            self._log.settle(asking, failed(error))
            raise
        self._log.settle(asking, Outcome(Phase.DONE, result_count=1))
        if (outcome := told(answer)) is not None:
            self._log.settle(intent, outcome)
        return answer

    def prepare(self, ticket: Ticket, order: Order, message_id: str) -> bytes:
        """The frame that an order would send, unsigned; asks nobody and tells nothing new."""
        return self._archive.prepare(order, Call(ticket.actor, ticket.context, message_id))

    @property
    def clock_skew(self) -> float | None:
        """Seconds by which this computer's clock is ahead of the archive's, where it is known."""
        return self._archive.clock_skew

    @property
    def sends_reason(self) -> bool:
        """Whether the reason for an invalidation goes out with the request."""
        return self._archive.sends_reason

    def new_oid(self, ticket: Ticket, number: int, year: int) -> Oid:
        """An OID for a new version of a document."""
        return self._archive.new_oid(ticket.context.unit.oid, number, year)

    def begin(
        self, ticket: Ticket, kind: EventKind, subject: Subject, act_id: str, evidence: str
    ) -> EventRef:
        """Write the intent of an act of many parts, each of which passes the gate by itself.

        Raises:
            RightsError, LogError.
        """
        if not ticket.is_open():
            raise SessionLocked
        intent = self._intent(ticket, kind, subject, act_id, evidence)
        self._check_right(intent, ticket)
        return self._log.intend(intent)

    def record(
        self, ticket: Ticket, kind: EventKind, subject: Subject, act_id: str, outcome: Outcome
    ) -> None:
        """Write an act that is nothing but its record.

        Raises:
            RightsError, LogError.
        """
        if not ticket.is_open():
            raise SessionLocked
        intent = self._intent(ticket, kind, subject, act_id)
        self._check_right(intent, ticket)
        self._log.record(intent, outcome)

    def end(self, intent: EventRef, outcome: Outcome) -> None:
        """Write how such an act ended.

        Raises:
            LogError.
        """
        self._log.settle(intent, outcome)

    def demand(self, ticket: Ticket, kind: EventKind, subject: Subject | None = None) -> None:
        """Refuse to go on with an act that was let in before: session, right and clock, as of now.

        Raises:
            SessionLocked, RightMissing, ClockJumped: logged where ``subject`` is given.
        """
        if not ticket.is_open():
            raise SessionLocked
        if subject is not None:
            self._check_right(self._intent(ticket, kind, subject), ticket)
            return
        if refusal := self.refusal(ticket, kind):
            raise RightMissing(kind, ticket.context.register.key, refusal)
        if kind in CHANGING:
            self.guard.check(None)

    def refusal(self, ticket: Ticket, kind: EventKind) -> Refusal | None:
        """Why an act would be refused now; None: it would not. Leaves nothing in the log."""
        return self._rights.refusal(
            ticket.actor.identity,
            kind,
            ticket.context.register,
            ticket.context.purpose,
            self._clock().astimezone(HELSINKI).date(),
        )

    def _pass(
        self,
        ticket: Ticket,
        kind: EventKind,
        subject: Subject,
        act: Callable[[], T],
        told: Callable[[T], Told],
        request_id: str,
    ) -> T:
        if not ticket.is_open():
            raise SessionLocked
        intent = self._intent(ticket, kind, subject, request_id)
        self._check_right(intent, ticket)
        ref = self._log.intend(intent)
        try:
            if not ticket.is_open():  # locked while the intent was written
                raise SessionLocked
            answer = act()
            outcome = _outcome(told(answer))
        except BaseException as error:
            self._log.settle(ref, failed(error))
            raise
        self._log.settle(ref, outcome)
        if not ticket.is_open():  # locked while the archive answered: what came is not shown
            raise SessionLocked
        return answer

    def _check_right(self, intent: Intent, ticket: Ticket, *, begun: bool = False) -> None:
        """``begun``: part of an act whose ``begin`` has laid the clock beside the log's newest
        event, so that only what has moved it since is looked for."""
        register = ticket.context.register
        try:
            if refusal := self.refusal(ticket, intent.kind):
                raise RightMissing(intent.kind, register.key, refusal)
            if intent.kind in CHANGING:
                self.guard.check(None if begun else self._newest(register))
        except RightsError as error:
            self._log.record(intent, failed(error))
            raise

    def _intent(
        self,
        ticket: Ticket,
        kind: EventKind,
        subject: Subject,
        request_id: str = "",
        evidence: str = "",
    ) -> Intent:
        context = ticket.context
        return Intent(
            kind,
            on_duty(ticket.actor, kind, context.purpose),
            context,
            subject,
            request_id,
            evidence,
            ticket.grounds,
            ticket.change,
            self.guard.reading(self._archive.clock_skew),
        )

    def _newest(self, register: Register) -> datetime | None:
        page = self._log.search(EventFilter(register=register.key), limit=1)
        return page.events[0].time if page.events else None


def _outcome(told: Told) -> Outcome:
    return Outcome(
        Phase.DONE,
        result_count=told.count,
        subject=told.subject,
        evidence=told.evidence,
        shown_count=None if told.shown == told.count else told.shown,
    )
