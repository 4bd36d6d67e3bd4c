"""The evidence behind cells of the matrix: why this document was taken, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.gui.deployment.matrix import CELL_TONES
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, mono_font
from kanta_desk.gui.widgets import (
    Body,
    EmptyState,
    Heading,
    MonoLabel,
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
    Aspect,
    Cell,
    Difference,
    DocumentVerdict,
    ExpectedDocument,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.terms.evidence import labelled

_LINE = 38
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_POINTS = 9.0


class EvidencePanel(Panel):
    """Shows a row of the matrix, whole or one of its cells, or the documents nobody expected."""

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
        self, expected: ExpectedDocument, verdict: DocumentVerdict | None, aspect: Aspect | None
    ) -> None:
        """Show one cell of a row, or all of them for no aspect."""
        if verdict is None:
            self._stack.setCurrentWidget(self._waits)
            return
        cells = [verdict.cell(aspect)] if aspect else list(verdict.cells)
        parts: list[QWidget] = [*self._pairing(verdict)]
        for cell in cells:
            parts.extend(self._cell(cell))
        self._put(expected.title or expected.key, parts)

    def show_unexpected(self, findings: tuple[Finding, ...]) -> None:
        """Show the documents that the plan does not name."""
        self._put(
            self.tr("Documents that the plan does not name"),
            [FindingCard(finding) for finding in findings],
        )

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
            parts.append(MonoLabel(verdict.document_oid.value, self.tr("Document id")))
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
        parts.extend(self._difference(difference) for difference in cell.differences)
        if cell.evidence:
            parts.append(self._lines(cell.evidence))
        return parts

    def _lines(self, evidence: tuple[str, ...]) -> QWidget:
        """Labels with the evidence under them; a label that repeats is said once."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        before = ""
        for line in evidence:
            label, value = labelled(line)
            word = say(label) or self.tr("Evidence")
            if word != before and label:
                column.addWidget(Body(word, "small"))
            shown = MonoLabel(_broken(value), word)
            shown.setFont(mono_font(_POINTS))
            column.addWidget(shown)
            before = word
        return whole

    def _difference(self, difference: Difference) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        where = BY_KEY.get(difference.place)
        place = say(where.label) if where else difference.place
        if place:
            column.addWidget(Body(place, "label"))
        if difference.before:
            column.addWidget(Body(f"… {difference.before} …", "hint"))
        column.addWidget(_marked(Tone.OK, self.tr("Expected"), difference.expected))
        column.addWidget(_marked(Tone.FAILED, self.tr("Found"), difference.found))
        return whole


def _broken(value: str) -> str:
    """A value in lines that fit, its hashes in groups that can be compared by eye."""
    grouped = _HASH.sub(lambda found: " ".join(wrap(found[0], 8)), value)
    return "\n".join(wrap(grouped, _LINE, break_on_hyphens=False))


def _marked(tone: Tone, word: str, text: str) -> QFrame:
    """One side of a difference, on its own ground, with its word."""
    frame = QFrame()
    frame.setProperty("role", "line")
    frame.setProperty("tone", tone.value)
    line = QHBoxLayout(frame)
    line.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
    line.setSpacing(Space.M)
    label = Body(word, "label")
    label.setWordWrap(False)
    shown = MonoLabel(text or "–", word)
    shown.setWordWrap(True)
    line.addWidget(label)
    line.addWidget(shown, 1)
    return frame
