"""One event as the canonical text that is stored and hashed, and back.

The text is a JSON array of strings, integers, nulls and arrays of these; UTF-8, NFC, no blanks, no
floating point. A field's place never changes: new fields come at the end, of the array or of the
inner array of their topic. A value that is not there is null, and nulls at the end of an array are
left out (an inner array of nothing else is itself null): read entries with ``places``. What is as
usual is null too: the provider whose client data is used (place 13) where it is the controller
itself, the right to a register where it is the user's own, the clock where nothing speaks against
it, the origin where it is the archive, the number shown where all was shown.
Sixteen random bytes beside the event's id make a kept hash of a disposed entry meaningless. The
place of the intent that an event settles holds its number if both are in one tree, otherwise its
register, year and number.

The columns follow law 703/2023 §10.2 (data used, whose, by whom, for what, when).
"""

from __future__ import annotations

import os
import unicodedata
from binascii import b2a_base64
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import orjson

from kanta_desk.accesslog.entrytext import (
    INNER,
    LENGTH,
    SCHEMA_VERSION,
    beginning_of,
    bound,
    decode,
    frozen,
    in_the_making,
    milliseconds,
    places,
)
from kanta_desk.accesslog.kinds import needs_of, uses_client_data
from kanta_desk.model.documents import organisation_of
from kanta_desk.model.event_details import (
    NO_CHANGE,
    NO_GROUNDS,
    USUAL_CLOCK,
    Change,
    ClockReading,
    Grounds,
)
from kanta_desk.model.events import (
    Actor,
    Event,
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    Subject,
)
from kanta_desk.model.identifiers import Oid

__all__ = [
    "INNER",
    "LENGTH",
    "PROGRAM",
    "SCHEMA_VERSION",
    "Station",
    "beginning_of",
    "bound",
    "decode",
    "demand_complete",
    "encode",
    "encoded",
    "first_event",
    "milliseconds",
    "own_event",
    "places",
    "settling_event",
]

