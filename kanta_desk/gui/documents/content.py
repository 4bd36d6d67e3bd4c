"""An opened document's content in the forms that it has: text, pages, structured data."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import OutlineLine, json_outline, safe_html
from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.browser import SafeBrowser, outline_html
from kanta_desk.gui.documents.pdf_view import PdfView
from kanta_desk.gui.tasks import drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.documents import JSON, PDF, XHTML, Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")


class Form(Enum):
    """The ways to show a content."""

    TEXT = auto()
    PAGES = auto()
    PLAIN = auto()
    STRUCTURE = auto()


class ContentView(QWidget):
    """Empty until ``show_document``. ``open_wanted`` and ``export_wanted`` are the person's."""

    open_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document: Document | None = None
        self._forms = QComboBox()
        self._forms.setAccessibleName(self.tr("Form of the content"))
        self._forms.currentIndexChanged.connect(lambda _: self._show_form())
        self._label = QLabel(self.tr("Form"))
        self._label.setProperty("role", "label")
        self._label.setBuddy(self._forms)
        self._export = button(self.tr("Export to a file…"), self.export_wanted.emit, "save")
        self._busy = BusyLine()
        self._error = ErrorLine()
        self.browser = SafeBrowser(self.tr("Content of the document"))
        self.pdf = PdfView(desk)
        self.pdf.failed.connect(self._failed)
        self._closed = EmptyState(
            "documents",
            self.tr("The document has not been opened"),
            self.tr("Opening it is written to the access log as viewing the client's data."),
            (self.tr("Open the document"), self.open_wanted.emit),
            width=NARROW,
        )
        self._stack = QStackedWidget()
        for widget in (self._closed, self.browser, self.pdf):
            self._stack.addWidget(widget)
        self._bar = QWidget()
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._label)
        line.addWidget(self._forms)
        line.addStretch(1)
        line.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._bar, self._busy, self._error):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self.wipe()

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms offered now."""
        return tuple(self._forms.itemData(at) for at in range(self._forms.count()))

    def show_document(self, document: Document) -> None:
        """Show an opened document in the first of its forms."""
        self.wipe()
        self._document = document
        self._bar.show()
        self._forms.blockSignals(True)
        for form, word in self._offered(document):
            self._forms.addItem(word, form)
        self._forms.blockSignals(False)
        several = self._forms.count() > 1
        self._forms.setVisible(several)
        self._label.setVisible(several)
        self._show_form()

    def choose(self, form: Form) -> None:
        """Show another form."""
        self._forms.setCurrentIndex(self.forms.index(form))

    def wipe(self) -> None:
        """Forget the document, its text and its pictures."""
        self._document = None
        self._forms.blockSignals(True)
        self._forms.clear()
        self._forms.blockSignals(False)
        self._clear()
        self._error.clear()
        self._bar.hide()
        self._stack.setCurrentWidget(self._closed)

    def _clear(self) -> None:
        drop_all(self)
        self.browser.wipe()
        self.pdf.wipe()

    def _offered(self, document: Document) -> list[tuple[Form, str]]:
        offered = []
        if document.payload(XHTML):
            offered.append((Form.TEXT, self.tr("Display form")))
        if document.payload(PDF):
            offered.append((Form.PAGES, self.tr("Pages")))
            if document.text:
                offered.append((Form.PLAIN, self.tr("Text of the pages")))
        if document.payload(JSON):
            offered.append((Form.STRUCTURE, self.tr("Structured data")))
        return offered

    def _show_form(self) -> None:
        document = self._document
        if document is None:
            return
        self._clear()
        self._error.clear()
        match self._forms.currentData():
            case Form.PAGES:
                self._stack.setCurrentWidget(self.pdf)
                self.pdf.show_document(document)
            case Form.PLAIN:
                self._stack.setCurrentWidget(self.browser)
                self.browser.setPlainText(document.text)
            case Form.STRUCTURE:
                self._read(json_outline, document, self._show_outline)
            case Form.TEXT:
                self._read(safe_html, document, self.browser.show_html)
            case _:
                self._stack.setCurrentWidget(self.browser)
                self.browser.setPlainText(self.tr("The document has no content."))

    def _show_outline(self, lines: tuple[OutlineLine, ...]) -> None:
        self.browser.show_html(outline_html(lines))

    def _read(
        self, work: Callable[[Document], T], document: Document, done: Callable[[T], None]
    ) -> None:
        self._stack.setCurrentWidget(self.browser)
        task = start(
            self, self._desk, work, document, done=done, failed=self._failed, lane=Lane.NET
        )
        self._busy.follow(task, self.tr("Preparing the document…"))

    def _failed(self, error: KantaError) -> None:
        self._error.show_error(error)
