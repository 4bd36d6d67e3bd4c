"""The name of the place, and whose register is used for what purpose; both go to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from kanta_desk.gui.context import ContextChoice
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Title

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_REGISTER_WIDTH, _PURPOSE_WIDTH = 320, 210


class TopBar(QFrame):
    """Hidden until somebody has signed in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self._title = Title()
        self.context = ContextChoice(
            desk, QBoxLayout.Direction.LeftToRight, (_REGISTER_WIDTH, _PURPOSE_WIDTH)
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        line.setSpacing(Space.L)
        line.addWidget(self._title, 1)
        line.addWidget(self.context)

    def name(self, title: str) -> None:
        """Show the name of the place."""
        self._title.setText(title)
