"""What Qt says: into the application log, but for the one sentence that means nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from kanta_desk.gui.messages import log_messages


@pytest.fixture(autouse=True)
def _taken() -> Iterator[None]:
    """Qt's messages go through ours during a test, and to whoever had them afterwards."""
    before = qInstallMessageHandler(None)
    log_messages()
    yield
    qInstallMessageHandler(before)


def test_a_warning_of_qt_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    qWarning("QPainter::begin: Paint device returned engine == 0")

    assert [(r.levelname, r.message) for r in caplog.records] == [
        ("WARNING", "Qt: QPainter::begin: Paint device returned engine == 0")
    ]


def test_the_memory_plugins_size_hints_are_not_worth_a_line(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    qWarning("This plugin does not support propagateSizeHints()")

    assert caplog.records == []
    assert capfd.readouterr().err == ""
