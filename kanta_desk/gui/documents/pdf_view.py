"""A PDF to read: continuous pages, page number, zoom, words found page by page in a lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import PageLetters, letters_of_page, sizes_of_pages
from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.gui.documents.number_box import NumberBox
from kanta_desk.gui.documents.pdf_area import PageArea
from kanta_desk.gui.documents.pdf_letters import Hit, hits_in
from kanta_desk.gui.tasks import Hook, Task, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import icon_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.documents import Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_STEPS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINTS_TO_PIXELS = 96 / 72
_CLOSE = 0.01
_MOST_HITS = 10_000


class PdfView(QWidget):
    """Shows all pages. ``failed`` carries an error; ``copied`` a text for the clipboard;
    ``counted`` which place of how many is shown, and whether pages are still looked through;
    ``zoomed`` the scale in force."""

    failed = Signal(object)
    copied = Signal(str)
    counted = Signal(int, int, bool)
    zoomed = Signal(float)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document: Document | None = None
        self._pages = 0
        self._zoom: float | None = None
        self._found: list[Hit] = []
        self._place = -1
        self._words = ""
        self._read: dict[int, PageLetters] = {}
        self._search: Task[None] | None = None
        self.area = PageArea(desk, self.tr("Pages of the document"))
        self.area.failed.connect(self.failed)
        self.area.copied.connect(self.copied)
        self.area.turned.connect(self._turned)
        self.area.pinched.connect(self.zoom)
        self.area.resized.connect(self._resized)
        self.number = NumberBox(self.tr("Page"))
        self.number.chosen.connect(lambda value: self.area.go(value - 1))
        self._of = QLabel()
        self._before = icon_button("chevron-left", self.tr("Previous page"))
        self._after = icon_button("chevron-right", self.tr("Next page"))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._fit = button(self.tr("Fit width"), self.fit, role="quiet")
        line = QHBoxLayout()
        line.setSpacing(Space.XS)
        for widget in (self._before, QLabel(self.tr("Page")), self.number, self._of, self._after):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.area, 1)
        column.addLayout(line)
        self._tell(0)

    @property
    def pages(self) -> int:
        """How many pages there are; 0 until they were counted."""
        return self._pages

    @property
    def shows_page(self) -> bool:
        """Whether the picture of a page stands there."""
        return bool(self.area.drawn)

    @property
    def picture_width(self) -> int:
        """How many pixels wide the picture of the page in view is; 0 without one."""
        return self.area.drawn.get(self.area.page, 0)

    def show_document(self, document: Document) -> None:
        """Show a document that has a PDF, from its first page."""
        self.wipe()
        self._document = document
        start(
            self, self._desk, sizes_of_pages, document,
            done=self._counted, failed=self.failed.emit, lane=Lane.NET,
        )  # fmt: skip

    def turn(self, by: int) -> None:
        """Go to a later (positive) or earlier page."""
        self.area.go(self.area.page + by)

    def zoom(self, by: int) -> None:
        """One step larger (positive) or smaller."""
        now = self.scale
        larger = [step for step in _STEPS if step > now + _CLOSE]
        smaller = [step for step in _STEPS if step < now - _CLOSE]
        steps = larger[:1] if by > 0 else smaller[-1:]
        if steps and self._pages:
            self._zoom = steps[0]
            self._resize()

    def fit(self) -> None:
        """As wide as there is room, from now on."""
        self._zoom = None
        self._resize()

    @property
    def scale(self) -> float:
        """The scale in force; 1.0 is a page of its own size at 96 pixels to the inch."""
        if self._zoom is not None:
            return self._zoom
        own = self.area.widest * _POINTS_TO_PIXELS
        room = self.area.viewport().width() - 2 * Space.S
        return min(max(room / own, _STEPS[0]), _STEPS[-1]) if own else 1.0

    def look_for(self, words: str) -> None:
        """Look for words in all pages; the first place is shown as soon as it is found."""
        if self._search is not None:
            self._search.drop()
            self._search = None
        self._found, self._place, self._words = [], -1, words
        self.area.show_hits({})
        self.area.show_hit(None)
        if not words or self._document is None:
            self.counted.emit(0, 0, False)
            return
        self.counted.emit(0, 0, True)
        self._search = start(
            self, self._desk, _look_for, self._document, self._pages, words, dict(self._read),
            Hook.PROGRESS, Hook.CANCELLED,
            done=lambda _: self._searched(), failed=self._not_searched, progressed=self._looked,
            lane=Lane.NET,
        )  # fmt: skip

    def step(self, by: int) -> None:
        """Show the next place (+1) or the one before (-1), around the ends."""
        if self._found:
            self._place = (self._place + by) % len(self._found)
            hit = self._found[self._place]
            self.area.show_hit(hit, self._read.get(hit.page))
            self._tell_places()

    def wipe(self) -> None:
        """Forget the document, its pictures and its text."""
        drop_all(self)
        self._document = None
        self._pages = 0
        self._search = None
        self._found, self._place, self._words = [], -1, ""
        self._read.clear()
        self.area.wipe()
        self._tell(0)

    def _counted(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if self._document is None:
            return
        self._pages = len(sizes)
        self.area.show_pages(self._document, sizes, 1.0)
        self._resize()

    def _resized(self) -> None:
        if self._zoom is None and self._pages:
            self._resize()

    def _resize(self) -> None:
        scale = self.scale
        if abs(self.area.scale - scale * _POINTS_TO_PIXELS) > _CLOSE / 10:
            self.area.set_scale(scale * _POINTS_TO_PIXELS)
        self.zoomed.emit(scale)
        self._tell(self.area.page)

    def _turned(self, page: int) -> None:
        self._tell(page)

    def _looked(self, page: int, letters: PageLetters, hits: list[Hit]) -> None:
        self._read[page] = letters
        self.area.keep_letters(page, letters)
        room = _MOST_HITS - len(self._found)
        self._found += hits[:room]
        by_page: dict[int, list[Hit]] = {}
        for hit in self._found:
            by_page.setdefault(hit.page, []).append(hit)
        self.area.show_hits(by_page)
        if self._place < 0 and hits:
            self.step(1)
        else:
            self._tell_places()

    def _searched(self) -> None:
        self._search = None
        self._tell_places()

    def _not_searched(self, error: KantaError) -> None:
        self._searched()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _tell_places(self) -> None:
        self.counted.emit(self._place + 1, len(self._found), self._search is not None)

    def _tell(self, page: int) -> None:
        self.number.offer(self._pages)
        self.number.show_value(page + 1)
        self._of.setText(self.tr("of {pages}").format(pages=self._pages) if self._pages else "")
        self.number.setEnabled(self._pages > 0)
        self._fit.setEnabled(self._pages > 0)
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < self._pages)


def _look_for(
    document: Document,
    pages: int,
    words: str,
    known: dict[int, PageLetters],
    on_page: Callable[[int, PageLetters, list[Hit]], None],
    cancelled: Callable[[], bool],
) -> None:
    """Look through the pages one by one, and tell of each."""
    for page in range(pages):
        if cancelled():
            raise Cancelled
        letters = known.get(page) or letters_of_page(document, page)
        on_page(page, letters, hits_in(letters, page, words))
