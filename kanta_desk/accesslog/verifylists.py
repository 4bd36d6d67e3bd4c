"""The slow part of a verification: SQLite's own check, and the search lists against the rows.

An index that was damaged or changed hides rows from searches though every hash holds.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.lists import MADE
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.schema import (
    APPLICATION_ID,
    VERSION,
    definitions,
    expected_definitions,
)
from kanta_desk.accesslog.verifyrows import Pruned
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.model.events import CARRIED, EventRef
from kanta_desk.model.logreport import FaultKind, LogFault

WHOLE_INDEXES = ("by_time", "by_kind")
"""Indexes that hold every row, so that their length is the table's."""


def compare_lengths(tree: Tree, tell: Tell) -> None:
    """Each whole index has as many entries as the table has rows; quick."""
    run, rows = tree.connection.execute, tree.size - tree.disposed
    for index in WHOLE_INDEXES:
        (entries,) = run(f"SELECT count(*) FROM event INDEXED BY {index}").fetchone()  # noqa: S608
        if entries != rows:
            detail = f"{index}: {entries} of {rows}"
            tell(LogFault(FaultKind.INDEX, tree.place, detail=detail))


def check_store(tree: Tree, tell: Tell) -> bool:
    """SQLite's ``integrity_check``; whether it found nothing."""
    said = [line for (line,) in tree.connection.execute("PRAGMA integrity_check(20)")]
    for line in said:
        if line != "ok":
            tell(LogFault(FaultKind.STORE, tree.place, detail=str(line)[:200]))
    return said == ["ok"]


def compare_definitions(tree: Tree, tell: Tell) -> None:
    """Tables, columns, indexes and triggers are those that this program makes.

    A column that was defined anew shows something else than what is hashed.
    """
    found, expected = definitions(tree.connection), expected_definitions()
    for name in sorted({name for _, name, _ in found ^ expected}):
        tell(LogFault(FaultKind.STORE, tree.place, detail=f"defined otherwise: {name}"))
    for name, number in (("application_id", APPLICATION_ID), ("user_version", VERSION)):
        if tree.connection.execute(f"PRAGMA {name}").fetchone()[0] != number:
            tell(LogFault(FaultKind.STORE, tree.place, detail=f"defined otherwise: {name}"))


def compare_numbers(tree: Tree, tell: Tell) -> None:
    """Each entry names the number of its row."""
    for (seq,) in tree.connection.execute(
        "SELECT seq FROM event WHERE json_extract(entry, '$[1]') IS NOT seq LIMIT 100"
    ):
        tell(LogFault(FaultKind.NUMBER, tree.place, seq, seq))


def compare_lists(tree: Tree, tell: Tell) -> None:
    """Each list of the search holds what the rows give, no more and no less."""
    (listed,) = tree.connection.execute("SELECT listed FROM head").fetchone()
    for table, made in MADE.items():
        last = tree.size if table == "person" else listed
        _compare(tree, table, f"SELECT * FROM ({made})", last, tell)  # noqa: S608
    _compare_words(tree, tell)
    _compare_columns(tree, tell)


def compare_open(tree: Tree, carried: set[EventRef] | None, tell: Tell) -> set[EventRef] | None:
    """The list of intents that wait for their outcome; what it should hold, None if not known.

    ``carried`` are those of the register's file before, None if that is not known.
    """
    if tree.name.register == CARRIED:
        return None
    run = tree.connection.execute
    number = "json_extract(entry, '$[35]')"
    listed = {EventRef(*row) for row in run("SELECT register, year, seq FROM open_intent")}
    register, year = tree.name.register, tree.name.year
    if carried is None:
        carried = {ref for ref in listed if ref.tree != tree.name}
    intents = {
        EventRef(register, year, seq) for (seq,) in run("SELECT seq FROM event WHERE phase = 'aie'")
    }
    settled = set()
    for seq, *place in run(
        f"SELECT CASE json_type(entry, '$[35]') WHEN 'integer' THEN {number} END,"  # noqa: S608
        " json_extract(entry, '$[35][0]'), json_extract(entry, '$[35][1]'),"
        " json_extract(entry, '$[35][2]') FROM event WHERE phase != 'aie'"
    ):
        if seq is not None:
            settled.add(EventRef(register, year, seq))
        elif place[0] is not None:
            settled.add(EventRef(*place))
    waiting = (carried | intents) - settled
    gone = {ref for ref in listed if ref.tree == tree.name and _is_within(ref.seq, tree.pruned)}
    for ref in sorted((listed ^ waiting) - gone):
        tell(LogFault(FaultKind.INDEX, str(ref.tree), ref.seq, ref.seq, "open_intent"))
    return waiting


