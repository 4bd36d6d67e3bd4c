"""The page of consequences: what would be invalidated, all that it means, and the confirmation.

Made for somebody tired: the page begins with what cannot be undone, says exactly what would be
sent, wants something typed that cannot be typed without looking, and only then takes PIN2.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.errors import KantaError
from kanta_desk.gui.invalidations import tally
from kanta_desk.gui.invalidations.consequences import Consequences
from kanta_desk.gui.invalidations.facts import PlanFacts
from kanta_desk.gui.invalidations.items import Column, ItemsModel
from kanta_desk.gui.invalidations.pin2 import Pin2Panel
from kanta_desk.gui.language import language
from kanta_desk.gui.theme import Space, Tone, mono_font
from kanta_desk.gui.widgets import (
    Body,
    ErrorLine,
    Heading,
    NoticeLine,
    Panel,
    SectionTitle,
    scrolled,
)
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.panels import button, link_button
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.codes import Code
from kanta_desk.model.invalidation import Dependants, InvalidationPlan, PlannedItem
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk
    from kanta_desk.desk.session import Session

_SHOWN_DIGITS = 4
_WIDTHS = (230, 60, 110, 96, 72, 280)
_ROWS, _FRAME = 6, 220
_AROUND_ROWS = 4
_NAMED = 5
_FIELD = 140


class ConfirmView(QWidget):
    """``signed`` and ``proposed`` mean that this very plan was confirmed; ``rejected`` leaves.

    ``dependants_wanted`` carries the document whose versions and case are to be fetched.
    """

    signed = Signal()
    proposed = Signal()
    rejected = Signal()
    dependants_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan: InvalidationPlan | None = None
        self._proposing = False
        self._frame_of: Callable[[PlannedItem], bytes] = lambda _: b""
        self.heading = Heading()
        self._forever = NoticeLine(closable=False)
        self._persons = NoticeLine(closable=False)
        self.facts = PlanFacts(self._name_of)
        self.model = ItemsModel(self._name_of, self)
        self.table = Table(
            self.model, self.tr("Documents that would be invalidated"), _WIDTHS, elastic=0
        )
        self.table.setColumnHidden(Column.FATE, True)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.facts.revealed.connect(self.model.reveal)
        self.depends = link_button(
            self.tr("Show the versions and the case of the chosen document"), self._ask_dependants
        )
        self.consequences = Consequences(self._name_of)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(Space.XS)
        self.exactly = link_button(self.tr("Show exactly what will be sent"), self._toggle_frame)
        self.frame = QPlainTextEdit()
        self.frame.setReadOnly(True)
        self.frame.setFont(mono_font(9.0))
        self.frame.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.frame.setTabChangesFocus(True)
        self.frame.setFixedHeight(_FRAME)
        self.frame.setAccessibleName(self.tr("The message that will be sent, before its signature"))
        self._refused = QVBoxLayout()
        self._refused.setSpacing(Space.XS)
        self.typed = QLineEdit()
        self.typed.setFixedWidth(_FIELD)
        self.typed.textChanged.connect(lambda _: self._refresh())
        self.typed.returnPressed.connect(self._on_from_typed)
        self._typed_label = QLabel()
        self._typed_label.setBuddy(self.typed)
        self.stop = QCheckBox(self.tr("Stop at the first document that the archive refuses"))
        self.once = Body(role="hint")
        self._means, self._sent = Panel(margin=Space.M), Panel(margin=Space.M)
        self.error = ErrorLine()
        self.pin = Pin2Panel(desk)
        self.pin.signed.connect(self.signed)
        self.propose = button("", self._propose, role="danger")
        self.leave = button(self.tr("Leave, send nothing (Esc)"), self.rejected.emit)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)
        self._arrange()

    @property
    def plan(self) -> InvalidationPlan | None:
        """The plan that is shown."""
        return self._plan

    @property
    def confirmed(self) -> bool:
        """Whether that was typed which cannot be typed without looking."""
        return self._plan is not None and self.typed.text().strip() == self._expected(self._plan)

    def show_plan(self, plan: InvalidationPlan, session: Session, *, two_persons: bool) -> None:
        """Show what a plan means, and ask. ``two_persons``: one alone can only propose."""
        self.wipe()
        self._plan = plan
        self._proposing = two_persons and not plan.proposer
        self._frame_of = lambda item: session.invalidations.frame(plan, item)
        told = session.invalidations.statement(plan, language())
        proposal = self.tr("Propose to invalidate %n document(s)", "", len(plan.items))
        self.heading.setText(proposal if self._proposing else told.heading)
        self._forever.tell(Tone.FAILED, told.warnings[0])
        self.facts.show_plan(plan, session.holder, told.facts, proposing=self._proposing)
        self.model.show(plan)
        rows = min(len(plan.items), _ROWS) * self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows + _AROUND_ROWS)
        many = len(plan.items) > 1
        for each in (self.table, self.depends, self.stop):
            each.setVisible(many)
        self.once.setVisible(many and not self._proposing)
        self.once.setText(self._signing_words(len(plan.items)))
        for warning in told.warnings[1:]:
            self._warnings.addWidget(Body("– " + warning))
        self._tell_persons(plan)
        self._show_refused(plan)
        self._ask(plan)
        if plan.items:
            self.table.selectRow(0)
        if len(plan.items) == 1:
            self._ask_dependants()
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus()  # reading first: no button and no field

    def fail(self, error: KantaError) -> None:
        """It did not begin: say why beside the PIN; what was typed before it stays."""
        self.error.show_error(error)
        self.pin.refresh()
        QTimer.singleShot(0, self, self._to_the_end)  # once the line has its height
        (self.pin.field if self.pin.field.isEnabled() else self.leave).setFocus()

    def show_dependants(self, found: Dependants) -> None:
        """Show what depends on the document that was asked for."""
        self.consequences.show_dependants(found)

    def consequences_failed(self, error: KantaError) -> None:
        """Say why the versions and the case are not shown."""
        told = explain(error, language())
        self.consequences.say(f"{told.title} ({told.code}). {told.remedy}")

    def wipe(self) -> None:
        """Forget the plan and what was typed."""
        self._plan = None
        self._frame_of = lambda _: b""
        self.heading.clear()
        for line in (self._forever, self._persons, self.error):
            line.clear()
        self.facts.wipe()
        self.model.show(None)
        self.consequences.wipe()
        for lines in (self._warnings, self._refused):
            empty_layout(lines)
        self.frame.clear()
        self.frame.hide()
        self.exactly.setText(self.tr("Show exactly what will be sent"))
        self.typed.clear()
        self.stop.setChecked(False)
        self.pin.wipe()

    def _tell_persons(self, plan: InvalidationPlan) -> None:
        if self._proposing:
            self._persons.tell(
                Tone.NEUTRAL,
                self.tr("In this register an invalidation takes two persons"),
                self.tr(
                    "You propose, and send nothing. Another invalidator confirms with a card of "
                    "their own; then it is carried out."
                ),
            )
        elif plan.proposer:
            self._persons.tell(
                Tone.NEUTRAL,
                self.tr("You confirm what another person proposed"),
                self.tr("When you sign, it is carried out. Both of you are recorded."),
            )

    def _show_refused(self, plan: InvalidationPlan) -> None:
        for each in tally.by_error(plan.refused).values():
            told = explain(each[0].error, language())
            line = NoticeLine(closable=False)
            named = ", ".join(refused.oid.value for refused in each[:_NAMED])
            if len(each) > _NAMED:
                named += " " + self.tr("and %n more", "", len(each) - _NAMED)
            line.tell(
                Tone.WARNING,
                self.tr("%n document(s) left out: {why}", "", len(each)).format(why=told.title),
                "\n".join(filter(None, (named, told.remedy))),
            )
            self._refused.addWidget(line)

    def _ask(self, plan: InvalidationPlan) -> None:
        count = len(plan.items)
        label = (
            self.tr("Type the last four characters of the document's &id")
            if count == 1
            else self.tr("Type the number of documents that will be &invalidated")
        )
        self._typed_label.setText(label)
        self.typed.setAccessibleName(label.replace("&", ""))
        act = self.tr("Invalidate %n document(s)", "", count)
        self.pin.submit.setText(act)
        self.propose.setText(self.tr("Propose to invalidate %n document(s)", "", count))
        self.pin.setVisible(not self._proposing and count > 0)
        self.pin.submit.setVisible(not self._proposing and count > 0)
        for panel in (self._means, self._sent):
            panel.setVisible(count > 0)
        self.propose.setVisible(self._proposing and count > 0)
        for each in (self.typed, self._typed_label):
            each.setVisible(count > 0)
        self._refresh()

    def _signing_words(self, count: int) -> str:
        return self.tr(
            "%n request(s) will be signed, each with its own signature. PIN2 is asked once. A card "
            "that wants it for each signature is given it each time; it is forgotten at the end.",
            "",
            count,
        )

    def _expected(self, plan: InvalidationPlan) -> str:
        one = len(plan.items) == 1
        return plan.items[0].oid.value[-_SHOWN_DIGITS:] if one else str(len(plan.items))

    def _refresh(self) -> None:
        confirmed = self.confirmed
        self.pin.allow(confirmed)
        self.propose.setEnabled(confirmed)

    def _to_the_end(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _on_from_typed(self) -> None:
        if self.confirmed:
            (self.propose if self._proposing else self.pin.field).setFocus()

    def _propose(self) -> None:
        if self.confirmed:
            self.proposed.emit()

    def _item(self) -> PlannedItem | None:
        if self._plan is None or not self._plan.items:
            return None
        at = self.table.currentIndex()
        return self.model.item(at.row() if at.isValid() else 0)

    def _chosen(self) -> None:
        if self._plan is not None and len(self._plan.items) > 1:
            self.consequences.wipe()
        if not self.frame.isHidden():
            self._fill_frame()

    def _ask_dependants(self) -> None:
        if (item := self._item()) is not None:
            self.consequences.say(self.tr("Asking the archive for versions and the case…"))
            self.dependants_wanted.emit(item)

    def _toggle_frame(self) -> None:
        shown = self.frame.isHidden()
        self.frame.setVisible(shown)
        self.exactly.setText(
            self.tr("Hide what will be sent")
            if shown
            else self.tr("Show exactly what will be sent")
        )
        if shown:
            self._fill_frame()

    def _fill_frame(self) -> None:
        if (item := self._item()) is not None:
            self.frame.setPlainText(self._frame_of(item).decode("utf-8", "replace"))

    def _name_of(self, code: Code | None) -> str:
        return self._desk.name_of(code, datetime.now(HELSINKI).date(), language())

    def _arrange(self) -> None:
        what, ask = Panel(margin=Space.M), Panel(margin=Space.M)
        means, sent = self._means, self._sent
        for panel, title in (
            (what, self.tr("What")),
            (means, self.tr("What follows")),
            (sent, self.tr("What is sent")),
            (ask, self.tr("Confirmation")),
        ):
            panel.column.setSpacing(Space.S)
            panel.column.addWidget(SectionTitle(title))
        about: tuple[QWidget, ...] = (self.facts, self.table, self.depends, self.consequences)
        asked: tuple[QWidget, ...] = (self.typed, self.stop, self.once, self.error, self.pin)
        for part in about:
            what.column.addWidget(part)
        means.column.addLayout(self._warnings)
        sent.column.addWidget(self.exactly)
        sent.column.addWidget(self.frame)
        ask.column.addWidget(self._typed_label)
        for part in asked:
            ask.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.propose)
        foot.addWidget(self.pin.submit)
        ask.column.addSpacing(Space.S)
        ask.column.addLayout(foot)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        for line in (self.heading, self._forever, self._persons):
            column.addWidget(line)
        column.addWidget(what)
        column.addLayout(self._refused)
        for panel in (means, sent, ask):
            column.addWidget(panel)
        column.addStretch(1)
        self._scroll = scrolled(content, self.tr("What will be invalidated, and what follows"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)

    def minimumSizeHint(self) -> QSize:
        """It scrolls, so a little is enough."""
        return QSize(300, 200)
