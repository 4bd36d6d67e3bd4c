"""Deletes rows and everything that the search lists know of them, inside one transaction.

Only the rows that go are looked at, so that a month goes at the same cost from a large file as from
a small one; and their texts are read but once, into a table in memory that has the name of the log
itself, so that the lists are made of it by their own definitions.
"""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.lists import MADE, catch_up
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.periods import local_day, local_month, teach
from kanta_desk.accesslog.schema import Level

_GOING = """
INSERT INTO temp.event SELECT seq, CASE WHEN json_type(entry, '$[36][0]') = 'array' THEN entry END,
    time_ms, kind, phase, user_id, user_name, unit_name, client_id, client_name, document_oid,
    purpose, session_id
FROM main.event WHERE seq BETWEEN ? AND ?
"""
_COLUMNS = (
    "seq INTEGER PRIMARY KEY, entry, time_ms, kind, phase, user_id, user_name, unit_name,"
    " client_id, client_name, document_oid, purpose, session_id"
)
_KEYS = "level, period, kind, phase, purpose, unit_name, user_id"
_ALL = (1, 1 << 62)
_STILL = {
    "user": "SELECT 1 FROM event WHERE user_id = ? AND user_name = ? LIMIT 1",
    "client": "SELECT 1 FROM event WHERE client_id = ? AND client_name = ? LIMIT 1",
}


def forget(connection: Connection, ranges: Sequence[tuple[int, int]]) -> None:
    """Delete the rows of ``ranges``, which must be entered in ``pruned`` before.

    The connection must keep its temporary tables in memory.

    Raises:
        driver.Error: as SQLite says it.
    """
    teach(connection)
    catch_up(connection)
    run, many = connection.execute, connection.executemany
    run(f"CREATE TEMP TABLE event({_COLUMNS})")
    many(_GOING, ranges)
    persons = set(run(MADE["person"], _ALL))
    sessions = {session for session, _, _ in run(MADE["session"], _ALL)}
    touched = run(MADE["touched"], _ALL).fetchall()
    _subtract(connection)
    run("DROP TABLE temp.event")
    many("DELETE FROM touched WHERE (document, seq) = (?, ?)", touched)
    many("DELETE FROM event WHERE seq BETWEEN ? AND ?", ranges)
    _forget_persons(connection, persons)
    _shorten_sessions(connection, sessions)


def _subtract(connection: Connection) -> None:
    """Take the rows that go from the tally."""
    run = connection.execute
    first, last = run("SELECT min(time_ms), max(time_ms) FROM temp.event").fetchone()
    if first is None:
        return
    run(
        f"WITH made({_KEYS}, n) AS ({MADE['tally']})"  # noqa: S608 (names of the schema)
        f" INSERT INTO tally SELECT {_KEYS}, -n FROM made WHERE true"
        " ON CONFLICT DO UPDATE SET n = n + excluded.n",
        _ALL,
    )
    period_of = {Level.DAY: local_day, Level.MONTH: local_month, Level.KINDS: local_month}
    for level in Level:
        low, high = (period_of[level](at) if level in period_of else 0 for at in (first, last))
        run(
            "DELETE FROM tally WHERE level = ? AND period BETWEEN ? AND ? AND n <= 0",
            (level.value, low, high),
        )


def _forget_persons(connection: Connection, persons: set[tuple[str, str, str]]) -> None:
    run = connection.execute
    for whose, known, name in sorted(persons):
        if run(_STILL[whose], (known, name)).fetchone():
            continue
        run("DELETE FROM person WHERE (whose, id, name) = (?, ?, ?)", (whose, known, name))
        rest = run("SELECT name FROM person WHERE (whose, id) = (?, ?)", (whose, known))
        kept = {word for (other,) in rest for word in words_of(other)}
        connection.executemany(
            "DELETE FROM name_word WHERE (whose, word, id) = (?, ?, ?)",
            [(whose, word, known) for word in words_of(name) if word not in kept],
        )


def _shorten_sessions(connection: Connection, sessions: set[str]) -> None:
    run = connection.execute
    for session in sorted(sessions):
        first, last = run(
            "SELECT min(e.seq), max(e.seq) FROM session s JOIN event e"
            " ON e.seq BETWEEN s.seq_from AND s.seq_to WHERE s.id = ? AND e.session_id = ?",
            (session, session),
        ).fetchone()
        if first is None:
            run("DELETE FROM session WHERE id = ?", (session,))
        else:
            run("UPDATE session SET seq_from = ?, seq_to = ? WHERE id = ?", (first, last, session))
