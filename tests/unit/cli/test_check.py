"""`check` over files, as a client system's vendor uses it."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from kanta_desk.archive.profile import MessageProfile
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
    return next(iter(seeded(SeedSet.load())))


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
