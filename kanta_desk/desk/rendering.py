"""Safe shows of a document that was already opened: text, pages, source.

Nothing here asks the archive or reads a file: the session opened the document and the log knows
of it. The work may take long for a large document, so run it in a lane.
"""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.archive.display_parts import Begun, DisplayPart, display_parts, text_parts
from kanta_desk.archive.pdf import ENCRYPTED, pdf_pages, render_page
from kanta_desk.archive.pdf_pages import PageLetters, page_letters, page_sizes
from kanta_desk.desk.source_text import SourceText, source_text
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import PDF, XHTML, Document

__all__ = ["ENCRYPTED", "DisplayPart", "PageImage", "PageLetters"]


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: ``rgba`` is 8 bits each, rows from the top; alpha means nothing."""

    width: int
    height: int
    rgba: bytes


def display_form(document: Document, begun: Begun = lambda part: None) -> tuple[DisplayPart, ...]:
    """The display form in parts, without scripts, links that load, or styles of its own.

    ``begun`` is told the first part of several as soon as it is cut.

    Raises:
        BadDocument: if the document has no XHTML, or it cannot be read.
    """
    return display_parts(payload_of(document, XHTML), begun)


def plain_text(document: Document) -> tuple[DisplayPart, ...]:
    """The readable text of the display form in parts."""
    return text_parts(document.text)


def source_of(document: Document) -> SourceText:
    """The bytes that came, line by line."""
    return source_text(document.original)


def sizes_of_pages(document: Document) -> tuple[tuple[float, float], ...]:
    """Width and height in points of every page of the PDF.

    Raises:
        BadDocument: if the document has no PDF, or it cannot be read.
    """
    return page_sizes(payload_of(document, PDF))


def letters_of_page(document: Document, index: int) -> PageLetters:
    """The text of one page of the PDF, from 0, with the place of each letter.

    Raises:
        BadDocument: if the document has no PDF, or the page cannot be read.
        IndexError: if there is no such page.
    """
    return page_letters(payload_of(document, PDF), index)


def page_image(document: Document, index: int, scale: float) -> PageImage:
    """One page of the PDF, from 0; at ``scale`` 1.0 a point is a pixel.

    Raises:
        BadDocument: if the document has no PDF, or the page cannot be drawn.
        IndexError: if there is no such page.
    """
    return picture_of(payload_of(document, PDF), index, scale)


def picture_of(pdf: bytes, index: int, scale: float) -> PageImage:
    """One page of any PDF, as ``page_image``."""
    return PageImage(*render_page(pdf, index, scale))


def pages_of(pdf: bytes) -> int:
    """How many pages any PDF has.

    Raises:
        BadDocument: if it cannot be read.
    """
    return pdf_pages(pdf)


def payload_of(document: Document, media_type: str) -> bytes:
    """The bytes of one form.

    Raises:
        BadDocument: if the document has none of the kind.
    """
    payload = document.payload(media_type)
    if payload is None:
        raise BadDocument("payload", f"no {media_type}")
    return payload.data
