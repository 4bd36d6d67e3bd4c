"""The events over time: years, then months, then days, as bars that narrow the search."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kanta_desk.gui.language import number
from kanta_desk.gui.theme import colours
from kanta_desk.model.events import Share
from kanta_desk.model.logquery import Span
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.logbook import LogSearch

_HEIGHT, _WORDS, _WIDEST = 76, 18, 48
_MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time and how many events fall into it."""

    name: str
    span: Span
    count: int


def bars_of(months: Sequence[Share]) -> tuple[Bar, ...]:
    """Months as bars without gaps, or years where the months are many."""
    counts = {each.key: each.count for each in months}
    if not counts:
        return ()
    first, last = _month(min(counts)), _month(max(counts))
    wide = (last.year - first.year) * 12 + last.month - first.month + 1 > _MOST_MONTHS
    if wide:
        years: Counter[int] = Counter()
        for key, count in counts.items():
            years[int(key[:4])] += count
        return tuple(
            Bar(str(year), Span(date(year, 1, 1), date(year, 12, 31)), years[year])
            for year in range(first.year, last.year + 1)
        )
    bars = []
    while first <= last:
        end = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        name = f"{first.month}/{first.year % 100:02}"
        bars.append(Bar(name, Span(first, end), counts.get(f"{first:%Y-%m}", 0)))
        first = end + timedelta(days=1)
    return tuple(bars)


def days_of(search: LogSearch, month: Span) -> tuple[Bar, ...]:
    """The days of a month as bars. Blocks: run it in the lane that reads the log."""
    if month.first is None or month.last is None:
        return ()
    bars, day = [], month.first
    while day <= month.last:
        begins = datetime.combine(day, time(), HELSINKI)
        ends = datetime.combine(day + timedelta(days=1), time(), HELSINKI)
        bars.append(Bar(f"{day.day}.", Span(day, day), search.count(begins, ends)))
        day += timedelta(days=1)
    return tuple(bars)


class Histogram(QWidget):
    """``chosen`` fires with the ``Span`` of a bar that was clicked, or Enter pressed on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Events over time"))

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars; none hides it."""
        self._bars, self._at = tuple(bars), -1
        said = ", ".join(f"{bar.name}: {number(bar.count)}" for bar in bars if bar.count)
        self.setAccessibleDescription(said)
        self.setVisible(len(bars) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, and their names where they fit."""
        if not self._bars:
            return
        c, painter = colours(), QPainter(self)
        most = max(bar.count for bar in self._bars) or 1
        room, step = self.height() - _WORDS, self._step()
        every = max(1, round(self.fontMetrics().horizontalAdvance("00/00 ") / step + 0.5))
        for at, bar in enumerate(self._bars):
            tall = max(2.0, (room - 4) * bar.count / most) if bar.count else 0.0
            box = QRectF(at * step + 1, room - tall, max(2.0, step - 2), tall)
            painter.fillRect(box, QColor(c.accent_hover if at == self._at else c.accent))
            if at % every == 0:
                painter.setPen(QColor(c.muted))
                words = QRectF(at * step, room, step * every, _WORDS)
                painter.drawText(words, Qt.AlignmentFlag.AlignLeft, bar.name)
        painter.setPen(QColor(c.line))
        painter.drawLine(0, room, self.width(), room)
        if self.hasFocus():
            painter.setPen(QColor(c.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the bar under the mouse."""
        self._turn_to(self._under(event.position().toPoint()), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar under the mouse."""
        self._choose(self._under(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn to a bar, Enter chooses it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if (step := steps.get(Qt.Key(event.key()))) is not None and self._bars:
            at = min(max(self._at + step, 0), len(self._bars) - 1)
            self._turn_to(at, self.mapToGlobal(QPoint(round(at * self._step()), 0)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No bar is meant any more."""
        self._at = -1
        self.update()

    def _step(self) -> float:
        return min(_WIDEST, self.width() / max(1, len(self._bars)))

    def _under(self, place: QPoint) -> int:
        return int(place.x() / self._step())

    def _turn_to(self, at: int, place: QPoint) -> None:
        if at != self._at:
            self._at = at
            self.update()
            if 0 <= at < len(self._bars):
                bar = self._bars[at]
                QToolTip.showText(place, f"{bar.name}  {number(bar.count)}", self)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._bars) and self._bars[at].count:
            self.chosen.emit(self._bars[at].span)


def _month(key: str) -> date:
    return date(int(key[:4]), int(key[5:7]), 1)
