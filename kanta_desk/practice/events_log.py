"""Writes an invented past into an access log that has not been begun.

Events keep the times they have in the story, so this does not pass the log's own writer, whose
clock is the present; the files, trees and lists are made by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from kanta_desk.accesslog import entry as entries
from kanta_desk.accesslog.book import Batch, Book
from kanta_desk.accesslog.files import WriterLock
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.model.events import Event, EventRef, LogHead, TreeName
from kanta_desk.practice.events import Act, Part, Step, steps
from kanta_desk.practice.events_people import Population
from kanta_desk.practice.organisation import REGISTERS

_IN_ONE_TRANSACTION = 2_000


def seed_log(folder: LogFolder, station: entries.Station, count: int, seed: int, last: date) -> int:
    """Write ``count`` events of the three years that end with ``last``, of a small provider.

    Raises:
        ValueError, LogError: as ``write_past``.
    """
    people = Population.draw(seed, users=25, clients=300, documents=2_000)
    first = last - timedelta(days=3 * 365)
    return write_past(folder, steps(people, REGISTERS, seed, count, first, last), station)


def write_past(folder: LogFolder, steps: Iterable[Step], station: entries.Station) -> int:
    """Write ``steps``, which are in order of time; how many there were.

    Raises:
        ValueError: if the log holds something already: a past cannot be put under a present.
        LogError: if it cannot be written.
    """
    lock = WriterLock(folder.path)
    try:
        if folder.trees():
            raise ValueError("the log has been begun")
        past = _Past(folder, station)
        try:
            return past.write(steps)
        finally:
            past.close()
    finally:
        lock.free()


class _Past:
    def __init__(self, folder: LogFolder, station: entries.Station) -> None:
        self._folder, self._station = folder, station
        self._books: dict[str, Book] = {}
        self._batches: dict[str, Batch] = {}
        self._refs: dict[Act, EventRef] = {}

    def write(self, steps: Iterable[Step]) -> int:
        count = 0
        for step in steps:
            count += 1
            register = step.act.intent.context.register.key
            batch = self._batch(register, step.time)
            written = batch.add(self._event(step, register, batch))
            if step.part is Part.INTENT:
                self._refs[step.act] = written.ref
            if len(batch.rows) >= _IN_ONE_TRANSACTION:
                self._commit(register)
        for register in tuple(self._batches):
            self._commit(register)
        return count

    def close(self) -> None:
        for book in self._books.values():
            book.close()

    def _event(self, step: Step, register: str, batch: Batch) -> Event:
        act = step.act
        if step.part is Part.OUTCOME:
            ref = self._refs.pop(act)
            intent = batch.opened.get(ref) or self._books[register].open[ref]
            return entries.settling_event(intent, act.outcome, self._station, batch.next, step.time)
        outcome = act.outcome if step.part is Part.WHOLE else None
        entries.demand_complete(act.intent, act.outcome.phase)
        return entries.first_event(act.intent, outcome, self._station, batch.next, step.time)

    def _batch(self, register: str, now: datetime) -> Batch:
        tree = TreeName(register, now.astimezone(UTC).year)
        book = self._books.get(register)
        if book is None or book.tree != tree:
            self._begin(tree, book, now)
        if register not in self._batches:
            self._batches[register] = self._books[register].batch()
        return self._batches[register]

    def _begin(self, tree: TreeName, before: Book | None, now: datetime) -> None:
        """Begin a year, which seals the one before it."""
        if before is not None:
            self._commit(tree.register)
        heads = sorted((book.head for book in self._books.values()), key=lambda head: head.tree)
        still_open = before.open if before else {}
        self._books[tree.register] = Book.begun(
            self._folder, tree, self._station, LogHead(tuple(heads)).text, now, still_open
        )
        if before is not None:
            before.close()

    def _commit(self, register: str) -> None:
        batch = self._batches.pop(register, None)
        if batch is not None:
            self._books[register].commit(batch)
