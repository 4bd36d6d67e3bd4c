"""The cases: what of the log is looked into, by which events, until when, and what was found."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.gui.language import day, moment, number
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, ErrorLine, NoticeLine, Panel, SectionTitle
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button, scrolled
from kanta_desk.model.events import EventRef
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.supervising import Case


_MOST_SHOWN = 6
"""Events of a case that are shown in its row."""


class CasesTab(QWidget):
    """A panel to open a case in, those that are open, those that are closed.

    ``event_wanted`` asks for an event of a case, by its ``EventRef``.
    """

    event_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown = False
        self._busy = BusyLine()
        self.error = ErrorLine()
        self.notice = NoticeLine()
        self.title = self._line(self.tr("What is looked into"))
        self.events = self._line(self.tr("Events, such as 2026/6"))
        self.due = DayField(self.tr("Due"))
        self.open_button = button(self.tr("Open a case"), self.open_case, "open")
        self.title.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text.strip())))
        self.open_button.setEnabled(False)
        self._open_rows, self._closed_rows = QVBoxLayout(), QVBoxLayout()
        self._arrange()

    def entered(self) -> None:
        """Read the cases, unless they are shown."""
        if not self._shown:
            self.again()

    def again(self) -> None:
        """Read them anew."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.supervision.cases,
                done=self.show_cases, failed=self.error.show_error, lane=Lane.LOG,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Reading the cases…"))

    def wipe(self) -> None:
        """Forget what was shown and typed."""
        self._shown = False
        for rows in (self._open_rows, self._closed_rows):
            empty_layout(rows)
        for each in (self.title, self.events, self.error, self.notice):
            each.clear()
        self.due.set_value(None)

    def begin(self, ref: EventRef) -> None:
        """Begin a case about an event: what is still missing is its title."""
        self.events.setText(ref.short)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_case(self) -> None:
        """Open the case that the fields tell of."""
        session = self.desk.session
        if session is None or not self.title.text().strip():
            return
        self.error.clear()
        refs = self._refs(session.context.register.key)
        if refs is None or not self.due.readable:
            self.notice.tell(
                Tone.FAILED,
                self.tr("Check the event numbers and the day"),
                self.tr("Write events as 2026/6 and the day as 22.11.2026."),
            )
            return
        start(
            self, self.desk, session.supervision.open_case, self.title.text(), refs, self.due.value,
            done=self._opened, failed=self.error.show_error, lane=Lane.LOG
        )  # fmt: skip

    def decide(self, case: int, decision: str) -> None:
        """Close a case with what was found."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            start(
                self, self.desk, session.supervision.decide_case, case, decision,
                done=lambda closed: self._told(
                    self.tr("Case {number} is closed").format(number=closed.id)
                ),
                failed=self.error.show_error, lane=Lane.LOG,
            )  # fmt: skip

    def show_cases(self, cases: tuple[Case, ...]) -> None:
        """Show the cases, those that are open first."""
        self._shown = True
        today = datetime.now(HELSINKI).date().isoformat()
        for rows, is_open, none in (
            (self._open_rows, True, self.tr("No case is open.")),
            (self._closed_rows, False, self.tr("No case has been closed.")),
        ):
            empty_layout(rows)
            shown = [case for case in cases if (not case.decision) is is_open]
            for case in shown:
                rows.addWidget(self._row(case, late=bool(case.due) and case.due < today))
            if not shown:
                rows.addWidget(Body(none, role="hint"))

    def _row(self, case: Case, *, late: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, Space.S)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Body(f"{case.id} · {case.title}", role="strong"), 1)
        for event in case.events[:_MOST_SHOWN]:
            ref = EventRef.parse(event, case.register)
            show = button(ref.short, partial(self.event_wanted.emit, ref), role="link")
            show.setAccessibleName(self.tr("Show event {number}").format(number=ref.short))
            head.addWidget(show)
        if len(case.events) > _MOST_SHOWN:
            head.addWidget(Body(f"+{number(len(case.events) - _MOST_SHOWN)}", role="hint"))
        column.addLayout(head)
        told = [self.tr("opened {time}, {person}").format(
            time=moment(case.opened), person=case.person)]  # fmt: skip
        if case.due:
            said = self.tr("late since {day}") if late else self.tr("due {day}")
            told.append(said.format(day=day(date.fromisoformat(case.due))))
        words = Body(" · ".join(told), role="word" if late else "hint")
        if late:
            words.setProperty("tone", "warning")
        column.addWidget(words)
        if case.decision:
            column.addWidget(Body(case.decision))
        else:
            column.addLayout(self._closing(case))
        return row

    def _closing(self, case: Case) -> QHBoxLayout:
        found = self._line(self.tr("What was found"))
        close = button(self.tr("Close the case"), lambda: self.decide(case.id, found.text()))
        close.setAccessibleName(self.tr("Close case {number}").format(number=case.id))
        close.setEnabled(False)
        found.textChanged.connect(lambda text: close.setEnabled(bool(text.strip())))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(found, 1)
        line.addWidget(close)
        return line

    def _refs(self, register: str) -> list[EventRef] | None:
        """The events in the field; None if a number cannot be read."""
        words = self.events.text().replace(",", " ").split()
        try:
            return [EventRef.parse(word, register) for word in words]
        except ValueError:
            return None

    def _opened(self, case: Case) -> None:
        for field in (self.title, self.events):
            field.clear()
        self.due.set_value(None)
        self._told(self.tr("Case {number} is open").format(number=case.id))

    def _told(self, said: str) -> None:
        self.notice.tell(Tone.OK, said)
        self.again()

    def _line(self, said: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(said)
        line.setPlaceholderText(said)
        line.setMaxLength(300)
        return line

    def _arrange(self) -> None:
        self.due.setMaximumWidth(130)
        label = QLabel(self.tr("Due"))
        label.setProperty("role", "label")
        label.setBuddy(self.due)
        fields = QHBoxLayout()
        fields.setSpacing(Space.S)
        fields.addWidget(self.title, 2)
        fields.addWidget(self.events, 1)
        for each in (label, self.due, self.open_button):
            fields.addWidget(each)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.M)
        for part in (self._busy, self.error, self.notice):
            column.addWidget(part)
        for title, inside in (
            (self.tr("Open a case"), fields),
            (self.tr("Open cases"), self._open_rows),
            (self.tr("Closed cases"), self._closed_rows),
        ):
            panel = Panel(margin=Space.M)
            panel.column.setSpacing(Space.S)
            panel.column.addWidget(SectionTitle(title))
            panel.column.addLayout(inside)
            column.addWidget(panel)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, self.tr("Cases")))
