"""Tables from XLSX workbooks: one a visible sheet, read as values, within limits.

An XLSX is a ZIP of XML parts (ECMA-376). Before the parts are parsed they are looked through: how
large they truly are when unpacked, and that none brings a document type or entities of its own.
Formulas give the value that the spreadsheet program kept with them; one that was never calculated
is a fault, since an empty cell would be a lie.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import openpyxl
from openpyxl.workbook import Workbook

from kanta_desk.deployment.header import MAX_COLUMNS
from kanta_desk.deployment.raw import MAX_ROWS, Grid, GridRow, raise_all, safe_name
from kanta_desk.errors import PlanFault, PlanUnreadable

MAX_UNPACKED: Final = 150_000_000
MAX_PARTS: Final = 2_000
MAX_SHEETS: Final = 60

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # an old .xls, or a workbook under a password
_PIECE = 1 << 20
_OVERLAP = 400
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_CALCULATED = re.compile(
    rb'<c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>[^<]{0,300}</f>)'
    rb"\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_SHEET = re.compile(r"xl/worksheets/(sheet\d+)\.xml", re.I)
_SPARE_ROWS = 200
_MOST_TOLD = 50


def read_xlsx(data: bytes, place: str) -> tuple[Grid, ...]:
    """The tables in the bytes of a workbook; ``place`` is the file's name.

    Raises:
        PlanUnreadable: with sheet and cell.
    """
    if data.startswith(_OLE):
        raise PlanUnreadable(place, "encrypted")
    _look_through(data, place)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: styles, rules of validation
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            try:
                return tuple(_grids(book, place))
            finally:
                book.close()
    except PlanUnreadable:
        raise
    except Exception:  # a broken file makes the library raise whatever its parts raise
        raise PlanUnreadable(place, "xlsx") from None


def _look_through(data: bytes, place: str) -> None:
    """Unpack every part once, to its true size, and refuse what no spreadsheet program writes."""
    faults: list[PlanFault] = []
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise PlanUnreadable(place, "too large")
            for part in parts:
                before = b""
                sheet = _SHEET.fullmatch(part.filename)
                with package.open(part) as stream:
                    while piece := stream.read(_PIECE):
                        if (unpacked := unpacked + len(piece)) > MAX_UNPACKED:
                            raise PlanUnreadable(place, "too large")
                        if _FORBIDDEN.search(before + piece) or (
                            not before and piece.startswith(_UTF16)
                        ):
                            raise PlanUnreadable(place, "xlsx")
                        if sheet:
                            faults += _not_calculated(before + piece, f"{place}:{sheet[1]}")
                        before = piece[-_OVERLAP:]
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, ValueError):
        raise PlanUnreadable(place, "xlsx") from None
    raise_all(faults[:_MOST_TOLD])


def _not_calculated(piece: bytes, place: str) -> Iterator[PlanFault]:
    for cell in _NOT_CALCULATED.finditer(piece):
        yield PlanFault(f"{place}:{cell[1].decode('ascii')}", "formula")


def _grids(book: Workbook, place: str) -> Iterator[Grid]:
    for sheet in book.worksheets[:MAX_SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what the file says of its size need not be true
        here = f"{place}:{safe_name(sheet.title)}"
        rows = sheet.iter_rows(
            max_row=MAX_ROWS + _SPARE_ROWS, max_col=MAX_COLUMNS + 1, values_only=True
        )
        found = tuple(
            GridRow(f"{here}:{number}", tuple(_text(value) for value in values))
            for number, values in enumerate(rows, 1)
            if any(value is not None for value in values)
        )
        if len(found) >= MAX_ROWS + _SPARE_ROWS:
            raise PlanUnreadable(here, "too many rows")
        if found:
            yield Grid(sheet.title, here, found)


def _text(value: Any) -> str:
    """A cell's value as text: times in ISO form, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return _moment(value)
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _moment(value: datetime) -> str:
    """To the second, as fractions of a day are off by microseconds; midnight is the day alone."""
    near = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return near.date().isoformat() if near.time() == time() else near.isoformat()
