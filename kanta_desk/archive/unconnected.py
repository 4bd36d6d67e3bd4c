"""The archive of an installation without a connection: every verb says what is missing."""

from __future__ import annotations

from typing import NoReturn

from kanta_desk.archive.gateway import Call
from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.settings.options import FILE


class Unconnected:
    """An ``ArchiveGateway`` to nowhere."""

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """Raises SettingsUnreadable."""
        _missing()

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """Raises SettingsUnreadable."""
        _missing()

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """Raises SettingsUnreadable."""
        _missing()

    def document(self, oid: Oid, call: Call) -> Document:
        """Raises SettingsUnreadable."""
        _missing()

    def close(self) -> None:
        """Nothing to let go."""


def _missing() -> NoReturn:
    raise SettingsUnreadable(f"{FILE}: connection", "missing")
