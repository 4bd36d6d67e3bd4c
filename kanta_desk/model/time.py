"""One path for time: aware UTC inside, Helsinki outside."""

from __future__ import annotations

import re
from datetime import MAXYEAR, UTC, date, datetime
from zoneinfo import ZoneInfo

from kanta_desk.errors import InvalidTime

HELSINKI = ZoneInfo("Europe/Helsinki")
_HL7 = re.compile(
    r"(\d{8})(?:((?:[01]\d|2[0-3])\d{2}(?:\d{2})?)(?:\.\d{1,4})?)?([+-]\d{4})?", re.ASCII
)


def utc_now() -> datetime:
    """This moment, aware: the clock of whoever is not given another."""
    return datetime.now(UTC)


def from_hl7(text: str) -> datetime:
    """Read an HL7 V3 time stamp (``YYYYMMDD[HHMM[SS]][±ZZZZ]``) into aware UTC.

    A time without a zone is Helsinki time, a bare date its midnight.

    Raises:
        InvalidTime: if the form or the calendar does not allow it.
    """
    found = _HL7.fullmatch(text.strip())
    if not found:
        raise InvalidTime(text)
    day, clock, zone = found.groups()
    try:
        told = datetime.fromisoformat(f"{day}T{clock or '0000'}{zone or ''}")
        moment = (told if zone else told.replace(tzinfo=HELSINKI)).astimezone(UTC)
        if moment.year == MAXYEAR:
            moment.astimezone(HELSINKI)  # the last hours of the last year cannot be shown here
        return moment
    except (ValueError, OverflowError):
        raise InvalidTime(text) from None


def to_hl7(moment: datetime) -> str:
    """Write an aware ``moment`` as Helsinki time with its zone, to the second."""
    return moment.astimezone(HELSINKI).strftime("%Y%m%d%H%M%S%z")


def date_from_hl7(text: str) -> date:
    """Read the day of an HL7 time stamp, as Helsinki sees it.

    Raises:
        InvalidTime: as ``from_hl7``.
    """
    return from_hl7(text).astimezone(HELSINKI).date()


def finnish_date(moment: datetime | date) -> str:
    """``22.11.2026``; a moment is taken as Helsinki sees it."""
    day = moment.astimezone(HELSINKI) if isinstance(moment, datetime) else moment
    return f"{day.day}.{day.month}.{day.year}"


def finnish_time(moment: datetime, seconds: bool = False) -> str:
    """``22.11.2026 14.05`` (or ``14.05.33``), as Helsinki sees it."""
    local = moment.astimezone(HELSINKI)
    clock = f"{local.hour}.{local.minute:02}" + (f".{local.second:02}" if seconds else "")
    return f"{finnish_date(local)} {clock}"


def from_finnish_date(text: str) -> date:
    """Read ``22.11.2026`` or ISO ``2026-11-22``.

    Raises:
        InvalidTime: if it is neither, or no such day.
    """
    text = text.strip()
    try:
        if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text, re.ASCII):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidTime(text) from None
