"""Lines of words that delegates measure and paint alike: many rows cost no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from kanta_desk.gui import icons
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import BASE_POINTS, colours, mono_font, text_font

_GAP = 2
_MARK = 16
_ROOM = 1_000_000
SMALL, SMALLER = 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a row: ``tone`` colours it, ``mark`` puts the tone's icon before it."""

    text: str
    tone: Tone | None = None
    mark: bool = False
    strong: bool = False
    muted: bool = False
    mono: bool = False
    points: float = BASE_POINTS

    @property
    def font(self) -> QFont:
        """The face it is written in."""
        if self.mono:
            return mono_font(self.points)
        return text_font(self.points, strong=self.strong)

    @property
    def ink(self) -> str:
        """Its colour in the palette in force."""
        if self.tone is not None:
            return colours().ink(self.tone)
        return colours().muted if self.muted else colours().text

    @property
    def _wrap(self) -> int:
        """An identifier has no place to break at, and its end is what tells documents apart."""
        flag = Qt.TextFlag.TextWrapAnywhere if self.mono else Qt.TextFlag.TextWordWrap
        return int(flag)

    def height(self, width: int) -> int:
        """How high it is in a column of ``width``."""
        room = QRect(0, 0, max(width - self._indent, 20), _ROOM)
        return QFontMetrics(self.font).boundingRect(room, self._wrap, self.text).height()

    def paint(self, painter: QPainter, at: QPoint, width: int, density: float) -> int:
        """Paint it, and tell how high it was."""
        high = self.height(width)
        if self.mark and self.tone is not None:
            drawn = icons.pixmap(icons.tone_name(self.tone), self.ink, _MARK, density)
            middle = (QFontMetrics(self.font).height() - _MARK) // 2
            painter.drawPixmap(QPoint(at.x(), at.y() + max(middle, 0)), drawn)
        painter.setFont(self.font)
        painter.setPen(QColor(self.ink))
        room = QRect(at.x() + self._indent, at.y(), max(width - self._indent, 20), high)
        painter.drawText(room, self._wrap, self.text)
        return high

    @property
    def _indent(self) -> int:
        return _MARK + _GAP * 2 if self.mark else 0


def height(lines: Sequence[Line], width: int) -> int:
    """How high lines are under one another in a column of ``width``."""
    return sum(line.height(width) + _GAP for line in lines)


def paint(painter: QPainter, lines: Sequence[Line], at: QPoint, width: int, density: float) -> None:
    """Paint lines under one another from ``at``."""
    for line in lines:
        at = QPoint(at.x(), at.y() + line.paint(painter, at, width, density) + _GAP)
