"""An archive without a wire: a small ``ArchiveGateway`` that holds documents and counts calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kanta_desk.archive.gateway import Call
from kanta_desk.errors import DocumentNotFound
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.identifiers import Oid


@dataclass
class ArchiveInMemory:
    """Answers from ``documents``; ``before`` runs inside each call, to fail or to interfere."""

    documents: list[Document] = field(default_factory=list)
    before: Callable[[], None] = lambda: None
    calls: list[Call] = field(default_factory=list)

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """All documents, whatever is asked."""
        self._asked(call)
        found = tuple(document.metadata for document in self.documents)
        return SearchResult(criteria, found, len(found))

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """The metadata of one document."""
        self._asked(call)
        return self._find(oid).metadata

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """The documents of a set."""
        self._asked(call)
        found = tuple(d.metadata for d in self.documents if d.metadata.set_id == set_id)
        return VersionHistory(set_id, found)

    def document(self, oid: Oid, call: Call) -> Document:
        """One document."""
        self._asked(call)
        return self._find(oid)

    def close(self) -> None:
        """Nothing to let go."""

    def _asked(self, call: Call) -> None:
        self.calls.append(call)
        self.before()

    def _find(self, oid: Oid) -> Document:
        for document in self.documents:
            if document.metadata.document_oid == oid:
                return document
        raise DocumentNotFound(oid.value)
