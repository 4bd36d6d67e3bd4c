"""The commands on the practice set, whole: real HTTPS, the software card, the access log."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kanta_desk.accesslog.keeping import log_folder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.cli.program import Status
from kanta_desk.errors import NetError
from kanta_desk.model.deployment import Aspect, CellState
from kanta_desk.net.http import HttpClient
from kanta_desk.practice.pki import PracticePki
from kanta_desk.settings.logkeeping import LogKeeping, LogKeys
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import BrokenWindow, run

SOUND = ("K01", "K02")
"""Rows of the practice plan without a fault, of a client who has other documents too."""

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def state() -> Path:
    """Where the practice set of this module's commands lives."""
    return Paths.of_system().data / "practice"


def answer(capsys: Captured, *arguments: str) -> Any:
    """The JSON that a command writes."""
    assert run(*arguments, "--practice", "--json") == Status.DONE
    return json.loads(capsys.readouterr().out)


def a_document(capsys: Captured) -> str:
    """The OID of a practice document in the archivist's register."""
    oid: str = answer(capsys, "search", "010181-900C")["documents"][0]["document_oid"]
    return oid


@pytest.fixture(scope="module")
def headless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The headless run as a person starts it: its folder, and what it said."""
    out = tmp_path_factory.mktemp("out")
    root = tmp_path_factory.mktemp("state")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "kanta_desk", "practice", "--headless", "--lang", "fi"),
            *("--out", str(out), "--state", str(root)),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == Status.DONE, done.stderr
    (out / "faults.json").write_bytes((root / "plan" / "faults.json").read_bytes())
    folder = log_folder(Paths.under(root), LogKeeping(LogKeys.PRACTICE))
    years = "".join(f"{tree.year}\n" for tree in folder.trees())
    (out / "years.txt").write_text(years, encoding="utf-8")
    return out, done.stdout


def test_the_headless_run_writes_report_verdict_and_pictures(headless: tuple[Path, str]) -> None:
    out, said = headless
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert {path.name for path in out.iterdir()} >= {
        "report-liite.pdf",
        "report.xlsx",
        "report.eml",
    }
    pictures = sorted((out / "pages").glob("*.png"))
    assert len(pictures) >= 5
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert str(out) in said


def test_the_headless_verdict_names_exactly_the_seeded_faults(headless: tuple[Path, str]) -> None:
    out, _ = headless
    verdict = json.loads((out / "verdict.json").read_text(encoding="utf-8"))
    seeded = json.loads((out / "faults.json").read_text(encoding="utf-8"))
    found = {
        (row["key"], aspect)
        for row in verdict["rows"]
        for aspect, state in row["states"].items()
        if state not in (CellState.OK, CellState.NOT_CHECKED)
    }
    assert found == {(f["key"], f["aspect"]) for f in seeded if f["aspect"] in tuple(Aspect)}
    assert len(verdict["unexpected"]) == len([f for f in seeded if f["aspect"] == "unexpected"])
    assert verdict["complete"]


def test_the_headless_run_prints_the_matrix(headless: tuple[Path, str]) -> None:
    _, said = headless
    lines = said.splitlines()
    assert all(name in lines[0] for name in ("Arkistoitu", "Rekisteri", "Sisältö"))
    assert any(line.startswith("K01") and "✓ kunnossa" in line for line in lines)


def test_the_headless_log_begins_with_a_past(headless: tuple[Path, str]) -> None:
    years = set((headless[0] / "years.txt").read_text(encoding="utf-8").split())
    assert {"2023", "2024", "2025", "2026"} <= years


def test_pictures_that_fail_do_so_aloud_and_the_rest_is_there(
    capsys: Captured, tmp_path: Path
) -> None:
    status = run("practice", "--headless", "--out", str(tmp_path), window=BrokenWindow())
    assert status == Status.COULD_NOT_RUN
    assert "ImportError" in capsys.readouterr().err
    assert (tmp_path / "report.pdf").exists()
    assert (tmp_path / "verdict.json").exists()


def test_the_doctor_finds_the_practice_set_in_order(capsys: Captured, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    assert run("doctor", "--practice", "--json", "--report", str(report)) == Status.DONE
    said = capsys.readouterr()
    value = json.loads(said.out)
    assert value["ok"]
    assert [check["id"] for check in value["checks"]] == [
        *("program", "service", "readers", "card", "type", "application", "certificates"),
        *("revocation", "tries", "signing", "stores", "archive"),
    ]
    assert {check["state"] for check in value["checks"]} <= {"ok", "warning"}
    written = report.read_text(encoding="utf-8")
    assert "Kortinlukija" in written
    assert "MAIJA" not in (said.out + said.err + written).upper()


def test_the_card_shows_its_holder_and_tries(capsys: Captured) -> None:
    assert run("card", "--practice", "--lang", "sv") == Status.DONE
    said = capsys.readouterr().out
    assert "Maija Arkistonhoitaja" in said
    assert "yrkeskort" in said
    assert "PIN1: 5" in said
    assert answer(capsys, "card")["tries_left"] == [5, 5]


def test_a_search_finds_and_words_go_beside_the_json(capsys: Captured) -> None:
    assert run("search", "010181-900C", "--practice", "--json") == Status.DONE
    said = capsys.readouterr()
    assert json.loads(said.out)["total"] >= 1
    assert "HARJOITUS" in said.err


def test_a_search_goes_page_by_page_and_each_page_is_in_the_log(capsys: Captured) -> None:
    whole = answer(capsys, "search", "010181-900C", "--mode", "versions")
    assert whole["total"] == len(whole["documents"]) > 1

    one = answer(capsys, "search", "010181-900C", "--mode", "versions", "--limit", "1")
    assert one["total"] == whole["total"]
    assert len(one["documents"]) == 1

    before = len(answer(capsys, "log", "search", "--kind", "HAKU")["events"])
    paged = answer(capsys, "search", "010181-900C", "--mode", "versions", "--limit", "1", "--all")
    assert paged == whole
    after = len(answer(capsys, "log", "search", "--kind", "HAKU")["events"])
    assert after - before == 2 * whole["total"], "an intent and an outcome for each page"


def test_a_page_that_is_not_the_last_says_how_many_there_are(capsys: Captured) -> None:
    run("search", "010181-900C", "--mode", "versions", "--limit", "1", "--practice", "--lang", "fi")
    assert "Näytetään 1 / " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--fault", "nonsense", "expired-certificate"), ("--seed-size", "0", "1000000")],
)
def test_what_the_stand_in_cannot_be_made_to_do_is_told(
    capsys: Captured, tmp_path: Path, option: str, value: str, said: str
) -> None:
    status = run("standin", "--state", str(tmp_path), option, value)
    assert status == Status.COULD_NOT_RUN
    assert said in capsys.readouterr().err


def test_a_search_without_result_says_so(capsys: Captured) -> None:
    assert run("search", "010181-900C", "--practice", "--to", "1.1.1990") == Status.DONE
    assert capsys.readouterr().out == "Ei asiakirjoja.\n"


def test_a_document_is_shown_with_metadata_and_content(capsys: Captured) -> None:
    oid = a_document(capsys)
    assert run("show", oid, "--practice", "--lang", "fi") == Status.DONE
    said = capsys.readouterr().out
    assert oid in said
    assert "Tunnistetiedot" in said
    assert "Sisältö" in said


def test_versions_are_listed(capsys: Captured) -> None:
    history = answer(capsys, "versions", a_document(capsys))
    assert [each["version"] for each in history["versions"]] == sorted(
        each["version"] for each in history["versions"]
    )


def test_an_export_writes_the_archives_own_bytes(capsys: Captured, tmp_path: Path) -> None:
    oid, file = a_document(capsys), tmp_path / "document.xml"
    assert run("export", oid, "--out", str(file), "--practice") == Status.DONE
    assert oid in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("json", b"{"), ("xhtml", b"<div")]
)
def test_an_export_writes_the_form_that_was_asked_for_with_its_checksum(
    capsys: Captured, tmp_path: Path, form: str, begins: bytes
) -> None:
    oid, file = a_document(capsys), tmp_path / f"document.{form}"
    asked = ("export", oid, "--out", str(file), "--as", form, "--sha256", "--practice")

    assert run(*asked) == Status.DONE
    data = file.read_bytes()
    assert data.startswith(begins)
    digest = sha256(data).hexdigest()
    assert digest in capsys.readouterr().out
    assert (tmp_path / f"{file.name}.sha256").read_text() == f"{digest}  {file.name}\n"


def test_a_document_that_is_not_there_is_something_wrong(capsys: Captured) -> None:
    assert run("show", "1.2.246.10.99999204.11.2026.1", "--practice") == Status.FOUND_WRONG
    assert "KD-5002" in capsys.readouterr().err


def test_a_register_without_rights_is_named_and_nobody_signs_in(capsys: Captured) -> None:
    status = run("search", "010181-900C", "--practice", "--register", "Toinen")
    assert status == Status.COULD_NOT_RUN
    assert "Hoiva Esimerkki Oy" in capsys.readouterr().err


def test_faults_are_something_wrong_and_so_are_documents_that_no_row_expects(
    capsys: Captured, state: Path, tmp_path: Path
) -> None:
    run("card", "--practice")  # makes the practice set
    plan = state / "plan" / "plan.csv"
    assert run("verify", str(plan), "--practice", "--json") == Status.FOUND_WRONG
    capsys.readouterr()
    lines = plan.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    sound = plan.with_name("sound.csv")  # beside its source files
    sound.write_text(
        "".join(line for line in lines if line[0] != "K" or line[:3] in SOUND), encoding="utf-8"
    )
    report = tmp_path / "report.pdf"
    status = run("verify", str(sound), "--practice", "--json", "--report", str(report))
    verdict = json.loads(capsys.readouterr().out)
    assert [(row["key"], row["state"]) for row in verdict["rows"]] == [(k, "ok") for k in SOUND]
    assert verdict["unexpected"]
    assert status == Status.FOUND_WRONG
    assert report.read_bytes().startswith(b"%PDF-")


def test_what_was_done_is_in_the_log_with_clients_masked(capsys: Captured) -> None:
    a_document(capsys)
    assert run("log", "search", "--practice", "--kind", "HAKU", "--lang", "fi") == Status.DONE
    said = capsys.readouterr().out
    assert "010181-****" in said
    assert "900C" not in said
    searches = answer(capsys, "log", "search", "--kind", "HAKU")["events"]
    assert "010181-****" in {event["subject"]["client_id"] for event in searches}
    assert "900C" not in json.dumps(searches)
    newest = answer(capsys, "log", "search", "--limit", "1")["events"]
    assert len(newest) == 1
    assert run("log", "show", newest[0]["ref"], "--practice") == Status.DONE
    assert "Maija Arkistonhoitaja" in capsys.readouterr().out


def test_an_event_that_is_not_there_is_something_wrong() -> None:
    assert run("log", "show", "2026/999999", "--practice") == Status.FOUND_WRONG


def test_the_log_verifies(capsys: Captured) -> None:
    assert run("log", "verify", "--practice") == Status.DONE
    assert "eheä" in capsys.readouterr().out


def test_the_card_seals_the_log_last(capsys: Captured) -> None:
    assert run("log", "checkpoint", "--card", "--practice", "--lang", "sv") == Status.DONE
    assert "Kortet förseglade loggen" in capsys.readouterr().out

    found = answer(capsys, "log", "search", "tyyppi:LOKIN_SINETÖINTI")["events"]
    assert [event["phase"] for event in found[:2]] == ["toteutui", "aie"]
    assert found[0]["result_count"] > 0


def test_a_log_that_another_program_writes_is_told(capsys: Captured, state: Path) -> None:
    run("card", "--practice")
    capsys.readouterr()
    other = AccessLog.open(
        log_folder(Paths.under(state), LogKeeping(LogKeys.PRACTICE)),
        workstation="w",
        os_user="u",
        software="s",
        clock=lambda: datetime.now(UTC),
    )
    try:
        assert run("card", "--practice") == Status.COULD_NOT_RUN
    finally:
        other.close()
    assert "KD-6003" in capsys.readouterr().err


def test_the_installed_program_checks_itself(capsys: Captured) -> None:
    assert run("self-test") == Status.DONE
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 7
    assert all(line.startswith("✓") for line in said)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_a_display_that_does_not_answer_is_told_and_nothing_aborts(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kanta_desk", "practice", "--lang", "en", "--state", str(tmp_path)],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "DISPLAY": ":9876", "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"},
    )
    assert done.returncode == Status.COULD_NOT_RUN
    assert "practice --headless" in done.stderr.decode("utf-8")


def test_an_installation_without_options_can_be_diagnosed(capsys: Captured) -> None:
    status = run("doctor", "--json")
    value = json.loads(capsys.readouterr().out)
    assert status == (Status.DONE if value["ok"] else Status.FOUND_WRONG)
    archive = next(check for check in value["checks"] if check["id"] == "archive")
    assert archive["state"] == "warning"


def test_the_stand_in_serves_those_with_its_certificate_until_it_is_interrupted(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "kanta_desk", "standin", "--state", str(tmp_path)]
    with subprocess.Popen(
        [*command, "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:
        assert server.stdout is not None
        banner, listening = server.stdout.readline(), server.stdout.readline()
        url = next(word for word in listening.split() if word.startswith("https://"))
        pki = PracticePki.load(tmp_path / "pki")
        with HttpClient(url, pki.ca_file, pki.client_chain, pki.client_key) as client:
            health = json.loads(client.get("/health").body)
        with (
            HttpClient(
                url, pki.ca_file, pki.foreign_client_chain, pki.foreign_client_key
            ) as stranger,
            pytest.raises(NetError),
        ):
            stranger.get("/health")
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)
    assert "PRACTICE" in banner
    assert health["documents"] >= 40
    assert server.returncode == Status.DONE
