"""How long the log is kept: what may be disposed of and when, what a hold keeps, and copies."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui.accesslog.disposals import ClockLine, PastDisposals
from kanta_desk.gui.language import day, language, number
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, ErrorLine, NoticeLine, Panel, SectionTitle
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.layouts import empty_layout, row_of
from kanta_desk.gui.widgets.panels import button, scrolled
from kanta_desk.model.events import CARRIED, EventKind, LogHead
from kanta_desk.model.identifiers import masked
from kanta_desk.model.query import recognise
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.custody import DisposalPlan, DisposalRecord, Due, Hold, Kept
    from kanta_desk.desk.desk import Desk

_REVIEW = timedelta(days=365)
_MONTHS_A_ROW = 6


class RetentionTab(QWidget):
    """Disposal, holds, copies: each in a panel of its own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._kept: Kept | None = None
        self._plan: DisposalPlan | None = None
        self._months: list[tuple[QCheckBox, Due]] = []
        self._busy = BusyLine()
        self.error = ErrorLine()
        self.notice = NoticeLine()
        self.due_words = Body(role="hint")
        self._due_rows = QGridLayout()
        self.disposal_reason = self._line(self.tr("Reason for the disposal"))
        self.plan_button = button(self.tr("See what would go"), self.plan, "search")
        self.plan_words = Body(role="strong")
        self.propose_button = button(self.tr("Propose to another person"), self.propose, "person")
        self.dispose_button = button(self.tr("Dispose…"), self._ask_disposal, "warning")
        self.clock_line = ClockLine(desk, self.error, self._time_confirmed)
        self.past = PastDisposals(desk, self.error)
        self.past.written.connect(
            lambda path: self.notice.tell(Tone.OK, self.tr("The record was written"), path)
        )
        self._hold_rows = QVBoxLayout()
        self.hold_client = self._line(self.tr("Client's identity code"))
        self.hold_user = self._line(self.tr("User's identifier"))
        self.hold_document = self._line(self.tr("Document id (OID)"))
        self.hold_session = self._line(self.tr("Session's id"))
        self.hold_first = DayField(self.tr("First day of the span"))
        self.hold_last = DayField(self.tr("Last day of the span"))
        self.hold_reason = self._line(self.tr("Why they must stay"))
        self.hold_review = DayField(self.tr("Review"))
        self.hold_button = button(self.tr("Place a hold"), self.place_hold, "lock")
        self.backup_button = button(self.tr("Back up…"), self._ask_backup, "save")
        self._arrange()
        self._show_plan(None)

    def entered(self) -> None:
        """Read what may go and what is held, unless it is shown."""
        if self._kept is None:
            self.again()

    def again(self) -> None:
        """Read it anew."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.keeping.kept,
                done=self.show_kept, failed=self.error.show_error,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Reading what may be disposed of…"))

    def wipe(self) -> None:
        """Forget what was shown and typed."""
        self._kept = None
        for rows in (self._due_rows, self._hold_rows):
            empty_layout(rows)
        self._months = []
        for line in (
            self.disposal_reason, self.hold_client, self.hold_user, self.hold_document,
            self.hold_session, self.hold_reason, self.due_words, self.error, self.notice,
        ):  # fmt: skip
            line.clear()
        self.clock_line.wipe()
        self.past.wipe()
        for field in (self.hold_review, self.hold_first, self.hold_last):
            field.set_value(None)
        self._show_plan(None)

    def show_kept(self, kept: Kept) -> None:
        """Show months and holds."""
        self._kept = kept
        self._show_plan(None)
        self._show_due(kept)
        self.clock_line.show_kept(kept)
        self._show_holds(kept.holds)
        if self.hold_review.value is None:
            self.hold_review.set_value(datetime.now(HELSINKI).date() + _REVIEW)
        for kind, widgets in (
            (EventKind.LOG_HOLD, (self.hold_button,)),
            (EventKind.LOG_DISPOSAL, (self.dispose_button, self.propose_button)),
            (EventKind.LOG_EXPORT, (self.backup_button,)),
        ):
            may = self._may(kind)
            for each in widgets:
                each.setEnabled(may)
                why = "" if may else self.tr("Your role does not allow this.")
                each.setToolTip(why)
                each.setAccessibleDescription(why)

    def plan(self) -> None:
        """Work out what the disposal of the chosen months would take."""
        chosen = [due for box, due in self._months if box.isChecked()]
        session = self.desk.session
        if session is None:
            return
        self.error.clear()
        if not chosen or len({due.tree for due in chosen}) > 1:
            self.notice.tell(
                Tone.NEUTRAL,
                self.tr("Choose months of one year"),
                self.tr("Each year is a file of its own, and its disposal an act of its own."),
            )
            return
        task = start(
            self, self.desk, session.keeping.plan_disposal, chosen,
            done=self._show_plan, failed=self.error.show_error,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Working out what would go…"))

    def propose(self) -> None:
        """Approve the plan as the first of two."""
        session = self.desk.session
        if session is not None and self._plan is not None:
            self.error.clear()
            start(
                self, self.desk, session.keeping.propose_disposal,
                self._plan, self.disposal_reason.text(),
                done=lambda _: self._told(self.tr("The proposal was recorded"), self.tr(
                    "Another administrator disposes of the same months within 30 days.")),
                failed=self.error.show_error,
            )  # fmt: skip

    def dispose(self, record: Path) -> None:
        """Carry the plan out and write the record."""
        session = self.desk.session
        if session is not None and self._plan is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.keeping.dispose,
                self._plan, self.disposal_reason.text(), record, language(),
                done=lambda done: self._disposed(done, record), failed=self.error.show_error,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Verifying, and disposing…"))

    def place_hold(self) -> None:
        """Place a hold on what the fields say."""
        session, review = self.desk.session, self.hold_review.value
        if session is None or review is None:
            return
        if not (self.hold_first.readable and self.hold_last.readable):
            self.notice.tell(Tone.WARNING, self.tr("Write the days of the span as 22.11.2026"))
            return
        self.error.clear()
        client = recognise(self.hold_client.text())
        start(
            self, self.desk, session.keeping.place_hold, self.hold_reason.text(), review,
            client=str(client.client) if client.client else client.text,
            user=self.hold_user.text().strip(), document=self.hold_document.text().strip(),
            session=self.hold_session.text().strip(),
            time_from=_begin(self.hold_first.value), time_to=_begin(self.hold_last.value, after=1),
            done=self._held, failed=self.error.show_error,
        )  # fmt: skip

    def lift_hold(self, number: str, reason: str) -> None:
        """End a hold."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            start(
                self, self.desk, session.keeping.lift_hold, number, reason,
                done=lambda _: self._told(self.tr("The hold was lifted")),
                failed=self.error.show_error,
            )  # fmt: skip

    def back_up(self, folder: Path) -> None:
        """Copy the log to an empty folder."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.keeping.back_up, folder, Hook.PROGRESS,
                done=lambda head: self._copied(head, folder), failed=self.error.show_error,
                progressed=lambda done, total: self._busy.progress(done, total),
            )  # fmt: skip
            self._busy.follow(task, self.tr("Copying the log…"))

    def _show_due(self, kept: Kept) -> None:
        empty_layout(self._due_rows)
        self._months = []
        if not kept.due:
            self.due_words.setText(
                self.tr(
                    "Nothing may be disposed of yet. The law keeps each event for twelve years; "
                    "what is older is listed here by months."
                )
            )
        else:
            self.due_words.setText(
                self.tr("%n month(s) are more than twelve years old.", "", len(kept.due))
            )
        for at, due in enumerate(kept.due):
            box = QCheckBox(_named(due))
            box.toggled.connect(lambda _: self._show_plan(None))
            self._due_rows.addWidget(box, *divmod(at, _MONTHS_A_ROW))
            self._months.append((box, due))
        for each in (self.plan_button, self.disposal_reason):
            each.setVisible(bool(kept.due))

    def _show_plan(self, plan: DisposalPlan | None) -> None:
        self._plan = plan
        shown = plan is not None
        self.plan_words.setVisible(shown)
        self.dispose_button.setVisible(shown)
        self.propose_button.setVisible(shown and bool(self._kept and self._kept.persons > 1))
        if plan is not None:
            self.plan_words.setText(self._said(plan))

    def _said(self, plan: DisposalPlan) -> str:
        said = self.tr("%n event(s) would be disposed of for ever.", "", plan.count)
        if plan.held:
            said += " " + self.tr("Holds keep %n event(s).", "", plan.held)
        return said

    def _show_holds(self, holds: tuple[Hold, ...]) -> None:
        empty_layout(self._hold_rows)
        if not holds:
            self._hold_rows.addWidget(Body(self.tr("No hold is in force."), role="hint"))
        today = datetime.now(HELSINKI).date()
        for hold in holds:
            self._hold_rows.addWidget(self._hold_row(hold, late=hold.review < today))

    def _hold_row(self, hold: Hold, *, late: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        parts = (masked(hold.client), hold.user, hold.document, hold.session, _span_of(hold))
        concerns = ", ".join(filter(None, parts))
        review = self.tr("review {day}").format(day=day(hold.review))
        words = Body(f"{concerns} · {hold.reason} · {review}")
        if late:
            words.setProperty("role", "strong")
        reason = self._line(self.tr("Reason for lifting"))
        lift = button(self.tr("Lift"), lambda: self.lift_hold(hold.number, reason.text()))
        lift.setAccessibleName(self.tr("Lift the hold {number}").format(number=hold.number))
        lift.setEnabled(self._may(EventKind.LOG_HOLD))
        line.addWidget(words, 2)
        line.addWidget(reason, 1)
        line.addWidget(lift)
        return row

    def _held(self, hold: Hold) -> None:
        for line in (
            self.hold_client, self.hold_user, self.hold_document, self.hold_session,
            self.hold_first, self.hold_last, self.hold_reason,
        ):  # fmt: skip
            line.clear()
        self._told(self.tr("The hold {number} is in force").format(number=hold.number))

    def _time_confirmed(self) -> None:
        self._told(self.tr("The time is confirmed in the log"))

    def _told(self, title: str, text: str = "") -> None:
        self.notice.tell(Tone.OK, title, text)
        self.again()

    def _disposed(self, done: DisposalRecord, record: Path) -> None:
        said = self.tr("%n event(s) were disposed of", "", done.plan.count)
        self._told(said, str(record))
        if done.unreached:
            places = ", ".join(place for place, _ in done.unreached)
            self.notice.tell(
                Tone.WARNING, self.tr("These backups hold the former key: destroy them"), places
            )

    def _copied(self, head: LogHead, folder: Path) -> None:
        said = self.tr("{size} events were copied").format(size=number(head.size))
        self.notice.tell(Tone.OK, said, str(folder))

    def _ask_disposal(self) -> None:
        if self._plan is None:
            return
        asked = QMessageBox.warning(
            self,
            self.tr("Dispose of log data"),
            self._said(self._plan) + "\n" + self.tr("This cannot be undone."),
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        if asked == QMessageBox.StandardButton.Ok:
            path, _ = QFileDialog.getSaveFileName(
                self,
                self.tr("Save the record of the disposal"),
                self.tr("record-of-disposal") + ".pdf",
                self.tr("PDF (*.pdf)"),
            )
            if path:
                self.dispose(Path(path))

    def _ask_backup(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose an empty folder"))
        if folder:
            self.back_up(Path(folder))

    def _may(self, kind: EventKind) -> bool:
        session = self.desk.session
        return session is not None and session.refusal(kind) is None

    def _line(self, said: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(said)
        line.setPlaceholderText(said)
        line.setMaxLength(300)
        return line

    def _arrange(self) -> None:
        disposal = self._panel(self.tr("Disposal after twelve years"))
        disposal.column.addWidget(self.due_words)
        disposal.column.addWidget(self.clock_line)
        disposal.column.addLayout(self._due_rows)
        disposal.column.addLayout(row_of(self.disposal_reason, self.plan_button))
        disposal.column.addWidget(self.plan_words)
        disposal.column.addLayout(row_of(None, self.propose_button, self.dispose_button))
        disposal.column.addWidget(self.past)
        holds = self._panel(self.tr("Holds: what an open matter keeps"))
        holds.column.addLayout(self._hold_rows)
        fields = QHBoxLayout()
        fields.setSpacing(Space.S)
        for field in (self.hold_client, self.hold_user, self.hold_document):
            fields.addWidget(field, 1)
        holds.column.addLayout(fields)
        first, last = (QLabel(self.tr("From")), QLabel(self.tr("to")))
        for label, day_field in ((first, self.hold_first), (last, self.hold_last)):
            label.setProperty("role", "label")
            label.setBuddy(day_field)
        holds.column.addLayout(
            row_of(self.hold_session, first, self.hold_first, last, self.hold_last)
        )
        self.hold_review.setMaximumWidth(130)
        review = QLabel(self.tr("Review"))
        review.setProperty("role", "label")
        review.setBuddy(self.hold_review)
        holds.column.addLayout(row_of(self.hold_reason, review, self.hold_review, self.hold_button))
        copies = self._panel(self.tr("Copies"))
        copies.column.addWidget(
            Body(
                self.tr(
                    "A backup is the log encrypted as it is, with each file compared with its hash "
                    "tree. It opens with the keys of this workstation, or the recovery key."
                ),
                role="hint",
            )
        )
        copies.column.addLayout(row_of(None, self.backup_button))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.M)
        for part in (self._busy, self.error, self.notice, disposal, holds, copies):
            column.addWidget(part)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, self.tr("Retention and copies")))

    def _panel(self, title: str) -> Panel:
        panel = Panel(margin=Space.M)
        panel.column.setSpacing(Space.S)
        panel.column.addWidget(SectionTitle(title))
        return panel


def _begin(value: date | None, after: int = 0) -> datetime | None:
    """When a day begins in Helsinki, or the one so many days after it."""
    if value is None:
        return None
    return datetime.combine(value + timedelta(days=after), time(), HELSINKI)


def _span_of(hold: Hold) -> str:
    if hold.time_from is None and hold.time_to is None:
        return ""
    last = hold.time_to - timedelta(microseconds=1) if hold.time_to else None
    return f"{day(hold.time_from)}–{day(last)}"


def _named(due: Due) -> str:
    """A month; and the file, where that is not the month's own year's."""
    said = f"{due.month.month}/{due.month.year}"
    if due.tree.register == CARRIED:
        return f"{said} ({CARRIED})"
    return said if due.tree.year == due.month.year else f"{said} ({due.tree.year})"
