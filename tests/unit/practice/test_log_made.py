"""A whole invented log at once: what one written event by event would be, and where none is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.events import EventFilter, EventKind, EventRef, LogHead, Phase, TreeName
from kanta_desk.model.logreport import Depth
from kanta_desk.practice import log_made
from kanta_desk.practice.events import Part, Step, steps
from kanta_desk.practice.log_made import STATION, NotFree, Story, demand_free, make_log
from kanta_desk.practice.organisation import REGISTERS
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths

STORY = Story(7, 8, 60, 300, 3_000, date(2023, 11, 1), date(2026, 3, 31))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def opened(root: Path) -> AccessLog:
    return AccessLog.open(
        log_folder(Paths.under(root), LogKeeping(LogKeys.PRACTICE)),
        workstation=STATION.workstation,
        os_user=STATION.os_user,
        software=STATION.software,
        clock=lambda: NOW,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "harjoitus"
    installed = Paths.under(tmp_path_factory.mktemp("installed"))
    told: list[tuple[int, int]] = []
    heads = make_log(root, STORY, installed, lambda *at: told.append(at))
    assert [head.tree for head in heads] == sorted(
        TreeName(register.key, year) for register in REGISTERS for year in (2023, 2024, 2025, 2026)
    )
    assert told[-1] == (3_000, 3_000)
    assert len(told) > 3
    return root


def test_a_made_log_holds_in_every_check_and_goes_on(made: Path) -> None:
    folder = log_folder(Paths.under(made), LogKeeping(LogKeys.PRACTICE))
    report = verify(folder, lambda: NOW, depth=Depth.FULL)
    assert report.faults == ()
    log = opened(made)
    try:
        assert log.unsettled() == ()
        years = log.count(EventFilter(kind=EventKind.LOG_YEAR))
        assert years == len(folder.trees()) == 4 * len(REGISTERS)
        assert log.count(EventFilter()) == 3_000 + years
        intents = log.count(EventFilter(phase=Phase.INTENT))
        assert 1_000 < intents < 1_600
        assert log.count(EventFilter(register=REGISTERS[1].key)) > 400
    finally:
        log.close()


def test_each_file_begins_with_the_heads_of_all_as_they_were(made: Path) -> None:
    log = opened(made)
    try:
        openings = {}
        for register in REGISTERS:
            for year in (2023, 2024, 2025, 2026):
                event = log.event(EventRef(register.key, year, 1))
                assert event.kind is EventKind.LOG_YEAR
                openings[event.ref.tree] = event
        first, *_ = sorted(openings.values(), key=lambda event: (event.time, event.ref))
        assert LogHead.parse(first.evidence).trees == ()
        for tree, event in openings.items():
            for head in LogHead.parse(event.evidence).trees:
                at = log.event(EventRef(head.tree.register, head.tree.year, head.size))
                assert at.time <= event.time, f"{tree} names what was not there"
                if head.tree.year == tree.year:
                    following = log.event(EventRef(at.ref.register, at.ref.year, at.ref.seq + 1))
                    assert following.time > event.time
            if tree.year > 2023:
                named = {head.tree.register for head in LogHead.parse(event.evidence).trees}
                assert named == {register.key for register in REGISTERS}
    finally:
        log.close()


def test_an_act_over_new_year_is_settled_in_the_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def over_new_year(*told: Any) -> Iterator[Step]:
        act = next(step.act for step in steps(*told) if step.part is Part.INTENT)
        yield Step(datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC), act, Part.INTENT)
        yield Step(datetime(2026, 1, 1, tzinfo=UTC), act, Part.OUTCOME)

    monkeypatch.setattr(log_made, "steps", over_new_year)
    make_log(tmp_path / "uusi", STORY, Paths.under(tmp_path / "installed"))

    folder = log_folder(Paths.under(tmp_path / "uusi"), LogKeeping(LogKeys.PRACTICE))
    assert verify(folder, lambda: NOW, depth=Depth.FULL).faults == ()
    log = opened(tmp_path / "uusi")
    try:
        assert log.unsettled() == ()
        for register in REGISTERS:
            settled = log.event(EventRef(register.key, 2026, 2))
            assert settled.intent_ref == EventRef(register.key, 2025, 2)
    finally:
        log.close()


def test_the_same_seed_tells_the_same_story(made: Path, tmp_path: Path) -> None:
    make_log(tmp_path / "toinen", STORY, Paths.under(tmp_path / "installed"))
    told = []
    for root in (made, tmp_path / "toinen"):
        log = opened(root)
        try:
            page = log.search(EventFilter(time_from=datetime(2024, 3, 1, tzinfo=UTC)), limit=500)
            told.append(
                [(e.time, e.kind, e.phase, e.actor, e.subject, e.error_code) for e in page.events]
            )
        finally:
            log.close()
    assert len(told[0]) == 500
    assert told[0] == told[1]


def test_a_log_is_made_where_none_is_alone(made: Path, tmp_path: Path) -> None:
    installed = Paths.under(tmp_path / "installed").make()
    before = sorted(made.rglob("*"))
    for place in (
        made,  # a practice set whose log has been begun
        Paths.under(made).access_log,  # a log itself
        tmp_path,  # anything else is in it
        installed.data,
        installed.data / "accesslog",
        installed.data.parent,  # whose log folder is the installation's own
        made / "data" / "practice-keys.json",
    ):
        with pytest.raises(NotFree):
            make_log(place, STORY, installed)
    assert sorted(made.rglob("*")) == before
    assert list(installed.access_log.iterdir()) == []
    demand_free(installed.data / "practice", installed)
    demand_free(tmp_path / "uusi", installed)


def test_what_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    root = tmp_path / "harjoitus"
    with pytest.raises(KeyboardInterrupt):
        make_log(root, STORY, Paths.under(tmp_path / "installed"), stop)

    assert log_folder(Paths.under(root), LogKeeping(LogKeys.PRACTICE)).trees() == []
    make_log(root, STORY, Paths.under(tmp_path / "installed"))
