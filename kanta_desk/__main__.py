"""Starts the program: ``kanta-desk``, or ``python -m kanta_desk``.

The only place that knows both the commands and the window. Qt is loaded when a window, or a
picture of one, is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kanta_desk.cli.app import main as run_command
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class _Window:
    """The window, for the commands."""

    def open(self, open_desk: Callable[[], Desk], *, language: Language, look: Look) -> int:
        from kanta_desk.gui.app import run

        return run(open_desk, language=language, look=look)

    def screenshots(
        self, desk: Desk, out: Path, *, language: Language, look: Look
    ) -> tuple[Path, ...]:
        from kanta_desk.gui.screenshots import screenshots

        return screenshots(desk, out, language=language, look=look)


def main() -> int:
    """Run the command of the process's arguments; its exit status."""
    return run_command(sys.argv[1:], _Window())


if __name__ == "__main__":
    sys.exit(main())
