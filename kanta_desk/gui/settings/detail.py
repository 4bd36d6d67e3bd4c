"""One code set, register or structure in full: what it is, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.language import moment, number, say
from kanta_desk.gui.settings.model import HoldingsModel, days, source_tone, version_name
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.panels import Panel, button
from kanta_desk.model.imports import KIND_NAMES, Holding


class HoldingView(QWidget):
    """``remove_wanted`` carries what is to be removed, after it has been asked twice."""

    remove_wanted = Signal(object)

    def __init__(self, model: HoldingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holding: Holding | None = None
        self._model = model
        self._may_remove = False
        self.title = SectionTitle()
        self.state = StatusBadge()
        self.fields = FieldList(label_width=120)
        self.hint = Body(role="hint")
        self.remove = button(self.tr("Remove…"), self._ask)
        self.sure = button(self.tr("Yes, remove"), self._confirmed)
        self.keep = button(self.tr("No, keep"), self._keep)
        panel = Panel()
        panel.column.addWidget(self.title)
        panel.column.addWidget(self.state)
        panel.column.addWidget(self.fields)
        panel.column.addWidget(self.hint)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for each in (self.remove, self.sure, self.keep):
            line.addWidget(each)
        line.addStretch(1)
        panel.column.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_holding(self, holding: Holding, *, may_remove: bool) -> None:
        """Show one."""
        self.holding = holding
        self.title.setText(say(holding.name))
        self.state.show_state(source_tone(holding), self._model.source(holding))
        self.fields.clear()
        self.fields.add(self.tr("Kind"), say(KIND_NAMES[holding.kind]))
        self.fields.add("OID", holding.system, mono=True)
        self.fields.add(self.tr("Version"), version_name(holding))
        self.fields.add(self.tr("Count"), number(holding.count))
        self.fields.add(self.tr("In force"), days(holding.valid_from, holding.valid_to))
        origin = holding.origin
        if origin is not None:
            self.fields.add(self.tr("File"), origin.file)
            self.fields.add("SHA-256", origin.sha256, mono=True)
            self.fields.add(self.tr("Imported"), f"{moment(origin.at)}, {origin.by}")
        elif holding.evidence:
            self.fields.add(self.tr("Source"), holding.evidence)
        self._may_remove = may_remove and (origin is not None or bool(holding.fault))
        self._keep()

    def clear(self) -> None:
        """Show nothing."""
        self.holding = None
        self.fields.clear()
        self.title.clear()

    def _ask(self) -> None:
        self.hint.setText(
            self.tr("What ships with the program will be used again, where there is such.")
        )
        self._offer(asked=True)
        self.keep.setFocus()

    def _keep(self) -> None:
        self.hint.clear()
        self._offer(asked=False)

    def _offer(self, *, asked: bool) -> None:
        self.hint.setVisible(asked)
        self.remove.setVisible(self._may_remove and not asked)
        self.sure.setVisible(asked)
        self.keep.setVisible(asked)

    def _confirmed(self) -> None:
        holding, self.holding = self.holding, None
        if holding is not None:
            self.remove_wanted.emit(holding)
