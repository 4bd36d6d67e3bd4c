"""Rights that end soon are told ahead, the last administrator's above all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kanta_desk.model.people import Role
from kanta_desk.rights.notices import expiring
from tests.helpers.rights import DAY, MAIJA, MANDATE, PEKKA, begun, grant


@pytest.mark.parametrize(
    ("days", "within"), [(0, 7), (7, 7), (8, 30), (30, 30), (31, 90), (90, 90)]
)
def test_a_right_is_told_by_the_notice_that_it_falls_under(days: int, within: int) -> None:
    (told,) = expiring(begun(grant(valid_to=DAY + timedelta(days))), DAY)

    assert (told.days, told.within, told.last_day) == (days, within, DAY + timedelta(days))


def test_what_ends_later_or_never_is_not_told() -> None:
    book = begun(grant(valid_to=DAY + timedelta(91)), grant(role=Role.AUDITOR))

    assert expiring(book, DAY) == ()


def test_a_mandate_s_end_is_told_even_if_the_grant_has_none() -> None:
    (told,) = expiring(begun(grant(basis=MANDATE)), DAY)

    assert told.last_day == date(2026, 12, 31)


def test_a_right_that_goes_on_by_another_grant_is_not_told() -> None:
    ending = grant(valid_to=DAY + timedelta(5))
    next_day = grant(valid_from=DAY + timedelta(6))
    too_late = grant(valid_from=DAY + timedelta(7))

    assert expiring(begun(ending, next_day), DAY) == ()
    assert len(expiring(begun(ending, too_late), DAY)) == 1


def test_the_last_administrator_s_end_is_told_as_such() -> None:
    def administrators(*ends: date | None) -> list[bool]:
        people = (MAIJA, PEKKA)
        grants = [
            grant(person, Role.ADMINISTRATOR, valid_to=end)
            for person, end in zip(people, ends, strict=True)
        ]
        book = begun(*grants)
        # The first administrator's own grant has no end: look at the others alone.
        book = replace(book, records=book.records[1:])
        return [told.last_administrator for told in expiring(book, DAY)]

    soon, later = DAY + timedelta(5), DAY + timedelta(20)
    assert administrators(soon, later) == [False, True]
    assert administrators(soon, None) == [False]
