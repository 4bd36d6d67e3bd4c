"""The search line with its conditions; nothing leaves it before it is in order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from kanta_desk.gui import icons
from kanta_desk.gui.documents.conditions import Conditions
from kanta_desk.gui.documents.key_words import KeyWords
from kanta_desk.gui.documents.saved_searches import SavedSearches, SaveLine
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, colours
from kanta_desk.gui.widgets import Body, NoticeLine, Panel, primary_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.documents import SearchCriteria, SearchMode
from kanta_desk.model.query import ELSEWHERE_GROUPS, KeyKind, SearchKey, key_text, recognise

_MOST = 200


class SearchBar(Panel):
    """``submitted`` fires with criteria that can be sent; a fault is said under the line."""

    submitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self.column.setSpacing(Space.S)
        self._words = KeyWords(self)
        self.line = self._line()
        self.mode = QComboBox()
        self.mode.setAccessibleName(self.tr("Kind of search"))
        for mode, word in self._modes():
            self.mode.addItem(word, mode)
        self.saved = SavedSearches()
        self.save_line = SaveLine()
        self.search_button = primary_button(self.tr("Search"), self.submit)
        self.is_case = QCheckBox(self.tr("It is a case number"))
        self._hint = Body(role="small")
        self.more = button("", None, "chevron-down", "note")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_all)
        self.conditions = Conditions()
        self.conditions.submitted.connect(self.submit)
        self.conditions.changed.connect(lambda: self._explain(tried=False))
        self.elsewhere = NoticeLine(closable=False)
        self._arrange()
        self.line.textChanged.connect(lambda _: self._explain(tried=False))
        self.line.returnPressed.connect(self.submit)
        self.is_case.toggled.connect(lambda _: self._explain(tried=False))
        self._explain(tried=False)

    @property
    def said(self) -> str:
        """The line under the search line."""
        return self._hint.text()

    def submit(self) -> None:
        """Send the criteria, or say what is wrong with them."""
        if not self._explain(tried=True):
            self.line.setFocus()
            return
        if fault := self.conditions.fault():
            field, why = fault
            if field.isHidden():
                self.more.setChecked(True)
            field.setFocus()
            self._say(why, wrong=True)
            return
        if self._group_is_elsewhere:
            self.conditions.group.setFocus()
            return
        self.submitted.emit(self.criteria())

    def criteria(self) -> SearchCriteria:
        """What is to be searched for, as it stands."""
        return replace(
            self.conditions.added_to(self._key().criteria()),
            mode=SearchMode(self.mode.currentData()),  # Qt gives back a plain str
        )

    def show_criteria(self, criteria: SearchCriteria) -> None:
        """Put criteria into the fields; without a key, the line keeps what stands there."""
        self.mode.setCurrentIndex(max(self.mode.findData(criteria.mode), 0))
        self.conditions.show_criteria(criteria)
        self.more.setChecked(bool(self.conditions.hidden_in_use))
        if criteria.has_key:
            self.line.setText(key_text(criteria))
            plain = recognise(self.line.text()).kind is KeyKind.CASE
            self.is_case.setChecked(criteria.case_id is not None and not plain)

    def wipe(self) -> None:
        """Empty every field; the line's undo history goes with its text."""
        self.line.setText("")
        self.conditions.wipe()
        self.more.setChecked(False)
        self.mode.setCurrentIndex(0)
        self.is_case.setChecked(False)
        self.saved.show_searches(())
        self.save_line.wipe()

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(
            self.tr("Search by personal identity code, document id, case number or name")
        )
        line.setPlaceholderText(
            self.tr("Personal identity code, document OID, case number, or name and date of birth")
        )
        line.setClearButtonEnabled(True)
        line.addAction(
            QAction(icons.icon("search", colours().muted, 16), "", line),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        line.setMaxLength(_MOST)
        return line

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self.line, 1)
        for widget in (self.mode, self.saved, self.search_button):
            first.addWidget(widget)
        under = QHBoxLayout()
        under.setSpacing(Space.M)
        under.addWidget(self._hint, 1)
        under.addWidget(self.is_case)
        under.addWidget(self.more)
        for row in (first, under):
            self.column.addLayout(row)
        for part in (self.elsewhere, self.conditions, self.save_line):
            self.column.addWidget(part)

    def _modes(self) -> tuple[tuple[SearchMode, str], ...]:
        return (
            (SearchMode.BASIC, self.tr("Basic search")),
            (SearchMode.VERSIONS, self.tr("All versions")),
            (SearchMode.INVALIDATED, self.tr("Invalidated")),
            (SearchMode.OLD, self.tr("Old documents")),
        )

    def _key(self) -> SearchKey:
        return recognise(self.line.text(), is_case=self.is_case.isChecked())

    @property
    def _group_is_elsewhere(self) -> bool:
        return self.conditions.group.code in ELSEWHERE_GROUPS

    def _explain(self, *, tried: bool) -> bool:
        """Say what the text is taken for, or what is wrong with it: a text that more letters may
        put right only once ``tried``. Whether it will do."""
        key = self._key()
        plain = recognise(self.line.text())
        could_be_case = plain.kind not in (KeyKind.NOTHING, KeyKind.CASE) and (
            plain.client is None and not recognise(self.line.text(), is_case=True).problem
        )
        self.is_case.setVisible(could_be_case)
        wrong = bool(key.problem) and not key.begun
        if tried and not key.usable:
            wrong = True
        self._say(self._words.problem(key) if wrong else self._words.taken_for(key), wrong=wrong)
        if key.kind is KeyKind.ELSEWHERE or self._group_is_elsewhere:
            self.elsewhere.tell(Tone.NEUTRAL, *self._words.elsewhere())
        else:
            self.elsewhere.clear()
        self._name_more()
        return key.usable

    def _show_all(self, shown: bool) -> None:
        self.conditions.show_all(shown=shown)
        self._name_more()

    def _name_more(self) -> None:
        used = self.conditions.hidden_in_use
        icons.dress(
            self.more, "chevron-up" if self.more.isChecked() else "chevron-down", "muted", 14
        )
        if self.more.isChecked():
            self.more.setText(self.tr("Fewer conditions"))
        elif used:
            self.more.setText(self.tr("More conditions (%n in use)", "", used))
        else:
            self.more.setText(self.tr("More conditions"))

    def _say(self, text: str, *, wrong: bool) -> None:
        self._hint.setText(text)
        self._hint.setProperty("role", "word" if wrong else "small")
        self._hint.setProperty("tone", "failed" if wrong else "")
        self.line.setProperty("tone", "failed" if wrong else "")
        for widget in (self._hint, self.line):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.line.setAccessibleDescription(text)
