"""The access log as the desk sees it: one object, callable from any thread.

Writes go through one thread, which puts all that waits into one durable transaction; a call
returns when its event is on the disk. Reads have their own connections and never wait for writes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog import proof, search, verify
from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.files import WriterLock
from kanta_desk.accesslog.readers import Readers
from kanta_desk.accesslog.store import Order, Writer
from kanta_desk.accesslog.yearfile import event_of
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import (
    Event,
    EventFilter,
    EventPage,
    Intent,
    LogHead,
    Outcome,
    Phase,
)
from kanta_desk.model.logreport import InclusionProof, VerifyReport

MAX_BATCH = 256
"""Most events in one transaction."""


class AccessLog:
    """The append-only log of everything that is done with client data."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        workstation: str,
        os_user: str,
        software: str,
        clock: Callable[[], datetime],
    ) -> AccessLog:
        """Open or begin the log in ``folder``, as the one process that may write it.

        ``clock`` gives aware times. The tail is checked against the tree.

        Raises:
            LogLocked: if another process (or another log in this one) writes it.
            LogUnavailable: if the folder or a file cannot be written.
            LogDamaged: if the tail does not match its hashes; ``verify`` tells more.
        """
        lock = WriterLock(folder)
        try:
            writer = Writer(folder, Station(workstation, os_user, software), clock)
        except BaseException:
            lock.free()
            raise
        return cls(folder, lock, writer, clock)

    def __init__(
        self, folder: Path, lock: WriterLock, writer: Writer, clock: Callable[[], datetime]
    ) -> None:
        """Use ``open``."""
        self._folder, self._lock, self._writer, self._clock = folder, lock, writer, clock
        self._left_open = {event.seq: event for event in writer.open_intents}
        self._readers = Readers(folder)
        self._orders: queue.SimpleQueue[tuple[Order, Future[Event]] | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._write, name="log-write", daemon=True)
        self._thread.start()

    def intend(self, intent: Intent) -> int:
        """Write what is about to be done; its number. On the disk when this returns.

        Raises:
            ValueError: if the law asks for more than ``intent`` holds.
            LogError: if it cannot be written: then the act must not be done.
        """
        return self._ordered(Order(intent=intent)).seq

    def settle(self, intent_seq: int, outcome: Outcome) -> int:
        """Write how an intent ended; the number of this second event.

        Who and what are the intent's; ``outcome.subject`` fills what only the answer told.

        Raises:
            ValueError: if ``intent_seq`` is no open intent, or ``outcome`` does not end it.
            LogError: if it cannot be written; the intent stays open.
        """
        return self._ordered(Order(settles=intent_seq, outcome=_ended(outcome))).seq

    def record(self, intent: Intent, outcome: Outcome) -> int:
        """Write an event complete in itself, such as a lock or a failed sign-in; its number.

        Raises:
            ValueError, LogError: as ``intend``.
        """
        return self._ordered(Order(intent=intent, outcome=_ended(outcome))).seq

    def head(self) -> LogHead:
        """Size and root of the tree over all events of all years."""
        return self._writer.head

    def search(
        self, filter: EventFilter, *, before: int | None = None, limit: int = 100
    ) -> EventPage:
        """A page of the events that match, newest first; ``before`` as the last page gave it.

        Raises:
            LogUnavailable, LogDamaged.
        """
        with self._readers.borrowed() as files:
            return search.search(files, filter, before, limit)

    def event(self, seq: int) -> Event:
        """One event in full.

        Raises:
            LookupError: if there is none of that number.
            LogUnavailable, LogDamaged.
        """
        with self._readers.borrowed() as files:
            for file in files:
                if event := event_of(file.connection, seq, file.name):
                    return event
        raise LookupError(f"no event {seq}")

    def prove(self, seq: int) -> InclusionProof:
        """Proof that an event is in the log as it stands; ``proof.holds`` checks it without one.

        Raises:
            LookupError: if there is no event of that number.
            LogUnavailable, LogDamaged.
        """
        with self._readers.borrowed() as files:
            return proof.prove(files, seq)

    def unsettled(self) -> tuple[Event, ...]:
        """Intents of earlier sessions that nothing has settled, oldest first."""
        still_open = {event.seq for event in self._writer.open_intents}
        return tuple(event for seq, event in self._left_open.items() if seq in still_open)

    def verify(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> VerifyReport:
        """Check the whole log; see ``accesslog.verify``, which also works where ``open`` fails.

        Raises:
            Cancelled, LogUnavailable.
        """
        return verify.verify(self._folder, self._clock, on_progress, cancelled)

    def close(self) -> None:
        """Write what still waits, then let go of files and lock. A second call does nothing."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._orders.put(None)
        self._thread.join()
        self._readers.close()
        self._writer.close()
        self._lock.free()

    def _ordered(self, order: Order) -> Event:
        answer: Future[Event] = Future()
        with self._closing:
            if self._closed:
                raise LogUnavailable(self._folder.name, "closed")
            self._orders.put((order, answer))
        return answer.result()

    def _write(self) -> None:
        """The writer's thread: everything that waits goes into one transaction."""
        going = True
        while going:
            batch = [self._orders.get()]
            while len(batch) < MAX_BATCH and not self._orders.empty():
                batch.append(self._orders.get())
            going = None not in batch
            orders = [item for item in batch if item is not None]
            try:
                events = self._writer.append(order for order, _ in orders)
            except Exception as error:  # the thread's edge: whoever waits is told
                for _, answer in orders:
                    answer.set_exception(error)
                continue
            for (_, answer), event in zip(orders, events, strict=True):
                if isinstance(event, Exception):
                    answer.set_exception(event)
                else:
                    answer.set_result(event)


def _ended(outcome: Outcome) -> Outcome:
    if outcome.phase is Phase.INTENT:
        raise ValueError("an outcome is not an intent")
    return outcome
