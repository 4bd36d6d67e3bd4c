"""The gate: the right, the intent, the act, the outcome, in this order or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.errors import (
    AnswerTimedOut,
    Cancelled,
    DocumentNotFound,
    LogUnavailable,
    RightMissing,
    SessionLocked,
)
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party, SearchCriteria
from kanta_desk.model.events import Actor, Event, EventFilter, EventKind, Phase, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Purpose, Register, Role, WorkContext
from kanta_desk.model.rights import Decision, Grant
from kanta_desk.model.text import Text
from kanta_desk.rights.register import RightsRegister
from tests.helpers.archive_in_memory import ArchiveInMemory
from tests.helpers.events import log_folder

REGISTER = Register(
    Party(Oid("1.2.246.10.99999204.19.0"), "Hoiva Esimerkki Oy"), Code("1", CodeSystem.REGISTER)
)
CONTEXT = WorkContext(
    REGISTER,
    Purpose("KOE", Text("Koe", "Prov", "Test"), verified=False),
    Party(Oid("1.2.246.10.99999204.10.9"), "Asiakirjahallinto"),
)
ACTOR = Actor("00990000017", "Maija Arkistonhoitaja", session_id="s1")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[AccessLog]:
    opened = AccessLog.open(
        log_folder(tmp_path / "log"),
        workstation="ws",
        os_user="user",
        software="test",
        clock=lambda: NOW,
    )
    yield opened
    opened.close()


@pytest.fixture
def archive() -> ArchiveInMemory:
    return ArchiveInMemory()


@pytest.fixture
def gate(log: AccessLog, archive: ArchiveInMemory) -> Gate:
    grant = Grant(
        ACTOR.identity,
        ACTOR.user_name,
        Role.VIEWER,
        REGISTER,
        Decision("1/2026", date(2026, 1, 1), "Toimitusjohtaja"),
        date(2026, 1, 1),
    )
    return Gate(archive, log, RightsRegister((grant,)), lambda: NOW)


def ticket(is_open: bool = True) -> Ticket:
    return Ticket(ACTOR, CONTEXT, lambda: is_open)


def search(gate: Gate, passing: Ticket | None = None) -> object:
    return gate.ask(
        passing or ticket(),
        EventKind.SEARCH,
        Subject(query="case:1"),
        lambda archive, call: archive.search(SearchCriteria(case_id="1"), call),
        lambda result: Told(result.total),
    )


def events(log: AccessLog) -> list[Event]:
    """Oldest first."""
    return list(reversed(log.search(EventFilter()).events))[1:]  # without the year's opening


def test_the_intent_is_in_the_log_before_the_archive_is_asked(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    seen: list[tuple[EventKind, Phase]] = []
    archive.before = lambda: seen.extend((e.kind, e.phase) for e in events(log))

    search(gate)

    assert seen == [(EventKind.SEARCH, Phase.INTENT)]
    assert [e.phase for e in events(log)] == [Phase.INTENT, Phase.DONE]


def test_the_outcome_tells_how_many_and_refers_to_its_intent(gate: Gate, log: AccessLog) -> None:
    search(gate)

    intent, outcome = events(log)
    assert outcome.intent_ref == intent.ref
    assert outcome.result_count == 0
    assert outcome.request_id == intent.request_id != ""


def test_the_message_that_goes_out_carries_the_id_that_the_log_holds(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    search(gate)

    assert archive.calls[0].message_id == events(log)[0].request_id


@pytest.mark.parametrize(
    ("error", "phase"),
    [
        (DocumentNotFound("1.2"), Phase.FAILED),
        (Cancelled(), Phase.CANCELLED),
        (AnswerTimedOut("host"), Phase.UNKNOWN),
    ],
)
def test_a_failure_is_settled_with_its_code_and_raised(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory, error: Exception, phase: Phase
) -> None:
    def fail() -> None:
        raise error

    archive.before = fail

    with pytest.raises(type(error)):
        search(gate)

    outcome = events(log)[-1]
    assert (outcome.phase, outcome.error_code) == (phase, error.code)  # type: ignore[attr-defined]


def test_a_fault_of_our_own_is_settled_too(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    archive.before = fail

    with pytest.raises(ZeroDivisionError):
        search(gate)

    assert events(log)[-1].phase is Phase.FAILED


def test_no_log_no_view(gate: Gate, log: AccessLog, archive: ArchiveInMemory) -> None:
    log.close()

    with pytest.raises(LogUnavailable):
        search(gate)

    assert archive.calls == []


def test_without_the_right_nothing_is_asked_and_the_attempt_is_in_the_log(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    with pytest.raises(RightMissing):
        gate.do(ticket(), EventKind.EXPORT, Subject(document_oid="1.2.3"), lambda: None)

    (event,) = events(log)
    assert (event.kind, event.phase, event.error_code) == (
        EventKind.EXPORT,
        Phase.FAILED,
        RightMissing.code,
    )
    assert archive.calls == []


def test_a_locked_session_asks_nothing_and_leaves_nothing(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    with pytest.raises(SessionLocked):
        search(gate, ticket(is_open=False))

    assert (archive.calls, log.head().size) == ([], 0)


def test_what_arrives_after_the_lock_is_logged_but_not_given_out(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    state = {"open": True}
    archive.before = lambda: state.update(open=False)

    with pytest.raises(SessionLocked):
        search(gate, Ticket(ACTOR, CONTEXT, lambda: state["open"]))

    assert events(log)[-1].phase is Phase.DONE


def test_a_desk_locked_while_the_intent_was_written_does_nothing(
    gate: Gate, log: AccessLog, archive: ArchiveInMemory
) -> None:
    answers = iter([True, False])

    with pytest.raises(SessionLocked):
        search(gate, Ticket(ACTOR, CONTEXT, lambda: next(answers)))

    assert archive.calls == []
    assert [(e.phase, e.error_code) for e in events(log)] == [
        (Phase.INTENT, ""),
        (Phase.FAILED, SessionLocked.code),
    ]


def test_an_invalidation_has_its_intent_before_it_begins_and_stays_open_while_unknown(
    log: AccessLog, archive: ArchiveInMemory
) -> None:
    mine = Grant(
        ACTOR.identity,
        ACTOR.user_name,
        Role.INVALIDATOR,
        REGISTER,
        Decision("1/2026", date(2026, 1, 1), "Toimitusjohtaja"),
        date(2026, 1, 1),
    )
    gate = Gate(archive, log, RightsRegister((mine,)), lambda: NOW)
    seen: list[tuple[EventKind, Phase, str]] = []

    def act(_: object) -> str:
        seen.extend((e.kind, e.phase, e.request_id) for e in events(log))
        return "unknown"

    gate.carry_out(ticket(), Subject(document_oid="1.2.3"), "m-1", "{}", act, lambda _: None)

    assert seen == [(EventKind.INVALIDATION, Phase.INTENT, "m-1")]
    assert len(events(log)) == 1, "nothing is assumed: the intent stays open"
