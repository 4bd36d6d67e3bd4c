"""The columns that searches compare, and files of the version that had none."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.driver import Connection, connect
from kanta_desk.accesslog.forgetting import _times_without
from kanta_desk.accesslog.schema import VERSION, migrate
from kanta_desk.accesslog.verify import against_outside
from kanta_desk.model.events import EventFilter, Phase, TreeName
from tests.helpers.events import DONE, MAIJA, PEKKA, Clock, act, open_log
from tests.helpers.log_of_version_2 import turn_back
from tests.helpers.sealed_log import Place, build, session

_numbers = st.lists(st.integers(0, 1 << 40), max_size=30)


@given(_numbers, st.sampled_from(columns.PARTS))
def test_a_piece_is_read_as_it_was_written(numbers: list[int], part: str) -> None:
    with closing(_empty()) as connection:
        columns.put(connection, part, 0, np.array(numbers, np.int64))

        assert columns.slices_in(connection, part).tolist() == numbers


@given(st.lists(st.integers(1, 1 << 41), min_size=1, max_size=30), st.data())
def test_times_of_what_goes_keep_the_order_of_what_stays(
    times: list[int], data: st.DataObject
) -> None:
    ordered = np.sort(np.array(times))
    gone = np.array(
        data.draw(st.lists(st.booleans(), min_size=len(times), max_size=len(times))), np.bool_
    )

    left = _times_without(ordered, gone)

    assert (left[1:] >= left[:-1]).all()
    assert (left[~gone] == ordered[~gone]).all()
    assert gone.all() or set(left.tolist()) <= set(ordered[~gone].tolist())


def test_a_search_sees_what_is_written_between_and_after_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "BLOCK", 8)
    asked = EventFilter(user=PEKKA.user_id, phase=Phase.DONE)
    with closing(open_log(tmp_path / "log")) as log:
        for number in range(60):
            log.settle(log.intend(act(actor=replace((MAIJA, PEKKA)[number % 2]))), DONE)

            found = log.look(asked, 1_000)

            assert found.total == len(found.first.events) == (number + 1) // 2
        assert log.verify().intact
    with closing(open_log(tmp_path / "log")) as log:
        assert log.count(asked) == 30
        assert log.facets(asked).months[0].count == 30


def test_a_file_of_version_2_is_brought_to_this_one_with_its_entries_as_they_were(
    tmp_path: Path,
) -> None:
    place = build(tmp_path / "log")
    before = _told(place)
    folder = place.folder
    for tree in folder.trees():
        if folder.file_of(tree).stat().st_mode & 0o200 == 0:
            folder.file_of(tree).chmod(0o600)
        turn_back(folder.file_of(tree), folder.key_of(tree))
    assert {_version(place, tree) for tree in folder.trees()} == {2}
    assert against_outside(folder, [FolderPlace(place.outside)]) == ()  # as after a restore

    clock = Clock(datetime(2027, 1, 3, tzinfo=UTC))
    with session(place, clock) as (log, _):
        assert log.count(EventFilter()) >= len(before)

    assert {_version(place, tree) for tree in folder.trees()} == {VERSION}
    after = _told(place)
    assert {key: after[key] for key in before} == before
    assert place.verified().intact


def _told(place: Place) -> dict[tuple[TreeName, int], tuple[bytes, bytes]]:
    found: dict[tuple[TreeName, int], tuple[bytes, bytes]] = {}
    folder = place.folder
    for tree in folder.trees():
        with closing(folder.reader(tree)) as connection:
            rows = connection.execute("SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event")
            found |= {(tree, seq): (entry, leaf) for seq, entry, leaf in rows}
    return found


def _version(place: Place, tree: TreeName) -> int:
    with closing(place.folder.reader(tree)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _empty() -> Connection:
    connection = connect(":memory:", None)
    migrate(connection, "memory")
    return connection
