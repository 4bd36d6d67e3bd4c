"""Code sets, registers and structures: what is at hand, one in full, and imports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.importing import Prepared
from kanta_desk.desk.lanes import Lane
from kanta_desk.errors import ImportSystemMissing, InvalidIdentifier, KantaError
from kanta_desk.gui.language import say
from kanta_desk.gui.settings.detail import HoldingView
from kanta_desk.gui.settings.model import HoldingsModel
from kanta_desk.gui.settings.preview import PreviewView
from kanta_desk.gui.tasks import start
from kanta_desk.gui.theme import Space, Tone
from kanta_desk.gui.widgets import BusyLine, EmptyState, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.panels import button, primary_button
from kanta_desk.gui.widgets.sides import Sides, work_page
from kanta_desk.gui.widgets.table import Table
from kanta_desk.model.events import EventKind
from kanta_desk.model.imports import KIND_NAMES, Holding, ImportKind

if TYPE_CHECKING:
    from kanta_desk.desk.desk import Desk

_WIDTHS = (250, 96, 72, 196, 150, 160, 190)


class LibraryTab(QWidget):
    """The list left, what was chosen right; or what a file would bring, in the place of both.
    ``changed``: something was taken in or removed."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._holdings: tuple[Holding, ...] | None = None
        self._waiting: list[Path] = []
        self._prepared: Prepared | None = None
        self.model = HoldingsModel(self)
        self.table = Table(self.model, self.tr("Code sets, registers and structures"), _WIDTHS)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.kind: ChoiceButton[ImportKind | None] = ChoiceButton(self.tr("Kind"), width=210)
        self.kind.offer(
            [(self.tr("All kinds"), None), *((say(KIND_NAMES[k]), k) for k in ImportKind)], None
        )
        self.kind.chosen.connect(lambda _: self._show_rows())
        self.narrow = QLineEdit()
        self.narrow.setPlaceholderText(self.tr("Name or OID"))
        self.narrow.setAccessibleName(self.tr("Show those with this name or OID"))
        self.narrow.setClearButtonEnabled(True)
        self.narrow.textChanged.connect(lambda _: self._show_rows())
        self.system = QLineEdit()
        self.system.setAccessibleName(self.tr("Code system's OID"))
        self.system.returnPressed.connect(self._look_again)
        self._system_row = self._asks_system()
        self.import_button = primary_button(self.tr("Import…"), self._ask_files, "open")
        self.folder_button = button(self.tr("Folder of structures…"), self._ask_folder, "folder")
        self._busy, self._error, self.notice = BusyLine(), ErrorLine(), NoticeLine()
        self.detail = HoldingView(self.model)
        self.detail.remove_wanted.connect(self.remove)
        self.preview = PreviewView()
        self.preview.accepted.connect(self.take)
        self.preview.rejected.connect(self._next)
        self._nothing = EmptyState(
            "folder",
            self.tr("Choose a row"),
            self.tr(
                "Import takes exports of the code service (CSV, XML), among them the SOTE "
                "organisation register, and document structures (JSON, zip). What would change "
                "is shown before anything is taken in."
            ),
            width=320,
        )
        self._left, self._right = QWidget(), QStackedWidget()
        for side in (self._nothing, self.detail, self.preview):
            self._right.addWidget(side)
        self._arrange()

    def entered(self) -> None:
        """Show what is at hand, unless it is shown."""
        if self._holdings is None:
            self.again()

    def again(self) -> None:
        """Read anew what is at hand."""
        task = start(
            self,
            self.desk,
            self.desk.library.holdings,
            lane=Lane.LOG,
            done=self._show,
            failed=self._error.show_error,
        )
        self._busy.follow(task, self.tr("Reading what there is…"))

    def wipe(self) -> None:
        """Forget an import that was begun."""
        self._waiting, self._prepared = [], None
        self.preview.wipe()
        self._system_row.hide()
        self._error.clear()
        self.notice.clear()
        self._show_side()

    def focus_search(self) -> None:
        """Put the cursor where the list is narrowed."""
        self.narrow.setFocus()

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files, one after another, and show what each would change."""
        self._waiting = list(paths)
        self.notice.clear()
        self._next()

    def take(self, without_faulty: bool) -> None:
        """Take in what is shown."""
        session, prepared = self.desk.session, self._prepared
        if session is None or prepared is None:
            return
        self._error.clear()
        task = start(
            self,
            self.desk,
            session.imports.take,
            prepared,
            without_faulty=without_faulty,
            done=lambda count: self._taken(prepared, count),
            failed=self._error.show_error,
        )
        self._busy.follow(task, self.tr("Taking it in…"))

    def remove(self, holding: Holding) -> None:
        """Remove something that was imported."""
        session = self.desk.session
        if session is None:
            return
        self._error.clear()
        start(
            self,
            self.desk,
            session.imports.remove,
            holding,
            done=lambda _: self._removed(holding),
            failed=self._error.show_error,
        )

    def _next(self) -> None:
        """Look at the next file, if one waits."""
        self._prepared = None
        self._error.clear()
        self._system_row.hide()
        if not self._waiting:
            self.preview.wipe()
            self._show_side()
            return
        self._look(self._waiting.pop(0))

    def _look(self, path: Path, system: str = "") -> None:
        self._path = path
        task = start(
            self,
            self.desk,
            self.desk.library.prepare,
            path,
            system,
            lane=Lane.LOG,
            done=self._show_preview,
            failed=self._not_read,
        )
        self._busy.follow(task, self.tr("Reading {file}…").format(file=path.name))

    def _look_again(self) -> None:
        self._error.clear()
        self._look(self._path, self.system.text().strip())

    def _show_preview(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._system_row.hide()
        self.preview.show_preview(
            prepared.preview, may_take=self._may_change(), more=len(self._waiting)
        )
        self._left.hide()
        self._right.setCurrentWidget(self.preview)

    def _not_read(self, error: KantaError) -> None:
        self._error.show_error(error)
        if isinstance(error, (ImportSystemMissing, InvalidIdentifier)):
            self._system_row.show()
            self.system.setFocus()
        else:
            self._show_side()

    def _taken(self, prepared: Prepared, count: int) -> None:
        said = self.tr("Imported: {name}").format(name=say(prepared.preview.name))
        self.notice.tell(Tone.OK, said, self.tr("%n in all", "", count))
        self.changed.emit()
        self._next()
        self.again()

    def _removed(self, holding: Holding) -> None:
        self.notice.tell(Tone.OK, self.tr("Removed: {name}").format(name=say(holding.name)))
        self.changed.emit()
        self.again()

    def _show(self, holdings: tuple[Holding, ...]) -> None:
        self._holdings = holdings
        for each in (self.import_button, self.folder_button):
            each.setToolTip("" if self._may_change() else self._why_not())
        self._show_rows()

    def _show_rows(self) -> None:
        words = self.narrow.text().casefold().split()
        kind = self.kind.value
        shown = [
            each
            for each in self._holdings or ()
            if kind in (None, each.kind)
            and all(w in f"{say(each.name)} {each.system}".casefold() for w in words)
        ]
        order = list(ImportKind)
        self.model.show(sorted(shown, key=lambda h: (order.index(h.kind), say(h.name).casefold())))
        self._chosen()

    def _chosen(self) -> None:
        index = self.table.currentIndex()
        holding = self.model.holding(index.row()) if index.isValid() else None
        if holding is None:
            self.detail.clear()
        else:
            self.detail.show_holding(holding, may_remove=self._may_change())
        if self._prepared is None:
            self._show_side()

    def _show_side(self) -> None:
        chosen = self.detail.holding is not None
        self._left.show()
        self._right.setCurrentWidget(self.detail if chosen else self._nothing)

    def _may_change(self) -> bool:
        session = self.desk.session
        return session is not None and session.refusal(EventKind.SETTINGS_CHANGE) is None

    def _why_not(self) -> str:
        return self.tr("A file can be looked at now; importing it needs an administrator's right.")

    def _ask_files(self) -> None:
        kinds = self.tr("Exports and structures (*.csv *.txt *.xml *.json *.zip)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"), "", kinds)
        if chosen:
            self.look_at([Path(each) for each in chosen])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of structures"))
        if chosen:
            self.look_at([Path(chosen)])

    def _asks_system(self) -> QWidget:
        row = QWidget()
        label = QLabel(self.tr("Code system's &OID"))
        label.setBuddy(self.system)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(label)
        line.addWidget(self.system, 1)
        line.addWidget(button(self.tr("Read the file"), self._look_again))
        row.hide()
        return row

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.kind)
        head.addWidget(self.narrow, 1)
        head.addWidget(self.folder_button)
        head.addWidget(self.import_button)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        above = (self._busy, self._error, self._system_row, self.notice, head)
        work_page(
            self,
            self.tr("Code sets and structures"),
            above,
            Sides(self._left, self._right, (600, 420), stacked_below=760),
        )
