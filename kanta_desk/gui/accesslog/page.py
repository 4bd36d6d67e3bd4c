"""The Access log page: search, an event in full, the proof that nothing was changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import Cancelled, KantaError, RightMissing
from kanta_desk.gui.accesslog.event_view import EventNames, EventView
from kanta_desk.gui.accesslog.filter_bar import FilterBar
from kanta_desk.gui.accesslog.model import EventsModel
from kanta_desk.gui.accesslog.pages import fetch
from kanta_desk.gui.language import language, number, say
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Hook, Task, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, Heading, NoticeLine
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code
from kanta_desk.model.events import EventFilter
from kanta_desk.model.logreport import FAULT_NAMES, LogFault, VerifyReport
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.logbook import LogSearch

_WIDTHS = (142, 140, 140, 108, 114, 140, 136, 116, 60)
_FAULTS_SHOWN = 5


class AccessLogPage(Page):
    """Conditions above, events left, the chosen event right."""

    key = "accesslog"
    icon = "accesslog"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._search: LogSearch | None = None
        self._searching: Task[LogSearch] | None = None
        self._refused = False
        self._show_first = False
        self.filter_bar = FilterBar()
        self.filter_bar.submitted.connect(self.search)
        self.model = EventsModel(self._purpose_of, self)
        self.model.wanted.connect(self._fetch)
        self.table = Table(self.model, self.tr("Events, newest first"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.table.activated.connect(self._activated)
        self.event_view = EventView(EventNames(self._name_of, self._purpose_of))
        self.event_view.intent_wanted.connect(self.open)
        self._count = Heading()
        self.verify_button = button(self.tr("Verify the log's integrity"), self.verify, "shield")
        self.show_event = button(self.tr("Show the event in full"), self._open_chosen, "open")
        self.show_event.setEnabled(False)
        self.show_event.setToolTip(
            self.tr("Also with Enter or a double click. Looking at an event is written to the log.")
        )
        self._refresh = button(self.tr("Refresh"), self.filter_bar.submit, "refresh")
        self._refresh.setToolTip("F5")
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._notice = NoticeLine()
        self._none = EmptyState(
            "accesslog",
            self.tr("No event matches"),
            self.tr("Clear a condition, or widen the time."),
        )
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._none)
        self._no_right = EmptyState("lock", self.tr("You may not look at the access log"))
        self._work = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._no_right)
        self._arrange()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Access log")

    def entered(self) -> None:
        """Show the newest events, unless some are shown or the holder may not see them."""
        if self._search is None and self._searching is None and not self._refused:
            self.filter_bar.submit()

    def wipe(self) -> None:
        """Forget events and conditions."""
        self._search = self._searching = None
        self._refused = False
        self.filter_bar.clear()
        self.model.show(None)
        self._chosen()
        self.event_view.wipe()
        self._count.clear()
        self._error.clear()
        self._notice.clear()
        self._lists.setCurrentWidget(self.table)
        self._stack.setCurrentWidget(self._work)

    def again(self) -> None:
        """Search anew."""
        if not self._refused:
            self.filter_bar.submit()

    def focus_search(self) -> None:
        """Put the cursor in the first condition."""
        self.filter_bar.user.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_sample(self) -> None:
        """Show the newest event that shows whose data was used, in full."""
        self._show_first = True
        self.filter_bar.submit()

    def search(self, conditions: EventFilter) -> None:
        """Search; what was shown before is forgotten."""
        session = self.desk.session
        if session is None:
            return
        if self._searching is not None:
            self._searching.drop()
        self._error.clear()
        self._notice.clear()
        self.event_view.wipe()
        self._searching = start(
            self, self.desk, session.search_log, conditions,
            done=self._found, failed=self._not_found,
        )  # fmt: skip
        self._busy.follow(self._searching, self.tr("Searching the log…"))

    def open(self, seq: int) -> None:
        """Show an event in full."""
        session = self.desk.session
        if session is None:
            return
        self._error.clear()
        task = start(
            self, self.desk, session.event, seq,
            done=self.event_view.show_event, failed=self._tell,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Fetching the event…"))

    def verify(self) -> None:
        """Check the whole log against its hashes."""
        session = self.desk.session
        if session is None:
            return
        self._error.clear()
        self._notice.clear()
        self.verify_button.setEnabled(False)
        task = start(
            self, self.desk, session.verify_log, Hook.PROGRESS, Hook.CANCELLED,
            done=self._verified, failed=self._not_verified, progressed=self._progressed,
        )  # fmt: skip
        task.ended.connect(lambda: self.verify_button.setEnabled(True))
        self._busy.follow(task, self.tr("Verifying the log…"), can_cancel=True)

    def _found(self, search: LogSearch) -> None:
        self._searching = None
        self._search = search
        drop_all(self.model)  # a page of the search before must not land in this one
        self.model.show(search)
        self._chosen()
        self._count.setText(self.tr("%n event(s)", "", search.total))
        self._lists.setCurrentWidget(self.table if search.total else self._none)
        if self._show_first and search.total:
            told = (row for row, e in enumerate(search.first.events) if e.subject.document_oid)
            self.table.selectRow(next(told, 0))
            self._open_chosen()
        self._show_first = False

    def _not_found(self, error: KantaError) -> None:
        self._searching = None
        if isinstance(error, RightMissing):
            told = explain(error, language())
            self._refused = True
            self._no_right.say(
                self.tr("You may not look at the access log"),
                f"{told.meaning}\n{told.remedy}",
            )
            self._stack.setCurrentWidget(self._no_right)
            return
        again = (self.tr("Try again"), self.filter_bar.submit)
        self._error.show_error(error, again if error.retriable else None)

    def _fetch(self, page: int, at: int, key: int) -> None:
        if self._search is not None:
            start(
                self.model, self.desk, fetch, self._search, self.model.page_size, page, at, key,
                done=self.model.put, failed=self._page_failed, lane=Lane.LOG,
            )  # fmt: skip

    def _page_failed(self, error: KantaError) -> None:
        self.model.failed()
        self._tell(error)

    def _chosen(self) -> None:
        self.show_event.setEnabled(self.table.currentIndex().isValid())

    def _activated(self, index: QModelIndex) -> None:
        event = self.model.event_at(index.row())
        if event is not None:
            self.open(event.seq)

    def _open_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._activated(index)

    def _progressed(self, done: int, total: int) -> None:
        said = self.tr("Verified {done} of {total} events").format(
            done=number(done), total=number(total)
        )
        self._busy.progress(done, total, said)

    def _verified(self, report: VerifyReport) -> None:
        if report.intact:
            self._notice.tell(
                Tone.OK,
                self.tr("The log is intact: %n event(s) verified", "", report.size),
                self.tr("Root hash {root}").format(root=report.root),
            )
            return
        faults = "\n".join(self._fault(fault) for fault in report.faults[:_FAULTS_SHOWN])
        more = len(report.faults) - _FAULTS_SHOWN
        if more > 0 or report.cut:
            faults += "\n" + self.tr("… and more.")
        self._notice.tell(
            Tone.FAILED,
            self.tr("The log does not match its hashes"),
            faults
            + "\n"
            + self.tr("Do not use the log as evidence. Tell the data protection officer at once."),
        )

    def _fault(self, fault: LogFault) -> str:
        where = fault.file
        if fault.seq_from:
            where = self.tr("{file}, events {first}–{last}").format(
                file=fault.file, first=number(fault.seq_from), last=number(fault.seq_to)
            )
        return f"{say(FAULT_NAMES[fault.kind])} ({where})"

    def _not_verified(self, error: KantaError) -> None:
        if isinstance(error, Cancelled):
            self._notice.tell(Tone.NEUTRAL, self.tr("The verification was cancelled"))
        else:
            self._tell(error)

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _purpose_of(self, code: str) -> str:
        names = {purpose.code: purpose.name for purpose in self.desk.options.purposes}
        return say(names[code]) if code in names else code

    def _name_of(self, code: Code) -> str:
        return self.desk.name_of(code, datetime.now(HELSINKI).date(), language())

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._count, 1)
        head.addWidget(self.show_event)
        head.addWidget(self._refresh)
        head.addWidget(self.verify_button)
        above = (self.filter_bar, self._busy, self._error, self._notice, head)
        sides = Sides(self._lists, self.event_view, (560, 464))
        work_page(self._work, self.title(), above, sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
