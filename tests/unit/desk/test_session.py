"""The session on the practice set: every verb leaves its event, a pulled card locks."""

from __future__ import annotations

import base64
import inspect
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.accesslog.statement import CardStatement
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.session import Session, SessionState
from kanta_desk.desk.verbs import Verb, verb_of
from kanta_desk.errors import (
    CardRemoved,
    FolderNotWritable,
    PinWrong,
    RightMissing,
    SessionLocked,
)
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, EventRef, Phase
from kanta_desk.model.identifiers import Oid
from tests.helpers.practice import PATIENCE, insert, practice_desk, sign_in
from tests.helpers.session_acts import ACTS, PLAN, events_of, some_document, the_plan

NOT_ACTS = {"look", "unlocked", "registers", "refusal", "invalidations.frame",
            "invalidations.statement", "supervision.names", "supervision.searches",
            "supervision.save_search", "supervision.forget_search", "supervision.cases",
            "documents.glance",
            "documents.findings", "documents.searches", "documents.save_search",
            "documents.forget_search", "tests.runs",
            "tests.due_reports", "reports.write_all"}  # fmt: skip
"""Public methods that touch nobody's data: checks of what is open, and the desk's own business."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as opened:
        yield opened


@pytest.fixture
def session(desk: Desk) -> Session:
    assert desk.practice is not None
    if desk.practice.inserted != desk.practice.cards[0]:
        insert(desk, "Maija")
    return sign_in(desk)


def public_methods() -> dict[str, Callable[..., object]]:
    """Those of the session, and those of its parts as ``part.name``."""
    owners = {"": Session} | {f"{name}.": part for name, part in Session.parts.items()}
    return {
        f"{prefix}{name}": method
        for prefix, owner in owners.items()
        for name, method in inspect.getmembers(owner, inspect.isfunction)
        if not name.startswith("_")
    }


@pytest.fixture(autouse=True)
def plan(desk: Desk) -> None:
    assert desk.practice_plan is not None
    PLAN[:] = [desk.practice_plan]


def test_every_public_method_is_an_act_or_known_to_be_none() -> None:
    unmarked = {name for name, m in public_methods().items() if not hasattr(m, "__verb__")}

    assert unmarked == NOT_ACTS


ELSEWHERE = {
    "keeping.plan_disposal",
    "keeping.propose_disposal",
    "keeping.dispose",
    "keeping.acknowledge",
    "keeping.write_record",
}
"""Verbs for which a log must be twelve years old, or have lost something: tried in
``test_auditing`` and ``test_losses``."""


@pytest.mark.parametrize(
    "name",
    [n for n, m in public_methods().items() if hasattr(m, "__verb__") and n not in ELSEWHERE],
)
def test_every_verb_leaves_its_event(session: Session, tmp_path: Path, name: str) -> None:
    before = len(events_of(session))

    ACTS[name](session, tmp_path)

    mark: Verb = verb_of(public_methods()[name])
    left = [event for event in events_of(session)[before:] if event.kind is mark.kind]
    assert left, f"{name} left no {mark.kind}"
    assert left[-1].phase is Phase.DONE
    assert all(event.actor.user_id == session.holder.identifier for event in left)
    assert all(event.actor.session_id == session.id for event in left)
    assert all(
        event.controller_oid == session.context.register.controller.oid.value for event in left
    )


def test_what_is_viewed_is_in_the_log_with_whose_it_is(session: Session) -> None:
    document = session.open(some_document(session))

    outcome = events_of(session)[-1]
    assert outcome.subject.document_oid == document.metadata.document_oid.value
    assert outcome.subject.client_id == str(document.metadata.client_id)
    assert outcome.purpose == session.context.purpose.code


def test_the_sign_in_s_evidence_is_a_signature_over_the_log_s_head(session: Session) -> None:
    outcome = next(
        e
        for e in reversed(events_of(session))
        if e.kind is EventKind.SIGN_IN and e.phase is Phase.DONE
    )
    evidence = {k: v for k, v in json.loads(outcome.evidence).items()}
    message = base64.b64decode(evidence["message"]).decode()

    statement = CardStatement.parse(outcome.evidence)
    assert statement is not None
    assert statement.holds()
    assert f"log-head: {statement.heads}" in message
    assert outcome.intent_ref in {
        EventRef.parse(f"{tree}/{size}") for tree, (size, _) in statement.heads.trees.items()
    }
    assert f"session: {session.id}" in message


def test_a_wrong_pin_is_in_the_log_and_costs_one_try(desk: Desk, session: Session) -> None:
    card = desk.cards.best.card  # type: ignore[union-attr]
    assert card is not None
    pin = bytearray(b"9999")

    with pytest.raises(PinWrong) as caught:
        desk.submit(Lane.CARD, desk.sign_in, pin, session.context).result(PATIENCE)

    assert caught.value.tries_left == 4
    assert pin == bytearray(4)
    last = events_of(session)[-1]
    assert (last.kind, last.phase, last.error_code) == (EventKind.SIGN_IN, Phase.FAILED, "KD-4101")
    assert desk.session is session, "a failed sign-in does not end the session that was open"
    sign_in(desk)


def test_a_pulled_card_locks_and_the_same_card_opens(desk: Desk, session: Session) -> None:
    assert desk.practice is not None
    locked = threading.Event()
    desk.on_lock(locked.set)
    card = desk.practice.cards[0]

    desk.practice.remove()

    assert locked.wait(PATIENCE)
    assert session.state is SessionState.LOCKED
    with pytest.raises(SessionLocked):
        session.search(SearchCriteria(case_id="1"))

    insert(desk, "Maija")
    opened = desk.submit(Lane.CARD, desk.unlock, desk.practice.pin(card)).result(PATIENCE)
    assert opened is session
    assert session.state is SessionState.ACTIVE


def test_another_person_s_card_does_not_open_a_locked_desk(desk: Desk, session: Session) -> None:
    assert desk.practice is not None
    desk.lock()
    insert(desk, "Heikki")
    other = desk.practice.inserted
    assert other is not None

    with pytest.raises((SessionLocked, RightMissing)):
        desk.submit(Lane.CARD, desk.unlock, desk.practice.pin(other)).result(PATIENCE)

    assert session.state is SessionState.LOCKED


def test_a_pin_typed_for_one_card_is_not_given_to_another_put_in_meanwhile(
    desk: Desk, session: Session
) -> None:
    assert desk.practice is not None
    insert(desk, "Heikki")
    before = events_of(session)[-1].ref
    pin = bytearray(b"1234")
    signing_in = desk.submit(Lane.CARD, desk.sign_in, pin, session.context, only=session.holder)
    assert isinstance(signing_in.exception(PATIENCE), CardRemoved)
    assert pin == bytes(4)
    reader = desk.cards.best
    assert reader is not None
    assert reader.card is not None
    assert reader.card.tries_left[0] == 5
    assert events_of(session)[-1].ref == before, "nobody's card was asked"
    insert(desk, "Maija")
    sign_in(desk)


def test_a_card_without_any_right_may_not_sign_in(desk: Desk, session: Session) -> None:
    assert desk.practice is not None
    insert(desk, "Tiina")
    other = desk.practice.inserted
    assert other is not None
    card = desk.cards.best.card  # type: ignore[union-attr]
    assert card is not None
    assert desk.contexts_for(card.holder) == ()

    with pytest.raises(RightMissing):
        desk.submit(Lane.CARD, desk.sign_in, desk.practice.pin(other), session.context).result(
            PATIENCE
        )


def test_a_register_that_is_not_one_s_own_is_refused(session: Session) -> None:
    foreign = replace(
        session.context.register,
        controller=replace(session.context.register.controller, oid=Oid("1.2.246.10.1.19.0")),
    )

    with pytest.raises(RightMissing):
        session.search(SearchCriteria(case_id="1"), foreign)


def test_a_log_search_gives_no_more_pages_once_the_desk_is_locked(
    desk: Desk, session: Session
) -> None:
    found = session.log.search(EventFilter())
    third = found.first.events[2].ref
    assert found.page(third).events

    desk.lock()

    with pytest.raises(SessionLocked):
        found.page(third)
    session.sign_out()
    with pytest.raises(SessionLocked):
        found.page(third)


def test_a_document_is_exported_in_the_register_where_it_was_opened(
    session: Session, tmp_path: Path
) -> None:
    document = session.open(some_document(session))
    opened_in = session.context.register
    other = next(r for r in session.registers() if r.key != opened_in.key)
    session.change_context(replace(session.context, register=other))

    session.copies.save(document, tmp_path / "document.xml")

    outcome = events_of(session)[-1]
    assert outcome.kind is EventKind.EXPORT
    assert outcome.controller_oid == opened_in.controller.oid.value


def test_an_export_that_a_full_disk_stops_leaves_what_was_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session.open(some_document(session))
    path = tmp_path / "document.xml"
    path.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("kanta_desk.settings.files.os.fsync", full)
        with pytest.raises(FolderNotWritable):
            session.copies.save(document, path)

    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["document.xml"]
    assert events_of(session)[-1].phase is Phase.FAILED


def test_a_document_that_this_session_has_not_opened_is_not_exported(
    desk: Desk, session: Session, tmp_path: Path
) -> None:
    document = session.open(some_document(session))
    session.sign_out()
    later = sign_in(desk)

    with pytest.raises(RightMissing):
        later.copies.save(document, tmp_path / "document.xml")

    assert not (tmp_path / "document.xml").exists()


def test_a_deployment_test_stays_in_the_register_and_purpose_it_began_with(
    session: Session,
) -> None:
    began = session.context
    other = next(r for r in session.registers() if r.key != began.register.key)
    turned: list[bool] = []

    def turn(_: object) -> None:
        if not turned:
            turned.append(True)
            session.change_context(replace(began, register=other))

    plan = the_plan()
    rows = tuple(replace(row, controller=None) for row in plan.documents[:6])
    before = len(events_of(session))
    verdict = session.tests.run(replace(plan, documents=rows), turn)
    session.change_context(began)

    assert turned
    assert verdict.complete
    first: dict[str, str] = {}
    for event in events_of(session)[before:]:
        if event.kind is EventKind.SEARCH and event.phase is Phase.INTENT:
            first.setdefault(event.subject.client_id, event.controller_oid)
    assert len(first) > 1
    assert set(first.values()) == {began.register.controller.oid.value}


def test_the_log_is_read_per_register(session: Session) -> None:
    session.search(SearchCriteria(case_id="1"))
    in_first = session.log.search(EventFilter()).first.events[0].ref

    other = replace(session.context, register=session.registers()[1])
    session.change_context(other)
    found = session.log.search(EventFilter())

    assert {event.register_key for event in found.first.events} == {other.register.key}
    with pytest.raises(RightMissing):
        session.log.event(in_first)
