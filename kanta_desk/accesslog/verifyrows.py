"""The part of a verification that reads every row: leaves, numbers, and the tree up to 256 events.

A span of events is read as fast as Python allows: only entry and leaf hash, no JSON, one hash for
the leaf and one for the node above. Only where something does not hold, its block of 256 is read
again, slowly, to name the rows. A span needs nothing but the file, so spans are checked in as many
processes as there are cores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.nodes import STEP, Nodes
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import HASH_SIZE, folded, leaf_hash
from kanta_desk.model.logreport import FaultKind, LogFault

SPAN = 1 << 16
"""Events in one piece of work."""

Pruned = Sequence[tuple[int, int]]
"""Ranges whose rows were disposed of: first and last number of each, in order."""


@dataclass(frozen=True, slots=True)
class SpanResult:
    """What was found between ``first`` (one past a multiple of 256) and ``last``.

    ``blocks`` are the hashes, joined, of the whole blocks of 256, made from the events themselves;
    where they do not hold, as stored. ``bad`` are the positions of the blocks (from 0 in the file)
    that have a fault.
    """

    first: int
    last: int
    blocks: bytes
    faults: tuple[LogFault, ...] = ()
    bad: tuple[int, ...] = ()


def check_span(
    connection: Connection, place: str, first: int, last: int, pruned: Pruned
) -> SpanResult:
    """Check the events from ``first`` to ``last`` of a file that is open for reading.

    Raises:
        sqlite3.Error, sqlcipher3.Error: as the driver says it.
    """
    span = _Span(connection, place, pruned)
    at = first
    while at <= last:
        at = span.fast(at, last)
        if at <= last:
            at = span.slow(at, min(at + STEP - 1, last))
    return SpanResult(first, last, b"".join(span.blocks), tuple(span.faults), tuple(span.bad))


class _Span:
    def __init__(self, connection: Connection, place: str, pruned: Pruned) -> None:
        self._connection, self._place, self._pruned = connection, place, pruned
        self._nodes = Nodes(connection, place)
        self.blocks: list[bytes] = []
        self.faults: list[LogFault] = []
        self.bad: list[int] = []

    def fast(self, first: int, last: int) -> int:
        """Go through blocks that hold; the first event of the one that does not, or ``last + 1``.

        Rows come in the order of their numbers and no number twice. The number inside the entry is
        looked at once a block: a row that was moved inside it changes the block's hash, and one
        that was moved with all hashes is found by ``verifylists.compare_numbers``.
        """
        stored = self._stored(first, last)
        rows = self._connection.execute(
            # With the byte before it that a leaf is hashed with: joined in C, not here.
            "SELECT CAST(x'00' || entry AS BLOB), leaf_hash FROM event WHERE seq BETWEEN ? AND ?"
            " ORDER BY seq",
            (first, last),
        )
        try:
            while block := rows.fetchmany(STEP):
                entries, kept = zip(*block, strict=True)
                leaves = [sha256(entry).digest() for entry in entries]
                if tuple(leaves) != kept or not _is_numbered(entries[0][1:], first):
                    return first
                if len(block) == STEP:
                    top = folded(leaves)
                    if top != stored.get(first // STEP):
                        return first
                    self.blocks.append(top)
                elif first + len(block) - 1 != last:
                    return first
                first += len(block)
        finally:
            rows.close()
        return first

    def slow(self, first: int, last: int) -> int:
        """Name what does not hold in a block, and go on with what was stored of it."""
        faults_before = len(self.faults)
        rows = self._connection.execute(
            "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event WHERE seq BETWEEN ? AND ?"
            " ORDER BY seq",
            (first, last),
        ).fetchall()
        leaves = {seq: bytes(kept) for seq, _, kept in rows}
        for seq, entry, kept in rows:
            if self._is_pruned(seq):
                self._fault(FaultKind.PRUNED, seq, seq, "not deleted")
            elif leaf_hash(entry) != kept:
                self._fault(FaultKind.ENTRY, seq, seq)
            elif not _is_numbered(entry, seq):
                self._fault(FaultKind.NUMBER, seq, seq)
        for seq in range(first, last + 1):
            if seq not in leaves and not self._is_pruned(seq):
                self._fault(FaultKind.NUMBER, seq, seq)
        if last - first + 1 == STEP:
            stored = self._nodes.stored(NODE_LEVEL, first // STEP)
            made = self._made(first // STEP) if leaves else stored
            if (made is None or made != stored) and len(self.faults) == faults_before:
                self._fault(FaultKind.TREE, first, last)
            self.blocks.append(stored or made or bytes(HASH_SIZE))
        if len(self.faults) > faults_before:
            self.bad.append(first // STEP)
        return last + 1

    def _made(self, position: int) -> bytes | None:
        """A block's hash from the leaves that are there and the nodes kept of the others."""
        left = self._nodes.find(NODE_LEVEL - 1, 2 * position)
        right = self._nodes.find(NODE_LEVEL - 1, 2 * position + 1)
        return folded([left, right]) if left and right else None

    def _stored(self, first: int, last: int) -> Mapping[int, bytes]:
        rows = self._connection.execute(
            "SELECT position, hash FROM node WHERE level = ? AND position BETWEEN ? AND ?",
            (NODE_LEVEL, first // STEP, last // STEP),
        )
        return dict(rows.fetchall())

    def _is_pruned(self, seq: int) -> bool:
        return any(first <= seq <= last for first, last in self._pruned)

    def _fault(self, kind: FaultKind, first: int, last: int, detail: str = "") -> None:
        before = self.faults[-1] if self.faults else None
        if before and before.kind is kind is FaultKind.NUMBER and before.seq_to == first - 1:
            self.faults[-1] = LogFault(kind, self._place, before.seq_from, last, before.detail)
        else:
            self.faults.append(LogFault(kind, self._place, first, last, detail))


def _is_numbered(entry: bytes, seq: int) -> bool:
    """Whether an entry of any version says that it is event ``seq``."""
    version, _, rest = entry.partition(b",")
    return version[:1] == b"[" and version[1:].isdigit() and rest.startswith(b"%d," % seq)
