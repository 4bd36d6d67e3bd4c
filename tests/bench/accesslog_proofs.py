"""Proving: verification beside the hash-only limit, proofs, and what a chain would take."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.notes import Checkpoint, Note, Why
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.prooffile import proof_file
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.events import EventRef, TreeName
from kanta_desk.model.logreport import Depth, InclusionProof


def now() -> datetime:
    """The clock of the wall."""
    return datetime.now(UTC)


def verified_per_second(folder: LogFolder, rows: int, processes: int) -> float:
    """Rows a second with every row, tree and root checked; raises if something does not hold."""
    began = time.perf_counter()
    report = verify(folder, now, depth=Depth.ROWS, processes=processes)
    took = time.perf_counter() - began
    if report.faults:
        raise RuntimeError(f"a clean log has faults: {report.faults[:3]}")
    return rows / took


@dataclass(frozen=True, slots=True)
class Proved:
    """Seconds to make and to check a proof, each, and the largest proof file in bytes."""

    making: Sequence[float]
    checking: Sequence[float]
    largest: int


def proofs(log: AccessLog, refs: Sequence[EventRef]) -> Proved:
    """Prove the events; raises if a proof does not hold."""
    making, checking, largest = [], [], 0
    for ref in refs:
        began = time.perf_counter()
        proof = log.prove(ref)
        made = time.perf_counter()
        if not holds(proof):
            raise RuntimeError(f"the proof of {ref} does not hold")
        checking.append(time.perf_counter() - made)
        making.append(made - began)
        largest = max(largest, len(proof_file(proof, _note_of(ref, proof))))
    return Proved(making, checking, largest)


def _note_of(ref: EventRef, proof: InclusionProof) -> Note:
    """A note as long as a real one."""
    checkpoint = Checkpoint(
        origin=f"kanta-desk/{'0' * 16}/{ref.register}/{ref.year}",
        size=proof.size,
        root=proof.root,
        time=now(),
        why=Why.ASKED,
        epoch=1234,
        key=secrets.token_bytes(32),
        previous=secrets.token_bytes(32),
        event="00000000-0000-7000-8000-000000000000",
        software="Kanta Desk 0.1.0",
    )
    return Note(checkpoint.text, checkpoint.origin, secrets.token_bytes(4), secrets.token_bytes(64))


def leaves_of(folder: LogFolder, tree: TreeName) -> list[bytes]:
    """The leaf hashes of one file."""
    with closing(folder.reader(tree)) as connection:
        rows = connection.execute("SELECT leaf_hash FROM event ORDER BY seq")
        return [bytes(leaf) for (leaf,) in rows]


def entries_of(folder: LogFolder, tree: TreeName, count: int) -> list[bytes]:
    """The first ``count`` entries of one file."""
    with closing(folder.reader(tree)) as connection:
        rows = connection.execute(
            "SELECT CAST(entry AS BLOB) FROM event ORDER BY seq LIMIT ?", (count,)
        )
        return [bytes(entry) for (entry,) in rows]
