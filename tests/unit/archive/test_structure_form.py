"""What a structure's fields are called and mean, as Sosmeta's annotations tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.structures import Structure, Structures, head_of
from kanta_desk.model.structure import NO_TEXT, FieldKind, StructureField, StructureForm
from tests.helpers.imports import (
    STRUCTURE,
    a_structure,
    named,
    said,
    structure_files,
    structures_at_hand,
)


@pytest.fixture(scope="module")
def form() -> StructureForm:
    return Structure.parse(orjson.dumps(a_structure()), "s.json").form


def at(form: StructureForm, path: str) -> StructureField:
    found = form.at(path)
    assert found is not None
    return found


def test_a_structure_says_what_it_is(form: StructureForm) -> None:
    head = form.head
    assert (head.title.fi, head.title.sv) == ("Koeasiakirja", "Provhandling")
    assert (head.system, head.code) == ("1.2.246.537.6.1506", "99001")
    assert head.version == date(2026, 1, 15)
    assert head.family == "1.2.246.537.6.1506.99001"
    assert head_of(orjson.dumps(a_structure()), "s.json") == head


def test_fields_stand_in_the_order_of_the_definition_and_not_of_the_schema(
    form: StructureForm,
) -> None:
    assert [field.key for field in form.root.children[0].children] == ["asiakas", "lopuksi"]
    client = at(form, "/koeasiakirja/asiakas")
    assert [field.key for field in client.children] == ["sukunimi", "rooli"]


def test_a_field_has_its_own_title_or_else_its_name(form: StructureForm) -> None:
    client = at(form, "/koeasiakirja/asiakas")
    assert (client.label.fi, client.name.fi) == ("Hakija", "Asiakas")
    assert client.repeatable
    assert client.required
    assert at(form, "/koeasiakirja/lopuksi").hidden


def test_places_in_lists_and_parts_of_values_lead_to_their_field(form: StructureForm) -> None:
    role = at(form, "/koeasiakirja/asiakas/3/rooli")
    assert at(form, "/koeasiakirja/asiakas/0/rooli/display") is role
    assert form.at("") is form.root
    assert form.at("/koeasiakirja/muu") is None


def test_a_code_tells_its_system_and_the_names_of_what_is_allowed(form: StructureForm) -> None:
    role = at(form, "/koeasiakirja/asiakas/0/rooli")
    assert role.kind is FieldKind.CODE
    assert role.system == "1.2.246.537.6.1284"
    assert role.system_name.fi == "Sosiaalihuolto - Rooli"
    assert {value.code: value.name.fi for value in role.values} == {
        "31": "Huoltaja",
        "1": "Isä",
        "32": "Edunvalvoja",
    }
    assert role.name_of("99") == NO_TEXT
    assert not role.children


def test_a_form_number_is_no_title_and_a_dash_is_no_text() -> None:
    schema = a_structure()
    root = schema["properties"]["koeasiakirja"]["properties"]
    root["versio"] = {"type": "object", "properties": {}} | named(
        "Versiotunnus", title=said("LSAK-01-THL-2019-12-01-fi"), description=said("-")
    )
    field = Structure.parse(orjson.dumps(schema), "s.json").form.at("/koeasiakirja/versio")
    assert field is not None
    assert field.label.fi == "Versiotunnus"
    assert field.description == NO_TEXT


def test_annotations_that_are_not_there_leave_their_places_empty() -> None:
    schema = {
        "type": "object",
        "sosmeta": {"oid": STRUCTURE},
        "properties": {"jokin_asia": {"type": "string"}, "b": {"type": "array", "items": {}}},
    }
    form = Structure.parse(orjson.dumps(schema), "s.json").form
    first = at(form, "/jokin_asia")
    assert (first.label.fi, first.kind) == ("Jokin asia", FieldKind.TEXT)
    assert at(form, "/b").repeatable


def test_faults_and_fields_go_by_the_same_paths() -> None:
    structure = Structure.parse(orjson.dumps(a_structure()), "s.json")
    (fault,) = structure.faults({"koeasiakirja": {"asiakas": [{"rooli": {}}]}})
    assert fault.reason == "missing"
    assert at(structure.form, fault.path).label.fi == "Sukunimi"


def test_the_first_folder_counts_where_two_have_the_same(tmp_path: Path) -> None:
    first = structure_files(tmp_path)
    second = tmp_path / "b"
    second.mkdir()
    later = a_structure(STRUCTURE, "Toinen")
    (second / f"{STRUCTURE}.json").write_bytes(orjson.dumps(later))
    found = Structures(first, second).find(STRUCTURE)
    assert found is not None
    assert found.form.head.title.fi == "Koeasiakirja"


def test_every_structure_at_hand_is_read_with_kinds_and_titles(tmp_path: Path) -> None:
    structures = Structures(structures_at_hand(tmp_path))
    assert structures.files
    for path in structures.files:
        structure = structures.find(path.stem)
        assert structure is not None
        fields = list(_all(structure.form.root))
        assert structure.form.head.title.fi
        assert structure.form.head.version is not None
        assert all(field.label.fi and field.label.sv for field in fields[1:])
        assert not [field.key for field in fields if field.kind is FieldKind.OTHER]
        listed = [v for field in fields for v in field.values]
        assert sum(bool(value.name.fi) for value in listed) >= len(listed) - 1


def _all(field: StructureField) -> list[StructureField]:
    return [field, *(below for each in field.children for below in _all(each))]
