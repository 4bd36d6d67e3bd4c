"""A practice desk whose stand-in archive a test holds in its hands, and what is done with it."""

from __future__ import annotations

from pathlib import Path

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session
from kanta_desk.model.documents import RecordState
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import BatchReport, Confirmation, InvalidationPlan
from kanta_desk.practice.standin import StandIn
from tests.helpers.invalidation_lab import stock
from tests.helpers.practice import prepare

MANY = 60
"""More documents than the tests of one file use."""


class Place:
    """A practice desk whose stand-in the test holds in its hands, and fresh documents."""

    def __init__(self, root: Path) -> None:
        self.pki = prepare(root)
        self.oids = iter(stock(root / "archive", MANY))
        self.standin = StandIn(root / "archive", self.pki, authorities=self.pki.intermediates)
        self.desk: Desk

    def fresh(self, count: int = 1) -> list[Oid]:
        """Documents that no test has used yet."""
        return [next(self.oids) for _ in range(count)]


def confirmed(plan: InvalidationPlan) -> Confirmation:
    """The confirmation of just this plan."""
    return Confirmation(plan.digest, len(plan.items))


def pin2(_: object) -> bytearray:
    """The practice card's PIN2, typed."""
    return bytearray(b"567890")


def run(session: Session, oids: list[Oid], **more: object) -> BatchReport:
    """Plan, confirm and carry out."""
    plan = session.invalidations.plan(oids, "KOE")
    return session.invalidations.run(plan, confirmed(plan), pin2, **more)  # type: ignore[arg-type]


def state_of(session: Session, oid: Oid) -> RecordState:
    """What the archive says of a document now."""
    return session.metadata(oid).state


def carried_out(place: Place, oid: Oid) -> int:
    """How often the stand-in invalidated a document, by its own action log."""
    return sum(action.invalidated == oid.value for action in place.standin.actions())
