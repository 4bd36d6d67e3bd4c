"""Whether the clock can be trusted: who sets it back or forth makes a right begin or last.

Two signs are watched: the clock against time itself since the sign-in, and the clock against the
newest event of the access log. Acts that cannot be undone are refused while either disagrees.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from kanta_desk.errors import ClockJumped
from kanta_desk.model.event_details import USUAL_CLOCK, ClockReading
from kanta_desk.model.time import HELSINKI

_SECOND = timedelta(seconds=1)
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
        now = self._clock()
        apart = max(abs(self._moved(now)), newest - now if newest else timedelta())
        if apart > TOLERANCE:
            raise ClockJumped(round(apart / timedelta(minutes=1)))

    def reading(self, skew: float | None = None) -> ClockReading:
        """What the log is told of the clock: nothing while it is as usual.

        ``skew``: seconds by which it is ahead of the archive's, where that is known.
        """
        now = self._clock()
        moved = self._moved(now)
        said = [f"moved {moved / _SECOND:.0f} s"] if abs(moved) > TOLERANCE else []
        if skew is not None and abs(skew) * _SECOND > TOLERANCE:
            said.append(f"archive {skew:+.0f} s")
        zone = _offset(now.astimezone())
        zone_min = None if zone == _offset(now.astimezone(HELSINKI)) else zone
        if not said and zone_min is None:
            return USUAL_CLOCK
        steady = round(self._steady() * 1000) if said else None
        return ClockReading(steady, zone_min, ", ".join(said))

    def _moved(self, now: datetime) -> timedelta:
        """How far the clock has been set since it was believed."""
        began, at = self._since
        return now - began - timedelta(seconds=self._steady() - at)


def _offset(moment: datetime) -> int:
    return (moment.utcoffset() or timedelta()) // timedelta(minutes=1)


def _steady() -> float:
    """Steady seconds, sleep included: Linux tells that apart, the others count it as they are."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)
