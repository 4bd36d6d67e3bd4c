"""One finding of a check: severity, what, where, the evidence, and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.labels import Body, MonoLabel
from kanta_desk.gui.widgets.panels import Panel
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.metadata import BY_KEY

SEVERITY_TONES = {
    Severity.ERROR: Tone.FAILED,
    Severity.WARNING: Tone.WARNING,
    Severity.NOTE: Tone.NEUTRAL,
}


class FindingCard(Panel):
    """A panel with one finding, named whole for screen readers."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self.column.setSpacing(Space.XS)
        head = QHBoxLayout()
        head.addWidget(StatusBadge(SEVERITY_TONES[finding.severity], self._severity(finding)), 1)
        rule = QLabel(finding.rule)
        rule.setProperty("role", "small")
        head.addWidget(rule)
        self.column.addLayout(head)
        self.column.addWidget(Body(say(finding.title), "strong"))
        if finding.place or finding.evidence:
            self.column.addLayout(self._evidence(finding))
        self.column.addWidget(Body(say(finding.remedy)))
        if finding.source:
            self.column.addWidget(Body(finding.source, "small"))
        self.setAccessibleName(f"{self._severity(finding)}: {say(finding.title)}")
        self.setAccessibleDescription(say(finding.remedy))

    def _evidence(self, finding: Finding) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        if finding.place:
            field = BY_KEY.get(finding.place)
            lines.addWidget(Body(say(field.label) if field else finding.place, "label"))
        if finding.evidence:
            shown = MonoLabel(finding.evidence, self.tr("Evidence"))
            shown.setWordWrap(True)
            lines.addWidget(shown)
        return lines

    def _severity(self, finding: Finding) -> str:
        return {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.NOTE: self.tr("Note"),
        }[finding.severity]
