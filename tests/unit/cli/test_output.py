"""What the commands write: harmless to the terminal, safe on any console, plain for programs."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.cli import output
from kanta_desk.cli.values import metadata_lines, plain, table
from kanta_desk.errors import FolderNotWritable
from kanta_desk.model.codes import Code
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.metadata_lines import FieldNames
from kanta_desk.model.text import Language
from tests.helpers.deployment import metadata

NAMES = FieldNames(Language.FI, lambda code: f"nimi {code.value}")


def test_control_characters_never_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("a\x1b[2Jb\x07\n\tc")
    output.note("\u202ed\x9b")
    said = capsys.readouterr()
    assert said.out == "a[2Jb\n\tc\n"
    assert said.err == "d\n"


def test_progress_is_one_line_of_a_terminal_and_gone_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with output.Progress("Työ") as told:
        told(1, 4)
        told(2, 4)  # too soon to be shown
        told(4, 4)
    told(4, 4)
    lines = screen.getvalue().split("\r")
    assert lines[1:3] == ["Työ: 25 % (1/4)", "Työ: 100 % (4/4)"]
    assert lines[3:] == [" " * len(lines[2]), ""]


def test_progress_is_not_shown_elsewhere_than_on_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with output.Progress("Työ") as told:
        told(4, 4)
    assert capsys.readouterr() == ("", "")


def test_work_is_cancelled_when_nobody_waits_for_it_any_more() -> None:
    told = output.Progress("Työ")
    assert not told.cancelled()
    with pytest.raises(KeyboardInterrupt), told:
        raise KeyboardInterrupt
    assert told.cancelled()


def test_the_machine_form_is_utf8_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output.machine({"nimi": "Äijälä", "n": 1})
    output.machine(b'{"ready": true}\n')
    first, _, second = capsysbinary.readouterr().out.partition(b"}\n")
    assert json.loads(first + b"}") == {"nimi": "Äijälä", "n": 1}
    assert json.loads(second) == {"ready": True}


def test_a_console_without_a_character_gets_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "cp1252", newline="\n"))
    output.make_safe()
    output.say("✓ pöytä")
    sys.stdout.flush()
    assert raw.getvalue() == "? pöytä\n".encode("cp1252")


def test_help_comes_out_on_a_console_of_another_code_page() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kanta_desk", "--help", "--lang", "fi"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0", "PATH": ""},
    )
    assert done.returncode == 0
    assert b"Komennot:" in done.stdout
    assert done.stderr == b""


def test_a_file_that_cannot_be_written_is_an_error_of_the_tree(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(FolderNotWritable):
        output.write_file(blocked / "report.txt", b"")


def test_values_become_what_json_holds() -> None:
    value = plain(metadata())
    assert json.loads(json.dumps(value)) == value
    assert isinstance(value["document_oid"], str)
    assert plain(Henkilotunnus.parse("010181-900C")) == "010181-900C"
    assert plain(datetime(2026, 11, 22, 12, tzinfo=UTC)) == "2026-11-22T12:00:00+00:00"
    assert plain(Code("1", "1.2", "x")) == {"value": "1", "system": "1.2", "display": "x"}


def test_metadata_stands_under_its_groups_and_absent_fields_are_left_out() -> None:
    lines = list(metadata_lines(metadata(extended_retention=None), NAMES))
    assert lines[0] == "Tunnistetiedot"
    assert not any("Pidennetty säilytysaika" in line for line in lines)


def test_a_required_field_without_a_value_says_so() -> None:
    lines = list(metadata_lines(metadata(retention_class=None), NAMES))
    assert any("(puuttuu, vaikka se on pakollinen)" in line for line in lines)


def test_a_table_is_aligned_and_an_empty_one_has_its_head() -> None:
    assert list(table(("a", "bb"), [("ccc", "d")])) == ["a    bb", "ccc  d"]
    assert list(table(("a", "bb"), [])) == ["a  bb"]
