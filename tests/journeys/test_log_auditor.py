"""An auditor's day, by the commands: search, open, prove to an outsider; then somebody tampers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.accesslog.files import connect_writer
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.cli.program import Status
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.practice import prepare

Captured = pytest.CaptureFixture[str]
CLIENT = "010181-900C"


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


def answer(capsys: Captured, *arguments: str) -> dict[str, object]:
    assert run("log", *arguments, "--practice", "--json") == Status.DONE
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def checked(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What the program beside the proof says, run as an outsider would: alone."""
    command = [sys.executable, "-I", str(paths[0].parent / "kanta_proof.py"), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_from_a_search_to_a_proof_that_an_outsider_checks_and_to_tampering_found(
    state: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("search", CLIENT, "--practice") == Status.DONE
    capsys.readouterr()
    found = answer(capsys, "search", "tyyppi:haku vaihe:toteutui käyttäjä:arkistonhoitaja")
    events = found["events"]
    assert isinstance(events, list)
    assert found["total"] == 1
    assert events[0]["subject"]["client_id"] == "010181-****"
    ref = events[0]["ref"]

    shown = answer(capsys, "show", ref)
    assert shown["subject"] == events[0]["subject"]
    revealed = answer(capsys, "show", ref, "--reveal", "Selvityspyyntö 7/2026")
    assert isinstance(revealed["subject"], dict)
    assert revealed["subject"]["client_id"] == CLIENT

    opened = ("Selvityspyyntö 7/2026", "--event", ref, "--due", "1.1.2027")
    assert run("log", "case", "open", *opened, "--practice") == Status.DONE
    decided = ("1", "--decision", "Peruste löytyi")
    assert run("log", "case", "decide", *decided, "--practice") == Status.DONE
    assert run("log", "case", "decide", *decided, "--practice") == Status.FOUND_WRONG
    capsys.readouterr()
    assert run("log", "case", "list", "--practice") == Status.DONE
    row = capsys.readouterr().out.splitlines()[-1]
    assert all(word in row for word in ("1.1.2027", "Selvityspyyntö 7/2026", "Peruste löytyi"))

    assert run("log", "proof", ref, "--out", str(tmp_path), "--practice") == Status.DONE
    proof, annex = sorted(tmp_path.glob("todiste-*.json"), key=lambda path: len(path.name))
    said = checked(proof, annex)
    assert said.returncode == 0, said.stderr
    assert CLIENT in proof.read_text(encoding="utf-8")
    proof.write_text(proof.read_text(encoding="utf-8").replace(CLIENT, "010181-901D"))
    assert checked(proof, annex).returncode != 0
    assert run("log", "verify", "--practice") == Status.DONE

    folder = log_folder(Paths.under(state), LogKeeping(LogKeys.PRACTICE))
    tree = next(tree for tree in folder.trees() if ref.startswith(str(tree)))
    seq = int(ref.rpartition("/")[2])
    connection = connect_writer(folder.file_of(tree), folder.key_of(tree))
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(
        "UPDATE event SET entry = replace(entry, ?, '020282-901P') WHERE seq = ?", (CLIENT, seq)
    )
    connection.close()
    capsys.readouterr()

    status = run("log", "verify", "--practice", "--json", "--report", str(tmp_path / "v.txt"))

    assert status == Status.FOUND_WRONG
    report = json.loads(capsys.readouterr().out)
    assert not report["intact"]
    fault = report["faults"][0]
    assert (fault["kind"], fault["seq_from"], fault["seq_to"]) == ("entry", seq, seq)
    assert fault["file"] == str(tree)
    assert f"{tree} {seq}" in (tmp_path / "v.txt").read_text(encoding="utf-8")


def test_that_the_log_begins_with_a_checkpoint_that_an_outsider_kept_is_proved_to_them(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    root = Paths.of_system().data / "practice"
    root.mkdir(parents=True)
    prepare(root)
    made = answer(capsys, "checkpoint")["checkpoint"]
    assert isinstance(made, dict)
    kept, out = tmp_path / "säilytetty.txt", tmp_path / "todiste"
    kept.write_text(made["note"], encoding="utf-8")
    assert run("search", CLIENT, "--practice") == Status.DONE

    assert run("log", "growth", str(kept), "--out", str(out), "--practice") == Status.DONE
    proof, annex = sorted(out.glob("kasvu-*.json"), key=lambda path: len(path.name))
    said = checked(proof, annex)
    assert said.returncode == 0, said.stdout + said.stderr
    told = json.loads(proof.read_text(encoding="utf-8"))
    assert told["old"] == made["note"]
    assert int(told["new"].split("\n")[1]) > int(made["size"])
    told["old"] = told["old"].replace(f"\n{made['size']}\n", f"\n{int(made['size']) - 1}\n", 1)
    proof.write_text(json.dumps(told), encoding="utf-8")
    assert checked(proof, annex).returncode == 1

    lines = made["note"].split("\n")
    lines[2] = "A" * 43 + "="
    kept.write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert run("log", "growth", str(kept), "--out", str(out), "--practice") == Status.COULD_NOT_RUN
    assert "KD-6008" in capsys.readouterr().err
    kept.write_text(made["note"].replace("kanta-desk/", "kanta-desk/0", 1), encoding="utf-8")
    assert run("log", "growth", str(kept), "--out", str(out), "--practice") == Status.FOUND_WRONG
    assert "säilytetty.txt" in capsys.readouterr().err


def test_a_query_that_cannot_be_read_could_not_run(capsys: Captured) -> None:
    assert run("log", "search", "hammas:lanka", "--practice", "--lang", "sv") == (
        Status.COULD_NOT_RUN
    )
    assert "tecken 1" in capsys.readouterr().err
