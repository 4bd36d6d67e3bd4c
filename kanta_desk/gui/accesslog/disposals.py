"""What was disposed of, its records written again, and a clock that nobody else has confirmed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.gui.language import day, language, moment, number
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, ErrorLine
from kanta_desk.gui.widgets.layouts import empty_layout, row_of
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.events import EventKind, EventRef

if TYPE_CHECKING:
    from kanta_desk.desk.custody import DisposalRecord, Kept
    from kanta_desk.desk.desk import Desk


class PastDisposals(QWidget):
    """The disposals of the register in hand; each one's record can be written again."""

    written = Signal(str)
    """Where a record was written."""

    def __init__(self, desk: Desk, error: ErrorLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._error = desk, error
        self.show_button = button(self.tr("Show what was disposed of"), self.read, "search")
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row_of(None, self.show_button))
        column.addLayout(self._rows)

    def wipe(self) -> None:
        """Forget what was shown."""
        empty_layout(self._rows)

    def read(self) -> None:
        """Read the disposals."""
        if (session := self.desk.session) is not None:
            self._error.clear()
            start(
                self, self.desk, session.keeping.disposals,
                done=self.show_records, failed=self._error.show_error,
            )  # fmt: skip

    def show_records(self, records: tuple[DisposalRecord, ...]) -> None:
        """Show them, the newest first."""
        empty_layout(self._rows)
        if not records:
            self._rows.addWidget(Body(self.tr("Nothing has been disposed of."), role="hint"))
        for record in records:
            self._rows.addWidget(self._record_row(record))

    def write(self, event: EventRef, path: Path) -> None:
        """Write the record of one of them."""
        if (session := self.desk.session) is not None:
            self._error.clear()
            start(
                self, self.desk, session.keeping.write_record, event, path, language(),
                done=lambda where: self.written.emit(str(where)), failed=self._error.show_error,
            )  # fmt: skip

    def _record_row(self, record: DisposalRecord) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        months = ", ".join(f"{each.month}/{each.year}" for each in record.plan.months)
        count = self.tr("{count} events").format(count=number(record.plan.count))
        people = ", ".join(each.actor.user_name for each in record.approvals)
        words = f"{moment(record.time)} · {months} · {count} · {people}"
        again = button(self.tr("Write the record…"), lambda: self._ask(record.event), "save")
        again.setAccessibleName(self.tr("Write the record of {months}").format(months=months))
        line.addWidget(Body(words), 1)
        line.addWidget(again)
        return row

    def _ask(self, event: EventRef) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the record of the disposal"),
            self.tr("record-of-disposal") + ".pdf",
            self.tr("PDF (*.pdf)"),
        )
        if path:
            self.write(event, Path(path))


class ClockLine(QWidget):
    """Tells that the log's clock leapt and nobody else confirmed it; an auditor can."""

    def __init__(
        self,
        desk: Desk,
        error: ErrorLine,
        confirmed: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._error, self._confirmed = desk, error, confirmed
        self.words = Body(role="strong")
        self.reason = QLineEdit()
        said = self.tr("How you know that the time is right")
        self.reason.setAccessibleName(said)
        self.reason.setPlaceholderText(said)
        self.reason.setMaxLength(300)
        self.confirm_button = button(self.tr("Confirm the time"), self.confirm, "clock")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addLayout(row_of(self.reason, self.confirm_button))
        self.hide()

    def wipe(self) -> None:
        """Forget what was shown and typed."""
        self.words.clear()
        self.reason.clear()
        self.hide()

    def show_kept(self, kept: Kept) -> None:
        """Show whether the clock leapt."""
        leap = kept.time.leap
        self.setVisible(leap is not None)
        if leap is None:
            return
        said = self.tr(
            "The log's clock leapt from {before} to {after}, and nobody else has confirmed the "
            "time. What falls due is counted up to {before} only. Sign in with a network "
            "connection, so that the certificate's issuer tells the time, or have an auditor "
            "confirm it here."
        )
        self.words.setText(said.format(before=day(leap[0]), after=day(leap[1])))
        session = self.desk.session
        may = session is not None and session.refusal(EventKind.LOG_CLOCK) is None
        why = "" if may else self.tr("An auditor confirms the time.")
        for each in (self.reason, self.confirm_button):
            each.setEnabled(may)
            each.setToolTip(why)
        self.confirm_button.setAccessibleDescription(why)

    def confirm(self) -> None:
        """State as an auditor that the time is right."""
        if (session := self.desk.session) is not None:
            self._error.clear()
            start(
                self, self.desk, session.keeping.confirm_time, self.reason.text(),
                done=lambda _: self._done(), failed=self._error.show_error,
            )  # fmt: skip

    def _done(self) -> None:
        self.reason.clear()
        self._confirmed()
