"""The runs of deployment tests by the commands: listed, run again, compared, decided on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kanta_desk.cli.program import Status
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.deployment import NOT_A_TEST_PERSON

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def plan() -> Path:
    """One row in order and one with a fault of the practice plan, beside their sources."""
    run("card", "--practice")  # makes the practice set
    folder = Paths.of_system().data / "practice" / "plan"
    lines = (folder / "plan.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    few = folder / "few.csv"
    kept = (line for line in lines if line[0] != "K" or line[:3] in ("K01", "K10"))
    few.write_text("".join(kept), encoding="utf-8")
    return few


def told(capsys: Captured, *arguments: str, status: int = Status.DONE) -> Any:
    """The JSON that a command on the practice set writes."""
    assert run(*arguments, "--practice", "--json") == status
    return json.loads(capsys.readouterr().out)


def test_a_run_is_listed_run_again_compared_and_decided_on(capsys: Captured, plan: Path) -> None:
    first = told(capsys, "verify", str(plan), status=Status.FOUND_WRONG)
    again = told(capsys, "runs", "again", status=Status.FOUND_WRONG)
    runs = told(capsys, "runs", "list")
    assert [r["run_id"] for r in runs[:2]] == [again["run_id"], first["run_id"]]
    assert runs[0]["continues"] == first["run_id"]
    assert {r["state"] for r in runs} == {"complete"}
    changes = told(capsys, "runs", "changes", first["run_id"][:8], again["run_id"][:8])
    assert (changes["rows"], changes["before"]) == ([], first["run_id"])
    status = run(
        "runs", "decide", again["run_id"][:8], "K10", "metadata", "accepted",
        "--reason", "sovittu toimittajan kanssa", "--practice",
    )  # fmt: skip
    assert status == Status.DONE
    capsys.readouterr()
    shown = told(capsys, "runs", "show", status=Status.FOUND_WRONG)
    assert shown["run_id"] == again["run_id"]
    assert "sovittu toimittajan kanssa" in json.dumps(shown, ensure_ascii=False)
    assert run("runs", "decide", "x", "K10", "title", "accepted", "--practice") == (
        Status.COULD_NOT_RUN
    )


def test_the_papers_of_a_run_are_written_with_its_decisions(
    capsys: Captured, plan: Path, tmp_path: Path
) -> None:
    report = tmp_path / "papers" / "koe.pdf"
    status = run(
        "verify", str(plan), "--practice", "--lang", "fi", "--report", str(report),
        "--annex", "--xlsx", "--verdict", "--mail", "--sign",
        "--performer", "Tiina Työntekijä", "--production-start", "2026-12-01",
    )  # fmt: skip
    assert status == Status.FOUND_WRONG
    names = ["koe-liite.pdf", "koe.eml", "koe.json", "koe.pdf", "koe.xlsx"]
    assert sorted(path.name for path in report.parent.iterdir()) == names
    assert "koe-liite.pdf" in capsys.readouterr().err
    assert b"/ETSI.CAdES.detached" in report.read_bytes()
    assert b"koe-liite.pdf" in (report.parent / "koe.eml").read_bytes()
    book = load_workbook(report.parent / "koe.xlsx")
    said = {str(value) for row in book.worksheets[0].values for value in row}
    assert "Tiina Työntekijä" in said
    kept = json.loads((report.parent / "koe.json").read_bytes())["run_id"]

    assert run("runs", "decide", kept, "K10", "metadata", "fault", "--reason", "x", "--practice",
               ) == Status.DONE  # fmt: skip
    again = tmp_path / "again.pdf"
    assert run("runs", "report", kept, "--report", str(again), "--verdict", "--practice") == (
        Status.DONE
    )
    verdict = json.loads(again.with_suffix(".json").read_bytes())
    assert verdict["decisions"][0]["ruling"] == "fault"
    assert again.read_bytes().startswith(b"%PDF-1.7")


def test_other_papers_need_a_report_to_stand_beside(capsys: Captured, plan: Path) -> None:
    assert run("verify", str(plan), "--practice", "--xlsx") == Status.COULD_NOT_RUN
    assert run("runs", "report", "--practice") == Status.COULD_NOT_RUN
    assert "--report" in capsys.readouterr().err


def test_clients_who_may_be_real_stop_the_test_until_a_basis_is_given(
    capsys: Captured, plan: Path
) -> None:
    real = plan.with_name("real.csv")
    real.write_text(
        plan.read_text(encoding="utf-8").replace("010181-900C", NOT_A_TEST_PERSON),
        encoding="utf-8",
    )
    assert run("verify", str(real), "--practice", "--lang", "fi") == Status.COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "KD-8004" in said
    assert "real.csv" in said
    assert NOT_A_TEST_PERSON not in said
    verdict = told(
        capsys, "verify", str(real), "--real-clients", "lupa 12/2026", status=Status.FOUND_WRONG
    )
    assert verdict["complete"]


def test_without_a_run_there_is_nothing_to_go_on_with(capsys: Captured) -> None:
    assert run("runs", "resume", "--practice", "--lang", "fi") == Status.COULD_NOT_RUN
    assert "KD-8005" in capsys.readouterr().err
