"""What the desk tells the access log beside who, whose and which (facts: access-log §2.1)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.desk.browsing import grounds_of, subject_of, subject_of_search, told_documents
from kanta_desk.desk.clock import ClockGuard
from kanta_desk.desk.ended import failed
from kanta_desk.errors import AnswerTimedOut, ArchiveRejected, Cancelled, RightMissing
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
)
from kanta_desk.model.event_details import CASE, NO_CLIENT, SAFETY_BAN, USUAL_CLOCK
from kanta_desk.model.events import Actor, EventFilter, EventKind, Phase, Subject
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.people import Purpose, Role
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI
from kanta_desk.practice.organisation import REGISTERS
from kanta_desk.practice.people import ARCHIVIST, STAFF
from kanta_desk.rights.duty import on_duty
from tests.helpers.practice import practice_desk, sign_in
from tests.helpers.small_desk import SmallDesk, small_desk

OID = Oid("1.2.246.10.99999204.11.2026.1")
DOCUMENT = DocumentMetadata(OID, OID, 1, client_id=Henkilotunnus.parse("010181-900C"))
PURPOSE = Purpose("1", Text("Koe", "Prov", "Test"), False)
FOR_LOOKING = replace(PURPOSE, roles=frozenset({Role.VIEWER}))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    with small_desk(tmp_path) as made:
        made.archive.documents.append(Document(DOCUMENT, (), b""))
        yield made


def test_one_of_several_roles_is_told_as_the_task_that_the_act_was_done_in(
    desk: SmallDesk,
) -> None:
    session = desk.session(ARCHIVIST)

    session.metadata(OID)
    looked = desk.newest(EventKind.METADATA)
    session.log.event(looked.ref)

    assert looked.actor.role == "administrator, archivist, auditor, invalidator"
    assert (looked.phase, looked.actor.task) == (Phase.DONE, "archivist")
    assert desk.newest(EventKind.LOG_VIEW).actor.task == "auditor"


def test_of_one_role_alone_no_task_need_be_told(desk: SmallDesk) -> None:
    desk.session(STAFF).metadata(OID)

    assert desk.newest(EventKind.METADATA).actor.task == ""


@pytest.mark.parametrize(
    ("held", "kind", "purpose", "task"),
    [
        ("archivist, viewer", EventKind.VIEW, PURPOSE, "archivist"),
        ("archivist, viewer", EventKind.VIEW, FOR_LOOKING, "viewer"),
        ("archivist, auditor", EventKind.LOG_SEARCH, FOR_LOOKING, "auditor"),
        ("archivist, auditor", EventKind.LOCK, PURPOSE, ""),
        ("archivist, auditor", EventKind.RIGHTS_CHANGE, PURPOSE, ""),
        ("archivist", EventKind.VIEW, PURPOSE, ""),
        ("", EventKind.VIEW, PURPOSE, ""),
    ],
)
def test_the_task_is_the_first_role_that_lets_the_act_through(
    held: str, kind: EventKind, purpose: Purpose, task: str
) -> None:
    assert on_duty(Actor("1", "Maija", role=held), kind, purpose).task == task


def test_a_search_in_another_s_register_tells_for_whom_and_by_which_right(
    desk: SmallDesk,
) -> None:
    other = REGISTERS[1]
    session = desk.session(ARCHIVIST)

    session.search(SearchCriteria(case_id="A-1"), other)
    there = [
        e
        for e in desk.log.search(EventFilter(register=other.key)).events
        if e.kind is EventKind.SEARCH
    ]
    session.search(SearchCriteria(case_id="A-1"))

    assert {event.for_whom for event in there} == {other.controller.oid.value}
    assert {event.grounds.context_id for event in there} == {"A-1"}
    own = desk.newest(EventKind.SEARCH)
    assert (own.for_whom, own.grounds.register_right) == ("", None)
    assert (own.grounds.context_type, own.grounds.context_id) == (CASE, "A-1")


def test_a_list_that_is_a_part_tells_how_many_there_are_and_how_many_were_shown(
    desk: SmallDesk,
) -> None:
    criteria = SearchCriteria(case_id="A-1")
    desk.archive.search = lambda criteria, call: SearchResult(criteria, (DOCUMENT,), 250)  # type: ignore[method-assign]

    desk.session().search(criteria)
    some = desk.newest(EventKind.SEARCH)

    assert (some.result_count, some.shown_count) == (250, 1)
    assert told_documents(Subject(), (DOCUMENT,)).count == 1
    assert told_documents(Subject(), (DOCUMENT,) * 3, total=2).count == 3


def test_a_list_shown_whole_tells_its_number_once(desk: SmallDesk) -> None:
    desk.session().search(SearchCriteria(case_id="A-1"))
    whole = desk.newest(EventKind.SEARCH)

    assert (whole.result_count, whole.shown_count) == (1, None)


def test_a_document_tells_of_its_client_s_ban_or_that_it_names_nobody() -> None:
    banned = replace(DOCUMENT, security_ban=True)

    assert subject_of(DOCUMENT).client_flags == ()
    assert subject_of(banned).client_flags == (SAFETY_BAN,)
    assert subject_of(replace(DOCUMENT, client_id=None)).client_flags == (NO_CLIENT,)
    told = told_documents(Subject(), (DOCUMENT, banned)).subject
    assert told is not None
    assert told.client_flags == (SAFETY_BAN,)


def test_a_document_that_names_no_client_can_be_looked_at_all_the_same(desk: SmallDesk) -> None:
    desk.archive.documents[0] = Document(replace(DOCUMENT, client_id=None), (), b"")

    desk.session().metadata(OID)

    event = desk.newest(EventKind.METADATA)
    assert (event.phase, event.subject.client_flags) == (Phase.DONE, (NO_CLIENT,))


def test_a_search_tells_its_process_and_its_case() -> None:
    criteria = SearchCriteria(case_id="A-1", service_process="5")

    assert subject_of_search(criteria).process == "5"
    assert grounds_of(criteria).context_id == "A-1"
    assert grounds_of(SearchCriteria(client_id=DOCUMENT.client_id)).context_type == ""


def test_an_act_that_failed_tells_why_in_words(desk: SmallDesk) -> None:
    def refuse() -> None:
        raise ArchiveRejected("E1", "ei asiakasta 010181-900C")

    desk.archive.before = refuse
    with pytest.raises(ArchiveRejected):
        desk.session().metadata(OID)

    event = desk.newest(EventKind.METADATA)
    assert (event.phase, event.error_code) == (Phase.FAILED, ArchiveRejected.code)
    assert event.error_text == "issue=E1, said=ei asiakasta 010181-****"


def test_how_an_act_ended_is_told_by_what_it_raised() -> None:
    assert failed(Cancelled()).phase is Phase.CANCELLED
    assert failed(AnswerTimedOut("arkisto")).phase is Phase.UNKNOWN
    assert failed(RightMissing(EventKind.VIEW, "1")).phase is Phase.FAILED
    strange = failed(ZeroDivisionError("010181-900C"))
    assert (strange.error_code, strange.error_text) == ("KD-0000", "ZeroDivisionError")
    assert failed(ArchiveRejected("E1")).error_text == "issue=E1"
    assert len(failed(ArchiveRejected("E", "x" * 999)).error_text) == 200


def test_why_a_client_was_revealed_is_told_as_the_grounds(desk: SmallDesk) -> None:
    session = desk.session()
    session.metadata(OID)
    looked = desk.newest(EventKind.METADATA)

    session.log.reveal(looked.ref, "asiakas pyysi")

    assert desk.newest(EventKind.LOG_VIEW).grounds.reason == "asiakas pyysi"


class Machine:
    """A machine in Helsinki whose clock can be set while time goes on by itself."""

    def __init__(self) -> None:
        self.now, self.seconds = datetime(2026, 11, 22, 12, 0, tzinfo=UTC), 1000.0
        self.guard = ClockGuard(lambda: self.now, lambda: self.seconds)


@pytest.fixture
def in_helsinki(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", str(HELSINKI))
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_helsinki")
def test_of_a_clock_that_is_as_usual_nothing_is_told() -> None:
    assert Machine().guard.reading(skew=12.0) == USUAL_CLOCK


@pytest.mark.usefixtures("in_helsinki")
def test_a_clock_that_was_set_or_is_not_the_archive_s_is_told_with_a_steady_one() -> None:
    machine = Machine()
    machine.now += timedelta(minutes=10)

    read = machine.guard.reading(skew=-400.0)

    assert (read.steady_ms, read.zone_min) == (1_000_000, None)
    assert read.state == "moved 600 s, archive -400 s"


def test_a_workstation_in_another_zone_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    try:
        read = Machine().guard.reading()
    finally:
        monkeypatch.undo()
        time.tzset()

    assert (read.zone_min, read.state, read.steady_ms) == (0, "", None)


def test_the_card_s_number_is_told_where_the_card_was_asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with practice_desk(tmp_path_factory.mktemp("practice")) as whole:
        session = sign_in(whole)
        session.search(SearchCriteria(client_id=DOCUMENT.client_id))
        events = whole._log.search(EventFilter(session=session.id)).events

    told = {(event.kind, event.actor.card_id) for event in events}
    (card,) = {number for kind, number in told if kind is EventKind.SIGN_IN}
    assert card == session.holder.card_serial != ""
    assert (EventKind.SEARCH, "") in told
