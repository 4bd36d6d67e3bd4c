"""How far the daily verifications came: new rows each day, and a thirtieth of the old ones.

Kept in a text file beside the log. It only steers what is read when: whoever changes it makes a
day's work more or less, and a whole verification pays it no heed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kanta_desk.accesslog.nodes import STEP
from kanta_desk.errors import FolderNotWritable
from kanta_desk.settings.files import write_whole

FILE = "tarkastus.json"
DAYS = 30
"""In so many days every old row is read once."""

_MAX_FILE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rounds:
    """``sizes`` is how much of each tree (by name) was sound when it was last read."""

    sizes: Mapping[str, int]

    @classmethod
    def read(cls, folder: Path) -> Rounds:
        """What is remembered; nothing if there is nothing that can be read."""
        try:
            with (folder / FILE).open("rb") as file:
                said = json.loads(file.read(_MAX_FILE))
            return cls({str(tree): int(size) for tree, size in said.items()})
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return cls({})

    def wants(self, tree: str, position: int, today: date) -> bool:
        """Whether a block of 256 events is read today."""
        new = (position + 1) * STEP > self.sizes.get(tree, 0)
        return new or position % DAYS == today.toordinal() % DAYS

    @staticmethod
    def keep(folder: Path, sizes: Mapping[str, int]) -> None:
        """Remember; a folder that cannot be written means only that more is read tomorrow."""
        try:
            write_whole(folder / FILE, json.dumps(dict(sizes), indent=1).encode())
        except FolderNotWritable:
            return
