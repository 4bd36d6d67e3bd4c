"""A tab of the settings that is read: titled panels below one another."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.panels import Panel, scrolled

_WIDTH = 940


class Column(QWidget):
    """Panels of a readable width in a column that scrolls; ``said`` names it."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        inner.setLayout(self.column)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, said))

    def panel(self, title: str, hint: str = "") -> Panel:
        """A panel with a title above it."""
        heading = SectionTitle(title)
        self.column.addWidget(heading)
        if hint:
            self.column.addWidget(Body(hint, "hint"))
        panel = Panel()
        self.column.addWidget(panel)
        self.column.addSpacing(Space.S)
        return panel
