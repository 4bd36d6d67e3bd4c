"""A long text in parts, each laid out in a blink, with a way through them and words found in all.

One part stands in the browser at a time; where there is but one, nothing of the parts is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.rendering import DisplayPart
from kanta_desk.gui.documents.browser import SafeBrowser
from kanta_desk.gui.documents.number_box import NumberBox
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import icon_button


class Reader(QWidget):
    """Shows parts. ``counted`` carries which place of how many is shown; ``copied`` a text."""

    counted = Signal(int, int)
    copied = Signal(str)

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[DisplayPart, ...] = ()
        self._at = 0
        self._words = ""
        self._hits: list[int] = []
        """How many places each part has."""
        self._places: list[QTextCursor] = []
        self._place = -1
        self.browser = SafeBrowser(said)
        self.browser.copied.connect(self.copied)
        self.browser.viewport().installEventFilter(self)
        self.browser.installEventFilter(self)
        self._bar = QWidget()
        self.number = NumberBox(self.tr("Part of the document"))
        self.number.chosen.connect(lambda value: self.go(value - 1))
        self._of = QLabel()
        self._before = icon_button("chevron-left", self.tr("Previous part"))
        self._after = icon_button("chevron-right", self.tr("Next part"))
        self._before.clicked.connect(lambda: self.go(self._at - 1))
        self._after.clicked.connect(lambda: self.go(self._at + 1))
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addStretch(1)
        for widget in (self._before, QLabel(self.tr("Part")), self.number, self._of, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.browser, 1)
        column.addWidget(self._bar)
        self._bar.hide()

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    @property
    def part(self) -> int:
        """Which stands there, from 0."""
        return self._at

    def show_parts(self, parts: Sequence[DisplayPart], at: int = 0) -> None:
        """Show a text from its beginning, or from part ``at``. One that goes on from what stands
        there keeps its place."""
        before, self._parts = self._parts, tuple(parts)
        goes_on = 0 < len(before) < len(self._parts) and self._parts[: len(before)] == before
        if not goes_on:
            self._at = min(at, max(len(self._parts) - 1, 0))
        self.number.offer(len(self._parts))
        self._of.setText(self.tr("of {parts}").format(parts=len(self._parts)))
        self._bar.setVisible(len(self._parts) > 1)
        self._count_hits()
        if goes_on:
            self._tell_place()
        else:
            self._show()

    def go(self, part: int, *, to_end: bool = False) -> None:
        """Show another part, from its beginning or at its end."""
        part = min(max(part, 0), max(len(self._parts) - 1, 0))
        if part == self._at:
            return
        self._at = part
        self._place = -1
        self._show()
        if to_end:
            bar = self.browser.verticalScrollBar()
            bar.setValue(bar.maximum())

    def go_to(self, part: int, anchor: str) -> None:
        """Show the place of an anchor."""
        self.go(part)
        self.browser.scrollToAnchor(anchor)

    def look_for(self, words: str) -> None:
        """Mark these words wherever they are, and show the first place from here on."""
        self._words = words
        self._place = -1
        self._count_hits()
        self._places = self.browser.mark(words)
        if sum(self._hits):
            self.step(1)
        else:
            self.counted.emit(0, 0)

    def step(self, by: int) -> None:
        """Show the next place (+1) or the one before (-1), around the ends."""
        if not sum(self._hits):
            return
        self._place += by
        if not 0 <= self._place < len(self._places):
            part = self._at
            for _ in self._parts:
                part = (part + by) % len(self._parts)
                if self._hits[part]:
                    break
            if part != self._at:
                self._at = part
                self._show()
            self._place = 0 if by > 0 else len(self._places) - 1
        if self._places:
            place = self._places[self._place]
            self.browser.show_place(place, self._places)
        at = sum(self._hits[: self._at]) + self._place + 1
        self.counted.emit(at, sum(self._hits))

    def wipe(self) -> None:
        """Forget the text and the words."""
        self._parts, self._hits, self._places = (), [], []
        self._at, self._place = 0, -1
        self._words = ""
        self.browser.wipe()
        self._bar.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Beyond the end of a part begins the next, by wheel and by key."""
        if isinstance(event, QWheelEvent) and self._turns(-event.angleDelta().y()):
            return True
        if (
            watched is self.browser
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
            return self._turns(by)
        return super().eventFilter(watched, event)

    def _turns(self, by: int) -> bool:
        bar = self.browser.verticalScrollBar()
        if by > 0 and bar.value() == bar.maximum() and self._at + 1 < len(self._parts):
            self.go(self._at + 1)
            return True
        if by < 0 and bar.value() == bar.minimum() and self._at:
            self.go(self._at - 1, to_end=True)
            return True
        return False

    def _show(self) -> None:
        self.browser.show_html(self._parts[self._at].html if self._parts else "")
        self._tell_place()

    def _tell_place(self) -> None:
        self.number.show_value(self._at + 1)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at + 1 < len(self._parts))
        self._places = self.browser.mark(self._words)
        if self._parts and self._hits:
            self._hits[self._at] = len(self._places)

    def _count_hits(self) -> None:
        words = self._words.casefold()
        self._hits = [part.text.count(words) if words else 0 for part in self._parts]
