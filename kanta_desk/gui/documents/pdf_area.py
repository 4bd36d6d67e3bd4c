"""Pages under one another as pictures, with what is selected and found marked on them.

Only what can be seen, and the page after it, is drawn, in a lane; what was drawn at another size
stands there until then.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import (
    PageImage,
    PageLetters,
    letters_of_page,
    page_image,
)
from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.pdf_letters import Hit, Spot, between, letter_at, rectangles, selected
from kanta_desk.gui.palettes import OnPaper
from kanta_desk.gui.tasks import drop_all, running, start
from kanta_desk.gui.theme import Space, colours
from kanta_desk.model.documents import Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")

_GAP = Space.M
_MARGIN = Space.S
_MOST_BYTES = 96 * 1024 * 1024
_PAPER = QColor(OnPaper.PAPER)
_SELECTED = QColor(OnPaper.SELECTED)
_FOUND = QColor(OnPaper.FOUND)
_SHOWN = QColor(OnPaper.FOUND_NOW)
_STEP = 40


class PageArea(QAbstractScrollArea):
    """Continuous pages. ``scale`` is logical pixels to a point.

    ``turned`` carries the page in view, from 0; ``failed`` an error; ``copied`` a text that the
    person wants on the clipboard; ``pinched`` is +1 or -1 for the wheel with Ctrl; ``resized``.
    """

    turned = Signal(int)
    failed = Signal(object)
    copied = Signal(str)
    pinched = Signal(int)
    resized = Signal()

    def __init__(self, desk: Desk, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document: Document | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._tops: list[float] = [0.0]
        self._scale = 1.0
        self._pictures: OrderedDict[int, tuple[float, QPixmap]] = OrderedDict()
        self._letters: dict[int, PageLetters] = {}
        self._broken: set[tuple[str, int]] = set()
        self._hits: dict[int, list[Hit]] = {}
        self._hit: Hit | None = None
        self._from: Spot | None = None
        self._to: Spot | None = None
        self._page = 0
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    @property
    def scale(self) -> float:
        """Logical pixels to a point."""
        return self._scale

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def drawn(self) -> dict[int, int]:
        """The pages whose pictures are there, with their widths in pixels."""
        return {index: picture.width() for index, (_, picture) in self._pictures.items()}

    @property
    def widest(self) -> float:
        """The width of the widest page in points."""
        return max((width for width, _ in self._sizes), default=0.0)

    def show_pages(
        self, document: Document, sizes: tuple[tuple[float, float], ...], scale: float
    ) -> None:
        """Show a document's pages from the first."""
        self.wipe()
        self._document, self._sizes = document, sizes
        self.set_scale(scale)
        self.verticalScrollBar().setValue(0)

    def set_scale(self, scale: float) -> None:
        """Show all pages larger or smaller; what is at the top stays there."""
        bar = self.verticalScrollBar()
        share = bar.value() / self._tops[-1] if self._tops[-1] else 0.0
        self._scale = scale
        self._tops = [float(_GAP)]
        for _, height in self._sizes:
            self._tops.append(self._tops[-1] + height * scale + _GAP)
        drop_all(self)
        self._set_bars()
        bar.setValue(round(share * self._tops[-1]))
        self._scrolled()

    def go(self, page: int) -> None:
        """Bring a page to the top."""
        if self._sizes:
            page = min(max(page, 0), len(self._sizes) - 1)
            self.verticalScrollBar().setValue(round(self._tops[page] - _GAP))

    def show_hits(self, hits: dict[int, list[Hit]]) -> None:
        """Mark where words were found."""
        self._hits = hits
        self.viewport().update()

    def show_hit(self, hit: Hit | None, letters: PageLetters | None = None) -> None:
        """Mark one of them more than the others, and bring it into view."""
        self._hit = hit
        if hit is not None and letters is not None:
            self._letters.setdefault(hit.page, letters)
            places = rectangles(letters, hit.start, hit.end)
            if places:
                top = self._tops[hit.page] + places[0].top() * self._scale
                bar, high = self.verticalScrollBar(), self.viewport().height()
                if not bar.value() + _STEP < top < bar.value() + high - _STEP:
                    bar.setValue(round(top - high / 3))
        self.viewport().update()

    def keep_letters(self, page: int, letters: PageLetters) -> None:
        """What was read of a page for another purpose need not be read again."""
        self._letters.setdefault(page, letters)

    @property
    def selected_text(self) -> str:
        """What is selected."""
        if self._from is None or self._to is None:
            return ""
        return selected(self._letters, self._from, self._to)

    def wipe(self) -> None:
        """Forget the pages, their pictures and their text."""
        drop_all(self)
        self._document = None
        self._sizes, self._tops = (), [0.0]
        for forgotten in (self._pictures, self._letters, self._hits, self._broken):
            forgotten.clear()
        self._hit = self._from = self._to = None
        self._page = 0
        self._set_bars()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(colours().raised))
        for page in self._visible():
            place = self._place(page)
            painter.fillRect(place, _PAPER)
            if page in self._pictures:
                _, picture = self._pictures[page]
                painter.drawPixmap(place, picture, QRectF(picture.rect()))
            painter.setPen(QColor(colours().line))
            painter.drawRect(place)
            self._paint_marks(painter, page, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less can be seen."""
        super().resizeEvent(event)
        self._set_bars()
        self.resized.emit()
        self._scrolled()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again where the screen's density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_scale(self._scale)

    def event(self, event: QEvent) -> bool:
        """Let no shortcut of the window take Copy away."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, turn, copy."""
        bar, page = self.verticalScrollBar(), round(self.viewport().height() * 0.9)
        steps = {
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            if text := self.selected_text:
                self.copied.emit(text)
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._letters:
            last = max(self._letters)
            self._from = Spot(min(self._letters), 0)
            self._to = Spot(last, len(self._letters[last].text))
            self.viewport().update()
        elif (by := steps.get(Qt.Key(event.key()))) is not None:
            bar.setValue(bar.value() + by)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pinched.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = self._to = self._spot(event.position())
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as here."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._from is not None:
            self._to = self._spot(event.position()) or self._to
            self.viewport().update()

    def _paint_marks(self, painter: QPainter, page: int, place: QRectF) -> None:
        letters = self._letters.get(page)
        if letters is None:
            return
        marks = [(hit.start, hit.end, _FOUND) for hit in self._hits.get(page, ())]
        if self._hit is not None and self._hit.page == page:
            marks.append((self._hit.start, self._hit.end, _SHOWN))
        if self._from is not None and self._to is not None:
            stretches = between(self._letters, self._from, self._to)
            marks += [(a, b, _SELECTED) for at, a, b in stretches if at == page]
        for start_at, end, colour in marks:
            for box in rectangles(letters, start_at, end):
                shown = QRectF(
                    place.left() + box.left() * self._scale,
                    place.top() + box.top() * self._scale,
                    box.width() * self._scale,
                    box.height() * self._scale,
                )
                painter.fillRect(shown, colour)
                if colour is _SHOWN:  # a form beside the colour
                    painter.setPen(QColor(OnPaper.INK))
                    painter.drawRect(shown)

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [
            page
            for page, (begin, end) in enumerate(pairwise(self._tops))
            if begin < bottom and end - _GAP > top
        ]

    def _near(self) -> list[int]:
        """What can be seen, and the page after it."""
        visible = self._visible()
        after = visible[-1] + 1 if visible else 0
        return [*visible, after] if visible and after < len(self._sizes) else visible

    def _place(self, page: int) -> QRectF:
        """Where a page stands in the viewport."""
        width, height = (side * self._scale for side in self._sizes[page])
        room = max(self.viewport().width(), self.widest * self._scale + 2 * _MARGIN)
        left = (room - width) / 2 - self.horizontalScrollBar().value()
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def _spot(self, point: QPointF) -> Spot | None:
        for page in self._visible():
            place, letters = self._place(page), self._letters.get(page)
            if letters is not None and point.y() <= place.bottom() + _GAP:
                within = (point - place.topLeft()) / self._scale
                return Spot(page, letter_at(letters, within))
        return None

    def _set_bars(self) -> None:
        viewport = self.viewport()
        high = self._tops[-1] if self._sizes else 0
        wide = self.widest * self._scale + 2 * _MARGIN if self._sizes else 0
        self.verticalScrollBar().setRange(0, max(round(high - viewport.height()), 0))
        self.verticalScrollBar().setPageStep(viewport.height())
        self.horizontalScrollBar().setRange(0, max(round(wide - viewport.width()), 0))
        self.horizontalScrollBar().setPageStep(viewport.width())

    def _scrolled(self) -> None:
        if visible := self._visible():
            middle = self.verticalScrollBar().value() + self.viewport().height() / 3
            page = next((p for p in visible if self._tops[p + 1] > middle), visible[-1])
            if page != self._page:
                self._page = page
            self.turned.emit(page)
        self._fetch()
        self.viewport().update()

    def _fetch(self) -> None:
        """Ask for the one thing that is missing most; its arrival asks for the next."""
        if self._document is None or running(self):
            return
        density = self.devicePixelRatioF()
        scale = self._scale * density
        for page in self._near():
            known = self._pictures.get(page)
            if (known is None or known[0] != scale) and ("picture", page) not in self._broken:
                self._run(("picture", page), page_image, partial(self._drawn, page, scale), scale)
                return
        for page in self._visible():
            if page not in self._letters and ("letters", page) not in self._broken:
                self._run(("letters", page), letters_of_page, partial(self._read, page))
                return

    def _run(
        self,
        what: tuple[str, int],
        work: Callable[..., T],
        done: Callable[[T], None],
        *args: object,
    ) -> None:
        def failed(error: KantaError) -> None:
            self._broken.add(what)
            self.failed.emit(error)
            self._later()

        task = start(
            self, self._desk, work, self._document, what[1], *args,
            done=done, failed=failed, lane=Lane.NET,
        )  # fmt: skip
        task.ended.connect(self._later)

    def _later(self) -> None:
        self._fetch()

    def _drawn(self, page: int, scale: float, image: PageImage) -> None:
        row = len(image.rgba) // image.height
        picture = QImage(image.rgba, image.width, image.height, row, QImage.Format.Format_RGBX8888)
        self._pictures[page] = (scale, QPixmap.fromImage(picture))
        self._pictures.move_to_end(page)
        far = [each for each in self._pictures if each not in self._near()]
        while far and self._held() > _MOST_BYTES:
            del self._pictures[far.pop(0)]
        self.viewport().update()

    def _held(self) -> int:
        return sum(4 * p.width() * p.height() for _, p in self._pictures.values())

    def _read(self, page: int, letters: PageLetters) -> None:
        self._letters[page] = letters
        self.viewport().update()
