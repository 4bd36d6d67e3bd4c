"""The use cases that the archive serves, apart from how its messages look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.events import Actor
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import WorkContext


@dataclass(frozen=True, slots=True)
class Call:
    """Who asks, for whose register and what purpose; goes out with every message.

    ``message_id`` identifies the request: a retry uses the same one, and the access log holds it.
    """

    actor: Actor
    context: WorkContext
    message_id: str


class ArchiveGateway(Protocol):
    """The archive as the desk sees it. Every verb blocks, and raises ArchiveError or NetError."""

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """Documents of the register in ``call.context`` that match, newest first."""
        ...

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """The metadata of one version."""
        ...

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """All versions of a set, invalidated ones included."""
        ...

    def document(self, oid: Oid, call: Call) -> Document:
        """One version with its payloads decoded."""
        ...

    def close(self) -> None:
        """Let connections go."""
        ...
