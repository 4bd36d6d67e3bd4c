"""One thread that watches readers and tells of every change, for as long as the program runs.

A card on its way in often looks mute for a moment, until its contacts meet. So a card that has just
become mute is told of only after a pause without change; everything else is told at once.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import Protocol

from kanta_desk.cards.source import CardSource, Slot, Snapshot

_IDLE_AFTER = 2.0
_SETTLES_IN = 0.3
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
        seen: Snapshot | None = None
        told: Snapshot | None = None
        while not self._stopping.is_set():
            try:
                unsettled = seen != told
                snapshot = self._source.wait(seen, _SETTLES_IN if unsettled else _IDLE_AFTER)
                if self._stopping.is_set():
                    return
                now = snapshot if snapshot == seen else without_new_mutes(snapshot, told)
                seen = snapshot
                if now != told:
                    told = now
                    self._listener.changed(now)
                elif not unsettled:
                    self._listener.idle()
            except Exception:
                # The edge of a thread: nobody else would hear of it, and watching must go on.
                _log.exception("card monitor")
                self._stopping.wait(_IDLE_AFTER)


def without_new_mutes(seen: Snapshot, told: Snapshot | None) -> Snapshot:
    """What to tell of ``seen`` at once: readers whose card has just become mute as they were told,
    or empty."""
    before = {slot.reader: slot for slot in told.slots} if told else {}

    def settled(slot: Slot) -> Slot:
        was = before.get(slot.reader, Slot(slot.reader, present=False))
        if not slot.mute or was.mute:
            return slot
        # A card that was there has left its contacts, at the least: that is told at once.
        return was if not was.present else Slot(slot.reader, present=False, event=slot.event)

    return replace(seen, slots=tuple(settled(slot) for slot in seen.slots))
