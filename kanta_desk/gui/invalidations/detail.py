"""One invalidation in full, with its receipt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kanta_desk.gui.invalidations.items import FATE_TONES
from kanta_desk.gui.language import language, moment, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    Body,
    EmptyState,
    FieldList,
    Heading,
    MonoText,
    Panel,
    StatusBadge,
    scrolled,
)
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button, icon_button
from kanta_desk.model.identifiers import masked
from kanta_desk.model.invalidation import FATE_NAMES, Fate, InvalidationEntry
from kanta_desk.model.terms.errors import explain_code

_LABELS = 110
_POINTS = 9.0


class EntryView(Panel):
    """``receipt_wanted`` carries the message id, and whether the receipt is to be opened too;
    ``report_wanted`` the id of the plan that the invalidation belongs to."""

    receipt_wanted = Signal(str, bool)
    report_wanted = Signal(str)

    def __init__(
        self,
        type_name: Callable[[str], str],
        reason_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margin=Space.M)
        self._type_name = type_name
        self._reason_name = reason_name
        self._entry: InvalidationEntry | None = None
        self._title = Heading()
        self._fate = StatusBadge()
        self._why = Body()
        self._fields = FieldList(label_width=_LABELS)
        self.reveal = QCheckBox(self.tr("Show the client's identity code whole"))
        self.reveal.toggled.connect(lambda _: self._fill())
        self.open = button(self.tr("Open the receipt"), lambda: self._want(True), "open")
        self.save = button(self.tr("Save the receipt…"), lambda: self._want(False), "save")
        self.report = button(self.tr("Save the batch report…"), self._want_report, "save")
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, Space.S)
        inside.setSpacing(Space.S)
        for part in (self._why, self._fields, self.reveal):
            inside.addWidget(part)
        inside.addStretch(1)
        close = icon_button("close", self.tr("Close the invalidation"))
        close.clicked.connect(self.wipe)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.report)
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.open)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._fate)
        column.addWidget(scrolled(content, self.tr("The invalidation in full")), 1)
        column.addLayout(foot)
        self._nothing = EmptyState(
            "invalidations",
            self.tr("No invalidation chosen"),
            self.tr("Choose a row to see it in full, and to open its receipt."),
            width=NARROW,
        )
        self.column.addWidget(self._shown)
        self.column.addWidget(self._nothing)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.wipe)
        self._shown.hide()

    def show_entry(self, entry: InvalidationEntry) -> None:
        """Show an invalidation; its client masked."""
        self._entry = entry
        self.reveal.setChecked(False)
        self.reveal.setVisible(bool(entry.client_id))
        self._fill()
        done = entry.fate is Fate.DONE
        for each in (self.open, self.save):
            each.setVisible(done)
        self._nothing.hide()
        self._shown.show()

    def wipe(self) -> None:
        """Forget the invalidation."""
        self._entry = None
        self._title.clear()
        self._why.clear()
        self._fields.clear()
        self.reveal.setChecked(False)
        self._shown.hide()
        self._nothing.show()

    def _fill(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self._title.setText(self._type_name(entry.document_type) or self.tr("Document"))
        self._fate.show_state(FATE_TONES[entry.fate], say(FATE_NAMES[entry.fate]))
        self._why.setText(self._said_of_error(entry))
        self._why.setVisible(bool(self._why.text()))
        self._fields.clear()
        for title, rows in self._groups(entry):
            given = [(label, value) for label, value in rows if value]
            if given:
                self._fields.add_group(title)
            for label, value in given:
                if value in self._identifiers(entry):
                    self._fields.add_widget(label, MonoText(value, label, _POINTS))
                else:
                    self._fields.add(label, value)

    def _said_of_error(self, entry: InvalidationEntry) -> str:
        if entry.fate is Fate.UNSETTLED:
            return self.tr(
                "The request was prepared or sent, but what became of it is not known yet. "
                "Settle it: the archive is asked, nothing is assumed."
            )
        if not entry.error_code:
            return ""
        told = explain_code(entry.error_code, language())
        return f"{told.title} ({entry.error_code}). {told.remedy}" if told else entry.error_code

    def _groups(
        self, entry: InvalidationEntry
    ) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        whole = self.reveal.isChecked()
        client = entry.client_id if whole else masked(entry.client_id) if entry.client_id else ""
        reason = " – ".join(filter(None, (self._reason_name(entry.reason_code), entry.reason_text)))
        version = str(entry.document_version) if entry.document_version else ""
        return (
            (
                self.tr("What"),
                (
                    (self.tr("Document id"), entry.document_oid),
                    (self.tr("Version"), version),
                    (self.tr("Client"), client),
                    (self.tr("Name"), entry.client_name if whole else ""),
                    (self.tr("New version"), entry.new_oid),
                ),
            ),
            (
                self.tr("Who and why"),
                (
                    (self.tr("Reason"), reason),
                    (self.tr("Invalidator"), f"{entry.user_name} ({entry.user_id})"),
                    (self.tr("Proposed by"), entry.proposer),
                    (self.tr("Time"), moment(entry.time, seconds=True)),
                ),
            ),
            (
                self.tr("Outcome"),
                (
                    (self.tr("Known since"), moment(entry.settled, seconds=True)),
                    (
                        self.tr("Settled by"),
                        entry.settled_by if entry.settled_by != entry.user_id else "",
                    ),
                    (self.tr("Message id"), entry.message_id),
                ),
            ),
        )

    def _identifiers(self, entry: InvalidationEntry) -> tuple[str, ...]:
        return (entry.document_oid, entry.new_oid, entry.message_id, entry.client_id)

    def _want_report(self) -> None:
        if self._entry is not None:
            self.report_wanted.emit(self._entry.plan_id)

    def _want(self, and_open: bool) -> None:
        if self._entry is not None:
            self.receipt_wanted.emit(self._entry.message_id, and_open)
