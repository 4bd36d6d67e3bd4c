"""PIN1 with its tries, the consent for the last of them, and the button that uses it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.signing import FEW_TRIES
from kanta_desk.gui.signin.pinfield import PinField
from kanta_desk.gui.signin.tries import TriesBadge
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.gui.widgets.panels import primary_button


class PinPanel(QWidget):
    """``given`` carries whether a last try may be used; ``take`` gives the PIN itself.

    Where it is typed elsewhere (``ways``), on the reader's own pad or in the reader software's
    window, there is no field and ``take`` gives None.
    """

    given = Signal(bool)

    def __init__(self, action: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tries: int | None = None
        self._usable = False
        self._busy = False
        self._asked_here = True
        label = self._label = QLabel(self.tr("Basic PIN (PI&N1)"))
        label.setProperty("role", "label")
        self.field = PinField(self.tr("Basic PIN (PIN1), 4 to 8 digits"))
        label.setBuddy(self.field)
        self.pad = QCheckBox(
            self.tr("Type the PIN on the reader's own keypad (not tried with real readers)")
        )
        self.pad.hide()
        self.elsewhere = Body(role="hint")
        self._left = TriesBadge()
        self._consent = QCheckBox(self.tr("I know the PIN. Use one of the last tries."))
        self._blocked = Body(role="hint")
        self.submit = primary_button(action, self._give, icon)

        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.field)
        row.addWidget(self._left)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.pad)
        column.addWidget(self.elsewhere)
        column.addWidget(self._consent)
        column.addWidget(self._blocked)
        column.addSpacing(Space.M)
        column.addWidget(self.submit)

        self.field.changed.connect(self._refresh)
        self.field.returnPressed.connect(self._give)
        self._consent.toggled.connect(self._refresh)
        self.pad.toggled.connect(self._refresh)
        self._refresh()

    @property
    def tries_shown(self) -> str:
        """The words about tries left; empty where none are shown."""
        return self._left.word if not self._left.isHidden() else ""

    @property
    def consent(self) -> QCheckBox:
        """The box that allows to use one of the last tries."""
        return self._consent

    @property
    def typed_here(self) -> bool:
        """Whether the PIN is typed into the field."""
        return self._asked_here and (self.pad.isHidden() or not self.pad.isChecked())

    def ways(self, *, asked_here: bool, pad: bool) -> None:
        """Where the PIN can be typed: ``asked_here`` or by other software; the reader has a
        ``pad``."""
        self._asked_here = asked_here
        self.pad.setVisible(asked_here and pad)

    def take(self) -> bytearray | None:
        """The PIN; None where it is typed elsewhere. The field is empty afterwards."""
        if self.typed_here:
            return self.field.take()
        self.field.clear()
        return None

    def use(self, usable: bool, tries_left: int | None, *, busy: bool = False) -> None:
        """Let the PIN be typed or not; ``busy`` while the card works on the one given.

        A card that does not tell its tries says nothing of them.
        """
        if tries_left != self._tries or not usable or busy:
            self._consent.setChecked(False)
        self._usable, self._busy, self._tries = usable, busy, tries_left
        if not usable:
            self.field.clear()
        self._refresh()

    def _give(self) -> None:
        if self.submit.isEnabled():
            self.given.emit(self._consent.isChecked() and not self._consent.isHidden())

    def _refresh(self) -> None:
        blocked = self._tries == 0
        few = self._tries is not None and 0 < self._tries <= FEW_TRIES
        ready = self._usable and not blocked and not self._busy
        here = self.typed_here
        self.field.setEnabled(ready and here)
        for part in (self.field, self._label):
            part.setVisible(here)
        self.pad.setEnabled(ready)
        self.elsewhere.setVisible(not here)
        self.elsewhere.setText(
            self.tr("When you go on, type PIN1 on the reader's keypad.")
            if self._asked_here
            else self.tr("The PIN is asked in the window of the reader software.")
        )
        self._left.show_tries(self._tries if self._usable else None)
        self._consent.setVisible(ready and few)
        self._blocked.setVisible(self._usable and blocked)
        self._blocked.setText(
            self.tr("PIN1 is blocked. It is opened with the activation PIN (PUK) of the card.")
        )
        allowed = not few or self._consent.isChecked()
        self.submit.setEnabled(ready and allowed and (not here or self.field.complete))
