"""The writer of the log: appends events and tree in one durable transaction, year by year.

Numbers and tree run on over the years: each year's file starts with the frontier of all that came
before it, so that a file can be checked by itself and a root covers the whole log. The split per
register comes with the log issue.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.files import (
    connect_reader,
    connect_writer,
    explained,
    file_of,
    years_in,
)
from kanta_desk.accesslog.names import words_of
from kanta_desk.accesslog.schema import NODE_LEVEL
from kanta_desk.accesslog.tree import Frontier, Node, leaf_hash
from kanta_desk.accesslog.yearfile import event_of, frontier_of, start_of
from kanta_desk.errors import LogDamaged
from kanta_desk.model.events import Event, Intent, LogHead, Outcome, Phase


@dataclass(frozen=True, slots=True)
class Order:
    """One event to write: an intent, an event complete in itself, or what settles an intent."""

    intent: Intent | None = None
    outcome: Outcome | None = None
    settles: int | None = None


class _Batch:
    """What one transaction will write, and how the log stands after it."""

    def __init__(self, frontier: Frontier, open_intents: dict[int, Event]) -> None:
        self.frontier = frontier
        self.open = dict(open_intents)
        self.rows: list[tuple[int, str, bytes]] = []
        self.nodes: list[Node] = []
        self.touched: list[tuple[str, int]] = []
        self.words: list[tuple[str, str, str]] = []
        self.opened: list[int] = []
        self.settled: list[int] = []

    def add(self, event: Event, text: bytes, leaf: bytes) -> None:
        self.frontier = self.frontier.plus(leaf, self._keep)
        self.rows.append((event.seq, text.decode(), leaf))
        documents = {event.subject.document_oid, *event.subject.documents} - {""}
        self.touched += ((oid, event.seq) for oid in documents)
        for whose, name in (("user", event.actor.user_name), ("client", event.subject.client_name)):
            self.words += ((whose, word, name) for word in words_of(name))
        if event.phase is Phase.INTENT:
            self.open[event.seq] = event
            self.opened.append(event.seq)
        elif event.intent_seq is not None:
            del self.open[event.intent_seq]
            self.settled.append(event.intent_seq)

    def _keep(self, node: Node) -> bytes:
        if node.level >= NODE_LEVEL:
            self.nodes.append(node)
        return node.hash


class Writer:
    """The one connection that writes. Not safe across threads: it lives in the writer's."""

    def __init__(
        self, folder: Path, station: entries.Station, clock: Callable[[], datetime]
    ) -> None:
        """Open the latest year, check its tail against the tree, and load the open intents.

        Raises:
            LogDamaged: if the tail does not match its hashes, or the tree its head.
            LogError: if the file cannot be opened.
        """
        self._folder, self._station, self._clock = folder, station, clock
        with explained(folder.name):
            years = years_in(folder)
        self._frontier = Frontier()
        self._open: dict[int, Event] = {}
        for year in reversed(years):
            if self._resume(year):
                break
        else:
            self._year, self._connection = self._begin(clock().astimezone(UTC).year)
        self.head = LogHead(self._frontier.size, self._frontier.root)

    @property
    def open_intents(self) -> tuple[Event, ...]:
        """Intents that nothing has settled, oldest first."""
        return tuple(self._open[seq] for seq in sorted(self._open))

    def append(self, orders: Iterable[Order]) -> list[Event | Exception]:
        """Write ``orders`` in one transaction; when it returns, they are on the disk.

        An order that is itself at fault gets its ValueError in the answer, and leaves the others
        alone. If the transaction fails, nothing of it remains.

        Raises:
            LogError: if the log cannot be written.
        """
        now = self._clock()
        year = now.astimezone(UTC).year
        # A clock that was set back does not lead back to an older file.
        if year > self._year:
            old = self._connection
            self._year, self._connection = self._begin(year)
            old.close()
        batch = _Batch(self._frontier, self._open)
        answers = [self._take(order, batch, now) for order in orders]
        with explained(self._place):
            self._commit(batch)
        self._frontier, self._open = batch.frontier, batch.open
        self.head = LogHead(batch.frontier.size, batch.frontier.root)
        return answers

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    @property
    def _place(self) -> str:
        return file_of(self._folder, self._year).name

    def _take(self, order: Order, batch: _Batch, now: datetime) -> Event | Exception:
        seq = batch.frontier.size + 1
        try:
            event = self._event(order, batch.open, seq, now)
            text = entries.encode(event)
        except (TypeError, ValueError) as error:
            return error
        leaf = leaf_hash(text)
        event = entries.decode(text, leaf)
        batch.add(event, text, leaf)
        return event

    def _event(self, order: Order, still_open: dict[int, Event], seq: int, now: datetime) -> Event:
        if order.intent is not None:
            phase = order.outcome.phase if order.outcome else Phase.INTENT
            entries.demand_complete(order.intent, phase)
            return entries.first_event(order.intent, order.outcome, self._station, seq, now)
        intent = still_open.get(order.settles or 0)
        if intent is None or order.outcome is None:
            raise ValueError(f"event {order.settles} is no open intent")
        return entries.settling_event(intent, order.outcome, self._station, seq, now)

    def _commit(self, batch: _Batch) -> None:
        if not batch.rows:
            return
        run, many = self._connection.execute, self._connection.executemany
        run("BEGIN IMMEDIATE")
        try:
            many("INSERT INTO event(seq, entry, leaf_hash) VALUES (?, ?, ?)", batch.rows)
            many(
                "INSERT INTO node VALUES (?, ?, ?)",
                ((node.level, node.position, node.hash) for node in batch.nodes),
            )
            many("INSERT OR IGNORE INTO touched VALUES (?, ?)", batch.touched)
            many("INSERT OR IGNORE INTO name_word VALUES (?, ?, ?)", batch.words)
            many("INSERT INTO open_intent VALUES (?)", ((seq,) for seq in batch.opened))
            many("DELETE FROM open_intent WHERE seq = ?", ((seq,) for seq in batch.settled))
            run("UPDATE head SET size = ?, root = ?", (batch.frontier.size, batch.frontier.root))
            run("COMMIT")
        except BaseException:
            _roll_back(self._connection)
            raise

    def _resume(self, year: int) -> bool:
        """Go on in a year's file; False if it was made but not begun."""
        path = file_of(self._folder, year)
        connection = connect_writer(path)
        try:
            with explained(path.name):
                start = start_of(connection, path.name)
                if start is not None:
                    self._frontier = frontier_of(connection, start, path.name)
                    self._open = self._load_open(year)
                    self._year, self._connection = year, connection
                    return True
        except BaseException:
            connection.close()
            raise
        connection.close()
        return False

    def _begin(self, year: int) -> tuple[int, sqlite3.Connection]:
        """Begin a year's file where the log stands now."""
        path, now = file_of(self._folder, year), self._frontier
        connection = connect_writer(path)
        try:
            with explained(path.name):
                run = connection.execute
                run("BEGIN IMMEDIATE")
                run("INSERT INTO start VALUES (1, ?, ?)", (now.size, b"".join(now.peaks)))
                run("INSERT INTO head VALUES (1, ?, ?)", (now.size, now.root))
                for seq in self._open:
                    run("INSERT INTO open_intent VALUES (?)", (seq,))
                run("COMMIT")
        except BaseException:
            connection.close()
            raise
        return year, connection

    def _load_open(self, year: int) -> dict[int, Event]:
        """The open intents in full; one may lie in an older year's file."""
        latest = file_of(self._folder, year)
        missing: set[int] = set()
        events: dict[int, Event] = {}
        for path in (
            file_of(self._folder, y) for y in reversed(years_in(self._folder)) if y <= year
        ):
            with contextlib.closing(connect_reader(path)) as reader, explained(path.name):
                if path == latest:
                    missing.update(seq for (seq,) in reader.execute("SELECT seq FROM open_intent"))
                found = {
                    seq: event for seq in missing if (event := event_of(reader, seq, path.name))
                }
            events |= found
            missing -= found.keys()
            if not missing:
                return events
        raise LogDamaged(latest.name, f"open intent {min(missing)} is not in the log")


def _roll_back(connection: sqlite3.Connection) -> None:
    # A failed statement may already have ended the transaction, and a failed disk may refuse.
    with contextlib.suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
