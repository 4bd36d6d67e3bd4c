"""PIN2 with its tries, the consent for the last of them, and the button that signs.

PIN2 signs; it never signs anyone in. Enter in the field goes to the button and does not press it:
what cannot be undone takes a deliberate second act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.signing import FEW_TRIES, Elsewhere, PinWanted
from kanta_desk.gui.live import LiveCards
from kanta_desk.gui.signin.pinfield import PinField
from kanta_desk.gui.signin.tries import TriesBadge
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.cards import CardDetails, ReaderState

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class GivenPin:
    """A PIN on its way from the field to the card, or that it is typed on the reader.

    ``forget`` it when the work has ended.
    """

    def __init__(self, digits: bytearray | Elsewhere, *, last_tries: bool) -> None:
        self._digits = digits
        self._last_tries = last_tries

    def ask(self, wanted: PinWanted) -> bytearray | Elsewhere | None:
        """Hand it over; not where it would use one of the last tries without consent."""
        if wanted.few and not self._last_tries:
            self.forget()
            return None
        return self._digits

    def forget(self) -> None:
        """Overwrite it."""
        if isinstance(self._digits, bytearray):
            self._digits[:] = bytes(len(self._digits))


class Pin2Panel(QWidget):
    """``signed`` fires when the button is pressed with a PIN; ``take`` gives the PIN.

    ``allow`` says whether what is beside the PIN (a confirmation) is there.
    """

    signed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._allowed = False
        self._tries: int | None = None
        self._label = QLabel(self.tr("Signature PIN (PI&N2)"))
        self._label.setProperty("role", "label")
        self.field = PinField(self.tr("Signature PIN (PIN2) of your card"))
        self._label.setBuddy(self.field)
        self.pad = QCheckBox(
            self.tr("Type PIN2 on the reader's own keypad (not tried with real readers)")
        )
        self.pad.hide()
        self._left = TriesBadge()
        self.consent = QCheckBox(self.tr("I know PIN2. Use one of the last tries."))
        self._hint = Body(role="hint")
        self.submit = button("", self._press, role="danger")
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.field)
        row.addWidget(self._left)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.pad)
        column.addWidget(self.consent)
        column.addWidget(self._hint)
        self.field.changed.connect(self.refresh)
        self.field.returnPressed.connect(self._to_the_button)
        for box in (self.pad, self.consent):
            box.toggled.connect(lambda _: self.refresh())
        self._live = LiveCards(desk, self)
        self._live.changed.connect(lambda _: self.refresh())
        self.refresh()

    @property
    def tries_shown(self) -> str:
        """The words about tries left; empty where none are shown."""
        return self._left.word if not self._left.isHidden() else ""

    @property
    def ready(self) -> bool:
        """Whether all is there that a signature takes."""
        return self.submit.isEnabled()

    def allow(self, allowed: bool) -> None:
        """Let the button be pressed once there is a PIN, or not."""
        self._allowed = allowed
        self.refresh()

    @property
    def _typed_here(self) -> bool:
        """Whether PIN2 is typed into the field; else on the reader, or in another window."""
        return self._desk.ways.asks_pin and not self._on_pad

    @property
    def _on_pad(self) -> bool:
        return self.pad.isChecked() and not self.pad.isHidden()

    def take(self) -> GivenPin:
        """The PIN, for one run; the field is empty afterwards."""
        digits = Elsewhere.READER if self._on_pad else self.field.take()
        given = GivenPin(digits, last_tries=self.consent.isChecked())
        self.consent.setChecked(False)
        return given

    def wipe(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.consent.setChecked(False)
        self.submit.setText("")
        self.allow(False)

    def refresh(self) -> None:
        """Show what can be done with the card that is in."""
        reader = self._reader()
        card = reader.card if reader else None
        tries = card.tries_left[1] if card else None
        if tries != self._tries:
            self._tries = tries
            self.consent.setChecked(False)
        blocked, few = tries == 0, tries is not None and 0 < tries <= FEW_TRIES
        ready = card is not None and not blocked
        self.pad.setVisible(reader is not None and ready and self._desk.ways.offers_pad(reader))
        if not (ready and self._typed_here):
            self._forget_digits()
        for part in (self._label, self.field):
            part.setVisible(self._typed_here)
        self.field.setEnabled(ready)
        self._left.show_tries(tries)
        self.consent.setVisible(ready and few)
        self._hint.setText(self._said(card, blocked))
        consented = not few or self.consent.isChecked()
        there = self.field.complete or not self._typed_here
        self.submit.setEnabled(ready and consented and self._allowed and there)

    def _said(self, card: CardDetails | None, blocked: bool) -> str:
        if card is None:
            return self.tr("Your card is not in the reader. Put it in to sign.")
        if blocked:
            return self.tr("PIN2 is blocked. It is opened with the activation PIN (PUK).")
        if self._on_pad:
            return self.tr("When you sign, type PIN2 on the reader's keypad.")
        if not self._typed_here:
            return self.tr(
                "The PIN is asked in the window of the reader software, for each document anew."
            )
        said = self.tr(
            "With PIN2 you sign the request yourself. It is another code than PIN1, which you "
            "used to open the desk."
        )
        said += " " + (
            self.tr("This card wants PIN2 for each signature: you give it once, and the program "
                    "gives it to the card each time until the run ends.")
            if card.each_signature
            else self.tr("You give it once for the whole run.")
        )  # fmt: skip
        practice = self._desk.practice
        if practice is None or practice.inserted is None:
            return said
        pin = practice.pin(practice.inserted, 2).decode()
        return said + " " + self.tr("PIN2 of the practice card: {pin}").format(pin=pin)

    def _reader(self) -> ReaderState | None:
        """Where the holder's card is."""
        session, readers = self._desk.session, self._desk.cards.readers
        mine = (r for r in readers if r.card and session and r.card.holder == session.holder)
        return next(mine, None)

    def _forget_digits(self) -> None:
        if self.field.text():  # clearing tells of a change, and a change comes back here
            self.field.clear()

    def _to_the_button(self) -> None:
        if self.submit.isEnabled():
            self.submit.setFocus()

    def _press(self) -> None:
        if self.submit.isEnabled():
            self.signed.emit()
