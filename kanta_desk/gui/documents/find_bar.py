"""A line to look for words in the document that stands there: what, how many, next, close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kanta_desk.gui.language import number
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import icon_button

MOST = 100


class FindBar(QWidget):
    """Hidden until ``begin``. ``asked`` carries the words, ``stepped`` +1 or -1; ``closed``."""

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in the document"))
        self.line.setAccessibleName(self.tr("Find in the document"))
        self.line.setMaxLength(MOST)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda text: self.asked.emit(text.strip()))
        self.line.returnPressed.connect(lambda: self.stepped.emit(1))
        self.count = QLabel()
        self.count.setProperty("role", "small")
        self.before = icon_button("chevron-up", self.tr("Previous (Shift+F3)"))
        self.after = icon_button("chevron-down", self.tr("Next (F3)"))
        self._close = icon_button("close", self.tr("Close (Esc)"))
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.line, 1)
        for widget in (self.count, self.before, self.after, self._close):
            row.addWidget(widget)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        self.show_count(0, 0)
        self.hide()

    def begin(self, words: str = "") -> None:
        """Open it, with the words that are selected, if any."""
        self.show()
        if words:
            self.line.setText(words[:MOST])
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """Close it, and look for nothing."""
        was_open = self.isVisible()
        self.line.setText("")  # which, other than clear, keeps nothing to undo
        self.hide()
        if was_open:
            self.closed.emit()

    def show_count(self, at: int, total: int, *, going_on: bool = False) -> None:
        """Which of how many is shown, from 1; ``going_on``: not everything was looked through."""
        text = ""
        if total:
            text = self.tr("{at} of {total}").format(at=number(at), total=number(total))
            text += "…" if going_on else ""
        elif going_on:
            text = "…"
        elif self.line.text().strip():
            text = self.tr("not found")
        self.count.setText(text)
        self.line.setProperty("tone", "failed" if text and not total and not going_on else "")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        for each in (self.before, self.after):
            each.setEnabled(total > 0)

    def wipe(self) -> None:
        """Forget the words."""
        self.end()
        self.show_count(0, 0)
