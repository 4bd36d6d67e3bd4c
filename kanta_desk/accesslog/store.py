"""The writer of the log: appends events to the books of their registers, durably, in batches."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.book import Batch, Book
from kanta_desk.accesslog.files import explained
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.yearfile import event_of, frontier_of, head_of
from kanta_desk.errors import KantaError, LogDamaged, LogError
from kanta_desk.model.events import (
    CARRIED,
    Event,
    EventKind,
    EventRef,
    Intent,
    LogHead,
    Outcome,
    Phase,
    TreeHead,
    TreeName,
)

_OPEN = "SELECT register, year, seq FROM open_intent"


@dataclass(frozen=True, slots=True)
class Order:
    """One event to write: an intent, an event complete in itself, or what settles an intent.

    Or, with ``own``, what the program itself did, in which register, and the evidence of it. Or,
    with ``note``, a signed note to keep with the newest tree that it names.
    """

    intent: Intent | None = None
    outcome: Outcome | None = None
    settles: EventRef | None = None
    own: tuple[EventKind, str, str] | None = None
    note: tuple[TreeHead, str] | None = None


class Writer:
    """The connections that write. Not safe across threads: it lives in the writer's."""

    def __init__(
        self, folder: LogFolder, station: entries.Station, clock: Callable[[], datetime]
    ) -> None:
        """Open each register's latest year, check its tail, and load the open intents.

        Raises:
            LogDamaged: if a tail does not match its hashes, or a tree its head.
            LogError: if a file cannot be opened.
        """
        self._folder, self._station, self._clock = folder, station, clock
        self._books: dict[str, Book] = {}
        self._carried: TreeHead | None = None
        try:
            for tree in reversed(folder.trees()):
                if tree.register == CARRIED:
                    self._carried = self._carried or _sealed_head(folder, tree)
                elif tree.register not in self._books:
                    book = Book.resumed(folder, tree)
                    if book is not None:
                        self._books[tree.register] = book
            for book in self._books.values():
                self._load_open(book)
            if self._carried is not None:
                self._take_over(self._carried.tree)
        except BaseException:
            self.close()
            raise
        self.head = self._heads()

    @property
    def open_intents(self) -> tuple[Event, ...]:
        """Intents that nothing has settled, oldest first."""
        events = [event for book in self._books.values() for event in book.open.values()]
        return tuple(sorted(events, key=lambda event: (event.time, event.ref)))

    def append(self, orders: Iterable[Order]) -> list[Event | Exception | None]:
        """Write ``orders`` in one transaction per register; then they are on the disk.

        An order that is itself at fault gets its ValueError in the answer, and one whose register
        cannot be written its LogError; they leave the others alone. A note is answered with None.
        """
        now = self._clock()
        year = now.astimezone(UTC).year
        batches: dict[str, Batch] = {}
        answers: list[Event | Exception | None] = []
        homes: list[str] = []
        for order in orders:
            home = ""
            answer: Event | Exception | None
            try:
                home = self._home(order)
                answer = self._take(order, self._batch(home, batches, year, now), now)
            except (KantaError, TypeError, ValueError) as error:
                answer = error
            answers.append(answer)
            homes.append(home)
        for register, batch in batches.items():
            if batch.rows or batch.notes:
                try:
                    self._books[register].commit(batch)
                except LogError as error:
                    answers = [
                        error if home == register and not isinstance(answer, Exception) else answer
                        for home, answer in zip(homes, answers, strict=True)
                    ]
        self.head = self._heads()
        return answers

    def rest(self) -> None:
        """Do while nobody waits what makes commits quicker."""
        for book in self._books.values():
            book.rest()

    def close(self) -> None:
        """Let the files go."""
        for book in self._books.values():
            book.close()

    def _home(self, order: Order) -> str:
        """The register whose book the order belongs in."""
        if order.intent is not None:
            return order.intent.context.register.key
        if order.own is not None:
            return order.own[1]
        if order.note is not None:
            return order.note[0].tree.register
        wanted = order.settles
        for register, book in self._books.items():
            if wanted is not None and (wanted in book.open or wanted.register == register):
                return register
        raise ValueError(f"event {wanted} is no open intent")

    def _batch(self, register: str, batches: dict[str, Batch], year: int, now: datetime) -> Batch:
        if register in batches:
            return batches[register]
        book = self._books.get(register)
        # A clock that was set back does not lead back to an older file.
        if book is None or year > book.tree.year:
            heads = self._heads().text
            still_open = book.open if book else {}
            fresh = Book.begun(
                self._folder, TreeName(register, year), self._station, heads, now, still_open
            )
            if book is not None:
                with contextlib.suppress(LogError):
                    book.finish()
                book.close()
            self._books[register] = book = fresh
        batches[register] = made = book.batch()
        return made

    def _take(self, order: Order, batch: Batch, now: datetime) -> Event | None:
        if order.note is not None:
            head, text = order.note
            if head.tree != batch.tree or head.size > batch.frontier.size:
                raise ValueError(f"{head.tree} is not the tree that is being written")
            batch.notes.append((head.size, text))
            return None
        return batch.add(self._event(order, batch, now))

    def _event(self, order: Order, batch: Batch, now: datetime) -> Event:
        if order.intent is not None:
            phase = order.outcome.phase if order.outcome else Phase.INTENT
            entries.demand_complete(order.intent, phase)
            return entries.first_event(order.intent, order.outcome, self._station, batch.next, now)
        if order.own is not None:
            kind, _, evidence = order.own
            return entries.own_event(kind, batch.next, self._station, evidence, now)
        ref, still_open = order.settles, self._books[batch.tree.register].open
        intent = None
        if ref is not None and ref not in batch.settled:
            intent = still_open.get(ref)
        if intent is None or order.outcome is None:
            raise ValueError(f"event {ref} is no open intent")
        return entries.settling_event(intent, order.outcome, self._station, batch.next, now)

    def _heads(self) -> LogHead:
        heads = [book.head for book in self._books.values()]
        if self._carried is not None:
            heads.append(self._carried)
        return LogHead(tuple(sorted(heads, key=lambda head: head.tree)))

    def _take_over(self, tree: TreeName) -> None:
        """Begin the books of registers that have intents open in what was carried over."""
        with contextlib.closing(self._folder.reader(tree)) as reader, explained(str(tree)):
            refs = [EventRef(*row) for row in reader.execute(_OPEN)]
            events = [event for ref in refs if (event := event_of(reader, tree, ref.seq))]
        now = self._clock()
        for register in sorted({event.register_key for event in events} - self._books.keys()):
            still_open = {event.ref: event for event in events if event.register_key == register}
            fresh = TreeName(register, now.astimezone(UTC).year)
            self._books[register] = Book.begun(
                self._folder, fresh, self._station, self._heads().text, now, still_open
            )

    def _load_open(self, book: Book) -> None:
        """The open intents in full; one may lie in an older year's file."""
        listed = book.listed_open()
        for tree in sorted({ref.tree for ref in listed}):
            with (
                contextlib.closing(self._folder.reader(tree)) as reader,
                explained(str(tree)),
            ):
                for ref in listed:
                    if ref.tree == tree:
                        event = event_of(reader, tree, ref.seq)
                        if event is None:
                            raise LogDamaged(str(tree), f"open intent {ref} is not in the log")
                        book.open[ref] = event


def _sealed_head(folder: LogFolder, tree: TreeName) -> TreeHead | None:
    with contextlib.closing(folder.reader(tree)) as reader, explained(str(tree)):
        head = head_of(reader, tree)
        if head is not None:
            frontier_of(reader, head)
        return head
