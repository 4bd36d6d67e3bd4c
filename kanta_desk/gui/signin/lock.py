"""The locked desk: nothing is shown; the same card and PIN1 open it at the same place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.signin.prove import ProvePage, centred
from kanta_desk.gui.widgets.labels import Body, Title
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.cards import CardDetails

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class LockPage(ProvePage):
    """``proved`` means that the session is open again; ``wants_sign_out`` ends it."""

    key: ClassVar[str] = "lock"
    icon: ClassVar[str] = "lock"
    wants_sign_out = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Open"), self.tr("Opening…"), parent)
        self.other = Body(role="strong")
        self.fill_panel(self.other)
        ways = QHBoxLayout()
        ways.addWidget(self.check)
        ways.addStretch(1)
        ways.addWidget(button(self.tr("Sign out"), self.wants_sign_out.emit, "sign-out", "quiet"))
        column = QVBoxLayout()
        column.addWidget(Title(self.tr("The desk is locked")))
        column.addWidget(
            Body(self.tr("The same card and PIN1 open it where you left off."), "hint")
        )
        column.addWidget(self.panel)
        column.addWidget(self.error)
        column.addLayout(ways)
        centred(self, column, self.title())

    def title(self) -> str:
        """The place's name."""
        return self.tr("Locked")

    def act(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Open the session that is locked."""
        return self.desk.unlock, ()

    def usable(self, card: CardDetails) -> bool:
        """Only the card of the one who locked it is of use here."""
        session = self.desk.session
        return session is not None and card.holder.identifier == session.holder.identifier

    def refresh(self) -> None:
        """Show what can be done with the card that is in."""
        super().refresh()
        session = self.desk.session
        others = self._holds is not None and not self.usable(self._holds)
        self.other.setVisible(others and session is not None)
        if session is not None:
            self.other.setText(
                self.tr(
                    "This is not the card that opened the desk. Insert the card of {name}, "
                    "or sign out."
                ).format(name=session.holder.name)
            )
