"""What the access log keeps of an invalidation beside who, when and which: as short JSON texts.

A plan and a signed frame are long, so they are deflated and written in Base64. Reading back has
limits, since a log file is from outside until its tree has been verified.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import orjson

from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Fate, InvalidationPlan, PlannedItem

T = TypeVar("T")

_MOST = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan as the log has it: the documents by OID, set and version. ``proposed``: it waits for
    another person, and nothing of it has been sent."""

    plan_id: str
    digest: str
    reason: str
    text: str
    made: datetime
    proposed: bool
    proposer: str
    items: tuple[tuple[Oid, Oid, int], ...]


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What an item's intent says: of which plan, with which new OID, why, and on whose proposal."""

    plan_id: str
    digest: str
    new_oid: str
    reason: str
    text: str
    proposer: str


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What an item's outcome says: its fate, what the archive said, and who asked for it."""

    fate: Fate
    answer: str
    sent: int
    settled_by: str


def plan_text(plan: InvalidationPlan, *, proposed: bool) -> str:
    """A plan for the log."""
    said = {
        "v": 1,
        "plan": plan.plan_id,
        "digest": plan.digest,
        "reason": plan.reason.code,
        "text": plan.text,
        "made": plan.made.astimezone(UTC).isoformat(),
        "proposed": proposed,
        "proposer": plan.proposer,
        "items": [
            [item.oid.value, item.metadata.set_id.value, item.metadata.version]
            for item in plan.items
        ],
    }
    return _packed(orjson.dumps(said))


def read_plan_text(text: str) -> PlanRecord:
    """A plan from the log.

    Raises:
        ValueError: if it is none.
    """

    def read(said: dict[str, Any]) -> PlanRecord:
        items = tuple((Oid.parse(o), Oid.parse(s), int(v)) for o, s, v in said["items"])
        return PlanRecord(
            said["plan"], said["digest"], said["reason"], said["text"],
            datetime.fromisoformat(said["made"]), bool(said["proposed"]), said["proposer"], items,
        )  # fmt: skip

    return _read(_unpacked(text), read)


def item_text(plan: InvalidationPlan, item: PlannedItem) -> str:
    """An item's intent for the log."""
    said = {
        "plan": plan.plan_id,
        "digest": plan.digest,
        "new": item.new_oid.value,
        "reason": plan.reason.code,
        "text": plan.text,
        "proposer": plan.proposer,
    }
    return orjson.dumps(said).decode()


def read_item_text(text: str) -> ItemRecord:
    """An item's intent from the log.

    Raises:
        ValueError: if it is none.
    """
    names = ("plan", "digest", "new", "reason", "text", "proposer")
    return _read(text.encode(), lambda said: ItemRecord(*(str(said[name]) for name in names)))


def signed_text(frame: bytes) -> str:
    """A signed frame for the log: all that a retry must send again, byte for byte."""
    return _packed(frame)


def read_signed_text(text: str) -> bytes:
    """A signed frame from the log.

    Raises:
        ValueError: if it is none.
    """
    return _unpacked(text)


def outcome_text(record: OutcomeRecord) -> str:
    """An item's outcome for the log."""
    said = {
        "fate": record.fate.value,
        "answer": record.answer,
        "sent": record.sent,
        "by": record.settled_by,
    }
    return orjson.dumps(said).decode()


def read_outcome_text(text: str) -> OutcomeRecord:
    """An item's outcome from the log.

    Raises:
        ValueError: if it is none.
    """
    return _read(
        text.encode(),
        lambda said: OutcomeRecord(
            Fate(said["fate"]), str(said["answer"]), int(said["sent"]), str(said["by"])
        ),
    )


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 9)).decode()


def _unpacked(text: str) -> bytes:
    try:
        inflate = zlib.decompressobj()
        data = inflate.decompress(base64.b64decode(text, validate=True), _MOST)
    except (ValueError, zlib.error):
        raise ValueError("not a packed record") from None
    if not inflate.eof:
        raise ValueError("a packed record that is too long or breaks off")
    return data


def _read(data: bytes, read: Callable[[dict[str, Any]], T]) -> T:
    try:
        return read(orjson.loads(data))
    except (TypeError, KeyError, ValueError, AttributeError):
        raise ValueError("not a record of an invalidation") from None
