"""Filling a new file with entries that exist already: fast, and exactly as they are.

For what is carried over from the old form, and for benches with ten million events. Indexes,
triggers and lists are made when all rows are in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from sqlite_utils import Database

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import beginning_of
from kanta_desk.accesslog.files import explained, roll_back
from kanta_desk.accesslog.growing import Growing
from kanta_desk.accesslog.lists import rebuild
from kanta_desk.accesslog.schema import INDEXES, NODE_LEVEL, add_indexes, add_triggers
from kanta_desk.accesslog.tree import Node, leaf_hash
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import TreeHead, TreeName

_CHUNK = 10_000
_MOST_DIGITS = 16

_LEFT_OPEN = """
INSERT INTO open_intent SELECT ?, ?, seq FROM event WHERE phase = 'aie'
EXCEPT SELECT ?, ?, json_extract(entry, '$[35]') FROM event
"""


def load(
    connection: Connection,
    tree: TreeName,
    entries: Iterable[bytes],
    gone: Mapping[tuple[int, int], bytes] | None = None,
    size: int = 0,
) -> TreeHead:
    """Write ``entries``, numbered from 1, to a file that is still empty; its head at the end.

    Entries may be missing where ``gone`` has the hashes, by level and position, that are left of
    them; ``size`` is then how many there were.

    ``connection`` is a writer's. When this returns, all is on the disk; if it fails the file is
    of no use and is to be removed.

    Raises:
        LogDamaged: if an entry does not have the number that comes next.
        LogError: if it cannot be written.
    """
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    rest, nodes = iter(entries), Nodes()
    growing = Growing(gone or {}, nodes.keep)
    with explained(str(tree)):
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for index in INDEXES:
            connection.execute(f"DROP INDEX {index}")
        try:
            connection.execute("BEGIN IMMEDIATE")
            while chunk := list(islice(rest, _CHUNK)):
                _write(connection, tree, chunk, growing, nodes)
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
            growing.skip_to(max(size, growing.size), str(tree))
            left = [(level, position, kept) for (level, position), kept in (gone or {}).items()]
            connection.executemany("INSERT INTO node VALUES (?, ?, ?)", nodes.taken())
            connection.executemany("INSERT OR IGNORE INTO node VALUES (?, ?, ?)", left)
            add_indexes(db)
            rebuild(connection)
            name = (tree.register, tree.year)
            connection.execute(_LEFT_OPEN, (*name, *name))
            head = TreeHead(tree, growing.size, growing.root)
            connection.execute(
                "INSERT INTO head VALUES (1, ?, ?, ?)", (head.size, head.root, head.size)
            )
            add_triggers(db)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except BaseException:
            roll_back(connection)
            raise
    return head


class Nodes:
    """Nodes of the tree that are to be stored, as they come."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, bytes]] = []

    def keep(self, node: Node) -> None:
        """Take one, if its like is stored."""
        if node.level >= NODE_LEVEL:
            self._rows.append((node.level, node.position, node.hash))

    def taken(self) -> list[tuple[int, int, bytes]]:
        """Those since the last time."""
        rows, self._rows = self._rows, []
        return rows


def _write(
    connection: Connection, tree: TreeName, chunk: list[bytes], growing: Growing, nodes: Nodes
) -> None:
    rows: list[tuple[int, str, bytes]] = []
    for text in chunk:
        seq, leaf = growing.size + 1, leaf_hash(text)
        if not text.startswith(beginning_of(seq)):
            seq = _number_of(text)
            if seq <= growing.size or not text.startswith(beginning_of(seq)):
                raise LogDamaged(f"{tree}/{growing.size + 1}", "the entry has another number")
            growing.skip_to(seq - 1, str(tree))
        growing.add(0, leaf)
        rows.append((seq, text.decode(), leaf))
    connection.executemany("INSERT INTO event(seq, entry, leaf_hash) VALUES (?, ?, ?)", rows)
    connection.executemany("INSERT INTO node VALUES (?, ?, ?)", nodes.taken())


def _number_of(text: bytes) -> int:
    """The number that an entry says it has; 0 if it says none."""
    _, _, rest = text.partition(b",")
    number, _, _ = rest.partition(b",")
    return int(number) if number.isdigit() and len(number) < _MOST_DIGITS else 0
