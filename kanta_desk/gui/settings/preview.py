"""What an import would change, before it is taken in: counts, changes, faults, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from kanta_desk.gui.language import number, say
from kanta_desk.gui.settings.model import CHANGE_TONES, ChangesModel, ProblemsModel, days
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, SectionTitle
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button, primary_button
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.imports import CHANGE_NAMES, KIND_NAMES, MOST_TOLD, ChangeKind, Preview


class PreviewView(QWidget):
    """One file at a time. ``accepted`` carries whether rows at fault may be left out."""

    accepted = Signal(bool)
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out = 0
        self.title = SectionTitle()
        self.fields = FieldList(label_width=120)
        self._totals = QHBoxLayout()
        self._totals.setSpacing(Space.L)
        self.changes, self.problems = ChangesModel(self), ProblemsModel(self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Changes and faults"))
        what = self.tr("What would change")
        self._changes = Table(self.changes, what, (110, 200, 340, 340))
        self._problems = Table(self.problems, self.tr("Faults"), (190, 330, 120, 320))
        self.tabs.addTab(self._changes, self.tr("Changes"))
        self.tabs.addTab(self._problems, self.tr("Faults"))
        self.hint = Body(role="hint")
        self.take = primary_button("", lambda: self.accepted.emit(self._left_out > 0), "check")
        self.cancel = button(self.tr("Cancel"), self.rejected.emit)
        decision = QHBoxLayout()
        decision.setSpacing(Space.S)
        decision.addWidget(self.hint, 1)
        decision.addWidget(self.cancel)
        decision.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.fields)
        column.addLayout(self._totals)
        column.addWidget(self.tabs, 1)
        column.addLayout(decision)

    def show_preview(self, preview: Preview, *, may_take: bool, more: int = 0) -> None:
        """Show what a file would bring; ``more`` files wait behind it."""
        self._left_out = preview.left_out
        self.title.setText(f"{say(KIND_NAMES[preview.kind])}: {say(preview.name)}")
        self._show_fields(preview)
        self._show_totals(preview)
        self.changes.show(preview.changes)
        self.problems.show(preview.problems)
        self.tabs.setTabText(1, self.tr("Faults ({count})").format(count=preview.problem_count))
        self.tabs.setTabVisible(1, preview.problem_count > 0)
        self.tabs.setCurrentIndex(1 if preview.left_out else 0)
        self.take.setText(
            self.tr("Import without %n row(s) at fault", "", preview.left_out)
            if preview.left_out
            else self.tr("Import")
        )
        self.take.setEnabled(may_take and preview.count > 0)
        self.hint.setText(self._hint(preview, may_take, more))
        self.take.setFocus()

    def wipe(self) -> None:
        """Show nothing."""
        self.changes.show(())
        self.problems.show(())
        self.fields.clear()
        empty_layout(self._totals)
        self.title.clear()
        self.hint.clear()

    def _show_fields(self, preview: Preview) -> None:
        self.fields.clear()
        if preview.system:
            self.fields.add(self.tr("OID"), preview.system, mono=True)
            replaced = self.tr("replaces {version}").format(version=preview.replaces)
            version = preview.version + (f" ({replaced})" if preview.replaces else "")
            self.fields.add(self.tr("Version"), version)
        if valid := days(preview.valid_from, preview.valid_to):
            self.fields.add(self.tr("In force"), valid)
        self.fields.add(self.tr("File"), preview.file)
        self.fields.add("SHA-256", preview.sha256, mono=True)

    def _show_totals(self, preview: Preview) -> None:
        empty_layout(self._totals)
        for kind in ChangeKind:
            total = preview.total(kind)
            tone = CHANGE_TONES[kind] if total else Tone.NEUTRAL
            self._totals.addWidget(StatusBadge(tone, f"{say(CHANGE_NAMES[kind])} {number(total)}"))
        self._totals.addStretch(1)

    def _hint(self, preview: Preview, may_take: bool, more: int) -> str:
        said = []
        if not may_take:
            said.append(self.tr("To import, sign in with an administrator's right."))
        told = sum(number for _, number in preview.totals)
        if told > MOST_TOLD:
            shown = self.tr("The first {shown} of {total} changes are listed.")
            said.append(shown.format(shown=number(MOST_TOLD), total=number(told)))
        elif not told:
            said.append(self.tr("Nothing would change."))
        if more:
            said.append(self.tr("%n more file(s) to look at", "", more))
        return " ".join(said)
