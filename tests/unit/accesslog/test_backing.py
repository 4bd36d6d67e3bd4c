"""Only what the log approved, carried out, and was old enough may be missing from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog import disposal
from kanta_desk.accesslog.disposal import Approval, delete, dispose, is_of_the_clock, propose
from kanta_desk.accesslog.driver import Connection, connect
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.retention import DisposalPlan, Month
from kanta_desk.errors import DisposalRefused, LogDamaged
from kanta_desk.model.events import (
    EventFilter,
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    TreeName,
)
from kanta_desk.model.logreport import FaultKind
from tests.helpers.events import CONTEXT, MAIJA, REGISTER, Clock, act, fill, issuers_told
from tests.helpers.sealed_log import Place, session

OLD, NOW = TreeName(REGISTER.key, 2013), TreeName(REGISTER.key, 2026)
TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two months of 2013 and two of 2026, in which January 2013 was lawfully disposed of."""
    place, clock = Place(tmp_path_factory.mktemp("made")), Clock()
    for year, month, count in ((2013, 1, 300), (2013, 2, 300), (2026, 10, 300)):
        clock.now = datetime(year, month, 10, tzinfo=UTC)
        with session(place, clock) as (log, _):
            fill(log, count)
    clock.now = TODAY
    with session(place, clock) as (log, seals):
        log.record(act(EventKind.SIGN_IN), issuers_told(TODAY))
        fill(log, 40)
        plan = propose(log, REGISTER.key, OLD, [Month(2013, 1)], clock())
        approvals = (Approval(MAIJA, clock(), "12 v"),)
        dispose(log, seals, plan, approvals, CONTEXT, clock)
    return place


@pytest.fixture
def place(made: Place, tmp_path: Path) -> Place:
    return made.copied(tmp_path)


def faults(place: Place) -> set[str]:
    return {each.detail for each in place.verified().faults if each.kind is FaultKind.PRUNED}


@contextmanager
def opened(place: Place, year: int) -> Iterator[Connection]:
    """A year's file without what keeps it from being changed."""
    file, tree = place.file(year), TreeName(REGISTER.key, year)
    file.chmod(0o600)
    with closing(connect(file, place.folder.key_of(tree))) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)


def approved(
    place: Place,
    change: Callable[[DisposalPlan], DisposalPlan],
    phase: Phase | None,
    **more: object,
) -> None:
    """A deletion by whoever has all keys, and makes the program write an approval of it."""
    clock = Clock(TODAY + timedelta(hours=2))
    with session(place, clock) as (log, seals):
        plan = change(propose(log, REGISTER.key, OLD, [Month(2013, 2)], clock()))
        said = json.loads(plan.evidence) | {"approvals": [{"user": "x"}]} | more
        intent = act(EventKind.LOG_DISPOSAL)
        event = log.intend(
            Intent(intent.kind, intent.actor, intent.context, evidence=json.dumps(said))
        )
        log.exclusively(lambda folder: _delete(folder, plan, event))
        if phase is not None:
            log.settle(event, Outcome(phase))
        seals.make()


def _delete(folder: LogFolder, plan: DisposalPlan, event: EventRef) -> None:
    """As ``delete`` would, but of any ranges."""
    folder.file_of(plan.tree).chmod(0o600)
    with (
        pytest.MonkeyPatch.context() as patched,
        closing(connect(folder.file_of(plan.tree), folder.key_of(plan.tree))) as connection,
    ):
        (guard,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'event_no_delete'"
        ).fetchone()
        connection.execute("DROP TRIGGER event_no_delete")
        patched.setattr(disposal, "seal_of", lambda *_: Path("/nowhere"))
        delete(folder, plan, event)
        connection.execute(guard)


def same(plan: DisposalPlan) -> DisposalPlan:
    return plan


def of_this_year(plan: DisposalPlan) -> DisposalPlan:
    return replace(plan, tree=NOW, ranges=((302, 320),), size=303)


def test_what_was_lawfully_disposed_of_is_no_fault(place: Place) -> None:
    assert place.verified().faults == ()


@pytest.mark.parametrize("phase", [None, Phase.UNKNOWN])
def test_an_approval_without_an_outcome_is_of_a_disposal_under_way(
    place: Place, phase: Phase | None
) -> None:
    approved(place, same, phase)
    assert faults(place) == set()


@pytest.mark.parametrize("phase", [Phase.FAILED, Phase.CANCELLED])
def test_an_approval_that_was_not_carried_out_backs_nothing(place: Place, phase: Phase) -> None:
    approved(place, same, phase)
    assert faults(place) == {"what approved it was not carried out"}


def test_nobody_s_approval_is_none(place: Place) -> None:
    approved(place, same, Phase.DONE, approvals=[])
    assert faults(place) == {"nobody approved it"}


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: replace(plan, root=bytes(32)),
        lambda plan: replace(plan, size=plan.size + 9),
    ],
)
def test_an_approval_of_another_history_backs_nothing(
    place: Place, change: Callable[[DisposalPlan], DisposalPlan]
) -> None:
    approved(place, change, Phase.DONE)
    assert faults(place) == {"its approval is of another history"}


