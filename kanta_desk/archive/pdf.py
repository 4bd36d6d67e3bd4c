"""PDF documents as text and as pictures of their pages.

PDFium is not safe across threads, so every call into it is made under one lock. Scripts, forms
and attachments are never opened.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2 as pdfium

from kanta_desk.errors import BadDocument

MAX_PAGES: Final = 400
MAX_TEXT: Final = 4_000_000
MAX_PIXELS: Final = 40_000_000
ENCRYPTED: Final = "encrypted"
"""The reason of ``BadDocument`` where a PDF asks for a password."""

_LOCK = threading.Lock()
_ASKS_PASSWORD: Final = 4
"""``FPDF_ERR_PASSWORD`` of PDFium's ``fpdfview.h``."""
# PDFium joins what it takes for a hyphenated word and marks the place, in one way or another.
_MARKS = str.maketrans({"\r": None, "\x02": "-\n", "\ufffe": "-\n", "\x00": None})


def pdf_pages(data: bytes) -> int:
    """How many pages the PDF has.

    Raises:
        BadDocument: if it is no PDF, is encrypted, or has more than ``MAX_PAGES``.
    """
    with opened(data) as document:
        return len(document)


def pdf_text(data: bytes) -> str:
    """The text of all pages, line by line as it stands on them.

    Raises:
        BadDocument: as ``pdf_page_texts``.
    """
    return "\n".join(filter(None, pdf_page_texts(data)))


def pdf_page_texts(data: bytes) -> tuple[str, ...]:
    """The text of each page, without empty lines.

    Raises:
        BadDocument: as ``pdf_pages``, or if there is more text than ``MAX_TEXT`` characters.
    """
    pages: list[str] = []
    length = 0
    with opened(data) as document:
        for index in range(len(document)):
            try:
                page = document[index]
                try:
                    text_page = page.get_textpage()
                    try:
                        said = text_page.get_text_bounded()
                    finally:
                        text_page.close()
                finally:
                    page.close()
            except pdfium.PdfiumError:
                raise BadDocument(f"pdf, page {index + 1}", "unreadable") from None
            length += len(said)
            if length > MAX_TEXT:
                raise BadDocument(f"pdf, page {index + 1}", "too much text")
            lines = (line.strip() for line in said.translate(_MARKS).split("\n"))
            pages.append("\n".join(filter(None, lines)))
    return tuple(pages)


def render_page(data: bytes, index: int, scale: float) -> tuple[int, int, bytes]:
    """One page as a picture: width and height in pixels, and its RGBA bytes, row by row.

    ``scale`` 1.0 is 72 pixels to the inch; what would be over ``MAX_PIXELS`` is scaled down.

    Raises:
        BadDocument: as ``pdf_pages``, or if the page cannot be drawn.
        IndexError: if there is no page ``index``.
    """
    with opened(data) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        try:
            page = document[index]
            try:
                width, height = page.get_size()
                if width * height * scale * scale > MAX_PIXELS:
                    scale = (MAX_PIXELS / (width * height)) ** 0.5
                bitmap = page.render(
                    scale=scale, may_draw_forms=False, rev_byteorder=True, prefer_bgrx=True
                )
                try:
                    return bitmap.width, bitmap.height, bytes(bitmap.buffer)
                finally:
                    bitmap.close()
            finally:
                page.close()
        except pdfium.PdfiumError:
            raise BadDocument(f"pdf, page {index + 1}", "cannot be drawn") from None


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """A PDF, open while the block lasts; all others wait.

    Raises:
        BadDocument: as ``pdf_pages``.
    """
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)  # type: ignore[no-untyped-call]
        except pdfium.PdfiumError as error:
            locked = error.err_code == _ASKS_PASSWORD
            raise BadDocument("pdf", ENCRYPTED if locked else "not a readable PDF") from None
        try:
            if not 1 <= len(document) <= MAX_PAGES:
                raise BadDocument("pdf", f"not 1 to {MAX_PAGES} pages")
            yield document
        finally:
            document.close()  # type: ignore[no-untyped-call]
