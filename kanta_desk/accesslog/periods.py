"""Days and months as Helsinki counts them, for tallies; and how a span of time falls into them;
and the other things that SQL is taught for the lists.

A day is a date's ordinal, a month is year · 12 + month - 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.schema import Level
from kanta_desk.model.time import HELSINKI

_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Spans:
    """A span of time: whole periods, and the rest in milliseconds; ends are exclusive."""

    whole: tuple[tuple[Level, int, int], ...]
    rest: tuple[tuple[int, int], ...]


def local_day(moment_ms: int) -> int:
    """The day that a moment falls on."""
    # Helsinki's offset changes at whole hours only.
    return _day_of_hour(moment_ms // _HOUR_MS)


def local_month(moment_ms: int) -> int:
    """The month that a moment falls in."""
    return month_of_day(local_day(moment_ms))


def document_key(oid: str) -> int:
    """The 47 bits under which a document is listed; whoever finds a row by them compares it."""
    return int.from_bytes(sha256(oid.encode("utf-8", "replace")).digest()[:6]) >> 1


@lru_cache(maxsize=20_000)
def month_of_day(day: int) -> int:
    """The month of a day."""
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1


def month_name(month: int) -> str:
    """``2026-11``."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def teach(connection: Connection) -> None:
    """Let SQL on this connection call the functions that the lists are made with."""
    for function in (local_day, local_month, month_of_day, document_key):
        connection.create_function(function.__name__, 1, function, deterministic=True)


def spans(low: int, high: int) -> Spans:
    """The milliseconds ``[low, high)`` as months and days, and what is left at the edges."""
    first = _day_after(low)
    last = local_day(high)  # the day that high falls on is not whole
    if first >= last:
        return Spans((), ((low, high),) if low < high else ())
    rest = tuple((a, b) for a, b in ((low, _begins(first)), (_begins(last), high)) if a < b)
    month, end = _month_after(first), month_of_day(last)
    if month >= end:
        return Spans(((Level.DAY, first, last),), rest)
    pieces = (
        (Level.DAY, first, _first_day(month)),
        (Level.MONTH, month, end),
        (Level.DAY, _first_day(end), last),
    )
    return Spans(tuple(piece for piece in pieces if piece[1] < piece[2]), rest)


@lru_cache(maxsize=100_000)
def _day_of_hour(hour: int) -> int:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
    return moment.astimezone(HELSINKI).date().toordinal()


@lru_cache(maxsize=20_000)
def _begins(day: int) -> int:
    """The first millisecond of a day."""
    midnight = datetime.combine(date.fromordinal(day), time(), HELSINKI)
    return int(midnight.timestamp()) * 1000


def _day_after(moment_ms: int) -> int:
    """The first day that begins at a moment or after it."""
    day = local_day(moment_ms)
    return day if _begins(day) == moment_ms else day + 1


def _month_after(day: int) -> int:
    """The first month that begins on a day or after it."""
    month = month_of_day(day)
    return month if _first_day(month) == day else month + 1


def _first_day(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()
