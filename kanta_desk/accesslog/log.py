"""The access log as the desk sees it: one object, callable from any thread.

Writes go through one thread, which puts all that waits into one durable transaction per register; a
call returns when its event is on the disk. Reads have their own connections and never wait for
writes.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TypeVar

from kanta_desk.accesslog import verify
from kanta_desk.accesslog.carry import carry_over
from kanta_desk.accesslog.entry import Station
from kanta_desk.accesslog.files import WriterLock
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.reading import LogReader
from kanta_desk.accesslog.store import Order, Writer
from kanta_desk.accesslog.upgrading import upgrade
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import (
    Event,
    EventKind,
    EventRef,
    Intent,
    LogHead,
    Outcome,
    Phase,
    TreeHead,
)
from kanta_desk.model.logreport import VerifyReport

T = TypeVar("T")

MAX_BATCH = 256
"""Most events in one transaction."""

GATHERING = 0.000_3
"""Seconds that a transaction waits at most for those who were in the one before it together."""

IDLE = 1.0
"""Seconds without an order after which the writer tidies up: see ``Book.rest``."""

_logger = logging.getLogger(__name__)

_Work = Callable[[LogFolder], None]


class Answer:
    """What became of one order: told once, by the writer's thread, to the one thread that asks.

    A bare lock, because a ``Future`` would take as long as all else that an order costs in Python.
    """

    __slots__ = ("_told", "_value")

    def __init__(self) -> None:
        self._told = threading.Lock()
        self._told.acquire()
        self._value: Event | Exception | None = None

    def tell(self, value: Event | Exception | None) -> None:
        """Let the one who waits go on, with ``value`` or by raising it."""
        self._value = value
        self._told.release()

    def result(self) -> Event | None:
        """Wait for the answer.

        Raises:
            What was told, if that is an exception.
        """
        with self._told:
            if isinstance(self._value, Exception):
                raise self._value
            return self._value


class AccessLog(LogReader):
    """The append-only log of everything that is done with client data."""

    @classmethod
    def open(
        cls,
        folder: LogFolder,
        *,
        workstation: str,
        os_user: str,
        software: str,
        clock: Callable[[], datetime],
        on_commit: Callable[[LogHead], None] | None = None,
    ) -> AccessLog:
        """Open or begin the log in ``folder``, as the one process that may write it.

        What the old form left is carried over, older files are brought to this version, and keys
        are wrapped for a recovery key that was named since. ``clock`` gives aware times. The tails
        are checked against their trees.
        ``on_commit`` gets the head after every durable transaction, in the writer's thread: it must
        be short, and may not call the log.

        Raises:
            LogPlaceUnsafe: on a network drive or in a synchronised folder.
            LogLocked: if another process (or another log in this one) writes it.
            LogKeyMissing, SecretStoreMissing: if a file cannot be decrypted.
            LogUnavailable: if the folder or a file cannot be written.
            LogDamaged: if a tail does not match its hashes; ``verify`` tells more.
        """
        folder.demand_safe()
        lock = WriterLock(folder.path)
        try:
            carry_over(folder)
            upgrade(folder)
            folder.wrap_all()
            writer = Writer(folder, Station(workstation, os_user, software), clock)
        except BaseException:
            lock.free()
            raise
        return cls(folder, lock, writer, clock, on_commit)

    def __init__(
        self,
        folder: LogFolder,
        lock: WriterLock,
        writer: Writer,
        clock: Callable[[], datetime],
        on_commit: Callable[[LogHead], None] | None,
    ) -> None:
        """Use ``open``."""
        super().__init__(folder)
        self._lock, self._writer, self._clock = lock, writer, clock
        self._on_commit = on_commit or (lambda head: None)
        self._left_open = {event.ref: event for event in writer.open_intents}
        self._orders: queue.SimpleQueue[tuple[Order, Answer] | _Work | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._write, name="log-write", daemon=True)
        self._thread.start()

    def intend(self, intent: Intent) -> EventRef:
        """Write what is about to be done; where it is. On the disk when this returns.

        Raises:
            ValueError: if the law asks for more than ``intent`` holds.
            LogError: if it cannot be written: then the act must not be done.
        """
        return self._written(Order(intent=intent))

    def settle(self, intent: EventRef, outcome: Outcome) -> EventRef:
        """Write how an intent ended; where this second event is.

        Who and what are the intent's; ``outcome.subject`` fills what only the answer told.

        Raises:
            ValueError: if ``intent`` is no open intent, or ``outcome`` does not end it.
            LogError: if it cannot be written; the intent stays open.
        """
        return self._written(Order(settles=intent, outcome=_ended(outcome)))

    def record(self, intent: Intent, outcome: Outcome) -> EventRef:
        """Write an event complete in itself, such as a lock or a failed sign-in; where it is.

        Raises:
            ValueError, LogError: as ``intend``.
        """
        return self._written(Order(intent=intent, outcome=_ended(outcome)))

    def tell(self, kind: EventKind, register: str, evidence: str) -> EventRef:
        """Write what the program itself did to a register's log, with nobody signed in.

        Raises:
            LogError: if it cannot be written.
        """
        return self._written(Order(own=(kind, register, evidence)))

    def keep_note(self, head: TreeHead, text: str) -> None:
        """Keep a signed note of a tree that is being written, with the file itself.

        Raises:
            ValueError: if the tree is not being written any more.
            LogError: if it cannot be written.
        """
        self._ordered(Order(note=(head, text)))

    def exclusively(self, work: Callable[[LogFolder], T]) -> T:
        """Let ``work`` change files of years that are over, while nobody writes or reads them.

        Raises:
            LogUnavailable: if the log is closed.
            What ``work`` raises.
        """
        answer: Future[T] = Future()

        def run(folder: LogFolder) -> None:
            try:
                with self._readers.kept_back():
                    done = work(folder)
            except BaseException as error:  # the thread's edge: whoever waits is told
                answer.set_exception(error)
            else:
                answer.set_result(done)

        self._put(run)
        return answer.result()

    def head(self) -> LogHead:
        """The heads of every register's newest tree."""
        return self._writer.head

    def unsettled(self) -> tuple[Event, ...]:
        """Intents of earlier sessions that nothing has settled, oldest first."""
        still_open = {event.ref for event in self._writer.open_intents}
        return tuple(event for ref, event in self._left_open.items() if ref in still_open)

    def verify(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> VerifyReport:
        """Check the whole log; see ``accesslog.verify``, which also works where ``open`` fails.

        Raises:
            Cancelled, LogError.
        """
        return verify.verify(self.folder, self._clock, on_progress, cancelled)

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

    def _written(self, order: Order) -> EventRef:
        event = self._ordered(order)
        if event is None:
            raise ValueError("a note is no event")
        return event.ref

    def _ordered(self, order: Order) -> Event | None:
        answer = Answer()
        self._put((order, answer))
        return answer.result()

    def _put(self, item: tuple[Order, Answer] | _Work) -> None:
        with self._closing:
            if self._closed:
                raise LogUnavailable(self.folder.path.name, "closed")
            self._orders.put(item)

    def _write(self) -> None:
        """The writer's thread: everything that waits goes into one transaction per register."""
        going, together = True, 1
        while going:
            batch = self._waiting(together)
            going = None not in batch
            orders = [item for item in batch if isinstance(item, tuple)]
            together = len(orders)
            self._write_orders(orders)
            for item in batch:
                if callable(item):
                    item(self.folder)

    def _waiting(self, together: int) -> list[tuple[Order, Answer] | _Work | None]:
        """What waits to be done; if that is nothing, what comes next.

        Those who were ``together`` in the transaction before have only just been told so: their
        next orders are worth a moment, or every other transaction would be of one alone.
        """
        try:
            batch = [self._orders.get(timeout=IDLE)]
        except queue.Empty:
            self._writer.rest()
            batch = [self._orders.get()]
        if together > 1 and self._orders.qsize() + 1 < together:
            time.sleep(GATHERING)
        while len(batch) < MAX_BATCH and not self._orders.empty():
            batch.append(self._orders.get())
        return batch

    def _write_orders(self, orders: list[tuple[Order, Answer]]) -> None:
        if not orders:
            return
        before = self._writer.head
        try:
            events = self._writer.append(order for order, _ in orders)
        except Exception as error:  # the thread's edge: whoever waits is told
            for _, answer in orders:
                answer.tell(error)
            return
        if [head.tree for head in self._writer.head.trees] != [head.tree for head in before.trees]:
            self._readers.look_again()
        for (_, answer), event in zip(orders, events, strict=True):
            answer.tell(event)
        try:
            self._on_commit(self._writer.head)
        except Exception as error:  # the thread's edge: what is written is written
            _logger.error("after a commit: %s", type(error).__name__)


def _ended(outcome: Outcome) -> Outcome:
    if outcome.phase is Phase.INTENT:
        raise ValueError("an outcome is not an intent")
    return outcome
