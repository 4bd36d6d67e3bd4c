"""What marks a method as an act that the access log must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from kanta_desk.desk.lanes import Lane
from kanta_desk.model.events import EventKind

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Verb:
    """The kind of event that an act leaves, and the lane where it may block."""

    kind: EventKind
    lane: Lane


def verb(kind: EventKind, lane: Lane = Lane.NET) -> Callable[[F], F]:
    """Mark a public method of the session as an act of ``kind`` that blocks in ``lane``.

    The mark does nothing by itself: the method passes the gate. Tests walk all marked methods and
    look for their events; the window reads the lane from it.
    """

    def mark(method: F) -> F:
        method.__verb__ = Verb(kind, lane)  # type: ignore[attr-defined]
        return method

    return mark


def verb_of(method: Callable[..., Any]) -> Verb:
    """The mark of a method.

    Raises:
        TypeError: if it has none.
    """
    found = getattr(method, "__verb__", None)
    if not isinstance(found, Verb):
        raise TypeError(f"{method!r} is no verb")
    return found
