"""Over three hundred pairs by several writers' rules: nothing that differs is ever the same."""

from __future__ import annotations

from collections import Counter

from tests.helpers.corpus import CHANGES, pairs


def test_no_difference_is_missed_and_hardly_any_is_seen_where_there_is_none() -> None:
    missed, imagined, seen = [], [], Counter[str]()
    for pair in pairs(22):
        compared = pair.compared()
        seen[pair.change] += 1
        if pair.change and compared.comparison.same:
            missed.append(pair.name)
        if not pair.change and not compared.comparison.same:
            imagined.append(pair.name)
        assert compared.comparison.same or compared.comparison.percent < 100
    assert seen.total() > 300
    assert set(seen) == {"", *CHANGES}
    assert missed == []
    assert len(imagined) < 0.02 * seen[""], imagined
