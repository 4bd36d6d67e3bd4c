"""Carries a confirmed plan through: several items on their way at once, each exactly once.

A run ends when all items have their fate, or it stops: at the first refusal if that is wished, when
it is paused, when the holder may not go on (locked, card pulled, right lost, clock), or when the
archive cannot be reached. What was on its way then is settled later; what had not begun has left
no trace and can be resumed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from kanta_desk.errors import (
    ArchiveUnavailable,
    CardError,
    KantaError,
    LogError,
    NetError,
    RightsError,
    SecondPersonNeeded,
    TrustError,
)
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Fate,
    InvalidationPlan,
    ItemResult,
    PlannedItem,
    Step,
)

WIDTH = 4
"""Items on their way at once: while one waits for the archive, another is signed."""

_ENDS_THE_RUN = (
    RightsError, SecondPersonNeeded, CardError, TrustError, LogError, NetError, ArchiveUnavailable
)  # fmt: skip
"""What stands in the way of all items, and not of one."""

_OPEN = (Fate.WAITING, Fate.UNSETTLED)

Do = Callable[[PlannedItem, Callable[[Step], None]], ItemResult]
"""Does one item; what it raises was met before anything of that item was sent."""


@dataclass
class Control:
    """How the person at the desk steers a run. Every thread may use it."""

    stop_at_refusal: bool = False
    _paused: threading.Event = field(default_factory=threading.Event)

    def pause(self) -> None:
        """Begin no more items; those on their way are finished."""
        self._paused.set()

    @property
    def paused(self) -> bool:
        """Whether ``pause`` was called."""
        return self._paused.is_set()


def run_batch(
    plan: InvalidationPlan,
    known: dict[str, ItemResult],
    do: Do,
    control: Control,
    on_progress: Callable[[BatchProgress], None],
) -> BatchReport:
    """Do the items of ``plan`` that ``known`` (by message id) has no fate of yet.

    Blocks. Only faults of the program itself come out of it; everything else is in the report.
    """
    return _Run(plan, known, do, control, on_progress).run()


class _Run:
    def __init__(
        self,
        plan: InvalidationPlan,
        known: dict[str, ItemResult],
        do: Do,
        control: Control,
        on_progress: Callable[[BatchProgress], None],
    ) -> None:
        self._plan = plan
        self._results = dict(known)
        self._do = do
        self._control = control
        self._on_progress = on_progress
        self._lock = threading.Lock()
        self._stopped_by = ""
        self._done = sum(result.fate not in _OPEN for result in known.values())
        self._left = iter([item for item in plan.items if item.message_id not in known])

    def run(self) -> BatchReport:
        width = min(WIDTH, len(self._plan.items) or 1)
        with ThreadPoolExecutor(width, thread_name_prefix="invalidating") as pool:
            workers = [pool.submit(self._work) for _ in range(width)]
        for worker in workers:
            worker.result()
        results = tuple(
            self._results.get(item.message_id, ItemResult(item, Fate.WAITING))
            for item in self._plan.items
        )
        return BatchReport(self._plan, results, self._stopped_by)

    def _next(self) -> PlannedItem | None:
        with self._lock:
            if self._stopped_by or self._control.paused:
                return None
            return next(self._left, None)

    def _work(self) -> None:
        while (item := self._next()) is not None:
            try:
                result = self._do(item, self._teller(item))
            except KantaError as error:
                result = ItemResult(item, Fate.NOT_DONE, error)
                if isinstance(error, _ENDS_THE_RUN):
                    self._stop(error.code)
                    result = ItemResult(item, Fate.WAITING, error)
            except BaseException:
                self._stop(KantaError.code)
                raise
            self._take(item, result)

    def _take(self, item: PlannedItem, result: ItemResult) -> None:
        # One whose outcome is not known is enough: the next would most likely share its lot.
        refused = result.fate not in (Fate.DONE, Fate.UNSETTLED)
        if result.fate is Fate.UNSETTLED or (refused and self._control.stop_at_refusal):
            self._stop((result.cause or result.error or KantaError()).code)
        with self._lock:
            self._results[item.message_id] = result
            self._done += result.fate not in _OPEN
        self._tell(item, Step.SETTLED, result.fate)

    def _stop(self, code: str) -> None:
        with self._lock:
            self._stopped_by = self._stopped_by or code

    def _teller(self, item: PlannedItem) -> Callable[[Step], None]:
        return lambda step: self._tell(item, step, Fate.WAITING)

    def _tell(self, item: PlannedItem, step: Step, fate: Fate) -> None:
        with self._lock:
            done = self._done
        self._on_progress(BatchProgress(done, len(self._plan.items), item.message_id, step, fate))
