"""The times of the log's query language: days, months, years, clock times, and spans of them.

``2026``, ``2026-03``, ``1.3.2026``, ``2026-03-01T08:00``, ``"1.3.2026 klo 8.00"``, ``tänään``; a
span has two dots between its ends, of which one may be left open. A clock time alone is of the day
before the dots, or of today. Both ends count in: a minute, or a second where it is said, with all
of its events. Helsinki's clock shows one hour of the year twice, and then both are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kanta_desk.errors import InputError, QueryUnreadable
from kanta_desk.model.terms.query_words import TODAY, YESTERDAY
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, from_finnish_date

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
_MOMENT = re.compile(
    r"(?P<day>.+?) (?:T|\s+(?:klo|kl\.?|at)\s*|\s+) (?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(9000, 1, 1)
_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)
_END = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both in; None where the span is open.

    ``since`` and ``until`` are the clock times, to the second and both in, at which it begins on
    the first day and ends on the last; None: those days are whole.
    """

    first: date | None
    last: date | None
    since: time | None = None
    until: time | None = None

    @property
    def time_from(self) -> datetime | None:
        """When it begins, aware."""
        if self.first is None:
            return None
        return min(_shown(self.first, self.since or time()))

    @property
    def time_to(self) -> datetime | None:
        """The first moment after it, aware."""
        if self.last is None:
            return None
        if self.until is None:
            return min(_shown(self.last + _DAY, time()))
        return max(_shown(self.last, self.until)) + _SECOND

    @property
    def is_open(self) -> bool:
        """Whether one of its ends is."""
        return self.first is None or self.last is None


def span_of(time_from: datetime | None, time_to: datetime | None) -> Span:
    """The span from a moment to before another, both aware; whole seconds, no less than asked."""
    first = time_from.astimezone(HELSINKI) if time_from else None
    last = (time_to - timedelta(microseconds=1)).astimezone(HELSINKI) if time_to else None
    since = first.time().replace(microsecond=0) if first else time()
    until = last.time().replace(microsecond=0) if last else _END
    return Span(
        first.date() if first else None,
        last.date() if last else None,
        None if since == time() else since,
        None if until == _END else until,
    )


def read_span(text: str, today: date, at: int) -> Span:
    """Read a time or a span of two, typed at column ``at``. ``today`` is the day in Helsinki.

    Raises:
        QueryUnreadable: with the place and the reason.
    """
    first, dots, last = text.partition("..")
    if not dots:
        return _one(first, today, at)
    begin = _one(first, today, at) if first else None
    beside = begin.first if begin is not None and begin.first == begin.last else None
    end = _one(last, beside or today, at + len(first) + 2, today) if last else None
    if begin is None and end is None:
        raise QueryUnreadable(at, "empty")
    span = Span(
        begin.first if begin else None,
        end.last if end else None,
        begin.since if begin else None,
        end.until if end else None,
    )
    if begin is not None and end is not None and _ends_early(span):
        raise QueryUnreadable(at, "span")
    return span


def written_span(span: Span) -> str:
    """A span as one would type it, without blanks; reads back as the same."""
    if span.first is not None and span.last is not None:
        if span.since is None and span.until is None:
            if span.first == span.last:
                return span.first.isoformat()
            if (span.first, span.last) == _year(span.first.year):
                return f"{span.first:%Y}"
            if span.first.day == 1 and span.last == _last_of_month(span.first):
                return f"{span.first:%Y-%m}"
        if span.first == span.last and span.since is not None and span.until is not None:
            if span.since.second == 0 and span.until == span.since.replace(second=59):
                return f"{span.first}T{span.since:%H:%M}"
            if span.since == span.until:
                return f"{span.first}T{span.since:%H:%M:%S}"
    first = _written(span.first, span.since, ":00")
    last = _written(span.last, span.until, ":59")
    return f"{first}..{last}"


def _written(day: date | None, clock: time | None, usual: str) -> str:
    """A day with its clock time, whose seconds are left out where they are the ``usual``."""
    said = "" if day is None else day.isoformat()
    return said if clock is None else f"{said}T{clock.isoformat().removesuffix(usual)}"


def _ends_early(span: Span) -> bool:
    if span.first is None or span.last is None:
        return False
    return (span.last, span.until or _END) < (span.first, span.since or time())


def _one(text: str, beside: date, at: int, today: date | None = None) -> Span:
    """One time. ``beside`` is the day of a clock time that has none, ``today`` if that differs."""
    try:
        if _CLOCK.fullmatch(text):
            return _at_clock(beside, text)
        if found := _MOMENT.fullmatch(text):
            whole = _days(found["day"], today or beside)
            if whole.first is None or whole.first != whole.last:
                raise ValueError
            return _at_clock(whole.first, found["clock"])
        return _days(text, today or beside)
    except (ValueError, InputError):
        raise QueryUnreadable(at, "time") from None


def _at_clock(day: date, clock: str) -> Span:
    hour, minute, *second = (int(part) for part in re.split("[:.]", clock))
    last = second[0] if second else 59
    return Span(day, day, time(hour, minute, second[0] if second else 0), time(hour, minute, last))


def _days(text: str, today: date) -> Span:
    """A day, a month or a year as its first and last day."""
    word = text.casefold()
    if word in _all(TODAY):
        return Span(today, today)
    if word in _all(YESTERDAY):
        return Span(today - _DAY, today - _DAY)
    if found := _MONTH.fullmatch(text):
        first = date(int(found[1]), int(found[2]), 1)
    elif _YEAR.fullmatch(text):
        first = date(int(text), 1, 1)
    else:
        first = from_finnish_date(text)
    if not _FIRST_DAY <= first <= _LAST_DAY:
        raise ValueError
    if found:
        return Span(first, _last_of_month(first))
    return Span(*_year(first.year)) if _YEAR.fullmatch(text) else Span(first, first)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _last_of_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY


def _all(text: Text) -> frozenset[str]:
    return frozenset(each.casefold() for each in (text.fi, text.sv, text.en))


def _shown(day: date, clock: time) -> Iterable[datetime]:
    """When Helsinki's clocks show a time: two moments where they are set back."""
    shown = datetime.combine(day, clock, HELSINKI)
    return (shown.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
