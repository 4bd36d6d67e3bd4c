"""One event as the canonical text that is stored and hashed, and back.

The text is a JSON array of strings, integers, nulls and arrays of these; UTF-8, NFC, no blanks, no
floating point. A field's place never changes: new fields come at the end, of the array or of the
inner array of their topic. A value that is not there is null, and nulls at the end of an array are
left out (an inner array of nothing else is itself null): read entries with ``places``. The provider
on whose behalf (place 13) is null where it is the controller itself.
Sixteen random bytes beside the event's id make a kept hash of a disposed entry meaningless. The
place of the intent that an event settles holds its number if both are in one tree, otherwise its
register, year and number.

The columns follow law 703/2023 §10.2 (data used, whose, by whom, for what, when).
"""

from __future__ import annotations

import base64
import os
import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import orjson

from kanta_desk.model.events import (
    Actor,
    Event,
    EventKind,
    EventRef,
    Intent,
    Outcome,
    Phase,
    Subject,
    TreeName,
)

SCHEMA_VERSION = 1
LENGTH = 37
"""Number of places in the outer array."""
INNER = {4: 3, 7: 3, 10: 3, 11: 2, 12: 3, 14: 3, 19: 3, 20: 2, 21: 2, 24: 3, 25: 2, 28: 2, 31: 2}
INNER |= {32: 2, 34: 2, 36: 2}
"""Number of places in the inner arrays."""
_PADDING = [(at, length, [None] * length) for at, length in INNER.items()]
_NOTHING = [None] * LENGTH
_NEITHER = (None, None)
PROGRAM = "kanta-desk"
"""The user's identifier in events that the program itself causes."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_CONTROL = {code: " " for code in (*range(0x20), 0x7F)}
_INDICATOR = {Phase.DONE: 0, Phase.CANCELLED: 4, Phase.FAILED: 8, Phase.UNKNOWN: 12}
"""Outcome as ATNA and FHIR AuditEvent give it; an intent has none yet."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where the log is written: the workstation, its user, the program and its version."""

    workstation: str
    os_user: str
    software: str


def demand_complete(intent: Intent, phase: Phase) -> None:
    """Refuse an event that would not hold what the law asks of it.

    Only a sign-in that has not succeeded may lack its user: before the card is read there is none.

    Raises:
        ValueError: naming the field; a fault of the calling code, never of a person.
    """
    anonymous = intent.kind is EventKind.SIGN_IN and phase is not Phase.DONE
    if not anonymous and not (intent.actor.user_id.strip() and intent.actor.user_name.strip()):
        raise ValueError(f"{intent.kind.name}: the user's identifier and name are mandatory")
    register, purpose = intent.context.register, intent.context.purpose
    if not (register.controller.oid.value and register.code.value and purpose.code):
        raise ValueError(f"{intent.kind.name}: register and purpose are mandatory")


def first_event(
    intent: Intent, outcome: Outcome | None, station: Station, ref: EventRef, now: datetime
) -> Event:
    """The event of an intent (``outcome`` None), or one complete in itself."""
    register = intent.context.register
    subject = outcome.subject if outcome else None
    return Event(
        ref=ref,
        event_id=_uuid7(now),
        time=_to_millisecond(now),
        kind=intent.kind,
        phase=outcome.phase if outcome else Phase.INTENT,
        actor=intent.actor,
        controller_oid=str(register.controller.oid),
        controller_name=register.controller.name,
        register=register.code.value,
        purpose=intent.context.purpose.code,
        subject=_completed(intent.subject, subject),
        error_code=outcome.error_code if outcome else "",
        result_count=outcome.result_count if outcome else None,
        workstation=station.workstation,
        os_user=station.os_user,
        software=station.software,
        request_id=intent.request_id,
        intent_ref=None,
        leaf_hash="",
        evidence=outcome.evidence if outcome else intent.evidence,
    )


