"""What depends on a document that would be invalidated: its versions and the rest of its case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanta_desk.gui.documents.results import STATE_TONES
from kanta_desk.gui.language import day, say
from kanta_desk.gui.theme import Space
from kanta_desk.gui.widgets import Body, MonoText, StatusBadge
from kanta_desk.gui.widgets.layouts import empty_layout
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import RECORD_STATE_NAMES, DocumentMetadata
from kanta_desk.model.invalidation import Dependants

_MOST = 12


class Consequences(QWidget):
    """Empty until something is known."""

    def __init__(self, name_of: Callable[[Code | None], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.XS)

    def show_dependants(self, found: Dependants) -> None:
        """Show the versions, all of which go, and what else the case holds, which stays."""
        self.wipe()
        versions = found.history.versions
        self._strong(self.tr("%n version(s), all of which become invalid", "", len(versions)))
        for each in versions:
            self._line(each, self.tr("version {number}").format(number=each.version))
        if found.same_case is None:
            self._hint(
                self.tr("You may not search this register, so the rest of the case is not shown.")
            )
        elif not found.same_case:
            self._hint(self.tr("The register holds nothing else of the same case."))
        else:
            said = self.tr(
                "%n other document(s) of the same case, which stay as they are",
                "",
                len(found.same_case),
            )
            self._strong(said)
            for each in found.same_case[:_MOST]:
                self._line(each, each.title or self._name_of(each.document_type) or "–")
            if len(found.same_case) > _MOST:
                self._hint(self.tr("and %n more", "", len(found.same_case) - _MOST))

    def say(self, text: str) -> None:
        """Show a line instead."""
        self.wipe()
        self._hint(text)

    def wipe(self) -> None:
        """Forget everything."""
        empty_layout(self._lines)

    def _strong(self, text: str) -> None:
        self._lines.addWidget(Body(text, "strong"))

    def _hint(self, text: str) -> None:
        self._lines.addWidget(Body(text, "hint"))

    def _line(self, document: DocumentMetadata, name: str) -> None:
        state = say(RECORD_STATE_NAMES[document.state])
        about = " · ".join(filter(None, (name, day(document.created), state)))
        self._lines.addWidget(StatusBadge(STATE_TONES[document.state], about))
        self._lines.addWidget(MonoText(document.document_oid.value, self.tr("Document id")))
