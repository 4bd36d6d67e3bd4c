"""Disposal: twelve years, by two clocks, approved, provable afterwards, and gone for good."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.clocks import LogTime
from kanta_desk.accesslog.disposal import Approval, DisposalRecord, dispose, due, holds, propose
from kanta_desk.accesslog.driver import Error, connect
from kanta_desk.accesslog.files import snapshot
from kanta_desk.accesslog.holds import Hold
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.proof import holds as proof_holds
from kanta_desk.accesslog.proof import prove_event, prove_growth
from kanta_desk.accesslog.renewal import finish
from kanta_desk.accesslog.retention import DisposalPlan, Month
from kanta_desk.accesslog.tree import is_consistent
from kanta_desk.accesslog.verify import verify
from kanta_desk.errors import DisposalRefused
from kanta_desk.model.events import EventFilter, EventKind, Outcome, Phase, TreeName
from tests.helpers.events import (
    CONTEXT,
    DONE,
    MAIJA,
    PEKKA,
    REGISTER,
    Clock,
    act,
    fill,
    issuers_told,
)
from tests.helpers.sealed_log import Place, session

OLD = TreeName(REGISTER.key, 2013)
JANUARY, FEBRUARY, MARCH = (Month(2013, month) for month in (1, 2, 3))
TODAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GONE, KEPT = "010181-900C", "020282-901P"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Three months of 2013, with a session for each, and a day of 2026."""
    place, clock = Place(tmp_path_factory.mktemp("old")), Clock()
    for month, count in ((1, 300), (2, 280), (3, 40)):
        clock.now = datetime(2013, month, 10, tzinfo=UTC)
        with session(place, clock) as (log, _):
            client, name = (KEPT, "Kaisa Kesäinen") if month == 3 else (GONE, "Heikki Hävitetty")
            for number in range(count // 2):
                oid = f"1.2.246.10.99999990.{month}.{number}"
                ref = log.intend(act(client_id=client, client_name=name, document_oid=oid))
                log.settle(ref, DONE)
    clock.now = TODAY
    with session(place, clock) as (log, _):
        # Twelve years without a start: only another's time says that it is now.
        log.record(act(EventKind.SIGN_IN), issuers_told(TODAY))
        fill(log, 4)
    return place


@pytest.fixture
def place(old: Place, tmp_path: Path) -> Place:
    """A copy of it."""
    return old.copied(tmp_path)


@pytest.fixture
def clock() -> Clock:
    """A little later on that day."""
    return Clock(TODAY + timedelta(hours=1))


@pytest.fixture
def desk(place: Place, clock: Clock) -> Iterator[tuple[AccessLog, Checkpoints]]:
    """The log open for writing."""
    with session(place, clock) as opened:
        yield opened


def approvals(clock: Clock, *people: object) -> tuple[Approval, ...]:
    return tuple(Approval(who, clock(), "Säilytysaika päättynyt") for who in people)  # type: ignore[arg-type]


def planned(log: AccessLog, clock: Clock, *months: Month) -> DisposalPlan:
    return propose(log, REGISTER.key, OLD, months, clock())


def disposed(desk: tuple[AccessLog, Checkpoints], clock: Clock, *months: Month) -> DisposalRecord:
    log, seals = desk
    plan = planned(log, clock, *months)
    return dispose(log, seals, plan, approvals(clock, MAIJA), CONTEXT, clock)


def test_months_are_due_when_all_of_them_is_twelve_years_old(
    desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, _ = desk

    assert [each.month for each in due(log, REGISTER.key, clock())] == [JANUARY, FEBRUARY, MARCH]
    early = datetime(2025, 2, 28, 21, 59, tzinfo=UTC)
    assert [each.month for each in due(log, REGISTER.key, early)] == [JANUARY]
    assert [each.month for each in due(log, REGISTER.key, early + timedelta(minutes=1))] == [
        JANUARY,
        FEBRUARY,
    ]


def test_a_clock_set_forward_makes_nothing_due(
    desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, _ = desk
    clock.now = datetime(2060, 1, 1, tzinfo=UTC)

    assert max(each.month for each in due(log, REGISTER.key, clock())) == MARCH
    with pytest.raises(DisposalRefused):
        propose(log, REGISTER.key, TreeName(REGISTER.key, 2026), [Month(2026, 11)], clock())
    with pytest.raises(DisposalRefused):
        _ = LogTime(clock(), None).believed


def test_what_is_disposed_of_is_gone_and_the_log_still_holds(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, _ = desk
    record = disposed(desk, clock, JANUARY, FEBRUARY)

    assert record.plan.count == 580
    assert log.count(EventFilter(client=GONE, register=REGISTER.key)) == 4  # of 2026
    assert log.count(EventFilter(client=KEPT, register=REGISTER.key)) == 40
    assert log.count(EventFilter(client="hävitetty", register=REGISTER.key)) == 0
    assert log.event(record.event).kind is EventKind.LOG_DISPOSAL
    report = place.verified()
    assert report.faults == ()
    assert report.trees[0].disposed == 580


def test_a_search_does_not_keep_what_it_saw_before_the_disposal(
    desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, _ = desk
    asked = EventFilter(client="hävitetty", register=REGISTER.key)
    seen = log.search(asked, limit=10)
    months = log.facets(EventFilter(register=REGISTER.key)).months

    disposed(desk, clock, JANUARY, FEBRUARY)

    assert len(seen.events) == 10
    assert log.search(asked).events == ()
    with pytest.raises(LookupError):
        log.search(asked, before=seen.before)
    left = log.facets(EventFilter(register=REGISTER.key)).months
    # The opening event of the year stays.
    assert [share.key for share in months[:3]] == ["2013-01", "2013-02", "2013-03"]
    assert (left[0].key, left[0].count) == ("2013-01", 1)
    assert left[1] == months[2]


def test_every_later_proof_holds_after_a_disposal(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    disposed(desk, clock, FEBRUARY)

    with closing(place.folder.reader(OLD)) as connection, snapshot(connection):
        rows = connection.execute("SELECT size, note FROM checkpoint ORDER BY id").fetchall()
        roots = {size: Checkpoint.parse(Note.parse(note).text).root for size, note in rows}
        assert len(roots) >= 5
        nodes = Nodes(connection, "old")
        for size, root in roots.items():
            assert nodes.root(size) == root
        last = max(roots)
        for (seq,) in connection.execute("SELECT seq FROM event").fetchall():
            proof = prove_event(connection, "old", seq, last)
            assert proof.root == roots[last]
            assert proof_holds(proof)
        for one in roots:
            growth = prove_growth(connection, "old", one, last)
            assert is_consistent(one, roots[one], last, roots[last], growth.path)
        with pytest.raises(LookupError):
            prove_event(connection, "old", 400, last)


def test_the_text_is_in_no_file_afterwards(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock, tmp_path: Path
) -> None:
    disposed(desk, clock, JANUARY, FEBRUARY)

    key = place.folder.key_of(OLD)
    plain = tmp_path / "plain.db"
    with closing(connect(place.file(2013), key)) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')")
    data = plain.read_bytes()
    assert KEPT.encode() in data
    assert "Kaisa Kesäinen".encode() in data
    for trace in (GONE, "Heikki Hävitetty", "hävitetty", "99999990.1.", "99999990.2."):
        assert trace.encode() not in data
    beside = {path.name for path in place.file(2013).parent.glob("*2013*")}
    assert beside == {"kayttoloki-2013.db", "kayttoloki-2013.sinetti.txt"}


def test_the_old_key_is_destroyed_and_opens_nothing(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    before, backup = place.folder.key_of(OLD), place.file(2013).read_bytes()
    disposed(desk, clock, JANUARY)
    after = place.folder.key_of(OLD)

    assert after != before
    assert before
    keys = (place.base / "log-keys.json").read_text()
    assert place.folder.keys is not None
    assert len(keys) > 0
    (place.base / "backup.db").write_bytes(backup)
    with (
        closing(connect(place.base / "backup.db", after)) as connection,
        pytest.raises(Error, match="not a database"),
    ):
        connection.execute("SELECT count(*) FROM event").fetchone()


def test_what_a_hold_keeps_stays(desk: tuple[AccessLog, Checkpoints], clock: Clock) -> None:
    log, seals = desk
    hold = Hold.new("Tutkinta 1/2026", date(2027, 1, 1), document="1.2.246.10.99999990.1.7")
    log.record(act(EventKind.LOG_HOLD), Outcome(Phase.DONE, evidence=hold.evidence))
    assert [each.number for each in holds(log, REGISTER.key)] == [hold.number]

    plan = planned(log, clock, JANUARY)
    assert (plan.count, plan.held, plan.holds) == (298, 2, (hold.number,))
    dispose(log, seals, plan, approvals(clock, MAIJA), CONTEXT, clock)
    kept = log.search(EventFilter(document="1.2.246.10.99999990.1.7", register=REGISTER.key))
    assert len(kept.events) == 2
    assert log.verify().faults == ()

    log.record(act(EventKind.LOG_HOLD), Outcome(Phase.DONE, evidence=hold.lifting))
    assert holds(log, REGISTER.key) == ()
    assert planned(log, clock, JANUARY).count == 2


def test_two_persons_must_approve_where_the_controller_wants_it(
    desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, seals = desk
    plan = planned(log, clock, JANUARY)

    for who in ((), (MAIJA,), (MAIJA, MAIJA)):
        with pytest.raises(DisposalRefused, match="persons must approve"):
            dispose(log, seals, plan, approvals(clock, *who), CONTEXT, clock, persons=2)
    record = dispose(log, seals, plan, approvals(clock, MAIJA, PEKKA), CONTEXT, clock, persons=2)
    assert PEKKA.user_id in log.event(record.event).evidence


def test_a_log_that_does_not_hold_is_not_disposed_of(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, seals = desk
    plan = planned(log, clock, JANUARY)
    with closing(place.folder.writer(OLD)) as connection:
        connection.execute("DROP TRIGGER node_no_update")
        connection.execute("UPDATE node SET hash = zeroblob(32) WHERE position = 0")

    with pytest.raises(DisposalRefused, match="does not hold"):
        dispose(log, seals, plan, approvals(clock, MAIJA), CONTEXT, clock)
    # A name finds the person, and so the four events of 2026 too.
    assert log.count(EventFilter(client="hävitetty", register=REGISTER.key)) == 584


def test_a_plan_that_is_no_longer_true_is_refused(
    desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    log, seals = desk
    plan = planned(log, clock, JANUARY)
    hold = Hold.new("Tutkinta 2/2026", date(2027, 1, 1), client=GONE)
    log.record(act(EventKind.LOG_HOLD), Outcome(Phase.DONE, evidence=hold.evidence))

    with pytest.raises(DisposalRefused, match="changed"):
        dispose(log, seals, plan, approvals(clock, MAIJA), CONTEXT, clock)


def test_the_months_that_are_left_can_go_later(
    place: Place, desk: tuple[AccessLog, Checkpoints], clock: Clock
) -> None:
    for month in (FEBRUARY, JANUARY, MARCH):
        disposed(desk, clock, month)

    assert place.verified().faults == ()
    assert due(desk[0], REGISTER.key, clock()) == ()
    assert place.verified().trees[0].disposed == 620


def test_a_renewal_that_was_cut_short_is_settled_by_what_opens(place: Place) -> None:
    folder = place.folder
    assert folder.keys is not None
    name, key = folder.key_name(OLD), folder.key_of(OLD)
    folder.keys.put(f"{name} next", bytes(32))
    place.file(2013).with_name("kayttoloki-2013.db.uusi").write_bytes(b"half")
    finish(folder)
    assert folder.key_of(OLD) == key
    assert folder.keys.get(f"{name} next") is None

    folder.keys.put(f"{name} next", key or b"")
    folder.keys.put(name, bytes(32))
    finish(folder)
    assert folder.key_of(OLD) == key
    assert verify(folder, Clock(TODAY + timedelta(days=1))).faults == ()
    assert not list(place.base.glob("log/*/*.uusi"))
