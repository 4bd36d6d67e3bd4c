"""The conditions of a search in the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Panel, primary_button
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, EventFilter, EventKind, Phase
from kanta_desk.model.query import KeyKind, recognise
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI

E = TypeVar("E", bound=StrEnum)


class FilterBar(Panel):
    """``submitted`` fires with conditions that can be sent; ``EventFilter()`` when cleared."""

    submitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self.column.setSpacing(Space.S)
        self.user = self._line(self.tr("User"), self.tr("Name or identifier"))
        self.client = self._line(self.tr("Client"), self.tr("Name or personal identity code"))
        self.document = self._line(self.tr("Document"), self.tr("Document id (OID)"))
        written = {kind: EVENT_NAMES[kind] for kind in EventKind}  # others: by the shares
        self.kind = _box(self.tr("Act"), self.tr("All acts"), written)
        self.phase = _box(self.tr("Phase"), self.tr("All phases"), PHASE_NAMES)
        self.since = DayField(self.tr("From"))
        self.until = DayField(self.tr("To"))
        for day in (self.since, self.until):
            day.returnPressed.connect(self.submit)
        self._problem = Body(role="word")
        self._problem.setProperty("tone", "failed")
        self._problem.hide()
        self._arrange()

    def submit(self) -> None:
        """Send the conditions, or say what is wrong with them."""
        problem = self._fault()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.submitted.emit(self.conditions())

    def clear(self) -> None:
        """No conditions."""
        for line in (self.user, self.client, self.document):
            line.setText("")
        for box in (self.kind, self.phase):
            box.setCurrentIndex(0)
        for day in (self.since, self.until):
            day.set_value(None)
        self._problem.hide()

    def conditions(self) -> EventFilter:
        """The conditions as they stand; whole days as Helsinki sees them."""
        client = recognise(self.client.text())
        until = self.until.value
        return EventFilter(
            user=self.user.text().strip(),
            client=str(client.client) if client.client else client.text,
            document=self.document.text().strip(),
            kind=EventKind(kind) if (kind := self.kind.currentData()) else None,
            phase=Phase(phase) if (phase := self.phase.currentData()) else None,
            time_from=_midnight(self.since.value),
            time_to=_midnight(until + timedelta(days=1)) if until else None,
        )

    def show_conditions(self, conditions: EventFilter) -> None:
        """Put conditions into the fields; what has no field is left out."""
        self.user.setText(conditions.user)
        self.client.setText(conditions.client)
        self.document.setText(conditions.document)
        for box, value in ((self.kind, conditions.kind), (self.phase, conditions.phase)):
            box.setCurrentIndex(max(0, box.findData(value)) if value else 0)
        first, end = conditions.time_from, conditions.time_to
        self.since.set_value(first.astimezone(HELSINKI).date() if first else None)
        last = end.astimezone(HELSINKI) - timedelta(microseconds=1) if end else None
        self.until.set_value(last.date() if last else None)
        self._problem.hide()

    @property
    def said(self) -> str:
        """What is wrong with the conditions, if that was said."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def _fault(self) -> str:
        client = recognise(self.client.text())
        if client.kind is KeyKind.HENKILOTUNNUS and client.problem:
            return self.tr("The personal identity code is not valid. Check it.")
        document = recognise(self.document.text())
        if document.kind is not KeyKind.NOTHING and document.oid is None:
            return self.tr("A document id is numbers and dots. Copy it whole.")
        if not (self.since.readable and self.until.readable):
            return self.tr("The day cannot be read. Write it as 22.11.2026.")
        if (self.since.value or date.min) > (self.until.value or date.max):
            return self.tr("The first day is after the last one.")
        return ""

    def _line(self, said: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(said)
        line.setPlaceholderText(hint)
        line.setClearButtonEnabled(True)
        line.setMaxLength(200)
        line.returnPressed.connect(self.submit)
        return line

    def _arrange(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(Space.S)
        for field in (self.user, self.client, self.document):
            who.addLayout(_labelled(field.accessibleName(), field), 1)
        days = QHBoxLayout()
        days.setSpacing(Space.XS)
        days.addWidget(self.since)
        days.addWidget(QLabel("–"))
        days.addWidget(self.until)
        what = QHBoxLayout()
        what.setSpacing(Space.S)
        what.addLayout(_labelled(self.kind.accessibleName(), self.kind), 1)
        what.addLayout(_labelled(self.phase.accessibleName(), self.phase), 1)
        what.addLayout(_labelled(self.tr("Time"), self.since, days))
        what.addStretch(1)
        for widget in (
            button(self.tr("Clear"), self._start_over, role="quiet"),
            primary_button(self.tr("Search"), self.submit),
        ):
            what.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(who)
        self.column.addLayout(what)
        self.column.addWidget(self._problem)

    def _start_over(self) -> None:
        self.clear()
        self.submit()


def _box(said: str, any_word: str, names: Mapping[E, Text]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(said)
    box.addItem(any_word, None)
    for value, name in names.items():
        box.addItem(say(name), value)
    box.setMaxVisibleItems(len(names) + 1)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    return box


def _labelled(text: str, field: QWidget, shown: QLayout | None = None) -> QVBoxLayout:
    """A small label over a field, or over the row ``shown`` that it begins."""
    label = QLabel(text)
    label.setProperty("role", "small")
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    if shown is None:
        column.addWidget(field)
    else:
        column.addLayout(shown)
    return column


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, HELSINKI) if day else None
