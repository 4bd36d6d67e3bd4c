"""Lines in the page instead of dialogs: what happened, what it means, what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui import icons
from kanta_desk.gui.language import language
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import icon_button
from kanta_desk.model.terms.errors import explain

_LINE = 24


class NoticeLine(QFrame):
    """A line in the page with an icon, a sentence, more text, and actions. Hidden while empty.

    The actions stand under the text or, where height is dear, ``beside`` it. ``shown`` tells
    whether it stands there now.
    """

    shown = Signal(bool)

    def __init__(
        self, parent: QWidget | None = None, *, closable: bool = True, beside: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self._beside = beside
        self._icon = QLabel()
        self._title = Body(role="strong")
        self._text = Body()
        self._footer = QHBoxLayout()
        self._footer.setSpacing(Space.S)
        self._close = icon_button("close", self.tr("Close"))
        self._close.clicked.connect(self.clear)
        self._close.setVisible(closable)

        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        for part in (self._title, self._text):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)
        if not beside:
            column.addLayout(self._footer)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        line.setSpacing(Space.S)
        self._icon.setMinimumHeight(_LINE)
        self._title.setMinimumHeight(_LINE)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        line.setAlignment(column, Qt.AlignmentFlag.AlignTop)
        if beside:
            line.addLayout(self._footer)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(
        self,
        tone: Tone,
        title: str,
        text: str = "",
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a line; ``action`` is a button's word and what it does."""
        self._empty_footer()
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        name = "info" if tone is Tone.NEUTRAL else icons.tone_name(tone)
        icons.dress(self._icon, name, icons.ink_of(tone))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        if action:
            self._add_action(*action)
        if not self._beside:
            self._footer.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        self.shown.emit(True)

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
        self.shown.emit(False)
        for part in (self._title, self._text):
            part.clear()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self._empty_footer()

    @property
    def said(self) -> str:
        """All that it says, line by line; empty while hidden."""
        return "\n".join(t for t in (self._title.text(), self._text.text()) if t)

    def _add_action(self, word: str, act: Callable[[], None]) -> None:
        button = QPushButton(word)
        button.clicked.connect(lambda: act())
        self._footer.addWidget(button)

    def _empty_footer(self) -> None:
        empty_layout(self._footer)


class ErrorLine(NoticeLine):
    """An error in the person's language with its code for support."""

    def show_error(
        self, error: KantaError, action: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Show what happened, what it means and what to do."""
        told = explain(error, language())
        body = "\n".join(part for part in (told.meaning, told.remedy) if part)
        self.tell(Tone.FAILED, told.title, body, action)
        code = QLabel(self.tr("Code {code}").format(code=error.code))
        code.setProperty("role", "small")
        copy = icon_button("copy", self.tr("Copy the error"))
        copied = f"{error.code} {told.title}\n{body}"
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(copied))
        self._footer.addWidget(code)
        self._footer.addWidget(copy)
