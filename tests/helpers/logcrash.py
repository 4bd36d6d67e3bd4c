"""Kills and power cuts done to the access log, and what was lost by them."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from kanta_desk.errors import LogError
from tests.helpers.events import Clock, open_log
from tests.helpers.logwriter import lost, write
from tests.helpers.powercut import Disk, lay_out, python, record

_NEVER = 10**9
_NEW_YEAR = 600


def clock_of(number: int) -> Clock:
    """The clock of round ``number``: every round has a minute, the 600th begins at New Year."""
    return Clock(datetime(2026, 12, 31, 14, tzinfo=UTC) + number * timedelta(minutes=1))


def killed(folder: Path, rounds: int, seed: int, *, verify_every: int) -> Iterator[list[str]]:
    """Begin to write the log in ``folder`` and be killed (−9), again and again.

    Yields for every round what is wrong: events that were promised and are lost, and, at every
    ``verify_every``-th and the last round, what the verification of the whole log found.
    """
    random, context = Random(seed), get_context("forkserver")
    context.set_forkserver_preload(["tests.helpers.logwriter"])
    for number in range(1, rounds + 1):
        reading, writing = context.Pipe(duplex=False)
        child = context.Process(target=_write_until_killed, args=(folder, number, writing))
        child.start()
        writing.close()
        with reading:
            heard = _listen(reading, random.randrange(1, 60))
            if child.pid is not None:
                os.kill(child.pid, signal.SIGKILL)
            child.join()
            child.close()
            heard += _rest(reading)
        promised = heard.decode().split("\n")[:-1]
        whole = number % verify_every == 0 or number == rounds
        yield _wrong(folder, promised, clock_of(number), whole=whole)


def power_cuts(workshop: Path, acts: int, cuts: int, seed: int) -> Iterator[list[str]]:
    """Record one run, then cut the power at ``cuts`` moments of it; what is wrong after each."""
    recorded = workshop / "recorded"
    recorded.mkdir()
    command = python("-m", "tests.helpers.logwriter", str(recorded), str(acts), str(seed))
    notes = record(command, recorded, workshop)
    random, disk, at = Random(seed), Disk(), 0
    for moment in sorted(random.sample(range(len(notes)), cuts)):
        for note in notes[at:moment]:
            disk.play(note)
        at = moment
        found = workshop / "found"
        lay_out(disk.cut(random), found)
        yield _wrong(found / "log", disk.promised, clock_of(_NEW_YEAR), whole=True)
        shutil.rmtree(found)


def _write_until_killed(folder: Path, number: int, told: Connection) -> None:
    write(open_log(folder, clock_of(number)), told.fileno(), _NEVER, number)


def _listen(reading: Connection, lines: int) -> bytes:
    heard = b""
    while heard.count(b"\n") < lines:
        heard += os.read(reading.fileno(), 4096)
    return heard


def _rest(reading: Connection) -> bytes:
    heard = b""
    while more := os.read(reading.fileno(), 65_536):
        heard += more
    return heard


def _wrong(folder: Path, promised: list[str], clock: Clock, *, whole: bool) -> list[str]:
    """What was lost, and what else does not hold once the log was opened and written again."""
    try:
        log = open_log(folder, clock)
    except LogError as error:
        return [str(error)]
    try:
        wrong = lost(log, promised)
        if whole:
            report = log.verify()
            wrong += [f"{fault}" for fault in report.faults]
    finally:
        log.close()
    return wrong