PROGRAM = "kanta-desk"
"""The user's identifier in events that the program itself causes."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_CONTROL = {code: " " for code in (*range(0x20), 0x7F)}
_INDICATOR = {Phase.DONE: 0, Phase.CANCELLED: 4, Phase.FAILED: 8, Phase.UNKNOWN: 12}
"""Outcome as ATNA and FHIR AuditEvent give it; an intent has none yet."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where the log is written: the workstation, its user, the program and its version.

    ``system_oid``, where the program has one, is told where a year of the log begins.
    """

    workstation: str
    os_user: str
    software: str
    system_oid: str = ""


def demand_complete(intent: Intent, phase: Phase) -> None:
    """Refuse an event that would not hold what the law asks of it, and its kind (``kinds``).

    Only a sign-in that has not succeeded may lack its user: before the card is read there is none.
    What came to nothing, such as an act that was refused, has used no data.

    Raises:
        ValueError: naming the field; a fault of the calling code, never of a person.
    """
    kind, actor = intent.kind, intent.actor
    anonymous = kind is EventKind.SIGN_IN and phase is not Phase.DONE
    if not anonymous and not (actor.user_id.strip() and actor.user_name.strip()):
        raise ValueError(f"{kind.name}: the user's identifier and name are mandatory")
    register, purpose = intent.context.register, intent.context.purpose
    if not (register.controller.oid.value and register.code.value and purpose.code):
        raise ValueError(f"{kind.name}: register and purpose are mandatory")
    if phase is not Phase.INTENT and phase is not Phase.DONE:
        return
    needs, subject = needs_of(kind), intent.subject
    if "document" in needs and not (subject.document_oid or subject.set_id or subject.documents):
        raise ValueError(f"{kind.name}: the document is mandatory")
    if "unit" in needs and not (actor.unit_oid and actor.role):
        raise ValueError(f"{kind.name}: the user's unit and role are mandatory")


def _demand_client(kind: EventKind, phase: Phase, subject: Subject) -> None:
    """Refuse to say that something was done, and not whose data it was.

    Raises:
        ValueError: as ``demand_complete``.
    """
    told = subject.client_id or subject.client_name or subject.client_flags
    if phase is Phase.DONE and not told and "client" in needs_of(kind):
        raise ValueError(f"{kind.name}: the client is mandatory")


def first_event(
    intent: Intent, outcome: Outcome | None, station: Station, ref: EventRef, now: datetime
) -> Event:
    """The event of an intent (``outcome`` None), or one complete in itself.

    Raises:
        ValueError: if it says that something was done, and its kind must tell whose data it was.
    """
    register = intent.context.register
    event = in_the_making()
    event.ref = ref
    event.event_id, event.time = _id_and_time(now)
    event.kind = intent.kind
    event.actor = intent.actor
    event.controller_oid = register.controller.oid.value
    event.controller_name = register.controller.name
    event.register = register.code.value
    event.purpose = intent.context.purpose.code
    event.on_behalf = "" if intent.on_behalf == event.controller_oid else intent.on_behalf
    event.system_oid = ""
    event.request_id = intent.request_id
    event.intent_ref = None
    event.grounds = grounds = intent.grounds
    unit = intent.context.unit.oid.value
    if (
        grounds.register_right is None
        and uses_client_data(intent.kind)
        and _of_another(event.controller_oid, unit)
    ):
        event.grounds = _by_right(grounds)
    _at(event, station)
    if outcome is not None:
        _end(event, intent.subject, outcome)
        if outcome.change is NO_CHANGE:
            event.change = intent.change
        if outcome.clock is USUAL_CLOCK:
            event.clock = intent.clock
        return frozen(event)
    event.phase = Phase.INTENT
    event.subject = intent.subject
    event.error_code = event.error_text = event.answer_ref = ""
    event.result_count = event.shown_count = event.dwell_ms = None
    event.evidence = intent.evidence
    event.change = intent.change
    event.clock = intent.clock
    return frozen(event)


def own_event(
    kind: EventKind, ref: EventRef, station: Station, evidence: str, now: datetime
) -> Event:
    """What the program itself does to the log, with nobody signed in."""
    controller, _, register = ref.register.partition("/")
    event_id, time = _id_and_time(now)
    return Event(
        ref=ref,
        event_id=event_id,
        time=time,
        kind=kind,
        phase=Phase.DONE,
        actor=Actor(user_id=PROGRAM, user_name=station.software),
        controller_oid=controller,
        controller_name="",
        register=register,
        purpose="",
        subject=Subject(),
        error_code="",
        result_count=None,
        workstation=station.workstation,
        os_user=station.os_user,
        software=station.software,
        request_id="",
        intent_ref=None,
        leaf_hash="",
        evidence=evidence,
        system_oid=station.system_oid if kind is EventKind.LOG_YEAR else "",
    )


def settling_event(
    intent: Event, outcome: Outcome, station: Station, ref: EventRef, now: datetime
) -> Event:
    """The event that says how ``intent`` ended: who, what and why are copied from it.

    Raises:
        ValueError: as ``first_event``.
    """
    event = in_the_making()
    event.ref = ref
    event.event_id, event.time = _id_and_time(now)
    event.kind = intent.kind
    event.actor = intent.actor
    event.controller_oid = intent.controller_oid
    event.controller_name = intent.controller_name
    event.register = intent.register
    event.purpose = intent.purpose
    event.on_behalf = intent.on_behalf
    event.system_oid = ""
    event.request_id = intent.request_id
    event.intent_ref = intent.ref
    event.grounds = intent.grounds
    _at(event, station)
    _end(event, intent.subject, outcome)
    return frozen(event)


def _at(event: Any, station: Station) -> None:
    event.workstation = station.workstation
    event.os_user = station.os_user
    event.software = station.software
    event.leaf_hash = ""


def _end(event: Any, asked: Subject, outcome: Outcome) -> None:
    event.phase = outcome.phase
    event.subject = subject = _completed(asked, outcome.subject)
    _demand_client(event.kind, outcome.phase, subject)
    event.error_code = outcome.error_code
    event.error_text = outcome.error_text
    event.result_count = outcome.result_count
    event.shown_count = outcome.shown_count
    event.dwell_ms = outcome.dwell_ms
    event.answer_ref = outcome.answer_ref
    event.evidence = outcome.evidence
    event.change = outcome.change
    event.clock = outcome.clock


@lru_cache(maxsize=256)
def _of_another(controller: str, unit: str) -> bool:
    """Whether the unit belongs to another organisation than the register's controller."""
    return organisation_of(Oid(controller)) != organisation_of(Oid(unit))


