"""An invalidation in a real window, by keys and clicks: ``python -m
tests.helpers.invalidation_journey FOLDER``.

Signs in, searches, invalidates a document and then all others of the client, and lays the action
log of the stand-in beside the access log. A process of its own, since a process has one Qt
platform; prints ``journey done`` at the end.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.desk import Desk
from kanta_desk.gui.app import application
from kanta_desk.gui.documents.page import DocumentsPage
from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.invalidations.page import InvalidationsPage
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.tasks import wait_for
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.invalidation import Fate, InvalidationEntry
from kanta_desk.model.look import Look
from kanta_desk.model.mode import ReaderKind
from kanta_desk.model.text import Language
from kanta_desk.practice.standin_store import Store
from tests.helpers.pages import shown_text
from tests.helpers.window_journey import CLIENT, DONE, place, press, prove, until

_LIMIT_MS = 40_000
_PIN2 = "567890"


def search(window: MainWindow) -> DocumentsPage:
    """Search the client."""
    page = place(window, DocumentsPage)
    assert isinstance(page, DocumentsPage)
    page.search_bar.line.clear()
    QTest.keyClicks(page.search_bar.line, CLIENT)
    QTest.keyClick(page.search_bar.line, Qt.Key.Key_Return)
    wait_for(window, _LIMIT_MS)
    assert page.model.rowCount() > 0
    return page


def carry_out(window: MainWindow, typed: str) -> InvalidationsPage:
    """From the reason to the outcome; nothing but keys once the consequences stand there."""
    page = window.current
    assert isinstance(page, InvalidationsPage)
    assert page.asking.isVisible()
    reason = page.asking.choice
    action = next(each for each in reason.menu().actions() if "kahdesti" in each.text())
    action.trigger()
    press(page.asking.go_on)
    until(page.confirm.isVisible, "the page of consequences")
    wait_for(page, _LIMIT_MS)
    assert "Mitätöintiä ei voi perua." in shown_text(page.confirm)
    assert CLIENT not in shown_text(page.confirm)
    confirm = page.confirm
    assert not confirm.pin.submit.isEnabled()
    confirm.typed.setFocus()
    QTest.keyClicks(confirm.typed, typed)
    QTest.keyClick(confirm.typed, Qt.Key.Key_Return)
    QTest.keyClicks(confirm.pin.field, _PIN2)
    QTest.keyClick(confirm.pin.field, Qt.Key.Key_Return)
    assert confirm.isVisible(), "Enter does not sign"
    assert window.focusWidget() is confirm.pin.submit
    QTest.keyClick(confirm.pin.submit, Qt.Key.Key_Space)
    until(lambda: page.running.isVisible() and not page.at_work, "the outcome")
    wait_for(page, _LIMIT_MS)
    return page


def journey(desk: Desk, root: Path) -> None:
    """From the sign-in page to a receipt on the disk."""
    assert desk.practice is not None
    window = MainWindow(desk, PLACES)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    card = desk.practice.inserted
    assert card is not None
    prove(window.sign_in_page, desk.practice.pin(card))
    until(lambda: window.state is State.OPEN, "the session")
    wait_for(window, _LIMIT_MS)

    found = search(window)
    found.table.setFocus()
    found.table.selectRow(0)
    first = found.model.document(0).document_oid
    press(found.pane.invalidate)
    page = carry_out(window, first.value[-4:])
    assert page.running.heading.text() == "1 asiakirja mitätöity"
    press(page.running.leave)
    wait_for(window, _LIMIT_MS)

    found = search(window)
    found.table.selectAll()
    chosen = [found.model.document(row) for row in range(found.model.rowCount())]
    press(found.invalidate)
    page = carry_out(window, str(len(page.asking.wish.oids)))
    press(page.running.leave)
    wait_for(window, _LIMIT_MS)

    entries = [page.list.model.entry(row) for row in range(page.list.model.rowCount())]
    assert {entry.fate for entry in entries} == {Fate.DONE}
    assert first.value in {entry.document_oid for entry in entries}
    assert len(entries) > 1
    assert len({document.set_id for document in chosen}) + 1 >= len(entries)
    agree(root, entries)
    page.list.table.selectRow(0)
    receipt = root / "kuitti.pdf"
    page.write_receipt(page.list.model.entry(0).message_id, receipt, and_open=False)
    wait_for(window, _LIMIT_MS)
    assert receipt.read_bytes().startswith(b"%PDF-")
    assert "Kuitti kirjoitettiin" in page.list.notice.said
    window.close()


def agree(root: Path, entries: list[InvalidationEntry]) -> None:
    """The stand-in's action log and the access log tell of the same invalidations, each once."""
    with closing(Store(root / "practice" / "archive")) as store:
        actions = [action for action in store.actions() if action.invalidated]
    told = sorted((entry.document_oid, entry.message_id, entry.user_id) for entry in entries)
    done = sorted((each.invalidated, each.message_id, each.user) for each in actions)
    assert done == told, (done, told)


def main() -> None:
    """The journey on the platform that the environment names."""
    root = Path(sys.argv[1])
    application(language=Language.FI, look=Look.LIGHT)
    sys.stdout.write(f"{QGuiApplication.platformName()}\n")
    desk = assemble_practice(root / "practice", reader=ReaderKind.SOFTWARE)
    try:
        with collected_here():
            journey(desk, root)
    finally:
        desk.close()
    sys.stdout.write(f"{DONE}\n")


if __name__ == "__main__":
    main()
