"""The versions of a document as a timeline, newest first."""

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
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from kanta_desk.errors import KantaError
from kanta_desk.gui.documents.results import STATE_TONES
from kanta_desk.gui.icons import tone_icon
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.tasks import Task
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, BusyLine, EmptyState, ErrorLine
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.model.documents import RECORD_STATE_NAMES, DocumentMetadata, VersionHistory
from kanta_desk.model.identifiers import Oid

AnyIndex = QModelIndex | QPersistentModelIndex


class VersionsModel(QAbstractListModel):
    """One line for each version, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[DocumentMetadata, ...] = ()
        self._open: Oid | None = None

    def show(self, versions: tuple[DocumentMetadata, ...], shown: Oid | None) -> None:
        """Replace everything; ``shown`` is the version that stands beside."""
        self.beginResetModel()
        self._versions = tuple(reversed(versions))
        self._open = shown
        self.endResetModel()

    def version(self, row: int) -> DocumentMetadata:
        """The version of a row."""
        return self._versions[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._versions)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As Qt asks."""
        if not index.isValid() or not 0 <= index.row() < len(self._versions):
            return None
        version = self._versions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(version)
            case Qt.ItemDataRole.DecorationRole:
                return tone_icon(STATE_TONES[version.state], 20)
            case Qt.ItemDataRole.ToolTipRole:
                return version.document_oid.value
        return None

    def _text(self, version: DocumentMetadata) -> str:
        first = self.tr("Version {number} – {state}").format(
            number=version.version, state=say(RECORD_STATE_NAMES[version.state])
        )
        if version.document_oid == self._open:
            first = self.tr("{version} (shown here)").format(version=first)
        second = self.tr("Created {time}").format(time=moment(version.created) or "–")
        if version.archived:
            second += " · " + self.tr("archived {time}").format(time=moment(version.archived))
        author = str(version.author.name) if version.author else ""
        return "\n".join(filter(None, (first, second, author)))


class VersionsView(QWidget):
    """``wanted`` asks for the versions; ``open_wanted`` asks to open one, by its OID."""

    wanted = Signal()
    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = VersionsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.activated.connect(self._open)
        self._busy = BusyLine()
        self._error = ErrorLine()
        self._hint = Body(
            self.tr("Double-click or press Enter to open a version; opening is logged."), "small"
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._busy, self._error, self._hint):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self.wipe()

    @property
    def loaded(self) -> bool:
        """Whether versions stand there."""
        return self.model.rowCount() > 0

    def follow(self, task: Task[VersionHistory]) -> None:
        """Show that the versions are on their way."""
        self._error.clear()
        self._busy.follow(task, self.tr("Fetching the versions…"))

    def show_history(self, history: VersionHistory, shown: Oid) -> None:
        """Show all versions; ``shown`` is the one that stands in the pane."""
        self.model.show(history.versions, shown)
        self._stack.setCurrentWidget(self.list)
        self._hint.show()

    def failed(self, error: KantaError) -> None:
        """Say why there are none."""
        self._error.show_error(error, (self.tr("Try again"), self.wanted.emit))

    def wipe(self) -> None:
        """Forget them."""
        self.model.show((), None)
        self._error.clear()
        self._hint.hide()
        self._stack.setCurrentWidget(self._empty)

    def _open(self, index: QModelIndex) -> None:
        self.open_wanted.emit(self.model.version(index.row()).document_oid)
