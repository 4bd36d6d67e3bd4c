"""The tables of one year's file, and how they change from version to version.

``event`` is the log: an entry's text, its leaf hash, and columns computed from the text, so that
what is searched is what is hashed. ``node`` keeps the tree's inner hashes from ``NODE_LEVEL`` up,
``start`` what came before this year, ``head`` where the tree stands. ``touched`` (document →
events, lists included) and ``name_word`` (word → names) serve the search. ``open_intent`` lists
the intents that no outcome has settled. All but ``head`` and ``open_intent`` only ever grow; the
triggers are a seat belt against mistakes, the tree is the proof.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kanta_desk.errors import LogDamaged, LogUnavailable

NODE_LEVEL = 8
"""Inner nodes are stored from this level up: one for every 256 events, and those above."""

APPLICATION_ID = 0x4B444C47
"""``KDLG`` in the file's header."""

VERSION = 1
"""The version of these tables, in the file's header; one more with every migration."""

MIGRATIONS = Migrations("kanta_desk.accesslog")

_COLUMNS = {
    "time_ms": ("INTEGER", "$[3]"),
    "kind": ("TEXT", "$[5]"),
    "phase": ("TEXT", "$[6]"),
    "user_id": ("TEXT", "$[8]"),
    "user_name": ("TEXT", "$[9]"),
    "unit_name": ("TEXT", "$[11][1]"),
    "controller_oid": ("TEXT", "$[14][0]"),
    "register": ("TEXT", "$[14][1]"),
    "client_id": ("TEXT", "$[16]"),
    "client_name": ("TEXT", "$[17]"),
    "document_oid": ("TEXT", "$[19][0]"),
    "document_type": ("TEXT", "$[20][0]"),
    "purpose": ("TEXT", "$[23]"),
    "intent_seq": ("INTEGER", "$[35]"),
}

_INDEXES = (
    "by_time ON event(time_ms)",
    "by_client ON event(client_id, time_ms, kind, phase, user_name, unit_name, document_type,"
    " purpose) WHERE client_id IS NOT NULL",
    "by_client_name ON event(client_name, time_ms) WHERE client_name IS NOT NULL",
    "by_user ON event(user_id, time_ms, kind, phase)",
    "by_user_name ON event(user_name, time_ms)",
    "by_user_client ON event(user_id, client_id, time_ms) WHERE client_id IS NOT NULL",
    "by_kind ON event(kind, time_ms, phase)",
    "by_phase ON event(phase, time_ms)",
)

_GROWING = ("event", "node", "start", "touched", "name_word")


@MIGRATIONS(name="0001_event")
def _event(db: Database) -> None:
    columns = ",\n".join(
        f"{name} {kind} GENERATED ALWAYS AS (json_extract(entry, '{path}')) VIRTUAL"
        for name, (kind, path) in _COLUMNS.items()
    )
    db.execute(f"""
        CREATE TABLE event(
            seq INTEGER PRIMARY KEY,
            entry TEXT NOT NULL CHECK(json_valid(entry)),
            leaf_hash BLOB NOT NULL CHECK(length(leaf_hash) = 32),
            {columns}
        ) STRICT""")
    for index in _INDEXES:
        db.execute(f"CREATE INDEX {index}")
    db.execute("""
        CREATE TABLE node(
            level INTEGER, position INTEGER, hash BLOB NOT NULL CHECK(length(hash) = 32),
            PRIMARY KEY(level, position)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE start(
            id INTEGER PRIMARY KEY CHECK(id = 1), size INTEGER NOT NULL, peaks BLOB NOT NULL
        ) STRICT""")
    db.execute("""
        CREATE TABLE head(
            id INTEGER PRIMARY KEY CHECK(id = 1), size INTEGER NOT NULL, root BLOB NOT NULL
        ) STRICT""")
    db.execute("""
        CREATE TABLE touched(
            document_oid TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(document_oid, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE name_word(
            whose TEXT NOT NULL, word TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY(whose, word, name)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE TABLE open_intent(seq INTEGER PRIMARY KEY) STRICT")
    for table in _GROWING:
        for act in ("UPDATE", "DELETE"):
            db.execute(f"""
                CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}
                BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END""")
    db.execute("""
        CREATE TRIGGER event_in_order BEFORE INSERT ON event
        WHEN NEW.seq IS NOT
            coalesce((SELECT max(seq) FROM event), (SELECT size FROM start)) + 1
        BEGIN SELECT RAISE(ABORT, 'the access log is numbered without gaps'); END""")


def migrate(connection: sqlite3.Connection, place: str) -> None:
    """Bring a new or older file to this version's tables.

    Raises:
        LogDamaged: if the file is another program's.
        LogUnavailable: if a newer version of this program made it.
        sqlite3.Error: as SQLite says it.
    """
    # Not the library's own pragmas nor plug-ins: this file has its rules.
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    owner, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if owner == 0 and not db.table_names():
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif owner != APPLICATION_ID:
        raise LogDamaged(place, "another program's file")
    if version > VERSION:
        raise LogUnavailable(place, "made by a newer version of the program")
    MIGRATIONS.apply(db)
    connection.execute(f"PRAGMA user_version = {VERSION}")
