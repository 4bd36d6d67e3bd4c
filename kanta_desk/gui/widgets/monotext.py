"""A long identifier, or many, in the fixed face: shown whole however narrow the place is."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kanta_desk.gui.theme import BASE_POINTS, mono_font
from kanta_desk.gui.widgets.labels import SELECTABLE

_FEW_LETTERS = 12
_NO_BREAKS = -1


class MonoText(QTextEdit):
    """As ``MonoLabel``, but it breaks its lines anywhere where there is no room, which a label
    cannot: an OID has no place to break at, and its end is what tells documents apart. What is
    copied is the text itself, without the breaks.

    ``said`` names it for screen readers.
    """

    def __init__(
        self,
        text: str,
        said: str = "",
        points: float = BASE_POINTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(SELECTABLE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # not one more stop for Tab each
        self.setFont(mono_font(points))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for never in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            never(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(said or text)
        self.setPlainText(text)

    def begin_lower(self, by: int) -> None:
        """Let the text begin ``by`` pixels further down."""
        self.setViewportMargins(0, by, 0, 0)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines at that width."""
        return self._laid_out(width).height()

    def sizeHint(self) -> QSize:
        """All in one line, if there is room."""
        return self._laid_out(_NO_BREAKS)

    def minimumSizeHint(self) -> QSize:
        """A few letters a line are enough."""
        return QSize(
            self.fontMetrics().averageCharWidth() * _FEW_LETTERS, self.fontMetrics().height()
        )

    def _laid_out(self, width: int) -> QSize:
        """What it would take; a copy is asked, since the text itself is laid out as it is shown."""
        copy = self.document().clone()
        copy.setTextWidth(width)
        high = ceil(copy.size().height()) + self.viewportMargins().top()
        return QSize(ceil(copy.idealWidth()), high)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing here scrolls; what is around it does."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged: plain text."""
        plain = QMimeData()
        plain.setText(self.textCursor().selection().toPlainText())
        return plain
