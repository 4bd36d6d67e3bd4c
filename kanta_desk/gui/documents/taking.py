"""What is taken out of a document that is open: saved, printed, copied; each through the session.

The text on the clipboard stands there only after the access log knows of it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.printing import spool
from kanta_desk.gui.language import language, number
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import drop_all, start
from kanta_desk.gui.widgets import BusyLine, ErrorLine, NoticeLine
from kanta_desk.model.copies import CopyForm, Saved
from kanta_desk.model.documents import Document

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session


class Taking(QObject):
    """Acts on ``document``, and tells how they went on the lines it was given."""

    taken = Signal()

    def __init__(
        self, desk: Desk, busy: BusyLine, error: ErrorLine, notice: NoticeLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._busy, self._error, self._notice = busy, error, notice
        self.document: Document | None = None

    def ask_where(self, form: CopyForm, *, digest: bool) -> None:
        """Ask for a file's name, and write it."""
        if self.document is None:
            return
        kinds = {
            CopyForm.ORIGINAL: self.tr("Original as it came (*.xml)"),
            CopyForm.PDF: self.tr("PDF (*.pdf)"),
            CopyForm.JSON: self.tr("Structured form (*.json)"),
            CopyForm.XHTML: self.tr("Display form (*.xhtml)"),
        }
        suggested = f"{self.document.metadata.document_oid}{form.suffix}"
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the document"), suggested, kinds[form]
        )
        if path:
            self.save(Path(path), form, digest=digest)

    def save(self, path: Path, form: CopyForm, *, digest: bool) -> None:
        """Write the document to ``path``."""
        session, document = self._ready()
        if session is None or document is None:
            return
        task = start(
            self, self._desk, session.copies.save, document, path, form, language(),
            digest=digest, done=self._saved, failed=self._failed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Exporting…"))

    def ask_printer(self) -> None:
        """Let the person choose a printer, and print."""
        if self.document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(str(self.document.metadata.document_oid))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print the document"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the document."""
        session, document = self._ready()
        if session is None or document is None:
            return
        task = start(
            self, self._desk, session.copies.print_out, document, partial(spool, printer),
            language(), done=self._printed, failed=self._failed,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Printing…"))

    def copy(self, text: str) -> None:
        """Put a text of the document on the clipboard."""
        session, document = self._ready()
        if session is None or document is None:
            return
        start(
            self, self._desk, session.copies.copy_text, document, text,
            done=self._copied, failed=self._failed,
        )  # fmt: skip

    def wipe(self) -> None:
        """Forget the document; what is under way is not told any more."""
        self.document = None
        drop_all(self)

    def _ready(self) -> tuple[Session | None, Document | None]:
        self._error.clear()
        self._notice.clear()
        return self._desk.session, self.document

    def _saved(self, saved: Saved) -> None:
        half = len(saved.sha256) // 2  # in one piece it would widen a narrow pane
        told = [f"SHA-256 {saved.sha256[:half]} {saved.sha256[half:]}"]
        if saved.digest is not None:
            told.append(self.tr("The checksum is in {file}").format(file=saved.digest.name))
        told.append(
            self.tr(
                "The file holds the client's data: keep it only as long as it is needed, and "
                "delete it then."
            )
        )
        self._notice.tell(
            Tone.OK,
            self.tr("Exported to {file}").format(file=saved.path.name),
            "\n".join(told),
            (
                self.tr("Copy the checksum"),
                lambda: QGuiApplication.clipboard().setText(saved.sha256),
            ),
        )
        self.taken.emit()

    def _printed(self, pages: int) -> None:
        self._notice.tell(
            Tone.OK,
            self.tr("%n page(s) sent to the printer", "", pages),
            self.tr("Fetch the pages from the printer at once."),
        )
        self.taken.emit()

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._notice.tell(
            Tone.NEUTRAL,
            self.tr("Copied: {count} characters").format(count=number(len(text))),
            self.tr("Copying was written to the access log."),
        )
        self.taken.emit()

    def _failed(self, error: KantaError) -> None:
        self._error.show_error(error)
