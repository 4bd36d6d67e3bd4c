"""An identifier is shown whole in a narrow place, and copied as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kanta_desk.gui.widgets import FieldList, MonoText
from kanta_desk.gui.widgets.layouts import forget_words

OID = "1.2.246.10.11111113.40.2026.900.123456789012345678901234567890"

pytestmark = pytest.mark.usefixtures("app")


def in_a_column(shown: QWidget, width: int, qtbot: QtBot) -> QWidget:
    """``shown`` at the top of a place of this width."""
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.addWidget(shown)
    column.addStretch(1)
    place.resize(width, 400)
    place.show()
    return place


def lines_of(shown: MonoText) -> int:
    """Lines as they are laid out now."""
    layout = shown.document().firstBlock().layout()
    return layout.lineCount()


@pytest.mark.parametrize("width", [160, 300, 900])
def test_every_character_has_its_place_however_narrow_it_is(width: int, qtbot: QtBot) -> None:
    shown = MonoText(OID, "Tunnus")
    _place = in_a_column(shown, width, qtbot)

    needed = shown.document().size()
    assert needed.height() <= shown.viewport().height()
    assert shown.document().idealWidth() <= shown.viewport().width()
    assert (lines_of(shown) > 1) is (width < 600)


def test_what_is_copied_has_nothing_that_is_not_in_the_identifier(qtbot: QtBot) -> None:
    shown = MonoText(f"{OID}\n{OID}", "Tunnukset")
    _place = in_a_column(shown, 160, qtbot)

    shown.selectAll()
    shown.copy()

    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == f"{OID}\n{OID}"
    assert copied.formats() == ["text/plain"]


def test_a_wider_place_takes_fewer_lines(qtbot: QtBot) -> None:
    shown = MonoText(OID, "Tunnus")
    place = in_a_column(shown, 160, qtbot)
    narrow = shown.height()

    place.resize(900, 400)
    QApplication.processEvents()

    assert shown.height() < narrow
    assert lines_of(shown) == 1


def test_a_list_of_fields_gives_a_long_identifier_its_lines(qtbot: QtBot) -> None:
    fields = FieldList(label_width=100)
    fields.add("Asiakirjan tunnus", OID, mono=True)
    _place = in_a_column(fields, 300, qtbot)

    (shown,) = fields.findChildren(MonoText)
    assert shown.document().size().height() <= shown.viewport().height()
    assert shown.geometry().right() <= fields.width()


def test_it_takes_no_more_room_than_its_lines_before_and_after_it_is_shown(qtbot: QtBot) -> None:
    fields = FieldList()
    fields.add("Asiakirjan tunnus", OID, mono=True)
    line = fields.fontMetrics().height()
    assert fields.minimumSizeHint().height() < 3 * line

    place = in_a_column(fields, 300, qtbot)
    place.resize(1200, 400)
    QApplication.processEvents()

    assert fields.minimumSizeHint().height() < 3 * line
    assert fields.height() < 3 * line


def test_nothing_scrolls_in_it_and_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    shown = MonoText(OID, "Tunnus")
    _place = in_a_column(shown, 160, qtbot)
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QCoreApplication.sendEvent(shown.viewport(), turned)

    assert not turned.isAccepted()


def test_it_is_named_and_forgets_its_words(qtbot: QtBot) -> None:
    shown = MonoText(OID, "Tunnus")
    _place = in_a_column(shown, 160, qtbot)
    assert shown.accessibleName() == "Tunnus"

    forget_words(shown)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert shown.toPlainText() == ""
    assert shown.accessibleName() == ""
