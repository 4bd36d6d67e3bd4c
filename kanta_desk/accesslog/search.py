"""Search: pages by key, newest first, over the files; exact counts; facets.

The order is by year, then time, then register and number, all descending. A page never skips rows
(no OFFSET): it continues at an event. How a file is read is decided in ``accesslog.plan``: a
document's, session's or client's own events, the users' or the kinds' by an index that ends in
time, or all by time; several of a sort (two users, the phases of a kind) are read side by side and
merged. Counts come from the tally wherever it knows the conditions.
"""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from kanta_desk.accesslog.periods import month_name, month_of_day
from kanta_desk.accesslog.plan import Arm, People, Plan, planned
from kanta_desk.accesslog.readers import TreeReader
from kanta_desk.accesslog.schema import TALLY_KEYS, TALLY_OF_USER, Level
from kanta_desk.accesslog.yearfile import head_of, readable
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import (
    EventFilter,
    EventPage,
    EventRef,
    Facets,
    LogHead,
    Share,
    TreeName,
)

_KEYS = ("kind", "phase", "purpose", "unit_name", "user_id")
_ALL = 1 << 62
_FEW = 4
"""Rows that are read at first of one of many arms; four times as many each time after that."""

Key = tuple[int, int, str, int]
"""Year, time, register, number: the order of the list."""


@dataclass(frozen=True, slots=True)
class Found:
    """A search as the log stood at one moment: pages with ``upto`` fit ``first`` and ``total``."""

    total: int
    first: EventPage
    upto: LogHead


def look(files: Sequence[TreeReader], asked: EventFilter, limit: int) -> Found:
    """The first page of what matches, and how many there are.

    Raises:
        LogDamaged: if an entry cannot be read.
    """
    heads = {}
    for file in reversed(files):
        head = head_of(file.connection, file.tree)
        if head is not None:
            heads[file.tree.register] = head
    upto = LogHead(tuple(sorted(heads.values(), key=lambda head: head.tree)))
    return Found(count(files, asked), page(files, asked, None, limit), upto)


def page(
    files: Sequence[TreeReader],
    asked: EventFilter,
    before: EventRef | None,
    limit: int,
    upto: LogHead | None = None,
) -> EventPage:
    """A page of at most ``limit`` events that match.

    Args:
        files: the newest year first, each inside a read transaction.
        before: the last event of the page before, or None for the first page.
        upto: leave out what was written after this head, so that pages do not move.

    Raises:
        LookupError: if ``before`` is not in the log.
        LogDamaged: if an entry cannot be read.
    """
    after = _key_of(files, before) if before is not None else None
    # One more than the page holds, to know whether there is a next one.
    found = list(islice(_found(files, asked, after, limit + 1, upto), limit + 1))
    shown = found[:limit]
    events = tuple(readable(*row) for row in _rows(files, shown))
    return EventPage(events, events[-1].ref if len(found) > limit and events else None)


def texts(
    files: Sequence[TreeReader],
    asked: EventFilter,
    before: EventRef | None,
    limit: int,
    upto: LogHead,
) -> tuple[list[bytes], EventRef | None]:
    """The entries of a page as they were hashed, and what continues it; as ``page``.

    Raises:
        LookupError: if ``before`` is not in the log.
    """
    after = _key_of(files, before) if before is not None else None
    found = list(islice(_found(files, asked, after, limit + 1, upto), limit + 1))
    got = [text for _, _, text, _ in _rows(files, found[:limit])]
    year, _, register, seq = found[limit - 1] if len(found) > limit else (0, 0, "", 0)
    return got, EventRef(register, year, seq) if seq else None


def before_time(
    files: Sequence[TreeReader], asked: EventFilter, moment_ms: int, upto: LogHead | None = None
) -> EventRef | None:
    """The event to continue from, so that the page begins with the newest match before a moment.

    None if nothing that matches is as new: then it is the first page.
    """
    people = People(files)
    keys = []
    for file in files:
        plan = _planned(file, asked, people, upto)
        if plan is None or moment_ms >= plan.high:
            continue
        later = plan.within(max(moment_ms, plan.low), plan.high)
        for arm in plan.arms:
            sql, values = arm.where(later)
            row = file.connection.execute(
                f"SELECT time_ms, seq FROM event {arm.source} WHERE {sql}"  # noqa: S608
                " ORDER BY time_ms, seq LIMIT 1",
                values,
            ).fetchone()
            if row:
                keys.append((file.tree.year, row[0], file.tree.register, row[1]))
    if not keys:
        return None
    year, _, register, seq = min(keys)
    return EventRef(register, year, seq)


def count(files: Sequence[TreeReader], asked: EventFilter) -> int:
    """How many events match, exactly.

    Raises:
        LogDamaged: if an entry cannot be read.
    """
    people = People(files)
    total = 0
    for file in files:
        plan = planned(file, asked, people)
        if plan is not None:
            total += _total(file, plan)
    return total


