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

_LOCK = threading.Lock()
# PDFium joins what it takes for a hyphenated word and marks the place, in one way or another.
_MARKS = str.maketrans({"\r": None, "\x02": "-\n", "\ufffe": "-\n", "\x00": None})


def pdf_pages(data: bytes) -> int:
    """How many pages the PDF has.

    Raises:
        BadDocument: if it is no PDF, is encrypted, or has more than ``MAX_PAGES``.
    """
    with _opened(data) as document:
        return len(document)


def pdf_text(data: bytes) -> str:
    """The text of all pages, line by line as it stands on them.

    Raises:
        BadDocument: as ``pdf_pages``, or if there is more text than ``MAX_TEXT`` characters.
    """
    pages: list[str] = []
    length = 0
    with _opened(data) as document:
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
            pages.append(said.translate(_MARKS))
    lines = (line.strip() for page in pages for line in page.split("\n"))
    return "\n".join(filter(None, lines))


def render_page(data: bytes, index: int, scale: float) -> tuple[int, int, bytes]:
    """One page as a picture: width and height in pixels, and its RGBA bytes, row by row.

    ``scale`` 1.0 is 72 pixels to the inch; what would be over ``MAX_PIXELS`` is scaled down.

    Raises:
        BadDocument: as ``pdf_pages``, or if the page cannot be drawn.
        IndexError: if there is no page ``index``.
    """
    with _opened(data) as document:
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
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)  # type: ignore[no-untyped-call]
        except pdfium.PdfiumError:
            raise BadDocument("pdf", "not a readable PDF, or encrypted") from None
        try:
            if not 1 <= len(document) <= MAX_PAGES:
                raise BadDocument("pdf", f"not 1 to {MAX_PAGES} pages")
            yield document
        finally:
            document.close()  # type: ignore[no-untyped-call]
