"""The access log in an auditor's hands, and in those of who keeps it: ``session.log``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from kanta_desk.accesslog.sidebase import SavedSearch
from kanta_desk.desk.custody import (
    Approval,
    Custody,
    DisposalPlan,
    DisposalRecord,
    Due,
    Hold,
    Kept,
    write_anchor_page,
    write_disposal,
    write_verification,
)
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logbook import Logbook, LogSearch, veiled
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import DisposalRefused, FieldMissing, InvalidIdentifier, RightMissing
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    LogHead,
    Outcome,
    Phase,
    Subject,
)
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.logreport import Depth, KeptCheckpoint, ProofState, VerifyReport
from kanta_desk.model.text import Language

__all__ = ["Auditing", "DisposalPlan", "Due", "Hold", "Kept", "LogRecord", "SavedSearch"]

PROPOSAL_LIFE = timedelta(days=30)
"""A proposal that nobody confirmed by then has to be made anew."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One event in full, and what vouches for it; the client is veiled unless revealed."""

    event: Event
    proof: ProofState
    revealed: bool = False


class Auditing:
    """Every act is in the register in hand, and an event of the log that it is about."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[], Ticket],
        logbook: Logbook,
        custody: Custody,
    ) -> None:
        self._gate = gate
        self._ticket = ticket
        self._logbook = logbook
        self._custody = custody

    @verb(EventKind.LOG_SEARCH, Lane.LOG)
    def search(self, conditions: EventFilter) -> LogSearch:
        """Search the register in hand; its pages and counts belong to this one event."""
        of_register = replace(conditions, register=self._register)
        is_open = self._ticket().is_open
        return self._do(
            EventKind.LOG_SEARCH,
            Subject(client_id=conditions.client, query=in_words(conditions)),
            lambda: self._logbook.search(of_register, is_open),
            lambda found: Told(found.total),
        )

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def event(self, ref: EventRef) -> LogRecord:
        """One event in full, its client veiled.

        Raises:
            LookupError: if there is none.
            RightMissing: if it belongs to another register than the one in hand.
        """

        def read() -> LogRecord:
            return LogRecord(veiled(self._own(ref)), self._custody.proof_state(ref))

        return self._do(EventKind.LOG_VIEW, Subject(query=f"event:{ref}"), read, _one)

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def reveal(self, ref: EventRef, reason: str) -> LogRecord:
        """One event with who the client is, for a reason that the log keeps.

        Raises:
            FieldMissing: without one.
            LookupError, RightMissing: as ``event``.
        """
        why = _demanded(reason)

        def read() -> LogRecord:
            return LogRecord(self._own(ref), self._custody.proof_state(ref), revealed=True)

        return self._do(
            EventKind.LOG_VIEW,
            Subject(query=f"reveal:{ref} reason:{why}"),
            read,
            lambda found: Told(
                1,
                Subject(
                    client_id=found.event.subject.client_id,
                    client_name=found.event.subject.client_name,
                    query=f"reveal:{ref} reason:{why}",
                ),
            ),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def save_proof(self, ref: EventRef, folder: Path) -> tuple[Path, ...]:
        """Write the proof of an event, its annex, and beside them the program that checks them.

        The proof holds the event whole, its client included.

        Raises:
            LookupError: if there is no such event, or it was disposed of.
            FolderNotWritable: naming the folder.
            RightMissing: as ``event``.
        """

        def write() -> tuple[Path, ...]:
            self._own(ref)
            return self._custody.save_proof(ref, folder)

        return self._do(EventKind.LOG_EXPORT, Subject(query=f"proof:{ref}"), write, _one)

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def export(
        self, conditions: EventFilter, path: Path, language: Language, *, unmask: str = ""
    ) -> int:
        """Write what matches as CSV; how many events.

        ``unmask`` is the reason for which clients' identifiers are written whole; without one
        they, and the names, are not.

        Raises:
            FolderNotWritable: naming the folder.
        """
        of_register = replace(conditions, register=self._register)
        said = f"csv {in_words(conditions)} unmasked:{unmask.strip() or 'no'}"
        return self._do(
            EventKind.LOG_EXPORT,
            Subject(client_id=conditions.client, query=said),
            lambda: self._custody.export(
                of_register, path, language, unmasked=bool(unmask.strip())
            ),
            lambda count: Told(count),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def back_up(
        self, target: Path, on_progress: Callable[[int, int], None] = lambda *_: None
    ) -> LogHead:
        """Copy the whole log, encrypted as it is, to an empty folder; ``on_progress`` by files.

        Raises:
            LogDamaged: if a copy does not match its tree.
            LogUnavailable: if the folder is not empty, or cannot be written.
        """
        return self._do(
            EventKind.LOG_EXPORT,
            Subject(query="backup"),
            lambda: self._custody.back_up(target, on_progress),
            lambda head: Told(head.size),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def hand_over(self, target: Path, reason: str) -> LogHead:
        """Write the whole log of the register in hand, unmasked, for another controller.

        Raises:
            FieldMissing: without a reason.
            LogDamaged, LogUnavailable: as ``back_up``.
        """
        why, register = _demanded(reason), self._register
        return self._do(
            EventKind.LOG_EXPORT,
            Subject(query=f"hand over reason:{why}"),
            lambda: self._custody.hand_over(register, target),
            lambda head: Told(head.size),
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def verify(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        depth: Depth = Depth.FULL,
    ) -> VerifyReport:
        """Check the whole log: every register, and what vouches for it here and elsewhere."""
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query=depth.value),
            lambda: self._custody.verify(depth, on_progress, cancelled),
            lambda report: Told(report.size),
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def write_verification(self, report: VerifyReport, path: Path, language: Language) -> Path:
        """Write the report of a verification as PDF/A, or as text (``.txt``).

        Raises:
            FolderNotWritable: naming the folder.
        """
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query="report"),
            lambda: write_verification(report, path, language),
            _one,
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def kept(self) -> Kept:
        """Checkpoints, anchors, holds, and the months that may be disposed of."""
        register = self._register
        return self._do(
            EventKind.LOG_VERIFY, Subject(query="kept"), lambda: self._custody.kept(register)
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def checkpoint(self) -> None:
        """Sign the log as it stands, and send that to the places outside."""
        self._do(EventKind.LOG_VERIFY, Subject(query="checkpoint"), self._custody.make_checkpoint)

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def anchor_page(self, checkpoint: KeptCheckpoint, path: Path, language: Language) -> Path:
        """Write a checkpoint as a page with a QR code, to be kept on paper.

        Raises:
            FolderNotWritable: naming the folder.
        """
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query=f"page {checkpoint.tree} {checkpoint.size}"),
            lambda: write_anchor_page(checkpoint, path, language, self._custody.now),
            _one,
        )

    @verb(EventKind.LOG_HOLD, Lane.LOG)
    def place_hold(
        self,
        reason: str,
        review: date,
        *,
        client: str = "",
        user: str = "",
        document: str = "",
        session: str = "",
        time_from: datetime | None = None,
        time_to: datetime | None = None,
    ) -> Hold:
        """Keep events from disposal until the hold is lifted: those that meet all conditions.

        Raises:
            FieldMissing: without a reason or any condition.
        """
        if not any((client, user, document, session, time_from, time_to)):
            raise FieldMissing("condition")
        hold = Hold.new(
            _demanded(reason),
            review,
            client=client,
            user=user,
            document=document,
            session=session,
            time_from=time_from,
            time_to=time_to,
        )
        return self._do(
            EventKind.LOG_HOLD,
            Subject(client_id=client, query=f"hold {hold.number}"),
            lambda: hold,
            lambda placed: Told(1, evidence=placed.evidence),
        )

    @verb(EventKind.LOG_HOLD, Lane.LOG)
    def lift_hold(self, number: str, reason: str) -> None:
        """End a hold.

        Raises:
            FieldMissing: without a reason.
            LookupError: if no hold of that number is in force.
        """
        why, register = _demanded(reason), self._register

        def find() -> Hold:
            for hold in self._custody.kept(register).holds:
                if hold.number == number:
                    return hold
            raise LookupError(f"no hold {number}")

        self._do(
            EventKind.LOG_HOLD,
            Subject(query=f"lift {number} reason:{why}"),
            find,
            lambda hold: Told(1, evidence=hold.lifting),
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def plan_disposal(self, months: Sequence[Due]) -> DisposalPlan:
        """What the disposal of months of one year would take, less what holds keep.

        Raises:
            DisposalRefused: if they may not go.
        """
        register = self._register
        if not months:
            raise DisposalRefused(register, "no month")
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query=f"plan {months[0].tree.year} {' '.join(str(m.month) for m in months)}"),
            lambda: self._custody.plan_disposal(register, months),
            lambda plan: Told(plan.count),
        )

    @verb(EventKind.LOG_DISPOSAL_PLAN, Lane.LOG)
    def propose_disposal(self, plan: DisposalPlan, reason: str) -> None:
        """Approve a plan as the first of two: another administrator carries it out.

        Raises:
            FieldMissing: without a reason.
        """
        why = _demanded(reason)
        self._do(
            EventKind.LOG_DISPOSAL_PLAN,
            Subject(query=_named(plan)),
            lambda: None,
            lambda _: Told(plan.count, evidence=_proposal(plan, why)),
        )

    @verb(EventKind.LOG_DISPOSAL, Lane.LOG)
    def dispose(
        self, plan: DisposalPlan, reason: str, record: Path, language: Language
    ) -> DisposalRecord:
        """Dispose of what a plan names, for ever, and write the record of it to ``record``.

        The log is verified first. Where the options want two persons, another administrator must
        have proposed the same plan within thirty days.

        Raises:
            FieldMissing: without a reason.
            DisposalRefused: if it may not be done; nothing is changed then.
            FolderNotWritable: if the record cannot be written; what is disposed of is gone.
        """
        ticket = self._ticket()
        mine = Approval(ticket.actor, self._custody.now, _demanded(reason))
        self._gate.demand(ticket, EventKind.LOG_DISPOSAL, Subject(query=_named(plan)))
        approvals = (mine, *self._proposals(plan, ticket.actor))
        if not self._custody.approval_is_enough(approvals):
            self._refused(ticket, plan)
            raise DisposalRefused(str(plan.tree), "another person must approve")
        done = self._custody.dispose(plan, approvals[:2], ticket.context)
        write_disposal(done, record, language)
        return done

    def searches(self) -> tuple[SavedSearch, ...]:
        """The searches saved for the register in hand."""
        self._demand_search()
        return self._custody.side.searches(self._register)

    def save_search(self, name: str, query: str) -> None:
        """Save a search in the query language, in place of one of the same name.

        Raises:
            FieldMissing: if the name or the search is empty.
        """
        self._demand_search()
        if not (name.strip() and query.strip()):
            raise FieldMissing("name")
        by = self._ticket().actor.user_name
        saved = SavedSearch(self._register, name.strip(), query.strip(), by, self._custody.now)
        self._custody.side.save_search(saved)

    def forget_search(self, name: str) -> None:
        """Forget a saved search."""
        self._demand_search()
        self._custody.side.forget_search(self._register, name)

    @property
    def _register(self) -> str:
        return self._ticket().context.register.key

    def _own(self, ref: EventRef) -> Event:
        event = self._logbook.event(ref)
        if event.register_key != self._register:
            raise RightMissing(EventKind.LOG_VIEW, self._register)
        return event

    def _do(
        self,
        kind: EventKind,
        subject: Subject,
        act: Callable[[], T],
        told: Callable[[T], Told] = lambda _: Told(),
    ) -> T:
        return self._gate.do(self._ticket(), kind, subject, act, told)

    def _demand_search(self) -> None:
        self._gate.demand(self._ticket(), EventKind.LOG_SEARCH)

    def _proposals(self, plan: DisposalPlan, me: Actor) -> tuple[Approval, ...]:
        """What others said to this very plan, the newest first."""
        since = self._custody.now - PROPOSAL_LIFE
        found = []
        for event in self._logbook.events_of([EventKind.LOG_DISPOSAL_PLAN], self._register):
            if event.phase is not Phase.DONE or event.time < since:
                continue
            said = json.loads(event.evidence)
            if said["plan"] == json.loads(plan.evidence) and event.actor.user_id != me.user_id:
                found.append(Approval(event.actor, event.time, str(said["reason"])))
        return tuple(reversed(found))

    def _refused(self, ticket: Ticket, plan: DisposalPlan) -> None:
        outcome = Outcome(Phase.FAILED, DisposalRefused.code)
        self._gate.record(ticket, EventKind.LOG_DISPOSAL, Subject(query=_named(plan)), "", outcome)


def in_words(conditions: EventFilter) -> str:
    """Conditions as the log keeps them, without who the client is."""
    said = {
        "user": _no_code(conditions.user),
        "document": conditions.document,
        "kind": conditions.kind,
        "phase": conditions.phase,
        "purpose": conditions.purpose,
        "unit": conditions.unit,
        "session": conditions.session,
        "from": conditions.time_from and conditions.time_from.isoformat(),
        "to": conditions.time_to and conditions.time_to.isoformat(),
    }
    words = [f"{name}:{value}" for name, value in said.items() if value]
    words += ["client:…"] if conditions.client else []
    words += [f"-({in_words(each)})" for each in conditions.without]
    return " ".join(words)


def _no_code(word: str) -> str:
    """A personal identity code that was looked for among all names is a client's."""
    try:
        return Henkilotunnus.parse(word).masked
    except InvalidIdentifier:
        return word


def _named(plan: DisposalPlan) -> str:
    return f"{plan.tree} {plan.months[0]}–{plan.months[-1]}"


def _proposal(plan: DisposalPlan, reason: str) -> str:
    return json.dumps({"plan": json.loads(plan.evidence), "reason": reason}, ensure_ascii=False)


def _demanded(reason: str) -> str:
    if not reason.strip():
        raise FieldMissing("reason")
    return reason.strip()


def _one(_: object) -> Told:
    return Told(1)
