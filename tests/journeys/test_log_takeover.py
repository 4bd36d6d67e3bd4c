"""A register changes hands: one controller hands its log over, the other checks and takes it in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.events import CLIENT, REGISTER
from tests.helpers.handed import handed_over
from tests.helpers.practice import prepare

Captured = pytest.CaptureFixture[str]


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


def test_a_log_is_taken_in_searched_and_checked_and_a_changed_one_is_refused(
    state: Path, capsys: Captured, tmp_path: Path
) -> None:
    handed, reason = handed_over(tmp_path), ("--reason", "Hyvinvointialue vaihtui")

    assert run("log", "import", str(handed), *reason, "--practice") == Status.DONE
    assert REGISTER.key in capsys.readouterr().out
    assert run("log", "imported", "list", "--practice", "--json") == Status.DONE
    (taken,) = json.loads(capsys.readouterr().out)
    number = taken["log"]["number"]

    assert run("log", "imported", "list", "--practice") == Status.DONE
    assert number in capsys.readouterr().out
    words = ("log", "imported", "search", number, "tyyppi:katselu", "-vaihe:aie")
    assert run(*words, "--practice") == Status.DONE
    said = capsys.readouterr().out
    assert "Maija Arkistonhoitaja" in said
    assert CLIENT not in said
    assert run(*words, "--practice", "--json") == Status.DONE
    assert json.loads(capsys.readouterr().out)["total"] == 3
    assert run("log", "imported", "show", number, "2026/2", "--practice") == Status.DONE
    assert "Maija Arkistonhoitaja" in capsys.readouterr().out
    assert run("log", "imported", "show", number, "2026/99", "--practice") == Status.FOUND_WRONG
    assert run("log", "imported", "search", "0" * 16, "--practice") == Status.FOUND_WRONG
    assert run("log", "imported", "check", number, "--practice") == Status.DONE
    capsys.readouterr()

    # The act is in one's own log, with what was taken in; once is enough.
    assert run("log", "search", "tyyppi:LOKIN_VASTAANOTTO", "--practice", "--json") == Status.DONE
    events = json.loads(capsys.readouterr().out)["events"]
    assert {event["phase"] for event in events} == {"aie", "toteutui"}
    assert any(number in event["evidence"] for event in events)
    assert run("log", "import", str(handed), *reason, "--practice") != Status.DONE
    assert "KD-6011" in capsys.readouterr().err

    other = handed_over(tmp_path)
    entries = other / "2026.jsonl"
    entries.write_text(entries.read_text("utf-8").replace("Maija", "Kaija", 1), "utf-8")
    assert run("log", "import", str(other), *reason, "--practice") != Status.DONE
    refused = capsys.readouterr().err
    assert "KD-6011" in refused
    assert "on muutettu" in refused
    assert run("log", "verify", "--practice") == Status.DONE


def test_what_this_program_hands_over_an_outsider_checks_alone(
    state: Path, capsys: Captured, tmp_path: Path
) -> None:
    target = tmp_path / "luovutus"
    words = ("log", "handover", str(target), "--reason", "Rekisteri siirtyy")
    assert run(*words, "--practice") == Status.DONE
    capsys.readouterr()

    done = subprocess.run(
        [sys.executable, "-I", str(target / "kanta_register.py"), str(target)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Avainketju on eheä" in done.stdout
    assert "on allekirjoittanut lokin" in done.stdout


def test_a_backup_is_listed_until_somebody_has_destroyed_it(
    state: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("log", "backup", str(tmp_path / "kopio"), "--practice") == Status.DONE
    capsys.readouterr()
    assert run("log", "backups", "--practice", "--json") == Status.DONE
    (made,) = json.loads(capsys.readouterr().out)
    assert made["place"] == str(tmp_path / "kopio")
    assert run("log", "backups", "--practice") == Status.DONE
    assert made["id"] in capsys.readouterr().out

    gone = ("log", "backups", "--destroyed", made["id"], "--practice")
    assert run(*gone) != Status.DONE  # without saying how
    assert run(*gone, "--reason", "Levy murskattiin") == Status.DONE
    assert str(tmp_path / "kopio") in capsys.readouterr().out
    assert run(*gone, "--reason", "Levy murskattiin") == Status.FOUND_WRONG
    capsys.readouterr()
    assert run("log", "backups", "--practice") == Status.DONE
    assert made["id"] not in capsys.readouterr().out
