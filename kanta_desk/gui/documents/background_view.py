"""What stands behind a document, in plain words: whose it is and why, what the client sees of it,
and whether its signature can be believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.desk.omakanta import client_view_rules
from kanta_desk.gui.documents.results import named
from kanta_desk.gui.documents.signature_panel import SignaturePanel
from kanta_desk.gui.language import moment, say
from kanta_desk.gui.palettes import Tone
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, Heading, MonoText, StatusBadge, scrolled
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.client_view import ClientView, Reason, Visibility, client_view
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.metadata import BY_KEY, Evidence
from kanta_desk.model.roles import RoleLine, RolesTold, roles_of
from kanta_desk.model.signatures import SignatureReport
from kanta_desk.model.terms.roles import OPERATION_NAMES, Operation
from kanta_desk.model.time import utc_now

_SMALLER = 8.0
_VISIBILITY_TONES = {
    Visibility.SHOWN: Tone.OK,
    Visibility.LATER: Tone.BUSY,
    Visibility.HIDDEN: Tone.NEUTRAL,
    Visibility.UNKNOWN: Tone.WARNING,
}


class BackgroundView(QWidget):
    """Roles, OmaKanta and signature, each a section with its source and how sure it is."""

    def __init__(
        self,
        now: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._later: list[Callable[[], None]] = []
        self._roles, self._client = QVBoxLayout(), QVBoxLayout()
        self.signature = SignaturePanel()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, Space.M)
        inside.setSpacing(Space.S)
        for title, part in (
            (self.tr("Whose document is it, and why"), self._roles),
            (self.tr("What does the client see in OmaKanta"), self._client),
        ):
            inside.addWidget(Heading(title))
            part.setSpacing(Space.XS)
            inside.addLayout(part)
            inside.addSpacing(Space.M)
        inside.addWidget(Heading(self.tr("Signature")))
        inside.addWidget(self.signature)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(scrolled(content, self.tr("What stands behind the document")))

    def show_metadata(
        self, metadata: DocumentMetadata, name_of: Callable[[Code | None], str]
    ) -> None:
        """Explain a version by its metadata; its signature is not judged before it is opened."""
        self.wipe()

        def fill() -> None:
            self._tell_roles(roles_of(metadata))
            self._tell_client(client_view(metadata, client_view_rules(), self._now()))
            self.signature.show_unopened(metadata.signature, name_of)

        self._do(fill)

    def show_signatures(
        self, metadata: DocumentMetadata, reports: tuple[SignatureReport, ...] | None
    ) -> None:
        """Show how the signatures of an opened version were judged."""
        self._do(lambda: self.signature.show_reports(metadata.signature, reports))

    def showEvent(self, event: QShowEvent) -> None:
        """Fill what was left for later."""
        super().showEvent(event)
        later, self._later = self._later, []
        for fill in later:
            fill()

    def wipe(self) -> None:
        """Forget it."""
        self._later.clear()
        empty_layout(self._roles)
        empty_layout(self._client)
        self.signature.wipe()

    def _do(self, fill: Callable[[], None]) -> None:
        """Fill now, or when it comes in sight: going through rows is to cost nothing."""
        if self.isVisible():
            fill()
        else:
            self._later.append(fill)

    def _tell_roles(self, told: RolesTold) -> None:
        tone = Tone.WARNING if told.operation is Operation.UNCLEAR else Tone.OK
        heading = Body(say(OPERATION_NAMES[told.operation]), "strong")
        if tone is Tone.WARNING:
            heading.setProperty("role", "word")
            heading.setProperty("tone", tone.value)
        self._roles.addWidget(heading)
        for line in told.lines:
            self._roles.addWidget(_role(line, self.tr("not told")))
        for note in told.notes:
            self._roles.addWidget(Body(say(note)))
        self._roles.addWidget(self._source(told.source, told.grade))

    def _tell_client(self, view: ClientView) -> None:
        self._client.addWidget(
            StatusBadge(_VISIBILITY_TONES[view.visibility], self._visibility(view))
        )
        for reason in view.reasons:
            self._client.addWidget(Body(say(reason.words)))
            self._client.addWidget(self._source_of(reason))
        self._client.addWidget(
            Body(
                self.tr(
                    "Concluded from the metadata: what OmaKanta really shows, the archivist "
                    "cannot see."
                ),
                "small",
            )
        )

    def _visibility(self, view: ClientView) -> str:
        since = moment(view.since)
        match view.visibility:
            case Visibility.SHOWN if since:
                return self.tr("Is shown since {time}").format(time=since)
            case Visibility.SHOWN:
                return self.tr("Is shown")
            case Visibility.LATER:
                return self.tr("Is shown from {time} on").format(time=since)
            case Visibility.HIDDEN:
                return self.tr("Is not shown")
            case Visibility.UNKNOWN:
                return self.tr("It is not known whether it is shown")

    def _source_of(self, reason: Reason) -> Body:
        return self._source(reason.source, reason.grade)

    def _source(self, source: str, grade: Evidence) -> Body:
        sure = {
            Evidence.VERIFIED: self.tr("by a published source"),
            Evidence.ASSUMED: self.tr("assumed"),
            Evidence.UNVERIFIED: self.tr("not confirmed"),
        }[grade]
        said = self.tr("{how_sure}: {source}").format(how_sure=sure, source=source)
        told = said if source else sure
        return Body(told[:1].upper() + told[1:], "small")


def _role(line: RoleLine, none: str) -> QWidget:
    """A role: what it is called, who has it, and why."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, Space.XS, 0, 0)
    column.setSpacing(0)
    label = say(BY_KEY[line.key].label)
    column.addWidget(Body(label, "label"))
    column.addWidget(Body(named(line.party) or none, "strong" if line.party else "hint"))
    if line.party is not None and line.party.name:
        oid = MonoText(line.party.oid.value, label, _SMALLER)
        oid.setProperty("role", "hint")
        column.addWidget(oid)
    column.addWidget(Body(say(line.why), "hint"))
    return row
