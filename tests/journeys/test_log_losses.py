"""A log that was put back too old: told at once, answered for by an auditor, told so for ever."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.practice import prepare

Captured = pytest.CaptureFixture[str]
WHY = "Levy rikkoutui 22.11., varmuuskopio aamulta"


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The practice set's folder, in a home of its own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patched:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patched.setenv(variable, str(home / variable))
        root = Paths.of_system().data / "practice"
        root.mkdir(parents=True)
        prepare(root)
        yield root


def _answered(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))


def test_from_an_old_backup_to_a_loss_that_is_acknowledged(
    state: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    assert run("log", "acknowledge", "--practice") == Status.DONE
    assert "ei ole" in capsys.readouterr().out
    assert run("log", "backup", str(copy), "--practice") == Status.DONE
    assert run("search", "010181-900C", "--practice") == Status.DONE

    # The disk breaks, and nothing newer is found.
    shutil.rmtree(Paths.under(state).access_log)
    capsys.readouterr()
    assert run("log", "restore", str(copy), "--practice") == Status.FOUND_WRONG
    told = capsys.readouterr()
    assert "rolled-back" in told.err
    assert "log acknowledge" in told.err

    assert run("log", "verify", "--practice") == Status.FOUND_WRONG
    capsys.readouterr()
    assert run("log", "acknowledge", "--practice", "--json") == Status.FOUND_WRONG
    losses = json.loads(capsys.readouterr().out)["losses"]
    assert losses
    _answered(monkeypatch, "e\n")
    act = ("log", "acknowledge", "--reason", WHY, "--practice")
    assert run(*act) == Status.COULD_NOT_RUN
    assert run("log", "acknowledge", "99", "--practice") == Status.COULD_NOT_RUN
    _answered(monkeypatch, "k\n")
    assert run(*act) == Status.DONE
    capsys.readouterr()

    paper = tmp_path / "v.txt"
    for _ in range(2):  # and still, when more has been written
        assert run("log", "verify", "--practice", "--report", str(paper)) == Status.DONE
        said = capsys.readouterr().out
        assert WHY in said
        assert "kuitattu" in said
        assert WHY in paper.read_text(encoding="utf-8")
    assert run("log", "verify", "--practice", "--json") == Status.DONE
    report = json.loads(capsys.readouterr().out)
    assert report["intact"]
    assert report["acknowledged"][0]["reason"] == WHY
    assert run("log", "acknowledge", "--practice") == Status.DONE
