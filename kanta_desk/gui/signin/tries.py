"""How many tries a PIN has left, in the tone of how near its block is."""

from __future__ import annotations

from kanta_desk.desk.signing import FEW_TRIES
from kanta_desk.gui.theme import Tone
from kanta_desk.gui.widgets.badge import StatusBadge


class TriesBadge(StatusBadge):
    """Hidden where the card does not tell."""

    def show_tries(self, tries: int | None) -> None:
        """Show how many there are."""
        self.setVisible(tries is not None)
        if tries is None:
            return
        tone = Tone.FAILED if tries == 0 else Tone.WARNING if tries <= FEW_TRIES else Tone.NEUTRAL
        icon = "info" if tone is Tone.NEUTRAL else ""
        self.show_state(tone, self.tr("%n try/tries left", "", tries), icon)
