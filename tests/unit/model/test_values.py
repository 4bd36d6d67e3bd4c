"""Codes, metadata fields, people, cards, deployment verdicts: the rules that values carry."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.model.cards import CardPresence, CardsState, ReaderState, ServiceState
from kanta_desk.model.codes import Code, CodeSet, CodeSystem, Concept, base_system
from kanta_desk.model.deployment import (
    Aspect,
    Cell,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    Verdict,
    worst,
)
from kanta_desk.model.documents import (
    PDF,
    XHTML,
    Document,
    DocumentMetadata,
    Party,
    Payload,
    PersonName,
    SearchCriteria,
    organisation_of,
)
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.metadata import BY_KEY, FIELDS
from kanta_desk.model.people import CardType, Identity, role_words
from kanta_desk.model.text import Language, Text
from tests.helpers.events import REGISTER

CLIENT = Henkilotunnus.parse("010181-900C")
SAID = Text("näin", "så", "so")
METADATA = DocumentMetadata(Oid("1.2.246.10.99999990.11.1"), Oid("1.2.246.10.99999990.11.1"), 1)


@pytest.mark.parametrize(
    ("system", "base"),
    [
        ("1.2.246.537.6.1289.201901", "1.2.246.537.6.1289"),
        ("1.2.246.537.5.40112.2006", "1.2.246.537.5.40112"),
        ("1.2.246.537.6.1221", "1.2.246.537.6.1221"),
        ("1.2.246.777.5.99902.2006", "1.2.246.777.5.99902.2006"),
        ("2.16.840.1.113883.5.25", "2.16.840.1.113883.5.25"),
    ],
)
def test_a_code_system_is_told_apart_from_its_version(system: str, base: str) -> None:
    assert base_system(system) == base


def test_the_same_concept_in_two_versions_has_one_key() -> None:
    old = Code("1", "1.2.246.537.6.1289.201901", "Hoito")
    new = Code("1", "1.2.246.537.6.1289.202601", "Hoito ja palvelu")

    assert old.key == new.key
    assert old.key != Code("2", old.system).key


def test_every_code_system_of_the_program_is_an_oid() -> None:
    for system in CodeSystem:
        assert str(Oid.parse(system)) == system


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_a_concept_is_valid_from_its_first_day_to_its_last(
    on: date, first: date | None, last: date | None
) -> None:
    concept = Concept("1", SAID, first, last)

    assert concept.is_valid(on) is ((first or date.min) <= on <= (last or date.max))


def test_a_code_that_the_snapshot_lacks_is_not_invented() -> None:
    concept = Concept("1", SAID)
    codes = CodeSet(CodeSystem.PURPOSE, SAID, "2019", {"1": concept})

    assert codes.find("1") is concept
    assert codes.find("2") is None


def test_the_metadata_table_describes_every_metadata_attribute_once() -> None:
    keys = [field.key for field in FIELDS]
    derived = {"state", "unreadable"}

    assert len(keys) == len(set(keys)) == len(BY_KEY)
    assert set(keys) == {field.name for field in fields(DocumentMetadata)} - derived


def test_every_metadata_label_says_something_in_every_language() -> None:
    for field in FIELDS:
        assert field.label.fi.strip(), field.key
        assert field.label.sv.strip(), field.key
        assert field.label.en.strip(), field.key


@pytest.mark.parametrize(
    ("oid", "organisation"),
    [
        ("1.2.246.10.32213086.19.0", "1.2.246.10.32213086"),
        ("1.2.246.10.32213086", "1.2.246.10.32213086"),
        ("1.2.246.537.6.40174.2009", "1.2.246.537.6.40174.2009"),
    ],
)
def test_a_unit_belongs_to_the_organisation_of_its_oid(oid: str, organisation: str) -> None:
    assert organisation_of(Oid(oid)) == Oid(organisation)


def test_a_producer_of_another_organisation_stores_by_right_to_use_the_register() -> None:
    def stored(producer: str | None, controller: str | None) -> bool:
        def party(oid: str | None) -> Party | None:
            return None if oid is None else Party(Oid(oid))

        oid = METADATA.document_oid
        return DocumentMetadata(
            oid, oid, 1, producer=party(producer), controller=party(controller)
        ).by_register_right

    assert stored("1.2.246.10.1.10.1", "1.2.246.10.2.10.0")
    assert not stored("1.2.246.10.2.10.1", "1.2.246.10.2.10.0")
    assert not stored(None, "1.2.246.10.2.10.0")
    assert not stored("1.2.246.10.1.10.1", None)


def test_contents_stay_out_of_tracebacks() -> None:
    payload = Payload(XHTML, b"salainen")
    document = Document(METADATA, (payload,), original=b"salainen", text="salainen")

    assert "salainen" not in repr(document)
    assert "010181-900C" not in repr(SearchCriteria(client_id=CLIENT))
    assert "010181-900C" not in repr(ExpectedDocument("1", CLIENT))


def test_a_payload_is_found_by_its_type() -> None:
    payload = Payload(XHTML, b"x")

    assert Document(METADATA, (payload,), original=b"").payload(XHTML) is payload
    assert Document(METADATA, (payload,), original=b"").payload(PDF) is None


def test_a_search_needs_a_key() -> None:
    name = PersonName("Aino", "Esimerkki")

    assert not SearchCriteria(service_task="1", created_from=date(2026, 1, 1)).has_key
    assert not SearchCriteria(client_name=name).has_key
    assert not SearchCriteria(client_birth=date(1981, 1, 1)).has_key
    assert SearchCriteria(client_name=name, client_birth=date(1981, 1, 1)).has_key
    assert SearchCriteria(client_id=CLIENT).has_key
    assert SearchCriteria(document_oid=METADATA.document_oid).has_key
    assert SearchCriteria(case_id="A-1").has_key


def test_a_register_is_named_by_controller_and_code() -> None:
    assert REGISTER.key == "1.2.246.10.99999990.10.0/1"


def test_the_reader_to_work_with_is_the_one_that_is_furthest() -> None:
    def best(*presences: CardPresence) -> CardPresence | None:
        readers = tuple(ReaderState(f"reader {p}", p) for p in presences)
        found = CardsState(1, ServiceState.RUNNING, readers).best
        return found.presence if found else None

    assert best() is None
    assert best(CardPresence.EMPTY, CardPresence.READY, CardPresence.MUTE) is CardPresence.READY
    assert best(CardPresence.EMPTY, CardPresence.MUTE) is CardPresence.MUTE
    assert best(*CardPresence) is CardPresence.READY


def test_the_worst_state_wins_whatever_the_order() -> None:
    for order in permutations((CellState.OK, CellState.WARNING, CellState.FAILED)):
        assert worst(order) is CellState.FAILED
    assert worst([CellState.OK, CellState.WARNING]) is CellState.WARNING
    assert worst([CellState.OK, CellState.NOT_CHECKED]) is CellState.NOT_CHECKED
    assert worst([CellState.OK]) is CellState.OK


def test_nothing_checked_is_not_a_pass() -> None:
    assert worst([]) is CellState.NOT_CHECKED
    assert not _verdict().passed


def _row(*states: CellState) -> DocumentVerdict:
    cells = tuple(Cell(a, s, SAID) for a, s in zip(Aspect, states, strict=True))
    return DocumentVerdict(ExpectedDocument("1", CLIENT), cells)


def _verdict(
    *rows: DocumentVerdict, complete: bool = True, unexpected: tuple[Finding, ...] = ()
) -> Verdict:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    plan = Plan("koe", Path("koe.csv"), "00", tuple(row.expected for row in rows))
    return Verdict(plan, "run", now, now, rows, unexpected, complete)


GOOD = _row(*[CellState.OK] * 4)
BAD = _row(CellState.OK, CellState.OK, CellState.FAILED, CellState.WARNING)


def test_a_row_is_as_bad_as_its_worst_cell_and_a_run_as_its_worst_row() -> None:
    assert GOOD.state is CellState.OK
    assert BAD.state is CellState.FAILED
    assert BAD.cell(Aspect.METADATA).state is CellState.FAILED
    assert _verdict(GOOD, GOOD).passed
    assert _verdict(GOOD, BAD).state is CellState.FAILED


def test_a_cancelled_run_never_passes() -> None:
    assert _verdict(GOOD, complete=False).state is CellState.NOT_CHECKED
    assert not _verdict(GOOD, complete=False).passed


def test_a_document_that_nobody_expected_asks_for_a_look_but_hides_no_fault() -> None:
    stranger = (Finding("D1", Severity.WARNING, SAID, SAID),)

    assert _verdict(GOOD, unexpected=stranger).state is CellState.WARNING
    assert _verdict(BAD, unexpected=stranger).state is CellState.FAILED


def test_roles_of_the_log_are_said_in_words_and_unknown_ones_stay() -> None:
    assert role_words("archivist, auditor", Language.FI) == "arkistonhoitaja, lokin valvoja"
    assert role_words("keeper", Language.EN) == "keeper"
    assert role_words("", Language.EN) == ""


def test_a_backup_card_with_a_registration_number_is_its_professionals() -> None:
    number = "00990000017"
    professional = Identity.on_card(number, CardType.PROFESSIONAL)
    assert Identity.on_card(number, CardType.BACKUP) == professional
    assert Identity.on_card(number, CardType.STAFF) != professional
    assert Identity.on_card("990000041", CardType.BACKUP) == Identity.on_card(
        "990000041", CardType.STAFF
    )
