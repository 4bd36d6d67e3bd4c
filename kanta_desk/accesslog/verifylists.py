"""The slow part of a verification: SQLite's own check, and the search lists against the rows.

An index that was damaged or changed hides rows from searches though every hash holds.
"""

from __future__ import annotations

from kanta_desk.accesslog.lists import MADE
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.schema import definitions, expected_definitions
from kanta_desk.accesslog.verifytree import Tell, Tree
from kanta_desk.model.events import CARRIED, EventRef
from kanta_desk.model.logreport import FaultKind, LogFault

WHOLE_INDEXES = ("by_time", "by_user", "by_kind")
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
    for ref in sorted(listed ^ waiting):
        tell(LogFault(FaultKind.INDEX, str(ref.tree), ref.seq, ref.seq, "open_intent"))
    return waiting


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