def _total(file: TreeReader, plan: Plan) -> int:
    key = ("total", file.moment, plan.terms, plan.low, plan.high)
    return file.remembered(key, lambda: sum(n or 0 for (n,) in _tallied(file, plan, "")))


def facets(files: Sequence[TreeReader], asked: EventFilter) -> Facets:
    """How the events that match are shared among kinds, users, units, purposes and months.

    Raises:
        LogDamaged: if an entry cannot be read.
    """
    people = People(files)
    shared = _Shared()
    names: dict[str, str] = {}
    for file in files:
        plan = planned(file, asked, people)
        if plan is None:
            continue
        shared.add(_remembered(file, plan))
        for known in shared.counts["user_id"].keys() - names.keys():
            row = file.connection.execute(
                "SELECT name FROM person WHERE whose = 'user' AND id = ? LIMIT 1", (known,)
            ).fetchone()
            if row:
                names[known] = row[0]
    return Facets(
        total=shared.counts["kind"].total(),
        kinds=_shares(shared.counts["kind"]),
        phases=_shares(shared.counts["phase"]),
        users=_shares(shared.counts["user_id"], names)[: Facets.MOST_USERS],
        units=_shares(shared.counts["unit_name"]),
        purposes=_shares(shared.counts["purpose"]),
        months=tuple(Share(month_name(month), n) for month, n in sorted(shared.months.items())),
    )


