"""What is asked before going on: the basis for real clients, and when a test was reported."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, primary_button
from kanta_desk.gui.widgets.dayfield import DayField
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.testruns import LONGEST_NOTE

_SHOWN_PLACES = 200


class RealClientsPanel(Panel):
    """Stops a test whose clients may be living people; ``accepted`` carries the written basis."""

    accepted = Signal(str)
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._places = Body()
        self.basis = QLineEdit()
        self.basis.setMaxLength(LONGEST_NOTE)
        self.basis.setAccessibleName(self.tr("Basis for looking at real clients"))
        self.basis.setPlaceholderText(
            self.tr("The basis: who decided, when, and why. It is kept in the log and the report.")
        )
        self.basis.textChanged.connect(lambda _: self._enable())
        self.go_on = button(self.tr("Run it all the same"), self._accept, role="danger")
        leave = button(self.tr("Do not run"), self.rejected.emit)
        self.column.setSpacing(Space.S)
        self.column.addWidget(Heading(self.tr("Is this a real person's henkilötunnus?")))
        self.column.addWidget(self._places)
        self.column.addWidget(
            Body(
                self.tr(
                    "A test is held with artificial henkilötunnus alone (individual number "
                    "900–999). Mend the plan, unless you have a basis to look at these clients."
                )
            )
        )
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.basis, 1)
        line.addWidget(self.go_on)
        line.addWidget(leave)
        self.column.addLayout(line)
        self.hide()

    def ask(self, places: str, count: int) -> None:
        """Ask about the rows at ``places``."""
        shown = places if len(places) <= _SHOWN_PLACES else places[:_SHOWN_PLACES] + "…"
        self._places.setText(
            self.tr("%n row(s) whose henkilötunnus is not artificial:", "", count) + f" {shown}"
        )
        self.basis.clear()
        self._enable()
        self.show()
        self.basis.setFocus()

    def wipe(self) -> None:
        """Forget what was asked."""
        self.hide()
        self._places.clear()
        self.basis.clear()

    def _enable(self) -> None:
        self.go_on.setEnabled(bool(self.basis.text().strip()))

    def _accept(self) -> None:
        said = self.basis.text().strip()
        self.wipe()
        self.accepted.emit(said)


class ReportedForm(Panel):
    """When and how the test was reported; ``accepted`` carries the day and the words."""

    accepted = Signal(object, str)
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._today = date.min
        self.day = DayField(self.tr("Day of the report"))
        self.how = QLineEdit()
        self.how.setMaxLength(LONGEST_NOTE)
        self.how.setAccessibleName(self.tr("How it was reported"))
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.setHorizontalSpacing(Space.M)
        form.addRow(self.tr("Day of the report"), self.day)
        form.addRow(self.tr("How it was reported"), self.how)
        self.keep = primary_button(self.tr("Mark as reported"), self._accept, "check")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(self.tr("Back"), self.rejected.emit))
        foot.addWidget(self.keep)
        self.column.addWidget(Heading(self.tr("The test has been reported")))
        self.column.addWidget(
            Body(self.tr("The program sends nothing itself: write down when you did."), "hint")
        )
        self.column.addLayout(form)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def begin(self, today: date, address: str) -> None:
        """Offer today, and the address where reports go."""
        self._today = today
        self.day.set_value(today)
        self.how.setText(self.tr("e-mail to {address}").format(address=address))

    def _accept(self) -> None:
        said = self.day.value
        if said is None or said > self._today:
            self.day.setFocus()
            self.day.selectAll()
            return
        self.accepted.emit(said, self.how.text().strip())
