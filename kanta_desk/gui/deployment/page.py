"""The Deployment test page: a plan, its run, the matrix with evidence, decisions, the report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import Cancelled, KantaError, RealClients
from kanta_desk.gui.deployment.asking import RealClientsPanel
from kanta_desk.gui.deployment.evidence import EvidencePanel
from kanta_desk.gui.deployment.handing import found_in
from kanta_desk.gui.deployment.history import HistoryPanel
from kanta_desk.gui.deployment.matrix_view import MatrixView
from kanta_desk.gui.deployment.outcome_lines import OutcomeLines
from kanta_desk.gui.deployment.plan_panel import PlanPanel
from kanta_desk.gui.deployment.plan_reading import PlanReading
from kanta_desk.gui.deployment.report_side import ReportSide
from kanta_desk.gui.invalidations.wish import KEY as INVALIDATIONS
from kanta_desk.gui.invalidations.wish import TEST_DOCUMENT, Wish, why_not
from kanta_desk.gui.language import number
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, start
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.model.deployment import (
    Aspect,
    DocumentVerdict,
    Plan,
    Progress,
    Ruling,
    Verdict,
)
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import WorkContext
from kanta_desk.model.testruns import TestRun

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

_STACKED = 960


class DeploymentPage(Page):
    """The plan above, the matrix left, the evidence, the runs or the report's details right.

    At a lock the page shows nothing, but keeps what was checked; unlocked in the same register it
    shows that again.
    """

    key = "deployment"
    icon = "deployment"
    needs = EventKind.DEPLOYMENT_TEST

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._plan: Plan | None = None
        self._rows: list[DocumentVerdict] = []
        self._verdict: Verdict | None = None
        self._worked_in: WorkContext | None = None
        self._running = False
        self._hidden = False
        self._start_when_read = False
        self._busy = BusyLine()
        self.reading = PlanReading(desk, self._busy)
        self.reading.came.connect(self._read)
        self.reading.failed.connect(self._not_read)
        self.reading.wrote.connect(self._plan_written)
        self.reading.wanted.connect(self._show_reading)
        self.history = HistoryPanel(desk)
        self.history.came.connect(lambda: self._show_right(self.history))
        self.history.open_wanted.connect(self.open_run)
        self.history.resume_wanted.connect(self.resume)
        self.history.failed.connect(self._tell)
        self.history.closed.connect(self._show_evidence)
        self.plan_panel = PlanPanel(desk.practice_plan)
        self.plan_panel.choose_wanted.connect(self._ask_plan)
        self.plan_panel.folder_wanted.connect(self.reading.ask_folder)
        self.plan_panel.columns_wanted.connect(self.reading.show_columns)
        self.plan_panel.files_wanted.connect(self.reading.show_files)
        self.plan_panel.template_wanted.connect(self.reading.ask_template)
        self.plan_panel.save_wanted.connect(self._save_plan)
        self.plan_panel.practice_wanted.connect(self.use_practice_plan)
        self.plan_panel.history_wanted.connect(self.history.fetch)
        self.plan_panel.start_wanted.connect(self.run)
        self.matrix = MatrixView()
        self.matrix.chosen.connect(self._show_cell)
        self.matrix.narrowed.connect(self._offer_invalidation)
        self.evidence = EvidencePanel()
        self.evidence.decided.connect(self.decide)
        self.evidence.chosen.connect(self.choose)
        self.reporting = ReportSide(desk, self._busy, self)
        self.reporting.show_wanted.connect(self._show_right)
        self.reporting.told.connect(self._tell_written)
        self.reporting.marked.connect(self._decided)
        self.reporting.failed.connect(self._tell)
        self.reporting.steps.invalidate_wanted.connect(self._invalidate)
        self.real_clients = RealClientsPanel()
        self.real_clients.accepted.connect(self.run)
        self.real_clients.rejected.connect(self.real_clients.wipe)
        self.outcome = OutcomeLines()
        self.outcome.again_wanted.connect(self.run_again)
        self.outcome.unexpected_wanted.connect(self._show_unexpected)
        self.outcome.whole_wanted.connect(self._show_whole)
        self._error = ErrorLine()
        self._written = NoticeLine()
        self._empty = EmptyState(
            "deployment",
            self.tr("Choose the plan of the test"),
            self.tr(
                "The test looks up each document of the plan in the archive, and checks that it "
                "is there, in the right register, with the right metadata and the right content."
            ),
            (self.tr("Choose a plan…"), self._ask_plan),
        )
        self._left = QStackedWidget()
        self._right = QStackedWidget()
        self._arrange()

    @property
    def plan(self) -> Plan | None:
        """The plan that was read."""
        return self._plan

    @property
    def verdict(self) -> Verdict | None:
        """The outcome of the run that is shown, if it came to its end."""
        return self._verdict

    def title(self) -> str:
        """The place's name."""
        return self.tr("Deployment test")

    def entered(self) -> None:
        """Show again what a lock hid; otherwise offer to go on with a run that came to a halt."""
        session = self.desk.session
        if session is None:
            return
        if not self._hidden:
            if self._plan is None:
                self._look_for_a_halted_run(session)
            return
        self._hidden = False
        if self._worked_in != session.context:
            self._rows, self._verdict = [], None
        if self._plan is not None:
            self._show_plan(self._plan)
            for row in self._rows:
                self.matrix.put(row)
            if self._verdict is not None:
                self._show_verdict(self._verdict)
            elif self._rows:
                self.outcome.tell_interrupted()
        self._look_for_a_halted_run(session)

    def wipe(self) -> None:
        """Show nothing; what was checked so far is kept for the same session."""
        self._hidden = True
        self._running = False
        self.matrix.show_plan(None)
        self.reading.wipe()
        for part in (self.evidence, self.history, self.real_clients, self.reporting):
            part.wipe()
        self._right.setCurrentWidget(self.evidence)
        self._right.hide()
        self._left.setCurrentWidget(self._empty)
        self.plan_panel.show_plan(None)
        self.plan_panel.lock(running=False)
        self.plan_panel.start.setEnabled(False)
        for line in (self.outcome, self._error, self._written):
            line.clear()

    def show_sample(self) -> None:
        """Run the practice plan."""
        self._start_when_read = True
        self.use_practice_plan()

    def use_practice_plan(self) -> None:
        """Read the plan that belongs to the practice set."""
        if self.desk.practice_plan is not None:
            self.read(self.desk.practice_plan)

    def read(self, path: Path) -> None:
        """Read a plan; one with a fault is not taken, and the fault is told with its place."""
        self._error.clear()
        self.reading.read(path)

    def run(self, real_clients: str = "") -> None:
        """Run the test from its beginning; ``real_clients`` is the basis for such clients."""
        session = self.desk.session
        if session is None or self._plan is None or self._running:
            return
        self._begin(self._plan, session.context)
        self._follow(partial(session.tests.run, real_clients=real_clients), self._plan)

    def resume(self, run_id: str) -> None:
        """Go on with a run that came to a halt."""
        session = self.desk.session
        if session is not None and not self._running:
            self._worked_in, self._running = session.context, True
            self.plan_panel.lock(running=True)
            self.outcome.clear()
            self._follow(session.tests.resume, run_id)

    def run_again(self) -> None:
        """Run again what was not in order."""
        session = self.desk.session
        if session is None or self._verdict is None or self._running:
            return
        verdict = self._verdict
        self._begin(verdict.plan, session.context)
        self._follow(session.tests.rerun, verdict.run_id)

    def decide(self, key: str, aspect: Aspect | None, ruling: Ruling, note: str) -> None:
        """Record the archivist's decision."""
        session = self.desk.session
        if session is not None and self._verdict is not None:
            start(
                self, self.desk, session.tests.decide,
                self._verdict.run_id, key, aspect, ruling, note,
                done=self._decided, failed=self._tell,
            )  # fmt: skip

    def choose(self, key: str, document: Oid | None, reason: str) -> None:
        """Record which document a row means."""
        session = self.desk.session
        if session is not None and self._verdict is not None:
            start(
                self, self.desk, session.tests.choose,
                self._verdict.run_id, key, document, reason,
                done=lambda _: self._chose(), failed=self._tell,
            )  # fmt: skip

    def open_run(self, run_id: str) -> None:
        """Show the verdict of a run of the history."""
        session = self.desk.session
        if session is not None and not self._running:
            task = start(
                self, self.desk, session.tests.verdict, run_id,
                done=self._show_run, failed=self._tell,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Reading the run…"))

    def _follow(self, act: Callable[..., Verdict], what: Plan | str) -> None:
        task = start(
            self, self.desk, act, what, Hook.PROGRESS, Hook.CANCELLED,
            done=self._done, failed=self._stopped, progressed=self._progressed, lane=Lane.NET,
        )  # fmt: skip
        self._busy.follow(task, self.tr("The test is running…"), can_cancel=True)

    def _read(self, plan: Plan) -> None:
        self._plan = plan
        self._rows, self._verdict = [], None
        self._error.clear()
        self.reporting.forget()
        self._show_plan(plan)
        self._tell_left_out()
        if self._start_when_read:
            self._start_when_read = False
            self.run()

    def _not_read(self, error: KantaError) -> None:
        self._start_when_read = False
        self._error.show_error(error, (self.tr("Choose another file"), self._ask_plan))

    def _show_reading(self, wanted: bool) -> None:
        """Show what is asked about a plan's file, or again what stood there before."""
        before = self.matrix if self._plan is not None else self._empty
        self._left.setCurrentWidget(self.reading if wanted else before)
        self._right.setVisible(not wanted and self._plan is not None)

    def _tell_left_out(self) -> None:
        if count := self.reading.left_out:
            self._written.tell(
                Tone.WARNING,
                self.tr("%n file(s) of the folder are no part of the plan", "", count),
                "",
                (self.tr("Show them"), self.reading.show_files),
            )

    def _save_plan(self) -> None:
        if self._plan is not None:
            self.reading.ask_where(self._plan)

    def _plan_written(self, title: str, path: Path) -> None:
        self._written.tell(Tone.OK, title, str(path))

    def _show_plan(self, plan: Plan) -> None:
        self.plan_panel.show_plan(plan, self.reading.has_columns, self.reading.has_files)
        self.matrix.show_plan(plan)
        for part in (self.evidence, self.real_clients, self.reporting):
            part.wipe()
        self._right.setCurrentWidget(self.evidence)
        self._right.show()
        self._left.setCurrentWidget(self.matrix)
        for line in (self.outcome, self._written):
            line.clear()

    def _begin(self, plan: Plan, context: WorkContext) -> None:
        self._rows, self._verdict = [], None
        self._worked_in = context
        self._running = True
        self._error.clear()
        self._show_plan(plan)
        self.plan_panel.lock(running=True)
        self._busy.progress(0, len(plan.documents))

    def _progressed(self, progress: Progress) -> None:
        self._busy.progress(
            progress.done,
            progress.total,
            self.tr("Checked {done} of {total} documents").format(
                done=number(progress.done), total=number(progress.total)
            ),
        )
        if progress.row is not None:
            self._rows.append(progress.row)
            self.matrix.put(progress.row)
            chosen = self.matrix.cell()
            if chosen is not None and chosen.row is progress.row:
                self._show_cell()

    def _done(self, verdict: Verdict) -> None:
        self._ended()
        self._show_run(verdict)
        self.matrix.choose_first_fault()

    def _show_run(self, verdict: Verdict) -> None:
        self._plan, self._rows = verdict.plan, list(verdict.rows)
        self._show_plan(verdict.plan)
        self._show_verdict(verdict)

    def _stopped(self, error: KantaError) -> None:
        self._ended()
        if isinstance(error, Cancelled):
            self.outcome.tell_interrupted()
        elif isinstance(error, RealClients):
            self.real_clients.ask(str(error.fields["places"]), int(str(error.fields["count"])))
        else:
            self._error.show_error(error, (self.tr("Start again"), self.run))

    def _ended(self) -> None:
        self._running = False
        self.plan_panel.lock(running=False)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.matrix.show_verdict(verdict)
        self.outcome.show_verdict(verdict)
        self.reporting.show_verdict(verdict)
        self._offer_invalidation()

    def _offer_invalidation(self) -> None:
        found = len(self._to_invalidate())
        self.reporting.steps.offer_invalidation(found, why_not(self.desk))

    def _to_invalidate(self) -> tuple[Oid, ...]:
        """The documents of the rows that are shown."""
        return found_in(self._verdict, self.matrix.shown_rows()) if self._verdict else ()

    def _decided(self, verdict: Verdict) -> None:
        self._show_verdict(verdict)
        self._show_cell()

    def _chose(self) -> None:
        self._written.tell(
            Tone.OK,
            self.tr("The choice is recorded and holds from the next run on"),
            "",
            (self.tr("Run again what failed"), self.run_again),
        )

    def _look_for_a_halted_run(self, session: Session) -> None:
        if self._running or session.refusal(self.needs) is not None:
            return
        start(
            self, self.desk, session.tests.runs, lane=Lane.NET,
            done=self._offer_halted, failed=self._tell,
        )  # fmt: skip

    def _offer_halted(self, runs: tuple[TestRun, ...]) -> None:
        halted = next((run for run in runs if run.can_resume), None)
        if halted is not None and self._verdict is None and not self._running:
            self.outcome.offer_halted(halted, lambda: self.resume(halted.run_id))

    def _show_cell(self) -> None:
        if chosen := self.matrix.cell():
            self.evidence.show_row(chosen.expected, chosen.row, chosen.aspect, self._verdict)
            self._show_evidence()

    def _show_evidence(self) -> None:
        self._show_right(None)

    def _show_right(self, widget: QWidget | None) -> None:
        """Show a widget on the right, or the evidence."""
        self._right.setCurrentWidget(widget or self.evidence)
        self._right.setVisible(widget is not None or self._plan is not None)

    def _tell_written(self, title: str, text: str, action: tuple[str, Callable[[], None]]) -> None:
        self._written.tell(Tone.OK, title, text, action)

    def _show_unexpected(self) -> None:
        if self._verdict is not None:
            self.evidence.show_unexpected(self._verdict)
            self._show_evidence()

    def _show_whole(self) -> None:
        if self._verdict is not None:
            self.evidence.show_whole(self._verdict)
            self._show_evidence()

    def _ask_plan(self) -> None:
        self._error.clear()
        self.reading.ask_file()

    def _invalidate(self) -> None:
        if oids := self._to_invalidate():
            self.handed.emit(INVALIDATIONS, Wish(oids, TEST_DOCUMENT))

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _arrange(self) -> None:
        for left in (self._empty, self.matrix, self.reading):
            self._left.addWidget(left)
        for right in (
            self.evidence, self.reporting.form, self.history, self.reporting.reported
        ):  # fmt: skip
            self._right.addWidget(right)
        self._right.hide()
        above = (
            self.plan_panel, self._busy, self._error, self._written, self.real_clients,
            self.outcome, self.reporting.steps,
        )  # fmt: skip
        sides = Sides(self._left, self._right, (690, 360), stacked_below=_STACKED)
        work_page(self, self.title(), above, sides)
