"""An access log as it is after twelve years: months disposed of, a year sealed, cards signing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kanta_desk.accesslog.disposal import Approval, DisposalRecord, dispose, due, propose
from kanta_desk.model.events import EventKind, TreeName
from tests.helpers.events import CONTEXT, MAIJA, REGISTER, Clock, act, fill, issuers_told
from tests.helpers.sealed_log import Place, session, sign_in

TODAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OLD = TreeName(REGISTER.key, 2013)


def ripe(base: Path) -> Place:
    """Three months of 2013, and a day of 2026 whose time others vouch for."""
    place, clock = Place(base), Clock()
    for month, count in ((1, 299), (2, 281), (3, 39)):
        clock.now = datetime(2013, month, 10, tzinfo=UTC)
        with session(place, clock) as (log, _):
            fill(log, count)
    clock.now = TODAY
    with session(place, clock) as (log, seals):
        log.record(act(EventKind.SIGN_IN), issuers_told(TODAY))
        sign_in(log, seals, clock.now)
        fill(log, 6)
        seals.make()
    return place


def wear(place: Place) -> DisposalRecord:
    """Dispose of the first two of those months an hour later; the year is sealed after it."""
    clock = Clock(TODAY + timedelta(hours=1))
    with session(place, clock) as (log, seals):
        months = [each.month for each in due(log, REGISTER.key, clock())][:2]
        plan = propose(log, REGISTER.key, OLD, months, clock())
        approval = Approval(MAIJA, clock(), "Säilytysaika päättynyt")
        record = dispose(log, seals, plan, (approval,), CONTEXT, clock)
        sign_in(log, seals, clock.now)
        fill(log, 4)
    return record


def worn(base: Path) -> Place:
    """Both."""
    place = ripe(base)
    wear(place)
    return place
