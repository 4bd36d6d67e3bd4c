"""Places outside the workstation where checkpoints are kept, and what they say against the log.

Whoever controls the workstation can rewrite everything on it. What was put elsewhere before, they
cannot: a log that is shorter than its anchor was rolled back, one that has another root at the
anchor's size has two histories. The time between anchors is the time that can be rewritten.

A place may be a folder on another machine (text files that only grow; no database is ever put on a
share) or, one day, a central store. The key holder remembers, besides, how much there was
(``accesslog.memory``).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from kanta_desk.accesslog.notes import MAX_NOTE, Note, is_whole, split
from kanta_desk.errors import LogUnavailable

_MAX_FILE = 256 * 1024 * 1024
_UNFIT = re.compile(r"[^0-9A-Za-z._-]")


class AnchorPlace(Protocol):
    """Somewhere that keeps what it is given and gives it back unchanged."""

    @property
    def name(self) -> str:
        """What the place is called in reports."""
        ...

    def keep(self, origin: str, note: Note) -> None:
        """Add a note; it is kept when this returns.

        Raises:
            LogUnavailable: if the place cannot be reached.
        """
        ...

    def kept(self, writer: str) -> dict[str, list[Note]]:
        """All notes of one writer by origin, in the order in which they were kept.

        Raises:
            LogUnavailable: if the place cannot be reached.
        """
        ...


class FolderPlace:
    """A folder of text files, one for each tree and one for the keys; only their ends grow."""

    def __init__(self, folder: Path, name: str = "") -> None:
        """``folder`` may be on a network share; it must exist. ``name``: if not its own."""
        self._folder, self._name = folder, name or folder.name

    @property
    def name(self) -> str:
        """The folder's own name, or the one it was given."""
        return self._name

    def keep(self, origin: str, note: Note) -> None:
        """As ``AnchorPlace``."""
        path = self._folder / _file_name(origin)
        try:
            with path.open("a+b") as file:
                size = file.tell()
                file.seek(max(0, size - MAX_NOTE))
                # What a share kept of a note that failed must not spoil the next.
                file.write(_gap(file.read()) + f"{note}\n".encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LogUnavailable(path.name, error.strerror or "") from None

    def kept(self, writer: str) -> dict[str, list[Note]]:
        """As ``AnchorPlace``; what is cut short or not a note is left out."""
        found: dict[str, list[Note]] = {}
        try:
            for path in sorted(self._folder.glob(f"{_file_name(f'kanta-desk/{writer}/*')}")):
                if path.stat().st_size > _MAX_FILE:
                    raise LogUnavailable(path.name, "too large")
                for note in _notes(path.read_text(encoding="utf-8", errors="replace")):
                    origin = note.text.partition("\n")[0]
                    if origin.startswith(f"kanta-desk/{writer}/"):
                        found.setdefault(origin, []).append(note)
            if not self._folder.is_dir():
                raise LogUnavailable(self._folder.name, "not there")
        except OSError as error:
            raise LogUnavailable(self._folder.name, error.strerror or "") from None
        return found


def folder_places(folders: Sequence[Path]) -> tuple[FolderPlace, ...]:
    """A place for each folder; those of one name are told apart by the folders they are in."""
    often = Counter(folder.name for folder in folders)
    return tuple(
        FolderPlace(folder, folder.name if often[folder.name] == 1 else str(folder))
        for folder in dict.fromkeys(folders)
    )


def _notes(text: str) -> list[Note]:
    notes = []
    for whole in split(text):
        try:
            notes.append(Note.parse(whole))
        except ValueError:
            continue
    return notes


def _gap(end: bytes) -> bytes:
    """What makes a note that follows ``end`` stand by itself."""
    if not end or is_whole(end.decode("utf-8", "replace")):
        return b""
    return b"\n" * max(0, 2 - (len(end) - len(end.rstrip(b"\n"))))


def _file_name(origin: str) -> str:
    """``kanta-desk/<writer>/<register>/<year>`` as a file's name; a ``*`` stays one."""
    _, writer, *tree = origin.split("/")
    fitted = (part if part == "*" else _UNFIT.sub("_", part) for part in (writer, *tree))
    return f"tarkistuspisteet-{'-'.join(fitted)}.txt"[:MAX_NOTE]
