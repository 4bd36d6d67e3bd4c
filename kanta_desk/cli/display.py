"""The window, where there is a display for it; Qt itself would abort where there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kanta_desk.cli import words
from kanta_desk.cli.output import note
from kanta_desk.cli.program import Program, Status
from kanta_desk.model.look import Look

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


def show_window(program: Program, open_desk: Callable[[], Desk], look: Look) -> int:
    """Show the window until it is closed; its exit status, or 2 if there can be none here."""
    if not has_display():
        note(program.text(words.NO_DISPLAY))
        return Status.COULD_NOT_RUN
    try:
        return program.window.open(open_desk, language=program.language, look=look)
    except ImportError as error:
        program.log_fault(error)
        note(program.text(words.NO_WINDOW, kind=error.name or type(error).__name__))
        return Status.COULD_NOT_RUN


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """On Linux an X or Wayland display, or a platform of Qt's that needs none; else always."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    needs_none = asked != "" and not asked.startswith(("xcb", "wayland"))
    return (
        not platform.startswith("linux")
        or needs_none
        or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    )
