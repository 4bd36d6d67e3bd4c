"""Panels, scrolled columns and the kinds of button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui import icons
from kanta_desk.gui.theme import Space

_INKS = {"primary": "on_accent", "link": "accent", "note": "muted"}


class Panel(QFrame):
    """A surface with an edge; ``column`` is its layout."""

    def __init__(self, parent: QWidget | None = None, margin: int = Space.L) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(Space.M)


def scrolled(content: QWidget, said: str) -> QScrollArea:
    """``content`` in a scroll area named ``said`` for screen readers."""
    content.setProperty("role", "scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setAccessibleName(said)
    area.setWidget(content)
    return area


def button(
    word: str, act: Callable[[], object] | None = None, icon: str = "", role: str = ""
) -> QPushButton:
    """A button with a word; ``role`` is empty, ``primary``, ``quiet``, ``link`` or ``note``."""
    made = QPushButton(word)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if icon:
        icons.dress(made, icon, _INKS.get(role, "text"), 16)
    if act is not None:
        made.clicked.connect(lambda: act())
    return made


def primary_button(
    word: str, act: Callable[[], object] | None = None, icon: str = ""
) -> QPushButton:
    """The one button of a place that does what one came for."""
    made = button(word, act, icon, "primary")
    made.setDefault(True)
    return made


def link_button(word: str, act: Callable[[], object] | None = None) -> QPushButton:
    """A way to another place."""
    made = button(word, act, role="link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def icon_button(icon: str, said: str, size: int = 16) -> QToolButton:
    """A button with an icon alone; ``said`` is its name and tool tip."""
    made = QToolButton()
    made.setProperty("role", "icon")
    made.setToolTip(said)
    made.setAccessibleName(said)
    icons.dress(made, icon, "muted", size)
    return made
