"""The Deployment test page: a plan, its run, the matrix with evidence, the report."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import known_details, read_plan, report_deadline
from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.gui.deployment.evidence import EvidencePanel
from kanta_desk.gui.deployment.matrix import ASPECTS, FIRST_ASPECT, TITLE, MatrixModel
from kanta_desk.gui.deployment.plan_panel import PlanPanel
from kanta_desk.gui.deployment.report_form import ReportForm
from kanta_desk.gui.invalidations.wish import KEY as INVALIDATIONS
from kanta_desk.gui.invalidations.wish import TEST_DOCUMENT, Wish, why_not
from kanta_desk.gui.language import day, language, number, say
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, EmptyState, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.deployment import (
    CELL_NAMES,
    CellState,
    DocumentVerdict,
    Plan,
    Progress,
    Verdict,
)
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import WorkContext
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTHS = (46, 180)
_AROUND_A_WORD = 40  # icon and padding of a cell
_LINES = 2
_STACKED = 860
_COUNTED = (CellState.OK, CellState.FAILED, CellState.WARNING, CellState.NOT_CHECKED)


class DeploymentPage(Page):
    """The plan above, the matrix left, the evidence or the report's details right.

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
        self.plan_panel = PlanPanel(desk.practice_plan)
        self.plan_panel.choose_wanted.connect(self._ask_plan)
        self.plan_panel.practice_wanted.connect(self.use_practice_plan)
        self.plan_panel.start_wanted.connect(self.run)
        self.plan_panel.invalidate_wanted.connect(self._invalidate)
        self.model = MatrixModel(self)
        self.table = Table(
            self.model,
            self.tr("Matrix of the deployment test"),
            (*_WIDTHS, *(self._width_of_a_cell() for _ in ASPECTS)),
            by_cell=True,
            elastic=TITLE,
            lines=_LINES,
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_cell())
        self.evidence = EvidencePanel()
        self.form = ReportForm()
        self.form.accepted.connect(self._ask_where)
        self.form.rejected.connect(self._show_evidence)
        self.verdict_line = NoticeLine(closable=False, beside=True)
        self.unexpected_line = NoticeLine(closable=False, beside=True)
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._written = NoticeLine()
        self._counts = Body(role="hint")
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
    def verdict(self) -> Verdict | None:
        """The outcome of the run that is shown, if it came to its end."""
        return self._verdict

    def title(self) -> str:
        """The place's name."""
        return self.tr("Deployment test")

    def entered(self) -> None:
        """Show again what a lock hid."""
        session = self.desk.session
        if not self._hidden or session is None:
            return
        self._hidden = False
        if self._worked_in != session.context:
            self._rows, self._verdict = [], None
        if self._plan is not None:
            self._show_plan(self._plan)
            for row in self._rows:
                self.model.put(row)
            if self._verdict is not None:
                self._show_verdict(self._verdict)
            elif self._rows:
                self._tell_interrupted()

    def wipe(self) -> None:
        """Show nothing; what was checked so far is kept for the same session."""
        self._hidden = True
        self._running = False
        self.model.show(None)
        self.evidence.wipe()
        self._right.setCurrentWidget(self.evidence)
        self._right.hide()
        self._left.setCurrentWidget(self._empty)
        self.plan_panel.show_plan(None)
        self.plan_panel.lock(running=False)
        self.plan_panel.offer_invalidation(0, "")
        self.plan_panel.start.setEnabled(False)
        self._counts.clear()
        for line in (self.verdict_line, self.unexpected_line, self._error, self._written):
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
        task = start(
            self, self.desk, read_plan, path,
            done=self._read, failed=self._not_read, lane=Lane.NET,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Reading the plan…"))

    def run(self) -> None:
        """Run the test from its beginning."""
        session = self.desk.session
        if session is None or self._plan is None or self._running:
            return
        self._begin(self._plan, session.context)
        task = start(
            self, self.desk, session.verify, self._plan, Hook.PROGRESS, Hook.CANCELLED,
            done=self._done, failed=self._stopped, progressed=self._progressed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("The test is running…"), can_cancel=True)
        self._busy.progress(0, len(self._plan.documents))

    def write_report_to(self, path: Path) -> None:
        """Write the report with the form's details to ``path``."""
        session = self.desk.session
        if session is None or self._verdict is None:
            return
        self._error.clear()
        self._written.clear()
        task = start(
            self, self.desk, session.write_report,
            self._verdict, self.form.details(), path, language(),
            done=self._report_written, failed=self._tell,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Writing the report…"))

    def open_report_form(self) -> None:
        """Show the report's details beside the matrix."""
        session = self.desk.session
        if session is not None and self._verdict is not None:
            self.form.fill(known_details(self.desk.options, session, self._verdict))
            self._right.setCurrentWidget(self.form)
            self.form.organisation.setFocus()

    def _read(self, plan: Plan) -> None:
        self._plan = plan
        self._rows, self._verdict = [], None
        self._show_plan(plan)
        if self._start_when_read:
            self._start_when_read = False
            self.run()

    def _not_read(self, error: KantaError) -> None:
        self._start_when_read = False
        self._error.show_error(error, (self.tr("Choose another file"), self._ask_plan))

    def _show_plan(self, plan: Plan) -> None:
        self.plan_panel.show_plan(plan)
        self.model.show(plan)
        self.evidence.wipe()
        self._right.setCurrentWidget(self.evidence)
        self._right.show()
        self._left.setCurrentIndex(1)
        self._count()
        self.plan_panel.offer_invalidation(0, "")
        for line in (self.verdict_line, self.unexpected_line, self._written):
            line.clear()

    def _begin(self, plan: Plan, context: WorkContext) -> None:
        self._rows, self._verdict = [], None
        self._worked_in = context
        self._running = True
        self._error.clear()
        self._show_plan(plan)
        self.plan_panel.lock(running=True)

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
            self.model.put(progress.row)
            self._count()
            if any(self.model.verdict(at.row()) is progress.row for at in self._chosen()):
                self._show_cell()

    def _done(self, verdict: Verdict) -> None:
        self._ended()
        self._verdict = verdict
        self._rows = list(verdict.rows)
        for row in verdict.rows:
            self.model.put(row)
        self._show_verdict(verdict)
        if not self._chosen():
            self.table.setCurrentIndex(self.model.first_fault())

    def _stopped(self, error: KantaError) -> None:
        self._ended()
        if isinstance(error, Cancelled):
            self._tell_interrupted()
        else:
            self._error.show_error(error, (self.tr("Start again"), self.run))

    def _ended(self) -> None:
        self._running = False
        self.plan_panel.lock(running=False)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._count()
        self.plan_panel.offer_invalidation(len(_found(verdict)), why_not(self.desk))
        tone, title, text = self._said(verdict)
        report = (self.tr("Write the report (PDF)…"), self.open_report_form)
        self.verdict_line.tell(tone, title, text, report)
        if verdict.unexpected:
            self.unexpected_line.tell(
                Tone.WARNING,
                self.tr(
                    "%n document(s) of the test persons that the plan does not name",
                    "",
                    len(verdict.unexpected),
                ),
                "",
                (self.tr("Show them"), self._show_unexpected),
            )

    def _said(self, verdict: Verdict) -> tuple[Tone, str, str]:
        """Tone, title and text of the line that tells the outcome."""
        if not verdict.complete:
            why = (
                self.tr("It was stopped by error {code}.").format(code=verdict.stopped_by)
                if verdict.stopped_by
                else self.tr("It was cancelled.")
            )
            return Tone.NEUTRAL, self.tr("The test did not come to its end"), why
        faulty = Counter(row.state for row in verdict.rows)
        if verdict.passed:
            return Tone.OK, self.tr("The test is passed"), self._deadline(verdict)
        if faulty[CellState.FAILED]:
            title = self.tr("Not passed: %n document(s) with a fault", "", faulty[CellState.FAILED])
            text = self.tr(
                "A failed test is not reported. Have the faults mended and run it again."
            )
            return Tone.FAILED, title, text
        return (
            Tone.WARNING,
            self.tr("No faults, but something needs a look"),
            self.tr("Look at the marked cells before you report.") + " " + self._deadline(verdict),
        )

    def _deadline(self, verdict: Verdict) -> str:
        test_day = verdict.plan.test_day or verdict.started.astimezone(HELSINKI).date()
        return self.tr("Report it to Kela by {day}: two working days from the test.").format(
            day=day(report_deadline(test_day))
        )

    def _tell_interrupted(self) -> None:
        self.verdict_line.tell(
            Tone.NEUTRAL,
            self.tr("The test did not come to its end"),
            self.tr("The documents checked so far are shown. Start the test again to check all."),
        )

    def _count(self) -> None:
        """How many rows are in which state, in words."""
        states = Counter(row.state for row in self._rows)
        waiting = self.model.rowCount() - len(self._rows)
        parts = (
            self.tr("%n in order", "", states[CellState.OK]),
            self.tr("%n with a fault", "", states[CellState.FAILED]),
            self.tr("%n to look at", "", states[CellState.WARNING]),
            self.tr("%n not checked", "", states[CellState.NOT_CHECKED]),
            self.tr("%n waiting", "", waiting),
        )
        counts = (*(states[state] for state in _COUNTED), waiting)
        self._counts.setText(
            " · ".join(part for part, count in zip(parts, counts, strict=True) if count)
        )

    def _chosen(self) -> list[QModelIndex]:
        """The chosen cell; none, or one."""
        return self.table.selectionModel().selectedIndexes()

    def _show_cell(self) -> None:
        for at in self._chosen():
            column = at.column() - FIRST_ASPECT
            aspect = ASPECTS[column] if column >= 0 else None
            self.evidence.show_row(
                self.model.expected(at.row()), self.model.verdict(at.row()), aspect
            )
            self._show_evidence()

    def _show_evidence(self) -> None:
        self._right.setCurrentWidget(self.evidence)

    def _show_unexpected(self) -> None:
        if self._verdict is not None:
            self.evidence.show_unexpected(self._verdict.unexpected)
            self._right.setCurrentWidget(self.evidence)

    def _ask_plan(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a plan"), "", self.tr("Plans (*.csv *.json)")
        )
        if path:
            self.read(Path(path))

    def _ask_where(self) -> None:
        today = datetime.now(HELSINKI).date()
        suggested = self.tr("deployment-test-{day}.pdf").format(day=today.isoformat())
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), suggested, self.tr("PDF (*.pdf)")
        )
        if path:
            self.write_report_to(Path(path))

    def _report_written(self, path: Path) -> None:
        self._right.setCurrentWidget(self.evidence)
        self._written.tell(
            Tone.OK,
            self.tr("The report was written"),
            str(path),
            (self.tr("Open"), lambda: _open(path)),
        )

    def _invalidate(self) -> None:
        if self._verdict is not None:
            self.handed.emit(INVALIDATIONS, Wish(_found(self._verdict), TEST_DOCUMENT))

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _width_of_a_cell(self) -> int:
        """Room for the longest word that a cell may say; longer texts take two lines."""
        said = " ".join(say(name) for name in CELL_NAMES.values())
        widths = (self.fontMetrics().horizontalAdvance(word) for word in said.split())
        return max(widths) + _AROUND_A_WORD

    def _arrange(self) -> None:
        matrix = QWidget()
        column = QVBoxLayout(matrix)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._counts)
        column.addWidget(self.table, 1)
        self._left.addWidget(self._empty)
        self._left.addWidget(matrix)
        self._right.addWidget(self.evidence)
        self._right.addWidget(self.form)
        self._right.hide()
        outcome = QHBoxLayout()
        outcome.setSpacing(Space.S)
        outcome.addWidget(self.verdict_line, 1)
        outcome.addWidget(self.unexpected_line, 1)
        above = (self.plan_panel, self._busy, self._error, self._written, outcome)
        sides = Sides(self._left, self._right, (690, 334), stacked_below=_STACKED)
        work_page(self, self.title(), above, sides)


def _found(verdict: Verdict) -> tuple[Oid, ...]:
    """The documents that a test brought to its end paired with its plan, each once."""
    if not verdict.complete:
        return ()
    return tuple(dict.fromkeys(row.document_oid for row in verdict.rows if row.document_oid))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
