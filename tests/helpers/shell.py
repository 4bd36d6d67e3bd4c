"""What tests of the window around the pages share: two places that show something, and cards."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.gui.page import Page
from kanta_desk.gui.window import MainWindow
from tests.helpers.window import MAIJA, OTHER, PIN, MemoryDesk, settle

SECRET = "010181-900C"


class SomePage(Page):
    """A place that shows a client's identifier until it is wiped."""

    key = "documents"
    icon = "documents"

    def __init__(self, desk: object, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)  # type: ignore[arg-type]
        self.search = QLineEdit()
        self.search.setAccessibleName("Haku")
        self.shown = QLabel(SECRET)
        self.wiped = 0
        self.entries = 0
        self.asked_again = 0
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.shown)

    def title(self) -> str:
        """The place's name."""
        return "Asiakirjat"

    def again(self) -> None:
        """Count."""
        self.asked_again += 1

    def entered(self) -> None:
        """Count."""
        self.entries += 1

    def wipe(self) -> None:
        """Forget."""
        self.wiped += 1
        self.shown.clear()

    def focus_search(self) -> None:
        """To the search."""
        self.search.setFocus()


class LogPage(SomePage):
    """Another place."""

    key = "accesslog"
    icon = "accesslog"

    def title(self) -> str:
        """The place's name."""
        return "Käyttöloki"


class Practice:
    """A rack with two cards over the desk in memory."""

    def __init__(self, desk: MemoryDesk) -> None:
        self._desk = desk
        self.cards = (MAIJA.name, OTHER.name)
        self.inserted: str | None = None

    def insert(self, card: str) -> None:
        """Put a card in."""
        self.inserted = card
        self._desk.insert(MAIJA if card == MAIJA.name else OTHER)

    def remove(self) -> None:
        """Pull it."""
        self.inserted = None
        self._desk.pull()

    def pin(self, card: str) -> bytearray:
        """The PIN of both."""
        return bytearray(PIN)


def sign_in(window: MainWindow, pin: bytes = PIN) -> None:
    """Type the PIN on the sign-in page and press the button."""
    window.sign_in_page.pin.field.type_digits(pin)
    window.sign_in_page.pin.submit.click()
    settle(window)


def unlock(window: MainWindow, pin: bytes = PIN) -> None:
    """Type the PIN on the locked page and press the button."""
    window.lock_page.pin.field.type_digits(pin)
    window.lock_page.pin.submit.click()
    settle(window)


def page(window: MainWindow, key: str) -> SomePage:
    """One of the places of ``SomePage``'s kind."""
    found = next(p for p in window.pages if p.key == key)
    assert isinstance(found, SomePage)
    return found


def words(window: MainWindow) -> list[str]:
    """All words that can be seen."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
