"""A run under way and how it ended: what was done, what was not, what is to be settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui.invalidations.items import Column, ItemsModel
from kanta_desk.gui.invalidations.pin2 import Pin2Panel
from kanta_desk.gui.language import language, number, say
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets import Body, ErrorLine, Heading, NoticeLine, Panel
from kanta_desk.gui.widgets.panels import button, primary_button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code
from kanta_desk.model.invalidation import (
    FATE_NAMES,
    BatchProgress,
    BatchReport,
    Fate,
    InvalidationPlan,
    Step,
)
from kanta_desk.model.terms.errors import explain, explain_code

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTHS = (220, 170, 100, 96, 72, 270)
_STACKED = 760


class RunView(QWidget):
    """``paused`` begins no more documents; ``go_on`` means that PIN2 was given to go on;
    ``settle_wanted``, ``give_up_wanted``, ``left``, ``report_wanted`` (plan id) and
    ``receipt_wanted`` (message id, and to open it) are the person's wishes at the end."""

    paused = Signal()
    go_on = Signal()
    settle_wanted = Signal()
    give_up_wanted = Signal()
    left = Signal()
    report_wanted = Signal(str)
    receipt_wanted = Signal(str, bool)

    def __init__(
        self,
        desk: Desk,
        name_of: Callable[[Code | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan: InvalidationPlan | None = None
        self.heading, self.counts = Heading(), Body(role="strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause = button(self.tr("Pause"), self._pause, "stop")
        self.outcome, self.error = NoticeLine(closable=False), ErrorLine()
        self.unsealed, self.saved = NoticeLine(), NoticeLine()
        self.model = ItemsModel(name_of, self)
        self.table = Table(self.model, self.tr("Documents and what became of them"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.pin = Pin2Panel(desk)
        self.pin.signed.connect(self.go_on)
        self.settle = button(self.tr("Settle"), self.settle_wanted.emit, "search")
        self.give_up = button(self.tr("Give up the rest"), self.give_up_wanted.emit)
        self.leave = primary_button(self.tr("To the list of invalidations"), self.left.emit)
        self.report = button(self.tr("Save the report…"), self._want_report, "save")
        self._title, self._why, self._remedy = Heading(), Body(), Body()
        self.receipt = button(self.tr("Open the receipt"), self._want_receipt, "open")
        self._arrange()

    @property
    def plan(self) -> InvalidationPlan | None:
        """The plan that is carried out."""
        return self._plan

    def tell_busy(self) -> None:
        """Say that another run must wait."""
        self.outcome.tell(
            Tone.WARNING, self.tr("Let this end first, or pause it"), self.tr("Then choose anew.")
        )

    def begin(self, plan: InvalidationPlan, *, again: bool = False) -> None:
        """A run begins, or goes on ``again``."""
        self._plan = plan
        if not again:
            self.model.show(plan)
        for line in (self.outcome, self.error, self.unsealed, self.saved):
            line.clear()
        one = len(plan.items) == 1  # the heading says it all: no counts, no word in each row
        self.table.setColumnHidden(Column.FATE, one)
        self.counts.setVisible(not one)
        self.bar.setRange(0, len(plan.items))
        self.bar.setAccessibleName(self.tr("Documents done"))
        self._show_running(True)
        self.heading.setText(self.tr("Invalidating %n document(s)…", "", len(plan.items)))
        self._count()
        self._chosen()
        self.pause.setEnabled(True)
        self.pause.setFocus()

    def advance(self, told: BatchProgress) -> None:
        """Take what the run tells."""
        self.model.advance(told)
        self.bar.setValue(told.done)
        if told.step is Step.SETTLED:
            self._count()

    def end(self, report: BatchReport) -> None:
        """The run ended or paused: say in one sentence how things stand, and offer what is next."""
        self._show_running(False)
        self.model.end(report)
        self._tell(report.stopped_by)
        if report.unsealed:
            self._tell_unsealed(report.unsealed)
        if len(report.results) == 1:
            self.table.selectRow(0)
        self.leave.setFocus()

    def fail(self, error: KantaError) -> None:
        """Going on did not begin: say why; it may be tried again."""
        self._show_running(False)
        self._tell("")
        self.error.show_error(error)

    def settled(self, fates: Mapping[str, Fate]) -> None:
        """Take what settling found out."""
        self.model.settle(fates)
        self._tell("")

    def wipe(self) -> None:
        """Forget the run."""
        self._plan = None
        self.model.show(None)
        lines = (self.outcome, self.error, self.unsealed, self.saved)
        for line in (*lines, self.heading, self.counts):
            line.clear()
        for label in (self._title, self._why, self._remedy):
            label.clear()
        self.pin.wipe()

    def _tell_unsealed(self, code: str) -> None:
        told = explain_code(code, language())
        why = f"{told.title} ({told.code}). " if told is not None else f"{code}. "
        self.unsealed.tell(
            Tone.WARNING,
            self.tr("The card did not seal the log after the invalidations"),
            why + self.tr("They stand, and are in the log. Seal it when you sign out."),
        )

    def _tell(self, stopped_by: str) -> None:
        done, left = self.model.count(Fate.DONE), self.model.count(Fate.WAITING)
        unsettled = self.model.count(Fate.UNSETTLED)
        failed = self.model.count(Fate.REFUSED) + self.model.count(Fate.NOT_DONE)
        self.heading.setText(self.tr("%n document(s) invalidated", "", done))
        tone, title = Tone.OK, self.tr("Everything was carried out, and made sure of by asking")
        if unsettled:
            tone, title = Tone.WARNING, self.tr("%n document(s) to be settled", "", unsettled)
        elif left:
            tone, title = Tone.WARNING, self.tr("%n document(s) not begun", "", left)
        elif failed:
            tone, title = Tone.FAILED, self.tr("%n document(s) not invalidated", "", failed)
        self.outcome.tell(tone, title, self._how(stopped_by, unsettled, left))
        self.settle.setVisible(bool(unsettled))
        self.give_up.setVisible(bool(left))
        may_go_on = bool(left) and not unsettled
        self.pin.setVisible(may_go_on)
        self.pin.submit.setVisible(may_go_on)
        self.pin.submit.setText(self.tr("Go on: invalidate %n document(s)", "", left))
        self.pin.allow(may_go_on)
        self._count()
        self._chosen()

    def _how(self, stopped_by: str, unsettled: int, left: int) -> str:
        parts = []
        told = explain_code(stopped_by, language()) if stopped_by else None
        if told is not None:
            parts.append(f"{told.title} ({told.code}). {told.remedy}")
        if unsettled:
            parts.append(
                self.tr("The request left, but the answer is not known. Nothing is assumed.")
            )
        if left:
            parts.append(self.tr("Nothing more is sent until you go on with PIN2."))
        return "\n".join(parts)

    def _count(self) -> None:
        fates = ((fate, self.model.count(fate)) for fate in Fate)
        self.counts.setText(
            " · ".join(f"{number(n)} {say(FATE_NAMES[fate])}" for fate, n in fates if n)
        )

    def _chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self.receipt.setVisible(bool(rows) and self.model.fate(rows[0].row()) is Fate.DONE)
        if not rows:
            self._title.setText(self.tr("Choose a document to see what became of it"))
            for empty in (self._why, self._remedy):
                empty.clear()
                empty.hide()
            return
        row = rows[0].row()
        error = self.model.error(row)
        told = explain(error, language()) if error is not None else None
        self._title.setText(str(self.model.index(row, Column.TITLE).data()))
        self._why.setText(f"{told.title} ({told.code})\n{told.meaning}" if told else "")
        self._remedy.setText(told.remedy if told else "")
        for each in (self._why, self._remedy):
            each.setVisible(bool(each.text()))

    def _want_receipt(self) -> None:
        for index in self.table.selectionModel().selectedRows():
            self.receipt_wanted.emit(self.model.item(index.row()).message_id, True)

    def _want_report(self) -> None:
        if self._plan is not None:
            self.report_wanted.emit(self._plan.plan_id)

    def _pause(self) -> None:
        self.pause.setEnabled(False)
        self.heading.setText(self.tr("Pausing: those on their way are finished first…"))
        self.paused.emit()

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.pause.setVisible(running)
        for each in (
            self.settle, self.give_up, self.pin, self.pin.submit, self.leave, self.report,
        ):  # fmt: skip
            each.setVisible(not running)

    def _arrange(self) -> None:
        going = QHBoxLayout()
        going.setSpacing(Space.M)
        going.addWidget(self.bar, 1)
        going.addWidget(self.pause)
        acts = QHBoxLayout()
        acts.setSpacing(Space.S)
        acts.addWidget(self.leave)
        acts.addWidget(self.report)
        acts.addStretch(1)
        for each in (self.give_up, self.settle, self.pin.submit):
            acts.addWidget(each)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        detail = Panel(margin=Space.M)
        for part in (self._title, self._why, self._remedy):
            detail.column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.receipt)
        line.addStretch(1)
        detail.column.addLayout(line)
        detail.column.addStretch(1)
        above = (
            self.heading, self.counts, going, self.error, self.outcome, self.unsealed, self.saved,
            self.pin, acts,
        )  # fmt: skip
        sides = Sides(left, detail, (700, 324), stacked_below=_STACKED)
        work_page(self, self.tr("The run and its outcome"), above, sides)
