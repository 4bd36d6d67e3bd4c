"""The commands as a whole: help, mistakes, errors, exit statuses, the window."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cli import app, display
from kanta_desk.cli.app import tell
from kanta_desk.cli.display import has_display
from kanta_desk.cli.logging_setup import NAME
from kanta_desk.cli.program import Status
from kanta_desk.errors import (
    ArchiveDenied,
    DocumentNotFound,
    KantaError,
    LogLocked,
    NoCard,
    RightMissing,
)
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language
from kanta_desk.settings.paths import Paths
from tests.helpers.commands import NotedWindow, run

COMMANDS = (
    *(
        "practice",
        "standin",
        "doctor",
        "search",
        "show",
        "versions",
        "export",
        "check",
        "verify",
        "invalidate",
        "joining",
    ),
    *("self-test", "card", "plan", "runs", "log", "rights", "codesets", "structures", "units"),
)
ENGLISH = re.compile(r"Usage|Options|Arguments|Commands|Show this|required|default:", re.ASCII)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """Give the program's logger back as it was."""
    logger = logging.getLogger("kanta_desk")
    level, propagate = logger.level, logger.propagate
    yield
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
    logger.propagate = propagate


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_names_every_command(capsys: Captured, language: str) -> None:
    assert run("--help", "--lang", language) == Status.DONE
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines()[-len(COMMANDS) :]] == list(COMMANDS)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(
    "command",
    [
        "",
        *COMMANDS[:-1],
        "card pin",
        "card pin change",
        "card pin unblock",
        "log search",
        "log show",
    ],
)
def test_help_holds_no_english_in_finnish_and_swedish(
    capsys: Captured, language: str, command: str
) -> None:
    assert run(*command.split(), "--help", "--lang", language) == Status.DONE
    assert ENGLISH.findall(capsys.readouterr().out) == []


def test_help_differs_from_language_to_language(capsys: Captured) -> None:
    said = set()
    for language in Language:
        run("verify", "--help", "--lang", language)
        said.add(capsys.readouterr().out)
    assert len(said) == 3


@pytest.mark.parametrize(
    "group", ["", "log", "log hold", "log case", "log saved", "rights", "card", "card pin"]
)
def test_help_cuts_no_summary_of_a_command(capsys: Captured, group: str) -> None:
    for language in Language:
        run(*group.split(), "--help", "--lang", language)
        assert "..." not in capsys.readouterr().out.replace("[ARG]...", "").replace("[ARGS]...", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serch"], "search"),
        (["show"], "OID"),
        (["doctor", "--jsn"], "--jsn"),
        (["--lang", "xx", "doctor"], "--lang"),
        (["search", "x", "--mode", "wild"], "--mode"),
        (["log", "show", "zero"], "N"),
        (["log", "search", "-tyyppi:haku", "--limmit", "5"], "--limmit"),
        (["log", "export", "loki.csv", "vaihe:aie", "--unmsk=x"], "--unmsk"),
        (["show", "1.2", "3.4"], "3.4"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_in_finnish_with_status_2(
    capsys: Captured, arguments: list[str], said: str
) -> None:
    assert run(*arguments) == Status.COULD_NOT_RUN
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert "Ohje: kanta-desk" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "x", "--mode", "wild"], "--mode <basic|versions|invalidated|old>"),
        (["standin", "--port", "99999"], "0<=x<=65535"),
    ],
)
def test_a_value_that_will_not_do_is_told_with_those_that_will(
    capsys: Captured, arguments: list[str], said: str
) -> None:
    assert run(*arguments) == Status.COULD_NOT_RUN
    assert said in capsys.readouterr().err


def test_a_folder_in_place_of_a_file_is_told_before_anybody_signs_in(
    capsys: Captured, tmp_path: Path
) -> None:
    assert run("export", "1.2.3", "--out", str(tmp_path), "--practice") == Status.COULD_NOT_RUN
    assert "--out" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_told_before_anybody_signs_in(
    capsys: Captured, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    out = tmp_path / "file" / "document.xml"
    assert run("export", "1.2.3", "--out", str(out), "--practice") == Status.COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "KD-1102" in said
    assert "HARJOITUS" not in said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("", "hakuehto"),
        ("Maija 1.1.1981", "nimi ja syntymäaika"),
        ("HE-" + "1" * 129, "asiatunnus"),
    ],
)
def test_a_key_that_cannot_be_searched_by_is_named_in_words(
    capsys: Captured, key: str, said: str
) -> None:
    assert run("search", key, "--practice") == Status.COULD_NOT_RUN
    assert said in capsys.readouterr().err


