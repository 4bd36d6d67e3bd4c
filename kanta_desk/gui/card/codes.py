"""The forms that set a PIN: fields that are overwritten, consent, confirmation, one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.desk.signing import FEW_TRIES
from kanta_desk.gui.signin.pinfield import PinField
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, Heading
from kanta_desk.gui.widgets.panels import button, primary_button


class CodeForm(QWidget):
    """A first code (the PIN in use, or the activation PIN) and a new PIN typed twice.

    ``given`` fires when the button is pressed with everything there; ``left`` when the form is
    left. ``take`` hands the codes over.
    """

    given = Signal()
    left = Signal()

    def __init__(self, first_label: str, act: str) -> None:
        super().__init__()
        self._busy = False
        self._few = False
        self._usable = True
        self.heading = Heading()
        self.about = Body(role="hint")
        self.first = PinField(first_label)
        self.new = PinField(self.tr("New PIN"))
        self.again = PinField(self.tr("New PIN again"))
        self.pad = QCheckBox(
            self.tr("Type them on the reader's own keypad (not tried with readers)")
        )
        self.consent = QCheckBox(self.tr("I know the code. Use one of the last tries."))
        self.confirmed = QCheckBox()
        self.hint = Body(role="hint")
        self.submit = primary_button(act, self._give)
        self.leave = button(self.tr("Leave it"), self.left.emit)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(Space.S)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in (
            (first_label, self.first),
            (self.tr("New PIN"), self.new),
            (self.tr("New PIN again"), self.again),
        ):
            self._form.addRow(label, field)
            field.changed.connect(self.refresh)
            field.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addWidget(self.pad)
        column.addLayout(self._form)
        for part in (self.hint, self.consent, self.confirmed):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.submit)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
        for box in (self.pad, self.consent, self.confirmed):
            box.toggled.connect(lambda _: self.refresh())
        self.hide()

    @property
    def on_pad(self) -> bool:
        """Whether the codes are typed on the reader."""
        return self.pad.isChecked() and not self.pad.isHidden()

    def offer(
        self,
        heading: str,
        confirm: str,
        *,
        first: tuple[int, int],
        new: tuple[int, int],
        pad: bool,
    ) -> None:
        """Begin: fields empty, nothing confirmed. ``first`` and ``new``: fewest and most digits."""
        self.forget()
        self.heading.setText(heading)
        self.confirmed.setText(confirm)
        self.first.digits = first
        self.new.digits = self.again.digits = new
        self.pad.setVisible(pad)
        self.about.setVisible(bool(self.about.text()))
        self.show()
        self.refresh()
        self.first.setFocus()

    def allow(self, *, tries: int | None, busy: bool) -> None:
        """What the card has left for the first code, and whether it is at work."""
        self._usable = tries != 0
        self._few = tries is not None and 0 < tries <= FEW_TRIES
        self._busy = busy
        self.refresh()

    def take(self) -> tuple[bytearray, bytearray]:
        """First code and new PIN; the fields are empty afterwards and nothing is confirmed."""
        codes = self.first.take(), self.new.take()
        self.forget()
        return codes

    def forget(self) -> None:
        """Overwrite what was typed, and take back what was confirmed."""
        for field in (self.first, self.new, self.again):
            field.clear()
        for box in (self.consent, self.confirmed):
            box.setChecked(False)

    def refresh(self) -> None:
        """Show what is still missing."""
        typed = not self.on_pad
        for row in range(self._form.rowCount()):
            self._form.setRowVisible(row, typed)
        fields = (self.first, self.new, self.again)
        same = self.new.same_as(self.again)
        for field in fields:
            field.setEnabled(self._usable and not self._busy)
        self.hint.setText(self._said(same))
        self.hint.setVisible(bool(self.hint.text()))
        self.consent.setVisible(self._usable and self._few)
        consented = not self._few or self.consent.isChecked()
        there = not typed or (all(field.complete for field in fields) and same)
        ready = self._usable and not self._busy and consented and self.confirmed.isChecked()
        self.submit.setEnabled(ready and there)

    def _said(self, same: bool) -> str:
        if self.on_pad:
            return self.tr("The reader asks for the current PIN, and twice for the new one.")
        if self.again.complete and not same:
            return self.tr("The new PINs are not the same.")
        shortest, longest = self.new.digits
        return self.tr("The new PIN has {least} to {most} digits.").format(
            least=shortest, most=longest
        )

    def _give(self) -> None:
        if self.submit.isEnabled():
            self.given.emit()
