"""Places in the text of pages: which letter is under the pointer, what is between two letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from kanta_desk.desk.rendering import PageLetters

_SAME_LINE = 0.5
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Before a letter: its page and its number on it, from 0."""

    page: int
    letter: int


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Letters ``start`` to ``end`` of a page, where words were found."""

    page: int
    start: int
    end: int


def letter_at(letters: PageLetters, point: QPointF) -> int:
    """The letter nearest to a point of the page, in points; the end if the point is behind it."""
    best, nearest = 0, float("inf")
    for index, box in enumerate(letters.boxes):
        if box is None:
            continue
        left, top, right, bottom = box
        high = max(top - point.y(), 0, point.y() - bottom)
        wide = max(left - point.x(), 0, point.x() - right)
        distance = high * 1000 + wide  # the line first, then the place on it
        if distance < nearest:
            best, nearest = index + (point.x() > (left + right) / 2), distance
    return best


def rectangles(letters: PageLetters, start: int, end: int) -> list[QRectF]:
    """What letters ``start`` to ``end`` cover, a rectangle for each line, in points."""
    found: list[QRectF] = []
    for box in letters.boxes[start:end]:
        if box is None:
            continue
        left, top, right, bottom = box
        rect = QRectF(left, top, right - left, bottom - top)
        middle = rect.center().y()
        if (
            found
            and found[-1].top() < middle < found[-1].bottom()
            and (left >= found[-1].left() - _SAME_LINE)
        ):
            found[-1] = found[-1].united(rect)
        else:
            found.append(rect)
    return found


def plain(text: str) -> str:
    """A stretch of a page's text for people: one kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "-")


def hits_in(letters: PageLetters, page: int, words: str) -> list[Hit]:
    """Where words stand on a page, whatever their case and the white space between them."""
    pieces = [re.escape(piece) for piece in _SPACES.split(words.strip()) if piece]
    if not pieces:
        return []
    pattern = re.compile(r"\s+".join(pieces), re.IGNORECASE)
    return [Hit(page, found.start(), found.end()) for found in pattern.finditer(letters.text)]


def between(
    pages: dict[int, PageLetters], one: Spot, other: Spot
) -> Iterable[tuple[int, int, int]]:
    """Page, start and end of what is selected from one spot to another, page by page."""
    first, last = sorted((one, other))
    for page in range(first.page, last.page + 1):
        letters = pages.get(page)
        if letters is None:
            continue
        start = first.letter if page == first.page else 0
        end = last.letter if page == last.page else len(letters.text)
        yield page, start, end


def selected(pages: dict[int, PageLetters], one: Spot, other: Spot) -> str:
    """The text between two spots."""
    stretches: Sequence[str] = [
        pages[page].text[start:end] for page, start, end in between(pages, one, other)
    ]
    return plain("\n".join(stretches))
