"""The commands on rights, on the practice set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kanta_desk.cli.program import Status
from tests.helpers.commands import run
from tests.helpers.practice import prepare

Captured = pytest.CaptureFixture[str]
DECISION = ("--decision", "5/2026", "--day", "1.1.2026", "--decider", "Toimitusjohtaja")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    prepare(tmp_path / "XDG_DATA_HOME" / "kanta-desk" / "practice")


def test_a_right_is_granted_listed_and_revoked(capsys: Captured) -> None:
    person = ("990000099", "--name", "Uusi Henkilö", "--role", "viewer", "--kind", "issued")
    assert run("rights", "grant", *person, *DECISION, "--practice", "--json") == Status.DONE
    given = json.loads(capsys.readouterr().out)
    assert given["name"] == "Uusi Henkilö"

    assert run("rights", "revoke", given["id"], "--reason", "koe", "--practice") == Status.DONE
    capsys.readouterr()

    assert run("rights", "list", "--all", "--practice", "--json") == Status.DONE
    rights = json.loads(capsys.readouterr().out)["rights"]
    (gone,) = (right for right in rights if right["grant"]["id"] == given["id"])
    assert (gone["state"], gone["reason"]) == ("revoked", "koe")


def test_a_first_administrator_where_there_are_rights_is_refused(capsys: Captured) -> None:
    where = ("--controller", "1.2.246.10.99999204.19.0", "--controller-name", "Hoiva Esimerkki Oy")

    assert run("rights", "first", *where, *DECISION, "--practice") == Status.REFUSED

    assert "KD-7006" in capsys.readouterr().err


@pytest.mark.parametrize(
    "basis", [(), DECISION[:2], (*DECISION, "--mandate", "V", "--number", "1")]
)
def test_a_right_needs_one_whole_basis(capsys: Captured, basis: tuple[str, ...]) -> None:
    person = ("990000099", "--name", "Uusi", "--role", "viewer", "--kind", "issued")

    assert run("rights", "grant", *person, *basis, "--practice") == Status.COULD_NOT_RUN

    assert "--decision" in capsys.readouterr().err


def test_what_ends_soon_is_found(capsys: Captured, tmp_path: Path) -> None:
    assert run("rights", "expiring", "--practice") == Status.DONE
    assert run("rights", "report", str(tmp_path / "r.pdf"), "--practice") == Status.DONE

    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
