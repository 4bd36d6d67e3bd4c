"""The pieces that evidence is shown with: metadata beside what was expected, marked differences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space, colours, mono_font
from kanta_desk.gui.widgets import Body, MonoLabel
from kanta_desk.gui.widgets.labels import SELECTABLE
from kanta_desk.model.deployment import Difference, Received
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.terms.evidence import labelled

_LINE = 38
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_POINTS = 9.0
_ICON = 14
_TONES = {True: Tone.OK, False: Tone.FAILED}


class ReceivedTable(QWidget):
    """The metadata as the archive gave it, with what was expected under what differs."""

    def __init__(self, received: Sequence[Received], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for each in sorted(received, key=lambda r: (r.agrees is not False, r.agrees is None)):
            if each.received or each.agrees is False:
                self._add(grid, each)

    def _add(self, grid: QGridLayout, each: Received) -> None:
        row = grid.rowCount()
        if each.agrees is not None:
            mark = QLabel()
            mark.setPixmap(tone_icon(_TONES[each.agrees], _ICON).pixmap(_ICON, _ICON))
            mark.setAccessibleName(self.tr("agrees") if each.agrees else self.tr("differs"))
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        field = BY_KEY.get(each.key)
        name = Body(say(field.label) if field else each.key, "label")
        name.setMinimumWidth(110)
        grid.addWidget(name, row, 1, Qt.AlignmentFlag.AlignTop)
        value = Body(each.received or "–", "strong" if each.agrees is False else "")
        value.setTextInteractionFlags(SELECTABLE)
        grid.addWidget(value, row, 2)
        if each.agrees is False:
            said = self.tr("Expected: {value}").format(value=each.expected or "–")
            grid.addWidget(Body(said, "hint"), row + 1, 2)


class MarkedDifference(QWidget):
    """A difference in its place: what was expected struck out, what was found underlined."""

    def __init__(self, difference: Difference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, Space.XS)
        column.setSpacing(2)
        field = BY_KEY.get(difference.place)
        if place := say(field.label) if field else difference.place:
            column.addWidget(Body(place, "label"))
        shown = QLabel(_marked(difference))
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(SELECTABLE)
        spoken = self.tr("Expected: {value}").format(value=difference.expected or "–")
        spoken += ". " + self.tr("Found: {value}").format(value=difference.found or "–")
        shown.setAccessibleName(spoken)
        column.addWidget(shown)


def evidence_lines(evidence: Sequence[str], without_label: str) -> QWidget:
    """Labels with the evidence under them; a label that repeats is said once."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    before = ""
    for line in evidence:
        label, value = labelled(line)
        word = say(label) or without_label
        if word != before and label:
            column.addWidget(Body(word, "small"))
        shown = MonoLabel(_broken(value), word)
        shown.setFont(mono_font(_POINTS))
        column.addWidget(shown)
        before = word
    return whole


def _marked(difference: Difference) -> str:
    """Rich text: context, the expected words, the found ones; all of it escaped."""
    ink = colours()
    parts = [f"… {escape(difference.before)}"] if difference.before else []
    if difference.expected:
        parts.append(
            f'<span style="color:{ink.ink(Tone.OK)}"><s>{escape(difference.expected)}</s></span>'
        )
    parts.append("→")
    if difference.found:
        colour = ink.ink(Tone.FAILED)
        parts.append(
            f'<span style="color:{colour}"><b><u>{escape(difference.found)}</u></b></span>'
        )
    else:
        parts.append("∅")
    if difference.after:
        parts.append(f"{escape(difference.after)} …")
    return " ".join(parts)


def _broken(value: str) -> str:
    """A value in lines that fit, its hashes in groups that can be compared by eye."""
    grouped = _HASH.sub(lambda found: " ".join(wrap(found[0], 8)), value)
    return "\n".join(wrap(grouped, _LINE, break_on_hyphens=False))
