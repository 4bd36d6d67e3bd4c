"""The table of rights: one row for each, those in force first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import language, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import colours
from kanta_desk.gui.widgets.table import AnyIndex, TableModel
from kanta_desk.model.people import ROLE_NAMES
from kanta_desk.model.rights import GRANT_STATE_NAMES, GrantRecord, GrantState
from kanta_desk.model.rights_words import basis_words, days

STATE_TONES = {
    GrantState.VALID: Tone.OK,
    GrantState.COMING: Tone.BUSY,
    GrantState.ENDED: Tone.NEUTRAL,
    GrantState.REVOKED: Tone.NEUTRAL,
}
_ORDER = (GrantState.VALID, GrantState.COMING, GrantState.ENDED, GrantState.REVOKED)


class Column(IntEnum):
    """The columns of the table, in their order."""

    PERSON = 0
    ROLE = 1
    STATE = 2
    DAYS = 3
    BASIS = 4


class GrantsModel(TableModel):
    """Rights on a day; ``soon`` are the ids of those that end soon."""

    columns = len(Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GrantRecord, ...] = ()
        self._day = date.min
        self._soon: frozenset[str] = frozenset()

    def show(self, records: Sequence[GrantRecord], on: date, soon: frozenset[str]) -> None:
        """Show these, by state, then in the order of granting."""
        self.beginResetModel()
        self._rows = tuple(sorted(records, key=lambda record: _ORDER.index(record.state(on))))
        self._day, self._soon = on, soon
        self.endResetModel()

    def record(self, row: int) -> GrantRecord | None:
        """The right of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, grant_id: str) -> int:
        """The row of a right; -1 if it is not shown."""
        return next((at for at, r in enumerate(self._rows) if r.grant.id == grant_id), -1)

    def length(self) -> int:
        """How many there are."""
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Person"),
            self.tr("Role"),
            self.tr("State"),
            self.tr("Valid"),
            self.tr("Basis"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        record = self.record(index.row()) if index.isValid() else None
        if record is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(record, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return tone_icon(self._tone(record), 16)
            case Qt.ItemDataRole.ForegroundRole if column is Column.STATE:
                return QColor(colours().ink(self._tone(record)))
        return None

    def _tone(self, record: GrantRecord) -> Tone:
        return Tone.WARNING if record.grant.id in self._soon else STATE_TONES[self._state(record)]

    def _state(self, record: GrantRecord) -> GrantState:
        return record.state(self._day)

    def _text(self, record: GrantRecord, column: Column) -> str:
        grant = record.grant
        match column:
            case Column.PERSON:
                return grant.name
            case Column.ROLE:
                return say(ROLE_NAMES[grant.role])
            case Column.STATE if grant.id in self._soon:
                return self.tr("ends soon")
            case Column.STATE:
                return say(GRANT_STATE_NAMES[self._state(record)])
            case Column.DAYS:
                return days(grant, language())
            case Column.BASIS:
                return basis_words(grant.basis, language())
