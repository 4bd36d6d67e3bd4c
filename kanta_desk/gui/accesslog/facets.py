"""How the events found are shared: exact counts, each a way to narrow the search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kanta_desk.gui.language import number, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import ElidedLabel, SectionTitle, scrolled
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, EventKind, Facets, Phase, Share
from kanta_desk.model.logquery import Condition
from kanta_desk.model.terms.query_words import LogField

WIDTH = 216
_SHOWN = 8


class FacetsView(QWidget):
    """``narrowed`` fires with the ``Condition`` that a click stands for."""

    narrowed = Signal(object)

    def __init__(self, purpose_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose_of = purpose_of
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self._column.setSpacing(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, self.tr("How the events are shared")))
        self.setFixedWidth(WIDTH)

    def show_facets(self, facets: Facets | None) -> None:
        """Show the counts of a search; None shows nothing."""
        empty_layout(self._column)
        if facets is None:
            return
        self._section(
            self.tr("Act"),
            facets.kinds,
            lambda each: say(EVENT_NAMES[EventKind(each.key)]),
            lambda each: Condition(LogField.KIND, EventKind(each.key)),
        )
        self._section(
            self.tr("User"),
            facets.users,
            lambda each: each.name or each.key,
            lambda each: Condition(LogField.USER, each.key),
        )
        self._section(
            self.tr("Phase"),
            facets.phases,
            lambda each: say(PHASE_NAMES[Phase(each.key)]),
            lambda each: Condition(LogField.PHASE, Phase(each.key)),
        )
        self._section(
            self.tr("Unit"),
            facets.units,
            lambda each: each.key,
            lambda each: Condition(LogField.UNIT, each.key),
        )
        self._section(
            self.tr("Purpose"),
            facets.purposes,
            lambda each: self._purpose_of(each.key),
            lambda each: Condition(LogField.PURPOSE, each.key),
        )
        self._column.addStretch(1)

    @property
    def rows(self) -> list[QPushButton]:
        """What can be clicked."""
        return [each for each in self.findChildren(QPushButton) if not each.isHidden()]

    def _narrow(self, condition: Condition) -> None:
        self.narrowed.emit(condition)

    def _section(
        self,
        title: str,
        shares: Sequence[Share],
        named: Callable[[Share], str],
        meant: Callable[[Share], Condition],
    ) -> None:
        known = [each for each in shares if each.key]
        if not known:
            return
        heading = SectionTitle(title)
        heading.setContentsMargins(0, Space.S, 0, 0)
        self._column.addWidget(heading)
        for each in known[:_SHOWN]:
            row = _Row(named(each), each.count)
            row.clicked.connect(partial(self._narrow, meant(each)))
            self._column.addWidget(row)
        if len(known) > _SHOWN:
            more = QLabel(self.tr("and %n more", "", len(known) - _SHOWN))
            more.setProperty("role", "small")
            self._column.addWidget(more)


class _Row(QPushButton):
    """A value and how often it comes."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setAccessibleName(f"{name}: {number(count)}")
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words, tally = ElidedLabel(name), QLabel(number(count))
        tally.setProperty("role", "small")
        for label in (words, tally):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XS, 0, Space.XS, 0)
        line.setSpacing(Space.XS)
        line.addWidget(words, 1)
        line.addWidget(tally)
        self.setFixedHeight(max(24, self.fontMetrics().height() + 6))
