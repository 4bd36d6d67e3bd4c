"""The matrix of a deployment test: a row for each expected document, a column for each question."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    Aspect,
    Cell,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
)

AnyIndex = QModelIndex | QPersistentModelIndex

CELL_TONES = {
    CellState.OK: Tone.OK,
    CellState.WARNING: Tone.WARNING,
    CellState.FAILED: Tone.FAILED,
    CellState.NOT_CHECKED: Tone.NEUTRAL,
    CellState.WAITING: Tone.BUSY,
}
ASPECTS = tuple(Aspect)
KEY, TITLE = 0, 1
FIRST_ASPECT = 2


class MatrixModel(QAbstractTableModel):
    """Fills in row by row while a run goes on; a row without a verdict waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[ExpectedDocument, ...] = ()
        self._rows: dict[str, DocumentVerdict] = {}

    def show(self, plan: Plan | None) -> None:
        """Begin with a plan's documents, all of them waiting; None shows nothing."""
        self.beginResetModel()
        self._documents = plan.documents if plan else ()
        self._rows = {}
        self.endResetModel()

    def put(self, row: DocumentVerdict) -> None:
        """Fill in one row."""
        self._rows[row.expected.key] = row
        for at, document in enumerate(self._documents):
            if document.key == row.expected.key:
                last = self.columnCount() - 1
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))
                return

    def expected(self, row: int) -> ExpectedDocument:
        """The plan's document of a row."""
        return self._documents[row]

    def verdict(self, row: int) -> DocumentVerdict | None:
        """The verdict of a row, or None while it waits."""
        return self._rows.get(self._documents[row].key)

    def cell(self, index: AnyIndex) -> Cell | None:
        """The cell at an index; the first columns stand for the row's worst cell."""
        verdict = self.verdict(index.row()) if index.isValid() else None
        if verdict is None:
            return None
        if index.column() >= FIRST_ASPECT:
            return verdict.cell(ASPECTS[index.column() - FIRST_ASPECT])
        return next(cell for cell in verdict.cells if cell.state is verdict.state)

    def first_fault(self) -> QModelIndex:
        """The first cell that is not in order; without one, no index."""
        for state in (CellState.FAILED, CellState.WARNING):
            for row in range(len(self._documents)):
                for column in range(FIRST_ASPECT, self.columnCount()):
                    cell = self.cell(self.index(row, column))
                    if cell is not None and cell.state is state:
                        return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else FIRST_ASPECT + len(ASPECTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section >= FIRST_ASPECT:
            return say(ASPECT_NAMES[ASPECTS[section - FIRST_ASPECT]])
        return self.tr("Row") if section == KEY else self.tr("Document")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._documents):
            return None
        document = self._documents[index.row()]
        if index.column() == KEY:
            return document.key if role == Qt.ItemDataRole.DisplayRole else None
        if index.column() == TITLE:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self._title(document) if shown else None
        return self._aspect(index, role)

    def _aspect(self, index: AnyIndex, role: int) -> Any:
        cell = self.cell(index)
        state = cell.state if cell else CellState.WAITING
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return say(CELL_NAMES[state])
            case Qt.ItemDataRole.DecorationRole:
                return tone_icon(CELL_TONES[state], 16)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(colours().ink(CELL_TONES[state]))
            case Qt.ItemDataRole.BackgroundRole if state in (CellState.FAILED, CellState.WARNING):
                return QColor(colours().ground(CELL_TONES[state]))
            case Qt.ItemDataRole.ToolTipRole if cell:
                return say(cell.summary)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, cell, state)
        return None

    def _spoken(self, index: AnyIndex, cell: Cell | None, state: CellState) -> str:
        aspect = say(ASPECT_NAMES[ASPECTS[index.column() - FIRST_ASPECT]])
        parts = [f"{aspect}: {say(CELL_NAMES[state])}"]
        if cell:
            parts.append(say(cell.summary))
        return ". ".join(parts)

    def _title(self, document: ExpectedDocument) -> str:
        return document.title or (str(document.document_oid) if document.document_oid else "")
