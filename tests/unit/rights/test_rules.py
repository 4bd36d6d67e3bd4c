"""What a change of rights must hold: complete, by another, and never without an administrator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kanta_desk.errors import GrantInvalid, LastAdministrator, RegisterNotEmpty, SelfGrant
from kanta_desk.model.people import IdentifierKind, IssuerFamily, Role
from kanta_desk.model.rights import ChangeKind, Decision, Mandate, Statement
from kanta_desk.rights import rules
from kanta_desk.rights.changes import MOST_GRANTS
from kanta_desk.rights.history import Book
from tests.helpers.events import REGISTER
from tests.helpers.rights import BEGINS, DAY, LIISA, MAIJA, MANDATE, PEKKA, after, begun, grant


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        (replace(grant(), person=replace(PEKKA, value=" ")), "identifier", "empty"),
        (replace(grant(), person=replace(PEKKA, value="9900 0004")), "identifier", "form"),
        (
            replace(grant(), person=replace(PEKKA, value="010181-900C")),
            "identifier",
            "henkilotunnus",
        ),
        (replace(grant(), person=replace(MAIJA, value="9990001112")), "identifier", "registration"),
        (replace(grant(), person=replace(PEKKA, kind=IdentifierKind.UNKNOWN)), "kind", "empty"),
        (grant(name="x" * 201), "name", "length"),
        (grant(basis=Statement("tehtävä")), "basis", "statement"),
        (grant(basis=Decision("", BEGINS, "TJ")), "basis_number", "empty"),
        (grant(basis=Decision("1", BEGINS, "")), "decider", "empty"),
        (grant(basis=Decision("1", DAY + timedelta(1), "TJ")), "basis_day", "future"),
        (grant(basis=Mandate("", "1", BEGINS, DAY)), "basis", "empty"),
        (grant(basis=Mandate("V", "", BEGINS, DAY)), "basis_number", "empty"),
        (grant(basis=Mandate("V", "1", DAY, BEGINS)), "basis_to", "order"),
        (grant(basis=Mandate("V", "1", BEGINS, DAY - timedelta(1))), "valid_to", "past"),
        (grant(valid_from=DAY, valid_to=BEGINS), "valid_to", "order"),
        (grant(valid_to=DAY - timedelta(1)), "valid_to", "past"),
        (
            grant(basis=MANDATE, valid_from=date(2027, 1, 1)),
            "valid_to",
            "outside the mandate",
        ),
        (grant(MAIJA, Role.ADMINISTRATOR), "identifier", "duplicate"),
    ],
)
def test_a_grant_that_lacks_something_is_refused_with_the_field(
    wrong: object, field: str, reason: str
) -> None:
    with pytest.raises(GrantInvalid) as caught:
        rules.granted(begun(), MAIJA, wrong, DAY)  # type: ignore[arg-type]

    assert caught.value.fields == {"field": field, "reason": reason}


def test_a_grant_becomes_a_change_that_holds() -> None:
    book = begun()

    change = rules.granted(book, MAIJA, grant(), DAY)

    assert not after(book, change).damaged


def test_who_is_alone_may_grant_to_oneself_and_is_told_of() -> None:
    book = begun()

    changed = after(book, rules.granted(book, MAIJA, grant(MAIJA, Role.INVALIDATOR), DAY))

    assert changed.records[-1].by_oneself


def test_where_there_is_another_administrator_nobody_grants_to_oneself() -> None:
    book = begun(grant(PEKKA, Role.ADMINISTRATOR))
    wanted = grant(MAIJA, Role.INVALIDATOR)

    with pytest.raises(SelfGrant):
        rules.granted(book, MAIJA, wanted, DAY)
    with pytest.raises(SelfGrant):
        rules.imported(book, MAIJA, (wanted,), DAY)

    assert rules.granted(book, PEKKA, wanted, DAY).grants == (wanted,)


def test_the_last_administrator_is_not_revoked() -> None:
    with pytest.raises(LastAdministrator):
        rules.revoked(begun(), "1-1", "eläke", DAY)


def test_another_one_who_begins_later_or_has_ended_does_not_count() -> None:
    tomorrow = DAY + timedelta(1)
    for other in (
        grant(PEKKA, Role.ADMINISTRATOR, valid_from=tomorrow),
        grant(PEKKA, Role.ADMINISTRATOR, valid_to=DAY - timedelta(1)),
        grant(PEKKA, Role.ARCHIVIST),
    ):
        with pytest.raises(LastAdministrator):
            rules.revoked(begun(other), "1-1", "eläke", DAY)


def test_an_administrator_leaves_when_another_stays() -> None:
    book = begun(grant(PEKKA, Role.ADMINISTRATOR))

    gone = after(book, rules.revoked(book, "1-1", "eläke", DAY))

    assert gone.as_register().administrators(REGISTER.key, DAY) == (PEKKA,)


def test_the_last_administrator_is_not_replaced_by_one_that_begins_later() -> None:
    later = grant(MAIJA, Role.ADMINISTRATOR, valid_from=DAY + timedelta(1))

    with pytest.raises(LastAdministrator):
        rules.granted(begun(), MAIJA, later, DAY, replaces="1-1")


@pytest.mark.parametrize(
    ("grant_id", "reason", "field"), [("1-2", " ", "reason"), ("9-9", "syy", "id"), ("", "s", "id")]
)
def test_a_revocation_needs_a_right_in_force_and_a_reason(
    grant_id: str, reason: str, field: str
) -> None:
    with pytest.raises(GrantInvalid) as caught:
        rules.revoked(begun(grant()), grant_id, reason, DAY)

    assert caught.value.fields["field"] == field


def test_a_right_is_renewed_in_one_change_that_ends_the_old_one() -> None:
    book = begun(grant(basis=MANDATE))
    newer = grant(basis=replace(MANDATE, number="V-2", valid_to=date(2027, 12, 31)))

    changed = after(book, rules.granted(book, MAIJA, newer, DAY, replaces="1-2"))

    assert [record.revoked is None for record in changed.records] == [True, False, True]


def test_a_renewal_is_of_the_same_person_and_role() -> None:
    with pytest.raises(GrantInvalid) as caught:
        rules.granted(begun(grant()), MAIJA, grant(LIISA), DAY, replaces="1-2")

    assert caught.value.fields["reason"] == "another right"


def test_a_first_administrator_is_made_only_where_nothing_was_recorded() -> None:
    mine = grant(MAIJA, Role.ADMINISTRATOR)

    change = rules.first(Book(REGISTER), mine, (grant(PEKKA, basis=Statement("vanha")),), DAY)

    assert change.kind is ChangeKind.FIRST
    with pytest.raises(RegisterNotEmpty):
        rules.first(begun(), mine, (), DAY)
    with pytest.raises(GrantInvalid):
        rules.first(Book(REGISTER), replace(mine, basis=Statement("minä vain")), (), DAY)


def test_an_import_brings_in_only_what_is_not_in_force() -> None:
    book = begun(grant())

    change = rules.imported(book, MAIJA, (grant(), grant(LIISA, basis=Statement("vanha"))), DAY)

    assert [each.person for each in change.grants] == [LIISA]
    with pytest.raises(GrantInvalid):
        rules.imported(book, MAIJA, (grant(),), DAY)


def test_the_two_person_rule_changes_only_to_what_it_is_not() -> None:
    assert rules.two_persons(begun(), True).two_persons is True
    with pytest.raises(GrantInvalid):
        rules.two_persons(begun(), False)


def test_a_right_of_another_register_does_not_land_in_this_one() -> None:
    other = replace(REGISTER, code=replace(REGISTER.code, value="another"))
    elsewhere = grant(register=other)

    with pytest.raises(GrantInvalid) as caught:
        rules.granted(begun(), MAIJA, elsewhere, DAY)
    assert caught.value.fields == {"field": "controller", "reason": "other register"}
    with pytest.raises(GrantInvalid):
        rules.imported(begun(), MAIJA, (elsewhere,), DAY)


def test_nobody_grants_to_another_of_ones_own_cards() -> None:
    book = begun(grant(LIISA, Role.ADMINISTRATOR))
    mine = replace(MAIJA, issuer=IssuerFamily.TEST)

    with pytest.raises(SelfGrant):
        rules.granted(book, MAIJA, grant(mine, Role.INVALIDATOR), DAY)


def test_a_change_that_could_not_be_read_back_is_not_made() -> None:
    adopted = tuple(grant() for _ in range(MOST_GRANTS))
    with pytest.raises(GrantInvalid) as caught:
        rules.first(Book(REGISTER), grant(MAIJA, Role.ADMINISTRATOR), adopted, DAY)
    assert caught.value.fields == {"field": "file", "reason": "size"}
