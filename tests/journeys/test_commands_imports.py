"""Importing by command on the practice set: signed in with the card, logged, seen by the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from tests.helpers.commands import run
from tests.helpers.imports import TASKS, code_file

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own: what is imported must not meet the other journeys."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_code_set_is_imported_listed_logged_and_removed(home: Path, capsys: Captured) -> None:
    path = code_file(home)
    assert run("codesets", "import", str(path), "--practice", "--lang", "fi") == Status.DONE
    assert "Tuotiin: Sosiaalihuolto – Palvelutehtävä, 3" in capsys.readouterr().out

    assert run("codesets", "show", TASKS, "21", "--practice", "--json") == Status.DONE
    (code,) = json.loads(capsys.readouterr().out)["codes"]
    assert code["name"]["fi"] == "Vammaisten erityispalvelut; uusi"

    assert run("log", "search", "tyyppi:asetusmuutos", "--practice", "--json") == Status.DONE
    told = capsys.readouterr().out
    assert f"import codeset {TASKS} 202601 sha256:" in told

    assert run("codesets", "remove", TASKS, "--practice", "--lang", "fi") == Status.DONE
    assert "Poistettiin" in capsys.readouterr().out
    assert run("codesets", "show", TASKS, "21", "--practice") == Status.FOUND_WRONG
