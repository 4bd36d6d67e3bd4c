"""Daily verifications go round all old rows, whichever days the program is started on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.nodes import STEP
from kanta_desk.accesslog.rounds import ALL, FILE, SHARES, Rounds
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.logreport import Depth
from tests.helpers.events import Clock
from tests.helpers.harm import run
from tests.helpers.sealed_log import build

TREE = "1.2/1/2026"
DAY = date(2026, 11, 22)


def _whole(day: date) -> Rounds:
    return Rounds({}).after(TREE, 100 * STEP, ALL, day)


@pytest.mark.parametrize("gap", [1, 2, 7, 13, 29, 30, 400])
def test_every_share_is_read_in_thirty_days_and_a_gap_whatever_days_are_started_on(
    gap: int,
) -> None:
    rounds, read, today = _whole(DAY), dict.fromkeys(ALL, DAY), DAY
    for _ in range(2 * SHARES):
        today += timedelta(days=gap)
        shares = rounds.due(TREE, today)
        assert len(shares) == min(gap, SHARES)
        rounds = rounds.after(TREE, 100 * STEP, shares, today)
        read |= dict.fromkeys(shares, today)
        assert max((today - day).days for day in read.values()) < SHARES + gap


def test_what_was_not_read_for_the_longest_is_read_first() -> None:
    rounds = _whole(DAY)
    first = rounds.due(TREE, DAY + timedelta(days=3))
    rounds = rounds.after(TREE, 100 * STEP, first, DAY + timedelta(days=3))
    assert not first & rounds.due(TREE, DAY + timedelta(days=20))


def test_a_second_look_on_a_day_and_a_clock_set_back_read_one_share_each() -> None:
    assert len(_whole(DAY).due(TREE, DAY)) == 1
    assert len(_whole(DAY).due(TREE, DAY - timedelta(days=900))) == 1


def test_what_is_new_is_read_whatever_share_it_is_in() -> None:
    rounds = _whole(DAY)
    assert not rounds.wants(TREE, 99, [])
    assert rounds.wants(TREE, 99, [99 % SHARES])
    assert rounds.wants(TREE, 100, [])
    assert rounds.wants("1.2/1/2027", 0, [])


def test_it_is_kept_and_what_was_kept_before_days_were_is_read(tmp_path: Path) -> None:
    rounds = _whole(DAY)
    rounds.keep(tmp_path)
    assert Rounds.read(tmp_path) == rounds
    (tmp_path / FILE).write_text('{"1.2/1/2026": 512}')
    old = Rounds.read(tmp_path)
    assert not old.wants(TREE, 1, [])
    assert len(old.due(TREE, DAY)) == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"a": Infinity}', '{"a": {"size": 1e999, "read": []}}', '{"a": null}',
     '{"a": {"size": 1, "read": [1]}}', '{"a":' * 100_000],
)  # fmt: skip
def test_what_cannot_be_read_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert Rounds.read(tmp_path) == Rounds({})


def test_a_year_s_verification_reads_all_of_the_newest_year(tmp_path: Path) -> None:
    place = build(tmp_path)
    assert place.verified().intact
    checked = {tree.tree[-4:]: tree.checked for tree in place.verified(Depth.YEAR).trees}
    assert checked == {"2026": checked["2026"], "2027": 301}
    assert checked["2026"] < 600


def test_what_did_not_hold_is_read_again_until_it_does(tmp_path: Path) -> None:
    place, clock = build(tmp_path), Clock(datetime(2027, 3, 1, tzinfo=UTC))
    assert verify(place.folder, clock).intact
    run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 17")(place)
    found = []
    for _ in range(SHARES + 3):
        clock.now += timedelta(days=1)
        found.append(not verify(place.folder, clock, depth=Depth.DAILY).intact)
    first = found.index(True)
    assert 0 <= first < SHARES
    assert all(found[first:])
