"""What was lost of the log for good: answered for here, with a reason, by who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from kanta_desk.gui.language import moment, number, say
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, ErrorLine, Panel, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.events import EventKind
from kanta_desk.model.logreport import FAULT_NAMES, Acknowledged, Had, VerifyReport

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_MOST_REASON = 500


class LossesPanel(Panel):
    """Hidden while nothing was lost that nobody has answered for.

    ``acknowledged`` tells that the log holds the answer, signed.
    """

    acknowledged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._desk = desk
        self._losses: tuple[Had, ...] = ()
        self.column.setSpacing(Space.S)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self.reason = QLineEdit()
        said = self.tr("Why the events are gone, and who decided what")
        self.reason.setAccessibleName(said)
        self.reason.setPlaceholderText(said)
        self.reason.setMaxLength(_MOST_REASON)
        self.reason.textChanged.connect(lambda _: self._show_may())
        self.button = button(self.tr("Acknowledge the loss…"), self._ask, "check")
        self.error, self._busy = ErrorLine(), BusyLine()
        self._arrange()
        self.hide()

    def show_report(self, report: VerifyReport) -> None:
        """Show what a verification found lost."""
        self._losses = report.losses
        empty_layout(self._rows)
        now = {tree.tree: tree.size for tree in report.trees}
        for had in self._losses:
            faults = [each for each in report.faults if each.had and each.had.is_of(had)]
            first = max((fault.seq_from for fault in faults), default=1)
            self._rows.addWidget(Body(self._said(had, first, now.get(had.tree, 0))))
        self.setVisible(bool(self._losses))
        self._show_may()

    def wipe(self) -> None:
        """Forget what was shown and typed."""
        self._losses = ()
        empty_layout(self._rows)
        self.reason.clear()
        self.error.clear()
        self.hide()

    def acknowledge(self) -> None:
        """Write to the log that these losses are known, and why they came about."""
        session = self._desk.session
        if session is None or not self._losses:
            return
        self.error.clear()
        task = start(
            self, self._desk, session.keeping.acknowledge, self._losses, self.reason.text(),
            done=lambda _: self._acknowledged(), failed=self.error.show_error,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Writing the acknowledgement, and signing the log…"))

    def answer(self, each: Acknowledged) -> str:
        """A loss that was acknowledged, in a line."""
        fault = each.fault
        where = fault.file
        if fault.seq_from:
            where = self.tr("{file}, events {first}–{last}").format(
                file=fault.file, first=number(fault.seq_from), last=number(fault.seq_to)
            )
        return self.tr("Acknowledged: {what} ({where}) · {by}, {time}: {reason}").format(
            what=say(FAULT_NAMES[fault.kind]),
            where=where,
            by=each.by,
            time=moment(each.time),
            reason=each.reason,
        )

    def _said(self, had: Had, first: int, now: int) -> str:
        if "/" not in had.tree:
            return self.tr("{file}: the key of epoch {epoch} follows no other").format(
                file=had.tree, epoch=number(had.size)
            )
        return self.tr(
            "{tree}: the events {first}–{last} that there were are gone; there are {now} events now"
        ).format(tree=had.tree, first=number(first), last=number(had.size), now=number(now))

    def _show_may(self) -> None:
        session = self._desk.session
        may = session is not None and session.refusal(EventKind.LOG_INCIDENT) is None
        why = "" if may else self.tr("Your role does not allow this.")
        self.button.setEnabled(may and bool(self.reason.text().strip()))
        self.button.setToolTip(why)
        self.button.setAccessibleDescription(why)

    def _ask(self) -> None:
        asked = QMessageBox.warning(
            self,
            self.tr("Acknowledge the loss"),
            self.tr(
                "The log will say for ever that these events are gone, why, and that you "
                "acknowledged it. A newer backup could still bring them back until then."
            ),
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        if asked == QMessageBox.StandardButton.Ok:
            self.acknowledge()

    def _acknowledged(self) -> None:
        self.wipe()
        self.acknowledged.emit()

    def _arrange(self) -> None:
        self.column.addWidget(SectionTitle(self.tr("Lost for good?")))
        self.column.addWidget(
            Body(
                self.tr(
                    "If a disk broke or an old backup had to be put back, and nothing newer is "
                    "left, acknowledge the loss: the log then says what is missing and why, and "
                    "a verification tells it as acknowledged. Any other loss stays a fault."
                ),
                role="hint",
            )
        )
        self.column.addLayout(self._rows)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)
        for part in (self._busy, self.error):
            self.column.addWidget(part)
