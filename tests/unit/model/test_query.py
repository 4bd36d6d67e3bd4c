"""What a person typed is told apart before anything of it is sent."""

from __future__ import annotations

from datetime import date

import pytest

from kanta_desk.model.documents import PersonName
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.query import MAX_CASE, KeyKind, key_text, recognise

HETU = "010181-900C"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", KeyKind.NOTHING),
        ("   ", KeyKind.NOTHING),
        (HETU, KeyKind.HENKILOTUNNUS),
        ("010594y9032", KeyKind.HENKILOTUNNUS),
        ("1.2.246.10.99999204.11.2026.1", KeyKind.DOCUMENT),
        ("urn:oid:1.2.246.10.99999204.11.2026.1", KeyKind.DOCUMENT),
        ("1.2.246.10.99999204.22.2026 26000009417", KeyKind.TEMPORARY_ID),
        ("Matti Mallikas 1.1.1981", KeyKind.NAME_AND_BIRTH),
        ("Mallikas, Matti 1981-01-01", KeyKind.NAME_AND_BIRTH),
        ("HE-2026-000123", KeyKind.CASE),
        ("2026000123", KeyKind.CASE),
    ],
)
def test_a_key_is_recognised_by_its_form(typed: str, kind: KeyKind) -> None:
    key = recognise(typed)

    assert key.kind is kind
    assert key.problem == ""


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("010181-900D", "check"),
        ("310281-900X", "date"),
        ("010181-", "form"),
        ("010181-90", "form"),
        ("010181900C", "form"),
        ("010181", "sign"),
        ("0101819001", "sign"),
    ],
)
def test_a_wrong_or_half_typed_henkilotunnus_is_never_a_case_number(
    typed: str, problem: str
) -> None:
    key = recognise(typed)

    assert key.kind is KeyKind.HENKILOTUNNUS
    assert key.problem == problem
    assert not key.usable


def test_a_pasted_dash_of_another_kind_is_read_as_a_hyphen() -> None:
    assert recognise("010181–900C").client == Henkilotunnus.parse(HETU)


def test_an_oid_can_be_said_to_be_a_case_number() -> None:
    oid = "1.2.246.10.99999204.14.2026.77"

    assert recognise(oid).criteria().document_oid == Oid(oid)
    assert recognise(oid, is_case=True).criteria().case_id == oid


def test_a_name_needs_both_parts_and_a_day_that_exists() -> None:
    assert recognise("Mallikas 1.1.1981").problem == "name"
    assert recognise("Matti Mallikas 31.2.1981").problem == "date"


def test_criteria_carry_what_was_recognised() -> None:
    assert recognise("Mallikas, Matti 1.2.1981").criteria().client_name == PersonName(
        "Matti", "Mallikas"
    )
    assert recognise("Matti Mallikas 1.2.1981").criteria().client_birth == date(1981, 2, 1)
    temporary = recognise("1.2.246.10.99999204.22.2026/26000009417").criteria().client_id
    assert temporary == TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")
    assert not recognise("").criteria().has_key


def test_a_case_number_has_a_limit() -> None:
    assert recognise("7" * MAX_CASE).usable
    assert recognise("7" * (MAX_CASE + 1)).problem == "length"


def test_a_key_never_shows_itself_in_a_traceback() -> None:
    assert HETU not in repr(recognise(HETU))


@pytest.mark.parametrize("typed", [HETU[:end] for end in range(6, len(HETU))])
def test_a_henkilotunnus_on_its_way_is_begun_and_not_yet_wrong(typed: str) -> None:
    key = recognise(typed)

    assert key.kind is KeyKind.HENKILOTUNNUS
    assert key.begun
    assert not key.usable


def test_a_whole_but_wrong_henkilotunnus_is_wrong_at_once() -> None:
    assert not recognise("010181-900D").begun


@pytest.mark.parametrize(
    "typed", ["Mallikas", "Matti Mallikas", "Mallikas, Matti", "Matti Mallikas 1.1."]
)
def test_a_name_without_a_whole_date_is_never_a_case_number(typed: str) -> None:
    key = recognise(typed)

    assert (key.kind, key.problem, key.begun) == (KeyKind.NAME_AND_BIRTH, "birth", True)


def test_the_root_of_a_temporary_identifier_asks_for_its_value() -> None:
    key = recognise("1.2.246.10.99999204.22.2026")

    assert (key.kind, key.problem) == (KeyKind.TEMPORARY_ID, "value")


@pytest.mark.parametrize("typed", ["010181", "Mallikas", "1.2.246.10.99999204.22.2026", "kielto"])
def test_what_is_none_of_these_can_be_said_to_be_a_case_number(typed: str) -> None:
    assert recognise(typed, is_case=True).criteria().case_id == typed


def test_a_henkilotunnus_cannot_be_said_to_be_a_case_number() -> None:
    assert recognise(HETU, is_case=True).kind is KeyKind.HENKILOTUNNUS
    assert not recognise("010181-90", is_case=True).usable


@pytest.mark.parametrize(
    "typed",
    ["Kanta-informointi", "luovutuslupa", "Luovutuskielto", "kielto", "kiellot", "suostumus",
     "samtycke", "förbud", "consent", "tahdonilmaisu"],
)  # fmt: skip
def test_what_the_archivist_cannot_see_is_told_and_not_searched_for(typed: str) -> None:
    key = recognise(typed)

    assert key.kind is KeyKind.ELSEWHERE
    assert not key.usable
    assert not key.criteria().has_key


@pytest.mark.parametrize("name", ["Kielo Lupanen 1.1.1981", "Lupanen, Kielo 1.1.1981"])
def test_a_name_that_resembles_such_a_word_is_a_name(name: str) -> None:
    assert recognise(name).kind is KeyKind.NAME_AND_BIRTH


@pytest.mark.parametrize(
    "typed",
    [HETU, "1.2.246.10.99999204.22.2026 26000009417", "Mallikas, Matti 1.2.1981",
     "1.2.246.10.99999204.11.2026.1", "HE-2026-000123"],
)  # fmt: skip
def test_criteria_are_written_back_as_they_were_typed(typed: str) -> None:
    assert key_text(recognise(typed).criteria()) == typed
