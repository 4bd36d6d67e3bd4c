"""A structured form against its structure, and structures that cannot be followed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from kanta_desk.archive.structures import MAX_FAULTS, Structure, Structures
from kanta_desk.errors import SettingsUnreadable

OID = "1.2.246.537.6.1506.1.2026.1.1"
NAMED = {"sosmeta": {"name": [{"lang": "fi", "value": "Aika"}, {"lang": "sv", "value": "Tid"}]}}


def structure(**words: Any) -> Structure:
    schema = {"type": "object", "sosmeta": {"oid": OID}, "additionalProperties": False} | words
    return Structure.parse(orjson.dumps(schema), "s.json")


FORM = structure(
    required=["a"],
    properties={
        "a": {"type": "string", "minLength": 1, "pattern": "^[0-9]{4}$"} | NAMED,
        "b": {"type": "array", "minItems": 1, "items": {"type": "number"}},
        "c": {"enum": ["x", "y"], "type": "string"},
        "d": {"type": "boolean"},
    },
)


@pytest.mark.parametrize(
    "value", [{"a": "2026"}, {"a": "2026", "b": [1, 2.5], "c": "y", "d": True}]
)
def test_what_follows_has_no_faults(value: object) -> None:
    assert FORM.faults(value) == ()


@pytest.mark.parametrize(
    ("value", "path", "reason"),
    [
        ([], "", "type"),
        ({}, "/a", "missing"),
        ({"a": ""}, "/a", "empty"),
        ({"a": "26"}, "/a", "form"),
        ({"a": 2026}, "/a", "type"),
        ({"a": "2026", "b": []}, "/b", "too few"),
        ({"a": "2026", "b": [1, True]}, "/b/1", "type"),
        ({"a": "2026", "c": "z"}, "/c", "not allowed"),
        ({"a": "2026", "e": 1}, "/e", "unknown"),
    ],
)
def test_what_does_not_follow_is_told_with_its_place(value: object, path: str, reason: str) -> None:
    (fault,) = FORM.faults(value)
    assert (fault.path, fault.reason) == (path, reason)


def test_a_fault_is_told_by_the_fields_own_name() -> None:
    (fault,) = FORM.faults({})
    assert (fault.name.fi, fault.name.sv) == ("Aika", "Tid")


def test_faults_without_end_are_cut_short() -> None:
    assert len(FORM.faults({str(n): n for n in range(1000)})) == MAX_FAULTS


@pytest.mark.parametrize(
    "words",
    [
        {"allOf": []},
        {"$ref": "http://a.example/"},
        {"type": "thing"},
        {"properties": []},
        {"minItems": "1"},
        {"pattern": "("},
        {"pattern": 5},
        {"pattern": "^(a+)+$"},
        {"pattern": "^(a|a)*$"},
        {"pattern": "^((a)+)+$"},
        {"sosmeta": {}},
        {"additionalProperties": {}},
    ],
)
def test_a_structure_with_a_word_that_is_not_known_is_refused(words: dict[str, Any]) -> None:
    with pytest.raises(SettingsUnreadable):
        structure(**words)


def test_patterns_in_the_manner_of_thl_are_kept() -> None:
    pattern = r"^urn:oid:1\.2\.246(\.\d+)*$"
    made = structure(properties={"a": {"type": "string", "pattern": pattern}})
    assert made.faults({"a": "urn:oid:1.2.246.5.6"}) == ()
    assert [fault.reason for fault in made.faults({"a": "urn:oid:1.2.246.x"})] == ["form"]


def test_structures_are_found_by_the_name_of_their_file(tmp_path: Path) -> None:
    schema = {"type": "object", "sosmeta": {"oid": OID}}
    (tmp_path / f"{OID}.json").write_bytes(orjson.dumps(schema))
    (tmp_path / "1.2.json").write_bytes(orjson.dumps(schema))
    folder = Structures(tmp_path)
    found = folder.find(OID)
    assert found is not None
    assert found.oid == OID
    assert folder.find("1.2.3") is None
    with pytest.raises(SettingsUnreadable):
        folder.find("1.2")
