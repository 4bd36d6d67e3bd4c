"""What an XHTML document says beside its running text: in which cell of a table a value is. Two
documents of the same words may differ in that alone."""

from __future__ import annotations

from typing import Final

from lxml import etree

from kanta_desk.archive.payloads import xhtml_tree

MAX_CELLS: Final = 50_000
_MAX_SPAN = 100

Row = tuple[str, ...]


Table = tuple[Row, ...]


def tables_of(data: bytes) -> tuple[Table, ...]:
    """The tables, row by row with the text of each cell, empty ones too; none of them if they have
    over ``MAX_CELLS`` cells.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    tables = tuple(_rows(table) for table in xhtml_tree(data).iter("table"))
    return tables if sum(len(row) for table in tables for row in table) <= MAX_CELLS else ()


def _rows(table: etree._Element) -> Table:
    return tuple(tuple(_cells(row)) for row in table.iter("tr"))


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            text = " ".join("".join(str(part) for part in cell.itertext()).split())
            cells += [text, *[""] * (_span(cell) - 1)]
    return cells


def _span(cell: etree._Element) -> int:
    said = cell.get("colspan", "1")
    return min(int(said), _MAX_SPAN) if said.isascii() and said.isdecimal() and int(said) else 1
