"""The reading of spans, in this process or in as many as there are cores.

Keys reach the other processes through their pipes, never through arguments or files. A log that is
being written can be read all the while: events that were there when it began never change.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import connect_reader, explained, snapshot
from kanta_desk.accesslog.verifyrows import Pruned, SpanResult, check_span
from kanta_desk.errors import Cancelled, LogError

PARALLEL_FROM = 300_000
"""Rows from which other processes are worth their start."""

_LOOK_EVERY = 0.25
"""Seconds between two looks at whether somebody cancelled."""


@dataclass(frozen=True, slots=True)
class Job:
    """One span of one file."""

    at: int
    path: Path
    place: str
    key: bytes | None = field(repr=False)
    first: int
    last: int
    pruned: Pruned


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the job ``at``: its result, or why the file could not be read there."""

    at: int
    result: SpanResult | None
    reason: str = ""


def cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_turn(
    jobs: Sequence[Job], connections: dict[str, Connection], cancelled: Callable[[], bool]
) -> Iterator[Done]:
    """Do the jobs here, on connections by place.

    Raises:
        Cancelled: if ``cancelled`` says so.
    """
    for job in jobs:
        if cancelled():
            raise Cancelled
        yield _done(job, connections[job.place])


def in_parallel(
    jobs: Sequence[Job], processes: int, cancelled: Callable[[], bool]
) -> Iterator[Done]:
    """Do the jobs in other processes, in any order.

    Raises:
        Cancelled: if ``cancelled`` says so; the processes are ended at once.
    """
    with get_context("spawn").Pool(processes, _begin) as pool:
        coming = pool.imap_unordered(_work, jobs)
        for _ in jobs:
            yield _next(coming, cancelled)


def _next(coming: Any, cancelled: Callable[[], bool]) -> Done:
    while True:
        if cancelled():
            raise Cancelled
        with contextlib.suppress(multiprocessing.TimeoutError):
            done: Done = coming.next(_LOOK_EVERY)
            return done


_connections: dict[str, Connection] = {}
"""In a worker: the files that are open; they close with the process."""


def _begin() -> None:
    # An interrupt from the keyboard is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(job: Job) -> Done:
    try:
        if job.place not in _connections:
            _connections[job.place] = connect_reader(job.path, job.key)
        with explained(job.place), snapshot(_connections[job.place]) as connection:
            return _done(job, connection)
    except LogError as error:
        return Done(job.at, None, _reason(error))


def _done(job: Job, connection: Connection) -> Done:
    try:
        with explained(job.place):
            found = check_span(connection, job.place, job.first, job.last, job.pruned)
    except LogError as error:
        return Done(job.at, None, _reason(error))
    return Done(job.at, found)


def _reason(error: LogError) -> str:
    return f"{error.code} {error.fields.get('reason', '')}"[:200]