class _Shared:
    """Counts by value, for each facet."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {key: Counter() for key in _KEYS}
        self.months: Counter[int] = Counter()

    def add(self, other: _Shared) -> None:
        for key, counts in other.counts.items():
            self.counts[key].update(counts)
        self.months.update(other.months)


def _remembered(file: TreeReader, plan: Plan) -> _Shared:
    """The facets of one file; those of a year that is over never change, so they are kept."""
    key = ("facets", file.moment, plan.terms, plan.low, plan.high)
    return file.remembered(key, lambda: _shared(file, plan))


def _shared(file: TreeReader, plan: Plan) -> _Shared:
    made = _Shared()
    if not plan.columns <= TALLY_KEYS:
        # One reading for all of them: what costs is to read the events.
        shown = f"{', '.join(_KEYS)}, local_month(time_ms), "
        for *values, month, n in _counted(file, plan, shown, " GROUP BY 1, 2, 3, 4, 5, 6"):
            made.months[month] += n
            for name, value in zip(_KEYS, values, strict=True):
                made.counts[name][value] += n
        return made
    for keys in (("kind", "phase"), ("purpose", "unit_name"), ("user_id",)):
        for *values, n in _tallied(file, plan, ", ".join(keys)):
            for name, value in zip(keys, values, strict=True):
                made.counts[name][value] += n
    for month, n in _months(file, plan):
        made.months[month] += n
    return made


def _shares(counts: Counter[str], names: dict[str, str] | None = None) -> tuple[Share, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Share(key, n, (names or {}).get(key, "")) for key, n in ordered)


def _found(
    files: Sequence[TreeReader],
    asked: EventFilter,
    after: Key | None,
    wanted: int,
    upto: LogHead | None,
) -> Iterator[Key]:
    """The keys of what matches, newest first; at most ``wanted`` are read of each arm."""
    people = People(files)
    for year, of_year in groupby(files, key=lambda file: file.tree.year):
        if after is not None and year > after[0]:
            continue
        rows = []
        for file in of_year:
            plan = _planned(file, asked, people, upto)
            if plan is not None:
                arms = plan.arms
                some = max(_FEW, 2 * wanted // len(arms)) if len(arms) > 1 else wanted
                rows += [_arm(file, plan, arm, after, some) for arm in arms]
        yield from heapq.merge(*rows, reverse=True)


def _planned(
    file: TreeReader, asked: EventFilter, people: People, upto: LogHead | None
) -> Plan | None:
    """The plan for what was in the file when ``upto`` was the head."""
    if upto is not None and upto.of(file.tree) is None:
        years = (head.tree.year for head in upto.trees if head.tree.register == file.tree.register)
        if file.tree.year > max(years, default=0):  # begun since
            return None
    plan = planned(file, asked, people)
    return plan and plan.among(upto)


def _arm(file: TreeReader, plan: Plan, arm: Arm, after: Key | None, some: int) -> Iterator[Key]:
    """The keys of one arm, ``some`` at first, for of most arms a page takes but a few."""
    where, values = arm.where(plan)
    year, register = file.tree.year, file.tree.register
    while True:
        sql, bound = where, values
        if after is not None and year == after[0]:
            # Of two files of one year, the register tells which comes first at the same moment.
            seq = after[3] if register == after[2] else _ALL if register < after[2] else 0
            sql += " AND time_ms <= ? AND (time_ms < ? OR seq < ?)"
            bound = (*bound, after[1], after[1], seq)
        rows = file.connection.execute(
            f"SELECT time_ms, seq FROM event {arm.source} WHERE {sql}"  # noqa: S608 (no value in it)
            " ORDER BY time_ms DESC, seq DESC LIMIT ?",
            (*bound, some),
        ).fetchall()
        yield from ((year, time, register, seq) for time, seq in rows)
        if len(rows) < some:
            return
        after, some = (year, rows[-1][0], register, rows[-1][1]), 4 * some


def _tallied(file: TreeReader, plan: Plan, columns: str) -> Iterator[tuple[Any, ...]]:
    """Values of ``columns`` with their counts; the same values may come more than once."""
    group = f" GROUP BY {columns}" if columns else ""
    shown = f"{columns}, " if columns else ""
    if not plan.columns <= TALLY_KEYS:
        yield from _counted(file, plan, shown, group)
        return
    yield from _counted(file, plan.tail, shown, group)
    needed = plan.columns | set(columns.split(", ") if columns else ())
    for level, low, high in plan.spans.whole:
        yield from _of_level(file, plan, level.narrowest(needed), low, high, shown, group)
    for low, high in plan.spans.rest:
        yield from _counted(file, plan.within(low, high).until(plan.listed), shown, group)


def _of_level(
    file: TreeReader, plan: Plan, level: Level, low: int, high: int, shown: str, group: str
) -> Iterator[tuple[Any, ...]]:
    """The same, from one level of the tally and the periods ``[low, high)`` of it."""
    by_user = plan.of_users and level in TALLY_OF_USER
    source = f" INDEXED BY {TALLY_OF_USER[level]}" if by_user else ""
    # The level stands in the statement itself, for each of these indexes is of one level only.
    where = " AND ".join((f"level = {level:d} AND period >= ? AND period < ?", *_sql(plan)))
    return file.connection.execute(
        f"SELECT {shown}sum(n) FROM tally{source} WHERE {where}{group}",  # noqa: S608
        (low, high, *_values(plan)),
    )


def _counted(file: TreeReader, plan: Plan, shown: str, group: str) -> Iterator[tuple[Any, ...]]:
    """The same, from the events themselves."""
    for arm in plan.all_arms:
        sql, values = arm.where(plan)
        yield from file.connection.execute(
            f"SELECT {shown}count(*) FROM event {arm.source} WHERE {sql}{group}",  # noqa: S608
            values,
        )


def _months(file: TreeReader, plan: Plan) -> Iterator[tuple[int, int]]:
    """Months with their counts, by what the tally knows; a month may come more than once."""
    yield from _counted(file, plan.tail, "local_month(time_ms), ", " GROUP BY 1")
    for level, low, high in plan.spans.whole:
        if level is Level.FILE:
            level, low, high = Level.MONTH, 0, _ALL
        level = level.narrowest(plan.columns)
        rows = _of_level(file, plan, level, low, high, "period, ", " GROUP BY period")
        for period, n in rows:
            yield (month_of_day(period) if level is Level.DAY else period), n
    for low, high in plan.spans.rest:
        edge = plan.within(low, high).until(plan.listed)
        yield from _counted(file, edge, "local_month(time_ms), ", " GROUP BY 1")


def _sql(plan: Plan) -> list[str]:
    return [term.sql for term in plan.terms]


def _values(plan: Plan) -> list[object]:
    return [value for term in plan.terms for value in term.values]


def _rows(
    files: Sequence[TreeReader], keys: Sequence[Key]
) -> list[tuple[TreeName, int, bytes, bytes]]:
    """Tree, number, text and leaf hash of each key, in one question to each file.

    Raises:
        LogDamaged: if a row that an index has is not there.
    """
    wanted: dict[tuple[int, str], list[int]] = {}
    for year, _, register, seq in keys:
        wanted.setdefault((year, register), []).append(seq)
    found: dict[tuple[int, str, int], tuple[TreeName, int, bytes, bytes]] = {}
    for file in files:
        year, register = file.tree.year, file.tree.register
        if (year, register) in wanted:
            rows = file.connection.execute(
                "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM json_each(?) JOIN event"
                " ON seq = value",
                (json.dumps(wanted[year, register]),),
            )
            for row in rows:
                found[year, register, row[0]] = (file.tree, *row)
    try:
        return [found[year, register, seq] for year, _, register, seq in keys]
    except KeyError as missing:
        year, register, seq = missing.args[0]
        raise LogDamaged(f"{register}/{year}/{seq}", "listed but not there") from None


def _key_of(files: Sequence[TreeReader], ref: EventRef) -> Key:
    for file in files:
        if file.tree == ref.tree:
            row = file.connection.execute(
                "SELECT time_ms FROM event WHERE seq = ?", (ref.seq,)
            ).fetchone()
            if row:
                return (ref.year, row[0], ref.register, ref.seq)
    raise LookupError(f"no event {ref}")
