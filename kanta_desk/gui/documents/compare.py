"""Two documents, or two versions, side by side: opened, compared, and every difference to be found.

Each opening is logged as a view, the comparison as one event more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.compare_pages import PagesView
from kanta_desk.gui.documents.compare_rows import SIGNS, Sides, Words, sides
from kanta_desk.gui.documents.reader import Reader
from kanta_desk.gui.documents.results import STATE_TONES
from kanta_desk.gui.language import language, moment, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    Body,
    BusyLine,
    ErrorLine,
    Heading,
    MonoText,
    NoticeLine,
    Panel,
    StatusBadge,
    Title,
    icon_button,
)
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.comparison import Change, Compared, DocumentComparison, PartComparison
from kanta_desk.model.documents import RECORD_STATE_NAMES, Document
from kanta_desk.model.identifiers import Oid

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session


class ComparePane(QWidget):
    """Empty until ``compare``. ``closed``: the person wants back."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: DocumentComparison | None = None
        self._sides: dict[Compared, Sides] = {}
        self._at = 0
        self._asked: tuple[Oid, Oid] | None = None
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._summary = NoticeLine(closable=False)
        self._told = NoticeLine()
        self._heads = (_Head(), _Head())
        self.readers = {
            Compared.TEXT: Reader(self.tr("Texts side by side")),
            Compared.METADATA: Reader(self.tr("Metadata side by side")),
            Compared.STRUCTURE: Reader(self.tr("Structured forms side by side")),
        }
        self.pages = PagesView(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Parts of the comparison"))
        self.tabs.currentChanged.connect(lambda _: self._tab_changed())
        self.only = QCheckBox(self.tr("Differing only"))
        self.only.toggled.connect(lambda _: self._show_rows())
        self._where = QLabel()
        self._where.setProperty("role", "small")
        self.before = icon_button("chevron-up", self.tr("Previous difference (Shift+F8)"))
        self.after = icon_button("chevron-down", self.tr("Next difference (F8)"))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        for keys, by in (
            (Qt.Key.Key_F8, 1),
            (Qt.Key.Key_F8 | Qt.KeyboardModifier.ShiftModifier, -1),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))
        for reader in self.readers.values():
            reader.copied.connect(self._refuse_copy)
        self._arrange()
        self.wipe()

    @property
    def shown(self) -> DocumentComparison | None:
        """What stands there."""
        return self._found

    @property
    def summary(self) -> str:
        """What is said of the whole."""
        return self._summary.said

    def compare(self, left: Oid, right: Oid) -> None:
        """Open two versions, and compare them."""
        self.wipe()
        session = self._desk.session
        if session is None:
            return
        self._asked = (left, right)
        task = start(
            self, self._desk, session.open, left,
            done=lambda document: self._open_other(session, document, right), failed=self._failed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Fetching the documents…"))

    def step(self, by: int) -> None:
        """Go to the next difference (+1) or the one before (-1) of the part that stands there."""
        total = self._total()
        if not total:
            return
        self._at = (self._at - 1 + by) % total + 1 if self._at else (1 if by > 0 else total)
        part = self._part()
        if part is Compared.PAGES:
            self.pages.go(self.pages.differing[self._at - 1])
        elif part is not None:
            place = self._sides[part].places[self._at]
            self.readers[part].go_to(place, f"d{self._at}")
        self._tell_where()

    def wipe(self) -> None:
        """Forget both documents."""
        drop_all(self)
        self._found, self._asked = None, None
        self._sides.clear()
        self._at = 0
        for reader in self.readers.values():
            reader.wipe()
        for side in self._heads:
            side.wipe()
        self.pages.wipe()
        self._summary.clear()
        self._told.clear()
        self._error.clear()
        self.tabs.blockSignals(True)
        self.tabs.clear()
        self.tabs.blockSignals(False)
        self._body.hide()
        self._tell_where()

    def _open_other(self, session: Session, left: Document, right: Oid) -> None:
        task = start(
            self, self._desk, session.open, right,
            done=lambda document: self._compare(session, left, document), failed=self._failed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Fetching the documents…"))

    def _compare(self, session: Session, left: Document, right: Document) -> None:
        task = start(
            self, self._desk, session.comparing.compare, left, right, language(),
            Hook.PROGRESS, Hook.CANCELLED,
            done=self._show, failed=self._failed, progressed=self._progressed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Comparing…"), can_cancel=True)

    def _progressed(self, done: int, total: int) -> None:
        said = self.tr("Comparing page {done} of {total}").format(done=done, total=total)
        self._busy.progress(done, total, said)

    def _show(self, found: DocumentComparison) -> None:
        self._found = found
        for head, document in zip(self._heads, (found.left, found.right), strict=True):
            head.show_document(document, self._desk)
        self._body.show()
        words = {
            Compared.TEXT: self.tr("Text"),
            Compared.METADATA: self.tr("Metadata"),
            Compared.STRUCTURE: self.tr("Structured data"),
            Compared.PAGES: self.tr("Pages"),
        }
        self.tabs.blockSignals(True)
        for part in found.parts:
            view = self.pages if part.part is Compared.PAGES else self.readers[part.part]
            said = f"{words[part.part]} ({number(part.differences)})"
            self.tabs.addTab(view, said)
        self.tabs.blockSignals(False)
        self._tell_summary(found)
        self._show_rows()
        if (pages := found.part(Compared.PAGES)) is not None:
            self.pages.show_pages(found, pages.pages)
        self._tab_changed()

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        for part in found.parts:
            if part.part is Compared.PAGES:
                continue
            made = sides(part.rows, self._words(part.part), only_differing=self.only.isChecked())
            self._sides[part.part] = made
            self.readers[part.part].show_parts(made.parts)
        self._at = 0
        self._tell_where()

    def _words(self, part: Compared) -> Words:
        left, right = self.tr("Left"), self.tr("Right")
        if part is Compared.TEXT:
            return Words(left, right, same_rows=self.tr("… {count} lines are the same"))
        return Words(left, right, self.tr("Field"), self.tr("… {count} fields are the same"))

    def _tell_summary(self, found: DocumentComparison) -> None:
        compared = self.tr("Compared: {parts}.").format(
            parts=", ".join(self._amount(part) for part in found.parts)
        )
        if found.not_read:
            missing = ", ".join(self._name(part) for part in found.not_read)
            compared += " " + self.tr("Not compared: {parts}.").format(parts=missing)
        if found.same_bytes:
            title = self.tr("The same: the very same bytes")
            self._summary.tell(Tone.OK, title, compared)
        elif found.differences:
            title = self.tr("%n place(s) differ", "", found.differences)
            self._summary.tell(Tone.WARNING, title, compared)
        elif found.not_read:
            title = self.tr("No difference in what could be compared")
            self._summary.tell(Tone.NEUTRAL, title, compared)
        else:
            title = self.tr("No differences in what a reader sees")
            text = self.tr("The files' bytes differ: order, white space or technical parts.")
            self._summary.tell(Tone.OK, title, f"{compared} {text}")

    def _amount(self, part: PartComparison) -> str:
        match part.part:
            case Compared.TEXT:
                return self.tr("text (%n word(s))", "", part.amount)
            case Compared.METADATA:
                return self.tr("metadata (%n field(s))", "", part.amount)
            case Compared.STRUCTURE:
                return self.tr("structured form (%n value(s))", "", part.amount)
            case Compared.PAGES:
                return self.tr("pages as pictures (%n page(s))", "", part.amount)

    def _name(self, part: Compared) -> str:
        return {
            Compared.TEXT: self.tr("text"),
            Compared.METADATA: self.tr("metadata"),
            Compared.STRUCTURE: self.tr("structured form"),
            Compared.PAGES: self.tr("pages as pictures"),
        }[part]

    def _part(self) -> Compared | None:
        view = self.tabs.currentWidget()
        if view is self.pages:
            return Compared.PAGES
        return next((part for part, reader in self.readers.items() if reader is view), None)

    def _total(self) -> int:
        part = self._part()
        found = self._found.part(part) if self._found is not None and part is not None else None
        return found.differences if found is not None else 0

    def _tab_changed(self) -> None:
        self._at = 0
        self.only.setEnabled(self._part() is not Compared.PAGES)
        self._tell_where()

    def _tell_where(self) -> None:
        total = self._total()
        self._where.setText(
            self.tr("Difference {at} of {total}").format(at=self._at or "–", total=number(total))
            if total
            else self.tr("No differences in this part")
            if self._found is not None
            else ""
        )
        for each in (self.before, self.after):
            each.setEnabled(total > 0)

    def _refuse_copy(self, _: str) -> None:
        self._error.clear()
        self._told.tell(
            Tone.NEUTRAL, self.tr("Copy from the document itself"),
            self.tr("Open the document to copy from it; the comparison is for looking."),
        )  # fmt: skip

    def _failed(self, error: KantaError) -> None:
        again = None
        if self._asked is not None and error.retriable:
            left, right = self._asked
            again = (self.tr("Try again"), lambda: self.compare(left, right))
        self._error.show_error(error, again)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(button(self.tr("Back to the documents"), self.closed.emit, "chevron-left"))
        head.addSpacing(Space.M)
        head.addWidget(Title(self.tr("Comparison")))
        head.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(Space.M)
        for side in self._heads:
            both.addWidget(side, 1)
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        tools.addWidget(self.before)
        tools.addWidget(self.after)
        tools.addWidget(self._where)
        tools.addSpacing(Space.L)
        tools.addWidget(self.only)
        tools.addStretch(1)
        legend = Body(self._legend(), "small")
        legend.setWordWrap(False)
        tools.addWidget(legend)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.S)
        body.addLayout(both)
        body.addWidget(self._summary)
        body.addWidget(self._told)
        body.addLayout(tools)
        body.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._busy)
        column.addWidget(self._error)
        column.addWidget(self._body, 1)
        column.addStretch(0)

    def _legend(self) -> str:
        return "   ".join(
            f"{SIGNS[change]} {word}"
            for change, word in (
                (Change.CHANGED, self.tr("changed")),
                (Change.REMOVED, self.tr("left only")),
                (Change.INSERTED, self.tr("right only")),
            )
        )


class _Head(Panel):
    """Which document stands on a side."""

    def __init__(self) -> None:
        super().__init__(margin=Space.M)
        self._title = Heading()
        self._state = StatusBadge()
        self._about = Body(role="hint")
        self._oid = MonoText("")
        self.column.setSpacing(Space.XS)
        for part in (self._title, self._state, self._about, self._oid):
            self.column.addWidget(part)

    def show_document(self, document: Document, desk: Desk) -> None:
        """Whose, which, of when."""
        metadata = document.metadata
        names = desk.reading.names(metadata, language())
        kind = names.code(metadata.document_type) if metadata.document_type else ""
        self._title.setText(metadata.title or kind or "–")
        self._state.show_state(STATE_TONES[metadata.state], say(RECORD_STATE_NAMES[metadata.state]))
        about = (
            str(metadata.client_name or ""),
            self.tr("version {number}").format(number=metadata.version),
            moment(metadata.created).replace(" ", "\N{NO-BREAK SPACE}"),
        )
        self._about.setText(" · ".join(filter(None, about)))
        self._oid.setPlainText(metadata.document_oid.value)

    def wipe(self) -> None:
        """Forget it."""
        for part in (self._title, self._about, self._oid):
            part.clear()
