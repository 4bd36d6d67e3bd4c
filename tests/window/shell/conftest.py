"""The window over a desk in memory, signed out and signed in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.gui.window import MainWindow
from tests.helpers.shell import LogPage, Practice, SomePage, sign_in
from tests.helpers.window import MemoryDesk, settle


@pytest.fixture
def desk() -> MemoryDesk:
    """A practice desk in memory."""
    made = MemoryDesk()
    made.practice = Practice(made)
    return made


@pytest.fixture
def window(app: QApplication, qtbot: QtBot, desk: MemoryDesk) -> MainWindow:
    """The window, signed out."""
    made = MainWindow(desk, (SomePage, LogPage))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(window: MainWindow, desk: MemoryDesk) -> MainWindow:
    """A window where Maija has signed in."""
    desk.insert()
    settle(window)
    sign_in(window)
    return window
