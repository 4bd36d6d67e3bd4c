"""The one bridge between the lanes and the window.

A page starts work and names what to do with its answer; the answer comes back on the window's
thread, and only while the page still exists and has not been wiped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.gui.bridge import post
from kanta_desk.settings.faults import trace

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_logger = logging.getLogger(__name__)
T = TypeVar("T")
_LAYOUT_ROUNDS = 8  # layouts within layouts settle one level a round


class Hook(Enum):
    """Stands among the arguments of ``start`` for what the task itself offers."""

    PROGRESS = auto()
    CANCELLED = auto()


class Task(QObject, Generic[T]):
    """A piece of work under way; its owner is the page that started it."""

    ended = Signal()

    def __init__(
        self,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[KantaError], None],
        progressed: Callable[..., None] | None = None,
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        self._progressed = progressed
        self._dropped = False
        self._cancel_asked = False
        self._over = False

    def follow(self, future: Future[T]) -> Task[T]:
        """Take the answer of ``future`` when it comes."""
        future.add_done_callback(lambda ended: post(self, self._arrive, ended))
        return self

    def progress(self, *values: object) -> None:
        """Report progress from the working thread; ``progressed`` gets the same values."""
        post(self, self._move, values)

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop; read by the working thread."""
        return self._cancel_asked

    @property
    def over(self) -> bool:
        """Whether the answer has come, and was told or dropped."""
        return self._over

    def cancel(self) -> None:
        """Ask the work to stop; its answer, or its ``Cancelled``, still comes."""
        self._cancel_asked = True

    def drop(self) -> None:
        """Forget the work: nothing of it will be shown."""
        self._dropped = True
        self._cancel_asked = True

    def _move(self, values: tuple[Any, ...]) -> None:
        if not self._dropped and self._progressed is not None:
            self._progressed(*values)

    def _arrive(self, future: Future[T]) -> None:
        try:
            if not self._dropped:
                self._tell(future)
        finally:
            self._over = True
            self.ended.emit()
            self.deleteLater()

    def _tell(self, future: Future[T]) -> None:
        try:
            answer = future.result()
        except CancelledError:
            self._failed(Cancelled())
        except KantaError as error:
            self._failed(error)
        except Exception as fault:  # the edge of the working thread: a fault of ours, told as one
            _logger.error("work failed: %s", trace(fault))
            self._failed(KantaError())
        else:
            self._done(answer)


def start(
    owner: QObject,
    desk: Desk,
    act: Callable[..., T],
    *args: object,
    done: Callable[[T], None],
    failed: Callable[[KantaError], None],
    progressed: Callable[..., None] | None = None,
    lane: Lane | None = None,
    **kwargs: object,
) -> Task[T]:
    """Start ``act`` for ``owner``: a verb of the session in its own lane, or any call in ``lane``.

    ``Hook.PROGRESS`` and ``Hook.CANCELLED`` among the arguments become the task's own callables:
    ``start(self, desk, session.tests.run, plan, Hook.PROGRESS, Hook.CANCELLED, …)``.
    """
    task = Task(owner, done, failed, progressed)
    hooks = {Hook.PROGRESS: task.progress, Hook.CANCELLED: lambda: task.cancelled}

    def filled(value: object) -> Any:
        return hooks[value] if isinstance(value, Hook) else value

    given = [filled(value) for value in args]
    named = {name: filled(value) for name, value in kwargs.items()}
    future = (
        desk.start(act, *given, **named)
        if lane is None
        else desk.submit(lane, act, *given, **named)
    )
    return task.follow(future)


def running(owner: QObject) -> list[Task[Any]]:
    """The tasks of an owner and its children that have not ended."""
    return [task for task in owner.findChildren(Task) if not task.over]


def drop_all(owner: QObject) -> None:
    """Forget all work of an owner and its children."""
    for task in running(owner):
        task.drop()


def wait_for(owner: QObject, limit_ms: int) -> None:
    """Let the window live until nothing of ``owner`` is under way, what follows from it included.

    For pictures and tests: a page never waits.

    Raises:
        TimeoutError: after ``limit_ms``.
    """
    loop = QEventLoop()
    limit = QTimer(singleShot=True, interval=limit_ms)
    limit.timeout.connect(loop.quit)
    limit.start()
    QCoreApplication.processEvents()
    while tasks := running(owner):
        tasks[0].ended.connect(loop.quit)
        tasks[0].destroyed.connect(loop.quit)
        loop.exec()
        if not limit.isActive():
            raise TimeoutError("work in the window did not end")
        QCoreApplication.processEvents()
    for _ in range(_LAYOUT_ROUNDS):
        QCoreApplication.processEvents()
