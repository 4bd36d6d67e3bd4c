"""Where the window stood on this machine, and how large it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_FILE, _KEY = "window.ini", "geometry"


def restore(window: QWidget, folder: Path) -> None:
    """Put the window where it was left; one that no screen would show, Qt brings back in sight."""
    kept = settings(folder).value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def keep(window: QWidget, folder: Path) -> None:
    """Write down where the window is. A folder that cannot be written forgets it, and no more."""
    settings(folder).setValue(_KEY, window.saveGeometry())


def settings(folder: Path) -> QSettings:
    """What the window remembers on this machine of how it looks; never anybody's data."""
    return QSettings(str(folder / _FILE), QSettings.Format.IniFormat)
