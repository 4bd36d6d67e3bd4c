"""The access log: durable, in order, by one writer, over the years."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.accesslog.driver import Connection, Error, connect
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.log import AccessLog, Answer
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.store import Order
from kanta_desk.errors import LogDamaged, LogKeyMissing, LogLocked, LogUnavailable
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventRef,
    Intent,
    LogHead,
    Outcome,
    Phase,
    Subject,
    TreeName,
)
from tests.helpers.events import (
    CLIENT,
    CONTEXT,
    DONE,
    MAIJA,
    PEKKA,
    REGISTER,
    Clock,
    act,
    fill,
    log_folder,
    open_log,
)
from tests.helpers.tree import ROOT

TREE = TreeName(REGISTER.key, 2026)
NO_PURPOSE = replace(CONTEXT, purpose=replace(CONTEXT.purpose, code=""))
OTHER = replace(CONTEXT, register=replace(REGISTER, code=replace(REGISTER.code, value="2")))


def at(seq: int, year: int = 2026) -> EventRef:
    return EventRef(REGISTER.key, year, seq)


def beside(folder: Path) -> Connection:
    """Another connection that may write the year's file."""
    return log_folder(folder).writer(TREE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "accesslog"


@pytest.fixture
def log(folder: Path) -> Iterator[AccessLog]:
    with closing(open_log(folder)) as opened:
        yield opened


def everything(log: AccessLog) -> list[Event]:
    """All events of the register's year but the opening one."""
    head = log.head().of(TREE)
    return [log.event(at(seq)) for seq in range(2, head.size + 1)] if head else []


def test_an_act_leaves_its_intent_and_how_it_ended(log: AccessLog) -> None:
    intent = act(EventKind.SEARCH, client_id=CLIENT, query="palvelutehtävä=1")

    first = log.intend(intent)
    told = Subject(client_name="Aino Esimerkki", documents=("1.2.3", "1.2.4"))
    second = log.settle(first, Outcome(Phase.DONE, result_count=2, subject=told))

    before, after = log.event(first), log.event(second)
    assert (first, second) == (at(2), at(3))
    assert (before.phase, before.intent_ref) == (Phase.INTENT, None)
    assert (after.phase, after.intent_ref, after.result_count) == (Phase.DONE, first, 2)
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
    assert log.event(seq).intent_ref is None


def test_what_the_law_asks_for_is_demanded_and_nothing_is_written_without(log: AccessLog) -> None:
    with pytest.raises(ValueError, match="mandatory"):
        log.intend(act(actor=Actor("", "")))
    with pytest.raises(ValueError, match="mandatory"):
        log.record(Intent(EventKind.VIEW, MAIJA, NO_PURPOSE), DONE)

    assert everything(log) == []
    assert log.intend(act()) == at(2)


def test_an_intent_is_settled_once_and_only_an_intent(log: AccessLog) -> None:
    seq = log.intend(act())
    settled = log.settle(seq, DONE)

    for wrong in (seq, settled, at(1), at(99), EventRef("1.2/3", 2026, 2)):
        with pytest.raises(ValueError, match="no open intent"):
            log.settle(wrong, DONE)
    with pytest.raises(ValueError, match="not an intent"):
        log.settle(log.intend(act()), Outcome(Phase.INTENT))


def test_an_event_that_is_not_there_is_told_so(log: AccessLog) -> None:
    with pytest.raises(LookupError):
        log.event(at(1))
    with pytest.raises(LookupError):
        log.prove(at(1))


def test_the_head_grows_with_every_event_and_survives_closing(folder: Path) -> None:
    heads = set()
    with closing(open_log(folder)) as log:
        for _ in range(5):
            log.record(act(), DONE)
            heads.add(str(log.head()))
        last = log.head()
    with closing(open_log(folder)) as log:
        assert log.head() == last
        assert log.record(act(), DONE) == at(7)
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
        assert log.verify().size == log.head().size


def test_events_from_many_threads_are_numbered_without_gaps(log: AccessLog) -> None:
    def work(number: int) -> tuple[EventRef, EventRef]:
        seq = log.intend(act(document_oid=f"1.2.{number}"))
        return seq, log.settle(seq, DONE)

    with ThreadPoolExecutor(8) as pool:
        pairs = list(pool.map(work, range(60)))

    assert sorted(ref for pair in pairs for ref in pair) == [at(seq) for seq in range(2, 122)]
    for number, (first, second) in enumerate(pairs):
        assert log.event(second).intent_ref == first
        assert log.event(first).subject.document_oid == f"1.2.{number}"
    assert log.verify().intact


def test_what_waits_for_the_disk_goes_there_in_one_transaction(
    folder: Path, log: AccessLog
) -> None:
    log.record(act(), DONE)
    answers = [Answer() for _ in range(40)]
    with closing(beside(folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        for answer in answers:
            log._orders.put((Order(intent=act()), answer))
        other.execute("ROLLBACK")
    events = [event for answer in answers if (event := answer.result())]

    assert [event.seq for event in events] == list(range(3, 43))
    assert len({event.time for event in events}) <= 2


def test_a_faulty_event_does_not_take_its_neighbours_with_it(folder: Path, log: AccessLog) -> None:
    orders = [Order(intent=act()), Order(intent=act(actor=Actor("", ""))), Order(settles=at(77))]
    log.record(act(), DONE)
    answers = [Answer() for _ in (*orders, 1)]
    with closing(beside(folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        for order, answer in zip((*orders, Order(intent=act())), answers, strict=True):
            log._orders.put((order, answer))
        other.execute("ROLLBACK")

    written = [answers[0].result(), answers[3].result()]
    assert [event and event.ref for event in written] == [at(3), at(4)]
    with pytest.raises(ValueError, match="mandatory"):
        answers[1].result()
    with pytest.raises(ValueError, match="no open intent"):
        answers[2].result()


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
from tests.helpers.events import (
    CLIENT,
    CONTEXT,
    DONE,
    MAIJA,
    PEKKA,
    REGISTER,
    Clock,
    act,
    fill,
    log_folder,
    open_log,
)
try:
    open_log(Path(sys.argv[1])).close()
except LogError as error:
    print(type(error).__name__)
"""

_WRITE = """
import sys
from pathlib import Path
from tests.helpers.events import (
    CLIENT,
    CONTEXT,
    DONE,
    MAIJA,
    PEKKA,
    REGISTER,
    Clock,
    act,
    fill,
    log_folder,
    open_log,
)
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
        acknowledged = [EventRef.parse(writer.stdout.readline()) for _ in range(events)]
        writer.kill()
        acknowledged += [EventRef.parse(line) for line in writer.stdout if line.endswith("\n")]
    assert writer.returncode == -signal.SIGKILL

    with closing(open_log(folder)) as log:
        kept = everything(log)
        settled = {event.intent_ref for event in kept}
        assert [event.ref for event in kept][: len(acknowledged)] == acknowledged
        assert len(kept) - len(acknowledged) in (0, 1)
        assert [event.ref for event in log.unsettled()] == [
            event.ref for event in kept if event.phase is Phase.INTENT and event.ref not in settled
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
        assert (found.ref, found.subject.client_id) == (lost, CLIENT)

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
    connection = log._writer._books[REGISTER.key]._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    head = log.head()

    with pytest.raises(LogUnavailable, match="full"):
        log.record(act(query="x" * 9000), DONE)

    assert log.head() == head
    assert log.count(EventFilter()) == head.size
    connection.execute("PRAGMA max_page_count = 1000000")
    assert log.settle(intent, DONE) == at(head.size + 1)
    assert log.verify().intact


def test_a_file_that_is_no_log_is_not_touched(folder: Path) -> None:
    place = log_folder(folder).file_of(TREE)
    place.parent.mkdir(parents=True)
    text = b"this is a text, not a database, and longer than a header" * 10
    place.write_bytes(text)
    with pytest.raises(LogKeyMissing):
        open_log(folder)
    assert place.read_bytes() == text

    place.unlink()
    with closing(connect(place, None)) as other:
        other.execute("CREATE TABLE mine(x)")
    with pytest.raises(LogDamaged):
        open_log(folder)
    with closing(connect(place, None)) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["mine"]


def test_a_file_of_a_newer_program_is_left_alone(folder: Path) -> None:
    with closing(open_log(folder)) as log:
        log.record(act(), DONE)
    with closing(beside(folder)) as other:
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
        "INSERT INTO event(seq, entry, leaf_hash) VALUES (999, '[]', zeroblob(32))",
        "UPDATE node SET hash = zeroblob(32)",
        "DELETE FROM node",
        "UPDATE checkpoint SET note = ''",
        "DELETE FROM checkpoint",
    ],
)
def test_events_cannot_be_changed_or_removed_by_mistake(folder: Path, statement: str) -> None:
    with closing(open_log(folder)) as log:
        fill(log, 256)
        log.keep_note(log.head().trees[0], "huomautus")
    with closing(beside(folder)) as other, pytest.raises(Error, match="access log"):
        other.execute(statement)


def test_a_reader_cannot_write(log: AccessLog) -> None:
    log.record(act(), DONE)
    with (
        log._readers.borrowed() as files,
        pytest.raises(Error, match="readonly"),
    ):
        files[0].connection.execute("DELETE FROM open_intent")


def test_a_commit_is_as_durable_as_sqlite_can_make_it(log: AccessLog) -> None:
    log.record(act(), DONE)

    def pragma(name: str) -> object:
        return log._writer._books[REGISTER.key]._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 3)
    assert pragma("secure_delete") == 1


def test_while_nobody_writes_the_wal_is_emptied_and_made_long_for_what_comes(
    folder: Path, log: AccessLog
) -> None:
    fill(log, 70)
    file = log_folder(folder).file_of(TREE)
    wal = Path(f"{file}-wal")
    short, pages = wal.stat().st_size, file.stat().st_size

    log._writer.rest()
    long = wal.stat().st_size
    fill(log, 70)

    assert short < 2**23 < 2**24 <= long
    assert wal.stat().st_size == long
    # The file took in the events, and nothing of what the WAL was lengthened with.
    assert pages < file.stat().st_size < 2**20
    assert log.verify().intact


def test_where_there_is_no_room_for_a_long_wal_the_log_goes_on_without(log: AccessLog) -> None:
    fill(log, 3)
    connection = log._writer._books[REGISTER.key]._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    log._writer.rest()
    fill(log, 3)

    assert log.verify().intact


def test_an_event_can_be_proven_to_anyone_who_knows_the_root(log: AccessLog) -> None:
    fill(log, 700)

    head = log.head().trees[0]
    for seq in (1, 2, 256, 257, 512, 700, 701):
        proof = log.prove(at(seq))
        assert holds(proof)
        assert (proof.size, proof.root) == (701, head.root)
        assert decode(proof.entry, bytes(32), TREE).event_id == log.event(at(seq)).event_id


def test_every_commit_is_told_with_its_head(folder: Path) -> None:
    told: list[LogHead] = []
    with closing(
        AccessLog.open(
            log_folder(folder),
            workstation="w",
            os_user="u",
            software="s",
            clock=Clock(),
            on_commit=told.append,
        )
    ) as log:
        fill(log, 4)
        last = log.head()

    assert [head.size for head in told] == [2, 3, 4, 5]
    assert told[-1] == last


def test_a_note_is_kept_with_its_tree_and_only_with_one_that_is_written(
    folder: Path, log: AccessLog
) -> None:
    log.record(act(), DONE)
    (head,) = log.head().trees
    log.keep_note(head, "huomautus\n")

    with closing(beside(folder)) as other:
        kept = other.execute("SELECT size, note FROM checkpoint").fetchall()
    assert kept == [(2, "huomautus\n")]
    for wrong in (replace(head, size=9), replace(head, tree=TreeName(REGISTER.key, 2020))):
        with pytest.raises(ValueError, match="being written"):
            log.keep_note(wrong, "x")
