"""An auditor's searches and cases by the commands: unquoted queries, pages, what is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kanta_desk.cli.program import Status
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import run
from tests.helpers.practice import prepare
from tests.helpers.terminal import Terminal

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a home of its own, with a practice set in whose log is something."""
    place = tmp_path_factory.mktemp("home")
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    environment = {name: str(place / name) for name in names}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        root = Paths.of_system().data / "practice"
        root.mkdir(parents=True)
        prepare(root)
        assert run("log", "search", "--practice") == Status.DONE
        yield environment


def answer(capsys: Captured, *arguments: str) -> Any:
    capsys.readouterr()
    assert run("log", *arguments, "--practice", "--json") == Status.DONE
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("home")
def test_a_query_needs_no_quotes_and_may_begin_with_a_negation(capsys: Captured) -> None:
    whole = answer(capsys, "search", "-vaihe:aie -tyyppi:kirjautuminen")
    words = answer(capsys, "search", "-vaihe:aie", "-tyyppi:kirjautuminen")
    assert words["total"] > whole["total"] > 3  # what the first search left
    assert all(
        event["phase"] != "aie" and event["kind"] != "KIRJAUTUMINEN" for event in words["events"]
    )
    assert answer(capsys, "search", "-time:..yesterday", "type:sign-in")["total"] > 1
    assert answer(capsys, "search", "-aika:tänään")["total"] == 0


def test_a_kind_is_known_by_its_name_before_anything_is_opened(home: dict[str, str]) -> None:
    with Terminal(("log", "saved", "save", "Omat", "type:sign-in", "--practice"), home) as saving:
        assert saving.end()[0] == Status.DONE, saving.transcript
    with Terminal(("log", "saved", "remove", "Omat", "--practice"), home) as removing:
        assert removing.end()[0] == Status.DONE, removing.transcript


@pytest.mark.usefixtures("home")
def test_what_matches_is_exported_by_an_unquoted_query_too(tmp_path: Path) -> None:
    table = tmp_path / "loki.csv"
    asked = ("-vaihe:aie", "tyyppi:kirjautuminen")
    assert run("log", "export", str(table), *asked, "--practice") == Status.DONE
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > 1
    assert all("Kirjautuminen" in line for line in lines[1:])


@pytest.mark.usefixtures("home")
def test_a_search_goes_on_where_it_ended_and_begins_where_it_is_told(capsys: Captured) -> None:
    until = answer(capsys, "search", "--limit", "1")["events"][0]["ref"]
    whole = answer(capsys, "search", "--before", until)
    every = [event["ref"] for event in whole["events"]]
    assert len(every) > 6
    assert whole["before"] is None

    found, before = [], until
    while before is not None:
        page = answer(capsys, "search", "--limit", "3", "--before", before)
        assert len(page["events"]) <= 3
        found += [event["ref"] for event in page["events"]]
        before = page["before"]
    assert found == every

    newest = answer(capsys, "search", "--at", "tänään", "--limit", "1")
    assert newest["skipped"] == 0
    assert len(newest["events"]) == 1
    none = answer(capsys, "search", "--at", "2020")
    assert (none["events"], none["skipped"]) == ([], none["total"])
    assert run("log", "search", "--before", "2026/999999", "--practice") == Status.FOUND_WRONG
    for wrong in (("--before", "x"), ("--before", until, "--at", "2020"), ("--at", "hammas")):
        assert run("log", "search", *wrong, "--practice") == Status.COULD_NOT_RUN


@pytest.mark.usefixtures("home")
def test_all_facets_are_told(capsys: Captured) -> None:
    told = answer(capsys, "search", "-vaihe:aie", "--facets")
    capsys.readouterr()
    assert run("log", "search", "-vaihe:aie", "--facets", "--practice") == Status.DONE
    said = capsys.readouterr().out
    for title in (
        "Toiminnot", "Vaiheet", "Käyttäjät", "Yksiköt", "Käyttötarkoitukset", "Kuukaudet",
    ):  # fmt: skip
        assert f"\n{title}\n" in said
    assert "aie" not in {share["key"] for share in told["facets"]["phases"]}
    assert "Käyttöönottokoe\n" in said  # a purpose by its name
    assert f"  {told['facets']['units'][0]['key'] or '–'}\n" in said


