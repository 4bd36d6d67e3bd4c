"""Commands run in this process, with a window that only remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kanta_desk.cli.app import main
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class NotedWindow:
    """A window for the commands: notes the language and look it was opened with."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.opened: list[tuple[Language, Look]] = []

    def open(self, open_desk: Callable[[], Desk], *, language: Language, look: Look) -> int:
        """Open nothing."""
        self.opened.append((language, look))
        return self.status

    def screenshots(
        self, desk: Desk, out: Path, *, language: Language, look: Look
    ) -> tuple[Path, ...]:
        """One picture."""
        path = out / "01.png"
        path.write_bytes(b"\x89PNG")
        return (path,)


class BrokenWindow(NotedWindow):
    """A window whose parts do not load."""

    def screenshots(
        self, desk: Desk, out: Path, *, language: Language, look: Look
    ) -> tuple[Path, ...]:
        """Fail."""
        raise ImportError("libEGL.so.1")


def run(*arguments: str, window: NotedWindow | None = None) -> int:
    """The exit status of a command."""
    return main(arguments, window or NotedWindow())
