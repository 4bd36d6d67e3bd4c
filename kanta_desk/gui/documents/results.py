"""The table of what a search found: sorted by its header, never through a proxy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cmp_to_key, lru_cache
from typing import Any

from PySide6.QtCore import QCollator, QLocale, QObject, Qt
from PySide6.QtGui import QColor, QIcon

from kanta_desk.gui.documents.columns import Column
from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import day, moment, say
from kanta_desk.gui.palettes import Colours, Tone
from kanta_desk.gui.theme import colours
from kanta_desk.gui.widgets.finding import SEVERITY_TONES
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import (
    RECORD_STATE_NAMES,
    DocumentMetadata,
    Party,
    RecordState,
)
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.time import HELSINKI

NameOf = Callable[[Code | None, date], str]
"""What a code is called on a day."""

STATE_TONES = {
    RecordState.VALID: Tone.OK,
    RecordState.REPLACED: Tone.NEUTRAL,
    RecordState.INVALIDATED: Tone.FAILED,
}
LONG_AGO = datetime.min.replace(tzinfo=UTC)
_COPIED = (Column.TIME, Column.TYPE, Column.TITLE, Column.VERSION, Column.STATE, Column.OID)
_BY_GRAVITY = list(Severity)
_COLUMNS = tuple(Column)
_MOST_NAMES = 20_000
_ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
    )
)


class ResultsModel(TableModel):
    """The documents that a search and the facets leave, thousands if need be; ``name_of`` gives
    codes their names as of each document's day."""

    columns = len(Column)

    def __init__(self, name_of: NameOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._documents: list[DocumentMetadata] = []
        self._worst: dict[Oid, Severity | None] = {}
        self._names: dict[tuple[Code, date], str] = {}
        self._sorted_by = (Column.TIME, Qt.SortOrder.DescendingOrder)

    def show(self, documents: Sequence[DocumentMetadata]) -> None:
        """Replace everything; the order stays as the person last chose it."""
        self.beginResetModel()
        self._documents = list(documents)
        self._arrange(*self._sorted_by)
        self.endResetModel()

    def add(self, documents: Sequence[DocumentMetadata]) -> None:
        """Add a page of results, each where the order puts it."""
        if not documents:
            return
        first = len(self._documents)
        self.beginInsertRows(self.index(-1, -1), first, first + len(documents) - 1)
        self._documents += documents
        self.endInsertRows()
        self._sort(*self._sorted_by)

    def judge(self, found: Iterable[tuple[Oid, Severity | None]]) -> None:
        """Say what the gravest finding in each document is; None: there is none."""
        self._worst.update(found)
        if self._documents:
            last = len(self._documents) - 1
            self.dataChanged.emit(self.index(0, Column.FINDINGS), self.index(last, Column.FINDINGS))

    def forget(self) -> None:
        """Show nothing, and forget what was found in what."""
        self._worst.clear()
        self._names.clear()
        self.show(())

    def document(self, row: int) -> DocumentMetadata:
        """The document of a row."""
        return self._documents[row]

    def row_of(self, oid: Oid) -> int | None:
        """The row where a version stands now."""
        return next((i for i, d in enumerate(self._documents) if d.document_oid == oid), None)

    def copied(self, rows: Iterable[int]) -> str:
        """Rows as text to paste: tabs between cells, a line each."""
        return "\n".join(
            "\t".join(self._spoken(self._documents[row], column) for column in _COPIED)
            for row in rows
        )

    def length(self) -> int:
        """How many there are."""
        return len(self._documents)

    def headings(self) -> tuple[str, ...]:
        """The columns' names; the version's is a letter, that of the findings a mark."""
        return (
            self.tr("Time"),
            self.tr("Type"),
            self.tr("Service task"),
            self.tr("v", "version, as a column"),
            self.tr("State"),
            self.tr("Title"),
            self.tr("Controller"),
            "!",
            self.tr("Archived"),
            self.tr("Service process"),
            self.tr("Case number"),
            self.tr("Professional"),
            self.tr("Service unit"),
            self.tr("Document id"),
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names; whole for whoever asks."""
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return super().headerData(section, orientation, role)
        if orientation is Qt.Orientation.Horizontal and section == Column.VERSION:
            return self.tr("Version")
        if orientation is Qt.Orientation.Horizontal and section == Column.FINDINGS:
            return self.tr("Findings in the metadata")
        return super().headerData(section, orientation)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks; of the many roles that a view asks for each cell, most have no answer."""
        if role not in _ANSWERED or not index.isValid():
            return None
        row, at = index.row(), index.column()
        if row >= len(self._documents):
            return None
        document, column = self._documents[row], _COLUMNS[at]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column is Column.FINDINGS else self._text(document, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(document, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return _icon(STATE_TONES[document.state], colours())
            case Qt.ItemDataRole.DecorationRole if column is Column.FINDINGS:
                worst = self._worst.get(document.document_oid)
                return _icon(SEVERITY_TONES[worst], colours()) if worst else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(document, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; whatever is selected stays with its document."""
        # A view asks twice. Only findings come later than the rows.
        if (column, order) != self._sorted_by or column == Column.FINDINGS:
            self._sort(Column(column), order)

    def _sort(self, column: Column, order: Qt.SortOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._documents[i.row()], i.column()) for i in before]
        self._arrange(column, order)
        if held:
            rows = {id(d): row for row, d in enumerate(self._documents)}
            self.changePersistentIndexList(
                before, [self.index(rows[id(document)], at) for document, at in held]
            )
        self.layoutChanged.emit()

    def _arrange(self, column: Column, order: Qt.SortOrder) -> None:
        self._sorted_by = (column, order)
        keys = self._keys(column)
        rows = sorted(
            range(len(keys)), key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder
        )
        self._documents = [self._documents[row] for row in rows]

    def _keys(self, column: Column) -> list[Any]:
        """What each row is sorted by."""
        documents = self._documents
        match column:
            case Column.TIME:
                return [d.created or LONG_AGO for d in documents]
            case Column.ARCHIVED:
                return [d.archived or LONG_AGO for d in documents]
            case Column.VERSION:
                return [d.version for d in documents]
            case Column.FINDINGS:
                return [self._harmlessness(d.document_oid) for d in documents]
            case Column.OID:
                return [[int(arc) for arc in d.document_oid.value.split(".")] for d in documents]
        # Few texts are shared by many rows: each is compared the Finnish way once, not a row.
        texts = [self._text(d, column) for d in documents]
        compared = cmp_to_key(QCollator(QLocale()).compare)
        rank = {text: n for n, text in enumerate(sorted(set(texts), key=compared))}
        return [rank[text] for text in texts]

    def _harmlessness(self, oid: Oid) -> int:
        worst = self._worst.get(oid)
        return len(_BY_GRAVITY) if worst is None else _BY_GRAVITY.index(worst)

    def _text(self, document: DocumentMetadata, column: Column) -> str:
        match column:
            case Column.TIME:
                return day(document.created)
            case Column.TYPE:
                return self._name(document.document_type, document)
            case Column.TITLE:
                return document.title or ""
            case Column.TASK:
                return self._name(document.service_task, document)
            case Column.PROVIDER:
                return self._provider(document)
            case Column.VERSION:
                return str(document.version)
            case Column.STATE:
                word = say(RECORD_STATE_NAMES[document.state])
                return self.tr("{state}, old").format(state=word) if document.old_document else word
            case Column.FINDINGS:
                return self._finding(document.document_oid)
            case Column.ARCHIVED:
                return day(document.archived)
            case Column.PROCESS:
                return self._name(document.service_process, document)
            case Column.CASE:
                return document.case_id or ""
            case Column.AUTHOR:
                return str(document.author.name) if document.author else ""
            case Column.UNIT:
                return named(document.service_unit)
            case Column.OID:
                return document.document_oid.value

    def _spoken(self, document: DocumentMetadata, column: Column) -> str:
        """The cell in full, for a tool tip and for a screen reader."""
        if column is Column.TIME:
            return moment(document.created, seconds=True)
        if column is Column.ARCHIVED:
            return moment(document.archived, seconds=True)
        if column is Column.PROVIDER and document.by_register_right:
            return self.tr(
                "In the register of {controller}, stored by {producer} by right to use the register"
            ).format(controller=named(document.controller), producer=named(document.producer))
        return self._text(document, column)

    def _finding(self, oid: Oid) -> str:
        if oid not in self._worst:
            return self.tr("not checked yet")
        match self._worst[oid]:
            case Severity.ERROR:
                return self.tr("errors in the metadata")
            case Severity.WARNING:
                return self.tr("warnings about the metadata")
            case Severity.NOTE:
                return self.tr("notes on the metadata")
            case None:
                return self.tr("no findings in the metadata")

    def _provider(self, document: DocumentMetadata) -> str:
        if document.by_register_right:
            return self.tr("{controller} ← {producer}").format(
                controller=named(document.controller), producer=named(document.producer)
            )
        return named(document.controller)

    def _name(self, code: Code | None, document: DocumentMetadata) -> str:
        """The name, kept: a view asks for the same ones at every step."""
        if code is None:
            return ""
        asked = (code, day_of(document))
        if asked not in self._names:
            if len(self._names) > _MOST_NAMES:
                self._names.clear()
            self._names[asked] = self._name_of(*asked)
        return self._names[asked]

    def _ink(self, document: DocumentMetadata, column: Column) -> QColor | None:
        if column is Column.STATE:
            return _colour(colours().ink(STATE_TONES[document.state]))
        return None if document.state is RecordState.VALID else _colour(colours().muted)


@lru_cache(maxsize=32)
def _icon(tone: Tone, look: Colours) -> QIcon:
    """A status's icon in the palette in force, made once: cells ask for it at every step."""
    return tone_icon(tone, 16)


@lru_cache(maxsize=32)
def _colour(ink: str) -> QColor:
    return QColor(ink)


def named(party: Party | None) -> str:
    """What a document calls an organisation, or its OID."""
    return "" if party is None else party.name or party.oid.value


def day_of(document: DocumentMetadata) -> date:
    """The document's own day, on which its codes had their names."""
    return (document.created or datetime.now(HELSINKI)).astimezone(HELSINKI).date()
