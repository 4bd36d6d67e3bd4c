"""Whose card it is, when the desk locks by itself, and the buttons that end work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.signin.cardpanel import about_card
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, ElidedLabel
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.people import Holder

_SECONDS_SHOWN = 60


class StatusBar(QFrame):
    """``lock_asked``, ``sign_out_asked`` and ``seal_asked`` (the log, then out) are wishes."""

    lock_asked = Signal()
    sign_out_asked = Signal()
    seal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self._icon, self._holder, self._about = QLabel(), Body(role="strong"), ElidedLabel()
        self._holder.setWordWrap(False)
        icons.dress(self._icon, "person", "muted", 18)
        self._clock, self._left = QLabel(), QLabel()
        self._left.setProperty("role", "label")
        icons.dress(self._clock, "clock", "muted", 16)
        keys = QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText)
        self._lock = button(self.tr("&Lock"), self.lock_asked.emit, "lock")
        self._lock.setToolTip(keys)
        self._sign_out = button(self.tr("Sign &out"), self.sign_out_asked.emit, "sign-out", "quiet")
        self._seal = button(self.tr("Sign out and s&eal"), self.seal_asked.emit, "shield", "quiet")
        self._seal.setToolTip(self.tr("Your card signs the access log first."))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.XS + 2, Space.L, Space.XS + 2)
        line.setSpacing(Space.S)
        line.addWidget(self._icon)
        line.addWidget(self._holder)
        line.addWidget(self._about, 1)
        for part in (self._clock, self._left, self._seal, self._sign_out, self._lock):
            line.addWidget(part)

    def show_holder(self, holder: Holder) -> None:
        """Show whose session it is."""
        self._holder.setText(holder.name)
        self._about.setText(about_card(holder))

    def show_left(self, seconds: int) -> None:
        """Show how long it is until the desk locks by itself."""
        if seconds <= _SECONDS_SHOWN:
            text = self.tr("locks in %n second(s)", "", seconds)
        else:
            text = self.tr("locks in %n min", "", -(-seconds // 60))
        self._left.setText(text)

    @property
    def left_shown(self) -> str:
        """The words about the time left."""
        return self._left.text()
