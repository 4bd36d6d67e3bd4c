"""The first administrator of a register: made once, by a card, on a decision written down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.errors import InvalidIdentifier
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register
from kanta_desk.model.rights import Decision

_REGISTER_CODE = Code("1", CodeSystem.REGISTER, "Sosiaalihuollon asiakasrekisteri")


class FirstForm(QWidget):
    """``changed`` tells that what is filled in may have become complete, or is no longer."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._taken_over: tuple[Register, ...] = ()
        self._intro = Body()
        self._form = QFormLayout()
        self._form.setVerticalSpacing(Space.S)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.register: ChoiceButton[Register] = ChoiceButton(self.tr("Register"))
        self._form.addRow(self.tr("Register"), self.register)
        self.controller = self._line(self.tr("Controller's OID"))
        self.name = self._line(self.tr("Controller's name"))
        self.number = self._line(self.tr("Number of the decision"))
        self.day = DayField(self.tr("Day of the decision"))
        self._form.addRow(self.tr("Day of the decision"), self.day)
        self.decider = self._line(self.tr("Decided by"))
        self.day.textChanged.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Body(self.tr("Begin as the first administrator"), "strong"))
        column.addWidget(self._intro)
        column.addLayout(self._form)
        self.hide()

    def offer(self, registers: tuple[Register, ...]) -> None:
        """Ask for the decision, and for the register unless ``registers`` of a file written by
        hand are there to choose from."""
        self._taken_over = registers
        self._intro.setText(
            self.tr(
                "The rights of rights.toml do not hold before an administrator brings them in. "
                "That is done now, with your card and on a decision of the controller."
            )
            if registers
            else self.tr(
                "Nobody has rights at this desk yet. Your card makes you the administrator, on a "
                "decision of the controller. It is written to the access log."
            )
        )
        chosen = self.register.value or (registers[0] if registers else None)
        self.register.offer([(each.controller.name, each) for each in registers], chosen)
        self._form.setRowVisible(self.register, bool(registers))
        for line in (self.controller, self.name):
            self._form.setRowVisible(line, not registers)
        self.show()

    @property
    def register_given(self) -> Register | None:
        """Whose register, or None while that is not complete."""
        if self._taken_over:
            return self.register.value
        try:
            oid = Oid.parse(self.controller.text().strip())
        except InvalidIdentifier:
            return None
        name = self.name.text().strip()
        return Register(Party(oid, name), _REGISTER_CODE) if name else None

    @property
    def decision(self) -> Decision | None:
        """On what decision, or None while that is not complete."""
        number, decider = self.number.text().strip(), self.decider.text().strip()
        if not number or not decider or self.day.value is None:
            return None
        return Decision(number, self.day.value, decider)

    @property
    def complete(self) -> bool:
        """Whether everything is there for the card to be asked."""
        return self.register_given is not None and self.decision is not None

    @property
    def takes_over(self) -> bool:
        """Whether rights written by hand are brought in."""
        return bool(self._taken_over)

    def _line(self, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(label)
        line.setMaxLength(200)
        line.textChanged.connect(lambda _: self.changed.emit())
        self._form.addRow(label, line)
        return line
