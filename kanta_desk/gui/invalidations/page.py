"""The Invalidations page: what was invalidated and what waits; and the way to invalidate.

One comes from documents to a reason, to the consequences, to PIN2, to the outcome, and back to the
list. A lock or another register leaves that way at once: a run begins nothing more, and what it
left behind stands in the list, as the access log has it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.invalidating import Control
from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.gui.invalidations.asking import ReasonForm
from kanta_desk.gui.invalidations.confirm import ConfirmView
from kanta_desk.gui.invalidations.listing import ListView
from kanta_desk.gui.invalidations.pin2 import GivenPin
from kanta_desk.gui.invalidations.running import RunView
from kanta_desk.gui.invalidations.wish import KEY, Wish, why_not
from kanta_desk.gui.language import language, number
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, Task, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, ErrorLine
from kanta_desk.model.codes import Code
from kanta_desk.model.events import EventKind
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Confirmation,
    Dependants,
    InvalidationEntry,
    InvalidationOverview,
    InvalidationPlan,
    PlannedItem,
)
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class InvalidationsPage(Page):
    """The list, the reason, the consequences and the run, one at a time."""

    key = KEY
    icon = "invalidations"
    needs = EventKind.INVALIDATION_LIST

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._overview: InvalidationOverview | None = None
        self._control: Control | None = None
        self._moved = False
        self._opened = QTemporaryDir()
        self.list = ListView(self.title(), self._name_of)
        self.list.settle_wanted.connect(self.settle)
        self.list.waiting.taken.connect(self.take_up)
        self.list.waiting.given_up.connect(self.withdraw)
        self.list.detail.receipt_wanted.connect(self._want_receipt)
        self.list.detail.report_wanted.connect(self._want_report)
        self.asking = ReasonForm()
        self.asking.accepted.connect(self._plan_wish)
        self.asking.rejected.connect(self.show_list)
        self.confirm = ConfirmView(desk)
        self.confirm.rejected.connect(self.show_list)
        self.confirm.signed.connect(self._run_confirmed)
        self.confirm.proposed.connect(self._propose_confirmed)
        self.confirm.dependants_wanted.connect(self._fetch_dependants)
        self.running = RunView(desk, self._name_of)
        self.running.paused.connect(self._pause)
        self.running.go_on.connect(self._run_on)
        self.running.settle_wanted.connect(self.settle)
        self.running.give_up_wanted.connect(self._give_up_rest)
        self.running.left.connect(self.show_list)
        self.running.receipt_wanted.connect(self._want_receipt)
        self.running.report_wanted.connect(self._want_report)
        self._stack = QStackedWidget()
        for view in (self.list, self.asking, self.confirm, self.running):
            self._stack.addWidget(view)
        self.busy, self.error = BusyLine(), ErrorLine()
        around = QVBoxLayout()
        around.setContentsMargins(Space.XL, Space.S, Space.XL, 0)
        for line in (self.busy, self.error):
            around.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around)
        column.addWidget(self._stack, 1)

    @property
    def view(self) -> QWidget | None:
        """What is in front: the list, the reason, the consequences or the run."""
        return self._stack.currentWidget()

    @property
    def at_work(self) -> bool:
        """Whether a run is under way."""
        return self._control is not None

    def title(self) -> str:
        """The place's name."""
        return self.tr("Invalidations")

    def entered(self) -> None:
        """Read the list anew; what is under way stays in front."""
        if self.view is self.list:
            self.again()

    def again(self) -> None:
        """Read the list anew."""
        session = self.desk.session
        if session is None or self.view is not self.list:
            return
        task = start(
            self, self.desk, session.invalidations.overview,
            done=self._show, failed=self.list.error.show_error,
        )  # fmt: skip
        self.list.busy.follow(task, self.tr("Reading the invalidations from the access log…"))

    def focus_search(self) -> None:
        """Find in the list."""
        if self.view is self.list:
            self.list.sought.setFocus()

    def wipe(self) -> None:
        """Forget everything. A run begins no more documents."""
        self._pause()
        self._control = self._overview = None
        for view in (self.list, self.asking, self.confirm, self.running):
            view.wipe()
        self.error.clear()
        self._stack.setCurrentWidget(self.list)

    def take(self, given: object) -> None:
        """Begin to invalidate what another place hands over."""
        if isinstance(given, Wish):
            self.begin(given)

    def begin(self, wish: Wish) -> None:
        """Ask why these documents are to be invalidated."""
        if self.at_work:
            self.running.tell_busy()
            return
        self._leave_views()
        if why := why_not(self.desk):
            self.list.notice.tell(Tone.WARNING, self.tr("You may not invalidate here"), why)
            return
        self._stack.setCurrentWidget(self.asking)
        self.asking.begin(wish)

    def show_list(self) -> None:
        """Back to the list; what was typed is forgotten."""
        if self.at_work:
            return
        self._leave_views()
        self.again()

    def take_up(self, plan_id: str) -> None:
        """Read a proposal, or the rest of a run that broke off, from the archive anew."""
        session = self.desk.session
        if session is not None:
            self._ask_plan(session.invalidations.take_up, plan_id)

    def withdraw(self, plan_id: str) -> None:
        """Give up a proposal, or the rest of a run that broke off."""
        session = self.desk.session
        if session is None:
            return
        said = self.tr("Given up: nothing more will be sent of it")
        start(
            self, self.desk, session.invalidations.withdraw, plan_id,
            done=lambda _: self._noticed(said), failed=self._fail,
        )  # fmt: skip

    def settle(self) -> None:
        """Ask the archive what became of all that is unsettled."""
        session = self.desk.session
        if session is None:
            return
        self.error.clear()
        task = start(
            self, self.desk, session.invalidations.settle, done=self._settled, failed=self._fail
        )
        self.busy.follow(task, self.tr("Asking the archive what became of the requests…"))

    def write_receipt(self, message_id: str, path: Path, *, and_open: bool) -> None:
        """Write the receipt of an invalidation to ``path``."""
        session = self.desk.session
        if session is None:
            return
        self.error.clear()
        task = start(
            self, self.desk, session.invalidations.receipt, message_id, path, language(),
            done=lambda written: self._receipt_came(written, and_open), failed=self._fail,
        )  # fmt: skip
        self.busy.follow(task, self.tr("Writing the receipt…"))

    def write_report(self, plan_id: str, path: Path) -> None:
        """Write the report of a batch to ``path``."""
        session = self.desk.session
        if session is None:
            return
        self.error.clear()
        task = start(
            self, self.desk, session.invalidations.report, plan_id, path, language(),
            done=self._report_came, failed=self._fail,
        )  # fmt: skip
        self.busy.follow(task, self.tr("Writing the report…"))

    def _plan_wish(self) -> None:
        session, reason = self.desk.session, self.asking.choice.value
        if session is not None and reason is not None:
            wish, words = self.asking.wish, self.asking.words.text()
            self._ask_plan(session.invalidations.plan, wish.oids, reason.code, words)

    def _ask_plan(self, act: Callable[..., InvalidationPlan], *given: object) -> None:
        self.error.clear()
        self._stack.setEnabled(False)
        task: Task[InvalidationPlan] = start(
            self, self.desk, act, *given,
            on_progress=Hook.PROGRESS, cancelled=Hook.CANCELLED,
            done=self._ask_persons, failed=self._fail, progressed=self._looked,
        )  # fmt: skip
        task.ended.connect(lambda: self._stack.setEnabled(True))
        said = self.tr("Asking the archive how the documents stand now…")
        self.busy.follow(task, said, can_cancel=True)

    def _looked(self, done: int, total: int) -> None:
        said = self.tr("Looked at {done} of {total} documents").format(
            done=number(done), total=number(total)
        )
        self.busy.progress(done, total, said)

    def _ask_persons(self, plan: InvalidationPlan) -> None:
        """Whether one person is enough is a matter of the register, and may have changed."""
        session = self.desk.session
        if session is not None:
            start(
                self, self.desk, session.invalidations.overview,
                done=lambda overview: self._show_plan(plan, overview), failed=self._fail,
            )  # fmt: skip

    def _show_plan(self, plan: InvalidationPlan, overview: InvalidationOverview) -> None:
        session = self.desk.session
        if session is None:
            return
        self._stack.setCurrentWidget(self.confirm)
        self.confirm.show_plan(plan, session, two_persons=overview.two_persons)

    def _fetch_dependants(self, item: PlannedItem) -> None:
        session = self.desk.session
        plan = self.confirm.plan
        if session is None or plan is None:
            return

        def came(found: Dependants) -> None:
            if self.confirm.plan is plan:
                self.confirm.show_dependants(found)

        start(
            self, self.desk, session.invalidations.dependants, item.oid,
            done=came, failed=self.confirm.consequences_failed,
        )  # fmt: skip

    def _run_confirmed(self) -> None:
        plan = self.confirm.plan
        if plan is not None and self.confirm.confirmed and not self.at_work:
            self._moved = False
            control = Control(self.confirm.stop.isChecked())
            self._run(plan, self.confirm.pin.take(), control, self._not_begun)
            self.running.begin(plan)
            self._stack.setCurrentWidget(self.running)
            self.running.pause.setFocus()

    def _run_on(self) -> None:
        plan = self.running.plan
        if plan is not None and not self.at_work:
            control = Control(self.confirm.stop.isChecked())
            self._run(plan, self.running.pin.take(), control, self._not_gone_on)
            self.running.begin(plan, again=True)

    def _run(
        self,
        plan: InvalidationPlan,
        pin: GivenPin,
        control: Control,
        failed: Callable[[KantaError], None],
    ) -> None:
        session = self.desk.session
        if session is None:
            pin.forget()
            return
        self._control = control
        task: Task[Any] = start(
            self, self.desk, session.invalidations.run,
            plan, Confirmation(plan.digest, len(plan.items)), pin.ask, control, Hook.PROGRESS,
            done=self._ended, failed=failed, progressed=self._move,
        )  # fmt: skip
        task.ended.connect(pin.forget)

    def _move(self, told: BatchProgress) -> None:
        self._moved = True
        self.running.advance(told)

    def _ended(self, report: BatchReport) -> None:
        self._control = None
        self.running.end(report)

    def _not_begun(self, error: KantaError) -> None:
        self._control = None
        if self._moved:  # something was sent: the access log tells how far it came
            self._leave_views()
            self.again()
            self.error.show_error(error)
            return
        self._stack.setCurrentWidget(self.confirm)
        self.running.wipe()
        self.confirm.fail(error)

    def _not_gone_on(self, error: KantaError) -> None:
        self._control = None
        self.running.fail(error)

    def _propose_confirmed(self) -> None:
        session, plan = self.desk.session, self.confirm.plan
        if session is None or plan is None:
            return
        confirmation = Confirmation(plan.digest, len(plan.items))
        said = self.tr("Proposed: it waits for another invalidator")
        start(
            self, self.desk, session.invalidations.propose, plan, confirmation,
            done=lambda _: self._noticed(said), failed=self.confirm.fail,
        )  # fmt: skip

    def _give_up_rest(self) -> None:
        if (plan := self.running.plan) is not None:
            self.withdraw(plan.plan_id)

    def _settled(self, entries: tuple[InvalidationEntry, ...]) -> None:
        if self.view is self.running:
            self.running.settled({entry.message_id: entry.fate for entry in entries})
            return
        said = self.tr("%n request(s) asked for: see the list", "", len(entries))
        self._noticed(said)

    def _noticed(self, said: str) -> None:
        self._leave_views()
        self.list.notice.tell(Tone.OK, said)
        self.again()

    def _show(self, overview: InvalidationOverview) -> None:
        session = self.desk.session
        if session is not None:
            self._overview = overview
            may = not why_not(self.desk)
            self.list.show_overview(overview, session.holder.identifier, may=may)

    def _leave_views(self) -> None:
        drop_all(self)
        self._stack.setEnabled(True)
        for view in (self.asking, self.confirm, self.running):
            view.wipe()
        self.error.clear()
        self.list.notice.clear()
        self._stack.setCurrentWidget(self.list)

    def _pause(self) -> None:
        if self._control is not None:
            self._control.pause()

    def _fail(self, error: KantaError) -> None:
        if not isinstance(error, Cancelled):
            self.error.show_error(error)

    def _want_receipt(self, message_id: str, and_open: bool) -> None:
        suggested = self.tr("receipt-{id}").format(id=message_id) + ".pdf"
        if and_open:
            self.write_receipt(message_id, Path(self._opened.filePath(suggested)), and_open=True)
            return
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the receipt"), suggested, self.tr("PDF (*.pdf)")
        )
        if path:
            self.write_receipt(message_id, Path(path), and_open=False)

    def _receipt_came(self, path: Path, and_open: bool) -> None:
        if and_open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            self.list.notice.tell(Tone.OK, self.tr("The receipt was written"), str(path))

    def _want_report(self, plan_id: str) -> None:
        suggested = self.tr("report-{id}").format(id=plan_id) + ".pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), suggested, self.tr("PDF (*.pdf)")
        )
        if path:
            self.write_report(plan_id, Path(path))

    def _report_came(self, path: Path) -> None:
        notice = self.running.saved if self.view is self.running else self.list.notice
        notice.tell(Tone.OK, self.tr("The report was written"), str(path))

    def _name_of(self, code: Code | None) -> str:
        return self.desk.name_of(code, datetime.now(HELSINKI).date(), language())
