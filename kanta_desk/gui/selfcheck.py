"""Whether a window can be shown at all: the binding checked, and what Qt itself says heeded.

PySide6 6.12.0 on Python below 3.12 loses a reference to ``None`` at every void call, and the
process aborts after some thousands of them, in the middle of anything.
"""

from __future__ import annotations

import logging
import os
import platform
import sys
from collections.abc import Callable

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler

from kanta_desk.model.text import Language, Text

_logger = logging.getLogger(__name__)
_CALLS = 100
_NOISE = 20
"""References that may come and go meanwhile; the fault loses all of ``_CALLS``."""


def references_lost(call: Callable[[], None] | None = None) -> int:
    """How many references to ``None`` a hundred void calls lose; more than a few means a fault."""
    void = call or _void_call()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        void()
    return before - sys.getrefcount(None)


def binding_fault(call: Callable[[], None] | None = None) -> str | None:
    """The fault in plain words, in Finnish and English, or None. No translation is loaded yet."""
    if references_lost(call) <= _NOISE:
        return None
    pair = f"PySide6 {PySide6.__version__} + Python {platform.python_version()}"
    return (
        f"Kanta Desk ei voi käynnistyä: {pair} eivät toimi yhdessä. "
        "Asenna ohjelma uudelleen sen omalla asennusohjelmalla.\n"
        f"Kanta Desk cannot start: {pair} do not work together. "
        "Install the program again with its own installer."
    )


def heed_qt(language: Language) -> None:
    """Have what Qt says go to the application's log, and its last word to the person.

    Without a display that answers, or without a library of the system, Qt says so and aborts.
    """

    def heed(kind: QtMsgType, _: QMessageLogContext, said: str | None) -> None:
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(_NO_WINDOW.filled(language, said=" ".join((said or "").split())))
            sys.stderr.flush()
            os._exit(_CANNOT_RUN)
        _logger.log(_LEVELS.get(kind, logging.DEBUG), "Qt: %s", said)

    qInstallMessageHandler(heed)


_CANNOT_RUN = 2
_LEVELS = {QtMsgType.QtWarningMsg: logging.INFO, QtMsgType.QtCriticalMsg: logging.ERROR}
_NO_WINDOW = Text(
    "Ikkuna ei aukea: näyttö ei vastaa, tai järjestelmästä puuttuu kirjasto. Ilman ikkunaa: "
    "kanta-desk practice --headless\n({said})\n",
    "Fönstret öppnas inte: skärmen svarar inte, eller ett systembibliotek saknas. Utan fönster: "
    "kanta-desk practice --headless\n({said})\n",
    "The window does not open: the display does not answer, or a library of the system is missing. "
    "Without a window: kanta-desk practice --headless\n({said})\n",
)


def _void_call() -> Callable[[], None]:
    thing = QObject()

    def call() -> None:
        thing.setObjectName("")

    return call
