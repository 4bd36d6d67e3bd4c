"""The Access log page: the events, their integrity, and how long they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from kanta_desk.errors import RightMissing
from kanta_desk.gui.accesslog.cases import CasesTab
from kanta_desk.gui.accesslog.events import EventsTab
from kanta_desk.gui.accesslog.integrity import IntegrityTab
from kanta_desk.gui.accesslog.retention import RetentionTab
from kanta_desk.gui.language import language
from kanta_desk.gui.page import Page
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import EmptyState
from kanta_desk.model.events import EventKind, EventRef
from kanta_desk.model.terms.errors import explain

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class AccessLogPage(Page):
    """Events and cases, for who searches; integrity and retention, for who keeps the log."""

    key = "accesslog"
    icon = "accesslog"
    needs = EventKind.LOG_VERIFY

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._refused = False
        self.events = EventsTab(desk)
        self.events.refused.connect(self._refuse)
        self.cases = CasesTab(desk)
        self.cases.event_wanted.connect(self._show_event)
        self.events.event_view.case_wanted.connect(self._begin_case)
        self.integrity = IntegrityTab(desk)
        self.retention = RetentionTab(desk)
        self._no_right = EmptyState("lock", self.tr("You may not look at the access log"))
        self._first = QStackedWidget()
        self._first.addWidget(self.events)
        self._first.addWidget(self._no_right)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the access log"))
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("role", "parts")
        self.tabs.tabBar().setDrawBase(False)
        for widget, word in (
            (self._first, self.tr("Events")),
            (self.cases, self.tr("Cases")),
            (self.integrity, self.tr("Integrity")),
            (self.retention, self.tr("Retention and copies")),
        ):
            self.tabs.addTab(widget, word)
        self.tabs.currentChanged.connect(lambda _: self.entered())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.XS, 0, 0)
        whole.addWidget(self.tabs)

    def title(self) -> str:
        """The place's name."""
        return self.tr("Access log")

    def entered(self) -> None:
        """Show what the tab in front holds."""
        match self.tabs.currentWidget():
            case self.cases:
                self.cases.entered()
            case self.integrity:
                self.integrity.entered()
            case self.retention:
                self.retention.entered()
            case _ if not self._refused:
                self.events.entered()

    def wipe(self) -> None:
        """Forget all of it."""
        self._refused = False
        for tab in (self.events, self.cases, self.integrity, self.retention):
            tab.wipe()
        self._first.setCurrentWidget(self.events)

    def again(self) -> None:
        """Ask the tab in front anew."""
        match self.tabs.currentWidget():
            case self.cases:
                self.cases.again()
            case self.integrity:
                self.integrity.again()
            case self.retention:
                self.retention.again()
            case _ if not self._refused:
                self.events.again()

    def focus_search(self) -> None:
        """Put the cursor in the query line."""
        self.tabs.setCurrentWidget(self._first)
        self.events.query_line.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sample(self) -> None:
        """Show the newest event that shows whose data was used, in full."""
        self.tabs.setCurrentWidget(self._first)
        self.events.show_sample()

    def _show_event(self, ref: EventRef) -> None:
        self.tabs.setCurrentWidget(self._first)
        self.events.open(ref)

    def _begin_case(self, ref: EventRef) -> None:
        self.tabs.setCurrentWidget(self.cases)
        self.cases.begin(ref)

    def _refuse(self, error: RightMissing) -> None:
        told = explain(error, language())
        self._refused = True
        self._no_right.say(
            self.tr("You may not look at the access log"), f"{told.meaning}\n{told.remedy}"
        )
        self._first.setCurrentWidget(self._no_right)
