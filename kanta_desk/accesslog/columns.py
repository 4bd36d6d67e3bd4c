"""What searches compare, as numbers: a file's events as arrays that fit in memory.

Of each event a file keeps a *profile* (kind, phase, purpose, unit and user together: a year has
some ten thousand different ones, so that its number takes two bytes), the client as a number, and
the time. A condition on any of the five is asked of the profiles, which are few, and then of all
events at once by their numbers: ten million take some milliseconds, whatever is combined.

``slice`` holds the arrays, cut into pieces by the place (from 0) of the first event of each:
``code`` the profiles' numbers, ``client`` the clients', ``time`` the times; and ``profile`` the
profiles that were new in a piece. A piece is written for every ``BLOCK`` events; of a year that is
over they are put together, so that a disk finds them in one place. ``value`` says what the numbers
of a field mean. Number 0 is nothing: an event that was disposed of, or one without a client. The
events after the last piece are read from the log itself. All of it can be made anew from the
entries.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kanta_desk.accesslog.driver import Connection

BLOCK = 1 << 12
"""Events in a piece."""

PARTS = ("code", "client", "time", "profile")
"""The arrays of a file; the first three have a number for each event."""

FIELDS = ("kind", "phase", "purpose", "unit_name", "user_id")
"""The fields of a profile."""

CLIENT = "client_id"

Codes = NDArray[Any]
"""Numbers of one kind, for each event of a file or a block."""

Mask = NDArray[np.bool_]
"""For each of something, whether it is meant."""

Row = tuple[int, int, str, str, str, str, str, str | None]
"""Number, time, the fields of the profile, and the client of an event."""

_COLUMNS = ", ".join(f"coalesce({field}, '')" for field in FIELDS)
_ROWS = f"SELECT seq, time_ms, {_COLUMNS}, {CLIENT} FROM event"  # noqa: S608 (names of the schema)
_WIDTHS = tuple(map(np.dtype, ("<u2", "<u4", "<i4", "<i8")))
_HEADER = struct.Struct("<qB")

_MOST = 1 << 20
"""Events in a piece at most, where many are written at once."""

NO_CODES: Codes = np.zeros(0, np.uint16)
NO_PROFILES: Codes = np.zeros((1, len(FIELDS)), np.uint16)
"""The profile that means nothing, alone."""


def rows_of(connection: Connection, first: int, last: int) -> list[Row]:
    """The events from ``first`` to ``last``, as the log itself has them.

    Raises:
        driver.Error: as SQLite says it.
    """
    return connection.execute(
        f"{_ROWS} WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last)
    ).fetchall()


def rows_at(connection: Connection, numbers: Sequence[int]) -> list[Row]:
    """The events with some numbers that are there, in the order of these.

    Raises:
        driver.Error: as SQLite says it.
    """
    return connection.execute(
        f"{_ROWS} WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq",  # noqa: S608
        (json.dumps(numbers),),
    ).fetchall()


def coded_in(connection: Connection) -> int:
    """How many events a file has slices of.

    Raises:
        driver.Error: as SQLite says it.
    """
    row = connection.execute(
        "SELECT first, data FROM slice WHERE part = 'code' ORDER BY first DESC LIMIT 1"
    ).fetchone()
    return 0 if row is None else int(row[0]) + len(_unpacked(row[1]))


class Numbering:
    """The numbers that values and profiles of one file have; new ones are given as they come."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, int]] = {field: {"": 0} for field in (*FIELDS, CLIENT)}
        self.profiles: dict[tuple[int, ...], int] = {}
        self._news: list[tuple[str, str, int]] = []
        self._new_profiles: list[tuple[int, ...]] = []
        self._highest = dict.fromkeys(self.values, 0)
        self._last_profile = 0

    @classmethod
    def of(cls, connection: Connection) -> Numbering:
        """As the file has them.

        Raises:
            driver.Error: as SQLite says it.
        """
        found = cls()
        found.values = numbers_in(connection, (*FIELDS, CLIENT))
        found._highest = {field: max(known.values()) for field, known in found.values.items()}
        table = profiles_in(connection)
        found.profiles = {tuple(row): code for code, row in enumerate(table.tolist()) if code}
        found._last_profile = len(table) - 1
        return found

    def profile(self, fields: Sequence[str]) -> int:
        """The number of a profile."""
        numbers = tuple(
            self.values[field].get(value) or self._number(field, value)
            for field, value in zip(FIELDS, fields, strict=True)
        )
        code = self.profiles.get(numbers)
        if code is None:
            self._last_profile += 1
            self.profiles[numbers] = code = self._last_profile
            self._new_profiles.append(numbers)
        return code

    def client(self, client: str | None) -> int:
        """The number of a client."""
        return (self.values[CLIENT].get(client) or self._number(CLIENT, client)) if client else 0

    def news(self) -> tuple[list[tuple[str, str, int]], list[tuple[int, ...]]]:
        """The values and the profiles that were given a number since this was asked last."""
        news = self._news, self._new_profiles
        self._news, self._new_profiles = [], []
        return news

    def _number(self, field: str, value: str) -> int:
        if not value:
            return 0
        self._highest[field] += 1
        self.values[field][value] = code = self._highest[field]
        self._news.append((field, value, code))
        return code


