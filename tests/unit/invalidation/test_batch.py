"""Batches: progress, pausing, stopping, and what is left to do."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from kanta_desk.errors import (
    AlreadyInvalidated,
    ArchiveRejected,
    CardRemoved,
    Offline,
    OutcomeUnknown,
    RightMissing,
    SessionLocked,
)
from kanta_desk.invalidation.batch import WIDTH, Control, run_batch
from kanta_desk.model.events import EventKind
from kanta_desk.model.invalidation import BatchProgress, Fate, ItemResult, PlannedItem, Step
from tests.helpers.invalidation import a_document, a_plan

PLAN = a_plan(*(a_document(n) for n in range(1, 21)))


def done(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
    on_step(Step.INTENDED)
    return ItemResult(item, Fate.DONE)


def test_every_item_is_done_once_and_told() -> None:
    seen: list[str] = []
    told: list[BatchProgress] = []

    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        seen.append(item.message_id)
        return done(item, on_step)

    report = run_batch(PLAN, {}, do, Control(), told.append)

    assert sorted(seen) == sorted(item.message_id for item in PLAN.items)
    assert report.finished
    assert report.count(Fate.DONE) == len(PLAN.items)
    assert max(p.done for p in told if p.step is Step.SETTLED) == len(PLAN.items)


def test_what_is_known_is_not_done_again() -> None:
    first = PLAN.items[0]
    known = {first.message_id: ItemResult(first, Fate.REFUSED)}
    seen: list[str] = []

    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        seen.append(item.message_id)
        return done(item, on_step)

    report = run_batch(PLAN, known, do, Control(), lambda _: None)

    assert first.message_id not in seen
    assert report.results[0].fate is Fate.REFUSED


def test_a_pause_finishes_what_is_on_its_way_and_begins_no_more() -> None:
    control = Control()
    begun: list[str] = []

    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        begun.append(item.message_id)
        control.pause()
        return done(item, on_step)

    report = run_batch(PLAN, {}, do, control, lambda _: None)

    assert 1 <= len(begun) <= WIDTH
    assert report.count(Fate.DONE) == len(begun)
    assert report.count(Fate.WAITING) == len(PLAN.items) - len(begun)
    assert not report.finished
    assert report.stopped_by == ""


def test_a_refusal_stops_only_if_that_is_wished() -> None:
    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        if item is PLAN.items[2]:
            return ItemResult(item, Fate.REFUSED, ArchiveRejected("X"))
        if item is PLAN.items[4]:
            raise AlreadyInvalidated(item.oid.value)
        return done(item, on_step)

    through = run_batch(PLAN, {}, do, Control(), lambda _: None)
    stopped = run_batch(PLAN, {}, do, Control(stop_at_refusal=True), lambda _: None)

    assert through.finished
    assert through.count(Fate.DONE) == len(PLAN.items) - 2
    assert stopped.count(Fate.WAITING) >= len(PLAN.items) - 2 * WIDTH - 2
    assert stopped.stopped_by in (ArchiveRejected.code, AlreadyInvalidated.code)


@pytest.mark.parametrize(
    "error",
    [
        SessionLocked(),
        RightMissing(EventKind.INVALIDATION),
        CardRemoved("reader"),
        Offline("archive"),
    ],
)
def test_what_stands_in_the_way_of_all_ends_the_run(error: Exception) -> None:
    calls = 0
    lock = threading.Lock()

    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        nonlocal calls
        with lock:
            calls += 1
        raise error

    report = run_batch(PLAN, {}, do, Control(), lambda _: None)

    assert calls <= WIDTH
    assert report.count(Fate.WAITING) == len(PLAN.items), "they can be tried again"
    assert report.stopped_by == error.code  # type: ignore[attr-defined]


def test_what_broke_is_told_to_have_stopped_the_run_and_not_that_the_outcome_is_unknown() -> None:
    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        oid, cause = item.oid.value, RightMissing(EventKind.INVALIDATION)
        return ItemResult(item, Fate.UNSETTLED, OutcomeUnknown(oid), cause)

    report = run_batch(PLAN, {}, do, Control(), lambda _: None)

    assert report.stopped_by == RightMissing.code


def test_one_unknown_outcome_ends_the_run_and_is_not_finished() -> None:
    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        return ItemResult(item, Fate.UNSETTLED, OutcomeUnknown(item.oid.value))

    report = run_batch(PLAN, {}, do, Control(), lambda _: None)

    assert 1 <= report.count(Fate.UNSETTLED) <= WIDTH
    assert not report.finished
    assert report.stopped_by == OutcomeUnknown.code


def test_a_fault_of_the_program_comes_out() -> None:
    def do(item: PlannedItem, on_step: Callable[[Step], None]) -> ItemResult:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run_batch(PLAN, {}, do, Control(), lambda _: None)
