"""What leaves the page: documents to invalidate, files to open, the letter to the mail program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kanta_desk.model.deployment import DocumentVerdict, Verdict
from kanta_desk.model.identifiers import Oid

LETTER = ".eml"


def found_in(verdict: Verdict, rows: Sequence[DocumentVerdict]) -> tuple[Oid, ...]:
    """The documents that a test brought to its end paired with ``rows``, each once."""
    if not verdict.complete:
        return ()
    return tuple(dict.fromkeys(row.document_oid for row in rows if row.document_oid))


def open_file(path: Path) -> bool:
    """Open a file with the program that the system has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_letter(paths: Sequence[Path], link: Callable[[], str]) -> bool:
    """Open the draft among ``paths`` in the mail program; whether it opened. True if there is none.

    Where nothing opens drafts, the mail program gets the letter as a link (``mailto:``), which
    carries no files, and their folder is opened beside it.
    """
    letter = next((path for path in paths if path.suffix == LETTER), None)
    if letter is None or open_file(letter):
        return True
    open_file(letter.parent)
    QDesktopServices.openUrl(QUrl(link()))
    return False
