"""From a file or folder to a plan: what the window asks and shows on the way; files it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.plans import KINDS, Plans
from kanta_desk.errors import KantaError, PlanUnreadable
from kanta_desk.gui.deployment.mapping import MappingPage
from kanta_desk.gui.deployment.plan_listing import PlanListing
from kanta_desk.gui.language import language, say
from kanta_desk.gui.tasks import Hook, start
from kanta_desk.gui.widgets import BusyLine
from kanta_desk.model.deployment import Plan
from kanta_desk.model.planning import COLUMN_NAMES, ColumnMapping, Export, Opened
from kanta_desk.model.terms.plans import PLAN_REASONS

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class PlanReading(QStackedWidget):
    """``came`` brings a plan, ``failed`` an error (several faults of a file are listed here
    instead), ``wrote`` a title and the path of a file;
    ``wanted`` says whether something is to be looked at here, or what was before can be shown."""

    came = Signal(object)
    failed = Signal(object)
    wrote = Signal(str, object)
    wanted = Signal(bool)

    def __init__(self, desk: Desk, busy: BusyLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = busy
        self.plans = Plans(desk.paths)
        self._opened: Opened | None = None
        self.mapping = MappingPage()
        self.mapping.accepted.connect(self._use)
        self.mapping.rejected.connect(lambda: self.wanted.emit(False))
        self.mapping.sheet_wanted.connect(self._look)
        self.mapping.file_wanted.connect(self._ask_mapping)
        self.mapping.send_wanted.connect(self._ask_where_mapping)
        self.listing = PlanListing()
        self.listing.rejected.connect(lambda: self.wanted.emit(False))
        self.addWidget(self.mapping)
        self.addWidget(self.listing)
        # What it would need to be shown must not widen the page while it is not.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @property
    def has_columns(self) -> bool:
        """Whether the plan came from a table whose columns can be looked at."""
        return self._opened is not None and self._opened.export is not None

    @property
    def has_files(self) -> bool:
        """Whether the plan came from a folder whose files can be looked at."""
        return self._opened is not None and bool(self._opened.found)

    @property
    def left_out(self) -> int:
        """How many files of a folder are no part of the plan."""
        return len(self._opened.passed) if self._opened else 0

    def read(self, path: Path) -> None:
        """Look at a file or folder; ``came`` or ``failed`` follows, or a question."""
        task = start(
            self, self._desk, self.plans.open, path, Hook.PROGRESS,
            done=self._found, failed=self._not_read, progressed=self._busy.progress,
            lane=Lane.NET,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Reading the plan…"))

    def ask_file(self) -> None:
        """Ask for a file, and read it."""
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        offered = self.tr("Plans and exports ({kinds})").format(kinds=kinds)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a plan"), "", offered)
        if path:
            self.read(Path(path))

    def ask_folder(self) -> None:
        """Ask for a folder of exported files, and read it."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of exported files"))
        if path:
            self.read(Path(path))

    def ask_where(self, plan: Plan) -> None:
        """Ask where to, and write the plan as a file of the program's own form."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the plan"), "plan.json", self.tr("Plan (*.json)")
        )
        if path:
            self.write_to(plan, Path(path))

    def write_to(self, plan: Plan, path: Path) -> None:
        """Write the plan to ``path``, its sources beside it."""
        self._write(self.plans.write, self.tr("The plan was saved"), plan, path)

    def ask_template(self, suffix: str) -> None:
        """Ask where to, and write a template."""
        name = self.tr("plan-template") + suffix
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the template"), name, f"{suffix[1:].upper()} (*{suffix})"
        )
        if path:
            self.template_to(Path(path).with_suffix(suffix))

    def template_to(self, path: Path) -> None:
        """Write a template to ``path``."""
        self._write(self.plans.template, self.tr("The template was saved"), path, language())

    def show_columns(self) -> None:
        """Show what the columns of the plan's file were taken for."""
        if self._opened and self._opened.export:
            self._ask(self._opened.export)

    def show_files(self) -> None:
        """Show what each file of the folder told, and which ones told nothing."""
        if self._opened is None:
            return
        left_out = [(each.name, say(each.reason)) for each in self._opened.passed]
        told = [
            (
                each.name,
                " · ".join(
                    f"{say(COLUMN_NAMES[column])} {say(by)}" for column, by in each.told_by.items()
                ),
            )
            for each in self._opened.found
        ]
        self.listing.show_groups(
            self.tr("Files of the folder"),
            "",
            ((self.tr("No part of the plan"), left_out), (self.tr("In the plan"), told)),
        )
        self._show(self.listing)

    def wipe(self) -> None:
        """Hold nothing of any plan."""
        self._opened = None
        self.mapping.wipe()
        self.listing.wipe()

    def _found(self, opened: Opened) -> None:
        self._opened = opened
        if opened.plan is not None:
            self.came.emit(opened.plan)
        elif opened.export is not None:
            self._ask(opened.export)

    def _ask(self, export: Export) -> None:
        systems = tuple(m.system for m in self.plans.mappings if m.system)
        self.mapping.show_export(export, systems)
        self._show(self.mapping)

    def _look(self, sheet: str) -> None:
        if self._opened is not None:
            start(
                self, self._desk, self.plans.look, self._opened.path, sheet,
                done=self._looked, failed=self._not_read, lane=Lane.NET,
            )  # fmt: skip

    def _looked(self, export: Export | None) -> None:
        if export is not None and self._opened is not None:
            self._opened = Opened(self._opened.path, None, export)
            self._ask(export)

    def _use(self) -> None:
        if self._opened is None:
            return
        mapping, sheet = self.mapping.mapping, self.mapping.sheet_name
        keep = self.plans.keep if self.mapping.is_kept else None
        path = self._opened.path

        def read() -> Plan:
            plan = self.plans.by(path, mapping, sheet)
            if keep is not None:
                keep(mapping)
            return plan

        task = start(self, self._desk, read, done=self._used, failed=self._not_read, lane=Lane.NET)
        self._busy.follow(task, self.tr("Reading the plan…"))

    def _used(self, plan: Plan) -> None:
        if self._opened is not None and self._opened.export is not None:
            self._opened = Opened(self._opened.path, plan, self._opened.export)
        self.came.emit(plan)

    def _ask_mapping(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Settings of columns"), "", self.tr("Settings of columns (*.json)")
        )
        if path:
            self.take_mapping(Path(path))

    def take_mapping(self, path: Path) -> None:
        """Read settings of columns that somebody sent, keep them, and use them here."""
        start(
            self, self._desk, self.plans.take, path,
            done=self.mapping.take, failed=self.failed.emit, lane=Lane.NET,
        )  # fmt: skip

    def _ask_where_mapping(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Settings of columns"), "columns.mapping.json",
            self.tr("Settings of columns (*.json)"),
        )  # fmt: skip
        if path:
            self.send_mapping(self.mapping.mapping, Path(path))

    def send_mapping(self, mapping: ColumnMapping, path: Path) -> None:
        """Write settings of columns to a file."""
        self._write(self.plans.send, self.tr("The settings were saved"), mapping, path)

    def _write(self, act: Callable[..., Path], title: str, *arguments: object) -> None:
        start(
            self, self._desk, act, *arguments,
            done=lambda path: self.wrote.emit(title, path), failed=self.failed.emit, lane=Lane.NET,
        )  # fmt: skip

    def _not_read(self, error: KantaError) -> None:
        """Several faults are listed, for all to be mended at once."""
        if isinstance(error, PlanUnreadable) and len(error.faults) > 1:
            faults = [(f.place, say(PLAN_REASONS[f.reason])) for f in error.faults]
            self.listing.show_groups(
                self.tr("%n fault(s) in the plan", "", len(faults)),
                self.tr(
                    "Correct them in the file and open it again. The place is file, sheet, row "
                    "and column."
                ),
                (("", faults),),
            )
            self._show(self.listing)
        else:
            self.failed.emit(error)

    def _show(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.wanted.emit(True)
