"""What the log's record of rights keeps beyond the twelve years, and what of it was disposed of.

The rights in force rest on changes in the access log that may be older than all that the law lets
go. Those stay; of the others the disposal names number and digest, so that what is left is still
proved to be whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.retention import Resting
from kanta_desk.desk.logbook import is_proven
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.events import CARRIED, Event, EventFilter, EventKind, EventRef, Phase
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register
from kanta_desk.rights.changes import decode, digest, encode
from kanta_desk.rights.history import Book
from kanta_desk.rights.resting import resting


@dataclass(frozen=True, slots=True)
class Gone:
    """The changes of rights of one register that were disposed of: their digests, by number."""

    register: Register
    digests: dict[int, str] = field(default_factory=dict)


def changes_gone(log: AccessLog) -> dict[str, Gone]:
    """The changes that disposals name as gone, by ``Register.key``; only what the tree proves.

    Raises:
        LogError.
    """
    found: dict[str, Gone] = {}
    for event in _disposals(log):
        named = _rights_in(event)
        # The old form signed nothing, and disposed of nothing.
        if named and event.ref.register != CARRIED and is_proven(log, event):
            gone = found.setdefault(event.register_key, Gone(register_of(event)))
            gone.digests.update(named)
    return found


def resting_on(log: AccessLog, book: Book, on: date, *, practice: bool = False) -> Resting:
    """What of a register's record of rights stays when months are disposed of on a day.

    Raises:
        LogError.
    """
    needed = resting(book, on, practice=practice)
    known = {past.change.number: digest(encode(past.change)) for past in book.changes}
    stays = {event.ref for event in _disposals(log, book.register.key) if _rights_in(event)}
    may_go: dict[EventRef, tuple[int, str]] = {}
    changes = EventFilter(
        kind=EventKind.RIGHTS_CHANGE, phase=Phase.DONE, register=book.register.key
    )
    for event in events_of(log, changes):
        number, its_digest = _number_of(event), digest(event.evidence)
        if number is None or number in needed or known.get(number) != its_digest:
            stays.add(event.ref)
        else:
            may_go[event.ref] = (number, its_digest)
    return Resting(frozenset(stays), may_go)


def register_of(event: Event) -> Register:
    """The register that an event is of, as it was called then."""
    controller = Party(Oid(event.controller_oid), event.controller_name)
    return Register(controller, Code(event.register, CodeSystem.REGISTER))


def events_of(log: AccessLog, conditions: EventFilter) -> Iterator[Event]:
    """All events that match, the newest first.

    Raises:
        LogError: while they are taken.
    """
    page = log.search(conditions)
    yield from page.events
    while page.before is not None:
        page = log.search(conditions, before=page.before)
        yield from page.events


def _disposals(log: AccessLog, register: str = "") -> Iterator[Event]:
    kind, phase = EventKind.LOG_DISPOSAL, Phase.INTENT
    return events_of(log, EventFilter(kind=kind, phase=phase, register=register))


def _rights_in(event: Event) -> dict[int, str]:
    """Number and digest of the changes that a disposal took."""
    try:
        said = json.loads(event.evidence)
        return {int(number): str(known) for number, known in said.get("rights", ())}
    except (AttributeError, TypeError, ValueError):
        return {}


def _number_of(event: Event) -> int | None:
    """The number of a change; None of one that cannot be read, which stays."""
    try:
        return decode(event.evidence).number
    except ValueError:
        return None
