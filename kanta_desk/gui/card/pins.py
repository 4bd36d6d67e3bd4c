"""The PINs of the card in the reader: change one, or set it with the activation PIN.

Nobody need be signed in. One form is open at a time; each says whose card and which PIN it is
about and is confirmed by itself. Codes are overwritten when they have been given, when the form is
left, and when the card goes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import KantaError, PukError
from kanta_desk.gui.card.codes import CodeForm
from kanta_desk.gui.signin.tries import TriesBadge
from kanta_desk.gui.tasks import Task, start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.busy import BusyLine
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel, button
from kanta_desk.model.cards import CardDetails, CardsState, ReaderState
from kanta_desk.model.people import CardType, Holder

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

T = TypeVar("T")

_PUK_DIGITS = (4, 16)
_ELSEWHERE = (CardType.CITIZEN, CardType.ORGANISATION, CardType.UNKNOWN)


class PinCareView(Panel):
    """Shows what can be done with the PINs of the best reader's card."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader: ReaderState | None = None
        self._number = 1
        self._opener: QPushButton | None = None
        self._puk_tries: int | None = None
        self._task: Task[Any] | None = None
        self.column.addWidget(SectionTitle(self.tr("PINs of the card")))
        self.why_not = Body(role="hint")
        self.change = CodeForm(self.tr("Current PIN"), self.tr("Change the PIN"))
        self.unblock = CodeForm(self.tr("Activation PIN (PUK)"), self.tr("Set the PIN"))
        self.unblock.about.setText(
            self.tr(
                "The activation PIN came with the card, in a letter or a sealed cover of its own. "
                "It sets a PIN that was never chosen, has been forgotten, or is blocked. When its "
                "own tries run out, the card must be replaced."
            )
        )
        self.tries = TriesBadge()
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        self.buttons = {
            (1, "change"): button(self.tr("Change PIN1…"), lambda: self._open_change(1)),
            (2, "change"): button(self.tr("Change PIN2…"), lambda: self._open_change(2)),
            (1, "unblock"): button(self.tr("Set PIN1 with the PUK…"), lambda: self._ask_puk(1)),
            (2, "unblock"): button(self.tr("Set PIN2 with the PUK…"), lambda: self._ask_puk(2)),
        }
        for each in self.buttons.values():
            row.addWidget(each)
        row.addStretch(1)
        self.done = StatusBadge()
        self.done.hide()
        self.error = ErrorLine()
        self._busy = BusyLine()
        parts = (self.why_not, self._ways, self.tries, self.change, self.unblock)
        for part in (*parts, self._busy, self.done, self.error):
            self.column.addWidget(part)
        self.change.given.connect(self._change)
        self.unblock.given.connect(self._unblock)
        for form in (self.change, self.unblock):
            form.left.connect(self._leave)
        self.show_cards(desk.cards)

    def show_cards(self, state: CardsState) -> None:
        """Follow the card in the best reader; another card closes what was begun."""
        best = state.best
        if _serial(best) != _serial(self._reader):
            self._close()
            self._opener = None
            self.done.hide()
            self.error.clear()
        self._reader = best
        card = best.card if best else None
        self.setVisible(card is not None)
        elsewhere = card is not None and card.holder.card_type in _ELSEWHERE
        self._ways.setVisible(card is not None and not elsewhere)
        self.why_not.setVisible(elsewhere)
        self.why_not.setText(
            self.tr(
                "Kanta Desk sets PINs only of cards of social welfare and health care. Use the "
                "reader software for this one."
            )
        )
        self._refresh()

    def wipe(self) -> None:
        """Forget what was typed."""
        self._close()
        self._opener = None
        self.done.hide()
        self.error.clear()

    @property
    def _form_open(self) -> bool:
        return not (self.change.isHidden() and self.unblock.isHidden())

    @property
    def _tries(self) -> int | None:
        """Tries left of what the open form asks for."""
        if not self.unblock.isHidden():
            return self._puk_tries
        card = self._reader.card if self._reader else None
        return card.tries_left[self._number - 1] if card else None

    def _open_change(self, number: int) -> None:
        self._begin(number, "change")
        card, name = self._card_and_name()
        if card is None:
            return
        digits = card.pin_digits[number - 1]
        self.change.offer(
            self.tr("Change PIN{number}").format(number=number),
            self.tr("I change PIN{number} of the card of {name}.").format(number=number, name=name),
            first=digits,
            new=digits,
            pad=self._reader is not None and self._reader.pin_pad,
        )
        self._refresh()

    def _ask_puk(self, number: int) -> None:
        """See how many tries the activation PIN has before it is asked for."""
        self._begin(number, "unblock")
        act = partial(self._desk.card_care.puk_tries, only=self._holder)
        self._run(act, done=self._open_unblock)

    def _open_unblock(self, tries: int | None) -> None:
        card, name = self._card_and_name()
        if card is None:
            return
        self._puk_tries = tries
        number = self._number
        self.unblock.offer(
            self.tr("Set PIN{number} with the activation PIN").format(number=number),
            self.tr(
                "I replace PIN{number} of the card of {name}; the old one is no longer of use."
            ).format(number=number, name=name),
            first=_PUK_DIGITS,
            new=card.pin_digits[number - 1],
            pad=False,
        )
        self._refresh()

    def _change(self) -> None:
        last, on_pad = self.change.consent.isChecked(), self.change.on_pad
        codes = self.change.take()
        care = self._desk.card_care
        act = partial(care.change_pin, only=self._holder, use_last_tries=last)
        self._run(act, self._number, None if on_pad else codes, done=self._set)

    def _unblock(self) -> None:
        last = self.unblock.consent.isChecked()
        puk, new = self.unblock.take()
        care = self._desk.card_care
        act = partial(care.unblock_pin, only=self._holder, use_last_tries=last)
        self._run(act, self._number, puk, new, done=self._set)

    def _set(self, _: object) -> None:
        self._close()
        self.done.show_state(
            Tone.OK, self.tr("PIN{number} has been set.").format(number=self._number)
        )
        self.done.show()

    def _failed(self, error: KantaError) -> None:
        if isinstance(error, PukError) and error.tries_left is not None:
            self._puk_tries = error.tries_left
        self.error.show_error(error)

    def _run(self, act: Callable[..., T], *args: object, done: Callable[[T], None]) -> None:
        self.error.clear()
        self._task = start(
            self,
            self._desk,
            act,
            *args,
            lane=Lane.CARD,
            done=done,
            failed=self._failed,
        )
        self._busy.follow(self._task, self.tr("The card is at work…"))
        self._task.ended.connect(self._ended)
        self._refresh()

    def _ended(self) -> None:
        self._task = None
        self._refresh()
        if self._form_open:  # its fields could not take the focus while the card was at work
            (self.change if self.unblock.isHidden() else self.unblock).first.setFocus()
        else:
            self._go_back()

    def _begin(self, number: int, act: str) -> None:
        self._close()
        self.done.hide()
        self.error.clear()
        self._number = number
        self._opener = self.buttons[number, act]

    def _leave(self) -> None:
        self._close()
        self._go_back()

    def _go_back(self) -> None:
        """Give the focus back to the button that opened the form."""
        if self._opener is not None:
            self._opener.setFocus()
            self._opener = None

    def _close(self) -> None:
        for form in (self.change, self.unblock):
            form.forget()
            form.hide()
        self._refresh()

    def _card_and_name(self) -> tuple[CardDetails | None, str]:
        card = self._reader.card if self._reader else None
        return card, card.holder.name if card else ""

    @property
    def _holder(self) -> Holder | None:
        """Whose card is shown; no other is given what is typed."""
        return self._reader.card.holder if self._reader and self._reader.card else None

    def _refresh(self) -> None:
        busy = self._task is not None
        for each in self.buttons.values():
            each.setEnabled(not busy)
        tries = self._tries
        self.tries.show_tries(tries if self._form_open else None)
        self.change.allow(tries=tries, busy=busy)
        self.unblock.allow(tries=tries, busy=busy)


def _serial(reader: ReaderState | None) -> str:
    return reader.card.holder.certificate_sha256 if reader and reader.card else ""
