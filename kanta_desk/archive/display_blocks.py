"""A display form as what a paper is set from: headings, paragraphs, items, tables. Text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kanta_desk.archive.payloads import BLOCKS, HEADINGS, UNSEEN, xhtml_tree

_SPACE: Final = re.compile(r"\s+")
_MOST_COLUMNS: Final = 12


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text. ``level``: of a heading, 1–6; 0 is none. ``depth``: of an item in lists,
    from 1, with its ``sign``; 0 is none."""

    text: str
    level: int = 0
    depth: int = 0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text, whether it heads something, how many columns it takes."""

    text: str
    heads: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


def display_blocks(data: bytes) -> tuple[Block | Grid, ...]:
    """An XHTML display form, from top to bottom.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    setter = _Setter()
    setter.read(xhtml_tree(data))
    setter.end()
    return tuple(setter.blocks)


class _Setter:
    def __init__(self) -> None:
        self.blocks: list[Block | Grid] = []
        self._pieces: list[str] = []
        self._level = 0
        self._lists: list[int] = []
        """The open lists: the number of the last item, or -1 where they are not numbered."""
        self._sign = ""

    def read(self, element: etree._Element) -> None:
        """Set an element and all in it."""
        tag = str(element.tag)
        if tag in UNSEEN:
            return
        if tag == "table":
            self.end()
            if rows := tuple(filter(None, map(_row, element.iter("tr")))):
                self.blocks.append(Grid(rows))
            return
        is_block = tag in BLOCKS or tag == "br"
        if is_block:
            self.end()
        self._begin(tag)
        self.say(element.text, kept=tag == "pre")
        for child in element:
            self.read(child)
            self.say(child.tail, kept=tag == "pre")
        if is_block:
            self.end()
        if tag in HEADINGS:
            self._level = 0
        elif tag in ("ol", "ul"):
            self._lists.pop()

    def end(self) -> None:
        """End the paragraph that is being gathered."""
        text = "".join(self._pieces).strip()
        self._pieces = []
        if text:
            depth = len(self._lists)
            self.blocks.append(Block(text, self._level, depth, self._sign))
            self._sign = ""

    def _begin(self, tag: str) -> None:
        if tag in HEADINGS:
            self._level = int(tag[1])
        elif tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            if self._lists and self._lists[-1] >= 0:
                self._lists[-1] += 1
                self._sign = f"{self._lists[-1]}."
            else:
                self._sign = "•"

    def say(self, text: str | None, *, kept: bool = False) -> None:
        """Go on with the paragraph; ``kept``: white space stands as it is."""
        if not text:
            return
        if not kept:
            said = _SPACE.sub(" ", text)
            self._pieces.append(said if self._pieces else said.lstrip())
            return
        first, *rest = text.split("\n")
        self._pieces.append(first)
        for line in rest:
            self.end()
            self._pieces.append(line)


def _row(element: etree._Element) -> tuple[Cell, ...]:
    cells = [child for child in element if child.tag in ("td", "th")]
    return tuple(map(_cell, cells[:_MOST_COLUMNS]))


def _cell(element: etree._Element) -> Cell:
    inner = _Setter()
    inner.say(element.text)
    for child in element:
        inner.read(child)
        inner.say(child.tail)
    inner.end()
    lines = [_in_line(block) for block in inner.blocks]
    span = element.get("colspan") or ""
    columns = int(span) if span.isdigit() and len(span) <= 2 else 1
    return Cell("\n".join(lines), element.tag == "th", max(1, min(columns, _MOST_COLUMNS)))


def _in_line(block: Block | Grid) -> str:
    if isinstance(block, Grid):
        return "\n".join("  ".join(cell.text for cell in row) for row in block.rows)
    return f"{block.sign} {block.text}".strip()
