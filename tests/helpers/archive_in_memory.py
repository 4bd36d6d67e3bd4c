"""An archive without a wire: a small ``ArchiveGateway`` that holds documents and counts calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from kanta_desk.archive.gateway import Call
from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
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

    def next_page(self, page: SearchResult, call: Call) -> SearchResult:
        """There is one page."""
        self._asked(call)
        return SearchResult(page.criteria, (), page.total)

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

    def states(self, set_id: Oid, call: Call) -> VersionHistory:
        """As ``versions``."""
        return self.versions(set_id, call)

    def prepare(self, order: Order, call: Call) -> bytes:
        """No frame is made here."""
        raise NotImplementedError

    def sign(
        self,
        order: Order,
        call: Call,
        seal: Seal,
        certificate: bytes,
        signer: Callable[[bytes], bytes],
    ) -> SignedFrame:
        """Nothing is signed here."""
        raise NotImplementedError

    def invalidate(self, frame: bytes, call: Call) -> Acknowledged:
        """Nothing is invalidated here."""
        raise NotImplementedError

    def outcome(self, message_id: str, call: Call) -> Acknowledged | None:
        """Nothing was taken in."""
        self._asked(call)
        return None

    def new_oid(self, unit: Oid, number: int, year: int) -> Oid:
        """A new version's OID."""
        return Oid(f"{unit}.11.{year}.{number}")

    @property
    def message_life(self) -> timedelta:
        """A message lives for an hour."""
        return timedelta(hours=1)

    @property
    def sends_reason(self) -> bool:
        """A reason has no place here."""
        return False

    @property
    def clock_skew(self) -> float | None:
        """No clock here."""
        return None

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
