"""The conditions of a search beside its key: the usual ones always there, the rest on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kanta_desk.errors import InvalidIdentifier
from kanta_desk.gui.documents.codes_box import CodesBox
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.model.codes import Concept
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.identifiers import Oid, Ytunnus

_MOST = 130
_USUAL = 1


class Conditions(QWidget):
    """``submitted`` fires when Enter is pressed in a field, ``changed`` when a choice changes."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = CodesBox(self.tr("Service task"), self.tr("All service tasks"))
        self.type = CodesBox(self.tr("Document type"), self.tr("All types"))
        self.since = DayField(self.tr("Created from"))
        self.until = DayField(self.tr("Created to"))
        self.process = CodesBox(self.tr("Service process"), self.tr("All service processes"))
        self.group = CodesBox(self.tr("Document group"), self.tr("All document groups"))
        self.archived_since = DayField(self.tr("Archived from"))
        self.archived_until = DayField(self.tr("Archived to"))
        self.author = self._line(
            self.tr("Professional's identifier"), self.tr("Professional's identifier")
        )
        self.producer = self._line(self.tr("Producer"), self.tr("Producer: business id or OID"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS + 2)
        self._row(0, self.task, self.type, self.tr("Created"), (self.since, self.until))
        self._row(
            1, self.process, self.group, self.tr("Archived"),
            (self.archived_since, self.archived_until),
        )  # fmt: skip
        self._grid.addWidget(self.author, 2, 0)
        self._grid.addWidget(self.producer, 2, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for field in (*self._days, self.author, self.producer):
            field.returnPressed.connect(self.submitted)
            field.textChanged.connect(lambda _: self.changed.emit())
        for box in self._boxes:
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.show_all(shown=False)

    def offer(
        self,
        tasks: Sequence[Concept],
        types: Sequence[Concept],
        processes: Sequence[Concept],
        groups: Sequence[Concept],
    ) -> None:
        """The codes to choose from."""
        for box, concepts in zip(self._boxes, (tasks, types, processes, groups), strict=True):
            box.offer(concepts)

    def added_to(self, criteria: SearchCriteria) -> SearchCriteria:
        """``criteria`` with these conditions; what has a fault is left out."""
        return replace(
            criteria,
            service_task=self.task.code,
            document_type=self.type.code,
            service_process=self.process.code,
            document_group=self.group.code,
            created_from=self.since.value,
            created_to=self.until.value,
            archived_from=self.archived_since.value,
            archived_to=self.archived_until.value,
            author=self.author.text().strip() or None,
            producer=self._producer(),
        )

    def show_criteria(self, criteria: SearchCriteria) -> None:
        """Put conditions into the fields; the rest are shown if one of them is set."""
        for box, code in zip(
            self._boxes,
            (
                criteria.service_task,
                criteria.document_type,
                criteria.service_process,
                criteria.document_group,
            ),
            strict=True,
        ):
            box.choose(code)
        days = (
            criteria.created_from, criteria.created_to, criteria.archived_from,
            criteria.archived_to,
        )  # fmt: skip
        for field, day in zip(self._days, days, strict=True):
            field.set_value(day)
        self.author.setText(criteria.author or "")
        self.producer.setText(criteria.producer.value if criteria.producer else "")
        if self.hidden_in_use:
            self.show_all(shown=True)

    @property
    def hidden_in_use(self) -> int:
        """How many of the conditions beyond the usual ones are set."""
        texts = (self.author, self.producer, self.archived_since, self.archived_until)
        boxes = (self.process, self.group)
        return sum(bool(t.text().strip()) for t in texts) + sum(bool(b.code) for b in boxes)

    def fault(self) -> tuple[QLineEdit, str] | None:
        """The first field at fault and what is wrong with it; None: they are in order."""
        for field in self._days:
            if not field.readable:
                return field, self.tr("The day cannot be read. Write it as 22.11.2026.")
        for first, last in ((self.since, self.until), (self.archived_since, self.archived_until)):
            if (first.value or date.min) > (last.value or date.max):
                return first, self.tr("The first day is after the last one.")
        if self.producer.text().strip() and self._producer() is None:
            return self.producer, self.tr(
                "The producer is not a business id (1234567-8) nor an OID. Nothing was sent."
            )
        return None

    def show_all(self, *, shown: bool) -> None:
        """Show all conditions, or the usual ones."""
        for at in range(self._grid.count()):
            row = self._grid.getItemPosition(at)[0]  # type: ignore[index]
            if row >= _USUAL:
                item = self._grid.itemAt(at)
                if item is not None and (widget := item.widget()) is not None:
                    widget.setVisible(shown)

    def wipe(self) -> None:
        """Empty every field."""
        self.show_criteria(SearchCriteria())
        self.show_all(shown=False)

    @property
    def _boxes(self) -> tuple[CodesBox, ...]:
        return self.task, self.type, self.process, self.group

    @property
    def _days(self) -> tuple[DayField, ...]:
        return self.since, self.until, self.archived_since, self.archived_until

    def _producer(self) -> Oid | None:
        text = self.producer.text().strip()
        try:
            return Ytunnus.parse(text).oid if "-" in text else Oid.parse(text)
        except InvalidIdentifier:
            return None

    def _row(
        self, row: int, left: QWidget, right: QWidget, word: str, days: tuple[DayField, DayField]
    ) -> None:
        label = QLabel(word)
        label.setProperty("role", "label")
        label.setBuddy(days[0])
        for column, widget in enumerate((left, right, label, days[0], QLabel("–"), days[1])):
            self._grid.addWidget(widget, row, column)

    def _line(self, said: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(said)
        line.setPlaceholderText(hint)
        line.setMaxLength(_MOST)
        return line
