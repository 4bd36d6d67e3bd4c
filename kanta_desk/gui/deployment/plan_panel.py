"""Which plan is run: its summary, the ways to choose another, and the start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kanta_desk.desk.plans import TEMPLATE_KINDS
from kanta_desk.gui.language import day, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, primary_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.deployment import KIND_NAMES, Plan

_MOST_PLACES = 4


class PlanPanel(Panel):
    """The signals are the person's wishes; ``template_wanted`` says the kind of file."""

    choose_wanted = Signal()
    folder_wanted = Signal()
    columns_wanted = Signal()
    files_wanted = Signal()
    save_wanted = Signal()
    template_wanted = Signal(str)
    practice_wanted = Signal()
    history_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, practice_plan: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._practice_plan = practice_plan
        self._name = Heading()
        self._about = Body(role="hint")
        self._real = Body(role="word")
        self._real.setProperty("tone", "warning")
        self.choose = button(self.tr("Choose a plan…"), self.choose_wanted.emit, "folder")
        self.columns = self._action(self.tr("Columns of the file…"), self.columns_wanted.emit)
        self.files = self._action(self.tr("Files of the folder…"), self.files_wanted.emit)
        self.save = self._action(self.tr("Save the plan…"), self.save_wanted.emit)
        self.more = button(self.tr("More"))
        self.more.setToolTip(self.tr("Folder, columns, saving and templates"))
        self.more.setMenu(self._menu())
        self.practice = button(self.tr("Use the practice plan"), self.practice_wanted.emit)
        self.runs = button(self.tr("Runs"), self.history_wanted.emit, "history")
        self.start = primary_button(self.tr("Start the test"), self.start_wanted.emit, "play")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._about)
        words.addWidget(self._real)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addLayout(words, 1)
        line.addSpacing(Space.M)
        for widget in (self.practice, self.runs, self.choose, self.more, self.start):
            line.addWidget(widget)
        self.column.addLayout(line)
        self.show_plan(None)

    def show_plan(
        self, plan: Plan | None, has_columns: bool = False, has_files: bool = False
    ) -> None:
        """Show a plan's summary, or that one is to be chosen.

        ``has_columns`` and ``has_files`` say whether its columns or its folder can be looked at.
        """
        self.start.setEnabled(plan is not None)
        offered = self._practice_plan is not None
        self.practice.setVisible(offered and (plan is None or plan.path != self._practice_plan))
        self.columns.setEnabled(has_columns)
        self.files.setEnabled(has_files)
        self.save.setEnabled(plan is not None)
        self._name.setText(plan.name if plan else self.tr("No plan chosen"))
        self._about.setText(self._told(plan) if plan else self._what_a_plan_is())
        self._real.setText(self._told_of_real(plan) if plan else "")
        self._real.setVisible(bool(self._real.text()))

    def _what_a_plan_is(self) -> str:
        return self.tr(
            "A table (XLSX or CSV), a JSON file or a folder of exported files. Templates are under "
            "More."
        )

    def _told(self, plan: Plan) -> str:
        parts = (
            self.tr("%n document(s)", "", len(plan.documents)),
            self.tr("%n count(s)", "", len(plan.counts)) if plan.counts else "",
            say(KIND_NAMES[plan.kind]),
            " ".join(filter(None, (plan.system, plan.system_version))),
            plan.vendor,
            plan.test_case,
            self.tr("test day {day}").format(day=day(plan.test_day)) if plan.test_day else "",
            plan.path.name,
        )
        return " · ".join(filter(None, parts))

    def _told_of_real(self, plan: Plan) -> str:
        """That a client may be a living person, and on which rows."""
        rows = plan.real_clients
        if not rows:
            return ""
        places = ", ".join(row.place or row.key for row in rows[:_MOST_PLACES])
        more = " …" if len(rows) > _MOST_PLACES else ""
        told = self.tr("%n row(s) with an identity code that is no test code", "", len(rows))
        return f"{told}: {places}{more}"

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(
            self._action(self.tr("Open a folder of exported files…"), self.folder_wanted.emit)
        )
        menu.addActions([self.columns, self.files, self.save])
        menu.addSeparator()
        for suffix in TEMPLATE_KINDS:
            word = self.tr("Template ({kind})…").format(kind=suffix[1:].upper())
            menu.addAction(self._action(word, partial(self.template_wanted.emit, suffix)))
        return menu

    def _action(self, word: str, act: Callable[[], object]) -> QAction:
        made = QAction(word, self)
        made.triggered.connect(lambda: act())
        return made

    def lock(self, *, running: bool) -> None:
        """While a test runs, the plan cannot be changed."""
        for widget in (self.choose, self.more, self.practice, self.start):
            widget.setEnabled(not running)
