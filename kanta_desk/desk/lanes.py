"""The worker threads of the desk, without Qt.

``card``: one worker; nothing else touches a card. ``log``: one worker that reads the access log
(the log's own writer thread writes it). ``net``: four workers for the archive.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Lane(StrEnum):
    """The names of the lanes."""

    CARD = "card"
    LOG = "log"
    NET = "net"


_WORKERS = {Lane.CARD: 1, Lane.LOG: 1, Lane.NET: 4}


class Lanes:
    """Runs work in named lanes; every piece of work is a plain call that returns a future."""

    def __init__(self) -> None:
        self._pools = {
            lane: ThreadPoolExecutor(workers, thread_name_prefix=f"lane-{lane}")
            for lane, workers in _WORKERS.items()
        }

    def submit(
        self, lane: Lane, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run ``work`` in ``lane``; its error, if any, comes out of the future."""
        return self._pools[lane].submit(work, *args, **kwargs)

    def close(self) -> None:
        """Drop what has not begun and wait for what has."""
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
