"""What happens by itself, brought to the window's thread: cards, the lock, alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kanta_desk.gui.bridge import post
from kanta_desk.model.cards import CardsState

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class LiveCards(QObject):
    """``changed`` carries the newest ``CardsState``; one that was overtaken is dropped."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._seen = -1
        stop = desk.on_cards(lambda state: post(self, self._tell, state))
        self.destroyed.connect(lambda: stop())

    def _tell(self, state: CardsState) -> None:
        if state.counter > self._seen:
            self._seen = state.counter
            self.changed.emit(state)


class LiveLock(QObject):
    """``locked`` whenever the session was locked, by whatever."""

    locked = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        desk.on_lock(lambda: post(self, self.locked.emit))


class LiveAlarms(QObject):
    """``changed`` whenever what speaks against the access log has changed."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        desk.on_alarm(lambda: post(self, self.changed.emit))
