"""The one crossing from any thread to the window's.

What crosses is a call, carried by an object that lives as long as the program: a signal of a page's
own would be sent by one thread while another destroys the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class _Bridge(QObject):
    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _run(self, call: Callable[[], None]) -> None:
        call()


_bridge = _Bridge()


def post(owner: QObject, call: Callable[..., None], *args: object) -> None:
    """Run ``call(*args)`` in the window's thread, soon, if ``owner`` is still there then."""

    def run() -> None:
        if isValid(owner):
            call(*args)

    _bridge.posted.emit(run)
