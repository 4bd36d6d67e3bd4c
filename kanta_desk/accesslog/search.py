"""Search: pages by key, newest first, over the year files; exact counts.

The order is by year file, then time, then number, all descending, so that every filter is served
by an index that ends in time. A page never skips rows (no OFFSET): it continues at a number.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kanta_desk.accesslog.names import after, words_of
from kanta_desk.accesslog.yearfile import readable
from kanta_desk.model.events import Event, EventFilter, EventPage

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class YearReader:
    """A year's file open for reading: ``name``, its connection, and the number before its first."""

    name: str
    connection: sqlite3.Connection
    before_first: int


@dataclass(frozen=True, slots=True)
class _Where:
    """A condition in SQL with its values; ``empty`` when nothing in the file can match."""

    sql: str
    values: tuple[object, ...]
    empty: bool = False


def search(
    files: Iterable[YearReader], asked: EventFilter, before: int | None, limit: int
) -> EventPage:
    """A page of at most ``limit`` events that match, and how many match in all.

    Args:
        files: the newest year first, each inside a read transaction.
        before: the number of the last event of the page before, or None for the first page.

    Raises:
        LogDamaged: if an entry cannot be read.
    """
    events: list[Event] = []
    total = 0
    for file in files:
        where = _where(file.connection, asked)
        if where.empty:
            continue
        total += file.connection.execute(
            f"SELECT count(*) FROM event WHERE {where.sql}",  # noqa: S608 (no value in the text)
            where.values,
        ).fetchone()[0]
        if len(events) <= limit and (before is None or before > file.before_first):
            # One more than the page holds, to know whether there is a next one.
            events += _page(file, where, before, limit + 1 - len(events))
    more = len(events) > limit
    page = tuple(events[:limit])
    return EventPage(page, total, page[-1].seq if more and page else None)


def _page(file: YearReader, where: _Where, before: int | None, wanted: int) -> list[Event]:
    sql, values = where.sql, where.values
    if before is not None and (
        at := file.connection.execute(
            "SELECT time_ms FROM event WHERE seq = ?", (before,)
        ).fetchone()
    ):
        sql = f"{sql} AND (time_ms, seq) < (?, ?)"
        values = (*values, at[0], before)
    rows = file.connection.execute(
        f"SELECT seq, entry, leaf_hash FROM event WHERE {sql}"  # noqa: S608
        " ORDER BY time_ms DESC, seq DESC LIMIT ?",
        (*values, wanted),
    )
    return [readable(*row, place=file.name) for row in rows]


def _where(connection: sqlite3.Connection, asked: EventFilter) -> _Where:
    conditions: list[_Where] = []
    if asked.user.strip():
        conditions.append(_person(connection, "user", asked.user.strip()))
    if asked.client.strip():
        conditions.append(_person(connection, "client", asked.client.strip()))
    if asked.document.strip():
        conditions.append(
            _Where(
                "seq IN (SELECT seq FROM touched WHERE document_oid = ?)",
                (asked.document.strip(),),
            )
        )
    # The plus keeps SQLite, which has no statistics here, from taking the wider index.
    narrow = "+" if conditions else ""
    if asked.kind is not None:
        conditions.append(_Where(f"{narrow}kind = ?", (asked.kind.value,)))
        narrow = "+"
    if asked.phase is not None:
        conditions.append(_Where(f"{narrow}phase = ?", (asked.phase.value,)))
    if asked.time_from is not None:
        conditions.append(_Where("time_ms >= ?", (_milliseconds(asked.time_from),)))
    if asked.time_to is not None:
        conditions.append(_Where("time_ms < ?", (_milliseconds(asked.time_to),)))
    if asked.register:
        controller, _, register = asked.register.partition("/")
        conditions.append(_Where("controller_oid = ? AND register = ?", (controller, register)))
    return _Where(
        " AND ".join(condition.sql for condition in conditions) or "true",
        tuple(value for condition in conditions for value in condition.values),
        any(condition.empty for condition in conditions),
    )


def _person(connection: sqlite3.Connection, whose: str, text: str) -> _Where:
    """Those whose identifier is ``text``, or whose name has a word for each of its words.

    A word matches by its beginning. ``whose`` is ``user`` or ``client``, part of the SQL.
    """
    names = _names(connection, whose, words_of(text))
    by_id = _Where(f"{whose}_id = ?", (text,))
    known = connection.execute(
        f"SELECT 1 FROM event WHERE {by_id.sql} LIMIT 1",  # noqa: S608
        by_id.values,
    ).fetchone()
    # One condition alone lets an index give the rows in order; both together need a sort.
    if not names:
        return _Where(by_id.sql, by_id.values, empty=not known)
    listed = "_name IN (SELECT value FROM json_each(?))"
    by_name = _Where(whose + listed, (json.dumps(sorted(names)),))
    if not known:
        return by_name
    return _Where(f"({by_id.sql} OR {by_name.sql})", (*by_id.values, *by_name.values))


def _names(connection: sqlite3.Connection, whose: str, words: list[str]) -> set[str]:
    """The names that have, for each word, a word beginning with it."""
    found: set[str] | None = None
    for word in words:
        rows = connection.execute(
            "SELECT name FROM name_word WHERE whose = ? AND word >= ? AND word < ?",
            (whose, word, after(word)),
        )
        names = {name for (name,) in rows}
        found = names if found is None else found & names
        if not found:
            break
    return found or set()


def _milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970, rounded up, so that a bound between two of them keeps its side."""
    return -((_EPOCH - moment) // timedelta(milliseconds=1))
