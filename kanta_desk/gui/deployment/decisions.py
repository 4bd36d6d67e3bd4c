"""What the archivist says where judgement is needed: a decision on a cell, or which document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.gui.language import moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, SectionTitle, StatusBadge
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.deployment import (
    RULING_NAMES,
    Aspect,
    Decision,
    PairCandidate,
    Ruling,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.testruns import LONGEST_NOTE

RULING_TONES = {
    Ruling.ACCEPTED: Tone.OK,
    Ruling.FAULT: Tone.FAILED,
    Ruling.STORE_AGAIN: Tone.WARNING,
}


class DecisionForm(QWidget):
    """The present decision on a cell, and a form for another.

    ``decided`` carries the row's key, the aspect or None, the ruling, and the reason.
    """

    decided = Signal(str, object, object, str)

    def __init__(
        self,
        key: str,
        aspect: Aspect | None,
        decision: Decision | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._aspect = key, aspect
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(SectionTitle(self.tr("The archivist's decision")))
        if decision is not None:
            column.addWidget(
                StatusBadge(RULING_TONES[decision.ruling], say(RULING_NAMES[decision.ruling]))
            )
            column.addWidget(Body(decision.note))
            column.addWidget(Body(f"{decision.by} · {moment(decision.at)}", "hint"))
        self._group = QButtonGroup(self)
        for ruling in Ruling:
            name = say(RULING_NAMES[ruling])
            choice = QRadioButton(name[:1].upper() + name[1:])
            choice.setProperty("ruling", ruling.value)
            self._group.addButton(choice)
            column.addWidget(choice)
        self._group.buttonToggled.connect(lambda *_: self._enable())
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Why? The reason is kept in the log."))
        self.note.setAccessibleName(self.tr("Reason of the decision"))
        self.note.textChanged.connect(lambda _: self._enable())
        self.keep = button(self.tr("Record the decision"), self._keep, "check")
        column.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self._enable()

    def choose(self, ruling: Ruling) -> None:
        """Mark a ruling."""
        for choice in self._group.buttons():
            choice.setChecked(choice.property("ruling") == ruling.value)

    def _enable(self) -> None:
        chosen = self._group.checkedButton() is not None
        self.keep.setEnabled(chosen and bool(self.note.text().strip()))

    def _keep(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            ruling = Ruling(chosen.property("ruling"))
            self.decided.emit(self._key, self._aspect, ruling, self.note.text().strip())


class CandidateForm(QWidget):
    """The documents of which one may be meant.

    ``chosen`` carries the row's key, the document's ``Oid`` or None for none, and the reason.
    """

    chosen = Signal(str, object, str)

    def __init__(
        self, key: str, candidates: tuple[PairCandidate, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._oids: dict[QRadioButton, Oid | None] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(SectionTitle(self.tr("Which document is meant?")))
        self._group = QButtonGroup(self)
        for candidate in candidates:
            name = candidate.title or candidate.document_type or str(candidate.document_oid)
            when = moment(candidate.created)
            self._add(" · ".join(filter(None, (name, when))), candidate.document_oid, column)
            about = f"{say(candidate.reason)} ({candidate.score}/100)"
            for line in (str(candidate.document_oid), about):
                said = Body(line, "hint")
                said.setContentsMargins(Space.XL, 0, 0, 0)
                column.addWidget(said)
        self._add(self.tr("None of these"), None, column)
        self._group.buttonToggled.connect(lambda *_: self._enable())
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_NOTE)
        self.reason.setPlaceholderText(self.tr("Why this one?"))
        self.reason.setAccessibleName(self.tr("Reason of the choice"))
        self.keep = button(self.tr("Choose"), self._keep, "check")
        column.addWidget(self.reason)
        column.addWidget(
            Body(self.tr("The choice holds from the next run on: run again what failed."), "hint")
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self._enable()

    def choose(self, oid: Oid | None) -> None:
        """Mark a candidate, or that it is none."""
        for choice, each in self._oids.items():
            choice.setChecked(each == oid)

    def _add(self, word: str, oid: Oid | None, column: QVBoxLayout) -> None:
        choice = QRadioButton(word.replace("&", "&&"))
        self._oids[choice] = oid
        self._group.addButton(choice)
        column.addWidget(choice)

    def _enable(self) -> None:
        self.keep.setEnabled(self._group.checkedButton() is not None)

    def _keep(self) -> None:
        for choice, oid in self._oids.items():
            if choice.isChecked():
                self.chosen.emit(self._key, oid, self.reason.text().strip())
