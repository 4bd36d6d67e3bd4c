"""Sign-in: the card's state as it changes, register, purpose, PIN1."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kanta_desk.errors import GrantInvalid
from kanta_desk.gui.context import ContextChoice
from kanta_desk.gui.signin.first import FirstForm
from kanta_desk.gui.signin.prove import WIDTH, ProvePage, centred
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, MonoLabel, Title
from kanta_desk.model.cards import CardDetails
from kanta_desk.model.people import Holder, Register
from kanta_desk.model.rights import Decision

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
        self.first = FirstForm()
        self.first.changed.connect(self.refresh)
        self.fill_panel(self.context, self.no_rights, self.first)
        column = QVBoxLayout()
        for part in (Title(self.tr("Sign in with your card")), self.panel, self.error, self.check):
            column.addWidget(part)
        centred(self, column, self.title())

    def title(self) -> str:
        """The place's name."""
        return self.tr("Sign-in")

    def act(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Sign in to the register and purpose chosen, or begin as the first administrator."""
        shown = self._holds.holder if self._holds else None
        if self.context.value is not None:
            return partial(self.desk.sign_in, only=shown), (self.context.value,)
        # Read here: the work itself runs in the card lane, where widgets may not be touched.
        given = (self.first.register_given, self.first.decision, self.first.takes_over)
        return partial(self._begin, only=shown), given

    def card_changed(self, card: CardDetails | None) -> None:
        """Offer what the holder of this card may choose."""
        contexts = self.desk.contexts_for(card.holder) if card else ()
        self.context.offer(contexts)
        without = card.holder if card and not contexts else None
        first = without is not None and (
            not self.desk.has_rights or bool(self.desk.registers_to_take_over)
        )
        self.no_rights.show_for(None if first else without)
        if first:
            self.first.offer(self.desk.registers_to_take_over)
        else:
            self.first.hide()

    def usable(self, card: CardDetails) -> bool:
        """A card is of use here if its holder has a register to work in, or begins as the first."""
        if self.context.value is not None:
            return True
        return self.first.isVisibleTo(self) and self.first.complete

    def _begin(
        self,
        pin: bytearray | None,
        register: Register | None,
        decision: Decision | None,
        takes_over: bool,
        *,
        only: Holder | None,
        use_last_tries: bool,
    ) -> object:
        if register is None or decision is None:
            if pin is not None:
                pin[:] = bytes(len(pin))
            raise GrantInvalid("basis", "empty")
        return self.desk.first_administrator(
            pin, register, decision, adopt=takes_over, only=only, use_last_tries=use_last_tries
        )

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
