"""The banner that keeps practice and test apart from production, and the practice cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimerEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.labels import MonoLabel
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.terms import connections as words

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk, PracticeControls


_EVERY = 30_000
"""Milliseconds after which the connection is looked at again."""


class Banner(QFrame):
    """Always on top in practice and test. In production: until it is confirmed that it is meant,
    where there are other connections too, and while something is to be told of the connection."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("mode", desk.mode.value)
        self._desk = desk
        self.words = QLabel(self._said())
        self.notice = QLabel()
        self.confirm = button(say(words.CONFIRM), self._confirm)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.XS + 2, Space.L, Space.XS + 2)
        line.addWidget(self.words)
        line.addStretch(1)
        line.addWidget(self.notice)
        line.addWidget(self.confirm)
        self.cards: PracticeCards | None = None
        if desk.practice is not None:
            self.cards = PracticeCards(desk.practice)
            line.addWidget(self.cards)
        self.refresh()
        self.startTimer(_EVERY)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Certificates come to their ends, and clocks drift, without anybody doing anything."""
        self.refresh()

    def refresh(self) -> None:
        """Show which practice card is in, and what is to be told of the connection."""
        if self.cards is not None:
            self.cards.refresh()
        told = [say(each) for each in self._desk.notices]
        self.notice.setText(" · ".join(told))
        self.notice.setVisible(bool(told))
        needs = self._desk.needs_confirmation
        self.confirm.setVisible(needs)
        in_production = self._desk.mode is Mode.PRODUCTION
        self.setVisible(not in_production or needs or bool(told) or self._is_one_of_several)

    @property
    def _is_one_of_several(self) -> bool:
        return len(self._desk.options.connections) > 1

    def _said(self) -> str:
        production = self._desk.mode is Mode.PRODUCTION
        said = say(words.PRODUCTION if production else MODE_BANNERS[self._desk.mode])
        connection = self._desk.options.connection
        return f"{said} · {connection.name}" if self._is_one_of_several and connection else said

    def _confirm(self) -> None:
        self._desk.confirm_production()
        self.refresh()


class PracticeCards(QWidget):
    """Chooses a practice card, puts it in and pulls it, and says its PIN openly."""

    def __init__(self, practice: PracticeControls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self.choice: ChoiceButton[str] = ChoiceButton(self.tr("Practice card"), width=260)
        self.toggle = button("", self._move)
        self._pin = MonoLabel()
        label = QLabel(self.tr("&Practice card"))
        label.setBuddy(self.choice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        for part in (label, self.choice, self.toggle, QLabel(self.tr("PIN1")), self._pin):
            line.addWidget(part)
        cards = practice.cards
        self.choice.offer(
            [(card, card) for card in cards], practice.inserted or next(iter(cards), None)
        )
        self.choice.chosen.connect(self._chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show which card is in, and what the button does now."""
        inserted = self._practice.inserted is not None
        self.toggle.setText(self.tr("Pull the card") if inserted else self.tr("Insert the card"))
        card = self.choice.value
        self.toggle.setEnabled(card is not None)
        pin = self._practice.pin(card).decode() if card is not None else ""
        self._pin.setText(pin)
        self._pin.setAccessibleName(self.tr("PIN1 of the practice card: {pin}").format(pin=pin))

    def _move(self) -> None:
        card = self.choice.value
        if self._practice.inserted is not None:
            self._practice.remove()
        elif card is not None:
            self._practice.insert(card)
        self.refresh()

    def _chosen(self, card: str) -> None:
        if self._practice.inserted is not None:
            self._practice.insert(card)
        self.refresh()
