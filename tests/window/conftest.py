"""What tests of the window share: the application in Finnish and in its light look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.language import speech
from kanta_desk.gui.theme import theme
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application, dressed once: a style sheet costs more than a test."""
    theme.apply(qapp, Look.LIGHT)
    speech.speak(qapp, Language.FI, tmp_path_factory.mktemp("translations"))
    return qapp


@pytest.fixture(scope="module", autouse=True)
def _collected_here(dressed: QApplication) -> Iterator[None]:
    """No lane's thread destroys a widget, as in the program itself."""
    with collected_here():
        yield
        dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def app(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application speaking Finnish, whatever a test before spoke."""
    if speech.language is not Language.FI:
        speech.speak(dressed, Language.FI, tmp_path_factory.mktemp("translations"))
    return dressed