def write_piece(connection: Connection, coded: int, size: int, numbering: Numbering) -> None:
    """Write the slices of the events after ``coded`` up to ``size``, in the caller's transaction.

    If that is given up, ``numbering`` is of no use any more.

    Raises:
        driver.Error: as SQLite says it.
    """
    codes, clients, times = [], [], []
    time = 0
    for first in range(coded + 1, size + 1, BLOCK):
        last = min(first + BLOCK - 1, size)
        there = {row[0]: row for row in rows_of(connection, first, last)}
        for seq in range(first, last + 1):
            code = client = 0
            if row := there.get(seq):
                time = row[1]
                code, client = numbering.profile(row[2:-1]), numbering.client(row[-1])
            codes.append(code)
            clients.append(client)
            times.append(time)  # of one that was disposed of, the time before it keeps the order
    values, profiles = numbering.news()
    connection.executemany("INSERT INTO value VALUES (?, ?, ?)", values)
    for part, numbers in zip(PARTS, (codes, clients, times, profiles), strict=True):
        put(connection, part, coded, np.array(numbers, np.int64).ravel())


def write_rest(connection: Connection, size: int) -> None:
    """Write the slices of all of ``size`` events that have none, inside the caller's transaction.

    Raises:
        driver.Error: as SQLite says it.
    """
    coded = coded_in(connection)
    if coded < size:
        numbering = Numbering.of(connection)
        for first in range(coded, size, _MOST):
            write_piece(connection, first, min(first + _MOST, size), numbering)


def put_together(connection: Connection) -> None:
    """Make one piece of the pieces of each part, inside the caller's transaction.

    Raises:
        driver.Error: as SQLite says it.
    """
    for part in PARTS:
        whole = slices_in(connection, part)
        connection.execute("DELETE FROM slice WHERE part = ?", (part,))
        put(connection, part, 0, whole)


def put(connection: Connection, part: str, first: int, numbers: Codes) -> None:
    """Write one piece, in place of the one that is there.

    Raises:
        driver.Error: as SQLite says it.
    """
    data = _packed(numbers, part)
    connection.execute("INSERT OR REPLACE INTO slice VALUES (?, ?, ?)", (part, first, data))


def profiles_in(connection: Connection) -> Codes:
    """The profiles of a file: a row of ``FIELDS``' numbers for each; the first means nothing.

    Raises:
        driver.Error: as SQLite says it.
    """
    return np.concatenate((NO_PROFILES, table_of(slices_in(connection, "profile"))))


def table_of(numbers: Codes) -> Codes:
    """The numbers of profiles as rows, one for each."""
    return numbers.reshape(-1, len(FIELDS))


def numbers_in(connection: Connection, fields: Sequence[str] = FIELDS) -> dict[str, dict[str, int]]:
    """The numbers of the values of each of ``fields``.

    Raises:
        driver.Error: as SQLite says it.
    """
    found: dict[str, dict[str, int]] = {field: {"": 0} for field in fields}
    for field, known in found.items():
        known |= connection.execute(
            "SELECT value, code FROM value WHERE field = ?", (field,)
        ).fetchall()
    return found


def pieces_in(connection: Connection, part: str, start: int = 0) -> list[tuple[int, Codes]]:
    """The pieces of one part that begin at place ``start`` or after it, each with its place.

    Raises:
        driver.Error: as SQLite says it.
    """
    rows = connection.execute(
        "SELECT first, data FROM slice WHERE part = ? AND first >= ? ORDER BY first", (part, start)
    )
    return [(first, _unpacked(data)) for first, data in rows]


def slices_in(connection: Connection, part: str, start: int = 0) -> Codes:
    """The numbers of one part from place ``start`` on, where a piece begins.

    Raises:
        driver.Error: as SQLite says it.
    """
    found = [numbers for _, numbers in pieces_in(connection, part, start)]
    return np.concatenate(found) if found else NO_CODES


def used_in(connection: Connection) -> dict[str, set[int]]:
    """The numbers that events have, of each field and of clients.

    Raises:
        driver.Error: as SQLite says it.
    """
    profiles = profiles_in(connection)[np.unique(slices_in(connection, "code"))]
    clients = np.unique(slices_in(connection, "client"))
    of_fields = dict(zip(FIELDS, profiles.T.tolist(), strict=True))
    return {field: {0, *used} for field, used in (*of_fields.items(), (CLIENT, clients.tolist()))}


def client_codes(connection: Connection, clients: str) -> list[int]:
    """The numbers of those of ``clients``, a JSON array, that the slices know.

    Raises:
        driver.Error: as SQLite says it.
    """
    rows = connection.execute(
        "SELECT code FROM value WHERE field = ? AND value IN (SELECT value FROM json_each(?))",
        (CLIENT, clients),
    )
    return [code for (code,) in rows]


def _packed(numbers: Codes, part: str) -> bytes:
    """Where they begin, how wide each is, and the numbers; of times, how much later each is."""
    base = int(numbers[0]) if part == "time" and numbers.size else 0
    kept = np.diff(numbers, prepend=base) if part == "time" else numbers
    low, high = kept.min(initial=0), kept.max(initial=0)
    width = next(
        at
        for at, each in enumerate(_WIDTHS)
        if np.iinfo(each).min <= low and high <= np.iinfo(each).max
    )
    return _HEADER.pack(base, width) + kept.astype(_WIDTHS[width]).tobytes()


def _unpacked(data: bytes) -> Codes:
    base, width = _HEADER.unpack_from(data)
    kept = np.frombuffer(data, _WIDTHS[width], offset=_HEADER.size)
    return base + np.cumsum(kept, dtype=np.int64) if base else kept
