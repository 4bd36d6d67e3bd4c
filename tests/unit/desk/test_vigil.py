"""What speaks against the access log is an alarm, from its finding until nothing is found."""

from __future__ import annotations

import json
import shutil
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.rounds import FILE as ROUNDS
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.desk.vigil import FILE, Vigil
from kanta_desk.desk.vigil_notes import VigilNotes
from kanta_desk.errors import Cancelled, LogContradicted
from kanta_desk.model.logreport import Depth, FaultKind, LogFault, VerifyReport
from tests.helpers.events import Clock, fill
from tests.helpers.harm import opened, rewritten, run
from tests.helpers.sealed_log import Place, build, session


@pytest.fixture
def place(tmp_path: Path) -> Place:
    lived = Place(tmp_path / "lived")
    with session(lived, Clock()) as (log, _):
        fill(log, 20)
    return lived


def _vigil(place: Place) -> Vigil:
    return Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=3600)


def _begun(place: Place) -> Vigil:
    """A vigil whose first comparison with the places outside is over."""
    vigil, compared = _vigil(place), threading.Event()
    vigil.on_alarm(compared.set)
    vigil.begin()
    assert compared.wait(30)
    vigil.close()
    return vigil


def test_a_log_that_holds_raises_no_alarm(place: Place) -> None:
    vigil = _vigil(place)
    vigil.look()
    assert vigil.alarms == ()


def _set_back(place: Place, *, memory_too: bool) -> None:
    """The log as it was after 20 events, put in the place of one that has gone on."""
    before = place.base.with_name("before")
    shutil.copytree(place.base, before)
    with session(place, Clock()) as (log, _):
        fill(log, 20)
    for kept in ("log", *(("log-keys.json",) if memory_too else ())):
        found = next(path for path in before.rglob(kept))
        target = place.base / found.relative_to(before)
        if target.is_dir():
            shutil.rmtree(target)
            shutil.copytree(found, target)
        else:
            shutil.copyfile(found, target)


def test_a_log_that_was_set_back_is_known_before_anything_is_signed_anew(place: Place) -> None:
    _set_back(place, memory_too=False)
    alarms = _vigil(place).alarms
    assert alarms
    assert all(isinstance(alarm, LogContradicted) for alarm in alarms)


def test_what_was_set_back_with_its_keys_contradicts_the_places_outside(place: Place) -> None:
    _set_back(place, memory_too=True)
    assert not _vigil(place).alarms
    assert _begun(place).alarms


def test_an_event_that_was_rewritten_is_found_by_the_daily_verification(place: Place) -> None:
    rewritten(7)(place)
    vigil = _vigil(place)
    told = threading.Event()
    vigil.on_alarm(told.set)
    vigil.look()
    assert told.is_set()
    assert "1–21" in str(vigil.alarms[0].fields["place"])


def test_an_alarm_stays_over_a_restart_until_nothing_is_found(place: Place) -> None:
    with opened(place) as connection:
        (entry,) = connection.execute("SELECT entry FROM event WHERE seq = 7").fetchone()
    rewritten(7)(place)
    _vigil(place).look()
    again = _vigil(place)
    assert again.alarms
    with opened(place) as connection:
        connection.execute(
            "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = 7",
            (entry, leaf_hash(entry.encode())),
        )
    again.look()
    assert not again.alarms
    assert not _vigil(place).alarms


def test_a_tampered_row_stays_an_alarm_though_later_days_read_other_rows(tmp_path: Path) -> None:
    lived = build(tmp_path)
    clock = Clock(datetime(2027, 3, 1, tzinfo=UTC))
    places = [FolderPlace(lived.outside)]
    Vigil(lived.folder, places, clock).look(Depth.FULL)
    run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 17")(lived)
    found = []
    for _ in range(40):
        clock.now += timedelta(days=1)
        vigil = Vigil(lived.folder, places, clock)
        vigil.look()
        found.append(bool(vigil.alarms))
    first = found.index(True)
    assert first < 30
    assert all(found[first:])
    # Not even where what steers the reading was reset.
    (lived.folder.path / ROUNDS).unlink()
    vigil = Vigil(lived.folder, places, clock)
    for _ in range(3):
        clock.now += timedelta(days=1)
        vigil.look()
    assert vigil.alarms
    run("UPDATE event SET entry = replace(entry, 'Kaija', 'Maija') WHERE seq = 17")(lived)
    vigil.look()
    assert not vigil.alarms


def test_what_only_a_full_verification_looks_for_only_that_clears(tmp_path: Path) -> None:
    place = build(tmp_path)
    run("DELETE FROM touched WHERE seq = 33")(place)
    vigil = _vigil(place)
    vigil.look(Depth.FULL)
    assert vigil.alarms
    vigil.look()
    assert vigil.alarms
    assert _vigil(place).alarms


def test_a_place_that_is_not_reached_clears_nothing(place: Place) -> None:
    _set_back(place, memory_too=True)
    vigil = _vigil(place)
    vigil.compare()
    before = vigil.alarms
    assert before
    place.outside.rename(place.base / "away")
    for depth in (Depth.DAILY, Depth.FULL):
        vigil.look(depth)
    assert {str(alarm) for alarm in before} <= {str(alarm) for alarm in vigil.alarms}


