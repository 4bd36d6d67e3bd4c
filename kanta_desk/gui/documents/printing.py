"""Sends a PDF to a printer, page by page as pictures. Runs in a lane."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from kanta_desk.desk.rendering import pages_of, picture_of
from kanta_desk.errors import PrintingFailed

_SHARP = 200
"""Pixels to the inch: text is sharp, and a page takes some 15 MB."""
_POINTS = 72


def spool(printer: QPrinter, pdf: bytes) -> int:
    """Print the pages that the printer was set to, as large as the paper allows; how many.

    Raises:
        PrintingFailed: if the printer does not take them.
        BadDocument: if a page cannot be drawn.
    """
    first, last = printer.fromPage(), printer.toPage()
    count = pages_of(pdf)
    pages = range(max(first, 1) - 1, min(last or count, count))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingFailed
    try:
        for number, index in enumerate(pages):
            if number and not printer.newPage():
                raise PrintingFailed
            _paint(painter, printer, pdf, index)
    finally:
        painter.end()
    return len(pages)


def _paint(painter: QPainter, printer: QPrinter, pdf: bytes, index: int) -> None:
    page = picture_of(pdf, index, _SHARP / _POINTS)
    row = len(page.rgba) // page.height
    image = QImage(page.rgba, page.width, page.height, row, QImage.Format.Format_RGBX8888)
    room = QRectF(painter.viewport())
    scale = min(room.width() / page.width, room.height() / page.height)
    wide, high = page.width * scale, page.height * scale
    left = (room.width() - wide) / 2
    painter.drawImage(QRectF(left, 0, wide, high), image)
