"""`kanta-desk invalidate` as somebody uses it on the practice set."""

from __future__ import annotations

import io
import json
from pathlib import Path

import orjson
import pytest

from kanta_desk.cli.program import Status
from kanta_desk.desk.gate import Passage
from kanta_desk.errors import AnswerTimedOut
from tests.helpers.commands import run

FIRST = "1.2.246.10.99999204.11.2026.100011"
OTHER = "1.2.246.10.99999204.11.2026.100002"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_without_a_document_or_a_reason_it_says_what_is_missing(capsys: Captured) -> None:
    assert run("invalidate", "--practice") == Status.COULD_NOT_RUN
    assert run("invalidate", FIRST, "--practice") == Status.COULD_NOT_RUN
    assert "KAHDESTI" in capsys.readouterr().err


def test_dry_run_prints_the_frame_and_sends_nothing(capsys: Captured) -> None:
    asked = ("invalidate", FIRST, "--reason", "KOE", "--dry-run", "--practice")
    assert run(*asked) == Status.DONE
    told = capsys.readouterr().out
    assert "RCMR_IN200016FI01" in told
    assert FIRST in told
    assert run("invalidate", "--list", "--practice", "--json") == Status.DONE
    assert json.loads(capsys.readouterr().out)["entries"] == []


def test_it_asks_does_writes_the_receipt_and_lists(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = ("invalidate", FIRST, "--reason", "KAHDESTI", "--practice")
    typed(monkeypatch, "9999\n")
    assert run(*asked) == Status.COULD_NOT_RUN

    typed(monkeypatch, "0011\n")
    assert run(*asked, "--receipts", str(tmp_path / "kuitit")) == Status.DONE
    (receipt,) = (tmp_path / "kuitit").iterdir()
    assert receipt.read_bytes().startswith(b"%PDF")

    typed(monkeypatch, "0011\n")
    assert run(*asked) == Status.FOUND_WRONG, "it has been invalidated"
    capsys.readouterr()
    assert run("invalidate", "--list", "--practice", "--json") == Status.DONE
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    assert (entry["fate"], entry["message_id"]) == ("done", receipt.stem)
    assert run("invalidate", "--settle", "--practice") == Status.DONE


def test_what_broke_is_told_beside_what_is_left_to_settle(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise AnswerTimedOut("archive")

    monkeypatch.setattr(Passage, "send", lost)
    typed(monkeypatch, "0011\n")

    assert run("invalidate", FIRST, "--reason", "KOE", "--practice") == Status.FOUND_WRONG
    told = capsys.readouterr().err
    assert f"({AnswerTimedOut.code})" in told
    assert "--settle" in told


def test_a_verdict_s_documents_go_as_one_batch(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    verdict = tmp_path / "verdict.json"
    rows = [{"document_oid": oid} for oid in (FIRST, OTHER)]
    verdict.write_bytes(
        orjson.dumps({"format": "kanta-desk-verdict-1", "complete": True, "rows": rows})
    )
    typed(monkeypatch, "2\n")
    asked = ("invalidate", "--from", str(verdict), "--reason", "KOE", "--practice", "--json")
    report = tmp_path / "raportit" / "erä.pdf"
    assert run(*asked, "--report", str(report)) == Status.DONE
    printed = capsys.readouterr()
    assert str(report) in printed.err
    assert "PIN2 annetaan kerran koko erää varten." in printed.err or "practice" in asked[-2]
    told = json.loads(printed.out)
    assert report.read_bytes().startswith(b"%PDF")
    assert {(each["document_oid"], each["fate"]) for each in told} == {
        (FIRST, "done"),
        (OTHER, "done"),
    }
