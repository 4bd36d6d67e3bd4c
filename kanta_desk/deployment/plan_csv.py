"""A table from CSV, as spreadsheets and client information systems write it.

The encoding is told by a mark; without one it is UTF-8 if the bytes are valid UTF-8, UTF-16 if
every other byte is zero, else Windows-1252: Finnish text in Windows-1252 is never valid UTF-8 by
chance, as its letters stand alone. The separator is the one that parts most lines into the same
number of values and makes their first ones mean the most.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from kanta_desk.deployment.columns import column_of
from kanta_desk.deployment.raw import MAX_ROWS, Grid, GridRow
from kanta_desk.errors import PlanUnreadable

SEPARATORS = ";,\t|"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 60
_SPARE_ROWS = 200  # for what stands above the table and for empty lines


def read_csv(data: bytes, place: str) -> tuple[Grid, ...]:
    """The table in the bytes of a CSV file; ``place`` is the file's name.

    Raises:
        PlanUnreadable: with the row.
    """
    text = _decoded(data, place)
    if not text.strip():
        raise PlanUnreadable(place, "no header")
    return (Grid("", place, tuple(_rows(text, _separator(text), place))),)


def _decoded(data: bytes, place: str) -> str:
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    if not encodings:
        half = data[1:2000:2].count(0) * 4 > len(data[:2000]) or data[0:2000:2].count(0) > 500
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"] if half else []
    for encoding in encodings or ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise PlanUnreadable(place, "encoding")


def _separator(text: str) -> str:
    lines = list(io.StringIO(text[:200_000], newline=""))[:_LOOKED_AT]
    lines = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if lines and (told := lines[0].rstrip("\r\n").casefold()).startswith("sep="):
        return told[4:5] if told[4:5] in SEPARATORS and told[4:5] else ";"
    return max(SEPARATORS, key=lambda sign: _weight(lines, sign))


def _weight(lines: list[str], sign: str) -> tuple[int, int]:
    """How much the best line means when parted by the sign, and how many lines agree in width."""
    parted = [line.split(sign) for line in lines]
    means = max((_known(names) for names in parted), default=0)
    widths = Counter(len(names) for names in parted if len(names) > 1)
    return means, max(widths.values(), default=0)


def _known(names: list[str]) -> int:
    return len({column_of(name.strip(' "\r\n')) for name in names} - {None})


def _rows(text: str, separator: str, place: str) -> Iterator[GridRow]:
    # Only what a spreadsheet ends a row with parts lines: other separators may stand in a value.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = 1
    taken = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise PlanUnreadable(f"{place}:{reader.line_num}", "csv") from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            if (taken := taken + 1) > MAX_ROWS + _SPARE_ROWS:
                raise PlanUnreadable(place, "too many rows")
            if cells[0].lstrip().startswith("#"):  # a remark, which may hold separators
                cells = [separator.join(cells).rstrip(separator)]
            yield GridRow(f"{place}:{begun}", tuple(cells))
        begun = reader.line_num + 1
