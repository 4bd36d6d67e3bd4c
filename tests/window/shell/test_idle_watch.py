"""The watch that locks a desk which nobody uses, by a clock of the test."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kanta_desk.gui.frame.idle import IdleWatch


def test_an_idle_desk_locks(app: QApplication) -> None:
    now = SimpleNamespace(seconds=1000.0)
    watch = IdleWatch(60, clock=lambda: now.seconds)
    left: list[int] = []
    expired: list[bool] = []
    watch.left.connect(left.append)
    watch.expired.connect(lambda: expired.append(True))
    watch.begin()
    now.seconds += 45
    watch.check()
    now.seconds += 15
    watch.check()

    assert (left, expired) == ([60, 15], [True])


def test_a_key_puts_the_lock_off(app: QApplication, qtbot: QtBot) -> None:
    now = SimpleNamespace(seconds=1000.0)
    watch = IdleWatch(60, clock=lambda: now.seconds)
    expired: list[bool] = []
    watch.expired.connect(lambda: expired.append(True))
    watch.begin()
    field = QLineEdit()
    qtbot.addWidget(field)
    now.seconds += 59
    qtbot.keyClick(field, Qt.Key.Key_A)
    now.seconds += 59
    watch.check()
    watch.end()

    assert expired == []


def test_a_machine_that_slept_is_locked_when_it_wakes(app: QApplication) -> None:
    now = SimpleNamespace(seconds=1000.0)
    watch = IdleWatch(600, clock=lambda: now.seconds)
    expired: list[bool] = []
    watch.expired.connect(lambda: expired.append(True))
    watch.begin()
    now.seconds += 8 * 3600
    watch.check()

    assert expired == [True]


def test_a_clock_set_back_does_not_keep_the_desk_open_for_ever(app: QApplication) -> None:
    now = SimpleNamespace(seconds=100_000.0)
    watch = IdleWatch(60, clock=lambda: now.seconds)
    expired: list[bool] = []
    watch.expired.connect(lambda: expired.append(True))
    watch.begin()
    now.seconds -= 50_000
    watch.check()
    now.seconds += 60
    watch.check()

    assert expired == [True]
