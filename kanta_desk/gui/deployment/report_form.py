"""What the report says beside the verdict, filled in from what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.reporting import Papers
from kanta_desk.gui.invalidations.pin2 import Pin2Panel
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    Body,
    Heading,
    Panel,
    SectionTitle,
    primary_button,
    scrolled,
)
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import icon_button
from kanta_desk.model.deployment import ReportDetails

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk


class ReportForm(Panel):
    """``accepted`` asks for the report to be written; ``rejected`` closes the form."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._practice = False
        self._form = QFormLayout()
        self._form.setVerticalSpacing(Space.S)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.organisation = self._line(self.tr("Organisation"))
        self.business_id = self._line(self.tr("Business ID"))
        self.controller = self._line(self.tr("Controller"))
        self.controller_oid = self._line(self.tr("Controller's OID"))
        self.system = self._line(self.tr("Client information system"))
        self.system_version = self._line(self.tr("Version"))
        self.vendor = self._line(self.tr("Vendor"))
        self.test_case = self._line(self.tr("Test case"))
        self.test_day = self._day(self.tr("Day of the test"))
        self.performers = self._line(self.tr("Performers"))
        self.performers.setPlaceholderText(self.tr("Names, separated by commas"))
        self.production_start = self._day(self.tr("Production use begins"))
        self.archivist = self._line(self.tr("Archivist"))
        self.remarks = QPlainTextEdit()
        self.remarks.setAccessibleName(self.tr("Remarks"))
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(72)
        self._form.addRow(self.tr("Remarks"), self.remarks)
        self._problem = Body(role="word")
        self._problem.setProperty("tone", "failed")
        self._problem.hide()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.addLayout(self._form)
        self.annex = QCheckBox(self.tr("Evidence apart, as an annex"))
        self.workbook = QCheckBox(self.tr("Workbook (XLSX)"))
        self.json = QCheckBox(self.tr("For programs (JSON)"))
        self.letter = QCheckBox(self.tr("Draft of the e-mail to Kela"))
        self.sign = QCheckBox(self.tr("Sign with my card (PIN2)"))
        inside.addWidget(SectionTitle(self.tr("Also")))
        self.letter.setToolTip(self.tr("Opens in your mail program; nothing is sent by this one"))
        for box in (self.annex, self.workbook, self.json, self.letter, self.sign):
            inside.addWidget(box)
        self.pin = Pin2Panel(desk)
        self.pin.submit.hide()
        self.pin.hide()
        self.sign.toggled.connect(self._signing)
        inside.addWidget(self.pin)
        inside.addStretch(1)
        self.write = primary_button(self.tr("Save…"), self._accept, "save")
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self.write)
        close = icon_button("close", self.tr("Back to the evidence"))
        close.clicked.connect(self.rejected)
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Report of the deployment test")), 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(scrolled(content, self.tr("Details of the report")), 1)
        self.column.addWidget(self._problem)
        self.column.addLayout(foot)

    def fill(self, details: ReportDetails) -> None:
        """Show what is known."""
        self._practice = details.practice
        for name in _TEXTS:
            getattr(self, name).setText(getattr(details, name))
            getattr(self, name).setCursorPosition(0)
        self.performers.setText(", ".join(details.performers))
        self.test_day.set_value(details.test_day)
        self.production_start.set_value(details.production_start)
        self.remarks.setPlainText(details.remarks)
        self._problem.hide()

    def details(self) -> ReportDetails:
        """What stands in the form."""
        texts = {name: getattr(self, name).text().strip() for name in _TEXTS}
        names = (name.strip() for name in self.performers.text().split(","))
        return ReportDetails(
            **texts,
            test_day=self.test_day.value,
            production_start=self.production_start.value,
            performers=tuple(filter(None, names)),
            practice=self._practice,
            remarks=self.remarks.toPlainText().strip(),
        )

    @property
    def papers(self) -> Papers:
        """Which papers are wanted."""
        return Papers(
            annex_apart=self.annex.isChecked(),
            workbook=self.workbook.isChecked(),
            json=self.json.isChecked(),
            letter=self.letter.isChecked(),
            signed=self.sign.isChecked(),
        )

    def wipe(self) -> None:
        """Forget what was typed."""
        for name in _TEXTS:
            getattr(self, name).clear()
        self.performers.clear()
        self.remarks.clear()
        self.sign.setChecked(False)
        self.pin.wipe()

    def _signing(self, wanted: bool) -> None:
        self.pin.setVisible(wanted)
        self.pin.allow(wanted)
        if not wanted:
            self.pin.wipe()

    def _accept(self) -> None:
        readable = self.test_day.readable and self.production_start.readable
        self._problem.setText(
            "" if readable else self.tr("The day cannot be read. Write it as 22.11.2026.")
        )
        self._problem.setVisible(not readable)
        if readable and self.sign.isChecked() and not self.pin.ready:
            self.pin.field.setFocus()
            return
        if readable:
            self.accepted.emit()

    def _line(self, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(label)
        line.setMaxLength(300)
        line.setMinimumWidth(_FIELD)
        self._form.addRow(label, line)
        return line

    def _day(self, label: str) -> DayField:
        field = DayField(label)
        self._form.addRow(label, field)
        return field


_FIELD = 180
_TEXTS = (
    "organisation",
    "business_id",
    "controller",
    "controller_oid",
    "system",
    "system_version",
    "vendor",
    "test_case",
    "archivist",
)
