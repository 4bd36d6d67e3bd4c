"""The right side of the Documents page: one version, its content, metadata, versions, findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from kanta_desk.gui.documents.background_view import BackgroundView
from kanta_desk.gui.documents.content import ContentView
from kanta_desk.gui.documents.findings_view import FindingsView
from kanta_desk.gui.documents.metadata_view import MetadataView
from kanta_desk.gui.documents.results import STATE_TONES, day_of
from kanta_desk.gui.documents.versions_view import VersionsView
from kanta_desk.gui.language import language, moment, number, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import (
    Body,
    EmptyState,
    Heading,
    MonoLabel,
    NoticeLine,
    Panel,
    StatusBadge,
)
from kanta_desk.gui.widgets.empty import NARROW
from kanta_desk.gui.widgets.panels import button
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import RECORD_STATE_NAMES, DocumentMetadata, RecordState
from kanta_desk.model.findings import Finding
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.metadata_lines import FieldNames

if TYPE_CHECKING:
    from kanta_desk.desk.browsing import OpenedDocument
    from kanta_desk.desk.desk import Desk

_LEAST = 160


class DocumentPane(Panel):
    """Shows a version's metadata as soon as it is chosen, and its content once it was opened."""

    open_wanted = Signal(object)
    versions_wanted = Signal(object)
    compare_wanted = Signal(object)
    compare_with_wanted = Signal(object)
    invalidate_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.M)
        self._desk = desk
        self._metadata: DocumentMetadata | None = None
        self._title = Heading()
        self._oid = MonoLabel()
        self._state = StatusBadge()
        self._old = StatusBadge(Tone.WARNING, self.tr("old document"))
        self._about = Body(role="hint")
        self._notice = NoticeLine(closable=False)
        self.content = ContentView(desk)
        self.metadata = MetadataView()
        self.background = BackgroundView()
        self.versions = VersionsView()
        self.findings = FindingsView()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the document"))
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(_LEAST)
        for widget, word in (
            (self.content, self.tr("Document")),
            (self.metadata, self.tr("Metadata")),
            (self.background, self.tr("Explained")),
            (self.versions, self.tr("Versions")),
            (self.findings, self.tr("Findings")),
        ):
            self.tabs.addTab(widget, word)
        self.tabs.setTabToolTip(
            self.tabs.indexOf(self.metadata), self.tr("Metadata of the document")
        )
        self._nothing = EmptyState(
            "documents",
            self.tr("No document chosen"),
            self.tr("Choose a row to see its metadata. Double-click or press Enter to open it."),
            width=NARROW,
        )
        self.invalidate = button(self.tr("Invalidate…"), self._invalidate, "invalidations")
        self._refused = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._shown())
        self.column.addWidget(self._stack)
        self.content.open_wanted.connect(self._open)
        self.content.compare_wanted.connect(self._compare_with)
        self.versions.wanted.connect(self._want_versions)
        self.versions.open_wanted.connect(self.open_wanted)
        self.versions.compare_wanted.connect(self.compare_wanted)
        self.tabs.currentChanged.connect(lambda _: self._tab_changed())

    @property
    def shown(self) -> DocumentMetadata | None:
        """The version that stands there."""
        return self._metadata

    def offer_invalidation(self, refused: str) -> None:
        """Let the version be invalidated, or say why the holder may not."""
        self._refused = refused
        why = refused
        if not why and self._metadata and self._metadata.state is not RecordState.VALID:
            why = self.tr("Only the newest version in force can be invalidated.")
        self.invalidate.setEnabled(not why)
        self.invalidate.setToolTip(why)
        self.invalidate.setAccessibleDescription(why)

    def show_metadata(self, metadata: DocumentMetadata) -> None:
        """Show a version that was chosen but not opened."""
        same_set = self._metadata is not None and self._metadata.set_id == metadata.set_id
        self._metadata = metadata
        self.content.wipe()
        self.findings.wipe()
        if not same_set:
            self.versions.wipe()
        self._describe(metadata)
        self.metadata.show_metadata(metadata, self._names(metadata))
        self.background.show_metadata(metadata, self._name_of(metadata))
        self._count_findings(None)
        self.offer_invalidation(self._refused)
        self._stack.setCurrentIndex(1)
        self._tab_changed()

    def show_document(self, opened: OpenedDocument) -> None:
        """Show an opened version, its content to the front."""
        self.show_metadata(opened.document.metadata)
        self.content.show_document(opened.document)
        self.findings.show_findings(opened.findings)
        self.metadata.show_findings(opened.findings)
        self.background.show_signatures(opened.document.metadata, opened.signatures)
        self._count_findings(len(opened.findings))
        self.tabs.setCurrentWidget(self.content)

    def show_glance(self, oid: Oid, findings: tuple[Finding, ...]) -> None:
        """Show at its fields what is amiss in the metadata of a version that is not opened."""
        if self._metadata is not None and self._metadata.document_oid == oid:
            self.metadata.show_findings(findings)

    def wipe(self) -> None:
        """Forget everything."""
        self._metadata = None
        for part in (
            self.content, self.metadata, self.background, self.versions, self.findings,
        ):  # fmt: skip
            part.wipe()
        self._title.clear()
        self._oid.clear()
        self._oid.setAccessibleName("")
        self._about.clear()
        self._notice.clear()
        self._count_findings(None)
        self.tabs.setCurrentIndex(0)
        self._stack.setCurrentIndex(0)

    def _shown(self) -> QWidget:
        badges = QHBoxLayout()
        badges.setSpacing(Space.L)
        badges.addWidget(self._state)
        badges.addWidget(self._old)
        badges.addStretch(1)
        badges.addWidget(self.invalidate)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addLayout(badges)
        column.addWidget(self._about)
        column.addWidget(self._oid)
        column.addWidget(self._notice)
        column.addSpacing(Space.XS)
        column.addWidget(self.tabs, 1)
        return shown

    def _describe(self, metadata: DocumentMetadata) -> None:
        name_of = self._name_of(metadata)
        kind = name_of(metadata.document_type)
        title = metadata.title or kind or "–"
        self._title.setText(title)
        self._oid.setText(metadata.document_oid.value)
        self._oid.setAccessibleName(
            self.tr("Document id {oid}").format(oid=metadata.document_oid.value)
        )
        self._state.show_state(STATE_TONES[metadata.state], say(RECORD_STATE_NAMES[metadata.state]))
        self._old.setVisible(metadata.old_document)
        about = (
            kind if kind != title else "",
            name_of(metadata.service_task),
            self.tr("version {number}").format(number=metadata.version),
            moment(metadata.created).replace(" ", "\N{NO-BREAK SPACE}"),
        )
        self._about.setText(" · ".join(filter(None, about)))
        self._warn(metadata)

    def _warn(self, metadata: DocumentMetadata) -> None:
        """The one notice that matters most for how the document may be read."""
        if metadata.state is RecordState.INVALIDATED:
            self._notice.tell(
                Tone.FAILED,
                self.tr("This version has been invalidated"),
                self.tr("It must not be used in deciding on the client's matters."),
            )
        elif metadata.state is RecordState.REPLACED:
            self._notice.tell(
                Tone.WARNING,
                self.tr("A newer version has replaced this one"),
                self.tr("The Versions tab shows which."),
            )
        elif metadata.by_register_right and metadata.controller and metadata.producer:
            self._notice.tell(
                Tone.NEUTRAL,
                self.tr("Stored into another's register by right to use the register"),
                self.tr("Register of {controller}. Produced by {producer}.").format(
                    controller=metadata.controller.name or metadata.controller.oid,
                    producer=metadata.producer.name or metadata.producer.oid,
                ),
            )
        else:
            self._notice.clear()

    def _name_of(self, metadata: DocumentMetadata) -> Callable[[Code | None], str]:
        day = day_of(metadata)
        return lambda code: self._desk.name_of(code, day, language())

    def _names(self, metadata: DocumentMetadata) -> FieldNames:
        return self._desk.reading.names(metadata, language())

    def _count_findings(self, found: int | None) -> None:
        word = self.tr("Findings")
        if found:
            word = self.tr("Findings ({count})").format(count=number(found))
        self.tabs.setTabText(self.tabs.indexOf(self.findings), word)

    def _open(self) -> None:
        if self._metadata is not None:
            self.open_wanted.emit(self._metadata.document_oid)

    def _invalidate(self) -> None:
        if self._metadata is not None:
            self.invalidate_wanted.emit(self._metadata.document_oid)

    def _compare_with(self) -> None:
        if self._metadata is not None:
            self.compare_with_wanted.emit(self._metadata)

    def _want_versions(self) -> None:
        if self._metadata is not None:
            self.versions_wanted.emit(self._metadata.set_id)

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.versions and not self.versions.loaded:
            self._want_versions()
