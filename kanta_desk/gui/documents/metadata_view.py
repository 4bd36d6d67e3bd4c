"""Metadata in labelled groups: names, the codes and OIDs behind them, and what is amiss in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.gui.documents.fields import FieldItem, FieldsList, GroupItem
from kanta_desk.gui.documents.painted import SMALL, SMALLER, Line
from kanta_desk.gui.language import number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import BASE_POINTS, Space
from kanta_desk.gui.widgets import Body
from kanta_desk.gui.widgets.finding import SEVERITY_TONES
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Finding
from kanta_desk.model.metadata import GROUP_LABELS, Evidence, Filler, Group
from kanta_desk.model.metadata_lines import AMISS, FieldLine, FieldNames, FieldState, field_lines


class MetadataView(QWidget):
    """Fields that are given, and required ones that are missing; the rest on request. Filled when
    it comes in sight, so that going through rows costs nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metadata: DocumentMetadata | None = None
        self._names: FieldNames | None = None
        self._findings: dict[str, list[Finding]] = {}
        self._stale = False
        self.wanted = QLineEdit()
        self.wanted.setAccessibleName(self.tr("Find a field"))
        self.wanted.setPlaceholderText(self.tr("Find a field"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setMaxLength(80)
        self.wanted.textChanged.connect(lambda _: self._refresh())
        self.show_empty = QCheckBox(self.tr("Show empty fields too"))
        self.show_empty.toggled.connect(lambda _: self._refresh())
        self._count = Body(role="small")
        self.list = FieldsList(self.tr("Metadata of the document"))
        above = QHBoxLayout()
        above.setSpacing(Space.M)
        above.addWidget(self.wanted, 1)
        above.addWidget(self.show_empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(above)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)

    def show_metadata(self, metadata: DocumentMetadata, names: FieldNames) -> None:
        """Show one version's metadata; what was found in another's is forgotten."""
        self._metadata, self._names = metadata, names
        self._findings = {}
        self._refresh()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, each at its field."""
        self._findings = {}
        for finding in findings:
            self._findings.setdefault(finding.place, []).append(finding)
        self._refresh()

    def wipe(self) -> None:
        """Forget it."""
        self._metadata = self._names = None
        self._findings = {}
        self._stale = False
        self.wanted.setText("")
        self.list.fields.show(())
        self._count.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill what was left for later."""
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _refresh(self) -> None:
        if self.isVisible():
            self._fill()
        else:
            self._stale = True
            self.list.fields.show(())  # nothing of the one before may be left, in sight or not

    def _fill(self) -> None:
        self._stale = False
        items: list[GroupItem | FieldItem] = []
        if self._metadata is None or self._names is None:
            self.list.fields.show(items)
            return
        groups = field_lines(self._metadata, self._names)
        for group, lines in groups:
            wanted = [self._item(line) for line in lines if self._is_wanted(group, line)]
            if wanted:
                items += [GroupItem(say(GROUP_LABELS[group])), *wanted]
        self.list.fields.show(items)
        self._count.setText(
            self.tr("{shown} of {all} fields").format(
                shown=number(sum(isinstance(item, FieldItem) for item in items)),
                all=number(sum(len(lines) for _, lines in groups)),
            )
        )

    def _is_wanted(self, group: Group, line: FieldLine) -> bool:
        typed = self.wanted.text().strip().casefold()
        if typed:
            said = (say(line.field.label), say(GROUP_LABELS[group]), line.value, line.raw)
            return any(typed in text.casefold() for text in said)
        return (
            line.state is not FieldState.ABSENT
            or self.show_empty.isChecked()
            or line.field.key in self._findings
        )

    def _item(self, line: FieldLine) -> FieldItem:
        field = line.field
        return FieldItem(
            say(field.label),
            (*self._value(line), *self._behind(line), *self._amiss(line)),
            line.value,
            line.raw,
            "\n".join((self._filler(field.filler).capitalize(), self._grade(field.evidence))),
        )

    @staticmethod
    def _value(line: FieldLine) -> tuple[Line, ...]:
        match line.state:
            case FieldState.MISSING | FieldState.UNREADABLE:
                return (Line(say(AMISS[line.state]), Tone.FAILED, mark=True),)
            case FieldState.ABSENT:
                return (Line("–", muted=True),)
        return (Line(line.value, mono=line.mono, points=SMALL if line.mono else BASE_POINTS),)

    def _behind(self, line: FieldLine) -> tuple[Line, ...]:
        """The code or OID behind the value; who gave it, and how sure the field is, where that is
        not as usual."""
        behind = [Line(line.raw, mono=True, muted=True, points=SMALLER)] if line.raw else []
        unusual = []
        if line.field.filler is not Filler.SYSTEM:
            unusual.append(self._filler(line.field.filler))
        if line.field.evidence is not Evidence.VERIFIED:
            unusual.append(self._grade_in_short(line.field.evidence))
        if unusual and line.state is not FieldState.ABSENT:
            behind.append(Line(" · ".join(unusual), muted=True, points=SMALLER))
        return tuple(behind)

    def _amiss(self, line: FieldLine) -> list[Line]:
        """What was found in the field: the fault, and under it what to do."""
        lines = []
        for finding in self._findings.get(line.field.key, ()):
            tone = SEVERITY_TONES[finding.severity]
            lines.append(Line(say(finding.title), tone, mark=True, points=SMALL))
            lines.append(Line(say(finding.remedy), muted=True, points=SMALL))
        return lines

    def _filler(self, filler: Filler) -> str:
        match filler:
            case Filler.SYSTEM:
                return self.tr("given by the client information system")
            case Filler.ARCHIVE:
                return self.tr("given by the archive")
            case Filler.CALLER:
                return self.tr("given by whoever searched")
            case Filler.DERIVED:
                return self.tr("concluded by this program")

    def _grade_in_short(self, grade: Evidence) -> str:
        return (
            self.tr("field assumed")
            if grade is Evidence.ASSUMED
            else self.tr("field not confirmed")
        )

    def _grade(self, grade: Evidence) -> str:
        match grade:
            case Evidence.VERIFIED:
                return self.tr("The field is confirmed by a published source.")
            case Evidence.ASSUMED:
                return self.tr("The field is known from patient data and assumed here.")
            case Evidence.UNVERIFIED:
                return self.tr("No published source confirms the field for social care.")
