"""The window's look put on: the palette in force, fonts and spacing.

The palettes are our own, on the Fusion style, so that light, dark and high contrast look the same
on every system. ``SYSTEM`` follows the desktop's colour scheme where the platform reports one.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kanta_desk.gui.palettes import CONTRAST, DARK, LIGHT, Colours, Tone
from kanta_desk.gui.stylesheet import style_sheet
from kanta_desk.model.look import Look
from kanta_desk.settings.resources import resource

_FONT_FILES = ("OpenSans-Regular.ttf", "OpenSans-Semibold.ttf", "LiberationMono-Regular.ttf")
TEXT_FAMILY = "Open Sans"
MONO_FAMILY = "Liberation Mono"
BASE_POINTS = 10.0

__all__ = ["Colours", "Space", "Tone", "colours", "mono_font", "text_font", "theme"]


class Space:
    """The steps of the spacing scale, in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 40


class Theme(QObject):
    """The look in force. ``changed`` tells whoever painted with its colours to do so again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours = LIGHT
        self._look = Look.SYSTEM
        self._watching = False
        self._marks = QTemporaryDir()

    def apply(self, app: QApplication, look: Look) -> None:
        """Dress the whole application."""
        self._look = look
        app.setStyle("Fusion")
        _load_fonts()
        app.setFont(text_font())
        if not self._watching:
            self._watching = True
            app.styleHints().colorSchemeChanged.connect(lambda _: self._dress(app))
        self._dress(app)

    def _dress(self, app: QApplication) -> None:
        self.colours = colours_of(self._look, app.styleHints().colorScheme())
        app.setPalette(_palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours, Path(self._marks.path())))
        self.changed.emit()


def colours_of(look: Look, scheme: Qt.ColorScheme) -> Colours:
    """The palette of a look; what the desktop reports decides for ``SYSTEM`` alone."""
    match look:
        case Look.SYSTEM:
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        case Look.LIGHT:
            return LIGHT
        case Look.DARK:
            return DARK
        case Look.CONTRAST:
            return CONTRAST


def text_font(points: float = BASE_POINTS, *, strong: bool = False) -> QFont:
    """The text face."""
    font = QFont([TEXT_FAMILY])
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def mono_font(points: float = BASE_POINTS) -> QFont:
    """The face of OIDs and henkilötunnus, where every character can be told apart."""
    font = QFont([MONO_FAMILY])
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def colours() -> Colours:
    """The palette in force."""
    return theme.colours


theme = Theme()


def _load_fonts() -> None:
    for file in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.window,
        role.Text: c.text,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.BrightText: c.failed,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.muted,
        role.Highlight: c.accent_soft,
        role.HighlightedText: c.text,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.Accent: c.accent,
        role.Light: c.surface,
        role.Midlight: c.raised,
        role.Mid: c.line,
        role.Dark: c.edge,
        role.Shadow: c.edge,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.off))
    return palette
