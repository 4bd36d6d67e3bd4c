"""Draws rows along a line: a mark for each state, a broken line for what is missing, a second
branch for what forks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kanta_desk.gui import icons
from kanta_desk.gui.documents import painted
from kanta_desk.gui.documents.painted import Line
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, colours, text_font

LINES = Qt.ItemDataRole.UserRole + 1
"""The role of a row's ``Line`` values."""
MARK = Qt.ItemDataRole.UserRole + 2
"""The role of a row's ``Mark``."""

_RAIL = 14
_ICON = 18
_TEXT = _RAIL * 2 + Space.M
_BRANCH = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """How a row stands on the line: its tone; whether it is a gap in it, one of a fork's branches,
    or the one that is shown beside."""

    tone: Tone
    gap: bool = False
    fork: bool = False
    shown: bool = False


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows that give ``LINES`` and ``MARK``."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as its lines at the width of the view."""
        width = self._view.viewport().width()
        lines: tuple[Line, ...] = index.data(LINES) or ()
        high = painted.height(lines, width - _TEXT - _indent(index) - Space.M)
        return QSize(width, high + Space.M * 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the rail with its mark, and the words."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        mark: Mark = index.data(MARK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours().accent_soft))
        self._paint_rail(painter, area, index, mark)
        self._paint_words(painter, area, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_rail(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        mark: Mark,
    ) -> None:
        x = area.left() + _RAIL
        middle = area.top() + Space.M + QFontMetrics(text_font(strong=True)).height() / 2
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        pen = QPen(QColor(colours().edge), 2)
        if mark.gap:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(x, middle if first else area.top()),
            QPointF(x, middle if last else area.bottom() + 1),
        )
        at = QPointF(x + _indent(index), middle)
        if mark.fork:
            painter.drawLine(QPointF(x, middle + _BRANCH), at)
        if mark.gap:
            return
        side = _ICON / 2
        ground = QRectF(at.x() - side - 1, at.y() - side - 1, _ICON + 2, _ICON + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().accent if mark.shown else colours().surface))
        painter.drawEllipse(ground.adjusted(-2, -2, 2, 2) if mark.shown else ground)
        painter.setBrush(QColor(colours().surface))
        painter.drawEllipse(ground)
        density = self._view.devicePixelRatioF()
        drawn = icons.pixmap(icons.tone_name(mark.tone), colours().ink(mark.tone), _ICON, density)
        painter.drawPixmap(QPointF(at.x() - side, at.y() - side), drawn)

    def _paint_words(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        lines: tuple[Line, ...] = index.data(LINES) or ()
        left = area.left() + _TEXT + _indent(index)
        width = area.right() - Space.M - left
        at = QPoint(left, area.top() + Space.M)
        painted.paint(painter, lines, at, width, self._view.devicePixelRatioF())


def _indent(index: QModelIndex | QPersistentModelIndex) -> int:
    mark: Mark | None = index.data(MARK)
    return _BRANCH if mark is not None and mark.fork else 0
