"""Sign-in: the card's state as it changes, register, purpose, PIN1."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.context import ContextChoice
from kanta_desk.gui.signin.prove import WIDTH, ProvePage, centred
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, MonoLabel, Title
from kanta_desk.model.cards import CardDetails
from kanta_desk.model.people import Holder

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class SignInPage(ProvePage):
    """The first page; ``proved`` means that a session is open."""

    key: ClassVar[str] = "signin"
    icon: ClassVar[str] = "sign-in"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Sign in"), self.tr("Signing in…"), parent)
        self.context = ContextChoice(desk, QBoxLayout.Direction.TopToBottom, (WIDTH, WIDTH))
        self.no_rights = _NoRights()
        self.fill_panel(self.context, self.no_rights)
        column = QVBoxLayout()
        for part in (Title(self.tr("Sign in with your card")), self.panel, self.error, self.check):
            column.addWidget(part)
        centred(self, column, self.title())

    def title(self) -> str:
        """The place's name."""
        return self.tr("Sign-in")

    def act(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Sign in to the register and purpose chosen."""
        return self.desk.sign_in, (self.context.value,)

    def card_changed(self, card: CardDetails | None) -> None:
        """Offer what the holder of this card may choose."""
        contexts = self.desk.contexts_for(card.holder) if card else ()
        self.context.offer(contexts)
        self.no_rights.show_for(card.holder if card and not contexts else None)

    def usable(self, card: CardDetails) -> bool:
        """A card is of use here if its holder has a register to work in."""
        return self.context.value is not None

    def refresh(self) -> None:
        """Show what can be done with the card that is in."""
        super().refresh()
        self.context.setVisible(self.context.value is not None)


class _NoRights(QWidget):
    """A holder without any right: what is missing, and the identifier to grant it by."""

    def __init__(self) -> None:
        super().__init__()
        self._identifier = MonoLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Body(self.tr("This card has no rights at this desk."), "strong"))
        column.addWidget(
            Body(
                self.tr("The administrator grants them by the card's unique identifier:"),
                "hint",
            )
        )
        column.addWidget(self._identifier)
        self.hide()

    def show_for(self, holder: Holder | None) -> None:
        """Show the holder's identifier; nothing for None."""
        self._identifier.setText(holder.identifier if holder else "")
        self._identifier.setAccessibleName(self._identifier.text())
        self.setVisible(holder is not None)
