"""The field for a PIN, which never holds it as text.

The digits go one by one into bytes of our own that can be overwritten. What the line edit itself
holds, and with it undo, clipboard and the interface of screen readers, is a dot for each.
"""

from __future__ import annotations

from hmac import compare_digest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LEAST, MOST = 4, 8
"""Digits in a PIN (FINEID S4-2 v4.0, PIN1)."""

_WIDTH = 140
_DOT = "\N{BULLET}"


class PinField(QLineEdit):
    """Takes digits, ``Backspace`` and ``Delete``; ``take`` hands the PIN over and forgets it.

    ``digits``: the fewest and the most that the code can have.
    """

    changed = Signal()

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = bytearray()
        self.digits = (LEAST, MOST)
        self.setAccessibleName(said)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setFixedWidth(_WIDTH)

    @property
    def complete(self) -> bool:
        """Whether there are as many digits as a PIN can have."""
        return self.digits[0] <= len(self._digits) <= self.digits[1]

    def same_as(self, other: PinField) -> bool:
        """Whether both hold the same digits."""
        return compare_digest(self._digits, other._digits)

    def take(self) -> bytearray:
        """The digits, for the card; the field is empty afterwards."""
        taken, self._digits = self._digits, bytearray()
        self._show()
        return taken

    def clear(self) -> None:
        """Overwrite and forget the digits."""
        self._digits[:] = bytes(len(self._digits))
        self._digits.clear()
        self._show()

    def type_digits(self, digits: bytes | bytearray) -> None:
        """Enter digits as if typed; anything else in ``digits`` is left out."""
        for digit in digits:
            if len(self._digits) < self.digits[1] and digit in b"0123456789":
                self._digits.append(digit)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits; leave what moves the focus or submits to Qt; swallow the rest."""
        match event.key():
            case Qt.Key.Key_Backspace:
                self._drop_last()
            case Qt.Key.Key_Delete | Qt.Key.Key_Clear:
                self.clear()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.returnPressed.emit()
            case _ if event.text() and event.text() in "0123456789":
                self.type_digits(event.text().encode())
            case _ if event.text() == "" or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
                event.ignore()
            case _:
                event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take digits from an on-screen keyboard."""
        self.type_digits(event.commitString().encode("ascii", "ignore"))
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is always at the end."""
        super().focusInEvent(event)
        self.end(False)

    def _drop_last(self) -> None:
        if self.hasSelectedText():
            self.clear()
        elif self._digits:
            self._digits[-1] = 0
            self._digits.pop()
            self._show()

    def _show(self) -> None:
        self.setText(_DOT * len(self._digits))  # setText forgets the undo history too
        self.changed.emit()
