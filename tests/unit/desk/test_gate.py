"""The gate: the right, the intent, the act, the outcome, in this order or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.archive.requests import Seal, SignedFrame
from kanta_desk.desk.clock import ClockGuard
from kanta_desk.desk.gate import Gate, Passage, Ticket, Told
from kanta_desk.errors import (
    AnswerTimedOut,
    Cancelled,
    ClockJumped,
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
ACTOR = Actor(
    "00990000017",
    "Maija Arkistonhoitaja",
    role="archivist, invalidator",
    unit_oid=CONTEXT.unit.oid.value,
    session_id="s1",
)
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


class Run:
    """An invalidator's act of many parts, and a clock and a right that can be lost on the way."""

    def __init__(self, log: AccessLog, archive: ArchiveInMemory) -> None:
        self.log = log
        self.now = NOW
        self.open = True
        self.asked: list[Passage] = []
        self.guard = ClockGuard(lambda: self.now, lambda: 0.0)
        self.gate = Gate(
            archive, log, RightsRegister((_invalidator,)), lambda: self.now, self.guard
        )
        self.ticket = Ticket(ACTOR, CONTEXT, lambda: self.open)

    def begin(self) -> None:
        self.gate.begin(self.ticket, EventKind.INVALIDATION_PLAN, Subject(query="p"), "p", "{}")

    def one(self, act: Callable[[Passage], None] | None = None) -> None:
        """Carry out one part whose outcome stays unknown."""
        self.gate.carry_out(
            self.ticket, Subject(document_oid="1.2.3"), "m-1", "{}",
            act or self.asked.append, lambda _: None,
        )  # fmt: skip

    def move(self, **how_far: int) -> None:
        self.now = NOW + timedelta(**how_far)


_invalidator = Grant(
    ACTOR.identity,
    ACTOR.user_name,
    Role.INVALIDATOR,
    REGISTER,
    Decision("1/2026", date(2026, 1, 1), "Toimitusjohtaja"),
    date(2026, 1, 1),
)


@pytest.fixture
def run(log: AccessLog, archive: ArchiveInMemory) -> Run:
    return Run(log, archive)


def test_an_invalidation_has_its_intent_before_it_begins_and_stays_open_while_unknown(
    run: Run, log: AccessLog
) -> None:
    seen: list[tuple[EventKind, Phase, str]] = []

    run.one(lambda _: seen.extend((e.kind, e.phase, e.request_id) for e in events(log)))

    assert seen == [(EventKind.INVALIDATION, Phase.INTENT, "m-1")]
    assert len(events(log)) == 1, "nothing is assumed: the intent stays open"


def test_a_clock_behind_the_newest_event_of_the_log_lets_no_act_begin(
    run: Run, log: AccessLog
) -> None:
    run.begin()
    run.move(days=-1)
    run.guard.set_right()  # as at a sign-in: only the log knows better

    for act in (run.begin, lambda: run.gate.demand(run.ticket, EventKind.INVALIDATION, Subject())):
        with pytest.raises(ClockJumped):
            act()

    assert [e.phase for e in events(log)] == [Phase.INTENT, Phase.FAILED, Phase.FAILED]


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_clock_moved_since_an_act_began_stops_its_next_part(
    run: Run, log: AccessLog, minutes: int
) -> None:
    run.begin()
    run.one()
    run.move(minutes=minutes)

    with pytest.raises(ClockJumped):
        run.one()

    assert len(run.asked) == 1
    last = events(log)[-1]
    assert (last.kind, last.phase, last.error_code) == (
        EventKind.INVALIDATION,
        Phase.FAILED,
        ClockJumped.code,
    )


def test_a_right_lost_since_an_act_began_stops_its_next_part(run: Run, log: AccessLog) -> None:
    run.begin()
    run.gate._rights = RightsRegister()

    with pytest.raises(RightMissing):
        run.one()

    assert run.asked == []
    assert (events(log)[-1].phase, events(log)[-1].error_code) == (Phase.FAILED, RightMissing.code)


def test_a_session_locked_since_an_act_began_stops_its_next_part(run: Run, log: AccessLog) -> None:
    run.begin()
    run.open = False

    with pytest.raises(SessionLocked):
        run.one()

    assert (run.asked, len(events(log))) == ([], 1)


def test_a_log_lost_since_an_act_began_stops_its_next_part(run: Run, log: AccessLog) -> None:
    run.begin()
    log.close()

    with pytest.raises(LogUnavailable):
        run.one()

    assert run.asked == []


def test_a_log_lost_at_the_signature_lets_nothing_be_sent(run: Run, log: AccessLog) -> None:
    sent: list[bytes] = []
    frame = SignedFrame(b"frame", b"", "", b"", Seal("", "", NOW))

    def act(passage: Passage) -> None:
        log.close()
        passage.keep(frame)
        sent.append(frame.data)

    run.begin()
    with pytest.raises(LogUnavailable):
        run.one(act)

    assert sent == []
