"""Disposal of what the old form left, where all registers share one file; and the file's guard."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import Witness
from kanta_desk.accesslog.disposal import Approval, DisposalRecord, dispose, due, propose
from kanta_desk.accesslog.driver import Error, connect
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.proof import holds as proof_holds
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import CARRIED, EventFilter, EventKind, EventRef, Outcome, Phase
from kanta_desk.model.people import WorkContext
from tests.helpers.events import CONTEXT, DONE, MAIJA, REGISTER, Clock, act, fill
from tests.helpers.oldlog import OTHER, old_entries, write_old_log
from tests.helpers.sealed_log import Place, session

COUNT = 300


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The old form's files of March 2013 and 2014."""
    made = Place(tmp_path)
    write_old_log(tmp_path / "log", old_entries(COUNT, 2013), 2013)
    return made


def disposed(
    log: AccessLog, seals: Checkpoints, clock: Clock, context: WorkContext
) -> DisposalRecord:
    """All that is due in the register of ``context``."""
    register = context.register.key
    told = [Witness(clock(), "OCSP")]  # nobody used the log for twelve years
    months = due(log, register, clock(), told=told)
    wanted = [each.month for each in months]
    plan = propose(log, register, months[0].tree, wanted, clock(), told=told)
    approvals = (Approval(MAIJA, clock(), "12 v"),)
    return dispose(log, seals, plan, approvals, context, clock, told=told)


def own(context: WorkContext) -> EventFilter:
    return EventFilter(register=context.register.key, kind=EventKind.VIEW)


def test_a_register_disposes_of_its_own_events_and_of_nobody_else_s(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, seals):
        theirs, ours = (
            [event.ref for event in log.search(own(of), limit=COUNT).events]
            for of in (OTHER, CONTEXT)
        )
        for event in log.unsettled():
            log.settle(event.ref, Outcome(Phase.UNKNOWN))
        seals.make()
        root = log.prove(theirs[0]).root
        assert min(len(theirs), len(ours)) > COUNT // 4

        record = disposed(log, seals, clock, CONTEXT)

        assert (record.plan.tree.register, record.plan.count) == (CARRIED, len(ours))
        assert log.count(own(OTHER)) == len(theirs) + 1  # what was settled just now
        kept = [event.ref.tree.register for event in log.search(own(CONTEXT)).events]
        assert CARRIED not in kept
        for ref in theirs:
            proof = log.prove(ref)
            assert proof_holds(proof)
            assert proof.root == root
    assert place.verified().faults == ()


def test_the_rest_of_the_file_can_go_when_its_own_registers_say_so(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, seals):
        for context in (CONTEXT, OTHER):
            for event in log.unsettled():
                log.settle(event.ref, Outcome(Phase.UNKNOWN))
            log.record(replace(act(), context=context), DONE)
            seals.make()
            disposed(log, seals, clock, context)
            told = [Witness(clock(), "OCSP")]
            assert due(log, context.register.key, clock(), told=told) == ()
    report = place.verified()
    assert report.faults == ()
    assert report.trees[0].disposed == COUNT


def test_an_intent_of_the_old_form_keeps_its_month_until_it_is_settled(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, seals):
        seals.make()
        with pytest.raises(DisposalRefused, match="without an outcome"):
            disposed(log, seals, clock, CONTEXT)


def test_a_hold_of_the_register_keeps_events_of_the_old_form(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, seals):
        for event in log.unsettled():
            log.settle(event.ref, Outcome(Phase.UNKNOWN))
        hold = Hold.new("Tutkinta 3/2026", date(2027, 1, 1), document="1.2.1")
        log.record(
            replace(act(EventKind.LOG_HOLD), context=OTHER),
            Outcome(Phase.DONE, evidence=hold.evidence),
        )
        seals.make()

        record = disposed(log, seals, clock, OTHER)

        assert record.plan.held == 2  # the intent and its end
        assert log.event(EventRef(CARRIED, 2014, 1)).subject.document_oid == "1.2.1"


def test_the_file_itself_lets_nothing_go_that_is_not_twelve_years_old(place: Place) -> None:
    """Even of a range that is entered as disposed of, by a statement as by mistake."""
    with session(place, Clock(datetime(2013, 3, 1, tzinfo=UTC))) as (log, _):
        fill(log, 2)
    with session(place, Clock()) as (log, _):
        fill(log, 2)
    for year, is_refused in ((2026, True), (2013, False)):
        file = next(
            tree
            for tree in place.folder.trees()
            if (tree.register, tree.year) == (REGISTER.key, year)
        )
        place.folder.file_of(file).chmod(0o600)
        key = place.folder.key_of(file)
        with closing(connect(place.folder.file_of(file), key)) as connection:
            connection.execute("INSERT INTO pruned VALUES (1, 3, '{}')")
            if is_refused:
                with pytest.raises(Error, match="only grows"):
                    connection.execute("DELETE FROM event WHERE seq = 2")
            else:
                connection.execute("DELETE FROM event WHERE seq = 2")
