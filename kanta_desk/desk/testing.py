"""Deployment tests as a session's archivist holds them: ``session.tests``.

A run is one act in the access log, and each search and view of it one of its own. What the archive
answered is kept in the work base, so that a run which a crash, a lock or a lost connection ended
goes on without asking for it again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from kanta_desk.accesslog.workbase import WorkBase
from kanta_desk.deployment.history import changes_between
from kanta_desk.deployment.journal import Journal, forget_old, runs_of
from kanta_desk.deployment.kinds import KINDS
from kanta_desk.deployment.opinions import Opinions
from kanta_desk.deployment.run import DeploymentRun, RunOptions
from kanta_desk.desk.archive_source import ArchiveSource, Hands
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate, Told
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import FieldMissing, RealClients, RunUnknown
from kanta_desk.model.deployment import (
    PASSING,
    Aspect,
    CellState,
    Decision,
    DocumentVerdict,
    Plan,
    Progress,
    Ruling,
    TestKind,
    Verdict,
)
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.testruns import (
    LONGEST_NOTE,
    Choice,
    DueReport,
    RunChanges,
    RunState,
    TestRun,
)
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI

T = TypeVar("T")

_KIND = EventKind.DEPLOYMENT_TEST


class DeploymentTests:
    """Runs, their history, and what the archivist decides in them, each in the register in hand.

    The verbs raise what the gate raises, and ``RunUnknown`` for a run that is not there.
    """

    def __init__(self, gate: Gate, custody: Custody, hands: Hands) -> None:
        self._gate = gate
        self._custody = custody
        self._hands = hands

    @verb(_KIND)
    def run(
        self,
        plan: Plan,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        real_clients: str = "",
    ) -> Verdict:
        """Run a test from its beginning.

        ``real_clients`` is the basis for looking at clients who may be living people; it goes to
        the log.

        Raises:
            RealClients: if the plan names such clients and no basis is given; nothing is asked.
        """
        return self._begin(plan, on_progress, cancelled, real_clients)

    @verb(_KIND)
    def resume(
        self,
        run_id: str,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Go on with a run that came to a halt: what it knows is not asked again."""
        run = self._find(run_id)
        if not run.can_resume:
            raise RunUnknown(run_id)
        plan = self._journal(run_id).plan()
        return self._perform(plan, run, {}, on_progress, cancelled, is_new=False)

    @verb(_KIND)
    def rerun(
        self,
        run_id: str,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        plan: Plan | None = None,
    ) -> Verdict:
        """Run again what was not in order, as a new run; rows in order are taken over.

        ``plan`` is one that was corrected since: its rows that are as they were are taken over.
        """
        former = self._find(run_id)
        verdict = self._journal(run_id).verdict(former)
        wanted = plan or verdict.plan
        in_order = {
            replace(row.expected, place=""): row
            for row in verdict.rows
            if all(cell.state in PASSING for cell in row.cells)
        }
        kept = {
            row.key: replace(in_order[same], expected=row)
            for row in wanted.documents
            if (same := replace(row, place="")) in in_order
        }
        return self._begin(
            wanted, on_progress, cancelled, former.real_clients, kept, continues=run_id
        )

    def runs(self) -> tuple[TestRun, ...]:
        """The runs of the register in hand, the newest first. They name no client.

        Raises:
            RightMissing, SessionLocked, LogError.
        """
        context = self._hands.context()
        self._gate.demand(self._hands.ticket(context), _KIND)
        base = self._base
        return tuple(runs_of(base, context.register.key, base.is_busy))

    def due_reports(self) -> tuple[DueReport, ...]:
        """The tests that passed and are not marked as reported: of each plan the newest run that
        came to its end. They name no client.

        Raises:
            RightMissing, SessionLocked, LogError.
        """
        newest: dict[str, TestRun] = {}
        for run in self.runs():
            if run.state is RunState.COMPLETE:
                newest.setdefault(run.plan_name, run)
        return tuple(due for run in newest.values() if (due := self._due(run)) is not None)

    def _due(self, run: TestRun) -> DueReport | None:
        verdict = self._verdict(run.run_id)
        if not verdict.passed or verdict.reported is not None:
            return None
        began = run.started.astimezone(HELSINKI).date()
        return DueReport(run, verdict.plan.test_day or began)

    @verb(_KIND)
    def verdict(self, run_id: str) -> Verdict:
        """The verdict of a run in the history, with the decisions that hold for it; of one that
        came to a halt, what is known so far."""
        return self._do(
            f"katselu {run_id}", lambda: self._verdict(run_id), lambda v: Told(len(v.rows))
        )

    @verb(_KIND)
    def changes(self, before: str, after: str) -> RunChanges:
        """What changed from one run to another."""
        return self._do(
            f"vertailu {before} {after}",
            lambda: changes_between(self._verdict(before), self._verdict(after)),
            lambda changes: Told(len(changes.rows)),
        )

    @verb(_KIND)
    def choose(self, run_id: str, key: str, document: Oid | None, reason: str = "") -> None:
        """Say which of the candidates a row means; None: none of them. It holds from the next run
        on, in every plan that has the same row."""
        row = self._row(run_id, key)
        if document is not None and document not in {c.document_oid for c in row.candidates}:
            raise ValueError("not among the candidates")
        choice = Choice(document, _bounded(reason), self._hands.name, self._hands.clock())
        self._do(
            f"parin valinta {run_id} {key}: {document or '–'} {choice.reason}".strip(),
            lambda: self._opinions.choose(self._plan(run_id), key, choice),
            lambda _: Told(1),
            row,
        )

    @verb(_KIND)
    def decide(
        self, run_id: str, key: str, aspect: Aspect | None, ruling: Ruling, note: str
    ) -> Verdict:
        """Judge a cell, a row (no ``aspect``), or the unexpected document whose OID is ``key``. It
        holds as long as a later run finds the same. The verdict with it.

        Raises:
            FieldMissing: without a reason.
        """
        if not note.strip():
            raise FieldMissing("reason")
        verdict = self._verdict(run_id)
        row = next((r for r in verdict.rows if r.expected.key == key), None)
        if row is None and key not in {finding.place for finding in verdict.unexpected}:
            raise ValueError("no such row or document")
        decision = Decision(
            key, aspect, ruling, _bounded(note), self._hands.name, self._hands.clock()
        )
        self._do(
            f"päätös {run_id} {key} {aspect or '–'} {ruling.value}: {decision.note}",
            lambda: self._opinions.decide(verdict, decision),
            lambda _: Told(1),
            row,
        )
        return self._telling(self._opinions.held(replace(verdict, decisions=())))

    @verb(_KIND)
    def mark_reported(self, run_id: str, day: date, how: str = "") -> Verdict:
        """Write down that the test was reported, when and how."""
        return self._do(
            f"raportoitu {run_id} {day.isoformat()} {_bounded(how)}".strip(),
            lambda: self._marked(run_id, day),
            lambda _: Told(1),
        )

    @verb(_KIND)
    def forget(self, run_id: str) -> None:
        """Take a run out of the history; its events stay in the log."""
        self._find(run_id)
        self._do(f"poisto {run_id}", lambda: self._base.forget_run(run_id), lambda _: Told(1))

    def _begin(
        self,
        plan: Plan,
        on_progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        real_clients: str,
        kept: Mapping[str, DocumentVerdict] | None = None,
        continues: str = "",
    ) -> Verdict:
        run = TestRun(
            run_id=uuid.uuid4().hex,
            plan_name=plan.name,
            plan_sha256=plan.sha256,
            kind=plan.kind,
            started=self._hands.clock(),
            total=len(plan.documents),
            by=self._hands.name,
            continues=continues,
            real_clients=_bounded(real_clients),
        )
        return self._perform(plan, run, kept or {}, on_progress, cancelled, is_new=True)

    def _perform(
        self,
        plan: Plan,
        run: TestRun,
        kept: Mapping[str, DocumentVerdict],
        on_progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        *,
        is_new: bool,
    ) -> Verdict:
        """Run, as one act in the log, in the register and for the purpose that it begins with."""
        context, base = self._hands.context(), self._base
        journal = Journal(base, context.register.key, run.run_id)
        opinions = Opinions(base, context.register.key)

        def act() -> Verdict:
            if plan.real_clients and not run.real_clients:
                raise RealClients([row.place or row.key for row in plan.real_clients])
            if is_new:
                forget_old(base, context.register.key, self._hands.clock())
                journal.begin(run, plan)
                for row in kept.values():
                    journal.keep_row(row)
            options = RunOptions(
                run.run_id, run.started, opinions.choices(plan), {}, run.continues, run.real_clients
            )
            source = ArchiveSource(self._gate, self._hands, context)
            test = DeploymentRun(
                plan, source, self._hands.checks(), self._hands.clock, journal, options
            )
            verdict = test.run(on_progress, cancelled)
            journal.end(_ended(run, verdict), verdict)
            return self._telling(opinions.held(verdict))

        if not base.claim(run.run_id):
            raise RunUnknown(run.run_id)
        try:
            return self._gate.do(
                self._hands.ticket(context),
                _KIND,
                Subject(query=_query(plan, run, is_new=is_new)),
                act,
                lambda verdict: Told(len(verdict.rows)),
            )
        finally:
            base.release(run.run_id)

    def _do(
        self,
        query: str,
        act: Callable[[], T],
        told: Callable[[T], Told],
        row: DocumentVerdict | None = None,
    ) -> T:
        """One act in the register in hand, about the document of a row where there is one."""
        subject = Subject(query=query)
        if row is not None:
            oid = row.document_oid.value if row.document_oid else ""
            client = str(row.expected.client_id)
            subject = replace(subject, client_id=client, document_oid=oid)
        return self._gate.do(self._hands.ticket(self._hands.context()), _KIND, subject, act, told)

    def _verdict(self, run_id: str) -> Verdict:
        return self._opinions.held(self._journal(run_id).verdict(self._find(run_id)))

    def _marked(self, run_id: str, day: date) -> Verdict:
        self._find(run_id)
        self._opinions.report(run_id, day)
        return self._telling(self._verdict(run_id))

    def _telling(self, verdict: Verdict) -> Verdict:
        self._hands.told(verdict)
        return verdict

    def _row(self, run_id: str, key: str) -> DocumentVerdict:
        row = self._journal(run_id).rows().get(key)
        if row is None:
            raise ValueError("no such row")
        return row

    def _plan(self, run_id: str) -> Plan:
        return self._journal(run_id).plan()

    def _find(self, run_id: str) -> TestRun:
        base, register = self._base, self._hands.context().register.key
        known = (r for r in runs_of(base, register, base.is_busy) if r.run_id == run_id)
        if (run := next(known, None)) is None:
            raise RunUnknown(run_id)
        return run

    def _journal(self, run_id: str) -> Journal:
        return Journal(self._base, self._hands.context().register.key, run_id)

    @property
    def _opinions(self) -> Opinions:
        return Opinions(self._base, self._hands.context().register.key)

    @property
    def _base(self) -> WorkBase:
        return self._custody.work


def asked_by(kind: TestKind) -> tuple[Text, ...]:
    """What a kind of test proves when it passes, in words."""
    return KINDS[kind].asks


def _ended(run: TestRun, verdict: Verdict) -> TestRun:
    """The record of a run that came to its end, or to a halt."""
    waiting = CellState.WAITING
    return replace(
        run,
        state=RunState.COMPLETE if verdict.complete else RunState.STOPPED,
        ended=verdict.ended,
        result=verdict.state if verdict.complete else None,
        done=sum(row.cells[0].state is not waiting for row in verdict.rows),
        stopped_by=verdict.stopped_by,
    )


def _query(plan: Plan, run: TestRun, *, is_new: bool) -> str:
    """What the log says of a run: which plan, which run, and why with real clients."""
    said = [plan.name, f"sha256:{plan.sha256}", run.run_id]
    if not is_new:
        said.append("jatkuu")
    if run.continues:
        said.append(f"uusinta {run.continues}")
    if run.real_clients:
        said.append(f"oikeat asiakkaat: {run.real_clients}")
    return " ".join(said)


def _bounded(note: str) -> str:
    return " ".join(note.split())[:LONGEST_NOTE]
