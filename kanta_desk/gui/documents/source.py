"""The document as it came: XML with line numbers and colours, for the curious."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from kanta_desk.desk.source_text import MOST_LINES, SourceLine, SourceText
from kanta_desk.gui.language import number
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import BASE_POINTS, Space, colours, mono_font, theme
from kanta_desk.gui.widgets import NoticeLine

_SLICE = 250
"""Lines added at once: a long text is never laid out in one go."""
_MOST_MARKED = 2_000
_TOKENS = re.compile(
    r"""(?P<comment><!--.*?(?:-->|$))
    | (?P<tag></?[\w:.-]+|/?>|<\?[\w:.-]+|\?>)
    | (?P<name>\b[\w:.-]+(?==["']))
    | (?P<value>(?<==)(?:"[^"]*"|'[^']*'))
    | (?P<left>⟨[^⟩]*⟩)""",
    re.X,
)


class SourceView(QWidget):
    """Empty until ``show_source``. ``copied`` carries a text; ``counted`` which of how many places
    is shown."""

    copied = Signal(str)
    counted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[SourceLine] = []
        self._places: list[QTextCursor] = []
        self._place = -1
        self._words = ""
        self._notice = NoticeLine(closable=False)
        self.text = _Text()
        self.text.setAccessibleName(self.tr("The document as it came"))
        self.text.copied.connect(self.copied)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._notice)
        column.addWidget(self.text, 1)

    @property
    def complete(self) -> bool:
        """Whether all lines stand there."""
        return not self._waiting

    def show_source(self, source: SourceText) -> None:
        """Show the lines, the first at once and the others as time allows."""
        self.wipe()
        self._waiting = list(source.lines)
        self._waiting.reverse()
        told = []
        if source.is_broken_up:
            told.append(self.tr("Line breaks were added for reading; the original has none."))
        if source.is_cut:
            told.append(
                self.tr("Only the first {lines} lines are shown.").format(lines=number(MOST_LINES))
            )
        if told:
            self._notice.tell(Tone.NEUTRAL, " ".join(told))
        self._add()
        if self._waiting:
            self._timer.start()

    def set_zoom(self, zoom: float) -> None:
        """Show everything ``zoom`` times its size."""
        self.text.setFont(mono_font((BASE_POINTS - 1) * zoom))

    def look_for(self, words: str) -> None:
        """Mark these words in all lines that stand there, and show the first."""
        self._words, self._place = words, -1
        self._places = self.text.places_of(words)
        self.text.mark(self._places, None)
        if self._places:
            self.step(1)
        else:
            self.counted.emit(0, 0)

    def step(self, by: int) -> None:
        """Show the next place (+1) or the one before (-1), around the ends."""
        if self._places:
            self._place = (self._place + by) % len(self._places)
            self.text.mark(self._places, self._places[self._place])
            self.counted.emit(self._place + 1, len(self._places))

    def wipe(self) -> None:
        """Forget it."""
        self._timer.stop()
        self._waiting, self._places, self._words = [], [], ""
        self._notice.clear()
        self.text.wipe()

    def _add(self) -> None:
        piece = [self._waiting.pop() for _ in range(min(_SLICE, len(self._waiting)))]
        self.text.append_lines([self._said(line) for line in piece])
        if not self._waiting:
            self._timer.stop()
            if self._words:
                self.look_for(self._words)

    def _said(self, line: SourceLine) -> str:
        if not line.left_out:
            return line.text
        left = self.tr("{count} more characters").format(count=number(line.left_out))
        return f"{line.text} ⟨… {left}⟩"


class _Text(QPlainTextEdit):
    """The lines; what is selected leaves through ``copied`` alone."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFont(mono_font(BASE_POINTS - 1))
        self._margin = _Numbers(self)
        self._colours = _Colours(self.document())
        self.blockCountChanged.connect(lambda _: self._make_room())
        self.updateRequest.connect(self._scroll_margin)
        theme.changed.connect(self._colours.dress)

    def append_lines(self, lines: list[str]) -> None:
        """Add lines at the end."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        first = self.document().isEmpty()
        cursor.insertText(("" if first else "\n") + "\n".join(lines))

    def places_of(self, words: str) -> list[QTextCursor]:
        """Where words stand, whatever their case."""
        found: list[QTextCursor] = []
        at = QTextCursor(self.document())
        while words and len(found) < _MOST_MARKED:
            at = self.document().find(words, at)
            if at.isNull():
                break
            found.append(QTextCursor(at))
        return found

    def mark(self, places: list[QTextCursor], shown: QTextCursor | None) -> None:
        """Mark places, one of them more than the others, and bring that into view."""
        selections = [_selection(each, colours().warning_soft, colours().text) for each in places]
        if shown is not None:
            selections.append(_selection(shown, colours().practice, colours().on_practice))
            bare = QTextCursor(shown)
            bare.clearSelection()
            self.setTextCursor(bare)
            self.centerCursor()
        self.setExtraSelections(selections)

    def wipe(self) -> None:
        """Forget the text."""
        self.setExtraSelections([])
        self.document().clear()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: not by dragging, nor by merely selecting."""
        return QMimeData()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy through ``copied``."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if text := self.textCursor().selection().toPlainText():
                self.copied.emit(text)
        elif event.matches(QKeySequence.StandardKey.Find):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand beside the text."""
        super().resizeEvent(event)
        self._make_room()

    def margin_width(self) -> int:
        """How wide the numbers are."""
        digits = max(len(str(self.blockCount())), 3)
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * Space.S

    def paint_numbers(self, event: QPaintEvent) -> None:
        """The numbers of the lines that can be seen."""
        painter = QPainter(self._margin)
        painter.fillRect(event.rect(), QColor(colours().window))
        painter.setPen(QColor(colours().muted))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            high = self.blockBoundingRect(block).height()
            place = QRect(0, round(top), self._margin.width() - Space.S, round(high))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += high
            block = block.next()

    def _make_room(self) -> None:
        wide = self.margin_width()
        self.setViewportMargins(wide, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), wide, inside.height())

    def _scroll_margin(self, rect: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())


class _Numbers(QWidget):
    """The strip of line numbers."""

    def __init__(self, text: _Text) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """As wide as the numbers."""
        return QSize(self._text.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text knows where its lines are."""
        self._text.paint_numbers(event)


class _Colours(QSyntaxHighlighter):
    """Tags, attributes, values and comments each in a colour."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._choose()

    def dress(self) -> None:
        """Take the colours of the palette in force."""
        self._choose()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """One line."""
        for found in _TOKENS.finditer(text):
            if found.lastgroup:
                length = found.end() - found.start()
                self.setFormat(found.start(), length, self._formats[found.lastgroup])

    def _choose(self) -> None:
        c = colours()
        inks = {"comment": c.muted, "tag": c.accent, "name": c.warning, "value": c.ok,
                "left": c.muted}  # fmt: skip
        for name, ink in inks.items():
            self._formats[name] = made = QTextCharFormat()
            made.setForeground(QColor(ink))
            made.setFontItalic(name in ("comment", "left"))


def _selection(cursor: QTextCursor, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    made: Any = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(QColor(ground))
    made.format.setForeground(QColor(ink))
    selection: QTextEdit.ExtraSelection = made
    return selection
