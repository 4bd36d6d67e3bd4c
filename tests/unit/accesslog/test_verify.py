"""Verification: whatever is done to the files behind the program's back is found and named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.accesslog.verify import MAX_FAULTS, verify
from kanta_desk.errors import Cancelled, LogDamaged
from kanta_desk.model.logreport import FaultKind, VerifyReport
from tests.helpers.events import CLIENT, DONE, MAIJA, Clock, act, fill, open_log

FIRST, SECOND = "kayttoloki-2026.db", "kayttoloki-2027.db"
LAST_OF_FIRST, SIZE = 600, 900

Found = tuple[FaultKind, int, int]
Change = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 600 events in one year and 300 in the next, closed."""
    folder = tmp_path_factory.mktemp("sound")
    clock = Clock(datetime(2026, 12, 1, tzinfo=UTC))
    with closing(open_log(folder, clock)) as log:
        fill(log, 598)
        log.record(act(client_id=CLIENT, client_name="Aino Esimerkki", documents=("1.7",)), DONE)
        log.intend(act(client_id=CLIENT))
        clock.now = datetime(2027, 1, 2, tzinfo=UTC)
        fill(log, 300)
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy of it to do harm to."""
    return Path(shutil.copytree(sound, tmp_path / "accesslog"))


def harm(folder: Path, change: Change | str, file: str = FIRST) -> None:
    """Change a file as someone would who has the rights to it and SQLite."""
    with closing(sqlite3.connect(folder / file, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        if isinstance(change, str):
            connection.execute(change)
        else:
            change(connection)


def found(folder: Path) -> list[Found]:
    return [(fault.kind, fault.seq_from, fault.seq_to) for fault in check(folder).faults]


def check(folder: Path) -> VerifyReport:
    return verify(folder, Clock())


def forged(connection: sqlite3.Connection, seq: int) -> tuple[str, bytes]:
    """Another client in the event, with a leaf hash that fits."""
    (text,) = connection.execute("SELECT entry FROM event WHERE seq = ?", (seq,)).fetchone()
    text = text.replace(MAIJA.user_id, "99900099999")
    return text, leaf_hash(text.encode())


def rewrite(seq: int) -> Change:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute(
            "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = ?",
            (*forged(connection, seq), seq),
        )

    return change


def swap(one: int, other: int) -> Change:
    def change(connection: sqlite3.Connection) -> None:
        for old, new in ((one, -1), (other, one), (-1, other)):
            connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))

    return change


def add_at_the_end(connection: sqlite3.Connection) -> None:
    text, _ = forged(connection, 7)
    text = text.replace("[1,7,", "[1,601,")
    connection.execute(
        "INSERT INTO event(seq, entry, leaf_hash) VALUES (601, ?, ?)",
        (text, leaf_hash(text.encode())),
    )


def test_a_sound_log_is_found_sound_and_its_root_recomputed(folder: Path) -> None:
    report = check(folder)

    assert report.intact
    assert report.faults == ()
    assert report.size == SIZE
    assert report.files == (FIRST, SECOND)
    with closing(open_log(folder, Clock(datetime(2027, 1, 3, tzinfo=UTC)))) as log:
        assert report.root == log.head().root.hex()
        assert holds(log.prove(LAST_OF_FIRST))


def test_an_empty_folder_and_an_empty_log_are_sound(tmp_path: Path) -> None:
    assert check(tmp_path).intact
    open_log(tmp_path).close()
    assert check(tmp_path).intact
    assert check(tmp_path).size == 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 17",
         [(FaultKind.ENTRY, 17, 17)]),
        ("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq IN (17, 18, 599)",
         [(FaultKind.ENTRY, 17, 17), (FaultKind.ENTRY, 18, 18), (FaultKind.ENTRY, 599, 599)]),
        ("UPDATE event SET leaf_hash = zeroblob(32) WHERE seq = 300",
         [(FaultKind.ENTRY, 300, 300)]),
        ("UPDATE event SET entry = '[1]', leaf_hash = zeroblob(32) WHERE seq = 1",
         [(FaultKind.ENTRY, 1, 1)]),
        (rewrite(300), [(FaultKind.TREE, 257, 512)]),
        (rewrite(1), [(FaultKind.TREE, 1, 256)]),
        (rewrite(555), [(FaultKind.TREE, 513, 600)]),
        ("DELETE FROM event WHERE seq = 300", [(FaultKind.NUMBER, 300, 300)]),
        ("DELETE FROM event WHERE seq BETWEEN 100 AND 399", [(FaultKind.NUMBER, 100, 399)]),
        ("DELETE FROM event WHERE seq = 1", [(FaultKind.NUMBER, 1, 1)]),
        ("DELETE FROM event WHERE seq > 590", [(FaultKind.HEAD, 591, 600)]),
        ("DELETE FROM event WHERE seq > 400", [(FaultKind.HEAD, 401, 600)]),
        ("DELETE FROM event", [(FaultKind.HEAD, 1, 600)]),
        (add_at_the_end, [(FaultKind.HEAD, 601, 601)]),
        (swap(20, 30), [(FaultKind.NUMBER, 20, 20), (FaultKind.NUMBER, 30, 30)]),
        (swap(20, 580), [(FaultKind.NUMBER, 20, 20), (FaultKind.NUMBER, 580, 580)]),
        ("UPDATE event SET seq = 5000 WHERE seq = 40",
         [(FaultKind.NUMBER, 40, 40), (FaultKind.NUMBER, 601, 4999), (FaultKind.NUMBER, 5000, 5000),
          (FaultKind.HEAD, 601, 5000)]),
        ("UPDATE event SET seq = 9000000000000000000 WHERE seq = 600",
         [(FaultKind.NUMBER, 600, 8999999999999999999),
          (FaultKind.NUMBER, 9000000000000000000, 9000000000000000000),
          (FaultKind.HEAD, 601, 9000000000000000000)]),
        ("UPDATE event SET seq = -5 WHERE seq = 600",
         [(FaultKind.NUMBER, -5, -5), (FaultKind.HEAD, 600, 600)]),
        ("UPDATE node SET hash = zeroblob(32) WHERE position = 1", [(FaultKind.TREE, 257, 512)]),
        ("DELETE FROM node", [(FaultKind.TREE, 1, 256), (FaultKind.TREE, 257, 512)]),
        ("UPDATE head SET root = zeroblob(32)", [(FaultKind.TREE, 513, 600)]),
        ("UPDATE head SET size = 500", [(FaultKind.HEAD, 513, 600)]),
        ("DELETE FROM touched WHERE seq = 33", [(FaultKind.INDEX, 33, 33)]),
        ("DELETE FROM touched WHERE document_oid = '1.7'", [(FaultKind.INDEX, 599, 599)]),
        ("DELETE FROM name_word WHERE word = 'esimerkki'", [(FaultKind.INDEX, 0, 0)]),
        ("DELETE FROM open_intent", [(FaultKind.INDEX, 600, 600)]),
        ("INSERT INTO open_intent VALUES (5)", [(FaultKind.INDEX, 5, 5)]),
    ],
)  # fmt: skip
def test_what_was_done_to_the_first_year_is_found_and_named(
    folder: Path, change: Change | str, expected: list[Found]
) -> None:
    harm(folder, change)

    in_first = [
        (fault.kind, fault.seq_from, fault.seq_to)
        for fault in check(folder).faults
        if fault.file == FIRST
    ]

    assert in_first == [*expected]


def test_a_change_in_the_latest_year_is_found_there_and_only_there(folder: Path) -> None:
    harm(folder, "UPDATE event SET entry = replace(entry, 'Maija', 'K') WHERE seq = 777", SECOND)

    assert found(folder) == [(FaultKind.ENTRY, 777, 777)]


@pytest.mark.parametrize("seq", [601, 900])
def test_the_ends_of_a_year_are_checked_too(folder: Path, seq: int) -> None:
    harm(folder, rewrite(seq), SECOND)

    assert [kind for kind, _, _ in found(folder)] == [FaultKind.TREE]


def test_a_year_that_was_cut_short_does_not_continue_into_the_next(folder: Path) -> None:
    def cut(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM event WHERE seq > 512")
        connection.execute("DELETE FROM open_intent")
        row = connection.execute("SELECT hash FROM node WHERE level = 9").fetchone()
        connection.execute("UPDATE head SET size = 512, root = ?", row)

    harm(folder, cut)

    assert [fault.kind for fault in check(folder).faults if fault.file == SECOND] == [
        FaultKind.START
    ]


def test_a_year_that_starts_elsewhere_is_found(folder: Path) -> None:
    harm(folder, "UPDATE start SET peaks = zeroblob(length(peaks))", SECOND)

    assert (FaultKind.START, 0, 0) in found(folder)


def test_a_year_that_was_taken_out_of_the_middle_is_found(folder: Path) -> None:
    with closing(open_log(folder, Clock(datetime(2028, 1, 3, tzinfo=UTC)))) as log:
        fill(log, 3)
    (folder / SECOND).unlink()

    assert (FaultKind.START, 0, 0) in found(folder)


def test_years_that_were_disposed_of_from_the_beginning_are_no_fault(folder: Path) -> None:
    (folder / FIRST).unlink()

    assert found(folder) == []
    assert check(folder).size == SIZE


def test_damage_to_an_index_that_hashes_do_not_see_is_found(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FIRST)) as connection:
        page, size = connection.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size)"
            " FROM sqlite_master WHERE name = 'by_phase'"
        ).fetchone()
    with (folder / FIRST).open("r+b") as file:
        file.seek(page * size - 3)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))

    assert FaultKind.STORE in {kind for kind, _, _ in found(folder)}


def test_a_file_that_was_cut_is_damage_and_the_next_year_is_still_checked(folder: Path) -> None:
    data = (folder / FIRST).read_bytes()
    (folder / FIRST).write_bytes(data[: len(data) // 2])
    harm(folder, "UPDATE event SET entry = replace(entry, 'Maija', 'K') WHERE seq = 777", SECOND)

    kinds = found(folder)

    assert FaultKind.STORE in {kind for kind, _, _ in kinds}
    assert (FaultKind.ENTRY, 777, 777) in kinds


def test_a_file_that_is_no_database_is_damage(folder: Path) -> None:
    (folder / FIRST).write_bytes(b"x" * 8192)

    assert found(folder) == [(FaultKind.STORE, 0, 0)]


def test_endless_faults_are_cut(folder: Path) -> None:
    harm(folder, "UPDATE event SET leaf_hash = zeroblob(32)")

    report = check(folder)

    assert len(report.faults) == MAX_FAULTS
    assert report.cut


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET entry = replace(entry, 'Maija', 'K') WHERE seq = 899",
        "DELETE FROM event WHERE seq = 900",
        "DELETE FROM event WHERE seq = 880",
        rewrite(880),
        swap(880, 890),
        "UPDATE head SET root = zeroblob(32)",
        "DELETE FROM head",
        "DELETE FROM start",
        "DELETE FROM node",
        "INSERT INTO open_intent VALUES (5000)",
    ],
)
def test_a_log_with_a_damaged_tail_does_not_open(folder: Path, change: Change | str) -> None:
    harm(folder, change, SECOND)

    with pytest.raises(LogDamaged):
        open_log(folder, Clock(datetime(2027, 1, 3, tzinfo=UTC)))

    assert not check(folder).intact


def test_a_verification_tells_how_far_it_is(folder: Path) -> None:
    told: list[tuple[int, int]] = []

    verify(folder, Clock(), lambda done, total: told.append((done, total)))

    assert told[-1] == (SIZE, SIZE)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) >= SIZE // 256


@pytest.mark.parametrize("after", [0, 2, 5])
def test_a_verification_can_be_cancelled_at_any_time(folder: Path, after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        verify(folder, Clock(), cancelled=cancelled)


def test_a_log_that_is_being_written_is_verified_without_false_alarm(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))
    with closing(open_log(tmp_path, clock)) as log:
        fill(log, 520)

        def write_on(done: int, total: int) -> None:
            if done < total:
                log.settle(log.intend(act()), DONE)
                clock.now = datetime(2027, 1, 1, 12, 0, tzinfo=UTC)

        assert log.verify(write_on).intact
        assert log.verify().size == log.head().size > 520
