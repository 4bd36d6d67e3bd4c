"""Whose desk this is, how that agrees with the organisation register, and its registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.desk.lanes import Lane
from kanta_desk.gui.language import language, say
from kanta_desk.gui.settings.column import Column
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.gui.widgets.lines import ErrorLine
from kanta_desk.model.organisations import OWN_FAULTS, OwnFault, OwnFinding
from kanta_desk.model.people import ROLE_NAMES

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class OrganisationTab(Column):
    """Shown from the options; differences from the register below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.desk = desk
        self._known = False
        own = desk.options.organisation
        panel = self.panel(self.tr("Own organisation"))
        if own is None:
            panel.column.addWidget(
                Body(self.tr("The options name no organisation yet, so nobody can sign in."))
            )
        else:
            fields = FieldList()
            fields.add(self.tr("Name"), own.party.name)
            fields.add(self.tr("Business id"), own.business_id.value, mono=True)
            fields.add(self.tr("OID"), own.party.oid.value, mono=True)
            fields.add(self.tr("Unit"), own.unit.name)
            fields.add(self.tr("Unit's OID"), own.unit.oid.value, mono=True)
            panel.column.addWidget(fields)
        found = self.panel(self.tr("In the organisation register"))
        self.error = ErrorLine()
        self.findings = QVBoxLayout()
        self.findings.setSpacing(Space.S)
        found.column.addWidget(self.error)
        found.column.addLayout(self.findings)
        found.setVisible(own is not None)
        self._registers = QVBoxLayout()
        held = self.panel(
            self.tr("Registers"), self.tr("Where you have a right; known when you have signed in.")
        )
        held.column.addLayout(self._registers)
        self._add_purposes()
        self.column.addStretch(1)

    def entered(self) -> None:
        """Compare with the register, unless that was done."""
        self._show_registers()
        if not self._known:
            self.again()

    def again(self) -> None:
        """Compare with the register anew."""
        self.error.clear()
        if self.desk.options.organisation is not None:
            start(
                self,
                self.desk,
                self.desk.library.own_findings,
                self.desk.options.organisation,
                lane=Lane.LOG,
                done=self._show,
                failed=self.error.show_error,
            )

    def wipe(self) -> None:
        """Forget whose registers were shown."""
        empty_layout(self._registers)

    def forget(self) -> None:
        """A register was imported: compare at the next look."""
        self._known = False

    def _show(self, findings: tuple[OwnFinding, ...]) -> None:
        self._known = True
        empty_layout(self.findings)
        if not findings:
            said = self.tr("Name, business id and validity agree with the register.")
            self.findings.addWidget(StatusBadge(Tone.OK, said))
        for each in findings:
            neutral = each.fault is OwnFault.NO_REGISTER
            tone = Tone.NEUTRAL if neutral else Tone.WARNING
            said = OWN_FAULTS[each.fault].filled(language(), value=each.value)
            where = "" if neutral else f"{self._whose(each.oid)}: "
            self.findings.addWidget(StatusBadge(tone, where + said))

    def _whose(self, oid: str) -> str:
        own = self.desk.options.organisation
        if own is not None and own.unit.oid.value == oid:
            return own.unit.name
        return own.party.name if own is not None else oid

    def _show_registers(self) -> None:
        self.wipe()
        session = self.desk.session
        contexts = self.desk.contexts_for(session.holder) if session is not None else ()
        fields = FieldList(label_width=280)
        for register in dict.fromkeys(context.register for context in contexts):
            fields.add(register.controller.name, register.controller.oid.value, mono=True)
        if contexts:
            self._registers.addWidget(fields)
        else:
            self._registers.addWidget(Body("–"))

    def _add_purposes(self) -> None:
        panel = self.panel(
            self.tr("Purposes of use"), self.tr("What one works for; chosen at sign-in and logged.")
        )
        fields = FieldList()
        for purpose in self.desk.options.purposes:
            roles = ", ".join(say(ROLE_NAMES[role]) for role in sorted(purpose.roles))
            fields.add(say(purpose.name), f"{purpose.code} · {roles}" if roles else purpose.code)
        if self.desk.options.purposes:
            panel.column.addWidget(fields)
        else:
            panel.column.addWidget(Body(self.tr("The options name no purposes of use.")))
