"""A structured form to read: by its definition, and plain where that is not at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.archive.structures import Structure
from kanta_desk.desk import structured
from kanta_desk.desk.structured import FormLine, Mark, ReadableForm, readable_form
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, Document
from kanta_desk.model.text import Language
from tests.helpers import opened
from tests.helpers.imports import structures_at_hand

OID = "1.2.246.537.6.1506.99999.2026.1.1"


def field(fi: str, sv: str = "", **more: object) -> dict[str, object]:
    """One field of a definition, in the manner of THL's."""
    about = {"name": [{"lang": "fi", "value": fi}, {"lang": "sv", "value": sv or fi}]}
    flags = ("hiddenField", "rowNumber", "hiddenTitle")
    said = {key: more.pop(key) for key in flags if key in more}
    if kind := more.pop("kind", None):
        about["representation"] = [{"lang": "fi", "value": str(kind)}]
    return {"type": "string", "sosmeta": about | said, **more}


KIND = {"code": {"type": "string"}, "display": {"type": "string"}}
FIELDS = {
    "laatija": field("Laatija", "Upprättad av", rowNumber=4),
    "paiva": field("Päätöspäivä", "Beslutsdag", kind="Pvm", rowNumber=1),
    "laji": field("Ratkaisun laji", "Beslutets art", kind="Koodi", rowNumber=2, type="object",
                  properties=KIND),
    "tunnit": field("Tunnit", "Timmar", type="number", rowNumber=3),
    "sisainen": field("Sisäinen", hiddenField=True, rowNumber=5),
    "liitteet": field("Liite", type="array", rowNumber=6, items={"type": "string"}),
}  # fmt: skip
ROOT = field("Päätös", "Beslut", type="object", required=["tunnit", "laatija"], properties=FIELDS)
DEFINITION = {
    "type": "object",
    "sosmeta": {"oid": OID},
    "required": ["paatos"],
    "properties": {"paatos": ROOT},
}
STRUCTURE = Structure.parse(json.dumps(DEFINITION).encode(), "test")


def read(value: object, *, known: bool = True, language: Language = Language.FI) -> ReadableForm:
    document = opened.structured(value)
    return readable_form(document, STRUCTURE if known else None, lambda _: "nimetty", language)


def lines(form: ReadableForm) -> Iterator[tuple[str, str, Mark]]:
    return ((line.label, line.value, line.mark) for line in form.lines)


WHOLE = {
    "paatos": {
        "liitteet": ["a", "b"],
        "laatija": "Maija",
        "tunnit": 14.5,
        "laji": {"code": "1", "display": "myönteinen"},
        "paiva": "2026-03-09",
        "sisainen": "x",
    }
}


def test_fields_stand_in_the_definitions_order_under_its_titles() -> None:
    assert list(lines(read(WHOLE))) == [
        ("Päätös", "", Mark.HEADING),
        ("Päätöspäivä", "9.3.2026", Mark.PLAIN),
        ("Ratkaisun laji", "myönteinen", Mark.PLAIN),
        ("Tunnit", "14.5", Mark.PLAIN),
        ("Laatija", "Maija", Mark.PLAIN),
        ("Sisäinen", "x", Mark.PLAIN),
        ("Liite 1", "a", Mark.PLAIN),
        ("Liite 2", "b", Mark.PLAIN),
    ]


def test_titles_are_in_the_readers_language() -> None:
    labels = [label for label, _, _ in lines(read(WHOLE, language=Language.SV))]

    assert labels[:4] == ["Beslut", "Beslutsdag", "Beslutets art", "Timmar"]


def test_a_hidden_field_is_there_but_marked() -> None:
    assert [line.label for line in read(WHOLE).lines if line.hidden] == ["Sisäinen"]


def test_a_code_tells_what_is_behind_its_name() -> None:
    (line,) = (line for line in read(WHOLE).lines if line.label == "Ratkaisun laji")

    assert line.note == "1"


