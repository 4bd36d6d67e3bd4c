"""The Merkle tree over the log's entries (RFC 9162 §2.1): hashes, frontier, proofs. Pure.

A node is named by its level (0 = leaf) and its position in that level, so that node ``(l, p)``
covers the leaves ``[p·2^l, (p+1)·2^l)``. The frontier of a tree is the list of its largest complete
subtrees from the left; all that a growing log needs to remember to know its root.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

HASH_SIZE = 32


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Node:
    """A complete subtree of ``2 ** level`` leaves."""

    level: int
    position: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree of ``size`` leaves as the hashes of its complete subtrees, the largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if len(self.peaks) != self.size.bit_count():
            raise ValueError("a frontier has one peak for each bit of its size")

    def plus(self, leaf: bytes, seen: Callable[[Node], bytes] | None = None) -> Frontier:
        """The frontier after one more leaf.

        ``seen`` gets each node above it that becomes complete, from below, and gives the hash to
        go on with: normally the node's own, in a verification the one that was stored.
        """
        peaks = list(self.peaks)
        level, position, top = 0, self.size, leaf
        while position & 1:
            top = node_hash(peaks.pop(), top)
            level, position = level + 1, position >> 1
            if seen is not None:
                top = seen(Node(level, position, top))
        return Frontier(self.size + 1, (*peaks, top))

    @property
    def root(self) -> bytes:
        """The root hash; of the empty tree, SHA-256 of nothing."""
        if not self.peaks:
            return sha256().digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def peaks_of(size: int) -> list[tuple[int, int]]:
    """Level and position of each peak of a tree of ``size`` leaves, the largest first."""
    levels = [level for level in reversed(range(size.bit_length())) if size >> level & 1]
    return [(level, (size >> level) - 1) for level in levels]


def inclusion_path(index: int, size: int, node: Callable[[int, int], bytes]) -> tuple[bytes, ...]:
    """The audit path of leaf ``index`` (from 0) in a tree of ``size``, from the leaf upwards.

    ``node(level, position)`` must give every complete subtree asked for: RFC 9162 §2.1.3.1.
    """
    if not 0 <= index < size:
        raise ValueError("no such leaf in the tree")
    path: list[bytes] = []
    low, high = 0, size
    while high - low > 1:
        split = low + (1 << (high - low - 1).bit_length() - 1)
        if index < split:
            path.append(_subtree(split, high, node))
            high = split
        else:
            path.append(_subtree(low, split, node))
            low = split
    return tuple(reversed(path))


def _subtree(low: int, high: int, node: Callable[[int, int], bytes]) -> bytes:
    """The hash over leaves ``[low, high)``, where ``low`` is aligned as RFC 9162 splits."""
    pieces = [node(level, (low >> level) + at) for level, at in peaks_of(high - low)]
    return Frontier(high - low, tuple(pieces)).root


def root_by_path(leaf: bytes, index: int, size: int, path: tuple[bytes, ...]) -> bytes | None:
    """The root that ``path`` leads to from ``leaf``; None if the path's form is impossible.

    RFC 9162 §2.1.3.2. The proof holds if this is the root that is known from elsewhere.
    """
    if not 0 <= index < size:
        return None
    position, last, top = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            top = node_hash(sibling, top)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            top = node_hash(top, sibling)
        position, last = position >> 1, last >> 1
    return top if last == 0 else None
