"""Plans and mappings as files to send and keep, and the templates."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kanta_desk.deployment.mapping_store import (
    file_name,
    keep_mapping,
    kept_mappings,
    read_mapping,
    write_mapping,
)
from kanta_desk.deployment.plan import look_at, read_plan
from kanta_desk.deployment.plan_write import write_plan
from kanta_desk.deployment.template import write_template
from kanta_desk.errors import PlanUnreadable, SourceMissing
from kanta_desk.model.deployment import KIND_NAMES, TestKind
from kanta_desk.model.planning import Column, ColumnMapping, Fact
from kanta_desk.model.terms.plan_template import COLUMN_HELP, FACT_HELP
from kanta_desk.model.text import Language

CSV = """\
# nimi: Koe
# kokeen laji: rekisterinkäyttöoikeus
# koepäivä: 20.11.2026
# järjestelmä: Hoivaa
# tuottajan järjestelmä: Hoivaa
# tuottajan rekisteri: 1.2.246.10.1.19.0
# järjestäjän rekisteri: 1.2.246.10.2.19.0
avain;hetu;oid;alkuperäinen asiakirja;otsikko;tyyppi;palvelutehtävä;palveluprosessi;asiatunnus;\
luontiaika;versio;rekisterinpitäjä;järjestäjä;tuottaja;toteuttaja;rakenne;tiedosto;sisältö;\
ei saa löytyä;ei rekisterissä;määrä;alkaen
A1;010181-900C;1.2.246.10.1.11.1;1.2.246.10.1.11.0;Päätös;11012;11;1;AS-1;20.11.2026 10.05;2;\
1.2.246.10.2.19.0;1.2.246.10.2.10.1;1.2.246.10.1.10.1;1.2.246.10.1.10.2;\
1.2.246.537.6.1506.11012.2023.9.27;a.txt;;;1.2.246.10.1.19.0;;
A2;1.2.246.10.22334458.22.2026 00000009001;;;;11012;;;;;;;;;;;;Teksti;kyllä;;;
L1;;;;;11012;;;;;;;;;;;;;;;120;1.1.2020
"""


def written(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("Päätös", encoding="utf-8")
    path = folder / "koe.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_a_plan_written_reads_as_it_was(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path))
    path = write_plan(plan, tmp_path / "plan.json")
    again = read_plan(path)
    sha256 = hashlib.sha256("Päätös".encode()).hexdigest()
    assert [replace(d, place="") for d in again.documents] == [
        replace(d, place="", source_sha256=sha256 if d.source else "") for d in plan.documents
    ]
    assert [replace(c, place="") for c in again.counts] == [
        replace(c, place="") for c in plan.counts
    ]
    assert replace(again, path=plan.path, sha256="", documents=(), counts=()) == replace(
        plan, sha256="", documents=(), counts=()
    )


def test_the_same_plan_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        plan = read_plan(written(tmp_path / name))
        files.append(write_plan(plan, tmp_path / name / "plan.json").read_bytes())
    assert files[0] == files[1]


def test_a_plan_written_elsewhere_takes_its_sources_along(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path / "vienti"))
    (tmp_path / "lähetys").mkdir()
    path = write_plan(plan, tmp_path / "lähetys" / "plan.json")
    source = read_plan(path).documents[0].source
    assert source == tmp_path / "lähetys" / "sources" / "a.txt"
    assert source.read_text(encoding="utf-8") == "Päätös"


def test_a_source_that_has_gone_is_told(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SourceMissing):
        write_plan(plan, tmp_path / "plan.json")
    assert not (tmp_path / "plan.json").exists()


MAPPING = ColumnMapping(
    "Hoivaa 7 / Itä",
    {"Koodi A": Column.CLIENT, "Huom": None},
    {Column.CONTROLLER: "1.2.246.10.1.19.0"},
    {Fact.VENDOR: "Ohjelma Oy"},
)


def test_a_mapping_is_kept_by_its_system_and_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "mappings"
    keep_mapping(folder, replace(MAPPING, columns={}))
    path = keep_mapping(folder, MAPPING)
    assert path.name == file_name(MAPPING.system)
    assert kept_mappings(folder) == (MAPPING,)
    assert read_mapping(write_mapping(tmp_path / "lähetys.mapping.json", MAPPING)) == MAPPING


def test_systems_with_names_alike_have_files_of_their_own() -> None:
    names = {file_name(name) for name in ("Saga 1", "Saga/1", "Saga-1", "?", "")}
    assert len(names) == 5


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"format": "kanta-desk-mapping-1"}', b"\xff", b"[" * 5000,
     b'{"format": "kanta-desk-mapping-1", "system": "x", "columns": [{"header": 1}]}',
     b'{"format": "kanta-desk-mapping-1", "system": "x", "columns": [], "extra": 1}'],
)  # fmt: skip
def test_what_is_no_mapping_is_refused_and_among_kept_ones_passed_over(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.mapping.json"
    path.write_bytes(content)
    with pytest.raises(PlanUnreadable):
        read_mapping(path)
    assert kept_mappings(tmp_path) == ()
    assert kept_mappings(tmp_path / "poissa") == ()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_template_is_understood_whole_and_empty_until_filled(
    tmp_path: Path, language: Language, suffix: str
) -> None:
    path = write_template(tmp_path / f"pohja{suffix}", language)
    export = look_at(path)
    assert export is not None
    assert export.is_sure
    assert len(export.sheets[0].columns) == 19
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    assert caught.value.faults[0].reason == "no documents"


@pytest.mark.parametrize("language", list(Language))
def test_a_filled_template_is_a_plan(tmp_path: Path, language: Language) -> None:
    path = write_template(tmp_path / "pohja.xlsx", language)
    book = openpyxl.load_workbook(path)
    documents, counts, test, _ = book.worksheets
    documents.append(["A1", "010181-900C"])
    counts.append(["L1", 12])
    test["B2"] = KIND_NAMES[TestKind.OLD_DOCUMENTS].of(language)
    test["B5"] = "Hoivaa"
    book.save(path)
    plan = read_plan(path)
    assert [d.key for d in plan.documents] == ["A1"]
    assert [c.number for c in plan.counts] == [12]
    assert (plan.kind, plan.system) == (TestKind.OLD_DOCUMENTS, "Hoivaa")


def test_every_column_and_fact_is_explained() -> None:
    assert set(COLUMN_HELP) == set(Column)
    assert set(FACT_HELP) == set(Fact)
