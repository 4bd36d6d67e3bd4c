"""The Settings page: what the installation is set up with, and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from kanta_desk.gui.page import Page
from kanta_desk.gui.settings.connections import ConnectionsTab
from kanta_desk.gui.settings.library import LibraryTab
from kanta_desk.gui.settings.organisation import OrganisationTab
from kanta_desk.gui.settings.program import ProgramTab
from kanta_desk.gui.theme import Space

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class SettingsPage(Page):
    """Works without signing in; what changes something needs an administrator's session."""

    key: ClassVar[str] = "settings"
    icon: ClassVar[str] = "settings"
    needs_session: ClassVar[bool] = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.organisation = OrganisationTab(desk)
        self.connections = ConnectionsTab(desk)
        self.library = LibraryTab(desk)
        self.program = ProgramTab(desk)
        self.library.changed.connect(self.organisation.forget)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the settings"))
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("role", "parts")
        self.tabs.tabBar().setDrawBase(False)
        for widget, word in (
            (self.organisation, self.tr("Organisation and registers")),
            (self.connections, self.tr("Archive connections")),
            (self.library, self.tr("Code sets and structures")),
            (self.program, self.tr("Log and program")),
        ):
            self.tabs.addTab(widget, word)
        self.tabs.currentChanged.connect(lambda _: self.entered())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.XS, 0, 0)
        whole.addWidget(self.tabs)

    def title(self) -> str:
        """The place's name."""
        return self.tr("Settings")

    def entered(self) -> None:
        """Show what the tab in front holds."""
        match self.tabs.currentWidget():
            case OrganisationTab() | ConnectionsTab() | LibraryTab() as tab:
                tab.entered()

    def again(self) -> None:
        """Read anew what the tab in front shows."""
        match self.tabs.currentWidget():
            case OrganisationTab() | ConnectionsTab() | LibraryTab() as tab:
                tab.again()

    def wipe(self) -> None:
        """Forget an import that was begun, and whose registers were shown."""
        self.library.wipe()
        self.organisation.wipe()

    def focus_search(self) -> None:
        """Put the cursor in the line that narrows the list."""
        self.tabs.setCurrentWidget(self.library)
        self.library.focus_search()

    def show_sample(self) -> None:
        """Show the code sets."""
        self.tabs.setCurrentWidget(self.library)
        self.entered()
