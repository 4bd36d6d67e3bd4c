"""The evidence behind cells of the matrix: why this document was taken, and what was found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.gui.deployment.decisions import CandidateForm, DecisionForm
from kanta_desk.gui.deployment.evidence_parts import (
    MarkedDifference,
    ReceivedTable,
    evidence_lines,
)
from kanta_desk.gui.deployment.matrix import CELL_TONES
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    Body,
    EmptyState,
    Heading,
    MonoText,
    Panel,
    SectionTitle,
    StatusBadge,
    scrolled,
)
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.finding import FindingCard
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    PASSING,
    Aspect,
    Cell,
    DocumentVerdict,
    ExpectedDocument,
    Verdict,
)


class EvidencePanel(Panel):
    """Shows a row of the matrix, whole or one of its cells, or the documents nobody expected.

    ``decided`` and ``chosen`` carry what the archivist says of them: see ``decisions``.
    """

    decided = Signal(str, object, object, str)
    chosen = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._title = Heading()
        self._empty = EmptyState(
            "deployment",
            self.tr("No cell chosen"),
            self.tr("Choose a cell of the matrix to see what it stands on."),
            width=NARROW,
        )
        self._waits = EmptyState(
            "clock",
            self.tr("Not checked yet"),
            self.tr("The evidence comes here when the document has been checked."),
            width=NARROW,
        )
        self._area = scrolled(QWidget(), self.tr("Evidence"))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self._stack = QStackedWidget()
        for widget in (self._empty, self._waits, shown):
            self._stack.addWidget(widget)
        self._shown = shown
        self.column.addWidget(self._stack)

    @property
    def said(self) -> str:
        """The heading of what stands there."""
        if self._stack.currentWidget() is self._shown:
            return self._title.text()
        waits = self._stack.currentWidget() is self._waits
        return (self._waits if waits else self._empty).accessibleName()

    def show_row(
        self,
        expected: ExpectedDocument,
        row: DocumentVerdict | None,
        aspect: Aspect | None,
        verdict: Verdict | None = None,
    ) -> None:
        """Show one cell of a row, or all of them for no aspect.

        With the ``verdict`` of the whole run the archivist can decide on what is not in order.
        """
        if row is None:
            self._stack.setCurrentWidget(self._waits)
            return
        cells = [row.cell(aspect)] if aspect else list(row.cells)
        parts: list[QWidget] = [*self._pairing(row)]
        if row.candidates and verdict is not None:
            parts.append(self._candidates(expected.key, row))
        for cell in cells:
            parts.extend(self._cell(cell))
        amiss = [cell.aspect for cell in cells if cell.state not in PASSING]
        if verdict is not None and amiss:
            about = aspect if aspect or len(amiss) != 1 else amiss[0]
            parts.append(self._decision(expected.key, about, verdict))
        self._put(expected.title or expected.key, parts)

    def show_unexpected(self, verdict: Verdict) -> None:
        """Show the documents that the plan does not name, each with the decision on it."""
        parts: list[QWidget] = []
        for finding in verdict.unexpected:
            parts.append(FindingCard(finding))
            parts.append(self._decision(finding.place, None, verdict))
        self._put(self.tr("Documents that the plan does not name"), parts)

    def show_whole(self, verdict: Verdict) -> None:
        """Show what concerns the test as a whole: its findings and its counts."""
        parts: list[QWidget] = [FindingCard(finding) for finding in verdict.findings]
        for count in verdict.counts:
            parts.append(
                StatusBadge(CELL_TONES[count.state], f"{count.expected.key}: {say(count.summary)}")
            )
            if count.evidence:
                parts.append(evidence_lines(count.evidence, self.tr("Evidence")))
        self._put(self.tr("The test as a whole"), parts)

    def _decision(self, key: str, aspect: Aspect | None, verdict: Verdict) -> QWidget:
        form = DecisionForm(key, aspect, verdict.decision(key, aspect))
        form.decided.connect(self.decided)
        return form

    def _candidates(self, key: str, row: DocumentVerdict) -> QWidget:
        form = CandidateForm(key, row.candidates)
        form.chosen.connect(self.chosen)
        return form

    def wipe(self) -> None:
        """Forget everything."""
        self._title.clear()
        self._area.setWidget(QWidget())
        self._stack.setCurrentWidget(self._empty)

    def _put(self, title: str, parts: Iterable[QWidget]) -> None:
        content = QWidget()
        content.setProperty("role", "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, Space.M, Space.M)
        column.setSpacing(Space.S)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._title.setText(title)
        self._area.setWidget(content)
        self._stack.setCurrentWidget(self._shown)

    def _pairing(self, verdict: DocumentVerdict) -> list[QWidget]:
        parts: list[QWidget] = []
        if verdict.document_oid:
            parts.append(MonoText(verdict.document_oid.value, self.tr("Document id")))
        said = [say(verdict.paired_by)]
        if verdict.archived:
            said.append(self.tr("archived {time}").format(time=moment(verdict.archived)))
        if any(said):
            parts.append(Body(" · ".join(filter(None, said)), "hint"))
        return parts

    def _cell(self, cell: Cell) -> list[QWidget]:
        head = SectionTitle(say(ASPECT_NAMES[cell.aspect]))
        head.setContentsMargins(0, Space.S, 0, 0)
        parts: list[QWidget] = [
            head,
            StatusBadge(CELL_TONES[cell.state], say(CELL_NAMES[cell.state])),
            Body(say(cell.summary), "strong"),
        ]
        parts.extend(FindingCard(finding) for finding in cell.findings)
        parts.extend(MarkedDifference(difference) for difference in cell.differences)
        parts.extend(Body(say(note), "hint") for note in cell.notes)
        if cell.received:
            parts.append(ReceivedTable(cell.received))
        if cell.evidence:
            parts.append(evidence_lines(cell.evidence, self.tr("Evidence")))
        return parts
