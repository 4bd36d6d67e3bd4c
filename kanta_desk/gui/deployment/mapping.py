"""What the columns of a client information system's file are: shown, corrected, kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kanta_desk.desk.plans import mapping_of
from kanta_desk.gui.deployment.mapping_rows import MappingRows
from kanta_desk.gui.language import say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, Panel, primary_button, scrolled
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.labels import SectionTitle
from kanta_desk.gui.widgets.panels import button, icon_button
from kanta_desk.model.planning import COLUMN_NAMES, Column, ColumnMapping, Export, Fact, Sheet

_CONSTANTS = (Column.CONTROLLER, Column.ORGANISER, Column.PRODUCER)
_SYSTEM_WIDTH = 300


class MappingPage(Panel):
    """``accepted`` asks for the plan by ``mapping``; ``sheet_wanted`` for another sheet; the rest
    are wishes about mappings as files."""

    accepted = Signal()
    rejected = Signal()
    sheet_wanted = Signal(str)
    file_wanted = Signal()
    send_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._export: Export | None = None
        self._heading = Heading(self.tr("What are the columns?"))
        self._about = Body(role="hint")
        self.sheet = ChoiceButton[str](self.tr("Sheet"))
        self.sheet.chosen.connect(lambda name: self.sheet_wanted.emit(name))
        self.rows = MappingRows()
        self.rows.changed.connect(self._look_over)
        self.system = QLineEdit()
        self.system.setFixedWidth(_SYSTEM_WIDTH)
        self.system.setAccessibleName(self.tr("Client information system"))
        self.system.setPlaceholderText(self.tr("for example its name and version"))
        self.system.textChanged.connect(self._look_over)
        self.remember = QCheckBox(self.tr("Use these columns again for files of this system"))
        self.remember.setChecked(True)
        self.constants = {column: self._line(column) for column in _CONSTANTS}
        self._problem = Body(role="word")
        self._problem.setProperty("tone", "failed")
        self.use = primary_button(self.tr("Use these columns"), self.accepted.emit, "check")
        self._arrange()

    @property
    def mapping(self) -> ColumnMapping:
        """The mapping as the page has it now."""
        told = {c: line.text().strip() for c, line in self.constants.items()}
        kept = self._export.kept if self._export else None
        facts: Mapping[Fact, str] = kept.facts if kept else {}
        return ColumnMapping(
            self.system.text().strip(),
            self.rows.chosen,
            {column: value for column, value in told.items() if value},
            facts,
        )

    @property
    def sheet_name(self) -> str:
        """The sheet that is read."""
        return self._export.sheets[0].name if self._export else ""

    @property
    def is_kept(self) -> bool:
        """Whether the mapping is to be kept."""
        return self.remember.isChecked() and bool(self.system.text().strip())

    def show_export(self, export: Export, systems: tuple[str, ...]) -> None:
        """Show the first sheet of a file; ``systems`` are those whose mappings are kept."""
        self._export = export
        sheet = export.sheets[0]
        self._about.setText(self._told(export, sheet))
        names = [(each.name, each.name) for each in export.sheets]
        self.sheet.offer(names, sheet.name)
        self.sheet.setVisible(len(export.sheets) > 1)
        self.rows.show_columns(sheet.columns)
        kept = export.kept
        self.system.setText(kept.system if kept else "")
        completer = QCompleter(list(systems), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.system.setCompleter(completer)
        for column, line in self.constants.items():
            line.setText(kept.constants.get(column, "") if kept else "")
        self._look_over()
        self.rows.focus_first()

    def take(self, mapping: ColumnMapping) -> None:
        """Show a mapping that came as a file."""
        if self._export is None:
            return
        sheet = self._export.sheets[0]
        merged = {**mapping_of(sheet).columns, **mapping.columns}
        self._export = replace(self._export, kept=mapping)
        self.rows.show_columns(sheet.columns, merged)
        self.system.setText(mapping.system)
        for column, line in self.constants.items():
            line.setText(mapping.constants.get(column, ""))
        self._look_over()

    def wipe(self) -> None:
        """Hold nothing of any file."""
        self._export = None
        self.rows.show_columns(())
        self._about.clear()
        self.system.clear()
        for line in self.constants.values():
            line.clear()
        self._problem.clear()

    def _told(self, export: Export, sheet: Sheet) -> str:
        unsure = sum(1 for column in sheet.columns if not column.is_sure)
        parts = [
            export.path.name,
            self.tr("%n row(s)", "", sheet.rows),
            self.tr("%n column(s) to look at", "", unsure) if unsure else "",
            self.tr("settings of {system}").format(system=export.kept.system)
            if export.kept and export.kept.system
            else "",
        ]
        return " · ".join(filter(None, parts))

    def _look_over(self) -> None:
        """Say what still hinders."""
        doubles = self.rows.doubles
        if doubles:
            names = ", ".join(say(COLUMN_NAMES[column]) for column in doubles)
            problem = self.tr("Two columns stand for the same: {names}").format(names=names)
        elif not self.rows.has_client:
            problem = self.tr("Say which column holds the client's identity code.")
        else:
            problem = ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.use.setEnabled(not problem)
        self.remember.setEnabled(bool(self.system.text().strip()))
        for column, line in self.constants.items():
            line.setEnabled(column not in self.rows.chosen.values())

    def _line(self, column: Column) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText("1.2.246.10.…")
        line.setAccessibleName(say(COLUMN_NAMES[column]))
        return line

    def _arrange(self) -> None:
        close = icon_button("close", self.tr("Back"))
        close.clicked.connect(self.rejected)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.rejected)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._about)
        head.addLayout(words, 1)
        head.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.setSpacing(Space.S)
        inside.addWidget(self.rows)
        inside.addSpacing(Space.S)
        inside.addWidget(SectionTitle(self.tr("The same for every row that does not say it")))
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        for column, line in self.constants.items():
            name = say(COLUMN_NAMES[column])
            form.addRow(name[:1].upper() + name[1:], line)
        inside.addLayout(form)
        inside.addStretch(1)
        keep = QHBoxLayout()
        keep.setSpacing(Space.S)
        keep.addWidget(Body(self.tr("Client information system"), "label"))
        keep.addWidget(self.system)
        keep.addWidget(self.remember)
        keep.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(button(self.tr("Settings from a file…"), self.file_wanted.emit, "folder"))
        foot.addWidget(button(self.tr("Settings to a file…"), self.send_wanted.emit, "save"))
        foot.addStretch(1)
        foot.addWidget(self._problem)
        foot.addWidget(self.use)
        self.column.setSpacing(Space.S)
        self.column.addLayout(head)
        self.column.addWidget(scrolled(content, self.tr("Columns of the file")), 1)
        self.column.addLayout(keep)
        self.column.addLayout(foot)
