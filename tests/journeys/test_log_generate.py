"""An invented log by the command: made once, opened by the practice set, never over another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.practice import practice_desk, prepare, sign_in
from tests.helpers.terminal import Terminal

Captured = pytest.CaptureFixture[str]
CROWD = ("--users", "5", "--clients", "30", "--documents", "100")
PERIOD = ("--from", "1.11.2025", "--to", "28.2.2026")
SMALL = ("--events", "2500", *CROWD, *PERIOD)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    environment = {name: str(tmp_path / name) for name in names}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return environment


def test_a_made_log_is_practised_with_and_verified(home: dict[str, str], capsys: Captured) -> None:
    root = Paths.of_system().data / "practice"
    prepare(root)

    with Terminal(("log", "generate", "--practice", "--json", *SMALL), home) as terminal:
        status, out = terminal.end()
    assert status == Status.DONE, terminal.transcript
    assert "Luodaan lokia: " in terminal.transcript
    made = json.loads(out)
    assert made["events"] == 2_500 + len(made["trees"])

    assert run("log", "search", "aika:..2026-02", "--limit", "1", "--practice", "--json") == 0
    assert json.loads(capsys.readouterr().out)["total"] > 1_800  # what is of the own register
    assert run("log", "verify", "--practice") == Status.DONE
    assert run("log", "generate", "--practice", *SMALL) == Status.REFUSED


def test_a_folder_with_a_made_log_becomes_a_practice_set(
    home: dict[str, str], tmp_path: Path
) -> None:
    root = tmp_path / "koe"
    assert run("log", "generate", str(root), *SMALL) == Status.DONE
    with practice_desk(root) as desk:
        session = sign_in(desk)
        assert session.keeping.verify().intact
    assert run("log", "generate", str(root), *SMALL) == Status.REFUSED


def test_a_log_is_not_made_without_a_place_or_into_the_installation(
    home: dict[str, str], tmp_path: Path, capsys: Captured
) -> None:
    own = Paths.of_system().make().data
    for place in (own, own / "accesslog", own / "koe"):
        assert run("log", "generate", str(place), *SMALL) == Status.REFUSED
    for wrong in (
        (),
        (str(tmp_path / "koe"), "--practice"),
        (str(tmp_path / "koe"), "--from", "1.3.2026", "--to", "1.2.2026"),
        (str(tmp_path / "koe"), "--to", "1.1.2999"),
        (str(tmp_path / "koe"), "--events", "0"),
    ):
        capsys.readouterr()
        assert run("log", "generate", *wrong) == Status.COULD_NOT_RUN
        assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "koe").exists()
    assert list((own / "accesslog").iterdir()) == []
