"""What vouches for events, and the files that prove it to anyone: by a tree's own file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.files import explained, snapshot
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.notes import Checkpoint, Note, split
from kanta_desk.accesslog.proof import prove_event, prove_growth
from kanta_desk.accesslog.prooffile import annex_file, growth_file, proof_file, statements_from
from kanta_desk.accesslog.signing import CHAIN_FILE, read_chain
from kanta_desk.errors import LogContradicted, LogDamaged
from kanta_desk.model.events import EventRef, TreeName
from kanta_desk.model.logreport import KeptCheckpoint, ProofState


@dataclass(frozen=True, slots=True)
class Proving:
    """A proof and its annex, each as a file's bytes."""

    proof: bytes
    annex: bytes


def state_of(folder: LogFolder, ref: EventRef) -> ProofState:
    """The first checkpoint that covers an event, and whether a card has signed since.

    Raises:
        LogError.
    """
    tree = ref.tree
    with _reading(folder, tree) as connection:
        covering = _covering(connection, tree, ref.seq)
        later = statements_from(connection, tree, ref.seq)
        card = any(each.heads.trees[str(tree)][0] >= ref.seq for each in later)
    if covering is None:
        return ProofState(None, 0, card)
    return ProofState(covering[1].time, covering[1].size, card)


def prove(folder: LogFolder, ref: EventRef) -> Proving:
    """The proof of an event under the first checkpoint that covers it.

    Raises:
        LookupError: if there is no such event, or no checkpoint covers it yet.
        LogError.
    """
    tree = ref.tree
    chain = read_chain(folder.path / CHAIN_FILE)
    with _reading(folder, tree) as connection:
        covering = _covering(connection, tree, ref.seq)
        if covering is None:
            raise LookupError(f"no checkpoint covers {ref}")
        note, checkpoint = covering
        inclusion = prove_event(connection, str(tree), ref.seq, checkpoint.size)
        annex = annex_file(connection, tree, checkpoint, ref.seq, chain)
        return Proving(proof_file(inclusion, note), annex)


def prove_growth_since(folder: LogFolder, register: str, kept: str) -> tuple[str, Proving]:
    """The proof that what a checkpoint signed is the beginning of its tree's newest checkpoint.

    ``kept`` is the checkpoint's text as somebody keeps it; of several (an anchor's file) the first
    counts. Also a name for the proof, of the tree's year and the old checkpoint's size.

    Raises:
        LookupError: if it is no checkpoint of the register's log.
        LogContradicted: if the log does not begin with what it signed.
        LogError.
    """
    note, old = _first_of(kept)
    origin = f"kanta-desk/{folder.writer_id}/"
    tree = next((each for each in folder.trees() if f"{origin}{each}" == old.origin), None)
    if tree is None or tree.register != register:
        raise LookupError(f"no checkpoint of {register}")
    chain = read_chain(folder.path / CHAIN_FILE)
    with _reading(folder, tree) as connection:
        row = connection.execute(
            "SELECT note FROM checkpoint ORDER BY size DESC, id DESC"
        ).fetchone()
        latest, new = _read(tree, row[0]) if row else (note, old)
        if new.size < old.size:
            raise LogContradicted(str(tree), f"{new.size} < {old.size}")
        proof = prove_growth(connection, str(tree), old.size, new.size)
        if (proof.old_root, proof.new_root) != (old.root, new.root):
            raise LogContradicted(str(tree), f"another root at {old.size}")
        annex = annex_file(connection, tree, new, old.size, chain)
    return f"{tree.year}-{old.size}", Proving(growth_file(proof, note, latest), annex)


def checkpoints_of(folder: LogFolder, register: str, most: int) -> tuple[KeptCheckpoint, ...]:
    """The newest checkpoints of a register's trees, the newest first.

    Raises:
        LogError.
    """
    found: list[KeptCheckpoint] = []
    for tree in sorted(folder.trees(), key=lambda each: each.year, reverse=True):
        if tree.register != register or len(found) >= most:
            continue
        with _reading(folder, tree) as connection:
            rows = connection.execute(
                "SELECT note FROM checkpoint ORDER BY id DESC LIMIT ?", (most - len(found),)
            )
            for (text,) in rows:
                _, point = _read(tree, text)
                found.append(
                    KeptCheckpoint(
                        str(tree), point.size, point.root.hex(), point.time, point.why.value, text
                    )
                )
    return tuple(found)


def _covering(connection: Connection, tree: TreeName, seq: int) -> tuple[Note, Checkpoint] | None:
    row = connection.execute(
        "SELECT note FROM checkpoint WHERE size >= ? ORDER BY size, id LIMIT 1", (seq,)
    ).fetchone()
    return _read(tree, row[0]) if row else None


def _read(tree: TreeName, text: str) -> tuple[Note, Checkpoint]:
    try:
        note = Note.parse(text)
        return note, Checkpoint.parse(note.text)
    except ValueError:
        raise LogDamaged(str(tree), "a checkpoint cannot be read") from None


def _first_of(kept: str) -> tuple[Note, Checkpoint]:
    for whole in split(f"{kept}\n"):
        with contextlib.suppress(ValueError):
            note = Note.parse(whole)
            return note, Checkpoint.parse(note.text)
    raise LookupError("no checkpoint")


@contextlib.contextmanager
def _reading(folder: LogFolder, tree: TreeName) -> Iterator[Connection]:
    with (
        contextlib.closing(folder.reader(tree)) as connection,
        explained(str(tree)),
        snapshot(connection),
    ):
        yield connection
