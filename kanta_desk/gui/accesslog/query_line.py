"""The line in which the log is searched, with completion, and its faults told beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from kanta_desk.errors import QueryUnreadable
from kanta_desk.gui.language import language
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, primary_button
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.logquery import MAX_LENGTH, LogQuery, completions, parse_query
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.terms.query_words import KEYWORDS, LogField
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.supervising import SavedSearch

_MOST = 12


class QueryLine(QWidget):
    """``submitted`` fires with a query that can be read. ``save_wanted`` with a name for the one in
    the line, ``forget_wanted`` with the name of one that is saved, ``names_wanted`` with the
    beginning of a user's name."""

    submitted = Signal(object)
    save_wanted = Signal(str)
    forget_wanted = Signal(str)
    names_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Search the log"))
        self.line.setPlaceholderText(self.tr("For example user:smith type:view time:2026-03"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(MAX_LENGTH)
        self.line.returnPressed.connect(self.submit)
        self.line.textEdited.connect(self._offer)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        self.line.setCompleter(completer)
        self.fields_button = button(self.tr("Fields"), None, "filter")
        self.fields_button.setCheckable(True)
        self.saved = button(self.tr("Saved searches"), None, "history")
        self._menu = QMenu(self)
        self.saved.setMenu(self._menu)
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the search"))
        self._name.setPlaceholderText(self.tr("Name of the search"))
        self._name.setMaxLength(80)
        self._name.returnPressed.connect(self._save)
        self._problem = Body(role="word")
        self._problem.setProperty("tone", "failed")
        self._problem.hide()
        self._arrange()
        self.show_saved(())

    def submit(self) -> None:
        """Send the query, or say what is wrong with it and put the cursor there."""
        query = self.query()
        if query is not None:
            self.submitted.emit(query)

    def query(self) -> LogQuery | None:
        """The query in the line; None if it cannot be read, which is told."""
        try:
            query = parse_query(self.line.text(), datetime.now(HELSINKI).date())
            query.filter()
        except QueryUnreadable as error:
            self.line.setCursorPosition(max(0, int(str(error.fields["column"])) - 1))
            self._problem.setText(explain(error, language()).meaning)
            self._problem.show()
            return None
        self._problem.hide()
        return query

    def show_query(self, query: LogQuery) -> None:
        """Write a query into the line, in the person's language."""
        self._problem.hide()
        self.line.setText(query.written(language()))

    def show_names(self, names: Sequence[str]) -> None:
        """The users to complete what is typed now from."""
        self._names = tuple(names)
        self._complete()

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Offer saved searches, and to save the one in the line."""
        self._menu.clear()
        for search in searches:
            action = self._menu.addAction(search.name.replace("&", "&&"))
            action.setToolTip(search.query)
            action.triggered.connect(lambda _=False, q=search.query: self._use(q))
        if searches:
            forget = self._menu.addMenu(self.tr("Forget"))
            for search in searches:
                action = forget.addAction(search.name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, name=search.name: self.forget_wanted.emit(name)
                )
            self._menu.addSeparator()
        save = self._menu.addAction(self.tr("Save this search…"))
        save.triggered.connect(self.begin_saving)

    def begin_saving(self) -> None:
        """Ask for the name under which the search is saved."""
        self._name.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """An empty line, nothing offered."""
        self.line.clear()
        self._name.clear()
        self._name.hide()
        self._problem.hide()
        self._names = ()
        self.show_saved(())

    @property
    def said(self) -> str:
        """What is wrong with the query, if that was said."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _use(self, query: str) -> None:
        self.line.setText(query)
        self.submit()

    def _save(self) -> None:
        name = self._name.text().strip()
        if name and self.query() is not None:
            self._name.clear()
            self._name.hide()
            self.save_wanted.emit(name)

    def _offer(self, typed: str) -> None:
        if begun := _user_begun(_last_word(typed)):
            self.names_wanted.emit(begun[1])
        self._complete()

    def _complete(self) -> None:
        typed = self.line.text()
        begun = _last_word(typed)
        before = typed[: len(typed) - len(begun)]
        found = (*completions(typed, language()), *self._users(begun))
        self._offered.setStringList([before + each for each in found[:_MOST] if each != begun])

    def _users(self, begun: str) -> tuple[str, ...]:
        """The names of users that begin as what stands after the keyword does."""
        found = _user_begun(begun)
        if found is None:
            return ()
        key, bare = found
        fitting = (
            name
            for name in self._names
            if any(word.startswith(bare) for word in (name.casefold(), *name.casefold().split()))
        )
        return tuple(f'{key}:"{name}"' for name in fitting)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self._name)
        row.addWidget(self.saved)
        row.addWidget(self.fields_button)
        row.addWidget(primary_button(self.tr("Search"), self.submit))
        self._name.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self._problem)


def _last_word(typed: str) -> str:
    return "" if not typed or typed[-1].isspace() else typed.split()[-1]


def _user_begun(word: str) -> tuple[str, str] | None:
    """The keyword with its sign, and how the name begins; None if it is no user's keyword."""
    key, colon, value = word.partition(":")
    text, bare = KEYWORDS[LogField.USER], value.lstrip('"').casefold()
    is_user = key.lstrip("-").casefold() in {text.fi, text.sv, text.en}
    return (key, bare) if colon and bare and is_user else None
