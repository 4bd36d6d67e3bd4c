"""What another place hands over: which documents somebody wishes to invalidate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kanta_desk.gui.language import say
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.rights import REFUSAL_NAMES

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

KEY = "invalidations"
TEST_DOCUMENT = "KOE"
"""The code of the reason that a deployment test's documents have."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Versions to be invalidated; ``reason`` is the code of the one that is likely, or empty."""

    oids: tuple[Oid, ...]
    reason: str = ""


def why_not(desk: Desk) -> str:
    """Why the holder may not invalidate in the register in hand; empty if they may."""
    session = desk.session
    refusal = session.refusal(EventKind.INVALIDATION) if session is not None else None
    return say(REFUSAL_NAMES[refusal]) if refusal is not None else ""
