"""The versions of a document as a timeline, newest first: states, changes, gaps and forks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.painted import SMALL, Line
from kanta_desk.gui.documents.results import STATE_TONES
from kanta_desk.gui.documents.timeline import LINES, MARK, Mark, TimelineDelegate
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.tasks import Task
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, EmptyState, ErrorLine, NoticeLine
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.documents import RECORD_STATE_NAMES, DocumentMetadata, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.version_line import GapRow, VersionRow, version_line

AnyIndex = QModelIndex | QPersistentModelIndex
_FIELDS_TOLD = 4


class VersionsModel(QAbstractListModel):
    """A row for each version, newest first, and for each gap between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[VersionRow | GapRow, ...] = ()
        self._open: Oid | None = None

    def show(self, history: VersionHistory | None, shown: Oid | None) -> None:
        """Replace everything; ``shown`` is the version that stands beside."""
        self.beginResetModel()
        self._rows = version_line(history) if history else ()
        self._open = shown
        self.endResetModel()

    def version(self, row: int) -> DocumentMetadata | None:
        """The version of a row; None for a gap."""
        at = self._rows[row]
        return at.metadata if isinstance(at, VersionRow) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A gap cannot be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], GapRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks; ``LINES`` and ``MARK`` are what the timeline draws."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(line.text for line in self._lines(row))
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, VersionRow):
                return row.metadata.document_oid.value
            case _ if role == LINES:
                return self._lines(row)
            case _ if role == MARK:
                return self._mark(row)
        return None

    def _mark(self, row: VersionRow | GapRow) -> Mark:
        if isinstance(row, GapRow):
            return Mark(Tone.WARNING, gap=True)
        return Mark(
            STATE_TONES[row.metadata.state],
            fork=row.rivals > 0,
            shown=row.metadata.document_oid == self._open,
        )

    def _lines(self, row: VersionRow | GapRow) -> tuple[Line, ...]:
        if isinstance(row, GapRow):
            text = (
                self.tr("Version {first} is missing from the archive")
                if row.first == row.last
                else self.tr("Versions {first}–{last} are missing from the archive")
            )
            return (Line(text.format(first=row.first, last=row.last), Tone.WARNING, strong=True),)
        version = row.metadata
        said = [Line(self._title(version), strong=True)]
        if row.rivals:
            fork = self.tr("Fork: %n other version(s) claim this place", "", row.rivals)
            said.append(Line(fork, Tone.WARNING, mark=True, points=SMALL))
        if row.unlinked:
            loose = self.tr("Does not follow the version before it")
            said.append(Line(loose, Tone.WARNING, mark=True, points=SMALL))
        said.append(Line(self._times(version), muted=True, points=SMALL))
        if version.author:
            said.append(Line(str(version.author.name), muted=True, points=SMALL))
        said.append(Line(self._changes(row), muted=True, points=SMALL))
        return tuple(line for line in said if line.text)

    def _title(self, version: DocumentMetadata) -> str:
        title = self.tr("Version {number} – {state}").format(
            number=version.version, state=say(RECORD_STATE_NAMES[version.state])
        )
        if version.document_oid == self._open:
            title = self.tr("{version} (shown here)").format(version=title)
        return title

    def _times(self, version: DocumentMetadata) -> str:
        created = self.tr("Created {time}").format(time=moment(version.created) or "–")
        if not version.archived:
            return created
        archived = self.tr("archived {time}").format(time=moment(version.archived))
        return f"{created} · {archived}"

    def _changes(self, row: VersionRow) -> str:
        if row.changed is None:
            return ""
        if not row.changed:
            return self.tr("Metadata as before; whether the content changed, compare.")
        told = ", ".join(say(field.label) for field in row.changed[:_FIELDS_TOLD])
        if len(row.changed) > _FIELDS_TOLD:
            told += self.tr(" and %n more", "", len(row.changed) - _FIELDS_TOLD)
        return self.tr("Changed: {fields}").format(fields=told)


