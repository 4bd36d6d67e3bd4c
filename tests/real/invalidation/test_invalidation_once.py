"""Whatever breaks, a document is invalidated once, and in the end it is known."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kanta_desk.archive.profile import Key
from kanta_desk.desk.session import Session
from kanta_desk.errors import AlreadyInvalidated, CardRemoved, SessionLocked
from kanta_desk.invalidation.batch import Control
from kanta_desk.invalidation.protocol import SENDINGS
from kanta_desk.invalidation.records import signed_text
from kanta_desk.model.documents import RecordState
from kanta_desk.model.events import EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import BatchProgress, Fate, Step
from kanta_desk.practice.faults import Mishap
from tests.helpers.invalidation_lab import breaks
from tests.helpers.invalidation_place import Place, carried_out, confirmed, pin2, run, state_of
from tests.helpers.practice import PATIENCE, insert, sign_in

ROOT = Path(__file__).parents[3]
REFUSALS = {Mishap.REJECTED, Mishap.DENIED, Mishap.UNKNOWN_ISSUES}


@pytest.mark.parametrize("mishap", sorted(set(Mishap) - REFUSALS))
def test_whatever_happens_to_the_message_it_is_done_once_and_known(
    place: Place, session: Session, mishap: Mishap
) -> None:
    (oid,) = place.fresh()
    met = place.standin.stage(mishap, Key.INVALIDATION)

    report = run(session, [oid])
    assert met.wait(PATIENCE), "it may still be on its way"
    if mishap in (Mishap.DEATH_BEFORE, Mishap.DEATH_AFTER):
        place.standin.stop()
        place.standin.start()
    if not report.finished:
        (entry,) = [e for e in session.invalidations.settle() if e.document_oid == oid.value]
        assert entry.fate is Fate.DONE
    else:
        assert report.results[0].fate is Fate.DONE

    assert carried_out(place, oid) == 1
    assert state_of(session, oid) is RecordState.INVALIDATED
    assert session.invalidations.overview().unsettled == 0


@pytest.mark.parametrize("mishap", sorted(REFUSALS))
def test_what_the_archive_refuses_is_told_and_not_done(
    place: Place, session: Session, mishap: Mishap
) -> None:
    (oid,) = place.fresh()
    place.standin.stage(mishap, Key.INVALIDATION)

    report = run(session, [oid])
    assert report.finished
    assert report.results[0].fate is Fate.REFUSED
    assert carried_out(place, oid) == 0
    assert state_of(session, oid) is RecordState.VALID
    assert run(session, [oid]).count(Fate.DONE) == 1, "it can be asked for anew"


@pytest.mark.parametrize("step", [s for s in Step if s not in (Step.PLANNED, Step.SETTLED)])
def test_locked_at_any_step_nothing_more_is_sent_and_all_is_settled_later(
    place: Place, session: Session, step: Step
) -> None:
    (oid,) = place.fresh()
    at_lock: list[int] = []

    def lock(progress: BatchProgress) -> None:
        if progress.step is step and not at_lock:
            session.lock()
            at_lock.append(len(place.standin.actions()))

    report = run(session, [oid], on_progress=lock)

    assert at_lock
    # What had been let go before the look at the session may still arrive: one message at most.
    sending = step is Step.SENDING
    assert len(place.standin.actions()) <= at_lock[0] + sending
    assert report.results[0].fate in (Fate.WAITING, Fate.UNSETTLED, Fate.DONE)
    with pytest.raises(SessionLocked):
        session.invalidations.settle()
    again = sign_in(place.desk)
    again.invalidations.settle()
    fate = next(
        e.fate for e in again.invalidations.overview().entries if e.document_oid == oid.value
    )
    invalidated = state_of(again, oid) is RecordState.INVALIDATED
    assert (fate is Fate.DONE) is invalidated
    assert carried_out(place, oid) == int(invalidated)


def test_a_pulled_card_stops_the_batch_and_the_rest_is_taken_up_later(
    place: Place, session: Session
) -> None:
    oids = place.fresh(6)
    assert place.desk.practice is not None
    pulled = threading.Event()

    def pull(progress: BatchProgress) -> None:
        if progress.done == 1 and not pulled.is_set():
            pulled.set()
            place.desk.practice.remove()  # type: ignore[union-attr]

    plan = session.invalidations.plan(oids, "KOE")
    report = session.invalidations.run(plan, confirmed(plan), pin2, on_progress=pull)

    assert not report.finished
    assert report.stopped_by in (SessionLocked.code, CardRemoved.code), "whichever is met first"
    insert(place.desk, "Maija")
    again = sign_in(place.desk)
    again.invalidations.settle()
    (waiting,) = [
        p for p in again.invalidations.overview().interrupted if p.plan_id == plan.plan_id
    ]
    assert waiting.total == 6
    rest = again.invalidations.take_up(plan.plan_id)
    assert len(rest.items) + sum(
        isinstance(r.error, AlreadyInvalidated) for r in rest.refused
    ) == len(oids)
    ids = {item.oid: item.message_id for item in plan.items}
    assert all(item.message_id == ids[item.oid] for item in rest.items), "the same ids again"
    report = again.invalidations.run(rest, confirmed(rest), pin2)
    assert report.finished
    assert [carried_out(place, oid) for oid in oids] == [1] * 6
    assert plan.plan_id not in {p.plan_id for p in again.invalidations.overview().interrupted}


def test_a_paused_batch_goes_on_where_it_stopped(place: Place, session: Session) -> None:
    oids = place.fresh(8)
    control = Control()
    report = run(
        session, oids, control=control,
        on_progress=lambda p: control.pause() if p.done == 2 else None,
    )  # fmt: skip
    assert not report.finished
    assert report.count(Fate.WAITING) > 0

    rest = session.invalidations.take_up(report.plan.plan_id)
    session.invalidations.run(rest, confirmed(rest), pin2)

    assert [carried_out(place, oid) for oid in oids] == [1] * 8


def test_another_documents_signed_request_is_not_sent_in_its_place(
    place: Place, session: Session
) -> None:
    one, other = place.fresh(2)
    run(session, [other])
    for _ in range(SENDINGS):
        place.standin.stage(Mishap.LOST_REQUEST, Key.INVALIDATION)
    (result,) = run(session, [one]).results
    assert result.fate is Fate.UNSETTLED
    message_id = result.item.message_id
    attempts = session.invalidations._ledger(session.context.register).attempts
    frames = {each.intent.subject.document_oid: each.frame for each in attempts.values()}

    def keep(oid: Oid) -> None:
        frame = frames[oid.value]
        assert frame is not None
        intent = Intent(EventKind.SIGNATURE, session._actor, session.context, Subject(), message_id)
        session._logbook._log.record(intent, Outcome(Phase.DONE, evidence=signed_text(frame)))

    keep(other)
    before = len(place.standin.actions())
    (entry,) = session.invalidations.settle()
    assert entry.fate is Fate.UNSETTLED
    assert all("IN200016" not in a.interaction for a in place.standin.actions()[before:])
    assert carried_out(place, one) == 0

    keep(one)
    (entry,) = session.invalidations.settle()
    assert entry.fate is Fate.DONE
    assert carried_out(place, one) == 1


def test_kills_and_cuts_at_random_steps_leave_nothing_twice_or_unknown() -> None:
    command = [sys.executable, "-m", "tests.helpers.invalidation_lab", "4", "2"]
    assert {each.what for each in breaks(4, 2)} == {"program", "held", "mishap", "server"}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    tally = json.loads(done.stdout)
    assert tally["rounds"] == 4
    wrong = {name: n for name, n in tally.items() if name not in ("rounds", "invalidated") and n}
    assert wrong == {}, done.stderr[-2000:]
