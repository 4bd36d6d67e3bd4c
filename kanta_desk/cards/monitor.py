"""One thread that watches readers and tells of every change, for as long as the program runs."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from kanta_desk.cards.source import CardSource, Snapshot

_IDLE_AFTER = 2.0
_JOIN_STEP = 0.05

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """What the monitor tells, always from its own thread."""

    def changed(self, snapshot: Snapshot) -> None:
        """Service or readers are no longer what they were."""
        ...

    def idle(self) -> None:
        """Nothing has changed for about two seconds: time to try again what failed."""
        ...


class Monitor:
    """Watches ``source`` until ``stop``. A service that stops is a change, not an end."""

    def __init__(self, source: CardSource, listener: Listener) -> None:
        self._source = source
        self._listener = listener
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="card monitor", daemon=True)

    def start(self) -> None:
        """Begin to watch; once."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and return when it has ended. From its own thread: ask it to end."""
        self._stopping.set()
        while self._thread.is_alive():
            # Repeated, since a cancel that comes before the wait it is meant for is lost.
            self._source.cancel()
            if self._thread is threading.current_thread():
                return
            self._thread.join(_JOIN_STEP)

    def _run(self) -> None:
        known: Snapshot | None = None
        while not self._stopping.is_set():
            try:
                snapshot = self._source.wait(known, _IDLE_AFTER)
                if self._stopping.is_set():
                    return
                if snapshot == known:
                    self._listener.idle()
                else:
                    known = snapshot
                    self._listener.changed(snapshot)
            except Exception:
                # The edge of a thread: nobody else would hear of it, and watching must go on.
                _log.exception("card monitor")
                self._stopping.wait(_IDLE_AFTER)
