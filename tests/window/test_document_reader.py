"""A display form in the window: parts, words found in all of them, zoom, copying, keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.rendering import DisplayPart
from kanta_desk.desk.session import Session
from kanta_desk.gui.documents.content import ContentView, Form
from kanta_desk.model.documents import Document, SearchCriteria
from kanta_desk.model.events import EventFilter, EventKind, Phase
from kanta_desk.model.query import recognise
from tests.helpers.opened import display
from tests.helpers.pages import nameless, shown_text, signed_in
from tests.helpers.window import MemoryDesk, settle

LONG = "".join(f"<p>kappale {n} sisältää sanan</p>" for n in range(2_000))


@pytest.fixture
def view(app: QApplication, qtbot: QtBot) -> ContentView:
    made = ContentView(MemoryDesk())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    return made


def show(view: ContentView, document: Document) -> ContentView:
    view.show_document(document)
    settle(view)
    return view


def count(view: ContentView) -> str:
    return view.find_bar.count.text()


def test_a_short_document_shows_nothing_of_parts(view: ContentView) -> None:
    show(view, display("<h1>Päätös</h1>"))

    assert view.reader.parts == 1
    assert not view.reader.number.isVisible()


def test_a_long_document_is_read_part_by_part(view: ContentView) -> None:
    show(view, display(LONG))

    assert view.reader.parts > 3
    assert "kappale 0 " in view.browser.toPlainText()
    QTest.keyClicks(view.reader.number, "")
    view.reader.number.setText("2")
    QTest.keyClick(view.reader.number, Qt.Key.Key_Return)
    assert view.reader.part == 1
    assert "kappale 0 " not in view.browser.toPlainText()


def test_page_down_at_the_end_of_a_part_goes_on_with_the_next(view: ContentView) -> None:
    show(view, display(LONG))
    bar = view.browser.verticalScrollBar()
    bar.setValue(bar.maximum())

    QTest.keyClick(view.browser, Qt.Key.Key_PageDown)
    assert view.reader.part == 1
    assert bar.value() == 0
    QTest.keyClick(view.browser, Qt.Key.Key_PageUp)
    assert view.reader.part == 0
    assert bar.value() == bar.maximum()


def test_words_are_counted_in_all_parts_and_shown_one_after_the_other(view: ContentView) -> None:
    show(view, display(LONG))
    view.begin_find()
    view.find_bar.line.setText("KAPPALE 1999")

    assert view.reader.part == view.reader.parts - 1
    assert count(view) == "1/1"
    view.find_bar.line.setText("sanan")
    first = view.reader.part
    assert "/2\u00a0000" in count(view)
    QTest.keyClick(view.find_bar.line, Qt.Key.Key_Return)
    assert view.reader.part in (first, 0)


def test_going_back_from_the_first_place_goes_to_the_last(view: ContentView) -> None:
    show(view, display("<p>sana ja sana</p><p>sana</p>"))
    view.begin_find()
    view.find_bar.line.setText("sana")
    assert count(view) == "1/3"

    view.find_bar.before.click()
    assert count(view) == "3/3"
    view.find_bar.after.click()
    assert count(view) == "1/3"


def test_words_that_are_not_there_are_told(view: ContentView) -> None:
    show(view, display("<p>teksti</p>"))
    view.begin_find()
    view.find_bar.line.setText("puuttuu")

    assert count(view) == "ei löydy"
    assert not view.find_bar.after.isEnabled()


def test_ctrl_f_in_a_document_is_not_the_windows_search(app: QApplication, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = ContentView(MemoryDesk())  # type: ignore[arg-type]
    window.setCentralWidget(view)
    taken: list[int] = []
    from PySide6.QtGui import QShortcut

    QShortcut(QKeySequence(QKeySequence.StandardKey.Find), window).activated.connect(
        lambda: taken.append(1)
    )
    window.show()
    qtbot.waitActive(window)
    show(view, display("<p>teksti</p>"))
    view.browser.setFocus()
    QTest.keyClick(view.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.find_bar.isVisible()
    assert taken == []
    QTest.keyClick(view.find_bar.line, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.browser.hasFocus()


def test_zoom_makes_text_larger_and_keeps_to_its_steps(view: ContentView) -> None:
    show(view, display("<h1>Otsikko</h1><p>teksti</p>"))
    before = view.browser.document().size().height()
    view.zoom(1)
    view.zoom(1)

    assert view.browser.document().size().height() > before
    for _ in range(20):
        view.zoom(-1)
    assert view.tools._zoom.text() == "50 %"


def test_wiping_leaves_neither_text_nor_words(view: ContentView) -> None:
    show(view, display("<p>salaisuus</p>"))
    view.begin_find()
    view.find_bar.line.setText("salaisuus")
    view.wipe()

    assert "salaisuus" not in shown_text(view)
    view.find_bar.line.undo()
    assert view.find_bar.line.text() == ""
    assert view.reader.parts == 0


def test_a_form_that_is_broken_says_so_and_others_stay(view: ContentView) -> None:
    from dataclasses import replace

    from kanta_desk.model.documents import XHTML, Payload

    document = replace(display(""), payloads=(Payload(XHTML, b"<p>"),))
    show(view, document)

    assert "KD-5006" in shown_text(view)
    assert view.forms == (Form.TEXT, Form.SOURCE)
    view.choose(Form.SOURCE)
    settle(view)
    assert "KD-5006" not in shown_text(view)


def test_every_control_has_a_name(view: ContentView) -> None:
    show(view, display(LONG))
    view.begin_find()

    assert nameless(view) == []


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with signed_in(tmp_path_factory.mktemp("practice")) as made:
        yield made


@pytest.fixture
def session(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


@pytest.fixture
def opened(desk: Desk, session: Session, qtbot: QtBot, app: QApplication) -> ContentView:
    criteria: SearchCriteria = recognise("010181-900C").criteria()
    made = ContentView(desk)
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.show()
    found = session.search(criteria).documents[0]
    return show(made, session.open(found.document_oid))


def events(session: Session, kind: EventKind) -> int:
    return session.log.search(EventFilter(kind=kind, phase=Phase.DONE)).total


def test_copying_goes_to_the_clipboard_after_the_log(opened: ContentView, session: Session) -> None:
    QGuiApplication.clipboard().setText("ennen")
    before = events(session, EventKind.CLIPBOARD)
    opened.browser.setFocus()
    opened.browser.selectAll()
    QTest.keyClick(opened.browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(opened)

    assert QGuiApplication.clipboard().text() == opened.browser.selected_text()
    assert events(session, EventKind.CLIPBOARD) == before + 1
    assert "Kopiointi kirjattiin" in shown_text(opened)


def test_selecting_alone_copies_nothing(opened: ContentView) -> None:
    QGuiApplication.clipboard().setText("ennen")
    opened.browser.selectAll()
    opened.browser.copy()

    assert QGuiApplication.clipboard().text() in ("ennen", "")


def test_an_export_writes_what_came_with_its_hash(
    opened: ContentView, session: Session, tmp_path: Path
) -> None:
    from hashlib import sha256

    from kanta_desk.model.copies import CopyForm

    assert opened.taking.document is not None
    original = opened.taking.document.original
    opened.taking.save(tmp_path / "asiakirja.xml", CopyForm.ORIGINAL, digest=True)
    settle(opened)

    assert (tmp_path / "asiakirja.xml").read_bytes() == original
    digest = sha256(original).hexdigest()
    assert digest in shown_text(opened).replace(" ", "")
    assert (tmp_path / "asiakirja.xml.sha256").read_text() == f"{digest}  asiakirja.xml\n"


def test_an_export_to_a_folder_that_is_not_there_is_told(
    opened: ContentView, tmp_path: Path
) -> None:
    from kanta_desk.model.copies import CopyForm

    opened.taking.save(tmp_path / "ei-ole" / "a.xml", CopyForm.ORIGINAL, digest=False)
    settle(opened)

    assert "KD-1102" in shown_text(opened)


def test_a_display_form_is_printed_page_by_page_and_logged(
    opened: ContentView, session: Session, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from kanta_desk.desk.rendering import pages_of

    before = events(session, EventKind.PRINT)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    opened.taking.print_on(printer)
    settle(opened)

    assert pages_of((tmp_path / "paper.pdf").read_bytes()) == 1
    assert "1 sivu lähetetty tulostimelle" in shown_text(opened)
    assert events(session, EventKind.PRINT) == before + 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    opened: ContentView, session: Session, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "not there" / "paper.pdf"))
    opened.taking.print_on(printer)
    settle(opened)

    assert "KD-1105" in shown_text(opened)


def test_tools_offer_what_the_document_can_give(opened: ContentView) -> None:
    words = [action.text() for action in opened.tools.menu.actions() if action.text()]

    assert words == [
        "Alkuperäinen sellaisenaan (XML)…",
        "Näyttömuoto PDF:nä…",
        "Rakenteinen muoto (JSON)…",
        "Näyttömuoto (XHTML)…",
        "Kirjoita myös tarkistussumma (.sha256)",
    ]
    assert opened.tools.may_print


def test_a_text_that_goes_on_keeps_its_place(view: ContentView) -> None:
    """The beginning of a long document stands there before the rest is ready."""
    rows = [DisplayPart("<p>rivi</p>" * 200, "rivi\n" * 200)] * 3
    reader = view.reader
    view._stack.setCurrentWidget(reader)
    reader.show_parts(rows[:1])
    bar = reader.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    held = bar.value()

    reader.show_parts(rows)

    assert held > 0
    assert (bar.value(), reader.part, reader.parts) == (held, 0, 3)


def test_another_text_begins_from_its_beginning(view: ContentView) -> None:
    reader = view.reader
    view._stack.setCurrentWidget(reader)
    reader.show_parts([DisplayPart("<p>vanha</p>", "vanha")])
    reader.show_parts([DisplayPart(f"<p>uusi {n}</p>", f"uusi {n}") for n in range(2)])

    assert "uusi 0" in reader.browser.toPlainText()
