"""What differs between Windows, macOS and Linux, told for the one that this runs on."""

from __future__ import annotations

import sys
from pathlib import Path

from kanta_desk.model.text import Text


def remedy_here(
    *, other: Text | None = None, windows: Text | None = None, macos: Text | None = None,
    linux: Text | None = None, platform: str = sys.platform,
) -> Text | None:  # fmt: skip
    """The remedy for ``platform`` (as ``sys.platform`` names it), else ``other``."""
    match platform:
        case "win32":
            return windows or other
        case "darwin":
            return macos or other
        case _:
            return linux or other


def shown(path: Path) -> str:
    """A path for evidence: the home folder, which often bears its owner's name, as ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)
