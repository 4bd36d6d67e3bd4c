"""The Joining page: what it shows of the project, what people note, and what ticks itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.joining import FILE, JoiningTasks, Sight
from kanta_desk.gui.joining.model import Column
from kanta_desk.gui.joining.page import JoiningPage
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.joining import TaskState
from kanta_desk.model.text import Text
from tests.helpers.window import MemoryDesk, settle

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SEEN = Text("Lukija löytyi.", "Läsaren hittades.", "A reader was found.")


@dataclass
class World:
    """What the page's desk can see; a test changes it."""

    reader: CheckState = CheckState.FAILED
    archivists: int = 0
    unit: str = ""

    def diagnose(self) -> tuple[CheckResult, ...]:
        return (CheckResult("readers", SEEN, self.reader, SEEN),)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, world: World, qapp: QApplication) -> JoiningPage:
    sight = Sight(world.diagnose, lambda: world.archivists, lambda: world.unit)
    tasks = JoiningTasks(tmp_path, sight, lambda: NOW, "Hoiva Esimerkki Oy")
    desk = MemoryDesk(joining=tasks)
    made = JoiningPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.entered()
    settle(made)
    return made


def choose(page: JoiningPage, key: str) -> None:
    page.table.selectRow(page.model.row_of(key))


def cell(page: JoiningPage, key: str, column: Column) -> str:
    return str(page.model.index(page.model.row_of(key), column).data())


def test_every_task_stands_under_its_section_with_its_last_days(page: JoiningPage) -> None:
    heads = page.model.headings_at()

    assert len(heads) == 8
    assert page.model.rowCount() == 25 + 8
    assert page.model.index(heads[0], 0).data() == "Päätös ja ihmiset"
    assert cell(page, "decision", Column.STATE) == "aloitettava"
    assert cell(page, "decision", Column.BEGIN) == "20.11.2026"
    assert "1.10.2029" in page.dates.said


def test_a_tick_with_owner_and_note_is_kept_and_moves_the_rest(
    page: JoiningPage, tmp_path: Path
) -> None:
    choose(page, "decision")
    page.detail.done.setChecked(True)
    page.detail.owner.setText("Liisa Johtaja")
    page.detail.note.setPlainText("Hallitus päätti")
    page.detail.save.click()
    settle(page)

    assert cell(page, "decision", Column.STATE) == "tehty"
    assert cell(page, "decision", Column.OWNER) == "Liisa Johtaja"
    assert cell(page, "people", Column.STATE) != "odottaa"
    assert "Liisa Johtaja" in (tmp_path / FILE).read_text("utf-8")
    choose(page, "people")
    choose(page, "decision")
    assert page.detail.done_on.value == date(2026, 11, 20)
    assert page.detail.note.toPlainText() == "Hallitus päätti"


def test_a_tick_is_taken_back(page: JoiningPage) -> None:
    choose(page, "decision")
    page.detail.done.setChecked(True)
    page.detail.save.click()
    settle(page)
    page.detail.done.setChecked(False)
    page.detail.save.click()
    settle(page)

    assert cell(page, "decision", Column.STATE) == "aloitettava"


def test_what_the_program_sees_ticks_itself_with_its_evidence(
    page: JoiningPage, world: World
) -> None:
    choose(page, "readers")
    page.look()
    settle(page)
    assert cell(page, "readers", Column.STATE) == "odottaa"
    assert "Lukija löytyi. (20.11.2026)" in page.detail._seen.word

    world.reader, world.archivists, world.unit = CheckState.OK, 2, "Hoiva Esimerkki Oy"
    page.look()
    settle(page)

    for key in ("readers", "rights", "units"):
        assert cell(page, key, Column.STATE) == "tehty", key
    choose(page, "units")
    assert "Hoiva Esimerkki Oy" in page.detail._seen.word
    assert not page.detail.done.isChecked()


def test_a_start_that_cannot_be_kept_is_told_with_the_earliest_one(page: JoiningPage) -> None:
    assert page.warning.isHidden()
    page.start.setText("15.1.2027")
    page.start.editingFinished.emit()
    settle(page)

    assert "aikaisintaan" in page.warning.said
    assert cell(page, "decision", Column.STATE) == "myöhässä"
    page.start.setText("1.9.2027")
    page.start.editingFinished.emit()
    settle(page)
    assert page.warning.isHidden()


def test_what_is_no_day_changes_nothing(page: JoiningPage) -> None:
    before = cell(page, "decision", Column.BEGIN)
    page.start.setText("pian")
    page.start.editingFinished.emit()
    settle(page)

    assert cell(page, "decision", Column.BEGIN) == before


def test_the_list_is_printed(page: JoiningPage, tmp_path: Path) -> None:
    page.print_to(tmp_path / "liittyminen.pdf")
    settle(page)

    assert (tmp_path / "liittyminen.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "liittyminen.pdf" in page.notice.said


def test_a_broken_file_is_told_and_kept(page: JoiningPage, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{", "utf-8")
    choose(page, "decision")
    page.detail.save.click()
    settle(page)

    assert FILE in page._error.said
    assert (tmp_path / FILE).read_text("utf-8") == "{"


def test_a_section_cannot_be_chosen(page: JoiningPage) -> None:
    page.table.selectRow(page.model.headings_at()[1])

    assert page.detail.key == ""
    assert page.model.task(0) is None


def test_every_state_has_a_tone_and_an_icon(page: JoiningPage) -> None:
    from kanta_desk.gui.joining.model import STATE_TONES

    assert set(STATE_TONES) == set(TaskState)
