"""What stands where there is nothing yet: why, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, Heading
from kanta_desk.gui.widgets.panels import button

_WIDTH = 440
NARROW = 280
"""Beside something else, where there is half a page."""


class EmptyState(QWidget):
    """A quiet icon, a heading, a hint, and perhaps one action, in the middle."""

    def __init__(
        self,
        icon: str,
        title: str,
        hint: str = "",
        action: tuple[str, Callable[[], None]] | None = None,
        parent: QWidget | None = None,
        width: int = _WIDTH,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        drawn = QLabel()
        icons.dress(drawn, icon, "muted", 40)
        self._title, self._hint = Heading(title), Body(hint, "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(2)
        column.addWidget(drawn, 0, middle)
        for label in (self._title, self._hint):
            label.setAlignment(middle)
            label.setFixedWidth(width)
            line = QHBoxLayout()  # an alignment would take the label's height for another width
            line.addStretch(1)
            line.addWidget(label)
            line.addStretch(1)
            column.addLayout(line)
        if action:
            column.addSpacing(Space.S)
            column.addWidget(button(*action), 0, middle)
        column.addStretch(3)
        self.say(title, hint)

    def say(self, title: str, hint: str = "") -> None:
        """Show other words."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
