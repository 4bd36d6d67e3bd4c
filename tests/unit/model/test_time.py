"""Time: aware UTC inside, Helsinki outside."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import InvalidTime
from kanta_desk.model.time import (
    HELSINKI,
    date_from_hl7,
    finnish_date,
    finnish_time,
    from_finnish_date,
    from_hl7,
    to_hl7,
)

_moments = st.datetimes(
    datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)
).map(lambda moment: moment.replace(microsecond=0))  # fmt: skip


@given(_moments)
def test_a_moment_survives_the_way_through_hl7(moment: datetime) -> None:
    assert from_hl7(to_hl7(moment)) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20261122", datetime(2026, 11, 21, 22, 0, tzinfo=UTC)),
        ("202607011200", datetime(2026, 7, 1, 9, 0, tzinfo=UTC)),
        ("20261122140533", datetime(2026, 11, 22, 12, 5, 33, tzinfo=UTC)),
        ("20261122140533.1234", datetime(2026, 11, 22, 12, 5, 33, tzinfo=UTC)),
        ("20261122140533+0000", datetime(2026, 11, 22, 14, 5, 33, tzinfo=UTC)),
        ("20261122140533-0330", datetime(2026, 11, 22, 17, 35, 33, tzinfo=UTC)),
        (" 20261122140533+0200 ", datetime(2026, 11, 22, 12, 5, 33, tzinfo=UTC)),
    ],
)
def test_a_time_without_zone_is_helsinki_time(text: str, moment: datetime) -> None:
    assert from_hl7(text) == moment


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "2026",
        "20261322",
        "20260230",
        "2026112225",
        "20261122240000",
        "22.11.2026",
        "２０２６１１２２",
    ],
)
def test_what_is_no_time_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidTime):
        from_hl7(wrong)


def test_the_end_of_the_calendar_is_refused_and_not_a_crash() -> None:
    with pytest.raises(InvalidTime):
        from_hl7("00010101000000+1200")


def test_the_day_is_the_one_that_helsinki_sees() -> None:
    assert date_from_hl7("20261122233000+0000") == date(2026, 11, 23)
    assert finnish_date(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == "23.11.2026"


def test_people_read_dates_and_times_the_finnish_way() -> None:
    moment = datetime(2026, 3, 4, 12, 5, 33, tzinfo=UTC)

    assert finnish_date(date(2026, 3, 4)) == "4.3.2026"
    assert finnish_time(moment) == "4.3.2026 14.05"
    assert finnish_time(moment, seconds=True) == "4.3.2026 14.05.33"


@given(st.dates())
def test_a_date_is_read_as_it_was_written_also_in_iso(day: date) -> None:
    if day.year >= 1000:
        assert from_finnish_date(f" {finnish_date(day)} ") == day
    assert from_finnish_date(day.isoformat()) == day


@pytest.mark.parametrize("wrong", ["", "31.2.2026", "22.11.26", "22/11/2026", "1.1.20260"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidTime):
        from_finnish_date(wrong)


def test_both_hours_of_the_autumn_change_are_told_apart() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)

    assert first.astimezone(HELSINKI).hour == second.astimezone(HELSINKI).hour == 3
    assert to_hl7(first) != to_hl7(second)


def test_a_moment_that_helsinki_cannot_show_is_refused() -> None:
    with pytest.raises(InvalidTime):
        from_hl7("99991231235959+0000")
