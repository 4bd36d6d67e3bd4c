"""What two documents have in common and where they differ, side by side.

Every part says how much was compared, so that "the same" is never said of what nobody looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.model.documents import Document


class Change(StrEnum):
    """How a piece of text stands to the other side."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"


class Compared(StrEnum):
    """The parts of two documents that are compared."""

    TEXT = "text"
    METADATA = "metadata"
    STRUCTURE = "structure"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one side; ``number`` is the difference that it is part of, from 1.

    It ends with a line break where a line ends there; else a space stands before the next piece.
    """

    text: str
    change: Change = Change.SAME
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other. ``label`` and ``group`` name a field; a text has none."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    label: str = ""
    group: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The differences in this row, in their order."""
        return tuple(dict.fromkeys(r.number for r in (*self.left, *self.right) if r.number))

    @property
    def change(self) -> Change:
        """What happened here: one kind alone, or ``CHANGED``."""
        kinds = {r.change for r in (*self.left, *self.right)} - {Change.SAME}
        if not kinds:
            return Change.SAME
        return kinds.pop() if len(kinds) == 1 else Change.CHANGED


Region = tuple[float, float, float, float]
"""Left, top, right, bottom in points from a page's upper left corner."""


@dataclass(frozen=True, slots=True)
class PagePair:
    """One page of both, from 0; where its picture differs. ``only``: one side alone has it."""

    index: int
    regions: tuple[Region, ...] = ()
    only: Change = Change.SAME

    @property
    def differs(self) -> bool:
        """Whether it looks different."""
        return bool(self.regions) or self.only is not Change.SAME


@dataclass(frozen=True, slots=True)
class PartComparison:
    """One part: its rows (or pages), how many differences they hold, and how much was compared.

    ``amount`` counts words, fields, values or pages.
    """

    part: Compared
    amount: int
    differences: int
    rows: tuple[Row, ...] = ()
    pages: tuple[PagePair, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentComparison:
    """Two documents beside each other. ``parts`` holds what both have and so was compared.

    ``not_read`` are parts that at least one of them has and that could not be compared.
    """

    left: Document
    right: Document
    parts: tuple[PartComparison, ...]
    not_read: tuple[Compared, ...] = ()

    @property
    def same_bytes(self) -> bool:
        """Whether the very same bytes came."""
        return self.left.original == self.right.original

    @property
    def differences(self) -> int:
        """How many there are in all parts."""
        return sum(part.differences for part in self.parts)

    def part(self, which: Compared) -> PartComparison | None:
        """One part; None if it was not compared."""
        return next((part for part in self.parts if part.part is which), None)


def numbered(rows: Iterable[Row]) -> int:
    """The highest number of a difference in some rows."""
    return max((number for row in rows for number in row.numbers), default=0)
