"""The access log: durable, in order, by one writer, over the years."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.files import connect_writer
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.store import Order
from kanta_desk.errors import LogDamaged, LogLocked, LogUnavailable
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    Intent,
    Outcome,
    Phase,
    Subject,
)
from tests.helpers.events import CLIENT, DONE, MAIJA, PEKKA, Clock, act, fill, open_log
from tests.helpers.tree import ROOT

FILE = "kayttoloki-2026.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "accesslog"


@pytest.fixture
def log(folder: Path) -> Iterator[AccessLog]:
    with closing(open_log(folder)) as opened:
        yield opened


def everything(log: AccessLog) -> list[Event]:
    return [log.event(seq) for seq in range(1, log.head().size + 1)]


def test_an_act_leaves_its_intent_and_how_it_ended(log: AccessLog) -> None:
    intent = act(EventKind.SEARCH, client_id=CLIENT, query="palvelutehtävä=1")

    first = log.intend(intent)
    told = Subject(client_name="Aino Esimerkki", documents=("1.2.3", "1.2.4"))
    second = log.settle(first, Outcome(Phase.DONE, result_count=2, subject=told))

    before, after = log.event(first), log.event(second)
    assert (first, second) == (1, 2)
    assert (before.phase, before.intent_seq) == (Phase.INTENT, None)
    assert (after.phase, after.intent_seq, after.result_count) == (Phase.DONE, first, 2)
    assert after.actor == before.actor == MAIJA
    assert after.subject.documents == ("1.2.3", "1.2.4")
    assert after.subject.query == before.subject.query == "palvelutehtävä=1"
    assert (after.register, after.purpose) == ("1", "1")
    assert (after.workstation, after.os_user, after.software) == (
        "TYO-1",
        "maija",
        "Kanta Desk 0.1.0",
    )


def test_an_event_complete_in_itself_is_one_event_with_its_evidence(log: AccessLog) -> None:
    seq = log.record(act(EventKind.UNLOCK), Outcome(Phase.DONE, evidence='{"signature":"…"}'))

    assert log.event(seq).evidence == '{"signature":"…"}'
    assert log.event(seq).intent_seq is None


def test_what_the_law_asks_for_is_demanded_and_nothing_is_written_without(log: AccessLog) -> None:
    with pytest.raises(ValueError, match="mandatory"):
        log.intend(act(actor=Actor("", "")))
    with pytest.raises(ValueError, match="mandatory"):
        log.record(Intent(EventKind.VIEW, MAIJA, None), DONE)

    assert log.head().size == 0
    assert log.intend(act()) == 1


def test_an_intent_is_settled_once_and_only_an_intent(log: AccessLog) -> None:
    seq = log.intend(act())
    settled = log.settle(seq, DONE)

    for wrong in (seq, settled, 0, 99):
        with pytest.raises(ValueError, match="no open intent"):
            log.settle(wrong, DONE)
    with pytest.raises(ValueError, match="not an intent"):
        log.settle(log.intend(act()), Outcome(Phase.INTENT))


def test_an_event_that_is_not_there_is_told_so(log: AccessLog) -> None:
    with pytest.raises(LookupError):
        log.event(1)
    with pytest.raises(LookupError):
        log.prove(1)


def test_the_head_grows_with_every_event_and_survives_closing(folder: Path) -> None:
    heads = set()
    with closing(open_log(folder)) as log:
        for _ in range(5):
            log.record(act(), DONE)
            heads.add(str(log.head()))
        last = log.head()
    with closing(open_log(folder)) as log:
        assert log.head() == last
        assert log.record(act(), DONE) == 6
    assert len(heads) == 5


@pytest.mark.parametrize("count", [0, 1, 255, 256, 257, 513])
def test_a_log_of_any_size_opens_again_at_its_head(folder: Path, count: int) -> None:
    with closing(open_log(folder)) as log:
        fill(log, count)
        head = log.head()
    with closing(open_log(folder)) as log:
        assert log.head() == head
        fill(log, 3)
        assert log.verify().intact
        assert log.verify().root == log.head().root.hex()


def test_events_from_many_threads_are_numbered_without_gaps(log: AccessLog) -> None:
    def work(number: int) -> tuple[int, int]:
        seq = log.intend(act(document_oid=f"1.2.{number}"))
        return seq, log.settle(seq, DONE)

    with ThreadPoolExecutor(8) as pool:
        pairs = list(pool.map(work, range(60)))

    assert sorted(seq for pair in pairs for seq in pair) == list(range(1, 121))
    for number, (first, second) in enumerate(pairs):
        assert log.event(second).intent_seq == first
        assert log.event(first).subject.document_oid == f"1.2.{number}"
    assert log.verify().intact


def test_what_waits_for_the_disk_goes_there_in_one_transaction(
    folder: Path, log: AccessLog
) -> None:
    answers: list[Future[Event]] = [Future() for _ in range(40)]
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for answer in answers:
            log._orders.put((Order(intent=act()), answer))
        other.execute("ROLLBACK")
    events = [answer.result() for answer in answers]

    assert [event.seq for event in events] == list(range(1, 41))
    assert len({event.time for event in events}) <= 2


def test_a_faulty_event_does_not_take_its_neighbours_with_it(folder: Path, log: AccessLog) -> None:
    orders = [Order(intent=act()), Order(intent=act(actor=Actor("", ""))), Order(settles=77)]
    answers: list[Future[Event]] = [Future() for _ in (*orders, 1)]
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for order, answer in zip((*orders, Order(intent=act())), answers, strict=True):
            log._orders.put((order, answer))
        other.execute("ROLLBACK")

    assert [answers[0].result().seq, answers[3].result().seq] == [1, 2]
    assert isinstance(answers[1].exception(), ValueError)
    assert isinstance(answers[2].exception(), ValueError)


def test_only_one_log_writes_a_folder_in_this_process_or_another(folder: Path) -> None:
    with closing(open_log(folder)):
        with pytest.raises(LogLocked):
            open_log(folder)
        other = subprocess.run(
            [sys.executable, "-c", _OPEN, str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert other.stdout.strip() == "LogLocked", other.stderr
    open_log(folder).close()


_OPEN = """
import sys
from pathlib import Path
from kanta_desk.errors import LogError
from tests.helpers.events import open_log
try:
    open_log(Path(sys.argv[1])).close()
