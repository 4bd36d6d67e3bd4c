"""How far a test is on its way to Kela: its steps, the deadline, and the next act."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kanta_desk.desk.planning import Step, StepState, progress_to_report, working_days_left
from kanta_desk.gui.language import day, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Panel, StatusBadge
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.deployment import ReportDetails, Verdict


class StepsPanel(Panel):
    """``report_wanted``, ``reported_wanted`` and ``invalidate_wanted`` ask for the next act."""

    report_wanted = Signal()
    invalidate_wanted = Signal()
    reported_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.S)
        self._badges = {step: StatusBadge() for step in Step}
        self._deadline = StatusBadge()
        self._missing = Body(role="hint")
        self.report = button(self.tr("Write the report…"), self.report_wanted.emit, "report")
        self.reported = button(self.tr("Mark as reported…"), self.reported_wanted.emit, "check")
        self.invalidate = button(
            self.tr("Invalidate the documents…"), self.invalidate_wanted.emit, "invalidations"
        )
        self.invalidate.hide()
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        for badge in self._badges.values():
            line.addWidget(badge)
        line.addStretch(1)
        line.addWidget(self.report)
        line.addWidget(self.reported)
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        below.addWidget(self._deadline)
        below.addWidget(self._missing, 1)
        below.addWidget(self.invalidate)
        self.column.setSpacing(Space.XS)
        self.column.addLayout(line)
        self.column.addLayout(below)
        self.hide()

    def show_progress(
        self, verdict: Verdict, details: ReportDetails, deadline: date, today: date, written: bool
    ) -> None:
        """Show where a test stands ``today``."""
        steps = progress_to_report(verdict, details, written=written)
        for state in steps:
            tone = Tone.OK if state.done else Tone.NEUTRAL
            if state.step is Step.DECISIONS and state.left:
                tone = Tone.WARNING
            self._badges[state.step].show_state(tone, self._word(state))
        missing = next(state.missing for state in steps if state.step is Step.DETAILS)
        named = ", ".join(say(name) for name in missing)
        self._missing.setText(self.tr("Missing: {names}").format(names=named) if named else "")
        self._show_deadline(verdict, deadline, today)
        self.report.setEnabled(verdict.complete)
        self.reported.setVisible(verdict.complete and verdict.passed and verdict.reported is None)
        self.show()

    def offer_invalidation(self, found: int, refused: str) -> None:
        """Offer to invalidate what a finished test found, or say why the holder may not."""
        self.invalidate.setVisible(found > 0)
        self.invalidate.setEnabled(not refused)
        about = refused or self.tr("%n document(s) that the test found", "", found)
        self.invalidate.setToolTip(about)
        self.invalidate.setAccessibleDescription(about)

    @property
    def said(self) -> str:
        """All that it says."""
        words = [badge.word for badge in self._badges.values()]
        return " · ".join((*words, self._deadline.word, self._missing.text()))

    def wipe(self) -> None:
        """Show nothing."""
        self.hide()
        self._missing.clear()

    def _word(self, state: StepState) -> str:
        match state.step:
            case Step.RUN:
                return self.tr("Run") if state.done else self.tr("Run: %n waiting", "", state.left)
            case Step.DECISIONS:
                if state.left:
                    return self.tr("%n to decide", "", state.left)
                return self.tr("Decided")
            case Step.DETAILS:
                if state.left:
                    return self.tr("%n detail(s) missing", "", state.left)
                return self.tr("Details")
            case Step.REPORT:
                return self.tr("Report written") if state.done else self.tr("Report")
            case Step.REPORTED:
                return self.tr("Reported") if state.done else self.tr("To be reported")

    def _show_deadline(self, verdict: Verdict, deadline: date, today: date) -> None:
        if verdict.reported is not None:
            said = self.tr("Reported on {day}").format(day=day(verdict.reported))
            self._deadline.show_state(Tone.OK, said, "calendar")
            return
        left = working_days_left(deadline, today)
        if left < 0:
            word = self.tr("%n working day(s) late", "", -left)
        elif left == 0:
            word = self.tr("today is the last day")
        else:
            word = self.tr("%n working day(s) left", "", left)
        said = self.tr("To be reported by {day}: {left}").format(day=day(deadline), left=word)
        tone = Tone.FAILED if left < 0 else Tone.WARNING if left <= 1 else Tone.NEUTRAL
        self._deadline.show_state(tone, said, "calendar")
