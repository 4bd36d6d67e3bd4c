"""Proof that one event is in the log, made from the year files, and its check without them."""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.accesslog.entry import beginning_of
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.search import YearReader
from kanta_desk.accesslog.tree import Frontier, inclusion_path, leaf_hash, root_by_path
from kanta_desk.accesslog.yearfile import head_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.logreport import InclusionProof


def prove(files: Sequence[YearReader], seq: int) -> InclusionProof:
    """The proof for event ``seq`` in the log as ``files`` (the newest first) show it.

    Raises:
        LookupError: if there is no such event.
        LogDamaged: if a hash on the way is missing.
    """
    head = head_of(files[0].connection, files[0].name)
    for file in files:
        row = file.connection.execute(
            "SELECT CAST(entry AS BLOB) FROM event WHERE seq = ?", (seq,)
        ).fetchone()
        if row is not None:
            path = inclusion_path(seq - 1, head.size, lambda *at: _node(files, *at))
            return InclusionProof(seq, row[0], head.size, head.root, path)
    raise LookupError(f"no event {seq}")


def holds(proof: InclusionProof) -> bool:
    """Whether the entry, with its number, leads by the path to the proof's root."""
    leaf = leaf_hash(proof.entry)
    root = root_by_path(leaf, proof.seq - 1, proof.size, proof.path)
    return root == proof.root and proof.entry.startswith(beginning_of(proof.seq))


def _node(files: Sequence[YearReader], level: int, position: int) -> bytes:
    """A complete subtree's hash: stored in the file where it ends, or made from its leaves."""
    first, last = (position << level) + 1, (position + 1) << level
    if level >= NODE_LEVEL:
        file = next(file for file in files if file.before_first < last)
        row = file.connection.execute(
            "SELECT hash FROM node WHERE level = ? AND position = ?", (level, position)
        ).fetchone()
        if row is None:
            raise LogDamaged(file.name, "a node of the tree is missing")
        return bytes(row[0])
    tree = Frontier()
    for file in reversed(files):
        rows = file.connection.execute(
            "SELECT leaf_hash FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last)
        )
        for (leaf,) in rows:
            tree = tree.plus(leaf)
    if tree.size != 1 << level:
        raise LogDamaged(files[0].name, f"events between {first} and {last} are missing")
    return tree.root
