"""Locks a desk that nobody uses: no key, no mouse, or the machine was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_TICK_MS = 1000


class IdleWatch(QObject):
    """``expired`` after so long without use; ``left`` carries the seconds until then, each second.

    Time is the wall's, which goes on while the machine sleeps.
    """

    expired = Signal()
    left = Signal(int)

    def __init__(
        self, seconds: int, parent: QObject | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._clock = clock
        self._used = clock()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.check)

    def begin(self) -> None:
        """Watch from now on."""
        self._used = self._clock()
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)
        self._timer.start()
        self.check()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)

    def check(self) -> None:
        """Compare the clock with the last use."""
        unused = self._clock() - self._used
        if unused < 0:  # somebody set the clock back
            self._used, unused = self._clock(), 0.0
        left = self._seconds - int(unused)
        if left <= 0:
            self.end()
            self.expired.emit()
        else:
            self.left.emit(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See use; stop nothing."""
        if event.type() in _USE:
            self._used = self._clock()
        return False
