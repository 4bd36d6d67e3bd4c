"""Filling a new file with entries that exist already: fast, and exactly as they are.

For what is carried over from the old form, and for benches with ten million events. Indexes,
triggers and lists are made when all rows are in.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sqlite_utils import Database

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import beginning_of
from kanta_desk.accesslog.files import explained, roll_back
from kanta_desk.accesslog.lists import rebuild
from kanta_desk.accesslog.schema import INDEXES, NODE_LEVEL, add_indexes, add_triggers
from kanta_desk.accesslog.tree import Frontier, Node, leaf_hash
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import TreeHead, TreeName

_CHUNK = 10_000

_LEFT_OPEN = """
INSERT INTO open_intent SELECT ?, ?, seq FROM event WHERE phase = 'aie'
EXCEPT SELECT ?, ?, json_extract(entry, '$[35]') FROM event
"""


def load(connection: Connection, tree: TreeName, entries: Iterable[bytes]) -> TreeHead:
    """Write ``entries``, numbered from 1, to a file that is still empty; its head at the end.

    ``connection`` is a writer's. When this returns, all is on the disk; if it fails the file is
    of no use and is to be removed.

    Raises:
        LogDamaged: if an entry does not have the number that comes next.
        LogError: if it cannot be written.
    """
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
    rest, frontier = iter(entries), Frontier()
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
                frontier = _write(connection, tree, chunk, frontier)
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
            add_indexes(db)
            rebuild(connection)
            name = (tree.register, tree.year)
            connection.execute(_LEFT_OPEN, (*name, *name))
            head = TreeHead(tree, frontier.size, frontier.root)
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


def _write(
    connection: Connection, tree: TreeName, chunk: list[bytes], frontier: Frontier
) -> Frontier:
    rows: list[tuple[int, str, bytes]] = []
    nodes: list[tuple[int, int, bytes]] = []

    def keep(node: Node) -> bytes:
        if node.level >= NODE_LEVEL:
            nodes.append((node.level, node.position, node.hash))
        return node.hash

    for text in chunk:
        seq, leaf = frontier.size + 1, leaf_hash(text)
        if not text.startswith(beginning_of(seq)):
            raise LogDamaged(f"{tree}/{seq}", "the entry has another number")
        frontier = frontier.plus(leaf, keep)
        rows.append((seq, text.decode(), leaf))
    connection.executemany("INSERT INTO event(seq, entry, leaf_hash) VALUES (?, ?, ?)", rows)
    connection.executemany("INSERT INTO node VALUES (?, ?, ?)", nodes)
    return frontier
