"""Times and days as client information systems and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from kanta_desk.errors import InvalidTime
from kanta_desk.model.time import HELSINKI, from_finnish_date, from_hl7

_YEARS = range(1900, 2200)
_MOMENT = re.compile(
    r"(\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})"
    r"(?:(?:\s+klo|\s+kl\.?|,|T)?\s*(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?)?",
    re.ASCII,
)
_SHORT_YEAR = re.compile(r"^(\d+\.\d+\.)(\d\d)$", re.ASCII)
_CLOCK = re.compile(r"(?:klo|kl\.?)?\s*(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?", re.ASCII)
_SERIAL = re.compile(r"\d{5}(\.\d+)?", re.ASCII)
_FIRST_SERIAL = datetime(1899, 12, 30)
_SERIALS = range(20_000, 80_000)  # 1954 to 2119


def moment(text: str) -> datetime:
    """A Finnish, ISO or HL7 time, or a spreadsheet's number of days, in aware UTC.

    Without a zone it is Helsinki's, without a clock its midnight: the day alone is meant.
    ``20/11/2026`` is read as day and month, and ``20.11.26`` is of this century.

    Raises:
        InvalidTime: if it is none of these, or no year of this time.
    """
    try:
        found = _read(text.strip())
    except (ValueError, OverflowError):
        raise InvalidTime("") from None
    if found.year not in _YEARS:
        raise InvalidTime("")
    return found


def day(text: str) -> date:
    """A day, as Helsinki sees it.

    Raises:
        InvalidTime: as ``moment``.
    """
    return moment(text).astimezone(HELSINKI).date()


def with_clock(at: datetime, clock: str) -> datetime:
    """A day with the time of day that stands in a column of its own.

    Raises:
        InvalidTime: if it is no time of day.
    """
    try:
        if found := _CLOCK.fullmatch(clock.strip()):
            hour, minute, second = (int(part or 0) for part in found.groups())
            parts = time(hour, minute, second)
        else:  # a spreadsheet's part of a day, or its whole moment
            whole = float(clock) % 1
            parts = (_FIRST_SERIAL + timedelta(seconds=round(whole * 86400))).time()
    except (ValueError, OverflowError):
        raise InvalidTime("") from None
    here = at.astimezone(HELSINKI).date()
    return datetime.combine(here, parts, HELSINKI).astimezone(UTC)


def is_clock(text: str) -> bool:
    """Whether a value is a time of day alone."""
    return bool(_CLOCK.fullmatch(text.strip()))


def is_moment(text: str) -> bool:
    """Whether a value is surely a time: a bare number is not, whatever a spreadsheet means."""
    if text.replace(".", "", 1).isdigit() and not re.fullmatch(r"(19|20|21)\d{6,12}", text):
        return False
    try:
        moment(text)
    except InvalidTime:
        return False
    return True


def _read(text: str) -> datetime:
    if _SERIAL.fullmatch(text) and int(float(text)) in _SERIALS:
        seconds = round(float(text) * 86400)
        naive = _FIRST_SERIAL + timedelta(seconds=seconds)
        return naive.replace(tzinfo=HELSINKI).astimezone(UTC)
    if found := _MOMENT.fullmatch(text):
        said, hour, minute, second = found.groups()
        clock = time(int(hour or 0), int(minute or 0), int(second or 0))
        on = from_finnish_date(_SHORT_YEAR.sub(r"\g<1>20\g<2>", said.replace("/", ".")))
        return datetime.combine(on, clock, HELSINKI).astimezone(UTC)
    if re.fullmatch(r"\d{8,14}([+-]\d{4})?", text, re.ASCII):
        return from_hl7(text)
    whole = datetime.fromisoformat(text)
    return (whole if whole.tzinfo else whole.replace(tzinfo=HELSINKI)).astimezone(UTC)
