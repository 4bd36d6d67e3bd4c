"""The register as a whole: the two-person rule, and every change of rights, newest first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.language import language, moment
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, SectionTitle, scrolled
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.rights import RightsOverview
from kanta_desk.model.rights_words import change_words

_MOST = 100


class RegisterView(Panel):
    """``two_wanted`` asks to turn the two-person rule on or off."""

    two_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._two = False
        self._heading = Heading()
        self._rule = Body()
        self.switch = button("", lambda: self.two_wanted.emit(not self._two), "person")
        line = QHBoxLayout()
        line.addWidget(self._rule, 1)
        line.addWidget(self.switch)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(Space.S)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.setSpacing(Space.S)
        inside.addWidget(self._heading)
        inside.addWidget(SectionTitle(self.tr("Invalidation")))
        inside.addLayout(line)
        inside.addSpacing(Space.S)
        inside.addWidget(SectionTitle(self.tr("Changes of rights")))
        inside.addLayout(self._changes)
        inside.addStretch(1)
        self.column.addWidget(scrolled(content, self.tr("The register and its changes")), 1)

    def show_overview(self, view: RightsOverview, *, may_change: bool) -> None:
        """Show the rule and the history."""
        self._two = view.two_persons
        self._heading.setText(view.register.controller.name)
        self._rule.setText(
            self.tr("One person proposes an invalidation, another confirms it.")
            if view.two_persons
            else self.tr("One person is enough for an invalidation.")
        )
        self.switch.setText(
            self.tr("Let one person be enough")
            if view.two_persons
            else self.tr("Require two persons")
        )
        icons.redress(self.switch)
        self.switch.setVisible(may_change)
        empty_layout(self._changes)
        grants = {record.grant.id: record.grant for record in view.records}
        for past in reversed(view.changes[-_MOST:]):
            who = f"{past.change.number} · {moment(past.deed.at)} · {past.deed.name}"
            self._changes.addWidget(Body(who, "small"))
            self._changes.addWidget(Body(change_words(past, grants, language())))

    def wipe(self) -> None:
        """Forget everything."""
        self._heading.clear()
        self._rule.clear()
        empty_layout(self._changes)
