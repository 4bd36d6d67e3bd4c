"""The columns of a file, one under another: name, some values, what it is, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, mono_font
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.labels import Body, ElidedLabel
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.planning import COLUMN_NAMES, GROUND_NAMES, Column, FileColumn, Ground

_BETWEEN = " · "
_TONES = {
    Ground.NAME: Tone.OK,
    Ground.KEPT: Tone.OK,
    Ground.CHOSEN: Tone.OK,
    Ground.LIKENESS: Tone.WARNING,
    Ground.VALUES: Tone.WARNING,
    Ground.UNFIT: Tone.WARNING,
    Ground.NONE: Tone.NEUTRAL,
}


class MappingRows(QWidget):
    """``changed`` fires at every choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._columns: tuple[FileColumn, ...] = ()
        self.choices: list[ChoiceButton[Column | None]] = []

    @property
    def chosen(self) -> dict[str, Column | None]:
        """What each header stands for now."""
        return {
            column.header: choice.value
            for column, choice in zip(self._columns, self.choices, strict=True)
        }

    @property
    def doubles(self) -> tuple[Column, ...]:
        """The columns that were chosen more than once."""
        counted = Counter(choice.value for choice in self.choices)
        return tuple(column for column, times in counted.items() if column and times > 1)

    @property
    def has_client(self) -> bool:
        """Whether some column tells the client."""
        return any(choice.value is Column.CLIENT for choice in self.choices)

    def show_columns(
        self,
        columns: Sequence[FileColumn],
        chosen: Mapping[str, Column | None] | None = None,
    ) -> None:
        """Show the columns; ``chosen`` goes before what they were taken for."""
        empty_layout(self._grid)
        self.choices = []
        self._columns = tuple(columns)
        if not columns:
            return
        heads = (self.tr("Column of the file"), self.tr("Values, for example"), self.tr("Is"), "")
        for at, head in enumerate(heads):
            self._grid.addWidget(Body(head, "label"), 0, at)
        for row, column in enumerate(columns, 1):
            self._add(row, column, (chosen or {}).get(column.header, column.column))

    def focus_first(self) -> None:
        """Go to the first column that somebody must look at."""
        for column, choice in zip(self._columns, self.choices, strict=True):
            if not column.is_sure:
                choice.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self, row: int, column: FileColumn, taken: Column | None) -> None:
        name = ElidedLabel(column.header or self.tr("(no name)"))
        values = ElidedLabel(_BETWEEN.join(" ".join(v.split()) for v in column.samples) or "–")
        values.setFont(mono_font())
        choice = ChoiceButton[Column | None](
            self.tr("What {name} stands for").format(name=column.header)
        )
        names = sorted((say(text), each) for each, text in COLUMN_NAMES.items())
        choice.offer([(self.tr("– pass over –"), None), *names], taken)
        ground = column.ground if taken is column.column else Ground.CHOSEN
        badge = StatusBadge(_TONES[ground], say(GROUND_NAMES[ground]))
        choice.chosen.connect(lambda _: self._told(badge))
        self.choices.append(choice)
        for at, widget in enumerate((name, values, choice, badge)):
            self._grid.addWidget(widget, row, at, Qt.AlignmentFlag.AlignVCenter)

    def _told(self, badge: StatusBadge) -> None:
        badge.show_state(Tone.OK, say(GROUND_NAMES[Ground.CHOSEN]))
        self.changed.emit()
