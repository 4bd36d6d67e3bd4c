"""The table of joining tasks: sections as headings, a row for each task."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import day, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.joining import TASK_NAMES, Joining, Scheduled, Section, TaskState

STATE_TONES = {
    TaskState.DONE: Tone.OK,
    TaskState.LATE: Tone.FAILED,
    TaskState.NOW: Tone.WARNING,
    TaskState.WAITING: Tone.NEUTRAL,
    TaskState.AHEAD: Tone.BUSY,
}


class Column(IntEnum):
    """The columns of the table, in their order."""

    TASK = 0
    STATE = 1
    BEGIN = 2
    END = 3
    OWNER = 4


class TasksModel(TableModel):
    """The tasks of a project under the names of their sections, which cannot be chosen."""

    columns = len(Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Section | Scheduled] = []

    def show(self, project: Joining) -> None:
        """Show a project; where its rows are the same ones, a choice among them stays."""
        rows: list[Section | Scheduled] = []
        for section in project.sections:
            rows.append(section)
            rows += [each for each in project.tasks if each.task.section == section.key]
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columns - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def task(self, row: int) -> Scheduled | None:
        """The task of a row; None for a section's name."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Scheduled) else None

    def row_of(self, key: str) -> int:
        """The row of a task; -1 if it is not shown."""
        rows = range(len(self._rows))
        return next((at for at in rows if (t := self.task(at)) and t.task.key == key), -1)

    def headings_at(self) -> tuple[int, ...]:
        """The rows that are names of sections."""
        return tuple(at for at, row in enumerate(self._rows) if isinstance(row, Section))

    def length(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Task"),
            self.tr("State"),
            self.tr("Begin by"),
            self.tr("Done by"),
            self.tr("In charge"),
        )

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A section's name can be read, not chosen."""
        if self.task(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if isinstance(row, Section):
            return _heading(row, column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _text(row, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return tone_icon(STATE_TONES[row.state], 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.STATE:
                return QColor(colours().ink(STATE_TONES[row.state]))
        return None


def _heading(section: Section, column: Column, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole and column is Column.TASK:
        return say(section.title)
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return None


def _text(each: Scheduled, column: Column) -> str:
    match column:
        case Column.TASK:
            return say(each.task.title)
        case Column.STATE:
            return say(TASK_NAMES[each.state])
        case Column.BEGIN:
            return day(each.begin)
        case Column.END:
            return day(each.end)
        case Column.OWNER:
            return each.note.owner or say(each.task.who)
