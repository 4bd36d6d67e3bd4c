"""Which rows of the matrix are shown: by state, client, kind of document, and words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import ChoiceButton
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.deployment import (
    PASSING,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    Verdict,
)

_WIDTH = 170


class Wanted(Enum):
    """Rows by how they stand."""

    ALL = "all"
    AMISS = "amiss"
    UNDECIDED = "undecided"
    IN_ORDER = "in order"
    WAITING = "waiting"


class RowFilters(QWidget):
    """``changed`` tells that other rows are wanted; ``accepts`` says of a row whether it is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undecided: frozenset[str] = frozenset()
        self.state = ChoiceButton[Wanted](self.tr("Rows by state"), width=_WIDTH)
        self.client = ChoiceButton[str](self.tr("Rows by client"), width=_WIDTH)
        self.type = ChoiceButton[str](self.tr("Rows by document type"), width=_WIDTH)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Row, title or id"))
        self.words.setAccessibleName(self.tr("Rows by words"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self.changed.emit())
        self.all = button(self.tr("Show all"), self.clear, role="link")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        for choice in (self.state, self.client, self.type):
            choice.chosen.connect(lambda _: self.changed.emit())
            line.addWidget(choice)
        line.addWidget(self.words, 1)
        line.addWidget(self.all)
        self.offer(None)

    def offer(self, plan: Plan | None) -> None:
        """Offer the clients and types of a plan; everything is shown."""
        self._undecided = frozenset()
        self.state.offer(
            (
                (self.tr("All rows"), Wanted.ALL),
                (self.tr("Not in order"), Wanted.AMISS),
                (self.tr("To be decided"), Wanted.UNDECIDED),
                (self.tr("In order"), Wanted.IN_ORDER),
                (self.tr("Waiting"), Wanted.WAITING),
            ),
            Wanted.ALL,
        )
        documents = plan.documents if plan else ()
        clients = dict.fromkeys(document.client_id.masked for document in documents)
        types = dict.fromkeys(filter(None, (document.document_type for document in documents)))
        self.client.offer(_with_all(self.tr("All clients"), tuple(clients)), "")
        self.type.offer(_with_all(self.tr("All types"), tuple(sorted(types))), "")
        self.client.setVisible(len(clients) > 1)
        self.type.setVisible(len(types) > 1)
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self._tell_all()

    def know(self, verdict: Verdict) -> None:
        """Learn which rows have cells without a decision."""
        self._undecided = frozenset(key for key, _ in verdict.undecided)

    def clear(self) -> None:
        """Show everything again."""
        self.state.choose(Wanted.ALL)
        self.client.choose("")
        self.type.choose("")
        self.words.clear()
        self.changed.emit()

    @property
    def narrowing(self) -> bool:
        """Whether some rows may be hidden."""
        chosen = (self.client.value, self.type.value, self.words.text().strip())
        return self.state.value is not Wanted.ALL or any(chosen)

    def accepts(self, document: ExpectedDocument, row: DocumentVerdict | None) -> bool:
        """Whether a row is wanted."""
        self._tell_all()
        if self.client.value and document.client_id.masked != self.client.value:
            return False
        if self.type.value and document.document_type != self.type.value:
            return False
        words = self.words.text().strip().casefold()
        said = f"{document.key} {document.title} {document.document_oid or ''} "
        said += str(row.document_oid or "") if row else ""
        return words in said.casefold() and self._stands(document, row)

    def _stands(self, document: ExpectedDocument, row: DocumentVerdict | None) -> bool:
        state = row.state if row else CellState.WAITING
        match self.state.value:
            case Wanted.AMISS:
                return state not in PASSING and state is not CellState.WAITING
            case Wanted.UNDECIDED:
                return document.key in self._undecided
            case Wanted.IN_ORDER:
                return state in PASSING
            case Wanted.WAITING:
                return state is CellState.WAITING
        return True

    def _tell_all(self) -> None:
        self.all.setVisible(self.narrowing)


def _with_all(word: str, values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return ((word, ""), *((value, value) for value in values))
