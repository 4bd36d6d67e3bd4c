"""What one year's file says of the log's tree: where it starts, where it ends, what is between."""

from __future__ import annotations

import sqlite3

from kanta_desk.accesslog.entry import beginning_of, decode
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import HASH_SIZE, Frontier, leaf_hash, peaks_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import Event, LogHead


def start_of(connection: sqlite3.Connection, place: str) -> Frontier | None:
    """The tree of all that came before this file; None if the file has not been begun.

    Raises:
        LogDamaged: if there are events without a start, or the start cannot be.
    """
    row = connection.execute("SELECT size, peaks FROM start").fetchone()
    if row is None:
        if connection.execute("SELECT 1 FROM event LIMIT 1").fetchone():
            raise LogDamaged(place, "no start")
        return None
    size, joined = row
    peaks = tuple(joined[at : at + HASH_SIZE] for at in range(0, len(joined), HASH_SIZE))
    try:
        return Frontier(size, peaks)
    except ValueError:
        raise LogDamaged(place, "start") from None


def head_of(connection: sqlite3.Connection, place: str) -> LogHead:
    """The head as it was stored with the last event.

    Raises:
        LogDamaged: if there is none.
    """
    row = connection.execute("SELECT size, root FROM head").fetchone()
    if row is None:
        raise LogDamaged(place, "no head")
    return LogHead(*row)


def node_of(connection: sqlite3.Connection, start: Frontier, level: int, position: int) -> bytes:
    """The stored hash of a complete subtree that ends in this file, or is a peak of its start.

    Raises:
        LookupError: if the file does not hold it.
    """
    if (position + 1) << level <= start.size:
        peaks = peaks_of(start.size)
        if (level, position) not in peaks:
            raise LookupError(level, position)
        return start.peaks[peaks.index((level, position))]
    row = connection.execute(
        "SELECT hash FROM node WHERE level = ? AND position = ?", (level, position)
    ).fetchone()
    if row is None:
        raise LookupError(level, position)
    return bytes(row[0])


def frontier_of(connection: sqlite3.Connection, start: Frontier, place: str) -> Frontier:
    """The tree's frontier at the end of this file, from stored nodes and the last events.

    The events since the last stored node (less than 256) are hashed anew, and the root is
    compared with the stored head: this is the check made at every start.

    Raises:
        LogDamaged: naming the first event that does not fit.
    """
    head = head_of(connection, place)
    last = connection.execute("SELECT max(seq) FROM event").fetchone()[0]
    if (start.size if last is None else last) != head.size:
        raise LogDamaged(place, f"{head.size} events expected, the last is {last}")
    base, frontier = head.size >> NODE_LEVEL << NODE_LEVEL, start
    if base > start.size:
        try:
            peaks = [node_of(connection, start, *peak) for peak in peaks_of(base)]
        except LookupError:
            raise LogDamaged(place, "a node of the tree is missing") from None
        frontier = Frontier(base, tuple(peaks))
    rows = connection.execute(
        "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event WHERE seq > ? ORDER BY seq",
        (frontier.size,),
    )
    for seq, text, stored in rows:
        leaf = leaf_hash(text)
        expected = frontier.size + 1
        if seq != expected or leaf != stored or not text.startswith(beginning_of(expected)):
            raise LogDamaged(f"{place} {expected}", "the event does not match its hash")
        frontier = frontier.plus(leaf)
    if frontier.root != head.root:
        raise LogDamaged(place, "the tree does not match its head")
    return frontier


def event_of(connection: sqlite3.Connection, seq: int, place: str) -> Event | None:
    """One event, or None if it is not in this file.

    Raises:
        LogDamaged: if its entry cannot be read.
    """
    row = connection.execute("SELECT entry, leaf_hash FROM event WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else readable(seq, *row, place=place)


def readable(seq: int, text: str, leaf: bytes, *, place: str) -> Event:
    """A row as an event.

    Raises:
        LogDamaged: if the entry cannot be read.
    """
    try:
        return decode(text, leaf)
    except ValueError:
        raise LogDamaged(f"{place} {seq}", "the entry cannot be read") from None
