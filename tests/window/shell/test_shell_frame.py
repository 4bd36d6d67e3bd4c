"""What stands around the pages: banner, practice cards, notices, what is unverified."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.errors import KantaError
from kanta_desk.gui import geometry
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.mode import Mode
from kanta_desk.model.text import Text
from kanta_desk.settings.options import Connection, Options
from tests.helpers.shell import SomePage, page, sign_in, words
from tests.helpers.window import MAIJA, OTHER, MemoryDesk, settle


def test_practice_says_so_in_every_state(window: MainWindow, desk: MemoryDesk) -> None:
    for state in ("signed out", "open", "locked"):
        assert window.state == state
        assert "HARJOITUS – tämä ei ole Kanta" in words(window)
        if state == "signed out":
            desk.insert()
            settle(window)
            sign_in(window)
        else:
            desk.pull()
            settle(window)


def shown(qtbot: QtBot, desk: MemoryDesk) -> MainWindow:
    window = MainWindow(desk, ())  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    return window


def test_production_is_confirmed_in_the_banner_which_then_goes(
    app: QApplication, qtbot: QtBot
) -> None:
    desk = MemoryDesk(mode=Mode.PRODUCTION)
    window = shown(qtbot, desk)

    assert window.banner.isVisible()
    assert window.banner.words.text().startswith("TUOTANTO")
    assert desk.needs_confirmation

    window.banner.confirm.click()

    assert not desk.needs_confirmation
    assert not window.banner.isVisible()
    assert window.banner.cards is None


def test_where_there_are_several_connections_the_banner_always_names_the_one_in_use(
    app: QApplication, qtbot: QtBot
) -> None:
    both = tuple(
        Connection(mode.value.title(), mode, "https://a", "p", Path("c"), Path("d"), Path("e"))
        for mode in (Mode.TEST, Mode.PRODUCTION)
    )
    options = Options(connection=both[1], connections=both)
    window = shown(qtbot, MemoryDesk(options, Mode.PRODUCTION, confirmed=True))

    assert window.banner.isVisible()
    assert window.banner.words.text().endswith("· Production")
    assert not window.banner.confirm.isVisible()


def test_the_banner_tells_of_a_certificate_that_is_about_to_end(
    app: QApplication, qtbot: QtBot
) -> None:
    desk = MemoryDesk(mode=Mode.PRODUCTION, confirmed=True)
    window = shown(qtbot, desk)
    assert not window.banner.isVisible()

    desk.notices = (Text("Varmenne vanhenee", "Certifikatet går ut", "It ends"),)
    window.banner.refresh()

    assert window.banner.isVisible()
    assert window.banner.notice.text() == "Varmenne vanhenee"


def test_the_practice_card_is_put_in_and_pulled_with_its_pin_in_sight(
    window: MainWindow, desk: MemoryDesk
) -> None:
    cards = window.banner.cards
    assert cards is not None
    assert cards.toggle.text() == "Aseta kortti"
    assert "1234" in words(window)

    cards.toggle.click()
    settle(window)
    assert desk.practice.inserted == MAIJA.name
    assert cards.toggle.text() == "Ota kortti pois"

    cards.toggle.click()
    settle(window)
    assert desk.practice.inserted is None


def test_choosing_another_practice_card_swaps_the_one_that_is_in(
    opened: MainWindow, desk: MemoryDesk
) -> None:
    desk.practice.inserted = MAIJA.name
    cards = opened.banner.cards
    assert cards is not None
    menu = cards.choice.menu()
    assert menu is not None

    menu.actions()[1].trigger()
    settle(opened)

    assert desk.practice.inserted == OTHER.name
    assert opened.state is State.LOCKED


def test_acts_without_an_outcome_are_told_once_with_a_way_to_the_log(
    window: MainWindow, desk: MemoryDesk
) -> None:
    desk.unfinished = 2
    desk.insert()
    settle(window)
    sign_in(window)
    assert "Aiemman istunnon 2 toimintoa" in window.notice.said

    button = next(b for b in window.notice.findChildren(QPushButton) if b.isVisible())
    button.click()

    assert window.current is page(window, "accesslog")


def test_nothing_is_told_where_everything_was_settled(opened: MainWindow) -> None:
    assert not opened.notice.isVisible()


def test_a_fault_of_ours_is_told_with_its_code(opened: MainWindow) -> None:
    opened.tell(KantaError())
    settle(opened)

    assert "Koodi KD-0000" in words(opened)


def test_the_banner_of_a_mode_is_the_models(window: MainWindow) -> None:
    from kanta_desk.model.mode import MODE_BANNERS

    banner: Text = MODE_BANNERS[Mode.PRACTICE]

    assert window.banner.words.text() == banner.fi


def test_a_window_of_production_names_no_mode(app: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(MemoryDesk(mode=Mode.PRODUCTION), ())  # type: ignore[arg-type]
    qtbot.addWidget(window)

    assert window.windowTitle() == "Kirjautuminen – Kanta Desk"


def test_unverified_facts_are_said_in_every_state_with_a_way_to_them(
    app: QApplication, qtbot: QtBot
) -> None:
    desk = MemoryDesk(unverified=("endpoint = /x (own choice)",))
    window = MainWindow(desk, (SomePage,))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    assert window.navigation.unverified.isVisible()
    desk.insert()
    settle(window)
    sign_in(window)
    assert window.navigation.unverified.isVisible()

    window.navigation.unverified.click()
    settle(window)
    window.card_page.unverified.toggle.click()

    assert window.current is window.card_page
    assert "endpoint = /x (own choice)" in words(window)


def test_an_unconfirmed_card_is_said_as_long_as_it_is_in(
    window: MainWindow, desk: MemoryDesk
) -> None:
    assert not window.navigation.unverified.isVisible()

    desk.insert()
    settle(window)
    assert window.navigation.unverified.isVisible()

    desk.pull()
    settle(window)
    assert not window.navigation.unverified.isVisible()


def test_a_narrow_window_leaves_the_places_their_names(opened: MainWindow) -> None:
    opened.resize(900, 500)
    places = opened.navigation._group.buttons()
    assert {place.text() for place in places} == {""}
    assert places[0].accessibleName() == "Asiakirjat"

    opened.resize(1280, 800)
    assert places[0].text() == "Asiakirjat"


def test_the_window_comes_back_where_it_was(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    windows = [MainWindow(MemoryDesk(), ()) for _ in range(2)]  # type: ignore[arg-type]
    for window in windows:
        qtbot.addWidget(window)
    windows[0].resize(900, 620)
    geometry.keep(windows[0], tmp_path)

    geometry.restore(windows[1], tmp_path)

    assert windows[1].size() == windows[0].size()


def test_a_folder_without_a_place_kept_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    before = window.geometry()

    geometry.restore(window, tmp_path)

    assert window.geometry() == before


def test_a_window_that_is_gone_hears_nothing_more(app: QApplication, desk: MemoryDesk) -> None:
    window = MainWindow(desk, (SomePage,))  # type: ignore[arg-type]
    window.show()
    assert desk._cards_told

    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.insert()  # cards go on changing until the desk itself is closed
    app.processEvents()

    assert desk._cards_told == []
