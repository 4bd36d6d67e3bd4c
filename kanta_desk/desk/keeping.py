"""The access log in its keepers' hands: ``session.keeping``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Unpack

from kanta_desk.accesslog.clocks import ARCHIVE, Witness, stated
from kanta_desk.accesslog.disposal import is_of_the_clock
from kanta_desk.accesslog.holds import HoldConditions
from kanta_desk.accesslog.incidents import evidence_of
from kanta_desk.desk.custody import (
    Approval,
    Custody,
    DisposalPlan,
    DisposalRecord,
    Due,
    Grounds,
    Hold,
    Kept,
    write_anchor_page,
    write_disposal,
    write_verification,
)
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.logpart import LogPart, demanded, one
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import EventKind, EventRef, LogHead, Outcome, Phase, Subject
from kanta_desk.model.logreport import Depth, Had, KeptCheckpoint, VerifyReport
from kanta_desk.model.text import Language

__all__ = ["DisposalPlan", "Due", "Hold", "Keeping", "Kept"]

_MOST_NAMED = 5
"""Losses that are named in the words of an event; its evidence has all."""
PROPOSAL_LIFE = timedelta(days=30)
"""A proposal that nobody confirmed by then has to be made anew."""


class Keeping(LogPart):
    """Keeping: verification, checkpoints, copies, holds, disposal."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[], Ticket],
        logbook: Logbook,
        custody: Custody,
        rights: LiveRights,
    ) -> None:
        super().__init__(gate, ticket, logbook, custody)
        self._rights = rights

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
            lambda head: Told(head.size, evidence=_backup(target, head)),
        )

    @verb(EventKind.LOG_EXPORT, Lane.LOG)
    def hand_over(self, target: Path, reason: str) -> LogHead:
        """Write the whole log of the register in hand, unmasked, for another controller.

        Raises:
            FieldMissing: without a reason.
            LogDamaged, LogUnavailable: as ``back_up``.
        """
        why, register = demanded(reason), self._register
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

    @verb(EventKind.LOG_INCIDENT, Lane.LOG)
    def acknowledge(self, losses: Sequence[Had], reason: str) -> None:
        """Answer for losses that a verification found: they are told as acknowledged from then on.

        What was lost, how the log stands, why and who is an event of the log, signed at once. It
        covers these losses alone: any other, of the same file too, is a fault as before.

        Raises:
            FieldMissing: without a reason.
            LookupError: if none is named, or one of them is not found now.
            RightMissing: if one is of another register than the one in hand.
        """
        why, register = demanded(reason), self._register
        if not losses:
            raise LookupError("no loss is named")
        names = ", ".join(f"{had.tree} {had.size}" for had in losses[:_MOST_NAMED])
        found = self._do(
            EventKind.LOG_INCIDENT,
            Subject(query=f"lost {names} reason:{why}"),
            lambda: self._custody.lost(register, losses),
            lambda lost: Told(len(lost), evidence=evidence_of(lost, why)),
        )
        self._custody.answered(found)

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def write_verification(self, report: VerifyReport, path: Path, language: Language) -> Path:
        """Write the report of a verification as PDF/A, or as text (``.txt``).

        Raises:
            FolderNotWritable: naming the folder.
        """
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query="report"),
            lambda: write_verification(report, path, language, practice=self._custody.practice),
            one,
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def kept(self) -> Kept:
        """Checkpoints, anchors, holds, and the months that may be disposed of."""
        register = self._register
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query="kept"),
            lambda: self._custody.kept(register, self._grounds()),
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
            lambda: write_anchor_page(
                checkpoint, path, language, self._custody.now, practice=self._custody.practice
            ),
            one,
        )

    @verb(EventKind.LOG_HOLD, Lane.LOG)
    def place_hold(self, reason: str, review: date, **conditions: Unpack[HoldConditions]) -> Hold:
        """Keep events from disposal until the hold is lifted: those that meet all conditions.

        Raises:
            FieldMissing: without a reason or any condition.
        """
        hold = Hold.new(reason, review, **conditions)
        return self._do(
            EventKind.LOG_HOLD,
            Subject(client_id=hold.client, query=f"hold {hold.number}"),
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
        why, register = demanded(reason), self._register

        def find() -> Hold:
            for hold in self._custody.holds(register):
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
            DisposalRefused: if they may not go, or are of more years than one.
        """
        register = self._register
        if not months:
            raise DisposalRefused(register, "no month")
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query=f"plan {months[0].tree.year} {' '.join(str(m.month) for m in months)}"),
            lambda: self._custody.plan_disposal(register, months, self._grounds()),
            lambda plan: Told(plan.count),
        )

    @verb(EventKind.LOG_DISPOSAL_PLAN, Lane.LOG)
    def propose_disposal(self, plan: DisposalPlan, reason: str) -> None:
        """Approve a plan as the first of two: another administrator carries it out.

        Raises:
            FieldMissing: without a reason.
        """
        why = demanded(reason)
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

        The log is verified first. Where the options want two persons, another administrator, who
        still is one, must have proposed the same plan within thirty days.

        Raises:
            FieldMissing: without a reason.
            DisposalRefused: if it may not be done; nothing is changed then.
            FolderNotWritable: if the record cannot be written; what is disposed of is gone, and
                ``write_record`` writes it.
        """
        ticket = self._ticket()
        mine = Approval(ticket.actor, self._custody.now, demanded(reason))
        self._gate.demand(ticket, EventKind.LOG_DISPOSAL, Subject(query=_named(plan)))
        approvals = (mine, *self._proposals(plan, ticket))
        if not self._custody.approval_is_enough(approvals):
            self._refused(ticket, plan)
            raise DisposalRefused(str(plan.tree), "another person, who may, must approve")
        done = self._custody.dispose(plan, approvals[:2], ticket.context, self._grounds())
        write_disposal(done, record, language, practice=self._custody.practice)
        return done

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def disposals(self) -> tuple[DisposalRecord, ...]:
        """What was disposed of in the register in hand, the newest first."""
        register = self._register
        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query="disposals"),
            lambda: self._custody.disposals(register),
            lambda found: Told(len(found)),
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def write_record(self, event: EventRef, path: Path, language: Language) -> Path:
        """Write the record of a disposal again, from what the log holds of it.

        Raises:
            LookupError: if nothing was disposed of by that event.
            FolderNotWritable: naming the folder.
        """
        register, practice = self._register, self._custody.practice

        def write() -> Path:
            record = self._custody.disposal(register, event)
            return write_disposal(record, path, language, practice=practice)

        return self._do(EventKind.LOG_VERIFY, Subject(query=f"record {event.short}"), write, one)

    @verb(EventKind.LOG_CLOCK, Lane.LOG)
    def confirm_time(self, reason: str) -> None:
        """State as an auditor that it is as late as the clock says, where the log's own clock leapt
        and no third party tells the time; and answer for where it was set back, if it was. Neither
        stands in the way of a disposal from then on.

        Raises:
            FieldMissing: without a reason.
        """
        why = demanded(reason)
        self._do(
            EventKind.LOG_CLOCK,
            Subject(query=f"clock reason:{why}"),
            lambda: self._custody.verify(Depth.DAILY),
            lambda report: Told(
                evidence=stated(
                    self._custody.now,
                    why,
                    (
                        (fault.file, fault.seq_from)
                        for fault in report.faults
                        if is_of_the_clock(fault)
                    ),
                )
            ),
        )

    def _grounds(self) -> Grounds:
        ticket = self._ticket()
        told = self._logbook.times_told(ticket.actor.session_id)
        if (ahead := self._gate.clock_skew) is not None:
            told += (Witness(self._custody.now - timedelta(seconds=ahead), ARCHIVE),)
        return Grounds(told, self._rights.resting(ticket.context.register))

    def _proposals(self, plan: DisposalPlan, ticket: Ticket) -> tuple[Approval, ...]:
        """What others said to this very plan who may still say it, the newest first."""
        since, kind = self._custody.now - PROPOSAL_LIFE, EventKind.LOG_DISPOSAL_PLAN
        found = []
        for event in self._logbook.events_of([kind], self._register):
            if event.phase is not Phase.DONE or event.time < since:
                continue
            said = json.loads(event.evidence)
            theirs = Ticket(event.actor, ticket.context, ticket.is_open)
            if (
                said["plan"] == json.loads(plan.evidence)
                and event.actor.user_id != ticket.actor.user_id
                and self._gate.refusal(theirs, kind) is None
            ):
                self._logbook.demand_proven(event)
                found.append(Approval(event.actor, event.time, str(said["reason"])))
        return tuple(reversed(found))

    def _refused(self, ticket: Ticket, plan: DisposalPlan) -> None:
        outcome = Outcome(Phase.FAILED, DisposalRefused.code)
        self._gate.record(ticket, EventKind.LOG_DISPOSAL, Subject(query=_named(plan)), "", outcome)


def _backup(target: Path, head: LogHead) -> str:
    """Where a backup is and what it holds; the list of backups beside the log is no evidence."""
    said = {"backup": str(target.absolute()), "heads": head.text}
    return json.dumps(said, ensure_ascii=False)


def _named(plan: DisposalPlan) -> str:
    return f"{plan.tree} {plan.months[0]}–{plan.months[-1]}"


def _proposal(plan: DisposalPlan, reason: str) -> str:
    return json.dumps({"plan": json.loads(plan.evidence), "reason": reason}, ensure_ascii=False)
