"""Verification of the whole log: every entry, its number, the tree, the lists, SQLite's own checks.

Hashes alone miss damage to an index, and SQLite's checks alone miss a rewritten entry, so both
are run. Works on a folder whose log does not open, too: it only reads.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog.entry import beginning_of
from kanta_desk.accesslog.files import connect_reader, explained, file_of, snapshot, years_in
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import HASH_SIZE, Frontier, Node, leaf_hash, peaks_of
from kanta_desk.accesslog.yearfile import head_of, node_of, start_of
from kanta_desk.errors import Cancelled, LogDamaged, LogUnavailable
from kanta_desk.model.logreport import FaultKind, LogFault, VerifyReport

MAX_FAULTS = 100
"""More are not kept; a log with this many is lost anyway."""

_STEP = 1 << NODE_LEVEL

_INSTRUCTIONS = 50_000
"""How many of SQLite's own steps pass between two looks at ``cancelled``."""

_UNLISTED = """
SELECT seq FROM event WHERE document_oid IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM touched t WHERE t.document_oid = event.document_oid AND t.seq = event.seq)
UNION
SELECT seq FROM event, json_each(entry, '$[36][0]') listed WHERE NOT EXISTS
    (SELECT 1 FROM touched t WHERE t.document_oid = listed.value AND t.seq = event.seq)
"""
_SETTLED_OF_BEFORE = "SELECT intent_seq FROM event WHERE intent_seq <= ?"
_LEFT_OPEN = """
SELECT seq FROM event WHERE phase = 'aie'
EXCEPT SELECT intent_seq FROM event WHERE intent_seq IS NOT NULL
"""


