"""`codesets`, `units` and `structures`: what needs no card; taking in is a journey."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from kanta_desk.desk.importing import Library
from kanta_desk.model.imports import Origin
from kanta_desk.model.time import utc_now
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.imports import (
    CODES,
    OWN,
    STRUCTURE,
    TASKS,
    UNIT,
    code_file,
    structure_files,
    unit_file,
)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with nothing set."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def filled(home: Path) -> Path:
    """An installation that has imported something of each kind."""
    library = Library.of(Paths.of_system())
    for path in (code_file(home), unit_file(home), structure_files(home)):
        prepared = library.prepare(path)
        origin = Origin(path.name, prepared.preview.sha256, utc_now(), "Maija")
        library.imports.take(prepared, origin)
    return home


def answer(capsys: Captured) -> Any:
    return orjson.loads(capsys.readouterr().out)


def test_a_dry_run_tells_what_would_change_without_signing_in(home: Path, capsys: Captured) -> None:
    assert run("codesets", "import", str(code_file(home)), "--dry-run", "--lang", "fi") == 0
    told = capsys.readouterr().out
    assert f"({TASKS}), versio 202601" in told
    assert "3 kaikkiaan: uusia 1, muuttuu 1, päättyy 1, poistuu 5" in told
    assert "  + 21  Vammaisten erityispalvelut; uusi (1.1.2026–)" in told
    assert "  ! 20  Vammaispalvelut" in told


def test_faults_are_told_by_row_and_column_and_stop_the_import(
    home: Path, capsys: Captured
) -> None:
    path = code_file(home, CODES + "22;X;Nimi;;;eilen;\n")
    assert run("codesets", "import", str(path), "--lang", "fi") == 1
    told = capsys.readouterr().err
    assert "rivi 5, sarake BeginningDate: Päivää ei voi lukea: eilen" in told
    assert "--skip-faults" in told


def test_the_preview_is_whole_as_json(home: Path, capsys: Captured) -> None:
    assert run("units", "import", str(unit_file(home)), "--dry-run", "--json") == 0
    value = answer(capsys)
    assert value["imported"] is False
    (file,) = value["files"]
    assert (file["kind"], file["count"], file["left_out"]) == ("organisations", 2, 0)


def test_a_register_without_a_name_of_its_own_is_the_sote_register(
    home: Path, capsys: Captured
) -> None:
    path = code_file(home, f"CodeId;LongName\n{OWN};Hoiva\n", "yksikot.csv")
    assert run("units", "import", str(path), "--dry-run", "--json") == 0
    assert answer(capsys)["files"][0]["system"] == "1.2.246.537.6.202"
    assert run("codesets", "import", str(path), "--dry-run") == 2
    assert "KD-1009" in capsys.readouterr().err


def test_a_file_that_cannot_be_taken_is_told_with_its_code(home: Path, capsys: Captured) -> None:
    assert run("codesets", "import", str(home / "none.csv"), "--dry-run") == 2
    assert "KD-1008" in capsys.readouterr().err


def test_what_ships_is_listed_with_its_evidence(capsys: Captured) -> None:
    assert run("codesets", "list", "--json") == 0
    listed = answer(capsys)["codeset"]
    assert len(listed) > 20
    assert all(each["evidence"] for each in listed)
    assert run("units", "list", "--lang", "fi") == 0
    assert "Ei mitään" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("codesets", f"{TASKS}.202601.csv"),
        ("units", "register.xml"),
        ("structures", "Koeasiakirja"),
    ],
)
def test_what_was_imported_is_listed_with_its_source(
    capsys: Captured, group: str, said: str
) -> None:
    assert run(group, "list", "--lang", "fi") == 0
    told = capsys.readouterr().out
    assert said in told
    assert "Maija" in told


@pytest.mark.usefixtures("filled")
def test_a_code_is_shown_as_of_a_day(capsys: Captured) -> None:
    assert run("codesets", "show", TASKS, "20", "--date", "1.6.2026", "--json") == 0
    (code,) = answer(capsys)["codes"]
    assert (code["name"]["fi"], code["in_force"]) == ("Vammaispalvelut", False)
    assert run("codesets", "show", TASKS, "--date", "1.6.2025", "--lang", "fi") == 0
    told = capsys.readouterr().out
    assert "Vammaispalvelut" in told
    assert "erityispalvelut" not in told
    assert run("codesets", "show", TASKS, "99", "--lang", "fi") == 1
    assert run("codesets", "show", "1.2.3.4") == 1


@pytest.mark.usefixtures("filled")
def test_a_unit_is_shown_as_of_a_day(capsys: Captured) -> None:
    assert run("units", "show", UNIT, "--date", "1.1.2018", "--lang", "fi") == 0
    told = capsys.readouterr().out
    assert "Vanha asiakirjahallinto" in told
    assert f"Hoiva Esimerkki Oy ({OWN})" in told
    assert run("units", "show", UNIT, "--json") == 0
    assert len(answer(capsys)["units"]) == 2
    assert run("units", "show", "1.2.3") == 1
    assert run("units", "show", "abc") == 2


@pytest.mark.usefixtures("filled")
def test_a_structure_s_fields_are_shown(capsys: Captured) -> None:
    assert run("structures", "show", STRUCTURE, "--lang", "sv") == 0
    told = capsys.readouterr().out
    assert "Provhandling" in told
    assert "Efternamn" in told
    assert "1.2.246.537.6.1284" in told
    assert run("structures", "show", STRUCTURE, "--json") == 0
    assert answer(capsys)["fields"][0]["key"] == "koeasiakirja"
    assert run("structures", "show", "1.2.3") == 1


def test_what_is_not_there_cannot_be_removed(capsys: Captured) -> None:
    assert run("codesets", "remove", "1.2.3.4", "--lang", "fi") == 1
    assert "Ei ole: 1.2.3.4" in capsys.readouterr().err
