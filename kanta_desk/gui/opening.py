"""What is shown while the desk opens, and where it says why it did not."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui import icons
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, Title
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import button

_WIDTH = 460


class OpeningWindow(QWidget):
    """A small window with a bar that moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setWindowTitle("Kanta Desk")
        self.setFixedWidth(_WIDTH)
        drawn = QLabel()
        icons.dress(drawn, "brand", "accent", 32)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(drawn)
        head.addWidget(Title("Kanta Desk"), 1)
        self._words = Body(self.tr("Opening the desk…"), "hint")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self._words.text())
        self.error = ErrorLine(closable=False)
        self._close = button(self.tr("Close"), self.close)
        self._close.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addLayout(head)
        for part in (self._words, self._bar, self.error, self._close):
            column.addWidget(part)

    def show_error(self, error: KantaError) -> None:
        """Say why the desk did not open."""
        self._words.hide()
        self._bar.hide()
        self.error.show_error(error)
        self._close.show()
        self.adjustSize()