def test_one_fault_is_one_alarm_however_often_it_is_found(place: Place) -> None:
    _set_back(place, memory_too=True)
    for hour in range(12, 36):
        clock = Clock(datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=hour))
        Vigil(place.folder, [FolderPlace(place.outside)], clock).compare()
        with session(place, clock) as (log, _):
            fill(log, 3)
    vigil = _vigil(place)
    vigil.compare()
    seen = [(str(a.fields["place"]).partition(" ")[0], a.fields["reason"]) for a in vigil.alarms]
    assert len(seen) == len(set(seen)) <= 6
    # And what comes later has its place.
    run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 5")(place)
    vigil.look(Depth.FULL)
    assert any("entry" in str(alarm.fields["reason"]) for alarm in vigil.alarms)


def test_the_ranges_of_one_fault_are_told_as_one() -> None:
    notes = VigilNotes().with_faults(
        [LogFault(FaultKind.ENTRY, "a/2026", 40, 40), LogFault(FaultKind.ENTRY, "a/2026", 7, 9)]
        + [LogFault(FaultKind.ENTRY, f"a/{year}", 1, 1) for year in range(400)]
    )
    assert notes.alarms[0].where == "a/2026 7–40"
    assert len(notes.alarms) == 401


def test_each_depth_comes_round_in_its_time(place: Place) -> None:
    begun = datetime(2027, 1, 1, 9, tzinfo=UTC)
    clock = Clock(begun)
    done: list[tuple[int, Depth]] = []
    for day in range(62):
        clock.now = begun + timedelta(days=day)
        vigil = Vigil(place.folder, [FolderPlace(place.outside)], clock)
        if (depth := vigil.due) is not None:
            vigil.look(depth)
            done.append((day, depth))
        assert vigil.due is None
    days = {depth: [day for day, each in done if each is depth] for depth in Depth}
    assert days[Depth.FULL] == [0, 30, 60]
    assert days[Depth.YEAR] == [7, 14, 21, 28, 37, 44, 51, 58]
    assert [day for day, _ in done] == list(range(62))


def test_days_without_a_start_only_put_a_verification_off(place: Place) -> None:
    clock = Clock(datetime(2027, 1, 1, 9, tzinfo=UTC))
    vigil = Vigil(place.folder, [], clock)
    vigil.look(Depth.FULL)
    due = []
    for days in (12, 100):
        clock.now += timedelta(days=days)
        due.append(vigil.due)
    # What a clock that was ahead has written puts nothing off.
    vigil.look(Depth.FULL)
    clock.now = datetime(2027, 1, 2, 9, tzinfo=UTC)
    assert [*due, vigil.due] == [Depth.YEAR, Depth.FULL, Depth.FULL]


def test_a_whole_verification_is_done_in_the_background_and_its_age_is_told(place: Place) -> None:
    vigil = Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=0)
    vigil.begin()
    until = time.monotonic() + 30
    while not vigil.verified and time.monotonic() < until:
        time.sleep(0.01)
    vigil.close()
    (last,) = vigil.verified
    assert (last.depth, last.size, last.intact) == (Depth.FULL, 21, True)
    again = _vigil(place)
    assert again.verified == (last,)
    assert again.due is None
    assert not last.is_late(last.ended + timedelta(days=31))
    assert last.is_late(last.ended + timedelta(days=61))


def test_one_that_was_cut_short_is_begun_again(place: Place) -> None:
    vigil = Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=0)
    vigil._closing.set()
    with pytest.raises(Cancelled):
        vigil.look(Depth.FULL)
    assert _vigil(place).due is Depth.FULL


def test_a_log_that_cannot_be_verified_at_all_is_an_alarm_and_the_watch_goes_on(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> VerifyReport:
        raise ZeroDivisionError

    monkeypatch.setattr("kanta_desk.desk.vigil.verify", broken)
    vigil = Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=0)
    told = threading.Event()
    vigil.on_alarm(told.set)
    vigil.begin()
    assert told.wait(30)
    assert "ZeroDivisionError" in str(vigil.alarms[0].fields["reason"])
    assert vigil._thread.is_alive()
    vigil.close()
    monkeypatch.undo()
    again = _vigil(place)
    assert again.alarms
    again.look()
    assert not again.alarms


def test_alarms_of_the_form_before_are_read(place: Place) -> None:
    tree = str(place.folder.trees()[0])
    (place.folder.path / FILE).write_text(
        json.dumps({"day": "2026-11-22", "alarms": [[f"{tree} 1–21", "tree"], [tree, "key x y"]]})
    )
    vigil = _vigil(place)
    said = [(alarm.fields["place"], alarm.fields["reason"]) for alarm in vigil.alarms]
    assert said == [(f"{tree} 1–21", "tree"), (tree, "key x y")]
    vigil.look()
    assert not vigil.alarms


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"day": 1, "alarms": 2}', "{" * 5000, '{"alarms": [["x", 1]]}',
     '{"alarms": [["entry", "a", 1e999, 1, "", ""]]}', '{"alarms": [], "verified": {"full": 1}}',
     '{"alarms": [], "verified": {"full": ["2026-11-22", 1, true]}}'],
)  # fmt: skip
def test_a_memory_that_cannot_be_read_is_none(place: Place, text: str) -> None:
    (place.folder.path / FILE).write_text(text)
    assert _vigil(place).alarms == ()


def test_a_watch_that_is_ended_ends_its_verification(place: Place) -> None:
    vigil = Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=0)
    vigil.begin()
    vigil.close()
    assert not [t for t in threading.enumerate() if t.name == "log-vigil"]
