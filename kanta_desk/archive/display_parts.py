"""A display form cut into parts, each small enough to be laid out in a blink.

A window lays a text out whole, and tables dearly, so that a form of megabytes would hold it for
seconds. A part ends between blocks or rows where it can; what is open there (lists, tables with
their head) is opened again in the next. Each part is made safe as ``payloads.safe_xhtml`` does it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

from lxml import etree

from kanta_desk.archive.payloads import (
    ATTRIBUTES,
    BLOCKS,
    SHOWN,
    UNSEEN,
    clean_html,
    xhtml_tree,
)

PART: Final = 450
"""How much a part may cost to lay out, in elements; see ``_cost``."""
_CELL: Final = 4
_LETTERS: Final = 40
"""So many letters cost as much as an element."""
_HARD: Final = 2 * PART
_MOST_TABLES: Final = 5
"""Tables within tables, whose widths are worked out from the inside again and again."""
_TABLE: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_CELLS: Final = frozenset({"td", "th"})
_VOID: Final = frozenset({"br", "hr", "col"})
_MOST_HEAD: Final = 2_000
_RUN: Final = 400
_UNBROKEN: Final = re.compile(rf"\S{{{_RUN}}}(?=\S)")
_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_NO_TEXT: Final = (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_CONTROLS: Final = dict.fromkeys(_NO_TEXT, "\ufffd")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class DisplayPart:
    """One part: safe HTML, and its words in small letters (``casefold``), to be looked through."""

    html: str
    text: str


Begun = Callable[[DisplayPart], None]
"""Told the first part of several, long before the last is cut."""


def display_parts(data: bytes, begun: Begun = lambda part: None) -> tuple[DisplayPart, ...]:
    """An XHTML display form in parts, in its order; at least one.

    Raises:
        BadDocument: if it is not well-formed XHTML.
    """
    return parts_of(xhtml_tree(data), begun)


def parts_of(root: etree._Element, begun: Begun = lambda part: None) -> tuple[DisplayPart, ...]:
    """A tree of ``payloads.xhtml_tree`` in parts."""
    cutter = _Cutter(begun)
    cutter.write(root)
    return tuple(_safe(*each) for each in cutter.ended())


def _safe(html: str, text: str) -> DisplayPart:
    return DisplayPart(clean_html(html), text.casefold())


def text_parts(text: str) -> tuple[DisplayPart, ...]:
    """A plain text in parts, a paragraph for each of its lines."""
    root = etree.Element("div")
    for line in text.split("\n"):
        etree.SubElement(root, "p").text = line.translate(_CONTROLS)
    return parts_of(root)


@dataclass(slots=True)
class _Open:
    """An element that is open: how it begins, and what it needs to begin again."""

    tag: str
    begins: str
    head: str = ""
    items: int = 0

    def again(self) -> str:
        """How it goes on in the next part."""
        if self.tag == "ol":
            return f'<ol start="{self.items + 1}">'
        return self.begins + self.head


class _Cutter:
    def __init__(self, begun: Begun) -> None:
        self._begun = begun
        self._done: list[tuple[str, str]] = []
        self._html: list[str] = []
        self._text: list[str] = []
        self._open: list[_Open] = []
        self._spent = 0.0
        self._tables = 0
        self._kept = 0
        """How many elements are open that keep white space as it is."""

    def write(self, element: etree._Element) -> None:
        """Write an element and all in it."""
        tag = str(element.tag)
        if tag in UNSEEN:
            return
        is_table = tag == "table"
        self._tables += is_table
        where = len(self._done), len(self._html)
        self._begin(element, self._shown_as(tag))
        self._say(element.text)
        for child in element:
            self.write(child)
            self._say(child.tail)
        self._end(self._shown_as(tag))
        if tag == "thead":
            self._keep_head(*where)
        self._tables -= is_table

    def ended(self) -> list[tuple[str, str]]:
        """All parts: their HTML and their text."""
        if self._html or not self._done:
            self._done.append(("".join(self._html), "".join(self._text)))
            self._html, self._text = [], []
        return self._done

    def _shown_as(self, tag: str) -> str:
        """What stands for an element: tables too deep within tables are told line by line, and
        what is on no list by its text alone."""
        if self._tables > _MOST_TABLES and tag in _TABLE | _CELLS:
            return "div" if tag in _TABLE else "span"
        return tag if tag in SHOWN else ""

    def _begin(self, element: etree._Element, tag: str) -> None:
        if not tag:
            return
        if (self._spent >= PART and (tag in BLOCKS or tag == "br")) or self._spent >= _HARD:
            self._cut()
        self._spent += _CELL if tag in _CELLS else 1
        if tag in BLOCKS or tag in _CELLS or tag == "br":
            self._text.append("\n")
        begins = f"<{tag}{_attributes(element, tag)}>"
        self._html.append(begins)
        if tag in _VOID:
            return
        if tag == "li" and self._open and self._open[-1].tag == "ol":
            self._open[-1].items += 1
        self._kept += tag == "pre"
        self._open.append(_Open(tag, begins))

    def _end(self, tag: str) -> None:
        if tag and tag not in _VOID:
            self._open.pop()
            self._kept -= tag == "pre"
            self._html.append(f"</{tag}>")

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if not self._kept:
            text = _SPACE.sub(" ", text)
        if len(text) > _RUN:
            text = _UNBROKEN.sub(lambda run: run[0] + _BREAK, text)
        while text:
            room = max(int((_HARD - self._spent) * _LETTERS), _LETTERS)
            piece = text[:room]
            if len(text) > room and (at := piece.rfind(" ")) > 0:
                piece = piece[: at + 1]
            self._html.append(escape(piece, quote=False))
            self._text.append(piece)
            self._spent += len(piece) / _LETTERS
            text = text[len(piece) :]
            if text:
                self._cut()

    def _cut(self) -> None:
        closing = "".join(f"</{each.tag}>" for each in reversed(self._open))
        self._done.append(("".join(self._html) + closing, "".join(self._text)))
        if len(self._done) == 1:
            self._begun(_safe(*self._done[0]))
        self._html = [each.again() for each in self._open]
        self._text = []
        self._spent = 0.0

    def _keep_head(self, part: int, start: int) -> None:
        """Let a table's head, just written, stand above its rows in every part."""
        head = "".join(self._html[start:])
        if part == len(self._done) and len(head) <= _MOST_HEAD and self._open:
            self._open[-1].head = head


def _attributes(element: etree._Element, tag: str) -> str:
    if not element.keys():
        return ""
    kept = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
    return "".join(
        f' {name}="{escape(str(value))}"' for name, value in element.items() if name in kept
    )
