"""Two Finnish working days after the test."""

from __future__ import annotations

from datetime import date

import pytest

from kanta_desk.deployment.deadline import report_deadline, working_days_left
from kanta_desk.deployment.workdays import is_working_day


@pytest.mark.parametrize(
    ("test_day", "deadline"),
    [
        (date(2026, 11, 17), date(2026, 11, 19)),  # within a week
        (date(2026, 11, 20), date(2026, 11, 24)),  # over a week-end
        (date(2026, 11, 21), date(2026, 11, 24)),  # held on a Saturday
        (date(2026, 4, 1), date(2026, 4, 7)),  # Good Friday and Easter Monday
        (date(2026, 4, 29), date(2026, 5, 4)),  # May Day
        (date(2026, 5, 12), date(2026, 5, 15)),  # Ascension Day
        (date(2026, 6, 17), date(2026, 6, 22)),  # Midsummer Eve
        (date(2026, 12, 22), date(2026, 12, 28)),  # Christmas Eve to the week-end
        (date(2026, 12, 30), date(2027, 1, 4)),  # over the new year
        (date(2027, 12, 3), date(2027, 12, 8)),  # Independence Day on a Monday
    ],
)
def test_the_deadline_skips_days_when_nobody_works(test_day: date, deadline: date) -> None:
    assert report_deadline(test_day) == deadline


def test_the_eves_of_midsummer_and_christmas_are_no_working_days() -> None:
    assert not is_working_day(date(2026, 6, 19))
    assert not is_working_day(date(2026, 12, 24))
    assert is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 20), 2),
        (date(2026, 11, 22), 2),
        (date(2026, 11, 23), 1),
        (date(2026, 11, 24), 0),
        (date(2026, 11, 25), -1),
        (date(2026, 11, 28), -3),
    ],
)
def test_working_days_left_are_counted_to_the_deadline_and_beyond(today: date, left: int) -> None:
    assert working_days_left(date(2026, 11, 24), today) == left
