"""The events: asked for in a line or in fields, narrowed by what is found, one shown in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import KantaError, RightMissing
from kanta_desk.gui.accesslog.event_view import EventNames, EventView
from kanta_desk.gui.accesslog.facets import FacetsView
from kanta_desk.gui.accesslog.filter_bar import FilterBar
from kanta_desk.gui.accesslog.histogram import Bar, Histogram, bars_of, days_of
from kanta_desk.gui.accesslog.model import EventsModel
from kanta_desk.gui.accesslog.pages import fetch
from kanta_desk.gui.accesslog.query_line import QueryLine
from kanta_desk.gui.language import language, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Task, drop_all, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, Heading, NoticeLine
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code
from kanta_desk.model.events import EventFilter, EventRef
from kanta_desk.model.logquery import Condition, LogQuery, narrowed, query_of
from kanta_desk.model.logquery_time import span_of
from kanta_desk.model.terms.query_words import LogField
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.auditing import LogRecord
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.logbook import LogSearch
    from kanta_desk.desk.supervising import SavedSearch

_WIDTHS = (142, 136, 150, 122, 114, 140, 136, 116, 60)
_SIDES = (612, 400)
_IN_FIELDS = frozenset(
    {LogField.USER, LogField.CLIENT, LogField.DOCUMENT, LogField.KIND, LogField.PHASE,
     LogField.TIME}
)  # fmt: skip


def _days(conditions: EventFilter) -> tuple[date | None, date | None]:
    span = span_of(conditions.time_from, conditions.time_to)
    return span.first, span.last


class EventsTab(QWidget):
    """Line and fields above, counts left, events in the middle, the chosen event right.

    ``refused`` fires where the holder may not search the log.
    """

    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._search: LogSearch | None = None
        self._searching: Task[LogSearch] | None = None
        self._query = LogQuery()
        self._show_first = False
        self.query_line = QueryLine()
        self.query_line.submitted.connect(self.ask)
        self.query_line.save_wanted.connect(self.save_search)
        self.query_line.forget_wanted.connect(self._forget_search)
        self.query_line.names_wanted.connect(self._read_names)
        self.filter_bar = FilterBar()
        self.filter_bar.submitted.connect(self.search)
        self.filter_bar.hide()
        self.query_line.fields_button.toggled.connect(self.filter_bar.setVisible)
        self.facets = FacetsView(self._purpose_of)
        self.facets.narrowed.connect(self.narrow)
        self.histogram = Histogram()
        self.histogram.chosen.connect(lambda span: self.narrow(Condition(LogField.TIME, span)))
        self.model = EventsModel(self._purpose_of, self)
        self.model.wanted.connect(self._fetch)
        self.table = Table(self.model, self.tr("Events, newest first"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.table.activated.connect(self._activated)
        self.event_view = EventView(EventNames(self._name_of, self._purpose_of))
        self.event_view.intent_wanted.connect(self.open)
        self.event_view.reveal_wanted.connect(self.reveal)
        self.event_view.proof_wanted.connect(self._ask_proof)
        self._count = Heading()
        self.all_times = button(self.tr("All times"), self._all_times, "calendar")
        self.jump_day = DayField(self.tr("Go to a day"))
        self.jump_day.setPlaceholderText(self.tr("Go to a day"))
        self.jump_day.returnPressed.connect(self.jump)
        self.show_event = button(self.tr("Show the event in full"), self._open_chosen, "open")
        self.show_event.setEnabled(False)
        self.show_event.setToolTip(
            self.tr("Also with Enter or a double click. Looking at an event is written to the log.")
        )
        self._export = button(self.tr("Export…"), self._ask_export, "save")
        self._refresh = button(self.tr("Refresh"), self.again, "refresh")
        self._refresh.setToolTip("F5")
        self._busy = BusyLine()
        self.error = ErrorLine()
        self.notice = NoticeLine()
        self._none = EmptyState(
            "accesslog",
            self.tr("No event matches"),
            self.tr("Clear a condition, or widen the time."),
            width=NARROW,
        )
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._none)
        self._arrange()

    def entered(self) -> None:
        """Show the newest events, unless some are shown."""
        if self._search is None and self._searching is None:
            self.again()
            self._read_saved()

    def wipe(self) -> None:
        """Forget events and conditions."""
        self._search = self._searching = None
        self._query = LogQuery()
        self.query_line.clear()
        self.filter_bar.clear()
        self.facets.show_facets(None)
        self.histogram.show_bars(())
        self.model.show(None)
        self._chosen()
        self.event_view.wipe()
        for each in (self._count, self.error, self.notice):
            each.clear()
        self.jump_day.set_value(None)
        self._lists.setCurrentWidget(self.table)

    def again(self) -> None:
        """Search anew for what the line says."""
        self.query_line.submit()

    def show_sample(self) -> None:
        """Show the newest event that shows whose data was used, in full."""
        self._show_first = True
        self.again()

    def search(self, conditions: EventFilter) -> None:
        """Search by the fields; what the line says beyond them stays, as do its clock times while
        the days are the same."""
        before = self._query.filter()
        if _days(conditions) == _days(before):
            conditions = replace(conditions, time_from=before.time_from, time_to=before.time_to)
        kept = (c for c in self._query.conditions if c.negated or c.field not in _IN_FIELDS)
        self.ask(LogQuery((*query_of(conditions).conditions, *kept)))

    def narrow(self, condition: Condition) -> None:
        """Search for less than now."""
        self.ask(narrowed(self._query, condition))

    def ask(self, query: LogQuery) -> None:
        """Search; line and fields say the same afterwards, and what was shown is forgotten."""
        session = self.desk.session
        if session is None:
            return
        self._query = query
        conditions = query.filter()
        self.query_line.show_query(query)
        self.filter_bar.show_conditions(conditions)
        if self._searching is not None:
            self._searching.drop()
        self.error.clear()
        self.notice.clear()
        self._close_event()
        self._searching = start(
            self, self.desk, session.log.search, conditions,
            done=self._found, failed=self._not_found,
        )  # fmt: skip
        self._busy.follow(self._searching, self.tr("Searching the log…"))

    def open(self, ref: EventRef) -> None:
        """Show an event in full."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.log.event, ref, done=self._opened, failed=self._tell
            )
            self._busy.follow(task, self.tr("Fetching the event…"))

    def reveal(self, ref: EventRef, reason: str) -> None:
        """Show an event with its client."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.log.reveal, ref, reason,
                done=self._opened, failed=self._tell,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Fetching the event…"))

    def save_proof(self, ref: EventRef, folder: Path) -> None:
        """Write the proof of an event to a folder."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            task = start(
                self, self.desk, session.log.save_proof, ref, folder,
                done=self._proved, failed=self._tell,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Writing the proof…"))

    def export_to(self, path: Path) -> None:
        """Write what matches as CSV, clients masked."""
        if (session := self.desk.session) is not None:
            self.error.clear()
            conditions = self._query.filter()
            task = start(
                self, self.desk, session.log.export, conditions, path, language(),
                done=lambda count: self._exported(count, path), failed=self._tell,
            )  # fmt: skip
            self._busy.follow(task, self.tr("Exporting events…"))

    def save_search(self, name: str) -> None:
        """Save the query in the line under a name."""
        session = self.desk.session
        query = self.query_line.query()
        if session is not None and query is not None:
            start(
                self, self.desk, session.supervision.save_search, name, query.written(language()),
                done=lambda _: self._read_saved(), failed=self._tell, lane=Lane.LOG,
            )  # fmt: skip

    def jump(self) -> None:
        """Scroll to the newest event of the day in the field, or the next older one."""
        day, search = self.jump_day.value, self._search
        if day is None or search is None:
            return
        moment = datetime.combine(day + timedelta(days=1), datetime.min.time(), HELSINKI)
        task = start(
            self, self.desk, search.before_time, moment,
            done=lambda found: self._jumped(found[1]), failed=self._tell, lane=Lane.LOG,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Searching the log…"))

    def _jumped(self, row: int) -> None:
        if row < self.model.rowCount():
            self.table.scrollTo(self.model.index(row, 0), Table.ScrollHint.PositionAtTop)
            self.table.selectRow(row)
        else:
            self.notice.tell(Tone.NEUTRAL, self.tr("No event is as old as that"))

    def _found(self, search: LogSearch) -> None:
        self._searching = None
        self._search = search
        drop_all(self.model)  # a page of the search before must not land in this one
        self.model.show(search)
        self._chosen()
        self._count.setText(self.tr("%n event(s)", "", search.total))
        self._lists.setCurrentWidget(self.table if search.total else self._none)
        self.facets.show_facets(search.facets)
        self.all_times.setVisible(any(True for _ in self._query.of(LogField.TIME)))
        self._show_bars(search)
        if self._show_first and search.total:
            told = (row for row, e in enumerate(search.first.events) if e.subject.document_oid)
            self.table.selectRow(next(told, 0))
            self._open_chosen()
        self._show_first = False

    def _show_bars(self, search: LogSearch) -> None:
        bars = bars_of(search.facets.months)
        if len(bars) != 1:
            self.histogram.show_bars(bars)
            return
        self.histogram.show_bars(())

        def show(days: tuple[Bar, ...]) -> None:
            if search is self._search:
                self.histogram.show_bars(days)

        start(
            self, self.desk, days_of, search, bars[0].span,
            done=show, failed=self._tell, lane=Lane.LOG,
        )  # fmt: skip

    def _not_found(self, error: KantaError) -> None:
        self._searching = None
        if isinstance(error, RightMissing):
            self.refused.emit(error)
            return
        again = (self.tr("Try again"), self.again)
        self.error.show_error(error, again if error.retriable else None)

    def _fetch(self, page: int, at: int, key: EventRef) -> None:
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
            self.open(event.ref)

    def _open_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._activated(index)

    def _opened(self, record: LogRecord) -> None:
        first = not self.facets.isHidden()
        self.facets.hide()  # its room goes to the event
        self.event_view.show_record(record)
        if first:
            QTimer.singleShot(0, self, self._make_room)  # once that room is free

    def _make_room(self) -> None:
        left = max(self._sides.width() - _SIDES[1], 0)
        self._sides.setSizes([left, _SIDES[1]])

    def _close_event(self) -> None:
        self.event_view.wipe()
        self.facets.show()

    def _all_times(self) -> None:
        kept = (c for c in self._query.conditions if c.field is not LogField.TIME)
        self.ask(LogQuery(tuple(kept)))

    def _ask_proof(self, ref: EventRef) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the proof"))
        if folder:
            self.save_proof(ref, Path(folder))

    def _proved(self, paths: tuple[Path, ...]) -> None:
        self.notice.tell(
            Tone.OK,
            self.tr("The proof was saved"),
            "\n".join(str(path) for path in paths)
            + "\n"
            + self.tr("Anyone can check it with the program beside it; it needs Python alone."),
        )

    def _ask_export(self) -> None:
        suggested = self.tr("access-log") + ".csv"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export events"), suggested, self.tr("Tables (*.csv)")
        )
        if path:
            self.export_to(Path(path))

    def _exported(self, count: int, path: Path) -> None:
        said = self.tr("%n event(s) were exported", "", count)
        self.notice.tell(Tone.OK, said, str(path))

    def _read_saved(self) -> None:
        if (session := self.desk.session) is not None:
            start(
                self, self.desk, session.supervision.searches,
                done=self._show_saved, failed=lambda _: None, lane=Lane.LOG,
            )  # fmt: skip

    def _show_saved(self, searches: tuple[SavedSearch, ...]) -> None:
        self.query_line.show_saved(searches)

    def _read_names(self, begun: str) -> None:
        if (session := self.desk.session) is not None:
            start(
                self, self.desk, session.supervision.names, begun,
                done=self.query_line.show_names, failed=lambda _: None, lane=Lane.LOG,
            )  # fmt: skip

    def _forget_search(self, name: str) -> None:
        if (session := self.desk.session) is not None:
            start(
                self, self.desk, session.supervision.forget_search, name,
                done=lambda _: self._read_saved(), failed=self._tell, lane=Lane.LOG,
            )  # fmt: skip

    def _tell(self, error: KantaError) -> None:
        self.error.show_error(error)

    def _purpose_of(self, code: str) -> str:
        names = {purpose.code: purpose.name for purpose in self.desk.options.purposes}
        return say(names[code]) if code in names else code

    def _name_of(self, code: Code) -> str:
        return self.desk.name_of(code, datetime.now(HELSINKI).date(), language())

    def _arrange(self) -> None:
        self.all_times.hide()
        self.jump_day.setMaximumWidth(150)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._count, 1)
        for each in (self.all_times, self.jump_day, self.show_event, self._export, self._refresh):
            head.addWidget(each)
        left = QWidget()
        inside = QHBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.M)
        inside.addWidget(self.facets)
        inside.addWidget(self._lists, 1)
        self.event_view.closed.connect(self.facets.show)
        above = (
            self.query_line, self.filter_bar, self._busy, self.error, self.notice, head,
            self.histogram,
        )  # fmt: skip
        self._sides = Sides(left, self.event_view, _SIDES)
        work = QWidget()
        work_page(work, self.tr("Events"), above, self._sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(work)