except LogError as error:
    print(type(error).__name__)
"""

_WRITE = """
import sys
from pathlib import Path
from tests.helpers.events import DONE, act, open_log
log = open_log(Path(sys.argv[1]))
for number in range(1000000):
    seq = log.intend(act(document_oid=f"1.2.{number}"))
    print(seq, flush=True)
    if number % 3:
        print(log.settle(seq, DONE), flush=True)
"""


@pytest.mark.parametrize("events", [1, 40, 300])
def test_nothing_that_was_acknowledged_is_lost_when_the_program_is_killed(
    folder: Path, events: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(events)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
    assert writer.returncode == -signal.SIGKILL

    with closing(open_log(folder)) as log:
        kept = everything(log)
        settled = {event.intent_seq for event in kept}
        assert [event.seq for event in kept][: len(acknowledged)] == acknowledged
        assert len(kept) - len(acknowledged) in (0, 1)
        assert [event.seq for event in log.unsettled()] == [
            event.seq for event in kept if event.phase is Phase.INTENT and event.seq not in settled
        ]
        assert log.verify().intact


def test_an_intent_of_a_crashed_session_is_shown_until_it_is_settled(folder: Path) -> None:
    with closing(open_log(folder)) as log:
        lost = log.intend(act(client_id=CLIENT))
        log.settle(log.intend(act()), DONE)
        assert log.unsettled() == ()

    with closing(open_log(folder)) as log:
        running = log.intend(act(actor=PEKKA))
        (found,) = log.unsettled()
        assert (found.seq, found.subject.client_id) == (lost, CLIENT)

        seq = log.settle(lost, Outcome(Phase.UNKNOWN))
        assert log.unsettled() == ()
        assert log.event(seq).actor == MAIJA
        log.settle(running, DONE)


def test_a_closed_log_says_so_and_can_be_closed_twice(folder: Path) -> None:
    log = open_log(folder)
    log.close()
    log.close()

    with pytest.raises(LogUnavailable):
        log.intend(act())
    with pytest.raises(LogUnavailable):
        log.search(EventFilter())


def test_a_folder_that_cannot_be_made_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(LogUnavailable) as caught:
        open_log(tmp_path / "file" / "accesslog")

    assert caught.value.fields["reason"]


def test_a_full_disk_stops_writing_and_nothing_else_and_passes(log: AccessLog) -> None:
    intent = log.intend(act())
    connection = log._writer._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    head = log.head()

    with pytest.raises(LogUnavailable, match="full"):
        log.record(act(query="x" * 9000), DONE)

    assert log.head() == head
    assert log.search(EventFilter()).total == head.size
    connection.execute("PRAGMA max_page_count = 1000000")
    assert log.settle(intent, DONE) == head.size + 1
    assert log.verify().intact


def test_a_file_that_is_no_log_is_not_touched(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"this is a text, not a database, and longer than a header" * 10)

    with pytest.raises(LogDamaged):
        open_log(folder)

    (folder / FILE).unlink()
    with closing(sqlite3.connect(folder / FILE)) as other:
        other.execute("CREATE TABLE mine(x)")
    with pytest.raises(LogDamaged):
        open_log(folder)
    with closing(sqlite3.connect(folder / FILE)) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["mine"]


def test_a_file_of_a_newer_program_is_left_alone(folder: Path) -> None:
    open_log(folder).close()
    with closing(sqlite3.connect(folder / FILE)) as other:
        other.execute("PRAGMA user_version = 999")

    with pytest.raises(LogUnavailable, match="newer"):
        open_log(folder)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET entry = '[]' WHERE seq = 1",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event(seq, entry, leaf_hash) SELECT 1, entry, leaf_hash FROM event",
        "INSERT INTO event(seq, entry, leaf_hash) VALUES (99, '[]', zeroblob(32))",
        "UPDATE node SET hash = zeroblob(32)",
        "DELETE FROM node",
        "UPDATE start SET size = 5",
        "DELETE FROM touched",
        "DELETE FROM name_word",
    ],
)
def test_events_cannot_be_changed_or_removed_by_mistake(folder: Path, statement: str) -> None:
    with closing(open_log(folder)) as log:
        fill(log, 256)
    with (
        closing(sqlite3.connect(folder / FILE)) as other,
        pytest.raises(sqlite3.IntegrityError, match="access log"),
    ):
        other.execute(statement)


def test_a_reader_cannot_write(log: AccessLog) -> None:
    log.record(act(), DONE)
    with (
        log._readers.borrowed() as files,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        files[0].connection.execute("DELETE FROM open_intent")


def test_a_commit_is_as_durable_as_sqlite_can_make_it(log: AccessLog) -> None:
    def pragma(name: str) -> object:
        return log._writer._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 3)
    assert pragma("secure_delete") == 1


def test_an_event_can_be_proven_to_anyone_who_knows_the_root(log: AccessLog) -> None:
    fill(log, 700)

    for seq in (1, 2, 256, 257, 512, 699, 700):
        proof = log.prove(seq)
        assert holds(proof)
        assert (proof.size, proof.root) == (700, log.head().root)
        assert log.event(seq).event_id.encode() in proof.entry


class TestYears:
    """The turn of the year: a new file, one log."""

    @pytest.fixture
    def clock(self) -> Clock:
        return Clock(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))

    def test_each_year_has_its_file_and_numbers_and_tree_run_on(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 300)
            intent = log.intend(act(client_id=CLIENT))
            clock.now = datetime(2027, 1, 1, 0, 0, 1, tzinfo=UTC)
            settled = log.settle(intent, DONE)
            fill(log, 300)

            assert (intent, settled) == (301, 302)
            assert log.event(intent).time.year == 2026
            assert log.event(settled).time.year == 2027
            assert log.search(EventFilter()).total == 602
            assert all(holds(log.prove(seq)) for seq in (1, 256, 257, 301, 302, 512, 513, 602))
            report = log.verify()
            assert report.intact
            assert report.files == ("kayttoloki-2026.db", "kayttoloki-2027.db")
            assert (report.size, report.root) == (602, log.head().root.hex())
            head = log.head()
        with closing(open_log(folder, clock)) as log:
            assert log.head() == head
            assert log.unsettled() == ()

    def test_an_intent_of_last_year_is_still_open_after_a_crash(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            lost = log.intend(act(client_id=CLIENT))
            clock.now = datetime(2028, 2, 1, tzinfo=UTC)
            log.record(act(), DONE)
        with closing(open_log(folder, clock)) as log:
            assert [event.seq for event in log.unsettled()] == [lost]
            log.settle(lost, Outcome(Phase.UNKNOWN))
            assert log.verify().intact
        with closing(open_log(folder, clock)) as log:
            assert log.unsettled() == ()

    def test_a_clock_set_back_leads_to_no_older_file(self, folder: Path, clock: Clock) -> None:
        with closing(open_log(folder, clock)) as log:
            clock.now = datetime(2027, 1, 1, tzinfo=UTC)
            log.record(act(), DONE)
            clock.now = datetime(2026, 6, 1, tzinfo=UTC)
            seq = log.record(act(), DONE)
            assert log.event(seq).time.month == 6
        with closing(open_log(folder, clock)) as log:
            log.record(act(), DONE)
            assert log.verify().intact
            years = sorted(path.name for path in folder.glob("*.db"))
        assert years == ["kayttoloki-2026.db", "kayttoloki-2027.db"]

    def test_a_file_that_was_made_but_not_begun_is_begun_where_the_log_stands(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            fill(log, 5)
        connect_writer(folder / "kayttoloki-2027.db").close()

        clock.now += timedelta(days=1)
        with closing(open_log(folder, clock)) as log:
            assert log.search(EventFilter()).total == 5
            assert log.record(act(), DONE) == 6
            assert log.verify().intact

    def test_readers_that_were_there_before_see_the_new_year(
        self, folder: Path, clock: Clock
    ) -> None:
        with closing(open_log(folder, clock)) as log:
            log.record(act(), DONE)
            assert log.search(EventFilter()).total == 1
            clock.now += timedelta(days=1)
            log.record(act(), DONE)
            assert [event.seq for event in log.search(EventFilter()).events] == [2, 1]
