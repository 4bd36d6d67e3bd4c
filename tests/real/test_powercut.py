"""The power-cut simulator has teeth: it loses what was not synced, and only that."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.helpers.powercut import Disk, Note, lay_out, python, record

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("gcc") is None,
    reason="the recorder is preloaded: Linux with gcc",
)

WRITER = """
import os, sqlite3, sys
folder, synchronous, count = sys.argv[1:]
acks = os.open(folder + "/acks", os.O_CREAT | os.O_WRONLY)
db = sqlite3.connect(folder + "/log.db", isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = " + synchronous)
db.execute("PRAGMA wal_autocheckpoint = 20")
db.execute("CREATE TABLE event(seq INTEGER PRIMARY KEY, text TEXT)")
for seq in range(1, int(count) + 1):
    db.execute("INSERT INTO event VALUES (?, ?)", (seq, "x" * 500))
    os.write(acks, b"%d\\n" % seq)
os._exit(0)
"""


def run(tmp_path: Path, synchronous: str, count: int) -> list[Note]:
    folder = tmp_path / "disk"
    folder.mkdir()
    return record(python("-c", WRITER, str(folder), synchronous, str(count)), folder, tmp_path)


def lost_after_cuts(notes: list[Note], tmp_path: Path, cuts: int) -> int:
    """In how many of ``cuts`` an acknowledged row was not there, or the file unreadable."""
    random, lost = Random(5), 0
    disk, at = Disk(), 0
    for number, moment in enumerate(sorted(random.sample(range(len(notes)), cuts))):
        for note in notes[at:moment]:
            disk.play(note)
        at = moment
        folder = tmp_path / f"cut-{number}"
        lay_out(disk.cut(random), folder)
        if not disk.promised:
            continue
        try:
            with closing(sqlite3.connect(folder / "log.db")) as db:
                there = db.execute("SELECT count(*) FROM event").fetchone()[0]
                whole = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        except sqlite3.Error:
            lost += 1
            continue
        lost += there < int(disk.promised[-1]) or not whole
    return lost


def test_what_sqlite_syncs_before_it_answers_survives_every_cut(tmp_path: Path) -> None:
    assert lost_after_cuts(run(tmp_path, "FULL", 60), tmp_path, 60) == 0


def test_what_sqlite_does_not_sync_is_lost_in_some_cuts(tmp_path: Path) -> None:
    assert lost_after_cuts(run(tmp_path, "OFF", 60), tmp_path, 60) > 10


def test_a_file_whose_name_was_not_synced_may_be_gone() -> None:
    disk = Disk()
    for note in (
        Note("C", 1, 0, "key", b""),
        Note("W", 1, 0, "key", b"secret"),
        Note("S", 1, 0, "key", b""),
    ):
        disk.play(note)
    found = {disk.cut(Random(seed)).get("key") for seed in range(20)}
    disk.play(Note("S", 9, 0, ".", b""))
    sure = {disk.cut(Random(seed)).get("key") for seed in range(20)}
    assert (found, sure) == ({None, b"secret"}, {b"secret"})


def test_a_file_put_in_anothers_place_is_the_old_or_the_new_one_whole() -> None:
    disk = Disk()
    for note in (
        Note("C", 1, 0, "a", b""),
        Note("W", 1, 0, "a", b"old"),
        Note("S", 1, 0, "a", b""),
        Note("C", 2, 0, "a.new", b""),
        Note("W", 2, 0, "a.new", b"new"),
        Note("S", 2, 0, "a.new", b""),
        Note("S", 9, 0, ".", b""),
        Note("R", 2, 0, "a.new", b"a"),
    ):
        disk.play(note)
    assert {disk.cut(Random(seed))["a"] for seed in range(20)} == {b"old", b"new"}


def test_an_unsynced_write_may_be_torn_at_sectors() -> None:
    disk = Disk()
    disk.play(Note("C", 1, 0, "a", b""))
    disk.play(Note("S", 9, 0, ".", b""))
    disk.play(Note("W", 1, 0, "a", b"x" * 2048))
    kinds = {disk.cut(Random(seed))["a"] for seed in range(60)}
    assert {b"", b"x" * 2048} < kinds
    assert all(set(piece) in ({0}, {120}) for found in kinds for piece in _sectors(found or b""))


def _sectors(data: bytes) -> list[bytes]:
    return [data[at : at + 512] for at in range(0, len(data), 512)]
