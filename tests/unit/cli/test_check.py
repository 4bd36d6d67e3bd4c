"""`check` over files, as a client system's vendor uses it."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.writing import write_document
from kanta_desk.practice.seed import SeededVersion, seeded
from kanta_desk.practice.seed_data import SeedSet
from tests.helpers.commands import run
from tests.helpers.pdfs import PDFA, broken_pdf

PROFILE = MessageProfile.load("standin-1")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with nothing set."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture(scope="module")
def version() -> SeededVersion:
    """A faultless document that nobody signed, and that does not say so either."""
    first = next(iter(seeded(SeedSet.load())))
    return replace(first, metadata=replace(first.metadata, signature=None))


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    return orjson.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def rules(value: dict[str, object]) -> list[str]:
    return [f["rule"] for file in value["files"] for f in file["findings"]]  # type: ignore[attr-defined, index]


def test_a_faultless_document_is_told_so(
    home: Path, version: SeededVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "a.xml").write_bytes(version.cda(PROFILE))
    assert run("check", str(home / "a.xml"), "--lang", "fi") == 0
    told = capsys.readouterr().out
    assert "ei havaintoja" in told
    assert "ei allekirjoitusta" in told


def test_a_fault_is_told_with_rule_source_and_status(
    home: Path, version: SeededVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = replace(version, metadata=replace(version.metadata, title=None))
    (home / "a.xml").write_bytes(wrong.cda(PROFILE))
    assert run("check", str(home / "a.xml"), "--json") == 1
    value = answer(capsys)
    assert rules(value) == ["KV-REQ"]


def test_a_frame_of_another_document_is_found(
    home: Path, version: SeededVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    content = base64.b64encode(version.cda(PROFILE)).decode()
    (home / "f.xml").write_text(
        '<RCMR_IN200002FI01 xmlns="urn:hl7-org:v3"><controlActProcess><subject><clinicalDocument>'
        '<id root="1.2.3"/><setId root="1.2.3"/><versionNumber value="1"/>'
        f'<text representation="B64">{content}</text></clinicalDocument></subject>'
        "</controlActProcess></RCMR_IN200002FI01>",
        encoding="utf-8",
    )
    assert run("check", str(home / "f.xml"), "--json") == 1
    assert {"FR-OID", "FR-SET"} <= set(rules(answer(capsys)))


def test_a_folder_is_gone_through_and_bare_forms_are_checked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = home / "files" / "below"
    folder.mkdir(parents=True)
    (folder / "good.pdf").write_bytes(PDFA)
    (folder / "bad.pdf").write_bytes(broken_pdf((b"/FontFile2", b"/Nothing")))
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert run("check", str(home / "files"), "--json") == 1
    value = answer(capsys)
    assert len(value["files"]) == 2  # type: ignore[arg-type]
    assert rules(value) == ["PD-FON"]


def test_a_file_that_is_no_document_is_a_finding_and_not_the_end(
    home: Path, version: SeededVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "a.xml").write_bytes(
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    )
    (home / "b.xml").write_bytes(version.cda(PROFILE))
    assert run("check", str(home / "a.xml"), str(home / "b.xml"), "--json") == 1
    assert rules(answer(capsys)) == ["FI-DOC"]


def test_a_foreign_document_is_read_as_far_as_it_goes(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An HL7 document of another country: why its body is not shown, and what its header lacks."""
    (home / "a.xml").write_text(
        '<ClinicalDocument xmlns="urn:hl7-org:v3"><realmCode code="US"/>'
        '<id root="2.16.840.1.113883.19.4" extension="c266"/><title>Consultation note</title>'
        '<setId root="2.16.840.1.113883.19.7"/><versionNumber value="1"/>'
        "<component><structuredBody><component><section><title>History</title>"
        "</section></component></structuredBody></component></ClinicalDocument>",
        encoding="utf-8",
    )
    assert run("check", str(home / "a.xml"), "--json") == 1
    value = answer(capsys)
    assert rules(value)[0] == "FI-DOC"
    assert {"KV-REQ", "KV-RLM"} <= set(rules(value))
    assert value["files"][0]["document"] == "2.16.840.1.113883.19.4"  # type: ignore[index]


@pytest.mark.parametrize("media_type", ["application/json", "application/xhtml+xml"])
def test_a_document_whose_form_is_broken_is_checked_by_its_header(
    home: Path, version: SeededVersion, capsys: pytest.CaptureFixture[str], media_type: str
) -> None:
    broken = [
        replace(each, data=b"{<") if each.media_type == media_type else each
        for each in version.payloads
    ]
    untitled = replace(version.metadata, title=None)
    (home / "a.xml").write_bytes(write_document(untitled, broken, PROFILE))
    assert run("check", str(home / "a.xml"), "--json") == 1
    assert rules(answer(capsys)) == ["FI-DOC", "KV-REQ"]


def test_a_bare_display_form_that_is_no_xhtml_is_not_called_empty(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "a.html").write_text("<html><body><p>Hei</body></html>", encoding="utf-8")
    assert run("check", str(home / "a.html"), "--json") == 1
    assert rules(answer(capsys)) == ["FI-DOC"]


def test_a_file_that_is_not_there_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(home / "none.xml")) == 2
    assert "KD-1007" in capsys.readouterr().err


def test_nothing_to_check_is_a_fault_of_use() -> None:
    assert run("check") == 2


def test_the_rules_are_listed_for_vendors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--rules", "--json") == 0
    listed = answer(capsys)["rules"]
    assert len(listed) >= 40  # type: ignore[arg-type]
    assert all(rule["source"] and rule["remedy"] for rule in listed)  # type: ignore[attr-defined, index]
