"""Invalidating from the desk to the stand-in archive and back: real HTTPS, card, log and paper."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kanta_desk.archive import xmlsig
from kanta_desk.archive.invalidating import identifiers_in
from kanta_desk.archive.profile import Key
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    Cancelled,
    ConfirmationDiffers,
    DocumentNotFound,
    KantaError,
    LogDamaged,
    OtherRegister,
    PaperMissing,
    PinWrong,
    PlanInvalid,
    RightMissing,
    SecondPersonNeeded,
    SessionLocked,
)
from kanta_desk.invalidation.batch import Control
from kanta_desk.invalidation.protocol import SENDINGS
from kanta_desk.invalidation.records import signed_text
from kanta_desk.model.documents import RecordState
from kanta_desk.model.events import EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Confirmation,
    Fate,
    InvalidationPlan,
    Step,
)
from kanta_desk.model.text import Language
from kanta_desk.net.http import Timeouts
from kanta_desk.practice.standin import StandIn
from kanta_desk.practice.standin_app import Mishap
from tests.helpers.invalidation_lab import desk_on, stock
from tests.helpers.practice import insert, prepare, sign_in

ROOT = Path(__file__).parents[2]
MANY = 120


class Place:
    """A practice desk whose stand-in the test holds in its hands, and fresh documents."""

    def __init__(self, root: Path) -> None:
        self.pki = prepare(root)
        self.oids = iter(stock(root / "archive", MANY))
        self.standin = StandIn(root / "archive", self.pki, authorities=self.pki.intermediates)
        self.desk: Desk

    def fresh(self, count: int = 1) -> list[Oid]:
        """Documents that no test has used yet."""
        return [next(self.oids) for _ in range(count)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    root = tmp_path_factory.mktemp("invalidation")
    made = Place(root)
    hasty = Timeouts(connect=2.0, read=1.0, total=2.0)
    with made.standin, desk_on(root, made.standin.url, hasty) as desk:
        made.desk = desk
        yield made


@pytest.fixture
def session(place: Place) -> Session:
    place.standin.calm()
    assert place.desk.practice is not None
    if place.desk.practice.inserted != place.desk.practice.cards[0]:
        insert(place.desk, "Maija")
    return sign_in(place.desk)


def confirmed(plan: InvalidationPlan) -> Confirmation:
    return Confirmation(plan.digest, len(plan.items))


def pin2(_: object) -> bytearray:
    return bytearray(b"567890")


def run(session: Session, oids: list[Oid], **more: object) -> BatchReport:
    plan = session.invalidations.plan(oids, "KOE")
    return session.invalidations.run(plan, confirmed(plan), pin2, **more)  # type: ignore[arg-type]


def state_of(session: Session, oid: Oid) -> RecordState:
    return session.metadata(oid).state


def carried_out(place: Place, oid: Oid) -> int:
    return sum(action.invalidated == oid.value for action in place.standin.actions())


def test_a_document_is_invalidated_logged_and_has_its_receipt(
    place: Place, session: Session, tmp_path: Path
) -> None:
    (oid,) = place.fresh()
    report = run(session, [oid])

    (result,) = report.results
    assert (result.fate, report.stopped_by) == (Fate.DONE, "")
    assert state_of(session, oid) is RecordState.INVALIDATED
    history = session.versions(oid)
    assert [v.document_oid for v in history.versions] == [oid, result.item.new_oid]
    assert carried_out(place, oid) == 1

    entry = session.invalidations.overview().entries[0]
    assert (entry.document_oid, entry.fate) == (oid.value, Fate.DONE)
    assert entry.message_id == result.item.message_id
    assert entry.reason_code == "KOE"
    assert entry.user_id == session.holder.identifier
    events = session._logbook.events_of(
        (EventKind.INVALIDATION, EventKind.SIGNATURE), session.context.register.key
    )
    of_this = [(e.kind, e.phase) for e in events if e.request_id == entry.message_id]
    assert of_this == [
        (EventKind.INVALIDATION, Phase.INTENT),
        (EventKind.SIGNATURE, Phase.DONE),
        (EventKind.INVALIDATION, Phase.DONE),
    ]

    path = session.invalidations.receipt(entry.message_id, tmp_path / "kuitti.pdf", Language.FI)
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        attached = bytes(pdf.get_attachment(0).get_data())
    finally:
        pdf.close()
    for said in (oid.value, entry.new_oid, entry.message_id, session.holder.name, "HARJOITUS"):
        assert said in text.replace("\r\n", "\n"), said
    proven = xmlsig.verify(attached)
    assert {entry.message_id, oid.value, entry.new_oid} <= identifiers_in(proven.data)


@pytest.mark.parametrize("mishap", list(Mishap))
def test_whatever_happens_to_the_message_it_is_done_once_and_known(
    place: Place, session: Session, mishap: Mishap
) -> None:
    (oid,) = place.fresh()
    met = place.standin.stage(mishap, Key.INVALIDATION)

    report = run(session, [oid])
    assert met.is_set()
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
    assert report.stopped_by
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


def test_what_cannot_be_invalidated_is_told_and_left_out(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    done = run(session, place.fresh()).plan.items[0].oid
    unknown = Oid("1.2.246.10.99999204.11.2026.1")

    plan = session.invalidations.plan([oid, done, unknown], "KOE")

    assert [item.oid for item in plan.items] == [oid]
    assert {r.oid: type(r.error) for r in plan.refused} == {
        done: AlreadyInvalidated,
        unknown: DocumentNotFound,
    }


def test_a_document_changed_after_the_plan_is_not_invalidated(
    place: Place, session: Session
) -> None:
    (oid,) = place.fresh()
    plan = session.invalidations.plan([oid], "KOE")
    run(session, [oid])

    report = session.invalidations.run(plan, confirmed(plan), pin2)

    assert isinstance(report.results[0].error, AlreadyInvalidated | AlreadyReplaced)
    assert carried_out(place, oid) == 1


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


def test_a_receipt_is_given_only_of_what_was_done(
    place: Place, session: Session, tmp_path: Path
) -> None:
    with pytest.raises(PaperMissing):
        session.invalidations.receipt("no-such-message", tmp_path / "x.pdf", Language.FI)
    assert not list(tmp_path.iterdir())


def test_a_receipt_is_not_given_by_a_log_that_was_rewritten(
    place: Place, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (oid,) = place.fresh()
    (result,) = run(session, [oid]).results
    log = session._logbook._log
    honest = log.prove
    monkeypatch.setattr(log, "prove", lambda ref: replace(honest(ref), entry=b"[1,1,0]"))

    with pytest.raises(LogDamaged):
        session.invalidations.receipt(result.item.message_id, tmp_path / "x.pdf", Language.FI)
    assert not list(tmp_path.iterdir())


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


def test_what_depends_on_a_document_is_shown(place: Place, session: Session) -> None:
    (oid,) = place.fresh()
    told = session.invalidations.dependants(oid)
    assert [v.document_oid for v in told.history.versions] == [oid]
    assert told.same_case == ()


def test_kills_and_cuts_at_random_steps_leave_nothing_twice_or_unknown() -> None:
    command = [sys.executable, "-m", "tests.helpers.invalidation_lab", "4", "7"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    tally = json.loads(done.stdout)
    assert tally["rounds"] == 4
    wrong = {name: n for name, n in tally.items() if name not in ("rounds", "invalidated") and n}
    assert wrong == {}, done.stderr[-2000:]
