"""What a run came to, said in lines above the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kanta_desk.gui.language import moment
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import NoticeLine
from kanta_desk.model.deployment import CellState, Verdict
from kanta_desk.model.testruns import TestRun


class OutcomeLines(QWidget):
    """``again_wanted`` asks to run again what failed, ``unexpected_wanted`` and ``whole_wanted``
    to show what belongs to no row."""

    again_wanted = Signal()
    unexpected_wanted = Signal()
    whole_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = NoticeLine(closable=False, beside=True)
        self.unexpected = NoticeLine(closable=False, beside=True)
        self.whole = NoticeLine(closable=False, beside=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        for part in (self.verdict, self.unexpected, self.whole):
            line.addWidget(part, 3 if part is self.verdict else 2)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say the outcome, and what belongs to no row."""
        tone, title, text = self._said(verdict)
        again = (self.tr("Run again"), self.again_wanted.emit)
        amiss = not verdict.complete or bool(verdict.undecided) or not verdict.passed
        self.verdict.tell(tone, title, text, again if amiss else None)
        self.unexpected.clear()
        if count := len(verdict.unexpected):
            said = self.tr(
                "%n document(s) of the test persons that the plan does not name", "", count
            )
            show = (self.tr("Show them"), self.unexpected_wanted.emit)
            self.unexpected.tell(Tone.WARNING, said, "", show)
        self.whole.clear()
        if count := len(verdict.findings) + len(verdict.counts):
            said = self.tr("%n finding(s) of the test as a whole", "", count)
            self.whole.tell(Tone.NEUTRAL, said, "", (self.tr("Show them"), self.whole_wanted.emit))

    def tell_interrupted(self) -> None:
        """Say that a run did not come to its end."""
        self.verdict.tell(
            Tone.NEUTRAL,
            self.tr("The test did not come to its end"),
            self.tr("What was checked is kept. Go on from there under Runs, or start again."),
        )

    def offer_halted(self, run: TestRun, go_on: Callable[[], None]) -> None:
        """Offer to go on with a run of an earlier time."""
        self.verdict.tell(
            Tone.WARNING,
            self.tr("A run of {plan} came to a halt").format(plan=run.plan_name),
            self.tr(
                "Begun {time}; {done} of {total} documents are checked and need not be asked again."
            ).format(time=moment(run.started), done=run.done, total=run.total),
            (self.tr("Go on"), go_on),
        )

    def clear(self) -> None:
        """Say nothing."""
        for line in (self.verdict, self.unexpected, self.whole):
            line.clear()

    def _said(self, verdict: Verdict) -> tuple[Tone, str, str]:
        """Tone, title and text of the line that tells the outcome."""
        if not verdict.complete:
            why = (
                self.tr("It was stopped by error {code}.").format(code=verdict.stopped_by)
                if verdict.stopped_by
                else self.tr("It was cancelled.")
            )
            return Tone.NEUTRAL, self.tr("The test did not come to its end"), why
        if verdict.passed:
            by_decision = verdict.state is not CellState.OK
            text = self.tr("What was not in order is accepted, each with a reason.")
            return Tone.OK, self.tr("The test is passed"), text if by_decision else ""
        faulty = Counter(row.state for row in verdict.rows)[CellState.FAILED]
        if faulty:
            title = self.tr("Not passed: %n document(s) with a fault", "", faulty)
            text = self.tr("Have the faults mended, then run again what failed.")
            return Tone.FAILED, title, text
        return (
            Tone.WARNING,
            self.tr("No faults, but something needs a look"),
            self.tr("Look at the marked cells and decide on each before you report."),
        )
