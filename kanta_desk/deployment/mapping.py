"""From tables to plans: what each column is taken for, and the rows read by it.

Every kept mapping belongs to one client information system, and is used again on its own for files
with the same headers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kanta_desk.deployment.columns import column_of, judge, plain
from kanta_desk.deployment.header import (
    MAX_COLUMNS,
    Header,
    facts_above,
    find_header,
    is_remark,
)
from kanta_desk.deployment.plan_forms import Whole
from kanta_desk.deployment.raw import (
    MAX_ROWS,
    MAX_VALUE,
    Grid,
    GridRow,
    RawDocument,
    RawPlan,
    shown_name,
)
from kanta_desk.errors import PlanFault, PlanUnreadable
from kanta_desk.model.planning import (
    Column,
    ColumnMapping,
    Export,
    Fact,
    FileColumn,
    Ground,
    Sheet,
)

_SAMPLES = 3
_JUDGED = 200
_LEAST_KEPT = 2
_ORDER = (
    Ground.CHOSEN, Ground.KEPT, Ground.NAME, Ground.VALUES, Ground.LIKENESS, Ground.UNFIT,
    Ground.NONE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    """A grid whose header was found, and the rows below it."""

    grid: Grid
    header: Header
    rows: tuple[GridRow, ...]

    @classmethod
    def of(cls, grid: Grid, header: Header) -> _Table:
        rows = (row for row in grid.rows[header.end :] if not is_remark(row))
        return cls(grid, header, tuple(rows))

    @property
    def place(self) -> str:
        return self.grid.rows[self.header.first].place


def sheets_of(whole: Whole, mappings: Sequence[ColumnMapping], sheet: str = "") -> Export:
    """The tables of a file and what their columns are taken for, the likeliest first.

    Tables with the same headers count as one: there may be a sheet for each client. ``sheet``
    names the one to take.

    Raises:
        PlanUnreadable: if there is no table at all, or no sheet of that name.
    """
    groups: dict[tuple[str, ...], list[_Table]] = {}
    for table in _tables(whole):
        groups.setdefault(table.header.names, []).append(table)
    if not groups:
        raise PlanUnreadable(_first_place(whole), "no header")
    kept = {names: _fitting(names, mappings) for names in groups}
    sheets = {names: _sheet(tables, kept[names]) for names, tables in groups.items()}
    order = sorted(
        sheets,
        key=lambda names: (sheets[names].name == sheet, _likelihood(sheets[names])),
        reverse=True,
    )
    first = order[0]
    if sheet and sheets[first].name != sheet:
        raise PlanUnreadable(f"{whole.name}:{shown_name(sheet, 1)}", "no such sheet")
    told = (sheets[names] for names in order)
    worth = tuple(s for n, s in enumerate(told) if n == 0 or any(c.column for c in s.columns))
    return Export(whole.path, whole.sha256, worth, kept[first])


def mapping_of(sheet: Sheet, system: str = "") -> ColumnMapping:
    """What a sheet's columns are taken for, to be kept or changed."""
    return ColumnMapping(system, {c.header: c.column for c in sheet.columns})


def mapped(
    whole: Whole, sheet: Sheet, mapping: ColumnMapping | None, *, strict: bool = False
) -> RawPlan:
    """The rows of a sheet, and of those like it, by a mapping or by what the columns say.

    With ``strict``, a column that is not surely known is a fault: it could not be checked. A
    header that begins with ``#`` is passed over.
    """
    names = tuple(column.header for column in sheet.columns)
    tables = _tables(whole)
    chosen = [table for table in tables if table.header.names == names]
    counts = [t for t in tables if t.header.names != names and _is_of_counts(t)]
    faults: list[PlanFault] = []
    facts = _facts(whole, (*chosen, *counts), faults)
    rows: list[RawDocument] = []
    for table in chosen:
        columns = _judged(table, mapping)
        faults += _of_columns(table, columns, strict=strict)
        rows += _rows(table, columns, mapping.constants if mapping else {}, faults)
    for table in counts:
        rows += _rows(table, _judged(table, None), {}, faults)
    if mapping is not None:
        facts = {**mapping.facts, **facts}
        if mapping.system:
            facts.setdefault(Fact.SYSTEM, mapping.system)
    if len(rows) > MAX_ROWS:
        raise PlanUnreadable(whole.name, "too many rows")
    return RawPlan(whole.name, facts, tuple(rows), tuple(faults))


def _facts(whole: Whole, tables: Sequence[_Table], faults: list[PlanFault]) -> dict[Fact, str]:
    """What lines above the tables say of the test, and sheets that are no table that is read."""
    read = {id(table.grid): table.header.first for table in tables}
    facts: dict[Fact, str] = {}
    for grid in whole.grids:
        for fact, value, place in facts_above(grid.rows[: read.get(id(grid))]):
            if len(value) > MAX_VALUE:
                faults.append(PlanFault(place, "too long"))
            facts.setdefault(fact, value)
    return facts


