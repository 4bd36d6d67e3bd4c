"""The Documents page: search the archive, look through what was found, open, save."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.errors import DocumentNotFound, KantaError
from kanta_desk.gui.documents.pane import DocumentPane
from kanta_desk.gui.documents.results import Column, ResultsModel
from kanta_desk.gui.documents.search_bar import SearchBar
from kanta_desk.gui.invalidations.wish import KEY as INVALIDATIONS
from kanta_desk.gui.invalidations.wish import Wish, why_not
from kanta_desk.gui.language import language, number
from kanta_desk.gui.page import Page
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Task, start
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, Heading, NoticeLine
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
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
    from kanta_desk.desk.session import Session

_WIDTHS = (94, 196, 110, 32, 108, 200, 240)


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
        self._open_first = False
        self.search_bar = SearchBar()
        self.search_bar.submitted.connect(self.search)
        self.model = ResultsModel(self._name_of, self)
        self.table = self._table()
        self.pane = DocumentPane(desk)
        self.pane.open_wanted.connect(self.open)
        self.pane.versions_wanted.connect(self.fetch_versions)
        self.pane.export_wanted.connect(self._ask_where)
        self.pane.invalidate_wanted.connect(lambda oid: self._hand_over((oid,)))
        self.invalidate = button("", self._invalidate_chosen, "invalidations")
        self._count = Heading()
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._notice = NoticeLine()
        self._start = EmptyState(
            "search",
            self.tr("Search for documents"),
            self.tr(
                "Write a personal identity code, a document id or a case number above. Documents "
                "of the register in hand are searched, for the purpose that stands at the top."
            ),
            width=NARROW,
        )
        self._none = EmptyState(
            "documents",
            self.tr("Nothing was found"),
            self.tr("Check the register at the top, the kind of search, and the conditions."),
            width=NARROW,
        )
        self._lists = QStackedWidget()
        for widget in (self._start, self._none, self.table):
            self._lists.addWidget(widget)
        self._arrange()
        self._offer_codes()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Documents")

    def wipe(self) -> None:
        """Forget search, results and the document."""
        self._opened = None
        self._searching = self._searched = None
        self.search_bar.wipe()
        self.model.show(())
        self.pane.wipe()
        self._count.clear()
        self.invalidate.hide()
        self._error.clear()
        self._notice.clear()
        self._lists.setCurrentWidget(self._start)

    def again(self) -> None:
        """Search anew for what was searched last."""
        if self._searched is not None:
            self.search(self._searched)

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
        self._searched = criteria
        self._opened = None
        self.pane.wipe()
        self._error.clear()
        self._notice.clear()
        self._searching = start(
            self, self.desk, session.search, criteria, done=self._found, failed=self._not_found
        )
        self._busy.follow(self._searching, self.tr("Searching the archive…"))

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

    def export_to(self, path: Path) -> None:
        """Write the opened document's original bytes to ``path``."""
        session = self.desk.session
        if session is None or self._opened is None:
            return
        task = start(
            self, self.desk, session.export, self._opened, path,
            done=self._exported, failed=self._tell,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Exporting…"))

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
        self._searching = None
        self.model.show(result.documents)
        self._count.setText(self._counted(result))
        self._lists.setCurrentWidget(self.table if result.documents else self._none)
        if result.total > len(result.documents):
            self._notice.tell(
                Tone.WARNING,
                self.tr("Only the newest {shown} of {total} are shown").format(
                    shown=number(len(result.documents)), total=number(result.total)
                ),
                self.tr("Narrow the search by service task, type or time."),
            )
        if self._open_first and result.documents:
            self.table.selectRow(0)
            self.open(self.model.document(0).document_oid)
        self._open_first = False

    def _not_found(self, error: KantaError) -> None:
        self._searching = None
        self.model.show(())
        self._count.clear()
        if isinstance(error, DocumentNotFound):
            self._lists.setCurrentWidget(self._none)
            return
        self._lists.setCurrentWidget(self._start)
        again = (self.tr("Try again"), self.search_bar.submit)
        self._error.show_error(error, again if error.retriable else None)

    def _counted(self, result: SearchResult) -> str:
        return self.tr("%n document(s)", "", result.total) if result.total else ""

    def _check(self, session: Session, document: Document) -> None:
        task = start(
            self, self.desk, session.look, document,
            done=self._show, failed=self._tell, lane=Lane.NET,
        )  # fmt: skip
        self._busy.follow(task, self.tr("Checking the document…"))

    def _show(self, opened: OpenedDocument) -> None:
        self._opened = opened.document
        row = self.model.row_of(opened.document.metadata.document_oid)
        self.table.selectionModel().blockSignals(True)
        if row is None:
            self.table.clearSelection()
        else:
            self.table.selectRow(row)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self.pane.show_document(opened)

    def _versions_came(self, history: VersionHistory) -> None:
        shown = self.pane.shown
        if shown is not None and shown.set_id == history.set_id:
            self.pane.versions.show_history(history, shown.document_oid)

    def entered(self) -> None:
        """Offer what the holder may do here now."""
        self._offer_invalidation()

    def _offer_invalidation(self) -> None:
        why = why_not(self.desk)
        self.pane.offer_invalidation(why)
        valid = [d for d in self._chosen() if d.state is RecordState.VALID]
        self.invalidate.setVisible(len(self._chosen()) > 1)
        self.invalidate.setText(self.tr("Invalidate %n document(s)…", "", len(valid)))
        self.invalidate.setEnabled(bool(valid) and not why)
        self.invalidate.setToolTip(why)
        self.invalidate.setAccessibleDescription(why)

    def _chosen(self) -> list[DocumentMetadata]:
        rows = self.table.selectionModel().selectedRows()
        return [self.model.document(index.row()) for index in rows]

    def _invalidate_chosen(self) -> None:
        valid = (d for d in self._chosen() if d.state is RecordState.VALID)
        self._hand_over(tuple(d.document_oid for d in valid))

    def _hand_over(self, oids: tuple[Oid, ...]) -> None:
        self.handed.emit(INVALIDATIONS, Wish(oids))

    def _selected(self, selected: QItemSelection) -> None:
        self._offer_invalidation()
        rows = selected.indexes()
        if not rows:
            return
        document = self.model.document(rows[0].row())
        if self.pane.shown is None or self.pane.shown.document_oid != document.document_oid:
            self._opened = None
            self.pane.show_metadata(document)

    def _activated(self, index: QModelIndex) -> None:
        self.open(self.model.document(index.row()).document_oid)

    def _ask_where(self) -> None:
        if self._opened is None:
            return
        suggested = f"{self._opened.metadata.document_oid}.xml"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the document as it came"), suggested, self.tr("CDA (*.xml)")
        )
        if path:
            self.export_to(Path(path))

    def _exported(self, path: Path) -> None:
        self._notice.tell(
            Tone.OK,
            self.tr("Exported to {file}").format(file=path),
            self.tr(
                "The file holds the client's data: keep it only as long as it is needed, and "
                "delete it then."
            ),
        )

    def _tell(self, error: KantaError) -> None:
        self._error.show_error(error)

    def _name_of(self, code: Code | None) -> str:
        return self.desk.name_of(code, datetime.now(HELSINKI).date(), language())

    def _offer_codes(self) -> None:
        today = datetime.now(HELSINKI).date()
        self.search_bar.offer(
            self.desk.concepts(CodeSystem.SERVICE_TASK, today),
            self.desk.concepts(CodeSystem.DOCUMENT_TYPE, today),
        )

    def _table(self) -> Table:
        table = Table(self.model, self.tr("Documents that were found"), _WIDTHS, lines=2)
        table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        table.selectionModel().selectionChanged.connect(lambda on, _: self._selected(on))
        table.activated.connect(self._activated)
        return table

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.invalidate)
        column.addLayout(head)
        column.addWidget(self._lists, 1)
        self.invalidate.hide()
        above = (self.search_bar, self._busy, self._error, self._notice)
        work_page(self, self.title(), above, Sides(left, self.pane, (560, 464)))
