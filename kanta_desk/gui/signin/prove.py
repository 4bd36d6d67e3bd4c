"""A page where a card and PIN1 prove who is there; sign-in and the locked desk are such pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import KantaError, PinError
from kanta_desk.gui.live import LiveCards
from kanta_desk.gui.page import Page
from kanta_desk.gui.signin.cardpanel import CardPanel
from kanta_desk.gui.signin.pinpanel import PinPanel
from kanta_desk.gui.signin.words import card_words
from kanta_desk.gui.tasks import Task, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.busy import BusyLine
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel, link_button, scrolled
from kanta_desk.model.cards import CardDetails, CardsState, SignerKind

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

WIDTH = 520


class ProvePage(Page):
    """Shows the card as it comes and goes, takes PIN1, tells what the card said.

    ``proved`` fires when the card has answered for its holder; ``wants_check`` asks for the
    diagnosis. Subclasses put their own parts into ``panel`` and say what is done with the PIN.
    """

    needs_session: ClassVar[bool] = False
    proved = Signal()
    wants_check = Signal()

    def __init__(
        self, desk: Desk, action: str, busy_words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._holds: CardDetails | None = None
        self._tries: int | None = None
        self._task: Task[Any] | None = None
        self._busy_words = busy_words
        self._live = LiveCards(desk, self)
        self.card = CardPanel()
        self.pin = PinPanel(action, self.icon)
        self.error = ErrorLine()
        self.panel = Panel(margin=Space.XL)
        self.panel.column.setSpacing(Space.L)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._busy = BusyLine()
        self.check = link_button(self.tr("Check card and reader"), self.wants_check.emit)
        self.pin.given.connect(self._prove)
        self._live.changed.connect(self._cards_changed)
        self.error.shown.connect(self.check.setHidden)  # the error offers the same

    def entered(self) -> None:
        """Show what is there now, and wait for the PIN."""
        self._cards_changed(self.desk.cards)
        self._wait_for_pin()

    def wipe(self) -> None:
        """Forget a PIN that was begun and what went wrong before."""
        self._holds, self._tries = None, None
        self.pin.field.clear()
        self.error.clear()

    def act(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """What proves, and what it takes beside the PIN."""
        raise NotImplementedError

    def card_changed(self, card: CardDetails | None) -> None:
        """Another card is in the reader, or none."""

    def usable(self, card: CardDetails) -> bool:
        """Whether this card can prove what is asked here."""
        raise NotImplementedError

    def fill_panel(self, *own: QWidget) -> None:
        """Lay the panel out: the card, the page's own parts, PIN1."""
        for part in (self.card, self._rule, *own, self.pin, self._busy):
            self.panel.column.addWidget(part)

    def refresh(self) -> None:
        """Show what can be done with the card that is in."""
        waiting = self.card.hasFocus() or self.pin.field.hasFocus()
        usable = self._holds is not None and self.usable(self._holds)
        self._rule.setVisible(self._holds is not None)
        self.pin.setVisible(usable)
        best, ways = self.desk.cards.best, self.desk.ways
        on_card = ways.chosen is SignerKind.PCSC
        pad = on_card and best is not None and best.pin_pad
        self.pin.ways(asked_here=ways.asks_pin, pad=pad)
        self.pin.use(usable, self._tries, busy=self._task is not None)
        if waiting and self._task is None:
            self._wait_for_pin()

    def _cards_changed(self, state: CardsState) -> None:
        words = card_words(state)
        self.card.show_words(words)
        card = words.reader.card if words.reader else None
        if _certificate(card) != _certificate(self._holds):
            self.pin.field.clear()
            self.error.clear()
            self.card_changed(card)
        if _tries(card) != _tries(self._holds):
            self._tries = _tries(card)
        self._holds = card
        self.refresh()

    def _prove(self, use_last_tries: bool) -> None:
        if self._task is not None:
            return
        self.error.clear()
        pin = self.pin.take()
        self.card.setFocus()
        act, given = self.act()
        self._task = start(
            self,
            self.desk,
            act,
            pin,
            *given,
            use_last_tries=use_last_tries,
            lane=Lane.CARD,
            done=self._done,
            failed=self._failed,
        )
        self._busy.follow(self._task, self._busy_words)
        self._task.ended.connect(self._ended)
        self.refresh()

    def _done(self, _: object) -> None:
        self._tries = _tries(self._holds)
        self.proved.emit()

    def _failed(self, error: KantaError) -> None:
        if isinstance(error, PinError) and error.tries_left is not None:
            self._tries = error.tries_left
        self.error.show_error(error, (self.tr("Check card and reader"), self.wants_check.emit))

    def _ended(self) -> None:
        self._task = None
        self.refresh()
        self._wait_for_pin()

    def _wait_for_pin(self) -> None:
        if self.isVisible():
            elsewhere = self.card if self.pin.typed_here else self.pin.submit
            (self.pin.field if self.pin.field.isEnabled() else elsewhere).setFocus()


def centred(page: ProvePage, column: QVBoxLayout, said: str) -> None:
    """Lay ``column`` out in the middle of ``page``, as wide as a form should be; a low window
    scrolls to what went wrong."""
    content, inner = QWidget(), QWidget()
    inner.setFixedWidth(WIDTH)
    inner.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.L)
    outer = QVBoxLayout(content)
    outer.setContentsMargins(Space.XL, Space.XXL, Space.XL, Space.XL)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(inner)
    middle.addStretch(1)
    outer.addLayout(middle)
    outer.addStretch(1)
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 0, 0, 0)
    area = scrolled(content, said)
    around.addWidget(area)

    def show_error(shown: bool) -> None:
        if shown:  # once the line has its height
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(page.error, 0, Space.M))

    page.error.shown.connect(show_error)


def _tries(card: CardDetails | None) -> int | None:
    return card.tries_left[0] if card else None


def _certificate(card: CardDetails | None) -> str | None:
    return card.holder.certificate_sha256 if card else None
