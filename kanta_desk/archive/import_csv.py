"""Exports of code sets in CSV: any usual encoding and separator, the heading where it is found."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kanta_desk.archive.import_rows import (
    CODE,
    MAX_CELL,
    MAX_ROWS,
    NAME,
    Row,
    Sheet,
    column_of,
)
from kanta_desk.errors import ImportUnreadable
from kanta_desk.model.imports import RowFault, RowProblem

_SEPARATORS: Final = (";", ",", "\t", "|")
_BEFORE_HEADING: Final = 20
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(data: bytes, file: str) -> Sheet:
    """All rows of an export.

    Raises:
        ImportUnreadable: naming ``file`` and the line.
    """
    text = decoded(data, file)
    separator, at, columns = _heading(text, file)
    sheet = Sheet()
    lines = _lines(text, separator, file)
    for _, cells in islice(lines, at):
        _take_head(sheet, cells)
    _, heading = next(lines)
    sheet.headings = {c: h.strip() for c, h in zip(columns, heading, strict=True) if c}
    for number, cells in lines:
        if len(sheet.rows) >= MAX_ROWS:
            raise ImportUnreadable(file, "rows", str(number))
        if not any(cells):
            continue
        if any(cells[len(columns) :]):
            sheet.problems.append(RowProblem(RowFault.COLUMNS, number))
            continue
        row = Row(number, {c: v for c, v in zip(columns, cells, strict=False) if c and v})
        if any(len(cell) > MAX_CELL for cell in row.cells.values()):
            column = next(c for c, v in row.cells.items() if len(v) > MAX_CELL)
            sheet.problems.append(sheet.problem(RowFault.TOO_LONG, row, column))
            continue
        sheet.rows.append(row)
    return sheet


def decoded(data: bytes, file: str) -> str:
    """The text of a file in UTF-8 (with a mark or without), UTF-16 or Windows-1252.

    Raises:
        ImportUnreadable: if it is none of these.
    """
    try:
        if data.startswith(_UTF16):
            return data.decode("utf-16")
        if b"\0" in data:
            raise ImportUnreadable(file, "encoding")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError:
        raise ImportUnreadable(file, "encoding") from None


def _lines(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of its first line, its cells without outer white space."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise ImportUnreadable(file, "form", str(number)) from None
        yield number, [cell.strip() for cell in cells]


def _heading(text: str, file: str) -> tuple[str, int, tuple[str, ...]]:
    """The separator, which record the heading is (from 0), and its columns: those under which most
    of the headings are known, if there is a code and a name among them."""
    best: tuple[int, str, int, tuple[str, ...]] | None = None
    for separator in _SEPARATORS:
        for at, (_, cells) in enumerate(islice(_lines(text, separator, file), _BEFORE_HEADING)):
            columns = _columns(cells)
            if CODE in columns and NAME in {c.partition(" ")[0] for c in columns}:
                known = len(columns) - columns.count("")
                if best is None or known > best[0]:
                    best = (known, separator, at, columns)
                break
    if best is None:
        raise ImportUnreadable(file, "columns")
    return best[1:]


def _columns(cells: list[str]) -> tuple[str, ...]:
    """What each heading stands for; of two that stand for the same, the first counts."""
    found: list[str] = []
    for cell in cells:
        column = column_of(cell) if cell else ""
        found.append("" if column in found else column)
    # A short name is a name where there is no longer one.
    for other in ("short", "abbreviation"):
        if NAME not in found and other in found:
            found[found.index(other)] = NAME
    return tuple(found)


def _take_head(sheet: Sheet, cells: list[str]) -> None:
    """What stands above the heading, a key and a value a line."""
    if len(cells) < 2 or not cells[1]:
        return
    match column_of(cells[0]):
        case "system" | "code":
            sheet.system = sheet.system or cells[1]
        case "name":
            sheet.names.setdefault("fi", cells[1])
        case "name sv":
            sheet.names["sv"] = cells[1]
        case "begin":
            sheet.begin = cells[1]
        case "end":
            sheet.end = cells[1]
