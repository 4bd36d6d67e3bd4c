"""A plan as its file has it: named values in text, not yet understood, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kanta_desk.errors import PlanFault, PlanUnreadable
from kanta_desk.model.identifiers import masked
from kanta_desk.model.planning import Column, Fact

MAX_ROWS = 20_000
MAX_VALUE = 1_000
MAX_TEXT = 100_000
# What spreadsheet programs keep as the value of a formula that fails.
FORMULA_ERRORS = {
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA",
}  # fmt: skip


HETU = re.compile(
    r"(?<![0-9A-Za-z])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![0-9A-Za-z])", re.ASCII | re.I
)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One row: its place in the file, and its values without the empty ones.

    ``names`` tells what the file calls each column, so that a fault is named in its words.
    """

    place: str
    values: Mapping[Column, str]
    names: Mapping[Column, str] = field(default_factory=dict)

    def at(self, column: Column) -> str:
        """The place of one value: ``plan.csv:3:henkilötunnus``."""
        return f"{self.place}:{self.names.get(column, column.value)}"


@dataclass(frozen=True, slots=True)
class RawPlan:
    """The whole file: the test's facts, and the rows. ``faults`` are those seen so far."""

    place: str
    facts: Mapping[Fact, str]
    documents: tuple[RawDocument, ...]
    faults: tuple[PlanFault, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: its place (``file:sheet:8``), and its cells as text."""

    place: str
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its file has it, header and all.

    ``place`` is file and sheet. ``header_rows`` is known where the form says it (JSON has names
    for its values); otherwise the header is looked for.
    """

    name: str
    place: str
    rows: tuple[GridRow, ...]
    header_rows: int | None = None


def safe_name(name: str) -> str:
    """A file's, folder's or sheet's name as a place may tell it: identity codes masked."""
    return HETU.sub(lambda found: masked(found[0].upper()), name)


def shown_name(name: str, number: int) -> str:
    """What an error may call an unknown column: by its number, if its name could be a value."""
    plain = " ".join(name.split())[:40]
    return f"[{number}]" if not plain or any(sign.isdigit() for sign in plain) else plain


def limit_of(column: Column) -> int:
    """The most characters that a value may have."""
    return MAX_TEXT if column is Column.SOURCE_TEXT else MAX_VALUE


def raise_all(faults: Iterable[PlanFault]) -> None:
    """Tell all faults at once, if there are any; of one place the first.

    Raises:
        PlanUnreadable: with the first, and the others beside it.
    """
    first: dict[str, PlanFault] = {}
    for fault in faults:
        first.setdefault(fault.place, fault)
    if first:
        (place, reason), *others = first.values()
        raise PlanUnreadable(place, reason, others)
