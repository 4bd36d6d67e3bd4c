"""The reader and the card as they are now, and whose card it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.language import day, say
from kanta_desk.gui.signin.words import CardWords
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.labels import Body, Heading
from kanta_desk.model.people import CARD_TYPE_NAMES, Holder

_ICON = 36
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class CardPanel(QFrame):
    """Icon, state, hint; with a card that was read, the holder in place of the state.

    It takes the focus, so that a screen reader begins with the state.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "state")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = QLabel()
        self._icon.setFixedWidth(_ICON + Space.S)
        self._title = Heading()
        self._hint = Body(role="hint")
        self._reader, self._caution = Body(role="small"), Body(role="small")
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        for label in (self._title, self._hint, self._reader, self._caution):
            column.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(self._icon)
        line.addLayout(column, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring to who came by Tab; the page itself gives the focus silently."""
        super().focusInEvent(event)
        self._ring(event.reason() in _BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, shown: bool) -> None:
        self.setProperty("ring", shown)
        self.style().unpolish(self)
        self.style().polish(self)

    @property
    def said(self) -> str:
        """All that it says."""
        return self.accessibleName()

    def show_words(self, words: CardWords) -> None:
        """Show a state."""
        icons.dress(self._icon, words.icon, icons.ink_of(words.tone), _ICON)
        card = words.reader.card if words.reader else None
        title, hint = (
            (card.holder.name, about_card(card.holder)) if card else (words.title, words.hint)
        )
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._reader.setText(words.reader.name if words.reader else "")
        self._reader.setVisible(words.reader is not None)
        unsure = card is not None and not card.verified_profile
        caution = (
            self.tr("What the program knows of this card has not been confirmed with a real card.")
            if unsure
            else ""
        )
        self._caution.setText(caution)
        self._caution.setVisible(unsure)
        said = (words.title, title, hint, caution)
        self.setAccessibleName(" ".join(part for part in said if part))


def about_card(holder: Holder) -> str:
    """Type and end of validity of a holder's card, as one line."""
    kind = say(CARD_TYPE_NAMES[holder.card_type])
    valid = QCoreApplication.translate("CardPanel", "valid until {day}")
    return f"{kind} · {valid.format(day=day(holder.valid_to))}"
