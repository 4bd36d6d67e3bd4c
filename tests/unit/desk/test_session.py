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

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.desk.session import Session, SessionState
from kanta_desk.desk.verbs import Verb, verb_of
from kanta_desk.errors import PinWrong, RightMissing, SessionLocked
from kanta_desk.model.deployment import ReportDetails
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import Event, EventFilter, EventKind, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Language
from tests.helpers.practice import PATIENCE, insert, practice_desk, sign_in

NOT_ACTS = {"look", "unlocked", "registers"}
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
    return {
        name: method
        for name, method in inspect.getmembers(Session, inspect.isfunction)
        if not name.startswith("_")
    }


def events_of(session: Session) -> list[Event]:
    """All events of the log, oldest first, read beside the gate."""
    first = session._logbook.search(EventFilter(), lambda: True)
    found = list(first.first.events)
    before = first.first.before
    while before is not None:
        page = first.page(before)
        found += page.events
        before = page.before
    return sorted(found, key=lambda event: event.seq)


def some_document(session: Session) -> Oid:
    plan = json_plan(session)
    client = plan.documents[0].client_id
    return session.search(SearchCriteria(client_id=client)).documents[0].document_oid


def json_plan(session: Session):  # type: ignore[no-untyped-def]
    return read_plan(PLAN[0])


PLAN: list[Path] = []


@pytest.fixture(autouse=True)
def plan(desk: Desk) -> None:
    assert desk.practice_plan is not None
    PLAN[:] = [desk.practice_plan]


def test_every_public_method_is_an_act_or_known_to_be_none() -> None:
    unmarked = {name for name, m in public_methods().items() if not hasattr(m, "__verb__")}

    assert unmarked == NOT_ACTS


ACTS: dict[str, Callable[[Session, Path], object]] = {
    "change_context": lambda s, _: s.change_context(s.context),
    "search": lambda s, _: s.search(SearchCriteria(client_id=json_plan(s).documents[0].client_id)),
    "metadata": lambda s, _: s.metadata(some_document(s)),
    "versions": lambda s, _: s.versions(s.metadata(some_document(s)).set_id),
    "open": lambda s, _: s.open(some_document(s)),
    "export": lambda s, folder: s.export(s.open(some_document(s)), folder / "document.xml"),
    "verify": lambda s, _: s.verify(json_plan(s), cancelled=lambda: False),
    "write_report": lambda s, folder: s.write_report(
        s.verify(replace(json_plan(s), documents=json_plan(s).documents[:1])),
        ReportDetails("Hoiva Esimerkki Oy", "9999920-4", "Hoiva Esimerkki Oy", "1.2.246.10.1"),
        folder / "report.pdf",
        Language.FI,
    ),
    "search_log": lambda s, _: s.search_log(EventFilter()),
    "event": lambda s, _: s.event(1),
    "verify_log": lambda s, _: s.verify_log(),
    "lock": lambda s, _: s.lock(),
    "sign_out": lambda s, _: s.sign_out(),
}


@pytest.mark.parametrize("name", [n for n, m in public_methods().items() if hasattr(m, "__verb__")])
def test_every_verb_leaves_its_event(session: Session, tmp_path: Path, name: str) -> None:
    before = len(events_of(session))

    ACTS[name](session, tmp_path)

    mark: Verb = verb_of(getattr(Session, name))
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

    assert f"log-head: {outcome.intent_seq}:" in message
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
    found = session.search_log(EventFilter())
    assert found.page(3).events

    desk.lock()

    with pytest.raises(SessionLocked):
        found.page(3)
    session.sign_out()
    with pytest.raises(SessionLocked):
        found.page(3)


def test_a_document_is_exported_in_the_register_where_it_was_opened(
    session: Session, tmp_path: Path
) -> None:
    document = session.open(some_document(session))
    opened_in = session.context.register
    other = next(r for r in session.registers() if r.key != opened_in.key)
    session.change_context(replace(session.context, register=other))

    session.export(document, tmp_path / "document.xml")

    outcome = events_of(session)[-1]
    assert outcome.kind is EventKind.EXPORT
    assert outcome.controller_oid == opened_in.controller.oid.value


def test_a_document_that_this_session_has_not_opened_is_not_exported(
    desk: Desk, session: Session, tmp_path: Path
) -> None:
    document = session.open(some_document(session))
    session.sign_out()
    later = sign_in(desk)

    with pytest.raises(RightMissing):
        later.export(document, tmp_path / "document.xml")

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

    plan = json_plan(session)
    rows = tuple(replace(row, controller=None) for row in plan.documents[:6])
    before = len(events_of(session))
    verdict = session.verify(replace(plan, documents=rows), turn)
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
    in_first = session.search_log(EventFilter()).first.events[0].seq

    other = replace(session.context, register=session.registers()[1])
    session.change_context(other)
    found = session.search_log(EventFilter())

    assert {event.register_key for event in found.first.events} == {other.register.key}
    with pytest.raises(RightMissing):
        session.event(in_first)
