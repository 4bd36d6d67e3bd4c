"""The left side of the Documents page: what a search found, how it is shared, and more of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.gui.documents.columns import WIDTHS, Column, ColumnsMenu
from kanta_desk.gui.documents.facets_view import FacetsView
from kanta_desk.gui.documents.results import NameOf, ResultsModel
from kanta_desk.gui.documents.saved_searches import ROOM_FOR_ARROW
from kanta_desk.gui.geometry import settings
from kanta_desk.gui.language import number
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, EmptyState, Heading
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.documents import DocumentMetadata, SearchResult
from kanta_desk.model.facets import Shares
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Oid

_FACETS = "documents/facets"
_LEAST = 140
_LEAST_LIST = 200


class ResultsSide(QWidget):
    """``chosen`` fires when other rows are chosen, ``activated`` with the document to open,
    ``more_wanted`` when the next page is to be fetched, ``compare_wanted`` for two rows."""

    chosen = Signal()
    activated = Signal(object)
    more_wanted = Signal()
    compare_wanted = Signal()
    invalidate_wanted = Signal()

    def __init__(self, name_of: NameOf, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._shares = Shares()
        self._uncounted: list[DocumentMetadata] = []
        self._total = 0
        self._more = False
        self._fetching = False
        self.model = ResultsModel(name_of, self)
        self.table = self._table()
        self.columns = ColumnsMenu(self.table, folder, self)
        self.facets = FacetsView(name_of)
        self.facets.changed.connect(self._narrow)
        self.count = Heading()
        self.narrow = button(self.tr("Narrow"), None, "filter", "quiet")
        self.narrow.setCheckable(True)
        self.narrow.toggled.connect(self._show_facets)
        columns = button(self.tr("Columns") + ROOM_FOR_ARROW, None, "", "quiet")
        columns.setMenu(self.columns)
        self._columns_button = columns
        self.compare = button(self.tr("Compare…"), self.compare_wanted.emit)
        self.invalidate = button("", self.invalidate_wanted.emit, "invalidations")
        self._told = Body(role="small")
        self.more = button("", self.more_wanted.emit)
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
        self._all_left_out = EmptyState(
            "filter",
            self.tr("The choices leave nothing"),
            self.tr("Documents were found, but none that fits everything chosen on the left."),
            (self.tr("Clear the choices"), self.facets.clear),
            width=NARROW,
        )
        self._lists = QStackedWidget()
        self._lists.setMinimumWidth(_LEAST_LIST)
        for widget in (self._start, self._none, self._all_left_out, self.table):
            self._lists.addWidget(widget)
        self._arrange()
        self.narrow.setChecked(settings(folder).value(_FACETS) == "true")
        self.wipe()

    @property
    def selected(self) -> tuple[DocumentMetadata, ...]:
        """The documents of the chosen rows, in the table's order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.document(row) for row in rows)

    def show_first(self, result: SearchResult) -> None:
        """Show the first page of an answer."""
        self.wipe()
        self._uncounted += result.documents
        self._total = result.total
        self._more = result.continuation is not None
        self.model.show(result.documents)
        self._lists.setCurrentWidget(self.table if result.documents else self._none)
        self._tell()

    def show_more(self, result: SearchResult) -> None:
        """Add the next page; what is chosen stays chosen."""
        before = len(self._counted)
        self._uncounted += result.documents
        self._total = result.total
        self._more = result.continuation is not None and len(self._counted) > before
        if any(self.facets.choice.values()):
            self._narrow()
        else:
            self.model.add(self._counted.narrowed({})[before:])
            self._tell()

    def judge(self, found: Sequence[tuple[Oid, Severity | None]]) -> None:
        """Mark what is amiss in the metadata of what was found."""
        for oid, worst in found:
            self._counted.judge(oid, worst)
        self.model.judge(found)
        self._show_parts()

    def fetching(self, going: bool) -> None:
        """Say whether the next page is on its way."""
        self._fetching = going
        self.more.setEnabled(not going)

    def select(self, oid: Oid) -> None:
        """Choose the row of a version without telling; none, if it is not there."""
        row = self.model.row_of(oid)
        model = self.table.selectionModel()
        model.blockSignals(True)
        if row is None:
            self.table.clearSelection()
        else:
            self.table.selectRow(row)
        model.blockSignals(False)
        self.table.viewport().update()

    def show_none(self) -> None:
        """Say that there is nothing."""
        self.wipe()
        self._lists.setCurrentWidget(self._none)

    def wipe(self) -> None:
        """Forget what was found."""
        self._shares = Shares()
        self._uncounted.clear()
        self._total, self._more = 0, False
        self.fetching(False)
        self.model.forget()
        self.facets.wipe()
        self.count.clear()
        self._told.clear()
        self.invalidate.hide()
        self.compare.hide()
        self._lists.setCurrentWidget(self._start)
        self._dress()

    def offer_invalidation(self, valid: int, why_not: str) -> None:
        """Offer to invalidate what is chosen of more than one document, or say why not."""
        chosen = len(self.selected)
        self.compare.setVisible(chosen == 2)
        self.invalidate.setVisible(chosen > 1 and valid > 0)
        self.invalidate.setText(self.tr("Invalidate %n document(s)…", "", valid))
        self.invalidate.setEnabled(not why_not)
        self.invalidate.setToolTip(why_not)
        self.invalidate.setAccessibleDescription(why_not)

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard: time, type, title, version, state and OID."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(self.model.copied(rows))

    def copy_oids(self) -> None:
        """Put the OIDs of the chosen rows on the clipboard, a line each."""
        oids = [document.document_oid.value for document in self.selected]
        if oids:
            QGuiApplication.clipboard().setText("\n".join(oids))

    def _narrow(self) -> None:
        chosen = {document.document_oid for document in self.selected}
        left = self._counted.narrowed(self.facets.choice)
        self.model.show(left)
        self._lists.setCurrentWidget(self.table if left else self._all_left_out)
        self._choose_again(chosen)
        self._tell()
        self.chosen.emit()

    def _choose_again(self, oids: set[Oid]) -> None:
        selection, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
        for oid in oids:
            row = self.model.row_of(oid)
            if row is not None:
                selection.select(
                    self.model.index(row, 0), self.model.index(row, self.model.columns - 1)
                )
        self.table.selectionModel().select(selection, flag.ClearAndSelect)

    @property
    def _counted(self) -> Shares:
        """The counts of all that was fetched; rows are shown before they are counted."""
        self._shares.add(self._uncounted)
        self._uncounted.clear()
        return self._shares

    @property
    def _fetched(self) -> int:
        return len(self._shares) + len(self._uncounted)

    def _tell(self) -> None:
        """The honest numbers: found in all, fetched so far, and shown of those."""
        self.count.setText(self.tr("%n document(s)", "", self._total) if self._total else "")
        fetched, shown = self._fetched, self.model.length()
        said = []
        if any(self.facets.choice.values()):
            said.append(
                self.tr("{shown} of the {fetched} fetched fit the choices").format(
                    shown=number(shown), fetched=number(fetched)
                )
            )
        if fetched < self._total:
            said.append(
                self.tr("{fetched} of {total} fetched, newest first").format(
                    fetched=number(fetched), total=number(self._total)
                )
            )
        if fetched < self._total and not self._more:
            said.append(self.tr("the archive gives no more: narrow the search"))
        self._told.setText(" · ".join(said))
        self._dress()
        QTimer.singleShot(0, self, self._show_parts)  # the rows come first

    def _show_parts(self) -> None:
        if self.facets.isHidden():
            return
        fetched = self._fetched
        note = ""
        if fetched < self._total:
            note = self.tr("Counted of the {fetched} fetched; the rest are not known yet.").format(
                fetched=number(fetched)
            )
        self.facets.show_parts(self._counted.parts(self.facets.choice) if fetched else {}, note)

    def _dress(self) -> None:
        found = self._fetched > 0
        self.narrow.setVisible(found)
        self._columns_button.setVisible(found)
        self.facets.setVisible(found and self.narrow.isChecked())
        self._told.setVisible(bool(self._told.text()))
        self.more.setVisible(self._more)
        self.more.setText(self.tr("Fetch more"))

    def _show_facets(self, shown: bool) -> None:
        settings(self._folder).setValue(_FACETS, "true" if shown else "false")
        self._dress()
        self._show_parts()

    def _scrolled(self, at: int) -> None:
        """The next page is fetched as one comes to the end of what is there."""
        bar = self.table.verticalScrollBar()
        if self._more and not self._fetching and bar.maximum() and at >= bar.maximum():
            self.more_wanted.emit()

    def _table(self) -> Table:
        table = Table(self.model, self.tr("Documents that were found"), WIDTHS, lines=2)
        table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        table.setMinimumWidth(_LEAST)
        table.setSortingEnabled(True)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        table.activated.connect(self._open)
        table.verticalScrollBar().valueChanged.connect(self._scrolled)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for word, keys, act in (
            (self.tr("Copy the rows"), QKeySequence("Ctrl+C"), self.copy_rows),
            (self.tr("Copy the document ids"), QKeySequence("Ctrl+Shift+C"), self.copy_oids),
        ):
            action = table.addAction(word)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
        return table

    def _open(self, index: QModelIndex) -> None:
        self.activated.emit(self.model.document(index.row()).document_oid)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self.count, 1)
        for widget in (self.narrow, self._columns_button):
            head.addWidget(widget)
        acts = QHBoxLayout()
        acts.setSpacing(Space.S)
        for act in (self.compare, self.invalidate):
            acts.addWidget(act)
        acts.addStretch(1)
        found = QHBoxLayout()
        found.setSpacing(Space.S)
        found.addWidget(self.facets)
        found.addWidget(self._lists, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addLayout(acts)
        column.addLayout(found, 1)
        column.addLayout(foot)
