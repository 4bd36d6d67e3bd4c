"""The panel that seals the log with the card: in the integrity tab, and at sign-out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.session import Session, SessionState
from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.gui.frame.statusbar import StatusBar
from kanta_desk.gui.invalidations.running import RunView
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.practice.card import PRACTICE_PIN1
from tests.helpers.pages import nameless, shown_text
from tests.helpers.practice import insert, practice_desk, sign_in
from tests.helpers.window import settle

pytestmark = pytest.mark.usefixtures("app")
PIN = PRACTICE_PIN1.encode()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as opened:
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    assert desk.practice is not None
    if desk.practice.inserted != desk.practice.cards[0]:
        insert(desk, "Maija")
    sign_in(desk)
    made = MainWindow(desk, PLACES)
    qtbot.addWidget(made)
    made.show()
    made.opened()
    settle(made)
    yield made
    made.close()


def session_of(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


def seals(session: Session) -> list[tuple[Phase, str]]:
    """Phase and moment of every seal of a session, oldest first; read beside the gate."""
    conditions = EventFilter(kind=EventKind.LOG_SEAL, session=session.id)
    found = session._logbook._log.search(conditions).events
    return [(event.phase, event.subject.query) for event in reversed(found)]


def test_the_tab_seals_with_pin1_and_says_what_was_covered(desk: Desk, window: MainWindow) -> None:
    window.go("accesslog")
    page = window.current
    assert isinstance(page, AccessLogPage)
    page.tabs.setCurrentWidget(page.integrity)
    settle(window)
    panel = page.integrity.seal
    assert panel.isHidden()

    page.integrity.seal_button.setFocus()
    page.integrity.seal_button.click()
    assert window.focusWidget() is panel.pin.field
    assert nameless(page) == []
    panel.pin.field.type_digits(PIN)
    QTest.keyClick(panel.pin.field, Qt.Key.Key_Return)
    settle(window)

    assert panel.isHidden()
    assert window.focusWidget() is page.integrity.seal_button
    assert "Korttisi sinetöi lokin" in shown_text(page)
    assert seals(session_of(desk)) == [(Phase.INTENT, "asked"), (Phase.DONE, "asked")]


def test_signing_out_with_a_seal_ends_the_session_after_it(desk: Desk, window: MainWindow) -> None:
    session = session_of(desk)

    window.status_bar.seal_asked.emit()
    window.seal_panel.pin.field.type_digits(PIN)
    window.seal_panel.pin.submit.click()
    settle(window)

    assert window.state is State.SIGNED_OUT
    assert session.state is SessionState.CLOSED
    assert seals(session)[-1] == (Phase.DONE, "sign-out")
    assert window.seal_panel.isHidden()


def test_escape_leaves_all_as_it_was_and_plain_sign_out_stays(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(desk)
    asked_at = window.focusWidget()
    window.status_bar.seal_asked.emit()
    window.seal_panel.pin.field.type_digits(PIN)

    with qtbot.waitActive(window, timeout=5000):  # a shortcut belongs to the active window
        window.activateWindow()
    QTest.keyClick(window.seal_panel.pin.field, Qt.Key.Key_Escape)

    assert window.seal_panel.isHidden()
    assert not window.seal_panel.pin.field.complete
    assert window.focusWidget() is asked_at
    assert window.state is State.OPEN
    window.status_bar.sign_out_asked.emit()
    settle(window)
    assert session.state is SessionState.CLOSED
    assert seals(session) == []


def test_from_the_panel_one_signs_out_without_sealing(desk: Desk, window: MainWindow) -> None:
    session = session_of(desk)
    window.status_bar.seal_asked.emit()

    window.seal_panel.skip.click()
    settle(window)

    assert session.state is SessionState.CLOSED
    assert seals(session) == []


def test_a_wrong_pin_is_told_and_the_session_stays(desk: Desk, window: MainWindow) -> None:
    window.status_bar.seal_asked.emit()
    panel = window.seal_panel
    panel.pin.field.type_digits(b"9999")
    panel.pin.submit.click()
    settle(window)

    assert "Tunnusluku on väärä" in panel.error.said
    assert "4" in panel.pin.tries_shown
    assert session_of(desk).state is SessionState.ACTIVE
    panel.pin.field.type_digits(PIN)
    panel.pin.submit.click()
    settle(window)
    assert window.state is State.SIGNED_OUT


def test_a_lock_takes_the_panel_away_with_the_pin(desk: Desk, window: MainWindow) -> None:
    window.status_bar.seal_asked.emit()
    window.seal_panel.pin.field.type_digits(PIN)

    window.lock()
    settle(window)

    assert window.seal_panel.isHidden()
    assert not window.seal_panel.pin.field.complete


def test_the_status_bar_offers_both_ways_out(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)

    words = {each.text() for each in bar.findChildren(QPushButton)}
    assert {"Kirjaudu ulos ja &sinetöi", "Kirjaudu &ulos"} <= words


def test_a_run_says_that_its_second_seal_is_missing(desk: Desk, qtbot: QtBot) -> None:
    view = RunView(desk, lambda code: "")
    qtbot.addWidget(view)

    view._tell_unsealed("KD-4005")

    assert "Kortti ei sinetöinyt lokia" in view.unsealed.said
    assert "KD-4005" in view.unsealed.said
