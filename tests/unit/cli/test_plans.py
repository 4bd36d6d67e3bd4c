"""`plan`: made of other systems' files, checked, columns told, templates."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from kanta_desk.deployment.plan import read_plan
from tests.helpers.commands import run
from tests.helpers.deployment import NOT_A_TEST_PERSON

HETU, OTHER = "010181-900C", "010594Y9032"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with nothing set."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def export(home: Path) -> Path:
    path = home / "vienti.csv"
    path.write_text(
        f"Hlö-tunnus;Huone;Otsikko\n{HETU};A;Päätös\n{OTHER};B;Suunnitelma\n", encoding="utf-8"
    )
    return path


def test_columns_that_are_not_sure_hinder_until_they_are_told(
    export: Path, home: Path, capsys: Captured
) -> None:
    out = home / "koe" / "plan.json"
    assert run("plan", "make", str(export), "--out", str(out), "--lang", "fi") == 2
    told = capsys.readouterr().err
    assert "vienti.csv:1:Hlö-tunnus" in told
    assert "vienti.csv:1:Huone" in told
    assert not out.exists()
    options = ("--map", "Hlö-tunnus=henkilötunnus", "--map", "Huone=", "--lang", "fi")
    controller = ("--set", "rekisterinpitäjä=1.2.246.10.1.19.0")
    assert run("plan", "make", str(export), "--out", str(out), *options, *controller) == 0
    plan = read_plan(out)
    assert [str(d.client_id) for d in plan.documents] == [HETU, OTHER]
    assert {d.controller.value for d in plan.documents if d.controller} == {"1.2.246.10.1.19.0"}
    assert "2 asiakirjaa" in capsys.readouterr().out


def test_columns_kept_once_are_known_ever_after(export: Path, home: Path, capsys: Captured) -> None:
    out = ("--out", str(home / "plan.json"))
    told = ("--map", "Hlö-tunnus=hetu", "--map", "Huone=", "--keep", "Hoivaa 7")
    assert run("plan", "make", str(export), *out, *told) == 0
    assert run("plan", "make", str(export), *out) == 0
    assert read_plan(home / "plan.json").system == "Hoivaa 7"
    assert run("plan", "check", str(export)) == 0
    (settings,) = (home / "home" / "kanta-desk" / "mappings").iterdir()
    sent = settings.rename(home / "saga.mapping.json")
    assert run("plan", "check", str(export)) == 1
    assert run("plan", "make", str(export), *out, "--settings", str(sent)) == 0


def test_all_faults_are_told_with_their_places(home: Path, capsys: Captured) -> None:
    path = home / "koe.csv"
    path.write_text("hetu;oid\n010181-900D;1.x\n;1.2.3\n", encoding="utf-8")
    assert run("plan", "check", str(path), "--lang", "sv") == 1
    out = capsys.readouterr().out
    assert "koe.csv:2:oid: Värdet är inget OID" in out
    assert "3 fel" in out
    assert "900D" not in out
    assert run("plan", "check", str(path), "--json") == 1
    faults = orjson.loads(capsys.readouterr().out)["faults"]
    assert [fault["reason"] for fault in faults] == ["henkilotunnus", "oid", "no client"]


def test_clients_that_are_no_test_persons_are_told(home: Path, capsys: Captured) -> None:
    path = home / "koe.csv"
    path.write_text(f"hetu\n{NOT_A_TEST_PERSON}\n", encoding="utf-8")
    assert run("plan", "check", str(path), "--lang", "en") == 1
    told = capsys.readouterr()
    assert "koe.csv:2: the identity code is no test code" in told.err
    assert NOT_A_TEST_PERSON not in told.err + told.out


def test_a_folder_becomes_a_plan_and_what_is_left_out_is_told(home: Path, capsys: Captured) -> None:
    folder = home / "vienti"
    folder.mkdir()
    (folder / f"{HETU}.txt").write_text("Päätös", encoding="utf-8")
    (folder / "kuva.png").write_bytes(b"x")
    out = home / "lähetys" / "plan.json"
    assert run("plan", "make", str(folder), "--out", str(out), "--lang", "fi") == 0
    assert "kuva.png: tiedoston lajia ei lueta" in capsys.readouterr().err
    assert (out.parent / "sources" / f"{HETU}.txt").exists()


def test_columns_are_told(export: Path, capsys: Captured) -> None:
    assert run("plan", "columns", str(export), "--lang", "fi") == 0
    out = capsys.readouterr().out
    assert "vienti.csv:1: 2 riviä" in out
    assert "nimi muistuttaa" in out
    assert HETU not in out
    assert run("plan", "columns", str(export), "--json") == 0
    (sheet,) = orjson.loads(capsys.readouterr().out)["sheets"]
    assert sheet["columns"][0] == {
        "header": "Hlö-tunnus",
        "column": "client",
        "ground": "likeness",
    }


@pytest.mark.parametrize("name", ["pohja.xlsx", "pohja.csv"])
def test_a_template_is_saved(home: Path, name: str) -> None:
    assert run("plan", "template", str(home / "uusi" / name), "--lang", "fi") == 0
    assert (home / "uusi" / name).stat().st_size > 1000
    assert run("verify", "--template", str(home / name)) == 0
    assert (home / name).exists()


def test_what_is_asked_wrongly_is_told(export: Path, home: Path, capsys: Captured) -> None:
    make = ("plan", "make", str(export), "--lang", "en")
    assert run(*make, "--map", "Huone") == 2
    assert "name=value" in capsys.readouterr().err
    assert run(*make, "--map", "Huone=room") == 2
    assert "There is no column" in capsys.readouterr().err
    assert run("plan", "template", str(home / "pohja.doc")) == 2
    assert run("verify", "--lang", "en") == 2


def test_verify_tells_what_of_a_folder_is_not_tested(home: Path, capsys: Captured) -> None:
    folder = home / "vienti"
    folder.mkdir()
    (folder / f"{HETU}.txt").write_text("Päätös", encoding="utf-8")
    (folder / "kuva.png").write_bytes(b"x")
    assert run("verify", str(folder), "--lang", "en") == 2  # there is no connection to test with
    assert "Not in the plan: kuva.png: files of this kind are not read" in capsys.readouterr().err
