"""The table of events: as long as the log says, its rows fetched when they come into view."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from kanta_desk.gui.accesslog.pages import Fetched, Search, Shelf
from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import moment, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours, mono_font
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, Event, Phase

PHASE_TONES = {
    Phase.INTENT: Tone.NEUTRAL,
    Phase.DONE: Tone.OK,
    Phase.FAILED: Tone.FAILED,
    Phase.CANCELLED: Tone.NEUTRAL,
    Phase.UNKNOWN: Tone.WARNING,
}


def tone_of(phase: Phase) -> Tone:
    """How a phase looks; one that this version does not know, like nothing in particular."""
    return PHASE_TONES.get(phase, Tone.NEUTRAL)


class Column(IntEnum):
    """The columns of the table, in their order."""

    TIME = 0
    USER = 1
    ACT = 2
    PHASE = 3
    CLIENT = 4
    DOCUMENT = 5
    REGISTER = 6
    PURPOSE = 7
    RESULT = 8


class EventsModel(TableModel):
    """One search of the log. ``wanted`` asks for a page: its number, a page before it, its key.

    One page is asked for at a time; while it is on its way, the newest wish waits alone.
    """

    wanted = Signal(int, int, object)

    columns = len(Column)

    def __init__(self, purpose_of: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purpose_of = purpose_of
        self._shelf: Shelf | None = None
        self._asked: int | None = None
        self._wish: int | None = None

    def show(self, search: Search | None) -> None:
        """Show a search from its beginning; None shows nothing."""
        self.beginResetModel()
        self._shelf = Shelf(search) if search else None
        self._asked = self._wish = None
        self.endResetModel()

    @property
    def page_size(self) -> int:
        """How many events a page has."""
        return self._shelf.size if self._shelf else 1

    def event_at(self, row: int) -> Event | None:
        """The event of a row, or None while it is on its way."""
        return self._shelf.event(row) if self._shelf else None

    def put(self, fetched: Fetched) -> None:
        """Take a page that came."""
        if self._shelf is None or fetched.number != self._asked:
            return
        self._asked = None
        self._shelf.put(fetched)
        first = fetched.number * self._shelf.size
        last = min(first + self._shelf.size, self._shelf.total) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        if self._wish is not None and self._shelf.lacks(self._wish):
            self._ask(self._wish)

    def failed(self) -> None:
        """A page did not come: it is asked for again when its rows are painted again."""
        self._asked = self._wish = None

    def length(self) -> int:
        """How many there are."""
        return 0 if self._shelf is None else self._shelf.total

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Time"),
            self.tr("User"),
            self.tr("Act"),
            self.tr("Phase"),
            self.tr("Client"),
            self.tr("Document"),
            self.tr("Register"),
            self.tr("Purpose"),
            self.tr("Result"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks; a row that is on its way shows dots."""
        if not index.isValid() or self._shelf is None or not index.row() < self._shelf.total:
            return None
        event, column = self._shelf.event(index.row()), Column(index.column())
        if event is None:
            self._ask(index.row() // self._shelf.size)
            on_way = role == Qt.ItemDataRole.DisplayRole and column is Column.TIME
            return self.tr("fetching…") if on_way else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(event, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._whole(event, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.PHASE:
                return tone_icon(tone_of(event.phase), 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.PHASE:
                return QColor(colours().ink(tone_of(event.phase)))
            case Qt.ItemDataRole.FontRole if self._is_identifier(event, column):
                return mono_font()
        return None

    def _ask(self, page: int) -> None:
        self._wish = page
        if self._asked is None and self._shelf is not None:
            self._asked = page
            self.wanted.emit(page, *self._shelf.nearest(page))

    def _text(self, event: Event, column: Column) -> str:
        match column:
            case Column.TIME:
                return moment(event.time, seconds=True)
            case Column.USER:
                return event.actor.user_name
            case Column.ACT:
                return say(EVENT_NAMES[event.kind])
            case Column.PHASE:
                return say(PHASE_NAMES[event.phase])
            case Column.CLIENT:
                return event.subject.client_id  # veiled by the desk
            case Column.DOCUMENT:
                return self._document(event)
            case Column.REGISTER:
                return event.controller_name
            case Column.PURPOSE:
                return self._purpose_of(event.purpose)
            case Column.RESULT:
                return event.error_code or (
                    "" if event.result_count is None else number(event.result_count)
                )

    def _document(self, event: Event) -> str:
        if event.subject.document_oid:
            return shortened(event.subject.document_oid)
        documents = event.subject.documents
        return self.tr("%n document(s)", "", len(documents)) if documents else ""

    def _is_identifier(self, event: Event, column: Column) -> bool:
        return column is Column.CLIENT or (
            column is Column.DOCUMENT and bool(event.subject.document_oid)
        )

    def _whole(self, event: Event, column: Column) -> str:
        if column is Column.DOCUMENT and event.subject.document_oid:
            return event.subject.document_oid
        return self._text(event, column)


def shortened(oid: str) -> str:
    """The end of an OID, where documents of one provider differ."""
    return oid if len(oid) <= 16 else f"…{oid[-14:]}"
