"""The runs of a register: which there were, what changed between them, and going on with one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.gui.deployment.matrix import CELL_TONES
from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import moment, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, colours
from kanta_desk.gui.widgets import Body, Heading, Panel, SectionTitle, icon_button, scrolled
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.table import AnyIndex, Table, TableModel
from kanta_desk.model.deployment import ASPECT_NAMES, CELL_NAMES, KIND_NAMES
from kanta_desk.model.testruns import (
    RUN_STATE_NAMES,
    CellChange,
    RowChange,
    RunChanges,
    RunState,
    TestRun,
)

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTHS = (92, 90, 98, 40)


class Column(IntEnum):
    """The columns of the table, in their order."""

    STARTED = 0
    PLAN = 1
    RESULT = 2
    ROWS = 3


class RunsModel(TableModel):
    """The runs, the newest first."""

    columns = len(Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[TestRun, ...] = ()

    def show(self, runs: Sequence[TestRun]) -> None:
        """Show these."""
        self.beginResetModel()
        self._runs = tuple(runs)
        self.endResetModel()

    def run(self, row: int) -> TestRun | None:
        """The run of a row."""
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def row_of(self, run_id: str) -> int:
        """The row of a run; -1 if it is not there."""
        return next((at for at, run in enumerate(self._runs) if run.run_id == run_id), -1)

    def before(self, run: TestRun) -> TestRun | None:
        """The run of the same plan before this one, or the one that it continues."""
        older = self._runs[self.row_of(run.run_id) + 1 :]
        same = (r for r in older if r.run_id == run.continues or r.plan_name == run.plan_name)
        return next(same, None)

    def length(self) -> int:
        """How many there are."""
        return len(self._runs)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Begun"), self.tr("Plan"), self.tr("Result"), self.tr("Rows")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        run = self.run(index.row()) if index.isValid() else None
        if run is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(run, column)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{run.plan_name} · {say(KIND_NAMES[run.kind])} · {run.by}"
            case Qt.ItemDataRole.DecorationRole if column is Column.RESULT:
                return tone_icon(_tone(run), 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.RESULT:
                return QColor(colours().ink(_tone(run)))
        return None

    def _text(self, run: TestRun, column: Column) -> str:
        match column:
            case Column.STARTED:
                return moment(run.started)
            case Column.PLAN:
                return run.plan_name
            case Column.RESULT:
                if run.state is RunState.COMPLETE and run.result is not None:
                    return say(CELL_NAMES[run.result])
                return say(RUN_STATE_NAMES[run.state])
            case Column.ROWS:
                return f"{number(run.done)}/{number(run.total)}"


class HistoryPanel(Panel):
    """``open_wanted`` and ``resume_wanted`` carry a run's id; ``came`` says that the runs are there
    to be shown, ``failed`` carries an error; ``closed`` puts the panel away."""

    open_wanted = Signal(str)
    resume_wanted = Signal(str)
    came = Signal()
    failed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._desk = desk
        self.model = RunsModel(self)
        self.table = Table(self.model, self.tr("Runs, the newest first"), _WIDTHS, lines=2)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.table.activated.connect(lambda _: self._tell(self.open_wanted))
        self._none = Body(self.tr("No test has been run in this register yet."), "hint")
        self.open = button(self.tr("Show"), lambda: self._tell(self.open_wanted))
        self.resume = button(self.tr("Go on"), lambda: self._tell(self.resume_wanted))
        self.compare = button(self.tr("What changed"), self._compare)
        self.forget = button(self.tr("Forget"), self._forget)
        self.forget.setToolTip(self.tr("Out of the history; its events stay in the log"))
        close = icon_button("close", self.tr("Back to the evidence"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Runs")), 1)
        head.addWidget(close)
        acts = QHBoxLayout()
        acts.setSpacing(Space.S)
        for each in (self.open, self.resume, self.compare):
            acts.addWidget(each)
        acts.addStretch(1)
        acts.addWidget(self.forget)
        self._changes = scrolled(QWidget(), self.tr("What changed between two runs"))
        self._changes.hide()
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(self._none)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(acts)
        self.column.addWidget(self._changes, 1)
        self._chosen()

    def fetch(self) -> None:
        """Fetch the runs of the register in hand."""
        session = self._desk.session
        if session is not None:
            start(
                self, self._desk, session.tests.runs, lane=Lane.NET,
                done=self._fetched, failed=self.failed.emit,
            )  # fmt: skip

    def show_runs(self, runs: Sequence[TestRun]) -> None:
        """Show the runs of a register."""
        self.model.show(runs)
        self._none.setVisible(not runs)
        self.table.setVisible(bool(runs))
        self._changes.hide()
        if runs:
            self.table.selectRow(0)
        self._chosen()

    def show_changes(self, changes: RunChanges) -> None:
        """Show what changed from one run to another."""
        content = QWidget()
        content.setProperty("role", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, Space.M, 0)
        column.setSpacing(Space.XS)
        said = [self.tr("%n row(s) changed", "", len(changes.rows))]
        if changes.mended:
            said.append(self.tr("%n mended", "", len(changes.mended)))
        column.addWidget(SectionTitle(" · ".join(said)))
        for row in changes.rows:
            for line in self._lines(row):
                column.addWidget(line)
        for oids, word in (
            (changes.appeared, self.tr("New unexpected document: {oid}")),
            (changes.gone, self.tr("No longer there: {oid}")),
        ):
            for oid in oids:
                column.addWidget(Body(word.format(oid=oid)))
        column.addStretch(1)
        self._changes.setWidget(content)
        self._changes.show()

    def wipe(self) -> None:
        """Forget the runs."""
        self.show_runs(())
        self._changes.setWidget(QWidget())

    def _lines(self, row: RowChange) -> list[Body]:
        lines = [Body(f"{row.key} · {row.title}", "strong")]
        lines += [Body(_change(cell)) for cell in row.cells]
        if row.pair_changed:
            lines.append(Body(self.tr("Another document stands for the row"), "hint"))
        if row.content_changed:
            lines.append(Body(self.tr("The archived document is another, byte for byte"), "hint"))
        return lines

    def _run(self) -> TestRun | None:
        index = self.table.currentIndex()
        return self.model.run(index.row()) if index.isValid() else None

    def _chosen(self) -> None:
        run = self._run()
        self.open.setEnabled(run is not None)
        self.forget.setEnabled(run is not None and run.state is not RunState.RUNNING)
        self.resume.setEnabled(run is not None and run.can_resume)
        self.compare.setEnabled(run is not None and self.model.before(run) is not None)

    def _tell(self, wish: Any) -> None:
        if run := self._run():
            wish.emit(run.run_id)

    def _fetched(self, runs: tuple[TestRun, ...]) -> None:
        self.show_runs(runs)
        self.came.emit()

    def _compare(self) -> None:
        run, session = self._run(), self._desk.session
        if run and session and (before := self.model.before(run)):
            start(
                self, self._desk, session.tests.changes, before.run_id, run.run_id,
                done=self.show_changes, failed=self.failed.emit,
            )  # fmt: skip

    def _forget(self) -> None:
        run, session = self._run(), self._desk.session
        if run and session:
            start(
                self, self._desk, session.tests.forget, run.run_id,
                done=lambda _: self.fetch(), failed=self.failed.emit,
            )  # fmt: skip


def _change(cell: CellChange) -> str:
    before = say(CELL_NAMES[cell.before]) if cell.before else "–"
    after = say(CELL_NAMES[cell.after]) if cell.after else "–"
    return f"{say(ASPECT_NAMES[cell.aspect])}: {before} → {after}"


def _tone(run: TestRun) -> Tone:
    if run.state is RunState.COMPLETE and run.result is not None:
        return CELL_TONES[run.result]
    return Tone.BUSY if run.state is RunState.RUNNING else Tone.WARNING
