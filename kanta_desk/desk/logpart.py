"""What the parts of a session that work on the access log have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.logbook import Logbook
from kanta_desk.errors import FieldMissing, RightMissing
from kanta_desk.model.event_details import NO_GROUNDS, Grounds
from kanta_desk.model.events import Event, EventKind, EventRef, Subject

T = TypeVar("T")


class LogPart:
    """Every act is in the register in hand, and an event of the log that it is about."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[], Ticket],
        logbook: Logbook,
        custody: Custody,
    ) -> None:
        self._gate = gate
        self._ticket = ticket
        self._logbook = logbook
        self._custody = custody

    @property
    def _register(self) -> str:
        return self._ticket().context.register.key

    def _own(self, ref: EventRef) -> Event:
        event = self._logbook.event(ref)
        if event.register_key != self._register:
            raise RightMissing(EventKind.LOG_VIEW, self._register)
        return event

    def _do(
        self,
        kind: EventKind,
        subject: Subject,
        act: Callable[[], T],
        told: Callable[[T], Told] = lambda _: Told(),
        grounds: Grounds = NO_GROUNDS,
    ) -> T:
        return self._gate.do(replace(self._ticket(), grounds=grounds), kind, subject, act, told)


def demanded(reason: str) -> str:
    """A reason without the blanks around it.

    Raises:
        FieldMissing: if nothing is left.
    """
    if not reason.strip():
        raise FieldMissing("reason")
    return reason.strip()


def one(_: object) -> Told:
    """What is told of an act on one thing."""
    return Told(1)
