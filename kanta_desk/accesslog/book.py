"""One register's book: its file of the year that is being written, its tree and open intents.

A book goes on over the years: each year has its file, tree and numbers of its own, and the first
event of each holds the heads of the whole log as they were when it began.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from kanta_desk.accesslog import columns
from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.driver import Connection, Error
from kanta_desk.accesslog.files import explained, reserve, roll_back, settle_down
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.lists import Persons, catch_up, extend
from kanta_desk.accesslog.periods import teach
from kanta_desk.accesslog.schema import LISTED_EVERY, NODE_LEVEL
from kanta_desk.accesslog.tree import Frontier, Node, leaf_hash
from kanta_desk.accesslog.yearfile import frontier_of, head_of
from kanta_desk.model.events import Event, EventKind, EventRef, Phase, TreeHead, TreeName

_MOST_WAITING = 4
"""So many pieces of columns wait to be written at most; where there is a pause they need not."""


class Batch:
    """What one transaction on one book will write, and how the book stands after it."""

    def __init__(self, tree: TreeName, frontier: Frontier, persons: Persons) -> None:
        self.tree = tree
        self.frontier = frontier
        self.persons = persons
        self.rows: list[tuple[int, str, bytes]] = []
        self.nodes: list[Node] = []
        self.notes: list[tuple[int, str]] = []
        self.opened: dict[EventRef, Event] = {}
        self.settled: list[EventRef] = []

    @property
    def next(self) -> EventRef:
        """Where the next event will be."""
        return EventRef(self.tree.register, self.tree.year, self.frontier.size + 1)

    def add(self, event: Event) -> Event:
        """Take ``event``, whose place is ``next``; it is given back with its texts as written.

        Raises:
            ValueError: if it cannot be written as an entry.
        """
        text, as_it_was = entries.encoded(event)
        leaf = leaf_hash(text)
        kept = event if as_it_was else entries.decode(text, leaf, self.tree)
        self.frontier = self.frontier.plus(leaf, self._keep)
        self.rows.append((kept.seq, text.decode(), leaf))
        self.persons.add(kept)
        # An intent and its end never share a batch: who settles knows where the intent is.
        if kept.phase is Phase.INTENT:
            self.opened[kept.ref] = kept
        elif kept.intent_ref is not None:
            self.settled.append(kept.intent_ref)
        return kept

    def _keep(self, node: Node) -> bytes:
        if node.level >= NODE_LEVEL:
            self.nodes.append(node)
        return node.hash


class Book:
    """A register's file that is being written. Not safe across threads."""

    def __init__(
        self, tree: TreeName, connection: Connection, frontier: Frontier, listed: int
    ) -> None:
        """Use ``resumed`` or ``begun``."""
        teach(connection)
        self.tree = tree
        self.frontier = frontier
        self._head = TreeHead(tree, frontier.size, frontier.root)
        self.open: dict[EventRef, Event] = {}
        self._connection = connection
        self._listed = listed
        self._coded = columns.coded_in(connection)
        self._numbering: columns.Numbering | None = None
        self._reserved = False
        self._known: set[tuple[str, str, str]] = set()

    @classmethod
    def resumed(cls, folder: LogFolder, tree: TreeName) -> Book | None:
        """Go on in a file; None if it was made but not begun.

        Raises:
            LogDamaged: if the tail does not match its hashes, or the tree its head.
            LogError: if the file cannot be opened.
        """
        connection = folder.writer(tree)
        try:
            with explained(str(tree)):
                head = head_of(connection, tree)
                if head is not None:
                    (listed,) = connection.execute("SELECT listed FROM head").fetchone()
                    return cls(tree, connection, frontier_of(connection, head), listed)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None

    @classmethod
    def begun(
        cls,
        folder: LogFolder,
        tree: TreeName,
        station: entries.Station,
        heads: str,
        now: datetime,
        still_open: dict[EventRef, Event],
    ) -> Book:
        """Begin a year's file with its opening event, which seals what came before.

        ``heads`` is the text of the ``LogHead`` now; ``still_open`` are carried into the file.

        Raises:
            LogError: if it cannot be made.
        """
        connection = folder.writer(tree)
        try:
            book = cls(tree, connection, Frontier(), 0)
            batch = book.batch()
            opening = entries.own_event(EventKind.LOG_YEAR, batch.next, station, heads, now)
            batch.add(opening)
            batch.opened.update(still_open)
            book.commit(batch)
        except BaseException:
            connection.close()
            raise
        return book

    @property
    def head(self) -> TreeHead:
        """How many events the file holds, and the root over them."""
        return self._head

    def batch(self) -> Batch:
        """An empty transaction."""
        return Batch(self.tree, self.frontier, Persons(self._known))

    def listed_open(self) -> list[EventRef]:
        """The open intents by the file's own list.

        Raises:
            LogError: if it cannot be read.
        """
        with explained(str(self.tree)):
            rows = self._connection.execute("SELECT register, year, seq FROM open_intent")
            return sorted(EventRef(*row) for row in rows)

    def commit(self, batch: Batch) -> None:
        """Write a batch; when this returns it is on the disk, and when it fails nothing of it is.

        Raises:
            LogError: if it cannot be written.
        """
        run = self._connection.execute
        size, listed, coded = batch.frontier.size, self._listed, self._coded
        head = TreeHead(self.tree, size, batch.frontier.root)
        with explained(str(self.tree)):
            try:
                run("BEGIN IMMEDIATE")
                # Statements, not ``executemany`` of nothing: each costs as much as a row.
                for row in batch.rows:
                    run("INSERT INTO event(seq, entry, leaf_hash) VALUES (?, ?, ?)", row)
                for node in batch.nodes:
                    run("INSERT INTO node VALUES (?, ?, ?)", (node.level, node.position, node.hash))
                for opened in batch.opened:
                    run(
                        "INSERT INTO open_intent VALUES (?, ?, ?)",
                        (opened.register, opened.year, opened.seq),
                    )
                for settled in batch.settled:
                    run(
                        "DELETE FROM open_intent WHERE (register, year, seq) = (?, ?, ?)",
                        (settled.register, settled.year, settled.seq),
                    )
                for note in batch.notes:
                    run("INSERT INTO checkpoint(size, note) VALUES (?, ?)", note)
                batch.persons.write(self._connection)
                if size - listed >= LISTED_EVERY:
                    extend(self._connection, listed + 1, size)
                    listed = size
                if coded + _MOST_WAITING * columns.BLOCK <= size:
                    coded = self._write_piece(coded)
                run(
                    "INSERT INTO head VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE"
                    " SET size = excluded.size, root = excluded.root, listed = excluded.listed",
                    (size, head.root, listed),
                )
                run("COMMIT")
            except BaseException:
                self._give_up()
                raise
        batch.persons.written()
        self._listed, self._coded = listed, coded
        self.frontier, self._head = batch.frontier, head
        self.open |= batch.opened
        for settled in batch.settled:
            self.open.pop(settled, None)

    def finish(self) -> None:
        """Make the lists whole, for nothing more will be written here.

        Raises:
            LogError: if it cannot be done; searches then read what the lists lack.
        """
        with explained(str(self.tree)):
            self._in_transaction(self._catch_up)

    def rest(self) -> None:
        """Do while nobody waits what makes commits quicker, and searches."""
        with contextlib.suppress(Error):
            while self._coded + columns.BLOCK <= self.frontier.size:
                self._in_transaction(self._write_next)
        settle_down(self._connection)
        if not self._reserved:
            self._reserved = True
            reserve(self._connection)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def _catch_up(self) -> None:
        catch_up(self._connection)
        columns.put_together(self._connection)

    def _write_next(self) -> None:
        self._coded = self._write_piece(self._coded)

    def _write_piece(self, coded: int) -> int:
        """Write the columns of the next events; how far they go then."""
        if self._numbering is None:
            self._numbering = columns.Numbering.of(self._connection)
        columns.write_piece(self._connection, coded, coded + columns.BLOCK, self._numbering)
        return coded + columns.BLOCK

    def _in_transaction(self, work: Callable[[], None]) -> None:
        coded = self._coded
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            work()
            self._connection.execute("COMMIT")
        except BaseException:
            self._coded = coded
            self._give_up()
            raise

    def _give_up(self) -> None:
        roll_back(self._connection)
        self._numbering = None
