"""Saved searches of the Documents page: a menu to use and forget them, a line to name a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import primary_button
from kanta_desk.gui.widgets.panels import button

if TYPE_CHECKING:
    from kanta_desk.desk.documents import KeptSearch

_MOST_OF_NAME = 80
ROOM_FOR_ARROW = "\N{NO-BREAK SPACE}" * 3
"""After the word of a button with a menu: Qt leaves none where a style sheet pads."""


class SavedSearches(QPushButton):
    """``used`` fires with criteria, ``forget_wanted`` with a name, ``save_wanted`` to begin."""

    used = Signal(object)
    forget_wanted = Signal(str)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Saved searches") + ROOM_FOR_ARROW)
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self.show_searches(())

    @property
    def names(self) -> tuple[str, ...]:
        """The searches offered."""
        return tuple(a.text() for a in self._menu.actions() if a.data() is not None)

    def show_searches(self, searches: Sequence[KeptSearch]) -> None:
        """Offer these, and to save the one that stands there."""
        self._menu.clear()
        for search in searches:
            action = self._menu.addAction(_plain(search.name))
            action.setData(search.name)
            action.setToolTip(
                self.tr("Holds whom or what to search for. Saved by {who}.").format(
                    who=search.saved_by
                )
                if search.criteria.has_key
                else self.tr("Conditions alone. Saved by {who}.").format(who=search.saved_by)
            )
            action.triggered.connect(lambda _=False, c=search.criteria: self.used.emit(c))
        if searches:
            forget = self._menu.addMenu(self.tr("Forget"))
            for search in searches:
                action = forget.addAction(_plain(search.name))
                action.triggered.connect(
                    lambda _=False, name=search.name: self.forget_wanted.emit(name)
                )
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Save this search…")).triggered.connect(
            lambda: self.save_wanted.emit()
        )

    def use(self, name: str) -> None:
        """Use a search by its name."""
        next(a for a in self._menu.actions() if a.data() == name).trigger()


class SaveLine(QWidget):
    """The name for a search; ``wanted`` fires with it and whether the key is to be kept too."""

    wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the search"))
        self.name.setPlaceholderText(self.tr("Name of the search"))
        self.name.setMaxLength(_MOST_OF_NAME)
        self.name.returnPressed.connect(self._save)
        self.with_key = QCheckBox(self.tr("Keep also whom or what is searched for"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self.name, 1)
        line.addWidget(self.with_key)
        line.addWidget(primary_button(self.tr("Save"), self._save))
        line.addWidget(button(self.tr("Cancel"), self.wipe))
        self.hide()

    def begin(self, *, has_key: bool, may_keep: bool) -> None:
        """Ask for a name; the key can be kept where there is one and the store is encrypted."""
        self.with_key.setChecked(False)
        self.with_key.setEnabled(has_key and may_keep)
        why = ""
        if not may_keep:
            why = self.tr("Saved searches are not encrypted in this installation.")
        self.with_key.setToolTip(why)
        self.with_key.setAccessibleDescription(why)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Ask no more."""
        self.name.setText("")
        self.with_key.setChecked(False)
        self.hide()

    def _save(self) -> None:
        name, with_key = self.name.text().strip(), self.with_key.isChecked()
        if name:
            self.wipe()
            self.wanted.emit(name, with_key)


def _plain(name: str) -> str:
    return name.replace("&", "&&")
