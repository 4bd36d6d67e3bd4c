"""A tree made of its leaves in their order, where some are gone and only nodes stand for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kanta_desk.accesslog.tree import Frontier, Node, aligned, node_hash
from kanta_desk.errors import LogDamaged


class Growing:
    """Grows by whole subtrees, of which a leaf is the smallest."""

    def __init__(
        self, nodes: Mapping[tuple[int, int], bytes], seen: Callable[[Node], object] | None = None
    ) -> None:
        """``nodes`` are hashes by level and position, of what is gone; ``seen`` gets each node
        above a leaf that becomes complete, from below."""
        self._nodes, self._seen = nodes, seen
        self._peaks: list[bytes] = []
        self.size = 0

    def add(self, level: int, hash_: bytes) -> None:
        """Put the next subtree of a level behind the others, where one of it can begin."""
        top, at, above = hash_, self.size >> level, level
        while at & 1:
            top = node_hash(self._peaks.pop(), top)
            at, above = at >> 1, above + 1
            if self._seen is not None:
                self._seen(Node(above, at, top))
        self._peaks.append(top)
        self.size += 1 << level

    def skip_to(self, size: int, place: str) -> None:
        """Grow to ``size`` by the nodes of what is gone; nothing if it is that large.

        Raises:
            LogDamaged: if a node is not there.
        """
        for level, position in aligned(self.size, size):
            found = self._found(level, position)
            if found is None:
                first, last = (position << level) + 1, (position + 1) << level
                raise LogDamaged(place, f"no hash for the events from {first} to {last}")
            self.add(level, found)

    @property
    def root(self) -> bytes:
        """The root now."""
        return Frontier(self.size, tuple(self._peaks)).root

    def _found(self, level: int, position: int) -> bytes | None:
        known = self._nodes.get((level, position))
        if known is not None or level == 0:
            return known
        left = self._found(level - 1, 2 * position)
        right = self._found(level - 1, 2 * position + 1) if left else None
        return node_hash(left, right) if left and right else None
