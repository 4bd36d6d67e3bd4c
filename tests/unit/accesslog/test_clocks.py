"""The clocks of a disposal: a log whose clock leapt believes the time before, or another's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import LONGEST_GAP, LogTime, Witness, stated
from kanta_desk.accesslog.disposal import Approval, clocks, dispose, due, propose
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.retention import Month
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import EventKind, Outcome, Phase, TreeName
from tests.helpers.events import CONTEXT, MAIJA, REGISTER, Clock, act, fill, issuers_told
from tests.helpers.sealed_log import Place, session

KEY = REGISTER.key
BEGAN = datetime(2020, 5, 10, 9, tzinfo=UTC)
FORWARD = datetime(2032, 12, 1, 9, tzinfo=UTC)
LAW = Month(2020, 5)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A log of 2020, used for a week; then the clock stands twelve years and more later."""
    made, clock = Place(tmp_path), Clock(BEGAN)
    for _ in range(7):
        with session(made, clock) as (log, _):
            fill(log, 4)
        clock.now += timedelta(days=1)
    return made


def started(log: AccessLog, seals: Checkpoints) -> None:
    fill(log, 2)
    seals.make()


def months(log: AccessLog, clock: Clock, *told: Witness) -> list[Month]:
    return [each.month for each in due(log, KEY, clock(), told=told)]


def test_a_clock_that_leapt_makes_nothing_due_however_often_it_is_signed(place: Place) -> None:
    clock = Clock(FORWARD)
    for _ in range(3):
        with session(place, clock) as (log, seals):
            started(log, seals)
            assert months(log, clock) == []
            with pytest.raises(DisposalRefused, match="leapt from 2020-05-16 to 2032-12-01"):
                propose(log, KEY, TreeName(KEY, 2020), [LAW], clock())
        clock.now += timedelta(days=1)


def test_a_third_party_s_time_of_the_session_confirms_the_leap(place: Place) -> None:
    clock = Clock(FORWARD)
    with session(place, clock) as (log, seals):
        started(log, seals)
        assert months(log, clock, Witness(FORWARD, "OCSP")) == [LAW]
        time = clocks(log, KEY, clock(), [Witness(FORWARD, "OCSP")])
        assert (time.leap, time.believed) == (None, FORWARD)


def test_a_third_party_s_time_that_is_earlier_is_the_one_that_counts(place: Place) -> None:
    clock = Clock(FORWARD)
    with session(place, clock) as (log, seals):
        started(log, seals)
        log.record(act(EventKind.SIGN_IN), issuers_told(FORWARD))
        assert months(log, clock) == [LAW]
        archive = Witness(datetime(2026, 11, 22, tzinfo=UTC), "archive")
        assert months(log, clock, archive) == []
        with pytest.raises(DisposalRefused, match="2026-11-22"):
            propose(log, KEY, TreeName(KEY, 2020), [LAW], clock(), told=[archive])


@pytest.mark.parametrize("kind", [EventKind.SIGN_IN, EventKind.UNLOCK, EventKind.LOG_SEAL])
def test_what_issuers_told_at_an_earlier_sign_in_is_in_the_log(
    place: Place, kind: EventKind
) -> None:
    clock = Clock(FORWARD)
    with session(place, clock) as (log, seals):
        started(log, seals)
        log.record(act(kind), issuers_told(FORWARD))
        assert months(log, clock) == [LAW]


def test_a_sign_in_that_no_issuer_answered_confirms_nothing(place: Place) -> None:
    clock = Clock(FORWARD)
    unknown = '{"revocation": [{"state": "unknown", "source": "", "produced_at": ""}]}'
    late = '{"revocation": [{"state": "good", "source": "OCSP", "produced_at": "2032-12-01"}]}'
    with session(place, clock) as (log, seals):
        started(log, seals)
        for evidence in (unknown, late, "[]", '{"revocation": 7}', '{"clock": 1}', "?"):
            log.record(act(EventKind.SIGN_IN), Outcome(Phase.DONE, evidence=evidence))
        assert months(log, clock) == []


def test_an_auditor_s_statement_confirms_the_leap(place: Place) -> None:
    clock = Clock(FORWARD)
    with session(place, clock) as (log, seals):
        started(log, seals)
        said = stated(clock(), "Työasema oli varastossa")
        log.record(act(EventKind.LOG_CLOCK), Outcome(Phase.FAILED, evidence=said))
        assert months(log, clock) == []
        log.record(act(EventKind.LOG_CLOCK), Outcome(Phase.DONE, evidence=said))
        assert months(log, clock) == [LAW]


def test_a_leap_after_the_last_that_was_confirmed_counts_again(place: Place) -> None:
    clock = Clock(datetime(2026, 1, 1, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        log.record(act(EventKind.SIGN_IN), issuers_told(clock.now))
        seals.make()
    clock.now = FORWARD
    with session(place, clock) as (log, seals):
        started(log, seals)
        leap = clocks(log, KEY, clock()).leap
        assert months(log, clock) == []
        assert leap is not None
        assert (leap[0].year, leap[1].year) == (2026, 2032)


def test_a_log_in_use_all_along_needs_nobody_else(place: Place) -> None:
    clock = Clock(BEGAN)
    while clock.now < FORWARD - LONGEST_GAP:
        clock.now += LONGEST_GAP - timedelta(days=7)
        with session(place, clock) as (log, seals):
            started(log, seals)
    clock.now = max(clock.now, FORWARD)
    with session(place, clock) as (log, seals):
        started(log, seals)
        assert months(log, clock)[0] == LAW


def test_a_clock_that_was_ahead_once_does_not_matter_when_it_is_right_again(place: Place) -> None:
    clock = Clock(datetime(2032, 12, 1, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        started(log, seals)
    clock.now = BEGAN + timedelta(days=20)
    with session(place, clock) as (log, seals):
        started(log, seals)
        assert clocks(log, KEY, clock()).leap is None
        assert months(log, clock) == []


def test_a_log_without_any_checkpoint_has_no_time() -> None:
    with pytest.raises(DisposalRefused, match="no signed checkpoint"):
        _ = LogTime(FORWARD, None).believed


def test_what_was_disposed_of_leaves_no_leap(tmp_path: Path) -> None:
    place, clock = Place(tmp_path), Clock(datetime(2013, 1, 10, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        while clock.now < datetime(2026, 11, 22, tzinfo=UTC):
            started(log, seals)
            clock.now += timedelta(days=30)
        gone = [month for month in months(log, clock) if month < Month(2013, 12)]
        tree = TreeName(KEY, 2013)
        plan = propose(log, KEY, tree, gone, clock())
        assert plan.count > 20
        dispose(log, seals, plan, (Approval(MAIJA, clock(), "12 v"),), CONTEXT, clock)

        assert clocks(log, KEY, clock()).leap is None
        assert months(log, clock)[0] == Month(2013, 12)
    assert place.verified().faults == ()
