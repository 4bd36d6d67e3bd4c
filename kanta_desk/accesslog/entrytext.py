"""The text of an entry, read back: see ``entry``, which writes it.

A page of a list is a hundred events, so ``decode`` is written for speed: a frozen value sets each
field through ``object.__setattr__``, which takes five times as long as all the rest. Here a plain
twin with the same slots is filled, and then becomes the frozen value that it is a twin of.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import orjson

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
    Phase,
    Subject,
    TreeName,
)

SCHEMA_VERSION = 1
LENGTH = 37
"""Number of places in the outer array."""
INNER = {4: 3, 7: 3, 10: 3, 11: 2, 12: 3, 14: 3, 15: 2, 19: 3, 20: 2, 21: 2, 24: 3, 25: 2, 28: 2}
INNER |= {30: 4, 31: 2, 32: 2, 34: 2, 36: 2}
"""Number of places in the inner arrays; that of place 18 is a list of any length."""

_PADDING = [(at, length, [None] * length) for at, length in INNER.items()]
_NOTHING = [None] * LENGTH
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_KINDS: dict[Any, EventKind] = {kind.value: kind for kind in EventKind}
_PHASES: dict[Any, Phase] = {phase.value: phase for phase in Phase}
_NONE = (None, None, None)
_BLANK = ("", "", "")
_REMEMBERED = 512
_actors: dict[str | None, tuple[list[Any], Actor]] = {}
"""By session: who acts there, as the last entry said it and as it was read."""
_places: dict[str, tuple[list[Any], tuple[str, ...]]] = {}
"""By register: controller, register, workstation and program, likewise."""
_NOBODY: tuple[list[Any], Actor] = ([], Actor("", ""))
_NOWHERE: tuple[list[Any], tuple[str, ...]] = ([], ("",) * 7)


def _in_the_making(kind: type) -> type:
    """A class with the slots of ``kind`` that is not frozen."""
    return type(f"{kind.__name__}InTheMaking", (), {"__slots__": kind.__slots__})  # type: ignore[attr-defined]


_EventInTheMaking = _in_the_making(Event)
_ActorInTheMaking = _in_the_making(Actor)
_SubjectInTheMaking = _in_the_making(Subject)
_RefInTheMaking = _in_the_making(EventRef)
_blank: Callable[[type], Any] = object.__new__


def in_the_making() -> Any:
    """An event to be filled, every field of it, and then made ``frozen``."""
    return _blank(_EventInTheMaking)


def frozen(event: Any) -> Event:
    """The event that was ``in_the_making``: from now on a value like any other."""
    event.__class__ = Event
    return event  # type: ignore[no-any-return]  # it is one by now


def milliseconds(moment: datetime) -> int:
    """Whole milliseconds since 1970, as entries and their columns hold times."""
    return (moment - _EPOCH) // _MILLISECOND


def bound(moment: datetime) -> int:
    """Milliseconds since 1970, rounded up, so that a bound between two of them keeps its side."""
    return -((_EPOCH - moment) // _MILLISECOND)


def beginning_of(seq: int) -> bytes:
    """How the entry of event ``seq`` begins, to tell a moved row without reading all of it."""
    return f"[{SCHEMA_VERSION},{seq},".encode()


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


def decode(entry: bytes | str, leaf_hash: bytes, tree: TreeName) -> Event:
    """Read an entry of ``tree`` back. Kinds and phases that this version does not know are kept.

    Raises:
        ValueError: if it is not an entry of this schema.
    """
    try:
        e = orjson.loads(entry)
        if e[0] != SCHEMA_VERSION:
            raise ValueError("another schema")
        e += _NOTHING[len(e) :]
        return _decoded(e if len(e) == LENGTH else e[:LENGTH], leaf_hash, tree)
    except (TypeError, LookupError, ValueError, OverflowError):
        raise ValueError("not an entry of the access log") from None


def _decoded(e: list[Any], leaf_hash: bytes, tree: TreeName) -> Event:
    (_, seq, ids, time_ms, clock, kind, phase, ended, user_id, user_name, duty, unit, card,
     on_behalf, home, right, client_id, client_name, flags, document, sort, service, origin,
     purpose, context, reason, emergency, query, counts, dwell_ms, change, system, station,
     session_id, request, settles, rest) = e  # fmt: skip
    register = tree.register
    who = [user_id, user_name, duty, unit, card]
    said, actor = _actors.get(session_id, _NOBODY)
    if said != who:
        actor = _actor(who, session_id)
    where = [home, station, system]
    said, told = _places.get(register, _NOWHERE)
    if said != where:
        told = _place(where, register)
    controller_oid, controller_name, code, workstation, os_user, software, system_oid = told
    document_oid, version, set_id = _NONE if document is None else _three(document)
    document_type, category, _ = _BLANK if sort is None else _texts(sort)
    service_task, process, _ = _BLANK if service is None else _texts(service)
    _, error_code, error_text = _BLANK if ended is None else _texts(ended)
    result_count, shown_count, _ = _NONE if counts is None else _three(counts)
    request_id, answer_ref, _ = _BLANK if request is None else _texts(request)
    documents, evidence, _ = _NONE if rest is None else _three(rest)
    subject = _blank(_SubjectInTheMaking)
    subject.client_id = client_id or ""
    subject.client_name = client_name or ""
    subject.document_oid = document_oid or ""
    subject.document_version = version
    subject.set_id = set_id or ""
    subject.document_type = document_type
    subject.service_task = service_task
    subject.query = query or ""
    subject.documents = tuple(documents) if documents else ()
    subject.client_flags = tuple(flags) if flags else ()
    subject.category = category
    subject.process = process
    subject.origin = origin or ""
    subject.__class__ = Subject
    event = _blank(_EventInTheMaking)
    event.ref = _ref(register, tree.year, seq)
    event.event_id = ids[0]
    event.time = _EPOCH + time_ms * _MILLISECOND
    event.kind = _KINDS.get(kind) or EventKind(kind)
    event.phase = _PHASES.get(phase) or Phase(phase)
    event.actor = actor
    event.controller_oid = controller_oid
    event.controller_name = controller_name
    event.register = code
    event.purpose = purpose or ""
    event.subject = subject
    event.error_code = error_code
    event.result_count = result_count
    event.workstation = workstation
    event.os_user = os_user
    event.software = software
    event.request_id = request_id
    event.intent_ref = None if settles is None else _referred(settles, tree)
    event.leaf_hash = leaf_hash.hex()
    event.evidence = evidence or ""
    event.error_text = error_text
    event.shown_count = shown_count
    event.dwell_ms = dwell_ms
    event.answer_ref = answer_ref
    event.on_behalf = on_behalf or ""
    event.system_oid = system_oid
    if right is None and context is None and reason is None and emergency is None:
        event.grounds = NO_GROUNDS
    else:  # of a hundred events nearly all rest on the same right
        grounds = tuple(right or ()), tuple(context or ()), tuple(reason or ())
        event.grounds = _grounds(*grounds, emergency)
    event.change = NO_CHANGE if change is None else Change(*(each or "" for each in change[:4]))
    event.clock = USUAL_CLOCK if clock is None else _clock(clock)
    return frozen(event)


def _ref(register: str, year: int, seq: int) -> EventRef:
    ref = _blank(_RefInTheMaking)
    ref.register = register
    ref.year = year
    ref.seq = seq
    ref.__class__ = EventRef
    return ref  # type: ignore[no-any-return]


def _actor(who: list[Any], session_id: str | None) -> Actor:
    """Who acted, for the first time in a session or after something about them changed."""
    user_id, user_name, duty, unit, card = who
    role, title, task = _three(duty or [])
    unit_oid, unit_name, _ = _three(unit or [])
    card_type, serial, card_id = _three(card or [])
    actor = _blank(_ActorInTheMaking)
    actor.user_id = user_id or ""
    actor.user_name = user_name or ""
    actor.role = role or ""
    actor.title = title or ""
    actor.unit_oid = unit_oid or ""
    actor.unit_name = unit_name or ""
    actor.card_type = card_type or ""
    actor.certificate_serial = serial or ""
    actor.session_id = session_id or ""
    actor.task = task or ""
    actor.card_id = card_id or ""
    actor.__class__ = Actor
    _remember(_actors, session_id, (who, actor))
    return actor  # type: ignore[no-any-return]


def _place(where: list[Any], register: str) -> tuple[str, ...]:
    """Whose register and at which workstation: nearly always as in the event before."""
    home, station, system = where
    controller_oid, code, controller_name = _three(home or [])
    workstation, os_user, _ = _three(station or [])
    system_oid, software, _ = _three(system or [])
    said = (controller_oid, controller_name, code, workstation, os_user, software, system_oid)
    told = tuple(each or "" for each in said)
    _remember(_places, register, (where, told))
    return told


def _remember(memory: dict[Any, Any], key: Any, value: Any) -> None:
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value


def _three(inner: list[Any]) -> Any:
    """The first three places of an inner array, whose last ones may be left out."""
    length = len(inner)
    if length == 1:
        return inner[0], None, None
    if length == 2:
        return inner[0], inner[1], None
    return inner if length == 3 else (*inner, None, None, None)[:3]


def _texts(inner: list[Any]) -> Any:
    """The first three places of an inner array of texts, empty where nothing is."""
    length = len(inner)
    if length == 1:
        return inner[0] or "", "", ""
    if length == 2:
        return inner[0] or "", inner[1] or "", ""
    return [each or "" for each in (*inner, "", "", "")[:3]]


@lru_cache(maxsize=_REMEMBERED)
def _grounds(right: Any, context: Any, reason: Any, emergency: Any) -> Grounds:
    used, service, _ = _three(right)
    kind, number, state = _three(context)
    special, said, _ = _three(reason)
    return Grounds(
        kind or "", number or "", state or "", None if used is None else bool(used), service or "",
        special or "", said or "", bool(emergency),
    )  # fmt: skip


def _clock(inner: list[Any]) -> ClockReading:
    steady_ms, zone_min, state = _three(inner)
    return ClockReading(steady_ms, zone_min, state or "")


def _referred(place: int | list[Any], tree: TreeName) -> EventRef:
    if isinstance(place, list):
        return EventRef(*place)
    return _ref(tree.register, tree.year, place)
