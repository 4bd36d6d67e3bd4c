"""Places outside the workstation where checkpoints are kept, and what they say against the log.

Whoever controls the workstation can rewrite everything on it. What was put elsewhere before, they
cannot: a log that is shorter than its anchor was rolled back, one that has another root at the
anchor's size has two histories. The time between anchors is the time that can be rewritten.

A place may be a folder on another machine (text files that only grow; no database is ever put on a
share) or, one day, a central store. The key holder remembers, besides, how much there was: that
alone misses a log that was deleted whole.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kanta_desk.accesslog.notes import MAX_NOTE, Checkpoint, Note, split
from kanta_desk.accesslog.signing import Keys
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import LogHead

_MAX_FILE = 256 * 1024 * 1024
_MEMORY = "log-remembered"
_MOST_TREES = 30
"""Trees of one log that are remembered: a keyring's values are short."""
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

    def __init__(self, folder: Path) -> None:
        """``folder`` may be on a network share; it must exist."""
        self._folder = folder

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self._folder.name

    def keep(self, origin: str, note: Note) -> None:
        """As ``AnchorPlace``."""
        path = self._folder / _file_name(origin)
        try:
            with path.open("ab") as file:
                file.write(f"{note}\n".encode())
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
                    found.setdefault(note.text.partition("\n")[0], []).append(note)
            if not self._folder.is_dir():
                raise LogUnavailable(self._folder.name, "not there")
        except OSError as error:
            raise LogUnavailable(self._folder.name, error.strerror or "") from None
        return found


@dataclass(frozen=True, slots=True)
class Memory:
    """How much each log of this key holder held when it was last told: sizes by tree, by writer.

    A log that was deleted whole and begun anew has another writer; the old one stays remembered
    until somebody lets it be forgotten.
    """

    logs: Mapping[str, Mapping[str, int]]

    @classmethod
    def recalled(cls, keys: Keys | None) -> Memory:
        """What the holder remembers; nothing if it has nothing that can be read."""
        kept = keys.get(_MEMORY) if keys else None
        try:
            said = json.loads(kept or b"{}")
            logs = {
                str(writer): {str(tree): int(size) for tree, size in trees.items()}
                for writer, trees in said.items()
            }
        except (ValueError, TypeError, AttributeError):
            logs = {}
        return cls(logs)

    def with_head(self, writer: str, head: LogHead) -> Memory:
        """The same with how much a log's newest trees hold now."""
        trees = {str(tree.tree): tree.size for tree in head.trees[:_MOST_TREES]}
        return Memory({**self.logs, writer: trees})

    def without(self, writer: str) -> Memory:
        """The same without a log that was rightly removed."""
        return Memory({known: trees for known, trees in self.logs.items() if known != writer})

    def keep(self, keys: Keys) -> None:
        """Tell the holder."""
        keys.put(_MEMORY, json.dumps(self.logs, separators=(",", ":")).encode())


def checkpoints(notes: Iterable[Note]) -> list[Checkpoint]:
    """The checkpoints among notes, in their order."""
    found = []
    for note in notes:
        try:
            found.append(Checkpoint.parse(note.text))
        except ValueError:
            continue
    return found


def _notes(text: str) -> list[Note]:
    notes = []
    for whole in split(text):
        try:
            notes.append(Note.parse(whole))
        except ValueError:
            continue
    return notes


def _file_name(origin: str) -> str:
    """``kanta-desk/<writer>/<register>/<year>`` as a file's name; a ``*`` stays one."""
    _, writer, *tree = origin.split("/")
    fitted = (part if part == "*" else _UNFIT.sub("_", part) for part in (writer, *tree))
    return f"tarkistuspisteet-{'-'.join(fitted)}.txt"[:MAX_NOTE]
