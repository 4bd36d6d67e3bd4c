"""Search: pages by key, newest first, over the files; exact counts; facets.

The order is by year, then time, then register and number, all descending. A page never skips rows
(no OFFSET): it continues at an event. What matches in a file is found in its columns (see
``accesslog.plan``); only the events of the page itself are read from the log.
"""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice

import numpy as np

from kanta_desk.accesslog.columns import FIELDS, Codes
from kanta_desk.accesslog.periods import months_from
from kanta_desk.accesslog.plan import Matching, People, matching
from kanta_desk.accesslog.readers import TreeReader
from kanta_desk.accesslog.view import View
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

_ALL = 1 << 62

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
    found = _newest(files, asked, before, limit + 1, upto)
    events = tuple(readable(*row) for row in _rows(files, found[:limit]))
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
    found = _newest(files, asked, before, limit + 1, upto)
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
        found = matching(file, asked, people)
        if found is not None:
            places = found.places
            later = found.view.times[places] >= moment_ms
            places = places[later & (found.view.numbers(places) <= _there(file, upto))]
            times = found.view.times[places]
            if places.size:
                at = int(times.argmin())
                seq = int(found.view.numbers(places)[at])
                keys.append((file.tree.year, int(times[at]), file.tree.register, seq))
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
    found = (matching(file, asked, people) for file in files)
    return sum(each.count for each in found if each is not None)


def facets(files: Sequence[TreeReader], asked: EventFilter) -> Facets:
    """How the events that match are shared among kinds, users, units, purposes and months.

    Raises:
        LogDamaged: if an entry cannot be read.
    """
    people = People(files)
    shared: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    months: Counter[str] = Counter()
    names: dict[str, str] = {}
    for file in files:
        found = matching(file, asked, people)
        if found is None:
            continue
        of_file, in_months = file.remembered(
            ("facets", file.moment, asked, people.meant(asked)), partial(_shares_of, found)
        )
        for field, counts in of_file.items():
            shared[field].update(counts)
        months.update(in_months)
        for known in of_file["user_id"].keys() - names.keys():
            row = file.connection.execute(
                "SELECT name FROM person WHERE whose = 'user' AND id = ? LIMIT 1", (known,)
            ).fetchone()
            if row:
                names[known] = row[0]
    return Facets(
        total=shared["kind"].total(),
        kinds=_shares(shared["kind"]),
        phases=_shares(shared["phase"]),
        users=_shares(shared["user_id"], names)[: Facets.MOST_USERS],
        units=_shares(shared["unit_name"]),
        purposes=_shares(shared["purpose"]),
        months=tuple(Share(month, n) for month, n in sorted(months.items())),
    )


def _shares_of(found: Matching) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """How many of the events that match have each value of each field, and how many each month."""
    view = found.view
    if view.in_order and found.is_of_profiles:
        names, of_months = view.monthly
        of_profile = np.where(found.profiles, view.totals, 0)
        counts = of_months.dot(found.profiles.astype(np.int32))
        months = dict(zip(names, counts.tolist(), strict=True))
    else:
        places = found.places
        of_profile = np.bincount(view.profile_of[places], minlength=len(view.profiles))
        months = _months(view, places)
    there = np.flatnonzero(of_profile)
    weights, profiles = of_profile[there], view.profiles[there]
    shared = {}
    for at, field in enumerate(FIELDS):
        of_value = np.bincount(profiles[:, at], weights=weights)
        known = view.names(field)
        shared[field] = {known[code]: int(of_value[code]) for code in np.flatnonzero(of_value)}
    return shared, {month: n for month, n in months.items() if n}


def _months(view: View, places: Codes) -> dict[str, int]:
    """How many of the events at some places each month has."""
    if not places.size:
        return {}
    times = view.times[places]
    months = list(months_from(int(times.min()), int(times.max())))
    begins = [begin for _, begin in months]
    if view.in_order:
        ends = np.searchsorted(places, np.searchsorted(view.times, begins))
    else:
        ends = np.searchsorted(np.sort(times), begins)
    of_each = np.diff(ends, append=len(places)).tolist()
    return dict(zip((month for month, _ in months), of_each, strict=True))


def _shares(counts: Counter[str], names: dict[str, str] | None = None) -> tuple[Share, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Share(key, n, (names or {}).get(key, "")) for key, n in ordered)


def _newest(
    files: Sequence[TreeReader],
    asked: EventFilter,
    before: EventRef | None,
    wanted: int,
    upto: LogHead | None,
) -> list[Key]:
    """The keys of what matches, newest first; at most ``wanted``."""
    after = _key_of(files, before) if before is not None else None
    people = People(files)
    found: list[Key] = []
    for year, of_year in groupby(files, key=lambda file: file.tree.year):
        if len(found) == wanted:
            break
        if after is not None and year > after[0]:
            continue
        rest = wanted - len(found)
        each = (
            _keys(file, matching(file, asked, people), _there(file, upto), after, rest)
            for file in of_year
        )
        found += islice(heapq.merge(*each, reverse=True), rest)
    return found


def _there(file: TreeReader, upto: LogHead | None) -> int:
    """How many events were in the file when ``upto`` was the head."""
    size = file.moment.size
    if upto is None:
        return size
    head = upto.of(file.tree)
    if head is not None:
        return min(size, head.size)
    years = (head.tree.year for head in upto.trees if head.tree.register == file.tree.register)
    return size if file.tree.year <= max(years, default=0) else 0  # else begun since


def _keys(
    file: TreeReader, found: Matching | None, there: int, after: Key | None, wanted: int
) -> list[Key]:
    """The newest keys of a file that come after ``after`` in the list; at most ``wanted``."""
    if found is None:
        return []
    times, year, register = found.view.times, file.tree.year, file.tree.register
    last, seq = _ALL, _ALL
    if after is not None and year == after[0]:
        # Of two files of one year, the register tells which comes first at the same moment.
        last = after[1]
        seq = after[3] if register == after[2] else _ALL if register < after[2] else 0
    if found.only is None and found.view.size == file.moment.size and found.view.in_order:
        same, end = np.searchsorted(times, last), np.searchsorted(times, last, "right")
        places = found.newest(min(there, int(end)), wanted + int(end - same))
    else:
        places = found.places
        places = places[(found.view.numbers(places) <= there) & (times[places] <= last)]
        places = places[np.lexsort((places, times[places]))]
    numbers = found.view.numbers(places)
    kept = np.flatnonzero((times[places] < last) | (numbers < seq))[-wanted:][::-1]
    return [
        (year, time, register, number)
        for time, number in zip(times[places][kept].tolist(), numbers[kept].tolist(), strict=True)
    ]


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
