"""How what was found is shared by year, task, type and so on: counts, each to narrow by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui.documents.results import NameOf, day_of, named
from kanta_desk.gui.language import number, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, ElidedLabel, SectionTitle, link_button, scrolled
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.documents import RECORD_STATE_NAMES, RecordState
from kanta_desk.model.facets import NO_FINDINGS, Choice, Facet, Part
from kanta_desk.model.findings import Severity

WIDTH = 184
_SHOWN = 7


class FacetsView(QWidget):
    """``changed`` fires when the person has chosen otherwise; ``choice`` is what is chosen."""

    changed = Signal()

    def __init__(self, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._choice: dict[Facet, frozenset[str]] = {}
        self._whole: set[Facet] = set()
        self._parts: Mapping[Facet, tuple[Part, ...]] = {}
        self._rows: list[PartRow] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self._column.setSpacing(1)
        self._note = Body(role="small")
        self._clear = link_button(self.tr("Clear the choices"), self.clear)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(Space.XS)
        around.addWidget(self._clear)
        around.addWidget(scrolled(content, self.tr("Narrow what was found")), 1)
        around.addWidget(self._note)
        self.setFixedWidth(WIDTH)
        self.wipe()

    @property
    def choice(self) -> Choice:
        """What is chosen, by facet."""
        return self._choice

    @property
    def parts(self) -> Mapping[Facet, tuple[Part, ...]]:
        """The counts that stand there."""
        return self._parts

    @property
    def rows(self) -> list[PartRow]:
        """What can be chosen."""
        return list(self._rows)

    def show_parts(self, parts: Mapping[Facet, tuple[Part, ...]], note: str = "") -> None:
        """Show counts; ``note`` says what they do not cover."""
        self._parts = parts
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._fill()

    def choose(self, facet: Facet, key: str, *, chosen: bool) -> None:
        """Choose a part, or choose it no more."""
        now = self._choice.get(facet, frozenset())
        self._choice[facet] = now | {key} if chosen else now - {key}
        self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self._choice = {}
        self.changed.emit()

    def wipe(self) -> None:
        """Forget counts and choices."""
        self._choice = {}
        self._whole = set()
        self.show_parts({})

    def _fill(self) -> None:
        focused = next(((r.facet, r.key) for r in self.rows if r.box.hasFocus()), None)
        empty_layout(self._column)
        self._rows.clear()
        for facet, parts in self._parts.items():
            self._section(facet, parts)
        self._column.addStretch(1)
        if self._parts and not self._rows:
            self._column.insertWidget(
                0, Body(self.tr("What was found is all alike: nothing to narrow by."), "small")
            )
        self._clear.setVisible(any(self._choice.values()))
        for row in self.rows:
            if (row.facet, row.key) == focused:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, facet: Facet, parts: tuple[Part, ...]) -> None:
        if len(parts) < 2 and not any(part.chosen for part in parts):
            return  # nothing to choose between
        heading = SectionTitle(self._title(facet))
        heading.setContentsMargins(0, Space.S, 0, 0)
        self._column.addWidget(heading)
        shown = parts if facet in self._whole else parts[:_SHOWN]
        for part in shown:
            row = PartRow(facet, part, self._name(facet, part))
            row.box.toggled.connect(
                lambda on, f=facet, key=part.key: self.choose(f, key, chosen=on)
            )
            self._column.addWidget(row)
            self._rows.append(row)
        if len(parts) > len(shown):
            more = self.tr("%n more", "", len(parts) - len(shown))
            self._column.addWidget(link_button(more, lambda: self._show_whole(facet)))

    def _show_whole(self, facet: Facet) -> None:
        self._whole.add(facet)
        self._fill()

    def _title(self, facet: Facet) -> str:
        match facet:
            case Facet.YEAR:
                return self.tr("Year")
            case Facet.TASK:
                return self.tr("Service task")
            case Facet.TYPE:
                return self.tr("Type")
            case Facet.CONTROLLER:
                return self.tr("Controller")
            case Facet.PRODUCER:
                return self.tr("Producer")
            case Facet.STATE:
                return self.tr("State")
            case Facet.FINDINGS:
                return self.tr("Findings in the metadata")

    def _name(self, facet: Facet, part: Part) -> str:
        document = part.example
        match facet:
            case Facet.YEAR:
                return part.key or self.tr("no time")
            case Facet.TASK:
                name = self._name_of(document.service_task, day_of(document))
                return name or self.tr("no task")
            case Facet.TYPE:
                name = self._name_of(document.document_type, day_of(document))
                return name or self.tr("no type")
            case Facet.CONTROLLER:
                return named(document.controller) or self.tr("no controller")
            case Facet.PRODUCER:
                return named(document.producer) or self.tr("no producer")
            case Facet.STATE:
                return say(RECORD_STATE_NAMES[RecordState(part.key)])
            case Facet.FINDINGS:
                return self._finding(part.key)

    def _finding(self, key: str) -> str:
        match key:
            case Severity.ERROR:
                return self.tr("errors")
            case Severity.WARNING:
                return self.tr("warnings")
            case Severity.NOTE:
                return self.tr("notes")
            case _ if key == NO_FINDINGS:
                return self.tr("none")
            case _:
                return self.tr("not checked yet")


class PartRow(QWidget):
    """A value to tick, and how many documents have it."""

    def __init__(self, facet: Facet, part: Part, name: str) -> None:
        super().__init__()
        self.facet, self.key = facet, part.key
        self.box = QCheckBox()
        self.box.setChecked(part.chosen)
        self.box.setAccessibleName(f"{name}: {number(part.count)}")
        self.box.setToolTip(name)
        words, tally = ElidedLabel(name), QLabel(number(part.count))
        tally.setProperty("role", "small")
        words.setBuddy(self.box)
        if not part.count and not part.chosen:
            words.setProperty("role", "label")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.box)
        line.addWidget(words, 1)
        line.addWidget(tally)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the box."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.toggle()
