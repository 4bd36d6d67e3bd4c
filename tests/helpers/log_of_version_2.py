"""Makes of a log's file the one that version 2 of its tables would have been."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kanta_desk.accesslog.driver import Connection, connect

_INDEXES = {
    "by_time": "(time_ms)",
    "by_client": "(client_id, time_ms, kind, phase, user_id) WHERE client_id IS NOT NULL",
    "by_user": "(user_id, time_ms, kind, phase)",
    "by_kind": "(kind, phase, time_ms, user_id, purpose)",
}

_TALLY = """
CREATE TABLE tally(
    level INTEGER NOT NULL, period INTEGER NOT NULL,
    kind TEXT NOT NULL, phase TEXT NOT NULL, purpose TEXT NOT NULL,
    unit_name TEXT NOT NULL, user_id TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY(level, period, kind, phase, purpose, unit_name, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO tally SELECT 0, 0, kind, phase, purpose, unit_name, user_id, count(*) FROM event
    GROUP BY 3, 4, 5, 6, 7;
CREATE INDEX tally_of_user ON tally(user_id) WHERE level = 0;
CREATE INDEX tally_of_user_by_month ON tally(user_id) WHERE level = 1;
"""


def turn_back(path: Path, key: bytes | None) -> None:
    """Turn a file of the newest version into one of version 2; nobody may have it open."""
    with closing(connect(path, key)) as connection:
        run = connection.execute
        triggers = _defined(connection, "trigger")
        indexes = _defined(connection, "index")
        expected = _event_of(connection)
        run("BEGIN")
        for name in (*triggers, *indexes):
            run(f"DROP {'TRIGGER' if name in triggers else 'INDEX'} {name}")
        run("ALTER TABLE event RENAME TO newer")
        run(expected)
        run("INSERT INTO event(seq, entry, leaf_hash) SELECT seq, entry, leaf_hash FROM newer")
        for table in ("newer", "slice", "value"):
            run(f"DROP TABLE {table}")
        for name, made in _INDEXES.items():
            run(f"CREATE INDEX {name} ON event{made}")
        for statement in filter(str.strip, _TALLY.split(";")):
            run(statement)
        for made in triggers.values():
            run(made)
        run("DELETE FROM _sqlite_migrations WHERE name != '0002_register_year'")
        run("PRAGMA user_version = 2")
        run("COMMIT")
        run("PRAGMA wal_checkpoint(TRUNCATE)")


def _event_of(connection: Connection) -> str:
    """The table as the first migration defines it, which version 2 had too."""
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'event'").fetchone()
    added = str(sql).index(", has_evidence")
    return str(sql)[:added] + ") STRICT"


def _defined(connection: Connection, kind: str) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL"
        " AND tbl_name != '_sqlite_migrations'",
        (kind,),
    )
    return dict(rows.fetchall())
