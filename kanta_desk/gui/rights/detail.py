"""One right in full: whose, on what basis, who granted it; how to revoke or renew it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kanta_desk.desk.granting import ProfessionalRegister
from kanta_desk.gui.language import language, moment, say
from kanta_desk.gui.rights.model import STATE_TONES
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, FieldList, Heading, Panel, StatusBadge, scrolled
from kanta_desk.gui.widgets.panels import button, link_button
from kanta_desk.model.people import IDENTIFIER_KIND_NAMES, ROLE_NAMES, IdentifierKind
from kanta_desk.model.rights import GRANT_STATE_NAMES, Deed, GrantRecord, GrantState
from kanta_desk.model.rights_words import basis_words, days


class GrantView(Panel):
    """``revoke_wanted`` carries the right's id and the reason, ``renew_wanted`` the record,
    ``register_wanted`` the public register to open for the registration number."""

    revoke_wanted = Signal(str, str)
    renew_wanted = Signal(object)
    register_wanted = Signal(object, str)

    def __init__(
        self, registers: tuple[ProfessionalRegister, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=Space.M)
        self._record: GrantRecord | None = None
        self._name = Heading()
        self._badge = StatusBadge()
        self._fields = FieldList(label_width=130)
        self._registers = QWidget()
        links = QHBoxLayout(self._registers)
        links.setContentsMargins(0, 0, 0, 0)
        for each in registers:
            link = link_button(each.name, partial(self._open, each))
            link.setToolTip(
                self.tr("Opens in your browser; the registration number is copied for the search.")
            )
            links.addWidget(link)
        links.addStretch(1)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(self.tr("Why is the right revoked?"))
        self.reason.setAccessibleName(self.tr("Reason for revoking"))
        self.reason.textChanged.connect(lambda _: self._enable())
        self.reason.returnPressed.connect(self._revoke)
        self.revoke = button(self.tr("Revoke the right"), self._revoke, "cross-circle")
        self.renew = button(self.tr("Renew the right…"), self._renew, "refresh")
        self._acts = QWidget()
        acts = QVBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(Space.S)
        acts.addWidget(Body(self.tr("A revoked right ends at once, in open sessions too."), "hint"))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.reason, 1)
        line.addWidget(self.revoke)
        acts.addLayout(line)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.renew)
        acts.addLayout(last)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.setSpacing(Space.S)
        inside.addWidget(self._name)
        inside.addWidget(self._badge)
        inside.addWidget(self._fields)
        inside.addWidget(self._registers)
        inside.addSpacing(Space.M)
        inside.addWidget(self._acts)
        inside.addStretch(1)
        self.column.addWidget(scrolled(content, self.tr("The chosen right")), 1)

    def show_record(self, record: GrantRecord, on: date, *, may_change: bool) -> None:
        """Show a right as it stands on a day."""
        self._record = record
        grant, state = record.grant, record.state(on)
        self._name.setText(grant.name)
        self._badge.show_state(
            STATE_TONES[state],
            f"{say(ROLE_NAMES[grant.role])} · {say(GRANT_STATE_NAMES[state])}",
        )
        self._fields.clear()
        kind = say(IDENTIFIER_KIND_NAMES[grant.person.kind])
        self._fields.add(kind[:1].upper() + kind[1:], grant.person.value, mono=True)
        self._fields.add(self.tr("Valid"), days(grant, language()))
        self._fields.add(self.tr("Basis"), basis_words(grant.basis, language()))
        self._fields.add(self.tr("Granted"), _deed(record.granted))
        if record.by_oneself:
            self._fields.add("", self.tr("The person granted the right to himself or herself."))
        if record.revoked is not None:
            self._fields.add(self.tr("Revoked"), _deed(record.revoked))
            self._fields.add(self.tr("Reason"), record.reason)
        self._fields.add(self.tr("Number"), grant.id, mono=True)
        self._registers.setVisible(grant.person.kind is IdentifierKind.REGISTRATION)
        in_force = state in (GrantState.VALID, GrantState.COMING)
        self._acts.setVisible(may_change and record.revoked is None)
        self.revoke.setVisible(in_force)
        self.reason.setVisible(in_force)
        self.reason.clear()
        self._enable()

    def wipe(self) -> None:
        """Forget the right."""
        self._record = None
        self._name.clear()
        self._badge.show_state(STATE_TONES[GrantState.ENDED], "")
        self._fields.clear()
        self.reason.clear()

    def _enable(self) -> None:
        self.revoke.setEnabled(bool(self.reason.text().strip()))

    def _revoke(self) -> None:
        if self._record is not None and self.reason.text().strip():
            self.revoke_wanted.emit(self._record.grant.id, self.reason.text().strip())

    def _renew(self) -> None:
        if self._record is not None:
            self.renew_wanted.emit(self._record)

    def _open(self, register: ProfessionalRegister) -> None:
        if self._record is not None:
            self.register_wanted.emit(register, self._record.grant.person.value)


def _deed(deed: Deed) -> str:
    return f"{moment(deed.at)} · {deed.name} ({deed.by.value})"
