"""Work under way: a sentence, a bar, and a way to stop it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from kanta_desk.gui.tasks import Task
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.gui.widgets.panels import button


class BusyLine(QWidget):
    """Follows a task from ``follow`` to its end; hidden otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Body(role="hint")
        self._text.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(120)
        self._cancel = button(self.tr("Cancel"), self._stop)
        self._task: Task[Any] | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(self._text)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        self.hide()

    def follow(self, task: Task[Any], text: str, *, can_cancel: bool = False) -> None:
        """Show that ``task`` is under way, until it ends."""
        self._task = task
        self._say(text)
        self._bar.setRange(0, 0)
        self._cancel.setVisible(can_cancel)
        self._cancel.setEnabled(True)
        task.ended.connect(lambda: self._ended(task))
        self.show()

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if text:
            self._say(text)

    def _say(self, text: str) -> None:
        self._text.setText(text)
        self._bar.setAccessibleName(text)

    def _stop(self) -> None:
        if self._task is not None:
            self._cancel.setEnabled(False)
            self._task.cancel()

    def _ended(self, task: Task[Any]) -> None:
        if self._task is task:
            self._task = None
            self.hide()
