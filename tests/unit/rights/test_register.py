"""The register of rights: who may do what, where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.model.documents import Party
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Grant, Register, Role
from kanta_desk.rights.acts import ACTS, OWN_ACTS
from kanta_desk.rights.register import RightsRegister
from tests.helpers.events import REGISTER

MAIJA = Grant(
    identifier="99900011122",
    name="Maija Arkistonhoitaja",
    role=Role.ARCHIVIST,
    register=REGISTER,
    basis="Tehtävänkuva",
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    granted_by="Toimitusjohtaja",
)
OTHER = Register(Party(Oid("1.2.246.10.88888880.10.0"), "Toinen Oy"), REGISTER.code)
DAY = date(2026, 11, 22)

ENTRY = """
[[grant]]
identifier = "99900011122"
name = "Maija Arkistonhoitaja"
role = "archivist"
controller = "1.2.246.10.99999990.10.0"
controller_name = "Hoiva Esimerkki Oy"
register = "1"
register_name = "Sosiaalihuollon asiakasrekisteri"
basis = "Tehtävänkuva"
valid_from = 2026-01-01
valid_to = 2026-12-31
granted_by = "Toimitusjohtaja"
"""


def loaded(folder: Path, text: str) -> RightsRegister:
    path = folder / "rights.toml"
    path.write_text(text, encoding="utf-8")
    return RightsRegister.load(path)


def test_a_file_gives_the_grants_that_it_says(tmp_path: Path) -> None:
    assert loaded(tmp_path, ENTRY) == RightsRegister((MAIJA,))


def test_an_empty_file_gives_nobody_any_right(tmp_path: Path) -> None:
    register = loaded(tmp_path, "")

    assert register.registers_for("99900011122", DAY) == ()
    assert not register.may("99900011122", EventKind.SIGN_IN, REGISTER, DAY)


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        (ENTRY.replace('basis = "Tehtävänkuva"\n', ""), "grant 1, basis", "missing"),
        (ENTRY.replace('"archivist"', '"king"'), "grant 1, role", "not one of"),
        (ENTRY.replace("10.99999990", "10.x"), "grant 1, controller", "oid: form"),
        (ENTRY.replace("2026-12-31", "2025-12-31"), "grant 1, valid_to", "before valid_from"),
        (ENTRY.replace("2026-01-01", '"1.1.2026"'), "grant 1, valid_from", "not a date"),
        (ENTRY.replace('"99900011122"', "99900011122"), "grant 1, identifier", "not a text"),
        (ENTRY.replace('"99900011122"', '" "'), "grant 1, identifier", "empty"),
        (ENTRY + ENTRY + "colour = 1\n", "grant 2, colour", "unknown key"),
        ("colour = 1\n" + ENTRY, "colour", "unknown key"),
        ("grant = 1\n", "grant", "not a list"),
        ("grant = [1]\n", "grant 1", "not a [[grant]]"),
        ("[[grant\n", "rights.toml", "line 1"),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_place(
    tmp_path: Path, wrong: str, place: str, reason: str
) -> None:
    with pytest.raises(SettingsUnreadable) as caught:
        loaded(tmp_path, wrong)

    assert str(caught.value.fields["place"]).startswith("rights.toml")
    assert str(caught.value.fields["place"]).endswith(place)
    assert reason in str(caught.value.fields["reason"])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable) as caught:
        RightsRegister.load(tmp_path / "rights.toml")

    assert caught.value.fields["place"] == "rights.toml"


_texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(
    lambda text: text == text.strip() != ""
)


@given(identifier=_texts, name=_texts, basis=_texts, granted_by=_texts, open_end=st.booleans())
def test_what_is_saved_is_what_is_loaded_whatever_its_characters(
    tmp_path_factory: pytest.TempPathFactory,
    identifier: str,
    name: str,
    basis: str,
    granted_by: str,
    open_end: bool,
) -> None:
    path = tmp_path_factory.mktemp("rights") / "rights.toml"
    grant = replace(
        MAIJA,
        identifier=identifier,
        name=name,
        basis=basis,
        granted_by=granted_by,
        valid_to=None if open_end else MAIJA.valid_to,
    )
    register = RightsRegister((grant, MAIJA))

    register.save(path)

    assert RightsRegister.load(path) == register


def test_a_save_that_fails_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    path.mkdir()
    (path / "in the way").touch()

    with pytest.raises(FolderNotWritable):
        RightsRegister((MAIJA,)).save(path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["rights.toml"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_a_grant_holds_from_its_first_day_to_its_last(day: date, expected: bool) -> None:
    register = RightsRegister((MAIJA,))

    assert bool(register.grants_of(MAIJA.identifier, day)) is expected
    assert register.may(MAIJA.identifier, EventKind.VIEW, REGISTER, day) is expected


def test_a_grant_without_an_end_goes_on() -> None:
    register = RightsRegister((replace(MAIJA, valid_to=None),))

    assert register.may(MAIJA.identifier, EventKind.VIEW, REGISTER, date(2099, 1, 1))


def test_a_namesake_has_no_right() -> None:
    register = RightsRegister((MAIJA,))

    assert not register.may("99900099999", EventKind.VIEW, REGISTER, DAY)
    assert not register.may(MAIJA.name, EventKind.VIEW, REGISTER, DAY)


def test_a_right_holds_in_its_own_register_only_whatever_the_register_is_called() -> None:
    register = RightsRegister((MAIJA,))
    renamed = replace(REGISTER, controller=replace(REGISTER.controller, name="Uusi Nimi Oy"))

    assert register.may(MAIJA.identifier, EventKind.VIEW, renamed, DAY)
    assert not register.may(MAIJA.identifier, EventKind.VIEW, OTHER, DAY)


def test_each_register_is_offered_once_in_the_order_of_the_file() -> None:
    grants = (MAIJA, replace(MAIJA, register=OTHER), replace(MAIJA, role=Role.AUDITOR))

    assert RightsRegister(grants).registers_for(MAIJA.identifier, DAY) == (REGISTER, OTHER)


@pytest.mark.parametrize("role", Role)
def test_every_role_lets_its_holder_sign_in_lock_and_change_register(role: Role) -> None:
    register = RightsRegister((replace(MAIJA, role=role),))

    assert all(register.may(MAIJA.identifier, act, REGISTER, DAY) for act in OWN_ACTS)


def test_roles_add_up_but_give_no_more_than_each_says() -> None:
    both = RightsRegister((MAIJA, replace(MAIJA, role=Role.INVALIDATOR)))

    allowed = {act for act in EventKind if both.may(MAIJA.identifier, act, REGISTER, DAY)}

    assert allowed == OWN_ACTS | ACTS[Role.ARCHIVIST] | {EventKind.INVALIDATION}


def test_only_auditors_read_the_log_and_only_invalidators_invalidate() -> None:
    def who_may(act: EventKind) -> set[Role]:
        return {role for role in Role if act in ACTS[role]}

    assert who_may(EventKind.LOG_VIEW) == {Role.AUDITOR}
    assert who_may(EventKind.LOG_EXPORT) == {Role.AUDITOR}
    assert who_may(EventKind.INVALIDATION) == {Role.INVALIDATOR}
    assert who_may(EventKind.RIGHTS_CHANGE) == {Role.ADMINISTRATOR}
    assert who_may(EventKind.VIEW) == {Role.VIEWER, Role.ARCHIVIST}


def test_every_act_belongs_to_some_role_or_to_everyone() -> None:
    assert set(EventKind) == OWN_ACTS.union(*ACTS.values())