@lru_cache(maxsize=256)
def _by_right(grounds: Grounds) -> Grounds:
    """Another's register is used by the right to use it (rekisterinkäyttöoikeus)."""
    return replace(grounds, register_right=True)


def encode(event: Event) -> bytes:
    """The canonical text of ``event``, with a new nonce: two calls never give the same bytes."""
    return encoded(event)[0]


def encoded(event: Event) -> tuple[bytes, bool]:
    """``encode``, and whether every text in it went in as it was.

    Nearly all do. So the entry is made first and looked at as a whole, which costs a fraction of
    looking at each of its texts; only where something in it is odd are they made fit one by one.
    """
    places = _outer(event)
    try:
        text = orjson.dumps(places)
    except (TypeError, ValueError):  # a lone surrogate: see ``_text``
        return orjson.dumps(_cleaned(places)), False
    whole = text.decode()
    # What JSON escapes, a control character or a line end among them, has a backslash.
    odd = "\\" in whole or "\x7f" in whole or '""' in whole
    if odd or not (whole.isascii() or unicodedata.is_normalized("NFC", whole)):
        return orjson.dumps(_cleaned(places)), False
    return text, True


def _outer(event: Event) -> list[Any]:
    """The places of ``event`` with its texts as they are; empty ones are null, save in lists."""
    actor, subject, phase = event.actor, event.subject, event.phase
    grounds, change, clock = event.grounds, event.change, event.clock
    plain = grounds is NO_GROUNDS
    outer = [
        SCHEMA_VERSION,
        event.ref.seq,
        [_stored(event.event_id), _short(os.urandom(16))],
        milliseconds(event.time),
        None if clock is USUAL_CLOCK else _clock(clock),
        event.kind.value,
        phase.value,
        _three(_INDICATOR.get(phase), event.error_code or None, event.error_text or None),
        actor.user_id or None,
        actor.user_name or None,
        _three(actor.role or None, actor.title or None, actor.task or None),
        _pair(actor.unit_oid, actor.unit_name),
        _three(actor.card_type or None, actor.certificate_serial or None, actor.card_id or None),
        event.on_behalf or None,
        _three(event.controller_oid or None, event.register or None, event.controller_name or None),
        None if plain else _right(grounds),
        subject.client_id or None,
        subject.client_name or None,
        list(subject.client_flags) or None,
        _three(subject.document_oid or None, subject.document_version, subject.set_id or None),
        _pair(subject.document_type, subject.category),
        _pair(subject.service_task, subject.process),
        subject.origin or None,
        event.purpose or None,
        None if plain else _context(grounds),
        None if plain else _pair(grounds.special_reason, grounds.reason),
        1 if grounds.emergency else None,
        subject.query or None,
        _two(event.result_count, event.shown_count),
        event.dwell_ms,
        None if change is NO_CHANGE else _change(change),
        _pair(event.system_oid, event.software),
        _pair(event.workstation, event.os_user),
        actor.session_id or None,
        _pair(event.request_id, event.answer_ref),
        _reference(event.intent_ref, event.ref),
        _two(list(subject.documents) or None, event.evidence or None),
    ]
    while outer[-1] is None:
        outer.pop()
    return outer


def _two(first: Any, second: Any) -> list[Any] | None:
    """An inner array of two places, without the nulls that end it."""
    if second is not None:
        return [first, second]
    return None if first is None else [first]


