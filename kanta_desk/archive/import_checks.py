"""What is wrong with the rows of an export: codes, days, duplicates, overlaps, parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kanta_desk.archive.import_rows import (
    BEGIN,
    CODE,
    END,
    NAME,
    PARENT,
    SYSTEM,
    Row,
    Sheet,
    first_day,
    last_day,
)
from kanta_desk.errors import ImportUnreadable, InvalidIdentifier
from kanta_desk.model.codes import base_system
from kanta_desk.model.identifiers import Oid, Ytunnus
from kanta_desk.model.imports import RowFault, RowProblem

_PERIOD = {BEGIN, END}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be taken: its code, its days (``None`` = open), its cells."""

    row: Row
    code: str
    first: date | None
    last: date | None

    def cell(self, column: str) -> str:
        """What stands in a column; empty if nothing does."""
        return self.row.cells.get(column, "")

    def name(self) -> tuple[str, str, str]:
        """The name in Finnish, Swedish and English; the Finnish one, or else the code, serves where
        there is none."""
        fi = self.cell(NAME) or self.cell(f"{NAME} sv") or self.code
        return fi, self.cell(f"{NAME} sv") or fi, self.cell(f"{NAME} en") or fi


@dataclass
class Checked:
    """The entries of each code, in the order of the file and of time, and all problems."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        """How many rows cannot be taken."""
        return sum(problem.fault.leaves_out for problem in self.problems)


def checked(sheet: Sheet, *, units: bool = False) -> Checked:
    """All rows that can be taken. ``units``: codes have to be OIDs, and business ids valid."""
    found = Checked(problems=list(sheet.problems))
    for row in sheet.rows:
        entry = _entry(sheet, row, found.problems, units=units)
        if entry is not None:
            _add(sheet, found, entry)
    _tell_parents(sheet, found)
    found.problems.sort(key=lambda problem: problem.row)
    return found


def system_of(sheet: Sheet, file: str) -> str:
    """The code system that the rows or the head of a file name; empty if neither does.

    Raises:
        ImportUnreadable: if the rows are of different systems.
    """
    named = {base_system(value): value for row in sheet.rows if (value := row.cells.get(SYSTEM))}
    if len(named) > 1:
        raise ImportUnreadable(file, "mixed", ", ".join(sorted(named)[:3]))
    return next(iter(named.values()), "") or sheet.system


def _entry(sheet: Sheet, row: Row, problems: list[RowProblem], *, units: bool) -> Entry | None:
    code = row.cells.get(CODE, "")
    if not code:
        problems.append(sheet.problem(RowFault.NO_CODE, row, CODE))
        return None
    days: list[date | None] = []
    for column, read in ((BEGIN, first_day), (END, last_day)):
        try:
            days.append(read(row.cells.get(column, "")))
        except ValueError:
            problems.append(sheet.problem(RowFault.BAD_DATE, row, column))
            return None
    first, last = days
    if first is not None and last is not None and last < first:
        problems.append(sheet.problem(RowFault.DATES_REVERSED, row, END))
        return None
    if not any(row.cells.get(column) for column in (NAME, f"{NAME} sv")):
        problems.append(sheet.problem(RowFault.NO_NAME, row, NAME))
    if units and not _unit_is_sound(sheet, row, problems):
        return None
    return Entry(row, code, first, last)


def _unit_is_sound(sheet: Sheet, row: Row, problems: list[RowProblem]) -> bool:
    try:
        Oid.parse(row.cells[CODE])
    except InvalidIdentifier:
        problems.append(sheet.problem(RowFault.BAD_OID, row, CODE))
        return False
    if business_id := row.cells.get("business_id"):
        try:
            Ytunnus.parse(business_id)
        except InvalidIdentifier:
            problems.append(sheet.problem(RowFault.BAD_BUSINESS_ID, row, "business_id"))
            del row.cells["business_id"]
    return True


def _add(sheet: Sheet, found: Checked, entry: Entry) -> None:
    """Take an entry, if no other of its code is valid at the same time."""
    there = found.entries.setdefault(entry.code, [])
    for other in there:
        if not _overlap(entry, other):
            continue
        same = _without_days(entry) == _without_days(other)
        fault = RowFault.DUPLICATE if same else RowFault.OVERLAP
        found.problems.append(sheet.problem(fault, entry.row, CODE))
        return
    there.append(entry)
    if len(there) > 1:
        there.sort(key=lambda each: each.first or date.min)


def _overlap(one: Entry, other: Entry) -> bool:
    first, last = (one.first or date.min), (one.last or date.max)
    return first <= (other.last or date.max) and (other.first or date.min) <= last


def _without_days(entry: Entry) -> dict[str, str]:
    return {column: value for column, value in entry.row.cells.items() if column not in _PERIOD}


def _tell_parents(sheet: Sheet, found: Checked) -> None:
    for entry in _each(found.entries.values()):
        parent = entry.cell(PARENT)
        if parent and (parent not in found.entries or parent == entry.code):
            found.problems.append(sheet.problem(RowFault.UNKNOWN_PARENT, entry.row, PARENT))


def _each(lists: Iterable[list[Entry]]) -> Iterator[Entry]:
    for entries in lists:
        yield from entries
