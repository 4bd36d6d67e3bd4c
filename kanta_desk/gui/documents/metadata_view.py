"""Metadata in labelled groups: names, the codes and OIDs behind them, and what is amiss."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, mono_font
from kanta_desk.gui.widgets import Body, FieldList, MonoLabel, StatusBadge, scrolled
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.metadata import GROUP_LABELS
from kanta_desk.model.metadata_lines import AMISS, FieldLine, FieldNames, FieldState, field_lines

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_SMALL, _SMALLER = 9.0, 8.0
_LABELS = 128


class MetadataView(QWidget):
    """Fields that are given, and required ones that are missing; the rest on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metadata: DocumentMetadata | None = None
        self._names: FieldNames | None = None
        self.show_empty = QCheckBox(self.tr("Show empty fields too"))
        self.show_empty.toggled.connect(lambda _: self._fill())
        self._fields = FieldList(label_width=_LABELS)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, Space.M)
        inside.addWidget(self._fields)
        inside.addStretch(1)
        area = scrolled(content, self.tr("Metadata of the document"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.show_empty)
        column.addWidget(area, 1)

    def show_metadata(self, metadata: DocumentMetadata, names: FieldNames) -> None:
        """Show one version's metadata."""
        self._metadata, self._names = metadata, names
        self._fill()

    def wipe(self) -> None:
        """Forget it."""
        self._metadata = self._names = None
        self._fields.clear()

    def _fill(self) -> None:
        self._fields.clear()
        if self._metadata is None or self._names is None:
            return
        hidden = () if self.show_empty.isChecked() else (FieldState.ABSENT,)
        for group, lines in field_lines(self._metadata, self._names):
            shown = [line for line in lines if line.state not in hidden]
            if shown:
                self._fields.add_group(say(GROUP_LABELS[group]))
            for line in shown:
                self._fields.add_widget(say(line.field.label), self._value(line))

    def _value(self, line: FieldLine) -> QWidget:
        match line.state:
            case FieldState.MISSING | FieldState.UNREADABLE:
                return StatusBadge(Tone.FAILED, say(AMISS[line.state]))
            case FieldState.ABSENT:
                return Body("–", "hint")
        value: QWidget
        if line.mono:
            value = MonoLabel(line.value, say(line.field.label))
            value.setFont(mono_font(_SMALL))
        else:
            value = Body(line.value)
            value.setTextInteractionFlags(_SELECTABLE)
        if not line.raw:
            return value
        raw = MonoLabel(line.raw, say(line.field.label))
        raw.setFont(mono_font(_SMALLER))
        raw.setProperty("role", "hint")
        raw.setWordWrap(True)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(value)
        column.addWidget(raw)
        return both
