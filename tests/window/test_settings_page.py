"""The Settings page: what is shown, what a file would change, and who may import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.importing import Library
from kanta_desk.gui.settings.model import HoldingColumn
from kanta_desk.gui.settings.page import SettingsPage
from kanta_desk.model.imports import ImportKind
from kanta_desk.model.mode import Mode
from kanta_desk.practice import organisation as own
from kanta_desk.practice.people import ARCHIVIST, STAFF, PracticeCard
from kanta_desk.settings.options import Connection, Options, Organisation
from kanta_desk.settings.paths import Paths
from tests.helpers.imports import (
    CODES,
    REGISTER,
    TASKS,
    code_file,
    structure_files,
    unit_file,
)
from tests.helpers.pages import nameless, visible_text
from tests.helpers.small_desk import SmallDesk, small_desk
from tests.helpers.window import MemoryDesk, settle

BAD = CODES + "22;X;Nimi;;;eilen;\n"
OPTIONS = Options(
    organisation=Organisation(own.OWN.party, own.OWN.business_id, own.OWN_UNIT),
    purposes=own.PURPOSES,
)


@dataclass
class Opened:
    """A page on a small desk."""

    desk: SmallDesk
    page: SettingsPage
    folder: Path

    @property
    def rows(self) -> list[str]:
        model = self.page.library.model
        columns = (HoldingColumn.NAME, HoldingColumn.SOURCE)
        return [
            " · ".join(str(model.index(row, column).data()) for column in columns)
            for row in range(model.rowCount())
        ]

    def show(self, tab: object) -> None:
        self.page.tabs.setCurrentWidget(tab)  # type: ignore[arg-type]
        settle(self.page)

    def look_at(self, *paths: Path) -> None:
        self.show(self.page.library)
        self.page.library.look_at(paths)
        settle(self.page)

    def changes(self) -> list[str]:
        model = self.page.library.preview.changes
        return [
            " ".join(str(model.index(row, column).data()) for column in (0, 1))
            for row in range(model.rowCount())
        ]


def opened(
    desk: SmallDesk, qtbot: QtBot, folder: Path, card: PracticeCard | None = ARCHIVIST
) -> Opened:
    window = MemoryDesk(options=OPTIONS, library=desk.library)
    window.session = desk.session(card) if card else None  # type: ignore[assignment]
    page = SettingsPage(window)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.entered()
    settle(page)
    return Opened(desk, page, folder)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDesk]:
    with small_desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def small(one: SmallDesk, tmp_path: Path) -> SmallDesk:
    """The desk with nothing imported yet."""
    one.library = Library.of(Paths.under(tmp_path / "installation"))
    return one


@pytest.fixture
def shown(app: QApplication, qtbot: QtBot, small: SmallDesk, tmp_path: Path) -> Opened:
    return opened(small, qtbot, tmp_path)


def test_the_organisation_is_shown_and_held_against_the_register(shown: Opened) -> None:
    text = visible_text(shown.page)
    assert own.OWN.party.name in text
    assert "Organisaatiorekisteriä ei ole tuotu" in text

    session = shown.page.desk.session
    assert session is not None
    other = unit_file(shown.folder, REGISTER.replace("Hoiva Esimerkki Oy", "Hoiva Toinen Oy"))
    session.imports.take(shown.page.desk.library.prepare(other))
    shown.page.library.changed.emit()
    shown.page.entered()
    settle(shown.page)

    assert "Nimi on organisaatiorekisterissä toinen: Hoiva Toinen Oy" in visible_text(shown.page)


def test_what_ships_is_listed_and_narrowed_by_kind_and_words(shown: Opened) -> None:
    shown.show(shown.page.library)
    everything = len(shown.rows)

    shown.page.library.narrow.setText("palvelutehtävä")
    assert shown.rows == ["Sosiaalihuolto – Palvelutehtävä · vahvistamaton"]
    shown.page.library.narrow.setText("6.1505")
    assert len(shown.rows) == 1
    shown.page.library.narrow.clear()
    shown.page.library.kind._choose("", ImportKind.STRUCTURES)
    assert shown.rows == []
    assert everything > 20


def test_a_file_is_looked_at_first_and_taken_in_when_one_says_so(
    shown: Opened, qtbot: QtBot
) -> None:
    shown.look_at(code_file(shown.folder))
    assert "Päättyy 20" in shown.changes()
    assert not any(holding.origin for holding in shown.desk.library.holdings())

    qtbot.mouseClick(shown.page.library.preview.take, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert shown.page.library.notice.said.startswith("Tuotiin: Sosiaalihuolto – Palvelutehtävä")
    held = [row for row in shown.rows if "tuotu" in row]
    assert len(held) == 1
    assert shown.page.library._left.isVisible()


def test_faults_are_listed_and_the_button_says_that_rows_are_left_out(
    shown: Opened, qtbot: QtBot
) -> None:
    shown.look_at(code_file(shown.folder, BAD))
    preview = shown.page.library.preview
    problem = [preview.problems.index(0, column).data() for column in range(4)]

    assert problem[:3] == ["rivi 5, sarake BeginningDate", "Päivää ei voi lukea", "eilen"]
    assert preview.take.text() == "Tuo ilman 1 virheellistä riviä"
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    settle(shown.page)
    assert any(h.origin and h.count == 3 for h in shown.desk.library.holdings())


def test_files_are_looked_at_one_after_another(shown: Opened, qtbot: QtBot) -> None:
    shown.look_at(code_file(shown.folder), structure_files(shown.folder))
    preview = shown.page.library.preview
    assert "1 tiedosto vielä katsomatta" in preview.hint.text()

    qtbot.mouseClick(preview.cancel, Qt.MouseButton.LeftButton)
    settle(shown.page)
    assert "Asiakirjarakenteet" in preview.title.text()
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    settle(shown.page)

    taken = [h.kind for h in shown.desk.library.holdings() if h.origin]
    assert taken == [ImportKind.STRUCTURES]


def test_a_file_without_its_system_asks_for_it(shown: Opened, qtbot: QtBot) -> None:
    shown.look_at(code_file(shown.folder, CODES, "koodit.csv"))
    tab = shown.page.library
    assert "Koodiston tunnus puuttuu" in tab._error.said
    assert tab.system.isVisible()

    tab.system.setText(TASKS)
    qtbot.keyClick(tab.system, Qt.Key.Key_Return)
    settle(shown.page)

    assert not tab._error.said
    assert not tab.system.isVisible()
    assert tab.preview.isVisible()


def test_a_file_that_cannot_be_read_is_told_in_the_page(shown: Opened) -> None:
    path = shown.folder / "a.csv"
    path.write_text("a;b\n", encoding="utf-8")
    shown.look_at(path)

    assert "Tiedostoa ei voi tuoda" in shown.page.library._error.said
    assert not shown.page.library.preview.isVisible()


@pytest.mark.parametrize("card", [None, STAFF])
def test_without_the_right_one_may_look_and_not_import(
    app: QApplication,
    qtbot: QtBot,
    small: SmallDesk,
    tmp_path: Path,
    card: PracticeCard | None,
) -> None:
    shown = opened(small, qtbot, tmp_path, card)
    shown.look_at(code_file(tmp_path))
    preview = shown.page.library.preview

    assert shown.changes()
    assert not preview.take.isEnabled()
    assert "pääkäyttäjän oikeudella" in preview.hint.text()


def test_an_import_is_removed_after_a_second_question(shown: Opened, qtbot: QtBot) -> None:
    shown.look_at(code_file(shown.folder))
    qtbot.mouseClick(shown.page.library.preview.take, Qt.MouseButton.LeftButton)
    settle(shown.page)
    tab = shown.page.library
    row = next(n for n, text in enumerate(shown.rows) if "tuotu" in text)
    tab.table.selectRow(row)

    qtbot.mouseClick(tab.detail.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab.detail.keep, Qt.MouseButton.LeftButton)
    assert any("tuotu" in text for text in shown.rows)
    qtbot.mouseClick(tab.detail.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab.detail.sure, Qt.MouseButton.LeftButton)
    settle(shown.page)

    assert not any("tuotu" in text for text in shown.rows)


def test_what_ships_cannot_be_removed(shown: Opened) -> None:
    shown.show(shown.page.library)
    shown.page.library.table.selectRow(0)

    assert shown.page.library.detail.isVisible()
    assert not shown.page.library.detail.remove.isVisible()


def test_a_lock_forgets_an_import_that_was_begun(shown: Opened) -> None:
    shown.look_at(code_file(shown.folder))

    shown.page.wipe()

    assert shown.page.library._prepared is None
    assert shown.changes() == []
    assert shown.page.library._left.isVisible()


def test_connections_are_told_apart_and_their_faults_told(
    app: QApplication, qtbot: QtBot, small: SmallDesk, tmp_path: Path
) -> None:
    broken = Connection(
        name="Tuotanto", mode=Mode.PRODUCTION, url="https://archive.example", profile=own.PROFILE,
        ca_file=tmp_path / "ca.pem", client_chain=tmp_path / "none.pem",
        client_key=tmp_path / "none.key",
    )  # fmt: skip
    test = replace(broken, name="Testi", mode=Mode.TEST)
    window = MemoryDesk(
        options=replace(OPTIONS, connection=test, connections=(broken, test)),
        library=small.library,
    )
    page = SettingsPage(window)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1060, 900)
    page.show()
    page.tabs.setCurrentWidget(page.connections)
    settle(page)

    text = visible_text(page.connections)
    assert text.index("Testi") < text.index("Tuotanto")
    for said in ("TESTIYMPÄRISTÖ", "TUOTANTO", "käytössä", "ei voi lukea", "none.pem"):
        assert said in text


def test_an_installation_with_nothing_set_says_so(
    app: QApplication, qtbot: QtBot, small: SmallDesk
) -> None:
    page = SettingsPage(MemoryDesk(library=small.library))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    page.entered()
    settle(page)
    assert "ei ole vielä organisaatiota" in visible_text(page)
    page.tabs.setCurrentWidget(page.connections)
    settle(page)
    assert "ei ole yhteyttä arkistoon" in visible_text(page)


def test_every_control_has_a_name_for_screen_readers(shown: Opened) -> None:
    shown.look_at(code_file(shown.folder, BAD))

    assert nameless(shown.page) == []
