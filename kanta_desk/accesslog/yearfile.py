"""What one file of the log says of its tree: where it ends, and what is in it."""

from __future__ import annotations

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import beginning_of, decode
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import Frontier, leaf_hash, peaks_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import Event, TreeHead, TreeName


def head_of(connection: Connection, tree: TreeName) -> TreeHead | None:
    """The head as it was stored with the last event; None if the file has not been begun.

    Raises:
        LogDamaged: if there are events without a head.
    """
    row = connection.execute("SELECT size, root FROM head").fetchone()
    if row is None:
        if connection.execute("SELECT 1 FROM event LIMIT 1").fetchone():
            raise LogDamaged(str(tree), "no head")
        return None
    return TreeHead(tree, row[0], bytes(row[1]))


def node_of(connection: Connection, level: int, position: int) -> bytes:
    """The stored hash of a complete subtree.

    Raises:
        LookupError: if the file does not hold it.
    """
    row = connection.execute(
        "SELECT hash FROM node WHERE level = ? AND position = ?", (level, position)
    ).fetchone()
    if row is None:
        raise LookupError(level, position)
    return bytes(row[0])


def frontier_of(connection: Connection, head: TreeHead) -> Frontier:
    """The tree's frontier at the end of this file, from stored nodes and the last events.

    The events since the last stored node (less than 256) are hashed anew, and the root is
    compared with the stored head: this is the check made at every start.

    Raises:
        LogDamaged: naming the first event that does not fit.
    """
    last = connection.execute("SELECT max(seq) FROM event").fetchone()[0] or 0
    if last != head.size:
        raise LogDamaged(str(head.tree), f"{head.size} events expected, the last is {last}")
    base = head.size >> NODE_LEVEL << NODE_LEVEL
    try:
        peaks = [node_of(connection, *peak) for peak in peaks_of(base)]
    except LookupError:
        raise LogDamaged(str(head.tree), "a node of the tree is missing") from None
    frontier = Frontier(base, tuple(peaks))
    rows = connection.execute(
        "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event WHERE seq > ? ORDER BY seq", (base,)
    )
    for seq, text, stored in rows:
        leaf = leaf_hash(text)
        expected = frontier.size + 1
        if seq != expected or leaf != stored or not text.startswith(beginning_of(expected)):
            raise LogDamaged(f"{head.tree}/{expected}", "the event does not match its hash")
        frontier = frontier.plus(leaf)
    if frontier.root != head.root:
        raise LogDamaged(str(head.tree), "the tree does not match its head")
    return frontier


def event_of(connection: Connection, tree: TreeName, seq: int) -> Event | None:
    """One event, or None if it is not in this file.

    Raises:
        LogDamaged: if its entry cannot be read.
    """
    row = connection.execute("SELECT entry, leaf_hash FROM event WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else readable(tree, seq, *row)


def readable(tree: TreeName, seq: int, text: str | bytes, leaf: bytes) -> Event:
    """A row as an event.

    Raises:
        LogDamaged: if the entry cannot be read.
    """
    try:
        return decode(text, leaf, tree)
    except ValueError:
        raise LogDamaged(f"{tree}/{seq}", "the entry cannot be read") from None
