"""The gate: no way to the archive, and no act on the log's own data, but through here.

Every act goes the same way: the right is checked, the intent is written durably to the access log,
the act is done, the outcome is written. A crash in between leaves an intent without an outcome,
which the next start shows. Where the log cannot be written, nothing is done and nothing is shown.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.archive.gateway import ArchiveGateway, Call
from kanta_desk.errors import AnswerTimedOut, Cancelled, KantaError, RightMissing, SessionLocked
from kanta_desk.model.events import Actor, EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.people import WorkContext
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.register import RightsRegister

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who passes the gate, in whose register and for what; made by the session at each act."""

    actor: Actor
    context: WorkContext
    is_open: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Told:
    """What only the answer told: how many, and whose or which."""

    count: int | None = None
    subject: Subject | None = None


class Gate:
    """Holds the archive, the log and the rights, and lets acts through."""

    def __init__(
        self,
        archive: ArchiveGateway,
        log: AccessLog,
        rights: RightsRegister,
        clock: Callable[[], datetime],
    ) -> None:
        self._archive = archive
        self._log = log
        self._rights = rights
        self._clock = clock

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
        intent = Intent(kind, ticket.actor, ticket.context, subject, request_id)
        self._check_right(intent, ticket)
        seq = self._log.intend(intent)
        try:
            if not ticket.is_open():  # locked while the intent was written
                raise SessionLocked
            answer = act()
            outcome = _outcome(told(answer))
        except KantaError as error:
            self._log.settle(seq, Outcome(_phase_of(error), error.code))
            raise
        except BaseException:
            self._log.settle(seq, Outcome(Phase.FAILED, KantaError.code))
            raise
        self._log.settle(seq, outcome)
        if not ticket.is_open():  # locked while the archive answered: what came is not shown
            raise SessionLocked
        return answer

    def _check_right(self, intent: Intent, ticket: Ticket) -> None:
        register, today = ticket.context.register, self._clock().astimezone(HELSINKI).date()
        if not self._rights.may(ticket.actor.user_id, intent.kind, register, today):
            self._log.record(intent, Outcome(Phase.FAILED, RightMissing.code))
            raise RightMissing(intent.kind, register.key)


def _outcome(told: Told) -> Outcome:
    return Outcome(Phase.DONE, result_count=told.count, subject=told.subject)


def _phase_of(error: KantaError) -> Phase:
    if isinstance(error, Cancelled):
        return Phase.CANCELLED
    return Phase.UNKNOWN if isinstance(error, AnswerTimedOut) else Phase.FAILED
