"""Who may not, may no longer, or may not alone, invalidates nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from kanta_desk.archive.gateway import Call
from kanta_desk.archive.requests import Acknowledged
from kanta_desk.desk.session import Session
from kanta_desk.errors import (
    Cancelled,
    ClockJumped,
    ConfirmationDiffers,
    DocumentNotFound,
    KantaError,
    OtherRegister,
    PinWrong,
    PlanInvalid,
    RightMissing,
    SecondPersonNeeded,
)
from kanta_desk.invalidation.batch import WIDTH
from kanta_desk.model.documents import RecordState
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import BatchProgress, Fate
from kanta_desk.model.people import Identity
from kanta_desk.model.rights import Refusal
from kanta_desk.model.text import Language
from tests.helpers.invalidation_place import Place, carried_out, confirmed, pin2, run, state_of
from tests.helpers.practice import insert, sign_in


def test_another_controllers_document_is_not_even_seen(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    other = next(r for r in session.registers() if r.key != session.context.register.key)

    plan = session.invalidations.plan([oid], "KOE", register=other)

    assert plan.items == ()
    assert isinstance(plan.refused[0].error, DocumentNotFound | OtherRegister)
    with pytest.raises(PlanInvalid):
        session.invalidations.run(plan, confirmed(plan), pin2)


def test_a_forged_register_does_not_get_past_the_gate(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    plan = session.invalidations.plan([oid], "KOE")
    foreign = replace(
        plan.context.register,
        controller=replace(plan.context.register.controller, oid=Oid("1.2.246.10.99999407.19.0")),
    )
    with pytest.raises(RightMissing):
        session.invalidations.plan([oid], "KOE", register=foreign)
    assert carried_out(place, oid) == 0


def test_only_what_was_confirmed_is_sent(place: Place, session: Session) -> None:
    first, second = place.fresh(2)
    shown = session.invalidations.plan([first], "KOE")
    other = session.invalidations.plan([second], "KOE")
    with pytest.raises(ConfirmationDiffers):
        session.invalidations.run(other, confirmed(shown), pin2)
    assert carried_out(place, second) == 0


@pytest.mark.parametrize(("given", "error"), [(None, Cancelled), (bytearray(b"111111"), PinWrong)])
def test_without_the_right_pin2_nothing_is_signed_or_sent(
    place: Place, session: Session, given: bytearray | None, error: type[KantaError]
) -> None:
    (oid,) = place.fresh()
    plan = session.invalidations.plan([oid], "KOE")
    before = len(session._logbook.events_of((EventKind.SIGNATURE,), session.context.register.key))
    with pytest.raises(error):
        session.invalidations.run(plan, confirmed(plan), lambda _: given)
    assert not any(given or b""), "it was overwritten"
    after = len(session._logbook.events_of((EventKind.SIGNATURE,), session.context.register.key))
    assert after == before
    assert carried_out(place, oid) == 0
    assert plan.plan_id not in {p.plan_id for p in session.invalidations.overview().interrupted}
    run(session, [oid])  # the right PIN fills the counter again


def test_who_may_only_look_may_not_invalidate(place: Place) -> None:
    (oid,) = place.fresh()
    insert(place.desk, "Heikki")
    viewer = sign_in(place.desk)
    plan = viewer.invalidations.plan([oid], "KOE")
    with pytest.raises(RightMissing):
        viewer.invalidations.run(plan, confirmed(plan), pin2)
    with pytest.raises(RightMissing):
        viewer.invalidations.settle()
    with pytest.raises(RightMissing):
        viewer.invalidations.overview()
    insert(place.desk, "Maija")
    assert carried_out(place, oid) == 0


def test_two_persons_one_proposes_and_another_card_confirms(place: Place, session: Session) -> None:
    oids = place.fresh(2)
    session.rights.set_two_persons(True)
    try:
        plan = session.invalidations.plan(oids, "MUU", "koe kahdella")
        with pytest.raises(SecondPersonNeeded):
            session.invalidations.run(plan, confirmed(plan), pin2)
        session.invalidations.propose(plan, confirmed(plan))
        with pytest.raises(RightMissing):
            session.invalidations.take_up(plan.plan_id)
        with pytest.raises(RightMissing):
            session.invalidations.run(plan, confirmed(plan), pin2)

        insert(place.desk, "Veikko")
        second = sign_in(place.desk)
        (waiting,) = second.invalidations.overview().proposals
        assert (waiting.total, waiting.user_name) == (2, "Maija Arkistonhoitaja")
        taken = second.invalidations.take_up(waiting.plan_id)
        assert taken.digest == plan.digest
        report = second.invalidations.run(taken, confirmed(taken), pin2)
        assert report.count(Fate.DONE) == 2
        entry = second.invalidations.overview().entries[0]
        assert (entry.proposer, entry.user_id) == (
            session.holder.identifier,
            second.holder.identifier,
        )
        with pytest.raises(PlanInvalid):
            second.invalidations.take_up(waiting.plan_id)
    finally:
        insert(place.desk, "Maija")
        sign_in(place.desk).rights.set_two_persons(False)


def test_a_withdrawn_proposal_cannot_be_taken_up(place: Place, session: Session) -> None:
    plan = session.invalidations.plan(place.fresh(), "KOE")
    session.invalidations.propose(plan, confirmed(plan))
    session.invalidations.withdraw(plan.plan_id)
    insert(place.desk, "Veikko")
    second = sign_in(place.desk)
    assert not second.invalidations.overview().proposals
    for act in (
        lambda: second.invalidations.take_up(plan.plan_id),
        lambda: second.invalidations.run(plan, confirmed(plan), pin2),
    ):
        with pytest.raises(PlanInvalid):
            act()


def test_the_request_in_a_receipt_does_nothing_when_it_is_sent_anew(
    place: Place, session: Session, tmp_path: Path
) -> None:
    done, untouched = place.fresh(2)
    (result,) = run(session, [done]).results
    path = tmp_path / "kuitti.pdf"
    session.invalidations.receipt(result.item.message_id, path, Language.FI)
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        frame = bytes(pdf.get_attachment(0).get_data())
    finally:
        pdf.close()
    archive = place.desk._gate._archive

    def send(data: bytes, message_id: str) -> Acknowledged:
        return archive.invalidate(data, Call(session._actor, session.context, message_id))

    assert send(frame, result.item.message_id).taken, "what it has taken it says again"
    turned = frame.replace(done.value.encode(), untouched.value.encode())
    assert turned != frame
    assert not send(turned, result.item.message_id).taken, "not the one that was signed"
    assert [carried_out(place, oid) for oid in (done, untouched)] == [1, 0]
    assert state_of(session, untouched) is RecordState.VALID


@contextmanager
def no_right_after(place: Place, loser: Identity, lost: threading.Event) -> Iterator[None]:
    """Once ``lost`` is set, ``loser`` has no right to invalidate, as if its last day had passed."""
    rights = place.desk._rights
    honest = rights.refusal

    def refusal(person: Identity, act: EventKind, *more: Any) -> Refusal | None:
        if lost.is_set() and person == loser and act is EventKind.INVALIDATION:
            return Refusal.ENDED
        return honest(person, act, *more)

    rights.refusal = refusal  # type: ignore[method-assign]
    try:
        yield
    finally:
        rights.refusal = honest  # type: ignore[method-assign]


def test_a_right_that_ends_in_the_middle_stops_the_batch(place: Place, session: Session) -> None:
    oids = place.fresh(6)
    lost, asked = threading.Event(), []

    def lose(progress: BatchProgress) -> None:
        if progress.done == 1 and not lost.is_set():
            lost.set()
            asked.append(sum(carried_out(place, oid) for oid in oids))

    with no_right_after(place, session.holder.identity, lost):
        report = run(session, oids, on_progress=lose)
        assert report.stopped_by == RightMissing.code
        assert report.count(Fate.WAITING) > 0
        # What was let go before the right ended may still arrive, and nothing more.
        assert sum(carried_out(place, oid) for oid in oids) <= asked[0] + WIDTH
        with pytest.raises(RightMissing):
            session.invalidations.settle()
    session.invalidations.settle()
    rest = session.invalidations.take_up(report.plan.plan_id)
    assert session.invalidations.run(rest, confirmed(rest), pin2).finished
    assert [carried_out(place, oid) for oid in oids] == [1] * len(oids)


def test_the_proposers_right_is_asked_for_at_each_document(place: Place, session: Session) -> None:
    oids = place.fresh(6)
    plan = session.invalidations.plan(oids, "KOE")
    session.invalidations.propose(plan, confirmed(plan))
    insert(place.desk, "Veikko")
    second = sign_in(place.desk)
    lost = threading.Event()
    with no_right_after(place, session.holder.identity, lost):
        taken = second.invalidations.take_up(plan.plan_id)
        report = second.invalidations.run(
            taken, confirmed(taken), pin2,
            on_progress=lambda p: lost.set() if p.done == 1 else None,
        )  # fmt: skip
        assert report.stopped_by == RightMissing.code
        assert report.count(Fate.WAITING) > 0
        rest = second.invalidations.take_up(plan.plan_id)
        with pytest.raises(RightMissing):
            second.invalidations.run(rest, confirmed(rest), pin2)
    second.invalidations.settle()
    second.invalidations.withdraw(plan.plan_id)
    insert(place.desk, "Maija")
    assert sum(carried_out(place, oid) for oid in oids) < len(oids)


def test_a_rule_of_two_persons_set_meanwhile_stops_the_batch(
    place: Place, session: Session
) -> None:
    oids = place.fresh(6)
    set_already = threading.Event()

    def set_rule(progress: BatchProgress) -> None:
        if progress.done == 1 and not set_already.is_set():
            set_already.set()
            session.rights.set_two_persons(True)

    report = run(session, oids, on_progress=set_rule)
    try:
        assert report.stopped_by == SecondPersonNeeded.code
        assert report.count(Fate.WAITING) > 0
        before = sum(carried_out(place, oid) for oid in oids)
        session.invalidations.settle()
        rest = session.invalidations.take_up(report.plan.plan_id)
        with pytest.raises(SecondPersonNeeded):
            session.invalidations.run(rest, confirmed(rest), pin2)
        assert sum(carried_out(place, oid) for oid in oids) == before
    finally:
        session.rights.set_two_persons(False)
    session.invalidations.settle()
    session.invalidations.withdraw(report.plan.plan_id)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_set_in_the_middle_stops_the_batch(
    place: Place, session: Session, days: int
) -> None:
    oids = place.fresh(6)
    guard = place.desk._gate.guard
    honest = guard._clock
    moved = threading.Event()
    guard._clock = lambda: honest() + moved.is_set() * timedelta(days=days)
    try:
        report = run(session, oids, on_progress=lambda p: moved.set() if p.done == 1 else None)
        assert report.stopped_by == ClockJumped.code
        assert report.count(Fate.WAITING) > 0
        with pytest.raises(ClockJumped):
            session.invalidations.settle()
    finally:
        guard._clock = honest
    session.invalidations.settle()
    rest = session.invalidations.take_up(report.plan.plan_id)
    assert session.invalidations.run(rest, confirmed(rest), pin2).finished
    assert [carried_out(place, oid) for oid in oids] == [1] * len(oids)
