"""The tools for doing harm to the files of a log: for who has them, their keys and SQLite."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kanta_desk.accesslog.closing import when_free
from kanta_desk.accesslog.driver import Connection, connect
from kanta_desk.accesslog.sealing import seal
from kanta_desk.accesslog.tree import Frontier, Node, leaf_hash
from kanta_desk.model.logreport import FaultKind, VerifyReport
from tests.helpers.events import MAIJA, Clock
from tests.helpers.sealed_log import Place, session

Act = Callable[[Place], None]

AROUND = 300
"""How many other events a range may hold that names a culprit."""

LATER = datetime(2027, 1, 3, 12, 0, tzinfo=UTC)
"""The day after the example's last."""


@dataclass(frozen=True, slots=True)
class Tampering:
    """One kind of harm."""

    name: str
    act: Act
    finds: tuple[FaultKind, int, int, int]

    def is_found(self, report: VerifyReport) -> bool:
        """Whether the report names it: the events, or a range around them up to a checkpoint."""
        kind, year, first, last = self.finds
        return any(
            fault.kind is kind
            and (not year or f"/{year}" in fault.file)
            and fault.seq_from <= first
            and last <= fault.seq_to
            and (first - fault.seq_from) + (fault.seq_to - last) <= AROUND
            for fault in report.faults
        )


@contextlib.contextmanager
def opened(place: Place, year: int = 2026) -> Iterator[Connection]:
    """A year's file, with its key; its triggers are away meanwhile."""
    folder = place.folder
    tree = next(tree for tree in folder.trees() if tree.year == year)
    place.file(year).chmod(0o600)
    with contextlib.closing(connect(place.file(year), folder.key_of(tree))) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def run(sql: str, year: int = 2026) -> Act:
    """An act that is one statement."""

    def act(place: Place) -> None:
        with opened(place, year) as connection:
            connection.execute(sql)

    return act


def forged(connection: Connection, seq: int) -> tuple[str, bytes]:
    """Another user in the event, with a leaf hash that fits."""
    (text,) = connection.execute("SELECT entry FROM event WHERE seq = ?", (seq,)).fetchone()
    text = text.replace(MAIJA.user_id, "99900099999")
    return text, leaf_hash(text.encode())


def rewritten(seq: int, year: int = 2026, *, tree_too: bool = False) -> Act:
    """An event and its hash, and all hashes above it with ``tree_too``."""

    def act(place: Place) -> None:
        with opened(place, year) as connection:
            text, leaf = forged(connection, seq)
            connection.execute(
                "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = ?", (text, leaf, seq)
            )
            if tree_too:
                regrown(connection)

    return act


def regrown(connection: Connection) -> None:
    """Nodes and head made anew from the leaves as they are."""
    nodes: list[Node] = []

    def keep(node: Node) -> bytes:
        nodes.append(node)
        return node.hash

    tree = Frontier()
    for (leaf,) in connection.execute("SELECT leaf_hash FROM event ORDER BY seq").fetchall():
        tree = tree.plus(leaf, keep)
    connection.execute("DELETE FROM node")
    connection.executemany(
        "INSERT INTO node VALUES (?, ?, ?)",
        [(node.level, node.position, node.hash) for node in nodes if node.level >= 8],
    )
    connection.execute(
        "UPDATE head SET size = ?1, root = ?2, listed = min(listed, ?1)", (tree.size, tree.root)
    )


def without_memory(place: Place) -> str:
    """The key holder's file without what it remembers of the log."""
    kept = json.loads((place.base / "log-keys.json").read_text())
    return json.dumps({name: key for name, key in kept.items() if name != "log-remembered"})


def sealed(place: Place) -> None:
    """The first year closed for good."""
    with session(place, Clock(LATER)) as (log, seals):
        key = seals.key
        assert key is not None
        tree = next(tree for tree in place.folder.trees() if tree.year == 2026)
        when_free(log, lambda folder: seal(folder, tree, key, LATER))