def _pair(first: str, second: str) -> list[Any] | None:
    """``_two`` of texts, of which empty ones are null."""
    if second:
        return [first or None, second]
    return [first] if first else None


def _three(first: Any, second: Any, third: Any) -> list[Any] | None:
    return _two(first, second) if third is None else [first, second, third]


def _clock(clock: ClockReading) -> list[Any] | None:
    return _three(clock.steady_ms, clock.zone_min, clock.state or None)


def _right(grounds: Grounds) -> list[Any] | None:
    used = None if grounds.register_right is None else int(grounds.register_right)
    return _two(used, grounds.right_service or None)


def _context(grounds: Grounds) -> list[Any] | None:
    kind, number = grounds.context_type or None, grounds.context_id or None
    return _three(kind, number, grounds.context_state or None)


def _change(change: Change) -> list[Any] | None:
    told = [change.before, change.after, change.reason, change.approver]
    return _trimmed([[each or None for each in told], 0])[0]  # type: ignore[no-any-return]


def _cleaned(outer: list[Any]) -> list[Any]:
    """``outer`` with every text made fit; evidence, the last place there is, keeps its lines."""
    return _trimmed([_fit(value, at == LENGTH - 1) for at, value in enumerate(outer)])


def _fit(value: Any, last: bool) -> Any:
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, list):
        return value
    if not last:
        return [_fit(inner, False) for inner in value]
    documents, evidence, *_ = *value, None
    return [_fit(documents, False), _lines(evidence or "")]


def _reference(intent: EventRef | None, ref: EventRef) -> int | list[str | int] | None:
    if intent is None:
        return None
    if intent.register == ref.register and intent.year == ref.year:
        return intent.seq
    return [intent.register, intent.year, intent.seq]


def _short(sixteen: bytes) -> str:
    """128 bits in base64, without the padding that says nothing."""
    return b2a_base64(sixteen, newline=False)[:22].decode()


def _stored(event_id: str) -> str:
    """An event's id as it is stored; the old form had it as people know it."""
    if "-" not in event_id:
        return event_id
    return _short(bytes.fromhex(event_id.replace("-", "")))


def _trimmed(places: list[Any]) -> list[Any]:
    """Without the nulls that end an array."""
    for at, value in enumerate(places):
        if isinstance(value, list):
            while value and value[-1] is None:
                value.pop()
            places[at] = value or None
    while places[-1] is None:
        places.pop()
    return places


def _lines(value: str) -> str | None:
    """Evidence keeps its lines."""
    return "\n".join(_text(line) or "" for line in value.split("\n")) or None


def _text(value: str) -> str | None:
    """NFC on one line; a lone surrogate (from a file name) becomes ``?``; empty becomes null."""
    if not value:
        return None
    if value.isascii() and value.isprintable():  # nearly all are, and this is the writer's path
        return value
    whole = value.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", whole).translate(_CONTROL) or None


def _completed(asked: Subject, told: Subject | None) -> Subject:
    """What was asked for, with its empty fields filled by what only the answer told."""
    if told is None:
        return asked
    version = asked.document_version
    return Subject(
        asked.client_id or told.client_id,
        asked.client_name or told.client_name,
        asked.document_oid or told.document_oid,
        told.document_version if version is None else version,
        asked.set_id or told.set_id,
        asked.document_type or told.document_type,
        asked.service_task or told.service_task,
        asked.query or told.query,
        asked.documents or told.documents,
        asked.client_flags or told.client_flags,
        asked.category or told.category,
        asked.process or told.process,
        asked.origin or told.origin,
    )


def _id_and_time(moment: datetime) -> tuple[str, datetime]:
    """A new UUIDv7 (RFC 9562 §5.7: 48 bits of milliseconds, then 74 random ones) in base64, and
    the time to the millisecond."""
    ms = milliseconds(moment)
    value = (ms & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return _short(value.to_bytes(16, "big")), _EPOCH + ms * _MILLISECOND
