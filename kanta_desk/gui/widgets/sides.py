"""A page of work: what is asked and told above, two sides below; it scrolls where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QVBoxLayout, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.panels import scrolled

_LEAST = 330


class Sides(QSplitter):
    """Two widgets side by side, as wide as ``widths`` tell at first.

    With less room than ``stacked_below``, the second stands under the first.
    """

    def __init__(
        self, left: QWidget, right: QWidget, widths: tuple[int, int], stacked_below: int = 0
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._stacked_below = stacked_below
        self._right = right
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Space.M)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes(list(widths))
        self.setMinimumHeight(_LEAST)
        right.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """No higher than it must be: the page gives it what is left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the room allows."""
        super().resizeEvent(event)
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for no room for a right side that is hidden; stop nothing."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        stacked = self.width() < self._stacked_below
        if stacked is not (self.orientation() is Qt.Orientation.Vertical):
            self.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self.setMinimumHeight(_LEAST * (2 if stacked and not self._right.isHidden() else 1))


def work_page(page: QWidget, said: str, above: Sequence[QWidget | QLayout], sides: Sides) -> None:
    """Fill ``page``, whose name is ``said``; a window too low for it all gets a scroll bar."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
    column.setSpacing(Space.S)
    for part in above:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addWidget(sides, 1)
    area = scrolled(content, said)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
