"""The table of what a search found: sorted by its header, never through a proxy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import day, moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import (
    RECORD_STATE_NAMES,
    DocumentMetadata,
    Party,
    RecordState,
)
from kanta_desk.model.identifiers import Oid

AnyIndex = QModelIndex | QPersistentModelIndex

STATE_TONES = {
    RecordState.VALID: Tone.OK,
    RecordState.REPLACED: Tone.NEUTRAL,
    RecordState.INVALIDATED: Tone.FAILED,
}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Column(IntEnum):
    """The columns of the table, in their order."""

    TIME = 0
    TYPE = 1
    TASK = 2
    VERSION = 3
    STATE = 4
    TITLE = 5
    PROVIDER = 6


class ResultsModel(QAbstractTableModel):
    """Documents of one answer, at most a few hundred; ``name_of`` gives codes their names."""

    def __init__(
        self, name_of: Callable[[Code | None], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._documents: list[DocumentMetadata] = []
        self._sorted_by = (Column.TIME, Qt.SortOrder.DescendingOrder)

    def show(self, documents: Sequence[DocumentMetadata]) -> None:
        """Replace everything; the order stays as the person last chose it."""
        self.beginResetModel()
        self._documents = list(documents)
        self._arrange(*self._sorted_by)
        self.endResetModel()

    def document(self, row: int) -> DocumentMetadata:
        """The document of a row."""
        return self._documents[row]

    def row_of(self, oid: Oid) -> int | None:
        """The row where a version stands now."""
        return next((i for i, d in enumerate(self._documents) if d.document_oid == oid), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names; the version's is a letter, whole for whoever asks."""
        spoken = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role != Qt.ItemDataRole.DisplayRole and role not in spoken:
            return None
        return (
            self.tr("Time"),
            self.tr("Type"),
            self.tr("Service task"),
            self.tr("Version") if role in spoken else self.tr("v", "version, as a column"),
            self.tr("State"),
            self.tr("Title"),
            self.tr("Controller"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._documents):
            return None
        document, column = self._documents[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(document, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(document, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return tone_icon(STATE_TONES[document.state], 16)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(document, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; whatever is selected stays with its document."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._documents[i.row()], i.column()) for i in before]
        self._arrange(Column(column), order)
        rows = {id(d): row for row, d in enumerate(self._documents)}
        self.changePersistentIndexList(
            before, [self.index(rows[id(document)], at) for document, at in held]
        )
        self.layoutChanged.emit()

    def _arrange(self, column: Column, order: Qt.SortOrder) -> None:
        self._sorted_by = (column, order)
        self._documents.sort(key=self._key(column), reverse=order is Qt.SortOrder.DescendingOrder)

    def _key(self, column: Column) -> Callable[[DocumentMetadata], Any]:
        if column is Column.TIME:
            return lambda d: d.created or _LONG_AGO
        if column is Column.VERSION:
            return lambda d: d.version
        collator = QCollator(QLocale())
        spelled = cmp_to_key(collator.compare)
        return lambda d: spelled(self._text(d, column))

    def _text(self, document: DocumentMetadata, column: Column) -> str:
        match column:
            case Column.TIME:
                return day(document.created)
            case Column.TYPE:
                return self._name_of(document.document_type)
            case Column.TITLE:
                return document.title or ""
            case Column.TASK:
                return self._name_of(document.service_task)
            case Column.PROVIDER:
                return self._provider(document)
            case Column.VERSION:
                return str(document.version)
            case Column.STATE:
                word = say(RECORD_STATE_NAMES[document.state])
                return self.tr("{state}, old").format(state=word) if document.old_document else word

    def _spoken(self, document: DocumentMetadata, column: Column) -> str:
        """The cell in full, for a tool tip and for a screen reader."""
        if column is Column.TIME and document.created:
            return moment(document.created, seconds=True)
        if column is Column.PROVIDER and document.by_register_right:
            return self.tr(
                "In the register of {controller}, stored by {producer} by right to use the register"
            ).format(controller=_name(document.controller), producer=_name(document.producer))
        return self._text(document, column)

    def _provider(self, document: DocumentMetadata) -> str:
        if document.by_register_right:
            return self.tr("{controller} ← {producer}").format(
                controller=_name(document.controller), producer=_name(document.producer)
            )
        return _name(document.controller)

    def _ink(self, document: DocumentMetadata, column: Column) -> QColor | None:
        if column is Column.STATE:
            return QColor(colours().ink(STATE_TONES[document.state]))
        return None if document.state is RecordState.VALID else QColor(colours().muted)


def _name(party: Party | None) -> str:
    return "" if party is None else party.name or party.oid.value
