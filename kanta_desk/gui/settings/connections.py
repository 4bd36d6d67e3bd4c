"""The connections to archives: practice, test and production, kept visibly apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.connections import ConnectionFacts, connection_facts
from kanta_desk.desk.lanes import Lane
from kanta_desk.gui.language import day, say
from kanta_desk.gui.settings.column import Column
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.terms.connections import PRODUCTION

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_SOON = 30


class ConnectionsTab(Column):
    """A panel for each connection, the one in use first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.desk = desk
        self._known = False
        self.error = ErrorLine()
        self._panels = QVBoxLayout()
        self._panels.setSpacing(Space.L)
        self.column.addWidget(self.error)
        self.column.addLayout(self._panels)
        self.column.addStretch(1)

    def entered(self) -> None:
        """Show them, unless they are shown."""
        if not self._known:
            self.again()

    def again(self) -> None:
        """Read their certificates and profiles anew."""
        self.error.clear()
        start(
            self,
            self.desk,
            connection_facts,
            self.desk.options,
            lane=Lane.LOG,
            done=self._show,
            failed=self.error.show_error,
        )

    def _show(self, facts: tuple[ConnectionFacts, ...]) -> None:
        self._known = True
        empty_layout(self._panels)
        if not facts:
            self._panels.addWidget(Body(self.tr("The options name no connection to an archive.")))
        for each in facts:
            self._panels.addWidget(self._panel(each))

    def _panel(self, facts: ConnectionFacts) -> Panel:
        panel = Panel()
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(SectionTitle(facts.name))
        head.addWidget(_mode_mark(facts.mode))
        head.addStretch(1)
        if facts.in_use:
            head.addWidget(StatusBadge(Tone.OK, self.tr("in use")))
        panel.column.addLayout(head)
        fields = FieldList()
        fields.add(self.tr("Address"), facts.url, mono=True)
        fields.add_widget(self.tr("Message profile"), self._profile(facts))
        fields.add_widget(self.tr("Own certificate"), self._certificate(facts))
        fields.add(self.tr("Certificate's file"), facts.certificate, mono=True)
        fields.add(self.tr("Trusted authorities"), facts.authority, mono=True)
        panel.column.addWidget(fields)
        if facts.fault is not None:
            fault = ErrorLine(closable=False)
            fault.show_error(facts.fault)
            panel.column.addWidget(fault)
        return panel

    def _profile(self, facts: ConnectionFacts) -> QWidget:
        if facts.unverified:
            words = self.tr("%n unverified fact(s)", "", facts.unverified)
            return StatusBadge(Tone.WARNING, f"{facts.profile} · {words}")
        if facts.fault is not None:
            return StatusBadge(Tone.NEUTRAL, facts.profile)
        return StatusBadge(Tone.OK, f"{facts.profile} · " + self.tr("verified"))

    def _certificate(self, facts: ConnectionFacts) -> QWidget:
        if facts.ends is None:
            return StatusBadge(Tone.FAILED, self.tr("cannot be read"))
        left = (facts.ends - datetime.now(UTC)).days
        ends = day(facts.ends)
        if left < 0:
            return StatusBadge(Tone.FAILED, self.tr("expired {day}").format(day=ends))
        until = self.tr("valid until {day}").format(day=ends)
        return StatusBadge(Tone.WARNING if left <= _SOON else Tone.OK, until)


def _mode_mark(mode: Mode) -> QLabel:
    """The mode in its own colour and words, as in the banner at the top."""
    mark = QLabel(say(MODE_BANNERS[mode]) or say(PRODUCTION))
    mark.setProperty("role", "mode")
    mark.setProperty("mode", mode.value)
    return mark
