"""A status: colour, icon and word together, never one alone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.theme import Space, Tone


class StatusBadge(QWidget):
    """An icon and a word in the colour of a tone."""

    def __init__(
        self, tone: Tone = Tone.NEUTRAL, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._word = QLabel()
        self._word.setProperty("role", "word")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS + 2)
        line.addWidget(self._icon)
        line.addWidget(self._word)
        line.addStretch(1)
        self.show_state(tone, word)

    def show_state(self, tone: Tone, word: str, icon: str = "") -> None:
        """Show another status; ``icon`` stands in for the tone's own."""
        icons.dress(self._icon, icon or icons.tone_name(tone), icons.ink_of(tone), 18)
        self._word.setText(word)
        self._word.setProperty("tone", tone.value)
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        self.setAccessibleName(word)

    @property
    def word(self) -> str:
        """The word shown."""
        return self._word.text()
