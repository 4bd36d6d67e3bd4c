"""The application log: warnings and errors of the program, never personal data.

The texts of exceptions may quote what they met, so only their types and where they were raised are
written.
"""

from __future__ import annotations

import logging
import logging.handlers
import threading
from pathlib import Path
from types import TracebackType

from kanta_desk.settings.faults import trace

NAME = "kanta-desk.log"
_MAX_BYTES = 1024 * 1024
_KEPT = 3

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Careful(logging.Formatter):
    """Writes of an exception its type and places, not its text, nor lines of source."""

    def formatException(self, ei: _ExcInfo) -> str:
        return trace(ei[1]) if ei[1] is not None else ""


def start(folder: Path) -> Path:
    """Log to a rotating file in ``folder``; a folder that cannot be written gets no log.

    Returns:
        The file, whether or not it could be opened.
    """
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Careful("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("kanta_desk")
    for old in logger.handlers[:]:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    threading.excepthook = _log_thread
    return path


def _log_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        logging.getLogger("kanta_desk.threads").error(
            "a thread ended by a fault: %s", trace(args.exc_value)
        )