def test_what_is_demanded_and_not_there_is_told_in_its_place() -> None:
    form = read({"paatos": {"paiva": "2026", "laatija": "M"}})

    assert list(lines(form))[1:] == [
        ("Päätöspäivä", "2026", Mark.PLAIN),
        ("Tunnit", "", Mark.MISSING),
        ("Laatija", "M", Mark.PLAIN),
    ]


def test_what_the_definition_does_not_know_is_shown_and_marked() -> None:
    form = read({"paatos": {"tunnit": 1, "laatija": "M", "uusi_kentta": {"a": "1"}}, "muu": "x"})

    unknown = [(line.label, line.value) for line in form.lines if line.mark is Mark.UNKNOWN]
    assert unknown == [("Uusi kentta", ""), ("A", "1"), ("Muu", "x")]


def test_a_value_that_is_not_as_defined_is_marked_with_why() -> None:
    form = read({"paatos": {"tunnit": "monta", "laatija": "M"}})

    (line,) = (line for line in form.lines if line.label == "Tunnit")
    assert (line.mark, line.reason, line.value) == (Mark.FAULTY, "type", "monta")


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2026-05", "5/2026"), ("2026", "2026"), ("2026-13-45", "2026-13-45"), ("eilen", "eilen")],
)
def test_partial_days_are_shown_as_they_are_known(written: str, shown: str) -> None:
    assert ("Päätöspäivä", shown, Mark.PLAIN) in lines(read({"paatos": {"paiva": written}}))


def test_without_a_definition_the_form_is_plain_and_says_which_it_wants() -> None:
    form = read(
        {
            "palvelupaatos": {
                "ratkaisun_laji": {"system": "urn:oid:1.2", "code": "1", "display": "myönteinen"},
                "asiatunnus": {"system": "urn:oid:1.3", "value": "HE-1"},
                "turvakielto": False,
                "rivit": [{"tunnit": 14.5}, {"tunnit": None}],
            }
        },
        known=False,
    )

    assert form.oid == ""
    assert form.wanted
    assert [(x.depth, x.label, x.value, x.note) for x in form.lines] == [
        (0, "Palvelupaatos", "", ""),
        (1, "Ratkaisun laji", "myönteinen", "1 · urn:oid:1.2"),
        (1, "Asiatunnus", "HE-1", "urn:oid:1.3"),
        (1, "Turvakielto", "ei", ""),
        (1, "Rivit 1", "", ""),
        (2, "Tunnit", "14.5", ""),
        (1, "Rivit 2", "", ""),
        (2, "Tunnit", "", ""),
    ]


def test_a_form_that_is_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structured, "MAX_LINES", 10)

    form = read({"rivi": ["x"] * 50}, known=False)
    assert len(form.lines) == 10
    assert form.is_cut


def test_several_forms_of_a_document_are_all_shown() -> None:
    two = opened.document((JSON, b'{"a": 1}'), (JSON, b'{"b": 2}'))

    form = readable_form(two, None, lambda _: "", Language.FI)
    assert form.lines == (
        FormLine(0, "A", "1", path="/a"),
        FormLine(0, "B", "2", path="/b"),
    )


@pytest.mark.parametrize(
    "document", [opened.document((JSON, b"{")), opened.document(("text/plain", b"x"))]
)
def test_what_cannot_be_read_is_a_bad_document(document: Document) -> None:
    with pytest.raises(BadDocument):
        readable_form(document, None, lambda _: "", Language.FI)


def test_every_structure_at_hand_tells_what_an_empty_document_lacks(tmp_path: Path) -> None:
    for path in sorted(structures_at_hand(tmp_path).glob("*.json"))[::6]:
        structure = Structure.parse(path.read_bytes(), path.name)
        root = structure.form.root.children[0]
        form = readable_form(
            opened.structured({root.key: {}}), structure, lambda _: "", Language.SV
        )
        required = {child.label.sv for child in root.children if child.required}
        assert {line.label for line in form.lines if line.mark is Mark.MISSING} == required
