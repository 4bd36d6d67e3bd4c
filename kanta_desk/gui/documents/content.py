"""An opened document's content in the forms that it has: text, pages, structured data, source."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.rendering import DisplayPart, display_form, plain_text, source_of
from kanta_desk.desk.structured import ReadableForm
from kanta_desk.errors import BadDocument, KantaError
from kanta_desk.gui.documents.browser import SafeBrowser
from kanta_desk.gui.documents.find_bar import FindBar
from kanta_desk.gui.documents.pdf_view import PdfView
from kanta_desk.gui.documents.reader import Reader
from kanta_desk.gui.documents.source import SourceView
from kanta_desk.gui.documents.structured import FormView
from kanta_desk.gui.documents.taking import Taking
from kanta_desk.gui.documents.tools import Tools
from kanta_desk.gui.language import language
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, Task, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.model.documents import JSON, PDF, XHTML, Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")

_ZOOMS = (0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0)


class Form(Enum):
    """The ways to show a content."""

    TEXT = auto()
    PAGES = auto()
    PLAIN = auto()
    STRUCTURE = auto()
    SOURCE = auto()


class ContentView(QWidget):
    """Empty until ``show_document``. ``open_wanted`` and ``compare_wanted`` are the person's."""

    open_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document: Document | None = None
        self._zoom = 1.0
        self._reading: Task[Any] | None = None
        self._forms = QComboBox()
        self._forms.setAccessibleName(self.tr("Form of the content"))
        self._forms.currentIndexChanged.connect(lambda _: self._show_form())
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._notice = NoticeLine()
        self.taking = Taking(desk, self._busy, self._error, self._notice, self)
        self.reader = Reader(self.tr("Content of the document"))
        self.pdf = PdfView(desk)
        self.form = FormView()
        self.source = SourceView()
        self.find_bar = FindBar()
        self.tools = Tools(self._forms)
        self._closed = EmptyState(
            "documents",
            self.tr("The document has not been opened"),
            self.tr("Opening it is written to the access log as viewing the client's data."),
            (self.tr("Open the document"), self.open_wanted.emit),
            width=NARROW,
        )
        self._empty = EmptyState("documents", self.tr("The document has no content."), width=NARROW)
        self._broken = EmptyState("warning", "", width=NARROW)
        self._stack = QStackedWidget()
        for widget in (self._closed, self._empty, self._broken, self.reader, self.pdf, self.form,
                       self.source):  # fmt: skip
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.tools, self.find_bar, self._busy, self._error, self._notice):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._connect()
        self.wipe()

    @property
    def browser(self) -> SafeBrowser:
        """Where the display form stands."""
        return self.reader.browser

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms offered now."""
        return tuple(self._forms.itemData(at) for at in range(self._forms.count()))

    def show_document(self, document: Document) -> None:
        """Show an opened document in the first of its forms."""
        self.wipe()
        self._document = self.taking.document = document
        self.tools.offer(document, self._desk.session)
        self.tools.show()
        if document.fault is not None:
            self._notice.tell(
                Tone.WARNING,
                self.tr("A form of this document cannot be read"),
                self.tr("{place}: {reason}. The rest is shown; see the findings.").format(
                    place=document.fault.place, reason=document.fault.reason
                ),
            )
        self._forms.blockSignals(True)
        for form, word in self._offered(document):
            self._forms.addItem(word, form)
        self._forms.blockSignals(False)
        self._show_form()

    def choose(self, form: Form) -> None:
        """Show another form."""
        self._forms.setCurrentIndex(self.forms.index(form))

    def zoom(self, by: int) -> None:
        """One step larger (positive) or smaller."""
        if self._stack.currentWidget() is self.pdf:
            self.pdf.zoom(by)
            return
        larger = [step for step in _ZOOMS if step > self._zoom]
        smaller = [step for step in _ZOOMS if step < self._zoom]
        steps = larger[:1] if by > 0 else smaller[-1:]
        if steps:
            self._zoom = steps[0]
            self._set_zoom()

    def begin_find(self) -> None:
        """Open the line to look for words; what is selected is looked for."""
        if self._document is not None and self._stack.currentWidget() in self._searched:
            is_text = self._stack.currentWidget() is self.reader
            selected = self.browser.selected_text() if is_text else ""
            self.find_bar.begin(selected if "\n" not in selected else "")

    def wipe(self) -> None:
        """Forget the document, its text and its pictures."""
        self._document = None
        self.taking.wipe()
        self._forms.blockSignals(True)
        self._forms.clear()
        self._forms.blockSignals(False)
        self._clear()
        self._error.clear()
        self._notice.clear()
        self.tools.hide()
        self._stack.setCurrentWidget(self._closed)

    def event(self, event: QEvent) -> bool:
        """Ctrl+F in here is for the document, not for the window's search."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._document is not None
            and event.matches(QKeySequence.StandardKey.Find)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, find next, zoom, print."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.begin_find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self._step(-1)
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(-1)
        elif event.matches(QKeySequence.StandardKey.Print) and self.tools.may_print:
            self.taking.ask_printer()
        else:
            super().keyPressEvent(event)

    @property
    def _searched(self) -> tuple[QWidget, ...]:
        return self.reader, self.pdf, self.form, self.source

    def _connect(self) -> None:
        self.tools.find_wanted.connect(self.begin_find)
        self.tools.zoomed.connect(self.zoom)
        self.tools.compare_wanted.connect(self.compare_wanted)
        self.tools.print_wanted.connect(self.taking.ask_printer)
        self.tools.save_wanted.connect(lambda form, d: self.taking.ask_where(form, digest=d))
        self.find_bar.asked.connect(self._look_for)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self._give_focus)
        for view in (self.reader, self.form.reader, self.source):
            view.counted.connect(self.find_bar.show_count)
        self.pdf.counted.connect(lambda at, n, on: self.find_bar.show_count(at, n, going_on=on))
        self.pdf.zoomed.connect(self.tools.show_zoom)
        self.pdf.failed.connect(self._page_failed)
        for source in (self.reader, self.pdf, self.form, self.source):
            source.copied.connect(self.taking.copy)

    def _clear(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        for part in (self.find_bar, self.reader, self.pdf, self.form, self.source):
            part.wipe()

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
        if document.original:
            offered.append((Form.SOURCE, self.tr("Source (XML)")))
        return offered

    def _show_form(self) -> None:
        document = self._document
        if document is None:
            return
        self._clear()
        self._error.clear()
        self._set_zoom()
        match self._forms.currentData():
            case Form.PAGES:
                self._stack.setCurrentWidget(self.pdf)
                self.pdf.show_document(document)
            case Form.PLAIN:
                self._read(plain_text, self._show_parts, self.reader)
            case Form.STRUCTURE:
                self._read(self._form_of, self.form.show_form, self.form)
            case Form.SOURCE:
                self._read(source_of, self.source.show_source, self.source)
            case Form.TEXT:
                self._read(display_form, self._show_parts, self.reader, Hook.PROGRESS)
            case _:
                self._stack.setCurrentWidget(self._empty)

    def _form_of(self, document: Document) -> ReadableForm:
        return self._desk.reading.form(document, language())

    def _show_parts(self, parts: tuple[DisplayPart, ...]) -> None:
        self.reader.show_parts(parts)

    def _show_beginning(self, part: DisplayPart) -> None:
        self.reader.show_parts((part,))

    def _read(
        self, work: Callable[..., T], done: Callable[[T], None], view: QWidget, *more: Hook
    ) -> None:
        self._stack.setCurrentWidget(view)
        self._reading = start(
            self, self._desk, work, self._document, *more,
            done=done, failed=self._failed, progressed=self._show_beginning, lane=Lane.NET,
        )  # fmt: skip
        self._reading.ended.connect(self._was_read)
        self._busy.follow(self._reading, self.tr("Preparing the document…"))

    def _was_read(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def _set_zoom(self) -> None:
        for view in (self.reader.browser, self.form.reader.browser, self.source):
            view.set_zoom(self._zoom)
        self.tools.show_zoom(self._zoom)

    @property
    def _in_sight(self) -> Reader | PdfView | SourceView | None:
        """What words are looked for in."""
        view = self._stack.currentWidget()
        if view is self.form:
            return self.form.reader
        return view if isinstance(view, Reader | PdfView | SourceView) else None

    def _look_for(self, words: str) -> None:
        if (view := self._in_sight) is not None:
            view.look_for(words)

    def _step(self, by: int) -> None:
        if (view := self._in_sight) is not None:
            view.step(by)

    def _give_focus(self) -> None:
        targets: dict[QWidget, QWidget] = {
            self.reader: self.reader.browser,
            self.pdf: self.pdf.area,
            self.form: self.form.reader.browser,
            self.source: self.source.text,
        }
        for view, target in targets.items():
            if view is self._stack.currentWidget():
                target.setFocus()

    def _failed(self, error: KantaError) -> None:
        self._error.show_error(error)
        if isinstance(error, BadDocument):
            self._broken.say(
                self.tr("This form cannot be shown"),
                self.tr("The original can be looked at as source, and exported."),
            )
            self._stack.setCurrentWidget(self._broken)

    def _page_failed(self, error: KantaError) -> None:
        if self.pdf.shows_page:
            self._error.show_error(error)
        else:
            self._failed(error)
