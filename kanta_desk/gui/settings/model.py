"""The tables of the imports: what is at hand, and what a file would change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import day, language, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours, mono_font
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.imports import (
    CHANGE_NAMES,
    KIND_NAMES,
    VERSION_NAMES,
    Change,
    ChangeKind,
    Holding,
    RowProblem,
)
from kanta_desk.model.terms.texts_imports import ROW_FAULTS, problem_place

CHANGE_TONES = {
    ChangeKind.ADDED: Tone.OK,
    ChangeKind.CHANGED: Tone.BUSY,
    ChangeKind.ENDED: Tone.WARNING,
    ChangeKind.REMOVED: Tone.FAILED,
}


def days(first: date | None, last: date | None) -> str:
    """Days of validity; nothing where both ends are open."""
    return f"{day(first)}–{day(last)}" if first or last else ""


def version_name(holding: Holding) -> str:
    """The version as its publisher numbers it, or what stands for that."""
    named = VERSION_NAMES.get(holding.version)
    return say(named) if named else holding.version


class HoldingColumn(IntEnum):
    """The columns of what is at hand."""

    NAME = 0
    VERSION = 1
    COUNT = 2
    SOURCE = 3
    VALID = 4
    KIND = 5
    OID = 6


class HoldingsModel(TableModel):
    """Code sets, registers and structures, a row for each version."""

    columns = len(HoldingColumn)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Holding, ...] = ()

    def show(self, rows: Sequence[Holding]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def holding(self, row: int) -> Holding | None:
        """What a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def length(self) -> int:
        """How many there are."""
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Name"),
            self.tr("Version"),
            self.tr("Count"),
            self.tr("Source"),
            self.tr("In force"),
            self.tr("Kind"),
            self.tr("OID"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        holding = self.holding(index.row()) if index.isValid() else None
        if holding is None:
            return None
        column = HoldingColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(holding, column)
            case Qt.ItemDataRole.DecorationRole if column is HoldingColumn.SOURCE:
                return tone_icon(source_tone(holding), 16)
            case Qt.ItemDataRole.FontRole if column is HoldingColumn.OID:
                return mono_font()
            case Qt.ItemDataRole.TextAlignmentRole if column is HoldingColumn.COUNT:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, holding: Holding, column: HoldingColumn) -> str:
        match column:
            case HoldingColumn.NAME:
                return say(holding.name)
            case HoldingColumn.KIND:
                return say(KIND_NAMES[holding.kind])
            case HoldingColumn.VERSION:
                return version_name(holding)
            case HoldingColumn.COUNT:
                return number(holding.count)
            case HoldingColumn.SOURCE:
                return self.source(holding)
            case HoldingColumn.VALID:
                return days(holding.valid_from, holding.valid_to)
            case HoldingColumn.OID:
                return holding.system

    def source(self, holding: Holding) -> str:
        """Where it came from, in a few words."""
        if holding.fault:
            return self.tr("cannot be read")
        if holding.origin is not None:
            return self.tr("imported {day}").format(day=day(holding.origin.at))
        if not holding.verified:
            return self.tr("unverified")
        return self.tr("ships with the program")


def source_tone(holding: Holding) -> Tone:
    """How far what is at hand can be relied on."""
    if holding.fault:
        return Tone.FAILED
    if holding.origin is None and not holding.verified:
        return Tone.WARNING
    return Tone.OK if holding.origin is not None else Tone.NEUTRAL


class ChangesModel(TableModel):
    """What an import would change."""

    columns = 4

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Change, ...] = ()

    def show(self, rows: Sequence[Change]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def length(self) -> int:
        """How many there are."""
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Change"), self.tr("Code or OID"), self.tr("Now"), self.tr("After")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid():
            return None
        change = self._rows[index.row()]
        tone = CHANGE_TONES[change.kind]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                texts = (say(CHANGE_NAMES[change.kind]), change.key, change.before, change.after)
                return texts[index.column()]
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return tone_icon(tone, 16)
            case Qt.ItemDataRole.ForegroundRole if index.column() == 0:
                return QColor(colours().ink(tone))
            case Qt.ItemDataRole.FontRole if index.column() == 1:
                return mono_font()
        return None


class ProblemsModel(TableModel):
    """What is at fault in a file: where, what, the value, and what to do."""

    columns = 4

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowProblem, ...] = ()

    def show(self, rows: Sequence[RowProblem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def length(self) -> int:
        """How many there are."""
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Place"), self.tr("What"), self.tr("Value"), self.tr("What to do")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid():
            return None
        problem = self._rows[index.row()]
        what, remedy = ROW_FAULTS[problem.fault]
        tone = Tone.FAILED if problem.fault.leaves_out else Tone.WARNING
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                place = problem_place(problem, language())
                return (place, say(what), problem.value, say(remedy))[index.column()]
            case Qt.ItemDataRole.DecorationRole if index.column() == 1:
                return tone_icon(tone, 16)
        return None
