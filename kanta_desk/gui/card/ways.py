"""The way to the card's keys: the card itself, or installed reader software; remembered here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import KantaError
from kanta_desk.gui.language import say
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel
from kanta_desk.model.cards import SIGNER_NAMES, SignerKind, SignerState

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_UNDER_WORD = 30  # where the word of a radio button begins


class SigningWaysView(Panel):
    """A row for each way that is to be had: chosen or not, and what a look at it found."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.column.addWidget(SectionTitle(self.tr("Way of signing")))
        self.column.addWidget(
            Body(
                self.tr(
                    "Signing in and signatures go to the card this way. The choice is kept on "
                    "this machine."
                ),
                "hint",
            )
        )
        self.choices: dict[SignerKind, QRadioButton] = {}
        self.states: dict[SignerKind, StatusBadge] = {}
        self._about: dict[SignerKind, Body] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(desk.ways.offered):
            name = say(SIGNER_NAMES[kind])
            choice = QRadioButton(name[:1].upper() + name[1:])
            choice.setChecked(kind is desk.ways.chosen)
            choice.clicked.connect(partial(self._choose, kind))
            state, about = StatusBadge(), Body(role="small")
            grid.addWidget(choice, 2 * row, 0)
            grid.addWidget(state, 2 * row, 1)
            grid.addWidget(about, 2 * row + 1, 0, 1, 2)
            about.setIndent(_UNDER_WORD)
            about.hide()
            self.choices[kind], self.states[kind], self._about[kind] = choice, state, about
        self.column.addLayout(grid)
        self.note = Body(role="hint")
        self.column.addWidget(self.note)
        self.error = ErrorLine()
        self.column.addWidget(self.error)
        self._refresh()

    def look(self) -> None:
        """Look at each way again; each is shown as soon as it has been looked at."""
        for kind in self.choices:
            self.states[kind].show_state(Tone.BUSY, self.tr("being looked at …"))
            start(
                self,
                self._desk,
                self._desk.ways.look,
                kind,
                lane=Lane.CARD,
                done=self.show_state,
                failed=self.error.show_error,
            )

    def show_state(self, state: SignerState) -> None:
        """Show what was found."""
        tone, word = self._words(state)
        self.states[state.kind].show_state(tone, word)
        self._about[state.kind].setText(state.about)
        self._about[state.kind].setVisible(bool(state.about))

    def _words(self, state: SignerState) -> tuple[Tone, str]:
        if state.problem:
            tone = Tone.FAILED if state.kind is self._desk.ways.chosen else Tone.NEUTRAL
            return tone, self.tr("not found ({code})").format(code=state.problem)
        if state.same_card is False:
            return Tone.FAILED, self.tr("sees another card")
        if state.card is False:
            return Tone.WARNING, self.tr("found, sees no card")
        return Tone.OK, self.tr("found, sees the card")

    def _choose(self, kind: SignerKind) -> None:
        self.error.clear()
        start(
            self,
            self._desk,
            self._desk.ways.choose,
            kind,
            lane=Lane.CARD,
            done=lambda _: self._refresh(),
            failed=self._failed,
        )

    def _failed(self, error: KantaError) -> None:
        self.error.show_error(error)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._desk.ways.chosen
        self.choices[chosen].setChecked(True)
        self.note.setVisible(not self._desk.ways.asks_pin)
        self.note.setText(
            self.tr(
                "The PIN is asked in the window of the reader software, for each signature anew."
            )
        )
