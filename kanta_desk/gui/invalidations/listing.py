"""The list of invalidations with its filters; what is unsettled and what waits stand above it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.desk.invalidating import reasons
from kanta_desk.gui.invalidations.detail import EntryView
from kanta_desk.gui.invalidations.model import EntriesModel
from kanta_desk.gui.invalidations.waiting import WaitingPlans
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets import (
    BusyLine,
    ChoiceButton,
    EmptyState,
    ErrorLine,
    Heading,
    NoticeLine,
)
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.invalidation import Fate, InvalidationEntry, InvalidationOverview

_WIDTHS = (122, 150, 160, 180, 150, 270)
_STACKED = 880
_CHOICE = 160


class Show(StrEnum):
    """Which invalidations are listed."""

    ALL = "all"
    DONE = "done"
    OPEN = "open"
    FAILED = "failed"


_FATES = {
    Show.ALL: frozenset(Fate),
    Show.DONE: frozenset({Fate.DONE}),
    Show.OPEN: frozenset({Fate.UNSETTLED, Fate.WAITING}),
    Show.FAILED: frozenset({Fate.REFUSED, Fate.NOT_DONE}),
}


class ListView(QWidget):
    """``settle_wanted`` asks for what is unsettled."""

    settle_wanted = Signal()

    def __init__(
        self,
        said: str,
        name_of: Callable[[Code | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._entries: tuple[InvalidationEntry, ...] = ()
        self.busy, self.error = BusyLine(), ErrorLine()
        self.notice, self.unsettled = NoticeLine(), NoticeLine(closable=False, beside=True)
        self.waiting = WaitingPlans(_reason_name)
        self.model = EntriesModel(self._type_name, _reason_name, self)
        self.table = Table(self.model, self.tr("Invalidations, unsettled ones first"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.detail = EntryView(self._type_name, _reason_name)
        self.count = Heading()
        self.show_only: ChoiceButton[Show] = ChoiceButton(self.tr("Show"), width=_CHOICE)
        self.show_only.offer(
            [
                (self.tr("All"), Show.ALL),
                (self.tr("Invalidated"), Show.DONE),
                (self.tr("To be settled"), Show.OPEN),
                (self.tr("Not invalidated"), Show.FAILED),
            ],
            Show.ALL,
        )
        self.show_only.chosen.connect(lambda _: self._filter())
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Document id, name or reason"))
        self.sought.setAccessibleName(self.tr("Find in the list"))
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(lambda _: self._filter())
        self._empty = EmptyState("invalidations", "", width=NARROW)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._empty)
        self._arrange(said)

    def show_overview(self, overview: InvalidationOverview, user_id: str, *, may: bool) -> None:
        """Show everything anew; what was chosen stays chosen."""
        self._entries = overview.entries
        self.waiting.show_overview(overview, user_id, may=may)
        if overview.unsettled:
            settle = (self.tr("Settle"), self.settle_wanted.emit)
            self.unsettled.tell(
                Tone.WARNING,
                self.tr("%n invalidation(s) to be settled", "", overview.unsettled),
                self.tr("What became of them is not known. The archive is asked for the outcome."),
                settle if may else None,
            )
        else:
            self.unsettled.clear()
        self._filter()

    def choose(self, message_id: str) -> None:
        """Choose an invalidation, if it is listed."""
        if (row := self.model.row_of(message_id)) is not None:
            self.table.selectRow(row)

    def wipe(self) -> None:
        """Forget everything."""
        self._entries = ()
        self.model.show(())
        self.waiting.wipe()
        self.detail.wipe()
        self.sought.clear()
        for line in (self.error, self.notice, self.unsettled, self.count):
            line.clear()

    def _filter(self) -> None:
        index = self.table.currentIndex()
        before = self.model.entry(index.row()).message_id if index.isValid() else ""
        fates = _FATES[self.show_only.value or Show.ALL]
        words = self.sought.text().casefold().split()
        shown = [e for e in self._entries if e.fate in fates and self._holds(e, words)]
        self.model.show(shown)
        self.count.setText(self.tr("%n invalidation(s)", "", len(shown)))
        self._lists.setCurrentWidget(self.table if shown else self._empty)
        self._empty.say(*self._why_empty())
        if (row := self.model.row_of(before)) is not None:
            self.table.selectRow(row)
        else:
            self.detail.wipe()

    def _why_empty(self) -> tuple[str, str]:
        if self._entries:
            return self.tr("Nothing fits"), self.tr("Change what is shown above.")
        return (
            self.tr("Nothing has been invalidated"),
            self.tr("Choose documents on the Documents page, and then Invalidate…"),
        )

    def _holds(self, entry: InvalidationEntry, words: list[str]) -> bool:
        text = " ".join(
            (
                entry.document_oid,
                entry.new_oid,
                entry.user_name,
                _reason_name(entry.reason_code),
                entry.reason_text,
                self._type_name(entry.document_type),
            )
        ).casefold()
        return all(word in text for word in words)

    def _chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.detail.show_entry(self.model.entry(rows[0].row()))

    def _type_name(self, code: str) -> str:
        return self._name_of(Code(code, CodeSystem.DOCUMENT_TYPE)) if code else ""

    def _arrange(self, said: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.count, 1)
        head.addWidget(self.show_only)
        head.addWidget(self.sought, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._lists, 1)
        above = (self.busy, self.error, self.notice, self.unsettled, self.waiting)
        work_page(self, said, above, Sides(left, self.detail, (540, 484), stacked_below=_STACKED))


def _reason_name(code: str) -> str:
    found = next((each for each in reasons() if each.code == code), None)
    return say(found.name) if found else code
