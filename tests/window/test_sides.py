"""A page of work in a window of any size: beside each other, below each other, or scrolled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kanta_desk.gui.widgets.sides import Sides, work_page


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def fill(page: QWidget, stacked_below: int = 0) -> Sides:
    sides = Sides(QLabel("vasen"), QLabel("oikea"), (500, 400), stacked_below)
    above = QLabel("Pitkä selite, joka rivittyy kapeassa ikkunassa monelle riville. " * 6)
    above.setWordWrap(True)
    work_page(page, "Sivu", (above,), sides)
    page.resize(1000, 700)
    page.show()
    QApplication.processEvents()
    return sides


def shrink(page: QWidget, width: int, height: int) -> None:
    page.resize(width, height)
    QApplication.processEvents()


def test_a_low_window_scrolls_and_cuts_nothing(page: QWidget) -> None:
    sides = fill(page)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() == 0

    shrink(page, 700, 300)

    label = page.findChildren(QLabel)[0]
    assert bar.maximum() > 0
    assert label.height() >= label.heightForWidth(label.width())
    assert sides.height() >= sides.minimumHeight()


def test_a_narrow_window_puts_the_sides_below_each_other_where_asked(page: QWidget) -> None:
    sides = fill(page, stacked_below=800)
    assert sides.orientation() is Qt.Orientation.Horizontal
    beside = sides.minimumHeight()

    shrink(page, 700, 700)
    assert sides.orientation() is Qt.Orientation.Vertical
    assert sides.minimumHeight() == 2 * beside

    sides.widget(1).hide()
    assert sides.minimumHeight() == beside

    sides.widget(1).show()
    shrink(page, 1000, 700)
    assert sides.orientation() is Qt.Orientation.Horizontal
    assert sides.minimumHeight() == beside
