"""What the program runs on though no published source confirms it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kanta_desk.gui.theme import Space, mono_font
from kanta_desk.gui.widgets.labels import Body, MonoLabel, SectionTitle
from kanta_desk.gui.widgets.panels import Panel, button

_POINTS = 9.0


class UnverifiedView(Panel):
    """How many facts of the message profile are unconfirmed; they themselves on request."""

    def __init__(self, facts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(Space.S)
        self._facts = MonoLabel("\n".join(facts), self.tr("Unverified facts"))
        self._facts.setFont(mono_font(_POINTS))
        self._facts.setWordWrap(True)
        self._facts.hide()
        self.toggle = button("", self._unfold)
        self.column.addWidget(
            SectionTitle(
                self.tr("%n fact(s) of the message profile are unverified", "", len(facts))
            )
        )
        self.column.addWidget(
            Body(
                self.tr(
                    "No published source confirms them for this archive. If the archive answers "
                    "in a way that the program does not understand, compare these with what the "
                    "archive's owner says, and correct the profile."
                ),
                "hint",
            )
        )
        self.column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._facts)
        self._name()
        self.setVisible(bool(facts))

    def _unfold(self) -> None:
        self._facts.setVisible(self._facts.isHidden())
        self._name()

    def _name(self) -> None:
        shown = not self._facts.isHidden()
        self.toggle.setText(self.tr("Hide the facts") if shown else self.tr("Show the facts"))