class VersionsView(QWidget):
    """``wanted`` asks for the versions; ``open_wanted`` asks to open one, by its OID, and
    ``compare_wanted`` to compare two, older first."""

    wanted = Signal()
    open_wanted = Signal(object)
    compare_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: DocumentMetadata | None = None
        self.model = VersionsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TimelineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.activated.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._faults = NoticeLine(closable=False)
        self.open_button = button(self.tr("Open"), self._open_chosen, "open")
        self.compare_button = button(self.tr("Compare…"), self._compare)
        self._hint = Body(
            self.tr("Opening is logged. Choose two with Ctrl to compare them."), "small"
        )
        self._empty = EmptyState(
            "history",
            self.tr("The versions have not been fetched"),
            self.tr("Fetching them is written to the access log."),
            (self.tr("Fetch the versions"), self.wanted.emit),
            width=NARROW,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(Space.S)
        acts.addWidget(self._hint, 1)
        acts.addWidget(self.compare_button)
        acts.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._busy, self._error, self._faults):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._acts)
        self.wipe()

    @property
    def loaded(self) -> bool:
        """Whether versions stand there."""
        return self.model.rowCount() > 0

    def follow(self, task: Task[VersionHistory]) -> None:
        """Show that the versions are on their way."""
        self._error.clear()
        self._busy.follow(task, self.tr("Fetching the versions…"))

    def show_history(self, history: VersionHistory, shown: DocumentMetadata) -> None:
        """Show all versions; ``shown`` is the one that stands in the pane."""
        self._shown = shown
        self.model.show(history, shown.document_oid)
        self._stack.setCurrentWidget(self.list)
        self._acts.show()
        self._tell_faults(history)
        self._offer()

    def failed(self, error: KantaError) -> None:
        """Say why there are none."""
        self._error.show_error(error, (self.tr("Try again"), self.wanted.emit))

    def wipe(self) -> None:
        """Forget them."""
        self._shown = None
        self.model.show(None, None)
        self._error.clear()
        self._faults.clear()
        self._acts.hide()
        self._stack.setCurrentWidget(self._empty)

    def _tell_faults(self, history: VersionHistory) -> None:
        said = []
        if history.gaps:
            said.append(
                self.tr(
                    "Numbers are missing: a version was perhaps never archived, or it is in "
                    "another register."
                )
            )
        if history.forks:
            said.append(self.tr("Two versions claim the same place: find out which one is right."))
        if history.unlinked:
            said.append(self.tr("A version does not say which one it replaces."))
        if said:
            self._faults.tell(
                Tone.WARNING, self.tr("The history is not one unbroken line"), " ".join(said)
            )
        else:
            self._faults.clear()

    def _chosen(self) -> list[DocumentMetadata]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [version for row in rows if (version := self.model.version(row)) is not None]

    def _offer(self) -> None:
        self.open_button.setEnabled(len(self._chosen()) == 1)
        self.compare_button.setEnabled(self._pair() is not None)

    def _pair(self) -> tuple[Oid, Oid] | None:
        """The two to compare, older first: those chosen, or the chosen one and the one shown."""
        two = {each.document_oid: each for each in self._chosen()}
        if len(two) == 1 and self._shown is not None:
            two[self._shown.document_oid] = self._shown
        if len(two) != 2:
            return None
        older, newer = sorted(two.values(), key=lambda each: each.version)
        return older.document_oid, newer.document_oid

    def _compare(self) -> None:
        if (pair := self._pair()) is not None:
            self.compare_wanted.emit(pair)

    def _open(self, index: QModelIndex) -> None:
        version = self.model.version(index.row())
        if version is not None:
            self.open_wanted.emit(version.document_oid)

    def _open_chosen(self) -> None:
        for version in self._chosen()[:1]:
            self.open_wanted.emit(version.document_oid)
