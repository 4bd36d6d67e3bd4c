"""Holds: events that an open matter keeps from disposal, whatever their age.

A hold is itself an event of the log (``EventKind.LOG_HOLD``), and so is its lifting: what they are
is in the evidence. So nobody can place or lift one unseen, and no other store has to be kept.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict, Unpack

from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.entry import bound, decode
from kanta_desk.accesslog.lists import OF_DOCUMENT
from kanta_desk.errors import FieldMissing
from kanta_desk.model.events import EventKind, EventRef, TreeName

_CONDITIONS = {
    "client": "client_id = ?",
    "user": "user_id = ?",
    "session": "session_id = ?",
    "document": OF_DOCUMENT,
}


class HoldConditions(TypedDict, total=False):
    """The conditions of a hold, as ``Hold`` has them."""

    client: str
    user: str
    document: str
    session: str
    time_from: datetime | None
    time_to: datetime | None


@dataclass(frozen=True, slots=True)
class Hold:
    """What stays: the events that meet all conditions given (empty means any).

    ``user``, ``client``, ``document`` and ``session`` are identifiers, times are aware, from
    inclusive, to exclusive. ``review`` is when it must be looked at again; a hold ends only when
    it is lifted.
    """

    number: str
    reason: str
    review: date
    client: str = ""
    user: str = ""
    document: str = ""
    session: str = ""
    time_from: datetime | None = None
    time_to: datetime | None = None
    placed: EventRef | None = None

    @classmethod
    def new(cls, reason: str, review: date, **conditions: Unpack[HoldConditions]) -> Hold:
        """A hold with a number of its own.

        Raises:
            FieldMissing: if the reason or all conditions are empty.
        """
        if not any(conditions.values()):
            raise FieldMissing("condition")
        if not reason.strip():
            raise FieldMissing("reason")
        return cls(secrets.token_hex(4), reason.strip(), review, **conditions)

    @property
    def evidence(self) -> str:
        """As the event of its placing holds it."""
        said = {name: getattr(self, name) for name in _CONDITIONS if getattr(self, name)}
        times = {"time_from": self.time_from, "time_to": self.time_to}
        said |= {name: time.isoformat() for name, time in times.items() if time}
        said |= {"hold": self.number, "reason": self.reason, "review": self.review.isoformat()}
        return json.dumps(said, ensure_ascii=False)

    @property
    def lifting(self) -> str:
        """What the event of its lifting holds as evidence."""
        return json.dumps({"lift": self.number})

    @property
    def condition(self) -> tuple[str, list[object]]:
        """The events that it keeps, as SQL over ``event`` and its values; ``periods.teach``."""
        terms = ["kind != ?"]
        found: list[object] = [EventKind.LOG_YEAR.value]
        for name, term in _CONDITIONS.items():
            if value := getattr(self, name):
                terms.append(term)
                found += [value] * term.count("?")
        for term, time in (("time_ms >= ?", self.time_from), ("time_ms < ?", self.time_to)):
            if time is not None:
                terms.append(term)
                found.append(bound(time))
        return " AND ".join(terms), found


def holds_in(files: Iterable[tuple[TreeName, Connection]]) -> tuple[Hold, ...]:
    """The holds that are in force, by the files of a register from the oldest.

    Raises:
        driver.Error: as SQLite says it.
        ValueError: if an event that should be a hold cannot be read: then nothing may go.
    """
    held: dict[str, Hold] = {}
    for tree, connection in files:
        rows = connection.execute(
            "SELECT seq, entry, leaf_hash FROM event WHERE kind = ? AND phase = 'toteutui'"
            " ORDER BY seq",
            (EventKind.LOG_HOLD.value,),
        )
        for seq, entry, leaf in rows:
            said = json.loads(decode(entry, leaf, tree).evidence)
            if "lift" in said:
                held.pop(str(said["lift"]), None)
            else:
                hold = _read(said, EventRef(tree.register, tree.year, seq))
                held[hold.number] = hold
    return tuple(held.values())


def _read(said: dict[str, str], placed: EventRef) -> Hold:
    try:
        return Hold(
            number=said["hold"],
            reason=said["reason"],
            review=date.fromisoformat(said["review"]),
            client=said.get("client", ""),
            user=said.get("user", ""),
            document=said.get("document", ""),
            session=said.get("session", ""),
            time_from=datetime.fromisoformat(said["time_from"]) if "time_from" in said else None,
            time_to=datetime.fromisoformat(said["time_to"]) if "time_to" in said else None,
            placed=placed,
        )
    except (KeyError, TypeError):
        raise ValueError("not a hold") from None
