"""Watches over the access log while the program runs: what speaks against it is an alarm.

At each start the log is compared with what is remembered of it and what is anchored elsewhere. A
little later, and then every day, comes a verification: daily of what is new and a part of the old,
weekly of the whole current year, monthly of everything, SQLite's own check of the files with it
(facts: access-log §4.7). It is ended when the program is, and begun again at the next start.

An alarm stays, over restarts too, until a verification that read its events again, or read all,
finds nothing. It stops nobody's work: what happens now must be logged.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from kanta_desk.accesslog.anchors import AnchorPlace
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.verify import against_outside, verify
from kanta_desk.desk.vigil_notes import FILE, NOT_VERIFIED, VigilNotes
from kanta_desk.errors import Cancelled, KantaError, LogContradicted, SecretStoreMissing
from kanta_desk.model.logreport import (
    AS_GOOD,
    VERIFIED_EVERY,
    Depth,
    FaultKind,
    LogFault,
    Verified,
    VerifyReport,
)
from kanta_desk.model.time import HELSINKI

__all__ = ["FILE", "Vigil"]

_QUIET = 30.0
"""Seconds after the start in which people sign in, before the verification begins."""
_HOUR = 3600.0
"""Seconds between two looks at whether a verification is due: a machine may sleep for days."""

_logger = logging.getLogger(__name__)


class Vigil:
    """Keeps watch in a thread of its own; every thread may ask it."""

    def __init__(
        self,
        folder: LogFolder,
        places: Sequence[AnchorPlace],
        clock: Callable[[], datetime],
        *,
        quiet: float = _QUIET,
    ) -> None:
        """Look at what is remembered of the log; before anything of it is signed anew.

        Raises:
            LogError, SecretStoreMissing: if the log cannot be read.
        """
        self._folder, self._places, self._clock, self._quiet = folder, places, clock, quiet
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._told: list[Callable[[], None]] = []
        self._notes = VigilNotes.read(folder.path)
        try:
            self._add(against_outside(folder, ()))
        except SecretStoreMissing:
            # Without a keyring nothing is remembered, and no log can have been begun.
            if folder.trees():
                raise
        self._thread = threading.Thread(target=self._run, name="log-vigil", daemon=True)

    @property
    def alarms(self) -> tuple[LogContradicted, ...]:
        """What speaks against the log, the first found first."""
        with self._lock:
            return tuple(LogContradicted(alarm.where, alarm.what) for alarm in self._notes.alarms)

    @property
    def verified(self) -> tuple[Verified, ...]:
        """When the log was last verified in each way, and whether that found anything."""
        with self._lock:
            return tuple(self._notes.verified.values())

    def on_alarm(self, told: Callable[[], None]) -> None:
        """Call ``told`` from the watch's thread whenever the alarms have changed."""
        with self._lock:
            self._told.append(told)

    def begin(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def compare(self) -> tuple[LogContradicted, ...]:
        """Compare the log with what is anchored elsewhere, now; what speaks against it.

        Raises:
            LogError, SecretStoreMissing: if the log cannot be read.
        """
        found = against_outside(self._folder, self._places)
        self._add(found)
        alarms = VigilNotes().with_faults(found).alarms
        return tuple(LogContradicted(alarm.where, alarm.what) for alarm in alarms)

    @property
    def due(self) -> Depth | None:
        """The verification that is due, the widest; None if none is."""
        today = self._today()
        with self._lock:
            days = {depth: each.ended for depth, each in self._notes.verified.items()}
        for depth in (Depth.FULL, Depth.YEAR, Depth.DAILY):
            last = max((_day(days[each]) for each in AS_GOOD[depth] if each in days), default=None)
            # A day to come was written by a clock that was wrong.
            if last is None or last > today or (today - last).days >= VERIFIED_EVERY[depth]:
                return depth
        return None

    def look(self, depth: Depth = Depth.DAILY) -> None:
        """A verification, now; the rows of what is alarmed about are read again.

        Raises:
            Cancelled: if the watch ends meanwhile.
            LogError, SecretStoreMissing: if the log cannot be read.
        """
        self.verify(depth, cancelled=self._closing.is_set)

    def verify(
        self,
        depth: Depth,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> VerifyReport:
        """As ``accesslog.verify``, with the places outside; what is found changes the alarms.

        Raises:
            Cancelled, LogError, SecretStoreMissing.
        """
        with self._lock:
            again = tuple(alarm.fault for alarm in self._notes.alarms)
        report = verify(
            self._folder,
            self._clock,
            on_progress,
            cancelled,
            depth=depth,
            anchors=self._places,
            again=again,
        )
        self._learn(report, again)
        return report

    def _learn(self, report: VerifyReport, again: Sequence[LogFault]) -> None:
        """What was read and found sound is no alarm any more; the rows of ``again`` were read."""
        with self._lock:
            before = self._notes
            self._notes = before.after(report, again)
            changed = before.alarms != self._notes.alarms
        self._keep()
        if changed:
            self._tell()

    def close(self) -> None:
        """End the watch."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        """The thread: whatever it meets is told, and it goes on."""
        self._try(self.compare)
        wait = self._quiet
        while not self._closing.wait(wait):
            if (depth := self.due) is not None:
                self._try(partial(self.look, depth))
            wait = _HOUR

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Cancelled:
            return
        except SecretStoreMissing as error:
            if self._folder.trees():
                self._not_verified(error.code)
        except KantaError as error:
            self._not_verified(error.code)
        except Exception as error:  # the thread's edge
            self._not_verified(type(error).__name__)

    def _not_verified(self, why: str) -> None:
        """A log that cannot even be verified speaks against itself."""
        _logger.error("the log was not verified: %s", why)
        self._add(
            [LogFault(FaultKind.STORE, self._folder.path.name, detail=f"{NOT_VERIFIED}{why}")]
        )

    def _add(self, faults: Sequence[LogFault]) -> None:
        with self._lock:
            before = self._notes
            self._notes = before.with_faults(faults)
            changed = before.alarms != self._notes.alarms
        if changed:
            self._keep()
            self._tell()

    def _keep(self) -> None:
        with self._lock:
            notes = self._notes
        notes.keep(self._folder.path)

    def _tell(self) -> None:
        with self._lock:
            told = tuple(self._told)
        for each in told:
            each()

    def _today(self) -> date:
        return _day(self._clock())


def _day(moment: datetime) -> date:
    return moment.astimezone(HELSINKI).date()
