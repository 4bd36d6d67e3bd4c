"""The hashes of one file's tree, stored or made from what is stored; whole proofs come from them.

Inner nodes are stored from ``NODE_LEVEL`` up. Those below are made from leaf hashes, and at the
edges of a disposed range, where no leaves are left, from the nodes that were kept of it.
"""

from __future__ import annotations

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import folded, inclusion_path, node_hash, root_at
from kanta_desk.errors import LogDamaged

STEP = 1 << NODE_LEVEL
"""Events under one stored node of the lowest level."""


class Nodes:
    """Looks hashes up in a file that is open for reading, inside one read transaction."""

    def __init__(self, connection: Connection, place: str) -> None:
        self._connection, self._place = connection, place

    def __call__(self, level: int, position: int) -> bytes:
        """The hash of a complete subtree.

        Raises:
            LogDamaged: if the file holds neither it nor what is under it.
        """
        found = self.find(level, position)
        if found is None:
            first, last = (position << level) + 1, (position + 1) << level
            raise LogDamaged(self._place, f"no hash for the events from {first} to {last}")
        return found

    def find(self, level: int, position: int) -> bytes | None:
        """The hash of a complete subtree, or None."""
        if level < NODE_LEVEL:
            leaves = self.leaves((position << level) + 1, (position + 1) << level)
            if len(leaves) == 1 << level:
                return folded(leaves)
        if (stored := self.stored(level, position)) or not 0 < level < NODE_LEVEL:
            return stored
        left = self.find(level - 1, 2 * position)
        right = self.find(level - 1, 2 * position + 1)
        return node_hash(left, right) if left and right else None

    def stored(self, level: int, position: int) -> bytes | None:
        """A node as the table has it."""
        row = self._connection.execute(
            "SELECT hash FROM node WHERE level = ? AND position = ?", (level, position)
        ).fetchone()
        return bytes(row[0]) if row else None

    def leaves(self, first: int, last: int) -> list[bytes]:
        """The leaf hashes of the events from ``first`` to ``last`` that are there."""
        rows = self._connection.execute(
            "SELECT leaf_hash FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last)
        )
        return [leaf for (leaf,) in rows]

    def root(self, size: int) -> bytes:
        """The root of the tree when it had ``size`` events.

        Raises:
            LogDamaged: as above.
        """
        return root_at(size, self)

    def path(self, seq: int, size: int) -> tuple[bytes, ...]:
        """The inclusion path of event ``seq`` in the tree of ``size``.

        Raises:
            LogDamaged: as above.
        """
        return inclusion_path(seq - 1, size, self)
