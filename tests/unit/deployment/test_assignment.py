"""The best assignment of all, and how much worse the next one is, against trying every one."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.deployment.assignment import FORBIDDEN, assign


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    rows = draw(st.integers(1, 4))
    columns = draw(st.integers(rows, rows + 3))
    line = st.lists(st.integers(0, 20), min_size=columns, max_size=columns)
    return draw(st.lists(line, min_size=rows, max_size=rows))


def cheapest(costs: list[list[int]], without: tuple[int, int] | None = None) -> int | None:
    width = range(len(costs[0]))
    return min(
        (
            sum(line[column] for line, column in zip(costs, chosen, strict=True))
            for chosen in itertools.permutations(width, len(costs))
            if without is None or chosen[without[0]] != without[1]
        ),
        default=None,
    )


@given(tables())
def test_no_assignment_is_cheaper_and_the_regret_is_that_of_the_next_best(
    costs: list[list[int]],
) -> None:
    found = assign(costs)
    cost = sum(line[each.column] for line, each in zip(costs, found, strict=True))
    assert len({each.column for each in found}) == len(costs)
    assert cost == cheapest(costs)
    for row, each in enumerate(found):
        other = cheapest(costs, without=(row, each.column))
        if other is None:
            assert each.regret >= FORBIDDEN // 2
        else:
            assert each.regret == other - cost


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([]) == ()
