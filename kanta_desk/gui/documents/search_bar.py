"""The search line with its conditions; nothing leaves it before it is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from kanta_desk.gui import icons
from kanta_desk.gui.documents.codes_box import CodesBox
from kanta_desk.gui.theme import Space, colours
from kanta_desk.gui.widgets import Body, Panel, primary_button
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.model.codes import Concept
from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.query import KeyKind, SearchKey, recognise


class SearchBar(Panel):
    """``submitted`` fires with criteria that can be sent; a fault is said under the line."""

    submitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self.column.setSpacing(Space.S)
        self.line = QLineEdit()
        self.line.setAccessibleName(
            self.tr("Search by personal identity code, document id, case number or name")
        )
        self.line.setPlaceholderText(
            self.tr("Personal identity code, document OID, case number, or name and date of birth")
        )
        self.line.setClearButtonEnabled(True)
        self.line.addAction(
            QAction(icons.icon("search", colours().muted, 16), "", self.line),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self.line.setMaxLength(200)
        self.mode = QComboBox()
        self.mode.setAccessibleName(self.tr("Kind of search"))
        for mode, word in self._modes():
            self.mode.addItem(word, mode)
        self.search_button = primary_button(self.tr("Search"), self.submit)
        self.oid_is_case = QCheckBox(self.tr("It is a case number"))
        self._hint = Body(role="small")
        self.task = CodesBox(self.tr("Service task"), self.tr("All service tasks"))
        self.type = CodesBox(self.tr("Document type"), self.tr("All types"))
        self.since = DayField(self.tr("Created from"))
        self.until = DayField(self.tr("Created to"))
        self._arrange()
        self.line.textChanged.connect(lambda _: self._explain(tried=False))
        self.line.returnPressed.connect(self.submit)
        self.oid_is_case.toggled.connect(lambda _: self._explain(tried=False))
        for field in (self.since, self.until):
            field.returnPressed.connect(self.submit)
        self._explain(tried=False)

    def offer(self, tasks: tuple[Concept, ...], types: tuple[Concept, ...]) -> None:
        """The service tasks and document types to choose from."""
        self.task.offer(tasks)
        self.type.offer(types)

    def submit(self) -> None:
        """Send the criteria, or say what is wrong with them."""
        if not self._explain(tried=True):
            self.line.setFocus()
            return
        for field in (self.since, self.until):
            if not field.readable:
                field.setFocus()
                self._say(self.tr("The day cannot be read. Write it as 22.11.2026."), wrong=True)
                return
        if self._backwards():
            self.since.setFocus()
            self._say(self.tr("The first day is after the last one."), wrong=True)
            return
        self.submitted.emit(self.criteria())

    def criteria(self) -> SearchCriteria:
        """What is to be searched for, as it stands."""
        return replace(
            self._key().criteria(),
            service_task=self.task.code,
            document_type=self.type.code,
            created_from=self.since.value,
            created_to=self.until.value,
            mode=SearchMode(self.mode.currentData()),  # Qt gives back a plain str
        )

    def wipe(self) -> None:
        """Empty every field; the line's undo history goes with its text."""
        self.line.setText("")
        self.since.set_value(None)
        self.until.set_value(None)
        self.task.forget()
        self.type.forget()
        self.mode.setCurrentIndex(0)
        self.oid_is_case.setChecked(False)

    @property
    def said(self) -> str:
        """The line under the search line."""
        return self._hint.text()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self.line, 1)
        first.addWidget(self.mode)
        first.addWidget(self.search_button)
        under = QHBoxLayout()
        under.setSpacing(Space.M)
        under.addWidget(self._hint, 1)
        under.addWidget(self.oid_is_case)
        filters = QGridLayout()
        filters.setHorizontalSpacing(Space.S)
        filters.setVerticalSpacing(2)
        filters.addWidget(self.task, 0, 0)
        filters.addWidget(self.type, 0, 1)
        created = QLabel(self.tr("Created"))
        created.setProperty("role", "label")
        filters.addWidget(created, 0, 2)
        filters.addWidget(self.since, 0, 3)
        filters.addWidget(QLabel("–"), 0, 4)
        filters.addWidget(self.until, 0, 5)
        filters.setColumnStretch(0, 1)
        filters.setColumnStretch(1, 1)
        for row in (first, under, filters):
            self.column.addLayout(row)

    def _modes(self) -> tuple[tuple[SearchMode, str], ...]:
        return (
            (SearchMode.BASIC, self.tr("Basic search")),
            (SearchMode.VERSIONS, self.tr("All versions")),
            (SearchMode.INVALIDATED, self.tr("Invalidated")),
            (SearchMode.OLD, self.tr("Old documents")),
        )

    def _key(self) -> SearchKey:
        return recognise(self.line.text(), oid_is_case=self.oid_is_case.isChecked())

    def _backwards(self) -> bool:
        first, last = self.since.value or date.min, self.until.value or date.max
        return first > last

    def _explain(self, *, tried: bool) -> bool:
        """Say what the text is taken for or, once ``tried``, what is wrong; whether it will do."""
        key = self._key()
        plain = recognise(self.line.text())
        self.oid_is_case.setVisible(plain.kind is KeyKind.DOCUMENT and not plain.problem)
        wrong = tried and not key.usable
        self._say(self._problem(key) if wrong else self._taken_for(key), wrong=wrong)
        return key.usable

    def _say(self, text: str, *, wrong: bool) -> None:
        self._hint.setText(text)
        self._hint.setProperty("role", "word" if wrong else "small")
        self._hint.setProperty("tone", "failed" if wrong else "")
        self.line.setProperty("tone", "failed" if wrong else "")
        for widget in (self._hint, self.line):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.line.setAccessibleDescription(text)

    def _taken_for(self, key: SearchKey) -> str:
        match key.kind:
            case KeyKind.NOTHING:
                return self.tr("Every search is written to the access log.")
            case KeyKind.HENKILOTUNNUS:
                return self.tr("Personal identity code")
            case KeyKind.TEMPORARY_ID:
                return self.tr("Temporary identifier")
            case KeyKind.NAME_AND_BIRTH:
                return self.tr("Name and date of birth")
            case KeyKind.DOCUMENT:
                return self.tr("Document id (OID)")
            case KeyKind.CASE:
                return self.tr("Case number")

    def _problem(self, key: SearchKey) -> str:
        match key.kind, key.problem:
            case KeyKind.NOTHING, _:
                return self.tr("Write whom or what to search for.")
            case KeyKind.HENKILOTUNNUS, "form":
                return self.tr(
                    "A personal identity code has the form 010181-900C. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, "date":
                return self.tr(
                    "The personal identity code has a date that does not exist. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, "check":
                return self.tr(
                    "The personal identity code's check character does not match: one of its "
                    "characters is wrong. Nothing was sent."
                )
            case KeyKind.HENKILOTUNNUS, _:
                return self.tr("The personal identity code is not valid. Nothing was sent.")
            case KeyKind.DOCUMENT, _:
                return self.tr(
                    "A document id is numbers and dots, such as 1.2.246.10.1234567.11.2026.1. "
                    "Nothing was sent."
                )
            case KeyKind.TEMPORARY_ID, _:
                return self.tr("The temporary identifier is not valid. Nothing was sent.")
            case KeyKind.NAME_AND_BIRTH, "name":
                return self.tr(
                    "Write first name, surname and date of birth: Maija Meikäläinen 1.1.1981."
                )
            case KeyKind.NAME_AND_BIRTH, _:
                return self.tr("There is no such date of birth. Nothing was sent.")
            case _:
                return self.tr("The case number is too long. Nothing was sent.")
