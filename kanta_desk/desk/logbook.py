"""The desk's way to read the access log, and to note what happens to a session itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from kanta_desk.accesslog.clocks import Witness, witnesses_in
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.proof import holds
from kanta_desk.accesslog.reading import LogReader
from kanta_desk.errors import InvalidIdentifier, LogDamaged, LogError, SessionLocked
from kanta_desk.model.events import (
    Actor,
    Event,
    EventFilter,
    EventKind,
    EventPage,
    EventRef,
    Facets,
    Intent,
    LogHead,
    Outcome,
    Phase,
)
from kanta_desk.model.identifiers import Henkilotunnus, initials, masked
from kanta_desk.model.people import WorkContext

T = TypeVar("T")

_logger = logging.getLogger(__name__)
_PAGE = 500


@dataclass(frozen=True, slots=True)
class LogSearch:
    """A search of the log as it stood at one moment: later events do not move its pages.

    Clients are veiled: who they are, ``session.log.reveal`` tells, event by event. ``facets`` are
    of the same moment as ``total``.
    """

    conditions: EventFilter
    total: int
    first: EventPage
    facets: Facets
    _upto: LogHead
    _log: LogReader
    _is_open: Callable[[], bool]

    def page(self, before: EventRef, limit: int = 100) -> EventPage:
        """The page that continues one whose ``before`` this is.

        Raises:
            SessionLocked: if the session that searched is no longer open.
        """
        return self._while_open(
            lambda: _veiled_page(
                self._log.search(self.conditions, before=before, limit=limit, upto=self._upto)
            )
        )

    def before_time(self, moment: datetime) -> tuple[EventRef | None, int]:
        """What to pass to ``page`` so that it begins with the newest match before a moment, None
        for the first page; and how many events come before that in the list.

        Raises:
            SessionLocked: as ``page``.
        """

        def jump() -> tuple[EventRef | None, int]:
            at = self._log.before_time(self.conditions, moment, upto=self._upto)
            since = max(filter(None, (self.conditions.time_from, moment)))
            later = replace(self.conditions, time_from=since)
            written_since = self._log.count(self.conditions) - self.total
            return at, max(0, self._log.count(later) - written_since) if at else 0

        return self._while_open(jump)

    def count(self, time_from: datetime, time_to: datetime) -> int:
        """How many of the events fall into a span, by what the log holds now.

        Raises:
            SessionLocked: as ``page``.
        """
        span = replace(
            self.conditions,
            time_from=max(filter(None, (self.conditions.time_from, time_from))),
            time_to=min(filter(None, (self.conditions.time_to, time_to))),
        )
        return self._while_open(lambda: self._log.count(span))

    def _while_open(self, read: Callable[[], T]) -> T:
        if not self._is_open():
            raise SessionLocked
        found = read()
        if not self._is_open():
            raise SessionLocked
        return found


def is_proven(log: AccessLog, event: Event) -> bool:
    """Whether an event is in the log's tree as it stands, entry and all."""
    try:
        return holds(log.prove(event.ref)) and log.event(event.ref) == event
    except (LookupError, LogDamaged):
        return False


def veiled(event: Event) -> Event:
    """The event as it is shown until somebody says why more must be seen: whose data it was stays
    a beginning of the identifier, and initials."""
    subject = replace(
        event.subject,
        client_id=masked(event.subject.client_id),
        client_name=initials(event.subject.client_name),
    )
    return replace(event, subject=subject)


def in_words(conditions: EventFilter) -> str:
    """Conditions as the log keeps them, without who the client is."""
    said = {
        "user": _no_code(conditions.user),
        "document": conditions.document,
        "kind": conditions.kind,
        "phase": conditions.phase,
        "purpose": conditions.purpose,
        "unit": conditions.unit,
        "session": conditions.session,
        "from": conditions.time_from and conditions.time_from.isoformat(),
        "to": conditions.time_to and conditions.time_to.isoformat(),
    }
    words = [f"{name}:{value}" for name, value in said.items() if value]
    words += ["client:…"] if conditions.client else []
    words += [f"-({in_words(each)})" for each in conditions.without]
    return " ".join(words)


def _no_code(word: str) -> str:
    """A personal identity code that was looked for among all names is a client's."""
    try:
        return Henkilotunnus.parse(word).masked
    except InvalidIdentifier:
        return word


def _veiled_page(page: EventPage) -> EventPage:
    return replace(page, events=tuple(map(veiled, page.events)))


def searched(log: LogReader, conditions: EventFilter, is_open: Callable[[], bool]) -> LogSearch:
    """The events of a log up to this moment that match; pages come while ``is_open`` says so."""
    found, facets = log.survey(conditions)
    first = _veiled_page(found.first)
    return LogSearch(conditions, found.total, first, facets, found.upto, log, is_open)


class Logbook:
    """Reads the log for sessions that the gate let through."""

    def __init__(self, log: AccessLog) -> None:
        self._log = log

    def head(self) -> LogHead:
        """The heads of the log's trees now."""
        return self._log.head()

    def search(self, conditions: EventFilter, is_open: Callable[[], bool]) -> LogSearch:
        """The events up to this moment that match; pages come for as long as ``is_open`` says."""
        return searched(self._log, conditions, is_open)

    def event(self, ref: EventRef) -> Event:
        """One event."""
        return self._log.event(ref)

    def events_of(self, kinds: Iterable[EventKind], register: str) -> tuple[Event, ...]:
        """All events of these kinds in a register, oldest first."""
        found: list[Event] = []
        for kind in kinds:
            conditions = EventFilter(kind=kind, register=register)
            page = self._log.search(conditions, limit=_PAGE)
            found += page.events
            while page.before is not None:
                page = self._log.search(conditions, before=page.before, limit=_PAGE)
                found += page.events
        return tuple(sorted(found, key=lambda event: (event.ref.year, event.ref.seq)))

    def times_told(self, session_id: str) -> tuple[Witness, ...]:
        """The times that certificates' issuers told when the card of a session was asked."""
        found: tuple[Witness, ...] = ()
        for kind in (EventKind.SIGN_IN, EventKind.UNLOCK) if session_id else ():
            asked = EventFilter(kind=kind, phase=Phase.DONE, session=session_id)
            for event in self._log.search(asked).events:
                found += witnesses_in(event.evidence)
        return found

    def demand_proven(self, *events: Event | None) -> None:
        """Refuse to go by events that are not in the log's tree as they stand.

        Raises:
            LogDamaged: if one is not.
        """
        if not all(event is None or is_proven(self._log, event) for event in events):
            raise LogDamaged

    def note(self, kind: EventKind, actor: Actor, context: WorkContext) -> None:
        """Record what has already happened to a session; a log that fails cannot undo it."""
        try:
            self._log.record(Intent(kind, actor, context), Outcome(Phase.DONE))
        except LogError as error:
            _logger.error("the access log could not record %s: %s", kind.name, error)
