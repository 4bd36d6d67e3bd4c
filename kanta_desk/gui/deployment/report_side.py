"""From the verdict to Kela: the steps, the report and its papers, and that it was reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import known_details, mail_link, report_deadline
from kanta_desk.gui.deployment.asking import ReportedForm
from kanta_desk.gui.deployment.handing import open_file, open_letter
from kanta_desk.gui.deployment.report_form import ReportForm
from kanta_desk.gui.deployment.steps import StepsPanel
from kanta_desk.gui.language import language
from kanta_desk.gui.tasks import start
from kanta_desk.gui.widgets import BusyLine
from kanta_desk.model.deployment import ReportDetails, Verdict
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class ReportSide(QObject):
    """Keeps the details that were typed while the page shows one verdict.

    ``show_wanted`` carries the widget to be shown on the right, or None for the evidence;
    ``told`` a title, a text and an action of a line; ``marked`` the verdict marked as reported;
    ``failed`` an error.
    """

    show_wanted = Signal(object)
    told = Signal(str, str, object)
    marked = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, busy: BusyLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = busy
        self._verdict: Verdict | None = None
        self._details: ReportDetails | None = None
        self._report: Path | None = None
        self.steps = StepsPanel()
        self.steps.report_wanted.connect(self.open_form)
        self.steps.reported_wanted.connect(self._ask_when)
        self.form = ReportForm(desk)
        self.form.accepted.connect(self._ask_where)
        self.form.rejected.connect(self._close_form)
        self.reported = ReportedForm()
        self.reported.accepted.connect(self.mark_reported)
        self.reported.rejected.connect(lambda: self.show_wanted.emit(None))

    def show_verdict(self, verdict: Verdict) -> None:
        """Show how far a test is on its way to Kela."""
        if self._verdict is None or self._verdict.run_id != verdict.run_id:
            self._report = None
        self._verdict = verdict
        self._show_steps()

    def forget(self) -> None:
        """Begin with another plan: forget what was typed of the former one."""
        self._verdict, self._details, self._report = None, None, None
        self.wipe()

    def wipe(self) -> None:
        """Show nothing; what was typed is kept for the same session."""
        self.steps.wipe()
        self.form.wipe()

    def open_form(self) -> None:
        """Show the report's details."""
        details = self._known()
        if details is not None:
            self.form.fill(details)
            self.show_wanted.emit(self.form)
            self.form.organisation.setFocus()

    def write_to(self, path: Path) -> None:
        """Write the papers that the form asks for, the report to ``path``."""
        session = self._desk.session
        if session is None or self._verdict is None:
            return
        self._details = self.form.details()
        pin = self.form.pin.take()
        task = start(
            self, self._desk, session.reports.write_all, self._verdict, self._details,
            path, language(), self.form.papers, pin.ask, lane=Lane.NET,
            done=self._papers_written, failed=self.failed.emit,
        )  # fmt: skip
        task.ended.connect(pin.forget)
        self._busy.follow(task, self.tr("Writing the report…"))

    def mark_reported(self, on: date, how: str) -> None:
        """Write down that the test was reported."""
        session = self._desk.session
        if session is not None and self._verdict is not None:
            start(
                self, self._desk, session.tests.mark_reported, self._verdict.run_id, on, how,
                done=self.marked.emit, failed=self.failed.emit,
            )  # fmt: skip

    def _known(self) -> ReportDetails | None:
        session = self._desk.session
        if session is None or self._verdict is None:
            return None
        return self._details or known_details(self._desk.options, session, self._verdict)

    def _show_steps(self) -> None:
        details, verdict = self._known(), self._verdict
        if details is None or verdict is None:
            return
        test_day = details.test_day or verdict.started.astimezone(HELSINKI).date()
        self.steps.show_progress(
            verdict, details, report_deadline(test_day), _today(), written=self._report is not None
        )

    def _close_form(self) -> None:
        self._details = self.form.details()
        self._show_steps()
        self.show_wanted.emit(None)

    def _ask_when(self) -> None:
        session = self._desk.session
        if session is not None:
            self.reported.begin(_today(), session.reports.address)
            self.show_wanted.emit(self.reported)

    def _ask_where(self) -> None:
        suggested = self.tr("deployment-test-{day}.pdf").format(day=_today().isoformat())
        path, _ = QFileDialog.getSaveFileName(
            self.form, self.tr("Save the report"), suggested, self.tr("PDF (*.pdf)")
        )
        if path:
            self.write_to(Path(path))

    def _papers_written(self, paths: tuple[Path, ...]) -> None:
        self._report = paths[0]
        self._show_steps()
        self.show_wanted.emit(None)
        said = "\n".join(str(path) for path in paths)
        if not open_letter(paths, self._link):
            said += "\n" + self.tr("No mail program opened the draft: open it from its folder.")
        open_report: tuple[str, Callable[[], object]] = (
            self.tr("Open"),
            lambda: open_file(paths[0]),
        )
        self.told.emit(self.tr("The report was written"), said, open_report)

    def _link(self) -> str:
        """The letter as a link; none of a desk that was locked meanwhile."""
        session, details = self._desk.session, self._known()
        if session is None or self._verdict is None or details is None:
            return ""
        return mail_link(self._verdict, details, session.reports.address, language())


def _today() -> date:
    return datetime.now(HELSINKI).date()
