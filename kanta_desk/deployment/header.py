"""Finds the header of a table: which row, or which two rows, name the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kanta_desk.deployment.columns import column_of, fact_of, is_client, like, plain
from kanta_desk.deployment.moments import is_moment
from kanta_desk.deployment.raw import FORMULA_ERRORS, Grid, GridRow
from kanta_desk.model.planning import Fact

MAX_COLUMNS = 200
BETWEEN = " / "

_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Header:
    """The columns' names, and the indexes of the rows that hold them: ``first`` up to ``end``."""

    names: tuple[str, ...]
    first: int
    end: int


def find_header(grid: Grid) -> Header | None:
    """The row, or two, that name most columns of ours; none where only values stand.

    Two rows are read together where the upper one spans groups of columns: ``Klient`` over
    ``Beteckning`` and ``Namn`` names ``Klient / Beteckning`` and ``Klient / Namn``.
    """
    if grid.header_rows is not None:
        return Header(grid.rows[0].cells, 0, grid.header_rows) if grid.rows else None
    candidates = list(_candidates(grid.rows[:_LOOKED_AT]))
    if not candidates:
        return None
    known = {id(c): _known(c.names) for c in candidates}
    best = max(candidates, key=lambda c: (known[id(c)], c.first - c.end, -c.first))
    if known[id(best)]:
        return best
    guessed = {id(c): _alike(c.names) for c in candidates}
    return max(candidates, key=lambda c: (guessed[id(c)], c.first - c.end, -c.first))


def facts_above(rows: Sequence[GridRow]) -> Iterator[tuple[Fact, str, str]]:
    """What lines before the table, or of a sheet of their own, say of the test: fact, value, place.

    ``# nimi: arvo`` in one cell, or name and value in two.
    """
    for row in rows:
        at = next((n for n, cell in enumerate(row.cells) if cell.strip()), None)
        if at is None:
            continue
        name, colon, value = row.cells[at].strip().removeprefix("#").partition(":")
        beside = row.cells[at + 1].strip() if at + 1 < len(row.cells) else ""
        if (fact := fact_of(name)) is None:
            continue
        if colon and value.strip():
            yield fact, value.strip(), row.place
        elif beside:
            yield fact, beside, row.place


def is_remark(row: GridRow) -> bool:
    """Whether a row is a note to people."""
    first = next((cell.strip() for cell in row.cells if cell.strip()), "#")
    return first.startswith("#") and first not in FORMULA_ERRORS


def _candidates(rows: Sequence[GridRow]) -> Iterator[Header]:
    for index, row in enumerate(rows):
        if is_remark(row) or _is_of_values(row):
            continue
        yield Header(_cut(row.cells), index, index + 1)
        below = rows[index + 1] if index + 1 < len(rows) else None
        if below and not is_remark(below) and not _is_of_values(below):
            yield Header(_joined(row.cells, below.cells), index, index + 2)


def _is_of_values(row: GridRow) -> bool:
    return any(is_client(cell) or is_moment(cell.strip()) for cell in row.cells)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The names of two rows; what spans several columns stands in the first of them alone."""
    names, spanning = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        spanning = " ".join(above.split()) or spanning
        said = " ".join(below.split())
        if said and spanning and plain(said) != plain(spanning):
            names.append(spanning + BETWEEN + said)
        else:
            names.append(said or " ".join(above.split()))
    return _cut(names)


def _cut(names: Sequence[str]) -> tuple[str, ...]:
    """Without the empty names at the end."""
    last = max((n for n, name in enumerate(names, 1) if name.strip()), default=0)
    return tuple(" ".join(name.split()) for name in names[:last])


def _known(names: Sequence[str]) -> int:
    return len({column_of(name) for name in names[:MAX_COLUMNS]} - {None})


def _alike(names: Sequence[str]) -> int:
    return len({like(name) for name in names[:MAX_COLUMNS]} - {None})
