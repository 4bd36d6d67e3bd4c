"""The tools above an opened document: its form, find, zoom, compare, print, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from kanta_desk.desk.copies import forms_of
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import icon_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.copies import CopyForm
from kanta_desk.model.documents import PDF, Document
from kanta_desk.model.events import EventKind
from kanta_desk.model.rights import REFUSAL_NAMES

if TYPE_CHECKING:
    from kanta_desk.desk.session import Session


class Tools(QWidget):
    """One line of tools. ``zoomed`` carries +1 or -1, ``save_wanted`` a form and whether its
    checksum is to be written too."""

    find_wanted = Signal()
    zoomed = Signal(int)
    compare_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal(object, bool)

    def __init__(self, forms: QComboBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = self._icon("search", self.tr("Find in the document (Ctrl+F)"))
        self._smaller = self._icon("zoom-out", self.tr("Zoom out"))
        self._larger = self._icon("zoom-in", self.tr("Zoom in"))
        self._zoom = QLabel()
        self._zoom.setProperty("role", "small")
        self.compare = self._icon("compare", self.tr("Compare with another document…"))
        self.print = self._icon("print", self.tr("Print… (Ctrl+P)"))
        self.menu = QMenu(self)
        self.digest = QAction(self.tr("Write the checksum too (.sha256)"), self)
        self.digest.setCheckable(True)
        self.export = button(self.tr("Export"), icon="save")
        self.export.setMenu(self.menu)
        self._find.clicked.connect(self.find_wanted)
        self._smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self._larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.compare.clicked.connect(self.compare_wanted)
        self.print.clicked.connect(self.print_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        forms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row.addWidget(forms)
        row.addStretch(1)
        for widget in (self._find, self._smaller, self._zoom, self._larger, self.compare,
                       self.print, self.export):  # fmt: skip
            row.addWidget(widget)
        self.show_zoom(1.0)

    @property
    def may_print(self) -> bool:
        """Whether printing is offered now."""
        return self.print.isEnabled()

    def offer(self, document: Document, session: Session | None) -> None:
        """Offer what can be done with a document, and by this holder."""
        words = {
            CopyForm.ORIGINAL: self.tr("Original as it came (XML)…"),
            CopyForm.PDF: self.tr("PDF…"),
            CopyForm.JSON: self.tr("Structured form (JSON)…"),
            CopyForm.XHTML: self.tr("Display form (XHTML)…"),
        }
        if not document.payload(PDF):
            words[CopyForm.PDF] = self.tr("Display form as PDF…")
        forms = forms_of(document)
        self.menu.clear()
        for form in forms:
            action = QAction(words[form], self.menu)
            action.triggered.connect(lambda _=False, f=form: self._save(f))
            self.menu.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction(self.digest)
        for control, kind in (
            (self.export, EventKind.EXPORT),
            (self.print, EventKind.PRINT),
            (self.compare, EventKind.COMPARE),
        ):
            refused = session.refusal(kind) if session is not None else None
            control.setEnabled(refused is None)
            control.setAccessibleDescription(say(REFUSAL_NAMES[refused]) if refused else "")
        if CopyForm.PDF not in forms:
            self.print.setEnabled(False)

    def show_zoom(self, zoom: float) -> None:
        """Say how large things are shown."""
        self._zoom.setText(f"{zoom * 100:.0f} %")

    def _save(self, form: CopyForm) -> None:
        self.save_wanted.emit(form, self.digest.isChecked())

    def _icon(self, name: str, said: str) -> QToolButton:
        made = icon_button(name, said)
        made.setMinimumSize(28, 28)
        return made
