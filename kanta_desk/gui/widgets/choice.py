"""A choice among few that is hard to change by accident: a button with a menu.

A combo box would change under the mouse wheel or an arrow key, and whose register one is in is
written to the log at every change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

T = TypeVar("T")
_ROOM = 40
_INDENT = "\N{NO-BREAK SPACE}" * 2  # Qt drops the style's left padding where there is a menu


class ChoiceButton(QPushButton, Generic[T]):
    """Shows what is chosen; a menu offers the others. ``chosen`` fires for the person's choice."""

    chosen = Signal(object)

    def __init__(self, said: str, parent: QWidget | None = None, width: int = 220) -> None:
        super().__init__(parent)
        self._said = said
        self._width = width
        self._text = ""
        self._value: T | None = None
        self._choices: list[tuple[QAction, str, T]] = []
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.setProperty("role", "choice")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(said)

    @property
    def value(self) -> T | None:
        """What is chosen."""
        return self._value

    @property
    def text_shown(self) -> str:
        """What is chosen, in words, whole."""
        return self._text

    def offer(self, choices: Sequence[tuple[str, T]], chosen: T | None) -> None:
        """Offer ``choices`` (words and value). A single one is shown but cannot be changed."""
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        self._value, self._text = None, ""
        self._choices = []
        for words, value in choices:
            action = QAction(words.replace("&", "&&"), self._menu, checkable=True)
            action.triggered.connect(lambda _=False, v=value, w=words: self._choose(w, v))
            self._group.addAction(action)
            self._menu.addAction(action)
            self._choices.append((action, words, value))
            if value == chosen:
                action.setChecked(True)
                self._show(words, value)
        self.setEnabled(len(choices) > 1)
        self._elide()

    def choose(self, value: T) -> None:
        """Take one of the choices, as the program's own act: ``chosen`` does not fire."""
        for action, words, each in self._choices:
            if each == value:
                action.setChecked(True)
                self._show(words, each)

    def sizeHint(self) -> QSize:
        """Its given width, whatever the words."""
        return QSize(self._width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Half of its width at least."""
        return QSize(self._width // 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the words as fits."""
        super().resizeEvent(event)
        self._elide()

    def _choose(self, words: str, value: T) -> None:
        if value != self._value:
            self._show(words, value)
            self.chosen.emit(value)

    def _show(self, words: str, value: T) -> None:
        self._value, self._text = value, words
        self.setAccessibleName(f"{self._said}: {words}")
        self.setToolTip(words)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _ROOM
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(_INDENT + shown.replace("&", "&&"))
