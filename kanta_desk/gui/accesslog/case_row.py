"""One case in the list: what it is, its events with why they are in it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.gui.language import day, moment
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import button, icon_button, link_button
from kanta_desk.model.events import EventRef
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.supervising import Case, CaseEvent

_IN_LINE = 8
_LINES = 3
"""Lines of events that are shown unless one changes the case, or asks for the rest."""


class CaseRow(QWidget):
    """A case, and behind "Change" the fields that change it.

    ``event_wanted`` asks for an event by its ``EventRef``. The others say what somebody wants done:
    ``added`` with the events as typed and why, ``removed`` with an ``EventRef`` and why,
    ``due_set`` with a day or None, ``decided`` with what was found, ``reopened`` with why.
    ``edited`` fires where the fields are opened or closed.
    """

    event_wanted = Signal(object)
    added = Signal(str, str)
    removed = Signal(object, str)
    due_set = Signal(object)
    decided = Signal(str)
    reopened = Signal(str)
    edited = Signal(bool)

    def __init__(self, case: Case, *, editing: bool = False) -> None:
        super().__init__()
        self.case = case
        self._removals: list[QWidget] = []
        self._more: list[QWidget] = []
        self.change = button(self.tr("Change…"), None, role="quiet")
        self.change.setAccessibleName(self.tr("Change case {number}").format(number=case.id))
        self.change.setCheckable(True)
        self.change.toggled.connect(self._edit)
        self.change.setVisible(case.is_open)
        self.events = _line(self.tr("Events, such as 2026/6"))
        self.note = _line(self.tr("Why it is added or removed"))
        self.due = DayField(self.tr("Due"), date.fromisoformat(case.due) if case.due else None)
        self.fields = self._fields()
        self._arrange()
        self.fields.hide()
        self.change.setChecked(editing and case.is_open)

    @property
    def is_late(self) -> bool:
        """Whether an open case is past its day."""
        today = datetime.now(HELSINKI).date().isoformat()
        return self.case.is_open and bool(self.case.due) and self.case.due < today

    def _edit(self, wanted: bool) -> None:
        self.fields.setVisible(wanted)
        for each in self._removals:
            each.setVisible(wanted)
        if wanted:
            self._show_all()
        self.edited.emit(wanted)

    def _show_all(self) -> None:
        for each in self._more:
            each.show()

    def _told(self) -> str:
        case = self.case
        told = [
            self.tr("opened {time}, {person}").format(time=moment(case.opened), person=case.person)
        ]
        if case.due:
            said = self.tr("late since {day}") if self.is_late else self.tr("due {day}")
            told.append(said.format(day=day(date.fromisoformat(case.due))))
        return " · ".join(told)

    def _lines(self) -> list[QWidget]:
        """The events, a line for those with the same reason, or several."""
        by_note: dict[str, list[CaseEvent]] = {}
        for held in self.case.events:
            by_note.setdefault(held.note, []).append(held)
        return [
            self._events_line(events[at : at + _IN_LINE], note)
            for note, events in by_note.items()
            for at in range(0, len(events), _IN_LINE)
        ]

    def _events_line(self, events: Sequence[CaseEvent], note: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for held in events:
            ref = EventRef.parse(held.event, self.case.register)
            show = link_button(ref.short, partial(self.event_wanted.emit, ref))
            show.setAccessibleName(self.tr("Show event {number}").format(number=ref.short))
            remove = icon_button("close", self.tr("Remove event {number}").format(number=ref.short))
            remove.clicked.connect(partial(self._remove, ref))
            remove.hide()
            self._removals.append(remove)
            row.addWidget(show)
            row.addWidget(remove)
        row.addWidget(Body(note, role="hint"), 1)
        return line

    def _remove(self, ref: EventRef) -> None:
        self.removed.emit(ref, self.note.text())

    def _fields(self) -> QWidget:
        number = self.case.id
        add = button(self.tr("Add"), lambda: self.added.emit(self.events.text(), self.note.text()))
        add.setAccessibleName(self.tr("Add events to case {number}").format(number=number))
        add.setEnabled(False)
        self.events.textChanged.connect(lambda text: add.setEnabled(bool(text.strip())))
        set_due = button(self.tr("Set the day"), self._set_due)
        set_due.setAccessibleName(self.tr("Set the day case {number} is due").format(number=number))
        label = QLabel(self.tr("Due"))
        label.setProperty("role", "label")
        label.setBuddy(self.due)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.events, 1)
        row.addWidget(self.note, 2)
        for each in (add, label, self.due, set_due):
            row.addWidget(each)
        return held

    def _set_due(self) -> None:
        if self.due.readable:
            self.due_set.emit(self.due.value)
        else:
            self.due.setFocus()

    def _ending(self) -> QHBoxLayout:
        """What ends the case, or opens it again: a line for the words, and the button."""
        number = self.case.id
        if self.case.is_open:
            words = _line(self.tr("What was found"))
            act = button(self.tr("Close the case"), lambda: self.decided.emit(words.text()))
            act.setAccessibleName(self.tr("Close case {number}").format(number=number))
        else:
            words = _line(self.tr("Why it is opened again"))
            act = button(self.tr("Open again"), lambda: self.reopened.emit(words.text()))
            act.setAccessibleName(self.tr("Open case {number} again").format(number=number))
        act.setEnabled(False)
        words.textChanged.connect(lambda text: act.setEnabled(bool(text.strip())))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(words, 1)
        line.addWidget(act)
        return line

    def _arrange(self) -> None:
        case = self.case
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.S)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Body(f"{case.id} · {case.title}", role="strong"), 1)
        head.addWidget(self.change)
        column.addLayout(head)
        words = Body(self._told(), role="word" if self.is_late else "hint")
        if self.is_late:
            words.setProperty("tone", "warning")
        column.addWidget(words)
        for at, line in enumerate(self._lines()):
            column.addWidget(line)
            if at >= _LINES:
                line.hide()
                self._more.append(line)
        if self._more:
            rest = link_button(self.tr("Show all events"), self._show_all)
            rest.clicked.connect(rest.hide)
            self.change.toggled.connect(rest.hide)
            column.addWidget(rest)
        column.addWidget(self.fields)
        if case.decision:
            said = self.tr("Earlier decision: {decision}") if self.case.is_open else "{decision}"
            column.addWidget(Body(said.format(decision=case.decision)))
        column.addLayout(self._ending())


def _line(said: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(said)
    line.setPlaceholderText(said)
    line.setMaxLength(300)
    return line
