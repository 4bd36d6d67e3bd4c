"""A PDF in the window: continuous pages, zoom, words found, letters selected, broken files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.gui.documents.content import ContentView, Form
from kanta_desk.gui.documents.pdf_view import PdfView
from kanta_desk.model.documents import PDF
from tests.helpers.opened import document, paged, pages
from tests.helpers.pages import shown_text
from tests.helpers.window import MemoryDesk, settle

MANY = [[f"Sivu {n} alkaa", "Hoitosuunnitelma on voimassa", f"loppu {n}"] for n in range(1, 13)]


@pytest.fixture
def view(app: QApplication, qtbot: QtBot) -> ContentView:
    made = ContentView(MemoryDesk())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    return made


@pytest.fixture
def pdf(view: ContentView) -> PdfView:
    view.show_document(paged(*MANY))
    settle(view)
    return view.pdf


def test_only_what_can_be_seen_is_drawn(pdf: PdfView) -> None:
    assert pdf.pages == 12
    assert sorted(pdf.area.drawn) == [0, 1]


def test_pages_follow_one_another_and_the_number_follows(pdf: PdfView, view: ContentView) -> None:
    bar = pdf.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(view)

    assert pdf.area.page == 11
    assert pdf.number.text() == "12"
    assert 11 in pdf.area.drawn
    assert not pdf._after.isEnabled()


def test_a_number_that_is_typed_goes_there(pdf: PdfView, view: ContentView) -> None:
    pdf.number.setText("7")
    QTest.keyClick(pdf.number, Qt.Key.Key_Return)
    settle(view)

    assert pdf.area.page == 6
    pdf.number.setText("99")
    QTest.keyClick(pdf.number, Qt.Key.Key_Return)
    assert pdf.area.page == 11


def test_a_page_is_as_wide_as_there_is_room_until_another_scale_is_chosen(
    pdf: PdfView, view: ContentView
) -> None:
    narrow = pdf.picture_width
    view.resize(700, 500)
    settle(view)
    wide = pdf.picture_width
    assert wide > narrow
    view.zoom(1)
    settle(view)
    assert pdf.picture_width > wide
    chosen = pdf.picture_width
    view.resize(480, 500)
    settle(view)
    assert pdf.picture_width == chosen
    pdf.fit()
    settle(view)
    assert pdf.picture_width == narrow


def test_the_place_stays_when_the_scale_changes(pdf: PdfView, view: ContentView) -> None:
    pdf.area.go(8)
    view.zoom(1)
    settle(view)

    assert pdf.area.page == 8


def test_words_are_found_on_all_pages_and_counted(pdf: PdfView, view: ContentView) -> None:
    view.begin_find()
    view.find_bar.line.setText("hoitosuunnitelma ON")
    settle(view)

    assert view.find_bar.count.text() == "1/12"
    view._step(-1)
    settle(view)
    assert view.find_bar.count.text() == "12/12"
    assert pdf.area.page >= 10
    view.find_bar.line.setText("loppu 5")
    settle(view)
    assert view.find_bar.count.text() == "1/1"
    view.find_bar.line.setText("puuttuu")
    settle(view)
    assert view.find_bar.count.text() == "ei löydy"


def test_letters_are_selected_by_dragging_and_copied(
    pdf: PdfView, view: ContentView, qtbot: QtBot
) -> None:
    letters = pdf.area._letters[0]
    place = pdf.area._place(0)

    def point(at: int) -> QPoint:
        box = letters.boxes[at]
        assert box is not None
        middle = (box[1] + box[3]) / 2
        return QPoint(
            round(place.left() + box[0] * pdf.area.scale + 1),
            round(place.top() + middle * pdf.area.scale),
        )

    begin = letters.text.index("Sivu")
    end = letters.text.index("alkaa")
    viewport = pdf.area.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point(begin))
    QTest.mouseMove(viewport, point(end))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point(end))
    assert pdf.area.selected_text.strip() == "Sivu 1"
    with qtbot.waitSignal(pdf.copied) as copied:
        QTest.keyClick(pdf.area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [pdf.area.selected_text]


def test_keys_scroll_and_turn(pdf: PdfView) -> None:
    bar = pdf.area.verticalScrollBar()
    for key, at in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(pdf.area, key)
        assert bar.value() == at
    QTest.keyClick(pdf.area, Qt.Key.Key_PageDown)
    assert bar.value() > 100


def test_pictures_are_forgotten_beyond_a_measure(
    pdf: PdfView, view: ContentView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanta_desk.gui.documents.pdf_area._MOST_BYTES", 3_000_000)
    for page in range(12):
        pdf.area.go(page)
        settle(view)

    assert len(pdf.area.drawn) <= 4


def test_a_locked_pdf_says_that_it_is_and_can_still_be_exported(view: ContentView) -> None:
    view.show_document(document((PDF, pages(["salainen"], password="salasana"))))
    settle(view)

    assert "suojattu salasanalla" in shown_text(view)
    assert "KD-5006" in shown_text(view)
    assert not view.pdf.shows_page
    assert view.tools.export.isEnabled()


def test_a_broken_pdf_says_that_it_is(view: ContentView) -> None:
    view.show_document(document((PDF, b"%PDF-1.4\nrubbish")))
    settle(view)

    assert "tiedosto ei ole ehjä PDF" in shown_text(view)
    assert view.forms == (Form.PAGES, Form.SOURCE)


def test_wiping_forgets_pictures_and_letters(pdf: PdfView, view: ContentView) -> None:
    view.wipe()

    assert pdf.area.drawn == {}
    assert pdf.area._letters == {}
    assert pdf.area.selected_text == ""
    assert pdf.pages == 0
