"""The verdict for programs and for the terminal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.deployment.export import matrix_lines, verdict_json
from kanta_desk.deployment.run import DeploymentRun
from kanta_desk.model.deployment import Verdict
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.text import Language
from tests.helpers.deployment import (
    NOT_A_TEST_PERSON,
    NOW,
    OWN_REGISTER,
    TEXT,
    InMemoryArchive,
    checks,
    document,
    expected,
    oid,
    plan,
)


@pytest.fixture
def verdict(tmp_path: Path) -> Verdict:
    content = tmp_path / "paatos.txt"
    content.write_text(TEXT, encoding="utf-8")
    held = [document(1), document(2, TEXT.replace("14,50", "14,60"), retention_class=None)]
    source = InMemoryArchive({OWN_REGISTER: [*held, document(7)]})
    wanted = plan(*(expected(n, content) for n in (1, 2, 3)))
    return DeploymentRun(wanted, source, checks(), lambda: NOW).run()


def test_the_machine_form_names_each_fault_by_row_and_aspect(verdict: Verdict) -> None:
    said = json.loads(verdict_json(verdict))
    assert (said["format"], said["state"], said["passed"]) == (
        "kanta-desk-verdict-1",
        "failed",
        False,
    )
    assert {row["key"]: row["states"] for row in said["rows"]} == {
        "A1": dict.fromkeys(("archived", "register", "metadata", "content"), "ok"),
        "A2": {"archived": "ok", "register": "ok", "metadata": "failed", "content": "failed"},
        "A3": {"archived": "failed"}
        | dict.fromkeys(("register", "metadata", "content"), "not checked"),
    }
    second = said["rows"][1]["cells"]
    assert [f["rule"] for f in second["metadata"]["findings"]] == ["KV-REQ"]
    (difference,) = second["content"]["differences"]
    assert (difference["expected"], difference["found"]) == ("14,50", "14,60")
    assert [f["place"] for f in said["unexpected"]] == [oid(7).value]
    assert said["started"] == "2026-11-20T12:00:00+00:00"
    assert said["plan"]["test_day"] == "2026-11-20"


def test_the_machine_form_names_test_persons_and_masks_everybody_else(verdict: Verdict) -> None:
    assert '"client": "010181-900C"' in verdict_json(verdict).decode()

    row = verdict.rows[0]
    other = replace(row.expected, client_id=Henkilotunnus.parse(NOT_A_TEST_PERSON))
    data = verdict_json(replace(verdict, rows=(replace(row, expected=other),))).decode()
    assert NOT_A_TEST_PERSON not in data
    assert f"{NOT_A_TEST_PERSON[:7]}****" in data


def test_the_matrix_stands_in_columns(verdict: Verdict) -> None:
    head, first, second, third, *_ = matrix_lines(verdict, Language.FI)
    for word in ("Arkistoitu", "Rekisteri", "Kuvailutiedot", "Sisältö"):
        assert word in head
    assert first.count("✓ kunnossa") == 4
    assert second.index("virhe") == head.index("Kuvailutiedot")
    assert third.count("– ei tarkastettu") == 3


def test_the_matrix_ends_with_the_unexpected_and_the_result(verdict: Verdict) -> None:
    lines = matrix_lines(verdict, Language.SV)
    assert lines[-1] == "✗ Inte godkänt"
    assert lines[-3].startswith("1 handling")
    assert oid(7).value in lines[-2]


def test_a_title_cannot_steer_the_terminal(verdict: Verdict) -> None:
    row = verdict.rows[0]
    evil = replace(row.expected, title="\x1b[2J" + "pitkä otsikko " * 10)
    lines = matrix_lines(replace(verdict, rows=(replace(row, expected=evil),)), Language.FI)
    assert not any("\x1b" in line for line in lines)
    assert "…" in lines[1]
