"""Rows that nobody has come to yet."""

from __future__ import annotations

from kanta_desk.model.deployment import Aspect, Cell, CellState, DocumentVerdict, ExpectedDocument
from kanta_desk.model.text import Text

_WAITING = Text("odottaa", "väntar", "waiting")


def waiting_row(row: ExpectedDocument) -> DocumentVerdict:
    """The verdict of a row before anything is known of it."""
    return DocumentVerdict(
        row, tuple(Cell(aspect, CellState.WAITING, _WAITING) for aspect in Aspect)
    )
