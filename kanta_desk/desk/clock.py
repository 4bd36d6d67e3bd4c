"""Whether the clock can be trusted: who sets it back or forth makes a right begin or last.

Two signs are watched: the clock against time itself since the sign-in, and the clock against the
newest event of the access log. Acts that cannot be undone are refused while either disagrees.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from kanta_desk.errors import ClockJumped

TOLERANCE = timedelta(minutes=5)
"""What clocks that are set by the network may move at once."""


class ClockGuard:
    """Remembers when it was told that the clock is right, by the clock and by steady time.

    ``steady`` gives seconds that only ever grow, also while the machine sleeps.
    """

    def __init__(
        self, clock: Callable[[], datetime], steady: Callable[[], float] | None = None
    ) -> None:
        self._clock = clock
        self._steady = steady or _steady
        self.set_right()

    def set_right(self) -> None:
        """Believe the clock as it stands now: somebody signs in, and the log holds the time."""
        self._since = (self._clock(), self._steady())

    def check(self, newest: datetime | None) -> None:
        """Refuse if the clock was moved, or stands before ``newest``, the log's newest event.

        Raises:
            ClockJumped: by how many minutes.
        """
        began, at = self._since
        now = self._clock()
        expected = began + timedelta(seconds=self._steady() - at)
        apart = max(abs(now - expected), newest - now if newest else timedelta())
        if apart > TOLERANCE:
            raise ClockJumped(round(apart / timedelta(minutes=1)))


def _steady() -> float:
    """Steady seconds, sleep included: Linux tells that apart, the others count it as they are."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)
