"""The one kind of table: rows of one height, one of them chosen.

Rows have a fixed height because a view of millions of rows must not ask for each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_ROW = 28


class Table(QTableView):
    """Shows ``model``, named ``said`` for screen readers.

    ``elastic`` is the column that takes what room is left; without it the last one does.
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
        if elastic is not None:
            columns.setSectionResizeMode(elastic, QHeaderView.ResizeMode.Stretch)
