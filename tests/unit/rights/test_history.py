"""The history of rights: only an unbroken chain of entitled changes gives a right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kanta_desk.model.events import EventKind
from kanta_desk.model.people import Identity, Role
from kanta_desk.model.rights import (
    ChangeKind,
    Decision,
    GrantState,
    Refusal,
    Revocation,
    RightsChange,
    RightsFault,
)
from kanta_desk.rights import rules
from kanta_desk.rights.history import Book, Recorded, folded, together
from tests.helpers.events import PURPOSE, REGISTER
from tests.helpers.rights import DAY, LIISA, MAIJA, NOON, PEKKA, after, begun, deed, grant, recorded


def granting(book: Book, *grants: object, **more: object) -> RightsChange:
    """The change that would follow."""
    return RightsChange(book.number + 1, book.digest, ChangeKind.GRANT, REGISTER, grants, **more)  # type: ignore[arg-type]


def may(book: Book, person: Identity, act: EventKind = EventKind.VIEW) -> Refusal | None:
    return together([book]).refusal(person, act, REGISTER, PURPOSE, DAY)


def faults(book: Book) -> list[RightsFault]:
    return [finding.fault for finding in book.findings]


def test_the_first_administrator_begins_the_history() -> None:
    book = begun()

    assert not book.damaged
    assert may(book, MAIJA, EventKind.RIGHTS_CHANGE) is None
    assert book.records[0].granted == deed(MAIJA)


def test_what_an_administrator_grants_holds_and_what_is_revoked_does_not() -> None:
    book = after(begun(), granting(begun(), grant(PEKKA)))
    assert may(book, PEKKA) is None

    gone = after(book, granting(book, revoked=(Revocation("2-1", "lähti"),)))

    assert may(gone, PEKKA) is Refusal.REVOKED
    record = gone.record("2-1")
    assert record is not None
    assert (record.state(DAY), record.reason, record.revoked) == (
        GrantState.REVOKED,
        "lähti",
        deed(MAIJA),
    )


def test_a_change_by_one_who_does_not_administer_gives_nothing() -> None:
    start = begun(grant(PEKKA, Role.ARCHIVIST))
    book = after(start, granting(start, grant(PEKKA, Role.INVALIDATOR)), by=PEKKA)

    assert faults(book) == [RightsFault.NOT_ENTITLED]
    assert may(book, PEKKA, EventKind.INVALIDATION) is Refusal.ROLE


def test_an_administrator_whose_right_had_ended_at_that_moment_gives_nothing() -> None:
    start = begun(grant(PEKKA, Role.ADMINISTRATOR, valid_to=date(2026, 11, 22)))
    later = NOON + timedelta(days=1)

    in_time = after(start, granting(start, grant(LIISA)), by=PEKKA)
    too_late = after(start, granting(start, grant(LIISA)), by=PEKKA, at=later)

    assert not in_time.damaged
    assert faults(too_late) == [RightsFault.NOT_ENTITLED]


def test_a_second_first_administrator_is_not_believed() -> None:
    start = begun()
    change = RightsChange(
        2, start.digest, ChangeKind.FIRST, REGISTER, (grant(PEKKA, Role.ADMINISTRATOR),)
    )

    book = after(start, change, by=PEKKA)

    assert faults(book) == [RightsFault.NOT_ENTITLED]
    assert may(book, PEKKA, EventKind.RIGHTS_CHANGE) is Refusal.NO_RIGHT


@pytest.mark.parametrize(
    "wrong",
    [
        lambda book: replace(granting(book, grant(PEKKA)), number=3),
        lambda book: replace(granting(book, grant(PEKKA)), previous="0" * 64),
        lambda book: replace(granting(book, grant(PEKKA)), number=1),
    ],
)
def test_a_change_out_of_its_place_breaks_the_chain_and_gives_nothing(wrong: object) -> None:
    book = after(begun(), wrong(begun()))  # type: ignore[operator]

    assert RightsFault.CHAIN in faults(book)
    assert may(book, PEKKA) is Refusal.NO_RIGHT
    assert may(book, MAIJA, EventKind.RIGHTS_CHANGE) is Refusal.DAMAGED


def test_a_change_of_another_register_does_not_belong_here() -> None:
    start = begun()
    moved = replace(recorded(granting(start, grant(PEKKA))), register_key="1.2.3/1")

    assert faults(start.plus(moved)) == [RightsFault.CHAIN]


def test_text_that_is_no_change_is_found() -> None:
    assert faults(begun().plus(Recorded("{}", deed(), REGISTER.key))) == [RightsFault.UNREADABLE]


def test_after_a_break_what_takes_away_is_believed_and_what_gives_is_not() -> None:
    start = begun(grant(PEKKA))
    broken = after(start, replace(granting(start, grant(LIISA)), previous="0" * 64))
    revoked = after(broken, granting(broken, grant(LIISA), revoked=(Revocation("1-2", "x"),)))

    assert may(revoked, PEKKA) is Refusal.REVOKED
    assert may(revoked, LIISA) is Refusal.NO_RIGHT


def test_the_rights_of_practice_are_believed_in_practice_alone() -> None:
    change = RightsChange(1, "", ChangeKind.PRACTICE, REGISTER, (grant(PEKKA),))
    by = Identity("HARJOITUS")

    assert may(Book(REGISTER).plus(recorded(change, by), practice=True), PEKKA) is None
    outside = Book(REGISTER).plus(recorded(change, by))
    assert faults(outside) == [RightsFault.NOT_ENTITLED]
    assert may(outside, PEKKA) is Refusal.NO_RIGHT


def test_the_two_person_rule_has_its_history_too() -> None:
    start = begun()
    on = after(start, granting(start, two_persons=True))
    still = after(on, granting(on, grant(PEKKA)))
    off = after(still, granting(still, two_persons=False))

    assert [book.two_persons for book in (start, on, still, off)] == [False, True, True, False]


def test_who_changed_is_as_it_was_at_the_time() -> None:
    start = begun()
    early = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
    book = start.plus(
        replace(
            recorded(granting(start, grant(PEKKA))),
            deed=replace(deed(), name="Maija Ennen", at=early),
        )
    )

    assert book.changes[-1].deed.name == "Maija Ennen"
    assert book.records[-1].granted.at == early


@pytest.mark.parametrize("code", ["sosiaali  huolto", "a\u0308", "a\tb", "../x", "ÅÄÖ/1", "  "])
def test_a_register_keeps_its_history_whatever_its_code(code: str) -> None:
    odd = replace(REGISTER, code=replace(REGISTER.code, value=code))
    first = grant(MAIJA, Role.ADMINISTRATOR, register=odd)
    book = Book(odd).plus(recorded(RightsChange(1, "", ChangeKind.FIRST, odd, (first,))))

    assert not book.damaged
    assert book.register.key == odd.key


def test_a_long_history_is_folded_as_change_after_change_would_be() -> None:
    book, changes = begun(), []
    for number in range(40):
        change = rules.granted(book, MAIJA, grant(PEKKA, basis=a_decision(number)), DAY)
        changes.append(recorded(change))
        book = after(book, change)
        if number % 3 == 0:
            change = rules.revoked(book, book.records[-1].grant.id, "koe", DAY)
            changes.append(recorded(change))
            book = after(book, change)

    assert folded(begun(), changes) == book
    forged = recorded(rules.granted(book, MAIJA, grant(LIISA), DAY), PEKKA)
    broken = folded(begun(), [*changes, forged, *changes])
    assert broken.damaged
    assert [r.grant for r in broken.records] == [r.grant for r in book.records]


def a_decision(number: int) -> Decision:
    return Decision(f"{number}/2026", DAY, "Toimitusjohtaja")
