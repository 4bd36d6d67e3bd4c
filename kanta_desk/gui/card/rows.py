"""One check as a row: status, what it says, remedy; its evidence behind a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kanta_desk.desk.diagnosing import STATE_NAMES
from kanta_desk.gui import icons
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.labels import Body, MonoLabel
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import icon_button
from kanta_desk.model.diagnosis import CheckResult, CheckState

TONES = {
    CheckState.RUNNING: Tone.BUSY,
    CheckState.OK: Tone.OK,
    CheckState.WARNING: Tone.WARNING,
    CheckState.FAILED: Tone.FAILED,
    CheckState.SKIPPED: Tone.NEUTRAL,
}
_STATE_WIDTH = 130


class CheckRow(QWidget):
    """Shows a result; ``show_result`` shows a newer one of the same check."""

    def __init__(self, result: CheckResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._summary = Body(role="strong"), Body()
        self._remedy = Body()
        self._remedy_frame = QFrame()
        self._state = StatusBadge()
        self._state.setFixedWidth(_STATE_WIDTH)
        self._time = Body(role="small")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._more = icon_button("chevron-right", "")
        self._more.setCheckable(True)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(kept)
        self._more.toggled.connect(self._unfold)
        self._evidence = QWidget()
        self._lines = QVBoxLayout(self._evidence)
        self._lay_out()
        self.show_result(result)

    def follow_focus_of(self, before: QWidget) -> None:
        """Come after ``before`` when Tab is pressed."""
        QWidget.setTabOrder(before, self._more)

    @property
    def last_focus(self) -> QWidget:
        """What the next row's focus comes after."""
        return self._more

    def show_result(self, result: CheckResult) -> None:
        """Show how the check went."""
        tone = TONES[result.state]
        self._title.setText(say(result.title))
        self._summary.setText(say(result.summary))
        self._state.show_state(tone, say(STATE_NAMES[result.state]))
        ended = result.state not in (CheckState.RUNNING, CheckState.SKIPPED)
        self._time.setText(_seconds(result.seconds) if ended else "")
        self._show_remedy(say(result.remedy), result.code, tone)
        self._show_evidence(result.evidence)
        self._more.setAccessibleName(
            self.tr("Evidence of the check {title}").format(title=say(result.title))
        )
        self.setAccessibleName(
            " – ".join((say(result.title), say(STATE_NAMES[result.state]), say(result.summary)))
        )

    def _lay_out(self) -> None:
        self._lines.setContentsMargins(0, Space.XS, 0, 0)
        self._lines.setSpacing(2)
        remedy = QVBoxLayout(self._remedy_frame)
        remedy.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        remedy.addWidget(self._remedy)
        self._remedy.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remedy_frame.setProperty("role", "line")
        self._evidence.hide()
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.addWidget(self._state, 0, 0, top)
        grid.addWidget(self._title, 0, 1, top)
        grid.addWidget(self._time, 0, 2, top)
        grid.addWidget(self._more, 0, 3, 2, 1, top)
        for row, part in enumerate((self._summary, self._remedy_frame, self._evidence), 1):
            grid.addWidget(part, row, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _show_remedy(self, remedy: str, code: str, tone: Tone) -> None:
        self._remedy.setText(f"{remedy} ({code})" if code else remedy)
        self._remedy_frame.setVisible(bool(remedy))
        self._remedy_frame.setProperty("tone", tone.value)
        self._remedy_frame.style().unpolish(self._remedy_frame)
        self._remedy_frame.style().polish(self._remedy_frame)

    def _show_evidence(self, lines: tuple[str, ...]) -> None:
        empty_layout(self._lines)
        for line in lines:
            shown = MonoLabel(line)
            shown.setWordWrap(True)
            self._lines.addWidget(shown)
        self._more.setEnabled(bool(lines))
        self._more.setVisible(bool(lines))
        self._unfold(self._more.isChecked() and bool(lines))

    def _unfold(self, unfolded: bool) -> None:
        icons.dress(self._more, "chevron-down" if unfolded else "chevron-right", "muted", 16)
        self._more.setToolTip(self.tr("Hide the evidence") if unfolded else self.tr("Evidence"))
        self._evidence.setVisible(unfolded)


def rule() -> QLabel:
    """A thin line between rows."""
    made = QLabel()
    made.setProperty("role", "divider")
    made.setFixedHeight(1)
    return made


def _seconds(value: float) -> str:
    if value < 1:
        return f"{max(1, round(value * 1000))} ms"
    return f"{value:.1f} s".replace(".", ",")
