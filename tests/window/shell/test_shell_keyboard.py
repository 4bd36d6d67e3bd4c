"""The window by keyboard and screen reader: order, names, mnemonics, shortcuts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kanta_desk.gui.window import MainWindow, State
from tests.helpers.shell import page, sign_in
from tests.helpers.window import MemoryDesk, focusable, settle


def test_places_are_reached_by_number(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    for number, key in enumerate(opened.navigation.keys, 1):
        digit = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(opened, digit, Qt.KeyboardModifier.AltModifier)
        assert opened.current is not None
        assert opened.current.key == key


def test_a_number_without_a_place_does_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)

    assert opened.current is page(opened, "documents")


def test_ctrl_f_goes_to_the_search_and_ctrl_l_locks(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page(opened, "documents").search.hasFocus()

    qtbot.keyClick(opened, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(opened)

    assert opened.state is State.LOCKED


def _sign_in_page(window: MainWindow, desk: MemoryDesk) -> None:
    desk.tries = 2
    desk.insert()


def _failed(window: MainWindow, desk: MemoryDesk) -> None:
    desk.insert()
    settle(window)
    sign_in(window, b"9999")


def _card(window: MainWindow, desk: MemoryDesk) -> None:
    from tests.window.test_card_page import BROKEN, FINE

    desk.results = (FINE, BROKEN)
    desk.insert()
    window.go("card")


def _open(window: MainWindow, desk: MemoryDesk) -> None:
    desk.unfinished = 1
    desk.insert()
    settle(window)
    sign_in(window)


def _locked(window: MainWindow, desk: MemoryDesk) -> None:
    _open(window, desk)
    desk.pull()
    desk.insert()


@pytest.fixture(params=[_sign_in_page, _failed, _card, _open, _locked])
def any_window(request: pytest.FixtureRequest, window: MainWindow, desk: MemoryDesk) -> MainWindow:
    bring: Callable[[MainWindow, MemoryDesk], None] = request.param
    bring(window, desk)
    settle(window)
    return window


def test_every_control_has_a_name_for_screen_readers(any_window: MainWindow) -> None:
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in focusable(any_window)
        if not (interface := QAccessible.queryAccessibleInterface(widget))
        or not interface.text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_the_keyboard_reaches_every_control_once(any_window: MainWindow) -> None:
    all_of_them = set(focusable(any_window))
    reached: list[QWidget] = []
    widget = any_window.nextInFocusChain()
    while widget is not any_window and widget is not None:
        if widget in all_of_them:
            reached.append(widget)
        widget = widget.nextInFocusChain()

    assert set(reached) == all_of_them
    assert len(reached) == len(all_of_them)


def test_the_keyboard_goes_from_the_places_to_the_page(opened: MainWindow) -> None:
    order: list[QWidget] = []
    widget = opened.nextInFocusChain()
    while widget is not opened and widget is not None:
        order.append(widget)
        widget = widget.nextInFocusChain()
    places = opened.navigation._group.buttons()
    search = page(opened, "documents").search
    lock = opened.status_bar._lock

    assert order.index(places[0]) < order.index(search) < order.index(lock)


def test_no_two_controls_share_a_mnemonic(any_window: MainWindow) -> None:
    import re

    said = [
        text.text()
        for kind in (QLabel, QPushButton)
        for text in any_window.findChildren(kind)
        if text.isVisible()
    ]
    letters = [m.lower() for text in said for m in re.findall(r"&([^&\s])", text.replace("&&", ""))]

    assert len(letters) == len(set(letters)), letters


def test_f5_asks_the_page_in_front_again(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_F5)

    assert page(opened, "documents").asked_again == 1
    assert page(opened, "accesslog").asked_again == 0
