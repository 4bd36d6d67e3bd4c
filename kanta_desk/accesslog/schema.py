"""The tables of one file of the log, and how they change from version to version.

FORM (issue 5). One log folder holds one sub-folder per register and in it one SQLCipher file per
calendar year (UTC): ``<controller OID>-<register code>/kayttoloki-2026.db``. A file is one RFC 9162
tree of its own: row ``seq`` (1, 2, 3 … without gaps) is leaf ``seq - 1``; no tree spans two files.

``seq`` 1 of every file is its opening event (``EventKind.LOG_YEAR``), whose evidence is the text of
the ``LogHead`` over the newest tree of every register at that moment: so each year seals the one
before it, and a file that is missing altogether is missed by those that came after it. A line of
that text is ``<register key>/<year> <size> <root in base64>``.

``event`` is the log: an entry's text, its leaf hash, and columns computed from the text, so that
what is searched is what is hashed. ``node`` keeps the tree's inner hashes from ``NODE_LEVEL`` up
(and, at the ragged edges of disposed ranges, the hashes below that: level 0 is a leaf), ``head``
where the tree stands. ``checkpoint`` keeps signed notes as they were made, ``pruned`` the ranges
whose disposal was approved: only their rows can be deleted, and none that is not twelve years old.
``open_intent`` lists the intents that no outcome has settled, by year and number, because one may
lie in the file before. ``touched`` (document → events, lists included), ``session`` (where its
events are), ``person`` (identifiers with their names), ``slice`` and ``value`` (what searches
compare, as numbers: see ``accesslog.columns``) serve the search and can be rebuilt from the
entries. New persons are written in their event's own transaction, the others for some events at a
time: ``head.listed`` is the last that ``touched`` and ``session`` hold, the slices say themselves
how far they go, and a search reads the few after it from the events themselves.

``event``, ``node`` and ``checkpoint`` only ever grow; the triggers are a seat belt against
mistakes, the tree is the proof.

The old form (issue 2: one unencrypted file a year for all registers, numbers running on) is carried
over as one tree of its own, register ``vanha``, entries and tree as they were: old proofs hold.
"""

from __future__ import annotations

import contextlib
from functools import cache

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kanta_desk.accesslog.columns import write_rest
from kanta_desk.accesslog.driver import Connection, connect
from kanta_desk.errors import LogDamaged, LogUnavailable

YEARS = 12
"""Log data is kept so long (703/2023, its retention annex)."""

NODE_LEVEL = 8
"""Inner nodes are stored from this level up: one for every 256 events, and those above."""

APPLICATION_ID = 0x4B444C47
"""``KDLG`` in the file's header."""

VERSION = 3
"""The version of these tables, in the file's header; 1 was the form of one file a year, 2 had
tallies and wide indexes where now there are columns."""

MIGRATIONS = Migrations("kanta_desk.accesslog")

_COLUMNS = {
    "time_ms": ("INTEGER", "json_extract(entry, '$[3]')"),
    "kind": ("TEXT", "json_extract(entry, '$[5]')"),
    "phase": ("TEXT", "json_extract(entry, '$[6]')"),
    "user_id": ("TEXT", "coalesce(json_extract(entry, '$[8]'), '')"),
    "user_name": ("TEXT", "json_extract(entry, '$[9]')"),
    "unit_name": ("TEXT", "coalesce(json_extract(entry, '$[11][1]'), '')"),
    "controller_oid": ("TEXT", "json_extract(entry, '$[14][0]')"),
    "register": ("TEXT", "json_extract(entry, '$[14][1]')"),
    # A person of whom only the name is known is found by it.
    "client_id": ("TEXT", "coalesce(json_extract(entry, '$[16]'), json_extract(entry, '$[17]'))"),
    "client_name": ("TEXT", "json_extract(entry, '$[17]')"),
    "document_oid": ("TEXT", "json_extract(entry, '$[19][0]')"),
    "purpose": ("TEXT", "coalesce(json_extract(entry, '$[23]'), '')"),
    "session_id": ("TEXT", "json_extract(entry, '$[33]')"),
}

_HAS_EVIDENCE = "json_extract(entry, '$[36][1]') IS NOT NULL"
"""Of acts that prove something, such as what a card signed: few, and each is looked for."""

INDEXES = {
    "by_time": "(time_ms)",
    "by_client": "(client_id) WHERE client_id IS NOT NULL",
    "by_kind": "(kind, has_evidence)",
}
"""The indexes of ``event``, each in the order of the numbers where its column is the same."""

LISTED_EVERY = 64
"""So many events are listed at a time; as many at most wait for it."""

_BOOKKEEPING = "_sqlite_migrations"

DERIVED = ("touched", "person", "name_word", "session", "slice", "value")
"""Tables that can be made again from the entries (``lists.rebuild``)."""


_GROWING = ("event", "node", "checkpoint")


