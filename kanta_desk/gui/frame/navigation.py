"""The places, on the left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui import icons
from kanta_desk.gui.page import Page
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Heading
from kanta_desk.gui.widgets.panels import button

_WIDTH, _FOLDED = 208, 60
_MOST = 9


class Navigation(QFrame):
    """``asked`` carries the key of the place that a person chose; Alt+1 … Alt+9 choose too."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setFixedWidth(_WIDTH)
        self._keys: list[str] = []
        self._folded = False
        self._group = QButtonGroup(self)
        self._name = Heading("Kanta Desk")
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.L, Space.M, Space.M)
        column.setSpacing(Space.L)
        column.addLayout(self._brand())
        column.addLayout(self._places)
        column.addStretch(1)
        self.unverified = button(self.tr("Unverified facts"), icon="info", role="note")
        self.unverified.setAccessibleName(self.unverified.text())
        self.unverified.setToolTip(
            self.tr("The program runs partly on facts that nobody has confirmed. Show them.")
        )
        column.addWidget(self.unverified)
        for number in range(1, _MOST + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self._ask, number - 1))

    @property
    def keys(self) -> tuple[str, ...]:
        """The places offered, in order."""
        return tuple(self._keys)

    def offer(self, pages: Sequence[Page]) -> None:
        """Offer these places and no others."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._keys = [page.key for page in pages]
        for index, page in enumerate(pages):
            made = button(page.title(), partial(self.asked.emit, page.key), page.icon, "place")
            made.setCheckable(True)
            made.setAccessibleName(page.title())
            made.setToolTip(f"{page.title()} (Alt+{index + 1})")
            _fold(made, self._folded)
            self._group.addButton(made, index)
            self._places.addWidget(made)

    def refuse(self, reasons: Mapping[str, str]) -> None:
        """Grey the places that the holder may not use, each key with the reason why."""
        for index, key in enumerate(self._keys):
            place = self._group.button(index)
            why = reasons.get(key, "")
            place.setEnabled(not why)
            place.setAccessibleDescription(why)
            place.setToolTip(why or f"{place.accessibleName()} (Alt+{index + 1})")

    def fold(self, folded: bool) -> None:
        """Show icons alone, where the window is narrow."""
        if folded == self._folded:
            return
        self._folded = folded
        self.setFixedWidth(_FOLDED if folded else _WIDTH)
        self._name.setVisible(not folded)
        for each in (*self._group.buttons(), self.unverified):
            _fold(each, folded)

    def mark(self, key: str) -> None:
        """Show which place is open."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def _ask(self, index: int) -> None:
        if index < len(self._keys) and self._group.button(index).isEnabled():
            self.asked.emit(self._keys[index])

    def _brand(self) -> QHBoxLayout:
        drawn = QLabel()
        icons.dress(drawn, "brand", "accent", 22)
        line = QHBoxLayout()
        line.setContentsMargins(Space.S, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(drawn, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._name, 1)
        return line


def _fold(place: QAbstractButton, folded: bool) -> None:
    place.setText("" if folded else place.accessibleName())
    icons.redress(place)
