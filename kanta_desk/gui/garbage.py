"""Garbage is collected in the window's thread alone.

Python collects cycles in whichever thread happens to allocate. A widget that is part of a cycle
would then be destroyed by a lane's thread, which Qt does not survive.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_EVERY_MS = 500


@contextmanager
def collected_here() -> Iterator[None]:
    """Collect in this thread only, as its event loop comes round, until the block ends."""
    timer = QTimer(interval=_EVERY_MS)
    timer.timeout.connect(collect_due)
    automatic = gc.isenabled()
    gc.disable()
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.collect()
        if automatic:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose threshold was passed, as the interpreter would."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