@MIGRATIONS(name="0002_register_year")
def _register_year(db: Database) -> None:
    columns = ",\n".join(
        f"{name} {kind} GENERATED ALWAYS AS ({made}) VIRTUAL"
        for name, (kind, made) in _COLUMNS.items()
    )
    db.execute(f"""
        CREATE TABLE event(
            seq INTEGER PRIMARY KEY,
            entry TEXT NOT NULL CHECK(json_valid(entry)),
            leaf_hash BLOB NOT NULL CHECK(length(leaf_hash) = 32),
            {columns}
        ) STRICT""")
    db.execute("""
        CREATE TABLE node(
            level INTEGER, position INTEGER, hash BLOB NOT NULL CHECK(length(hash) = 32),
            PRIMARY KEY(level, position)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE head(
            id INTEGER PRIMARY KEY CHECK(id = 1), size INTEGER NOT NULL, root BLOB NOT NULL,
            listed INTEGER NOT NULL CHECK(listed <= size)
        ) STRICT""")
    db.execute("""
        CREATE TABLE checkpoint(
            id INTEGER PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL
        ) STRICT""")
    db.execute("""
        CREATE TABLE pruned(
            seq_from INTEGER PRIMARY KEY, seq_to INTEGER NOT NULL CHECK(seq_to >= seq_from),
            note TEXT NOT NULL
        ) STRICT""")
    db.execute("""
        CREATE TABLE open_intent(
            register TEXT NOT NULL, year INTEGER NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY(register, year, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE touched(
            document INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(document, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE person(
            whose TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY(whose, id, name)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE name_word(
            whose TEXT NOT NULL, word TEXT NOT NULL, id TEXT NOT NULL,
            PRIMARY KEY(whose, word, id)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE session(
            id TEXT PRIMARY KEY, seq_from INTEGER NOT NULL, seq_to INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    add_triggers(db)


@MIGRATIONS(name="0003_columns")
def _columns(db: Database) -> None:
    db.execute("DROP TABLE IF EXISTS tally")
    for index in ("by_time", "by_client", "by_user", "by_kind"):
        db.execute(f"DROP INDEX IF EXISTS {index}")
    db.execute(f"ALTER TABLE event ADD COLUMN has_evidence INTEGER AS ({_HAS_EVIDENCE}) VIRTUAL")
    add_indexes(db)
    db.execute("""
        CREATE TABLE slice(
            part TEXT NOT NULL, first INTEGER NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY(part, first)
        ) STRICT""")
    db.execute("""
        CREATE TABLE value(
            field TEXT NOT NULL, value TEXT NOT NULL, code INTEGER NOT NULL,
            PRIMARY KEY(field, value)
        ) STRICT, WITHOUT ROWID""")


def add_indexes(db: Database) -> None:
    """The indexes of ``event``; a bulk load makes them last."""
    for name, made in INDEXES.items():
        db.execute(f"CREATE INDEX IF NOT EXISTS {name} ON event{made}")


def add_triggers(db: Database) -> None:
    """What keeps the log from being changed by mistake."""
    for table in _GROWING:
        for act in ("UPDATE", "DELETE"):
            when = ""
            if table == "event" and act == "DELETE":
                when = (
                    f"WHEN OLD.time_ms >= unixepoch('now', '-{YEARS} years') * 1000"  # noqa: S608
                    " OR NOT EXISTS (SELECT 1 FROM pruned"
                    " WHERE OLD.seq BETWEEN seq_from AND seq_to)"
                )
            db.execute(f"""
                CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {when}
                BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END""")
    db.execute("""
        CREATE TRIGGER event_in_order AFTER INSERT ON event
        WHEN NEW.seq - 1 IS NOT max(
            coalesce((SELECT size FROM head), 0),
            coalesce((SELECT max(seq) FROM event WHERE seq < NEW.seq), 0))
        BEGIN SELECT RAISE(ABORT, 'the access log is numbered without gaps'); END""")


def definitions(connection: Connection) -> frozenset[tuple[str, str, str]]:
    """Kind, name and SQL of all that a file defines, but the bookkeeping of its versions (which is
    one table, by its name, and what SQLite makes for it).

    Raises:
        driver.Error: as SQLite says it.
    """
    rows = connection.execute("SELECT type, name, coalesce(sql, ''), tbl_name FROM sqlite_schema")
    return frozenset(
        (kind, name, sql)
        for kind, name, sql, table in rows
        if table != _BOOKKEEPING or kind not in ("table", "index")
    )


@cache
def expected_definitions() -> frozenset[tuple[str, str, str]]:
    """What a file of this version defines."""
    with contextlib.closing(connect(":memory:", None)) as fresh:
        migrate(fresh, "memory")
        return definitions(fresh)


def migrate(connection: Connection, place: str) -> None:
    """Bring a new or older file to this version's tables.

    Raises:
        LogDamaged: if the file is another program's.
        LogUnavailable: if another version of this program made it.
        driver.Error: as SQLite says it.
    """
    owner, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if (owner, version) == (APPLICATION_ID, VERSION):
        return
    # Not the library's own pragmas nor plug-ins: this file has its rules.
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    if owner == 0 and not db.table_names():
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif owner != APPLICATION_ID:
        raise LogDamaged(place, "another program's file")
    elif version > VERSION:
        raise LogUnavailable(place, "made by a newer version of the program")
    elif version == 1:
        raise LogUnavailable(place, "of the old form, which is carried over first")
    MIGRATIONS.apply(db)
    # An older version's events have no slices; if this is cut short it begins anew next time.
    size = connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0]
    connection.execute("BEGIN IMMEDIATE")
    write_rest(connection, size)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
