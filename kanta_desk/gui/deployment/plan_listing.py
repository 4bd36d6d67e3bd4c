"""A list to read: the faults of a plan, or the files of a folder, each with what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.language import number
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, scrolled
from kanta_desk.gui.widgets.labels import MonoLabel, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button, icon_button

MOST_SHOWN = 200

Row = tuple[str, str]


class PlanListing(Panel):
    """``rejected`` asks to go back."""

    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._copied = ""
        self._heading = Heading()
        self._hint = Body(role="hint")
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self.copy = button(
            self.tr("Copy the list"),
            lambda: QGuiApplication.clipboard().setText(self._copied),
            "copy",
        )
        close = icon_button("close", self.tr("Back"))
        close.clicked.connect(self.rejected)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(self._hint)
        self.column.addWidget(scrolled(content, self.tr("List")), 1)

    def show_groups(
        self, title: str, hint: str, groups: Sequence[tuple[str, Sequence[Row]]]
    ) -> None:
        """Show groups of rows, each with a title that may be empty; the clipboard gets them all."""
        self.wipe()
        self._heading.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        lines = [title]
        for name, rows in groups:
            if name and rows:
                lines.append(name)
                heading = SectionTitle(f"{name} ({number(len(rows))})")
                self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
            for place, said in rows[:MOST_SHOWN]:
                self._add(place, said)
            if len(rows) > MOST_SHOWN:
                rest = self.tr("… and %n more", "", len(rows) - MOST_SHOWN)
                self._grid.addWidget(Body(rest, "hint"), self._grid.rowCount(), 0, 1, 2)
            lines += [f"{place}\t{said}" for place, said in rows]
        self._copied = "\n".join(lines)

    def wipe(self) -> None:
        """Show nothing."""
        self._copied = ""
        self._heading.clear()
        self._hint.clear()
        empty_layout(self._grid)

    def _add(self, place: str, said: str) -> None:
        where, what = MonoLabel(place), Body(said)
        where.setWordWrap(True)
        # A smaller face stands lower, so that the lines are level.
        lower = (what.fontMetrics().height() - where.fontMetrics().height()) // 2
        where.setContentsMargins(0, max(lower, 0), 0, 0)
        row = self._grid.rowCount()
        self._grid.addWidget(where, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(what, row, 1, Qt.AlignmentFlag.AlignTop)
