"""Names and values in rows, in groups with a title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.monotext import MonoText


class FieldList(QWidget):
    """Rows of label and value; identifiers in the fixed face, all values selectable."""

    def __init__(self, parent: QWidget | None = None, label_width: int = 180) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS + 2)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)

    def add_group(self, title: str) -> None:
        """Begin a group."""
        row = self._grid.rowCount()
        heading = SectionTitle(title)
        heading.setContentsMargins(0, Space.M if self._grid.count() else 0, 0, Space.XS)
        self._grid.addWidget(heading, row, 0, 1, 2)

    def add(self, label: str, value: str, *, mono: bool = False) -> None:
        """Add a row; an empty value is shown as a dash."""
        name = Body(label, "label")
        if mono and value:
            self.add_widget(name, MonoText(value, label))
            return
        shown = Body(value or "–")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(name, shown)

    def add_widget(self, label: str | QLabel, value: QWidget) -> None:
        """Add a row whose value is a widget of its own, such as a badge."""
        name = Body(label, "label") if isinstance(label, str) else label
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        # A smaller face stands lower, so that the lines are level.
        lower = max((name.fontMetrics().height() - value.fontMetrics().height()) // 2, 0)
        if isinstance(value, MonoText):
            value.begin_lower(lower)
        elif isinstance(value, QLabel):
            value.setContentsMargins(0, lower, 0, 0)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        """Take all rows away, and their words at once."""
        empty_layout(self._grid)
