"""What every command is given: the language, the folders, and what only the window can do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kanta_desk.model.look import Look
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.paths import Paths

if TYPE_CHECKING:  # the desk brings all rooms with it, and `--help` needs none of them
    from kanta_desk.desk.desk import Desk


class Status(IntEnum):
    """The exit status of every command."""

    DONE = 0
    FOUND_WRONG = 1
    COULD_NOT_RUN = 2
    REFUSED = 3


class Window(Protocol):
    """The window, handed in by ``__main__``, which alone knows both it and the commands."""

    def open(self, open_desk: Callable[[], Desk], *, language: Language, look: Look) -> int:
        """Show the window on the desk that ``open_desk`` opens; the exit status."""
        ...

    def screenshots(
        self, desk: Desk, out: Path, *, language: Language, look: Look
    ) -> tuple[Path, ...]:
        """Draw every page of a signed-in ``desk`` into a PNG file under ``out``."""
        ...


@dataclass(frozen=True, slots=True)
class Program:
    """The surroundings of one command."""

    language: Language
    window: Window
    paths: Paths

    def text(self, text: Text, **fields: object) -> str:
        """``text`` in the user's language with its placeholders filled."""
        return text.filled(self.language, **fields) if fields else text.of(self.language)

    def log_fault(self, error: BaseException) -> None:
        """Write a fault of the program's own to the application log."""
        logging.getLogger("kanta_desk.cli").error("a fault", exc_info=error)

    @property
    def practice_folder(self) -> Path:
        """Where the practice set lives unless ``--state`` names another place."""
        return self.paths.data / "practice"