def _tables(whole: Whole) -> tuple[_Table, ...]:
    found = ((grid, find_header(grid)) for grid in whole.grids)
    return tuple(_Table.of(grid, header) for grid, header in found if header and header.names)


def _first_place(whole: Whole) -> str:
    return next((grid.rows[0].place for grid in whole.grids if grid.rows), whole.name)


def _fitting(names: Iterable[str], mappings: Sequence[ColumnMapping]) -> ColumnMapping | None:
    """The kept mapping of which most headers are here, and every one that it needs."""
    here = {plain(name) for name in names}

    def headers(mapping: ColumnMapping) -> set[str]:
        return {plain(header) for header in mapping.columns}

    fit = [
        m
        for m in mappings
        if {plain(h) for h, column in m.columns.items() if column} <= here
        and len(headers(m) & here) >= min(_LEAST_KEPT, len(here))
    ]
    return max(fit, key=lambda m: len(headers(m) & here), default=None)


def _sheet(tables: Sequence[_Table], kept: ColumnMapping | None) -> Sheet:
    columns = _judged(tables[0], kept)
    rows = [row for table in tables for row in table.rows]
    shown = tuple(
        replace(column, samples=_samples(rows, index)) for index, column in enumerate(columns)
    )
    name = " + ".join(table.grid.name for table in tables)
    return Sheet(name, tables[0].place, shown, len(rows))


def _judged(table: _Table, mapping: ColumnMapping | None) -> tuple[FileColumn, ...]:
    """What each column is taken for; of two for the same, the surer one is."""
    told = {plain(h): column for h, column in mapping.columns.items()} if mapping else {}
    columns = []
    for index, name in enumerate(table.header.names):
        values = tuple(_cell(row, index) for row in table.rows[:_JUDGED])
        if name.lstrip().startswith("#") or (not name.strip() and not any(values)):
            columns.append(FileColumn(name, (), None, Ground.CHOSEN))
        elif mapping and plain(name) in told:
            columns.append(FileColumn(name, values, told[plain(name)], Ground.KEPT))
        else:
            columns.append(FileColumn(name, values, *judge(name, values)))
    best: dict[Column, FileColumn] = {}
    for column in columns:
        rival = best.get(column.column) if column.column else None
        if column.column and (rival is None or _rank(column) < _rank(rival)):
            best[column.column] = column
    return tuple(_unless_taken(column, best) for column in columns)


def _unless_taken(column: FileColumn, best: Mapping[Column, FileColumn]) -> FileColumn:
    if column.column is None or best[column.column] is column:
        return column
    return replace(column, column=None, ground=Ground.NONE)


def _rank(column: FileColumn) -> int:
    return _ORDER.index(column.ground)


def _of_columns(
    table: _Table, columns: Sequence[FileColumn], *, strict: bool
) -> Iterator[PlanFault]:
    if len(columns) > MAX_COLUMNS:
        yield PlanFault(table.place, "too many columns")
    if not any(column.column in (Column.CLIENT, Column.COUNT) for column in columns):
        yield PlanFault(table.place, "no header")
    if not strict:
        return
    for number, column in enumerate(columns, 1):
        place = f"{table.place}:{shown_name(column.header, number)}"
        if column.column is None and column_of(column.header) is not None and not _passed(column):
            yield PlanFault(place, "duplicate column")
        elif not column.is_sure and column.ground is not Ground.UNFIT:  # its rows tell that
            unknown = column.ground is Ground.NONE
            yield PlanFault(place, "unknown column" if unknown else "unsure column")


def _passed(column: FileColumn) -> bool:
    """Whether somebody said that the column is to be passed over."""
    return column.ground in (Ground.KEPT, Ground.CHOSEN)


def _rows(
    table: _Table,
    columns: Sequence[FileColumn],
    constants: Mapping[Column, str],
    faults: list[PlanFault],
) -> Iterator[RawDocument]:
    taken = {index: column.column for index, column in enumerate(columns) if column.column}
    names = {
        column: shown_name(columns[index].header, index + 1) for index, column in taken.items()
    }
    for row in table.rows:
        if row.is_empty:
            continue
        values = {column: value for index, column in taken.items() if (value := _cell(row, index))}
        if not values:
            continue
        if any(cell.strip() for cell in row.cells[len(columns) :]):
            faults.append(PlanFault(row.place, "too many values"))
        yield RawDocument(row.place, {**constants, **values}, names)


def _is_of_counts(table: _Table) -> bool:
    columns = _judged(table, None)
    return any(c.column is Column.COUNT for c in columns) and all(c.is_sure for c in columns)


def _likelihood(sheet: Sheet) -> tuple[bool, int, int]:
    known = sum(1 for column in sheet.columns if column.column)
    return sheet.has_client, known, sheet.rows


def _samples(rows: Sequence[GridRow], index: int) -> tuple[str, ...]:
    found = dict.fromkeys(value for row in rows[:_JUDGED] if (value := _cell(row, index)))
    return tuple(found)[:_SAMPLES]


def _cell(row: GridRow, index: int) -> str:
    return row.cells[index].strip() if index < len(row.cells) else ""
