"""A panel in the page where the holder seals the access log with the card and PIN1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kanta_desk.errors import KantaError, PinError
from kanta_desk.gui.live import LiveCards
from kanta_desk.gui.signin.pinpanel import PinPanel
from kanta_desk.gui.tasks import Task, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.busy import BusyLine
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel, button
from kanta_desk.model.cards import CardDetails, SignerKind

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


_WIDTH = 360


class SealPanel(Panel):
    """Hidden until ``ask``. ``sealed`` tells how many events the card signed; ``skipped`` is the
    wish to sign out without. Esc closes it and nothing has happened; the focus goes back to where
    it was asked for.
    """

    sealed = Signal(int)
    skipped = Signal()

    def __init__(
        self, desk: Desk, *, at_sign_out: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=Space.M)
        self._desk = desk
        self._at_sign_out = at_sign_out
        self._task: Task[Any] | None = None
        self._card: CardDetails | None = None
        self._tries: int | None = None
        self._asked_at: QWidget | None = None
        title = self.tr("Seal the log, then sign out") if at_sign_out else self.tr("Seal the log")
        action = self.tr("Seal and sign out") if at_sign_out else self.tr("Seal with the card")
        self.pin = PinPanel(action, "shield")
        self.pin.setMaximumWidth(_WIDTH)
        self._why = Body(role="hint")
        self.skip = button(self.tr("Sign out without sealing"), self._skip, role="quiet")
        self.skip.setVisible(at_sign_out)
        self.cancel = button(self.tr("Cancel"), self.close_panel, role="quiet")
        self.error, self._busy = ErrorLine(), BusyLine()
        self._live = LiveCards(desk, self)
        self._live.changed.connect(lambda _: self.refresh())
        self.pin.given.connect(self._seal)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)
        self._lay_out(title)
        self.hide()

    def ask(self) -> None:
        """Show the panel and wait for PIN1."""
        self.error.clear()
        if self.isHidden():
            self._asked_at = self.window().focusWidget()
        self.show()
        self.refresh()
        self._wait_for_pin()

    def close_panel(self) -> None:
        """Go away, unless the card is at work."""
        if self._task is None:
            self.wipe()
            self._go_back()

    def wipe(self) -> None:
        """Forget a PIN that was begun, and what was under way."""
        drop_all(self)
        self._task = None
        self.pin.field.clear()
        self.error.clear()
        self.hide()

    def refresh(self) -> None:
        """Show what can be done with the card that is in."""
        if self.isHidden():
            return
        session, best, ways = self._desk.session, self._desk.cards.best, self._desk.ways
        found = best.card if best is not None else None
        own = found if session is not None and found and found.holder == session.holder else None
        if own != self._card:
            self._card, self._tries = own, own.tries_left[0] if own else None
        on_card = ways.chosen is SignerKind.PCSC
        pad = on_card and best is not None and best.pin_pad
        self.pin.ways(asked_here=ways.asks_pin, pad=pad)
        self.pin.use(own is not None, self._tries, busy=self._task is not None)
        idle = self._task is None
        self.skip.setEnabled(idle)
        self.cancel.setEnabled(idle)
        self._why.setText(
            self.tr(
                "With PIN1 your card signs the whole log as it stands: nobody can change it "
                "afterwards without being seen."
            )
            if own is not None
            else self.tr("Insert your own card.")
        )

    def _seal(self, use_last_tries: bool) -> None:
        session = self._desk.session
        if session is None or self._task is not None:
            return
        self.error.clear()
        self._task = start(
            self,
            self._desk,
            session.sealing.seal,
            self.pin.take(),
            at_sign_out=self._at_sign_out,
            use_last_tries=use_last_tries,
            done=self._done,
            failed=self._failed,
        )
        self._busy.follow(self._task, self.tr("The card signs the log…"))
        self._task.ended.connect(self._ended)
        self.refresh()

    def _done(self, covered: int) -> None:
        self.hide()
        self._go_back()
        self.sealed.emit(covered)

    def _failed(self, error: KantaError) -> None:
        if isinstance(error, PinError) and error.tries_left is not None:
            self._tries = error.tries_left
        self.error.show_error(error)

    def _ended(self) -> None:
        self._task = None
        self.refresh()
        if self.isVisible():
            self._wait_for_pin()

    def _wait_for_pin(self) -> None:
        elsewhere = self.pin.submit if self.pin.submit.isEnabled() else self.cancel
        (self.pin.field if self.pin.field.isEnabled() else elsewhere).setFocus()

    def _go_back(self) -> None:
        if self._asked_at is not None:
            self._asked_at.setFocus()

    def _skip(self) -> None:
        self.wipe()
        self.skipped.emit()

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(SectionTitle(title), 1)
        head.addWidget(self.skip)
        head.addWidget(self.cancel)
        self.column.addLayout(head)
        for part in (self._why, self.pin, self._busy, self.error):
            self.column.addWidget(part)
