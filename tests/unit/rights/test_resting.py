"""What the rights in force rest on stays; the rest of the history can go and it still holds."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Role
from kanta_desk.model.rights import (
    ChangeKind,
    Grant,
    Revocation,
    RightsChange,
    RightsFault,
)
from kanta_desk.rights.changes import digest, encode, identified
from kanta_desk.rights.file import RightsFile, compare, save
from kanta_desk.rights.history import Book, Recorded, folded
from kanta_desk.rights.resting import resting
from tests.helpers.events import REGISTER
from tests.helpers.rights import LIISA, MAIJA, PEKKA, after, begun, deed, grant

DAY = date(2026, 11, 22)
ENDED = date(2026, 3, 1)


def changed(
    book: Book,
    *grants: Grant,
    by: Identity = MAIJA,
    revoke: tuple[str, ...] = (),
    two_persons: bool | None = None,
) -> Book:
    kind = ChangeKind.REVOKE if revoke else ChangeKind.GRANT
    revoked = tuple(Revocation(each, "koe") for each in revoke)
    change = RightsChange(
        book.number + 1, book.digest, kind, REGISTER, grants, revoked, two_persons
    )
    return after(book, change, by)


def without(book: Book, gone: frozenset[int]) -> Book:
    """The book as the log gives it when the changes of ``gone`` were disposed of."""
    texts = {past.change.number: (encode(past.change), past.deed) for past in book.changes}
    kept = [
        Recorded(text, deed, REGISTER.key)
        for number, (text, deed) in texts.items()
        if number not in gone
    ]
    return folded(
        Book(REGISTER), kept, gone={n: digest(text) for n, (text, _) in texts.items() if n in gone}
    )


def numbers(book: Book) -> frozenset[int]:
    return frozenset(past.change.number for past in book.changes)


def rights(book: Book, on: date = DAY) -> object:
    register = book.as_register()
    people = {record.grant.person for record in book.records}
    in_force = {
        (person, tuple(g.right for g in register.grants_of(person, on)))
        for person in people
        if register.grants_of(person, on)
    }
    return in_force, book.two_persons, book.number, book.digest, book.damaged


def test_a_right_that_ended_rests_on_nothing_and_its_change_may_go() -> None:
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    book = changed(book, grant(LIISA, Role.ARCHIVIST))

    assert resting(book, DAY) == {1, 3}
    assert resting(book, ENDED) == {1, 2, 3}
    left = without(book, frozenset({2}))
    assert rights(left) == rights(book)
    assert left.gone == {2}


def test_a_right_rests_on_all_who_made_its_giver_an_administrator() -> None:
    book = changed(begun(), grant(PEKKA, Role.ADMINISTRATOR))
    book = changed(book, by=PEKKA, revoke=("1-1",))
    book = changed(book, grant(LIISA), by=PEKKA)

    assert resting(book, DAY) == {1, 2, 3, 4}


def test_a_revocation_stays_as_long_as_what_it_takes_away() -> None:
    book = begun(grant(PEKKA), grant(LIISA))
    book = changed(book, revoke=("1-2",))
    assert resting(book, DAY) == {1, 2}

    book = changed(book, grant(PEKKA, Role.ARCHIVIST))
    book = changed(book, revoke=("3-1",))
    assert resting(book, DAY) == {1, 2}
    assert rights(without(book, frozenset({3, 4}))) == rights(book)


def test_the_rule_of_two_persons_rests_on_the_change_that_set_it_last() -> None:
    book = changed(begun(), two_persons=True)
    book = changed(book, two_persons=False)
    book = changed(book, two_persons=True)

    assert resting(book, DAY) == {1, 4}
    assert without(book, frozenset({2, 3})).two_persons


def test_an_administrator_s_right_stays_though_its_time_is_over() -> None:
    book = Book(REGISTER)
    first = grant(MAIJA, Role.ADMINISTRATOR, valid_to=ENDED)
    change = RightsChange(1, "", ChangeKind.FIRST, REGISTER, (first,))
    book = after(book, change, at=datetime(2026, 1, 2, 10, tzinfo=UTC))

    assert resting(book, DAY) == {1}


def test_of_a_history_that_does_not_hold_everything_stays() -> None:
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    change = RightsChange(9, book.digest, ChangeKind.GRANT, REGISTER, (grant(LIISA),))
    book = after(book, change)

    assert book.damaged
    assert resting(book, DAY) == numbers(book)


def test_a_change_that_is_missing_without_a_disposal_damages_the_register() -> None:
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    book = changed(book, grant(LIISA))
    kept = [
        Recorded(encode(past.change), past.deed, REGISTER.key)
        for past in book.changes
        if past.change.number != 2
    ]
    assert folded(Book(REGISTER), kept).damaged
    wrong = {2: digest("another change")}
    assert folded(Book(REGISTER), kept, gone=wrong).damaged


def test_a_first_change_cannot_come_after_one_that_is_gone() -> None:
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    mine = grant(LIISA, Role.ADMINISTRATOR)
    change = RightsChange(3, book.digest, ChangeKind.FIRST, REGISTER, (mine,))
    gone = {p.change.number: digest(encode(p.change)) for p in book.changes}
    made = Recorded(encode(identified(change)), deed(LIISA), REGISTER.key)

    assert folded(Book(REGISTER), [made], gone=gone).damaged


def test_a_disposal_that_was_not_carried_out_changes_nothing() -> None:
    book = changed(begun(), grant(PEKKA))
    texts = [Recorded(encode(p.change), p.deed, REGISTER.key) for p in book.changes]
    gone = {2: digest(texts[1].text)}

    again = folded(Book(REGISTER), texts, gone=gone)

    assert rights(again) == rights(book)
    assert again.gone == frozenset()


def test_a_history_with_gaps_goes_on_and_can_lose_more() -> None:
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    left = without(book, frozenset({2}))
    left = changed(left, grant(LIISA, valid_to=ENDED))
    left = changed(left, grant(LIISA, Role.ARCHIVIST))

    assert not left.damaged
    assert left.number == 4
    assert resting(left, DAY) == {1, 4}


def test_the_file_for_people_misses_nothing_that_was_disposed_of(tmp_path) -> None:  # type: ignore[no-untyped-def]
    book = changed(begun(), grant(PEKKA, valid_to=ENDED))
    book = changed(book, grant(LIISA))
    save([book], tmp_path / "rights.toml")
    file = RightsFile.load(tmp_path / "rights.toml")

    assert compare(file, [without(book, frozenset({2}))]) == ()
    (finding,) = compare(file, [changed(changed(begun(), grant(MAIJA)), grant(LIISA))])
    assert (finding.fault, finding.detail) == (RightsFault.EDITED, "2-1")


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_history_the_rights_are_the_same_without_the_rest(seed: int) -> None:
    chance = random.Random(seed)
    people = [Identity(f"9900{n:05}", IdentifierKind.ISSUED, IssuerFamily.SOTE) for n in range(8)]
    book = begun()
    for _ in range(30):
        administrators = book.as_register().administrators(REGISTER.key, DAY)
        by = chance.choice(administrators)
        standing = [r.grant for r in book.records if r.revoked is None]
        mine = [g for g in standing if g.role is Role.ADMINISTRATOR]
        taken = chance.choice(standing)
        if chance.random() < 0.3 and (taken.role is not Role.ADMINISTRATOR or len(mine) > 2):
            book = changed(book, by=by, revoke=(taken.id,))
            continue
        given = [
            grant(
                chance.choice(people),
                chance.choice(list(Role)),
                valid_to=chance.choice((None, ENDED, DAY + timedelta(days=9))),
            )
            for _ in range(chance.randint(1, 3))
        ]
        book = changed(book, *given, by=by)
    assert not book.damaged

    gone = numbers(book) - resting(book, DAY)

    assert rights(without(book, gone)) == rights(book)
