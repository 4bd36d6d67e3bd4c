"""Whose register and for what purpose: two choices that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui.language import language, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.model.people import Purpose, Register, WorkContext
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class ContextChoice(QWidget):
    """Offers contexts as a register and a purpose; ``changed`` carries what the person chose."""

    changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        direction: QBoxLayout.Direction,
        widths: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contexts: tuple[WorkContext, ...] = ()
        self._value: WorkContext | None = None
        self.register: ChoiceButton[Register] = ChoiceButton(self.tr("Register"), width=widths[0])
        self.purpose: ChoiceButton[Purpose] = ChoiceButton(self.tr("Purpose"), width=widths[1])
        self.register.chosen.connect(self._choose_register)
        self.purpose.chosen.connect(self._choose_purpose)
        line = QBoxLayout(direction, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addLayout(_labelled(self.tr("&Register"), self.register))
        line.addLayout(_labelled(self.tr("P&urpose"), self.purpose))

    @property
    def value(self) -> WorkContext | None:
        """What is chosen; None if there is nothing to choose from."""
        return self._value

    def offer(self, contexts: Sequence[WorkContext], chosen: WorkContext | None = None) -> None:
        """Offer ``contexts``; without a choice, the first is taken."""
        self._contexts = tuple(contexts)
        self._value = chosen or next(iter(self._contexts), None)
        self._show()

    def _show(self) -> None:
        value = self._value
        registers = {c.register.key: c.register for c in self._contexts}.values()
        self.register.offer(
            [(self._name(r), r) for r in registers], value.register if value else None
        )
        purposes = [c.purpose for c in self._contexts if value and c.register == value.register]
        self.purpose.offer([(say(p.name), p) for p in purposes], value.purpose if value else None)

    def _name(self, register: Register) -> str:
        today = datetime.now(HELSINKI).date()
        code = self._desk.name_of(register.code, today, language())
        return " · ".join(part for part in (register.controller.name, code) if part)

    def _choose_register(self, register: Register) -> None:
        there = [c for c in self._contexts if c.register == register]
        same = [c for c in there if self._value and c.purpose == self._value.purpose]
        self._choose(next(iter(same or there), None))

    def _choose_purpose(self, purpose: Purpose) -> None:
        value = self._value
        self._choose(
            next(
                (
                    c
                    for c in self._contexts
                    if value and c.register == value.register and c.purpose == purpose
                ),
                None,
            )
        )

    def _choose(self, context: WorkContext | None) -> None:
        self._value = context
        self._show()
        self.changed.emit(context)


def _labelled(text: str, control: QWidget) -> QVBoxLayout:
    label = QLabel(text)
    label.setProperty("role", "small")
    label.setBuddy(control)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(control)
    return column
