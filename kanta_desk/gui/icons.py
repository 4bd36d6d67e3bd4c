"""Our own line icons, tinted from the palette in force.

An icon is an SVG of 24 × 24 drawn with ``currentColor``, so that one file serves every look. What
was dressed with ``dress`` is tinted again when the look changes.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from kanta_desk.gui.drawing import tinted
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours, theme

_TONE_ICONS = {
    Tone.OK: "check-circle",
    Tone.WARNING: "warning",
    Tone.FAILED: "cross-circle",
    Tone.NEUTRAL: "dash-circle",
    Tone.BUSY: "clock",
}
_SIZE = 20
_GAP = 6
_DENSITIES = (1.0, 1.5, 2.0, 3.0)


def pixmap(name: str, colour: str, size: int = _SIZE, density: float = 1.0) -> QPixmap:
    """An icon of ``size`` logical pixels in ``colour``, sharp on a screen of that density."""
    return _pixmap(name, colour, size, density)


def icon(
    name: str, colour: str, size: int = _SIZE, disabled: str | None = None, gap: int = 0
) -> QIcon:
    """An icon in ``colour``; ``disabled`` is its colour on a control that cannot be used.

    ``gap`` is empty room on its right side, before a button's word.
    """
    made = QIcon()
    for density in _DENSITIES:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # unasked, Qt would tint the latter
            made.addPixmap(_pixmap(name, colour, size, density, gap), mode)
        if disabled:
            made.addPixmap(_pixmap(name, disabled, size, density, gap), QIcon.Mode.Disabled)
    return made


def tone_icon(tone: Tone, size: int = _SIZE) -> QIcon:
    """The icon of a status in the palette in force, for tables."""
    return icon(_TONE_ICONS[tone], colours().ink(tone), size)


def tone_name(tone: Tone) -> str:
    """The name of a status's icon."""
    return _TONE_ICONS[tone]


def ink_of(tone: Tone) -> str:
    """The name of the palette's colour for a status, as ``dress`` takes it."""
    return "accent" if tone is Tone.BUSY else tone.value


def dress(
    widget: QAbstractButton | QLabel, name: str, ink: str = "text", size: int = _SIZE
) -> None:
    """Give a button or a label an icon in the palette's colour ``ink`` (a field of ``Colours``)."""
    widget.setProperty("drawing", name)
    widget.setProperty("drawing_ink", ink)
    widget.setProperty("drawing_size", size)
    _paint(widget)


def redress(*widgets: QWidget) -> None:
    """Paint dressed widgets again, all of them for none; the look or a button's word changed."""
    for widget in widgets or QApplication.allWidgets():
        if widget.property("drawing"):
            _paint(widget)


def _paint(widget: QWidget) -> None:
    name, size = str(widget.property("drawing")), int(widget.property("drawing_size"))
    colour = str(getattr(colours(), str(widget.property("drawing_ink"))))
    if isinstance(widget, QAbstractButton):
        gap = _GAP if isinstance(widget, QPushButton) and widget.text() else 0
        widget.setIcon(icon(name, colour, size, disabled=colours().off, gap=gap))
        widget.setIconSize(QSize(size + gap, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(_pixmap(name, colour, size, widget.devicePixelRatioF()))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, density: float, gap: int = 0) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(tinted(name, colour)))
    side = round(size * density)
    made = QPixmap(side + round(gap * density), side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(density)
    return made


theme.changed.connect(redress)
