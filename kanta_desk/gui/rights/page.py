"""The Access rights page: a table of rights, one in full, a form to grant, the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.granting import ProfessionalRegister, professional_registers
from kanta_desk.errors import KantaError, RightMissing
from kanta_desk.gui.language import language
from kanta_desk.gui.page import Page
from kanta_desk.gui.rights.detail import GrantView
from kanta_desk.gui.rights.form import GrantForm
from kanta_desk.gui.rights.history import RegisterView
from kanta_desk.gui.rights.model import GrantsModel
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, Heading, NoticeLine
from kanta_desk.gui.widgets.panels import button, primary_button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.events import EventKind
from kanta_desk.model.mode import Mode
from kanta_desk.model.rights import Grant, GrantRecord, GrantState, RightsOverview
from kanta_desk.model.rights_words import noticed
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.time import HELSINKI

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTHS = (156, 132, 130, 176, 260)
T = TypeVar("T")
_LIVE = (GrantState.VALID, GrantState.COMING)


class RightsPage(Page):
    """What is amiss or ends soon above, rights left, the chosen one right."""

    key = "rights"
    icon = "person"
    needs = EventKind.RIGHTS_VIEW

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: RightsOverview | None = None
        self._refused = False
        self._wanted_id = ""
        self.model = GrantsModel(self)
        self.table = Table(self.model, self.tr("Rights, those in force first"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.all = QCheckBox(self.tr("Also ended and revoked"))
        self.all.toggled.connect(lambda _: self._show_rows())
        self._count = Heading()
        self.grant_button = primary_button(self.tr("Grant a right…"), self.show_form, "person")
        self._import = button(self.tr("Import…"), self._ask_import, "open")
        self._export = button(self.tr("Export…"), self._ask_export, "save")
        self._report = button(self.tr("Report…"), self._ask_report, "report")
        self._history = button(self.tr("Changes"), self.show_history, "history")
        self.detail = GrantView(professional_registers())
        self.detail.revoke_wanted.connect(self.revoke)
        self.detail.renew_wanted.connect(self._renew)
        self.detail.register_wanted.connect(self._open_register)
        self.form = GrantForm()
        self.form.accepted.connect(self.grant)
        self.form.rejected.connect(self._close_form)
        self.register_view = RegisterView()
        self.register_view.two_wanted.connect(self.set_two_persons)
        self._right = QStackedWidget()
        for side in (self.register_view, self.detail, self.form):
            self._right.addWidget(side)
        self._busy = BusyLine()
        self._error = ErrorLine()
        self.notice = NoticeLine()
        self.warning = NoticeLine(closable=False)
        self._no_right = EmptyState("lock", self.tr("You may not look at the access rights"))
        self._work = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._no_right)
        self._arrange()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Access rights")

    def entered(self) -> None:
        """Show the rights, unless they are shown or the holder may not see them."""
        if self._view is None and not self._refused:
            self.again()

    def wipe(self) -> None:
        """Forget people and what was typed."""
        self._view, self._refused, self._wanted_id = None, False, ""
        self.model.show((), datetime.now(HELSINKI).date(), frozenset())
        for part in (self.detail, self.form, self.register_view):
            part.wipe()
        for line in (self._error, self.notice, self.warning, self._count):
            line.clear()
        self._right.setCurrentWidget(self.register_view)
        self._stack.setCurrentWidget(self._work)

    def again(self) -> None:
        """Read the rights anew."""
        session = self.desk.session
        if session is None:
            return
        self._refused = False
        task = start(
            self, self.desk, session.rights.overview, done=self._show, failed=self._not_shown
        )
        self._busy.follow(task, self.tr("Reading the rights…"))

    def show_sample(self) -> None:
        """Show the first right in full."""
        if self._view is None:
            self._wanted_id = "1-1"
            self.again()
        else:
            self.table.selectRow(0)

    def show_form(self, like: Grant | None = None) -> None:
        """Open the form to grant a right, or to renew one."""
        session = self.desk.session
        if session is not None and self._view is not None:
            self.form.begin(session.context.register, self._view.day, like)
            self._right.setCurrentWidget(self.form)

    def show_history(self) -> None:
        """Show the register's rule and changes."""
        self.table.clearSelection()
        self._right.setCurrentWidget(self.register_view)

    def grant(self, grant: Grant, replaces: str) -> None:
        """Grant a right."""
        session = self.desk.session
        if session is not None:
            self._change(session.rights.grant, grant, replaces, done=self._granted)

    def revoke(self, grant_id: str, reason: str) -> None:
        """Take a right away."""
        session = self.desk.session
        if session is not None:
            self._change(
                session.rights.revoke,
                grant_id,
                reason,
                done=lambda _: self._changed(self.tr("The right was revoked"), grant_id),
            )

    def set_two_persons(self, wanted: bool) -> None:
        """Turn the two-person rule on or off."""
        session = self.desk.session
        said = (
            self.tr("An invalidation now takes two persons")
            if wanted
            else self.tr("One person is now enough for an invalidation")
        )
        if session is not None:
            act = session.rights.set_two_persons
            self._change(act, wanted, done=lambda _: self._changed(said))

    def import_from(self, path: Path) -> None:
        """Bring in the rights of a file."""
        session = self.desk.session
        if session is not None:
            self._change(session.rights.import_file, path, done=self._imported)

    def write_to(self, path: Path) -> None:
        """Write the report (PDF), or the table (CSV)."""
        session = self.desk.session
        if session is None:
            return
        if path.suffix.lower() == ".pdf":
            practice = self.desk.mode is Mode.PRACTICE
            start(
                self, self.desk, session.rights.report, path, language(), practice=practice,
                done=self._written, failed=self._error.show_error,
            )  # fmt: skip
        else:
            start(
                self, self.desk, session.rights.export, path,
                done=self._written, failed=self._error.show_error,
            )  # fmt: skip

    def _change(self, act: Callable[..., T], *args: object, done: Callable[[T], None]) -> None:
        self._error.clear()
        self.notice.clear()
        task = start(self, self.desk, act, *args, done=done, failed=self._error.show_error)
        self._busy.follow(task, self.tr("Writing the change to the access log…"))

    def _granted(self, grant: Grant) -> None:
        self._right.setCurrentWidget(self.register_view)
        self.form.wipe()
        self._changed(self.tr("The right was granted"), grant.id)

    def _imported(self, grants: tuple[Grant, ...]) -> None:
        self._changed(self.tr("%n right(s) were imported", "", len(grants)))

    def _changed(self, said: str, grant_id: str = "") -> None:
        self._wanted_id = grant_id
        self.notice.tell(Tone.OK, said)
        self.again()

    def _show(self, view: RightsOverview) -> None:
        self._view = view
        self._stack.setCurrentWidget(self._work)
        may_change = self._may_change()
        for each in (self.grant_button, self._import):
            each.setVisible(may_change)
        self.register_view.show_overview(view, may_change=may_change)
        lines = noticed(view, language())
        if lines:
            tone = Tone.FAILED if view.findings else Tone.WARNING
            self.warning.tell(tone, self.tr("To be noticed"), "\n".join(lines))
        else:
            self.warning.clear()
        self._show_rows()

    def _show_rows(self) -> None:
        view = self._view
        if view is None:
            return
        chosen = self._record()
        wanted = self._wanted_id or (chosen.grant.id if chosen else "")
        everything = self.all.isChecked()
        shown = [r for r in view.records if everything or r.state(view.day) in _LIVE]
        soon = frozenset(each.record.grant.id for each in view.expiring)
        self.model.show(shown, view.day, soon)
        people = len({record.grant.person for record in shown})
        self._count.setText(
            self.tr("%n right(s)", "", len(shown)) + " · " + self.tr("%n person(s)", "", people)
        )
        row = self.model.row_of(wanted)
        self._wanted_id = ""
        if row >= 0:
            self.table.selectRow(row)
        elif self._right.currentWidget() is self.detail:
            self.show_history()

    def _not_shown(self, error: KantaError) -> None:
        if isinstance(error, RightMissing):
            told = explain(error, language())
            self._refused = True
            self._no_right.say(
                self.tr("You may not look at the access rights"),
                f"{told.meaning}\n{told.remedy}",
            )
            self._stack.setCurrentWidget(self._no_right)
        else:
            self._error.show_error(error)

    def _chosen(self) -> None:
        record = self._record()
        if record is None or self._view is None:
            return
        self.detail.show_record(record, self._view.day, may_change=self._may_change())
        self._right.setCurrentWidget(self.detail)

    def _record(self) -> GrantRecord | None:
        index = self.table.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def _renew(self, record: GrantRecord) -> None:
        self.show_form(record.grant)

    def _close_form(self) -> None:
        self.form.wipe()
        chosen = self._record() is not None
        self._right.setCurrentWidget(self.detail if chosen else self.register_view)

    def _may_change(self) -> bool:
        session = self.desk.session
        return session is not None and session.refusal(EventKind.RIGHTS_CHANGE) is None

    def _open_register(self, register: ProfessionalRegister, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        QDesktopServices.openUrl(QUrl(register.url))
        self.notice.tell(
            Tone.NEUTRAL,
            self.tr("The register opens in your browser"),
            self.tr("The registration number {number} was copied.").format(number=number),
        )

    def _ask_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file of rights"), "", self.tr("Tables (*.csv)")
        )
        if path:
            self.import_from(Path(path))

    def _ask_export(self) -> None:
        self._ask_where(self.tr("Export the rights"), "csv", self.tr("Tables (*.csv)"))

    def _ask_report(self) -> None:
        self._ask_where(self.tr("Save the report on rights"), "pdf", self.tr("PDF (*.pdf)"))

    def _ask_where(self, said: str, ending: str, kinds: str) -> None:
        today = datetime.now(HELSINKI).date().isoformat()
        suggested = self.tr("access-rights-{day}").format(day=today) + f".{ending}"
        path, _ = QFileDialog.getSaveFileName(self, said, suggested, kinds)
        if path:
            self.write_to(Path(path))

    def _written(self, path: Path) -> None:
        self.notice.tell(Tone.OK, self.tr("The file was written"), str(path))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._count, 1)
        for each in (self._history, self._import, self._export, self._report, self.grant_button):
            head.addWidget(each)
        above = (self._busy, self._error, self.notice, self.warning, head)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.table, 1)
        column.addWidget(self.all)
        sides = Sides(left, self._right, (600, 424), stacked_below=760)
        work_page(self._work, self.title(), above, sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
