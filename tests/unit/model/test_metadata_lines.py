"""Metadata as lines to show: every field, its state, its words and the raw form behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.identifiers import Oid, TemporaryId
from kanta_desk.model.metadata_lines import FieldLine, FieldNames, FieldState, field_lines
from kanta_desk.model.text import Language
from tests.helpers.metadata import FULL

NAMES = FieldNames(Language.FI, lambda code: f"nimi {code.value}")


def line_of(metadata: DocumentMetadata, key: str) -> FieldLine:
    lines = [line for _, group in field_lines(metadata, NAMES) for line in group]
    return next(line for line in lines if line.field.key == key)


def test_a_code_has_its_name_and_its_raw_form() -> None:
    line = line_of(FULL, "document_type")

    assert line.value == "nimi 15004"
    assert line.raw == "15004 · 1.2.246.537.6.1506"


def test_a_required_field_without_a_value_is_missing_and_another_absent() -> None:
    bare = replace(FULL, retention_class=None, realm=None)

    assert line_of(bare, "retention_class").state is FieldState.MISSING
    assert line_of(bare, "realm").state is FieldState.ABSENT


def test_a_value_that_could_not_be_read_is_not_called_missing() -> None:
    line = line_of(replace(FULL, created=None, unreadable=("created",)), "created")

    assert line.state is FieldState.UNREADABLE


def test_every_field_of_the_model_has_a_line() -> None:
    lines = [line for _, group in field_lines(FULL, NAMES) for line in group]

    assert len({line.field.key for line in lines}) == len(lines) > 50
    assert all(line.value for line in lines if line.state is FieldState.GIVEN)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("security_ban", "kyllä"),
        ("title", "Iäkkäiden palvelujen toteuttamissuunnitelma"),
        ("document_type", "nimi 15004 (15004 · 1.2.246.537.6.1506)"),
        ("client_id", "010181-900C"),
        ("client_name", "Tessa Maria Testinen"),
        ("client_birth", "1.1.1981"),
        ("controller", "Rekisterinpitäjä (1.2.246.10.99999204.10.1)"),
        ("author", "Saara Kallio (00990000017 · 1.2.246.537.26)"),
        ("software", "Toimittaja Tuote 1.0"),
        ("created", "5.10.2026 10.02.11"),
        ("template_ids", "1.2.246.777.11.1, 1.2.246.777.11.2"),
        ("signature", "nimi 1 5.10.2026 10.02.00 (1 · 1.2.246.537.5.40161)"),
        ("version", "2"),
    ],
)
def test_a_value_and_its_raw_form_stand_on_one_line(key: str, said: str) -> None:
    assert line_of(FULL, key).in_one == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"security_ban": False}, "ei"),
        (
            {"client_id": TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")},
            "26000009417 (1.2.246.10.99999204.22.2026)",
        ),
    ],
)
def test_other_values_too(given: dict[str, Any], said: str) -> None:
    (key,) = given
    assert line_of(replace(FULL, **given), key).in_one == said


def test_a_temporary_identifier_goes_by_its_own_name() -> None:
    temporary = TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")

    assert line_of(FULL, "client_id").field.label.fi == "Henkilötunnus"
    shown = line_of(replace(FULL, client_id=temporary), "client_id")
    assert shown.field.label.fi == "Tilapäinen yksilöintitunnus"


@pytest.mark.parametrize(
    ("given", "registered", "said"),
    [
        ("", "", "1.2.246.10.99999204.10.5"),
        ("", "Rekisterin nimi", "Rekisterin nimi (1.2.246.10.99999204.10.5)"),
        ("Järjestäjä", "", "Järjestäjä (1.2.246.10.99999204.10.5)"),
        ("Järjestäjä", "järjestäjä ", "Järjestäjä (1.2.246.10.99999204.10.5)"),
        (
            "Järjestäjä",
            "Toinen",
            "Järjestäjä (rekisterissä Toinen) (1.2.246.10.99999204.10.5)",
        ),
    ],
)
def test_an_organisation_has_the_register_s_name_where_it_differs_or_lacks(
    given: str, registered: str, said: str
) -> None:
    assert FULL.organiser is not None
    names = FieldNames(Language.FI, str, lambda _: registered)
    metadata = replace(FULL, organiser=replace(FULL.organiser, name=given))
    lines = [line for _, group in field_lines(metadata, names) for line in group]
    assert next(line for line in lines if line.field.key == "organiser").in_one == said
