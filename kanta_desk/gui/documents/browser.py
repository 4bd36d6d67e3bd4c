"""Text from a document, shown so that nothing in it can load, run or lead anywhere.

It cannot leave by itself either: what is selected goes to the clipboard only through ``copied``,
so that the access log knows of it first.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QTextEdit, QWidget

from kanta_desk.gui.theme import BASE_POINTS, MONO_FAMILY, colours, text_font, theme

_HEADINGS = {1: 18, 2: 15, 3: 13, 4: 13, 5: 13, 6: 13}
_MOST_MARKED = 500


class SafeBrowser(QTextBrowser):
    """A text browser that loads nothing and follows no link.

    ``copied`` carries the text that the person wants on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._html = ""
        self.setAccessibleName(said)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(16)
        theme.changed.connect(self._dress_again)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Nothing, whatever is asked for: files and addresses alike."""
        if type == QTextDocument.ResourceType.ImageResource.value:
            nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
            nothing.fill(Qt.GlobalColor.transparent)
            return nothing
        return QByteArray()

    def show_html(self, html: str) -> None:
        """Show sanitised HTML."""
        self._html = html
        self.document().setDefaultFont(text_font(BASE_POINTS * self._zoom))
        self.document().setDefaultStyleSheet(style_of_text())
        self.setHtml(html)
        self._size_headings()

    def set_zoom(self, zoom: float) -> None:
        """Show everything ``zoom`` times its size."""
        if zoom != self._zoom:
            self._zoom = zoom
            if self._html:
                self.show_html(self._html)

    def mark(self, words: str) -> list[QTextCursor]:
        """Mark every place with these words, whatever their case; where they are, in order."""
        found: list[QTextCursor] = []
        at = QTextCursor(self.document())
        while words and len(found) < _MOST_MARKED:
            at = self.document().find(words, at)
            if at.isNull():
                break
            found.append(QTextCursor(at))
        self.setExtraSelections([_marked(cursor, colours().warning_soft) for cursor in found])
        return found

    def show_place(self, place: QTextCursor, others: list[QTextCursor]) -> None:
        """Bring one of the marked places into view, and mark it more than the others."""
        marks = [_marked(cursor, colours().warning_soft) for cursor in others]
        marks.append(_marked(place, colours().practice, colours().on_practice))
        self.setExtraSelections(marks)
        bare = QTextCursor(place)
        bare.clearSelection()
        self.setTextCursor(bare)
        self.ensureCursorVisible()

    def selected_text(self) -> str:
        """What is selected, as plain text with its line breaks; places to break in words without
        end are ours, and stay here."""
        return self.textCursor().selection().toPlainText().replace("\N{ZERO WIDTH SPACE}", "")

    def wipe(self) -> None:
        """Forget the text and its resources."""
        self._html = ""
        self.setExtraSelections([])
        self.document().clear()
        self.clearHistory()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: not by dragging, nor by merely selecting, as X11 would have it."""
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Never."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy through ``copied``."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Find):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and select all."""
        menu = QMenu(self)
        copy = QAction(self.tr("Copy (is logged)"), menu)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self._copy)
        everything = QAction(self.tr("Select all"), menu)
        everything.triggered.connect(self.selectAll)
        menu.addActions([copy, everything])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Let no shortcut of the window take Copy away."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def _copy(self) -> None:
        if text := self.selected_text():
            self.copied.emit(text)

    def _dress_again(self) -> None:
        if self._html:
            self.show_html(self._html)

    def _size_headings(self) -> None:
        """Headings in the measure of the pane; a size in the sheet would multiply Qt's own."""
        block = self.document().begin()
        while block.isValid():
            if size := _HEADINGS.get(block.blockFormat().headingLevel()):
                for part in _fragments(block):
                    sized = part.charFormat()
                    sized.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                    sized.setProperty(QTextFormat.Property.FontPixelSize, round(size * self._zoom))
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(part.position())
                    end = part.position() + part.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(sized)
            block = block.next()


def _marked(cursor: QTextCursor, ground: str, ink: str = "") -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format.setBackground(QColor(ground))
    selection.format.setForeground(QColor(ink or colours().text))
    selection.format.setFontUnderline(bool(ink))
    return selection


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a block, gathered before any of them is changed."""
    pieces, at = [], block.begin()
    while not at.atEnd():
        pieces.append(at.fragment())
        at += 1
    return pieces


def style_of_text() -> str:
    """The sheet of a document's text, in the palette in force."""
    c = colours()
    return (
        f"body {{ color: {c.text}; }} .name {{ color: {c.muted}; }}"
        f' .note {{ color: {c.muted}; font-family: "{MONO_FAMILY}"; font-size: small; }}'
        f" .unknown {{ color: {c.warning}; }} .missing {{ color: {c.failed}; }}"
        f" .hidden {{ color: {c.muted}; }}"
        f" .removed {{ color: {c.failed}; background-color: {c.failed_soft};"
        " text-decoration: line-through; }"
        f" .inserted {{ color: {c.ok}; background-color: {c.ok_soft};"
        " text-decoration: underline; }"
        f" .changed {{ color: {c.warning}; background-color: {c.warning_soft};"
        " font-weight: 600; }"
        f" td.group {{ color: {c.accent}; font-weight: 600; }}"
        f" td.cell {{ border-bottom: 1px solid {c.line}; }}"
        " h1, h2, h3, h4, th, b, strong { font-weight: 600; }"  # the faces that we have
        " h1 { margin: 0 0 8px 0; } h2 { margin: 14px 0 4px 0; } h3 { margin: 10px 0 2px 0; }"
        " p { margin: 4px 0; }"
        " td, th { padding-right: 8px; }"
        f" th {{ text-align: left; }} table {{ border-color: {c.line}; }}"
    )
