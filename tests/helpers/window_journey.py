"""The main job in a real window, by keys and clicks: ``python -m tests.helpers.window_journey``.

Arguments: a folder for everything that is made, and ``software`` or ``pcsc`` for the card's reader.
A process of its own, since a process has one Qt platform; prints ``journey done`` at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.desk import Desk
from kanta_desk.gui.accesslog.page import AccessLogPage
from kanta_desk.gui.app import application
from kanta_desk.gui.deployment.page import DeploymentPage
from kanta_desk.gui.documents.page import DocumentsPage
from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.page import Page
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.signin.prove import ProvePage
from kanta_desk.gui.tasks import wait_for
from kanta_desk.gui.window import MainWindow, State
from kanta_desk.model.look import Look
from kanta_desk.model.mode import ReaderKind
from kanta_desk.model.text import Language
from tests.helpers.pages import shown_text

DONE = "journey done"
CLIENT, NAME = "010181-900C", "Testinen"
_LIMIT_MS = 40_000


def until(holds: Callable[[], object], what: str) -> None:
    """Let the window live until ``holds``; wakes at its events, not by the clock."""
    loop, limit = QEventLoop(), QTimer(singleShot=True, interval=_LIMIT_MS)
    limit.start()
    while not holds():
        assert limit.isActive(), f"did not come: {what}"
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def press(button: QWidget) -> None:
    """Click a button as the mouse does."""
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def prove(page: ProvePage, pin: bytearray) -> None:
    """Type PIN1 and press Enter."""
    until(page.pin.field.isEnabled, "the field for PIN1")
    QTest.keyClicks(page.pin.field, pin.decode("ascii"))
    QTest.keyClick(page.pin.field, Qt.Key.Key_Return)


def place(window: MainWindow, kind: type[Page]) -> Page:
    """Go to a place by its button."""
    page = next(page for page in window.pages if isinstance(page, kind))
    title = page.title()

    def shown() -> list[QPushButton]:
        buttons = window.navigation.findChildren(QPushButton)
        return [each for each in buttons if each.isVisible() and each.text() == title]

    until(shown, f"the place {title}")
    press(shown()[0])
    assert window.current is page
    return page


def documents(window: MainWindow) -> DocumentsPage:
    """Search a client, open the newest document, read it."""
    page = place(window, DocumentsPage)
    assert isinstance(page, DocumentsPage)
    QTest.keyClicks(page.search_bar.line, CLIENT)
    QTest.keyClick(page.search_bar.line, Qt.Key.Key_Return)
    until(page.model.rowCount, "what the search found")
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    until(lambda: NAME in page.pane.content.browser.toPlainText(), "the document")
    return page


def deployment(window: MainWindow, report: Path) -> DeploymentPage:
    """Run the practice plan to its verdict and write the report."""
    page = place(window, DeploymentPage)
    assert isinstance(page, DeploymentPage)
    press(page.plan_panel.practice)
    until(page.plan_panel.start.isEnabled, "the plan")
    press(page.plan_panel.start)
    until(lambda: page.verdict, "the verdict")
    assert page.verdict is not None
    assert page.verdict.complete
    assert not page.verdict.passed
    page.reporting.open_form()
    page.reporting.write_to(report)
    wait_for(page, _LIMIT_MS)
    assert report.read_bytes().startswith(b"%PDF-")
    return page


def access_log(window: MainWindow) -> None:
    """Look at the newest events, and at one of them in full."""
    page = place(window, AccessLogPage)
    assert isinstance(page, AccessLogPage)
    events = page.events
    until(events.model.rowCount, "the events")
    events.table.setFocus()
    events.table.selectRow(0)
    QTest.keyClick(events.table, Qt.Key.Key_Return)
    until(lambda: "Maija Arkistonhoitaja" in shown_text(events.event_view), "the event in full")
    page.tabs.setCurrentWidget(page.integrity)
    press(page.integrity.verify_button)
    wait_for(page, _LIMIT_MS)
    assert "010181-900C" not in shown_text(page)


def journey(desk: Desk, root: Path) -> None:
    """From the sign-in page to the desk that is open again."""
    assert desk.practice is not None
    window = MainWindow(desk, PLACES)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    card = desk.practice.inserted
    assert card is not None
    prove(window.sign_in_page, desk.practice.pin(card))
    until(lambda: window.state is State.OPEN, "the session")
    session = desk.session

    opened = documents(window)
    tested = deployment(window, root / "report.pdf")
    access_log(window)

    desk.practice.remove()
    until(lambda: window.state is State.LOCKED, "the lock")
    assert window.current is window.lock_page
    assert opened.model.rowCount() == 0
    assert NAME not in shown_text(window)

    desk.practice.insert(card)
    prove(window.lock_page, desk.practice.pin(card))
    until(lambda: window.state is State.OPEN, "the desk open again")
    assert desk.session is session
    assert place(window, DeploymentPage) is tested
    assert tested.matrix.model.rowCount() > 0
    wait_for(window, _LIMIT_MS)
    window.close()


def main() -> None:
    """The journey on the platform that the environment names."""
    root, reader = Path(sys.argv[1]), ReaderKind(sys.argv[2])
    app = application(language=Language.FI, look=Look.LIGHT)
    assert isinstance(app, QApplication)
    sys.stdout.write(f"{QGuiApplication.platformName()}\n")
    desk = assemble_practice(root / "practice", reader=reader)
    try:
        with collected_here():
            journey(desk, root)
    finally:
        desk.close()
    sys.stdout.write(f"{DONE}\n")


if __name__ == "__main__":
    main()
