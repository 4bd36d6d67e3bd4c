"""Logs of other controllers that were taken in: each whole, in a folder of its own, to be read.

Below the log's folder, in ``tuodut/<its number>/``, each as a log of its own: trees under the names
that they had, encrypted with keys of their own, checkpoints and the chain of keys as they were.
Nothing writes there after the taking in (``takeover``). What vouches for it in this log is the
event of that act, which holds the heads.
"""

from __future__ import annotations

import re
from pathlib import Path

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.recovery import RecoveryKey
from kanta_desk.model.events import TreeName
from kanta_desk.settings.secrets import KeyHolder

PLACE = "tuodut"
_NUMBER = re.compile(r"[0-9a-f]{16}", re.ASCII)


class ImportedFolder(LogFolder):
    """The folder of one log that was taken in. Its keys have names of their own."""

    def __init__(
        self, path: Path, number: str, keys: KeyHolder | None, recovery: RecoveryKey | None = None
    ) -> None:
        """``number`` names the import; keys as in ``LogFolder``."""
        super().__init__(path, keys, recovery)
        self.number = number

    def key_name(self, tree: TreeName) -> str:
        """As ``LogFolder``: never the name of a key of the log that this lies in."""
        return f"imported log {self.number} {tree}"


def imported_folder(folder: LogFolder, number: str) -> ImportedFolder:
    """The folder of an import of this number, which need not be there.

    Raises:
        ValueError: if that is no number of an import.
    """
    if not _NUMBER.fullmatch(number):
        raise ValueError("not the number of an import")
    return ImportedFolder(folder.path / PLACE / number, number, folder.keys, folder.recovery)


def replaced(folder: LogFolder, path: Path) -> LogFolder:
    """The same log at another place: its keys have the same names."""
    if isinstance(folder, ImportedFolder):
        return ImportedFolder(path, folder.number, folder.keys, folder.recovery)
    return LogFolder(path, folder.keys, folder.recovery)


def imported_in(folder: LogFolder) -> tuple[ImportedFolder, ...]:
    """All that were taken into a log.

    Raises:
        OSError: if the folder cannot be read.
    """
    place = folder.path / PLACE
    names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
    return tuple(imported_folder(folder, name) for name in names if _NUMBER.fullmatch(name))
