"""The whole window on the practice set: real lanes, a real card's commands, a real archive."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.desk import Desk
from kanta_desk.errors import LogLocked
from kanta_desk.gui.app import run
from kanta_desk.gui.opening import OpeningWindow
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.screenshots import screenshots
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language
from tests.helpers.window import WAIT_MS, settle

pytestmark = pytest.mark.usefixtures("app")

_LIMIT_MS = 4 * WAIT_MS


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = assemble_practice(tmp_path_factory.mktemp("practice"))
    yield made
    made.close()


@pytest.fixture
def window(app: QApplication, qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """A window with the archivist's card freshly put in, signed out at the end.

    It is not given to qtbot, which would destroy it before it has signed out.
    """
    assert desk.practice is not None
    desk.practice.insert(desk.practice.cards[0])
    made = MainWindow(desk, PLACES)
    made.show()
    qtbot.waitUntil(made.sign_in_page.pin.field.isEnabled, timeout=WAIT_MS)
    yield made
    made.sign_out()
    settle(made)
    made.close()
    made.deleteLater()


def sign_in(window: MainWindow, desk: Desk) -> None:
    assert desk.practice is not None
    window.sign_in_page.pin.field.type_digits(desk.practice.pin(desk.practice.cards[0]))
    window.sign_in_page.pin.submit.click()
    settle(window)


def test_the_practice_card_signs_in_and_opens_all_places(window: MainWindow, desk: Desk) -> None:
    sign_in(window, desk)

    assert window.state is State.OPEN
    assert window.navigation.keys == (
        "documents",
        "deployment",
        "invalidations",
        "accesslog",
        "rights",
        "joining",
        "card",
        "settings",
    )


def test_a_wrong_pin_spends_one_try_of_the_card(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.sign_in_page.pin.field.type_digits(b"9999")
    window.sign_in_page.pin.submit.click()
    settle(window)

    assert window.state is State.SIGNED_OUT
    assert window.sign_in_page.pin.tries_shown == "4 yritystä jäljellä"
    sign_in(window, desk)
    assert window.state is State.OPEN


def test_pulling_the_card_locks_and_the_same_card_opens(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assert desk.practice is not None
    sign_in(window, desk)
    window.go("accesslog")
    settle(window)

    with qtbot.waitSignal(window._lock.locked, timeout=WAIT_MS):
        desk.practice.remove()
    assert window.state is State.LOCKED

    desk.practice.insert(desk.practice.cards[0])
    qtbot.waitUntil(window.lock_page.pin.field.isEnabled, timeout=WAIT_MS)
    window.lock_page.pin.field.type_digits(desk.practice.pin(desk.practice.cards[0]))
    window.lock_page.pin.submit.click()
    settle(window)

    assert window.state is State.OPEN
    assert window.current is not None
    assert window.current.key == "accesslog"


def test_every_page_is_pictured(app: QApplication, desk: Desk, tmp_path: Path) -> None:
    assert desk.practice is not None
    desk.practice.insert(desk.practice.cards[0])

    saved = screenshots(desk, tmp_path, language=Language.FI, look=Look.LIGHT)

    assert [path.name for path in saved] == [
        "01-kirjautuminen.png",
        "02-asiakirjat.png",
        "03-kayttoonottokoe.png",
        "04-mitatoinnit.png",
        "05-kayttoloki.png",
        "06-kayttooikeudet.png",
        "07-liittyminen.png",
        "08-kortti-ja-lukija.png",
        "09-asetukset.png",
    ]
    assert len({path.read_bytes() for path in saved}) == len(saved)
    assert all(QImage(str(path)).width() >= 1024 for path in saved)
    if desk.session is not None:
        desk.session.sign_out()


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the interpreter's hooks back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@contextmanager
def watched(app: QApplication, look: Callable[[], None]) -> Iterator[None]:
    """Call ``look`` again and again while the program runs.

    The program ends when its last window is closed. If that never comes, it is ended from here and
    the test fails, naming the windows: a test must not wait for ever.
    """
    late: list[str] = []

    def give_up() -> None:
        late.extend(repr(window) for window in app.topLevelWidgets() if window.isVisible())
        late.append("given up")
        app.exit()

    timer, limit = QTimer(interval=10), QTimer(interval=_LIMIT_MS, singleShot=True)
    timer.timeout.connect(look)
    limit.timeout.connect(give_up)
    timer.start()
    limit.start()
    try:
        yield
    finally:
        timer.stop()
        limit.stop()
    assert late == []


@pytest.mark.usefixtures("hooks")
def test_a_desk_that_does_not_open_says_why(app: QApplication) -> None:
    said: list[str] = []

    def fail() -> Desk:
        raise LogLocked("käyttöloki")

    def look() -> None:
        windows = [w for w in app.topLevelWidgets() if isinstance(w, OpeningWindow)]
        windows = [w for w in windows if w.isVisible()]  # not one that an earlier test closed
        shown = [w for w in windows if w.error.said]
        if shown:
            said.append(shown[0].error.said)
            shown[0].close()

    with watched(app, look):
        assert run(fail, look=Look.LIGHT) == 2
    assert "Käyttöloki" in said[0]


@pytest.mark.usefixtures("hooks")
def test_closing_the_window_closes_the_desk(app: QApplication, tmp_path: Path) -> None:
    made = assemble_practice(tmp_path)
    closed: list[bool] = []
    made.at_close(lambda: closed.append(True))

    def look() -> None:
        for window in app.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                window.close()

    with watched(app, look):
        assert run(lambda: made, look=Look.LIGHT) == 0
    assert closed == [True]
