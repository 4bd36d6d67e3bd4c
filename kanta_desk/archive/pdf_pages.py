"""The pages of a PDF to read on a screen: their sizes, their letters with places, what differs.

Places are in points from the page's upper left corner as it is shown, rotation included.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw

from kanta_desk.archive.pdf import opened, render_page
from kanta_desk.errors import BadDocument

MAX_LETTERS: Final = 60_000
_FINE: Final = 100
"""PDFium tells places in whole pixels: of a page so many times larger."""
_BLOCK: Final = 8
"""Pixels that are compared as one."""
_COMPARED_AT: Final = 1.5
"""The scale at which pages are compared: 108 pixels to the inch."""

_pdfium: Any = pypdfium2.raw

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PageLetters:
    """A page's text, and the place of each of its letters; one without a place has none."""

    text: str
    boxes: tuple[Box | None, ...]


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page.

    Raises:
        BadDocument: as ``pdf.pdf_pages``.
    """
    with opened(data) as document:
        of: Any = document
        return tuple(of.get_page_size(index) for index in range(len(document)))


def page_letters(data: bytes, index: int) -> PageLetters:
    """The letters of one page, from 0, in the order of its text.

    Raises:
        BadDocument: if the page cannot be read, or has more than ``MAX_LETTERS``.
        IndexError: if there is no such page.
    """
    with opened(data) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        try:
            page = document[index]
            try:
                text = page.get_textpage()
                try:
                    return _letters(page, text, index)
                finally:
                    text.close()
            finally:
                page.close()
        except pdfium.PdfiumError:
            raise BadDocument(f"pdf, page {index + 1}", "unreadable") from None


def differing_regions(one: bytes, other: bytes, index: int) -> tuple[Box, ...]:
    """Where a page looks different in two PDFs that both have it; none: not one pixel differs.

    Raises:
        BadDocument: if the page cannot be drawn.
    """
    width, height, left = render_page(one, index, _COMPARED_AT)
    other_width, other_height, right = render_page(other, index, _COMPARED_AT)
    if (width, height) != (other_width, other_height):
        larger = max(width, other_width), max(height, other_height)
        return ((0.0, 0.0, larger[0] / _COMPARED_AT, larger[1] / _COMPARED_AT),)
    if left == right:
        return ()
    unit = _BLOCK / _COMPARED_AT
    blocks = set(_differing_blocks(width, height, left, right))
    return tuple((a * unit, b * unit, c * unit, d * unit) for a, b, c, d in _joined(blocks))


def _letters(page: Any, text: Any, index: int) -> PageLetters:
    count = text.count_chars()
    if count > MAX_LETTERS:
        raise BadDocument(f"pdf, page {index + 1}", "too much text")
    width, height = page.get_size()
    pixels = round(width * _FINE), round(height * _FINE)
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(px: float, py: float) -> tuple[float, float]:
        _pdfium.FPDF_PageToDevice(page, 0, 0, *pixels, 0, px, py, x, y)
        return x.value / _FINE, y.value / _FINE

    letters: list[str] = []
    boxes: list[Box | None] = []
    for at in range(count):
        letters.append(_letter(_pdfium.FPDFText_GetUnicode(text, at)))
        left, bottom, right, top = text.get_charbox(at, loose=True)
        if left == right or letters[-1] in "\r\n":
            boxes.append(None)
            continue
        (ax, ay), (bx, by) = shown(left, top), shown(right, bottom)
        boxes.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
    return PageLetters("".join(letters), tuple(boxes))


def _letter(code: int) -> str:
    """What PDFium gives for a letter; its marks for line ends and hyphens are made plain."""
    if code in (0x02, 0xFFFE):
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _differing_blocks(
    width: int, height: int, one: bytes, other: bytes
) -> Iterator[tuple[int, int]]:
    row = len(one) // height
    for y in range(height):
        start = y * row
        if one[start : start + row] == other[start : start + row]:
            continue
        step = 4 * _BLOCK
        for x in range(0, 4 * width, step):
            at = slice(start + x, start + min(x + step, 4 * width))
            if one[at] != other[at]:
                yield x // step, y // _BLOCK


def _joined(blocks: set[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Blocks that touch, or nearly, as one box each, from top to bottom."""
    left = set(blocks)
    boxes = []
    while left:
        group, edge = [], [left.pop()]
        while edge:
            x, y = edge.pop()
            group.append((x, y))
            near = {(x + dx, y + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-1, 0, 1)} & left
            left -= near
            edge += near
        xs, ys = [x for x, _ in group], [y for _, y in group]
        boxes.append((min(xs), min(ys), max(xs) + 1, max(ys) + 1))
    yield from sorted(boxes, key=lambda box: (box[1], box[0]))
