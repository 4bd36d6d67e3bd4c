"""Deletes rows and everything that the search lists know of them, inside one transaction.

Only the rows that go are looked at, so that a month goes at the same cost from a large file as from
a small one; and their texts are read but once, into a table in memory that has the name of the log
itself, so that the lists are made of it by their own definitions.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Sequence

import numpy as np

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.columns import FIELDS
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.lists import MADE, catch_up
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.periods import teach

_GOING = """
INSERT INTO temp.event SELECT seq, CASE WHEN json_type(entry, '$[36][0]') = 'array' THEN entry END,
    user_id, user_name, client_id, client_name, document_oid, session_id
FROM main.event WHERE seq BETWEEN ? AND ?
"""
_COLUMNS = (
    "seq INTEGER PRIMARY KEY, entry, user_id, user_name, client_id, client_name, document_oid,"
    " session_id"
)
_ALL = (1, 1 << 62)
_IS_NAMED = (
    "SELECT 1 FROM event INDEXED BY by_client WHERE (client_id, client_name) = (?, ?) LIMIT 1"
)

Ranges = Sequence[tuple[int, int]]
"""First and last number of what goes, in order."""


def forget(connection: Connection, ranges: Ranges) -> None:
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
    run("DROP TABLE temp.event")
    many("DELETE FROM touched WHERE (document, seq) = (?, ?)", sorted(touched))
    many("DELETE FROM event WHERE seq BETWEEN ? AND ?", ranges)
    _blank(connection, ranges)
    _forget_persons(connection, persons)
    _shorten_sessions(connection, sessions, ranges)


def _blank(connection: Connection, ranges: Ranges) -> None:
    """Take the events that go out of the columns, and the values that no other event has."""
    gone = np.zeros(columns.coded_in(connection), np.bool_)
    for first, last in ranges:
        gone[first - 1 : last] = True
    for part in ("code", "client", "time"):
        for first, numbers in columns.pieces_in(connection, part):
            goes = gone[first : first + len(numbers)]
            if goes.any():
                left = (
                    _times_without(numbers, goes) if part == "time" else np.where(goes, 0, numbers)
                )
                columns.put(connection, part, first, left)
    used = columns.used_in(connection)
    unused = [
        (field, value)
        for field, value, code in connection.execute("SELECT field, value, code FROM value")
        if code not in used[field]
    ]
    connection.executemany("DELETE FROM value WHERE (field, value) = (?, ?)", unused)


def _times_without(times: columns.Codes, gone: columns.Mask) -> columns.Codes:
    """Each event that goes gets the time of the one before it that stays, so that the order does
    too; the first ones that of the one after them."""
    left = np.flatnonzero(~gone)
    if not left.size:
        return np.full(len(times), times.min())
    before = np.searchsorted(left, np.arange(len(times)), "right") - 1
    found: columns.Codes = times[left[before.clip(0)]]
    return found


def _forget_persons(connection: Connection, persons: set[tuple[str, str, str]]) -> None:
    """Forget those of ``persons`` whom no event names any more."""
    run, many = connection.execute, connection.executemany
    gone = _users_gone(connection, {person[1:] for person in persons if person[0] == "user"})
    for whose, known, name in persons:
        if whose == "client" and not run(_IS_NAMED, (known, name)).fetchone():
            gone.append((whose, known, name))
    many("DELETE FROM person WHERE (whose, id, name) = (?, ?, ?)", gone)
    kept = {
        (whose, known, word)
        for whose, known in {(whose, known) for whose, known, _ in gone}
        for (name,) in run("SELECT name FROM person WHERE (whose, id) = (?, ?)", (whose, known))
        for word in words_of(name)
    }
    words = {(whose, known, word) for whose, known, name in gone for word in words_of(name)}
    many("DELETE FROM name_word WHERE (whose, id, word) = (?, ?, ?)", words - kept)


def _users_gone(
    connection: Connection, users: Collection[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """Those of ``users``, identifier and name, whom no event names any more."""
    of_event = columns.profiles_in(connection)[:, FIELDS.index("user_id")][
        columns.slices_in(connection, "code")
    ]
    codes, firsts = np.unique(of_event, return_index=True)
    first_of = dict(zip(codes.tolist(), firsts.tolist(), strict=True))
    numbers = columns.numbers_in(connection, ("user_id",))["user_id"]
    gone = []
    for known, name in users:
        code = numbers.get(known)
        # The first event tells it of nearly all; only of those who changed their name, another.
        at = [first_of[code]] if code in first_of else []
        if not _names(connection, at, name) and not _names(
            connection, np.flatnonzero(of_event == code).tolist() if at else [], name
        ):
            gone.append(("user", known, name))
    return gone


def _names(connection: Connection, places: Sequence[int], name: str) -> bool:
    """Whether one of the events at some places names its user so."""
    row = connection.execute(
        "SELECT 1 FROM json_each(?) JOIN event ON seq = value + 1 WHERE user_name = ? LIMIT 1",
        (json.dumps(places), name),
    ).fetchone()
    return row is not None


def _shorten_sessions(connection: Connection, sessions: set[str], ranges: Ranges) -> None:
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
