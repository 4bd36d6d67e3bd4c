"""The pages of a PDF as pictures, one at a time, drawn in a lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import PageImage, page_count, page_image
from kanta_desk.gui.tasks import drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.documents import Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")

_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINTS_TO_PIXELS = 96 / 72
_CLOSE = 0.01


class PdfView(QWidget):
    """Shows one page; ``failed`` fires with the error if a page cannot be drawn."""

    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document: Document | None = None
        self._pages = 0
        self._page = 0
        self._zoom: float | None = None
        self._width = 0.0
        self._picture = QLabel()
        self._picture.setProperty("role", "ground")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidget(self._picture)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Page of the document"))
        self._where = QLabel()
        self._before = self._small("‹", self.tr("Previous page"), lambda: self.turn(-1))
        self._after = self._small("›", self.tr("Next page"), lambda: self.turn(1))
        self._smaller = self._small("−", self.tr("Zoom out"), lambda: self.zoom(-1))
        self._larger = self._small("+", self.tr("Zoom in"), lambda: self.zoom(1))
        self._fit = button(self.tr("Fit width"), self.fit)
        self._scale = QLabel()
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for widget in (self._before, self._where, self._after):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self._fit, self._smaller, self._scale, self._larger):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self._area, 1)
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.zoom(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.zoom(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._tell()

    @property
    def pages(self) -> int:
        """How many pages there are; 0 until they were counted."""
        return self._pages

    @property
    def shows_page(self) -> bool:
        """Whether a page's picture stands there."""
        return not self._picture.pixmap().isNull()

    @property
    def picture_width(self) -> int:
        """How many pixels wide the picture is; 0 without one."""
        return self._picture.pixmap().width()

    def show_document(self, document: Document) -> None:
        """Show the first page of a document that has a PDF."""
        self.wipe()
        self._document = document
        self._run(page_count, self._counted)

    def turn(self, by: int) -> None:
        """Go to a later (positive) or earlier page."""
        page = min(max(self._page + by, 0), max(self._pages - 1, 0))
        if page != self._page:
            self._page = page
            self._area.verticalScrollBar().setValue(0)
            self._draw()

    def zoom(self, by: int) -> None:
        """One step larger (positive) or smaller."""
        now = self._scale_now()
        larger = [step for step in _STEPS if step > now + _CLOSE]
        smaller = [step for step in _STEPS if step < now - _CLOSE]
        steps = larger[:1] if by > 0 else smaller[-1:]
        if steps:
            self._zoom = steps[0]
            self._draw()

    def fit(self) -> None:
        """As wide as there is room, from now on."""
        self._zoom = None
        self._draw()

    def wipe(self) -> None:
        """Forget the document and its pictures."""
        drop_all(self)
        self._document = None
        self._pages = self._page = 0
        self._width = 0.0
        self._picture.clear()
        self._picture.setAccessibleName("")
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again where the page follows the room."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again where the screen's density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _counted(self, pages: int) -> None:
        self._pages = pages
        self._draw()

    def _draw(self) -> None:
        self._tell()
        if self._document is None or not self._pages:
            return
        drop_all(self)
        scale = self._scale_now() * _POINTS_TO_PIXELS * self.devicePixelRatioF()
        self._run(page_image, lambda page: self._drawn(page, scale), self._page, scale)

    def _scale_now(self) -> float:
        """The scale in force; 1.0 is a page of its own size at 96 pixels to the inch."""
        if self._zoom is not None:
            return self._zoom
        room = self._area.viewport().width() - 2 * Space.S
        own = self._width * _POINTS_TO_PIXELS
        return min(max(room / own, _STEPS[0] / 2), _STEPS[-1]) if own else 1.0

    def _drawn(self, page: PageImage, scale: float) -> None:
        known, self._width = self._width, page.width / scale
        if self._zoom is None and abs(known - self._width) > 1:
            self._draw()  # now that the page's own width is known
            return
        row = len(page.rgba) // page.height
        image = QImage(page.rgba, page.width, page.height, row, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setAccessibleName(self._where.text())

    def _run(self, work: Callable[..., T], done: Callable[[T], None], *args: object) -> None:
        start(
            self,
            self._desk,
            work,
            self._document,
            *args,
            done=done,
            failed=self.failed.emit,
            lane=Lane.NET,
        )

    def _small(self, sign: str, said: str, act: Callable[[], None]) -> QPushButton:
        made = button(sign, act)
        made.setAccessibleName(said)
        made.setToolTip(said)
        return made

    def _tell(self) -> None:
        self._where.setText(
            self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
            if self._pages
            else ""
        )
        self._scale.setText(f"{self._scale_now() * 100:.0f} %")
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < self._pages)
