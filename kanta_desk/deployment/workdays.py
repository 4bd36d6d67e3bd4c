"""Finnish working days, counted forwards and back."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

_MONDAY_TO_FRIDAY = 5
_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    """Public holidays and the two eves that nobody works on (see ``deadline``)."""
    return frozenset(holidays.country_holidays("FI", years=year))


def is_working_day(day: date) -> bool:
    """Whether offices in Finland work on ``day``."""
    return day.weekday() < _MONDAY_TO_FRIDAY and day not in _days_off(day.year)


def after(day: date, working_days: int) -> date:
    """The day that many working days after ``day``, which is itself not counted."""
    while working_days > 0:
        day += _DAY
        working_days -= is_working_day(day)
    return day


def before(day: date, working_days: int) -> date:
    """The day that many working days before ``day``, which is itself not counted."""
    while working_days > 0:
        day -= _DAY
        working_days -= is_working_day(day)
    return day


def between(first: date, last: date) -> int:
    """How many working days come after ``first`` up to ``last``; negative the other way."""
    if last < first:
        return -between(last, first)
    count = 0
    while first < last:
        first += _DAY
        count += is_working_day(first)
    return count
