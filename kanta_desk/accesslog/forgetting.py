"""Deletes rows and everything that the search lists know of them, inside one transaction.

Only the rows that go are looked at, so that a month goes at the same cost from a large file as from
a small one; and their texts are read but once, into a table in memory that has the name of the log
itself, so that the lists are made of it by their own definitions.
"""

from __future__ import annotations

import json
from bisect import bisect_right
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
_PERIODS = {
    Level.DAY: local_day,
    Level.MONTH: local_month,
    Level.MONTHS_OF_KINDS: local_month,
    Level.MONTHS_OF_UNITS: local_month,
}
_GONE = {
    whose: f"SELECT id, name FROM temp.going WHERE whose = '{whose}' AND NOT EXISTS (SELECT 1"  # noqa: S608 (names of the schema)
    f" FROM event INDEXED BY by_{whose} WHERE {whose}_id = going.id AND {whose}_name = going.name)"
    for whose in ("user", "client")
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
    _shorten_sessions(connection, sessions, ranges)


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
    for level in Level:
        period_of = _PERIODS.get(level, _whole_file)
        low, high = period_of(first), period_of(last)
        run(
            "DELETE FROM tally WHERE level = ? AND period BETWEEN ? AND ? AND n <= 0",
            (level.value, low, high),
        )


def _whole_file(_: int) -> int:
    return 0


def _forget_persons(connection: Connection, persons: set[tuple[str, str, str]]) -> None:
    """Forget those of ``persons`` whom no event names any more."""
    run, many = connection.execute, connection.executemany
    run("CREATE TEMP TABLE going(whose, id, name, PRIMARY KEY(whose, id, name)) WITHOUT ROWID")
    many("INSERT INTO going VALUES (?, ?, ?)", persons)
    gone = [(whose, *row) for whose, sql in _GONE.items() for row in run(sql).fetchall()]
    run("DROP TABLE temp.going")
    many("DELETE FROM person WHERE (whose, id, name) = (?, ?, ?)", gone)
    kept = {
        (whose, known, word)
        for whose, known in {(whose, known) for whose, known, _ in gone}
        for (name,) in run("SELECT name FROM person WHERE (whose, id) = (?, ?)", (whose, known))
        for word in words_of(name)
    }
    words = {(whose, known, word) for whose, known, name in gone for word in words_of(name)}
    many("DELETE FROM name_word WHERE (whose, id, word) = (?, ?, ?)", words - kept)


def _shorten_sessions(
    connection: Connection, sessions: set[str], ranges: Sequence[tuple[int, int]]
) -> None:
    """Forget the sessions of which nothing is left; the others begin or end elsewhere."""
    run, many = connection.execute, connection.executemany
    firsts = [first for first, _ in ranges]
    gone: list[str] = []
    left: list[str] = []
    for session, first, last in run(
        "SELECT id, seq_from, seq_to FROM session WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(sessions)),),
    ).fetchall():
        at = bisect_right(firsts, first) - 1
        whole = at >= 0 and last <= ranges[at][1]
        (gone if whole else left).append(session)
    for session in left:
        first, last = run(
            "SELECT min(e.seq), max(e.seq) FROM session s JOIN event e"
            " ON e.seq BETWEEN s.seq_from AND s.seq_to WHERE s.id = ? AND e.session_id = ?",
            (session, session),
        ).fetchone()
        if first is None:
            gone.append(session)
        else:
            run("UPDATE session SET seq_from = ?, seq_to = ? WHERE id = ?", (first, last, session))
    many("DELETE FROM session WHERE id = ?", ((session,) for session in gone))
