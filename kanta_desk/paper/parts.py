"""What papers are made of: headings, facts, tables, lines to sign on; and the file itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kanta_desk.errors import FolderNotWritable, ReportFailed
from kanta_desk.paper import sheet
from kanta_desk.paper.sheet import LEFT, WIDTH, Sheet, Style
from kanta_desk.settings import files

HEAD = sheet.SMALL_STRONG.in_colour(sheet.GREY)
_HEAD_HEIGHT = 6.4
_LABEL_WIDTH = 33.0
_SIGNATURE_HEIGHT = 34.0
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; OIDs, codes and hashes go in ``sheet.MONO``."""

    label: str
    value: str
    style: Style = sheet.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``share`` is its part of the width, beside the shares of the others."""

    title: str
    share: float
    style: Style = sheet.SMALL


def section(page: Sheet, title: str, room: float = 8.0) -> None:
    """A section's heading, with ``room`` for what begins it on the same page; the paper's outline
    names it."""
    page.need(sheet.HEADING.leading + 2 + room)
    page.start_section(title)
    page.set_y(page.put(LEFT, page.get_y(), WIDTH, title, sheet.HEADING) + 1.2)


def paragraph(page: Sheet, text: str, style: Style = sheet.BODY) -> None:
    """A text over the whole width. It may be longer than a page."""
    for line in page.wrapped(text, WIDTH, style):
        page.need(style.leading)
        page.set_y(page.put(LEFT, page.get_y(), WIDTH, line, style))


def facts(page: Sheet, pairs: Iterable[Fact], columns: int = 2) -> None:
    """Labels and values between two rules, in one column or two; an empty value is a dash."""
    listed = list(pairs)
    column = (WIDTH - 6 * (columns - 1)) / columns
    page.rule(page.get_y())
    page.gap(2)
    for start in range(0, len(listed), columns):
        row = listed[start : start + columns]
        page.need(max(page.height(f.value, column - _LABEL_WIDTH, f.style) for f in row) + 1.1)
        top = bottom = page.get_y()
        for side, fact in enumerate(row):
            x = LEFT + side * (column + 6)
            end = page.put(x, top + 0.5, _LABEL_WIDTH - 2, fact.label, sheet.LABEL)
            width = column - _LABEL_WIDTH
            below = page.put(x + _LABEL_WIDTH, top, width, fact.value or _NOTHING, fact.style)
            bottom = max(bottom, end, below)
        page.set_y(bottom + 1.1)
    page.gap(0.9)
    page.rule(page.get_y())
    page.gap(5)


def shaded_head(page: Sheet, titles: Iterable[tuple[float, float, str]]) -> None:
    """A table's head: each title with its x and width, on a shaded ground."""
    y, said = page.get_y(), list(titles)
    more = max((page.height(title, width, HEAD) for _, width, title in said), default=0.0)
    height = _HEAD_HEIGHT + max(0.0, more - HEAD.leading)
    page.set_fill_color(sheet.SHADE)
    page.rect(LEFT, y, WIDTH, height, style="F")
    for x, width, title in said:
        page.put(x, y + 1.4, width, title, HEAD)
    page.set_y(y + height)


def table(page: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Rows of text under titles, which are repeated on each page; no row is broken."""
    whole = sum(column.share for column in columns)
    widths = [WIDTH * column.share / whole for column in columns]
    starts = [LEFT + sum(widths[:at]) for at in range(len(widths))]

    def head() -> None:
        titles = (column.title for column in columns)
        shaded_head(
            page, ((x + 2, w - 3, t) for x, w, t in zip(starts, widths, titles, strict=True))
        )

    page.need(2 * _HEAD_HEIGHT)
    head()
    for row in rows:
        cells = list(zip(starts, widths, row, columns, strict=True))
        height = 2.4 + max(page.height(text, w - 3, column.style) for _, w, text, column in cells)
        page.need(height, head)
        top = page.get_y()
        for x, width, text, column in cells:
            page.put(x + 2, top + 1.2, width - 3, text, column.style)
        page.set_y(top + height)
        page.rule(top + height)
    page.gap(5)


def lines_to_sign(page: Sheet, fields: Sequence[tuple[str, str]]) -> None:
    """Lines side by side to write on; each has a label under it and perhaps a value above."""
    page.need(_SIGNATURE_HEIGHT)
    y = page.get_y() + 16
    width = (WIDTH - 6 * (len(fields) - 1)) / len(fields)
    for index, (label, value) in enumerate(fields):
        x = LEFT + index * (width + 6)
        if value:
            page.put(x, y - 5, width, value, sheet.BODY)
        page.rule(y, x, x + width, sheet.GREY)
        page.put(x, y + 1, width, label, sheet.LABEL)
    page.set_y(y + 10)


def write_whole(data: bytes, path: Path) -> Path:
    """Write a finished paper to ``path`` and return it; a file that was there is replaced whole.

    Raises:
        ReportFailed: if the file cannot be written.
    """
    try:
        return files.write_whole(path, data)
    except FolderNotWritable as error:
        raise ReportFailed(path.name, str(error.fields["reason"])) from None
