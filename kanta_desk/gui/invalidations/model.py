"""The table of invalidations: what is unsettled first, then the newest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.invalidations.items import FATE_TONES
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.theme import colours, mono_font
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.invalidation import FATE_NAMES, Fate, InvalidationEntry

_MONO_POINTS = 9.0


class Column(IntEnum):
    """The columns of the table, in their order."""

    TIME = 0
    FATE = 1
    TYPE = 2
    REASON = 3
    USER = 4
    OID = 5


class EntriesModel(TableModel):
    """Entries of one register; ``type_name`` and ``reason_name`` give codes their names."""

    columns = len(Column)

    def __init__(
        self,
        type_name: Callable[[str], str],
        reason_name: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._type_name = type_name
        self._reason_name = reason_name
        self._entries: tuple[InvalidationEntry, ...] = ()

    def show(self, entries: Sequence[InvalidationEntry]) -> None:
        """Show these, which come newest first."""
        self.beginResetModel()
        self._entries = tuple(sorted(entries, key=lambda e: e.fate is not Fate.UNSETTLED))
        self.endResetModel()

    def entry(self, row: int) -> InvalidationEntry:
        """The entry of a row."""
        return self._entries[row]

    def row_of(self, message_id: str) -> int | None:
        """The row of an invalidation, if it is shown."""
        found = (row for row, e in enumerate(self._entries) if e.message_id == message_id)
        return next(found, None)

    def length(self) -> int:
        """How many there are."""
        return len(self._entries)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Time"),
            self.tr("Outcome"),
            self.tr("Type"),
            self.tr("Reason"),
            self.tr("By"),
            self.tr("Document id"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry, column = self._entries[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.FontRole if column is Column.OID:
                return mono_font(_MONO_POINTS)
            case Qt.ItemDataRole.DecorationRole if column is Column.FATE:
                return tone_icon(FATE_TONES[entry.fate], 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.FATE:
                return QColor(colours().ink(FATE_TONES[entry.fate]))
        return None

    def _text(self, entry: InvalidationEntry, column: Column) -> str:
        match column:
            case Column.TIME:
                return moment(entry.time)
            case Column.FATE:
                return say(FATE_NAMES[entry.fate])
            case Column.TYPE:
                return self._type_name(entry.document_type)
            case Column.REASON:
                return self._reason_name(entry.reason_code)
            case Column.USER:
                return entry.user_name
            case Column.OID:
                return entry.document_oid
