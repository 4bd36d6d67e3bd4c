"""The proof as files that leave the house: the proof, its annex, and the program that checks them.

A proof file holds one event's text, its path and the signed checkpoint, in 4 kB (an event that
itself carries evidence is longer). The annex holds what speaks for the checkpoint: the chain of
keys from the one that a card vouched for, and the cards' statements that cover the event. Both are
read by ``resources/verifier/kanta_proof.py``, which is put beside them and needs nothing of ours.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import decode
from kanta_desk.accesslog.nodes import Nodes
from kanta_desk.accesslog.notes import Checkpoint, Link, Note
from kanta_desk.accesslog.statement import CardStatement
from kanta_desk.accesslog.tree import consistency_path
from kanta_desk.model.events import EventKind, TreeName
from kanta_desk.model.logreport import ConsistencyProof, InclusionProof
from kanta_desk.settings.files import write_whole
from kanta_desk.settings.resources import resource

VERIFIER = "kanta_proof.py"
MAX_LINKS = 5000
"""Links of the key chain in one annex: the newest that lead to the checkpoint."""

SIGNED_KINDS = (
    EventKind.SIGN_IN,
    EventKind.UNLOCK,
    EventKind.SIGN_OUT,
    EventKind.LOG_SEAL,
    EventKind.INVALIDATION,
)
"""Kinds whose entries may hold what a card signed."""


def proof_file(proof: InclusionProof, checkpoint: Note) -> bytes:
    """The proof of one event as JSON; ``checkpoint`` is the note of the proof's size and root."""
    return _written(
        {
            "form": "kanta-desk proof 1",
            "entry": proof.entry.decode(),
            "index": proof.seq - 1,
            "path": [_text(hash_) for hash_ in proof.path],
            "checkpoint": str(checkpoint),
        }
    )


def growth_file(proof: ConsistencyProof, old: Note, new: Note) -> bytes:
    """The proof that two checkpoints are of one history, as JSON."""
    return _written(
        {
            "form": "kanta-desk consistency 1",
            "old": str(old),
            "new": str(new),
            "path": [_text(hash_) for hash_ in proof.path],
        }
    )


def annex_file(
    connection: Connection, tree: TreeName, checkpoint: Checkpoint, seq: int, chain: Sequence[Note]
) -> bytes:
    """What speaks for the checkpoint of the proof of event ``seq``, as JSON.

    Args:
        connection: the file of the event's tree, inside one read transaction.
        chain: the key chain, the oldest link first.

    Raises:
        LogDamaged: if a hash of the tree is missing.
    """
    name = str(tree)
    nodes = Nodes(connection, name)
    statements = []
    before = next(statements_before(connection, tree, seq), None)
    later = statements_from(connection, tree, seq)
    after = next((each for each in later if each.heads.trees[name][0] >= seq), None)
    for statement in (before, after):
        if statement is None:
            continue
        old, new = sorted((statement.heads.trees[name][0], checkpoint.size))
        if old == 0:
            continue
        path = consistency_path(old, new, nodes)
        said = json.loads(statement.evidence)
        statements.append({**said, "path": [_text(hash_) for hash_ in path]})
    first = before.heads.key[0] if before and before.heads.key else 0
    links = [str(note) for note in _links(chain, first, checkpoint.epoch + 1)]
    return _written(
        {"form": "kanta-desk annex 1", "links": links[-MAX_LINKS:], "cards": statements}
    )


def statements_from(connection: Connection, tree: TreeName, seq: int) -> Iterator[CardStatement]:
    """What cards signed of the tree in event ``seq`` or later, the oldest first."""
    return _statements(connection, tree, f"seq >= {seq:d} ORDER BY seq")


def statements_before(connection: Connection, tree: TreeName, seq: int) -> Iterator[CardStatement]:
    """What cards signed of the tree before event ``seq``, the newest first."""
    return _statements(connection, tree, f"seq < {seq:d} ORDER BY seq DESC")


def export(folder: Path, name: str, proof: bytes, annex: bytes) -> tuple[Path, ...]:
    """Write proof, annex and the checking program to ``folder``; ``name`` begins the file names.

    Raises:
        FolderNotWritable: if the folder cannot be written.
    """
    return (
        write_whole(folder / f"{name}.json", proof),
        write_whole(folder / f"{name}-liite.json", annex),
        write_whole(folder / VERIFIER, resource("verifier", VERIFIER).read_bytes()),
    )


def _statements(connection: Connection, tree: TreeName, where: str) -> Iterator[CardStatement]:
    kinds = ", ".join(f"'{kind.value}'" for kind in SIGNED_KINDS)
    rows = connection.execute(
        f"SELECT entry, leaf_hash FROM event"  # noqa: S608
        f" WHERE kind IN ({kinds}) AND has_evidence = 1 AND {where}"
    )
    for entry, leaf in rows:
        try:
            statement = CardStatement.parse(decode(entry, leaf, tree).evidence)
            known = statement is not None and str(tree) in statement.heads.trees
        except ValueError:
            continue
        if statement is not None and known:
            yield statement


def _links(chain: Iterable[Note], first: int, last: int) -> Iterator[Note]:
    for note in chain:
        try:
            link = Link.parse(note.text)
        except ValueError:
            continue
        if first <= link.epoch <= last:
            yield note


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _written(said: dict[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"
