"""The matrix of a deployment test: a row for each expected document, a column for each question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    Aspect,
    Cell,
    CellState,
    Decision,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
)

CELL_TONES = {
    CellState.OK: Tone.OK,
    CellState.WARNING: Tone.WARNING,
    CellState.FAILED: Tone.FAILED,
    CellState.NOT_CHECKED: Tone.NEUTRAL,
    CellState.WAITING: Tone.BUSY,
    CellState.ASKS: Tone.WARNING,
    CellState.NOT_NEEDED: Tone.NEUTRAL,
}
ASPECTS = tuple(Aspect)
_STAND_OUT = (CellState.FAILED, CellState.WARNING, CellState.ASKS)
KEY, TITLE = 0, 1
FIRST_ASPECT = 2


class MatrixModel(TableModel):
    """Fills in row by row while a run goes on; a row without a verdict waits."""

    columns = FIRST_ASPECT + len(ASPECTS)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[ExpectedDocument, ...] = ()
        self._shown: tuple[ExpectedDocument, ...] = ()
        self._rows: dict[str, DocumentVerdict] = {}
        self._decided: frozenset[tuple[str, Aspect | None]] = frozenset()

    def show(self, plan: Plan | None) -> None:
        """Begin with a plan's documents, all of them waiting; None shows nothing."""
        self.beginResetModel()
        self._documents = self._shown = plan.documents if plan else ()
        self._rows = {}
        self._decided = frozenset()
        self.endResetModel()

    def narrow(self, accepts: Callable[[ExpectedDocument, DocumentVerdict | None], bool]) -> None:
        """Show only the rows that ``accepts`` takes."""
        self.beginResetModel()
        self._shown = tuple(d for d in self._documents if accepts(d, self._rows.get(d.key)))
        self.endResetModel()

    def show_decisions(self, decisions: Iterable[Decision]) -> None:
        """Mark the cells that the archivist has judged."""
        self._decided = frozenset((each.key, each.aspect) for each in decisions)
        if self._shown:
            last = self.index(len(self._shown) - 1, self.columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def documents(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._documents)

    def row_of(self, key: str) -> int:
        """Where a row is shown; -1 if it is not."""
        return next((at for at, d in enumerate(self._shown) if d.key == key), -1)

    def put(self, row: DocumentVerdict) -> None:
        """Fill in one row."""
        self._rows[row.expected.key] = row
        for at, document in enumerate(self._shown):
            if document.key == row.expected.key:
                last = self.columns - 1
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))
                return

    def expected(self, row: int) -> ExpectedDocument:
        """The plan's document of a row."""
        return self._shown[row]

    def verdict(self, row: int) -> DocumentVerdict | None:
        """The verdict of a row, or None while it waits."""
        return self._rows.get(self._shown[row].key)

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
        for state in (CellState.FAILED, CellState.ASKS, CellState.WARNING):
            for row in range(len(self._shown)):
                for column in range(FIRST_ASPECT, self.columns):
                    cell = self.cell(self.index(row, column))
                    if cell is not None and cell.state is state:
                        return self.index(row, column)
        return QModelIndex()

    def length(self) -> int:
        """How many there are."""
        return len(self._shown)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Row"), self.tr("Document"), *(say(ASPECT_NAMES[each]) for each in ASPECTS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        document = self._shown[index.row()]
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
                return say(CELL_NAMES[state]) + (" *" if self._is_decided(index) else "")
            case Qt.ItemDataRole.DecorationRole:
                return tone_icon(CELL_TONES[state], 16)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(colours().ink(CELL_TONES[state]))
            case Qt.ItemDataRole.BackgroundRole if state in _STAND_OUT:
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
        if self._is_decided(index):
            parts.append(self.tr("The archivist has decided on it"))
        return ". ".join(parts)

    def _is_decided(self, index: AnyIndex) -> bool:
        key, aspect = self._shown[index.row()].key, ASPECTS[index.column() - FIRST_ASPECT]
        return bool(self._decided & {(key, aspect), (key, None)})

    def _title(self, document: ExpectedDocument) -> str:
        return document.title or (str(document.document_oid) if document.document_oid else "")
