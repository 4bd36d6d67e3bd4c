"""Who may do what, where, for what purpose and when; and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kanta_desk.model.documents import Party
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import IdentifierKind, Identity, IssuerFamily, Register, Role
from kanta_desk.model.rights import Refusal
from kanta_desk.rights.acts import ACTS, CLIENT_ACTS, OWN_ACTS, WHEN_DAMAGED
from kanta_desk.rights.register import RightsRegister
from tests.helpers.events import PURPOSE, REGISTER
from tests.helpers.rights import DAY, LIISA, MAIJA, MANDATE, PEKKA, grant

OTHER = Register(Party(Oid("1.2.246.10.88888880.10.0"), "Toinen Oy"), REGISTER.code)
ARCHIVIST = grant(MAIJA, Role.ARCHIVIST, valid_to=date(2026, 12, 31))


def refusal(
    register: RightsRegister,
    act: EventKind = EventKind.VIEW,
    *,
    person: Identity = MAIJA,
    where: Register = REGISTER,
    on: date = DAY,
) -> Refusal | None:
    return register.refusal(person, act, where, PURPOSE, on)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), Refusal.NOT_YET),
        (date(2026, 1, 1), None),
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), Refusal.ENDED),
    ],
)
def test_a_grant_holds_from_its_first_day_to_its_last(day: date, expected: Refusal | None) -> None:
    assert refusal(RightsRegister((ARCHIVIST,)), on=day) is expected


def test_a_grant_without_an_end_goes_on() -> None:
    assert (
        refusal(RightsRegister((replace(ARCHIVIST, valid_to=None),)), on=date(2099, 1, 1)) is None
    )


def test_a_mandate_that_has_ended_ends_the_right_whatever_the_grant_says() -> None:
    register = RightsRegister((grant(MAIJA, Role.INVALIDATOR, basis=MANDATE),))

    assert refusal(register, EventKind.INVALIDATION, on=date(2026, 12, 31)) is None
    assert refusal(register, EventKind.INVALIDATION, on=date(2027, 1, 1)) is Refusal.ENDED


@pytest.mark.parametrize(
    "other",
    [
        replace(MAIJA, value="99900099999"),
        replace(MAIJA, kind=IdentifierKind.ISSUED),
        replace(MAIJA, issuer=IssuerFamily.CITIZEN),
        replace(MAIJA, value=ARCHIVIST.name),
    ],
)
def test_a_namesake_or_the_same_number_of_another_kind_has_no_right(other: Identity) -> None:
    assert refusal(RightsRegister((ARCHIVIST,)), person=other) is Refusal.NO_RIGHT


def test_a_right_holds_in_its_own_register_only_whatever_the_register_is_called() -> None:
    register = RightsRegister((ARCHIVIST,))
    renamed = replace(REGISTER, controller=replace(REGISTER.controller, name="Uusi Nimi Oy"))

    assert refusal(register, where=renamed) is None
    assert refusal(register, where=OTHER) is Refusal.NO_RIGHT


def test_a_revoked_right_is_told_as_revoked() -> None:
    register = RightsRegister((grant(MAIJA, Role.VIEWER),), (grant(MAIJA, Role.INVALIDATOR),))

    assert refusal(register, EventKind.INVALIDATION) is Refusal.REVOKED
    assert refusal(register, EventKind.EXPORT) is Refusal.ROLE
    assert refusal(register, EventKind.VIEW) is None


def test_each_register_is_offered_once_in_the_order_of_granting() -> None:
    grants = (ARCHIVIST, replace(ARCHIVIST, register=OTHER), grant(MAIJA, Role.AUDITOR))

    assert RightsRegister(grants).registers_for(MAIJA, DAY) == (REGISTER, OTHER)


@pytest.mark.parametrize("role", Role)
def test_every_role_lets_its_holder_sign_in_lock_and_change_register(role: Role) -> None:
    register = RightsRegister((grant(MAIJA, role),))

    assert [refusal(register, act) for act in OWN_ACTS] == [None] * len(OWN_ACTS)


def test_roles_add_up_but_give_no_more_than_each_says() -> None:
    both = RightsRegister((ARCHIVIST, grant(MAIJA, Role.INVALIDATOR)))

    allowed = {act for act in EventKind if refusal(both, act) is None}

    assert allowed == OWN_ACTS | ACTS[Role.ARCHIVIST] | ACTS[Role.INVALIDATOR]


def test_only_auditors_read_the_log_and_only_invalidators_invalidate() -> None:
    def who_may(act: EventKind) -> set[Role]:
        return {role for role in Role if act in ACTS[role]}

    assert who_may(EventKind.LOG_VIEW) == {Role.AUDITOR}
    assert who_may(EventKind.LOG_EXPORT) == {Role.AUDITOR}
    assert who_may(EventKind.INVALIDATION) == {Role.INVALIDATOR}
    assert who_may(EventKind.RIGHTS_CHANGE) == {Role.ADMINISTRATOR}
    assert who_may(EventKind.RIGHTS_VIEW) == {Role.ADMINISTRATOR, Role.AUDITOR}
    assert who_may(EventKind.VIEW) == {Role.VIEWER, Role.ARCHIVIST}


def test_every_act_belongs_to_some_role_or_to_everyone() -> None:
    assert set(EventKind) - PROGRAM_S_OWN == OWN_ACTS.union(*ACTS.values()) - PROGRAM_S_OWN


PROGRAM_S_OWN = {EventKind.LOG_YEAR, EventKind.LOG_YEAR_SEAL, EventKind.LOG_RECOVERY}
"""What the program itself writes, and nobody does."""


def test_client_data_is_used_only_for_a_purpose_of_one_s_role() -> None:
    purpose = replace(PURPOSE, roles=frozenset({Role.ARCHIVIST}))
    register = RightsRegister(
        (ARCHIVIST, grant(PEKKA, Role.INVALIDATOR), grant(PEKKA, Role.ADMINISTRATOR))
    )

    assert register.refusal(MAIJA, EventKind.VIEW, REGISTER, purpose, DAY) is None
    told = register.refusal(PEKKA, EventKind.INVALIDATION, REGISTER, purpose, DAY)
    assert told is Refusal.PURPOSE
    for act in (EventKind.SIGN_IN, EventKind.RIGHTS_CHANGE):
        assert act not in CLIENT_ACTS
        assert register.refusal(PEKKA, act, REGISTER, purpose, DAY) is None


def test_in_a_damaged_register_one_may_only_look_into_the_damage() -> None:
    grants = tuple(grant(MAIJA, role) for role in Role)
    register = RightsRegister(grants, damaged=frozenset({REGISTER.key}))

    allowed = {act for act in EventKind if refusal(register, act) is None}

    assert allowed == OWN_ACTS | WHEN_DAMAGED
    assert refusal(register, EventKind.INVALIDATION) is Refusal.DAMAGED


def test_the_last_administrator_is_not_lost_by_the_passing_of_time() -> None:
    register = RightsRegister(
        (
            grant(MAIJA, Role.ADMINISTRATOR, valid_to=date(2026, 3, 1)),
            grant(PEKKA, Role.ADMINISTRATOR, valid_to=date(2026, 6, 1)),
        )
    )

    assert refusal(register, EventKind.RIGHTS_CHANGE, person=PEKKA) is None
    assert refusal(register, EventKind.SIGN_IN, person=PEKKA) is None
    assert refusal(register, EventKind.RIGHTS_CHANGE, person=MAIJA) is Refusal.ENDED


def test_a_clock_set_forward_makes_nobody_an_administrator() -> None:
    register = RightsRegister(
        (grant(MAIJA, Role.ADMINISTRATOR, valid_to=date(2026, 6, 1)), grant(PEKKA, Role.ARCHIVIST))
    )
    later = date(2126, 1, 1)

    assert register.administrators(REGISTER.key, later) == (MAIJA,)
    assert refusal(register, EventKind.RIGHTS_CHANGE, person=PEKKA, on=later) is Refusal.ROLE
    assert refusal(register, EventKind.RIGHTS_CHANGE, person=LIISA, on=later) is Refusal.NO_RIGHT


def test_two_persons_are_needed_where_the_register_says_so() -> None:
    register = RightsRegister(two_persons=frozenset({REGISTER.key}))

    assert register.needs_two(REGISTER)
    assert not register.needs_two(OTHER)
