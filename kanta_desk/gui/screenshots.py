"""Pictures of the pages, taken without a screen; for the headless practice run and for review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kanta_desk.errors import FolderNotWritable
from kanta_desk.gui.app import application, offscreen
from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.live import LiveCards
from kanta_desk.gui.page import Page
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.signin.words import card_words
from kanta_desk.gui.tasks import wait_for
from kanta_desk.gui.window import SIZE, MainWindow
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_LIMIT_MS = 120_000


def screenshots(
    desk: Desk,
    out: Path,
    *,
    language: Language = Language.FI,
    look: Look | str = Look.LIGHT,
    scale: float = 1.0,
    places: Sequence[type[Page]] = PLACES,
) -> tuple[Path, ...]:
    """Show every page and save it to ``out`` as ``01-kirjautuminen.png`` and so on.

    Without a session, the practice card in the reader signs in through the page. ``scale`` is of
    effect only if nothing was drawn in this process before.

    Raises:
        FolderNotWritable: naming the folder.
    """
    if QApplication.instance() is None:
        offscreen(scale)
    app = application(language=language, look=look)
    with collected_here():
        return _pictures(app, desk, out, places)


def _pictures(
    app: QApplication, desk: Desk, out: Path, places: Sequence[type[Page]]
) -> tuple[Path, ...]:
    window = MainWindow(desk, places)
    saved: list[Path] = []
    try:
        window.resize(SIZE)
        window.show()
        _wait_for_card(desk, window)
        saved.append(_save(window, out, 1))
        if desk.session is None:
            _sign_in(desk, window)
        else:
            window.opened()
        for number, page in enumerate(window.pages, 2):
            window.go(page.key)
            page.show_sample()
            saved.append(_save(window, out, number))
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    return tuple(saved)


def _wait_for_card(desk: Desk, window: MainWindow) -> None:
    """A practice card that is in is read first; that is no task of the window's."""
    if desk.practice is None or desk.practice.inserted is None:
        return
    loop, live, limit = QEventLoop(), LiveCards(desk, window), QTimer(singleShot=True)
    live.changed.connect(loop.quit)
    limit.timeout.connect(loop.quit)
    limit.start(_LIMIT_MS)
    while limit.isActive() and not card_words(desk.cards).ready:
        loop.exec()
    live.deleteLater()
    QApplication.processEvents()


def _sign_in(desk: Desk, window: MainWindow) -> None:
    practice = desk.practice
    if practice is not None and practice.inserted is not None:
        window.sign_in_page.pin.field.type_digits(practice.pin(practice.inserted))
        window.sign_in_page.pin.submit.click()
        wait_for(window, _LIMIT_MS)


def _save(window: MainWindow, folder: Path, number: int) -> Path:
    wait_for(window, _LIMIT_MS)
    title = window.current.title() if window.current else ""
    plain = title.lower().translate(str.maketrans("äöå ", "aoa-"))
    path = folder / f"{number:02}-{plain}.png"
    if not window.grab().save(str(path)):
        raise FolderNotWritable(str(folder), "")
    return path
