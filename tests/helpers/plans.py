"""Exports of invented client information systems, for plans to be made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

import openpyxl

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*parts: str | Sequence[str]) -> bytes:
    """A DOCX: a string is a paragraph, a sequence a row of a table."""
    inside = "".join(_paragraph(p) if isinstance(p, str) else _table(p) for p in parts)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{inside}</w:body></w:document>"
        )
    return whole.getvalue()


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _table(cells: Sequence[str]) -> str:
    inside = "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An XLSX of these sheets, by name, row by row."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """An XLSX with some parts put in the place of others; ``_`` in a name stands for ``/``."""
    new = {name.replace("_", "/") + ".xml": part for name, part in parts.items()}
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(whole, "w", 8) as package:
        for name in old.namelist():
            package.writestr(name, new.pop(name, b"") or old.read(name))
        for name, part in new.items():
            package.writestr(name, part)
    return whole.getvalue()
