"""A past for the practice log: written as the log itself would have, year by year."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.events import EventFilter, EventKind, TreeName
from kanta_desk.practice.events import Part, Step, steps
from kanta_desk.practice.events_log import seed_log, write_past
from kanta_desk.practice.events_people import Population
from kanta_desk.practice.organisation import REGISTERS
from tests.helpers.events import Clock, log_folder, open_log

STATION = Station("TYO-1", "maija", "Kanta Desk 0.1.0")
LAST = date(2026, 11, 20)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_seeded_log_holds_in_every_check_and_goes_on(tmp_path: Path) -> None:
    folder = log_folder(tmp_path / "log")
    assert seed_log(folder, STATION, 400, 1, LAST) == 400
    report = verify(folder, lambda: NOW)
    assert report.faults == ()
    assert {tree.year for tree in folder.trees()} == {2023, 2024, 2025, 2026}
    log = open_log(tmp_path / "log", Clock(NOW))
    try:
        assert log.unsettled() == ()
        opened = log.count(EventFilter(kind=EventKind.LOG_YEAR))
        assert log.count(EventFilter()) == 400 + opened
        assert opened == len(folder.trees())
    finally:
        log.close()


def test_events_keep_the_times_they_have_in_the_story(tmp_path: Path) -> None:
    people = Population.draw(3, users=5, clients=20, documents=100)
    story = list(steps(people, REGISTERS[:1], 3, 60, date(2026, 3, 2), date(2026, 3, 6)))
    write_past(log_folder(tmp_path / "log"), story, STATION)
    log = open_log(tmp_path / "log", Clock(NOW))
    try:
        page = log.search(EventFilter(), limit=100)
    finally:
        log.close()
    times = [event.time for event in reversed(page.events)]
    # The year is opened at the moment of its first event.
    assert times[1:] == [step.time for step in story]
    assert {event.kind for event in page.events if event.kind is not EventKind.LOG_YEAR} == {
        step.act.intent.kind for step in story
    }


def test_an_act_over_new_year_is_settled_in_the_new_file(tmp_path: Path) -> None:
    people = Population.draw(3, users=5, clients=20, documents=100)
    day = date(2026, 1, 2)
    act = next(
        step.act
        for step in steps(people, REGISTERS[:1], 3, 60, day, day)
        if step.part is Part.INTENT
    )
    before, after = datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    story = [Step(before, act, Part.INTENT), Step(after, act, Part.OUTCOME)]
    folder = log_folder(tmp_path / "log")
    assert write_past(folder, story, STATION) == 2
    assert verify(folder, lambda: NOW).faults == ()
    log = open_log(tmp_path / "log", Clock(NOW))
    try:
        assert log.unsettled() == ()
        (settled, *_) = log.search(EventFilter(), limit=5).events
        assert settled.intent_ref is not None
        assert settled.intent_ref.tree == TreeName(REGISTERS[0].key, 2025)
    finally:
        log.close()


def test_a_past_is_not_put_under_a_present(tmp_path: Path) -> None:
    folder = log_folder(tmp_path / "log")
    seed_log(folder, STATION, 10, 1, LAST)
    with pytest.raises(ValueError, match="begun"):
        seed_log(folder, STATION, 10, 1, LAST)
