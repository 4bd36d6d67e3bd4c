"""What a plan is about: the document, or the counts of many; whose register; who is recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kanta_desk.gui.invalidations import tally
from kanta_desk.gui.language import day, moment, number, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import FieldList
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import RECORD_STATE_NAMES, DocumentMetadata
from kanta_desk.model.invalidation import InvalidationPlan
from kanta_desk.model.people import CARD_TYPE_NAMES, Holder


class PlanFacts(QWidget):
    """``revealed`` tells whether clients are shown whole."""

    revealed = Signal(bool)

    def __init__(self, name_of: Callable[[Code | None], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._plan: InvalidationPlan | None = None
        self._holder: Holder | None = None
        self._stated: Sequence[tuple[str, str]] = ()
        self._proposing = False
        self._fields = FieldList(label_width=170)
        self.reveal = QCheckBox(self.tr("Show the client's identity code whole"))
        self.reveal.toggled.connect(lambda on: self._reveal(on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._fields)
        column.addWidget(self.reveal)

    def show_plan(
        self,
        plan: InvalidationPlan,
        holder: Holder,
        stated: Sequence[tuple[str, str]],
        *,
        proposing: bool,
    ) -> None:
        """Show a plan that ``holder`` would carry out, or propose; ``stated`` are the facts of the
        whole."""
        self._plan, self._holder, self._stated = plan, holder, stated
        self._proposing = proposing
        self._fill()

    def wipe(self) -> None:
        """Forget everything."""
        self._plan, self._holder, self._stated = None, None, ()
        self._fields.clear()
        self.reveal.setChecked(False)

    def _reveal(self, revealed: bool) -> None:
        self.revealed.emit(revealed)
        if self._plan is not None:
            self._fill()

    def _fill(self) -> None:
        plan, holder = self._plan, self._holder
        if plan is None or holder is None:
            return
        self._fields.clear()
        if len(plan.items) == 1:
            self._one(plan.items[0].metadata)
        elif plan.items:
            self._many(plan)
        register = plan.context.register.code
        for label, value in self._stated:
            if value == register.display:  # the code set has it in the language of the window
                value = self._name_of(register) or value
            self._fields.add(label, value, mono=value == plan.digest)
        card = say(CARD_TYPE_NAMES[holder.card_type])
        recorded = f"{holder.name} ({card}, {holder.identifier})"
        role = (
            self.tr("Recorded as proposer")
            if self._proposing
            else self.tr("Recorded as invalidator")
        )
        self._fields.add(role, recorded)
        if plan.proposer:
            self._fields.add(self.tr("Proposed by"), plan.proposer)

    def _one(self, document: DocumentMetadata) -> None:
        kind = self._name_of(document.document_type)
        client = document.client_id
        whole = self.reveal.isChecked()
        shown = "" if client is None else str(client) if whole else client.masked
        name = str(document.client_name) if document.client_name and whole else ""
        self._fields.add(self.tr("Document"), document.title or kind)
        if document.title and document.title != kind:
            self._fields.add(self.tr("Type"), kind)
        self._fields.add(self.tr("Client"), " ".join(filter(None, (shown, name))))
        self._fields.add(self.tr("Created"), moment(document.created))
        self._fields.add(self.tr("Document id"), document.document_oid.value, mono=True)
        state = say(RECORD_STATE_NAMES[document.state])
        self._fields.add(self.tr("Version"), f"{document.version}, {state}")

    def _many(self, plan: InvalidationPlan) -> None:
        def others(left: int) -> str:
            return self.tr("%n other(s)", "", left)

        items = plan.items
        self._fields.add(self.tr("Documents"), number(len(items)))
        self._fields.add(
            self.tr("Types"),
            tally.in_words(tally.tally(tally.types(plan, self._name_of)), others),
        )
        clients = tally.clients(items, whole=self.reveal.isChecked())
        counted = self.tr("%n client(s)", "", len(clients))
        self._fields.add(self.tr("Clients"), f"{counted}: {tally.in_words(clients, others)}")
        made = sorted(item.metadata.created for item in items if item.metadata.created)
        if made:
            span = (
                day(made[0]) if day(made[0]) == day(made[-1]) else f"{day(made[0])}–{day(made[-1])}"
            )
            self._fields.add(self.tr("Created"), span)
