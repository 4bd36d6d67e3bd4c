"""One event as the canonical text that is stored and hashed, and back.

The text is a JSON array of strings, integers, nulls and arrays of these; UTF-8, NFC, no blanks, no
floating point. A field's place never changes: new fields come at the end, of the array or of the
inner array of their topic; a value that this version of the program does not have is null.
Sixteen random bytes beside the event's id make a kept hash of a disposed entry meaningless.

The columns follow law 703/2023 §10.2 (data used, whose, by whom, for what, when).
"""

from __future__ import annotations

import base64
import secrets
import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from kanta_desk.model.events import Actor, Event, EventKind, Intent, Outcome, Phase, Subject

SCHEMA_VERSION = 1
LENGTH = 37
"""Number of places in the outer array."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_CONTROL = {code: " " for code in (*range(0x20), 0x7F)}
_INDICATOR = {Phase.DONE: 0, Phase.CANCELLED: 4, Phase.FAILED: 8, Phase.UNKNOWN: 12}
"""Outcome as ATNA and FHIR AuditEvent give it; an intent has none yet."""

_OF_REGISTER = frozenset(
    {
        EventKind.CONTEXT,
        EventKind.SEARCH,
        EventKind.METADATA,
        EventKind.VERSIONS,
        EventKind.VIEW,
        EventKind.COMPARE,
        EventKind.EXPORT,
        EventKind.PRINT,
        EventKind.CLIPBOARD,
        EventKind.DEPLOYMENT_TEST,
        EventKind.REPORT,
        EventKind.INVALIDATION,
    }
)
"""Kinds that use client data: whose register and for what purpose must be known."""


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
    if intent.kind in _OF_REGISTER:
        context = intent.context
        if context is None or not context.register.code.value or not context.purpose.code:
            raise ValueError(f"{intent.kind.name}: register and purpose are mandatory")


def first_event(
    intent: Intent, outcome: Outcome | None, station: Station, seq: int, now: datetime
) -> Event:
    """The event of an intent (``outcome`` None), or one complete in itself."""
    context = intent.context
    subject = outcome.subject if outcome else None
    return Event(
        seq=seq,
        event_id=_uuid7(now),
        time=_to_millisecond(now),
        kind=intent.kind,
        phase=outcome.phase if outcome else Phase.INTENT,
        actor=intent.actor,
        controller_oid=str(context.register.controller.oid) if context else "",
        controller_name=context.register.controller.name if context else "",
        register=context.register.code.value if context else "",
        purpose=context.purpose.code if context else "",
        subject=_completed(intent.subject, subject),
        error_code=outcome.error_code if outcome else "",
        result_count=outcome.result_count if outcome else None,
        workstation=station.workstation,
        os_user=station.os_user,
        software=station.software,
        request_id=intent.request_id,
        intent_seq=None,
        leaf_hash="",
        evidence=outcome.evidence if outcome else "",
    )


def settling_event(
    intent: Event, outcome: Outcome, station: Station, seq: int, now: datetime
) -> Event:
    """The event that says how ``intent`` ended: who and what are copied from it."""
    return replace(
        intent,
        seq=seq,
        event_id=_uuid7(now),
        time=_to_millisecond(now),
        phase=outcome.phase,
        subject=_completed(intent.subject, outcome.subject),
        error_code=outcome.error_code,
        result_count=outcome.result_count,
        workstation=station.workstation,
        os_user=station.os_user,
        software=station.software,
        intent_seq=intent.seq,
        leaf_hash="",
        evidence=outcome.evidence,
    )


def encode(event: Event) -> bytes:
    """The canonical text of ``event``, with a new nonce: two calls never give the same bytes."""
    actor, subject = event.actor, event.subject
    return orjson.dumps(
        [
            SCHEMA_VERSION,
            event.seq,
            [event.event_id, base64.b64encode(secrets.token_bytes(16)).decode("ascii")],
            (event.time - _EPOCH) // _MILLISECOND,
            [None, None, None],
            event.kind.value,
            event.phase.value,
            [_INDICATOR.get(event.phase), _text(event.error_code), None],
            _text(actor.user_id),
            _text(actor.user_name),
            [_text(actor.role), _text(actor.title), None],
            [_text(actor.unit_oid), _text(actor.unit_name)],
            [_text(actor.card_type), _text(actor.certificate_serial), None],
            _text(event.controller_oid),
            [_text(event.controller_oid), _text(event.register), _text(event.controller_name)],
            None,
            _text(subject.client_id),
            _text(subject.client_name),
            None,
            [_text(subject.document_oid), subject.document_version, _text(subject.set_id)],
            [_text(subject.document_type), None],
            [_text(subject.service_task), None],
            None,
            _text(event.purpose),
            [None, None, None],
            [None, None],
            None,
            _text(subject.query),
            [event.result_count, None],
            None,
            None,
            [None, _text(event.software)],
            [_text(event.workstation), _text(event.os_user)],
            _text(actor.session_id),
            [_text(event.request_id), None],
            event.intent_seq,
            [[_text(oid) for oid in subject.documents], _text(event.evidence)],
        ]
    )


def beginning_of(seq: int) -> bytes:
    """How the entry of event ``seq`` begins, to tell a moved row without reading all of it."""
    return f"[{SCHEMA_VERSION},{seq},".encode()


def decode(entry: bytes | str, leaf_hash: bytes) -> Event:
    """Read an entry back.

    Raises:
        ValueError: if it is not an entry of this schema.
    """
    try:
        return _decoded(orjson.loads(entry), leaf_hash)
    except (TypeError, LookupError, ValueError, OverflowError):
        raise ValueError("not an entry of the access log") from None


def _decoded(e: list[Any], leaf_hash: bytes) -> Event:
    if e[0] != SCHEMA_VERSION or len(e) < LENGTH:
        raise ValueError("another schema")
    return Event(
        seq=e[1],
        event_id=e[2][0],
        time=_EPOCH + timedelta(milliseconds=e[3]),
        kind=EventKind(e[5]),
        phase=Phase(e[6]),
        actor=Actor(
            user_id=e[8] or "",
            user_name=e[9] or "",
            role=e[10][0] or "",
            title=e[10][1] or "",
            unit_oid=e[11][0] or "",
            unit_name=e[11][1] or "",
            card_type=e[12][0] or "",
            certificate_serial=e[12][1] or "",
            session_id=e[33] or "",
        ),
        controller_oid=e[14][0] or "",
        controller_name=e[14][2] or "",
        register=e[14][1] or "",
        purpose=e[23] or "",
        subject=Subject(
            client_id=e[16] or "",
            client_name=e[17] or "",
            document_oid=e[19][0] or "",
            document_version=e[19][1],
            set_id=e[19][2] or "",
            document_type=e[20][0] or "",
            service_task=e[21][0] or "",
            query=e[27] or "",
            documents=tuple(e[36][0]),
        ),
        error_code=e[7][1] or "",
        result_count=e[28][0],
        workstation=e[32][0] or "",
        os_user=e[32][1] or "",
        software=e[31][1] or "",
        request_id=e[34][0] or "",
        intent_seq=e[35],
        leaf_hash=leaf_hash.hex(),
        evidence=e[36][1] or "",
    )


def _text(value: str) -> str | None:
    """NFC on one line; a lone surrogate (from a file name) becomes ``?``; empty becomes null."""
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
    return _EPOCH + (moment - _EPOCH) // _MILLISECOND * _MILLISECOND


def _uuid7(moment: datetime) -> str:
    """RFC 9562 §5.7: 48 bits of milliseconds, then 74 random ones."""
    milliseconds = (moment - _EPOCH) // _MILLISECOND
    value = (milliseconds & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(UUID(int=value))
