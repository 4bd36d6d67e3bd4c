"""The columns of one file as a reader has them: loaded when they are asked for, kept, followed.

A view belongs to one reader and goes on with its moments: what it holds of whole blocks stays, and
of what came after them only the new events are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import numpy as np

from kanta_desk.accesslog import columns
from kanta_desk.accesslog.columns import FIELDS, Codes, Mask, Row
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.periods import months_from

_MUCH = 4
"""Events that are one in so many of a file, or fewer, are looked at one by one."""

_MANY = 2_000
"""So many profiles are not looked up one by one."""


def places_of(numbers: Iterable[int]) -> Codes:
    """The places of events by their numbers."""
    return np.fromiter(numbers, np.int64) - 1


class Inverted:
    """Where each number of an array is: for what few events have."""

    def __init__(self, numbers: Codes, counts: Codes) -> None:
        """``counts`` is how often each number is there."""
        self._places = np.argsort(numbers, kind="stable").astype(np.int32)
        self._counts, self._ends = counts, np.cumsum(counts)

    def places(self, numbers: Codes) -> Codes:
        """The places of some numbers, ascending."""
        spans = zip(self._ends[numbers].tolist(), self._counts[numbers].tolist(), strict=True)
        of_each = [self._places[end - n : end] for end, n in spans]
        return np.sort(np.concatenate(of_each)) if of_each else self._places[:0]


class View:
    """A file's events as arrays; event ``seq`` is at place ``seq - 1``, save in a view of few."""

    def __init__(self, connection: Connection) -> None:
        """Of a file that is open for reading; it is empty until it is told to follow."""
        self._connection = connection
        self.size = 0
        self._only: Codes | None = None
        self.profiles: Codes = columns.NO_PROFILES
        self.profile_of: Codes = columns.NO_CODES
        self._coded: Codes = columns.NO_CODES
        self._known: Codes = columns.NO_PROFILES
        self._numbers: dict[str, dict[str, int]] = {}
        self._names: dict[str, list[str]] = {}
        self._tail: list[Row] = []
        self._of_tail: dict[tuple[int, ...], int] = {}
        self._tail_codes: list[int] = []
        self._clients: Codes = columns.NO_CODES
        self._times: Codes = columns.NO_CODES
        self._all_times: Codes | None = None
        self._totals: Codes | None = None
        self._in_order: bool | None = None
        self._monthly: tuple[list[str], Codes] | None = None
        self._by_profile: Inverted | None = None
        self._by_client: Inverted | None = None
        self._client_counts: Codes = columns.NO_CODES

    @classmethod
    def of_few(cls, connection: Connection, numbers: Sequence[int]) -> View:
        """A view of some events alone, for which the file's columns need not be read.

        Raises:
            driver.Error: as SQLite says it.
        """
        found = cls(connection)
        found._numbers = {field: {"": 0} for field in FIELDS}
        rows = columns.rows_at(connection, numbers)
        found._only = np.array([row[0] for row in rows], np.int64)
        found._take(rows, found._only.tolist())
        found._number_tail(len(rows))
        return found

    def numbers(self, places: Codes) -> Codes:
        """The numbers of the events at some places."""
        return places + 1 if self._only is None else self._only[places]

    def follow(self, size: int) -> None:
        """Come to where the file is now, with ``size`` events.

        Raises:
            driver.Error: as SQLite says it.
        """
        if size == self.size:
            return
        if not self.size or size >= len(self._coded) + columns.BLOCK:
            self._load_pieces()
        first = len(self._coded) + len(self._tail) + 1
        self._take(columns.rows_of(self._connection, first, size), range(first, size + 1))
        self._number_tail(size)

    def _number_tail(self, size: int) -> None:
        news = columns.table_of(np.array(list(self._of_tail), np.uint32))
        self.profiles = np.concatenate((self._known, news))
        codes = np.array(self._tail_codes, np.min_scalar_type(len(self.profiles)))
        self.profile_of = np.concatenate((self._coded, codes))
        self.size = size
        self._all_times = self._totals = self._in_order = None
        self._monthly = self._by_profile = None
        self._names.clear()

    @property
    def times(self) -> Codes:
        """The time of each event in milliseconds; of one that was disposed of, some time near."""
        if self._all_times is None:
            self._times = self._followed("time", self._times)
            tail = np.array([row[1] for row in self._tail], np.int64)
            self._all_times = np.concatenate((self._times, tail))
        return self._all_times

    @property
    def in_order(self) -> bool:
        """Whether no event is earlier than one before it, as it is unless a clock was set back."""
        if self._in_order is None:
            times = self.times
            self._in_order = bool((times[1:] >= times[:-1]).all())
        return self._in_order

    @property
    def totals(self) -> Codes:
        """How many events have each profile."""
        if self._totals is None:
            self._totals = np.bincount(self.profile_of, minlength=len(self.profiles))
        return self._totals

    @property
    def monthly(self) -> tuple[list[str], Codes]:
        """The months that there are, and how many events of each have each profile; in order."""
        if self._monthly is None:
            times = self.times
            months = list(months_from(int(times[0]), int(times[-1]))) if len(times) else []
            ends = [*np.searchsorted(times, [begin for _, begin in months[1:]]), len(times)]
            counts = [
                np.bincount(self.profile_of[first:end], minlength=len(self.profiles))
                for first, end in pairwise((0, *ends))
            ]
            self._monthly = [month for month, _ in months], np.array(counts, np.int32)
        return self._monthly

    def names(self, field: str) -> list[str]:
        """What the numbers of a field mean."""
        found = self._names.get(field)
        if found is None:
            found = self._names[field] = [""] * self._length(field)
            for value, code in self._numbers[field].items():
                found[code] = value
        return found

    def _length(self, field: str) -> int:
        """How many numbers a field has: profiles keep those of values that were disposed of."""
        kept = self.profiles[:, FIELDS.index(field)].max(initial=0)
        return max(int(kept), *self._numbers[field].values(), 0) + 1

    def having(self, field: str, values: Collection[str]) -> Mask:
        """The profiles that have one of ``values`` in a field."""
        known = self._numbers[field]
        codes = [known[value] for value in values if value in known]
        meant = np.zeros(len(self.names(field)), np.bool_)
        meant[codes] = True
        found: Mask = meant.take(self.profiles[:, FIELDS.index(field)])
        found[0] = False
        return found

    def is_rare(self, profiles: Mask) -> bool:
        """Whether few events have one of some profiles."""
        codes = np.flatnonzero(profiles)
        return len(codes) <= _MANY and bool(_MUCH * self.totals[codes].sum() <= self.size)

    def with_profiles(self, profiles: Mask) -> Codes:
        """The places of the events that have one of some profiles, which are rare."""
        if self._by_profile is None:
            self._by_profile = Inverted(self.profile_of, self.totals)
        return self._by_profile.places(np.flatnonzero(profiles))

    def of_clients(self, clients: Collection[str], listed: str) -> Codes | Mask:
        """The events of some clients: their places if these are few, else whether each is one.

        ``listed`` are the clients as a JSON array.

        Raises:
            driver.Error: as SQLite says it.
        """
        numbers = self._client_numbers()
        counts = self._client_counts
        codes = np.array(columns.client_codes(self._connection, listed), np.int64)
        codes = codes[codes < len(counts)]
        tail = np.array([row[-1] in clients for row in self._tail], np.bool_)
        if _MUCH * counts[codes].sum() > self.size:
            meant = np.zeros(len(counts), np.bool_)
            meant[codes] = True
            return np.concatenate((meant.take(numbers), tail))
        if self._by_client is None:
            self._by_client = Inverted(numbers, counts)
        return np.concatenate((self._by_client.places(codes), np.flatnonzero(tail) + len(numbers)))

    def within(self, low: int, high: int) -> Codes | Mask:
        """The events of ``[low, high)`` in milliseconds, in the same way."""
        if not self.in_order:
            found: Mask = (self.times >= low) & (self.times < high)
            return found
        first, last = np.searchsorted(self.times, (low, high)).tolist()
        if _MUCH * (last - first) < self.size:
            return np.arange(first, max(first, last))
        found = np.zeros(self.size, np.bool_)
        found[first:last] = True
        return found

    def _load_pieces(self) -> None:
        """Take the pieces that are there now, and forget what was read in their place."""
        self._known = columns.profiles_in(self._connection)
        self._numbers = columns.numbers_in(self._connection)
        news = columns.slices_in(self._connection, "code", len(self._coded))
        self._coded = np.concatenate((self._coded, news))
        self._tail, self._of_tail, self._tail_codes = [], {}, []

    def _client_numbers(self) -> Codes:
        """The client of each event as far as the pieces were taken, as a number."""
        known = self._followed("client", self._clients)
        if known is not self._clients:
            self._clients, self._client_counts = known, np.bincount(known)
            self._by_client = None
        return known

    def _followed(self, part: str, known: Codes) -> Codes:
        """A part as far as the pieces were taken: another moment may have more."""
        if len(known) < len(self._coded):
            news = columns.slices_in(self._connection, part, len(known))
            known = np.concatenate((known, news))[: len(self._coded)]
        return known

    def _take(self, rows: Sequence[Row], numbers: Sequence[int]) -> None:
        """Number the profiles of events that have no slices yet.

        They get numbers of their own, of which it does not matter if the slices have them too.
        """
        there = {row[0]: row for row in rows}
        time = self._tail[-1][1] if self._tail else 0
        for seq in numbers:
            row = there.get(seq)
            if row is None:  # disposed of
                self._tail.append((seq, time, "", "", "", "", "", None))
                self._tail_codes.append(0)
                continue
            time = row[1]
            numbers = tuple(map(self._number, FIELDS, row[2:-1]))
            code = self._of_tail.setdefault(numbers, len(self._known) + len(self._of_tail))
            self._tail.append(row)
            self._tail_codes.append(code)

    def _number(self, field: str, value: str) -> int:
        known = self._numbers[field]
        if value not in known:
            # Disposals leave gaps in the numbers, so that their count would not do.
            known[value] = max(known.values()) + 1
        return known[value]
