"""A plan from CSV, as spreadsheets and client information systems write it.

The encoding is UTF-8 (with or without its mark) if the bytes are valid UTF-8, else Windows-1252:
Finnish text in Windows-1252 is never valid UTF-8 by chance, as its letters stand alone. The
separator is the one of ``;`` ``,`` and tab that makes the header row mean the most. Facts of the
whole test stand before the header as ``# nimi: arvo``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kanta_desk.deployment.raw import (
    MAX_ROWS,
    Column,
    Fact,
    RawDocument,
    RawPlan,
    checked,
    column_of,
    fact_of,
    shown_name,
)
from kanta_desk.errors import PlanUnreadable

_SEPARATORS = ";,\t"


def read_csv(data: bytes, place: str) -> RawPlan:
    """The plan in the bytes of a CSV file; ``place`` is the file's name.

    Raises:
        PlanUnreadable: with the row and column.
    """
    # Only what a spreadsheet ends a row with: other separators may stand in a value.
    lines = list(io.StringIO(_decoded(data, place), newline=""))
    top = next((n for n, line in enumerate(lines) if not _is_beside(line)), None)
    if top is None:
        raise PlanUnreadable(place, "no header")
    separator = max(_SEPARATORS, key=lambda sign: len(_meant(lines[top], sign)))
    facts = _facts(lines[:top], separator, place)
    reader = csv.reader(lines[top:], delimiter=separator, strict=True)
    try:
        columns = _columns(next(reader), f"{place}:{top + 1}")
        rows = tuple(_rows(reader, columns, place, top))
    except csv.Error:
        raise PlanUnreadable(f"{place}:{top + reader.line_num}", "csv") from None
    return RawPlan(place, facts, rows)


def _decoded(data: bytes, place: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise PlanUnreadable(place, "encoding")


def _is_beside(line: str) -> bool:
    bare = line.strip(" \t\r\n;,\"'")
    return not bare or bare.startswith("#")


def _meant(line: str, separator: str) -> set[Column]:
    return {c for name in line.split(separator) if (c := column_of(name.strip(' "\r\n')))}


def _facts(lines: list[str], separator: str, place: str) -> dict[Fact, str]:
    facts: dict[Fact, str] = {}
    for number, line in enumerate(lines, 1):
        # A spreadsheet fills the row with separators and may put the line in quotation marks.
        bare = line.rstrip("\r\n" + separator).strip().strip('"')
        name, colon, value = bare.removeprefix("#").partition(":")
        fact = fact_of(name)
        if bare.startswith("#") and colon and fact:
            facts[fact] = checked(value, f"{place}:{number}")
    return facts


def _columns(header: list[str], place: str) -> dict[int, tuple[Column, str]]:
    columns: dict[int, tuple[Column, str]] = {}
    if all(column_of(name) is None for name in header):
        raise PlanUnreadable(place, "no header")  # a row of values perhaps, so none is repeated
    for index, name in enumerate(header):
        if not name.strip() or name.lstrip().startswith("#"):
            continue
        column = column_of(name)
        if column is None:
            raise PlanUnreadable(f"{place}:{shown_name(name, index + 1)}", "unknown column")
        if any(column is held for held, _ in columns.values()):
            raise PlanUnreadable(f"{place}:{name.strip()}", "duplicate column")
        columns[index] = column, name.strip()
    if all(column is not Column.CLIENT for column, _ in columns.values()):
        raise PlanUnreadable(place, "no header")
    return columns


def _rows(
    reader: Iterator[list[str]], columns: dict[int, tuple[Column, str]], place: str, top: int
) -> Iterator[RawDocument]:
    names = dict(columns.values())
    width = max(columns) + 1
    taken = 0
    for cells in reader:
        # mypy knows the reader as an iterator; the line number is the csv reader's own.
        here = f"{place}:{top + reader.line_num}"  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):
            continue
        taken += 1
        if taken > MAX_ROWS:
            raise PlanUnreadable(place, "too many rows")
        values: dict[Column, str] = {}
        for index, cell in enumerate(cells):
            if index in columns:
                column, name = columns[index]
                if value := checked(cell, f"{here}:{name}"):
                    values[column] = value
            elif index >= width and cell.strip():
                raise PlanUnreadable(here, "too many values")
        yield RawDocument(here, values, names)