def _is_within(seq: int, ranges: Pruned) -> bool:
    return any(first <= seq <= last for first, last in ranges)


def _compare_columns(tree: Tree, tell: Tell) -> None:
    """The columns say of each event what its entry says, and know no value that no event has."""
    run = tree.connection
    try:
        parts = [columns.slices_in(run, part) for part in ("code", "client", "time")]
        wrong = _wrong_column(tree, parts)
    except (IndexError, ValueError, StopIteration, struct.error):
        wrong = 0
    if wrong is not None:
        tell(LogFault(FaultKind.INDEX, tree.place, wrong, wrong, "slice"))


def _wrong_column(tree: Tree, parts: Sequence[columns.Codes]) -> int | None:
    """The first event of which the columns say something else; 0 if it is not one event."""
    codes, clients, times = parts
    size = len(codes)
    if size > tree.size or not size == len(clients) == len(times):
        return 0
    run, profiles = tree.connection, columns.profiles_in(tree.connection)
    numbers = columns.numbers_in(run, (*columns.FIELDS, columns.CLIENT))
    names = {
        field: {code: value for value, code in known.items()} for field, known in numbers.items()
    }
    if any(names[field].keys() != used for field, used in columns.used_in(run).items()):
        return 0
    fields = [names[field] for field in columns.FIELDS]
    shown = {
        code: tuple(of[number] for of, number in zip(fields, profiles[code].tolist(), strict=True))
        for code in np.unique(codes).tolist()
    }
    for first in range(1, size + 1, columns.BLOCK):
        last = min(first + columns.BLOCK - 1, size)
        there = {row[0]: row for row in columns.rows_of(run, first, last)}
        at = slice(first - 1, last)
        said = zip(codes[at].tolist(), clients[at].tolist(), times[at].tolist(), strict=True)
        for seq, (code, client, time) in enumerate(said, first):
            row = there.get(seq)
            if row is None:
                if code or client:
                    return seq
            elif row[1:] != (time, *shown[code], names[columns.CLIENT][client] or None) or not code:
                return seq
    return None


def _compare(tree: Tree, table: str, made: str, last: int, tell: Tell) -> None:
    kept = f"SELECT * FROM {table}"  # noqa: S608 (a name of the schema)
    for sql, what in ((f"{made} EXCEPT {kept}", "missing"), (f"{kept} EXCEPT {made}", "too much")):
        if table == "touched":
            sql = f"SELECT * FROM ({sql})"  # noqa: S608
        row = tree.connection.execute(f"{sql} LIMIT 1", (1, last)).fetchone()
        seq = row[1] if row and table == "touched" else 0
        if row:
            tell(LogFault(FaultKind.INDEX, tree.place, seq, seq, f"{table}: {what}"))


def _compare_words(tree: Tree, tell: Tell) -> None:
    run = tree.connection.execute
    made = {
        (whose, word, known)
        for whose, known, name in run("SELECT whose, id, name FROM person")
        for word in words_of(name)
    }
    kept = set(run("SELECT whose, word, id FROM name_word"))
    for rows, what in ((made - kept, "missing"), (kept - made, "too much")):
        if rows:
            tell(LogFault(FaultKind.INDEX, tree.place, detail=f"name_word: {what}"))
