"""Which plan is run: its summary, the ways to choose another, and the start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.language import day
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, primary_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.deployment import Plan


class PlanPanel(Panel):
    """``choose_wanted``, ``practice_wanted``, ``start_wanted`` and ``invalidate_wanted`` are the
    person's wishes."""

    choose_wanted = Signal()
    practice_wanted = Signal()
    start_wanted = Signal()
    invalidate_wanted = Signal()

    def __init__(self, practice_plan: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._practice_plan = practice_plan
        self._name = Heading()
        self._about = Body(role="hint")
        self.choose = button(self.tr("Choose a plan…"), self.choose_wanted.emit, "folder")
        self.practice = button(self.tr("Use the practice plan"), self.practice_wanted.emit)
        self.start = primary_button(self.tr("Start the test"), self.start_wanted.emit, "play")
        self.invalidate = button(
            self.tr("Invalidate the documents…"), self.invalidate_wanted.emit, "invalidations"
        )
        self.invalidate.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._about)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addLayout(words, 1)
        line.addSpacing(Space.M)
        for widget in (self.practice, self.invalidate, self.choose, self.start):
            line.addWidget(widget)
        self.column.addLayout(line)
        self.show_plan(None)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan's summary, or that one is to be chosen."""
        self.start.setEnabled(plan is not None)
        offered = self._practice_plan is not None
        self.practice.setVisible(offered and (plan is None or plan.path != self._practice_plan))
        if plan is None:
            self._name.setText(self.tr("No plan chosen"))
            self._about.setText(
                self.tr(
                    "A plan lists the documents that the client information system stored. It is "
                    "a CSV or JSON file."
                )
            )
            return
        self._name.setText(plan.name)
        system = " ".join(filter(None, (plan.system, plan.system_version)))
        parts = (
            self.tr("%n document(s)", "", len(plan.documents)),
            system,
            plan.vendor,
            plan.test_case,
            self.tr("test day {day}").format(day=day(plan.test_day)) if plan.test_day else "",
            plan.path.name,
        )
        self._about.setText(" · ".join(filter(None, parts)))

    def offer_invalidation(self, found: int, refused: str) -> None:
        """Offer to invalidate what a finished test found, or say why the holder may not."""
        self.invalidate.setVisible(found > 0)
        self.invalidate.setEnabled(not refused)
        about = refused or self.tr("%n document(s) that the test found", "", found)
        self.invalidate.setToolTip(about)
        self.invalidate.setAccessibleDescription(about)

    def lock(self, *, running: bool) -> None:
        """While a test runs, the plan cannot be changed."""
        for widget in (self.choose, self.practice, self.start):
            widget.setEnabled(not running)
