"""The one kind of table: rows of one height, one of them chosen; and what its models share.

Rows have a fixed height because a view of millions of rows must not ask for each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW = 28
_LEAST = 160


class TableModel(QAbstractTableModel):
    """A table that says how many rows it has, and what its ``columns`` are called."""

    columns: ClassVar[int]

    def length(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def headings(self) -> tuple[str, ...]:
        """The columns' names, in their order."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else self.length()

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else self.columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]


class Table(QTableView):
    """Shows ``model``, named ``said`` for screen readers.

    ``elastic`` is the column that takes what room is left; without it the last one does. Where too
    little is left for it to be read, it keeps some, and the table scrolls.
    ``lines`` is how many lines a cell may have.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        said: str,
        widths: Sequence[int],
        parent: QWidget | None = None,
        *,
        by_cell: bool = False,
        elastic: int | None = None,
        lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(said)
        behavior = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behavior.SelectItems if by_cell else behavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(lines > 1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_ROW, self.fontMetrics().height() * lines + 10))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setStretchLastSection(elastic is None)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, max(width, columns.sectionSizeHint(column)))
        self._elastic = elastic
        if elastic is not None:
            self._least = min(widths[elastic], _LEAST)
            columns.setSectionResizeMode(elastic, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the elastic column the room that is left, but never too little."""
        super().resizeEvent(event)
        if self._elastic is None:
            return
        columns = self.horizontalHeader()
        others = columns.length() - columns.sectionSize(self._elastic)
        is_narrow = self.viewport().width() - others < self._least
        mode = QHeaderView.ResizeMode.Interactive if is_narrow else QHeaderView.ResizeMode.Stretch
        if mode is not columns.sectionResizeMode(self._elastic):
            columns.setSectionResizeMode(self._elastic, mode)
            if is_narrow:
                columns.resizeSection(self._elastic, self._least)
