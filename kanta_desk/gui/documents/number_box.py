"""The number of a page or part, to type; it is taken when Enter is pressed, not at every digit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

_ROOM = 26


class NumberBox(QLineEdit):
    """Takes a number from 1 on; ``said`` is its name. ``chosen`` carries what was typed."""

    chosen = Signal(int)

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = 1
        self._value = 1
        self.setAccessibleName(said)
        self.setValidator(QIntValidator(1, 99_999, self))
        self.editingFinished.connect(self._take)
        self.offer(1)

    @property
    def value(self) -> int:
        """The number that stands there."""
        return self._value

    def offer(self, most: int) -> None:
        """Take numbers up to ``most``."""
        self._most = max(most, 1)
        digits = max(len(str(self._most)), 2)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * digits) + _ROOM)
        self.show_value(min(self._value, self._most))

    def show_value(self, value: int) -> None:
        """Show a number; tells nobody."""
        self._value = value
        self.setText(str(value))

    def _take(self) -> None:
        typed = int(self.text()) if self.text().isdecimal() else self._value
        value = min(max(typed, 1), self._most)
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.chosen.emit(value)
