"""Granting a right: who by the card's identifier, what, on what basis, from when to when."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, ChoiceButton, Heading, Panel, primary_button, scrolled
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import icon_button
from kanta_desk.model.people import (
    CARD_TYPE_NAMES,
    ROLE_NAMES,
    CardType,
    Identity,
    Register,
    Role,
)
from kanta_desk.model.rights import Basis, Decision, Grant, Mandate

_CARDS = (CardType.PROFESSIONAL, CardType.STAFF, CardType.OPERATOR, CardType.BACKUP)


class GrantForm(Panel):
    """``accepted`` carries the right to grant and the id of one that it replaces, or nothing."""

    accepted = Signal(object, str)
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._replaces = ""
        self._like: Grant | None = None
        self._register: Register | None = None
        self._rows: dict[QWidget, QLabel] = {}
        self._form = QFormLayout()
        self._form.setVerticalSpacing(Space.S)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.card: ChoiceButton[CardType] = self._choice(self.tr("Card"))
        self.identifier = self._line(self.tr("Identifier on the card"))
        self.name = self._line(self.tr("Name"))
        self.role: ChoiceButton[Role] = self._choice(self.tr("Role"))
        self.basis: ChoiceButton[bool] = self._choice(self.tr("Basis"))
        self.mandate = self._line(self.tr("Name of the mandate"))
        self.number = self._line(self.tr("Number"))
        self.decided = self._day(self.tr("Day of the decision"))
        self.decider = self._line(self.tr("Decided by"))
        self.mandate_from = self._day(self.tr("Mandate begins"))
        self.mandate_to = self._day(self.tr("Mandate ends"))
        self.valid_from = self._day(self.tr("Right begins"))
        self.valid_to = self._day(self.tr("Right ends"))
        self.valid_to.setPlaceholderText(self.tr("until further notice"))
        self.basis.chosen.connect(lambda _: self._show_basis())
        self._problem = Body(role="word")
        self._problem.setProperty("tone", "failed")
        self._heading = Heading()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.addLayout(self._form)
        inside.addWidget(
            Body(
                self.tr(
                    "The right is written to the access log with your name, and holds from the "
                    "next act on."
                ),
                "hint",
            )
        )
        inside.addStretch(1)
        self.grant = primary_button(self.tr("Grant the right"), self._accept, "check")
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, Space.M, 0)
        foot.addStretch(1)
        foot.addWidget(self.grant)
        close = icon_button("close", self.tr("Close the form"))
        close.clicked.connect(self.rejected)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(scrolled(content, self.tr("Details of the right")), 1)
        self.column.addWidget(self._problem)
        self.column.addLayout(foot)

    def begin(self, register: Register, today: date, like: Grant | None = None) -> None:
        """An empty form for ``register``; or one that renews the right ``like``."""
        self._register = register
        self._like = like
        self._replaces = like.id if like else ""
        self._heading.setText(self.tr("Renew the right") if like else self.tr("Grant a right"))
        cards = [(say(CARD_TYPE_NAMES[card]), card) for card in _CARDS]
        self.card.offer(cards, CardType.PROFESSIONAL)
        self.role.offer([(say(ROLE_NAMES[r]), r) for r in Role], like.role if like else Role.VIEWER)
        by_mandate = like is not None and isinstance(like.basis, Mandate)
        bases = [(self.tr("Decision"), False), (self.tr("Suomi.fi mandate"), True)]
        self.basis.offer(bases, by_mandate)
        for line in (self.identifier, self.name, self.mandate, self.number, self.decider):
            line.clear()
        for field in (self.decided, self.mandate_from, self.mandate_to, self.valid_to):
            field.set_value(None)
        self.valid_from.set_value(today)
        if like:
            self.identifier.setText(like.person.value)
            self.name.setText(like.name)
            if isinstance(like.basis, Mandate):
                self.mandate.setText(like.basis.name)
        for widget in (self.card, self.role, self.identifier):
            widget.setEnabled(like is None)
        self._set_visible(self.card, like is None)
        self._tell("")
        self._show_basis()
        (self.number if like else self.identifier).setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget what was typed."""
        for line in self.findChildren(QLineEdit):
            line.clear()
        self._like, self._replaces = None, ""
        self._tell("")

    def value(self) -> Grant:
        """The right that stands in the form.

        Raises:
            ValueError: with words for the person, if a day is missing or cannot be read.
        """
        assert self._register is not None  # noqa: S101 - the form is shown by ``begin`` alone
        person = (
            self._like.person
            if self._like
            else Identity.on_card(
                self.identifier.text().strip(), self.card.value or CardType.UNKNOWN
            )
        )
        return Grant(
            person,
            self.name.text(),
            self.role.value or Role.VIEWER,
            self._register,
            self._basis(),
            self._needed(self.valid_from),
            self.valid_to.value,
        )

    def _basis(self) -> Basis:
        if self.basis.value:
            return Mandate(
                self.mandate.text(),
                self.number.text(),
                self._needed(self.mandate_from),
                self._needed(self.mandate_to),
            )
        return Decision(self.number.text(), self._needed(self.decided), self.decider.text())

    def _needed(self, field: DayField) -> date:
        if field.value is None:
            raise ValueError(self.tr("Fill in: {field}").format(field=self._rows[field].text()))
        return field.value

    def _accept(self) -> None:
        if not self.valid_to.readable:
            self._tell(self.tr("The day cannot be read. Write it as 22.11.2026."))
            return
        try:
            wanted = self.value()
        except ValueError as error:
            self._tell(str(error))
            return
        self._tell("")
        self.accepted.emit(wanted, self._replaces)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _show_basis(self) -> None:
        by_mandate = bool(self.basis.value)
        for widget in (self.mandate, self.mandate_from, self.mandate_to):
            self._set_visible(widget, by_mandate)
        for widget in (self.decided, self.decider):
            self._set_visible(widget, not by_mandate)

    def _set_visible(self, widget: QWidget, shown: bool) -> None:
        self._form.setRowVisible(widget, shown)

    def _add(self, label: str, widget: QWidget) -> None:
        self._rows[widget] = QLabel(label)
        self._form.addRow(self._rows[widget], widget)

    def _line(self, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(label)
        line.setMaxLength(200)
        self._add(label, line)
        return line

    def _day(self, label: str) -> DayField:
        field = DayField(label)
        self._add(label, field)
        return field

    def _choice(self, label: str) -> ChoiceButton[Any]:
        choice: ChoiceButton[Any] = ChoiceButton(label)
        self._add(label, choice)
        return choice