def test_the_opening_event_never_goes(place: Place) -> None:
    approved(place, lambda plan: replace(plan, ranges=((1, 1),)), Phase.DONE)
    assert "the opening event stays" in faults(place)


def test_young_events_between_two_checkpoints_are_young(place: Place) -> None:
    root = next(
        bytes.fromhex(each.root) for each in place.verified().trees if each.tree == str(NOW)
    )
    size = next(each.size for each in place.verified().trees if each.tree == str(NOW))
    approved(place, lambda p: replace(of_this_year(p), size=size, root=root), Phase.DONE)
    assert faults(place) == {"younger than twelve years"}


def test_a_clock_that_was_set_forward_for_the_approval_does_not_make_events_old(
    place: Place,
) -> None:
    told = {"clock": "2039-01-01T00:00:00+00:00", "told": "2024-06-01T00:00:00+00:00"}
    approved(place, same, Phase.DONE, time=told)
    assert faults(place) == {"younger than twelve years"}


@pytest.mark.parametrize("note", ["5", "[]", '{"event": 7}', "x", "[" * 40_000, '{"event": "z"}'])
def test_a_note_that_names_no_event_is_no_approval(place: Place, note: str) -> None:
    with opened(place, 2013) as connection:
        connection.execute("UPDATE pruned SET note = ?", (note,))
    assert faults(place) == {"no approval"}


def test_a_range_cannot_approve_itself_by_taking_its_approval_along(place: Place) -> None:
    with opened(place, 2026) as connection:
        (seq,) = connection.execute(
            "SELECT min(seq) FROM event WHERE kind = 'LOKIN_HÄVITYS'"
        ).fetchone()
        note = json.dumps({"event": f"{NOW}/{seq}"})
        connection.execute("INSERT INTO pruned VALUES (?, ?, ?)", (seq, seq, note))
        connection.execute("DELETE FROM event WHERE seq = ?", (seq,))
    assert faults(place) == {
        "its approval is not in the log",  # its own
        "its approval's disposal is not backed",  # what it had approved
    }


def test_an_approval_of_something_else_or_of_nothing_backs_nothing(place: Place) -> None:
    for seq, said in ((2, "its approval is of something else"), (9999, "is not in the log")):
        with opened(place, 2013) as connection:
            note = json.dumps({"event": f"{NOW}/{seq}"})
            connection.execute("UPDATE pruned SET note = ?", (note,))
        (fault,) = faults(place)
        assert said in fault


def test_a_false_hash_in_the_place_of_one_that_must_stay_stops_the_disposal(place: Place) -> None:
    clock = Clock(TODAY + timedelta(hours=2))
    with opened(place, 2013) as connection:
        held = connection.execute("SELECT level, position FROM node WHERE level < 8").fetchall()
        (first,) = connection.execute(
            "SELECT min(seq) FROM event WHERE time_ms > unixepoch('2013-02-01') * 1000"
        ).fetchone()
        rows = [(0, at, bytes(32)) for at in range(first - 1, first + 9) if (0, at) not in held]
        rows += [(1, at // 2, bytes(32)) for _, at, _ in rows if not at % 2]
        rows += [(2, at // 4, bytes(32)) for _, at, _ in rows[:9] if not at % 4]
        connection.executemany("INSERT OR IGNORE INTO node VALUES (?, ?, ?)", rows)
    with session(place, clock) as (log, _):
        plan = propose(log, REGISTER.key, OLD, [Month(2013, 2)], clock())
        event = log.intend(act(EventKind.LOG_DISPOSAL))
        with pytest.raises(LogDamaged, match="false hash"):
            log.exclusively(lambda folder: delete(folder, plan, event))
        february = EventFilter(
            register=REGISTER.key, kind=EventKind.VIEW,
            time_from=datetime(2013, 2, 1, tzinfo=UTC), time_to=datetime(2013, 3, 1, tzinfo=UTC),
        )  # fmt: skip
        assert log.count(february) == 300


def test_a_clock_set_back_keeps_no_disposal_that_an_auditor_answered_for(place: Place) -> None:
    clock = Clock(TODAY + timedelta(hours=4))
    with session(place, clock) as (log, _):
        fill(log, 2)
    clock.now = TODAY + timedelta(hours=2)
    with session(place, clock) as (log, seals):
        fill(log, 2)
        seals.make()
    clock.now = TODAY + timedelta(hours=5)
    report = place.verified()
    assert report.faults
    assert all(map(is_of_the_clock, report.faults))
    with session(place, clock) as (log, seals):
        plan = propose(log, REGISTER.key, OLD, [Month(2013, 2)], clock())
        approvals = (Approval(MAIJA, clock(), "12 v"),)
        with pytest.raises(DisposalRefused, match="does not hold"):
            dispose(log, seals, plan, approvals, CONTEXT, clock)
        moved = [(each.file, each.seq_from) for each in report.faults]
        said = {"clock": clock().isoformat(), "reason": "NTP", "moved": moved}
        log.record(act(EventKind.LOG_CLOCK), Outcome(Phase.DONE, evidence=json.dumps(said)))
        dispose(log, seals, plan, approvals, CONTEXT, clock)
    assert all(map(is_of_the_clock, place.verified().faults))
