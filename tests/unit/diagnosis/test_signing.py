"""The check of the way to the card's keys where no reader software need be installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.cards.software import ReaderProgram, reader_programs
from kanta_desk.diagnosis import signing as check
from kanta_desk.diagnosis.check import Scene
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.settings.paths import Paths
from tests.helpers.diagnosis import look, parts


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(parts(Paths.under(tmp_path).make()))


def test_the_card_itself_needs_no_software(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "reader_programs", tuple)
    seen = look("signing", scene)
    assert seen.state is CheckState.OK
    assert seen.evidence == ("suoraan kortilta",)


def test_two_reader_programs_at_once_are_warned_of(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "module.so"
    there.touch()
    programs = [ReaderProgram("A", (there,)), ReaderProgram("B", (tmp_path / "no", there))]
    gone = ReaderProgram("C", (tmp_path / "no",))
    assert check.installed([*programs, gone]) == ["A", "B"]
    monkeypatch.setattr(check, "reader_programs", lambda: (*programs, gone))
    seen = look("signing", scene)
    assert seen.state is CheckState.WARNING
    assert "A, B" in seen.evidence
    assert seen.remedy is not None


def test_the_programs_that_are_known_have_files_to_look_for() -> None:
    assert [each.name for each in reader_programs()] == ["Atostek ID", "mPollux DigiSign Client"]
    assert all(each.files for each in reader_programs())
