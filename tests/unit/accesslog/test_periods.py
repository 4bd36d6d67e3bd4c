"""Days and months of Helsinki, and how a span of time falls into them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog.periods import local_day, local_month, month_name, month_of_day, spans
from kanta_desk.accesslog.schema import Level
from kanta_desk.model.time import HELSINKI

_moments = st.integers(1_700_000_000_000, 1_800_000_000_000)


def _ms(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=HELSINKI).timestamp() * 1000)  # type: ignore[arg-type, misc]


@given(_moments)
def test_a_moment_has_the_day_and_month_that_a_finn_sees(moment: int) -> None:
    seen = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment)).astimezone(HELSINKI)

    assert local_day(moment) == seen.date().toordinal()
    assert month_name(local_month(moment)) == f"{seen:%Y-%m}"


@given(_moments, st.integers(0, 200 * 86_400_000), st.lists(_moments, max_size=30))
def test_each_moment_of_a_span_is_in_exactly_one_of_its_pieces(
    low: int, length: int, moments: list[int]
) -> None:
    high = low + length
    pieces = spans(low, high)

    for moment in (low, high - 1, high, low - 1, low + length // 2, *moments):
        found = sum(a <= moment < b for a, b in pieces.rest)
        for level, a, b in pieces.whole:
            period = local_month(moment) if level is Level.MONTH else local_day(moment)
            found += a <= period < b
        assert found == (low <= moment < high)


def test_whole_months_and_days_leave_no_rest_over_the_change_of_the_clocks() -> None:
    pieces = spans(_ms(2026, 2, 27), _ms(2026, 11, 3))

    assert pieces.rest == ()
    assert [level for level, _, _ in pieces.whole] == [Level.DAY, Level.MONTH, Level.DAY]
    months = next((a, b) for level, a, b in pieces.whole if level is Level.MONTH)
    assert [month_name(month) for month in months] == ["2026-03", "2026-11"]
    assert month_of_day(date(2026, 3, 31).toordinal()) == months[0]
