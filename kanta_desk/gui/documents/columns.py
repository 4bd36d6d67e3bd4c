"""The columns of the results: which there are, which stand there, and in which order and width as
the person left them."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from kanta_desk.gui.geometry import settings

_KEY = "documents/columns"
_SETTLED_MS = 400


class Column(IntEnum):
    """The columns of the table, as the model numbers them."""

    TIME = 0
    TYPE = 1
    TASK = 2
    VERSION = 3
    STATE = 4
    TITLE = 5
    PROVIDER = 6
    FINDINGS = 7
    ARCHIVED = 8
    PROCESS = 9
    CASE = 10
    AUTHOR = 11
    UNIT = 12
    OID = 13


WIDTHS = (94, 178, 106, 32, 100, 200, 240, 30, 94, 140, 120, 150, 170, 300)
_AT_FIRST = (
    Column.TIME, Column.TYPE, Column.TASK, Column.VERSION, Column.FINDINGS, Column.STATE,
    Column.TITLE, Column.PROVIDER,
)  # fmt: skip


class ColumnsMenu(QMenu):
    """Shows and hides the columns of ``table``, and remembers them in ``folder``; it opens at the
    table's header too."""

    def __init__(self, table: QTableView, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._folder = table, folder
        self._widths = [table.columnWidth(column) for column in Column]
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.keep)
        model, tip = table.model(), Qt.ItemDataRole.ToolTipRole
        self._actions = {
            column: self.addAction(model.headerData(column, Qt.Orientation.Horizontal, tip))
            for column in Column
        }
        for column, action in self._actions.items():
            action.setCheckable(True)
            action.toggled.connect(lambda on, c=column: self._show(c, on))
        self._actions[Column.TIME].setEnabled(False)  # something must stand there
        self.addSeparator()
        self.addAction(self.tr("As at first")).triggered.connect(lambda: self.reset())
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        self.reset()
        self._restore()
        header.sectionMoved.connect(lambda *_: self._settled.start())
        header.sectionResized.connect(lambda *_: self._settled.start())

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that stand there, in their order."""
        header = self._table.horizontalHeader()
        there = [column for column in Column if not header.isSectionHidden(column)]
        return tuple(sorted(there, key=header.visualIndex))

    def choose(self, column: Column, *, shown: bool) -> None:
        """Show a column, or hide it."""
        self._actions[column].setChecked(shown)

    def reset(self) -> None:
        """The columns that stand there at first, in their order and width."""
        header = self._table.horizontalHeader()
        order = [*_AT_FIRST, *(column for column in Column if column not in _AT_FIRST)]
        for visual, column in enumerate(order):
            header.moveSection(header.visualIndex(column), visual)
            self._table.setColumnWidth(column, self._widths[column])
            self._actions[column].setChecked(column in _AT_FIRST)
            self._show(column, column in _AT_FIRST)

    def keep(self) -> None:
        """Write down how the columns stand."""
        self._settled.stop()
        settings(self._folder).setValue(_KEY, self._table.horizontalHeader().saveState())

    def _show(self, column: Column, shown: bool) -> None:
        self._table.setColumnHidden(column, not shown)
        self._settled.start()

    def _restore(self) -> None:
        header = self._table.horizontalHeader()
        kept = settings(self._folder).value(_KEY)
        if isinstance(kept, QByteArray) and header.restoreState(kept):
            for column, action in self._actions.items():
                action.setChecked(not header.isSectionHidden(column))
        self._settled.stop()

    def _ask(self, at: QPoint) -> None:
        self.exec(self._table.horizontalHeader().mapToGlobal(at))
