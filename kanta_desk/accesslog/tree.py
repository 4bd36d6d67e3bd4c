"""The Merkle tree over the log's entries (RFC 9162 §2.1): hashes, frontier, proofs. Pure.

A node is named by its level (0 = leaf) and its position in that level, so that node ``(l, p)``
covers the leaves ``[p·2^l, (p+1)·2^l)``. The frontier of a tree is the list of its largest complete
subtrees from the left; all that a growing log needs to remember to know its root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        split = low + _split(high - low)
        if index < split:
            path.append(_subtree(split, high, node))
            high = split
        else:
            path.append(_subtree(low, split, node))
            low = split
    return tuple(reversed(path))


def consistency_path(old: int, new: int, node: Callable[[int, int], bytes]) -> tuple[bytes, ...]:
    """The proof that a tree of ``new`` leaves begins with the one of ``old``: RFC 9162 §2.1.4.1.

    Empty if either is trivially so: ``old`` is 0 or ``new``. ``node`` as for ``inclusion_path``.
    """
    if not 0 <= old <= new:
        raise ValueError("the older tree is not the smaller one")
    if old in (0, new):
        return ()
    path: list[bytes] = []
    low, high, whole = 0, new, True
    while high != old:
        split = low + _split(high - low)
        if old <= split:
            path.append(_subtree(split, high, node))
            high = split
        else:
            path.append(_subtree(low, split, node))
            low, whole = split, False
    if not whole:
        path.append(_subtree(low, high, node))
    return tuple(reversed(path))


def root_at(size: int, node: Callable[[int, int], bytes]) -> bytes:
    """The root that the tree had when it had ``size`` leaves; ``node`` as for the paths."""
    return _subtree(0, size, node)


def aligned(low: int, high: int) -> Iterator[tuple[int, int]]:
    """Level and position of the largest complete subtrees that make up ``[low, high)``.

    These are all that a tree must keep of disposed leaves for the paths of the others.
    """
    while low < high:
        level = (high - low).bit_length() - 1
        if low:
            level = min(level, (low & -low).bit_length() - 1)
        yield level, low >> level
        low += 1 << level


def folded(hashes: list[bytes]) -> bytes:
    """The root over a power of two of hashes; what a verification spends its time on."""
    while len(hashes) > 1:
        pair = iter(hashes)
        hashes = [sha256(b"\1" + left + right).digest() for left, right in zip(pair, pair)]  # noqa: B905
    return hashes[0]


def _split(count: int) -> int:
    """The largest power of two below ``count``."""
    return 1 << (count - 1).bit_length() - 1


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


def is_consistent(
    old: int, old_root: bytes, new: int, new_root: bytes, path: tuple[bytes, ...]
) -> bool:
    """Whether ``path`` proves that the newer tree begins with the older: RFC 9162 §2.1.4.2.

    Every tree begins with the empty one, whose proof is empty.
    """
    if not 0 <= old <= new or (old == new and old_root != new_root):
        return False
    if old in (0, new):
        return not path and (old > 0 or old_root == Frontier().root)
    if old & (old - 1) == 0:
        path = (old_root, *path)
    if not path:
        return False
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    old_top = new_top = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            old_top, new_top = node_hash(sibling, old_top), node_hash(sibling, new_top)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            new_top = node_hash(new_top, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and old_top == old_root and new_top == new_root
