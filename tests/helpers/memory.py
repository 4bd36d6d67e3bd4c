"""How much memory something takes, told by a process of its own."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from functools import partial

from kanta_desk.errors import KantaError
from tests.helpers.invalidation_lab import forked


def fed_apart(
    feed: Callable[[bytes], object], make: Callable[[], bytes]
) -> tuple[float, float, str]:
    """Seconds, MB that were taken beside the data itself, and the code of the error it ended in."""
    told = forked(partial(_fed, feed, make))
    if told is None:
        raise RuntimeError("the process died")
    seconds, megabytes, ended = told
    return float(seconds), float(megabytes), str(ended)


def _fed(feed: Callable[[bytes], object], make: Callable[[], bytes]) -> tuple[float, float, str]:
    data = make()
    before = peak()
    begun = time.perf_counter()
    try:
        feed(data)
        ended = "no error"
    except KantaError as error:
        ended = error.code
    return time.perf_counter() - begun, peak() - before, ended


def peak() -> float:
    """The most memory that this process has had so far, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024 * 1024)