@pytest.mark.usefixtures("home")
def test_a_search_is_saved_run_and_removed(capsys: Captured) -> None:
    asked = ("-vaihe:aie", "tyyppi:kirjautuminen", "aika:tänään")
    assert run("log", "saved", "save", "Kirjautumiset", *asked, "--practice") == Status.DONE
    kept = answer(capsys, "saved", "list")
    assert [(each["name"], each["query"]) for each in kept] == [("Kirjautumiset", " ".join(asked))]

    found = answer(capsys, "saved", "run", "Kirjautumiset", "--limit", "1")
    assert found["total"] > 1
    assert len(found["events"]) == 1
    assert {found["events"][0][name] for name in ("kind", "phase")} == {"KIRJAUTUMINEN", "toteutui"}

    unread = ("saved", "save", "Väärä", "hammas:lanka", "--practice")
    assert run("log", *unread) == Status.COULD_NOT_RUN
    assert run("log", "saved", "remove", "Kirjautumiset", "--practice") == Status.DONE
    for gone in ("run", "remove"):
        assert run("log", "saved", gone, "Kirjautumiset", "--practice") == Status.FOUND_WRONG
    assert answer(capsys, "saved", "list") == []


@pytest.mark.usefixtures("home")
def test_a_case_from_its_beginning_to_its_second_decision(capsys: Captured) -> None:
    first, second = (
        event["ref"] for event in answer(capsys, "search", "--limit", "2")["events"]
    )  # fmt: skip

    def done(*arguments: str) -> int:
        return run("log", "case", *arguments, "--practice")

    assert done("open", "Oma tieto", "--event", first, "--due", "1.1.2020") == Status.DONE
    (case,) = answer(capsys, "case", "list")
    number = str(case["id"])
    assert done("add", number, second, "--note", "Sama asiakas") == Status.DONE
    capsys.readouterr()
    assert done("list") == Status.DONE
    assert "myöhässä" in capsys.readouterr().out
    assert done("due", number, "1.1.2099") == Status.DONE
    assert done("remove", number, first, "--note", "Toinen asia") == Status.DONE
    assert done("remove", number, first) == Status.FOUND_WRONG
    assert done("add", number, "2026/999999") == Status.FOUND_WRONG
    assert done("decide", number, "--decision", "Peruste löytyi") == Status.DONE
    assert done("add", number, first) == Status.FOUND_WRONG
    assert answer(capsys, "case", "list", "--open") == []
    assert done("reopen", number, "--reason", "Uusi pyyntö") == Status.DONE
    assert done("reopen", number, "--reason", "Uusi pyyntö") == Status.FOUND_WRONG
    (case,) = answer(capsys, "case", "list", "--open")
    assert case["events"] == [{"event": second, "note": "Sama asiakas"}]
    assert (case["due"], case["decision"]) == ("2099-01-01", "Peruste löytyi")
    capsys.readouterr()
    assert done("show", number) == Status.DONE
    shown = capsys.readouterr().out
    assert "Aiempi päätös  Peruste löytyi" in shown
    assert "Sama asiakas" in shown
    assert done("show", "999") == Status.FOUND_WRONG

    acts = answer(capsys, "search", 'tyyppi:"käyttölokin selvitys"', "vaihe:toteutui")
    assert acts["total"] == 6


def test_a_verification_tells_how_far_it_is_on_a_terminal_alone(
    home: dict[str, str], capsys: Captured
) -> None:
    with Terminal(("log", "verify", "--practice", "--json"), home) as terminal:
        status, out = terminal.end()
    assert status == Status.DONE, terminal.transcript
    assert json.loads(out)["intact"]
    assert "Tarkastetaan: 100 % (" in terminal.transcript

    capsys.readouterr()
    assert run("log", "verify", "--practice") == Status.DONE
    assert "Tarkastetaan" not in capsys.readouterr().err
