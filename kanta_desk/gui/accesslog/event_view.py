"""One event of the log in full, its fields in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kanta_desk.gui.accesslog.model import tone_of
from kanta_desk.gui.language import language, moment, number, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    FieldList,
    Heading,
    MonoText,
    Panel,
    StatusBadge,
    scrolled,
)
from kanta_desk.gui.widgets.panels import button, icon_button
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import RECORD_STATE_NAMES
from kanta_desk.model.event_details import ClockReading, Grounds
from kanta_desk.model.events import EVENT_NAMES, PHASE_NAMES, Event, EventRef
from kanta_desk.model.logreport import ProofState
from kanta_desk.model.people import CARD_TYPE_NAMES, CardType, role_words

if TYPE_CHECKING:
    from kanta_desk.desk.auditing import LogRecord

_LABELS = 120
_BLOCK = 8
_POINTS = 9.0


@dataclass(frozen=True, slots=True)
class EventNames:
    """How an event's codes get their names."""

    code: Callable[[Code], str]
    purpose: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    value: str
    mono: bool = False


class EventView(Panel):
    """Hidden until an event is shown. ``intent_wanted`` asks for the intent that an outcome
    settles, by its ``EventRef``; ``reveal_wanted`` for who the client is, with the reason;
    ``proof_wanted`` for the event's proof as files, ``case_wanted`` for a case about it; ``closed``
    fires when it is hidden again."""

    intent_wanted = Signal(object)
    reveal_wanted = Signal(object, str)
    proof_wanted = Signal(object)
    case_wanted = Signal(object)
    closed = Signal()

    def __init__(self, names: EventNames, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._names = names
        self._title = Heading()
        self._phase = StatusBadge()
        self._fields = FieldList(label_width=_LABELS)
        self.intent = button(self.tr("Show the intent"), self._show_intent, role="link")
        self._intent: EventRef | None = None
        self._shown: EventRef | None = None
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why the client must be seen"))
        self.reason.setPlaceholderText(self.tr("Why the client must be seen"))
        self.reason.setMaxLength(300)
        self.reason.returnPressed.connect(self._reveal)
        self.reveal: QPushButton = button(self.tr("Show the client"), self._reveal, "person")
        self.reveal.setToolTip(self.tr("The reason is written to the log."))
        self.reason.textChanged.connect(lambda text: self.reveal.setEnabled(bool(text.strip())))
        self._asking = QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(Space.S)
        asking.addWidget(self.reason, 1)
        asking.addWidget(self.reveal)
        self.proof = button(self.tr("Save the proof…"), self._want_proof, "shield")
        self.case = button(self.tr("Open a case…"), self._want_case, "open")
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, Space.S)
        inside.addWidget(self._fields)
        inside.addWidget(self.intent)
        inside.addStretch(1)
        close = icon_button("close", self.tr("Close the event"))
        close.clicked.connect(self.wipe)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(self._phase)
        self.column.addWidget(scrolled(content, self.tr("The event in full")), 1)
        self.column.addWidget(self._asking)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self.proof)
        below.addWidget(self.case)
        below.addStretch(1)
        self.column.addLayout(below)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.wipe)
        self.hide()

    def show_record(self, record: LogRecord) -> None:
        """Show an event in full."""
        event = record.event
        self._fields.clear()
        self._shown = event.ref
        self.reason.clear()
        self.reveal.setEnabled(False)
        self._asking.setVisible(bool(event.subject.client_id) and not record.revealed)
        self._title.setText(
            self.tr("{act} – event {number}").format(
                act=say(EVENT_NAMES[event.kind]), number=event.ref.short
            )
        )
        self._phase.show_state(tone_of(event.phase), say(PHASE_NAMES[event.phase]))
        for title, rows in self._groups(event):
            given = [row for row in rows if row.value]
            if given:
                self._fields.add_group(title)
            for row in given:
                if row.mono:
                    self._fields.add_widget(row.label, MonoText(row.value, row.label, _POINTS))
                else:
                    self._fields.add(row.label, row.value)
        self._add_proof(event, record.proof)
        self._intent = event.intent_ref
        self.intent.setVisible(event.intent_ref is not None)
        self.show()

    def wipe(self) -> None:
        """Forget the event and hide."""
        self._fields.clear()
        self._title.clear()
        self._intent = self._shown = None
        self.reason.clear()
        self.hide()
        self.closed.emit()

    def _show_intent(self) -> None:
        if self._intent is not None:
            self.intent_wanted.emit(self._intent)

    def _reveal(self) -> None:
        if self._shown is not None and self.reason.text().strip():
            self.reveal_wanted.emit(self._shown, self.reason.text().strip())

    def _want_proof(self) -> None:
        if self._shown is not None:
            self.proof_wanted.emit(self._shown)

    def _want_case(self) -> None:
        if self._shown is not None:
            self.case_wanted.emit(self._shown)

    def _groups(self, event: Event) -> Iterator[tuple[str, tuple[_Row, ...]]]:
        yield self.tr("Event"), self._event(event)
        yield self.tr("User"), self._user(event)
        yield self.tr("Client and document"), self._subject(event)
        yield self.tr("Register and purpose"), self._register(event)
        yield self.tr("Workstation"), self._station(event)

    def _event(self, event: Event) -> tuple[_Row, ...]:
        change = event.change
        return (
            _Row(self.tr("Time"), moment(event.time, seconds=True)),
            _Row(self.tr("Clock"), self._clock(event.clock)),
            _Row(self.tr("Results"), _number(event.result_count)),
            _Row(self.tr("Shown"), _number(event.shown_count)),
            _Row(self.tr("Time shown"), self._seconds(event.dwell_ms)),
            _Row(self.tr("Error"), event.error_code, mono=True),
            _Row(self.tr("Error in words"), event.error_text),
            _Row(self.tr("Conditions"), event.subject.query),
            _Row(self.tr("State before"), _state(change.before)),
            _Row(self.tr("State after"), _state(change.after)),
            _Row(self.tr("Reason's code"), change.reason, mono=True),
            _Row(self.tr("Approved by"), change.approver, mono=True),
        )

    def _user(self, event: Event) -> tuple[_Row, ...]:
        actor = event.actor
        kinds = {kind.value for kind in CardType}
        card = CARD_TYPE_NAMES[CardType(actor.card_type)] if actor.card_type in kinds else None
        return (
            _Row(self.tr("Name"), actor.user_name),
            _Row(self.tr("Identifier"), actor.user_id, mono=True),
            _Row(self.tr("Role"), role_words(actor.role, language())),
            _Row(self.tr("Acted as"), role_words(actor.task, language()) if actor.task else ""),
            _Row(self.tr("Profession"), actor.title),
            _Row(self.tr("Unit"), actor.unit_name),
            _Row(self.tr("Unit's id"), actor.unit_oid, mono=True),
            _Row(self.tr("Card"), say(card) or actor.card_type),
            _Row(self.tr("Certificate"), _blocks(actor.certificate_serial), mono=True),
            _Row(self.tr("Card's number"), actor.card_id, mono=True),
            _Row(self.tr("Session"), actor.session_id, mono=True),
        )

    def _subject(self, event: Event) -> tuple[_Row, ...]:
        subject = event.subject
        version = "" if subject.document_version is None else number(subject.document_version)
        return (
            _Row(self.tr("Client"), subject.client_name),
            _Row(self.tr("Identity code"), subject.client_id, mono=True),
            _Row(self.tr("Flags"), ", ".join(subject.client_flags)),
            _Row(self.tr("Document"), subject.document_oid, mono=True),
            _Row(self.tr("Version"), version),
            _Row(self.tr("Original document"), subject.set_id, mono=True),
            _Row(self.tr("Type"), self._code(subject.document_type, CodeSystem.DOCUMENT_TYPE)),
            _Row(
                self.tr("Service task"), self._code(subject.service_task, CodeSystem.SERVICE_TASK)
            ),
            _Row(
                self.tr("Service process"), self._code(subject.process, CodeSystem.SERVICE_PROCESS)
            ),
            _Row(self.tr("Category of data"), subject.category),
            _Row(self.tr("Source of data"), subject.origin),
            _Row(self.tr("Documents"), "\n".join(subject.documents), mono=True),
        )

    def _register(self, event: Event) -> tuple[_Row, ...]:
        return (
            _Row(self.tr("Controller"), event.controller_name),
            _Row(self.tr("Controller's id"), event.controller_oid, mono=True),
            _Row(self.tr("Register"), self._code(event.register, CodeSystem.REGISTER)),
            _Row(self.tr("Purpose"), self._names.purpose(event.purpose)),
            _Row(self.tr("On behalf of"), event.for_whom, mono=True),
            *self._grounds(event.grounds),
        )

    def _grounds(self, grounds: Grounds) -> tuple[_Row, ...]:
        right = grounds.register_right
        used = "" if right is None else self.tr("Yes") if right else self.tr("No")
        context = (grounds.context_type, grounds.context_id, grounds.context_state)
        return (
            _Row(self.tr("Right to use the register"), f"{used} {grounds.right_service}".strip()),
            _Row(self.tr("Context"), " ".join(filter(None, context))),
            _Row(self.tr("Special reason"), grounds.special_reason),
            _Row(self.tr("Reason"), grounds.reason),
            _Row(self.tr("Emergency use"), self.tr("Yes") if grounds.emergency else ""),
        )

    def _station(self, event: Event) -> tuple[_Row, ...]:
        return (
            _Row(self.tr("Workstation"), event.workstation),
            _Row(self.tr("Signed in to it"), event.os_user),
            _Row(self.tr("Program"), event.software),
            _Row(self.tr("System's id"), event.system_oid, mono=True),
            _Row(self.tr("Message"), event.request_id, mono=True),
            _Row(self.tr("Answer"), event.answer_ref, mono=True),
        )

    def _clock(self, clock: ClockReading) -> str:
        zone = "" if clock.zone_min is None else f"UTC{clock.zone_min / 60:+g}"
        return " · ".join(filter(None, (clock.state, zone)))

    def _seconds(self, milliseconds: int | None) -> str:
        if milliseconds is None:
            return ""
        return self.tr("{seconds} s").format(seconds=number(round(milliseconds / 1000)))

    def _add_proof(self, event: Event, proof: ProofState) -> None:
        self._fields.add_group(self.tr("Integrity"))
        if proof.sealed is None:
            sealed = self.tr("Not yet: a checkpoint comes within the hour, or with the proof.")
        else:
            sealed = self.tr("{time}, with {size} events").format(
                time=moment(proof.sealed, seconds=True), size=number(proof.size)
            )
        self._fields.add(self.tr("Checkpoint"), sealed)
        card = self.tr("A card has signed the log since") if proof.card else self.tr("Not yet")
        self._fields.add(self.tr("Card"), card)
        said = self.tr("Event's id")
        self._fields.add_widget(said, MonoText(event.uuid, said, _POINTS))
        if event.intent_ref is not None:
            self._fields.add(self.tr("Settles intent"), event.intent_ref.short)
        said = self.tr("Leaf hash")
        self._fields.add_widget(said, MonoText(_blocks(event.leaf_hash), said, _POINTS))
        if event.evidence:
            self._fields.add(
                self.tr("Evidence"),
                self.tr("%n character(s) signed by the card", "", len(event.evidence)),
            )

    def _code(self, value: str, system: CodeSystem) -> str:
        return self._names.code(Code(value, system)) if value else ""


def _state(code: str) -> str:
    """A document's state in words, where it is one that this version knows."""
    known = {state.value: say(name) for state, name in RECORD_STATE_NAMES.items()}
    return known.get(code, code)


def _number(value: int | None) -> str:
    return "" if value is None else number(value)


def _blocks(digest: str) -> str:
    """A hash in blocks, so that it can be read aloud and wraps."""
    return " ".join(digest[at : at + _BLOCK] for at in range(0, len(digest), _BLOCK))