def test_a_group_alone_shows_its_help(capsys: Captured) -> None:
    assert run("log", "--lang", "fi") == Status.COULD_NOT_RUN
    assert "Komennot:" in capsys.readouterr().err


def test_an_identifier_that_is_none_is_told_before_anything_is_opened(capsys: Captured) -> None:
    assert run("show", "not-an-oid") == Status.COULD_NOT_RUN
    assert "KD-1001" in capsys.readouterr().err


def test_a_henkilotunnus_with_a_wrong_check_is_not_repeated(capsys: Captured) -> None:
    assert run("search", "010181-900A") == Status.COULD_NOT_RUN
    said = capsys.readouterr()
    assert "KD-1001" in said.err
    assert "900A" not in said.out + said.err


def test_a_plan_that_is_not_there_is_told_before_signing_in(capsys: Captured) -> None:
    assert run("verify", "no-such-plan.csv", "--practice") == Status.COULD_NOT_RUN
    assert "KD-8001" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NoCard("reader"), Status.COULD_NOT_RUN),
        (LogLocked("log"), Status.COULD_NOT_RUN),
        (RightMissing("HAKU"), Status.REFUSED),
        (ArchiveDenied("x"), Status.REFUSED),
        (DocumentNotFound("1.2"), Status.FOUND_WRONG),
        (KantaError(), Status.COULD_NOT_RUN),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_an_error_is_told_with_code_and_remedy(
    capsys: Captured, error: KantaError, status: Status, language: Language
) -> None:
    assert tell(error, language) is status
    title, meaning, remedy = capsys.readouterr().err.splitlines()
    assert title.endswith(f"({error.code})")
    assert meaning
    assert remedy.partition(": ")[2]


def test_a_bug_is_one_line_and_goes_to_the_log_by_type_and_place(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ValueError("010181-900C")

    monkeypatch.setattr(app, "build_app", broken)
    assert run("doctor", "--lang", "en") == Status.COULD_NOT_RUN
    said = capsys.readouterr().err
    log = Paths.of_system().cache / NAME
    assert len(said.splitlines()) == 1
    assert "ValueError" in said
    assert str(log) in said
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "broken" in written
    assert "900C" not in said + written


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    window = NotedWindow(status=0)
    assert run("--lang", "sv", "--look", "dark", window=window) == Status.DONE
    assert window.opened == [(Language.SV, Look.DARK)]


def test_practice_opens_the_window_too_and_gives_its_status() -> None:
    window = NotedWindow(status=2)
    assert run("practice", "--look", "contrast", "--lang", "en", window=window) == 2
    assert window.opened == [(Language.EN, Look.CONTRAST)]


def test_without_a_display_the_window_is_not_asked_for(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = NotedWindow()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display.sys, "platform", "linux")
    assert run("practice", window=window) == Status.COULD_NOT_RUN
    assert run(window=window) == Status.COULD_NOT_RUN
    assert window.opened == []
    assert "--headless" in capsys.readouterr().err


def test_a_window_whose_parts_do_not_load_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unloadable(NotedWindow):
        def open(self, *_: object, **__: object) -> int:
            raise ImportError("libEGL.so.1", name="PySide6.QtGui")

    monkeypatch.setenv("DISPLAY", ":0")
    assert run("practice", window=Unloadable()) == Status.COULD_NOT_RUN
    assert "PySide6.QtGui" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_the_environment(
    environment: dict[str, str], platform: str, there: bool
) -> None:
    assert has_display(environment, platform) is there


def test_the_version_is_told(capsys: Captured) -> None:
    assert run("--version") == Status.DONE
    assert capsys.readouterr().out.startswith("Kanta Desk ")


def test_a_log_folder_that_cannot_be_written_stops_nothing(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(Paths, "of_system", lambda *_: Paths.under(tmp_path / "file"))
    assert run("--version") == Status.DONE
    assert capsys.readouterr().out
