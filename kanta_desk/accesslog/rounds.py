"""How far the daily verifications came: new rows each day, and a part of the old ones.

The old rows are in thirty shares; of each is remembered on what day it was last read and held. A
daily verification reads as many shares as days have passed since the last, those first that were
not read for the longest: a day without a start leaves nothing out, it only makes the next longer.

Kept in a text file beside the log. It only steers what is read when: whoever changes it makes a
day's work more or less, and a whole verification pays it no heed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kanta_desk.accesslog.nodes import STEP
from kanta_desk.errors import FolderNotWritable
from kanta_desk.settings.files import write_whole

FILE = "tarkastus.json"
SHARES = 30
"""With a start every day, every old row is read once in so many days."""
ALL = frozenset(range(SHARES))

_MAX_FILE = 1024 * 1024
_NEVER = 0
"""The ordinal of a day before all days."""


@dataclass(frozen=True, slots=True)
class Round:
    """``size`` is how much of a tree was sound when it was last read; ``read`` the day (as an
    ordinal) on which each share was."""

    size: int = 0
    read: tuple[int, ...] = (_NEVER,) * SHARES


@dataclass(frozen=True, slots=True)
class Rounds:
    """What is remembered of each tree, by its name."""

    trees: Mapping[str, Round]

    @classmethod
    def read(cls, folder: Path) -> Rounds:
        """What is remembered; nothing if there is nothing that can be read."""
        try:
            with (folder / FILE).open("rb") as file:
                said = json.loads(file.read(_MAX_FILE))
            return cls({str(tree): _round(kept) for tree, kept in said.items()})
        except (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
            return cls({})
        except RecursionError:
            return cls({})

    def due(self, tree: str, today: date) -> frozenset[int]:
        """The shares of a tree that a daily verification reads today, one at least."""
        read = self.trees.get(tree, Round()).read
        days = [min(day, today.toordinal()) for day in read]  # a clock that was ahead
        passed = today.toordinal() - max(days)
        count = min(max(passed, 1), SHARES) if max(days) else 1
        return frozenset(sorted(range(SHARES), key=lambda share: (days[share], share))[:count])

    def wants(self, tree: str, position: int, shares: Collection[int]) -> bool:
        """Whether a block of 256 events is read: a new one, or one of these shares."""
        new = (position + 1) * STEP > self.trees.get(tree, Round()).size
        return new or position % SHARES in shares

    def after(self, tree: str, size: int, shares: Collection[int], today: date) -> Rounds:
        """The same after these shares of a tree, and all that was new in it, were read and held."""
        before = self.trees.get(tree, Round())
        read = tuple(
            today.toordinal() if share in shares or not before.size else day
            for share, day in enumerate(before.read)
        )
        return Rounds({**self.trees, tree: Round(size, read)})

    def keep(self, folder: Path) -> None:
        """Remember; a folder that cannot be written means only that more is read tomorrow."""
        said = {tree: {"size": each.size, "read": each.read} for tree, each in self.trees.items()}
        try:
            write_whole(folder / FILE, json.dumps(said).encode())
        except FolderNotWritable:
            return


def _round(kept: Any) -> Round:
    """What is kept of a tree; the size alone, as it was before the days were remembered."""
    if isinstance(kept, int):
        return Round(kept)
    size, read = int(kept["size"]), tuple(int(day) for day in kept["read"])
    if len(read) != SHARES:
        raise ValueError("another number of shares")
    return Round(size, read)
