"""The pages of two PDFs side by side, with what looks different framed on both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import PageImage, page_image
from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.number_box import NumberBox
from kanta_desk.gui.palettes import OnPaper
from kanta_desk.gui.tasks import drop_all, start
from kanta_desk.gui.theme import Space, colours
from kanta_desk.gui.widgets import Body, ErrorLine, icon_button, scrolled
from kanta_desk.model.comparison import Change, DocumentComparison, PagePair

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_SCALE = 1.5
_GAP = Space.M
_HIGH = 1.42  # A4, where a side has no such page


class PagesView(QWidget):
    """Empty until ``show_pages``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: DocumentComparison | None = None
        self._pages: tuple[PagePair, ...] = ()
        self.pair = _Pair()
        self._error = ErrorLine()
        self._said = Body(role="small")
        self.number = NumberBox(self.tr("Page"))
        self.number.chosen.connect(lambda value: self.go(value - 1))
        self._of = QLabel()
        before = icon_button("chevron-left", self.tr("Previous page"))
        after = icon_button("chevron-right", self.tr("Next page"))
        before.clicked.connect(lambda: self.go(self.page - 1))
        after.clicked.connect(lambda: self.go(self.page + 1))
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for widget in (before, QLabel(self.tr("Page")), self.number, self._of, after):
            row.addWidget(widget)
        row.addSpacing(Space.M)
        row.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._error)
        column.addLayout(row)
        column.addWidget(scrolled(self.pair, self.tr("Pages side by side")), 1)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self.number.value - 1

    @property
    def differing(self) -> list[int]:
        """The pages that differ, from 0."""
        return [page.index for page in self._pages if page.differs]

    def show_pages(self, found: DocumentComparison, pages: tuple[PagePair, ...]) -> None:
        """Show the first page that differs, or the first."""
        self.wipe()
        self._found, self._pages = found, pages
        self._of.setText(self.tr("of {pages}").format(pages=len(pages)))
        self.number.offer(len(pages))
        self.number.show_value(next(iter(self.differing), 0) + 1)
        self._show()

    def go(self, page: int) -> None:
        """Show another page."""
        if self._pages:
            self.number.show_value(min(max(page, 0), len(self._pages) - 1) + 1)
            self._show()

    def wipe(self) -> None:
        """Forget both."""
        drop_all(self)
        self._found, self._pages = None, ()
        self.pair.wipe()
        self._error.clear()
        self._said.clear()

    def _show(self) -> None:
        if self._found is None or not self._pages:
            return
        drop_all(self)
        self._error.clear()
        pair = self._pages[self.page]
        self.pair.begin(pair)
        self._said.setText(self._words(pair))
        for side, document, alone in (
            (0, self._found.left, Change.INSERTED),
            (1, self._found.right, Change.REMOVED),
        ):
            if pair.only is not alone:
                start(
                    self, self._desk, page_image, document, pair.index, _SCALE,
                    done=partial(self.pair.set_picture, side),
                    failed=self._failed, lane=Lane.NET,
                )  # fmt: skip

    def _words(self, pair: PagePair) -> str:
        if pair.only is Change.REMOVED:
            return self.tr("− Only the left document has this page.")
        if pair.only is Change.INSERTED:
            return self.tr("+ Only the right document has this page.")
        if pair.regions:
            return "≠ " + self.tr("%n place(s) look different", "", len(pair.regions))
        return self.tr("This page looks the same in both.")

    def _failed(self, error: KantaError) -> None:
        self._error.show_error(error)


class _Pair(QWidget):
    """Paints both pages, each in its half."""

    def __init__(self) -> None:
        super().__init__()
        self._pair: PagePair | None = None
        self._pictures: list[QPixmap | None] = [None, None]
        self.setMinimumHeight(200)

    @property
    def drawn(self) -> int:
        """How many pictures stand there."""
        return sum(picture is not None for picture in self._pictures)

    def begin(self, pair: PagePair) -> None:
        """Another page; its pictures are on their way."""
        self._pair = pair
        self._pictures = [None, None]
        self.update()

    def set_picture(self, side: int, page: PageImage) -> None:
        """The picture of one side (0 left, 1 right)."""
        row = len(page.rgba) // page.height
        image = QImage(page.rgba, page.width, page.height, row, QImage.Format.Format_RGBX8888)
        self._pictures[side] = QPixmap.fromImage(image)
        self._make_high()
        self.update()

    def wipe(self) -> None:
        """Forget the pictures."""
        self._pair = None
        self._pictures = [None, None]
        self.setMinimumHeight(200)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the pages are at this width."""
        super().resizeEvent(event)
        self._make_high()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both pages, and frames around what differs."""
        if self._pair is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, picture in enumerate(self._pictures):
            if picture is None:
                continue
            place = self._place(side, picture)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
            painter.setPen(QColor(colours().line))
            painter.drawRect(place)
            scale = place.width() / (picture.width() / _SCALE)
            for left, top, right, bottom in self._pair.regions:
                box = QRectF(
                    place.left() + left * scale, place.top() + top * scale,
                    (right - left) * scale, (bottom - top) * scale,
                ).adjusted(-3, -3, 3, 3)  # fmt: skip
                painter.fillRect(box, QColor(OnPaper.DIFFERS))
                painter.setPen(QPen(QColor(OnPaper.DIFFERS_EDGE), 2, Qt.PenStyle.DashLine))
                painter.drawRect(box)

    def _room(self) -> float:
        return (self.width() - 3 * _GAP) / 2

    def _place(self, side: int, picture: QPixmap) -> QRectF:
        wide = self._room()
        return QRectF(
            _GAP + side * (wide + _GAP), _GAP, wide, wide * picture.height() / picture.width()
        )

    def _make_high(self) -> None:
        shapes = [p.height() / p.width() for p in self._pictures if p is not None]
        self.setMinimumHeight(round(max(shapes, default=_HIGH) * self._room() + 2 * _GAP))
