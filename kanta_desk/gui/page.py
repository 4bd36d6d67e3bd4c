"""What every place of the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanta_desk.model.events import EventKind

if TYPE_CHECKING:  # the rooms behind the desk are loaded by whoever opens it, not by the window
    from kanta_desk.desk.desk import Desk


class Page(QWidget):
    """One place in the window.

    ``key`` names it for navigation, screenshots and tests; ``icon`` is a drawing of
    ``resources/icons``; ``needs_session`` hides it until somebody has signed in. ``needs`` is the
    act that a place is for: who may not do it sees the place greyed, with the reason.
    ``handed`` carries the key of another place and what it is to ``take``; that place comes to the
    front.
    """

    handed = Signal(str, object)

    key: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    needs_session: ClassVar[bool] = True
    needs: ClassVar[EventKind | None] = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "page")

    def title(self) -> str:
        """The place's name in the user's language."""
        raise NotImplementedError

    def entered(self) -> None:
        """Called whenever the page comes to the front."""

    def wipe(self) -> None:
        """Called at lock, sign-out and change of register: forget everything from the archive
        and the log. Tasks of the page and its children have been dropped already."""

    def focus_search(self) -> None:
        """Ctrl+F: put the cursor where one searches, if the page has such a place."""

    def again(self) -> None:
        """F5: ask anew for what the page shows, if that makes sense."""

    def take(self, given: object) -> None:
        """Begin with what another place hands over, if the page knows what that is."""

    def show_sample(self) -> None:
        """Begin to show something of the practice set, for the screenshots of a headless run."""
