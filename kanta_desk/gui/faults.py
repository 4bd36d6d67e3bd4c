"""Faults that nobody caught: logged, and told in the window."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from kanta_desk.settings.faults import trace

_logger = logging.getLogger(__name__)


def catch_faults(told: Callable[[str], None]) -> None:
    """Log every fault that nobody caught, in any thread, and call ``told`` with its trace."""

    def in_window(kind: type[BaseException], fault: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, fault.__traceback__)
            return
        said = trace(fault)
        _logger.critical("unexpected fault: %s", said)
        told(said)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            said = trace(args.exc_value)
            _logger.critical("unexpected fault in a thread: %s", said)
            told(said)

    sys.excepthook = in_window
    threading.excepthook = in_thread
