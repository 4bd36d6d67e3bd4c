"""What Qt itself says goes to the application log, but for what means nothing."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_logger = logging.getLogger(__name__)

# The plugin that draws into memory says so for every window; it has no window manager to tell.
_MEANINGLESS = "This plugin does not support propagateSizeHints()"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_messages() -> None:
    """Take Qt's messages from now on."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if text != _MEANINGLESS:
        _logger.log(_LEVELS[kind], "Qt: %s", text)
