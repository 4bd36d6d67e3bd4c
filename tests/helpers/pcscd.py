"""A real smart-card service (pcscd) for tests, with the virtual reader driver of vsmartcard.

Its socket's place is compiled in, so there is one at a time on a machine: a lock file sees to that.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import IO, Self

from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.source import Slot
from tests.helpers.skips import pcscd_missing

READER = "Virtual PCD 00 00"
SECOND_READER = "Virtual PCD 00 01"
SECOND_PORT = 35964

_SOCKET = Path("/run/pcscd/pcscd.comm")
_LOCK = Path(tempfile.gettempdir()) / "kanta-desk-tests-pcscd.lock"
_PATH = os.pathsep.join((os.defpath, "/usr/sbin", "/usr/local/sbin"))
_PATIENCE = 30.0
_LOOK_AGAIN = 0.005


def reason_not_here() -> str | None:
    """Why the service cannot be started on this machine, or None if it can."""
    return pcscd_missing()


class PcscService:
    """The service: runs within a ``with``, and holds the machine's lock for as long."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._reading: threading.Thread | None = None
        self._said: deque[bytes] = deque(maxlen=200)
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self._lock = _LOCK.open("wb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        try:
            self.stop()
        finally:
            if self._lock is not None:
                self._lock.close()

    def start(self) -> None:
        """Start it; returns when its socket takes connections.

        Never with --apdu, which would write PINs into its log.
        """
        program = shutil.which("pcscd", path=_PATH)
        if program is None or self._process is not None:
            raise RuntimeError("pcscd is not installed, or runs already")
        _SOCKET.parent.mkdir(parents=True, exist_ok=True)
        _SOCKET.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [program, "--foreground", "--info", *_without_polkit(program)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._reading = threading.Thread(target=self._read, args=(self._process,))
        self._reading.start()
        until = time.monotonic() + _PATIENCE
        while not _takes_connections():
            if self._process.poll() is not None or time.monotonic() > until:
                said = b"".join(self._said).decode(errors="replace")
                self.kill()
                raise RuntimeError(f"pcscd did not become ready:\n{said}")
            time.sleep(_LOOK_AGAIN)

    def stop(self) -> None:
        """Ask it to end, as an administrator would; returns when it has."""
        if self._process is not None:
            self._process.terminate()
            self._gone()

    def kill(self) -> None:
        """End it without a word, as a crash would; returns when it has gone."""
        if self._process is not None:
            self._process.kill()
            self._gone()

    def _gone(self) -> None:
        if self._process is not None and self._reading is not None:
            self._process.wait(_PATIENCE)
            self._reading.join(_PATIENCE)
            self._process = self._reading = None

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        """Take what it says, lest its pipe fill up."""
        assert process.stdout is not None
        with process.stdout:
            self._said.extend(process.stdout)


def await_empty(source: PcscSource, reader: str = READER) -> None:
    """Wait until the service has polled that the reader is empty, and can tell of the next card.

    An odd count of an empty reader: the service has failed at the card and has yet to poll its
    removal. A card put in before that, it would take for the same one and never announce.
    """
    await_slot(source, lambda slot: not slot.present and slot.event % 2 == 0, reader)


def await_slot(source: PcscSource, holds: Callable[[Slot], bool], reader: str = READER) -> None:
    """Wait until the reader is as ``holds`` says, by the service's own events."""
    snapshot = source.wait(None, 0)
    while not any(holds(slot) for slot in snapshot.slots if slot.reader == reader):
        changed = source.wait(snapshot, _PATIENCE)
        assert changed != snapshot, "the service noticed nothing"
        snapshot = changed


def _takes_connections() -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(_SOCKET)) == 0


def _without_polkit(program: str) -> list[str]:
    """The option that newer builds need where no polkit runs; older ones do not know it."""
    told = subprocess.run([program, "--help"], capture_output=True, check=False).stdout
    return ["--disable-polkit"] if b"--disable-polkit" in told else []
