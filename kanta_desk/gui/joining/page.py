"""The Joining page: the wanted start, what is late, the tasks and one of them in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import KantaError
from kanta_desk.gui.joining.detail import TaskView
from kanta_desk.gui.joining.model import Column, TasksModel
from kanta_desk.gui.language import day, language, say
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, Heading, NoticeLine
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.joining import Joining, TaskNote, TaskState
from kanta_desk.model.terms import joining as words

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_STACKED = 960
_WIDTHS = (330, 114, 92, 92, 124)


class JoiningPage(Page):
    """The wanted start above, the tasks left, the chosen one right. Holds no client's data."""

    key = "joining"
    icon = "calendar"
    needs_session = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._project: Joining | None = None
        self.model = TasksModel(self)
        self.table = Table(
            self.model, self.tr("Tasks of joining"), _WIDTHS, elastic=Column.TASK, lines=2
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.start = DayField(say(words.START))
        self.start.editingFinished.connect(self._start_typed)
        self._progress = Heading()
        self._look = button(self.tr("Look now"), self.look, "refresh")
        self._look.setToolTip(
            self.tr("Looks at the reader, the card, the connection, rights and the register")
        )
        self._print = button(self.tr("Print…"), self._ask_where, "report")
        self._busy, self._error, self.notice = BusyLine(), ErrorLine(), NoticeLine()
        self.warning, self.dates = NoticeLine(closable=False), NoticeLine(closable=False)
        self.detail = TaskView()
        self.detail.noted.connect(self.keep)
        self._none = EmptyState(
            "calendar",
            self.tr("Choose a task"),
            self.tr("Its reason, its days and what the program sees of it are shown here."),
            width=300,
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.detail)
        self._arrange()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Joining")

    def entered(self) -> None:
        """Show the project as it stands today."""
        self.again()

    def again(self) -> None:
        """Read the project anew."""
        start(
            self, self.desk, self.desk.joining.project, lane=Lane.NET,
            done=self._show, failed=self._tell,
        )  # fmt: skip

    def look(self) -> None:
        """Look at what the program itself can see, and tick what is so."""
        self._error.clear()
        task = start(
            self, self.desk, self.desk.joining.look, lane=Lane.CARD,
            done=self._looked, failed=self._tell,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Looking…"))

    def keep(self, key: str, note: TaskNote) -> None:
        """Keep what was noted of a task."""
        start(
            self, self.desk, self.desk.joining.note, key, note, lane=Lane.NET,
            done=self._kept, failed=self._tell,
        )  # fmt: skip

    def start_on(self, wanted: date) -> None:
        """Count the days back from another start."""
        start(
            self, self.desk, self.desk.joining.start_on, wanted, lane=Lane.NET,
            done=self._show, failed=self._tell,
        )  # fmt: skip

    def print_to(self, path: Path) -> None:
        """Write the list as PDF."""
        start(
            self, self.desk, self.desk.joining.write_paper, path, language(), lane=Lane.NET,
            done=self._printed, failed=self._tell,
        )  # fmt: skip

    def show_sample(self) -> None:
        """Look, and show the first task."""
        self.look()

    def _looked(self, project: Joining) -> None:
        self._show(project)
        self.notice.tell(Tone.OK, self.tr("What the program sees was looked at just now"))

    def _kept(self, project: Joining) -> None:
        self._show(project)
        self.notice.tell(Tone.OK, self.tr("Noted"))

    def _show(self, project: Joining) -> None:
        self._project = project
        fresh = self.model.length() == 0
        self.model.show(project)
        if fresh:
            for row in self.model.headings_at():
                self.table.setSpan(row, 0, 1, self.model.columns)
        if not self.start.hasFocus():
            self.start.set_value(project.start)
        self._progress.setText(
            self.tr("{done} of {all} done").format(done=project.done, all=len(project.tasks))
        )
        self._warn(project)
        self._chosen()

    def _warn(self, project: Joining) -> None:
        late = sum(each.state is TaskState.LATE for each in project.tasks)
        if not project.can_be_kept:
            self.warning.tell(
                Tone.FAILED if late else Tone.WARNING,
                self.tr("Storing can begin on {day} at the earliest").format(
                    day=day(project.earliest)
                ),
                say(words.CANNOT_BE_KEPT),
            )
        else:
            self.warning.clear()
        said = "\n".join(f"{day(each.day)}  {say(each.title)}" for each in project.dates)
        self.dates.tell(Tone.NEUTRAL, say(words.STATUTORY), said)

    def _chosen(self) -> None:
        index = self.table.currentIndex()
        task = self.model.task(index.row()) if index.isValid() else None
        if task is None or self._project is None:
            self._right.setCurrentWidget(self._none)
            return
        titles = {each.task.key: each.task.title for each in self._project.tasks}
        self.detail.show_task(task, self._project.today, titles)
        self._right.setCurrentWidget(self.detail)

    def _start_typed(self) -> None:
        wanted = self.start.value
        if wanted is not None and (self._project is None or wanted != self._project.start):
            self.start_on(wanted)

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), self.tr("joining") + ".pdf", self.tr("PDF (*.pdf)")
        )
        if path:
            self.print_to(Path(path))

    def _printed(self, path: Path) -> None:
        self.notice.tell(Tone.OK, self.tr("The file was written"), str(path))

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(QLabel(say(words.START)))
        head.addWidget(self.start)
        head.addSpacing(Space.M)
        head.addWidget(self._progress, 1)
        head.addWidget(self._look)
        head.addWidget(self._print)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        above = (head, self._busy, self._error, self.notice, self.warning, self.dates)
        work_page(self, self.title(), above, Sides(left, self._right, (720, 340), _STACKED))