def own_event(
    kind: EventKind, ref: EventRef, station: Station, evidence: str, now: datetime
) -> Event:
    """What the program itself does to the log, with nobody signed in."""
    controller, _, register = ref.register.partition("/")
    return Event(
        ref=ref,
        event_id=_uuid7(now),
        time=_to_millisecond(now),
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
    )


def settling_event(
    intent: Event, outcome: Outcome, station: Station, ref: EventRef, now: datetime
) -> Event:
    """The event that says how ``intent`` ended: who and what are copied from it."""
    return replace(
        intent,
        ref=ref,
        event_id=_uuid7(now),
        time=_to_millisecond(now),
        phase=outcome.phase,
        subject=_completed(intent.subject, outcome.subject),
        error_code=outcome.error_code,
        result_count=outcome.result_count,
        workstation=station.workstation,
        os_user=station.os_user,
        software=station.software,
        intent_ref=intent.ref,
        leaf_hash="",
        evidence=outcome.evidence,
    )


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
    random = os.urandom(16)
    outer = [
        SCHEMA_VERSION,
        event.ref.seq,
        [_short(bytes.fromhex(event.event_id.replace("-", ""))), _short(random)],
        milliseconds(event.time),
        None,
        event.kind.value,
        phase.value,
        _two(_INDICATOR.get(phase), event.error_code or None),
        actor.user_id or None,
        actor.user_name or None,
        _two(actor.role or None, actor.title or None),
        _two(actor.unit_oid or None, actor.unit_name or None),
        _two(actor.card_type or None, actor.certificate_serial or None),
        None,
        _three(event.controller_oid or None, event.register or None, event.controller_name or None),
        None,
        subject.client_id or None,
        subject.client_name or None,
        None,
        _three(subject.document_oid or None, subject.document_version, subject.set_id or None),
        [subject.document_type] if subject.document_type else None,
        [subject.service_task] if subject.service_task else None,
        None,
        event.purpose or None,
        None,
        None,
        None,
        subject.query or None,
        None if event.result_count is None else [event.result_count],
        None,
        None,
        [None, event.software] if event.software else None,
        _two(event.workstation or None, event.os_user or None),
        actor.session_id or None,
        [event.request_id] if event.request_id else None,
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


def _three(first: Any, second: Any, third: Any) -> list[Any] | None:
    return _two(first, second) if third is None else [first, second, third]


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


def milliseconds(moment: datetime) -> int:
    """Whole milliseconds since 1970, as entries and their columns hold times."""
    return (moment - _EPOCH) // _MILLISECOND


def bound(moment: datetime) -> int:
    """Milliseconds since 1970, rounded up, so that a bound between two of them keeps its side."""
    return -((_EPOCH - moment) // _MILLISECOND)


def beginning_of(seq: int) -> bytes:
    """How the entry of event ``seq`` begins, to tell a moved row without reading all of it."""
    return f"[{SCHEMA_VERSION},{seq},".encode()


def decode(entry: bytes | str, leaf_hash: bytes, tree: TreeName) -> Event:
    """Read an entry of ``tree`` back.

    Raises:
        ValueError: if it is not an entry of this schema.
    """
    try:
        return _decoded(_loaded(entry), leaf_hash, tree)
    except (TypeError, LookupError, ValueError, OverflowError):
        raise ValueError("not an entry of the access log") from None


_KINDS = {kind.value: kind for kind in EventKind}
_PHASES = {phase.value: phase for phase in Phase}


def _decoded(e: list[Any], leaf_hash: bytes, tree: TreeName) -> Event:
    _, error_code = _both(e[7])
    role, title = _both(e[10])
    unit_oid, unit_name = _both(e[11])
    card_type, certificate_serial = _both(e[12])
    controller_oid, register, controller_name = (*(e[14] or ()), None, None, None)[:3]
    document_oid, document_version, set_id = (*(e[19] or ()), None, None, None)[:3]
    workstation, os_user = _both(e[32])
    documents, evidence = _both(e[36])
    # By position: a page of events is a hundred of these.
    return Event(
        EventRef(tree.register, tree.year, e[1]),
        _uuid(e[2][0]),
        _EPOCH + timedelta(milliseconds=e[3]),
        _KINDS[e[5]],
        _PHASES[e[6]],
        _actor(e[8], e[9], role, title, unit_oid, unit_name, card_type, certificate_serial, e[33]),
        controller_oid or "",
        controller_name or "",
        register or "",
        e[23] or "",
        Subject(
            e[16] or "",
            e[17] or "",
            document_oid or "",
            document_version,
            set_id or "",
            _first(e[20]) or "",
            _first(e[21]) or "",
            e[27] or "",
            tuple(documents) if documents else (),
        ),
        error_code or "",
        _first(e[28]),
        workstation or "",
        os_user or "",
        _both(e[31])[1] or "",
        _first(e[34]) or "",
        _referred(e[35], tree),
        leaf_hash.hex(),
        evidence or "",
    )


def _first(inner: list[Any] | None) -> Any:
    return inner[0] if inner else None


def _both(inner: list[Any] | None) -> Any:
    """The first two places of an inner array."""
    if not inner:
        return _NEITHER
    return inner[:2] if len(inner) > 1 else (inner[0], None)


@lru_cache(maxsize=256)
def _actor(*places: str | None) -> Actor:
    """Of a hundred events few have different actors. In the order of ``Actor``."""
    return Actor(*(place or "" for place in places))


def _reference(intent: EventRef | None, ref: EventRef) -> int | list[str | int] | None:
    if intent is None:
        return None
    if intent.register == ref.register and intent.year == ref.year:
        return intent.seq
    return [intent.register, intent.year, intent.seq]


def _referred(place: int | list[Any] | None, tree: TreeName) -> EventRef | None:
    if place is None:
        return None
    return (
        EventRef(*place) if isinstance(place, list) else EventRef(tree.register, tree.year, place)
    )


def _short(sixteen: bytes) -> str:
    """128 bits in base64, without the padding that says nothing."""
    return base64.b64encode(sixteen).decode("ascii")[:22]


def _uuid(short: str) -> str:
    """A UUID as people know it; entries of the old form have it so already."""
    if "-" in short:
        return short
    return _with_hyphens(base64.b64decode(f"{short}==", validate=True).hex())


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


def places(entry: bytes | str) -> list[Any]:
    """An entry's array with every place that this version knows, inner arrays too.

    Raises:
        ValueError: if it is not JSON, or another schema's.
    """
    e = _loaded(entry)
    for at, length, nothing in _PADDING:
        inner = e[at]
        if inner is None:
            e[at] = nothing
        elif len(inner) < length:
            e[at] = inner + nothing[len(inner) :]
    return e


def _loaded(entry: bytes | str) -> list[Any]:
    """An entry's array with every place that this version knows.

    Raises:
        ValueError: if it is not JSON, or another schema's.
    """
    e = orjson.loads(entry)
    if not isinstance(e, list) or not e or e[0] != SCHEMA_VERSION:
        raise ValueError("another schema")
    e += _NOTHING[len(e) :]
    return e


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
    missing = (None, "", ())
    news = {
        name: getattr(told, name)
        for name in (field.name for field in fields(Subject))
        if getattr(asked, name) in missing
    }
    return replace(asked, **news)


def _to_millisecond(moment: datetime) -> datetime:
    return _EPOCH + milliseconds(moment) * _MILLISECOND


def _uuid7(moment: datetime) -> str:
    """RFC 9562 §5.7: 48 bits of milliseconds, then 74 random ones."""
    value = (milliseconds(moment) & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return _with_hyphens(f"{value:032x}")


def _with_hyphens(hexadecimal: str) -> str:
    """A UUID as people know it; the library's own class takes ten times as long."""
    h = hexadecimal
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"
