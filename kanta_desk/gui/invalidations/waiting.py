"""What waits in a register: proposals for a second person, and runs that broke off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.language import moment
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Panel
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.invalidation import Fate, InvalidationOverview, WaitingPlan


class WaitingPlans(QWidget):
    """A panel for each. ``taken`` carries the plan to confirm or to go on with, ``given_up`` the
    one to withdraw, both by id."""

    taken = Signal(str)
    given_up = Signal(str)

    def __init__(self, reason_name: Callable[[str], str]) -> None:
        super().__init__()
        self._reason_name = reason_name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.hide()

    def show_overview(self, overview: InvalidationOverview, user_id: str, *, may: bool) -> None:
        """Show what waits; ``may``: the holder may invalidate here."""
        self.wipe()
        for plan in overview.proposals:
            self._proposal(plan, own=plan.user_id == user_id, may=may)
        for plan in overview.interrupted:
            self._interrupted(plan, overview, own=plan.user_id == user_id, may=may)
        self.setVisible(bool(overview.proposals or overview.interrupted))

    def wipe(self) -> None:
        """Show nothing."""
        empty_layout(self._column)
        self.hide()

    def _proposal(self, plan: WaitingPlan, *, own: bool, may: bool) -> None:
        title = self.tr("Proposal: invalidate %n document(s)", "", plan.total)
        if own:
            text = self.tr("Waits for another invalidator, who confirms with a card of their own.")
            self._add(plan, title, text, self.tr("Withdraw"), "", may)
        else:
            text = self.tr("Waits for a second person: you may confirm it with your own card.")
            self._add(plan, title, text, self.tr("Reject"), self.tr("Confirm…"), may)

    def _interrupted(
        self, plan: WaitingPlan, overview: InvalidationOverview, *, own: bool, may: bool
    ) -> None:
        title = self.tr("Cut short: {done} of %n document(s) invalidated", "", plan.total).format(
            done=plan.done
        )
        fates = Counter(e.fate for e in overview.entries if e.plan_id == plan.plan_id)
        unsettled = fates[Fate.UNSETTLED]
        left = plan.total - sum(fates.values())
        parts = [self.tr("%n not begun: nothing of them was sent.", "", left)] if left else []
        if unsettled:
            parts.append(self.tr("%n to be settled before going on.", "", unsettled))
        if not own:
            parts.append(self.tr("Only the one who began can go on."))
        go_on = self.tr("Go on…") if own and not unsettled else ""
        self._add(plan, title, " ".join(parts), self.tr("Give up the rest"), go_on, may)

    def _add(
        self, plan: WaitingPlan, title: str, text: str, give_up: str, take: str, may: bool
    ) -> None:
        panel = Panel(margin=Space.M)
        reason = " – ".join(filter(None, (self._reason_name(plan.reason_code), plan.reason_text)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Body(title, "strong"))
        words.addWidget(Body(" · ".join((plan.user_name, moment(plan.time), reason)), "hint"))
        words.addWidget(Body(text))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addLayout(words, 1)
        if may:
            line.addWidget(button(give_up, partial(self.given_up.emit, plan.plan_id), role="quiet"))
        if may and take:
            line.addWidget(button(take, partial(self.taken.emit, plan.plan_id)))
        panel.column.addLayout(line)
        panel.setAccessibleName(title)
        panel.setAccessibleDescription(text)
        self._column.addWidget(panel)
