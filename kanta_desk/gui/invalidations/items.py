"""The table of a plan's documents: what each is, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from kanta_desk.errors import KantaError
from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import day, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours, mono_font
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.codes import Code
from kanta_desk.model.invalidation import (
    FATE_NAMES,
    BatchProgress,
    BatchReport,
    Fate,
    InvalidationPlan,
    PlannedItem,
    Step,
)

FATE_TONES = {
    Fate.WAITING: Tone.BUSY,
    Fate.DONE: Tone.OK,
    Fate.REFUSED: Tone.FAILED,
    Fate.NOT_DONE: Tone.FAILED,
    Fate.UNSETTLED: Tone.WARNING,
}
_MONO_POINTS = 9.0


class Column(IntEnum):
    """The columns of the table, in their order."""

    TITLE = 0
    FATE = 1
    CLIENT = 2
    CREATED = 3
    VERSION = 4
    OID = 5


class ItemsModel(TableModel):
    """Items of one plan in its order. Clients are masked until ``reveal``."""

    columns = len(Column)

    def __init__(
        self, name_of: Callable[[Code | None], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._items: tuple[PlannedItem, ...] = ()
        self._rows: dict[str, int] = {}
        self._fates: dict[str, Fate] = {}
        self._errors: dict[str, KantaError] = {}
        self._begun: set[str] = set()
        self._revealed = False

    def show(self, plan: InvalidationPlan | None) -> None:
        """Begin with a plan's items, none of them begun; None shows nothing."""
        self.beginResetModel()
        self._items = plan.items if plan else ()
        self._rows = {item.message_id: row for row, item in enumerate(self._items)}
        self._fates, self._errors, self._begun = {}, {}, set()
        self._revealed = False
        self.endResetModel()

    def reveal(self, revealed: bool) -> None:
        """Show clients whole, or masked."""
        self._revealed = revealed
        self._changed(0, len(self._items) - 1)

    def advance(self, told: BatchProgress) -> None:
        """Take what a run tells of one item."""
        row = self._rows.get(told.message_id)
        if row is None:
            return
        if told.step is Step.SETTLED:
            self._fates[told.message_id] = told.fate
        self._begun.add(told.message_id)
        self._changed(row, row)

    def end(self, report: BatchReport) -> None:
        """Take how everything ended."""
        self._begun.clear()
        for result in report.results:
            key = result.item.message_id
            self._fates[key] = result.fate
            self._errors.pop(key, None)
            if result.error is not None:
                self._errors[key] = result.error
        self._changed(0, len(self._items) - 1)

    def settle(self, fates: Mapping[str, Fate]) -> None:
        """Take what settling found out, by message id."""
        for key, fate in fates.items():
            if key in self._rows:
                self._fates[key] = fate
                if fate is Fate.DONE:
                    self._errors.pop(key, None)
        self._changed(0, len(self._items) - 1)

    def item(self, row: int) -> PlannedItem:
        """The item of a row."""
        return self._items[row]

    def fate(self, row: int) -> Fate:
        """What has become of a row's item."""
        return self._fates.get(self._items[row].message_id, Fate.WAITING)

    def error(self, row: int) -> KantaError | None:
        """What stood in the way of a row's item."""
        return self._errors.get(self._items[row].message_id)

    def count(self, fate: Fate) -> int:
        """How many items are so."""
        return sum(self.fate(row) is fate for row in range(len(self._items)))

    def length(self) -> int:
        """How many there are."""
        return len(self._items)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Document"),
            self.tr("Outcome"),
            self.tr("Client"),
            self.tr("Created"),
            self.tr("Version"),
            self.tr("Document id"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        row, column = index.row(), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(row, column)
            case Qt.ItemDataRole.FontRole if column in (Column.OID, Column.CLIENT):
                return mono_font(_MONO_POINTS)
            case Qt.ItemDataRole.DecorationRole if column is Column.FATE:
                return tone_icon(FATE_TONES[self.fate(row)], 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.FATE:
                return QColor(colours().ink(FATE_TONES[self.fate(row)]))
        return None

    def _text(self, row: int, column: Column) -> str:
        item = self._items[row]
        metadata = item.metadata
        match column:
            case Column.TITLE:
                return metadata.title or self._name_of(metadata.document_type) or "–"
            case Column.CLIENT:
                client = metadata.client_id
                return "–" if client is None else str(client) if self._revealed else client.masked
            case Column.CREATED:
                return day(metadata.created)
            case Column.VERSION:
                return str(metadata.version)
            case Column.OID:
                return item.oid.value
            case Column.FATE:
                return self._fate(row)

    def _fate(self, row: int) -> str:
        fate, error = self.fate(row), self.error(row)
        if fate is Fate.WAITING and self._items[row].message_id in self._begun:
            return self.tr("under way…")
        return say(FATE_NAMES[fate]) + (f" ({error.code})" if error else "")

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            end = self.index(last, self.columnCount() - 1)
            self.dataChanged.emit(self.index(first, 0), end)
