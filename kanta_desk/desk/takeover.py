"""Logs that other controllers handed over, taken in and read: ``session.takeover``.

What was taken in for a register is known from that register's own log: the events of the acts are
the list, and hold the heads that the files are compared with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.imported import imported_folder
from kanta_desk.accesslog.reading import LogReader
from kanta_desk.accesslog.takeover import Imported, compare_with, look_at, take_in
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logbook import Logbook, LogSearch, in_words, searched, veiled
from kanta_desk.desk.logpart import LogPart, demanded, one
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import HandoverRefused
from kanta_desk.model.events import Event, EventFilter, EventKind, EventRef, Phase, Subject
from kanta_desk.model.text import Language


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A log that was taken in: what it is, when, and by whom."""

    log: Imported
    time: datetime
    by: str


class Takeover(LogPart):
    """Taking in, and looking into what was."""

    def __init__(
        self, gate: Gate, ticket: Callable[[], Ticket], logbook: Logbook, custody: Custody
    ) -> None:
        super().__init__(gate, ticket, logbook, custody)
        self._readers: dict[str, LogReader] = {}

    @verb(EventKind.LOG_IMPORT, Lane.LOG)
    def take(self, source: Path, reason: str, language: Language) -> Imported:
        """Take in the log of a register as another controller handed it over.

        Raises:
            FieldMissing: without a reason.
            HandoverRefused: if it does not hold, or was taken in before; nothing is kept then.
            LogUnavailable: if there is no room.
        """
        why, known = demanded(reason), {each.log.number for each in self._taken()}

        def take() -> Imported:
            if look_at(source, self._folder).number in known:
                raise HandoverRefused(source.name, "taken in before")
            return take_in(source, self._folder, language)

        return self._do(
            EventKind.LOG_IMPORT,
            Subject(query=f"take in reason:{why}"),
            take,
            lambda taken: Told(sum(h.size for h in taken.heads.trees), evidence=taken.evidence),
        )

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def listed(self) -> tuple[TakenIn, ...]:
        """The logs that were taken in for the register in hand, the oldest first."""
        return self._do(
            EventKind.LOG_VIEW,
            Subject(query="taken in"),
            self._taken,
            lambda found: Told(len(found)),
        )

    @verb(EventKind.LOG_SEARCH, Lane.LOG)
    def search(self, number: str, conditions: EventFilter) -> LogSearch:
        """Search one of them, by its number.

        Raises:
            LookupError: if there is none of that number.
        """
        is_open = self._ticket().is_open

        def search() -> LogSearch:
            of_register = replace(conditions, register=self._known(number).register)
            return searched(self._reader(number), of_register, is_open)

        return self._do(
            EventKind.LOG_SEARCH,
            Subject(client_id=conditions.client, query=f"in:{number} {in_words(conditions)}"),
            search,
            lambda found: Told(found.total),
        )

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def event(self, number: str, ref: EventRef) -> Event:
        """One event of one of them, its client veiled.

        Raises:
            LookupError: if there is no such event, or log.
        """

        def read() -> Event:
            self._known(number)
            return veiled(self._reader(number).event(ref))

        return self._do(EventKind.LOG_VIEW, Subject(query=f"in:{number} event:{ref}"), read, one)

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def check(self, number: str) -> Imported:
        """Compare one of them, entry by entry, with the heads that its event holds.

        Raises:
            LookupError: if there is none of that number.
            LogDamaged: naming what is another.
        """

        def check() -> Imported:
            known = self._known(number)
            compare_with(known, self._folder)
            return known

        return self._do(
            EventKind.LOG_VERIFY,
            Subject(query=f"taken in:{number}"),
            check,
            lambda found: Told(sum(head.size for head in found.heads.trees)),
        )

    @property
    def _folder(self) -> LogFolder:
        return self._custody.log.folder

    def _reader(self, number: str) -> LogReader:
        """The files stay open for as long as the session lives, or a search of it does."""
        if number not in self._readers:
            self._readers[number] = LogReader(imported_folder(self._folder, number))
        return self._readers[number]

    def _taken(self) -> tuple[TakenIn, ...]:
        found = []
        for event in self._logbook.events_of([EventKind.LOG_IMPORT], self._register):
            if event.phase is Phase.DONE:
                log = Imported.parse(event.evidence)
                found.append(TakenIn(log, event.time, event.actor.user_name))
        return tuple(found)

    def _known(self, number: str) -> Imported:
        for each in self._taken():
            if each.log.number == number:
                return each.log
        raise LookupError(f"no log {number}")
