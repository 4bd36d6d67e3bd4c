"""The twelve years are over, by the commands: holds, months of two years, records, the clock."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.cli.program import Status
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.events import DONE, Clock, act
from tests.helpers.practice import prepare
from tests.helpers.small_desk import CONTEXT

Captured = pytest.CaptureFixture[str]


@contextmanager
def written(folder: LogFolder, clock: Clock) -> Iterator[AccessLog]:
    """The log as the program would have written and signed it then."""
    assert folder.keys is not None
    seals = Checkpoints(folder, folder.keys, (), clock=clock, software="Kanta Desk 0")
    log = AccessLog.open(
        folder, workstation="T", os_user="t", software="Kanta Desk 0", clock=clock,
        on_commit=seals.committed,
    )  # fmt: skip
    try:
        seals.attach(log)
        yield log
    finally:
        seals.close()
        log.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A practice set whose log has events of December 2013 and of January 2014, in two files."""
    place = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patched:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patched.setenv(name, str(place / name))
        root = Paths.of_system().data / "practice"
        root.mkdir(parents=True)
        prepare(root)
        folder = log_folder(Paths.under(root).make(), LogKeeping(LogKeys.PRACTICE))
        for year, month in ((2013, 12), (2014, 1)):
            with written(folder, Clock(datetime(year, month, 10, tzinfo=UTC))) as log:
                for number in range(4):
                    intent = act(client_id="010181-900C", document_oid=f"1.2.{number}")
                    log.settle(log.intend(replace(intent, context=CONTEXT)), DONE)
        yield place


def answer(capsys: Captured, *arguments: str) -> Any:
    capsys.readouterr()
    assert run("log", *arguments, "--practice", "--json") == Status.DONE
    return json.loads(capsys.readouterr().out)


def says(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))


@pytest.mark.usefixtures("home")
def test_a_hold_by_session_and_span_keeps_months_of_two_years_until_it_is_lifted(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run("log", "checkpoint", "--practice") == Status.DONE
    # The issuer's answer at sign-in tells the time, so the leap from 2014 to now is no obstacle.
    assert answer(capsys, "dispose") == ["2013-12", "2014-01"]
    place = ("hold", "place", "--reason", "Kantelu", "--review", "1.1.2027")
    span = ("--session", "istunto-1", "--from", "1.1.2014", "--to", "31.1.2014")
    assert run("log", *place, *span, "--practice") == Status.DONE
    (hold,) = answer(capsys, "hold", "list")
    assert hold["concerns"] == "istunto-1 1.1.2014–31.1.2014"
    months = ("dispose", "2014-01", "2013-12", "--reason", "12 v", "--practice")
    record = tmp_path / "p.pdf"

    says(monkeypatch, "e\n")
    assert run("log", *months, "--record", str(record)) == Status.COULD_NOT_RUN
    assert "säilyttää 8" in capsys.readouterr().err
    assert run("log", "hold", "lift", hold["number"], "--reason", "ok", "--practice") == Status.DONE
    says(monkeypatch, "k\n")
    assert run("log", *months, "--record", str(record)) == Status.DONE

    assert "2013-12" in capsys.readouterr().err
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["p-2013.pdf", "p-2014.pdf"]
    assert answer(capsys, "dispose") == []
    assert answer(capsys, "search", "aika:2013..2014 tyyppi:katselu")["total"] == 0
    assert run("log", "verify", "--practice") == Status.DONE


@pytest.mark.usefixtures("home")
def test_what_was_disposed_of_is_listed_and_its_record_written_again(
    capsys: Captured, tmp_path: Path
) -> None:
    newest, oldest = answer(capsys, "disposals")
    assert (newest["months"], oldest["months"]) == ("2014-01", "2013-12")
    assert newest["count"] == "8"
    path = tmp_path / "again.pdf"
    asked = ("log", "disposals", oldest["event"], "--record", str(path), "--practice")
    assert run(*asked) == Status.DONE
    assert path.read_bytes().startswith(b"%PDF")
    for wrong in ("2026/2", "tammikuu"):
        assert run("log", "disposals", wrong, "--practice") == Status.FOUND_WRONG
    assert run("log", "disposals", "--practice", "--lang", "sv") == Status.DONE
    assert "Godkänt av" in capsys.readouterr().out


@pytest.mark.usefixtures("home")
def test_an_auditor_confirms_the_time_with_a_reason(capsys: Captured) -> None:
    assert run("log", "confirm-time", "--reason", " ", "--practice") == Status.COULD_NOT_RUN
    asked = ("log", "confirm-time", "--reason", "Virallinen kello", "--practice")
    assert run(*asked, "--lang", "fi") == Status.DONE
    assert "vahvistettu" in capsys.readouterr().out
    found = answer(capsys, "search", "tyyppi:LOKIN_KELLONAIKA vaihe:toteutui")
    assert found["total"] == 1
