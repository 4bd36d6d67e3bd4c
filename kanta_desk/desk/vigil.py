"""Watches over the access log while the program runs: what speaks against it is an alarm.

At each start the log is compared with what is remembered of it and what is anchored elsewhere; a
little later, and then every day, comes the daily verification. An alarm stays, over restarts too,
until a verification finds nothing. It stops nobody's work: what happens now must be logged.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from kanta_desk.accesslog.anchors import AnchorPlace
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.verify import against_outside, verify
from kanta_desk.errors import (
    Cancelled,
    FolderNotWritable,
    KantaError,
    LogContradicted,
    SecretStoreMissing,
)
from kanta_desk.model.logreport import Depth, LogFault
from kanta_desk.model.time import HELSINKI
from kanta_desk.settings.files import write_whole

FILE = "vartio.json"
"""In the log's folder: the day of the last verification, and what speaks against the log."""

_QUIET = 30.0
"""Seconds after the start in which people sign in, before the daily verification begins."""
_DAY = 24 * 3600.0
_MOST_BYTES = 64 * 1024
_MOST_ALARMS = 10

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
        self._last, self._alarms = _read(folder.path / FILE)
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
            return tuple(LogContradicted(place, reason) for place, reason in self._alarms)

    def on_alarm(self, told: Callable[[], None]) -> None:
        """Call ``told`` from the watch's thread whenever the alarms have changed."""
        with self._lock:
            self._told.append(told)

    def begin(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def compare(self) -> None:
        """Compare the log with what is anchored elsewhere, now.

        Raises:
            LogError, SecretStoreMissing: if the log cannot be read.
        """
        self._add(against_outside(self._folder, self._places))

    def look(self) -> None:
        """The daily verification, now.

        Raises:
            Cancelled: if the watch ends meanwhile.
            LogError, SecretStoreMissing: if the log cannot be read.
        """
        report = verify(
            self._folder,
            self._clock,
            cancelled=self._closing.is_set,
            depth=Depth.DAILY,
            anchors=self._places,
        )
        with self._lock:
            self._last = self._today()
            changed = report.intact and bool(self._alarms)
            if report.intact:
                self._alarms = ()
        self._add(report.faults)
        self._keep()
        if changed:
            self._tell()

    def close(self) -> None:
        """End the watch."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            self.compare()
            wait = self._quiet
            while not self._closing.wait(wait):
                if self._last != self._today():
                    self.look()
                wait = _DAY
        except Cancelled:
            return
        except KantaError as error:
            _logger.error("the log was not verified: %s", error.code)
        except Exception as error:  # the thread's edge
            _logger.error("the log was not verified: %s", type(error).__name__)

    def _add(self, faults: Sequence[LogFault]) -> None:
        found = [_named(fault) for fault in faults]
        with self._lock:
            new = [alarm for alarm in dict.fromkeys(found) if alarm not in self._alarms]
            self._alarms = (*self._alarms, *new)[:_MOST_ALARMS]
        if new:
            self._keep()
            self._tell()

    def _keep(self) -> None:
        with self._lock:
            said = {"day": self._last and self._last.isoformat(), "alarms": self._alarms}
        try:
            write_whole(self._folder.path / FILE, json.dumps(said, indent=1).encode())
        except FolderNotWritable as error:
            _logger.error("alarms were not kept: %s", error.code)

    def _tell(self) -> None:
        with self._lock:
            told = tuple(self._told)
        for each in told:
            each()

    def _today(self) -> date:
        return self._clock().astimezone(HELSINKI).date()


def _named(fault: LogFault) -> tuple[str, str]:
    """Where, and what: numbers and words of the log's own, no personal data."""
    where = f"{fault.file} {fault.seq_from}–{fault.seq_to}" if fault.seq_from else fault.file
    return where, f"{fault.kind.value} {fault.detail}".strip()


def _read(path: Path) -> tuple[date | None, tuple[tuple[str, str], ...]]:
    try:
        with path.open("rb") as file:
            said = json.loads(file.read(_MOST_BYTES))
        alarms = tuple((str(place), str(reason)) for place, reason in said["alarms"])
        return date.fromisoformat(said["day"]) if said["day"] else None, alarms[:_MOST_ALARMS]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None, ()
