"""The cases: what of the log is looked into, by which events, until when, and what was found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.gui.accesslog.case_row import CaseRow
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, ErrorLine, NoticeLine, Panel, SectionTitle
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button, scrolled
from kanta_desk.model.events import EventRef

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.supervising import Case


class CasesTab(QWidget):
    """A panel to open a case in, those that are open, those that are closed; see ``CaseRow``.

    ``event_wanted`` asks for an event of a case, by its ``EventRef``.
    """

    event_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown = False
        self._editing: set[int] = set()
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
        self._editing.clear()
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
        refs = self._refs(session.context.register.key, self.events.text())
        if refs is None or not self.due.readable:
            self._unreadable()
            return
        start(
            self, self.desk, session.supervision.open_case, self.title.text(), refs, self.due.value,
            done=self._opened, failed=self.error.show_error,
        )  # fmt: skip

    def add(self, case: int, events: str, note: str) -> None:
        """Put events, as typed, to a case."""
        if (session := self.desk.session) is not None:
            refs = self._refs(session.context.register.key, events)
            if refs:
                self._change(session.supervision.add_to_case, case, refs, note)
            else:
                self._unreadable()

    def remove(self, case: int, ref: EventRef, note: str) -> None:
        """Take an event off a case."""
        if (session := self.desk.session) is not None:
            self._change(session.supervision.remove_from_case, case, [ref], note)

    def set_due(self, case: int, due: date | None) -> None:
        """Set the day a case is due, or none."""
        if (session := self.desk.session) is not None:
            self._change(session.supervision.set_case_due, case, due)

    def decide(self, case: int, decision: str) -> None:
        """Close a case with what was found."""
        if (session := self.desk.session) is not None:
            said = self.tr("Case {number} is closed")
            self._change(session.supervision.decide_case, case, decision, said=said)

    def reopen(self, case: int, reason: str) -> None:
        """Open a case that is closed again."""
        if (session := self.desk.session) is not None:
            said = self.tr("Case {number} is open")
            self._change(session.supervision.reopen_case, case, reason, said=said)

    def show_cases(self, cases: tuple[Case, ...]) -> None:
        """Show the cases, those that are open first."""
        self._shown = True
        for rows, is_open, none in (
            (self._open_rows, True, self.tr("No case is open.")),
            (self._closed_rows, False, self.tr("No case has been closed.")),
        ):
            empty_layout(rows)
            shown = [case for case in cases if case.is_open is is_open]
            for case in shown:
                rows.addWidget(self._row(case))
            if not shown:
                rows.addWidget(Body(none, role="hint"))

    def _row(self, case: Case) -> CaseRow:
        row = CaseRow(case, editing=case.id in self._editing)
        row.event_wanted.connect(self.event_wanted)
        row.added.connect(partial(self.add, case.id))
        row.removed.connect(partial(self.remove, case.id))
        row.due_set.connect(partial(self.set_due, case.id))
        row.decided.connect(partial(self.decide, case.id))
        row.reopened.connect(partial(self.reopen, case.id))
        row.edited.connect(partial(self._edited, case.id))
        return row

    def _edited(self, case: int, wanted: bool) -> None:
        (self._editing.add if wanted else self._editing.discard)(case)

    def _change(self, act: Callable[..., Case], case: int, *given: object, said: str = "") -> None:
        """Do something to a case; ``said`` tells that it is done."""
        self.error.clear()
        self.notice.clear()
        told = said or self.tr("Case {number} is changed")
        start(
            self, self.desk, act, case, *given,
            done=lambda changed: self._told(told.format(number=changed.id)),
            failed=self.error.show_error,
        )  # fmt: skip

    def _refs(self, register: str, typed: str) -> list[EventRef] | None:
        """The events that were typed; None if a number cannot be read."""
        try:
            return [EventRef.parse(word, register) for word in typed.replace(",", " ").split()]
        except ValueError:
            return None

    def _unreadable(self) -> None:
        self.notice.tell(
            Tone.FAILED,
            self.tr("Check the event numbers and the day"),
            self.tr("Write events as 2026/6 and the day as 22.11.2026."),
        )

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
