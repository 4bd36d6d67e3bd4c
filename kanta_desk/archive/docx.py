"""The text of a DOCX file: paragraphs and tables as a reader sees them, and nothing else.

A DOCX is a ZIP of XML parts; what stands on the page is ``word/document.xml`` (ECMA-376 Part 1,
§17.2–17.4). Headers and footers are left out: they repeat on every page and are no part of what
was written. Deleted text of tracked changes is not read, inserted text is.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from kanta_desk.archive.xml import local_name, parse
from kanta_desk.errors import BadDocument

MAX_PART: Final = 20_000_000
MAX_PARTS: Final = 5_000

_PART = "word/document.xml"
_PLACE = "docx"
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "Fallback"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def docx_text(data: bytes) -> str:
    """The text of the document's body, a paragraph a line, the cells of a table row by tabs.

    Raises:
        BadDocument: if it is no DOCX, or larger than the limits.
    """
    root = parse(_part(data), _PLACE, BadDocument)
    body = next((each for each in root if local_name(each) == "body"), None)
    if body is None:
        raise BadDocument(_PLACE, "no body")
    lines: list[str] = []
    _read_blocks(body, lines)
    return "\n".join(lines)


def _part(data: bytes) -> bytes:
    """The main part, unpacked no further than the limit, whatever its size is said to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > MAX_PARTS:
                raise BadDocument(_PLACE, "too large")
            with package.open(_PART) as part:
                content = part.read(MAX_PART + 1)
    except KeyError:
        raise BadDocument(_PLACE, "no body") from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, ValueError):
        raise BadDocument(_PLACE, "not a DOCX file") from None
    if len(content) > MAX_PART:
        raise BadDocument(_PLACE, "too large")
    return content


def _read_blocks(parent: etree._Element, lines: list[str]) -> None:
    for child in parent:
        match local_name(child):
            case "p":
                lines.append(_inline(child))
            case "tbl":
                _read_table(child, lines)
            case name if name not in _UNSEEN:  # content controls, inserted blocks
                _read_blocks(child, lines)


def _read_table(table: etree._Element, lines: list[str]) -> None:
    """One line for a row; a cell's own lines and tables are joined by spaces."""
    for row in _inside(table, "tr"):
        cells = []
        for cell in _inside(row, "tc"):
            inside: list[str] = []
            _read_blocks(cell, inside)
            cells.append(" ".join(filter(None, (line.strip() for line in inside))))
        lines.append("\t".join(cells))


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those within content controls."""
    for child in element:
        found = local_name(child)
        if found == name:
            yield child
        elif found not in _UNSEEN and found not in ("tbl", "tc"):
            yield from _inside(child, name)


def _inline(element: etree._Element) -> str:
    parts: list[str] = []
    _read_runs(element, parts)
    return "".join(parts)


def _read_runs(element: etree._Element, parts: list[str]) -> None:
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name not in _UNSEEN:
            _read_runs(child, parts)
