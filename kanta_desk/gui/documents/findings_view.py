"""What the checks found in an opened document: each with its place, evidence and remedy."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import EmptyState, scrolled
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.finding import FindingCard
from kanta_desk.model.findings import Finding


class FindingsView(QWidget):
    """Findings in the order of the checks, or that there are none, or that none were sought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, Space.M, Space.M)
        self._column.setSpacing(Space.S)
        self._column.addStretch(1)
        self._closed = EmptyState(
            "shield",
            self.tr("Not checked yet"),
            self.tr("Open the document: its metadata and content are then checked."),
            width=NARROW,
        )
        self._clean = EmptyState(
            "check-circle",
            self.tr("Nothing found"),
            self.tr("The metadata and the content passed every check."),
            width=NARROW,
        )
        self._stack = QStackedWidget()
        self._full = scrolled(self._list, self.tr("Findings of the checks"))
        for widget in (self._closed, self._clean, self._full):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(self._stack)

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The findings that stand there."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(card for card in widgets if isinstance(card, FindingCard))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what was found."""
        self._empty()
        for at, finding in enumerate(findings):
            self._column.insertWidget(at, FindingCard(finding))
        self._stack.setCurrentWidget(self._full if findings else self._clean)

    def wipe(self) -> None:
        """Forget them."""
        self._empty()
        self._stack.setCurrentWidget(self._closed)

    def _empty(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
