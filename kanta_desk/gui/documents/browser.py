"""Text from a document, shown so that nothing in it can load, run or lead anywhere."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from kanta_desk.desk.rendering import OutlineLine
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import MONO_FAMILY, colours
from kanta_desk.model.terms.words import YES_NO

_INDENT = 18
_HEADINGS = {1: 18, 2: 15, 3: 13, 4: 13, 5: 13, 6: 13}


class SafeBrowser(QTextBrowser):
    """A text browser that loads nothing and follows no link."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(said)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(16)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Nothing, whatever is asked for: files and addresses alike."""
        if type == QTextDocument.ResourceType.ImageResource.value:
            nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
            nothing.fill(Qt.GlobalColor.transparent)
            return nothing
        return QByteArray()

    def show_html(self, html: str) -> None:
        """Show sanitised HTML."""
        self.document().setDefaultStyleSheet(_sheet())
        self.setHtml(html)
        self._size_headings()

    def _size_headings(self) -> None:
        """Headings in the measure of the pane; a size in the sheet would multiply Qt's own."""
        block = self.document().begin()
        while block.isValid():
            if size := _HEADINGS.get(block.blockFormat().headingLevel()):
                for part in _fragments(block):
                    sized = part.charFormat()
                    sized.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                    sized.setProperty(QTextFormat.Property.FontPixelSize, size)
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(part.position())
                    end = part.position() + part.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(sized)
            block = block.next()

    def wipe(self) -> None:
        """Forget the text, its undo history and its resources."""
        self.document().clear()
        self.clearHistory()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a block, gathered before any of them is changed."""
    pieces, at = [], block.begin()
    while not at.atEnd():
        pieces.append(at.fragment())
        at += 1
    return pieces


def outline_html(lines: tuple[OutlineLine, ...]) -> str:
    """Structured data as a table of name, value and, smaller, the code behind it."""
    return (
        '<table cellspacing="0" cellpadding="3" width="100%">'
        + "".join(map(_row, lines))
        + "</table>"
    )


def _row(line: OutlineLine) -> str:
    indent = f'style="padding-left: {line.depth * _INDENT}px"'
    said = line.value if isinstance(line.value, str) else say(YES_NO[line.value])
    if not said and not line.note:
        return f'<tr><td colspan="2" {indent}><b>{escape(line.name)}</b></td></tr>'
    note = f'<br/><span class="note">{escape(line.note)}</span>' if line.note else ""
    return (
        f'<tr><td {indent} class="name">{escape(line.name)}</td><td>{escape(said)}{note}</td></tr>'
    )


def _sheet() -> str:
    c = colours()
    return (
        f"body {{ color: {c.text}; }} .name {{ color: {c.muted}; }}"
        f' .note {{ color: {c.muted}; font-family: "{MONO_FAMILY}"; font-size: small; }}'
        " h1, h2, h3, h4, th, b, strong { font-weight: 600; }"  # the faces that we have
        " h1 { margin: 0 0 8px 0; } h2 { margin: 14px 0 4px 0; } h3 { margin: 10px 0 2px 0; }"
        " p { margin: 4px 0; }"
        f" th {{ text-align: left; }} table {{ border-color: {c.line}; }}"
    )
