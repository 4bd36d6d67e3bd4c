"""Months of Helsinki."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog.periods import months_from
from kanta_desk.model.time import HELSINKI

_moments = st.integers(1_400_000_000_000, 1_900_000_000_000)


@given(_moments, st.integers(0, 500 * 86_400_000), st.integers(0, 1_000))
def test_a_moment_is_in_the_month_that_a_finn_sees(first: int, length: int, part: int) -> None:
    moment = first + length * part // 1_000
    seen = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment)).astimezone(HELSINKI)

    months = list(months_from(first, first + length))

    begun = [month for month, begins in months if begins <= moment]
    assert begun[-1] == f"{seen:%Y-%m}"
    assert months[0][1] <= first
    assert months[-1][1] <= first + length


def test_months_go_on_over_the_turn_of_the_year_and_the_change_of_the_clocks() -> None:
    first, last = (
        int(datetime(*day, tzinfo=HELSINKI).timestamp() * 1000)
        for day in ((2026, 11, 30, 23), (2027, 4, 1, 0))
    )

    assert [month for month, _ in months_from(first, last)] == [
        "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04",
    ]  # fmt: skip
