"""What leaves the window of an opened document: files, prints, copied text. Each is in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from kanta_desk.desk.browsing import subject_of
from kanta_desk.desk.document_paper import document_pdf
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.reading import Reading
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import BadDocument
from kanta_desk.model.copies import CopyForm, Saved
from kanta_desk.model.documents import JSON, PDF, XHTML, Document
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.text import Language
from kanta_desk.settings.files import write_whole


def forms_of(document: Document) -> tuple[CopyForm, ...]:
    """The forms that a document can be saved in, the whole as it came first."""
    has_paper = document.payload(PDF) or document.payload(XHTML)
    offered = (
        (CopyForm.ORIGINAL, True),
        (CopyForm.PDF, has_paper),
        (CopyForm.JSON, document.payload(JSON)),
        (CopyForm.XHTML, document.payload(XHTML)),
    )
    return tuple(form for form, there in offered if there)


class Copies:
    """Saving, printing and copying; ``opened`` is the ticket for where a document was opened.

    Every method marked ``verb`` passes the gate, and leaves events in the access log. A document
    that was not opened in this session is refused.
    """

    def __init__(
        self,
        gate: Gate,
        opened: Callable[[Document, EventKind], Ticket],
        reading: Reading,
        clock: Callable[[], datetime],
    ) -> None:
        self._gate = gate
        self._opened = opened
        self._reading = reading
        self._clock = clock

    @verb(EventKind.EXPORT)
    def save(
        self,
        document: Document,
        path: Path,
        form: CopyForm = CopyForm.ORIGINAL,
        language: Language = Language.FI,
        *,
        digest: bool = False,
    ) -> Saved:
        """Write a document to ``path``; with ``digest`` its SHA-256 too, to ``path`` + ``.sha256``
        in the form that ``sha256sum --check`` reads.

        Raises:
            FolderNotWritable: naming the folder; then there is no new file, nor half of one.
            BadDocument: if the document has no such form, or it cannot be read.
            RightMissing: also if the document was not opened in this session.
        """

        def write() -> Saved:
            data = self._bytes(document, form, language)
            made = sha256(data).hexdigest()
            write_whole(path, data)
            if not digest:
                return Saved(path, made)
            beside = path.with_name(f"{path.name}.sha256")
            return Saved(path, made, write_whole(beside, f"{made}  {path.name}\n".encode()))

        return self._gate.do(
            self._opened(document, EventKind.EXPORT),
            EventKind.EXPORT,
            _subject(document, f"form:{form}"),
            write,
            lambda saved: Told(1, evidence=f"{form} sha256:{saved.sha256}"),
        )

    @verb(EventKind.PRINT)
    def print_out(
        self, document: Document, spool: Callable[[bytes], int], language: Language = Language.FI
    ) -> int:
        """Print a document: ``spool`` gets it as PDF and tells how many pages it printed.

        Raises:
            BadDocument: if it has no form that can be printed, or it cannot be read.
            RightMissing: also if the document was not opened in this session.
            What ``spool`` raises.
        """
        return self._gate.do(
            self._opened(document, EventKind.PRINT),
            EventKind.PRINT,
            _subject(document),
            lambda: spool(self._bytes(document, CopyForm.PDF, language)),
            Told,
        )

    @verb(EventKind.CLIPBOARD)
    def copy_text(self, document: Document, text: str) -> str:
        """Let ``text`` out of a document to the clipboard; the log tells how many letters.

        Raises:
            RightMissing: also if the document was not opened in this session.
        """
        return self._gate.do(
            self._opened(document, EventKind.CLIPBOARD),
            EventKind.CLIPBOARD,
            _subject(document),
            lambda: text,
            lambda copied: Told(len(copied)),
        )

    def _bytes(self, document: Document, form: CopyForm, language: Language) -> bytes:
        match form:
            case CopyForm.ORIGINAL:
                return document.original
            case CopyForm.PDF if not document.payload(PDF):
                names = self._reading.names(document.metadata, language)
                practice = self._reading.practice
                return document_pdf(document, names, self._clock(), practice=practice)
        media_type = {CopyForm.PDF: PDF, CopyForm.JSON: JSON, CopyForm.XHTML: XHTML}[form]
        payload = document.payload(media_type)
        if payload is None:
            raise BadDocument("payload", f"no {media_type}")
        return payload.data


def _subject(document: Document, query: str = "") -> Subject:
    return replace(subject_of(document.metadata), query=query)
