"""The desk's way to read the access log, and to note what happens to a session itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.errors import LogError, SessionLocked
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventPage,
    Intent,
    LogHead,
    Outcome,
    Phase,
)
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.model.people import WorkContext

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LogSearch:
    """A search of the log as it stood at one moment: later events do not move its pages."""

    conditions: EventFilter
    first: EventPage
    _log: AccessLog
    _is_open: Callable[[], bool]

    @property
    def total(self) -> int:
        """How many events match."""
        return self.first.total

    def page(self, before: int, limit: int = 100) -> EventPage:
        """The page that continues one whose ``before`` this is.

        Raises:
            SessionLocked: if the session that searched is no longer open.
        """
        if not self._is_open():
            raise SessionLocked
        found = self._log.search(self.conditions, before=before, limit=limit)
        if not self._is_open():
            raise SessionLocked
        return found


class Logbook:
    """Reads the log for sessions that the gate let through."""

    def __init__(self, log: AccessLog) -> None:
        self._log = log

    def head(self) -> LogHead:
        """The head of the log's tree now."""
        return self._log.head()

    def search(self, conditions: EventFilter, is_open: Callable[[], bool]) -> LogSearch:
        """The events up to this moment that match; pages come for as long as ``is_open`` says."""
        first = self._log.search(conditions, before=self._log.head().size + 1)
        return LogSearch(conditions, first, self._log, is_open)

    def event(self, seq: int) -> Event:
        """One event."""
        return self._log.event(seq)

    def verify(
        self,
        on_progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> VerifyReport:
        """Check all entries, the tree and the file."""
        return self._log.verify(on_progress, cancelled)

    def note(self, kind: EventKind, actor: Actor, context: WorkContext) -> None:
        """Record what has already happened to a session; a log that fails cannot undo it."""
        try:
            self._log.record(Intent(kind, actor, context), Outcome(Phase.DONE))
        except LogError as error:
            _logger.error("the access log could not record %s: %s", kind.name, error)
