"""Code sets: names for codes, and what to say where there is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.text import Language

TODAY = date(2026, 11, 20)
OWN = """
format = "kanta-desk-codeset-1"
system = "1.2.246.537.6.99999.2026"
version = "2026"
verified = true
evidence = "test"
[name]
fi = "Koodisto"
[concepts]
"1" = { fi = "Yksi", sv = "Ett", en = "One", valid_to = 2025-12-31 }
"2" = { fi = "Kaksi" }
"""


@pytest.fixture(scope="module")
def shipped() -> CodeSets:
    """The snapshots that ship with the program."""
    return CodeSets.load()


def test_a_known_code_has_its_name_in_each_language(shipped: CodeSets) -> None:
    code = Code("20", CodeSystem.SERVICE_TASK, "jotain muuta")
    names = [shipped.name_of(code, TODAY, language) for language in Language]
    assert names == ["Vammaispalvelut", "Funktionshinderservice", "Disability services"]


def test_the_version_of_a_system_does_not_matter_for_the_name(shipped: CodeSets) -> None:
    code = Code("20", f"{CodeSystem.SERVICE_TASK}.202501")
    assert shipped.name_of(code, TODAY, Language.FI) == "Vammaispalvelut"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (
            Code("77", CodeSystem.SERVICE_TASK),
            "tuntematon koodi 77 (koodisto Sosiaalihuolto – Palvelutehtävä)",
        ),
        (
            Code("77", CodeSystem.SERVICE_TASK, "Muu"),
            "Muu – tuntematon koodi 77 (koodisto Sosiaalihuolto – Palvelutehtävä)",
        ),
        (Code("1", "1.2.3.4"), "tuntematon koodi 1 (koodisto 1.2.3.4)"),
        (Code("", "1.2.3.4"), "tuntematon koodi – (koodisto 1.2.3.4)"),
        (Code("1", ""), "tuntematon koodi 1 (koodisto –)"),
    ],
)
def test_an_unknown_code_is_shown_as_it_is_and_never_blank(
    shipped: CodeSets, code: Code, shown: str
) -> None:
    assert shipped.name_of(code, TODAY, Language.FI) == shown


def test_a_code_out_of_its_time_says_so_and_cannot_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    sets = CodeSets.load(tmp_path)
    code = Code("1", "1.2.246.537.6.99999")
    assert sets.name_of(code, TODAY, Language.FI) == "Yksi (ei voimassa)"
    assert sets.name_of(code, date(2025, 12, 31), Language.SV) == "Ett"
    assert [c.value for c in sets.concepts(code.system, TODAY)] == ["2"]
    assert sets.name_of(Code("2", code.system), TODAY, Language.EN) == "Kaksi"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kanta-desk-codeset-1", "x"),
        ("system =", "sistem ="),
        ('fi = "Yksi", ', ""),
        ("[name]", "["),
    ],
)
def test_a_snapshot_with_a_fault_is_refused_by_name(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "own.toml").write_text(OWN.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as told:
        CodeSets.load(tmp_path)
    assert "own.toml" in str(told.value.fields["place"])


def test_all_published_document_types_are_there(shipped: CodeSets) -> None:
    types = shipped.set_of(CodeSystem.DOCUMENT_TYPE)
    assert types is not None
    assert len(types.concepts) == 198
    assert types.concepts["15004"].name.fi == "Iäkkäiden palvelujen toteuttamissuunnitelma"


def test_all_seven_service_tasks_are_there(shipped: CodeSets) -> None:
    assert {c.name.fi for c in shipped.concepts(CodeSystem.SERVICE_TASK, TODAY)} == {
        "Iäkkäiden palvelut",
        "Lapsiperheiden palvelut",
        "Työikäisten palvelut",
        "Lastensuojelu",
        "Vammaispalvelut",
        "Perheoikeudelliset palvelut",
        "Päihde- ja riippuvuustyön erityiset palvelut",
    }


def test_what_is_invented_is_marked(shipped: CodeSets) -> None:
    for code_set in shipped.shipped.values():
        assert code_set.evidence
        for concept in code_set.concepts.values():
            if concept.value.startswith("STANDIN-"):
                assert not concept.verified, (code_set.system, concept.value)
