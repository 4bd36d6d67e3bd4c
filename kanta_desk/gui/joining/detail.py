"""One joining task in full: why, what it waits for, what was seen; and what people note of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui.joining.model import STATE_TONES
from kanta_desk.gui.language import count, day, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, FieldList, Heading, Panel, StatusBadge, scrolled
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import primary_button
from kanta_desk.model.joining import TASK_NAMES, Scheduled, TaskNote
from kanta_desk.model.terms import joining as words
from kanta_desk.model.text import Text


class TaskView(Panel):
    """``noted`` carries the task's key and the ``TaskNote`` to keep."""

    noted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._key = ""
        self._title, self._badge = Heading(), StatusBadge()
        self._why = Body()
        self._fields = FieldList(label_width=120)
        self._seen = StatusBadge()
        self.done = QCheckBox(self.tr("Done"))
        self.done.toggled.connect(self._ticked)
        self.done_on = DayField(self.tr("Day it was done"))
        self.owner = QLineEdit()
        self.owner.setAccessibleName(self.tr("In charge"))
        self.owner.setMaxLength(120)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.save = primary_button(self.tr("Keep"), self._keep, "check")
        self._today = date.min
        self._arrange()

    def show_task(self, each: Scheduled, today: date, titles: Mapping[str, Text]) -> None:
        """Show a task; ``titles`` are those of all tasks by their keys."""
        self._key, self._today = each.task.key, today
        self._title.setText(say(each.task.title))
        self._badge.show_state(STATE_TONES[each.state], say(TASK_NAMES[each.state]))
        self._why.setText(say(each.task.why))
        self._show_fields(each, titles)
        self._seen.setVisible(each.evidence is not None)
        if each.evidence is not None:
            tone = Tone.OK if each.evidence.done else Tone.WARNING
            self._seen.show_state(tone, f"{say(each.evidence.said)} ({day(each.evidence.day)})")
        self.done.blockSignals(True)
        self.done.setChecked(each.note.done is not None)
        self.done.blockSignals(False)
        self.done_on.set_value(each.note.done)
        self.done_on.setEnabled(each.note.done is not None)
        self.owner.setText(each.note.owner)
        self.owner.setPlaceholderText(say(each.task.who))
        self.note.setPlainText(each.note.note)

    @property
    def key(self) -> str:
        """The task that is shown; empty if none."""
        return self._key

    def _show_fields(self, each: Scheduled, titles: Mapping[str, Text]) -> None:
        self._fields.clear()
        self._fields.add(self.tr("Begin by"), day(each.begin))
        self._fields.add(self.tr("Done by"), day(each.end))
        self._fields.add(self.tr("Takes"), count(words.DAYS, each.task.days))
        if not each.done:
            self._fields.add(self.tr("Room"), count(words.DAYS, each.slack))
        if each.waits_for:
            waits = "\n".join(say(titles[key]) for key in each.waits_for)
            self._fields.add(self.tr("Waits for"), waits)
        source = each.task.source
        if not each.task.verified:
            source += f" – {say(words.UNVERIFIED)}"
        self._fields.add(self.tr("Source"), source)

    def _ticked(self, on: bool) -> None:
        self.done_on.setEnabled(on)
        self.done_on.set_value(self._today if on else None)

    def _keep(self) -> None:
        if not self.done_on.readable:
            self.done_on.setFocus()
            return
        done = (self.done_on.value or self._today) if self.done.isChecked() else None
        note = TaskNote(done, self.owner.text(), self.note.toPlainText())
        self.noted.emit(self._key, note)

    def _arrange(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.setSpacing(Space.S)
        for widget in (self._title, self._badge, self._why, self._fields, self._seen):
            inside.addWidget(widget)
        inside.addSpacing(Space.M)
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.setHorizontalSpacing(Space.M)
        ticked = QHBoxLayout()
        ticked.setSpacing(Space.S)
        ticked.addWidget(self.done)
        ticked.addWidget(self.done_on)
        ticked.addStretch(1)
        form.addRow("", ticked)
        form.addRow(self.tr("In charge"), self.owner)
        form.addRow(self.tr("Note"), self.note)
        inside.addLayout(form)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.save)
        inside.addLayout(last)
        inside.addStretch(1)
        self.column.addWidget(scrolled(content, self.tr("The chosen task")), 1)
