"""Safe shows of a document that was already opened: text, pages, structure.

Nothing here asks the archive or reads a file: the session opened the document and the log knows
of it. The work may take long for a large PDF, so run it in a lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kanta_desk.archive.payloads import json_value, safe_xhtml
from kanta_desk.archive.pdf import pdf_pages, render_page
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, Document

MAX_LINES = 5_000


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: ``rgba`` is 8 bits each, rows from the top; alpha means nothing."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of structured data: how deep it stands (0 outermost), its name, its value if any.

    ``note`` is the code, identifier system or the like behind the value, for a smaller print. A
    truth value stays one, for the window to say in the user's language.
    """

    depth: int
    name: str
    value: str | bool = ""
    note: str = ""


def safe_html(document: Document) -> str:
    """The display form as HTML without scripts, links that load, or styles of its own.

    Raises:
        BadDocument: if the document has no XHTML, or it cannot be read.
    """
    return safe_xhtml(_data(document, XHTML))


def page_count(document: Document) -> int:
    """How many pages the PDF has.

    Raises:
        BadDocument: if the document has no PDF, or it cannot be read.
    """
    return pdf_pages(_data(document, PDF))


def page_image(document: Document, index: int, scale: float) -> PageImage:
    """One page of the PDF, from 0; at ``scale`` 1.0 a point is a pixel.

    Raises:
        BadDocument: if the document has no PDF, or the page cannot be drawn.
        IndexError: if there is no such page.
    """
    return PageImage(*render_page(_data(document, PDF), index, scale))


def json_outline(document: Document) -> tuple[OutlineLine, ...]:
    """The structured form as lines that a person can read, at most ``MAX_LINES``.

    Sosmeta's value types become one line each: a code its display, with code and system as the
    note; an identifier its value, with its root as the note.

    Raises:
        BadDocument: if the document has no structured form, or it cannot be read.
    """
    lines = tuple(islice(_outline("", json_value(_data(document, JSON)), 0), MAX_LINES + 1))
    if len(lines) > MAX_LINES:
        raise BadDocument("json", f"over {MAX_LINES} lines")
    return lines


def _data(document: Document, media_type: str) -> bytes:
    payload = document.payload(media_type)
    if payload is None:
        raise BadDocument("payload", f"no {media_type}")
    return payload.data


def _outline(name: str, value: object, depth: int) -> Iterator[OutlineLine]:
    if isinstance(value, dict):
        if (plain := _plain(name, value, depth)) is not None:
            yield plain
            return
        if name:
            yield OutlineLine(depth, name)
        for key, inner in value.items():
            yield from _outline(_words(str(key)), inner, depth + bool(name))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            numbered = f"{name} {number}" if len(value) > 1 else name
            yield from _outline(numbered, inner, depth)
    else:
        said = value if isinstance(value, bool) else "" if value is None else str(value)
        yield OutlineLine(depth, name, said)


def _plain(name: str, value: dict[str, object], depth: int) -> OutlineLine | None:
    """A code or an identifier on one line; None for anything else."""
    keys = set(value)
    if "code" in keys and keys <= {"system", "code", "display"}:
        note = " · ".join(str(value[key]) for key in ("code", "system") if key in value)
        return OutlineLine(depth, name, str(value.get("display", "")), note)
    if "value" in keys and keys <= {"system", "value"}:
        return OutlineLine(depth, name, str(value["value"]), str(value.get("system", "")))
    return None


def _words(key: str) -> str:
    return key.replace("_", " ").strip().capitalize()