def verify(
    folder: Path,
    clock: Callable[[], datetime],
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> VerifyReport:
    """Check every file of the log in ``folder`` and name what does not hold.

    ``on_progress`` gets the events done and their number, every 256 events and at the end.

    Raises:
        Cancelled: if ``cancelled`` says so, asked as often.
        LogUnavailable: if the folder or a file cannot be opened at all.
    """
    started = clock()
    with explained(folder.name):
        paths = [file_of(folder, year) for year in years_in(folder)]
    check = _Check(on_progress or (lambda done, total: None), cancelled or (lambda: False))
    with contextlib.ExitStack() as opened:
        files = []
        for path in paths:
            connection = opened.enter_context(contextlib.closing(connect_reader(path)))
            files.append((path.name, connection))
        check.run(files)
    return VerifyReport(
        started=started,
        ended=clock(),
        files=tuple(path.name for path in paths),
        size=check.tree.size,
        root=check.tree.root.hex(),
        faults=tuple(check.faults[:MAX_FAULTS]),
        cut=len(check.faults) > MAX_FAULTS,
    )


class _Check:
    """One verification: the tree as recomputed so far, and what was found.

    Where something does not hold, the check goes on with what was stored, so that one fault does
    not hide the next nor make all that follows look wrong.
    """

    def __init__(
        self, on_progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        self._on_progress, self._cancelled = on_progress, cancelled
        self.tree = Frontier()
        self.faults: list[LogFault] = []
        # None: not known, after disposed years or a file that could not be followed.
        self._reached: int | None = None
        self._open: set[int] | None = None
        self._done = self._total = 0

    def run(self, files: list[tuple[str, sqlite3.Connection]]) -> None:
        """Check ``files``, the oldest year first."""
        readable = []
        with contextlib.ExitStack() as transactions:
            # The newest first: what a writer adds meanwhile then cannot tear the years apart.
            for name, connection in reversed(files):
                connection.set_progress_handler(self._cancelled, _INSTRUCTIONS)
                with self._noting_damage(name):
                    transactions.enter_context(snapshot(connection))
                    self._total += connection.execute("SELECT count(*) FROM event").fetchone()[0]
                    readable.append((name, connection))
            for name, connection in reversed(readable):
                with self._noting_damage(name):
                    self._check_file(name, connection)
        self._on_progress(self._done, self._total)

    def _check_file(self, name: str, connection: sqlite3.Connection) -> None:
        start = start_of(connection, name)
        if start is None:
            return
        if self._reached is not None and start != self.tree:
            detail = f"{self.tree.size} events before it, {start.size} expected"
            self._fault(FaultKind.START, name, detail=detail)
            self._open = None
        self.tree, self._reached = start, None
        faults_before = len(self.faults)
        self._check_entries(name, connection, start)
        self._reached = self.tree.size
        if len(self.faults) == faults_before:
            self._check_lists(name, connection, start)
        else:
            self._open = None
        for (said,) in connection.execute("PRAGMA integrity_check"):
            if said != "ok":
                self._fault(FaultKind.STORE, name, detail=str(said)[:200])

    def _check_entries(self, name: str, connection: sqlite3.Connection, start: Frontier) -> None:
        """Leaves, numbers, nodes, head; reads no computed column, which damage would break."""
        block = _Block(start.size + 1)

        def stored(node: Node) -> bytes:
            if node.level < NODE_LEVEL:
                return node.hash
            try:
                known = node_of(connection, start, node.level, node.position)
            except LookupError:
                known = b""
            if known == node.hash:
                return known
            if not block.at_fault:
                block.at_fault = True
                low = max(node.position << node.level, start.size) + 1
                self._fault(FaultKind.TREE, name, low, (node.position + 1) << node.level)
            return known or node.hash

        rows = connection.execute(
            "SELECT seq, CAST(entry AS BLOB), leaf_hash FROM event ORDER BY seq"
        )
        for seq, text, kept in rows:
            expected = self.tree.size + 1
            if seq != expected:
                if seq < expected:
                    self._fault(FaultKind.NUMBER, name, seq, seq)
                    continue
                self._fault(FaultKind.NUMBER, name, expected, seq - 1)
                block = _Block(seq, at_fault=True)
                self.tree = self._across_gap(connection, start, seq - 1)
            if leaf_hash(text) != kept:
                self._fault(FaultKind.ENTRY, name, seq, seq)
                block.at_fault = True
            elif not text.startswith(beginning_of(seq)):
                self._fault(FaultKind.NUMBER, name, seq, seq)
                block.at_fault = True
            self.tree = self.tree.plus(kept, stored)
            self._done += 1
            if seq % _STEP == 0:
                block = _Block(seq + 1)
                self._step()
        self._check_head(name, connection, block)

    def _across_gap(self, connection: sqlite3.Connection, start: Frontier, size: int) -> Frontier:
        """A frontier from stored nodes, with nothing in place of what is missing."""
        peaks = []
        for level, position in peaks_of(size):
            try:
                peaks.append(node_of(connection, start, level, position))
            except LookupError:
                peaks.append(bytes(HASH_SIZE))
        return Frontier(size, tuple(peaks))

    def _check_head(self, name: str, connection: sqlite3.Connection, block: _Block) -> None:
        head, size = head_of(connection, name), self.tree.size
        covered = connection.execute(
            "SELECT coalesce(max((position + 1) << level), 0) FROM node"
        ).fetchone()[0]
        expected = max(head.size, covered)
        if size != expected:
            low, high = sorted((size, expected))
            self._fault(FaultKind.HEAD, name, low + 1, high)
        elif self.tree.root != head.root and not block.at_fault:
            tail = block.first <= size
            kind = FaultKind.TREE if tail else FaultKind.HEAD
            self._fault(kind, name, block.first if tail else 0, size if tail else 0)

    def _check_lists(self, name: str, connection: sqlite3.Connection, start: Frontier) -> None:
        """What the search stands on; read only when the entries are sound."""
        for (seq,) in connection.execute(_UNLISTED):
            self._fault(FaultKind.INDEX, name, seq, seq, "touched")
        for whose in ("user", "client"):
            names = connection.execute(
                f"SELECT DISTINCT {whose}_name FROM event WHERE {whose}_name IS NOT NULL"  # noqa: S608
            )
            if any(not self._is_listed(connection, whose, word, text)
                   for (text,) in names for word in words_of(text)):  # fmt: skip
                self._fault(FaultKind.INDEX, name, detail=f"name_word {whose}")
        listed = {seq for (seq,) in connection.execute("SELECT seq FROM open_intent")}
        carried = self._open
        if carried is None:
            carried = {seq for seq in listed if seq <= start.size}
        settled = {seq for (seq,) in connection.execute(_SETTLED_OF_BEFORE, (start.size,))}
        left_open = {seq for (seq,) in connection.execute(_LEFT_OPEN)}
        self._open = carried - settled | left_open
        for seq in sorted(listed ^ self._open):
            self._fault(FaultKind.INDEX, name, seq, seq, "open_intent")

    @staticmethod
    def _is_listed(connection: sqlite3.Connection, whose: str, word: str, name: str) -> bool:
        found = connection.execute(
            "SELECT 1 FROM name_word WHERE whose = ? AND word = ? AND name = ?", (whose, word, name)
        )
        return found.fetchone() is not None

    def _step(self) -> None:
        if self._cancelled():
            raise Cancelled
        self._on_progress(self._done, self._total)

    def _fault(
        self, kind: FaultKind, file: str, low: int = 0, high: int = 0, detail: str = ""
    ) -> None:
        if len(self.faults) <= MAX_FAULTS:
            self.faults.append(LogFault(kind, file, low, high, detail))

    @contextlib.contextmanager
    def _noting_damage(self, name: str) -> Iterator[None]:
        """Make a fault of damage that stops the reading of one file, and go on with the next."""
        try:
            with explained(name):
                yield
        except LogDamaged as damage:
            self._fault(FaultKind.STORE, name, detail=str(damage.fields["reason"])[:200])
            self._reached = self._open = None
        except LogUnavailable:
            if self._cancelled():
                raise Cancelled from None
            raise


@dataclass(slots=True)
class _Block:
    """The events under the stored node that comes next: the first, and whether one is at fault."""

    first: int
    at_fault: bool = False
