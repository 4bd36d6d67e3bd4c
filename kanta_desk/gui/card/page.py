"""Card and reader: the checks fill in by themselves; below, what is on the card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.desk.diagnosing import STATE_NAMES, as_text
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import FolderNotWritable, KantaError
from kanta_desk.gui.card.details import CardDetailsView
from kanta_desk.gui.card.pins import PinCareView
from kanta_desk.gui.card.rows import TONES, CheckRow, rule
from kanta_desk.gui.card.unverified import UnverifiedView
from kanta_desk.gui.card.ways import SigningWaysView
from kanta_desk.gui.language import language, say
from kanta_desk.gui.live import LiveCards
from kanta_desk.gui.page import Page
from kanta_desk.gui.tasks import Hook, Task, start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.labels import SectionTitle
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.gui.widgets.panels import Panel, button, scrolled
from kanta_desk.model.cards import CardPresence, CardsState
from kanta_desk.model.diagnosis import CheckResult, CheckState

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTH = 940
_WORST = (CheckState.FAILED, CheckState.WARNING, CheckState.RUNNING, CheckState.SKIPPED)


class CardPage(Page):
    """Works without signing in, and runs again when another card is inserted."""

    key: ClassVar[str] = "card"
    icon: ClassVar[str] = "card"
    needs_session: ClassVar[bool] = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.results: dict[str, CheckResult] = {}
        self._rows: dict[str, CheckRow] = {}
        self._task: Task[Any] | None = None
        self._checked: object = None
        self._live = LiveCards(desk, self)
        self.overall = StatusBadge()
        self._again = button(self.tr("Check again"), self.check, "refresh")
        self._again.setToolTip("F5")
        self._copy = button(self.tr("Copy the report"), self._copy_report, "copy")
        self._save = button(self.tr("Save the report…"), self._ask_where, "save")
        self.error = ErrorLine()
        self._panel = Panel(margin=0)
        self._panel.column.setSpacing(0)
        self.details = CardDetailsView()
        self.pins = PinCareView(desk)
        self.ways = SigningWaysView(desk)
        self.unverified = UnverifiedView(desk.unverified)
        self._lay_out()
        self._live.changed.connect(self._cards_changed)
        self.details.show_cards(desk.cards)

    def title(self) -> str:
        """The place's name."""
        return self.tr("Card and reader")

    def entered(self) -> None:
        """Check, unless what was found still holds."""
        self._cards_changed(self.desk.cards)

    def check(self) -> None:
        """Run all checks."""
        if self._task is not None:
            return
        self.error.clear()
        self._checked = _cards_in(self.desk.cards)
        self._task = start(
            self,
            self.desk,
            self.desk.diagnose,
            Hook.PROGRESS,
            lane=Lane.CARD,
            done=lambda _: None,
            failed=self.error.show_error,
            progressed=self.show_result,
        )
        self._task.ended.connect(self._ended)
        self.ways.look()
        self._refresh()

    def wipe(self) -> None:
        """Forget PINs that were begun."""
        self.pins.wipe()

    def show_result(self, result: CheckResult) -> None:
        """Show one check's result in its row."""
        self.results[result.id] = result
        if result.id in self._rows:
            self._rows[result.id].show_result(result)
        else:
            self._add_row(CheckRow(result), result.id)
        self._refresh()

    def _add_row(self, row: CheckRow, check: str) -> None:
        before = [each.last_focus for each in self._rows.values()]
        if before:
            self._panel.column.addWidget(rule())
        self._rows[check] = row
        self._panel.column.addWidget(row)
        row.follow_focus_of(before[-1] if before else self._save)

    def again(self) -> None:
        """Check anew."""
        self.check()

    def show_unverified(self) -> None:
        """Bring what is unverified in sight: the facts, or the card's profile."""
        shown = self.details if self.unverified.isHidden() else self.unverified
        self._area.ensureWidgetVisible(shown)
        (self._again if self.unverified.isHidden() else self.unverified.toggle).setFocus()

    def report(self) -> str:
        """The results as text."""
        return as_text(self.results.values(), language(), datetime.now(UTC))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(SectionTitle(self.tr("Checks")))
        head.addSpacing(Space.S)
        head.addWidget(self.overall, 1)
        for control in (self._again, self._copy, self._save):
            head.addWidget(control)
        content = QWidget()
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self._panel)
        column.addSpacing(Space.S)
        column.addWidget(SectionTitle(self.tr("In the reader")))
        column.addWidget(self.details)
        column.addWidget(self.pins)
        column.addWidget(self.ways)
        column.addWidget(self.unverified)
        column.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        inner.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(content, self.title())
        around.addWidget(self._area)
        self._refresh()

    def _refresh(self) -> None:
        running = self._task is not None
        self._again.setEnabled(not running)
        waiting = self.tr("The checks are still running") if running else ""
        for part in (self._copy, self._save):
            part.setEnabled(not running and bool(self.results))
            part.setToolTip(waiting)
        state, words = _overall(self.results.values())
        self.overall.show_state(Tone.BUSY if running else TONES[state], words)
        self.overall.setVisible(bool(self.results))

    def _cards_changed(self, state: CardsState) -> None:
        self.details.show_cards(state)
        self.pins.show_cards(state)
        reading = any(r.presence is CardPresence.READING for r in state.readers)
        if self.isVisible() and not reading and _cards_in(state) != self._checked:
            self.check()

    def _ended(self) -> None:
        self._task = None
        self._refresh()
        if self.unverified.toggle.hasFocus():  # the results have pushed it down
            self._area.ensureWidgetVisible(self.unverified)
        self._cards_changed(self.desk.cards)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report())

    def _ask_where(self) -> None:
        name = f"kanta-desk-{datetime.now():%Y-%m-%d}.txt"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), name)
        if chosen:
            self.save_report(Path(chosen))

    def save_report(self, path: Path) -> None:
        """Write the report to ``path``."""
        start(
            self,
            self.desk,
            _write,
            path,
            self.report(),
            lane=Lane.LOG,
            done=lambda _: None,
            failed=self._tell,
        )

    def _tell(self, error: KantaError) -> None:
        self.error.show_error(error)


def _overall(results: Iterable[CheckResult]) -> tuple[CheckState, str]:
    counted = Counter(result.state for result in results)
    worst = next((state for state in _WORST if counted[state]), CheckState.OK)
    said = [f"{counted[s]} {say(STATE_NAMES[s])}" for s in (*_WORST, CheckState.OK) if counted[s]]
    return worst, ", ".join(said)


def _cards_in(state: CardsState) -> object:
    """What a run of the checks depends on; a card being read is no change yet."""
    return state.service, tuple(
        (r.name, r.presence, r.card.holder.certificate_sha256 if r.card else "")
        for r in state.readers
    )


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FolderNotWritable(str(path.parent), error.strerror or "") from None
