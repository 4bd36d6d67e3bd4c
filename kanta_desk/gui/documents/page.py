"""The Documents page: search the archive, look through what was found, open, compare."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.errors import DocumentNotFound, KantaError
from kanta_desk.gui.documents.compare import ComparePane
from kanta_desk.gui.documents.pane import DocumentPane
from kanta_desk.gui.documents.results import LONG_AGO
from kanta_desk.gui.documents.results_side import ResultsSide
from kanta_desk.gui.documents.search_bar import SearchBar
from kanta_desk.gui.invalidations.wish import KEY as INVALIDATIONS
from kanta_desk.gui.invalidations.wish import Wish, why_not
from kanta_desk.gui.language import language
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Task, start
from kanta_desk.gui.widgets import BusyLine, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.deployment import Plan
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    RecordState,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.browsing import OpenedDocument
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.documents import KeptSearch
    from kanta_desk.desk.session import Session


class DocumentsPage(Page):
    """Search above, results left, the chosen document right."""

    key = "documents"
    icon = "documents"
    needs = EventKind.SEARCH

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._opened: Document | None = None
        self._searching: Task[SearchResult] | None = None
        self._searched: SearchCriteria | None = None
        self._newest: SearchResult | None = None
        self._open_first = False
        self._first: DocumentMetadata | None = None
        self.search_bar = SearchBar()
        self.search_bar.submitted.connect(self.search)
        self.search_bar.saved.used.connect(self._use_saved)
        self.search_bar.saved.save_wanted.connect(self._begin_saving)
        self.search_bar.saved.forget_wanted.connect(self._forget_saved)
        self.search_bar.save_line.wanted.connect(self._save)
        self.side = ResultsSide(self._name_of, desk.paths.config)
        self.side.chosen.connect(self._chosen)
        self.side.activated.connect(self.open)
        self.side.more_wanted.connect(self.fetch_more)
        self.side.invalidate_wanted.connect(self._invalidate_chosen)
        self.side.compare_wanted.connect(self._compare_chosen)
        self.model, self.table, self.invalidate = (
            self.side.model, self.side.table, self.side.invalidate,
        )  # fmt: skip
        self.pane = DocumentPane(desk)
        self.pane.open_wanted.connect(self.open)
        self.pane.versions_wanted.connect(self.fetch_versions)
        self.pane.compare_wanted.connect(self.compare)
        self.pane.compare_with_wanted.connect(self._compare_with)
        self.pane.invalidate_wanted.connect(lambda oid: self._hand_over((oid,)))
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._notice = NoticeLine()
        self.comparison = ComparePane(desk)
        self.comparison.closed.connect(self._close_comparison)
        self._arrange()
        self._offer_codes()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Documents")

    def entered(self) -> None:
        """Offer what the holder may do here now."""
        self._offer_invalidation()
        self._read_saved()

    def wipe(self) -> None:
        """Forget search, results and the document."""
        self._opened = None
        self._searching = self._searched = self._newest = None
        self.search_bar.wipe()
        self.side.wipe()
        self.pane.wipe()
        self._first = None
        self._close_comparison()
        self._error.clear()
        self._notice.clear()

    def again(self) -> None:
        """Search anew for what was searched last."""
        if self._searched is not None and not self.comparing:
            self.search(self._searched)

    @property
    def comparing(self) -> bool:
        """Whether a comparison stands in place of the results."""
        return self._stage.currentWidget() is self.comparison

    def focus_search(self) -> None:
        """Put the cursor in the search line."""
        self.search_bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_bar.line.selectAll()

    def search(self, criteria: SearchCriteria) -> None:
        """Search the register in hand; an earlier search is forgotten."""
        session = self.desk.session
        if session is None:
            return
        if self._searching is not None:
            self._searching.drop()
        self._searched, self._newest = criteria, None
        self._opened = self._first = None
        self.side.fetching(False)
        self.pane.wipe()
        self._error.clear()
        self._notice.clear()
        self._searching = start(
            self, self.desk, session.search, criteria, done=self._found, failed=self._not_found
        )
        self._busy.follow(self._searching, self.tr("Searching the archive…"))

    def fetch_more(self) -> None:
        """Fetch the next page of what was searched last."""
        session, newest = self.desk.session, self._newest
        if session is None or newest is None or self._searching is not None:
            return
        self.side.fetching(True)
        self._error.clear()
        self._searching = start(
            self, self.desk, session.search_more, newest,
            done=self._found_more, failed=self._no_more,
        )  # fmt: skip
        self._busy.follow(self._searching, self.tr("Fetching more…"))

    def open(self, oid: Oid) -> None:
        """Open a version: its content, and what the checks find in it."""
        session = self.desk.session
        if session is None:
            return
        self._error.clear()
        self._notice.clear()
        task = start(
            self, self.desk, session.open, oid,
            done=lambda document: self._check(session, document), failed=self._tell,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Fetching the document…"))

    def fetch_versions(self, set_id: Oid) -> None:
        """Fetch all versions of a set into the pane."""
        session = self.desk.session
        if session is None:
            return
        task = start(
            self, self.desk, session.versions, set_id,
            done=self._versions_came, failed=self.pane.versions.failed,
        )  # fmt: skip
        self.pane.versions.follow(task)

    def compare(self, pair: tuple[Oid, Oid]) -> None:
        """Open two versions side by side, the older one left."""
        self._first = None
        self._notice.clear()
        self._stage.setCurrentWidget(self.comparison)
        self.comparison.compare(*pair)

    def show_sample(self) -> None:
        """Search the first client of the practice plan, and open the newest document."""
        plan = self.desk.practice_plan
        if plan is not None:
            start(
                self, self.desk, read_plan, plan,
                done=self._show_sample_of, failed=self._tell, lane=Lane.NET,
            )  # fmt: skip

    def _show_sample_of(self, plan: Plan) -> None:
        self.search_bar.line.setText(str(plan.documents[0].client_id))
        self._open_first = True
        self.search_bar.submit()

    def _found(self, result: SearchResult) -> None:
        self._searching, self._newest = None, result
        self.side.show_first(result)
        self._glance(result)
        if self._open_first and result.documents:
            self.table.selectRow(0)
            self.open(self.model.document(0).document_oid)
        self._open_first = False

    def _found_more(self, result: SearchResult) -> None:
        self._searching, self._newest = None, result
        self.side.fetching(False)
        self.side.show_more(result)
        self._glance(result)

    def _no_more(self, error: KantaError) -> None:
        """What was fetched before stays; the next page can be asked for again."""
        self._searching = None
        self.side.fetching(False)
        again = (self.tr("Try again"), self.fetch_more)
        self._error.show_error(error, again if error.retriable else None)

    def _not_found(self, error: KantaError) -> None:
        self._searching = None
        if isinstance(error, DocumentNotFound):
            self.side.show_none()
            return
        self.side.wipe()
        again = (self.tr("Try again"), self.search_bar.submit)
        self._error.show_error(error, again if error.retriable else None)

    def _glance(self, result: SearchResult) -> None:
        session = self.desk.session
        if session is not None and result.documents:
            start(
                self, self.desk, session.documents.glance, result.documents,
                done=self.side.judge, failed=self._tell, lane=Lane.NET,
            )  # fmt: skip

    def _check(self, session: Session, document: Document) -> None:
        task = start(
            self, self.desk, session.look, document,
            done=self._show, failed=self._tell, lane=Lane.NET,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Checking the document…"))

    def _show(self, opened: OpenedDocument) -> None:
        self._opened = opened.document
        self.side.select(opened.document.metadata.document_oid)
        self.pane.show_document(opened)

    def _versions_came(self, history: VersionHistory) -> None:
        shown = self.pane.shown
        if shown is not None and shown.set_id == history.set_id:
            self.pane.versions.show_history(history, shown)

    def _chosen(self) -> None:
        self._offer_invalidation()
        selected = self.side.selected
        if not selected:
            return
        row = self.table.currentIndex().row()
        current = self.model.document(row) if 0 <= row < self.model.length() else selected[0]
        document = current if current in selected else selected[0]
        if self._first is not None and len(selected) == 1 and document != self._first:
            self.compare(_older_first(self._first, document))
            return
        if self.pane.shown is None or self.pane.shown.document_oid != document.document_oid:
            self._opened = None
            self.pane.show_metadata(document)
            self._glance_at(document)

    def _compare_chosen(self) -> None:
        selected = self.side.selected
        if len(selected) == 2:
            self.compare(_older_first(*selected))

    def _compare_with(self, document: DocumentMetadata) -> None:
        """Wait for the other document to be chosen, or offer the version before."""
        self._first = document
        before = document.replaces
        offer = None
        if before is not None:
            pair = (before.oid, document.document_oid)
            offer = (self.tr("Compare with the version before"), lambda: self.compare(pair))
        self._notice.tell(
            Tone.NEUTRAL,
            self.tr("Choose the other document"),
            self.tr("Choose it in the table: the two are then opened side by side, and logged."),
            offer,
        )

    def _notice_closed(self, shown: bool) -> None:
        if not shown:
            self._first = None

    def _close_comparison(self) -> None:
        self.comparison.wipe()
        self._stage.setCurrentIndex(0)

    def _glance_at(self, document: DocumentMetadata) -> None:
        session = self.desk.session
        if session is not None:
            start(
                self, self.desk, session.documents.findings, document,
                done=lambda found: self.pane.show_glance(document.document_oid, found),
                failed=self._tell, lane=Lane.NET,
            )  # fmt: skip

    def _offer_invalidation(self) -> None:
        why = why_not(self.desk)
        self.pane.offer_invalidation(why)
        self.side.offer_invalidation(len(self._valid()), why)

    def _valid(self) -> tuple[Oid, ...]:
        chosen = self.side.selected
        return tuple(d.document_oid for d in chosen if d.state is RecordState.VALID)

    def _invalidate_chosen(self) -> None:
        self._hand_over(self._valid())

    def _hand_over(self, oids: tuple[Oid, ...]) -> None:
        self.handed.emit(INVALIDATIONS, Wish(oids))

    def _use_saved(self, criteria: SearchCriteria) -> None:
        self.search_bar.show_criteria(criteria)
        if self.search_bar.line.text().strip():
            self.search_bar.submit()
        else:
            self.focus_search()

    def _begin_saving(self) -> None:
        session = self.desk.session
        if session is not None:
            self.search_bar.save_line.begin(
                has_key=self.search_bar.criteria().has_key,
                may_keep=session.documents.may_keep_clients,
            )

    def _save(self, name: str, with_key: bool) -> None:
        session = self.desk.session
        if session is not None:
            start(
                self, self.desk, session.documents.save_search, name,
                self.search_bar.criteria(), with_key=with_key,
                done=lambda _: self._read_saved(), failed=self._tell, lane=Lane.LOG,
            )  # fmt: skip

    def _forget_saved(self, name: str) -> None:
        session = self.desk.session
        if session is not None:
            start(
                self, self.desk, session.documents.forget_search, name,
                done=lambda _: self._read_saved(), failed=self._tell, lane=Lane.LOG,
            )  # fmt: skip

    def _read_saved(self) -> None:
        session = self.desk.session
        if session is not None and session.refusal(EventKind.SEARCH) is None:
            start(
                self, self.desk, session.documents.searches,
                done=self._show_saved, failed=lambda _: None, lane=Lane.LOG,
            )  # fmt: skip

    def _show_saved(self, searches: tuple[KeptSearch, ...]) -> None:
        self.search_bar.saved.show_searches(searches)

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _name_of(self, code: Code | None, on: date) -> str:
        return self.desk.name_of(code, on, language())

    def _arrange(self) -> None:
        work = QWidget()
        above = (self.search_bar, self._busy, self._error, self._notice)
        work_page(work, self.title(), above, Sides(self.side, self.pane, (480, 536)))
        self._stage = QStackedWidget()
        self._stage.addWidget(work)
        self._stage.addWidget(self.comparison)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stage)
        self._notice.shown.connect(self._notice_closed)

    def _offer_codes(self) -> None:
        today = datetime.now(HELSINKI).date()
        self.search_bar.conditions.offer(
            *(
                self.desk.concepts(system, today)
                for system in (
                    CodeSystem.SERVICE_TASK,
                    CodeSystem.DOCUMENT_TYPE,
                    CodeSystem.SERVICE_PROCESS,
                    CodeSystem.DOCUMENT_GROUP,
                )
            )
        )


def _older_first(one: DocumentMetadata, other: DocumentMetadata) -> tuple[Oid, Oid]:
    """Two to compare: of one set by their numbers, otherwise by when they were made."""
    if one.set_id == other.set_id:
        swapped = one.version > other.version
    else:
        swapped = (one.created or LONG_AGO) > (other.created or LONG_AGO)
    return (
        (other.document_oid, one.document_oid)
        if swapped
        else (one.document_oid, other.document_oid)
    )
