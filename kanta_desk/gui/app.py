"""The application: opens the desk, shows the window, closes the desk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from kanta_desk import __version__
from kanta_desk.errors import KantaError
from kanta_desk.gui import geometry, icons
from kanta_desk.gui.faults import catch_faults
from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.language import speech
from kanta_desk.gui.messages import log_messages
from kanta_desk.gui.opening import OpeningWindow
from kanta_desk.gui.page import Page
from kanta_desk.gui.places import PLACES
from kanta_desk.gui.selfcheck import binding_fault, heed_qt
from kanta_desk.gui.tasks import Task
from kanta_desk.gui.theme import colours, theme
from kanta_desk.gui.window import MainWindow
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language
from kanta_desk.settings.paths import Paths

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_CANNOT_RUN = 2


def run(
    open_desk: Callable[[], Desk],
    *,
    language: Language = Language.FI,
    look: Look | str = Look.SYSTEM,
    places: Sequence[type[Page]] = PLACES,
) -> int:
    """Show the window until it is closed. ``open_desk`` is called in a thread of its own.

    Returns:
        The exit status: 0, or 2 if the program cannot run here or the desk did not open.
    """
    app = application(language=language, look=look)
    if fault := binding_fault():
        print(fault, file=sys.stderr)  # noqa: T201 - there may be no window to say it in
        QMessageBox.critical(None, "Kanta Desk", fault)
        return _CANNOT_RUN
    with collected_here():
        return _Run(app, places).until_closed(open_desk)


_SWITCH_S = 0.001
"""How long a lane may keep Python to itself while the window waits for it: at its usual 5 ms, a
few events in a row make a wait that can be felt."""


def application(*, language: Language, look: Look | str) -> QApplication:
    """The one ``QApplication``, dressed and speaking.

    Raises:
        SettingsError: if translations cannot be read or compiled.
    """
    log_messages()
    sys.setswitchinterval(_SWITCH_S)
    existing = QApplication.instance()
    if existing is None:
        heed_qt(language)
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("kanta-desk")
    app.setApplicationDisplayName("Kanta Desk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("kanta-desk")
    theme.apply(app, Look(look))
    speech.speak(app, language, Paths.of_system().cache)
    app.setWindowIcon(icons.icon("brand", colours().accent, 32))
    return app


def offscreen(scale: float = 1.0) -> None:
    """Draw into memory, ``scale`` pixels a point; of effect before the first ``application``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)


class _Run(QObject):
    """One run: from opening the desk to closing it."""

    _faulted = Signal(str)

    def __init__(self, app: QApplication, places: Sequence[type[Page]]) -> None:
        super().__init__()
        self._app = app
        self._places = places
        self._window: MainWindow | None = None
        self._failed = False
        self._opening = OpeningWindow()
        self._faulted.connect(self._tell_fault, Qt.ConnectionType.QueuedConnection)

    def until_closed(self, open_desk: Callable[[], Desk]) -> int:
        """Open, show, and close the desk at the end, also one that opened too late to be shown."""
        catch_faults(self._faulted.emit)
        self._opening.show()
        with ThreadPoolExecutor(1, thread_name_prefix="opening") as opener:
            future: Future[Desk] = opener.submit(open_desk)
            Task(self, self._opened, self._not_opened).follow(future)
            self._app.exec()
        if future.exception() is None:
            future.result().close()
        return _CANNOT_RUN if self._failed else 0

    def _opened(self, desk: Desk) -> None:
        self._window = MainWindow(desk, self._places)
        geometry.restore(self._window, desk.paths.config)
        self._window.closing.connect(lambda: self._keep_place(desk))
        self._window.show()
        self._opening.close()

    def _keep_place(self, desk: Desk) -> None:
        if self._window is not None:
            geometry.keep(self._window, desk.paths.config)

    def _not_opened(self, error: KantaError) -> None:
        self._failed = True
        self._opening.show_error(error)

    def _tell_fault(self, _: str) -> None:
        if self._window is not None:
            self._window.tell(KantaError())
