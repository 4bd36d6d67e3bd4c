"""The matrix with what narrows it and what it comes to: filters, counts, the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.gui.deployment.filters import RowFilters
from kanta_desk.gui.deployment.matrix import ASPECTS, FIRST_ASPECT, TITLE, MatrixModel
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.deployment import (
    CELL_NAMES,
    Aspect,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    Verdict,
)

_WIDTHS = (46, 180)
_AROUND_A_WORD = 34  # icon and padding of a cell
_LINES = 2


@dataclass(frozen=True, slots=True)
class ChosenCell:
    """What was chosen: a row, and the question, or none for the whole row."""

    expected: ExpectedDocument
    row: DocumentVerdict | None
    aspect: Aspect | None


class MatrixView(QWidget):
    """``chosen`` tells that another cell was chosen; ``narrowed`` that other rows are shown."""

    chosen = Signal()
    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, DocumentVerdict] = {}
        self.model = MatrixModel(self)
        self.filters = RowFilters()
        self.filters.changed.connect(self._narrow)
        self.table = Table(
            self.model,
            self.tr("Matrix of the deployment test"),
            (*_WIDTHS, *(self._width_of_a_cell() for _ in ASPECTS)),
            by_cell=True,
            elastic=TITLE,
            lines=_LINES,
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.counts = Body(role="hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.filters)
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: Plan | None) -> None:
        """Begin with a plan, all of its rows waiting."""
        self._rows = {}
        self.model.show(plan)
        self.filters.offer(plan)
        self.filters.setVisible(plan is not None and len(plan.documents) > 1)
        self._count()

    def put(self, row: DocumentVerdict) -> None:
        """Fill in one row."""
        self._rows[row.expected.key] = row
        self.model.put(row)
        self._count()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show a whole verdict with what was decided."""
        for row in verdict.rows:
            self._rows[row.expected.key] = row
            self.model.put(row)
        self.filters.know(verdict)
        self.model.show_decisions(verdict.decisions)
        self._count()

    def cell(self) -> ChosenCell | None:
        """The chosen cell."""
        for at in self.table.selectionModel().selectedIndexes():
            column = at.column() - FIRST_ASPECT
            aspect = ASPECTS[column] if column >= 0 else None
            return ChosenCell(self.model.expected(at.row()), self.model.verdict(at.row()), aspect)
        return None

    def choose_first_fault(self) -> None:
        """Choose the first cell that is not in order, unless one is chosen."""
        if self.cell() is None:
            self.table.setCurrentIndex(self.model.first_fault())

    def shown_rows(self) -> tuple[DocumentVerdict, ...]:
        """The judged rows that are shown."""
        rows = (self.model.verdict(at) for at in range(self.model.rowCount()))
        return tuple(row for row in rows if row is not None)

    def _narrow(self) -> None:
        before = self.cell()
        self.model.narrow(self.filters.accepts)
        at = self.model.row_of(before.expected.key) if before else -1
        if before and at >= 0:
            column = FIRST_ASPECT + ASPECTS.index(before.aspect) if before.aspect else TITLE
            self.table.setCurrentIndex(self.model.index(at, column))
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._count()
        self.narrowed.emit()

    def _count(self) -> None:
        """How many rows are in which state, in words."""
        states = Counter(row.state for row in self._rows.values())
        waiting = self.model.documents - len(self._rows) + states[CellState.WAITING]
        parts = (
            (states[CellState.OK] + states[CellState.NOT_NEEDED], self._in_order),
            (states[CellState.FAILED], lambda n: self.tr("%n with a fault", "", n)),
            (states[CellState.ASKS], lambda n: self.tr("%n to choose", "", n)),
            (states[CellState.WARNING], lambda n: self.tr("%n to look at", "", n)),
            (states[CellState.NOT_CHECKED], lambda n: self.tr("%n not checked", "", n)),
            (waiting, lambda n: self.tr("%n waiting", "", n)),
        )
        said = [word(count) for count, word in parts if count]
        if self.filters.narrowing:
            said.append(self.tr("%n shown", "", self.model.rowCount()))
        self.counts.setText(" · ".join(said))

    def _in_order(self, count: int) -> str:
        return self.tr("%n in order", "", count)

    def _width_of_a_cell(self) -> int:
        """Room for the longest word that a cell may say; longer texts take two lines."""
        said = " ".join(say(name) for name in CELL_NAMES.values())
        widths = (self.fontMetrics().horizontalAdvance(word) for word in said.split())
        return max(widths) + _AROUND_A_WORD
