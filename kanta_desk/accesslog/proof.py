"""Proof that one event is in the log, made from its file, and its check without the file."""

from __future__ import annotations

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import beginning_of
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.tree import (
    consistency_path,
    leaf_hash,
    root_by_path,
)
from kanta_desk.model.logreport import ConsistencyProof, InclusionProof


def prove_event(connection: Connection, place: str, seq: int, size: int) -> InclusionProof:
    """The proof that event ``seq`` is in the file's tree when that had ``size`` events.

    Raises:
        LookupError: if there is no such event, or it was disposed of.
        LogDamaged: if a hash on the way is missing.
    """
    row = connection.execute(
        "SELECT CAST(entry AS BLOB) FROM event WHERE seq = ?", (seq,)
    ).fetchone()
    if row is None or seq > size:
        raise LookupError(f"no event {seq}")
    nodes = Nodes(connection, place)
    return InclusionProof(seq, bytes(row[0]), size, nodes.root(size), nodes.path(seq, size))


def prove_growth(connection: Connection, place: str, old: int, new: int) -> ConsistencyProof:
    """The proof that the tree of ``new`` events begins with the one of ``old``.

    Raises:
        ValueError: if ``old`` is not the smaller.
        LogDamaged: if a hash on the way is missing.
    """
    nodes = Nodes(connection, place)
    path = consistency_path(old, new, nodes)
    return ConsistencyProof(old, nodes.root(old), new, nodes.root(new), path)


def holds(proof: InclusionProof) -> bool:
    """Whether the entry, with its number, leads by the path to the proof's root."""
    leaf = leaf_hash(proof.entry)
    root = root_by_path(leaf, proof.seq - 1, proof.size, proof.path)
    return root == proof.root and proof.entry.startswith(beginning_of(proof.seq))
