"""Rights that end soon: told 90, 30 and 7 days ahead, the last administrator's above all."""

from __future__ import annotations

from datetime import date

from kanta_desk.model.people import Role
from kanta_desk.model.rights import Expiring, GrantRecord, GrantState
from kanta_desk.rights.history import Book

NOTICES = (7, 30, 90)
"""Days ahead."""


def expiring(book: Book, on: date) -> tuple[Expiring, ...]:
    """The valid grants of a register that end within the longest notice, first to end first.

    A grant that another one of the same person and role goes beyond is not told.
    """
    valid = [r for r in book.records if r.state(on) is GrantState.VALID]
    live = [r for r in book.records if r.state(on) in (GrantState.VALID, GrantState.COMING)]
    found = []
    for record in valid:
        last = record.grant.last_day
        if last is None or (last - on).days > NOTICES[-1] or _goes_on(record, last, live):
            continue
        days = (last - on).days
        within = next(notice for notice in NOTICES if days <= notice)
        found.append(
            Expiring(record, last, days, within, _is_last_administrator(record, last, live))
        )
    return tuple(sorted(found, key=lambda each: (each.last_day, each.record.grant.name)))


def _goes_on(record: GrantRecord, last: date, live: list[GrantRecord]) -> bool:
    """Whether another grant of the same right begins in time and lasts longer."""
    mine = record.grant
    return any(
        (other.person, other.role) == (mine.person, mine.role)
        and (other.first_day - last).days <= 1
        and (other.last_day is None or other.last_day > last)
        for other in (r.grant for r in live)
    )


def _is_last_administrator(record: GrantRecord, last: date, live: list[GrantRecord]) -> bool:
    return record.grant.role is Role.ADMINISTRATOR and not any(
        r.grant.role is Role.ADMINISTRATOR and (r.grant.last_day is None or r.grant.last_day > last)
        for r in live
    )
