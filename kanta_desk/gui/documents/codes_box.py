"""A choice of one code among many, found by typing a part of its name; none chosen means any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from kanta_desk.gui.language import say
from kanta_desk.model.codes import Concept


class CodesBox(QComboBox):
    """Concepts by name, in the order of their set, after ``any_word``."""

    def __init__(self, said: str, any_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._any_word = any_word
        self.setAccessibleName(said)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QLineEdit()
        line.setAccessibleName(said)
        self.setLineEdit(line)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line.editingFinished.connect(self._settle)
        self.currentIndexChanged.connect(lambda _: line.setCursorPosition(0))
        self.offer(())

    @property
    def code(self) -> str | None:
        """The chosen code's value; None for any."""
        chosen: str | None = self.currentData()
        return chosen

    def offer(self, concepts: Sequence[Concept]) -> None:
        """Offer these; what was chosen is forgotten."""
        self.clear()
        self.addItem(self._any_word, None)
        for concept in concepts:
            self.addItem(say(concept.name), concept.value)
        self.setCurrentIndex(0)

    def choose(self, code: str | None) -> None:
        """Choose a code; one that is not offered is any."""
        self.setCurrentIndex(max(self.findData(code), 0) if code else 0)

    def forget(self) -> None:
        """Back to any."""
        self.setCurrentIndex(0)

    def _settle(self) -> None:
        """What was typed counts only if it is the name of a code."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(max(at, 0))
        self.setEditText(self.itemText(self.currentIndex()))
