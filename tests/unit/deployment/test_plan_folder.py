"""Plans from folders of exported files: what names and contents tell, and what is left out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.deployment import plan_folder
from kanta_desk.deployment.plan import plan_of_folder, read_plan
from kanta_desk.errors import PlanUnreadable
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.planning import Column
from tests.helpers.deployment import NOT_A_TEST_PERSON
from tests.helpers.pdfs import broken_pdf
from tests.helpers.plans import docx

HETU, OTHER = "010181-900C", "010594Y9032"
OID = "1.2.246.10.22334458.11.2026.7"


def type_of(name: str) -> str:
    return {"palvelupäätös": "11012", "11012": "11012"}.get(name.casefold(), "")


def put(folder: Path, name: str, content: str | bytes = "Sisältö") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_named_by_client_with_files_named_by_time_and_type(tmp_path: Path) -> None:
    put(tmp_path, f"{HETU}/20261120_1005_palvelupäätös_v2.txt")
    put(tmp_path, f"{OTHER}/2026-11-21 muu asia.txt")
    plan, found = plan_of_folder(tmp_path, type_of)
    one, two = plan.documents
    assert str(one.client_id) == HETU
    assert one.created == datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
    assert (one.document_type, one.version) == ("11012", 2)
    assert one.source == tmp_path / HETU / "20261120_1005_palvelupäätös_v2.txt"
    assert len(one.source_sha256) == 64
    assert (str(two.client_id), two.document_type) == (OTHER, "")
    assert found is not None
    assert found.found[0].told_by[Column.CLIENT].en == "by its name"


def test_files_named_by_oid_whose_contents_tell_the_client(tmp_path: Path) -> None:
    put(tmp_path, f"{OID}.html", f"<p>Henkilötunnus: {HETU}</p><p>Luontiaika: 20.11.2026 10.05</p>")
    put(
        tmp_path,
        "1_2_246_10_22334458_11_2026_8.docx",
        docx("Päätös", ["Hetu", HETU], ["Rekisterinpitäjä", "1.2.246.10.22334458.19.0"]),
    )
    plan, found = plan_of_folder(tmp_path)
    by_oid = {d.document_oid: d for d in plan.documents}
    html, word = by_oid[Oid(OID)], by_oid[Oid("1.2.246.10.22334458.11.2026.8")]
    assert html.created == datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
    assert word.controller == Oid("1.2.246.10.22334458.19.0")
    assert found is not None
    assert {f.told_by[Column.CLIENT].en for f in found.found} == {"by its content"}


def test_a_heading_that_is_a_document_type_tells_it_and_a_number_names_the_row(
    tmp_path: Path,
) -> None:
    put(tmp_path, "K07.txt", f"Palvelupäätös\n\nHenkilötunnus: {HETU}\n")
    put(tmp_path, "muu.txt", f"Hetu: {HETU}\nEi ole palvelupäätös\n")
    plan, _ = plan_of_folder(tmp_path, type_of)
    assert [(d.key, d.document_type) for d in plan.documents] == [("K07", "11012"), ("2", "")]


def test_structured_files_tell_by_their_members(tmp_path: Path) -> None:
    client = {"henkilotunnus": {"system": "urn:oid:1.2.246.21", "value": HETU}}
    guardian = {"henkilotunnus": {"system": "urn:oid:1.2.246.21", "value": OTHER}}
    content = {"asiakas": [client], "huoltaja": [guardian], "asiakirjan_tunnus": OID}
    put(tmp_path, "a.json", json.dumps({"paatos": content}))
    (document,) = read_plan(tmp_path).documents
    assert (str(document.client_id), document.document_oid) == (HETU, Oid(OID))


def test_one_document_in_several_forms_is_one_row(tmp_path: Path) -> None:
    for suffix, content in ((".pdf", broken_pdf()), (".txt", b"x"), (".html", b"<p>x</p>")):
        put(tmp_path, f"{HETU}_paatos{suffix}", content)
    plan, found = plan_of_folder(tmp_path)
    assert [d.source.name for d in plan.documents if d.source] == [f"{HETU}_paatos.html"]
    assert found is not None
    assert [(p.name, p.reason.en) for p in found.passed] == [
        ("010181-****_paatos.pdf", "another form of the same document"),
        ("010181-****_paatos.txt", "another form of the same document"),
    ]


def test_what_is_not_recognised_is_listed_with_its_reason(tmp_path: Path) -> None:
    put(tmp_path, f"{HETU}.txt")
    put(tmp_path, "ei.txt", "ei mitään")
    put(tmp_path, "kaksi.txt", f"{HETU} ja {OTHER}")
    put(tmp_path, "rikki.pdf", b"%PDF")
    put(tmp_path, "kuva.png", b"x")
    put(tmp_path, ".piilossa.txt", HETU)
    plan, found = plan_of_folder(tmp_path)
    assert len(plan.documents) == 1
    assert found is not None
    assert {p.name: p.reason.en for p in found.passed} == {
        "ei.txt": "no identity code in name or content",
        "kaksi.txt": "several identity codes in the content, and the name does not tell which",
        "kuva.png": "files of this kind are not read",
        "rikki.pdf": "the file cannot be read",
    }


def test_a_name_goes_before_the_content(tmp_path: Path) -> None:
    put(tmp_path, f"{HETU}.txt", f"Äidin henkilötunnus: {OTHER}\nHenkilötunnus: {OTHER}")
    assert str(read_plan(tmp_path).documents[0].client_id) == HETU


def test_a_wrong_check_character_is_no_identity_code(tmp_path: Path) -> None:
    put(tmp_path, "010181-900D.txt")
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(tmp_path)
    assert caught.value.faults[0].reason == "no file recognised"


def test_an_own_plan_in_the_folder_is_the_plan(tmp_path: Path) -> None:
    put(tmp_path, f"{HETU}.txt")
    put(
        tmp_path,
        "plan.json",
        json.dumps({"format": "kanta-desk-plan-2", "name": "Oma", "documents": [{"client": HETU}]}),
    )
    assert read_plan(tmp_path).name == "Oma"


def test_real_clients_are_flagged_and_links_not_followed(tmp_path: Path) -> None:
    put(tmp_path, f"{NOT_A_TEST_PERSON}.txt")
    (tmp_path / f"{HETU}.txt").symlink_to(tmp_path / f"{NOT_A_TEST_PERSON}.txt")
    plan = read_plan(tmp_path)
    assert len(plan.documents) == len(plan.real_clients) == 1


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, f"{HETU}.txt")
    put(tmp_path, f"{OTHER}.txt")
    monkeypatch.setattr(plan_folder, "MAX_FILES", 1)
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(tmp_path)
    assert caught.value.faults[0].reason == "too many files"
