"""What helps an archivist's own work with documents, ``session.documents``: saved searches, and a
glance over what a search found.

Saved searches are in the side database beside the log, encrypted as it is. They are no acts of the
log, but only for who may search; searching by one is an act as any search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from kanta_desk.accesslog.sidebase import SavedSearch
from kanta_desk.checks.examined import Examined
from kanta_desk.checks.registry import CheckContext, check_examined, check_metadata
from kanta_desk.desk.browsing import OpenedDocument
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate, Ticket
from kanta_desk.errors import BadDocument, FieldMissing, StoreNotEncrypted
from kanta_desk.model.documents import Document, DocumentMetadata, SearchCriteria
from kanta_desk.model.events import EventKind
from kanta_desk.model.findings import Finding, Severity, gravest
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.saved_criteria import read, written
from kanta_desk.model.signatures import SignatureReport


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search that somebody keeps for a register; with ``criteria.has_key`` it says of whom."""

    name: str
    criteria: SearchCriteria
    saved_by: str
    saved: datetime


class Documents:
    """Saved searches of the register in hand, and a glance over documents."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[], Ticket],
        custody: Custody,
        checks: Callable[[], CheckContext],
    ) -> None:
        self._gate, self._ticket, self._custody, self._checks = gate, ticket, custody, checks

    def glance(
        self, documents: Iterable[DocumentMetadata]
    ) -> tuple[tuple[Oid, Severity | None], ...]:
        """The gravest finding in the metadata of each document; asks nobody and shows nothing new.
        What is in the contents, only opening them tells."""
        context = self._checks()
        return tuple((d.document_oid, gravest(check_metadata(d, context))) for d in documents)

    def findings(self, metadata: DocumentMetadata) -> tuple[Finding, ...]:
        """What is amiss in a version's metadata alone; asks nobody and shows nothing new."""
        return check_metadata(metadata, self._checks())

    @property
    def may_keep_clients(self) -> bool:
        """Whether a search may be kept with whom it is for: the store must be encrypted."""
        return self._custody.log.folder.keys is not None

    def searches(self) -> tuple[KeptSearch, ...]:
        """The searches kept for the register in hand, by name.

        Raises:
            RightMissing, SessionLocked, LogError.
        """
        self._demand()
        return tuple(
            KeptSearch(kept.name, criteria, kept.saved_by, kept.saved)
            for kept in self._custody.side.searches(self._shelf)
            if (criteria := read(kept.query)) is not None
        )

    def save_search(self, name: str, criteria: SearchCriteria, *, with_key: bool = False) -> None:
        """Keep a search under a name, in place of one of the same name; ``with_key``: with what was
        searched for, and not its conditions alone.

        Raises:
            FieldMissing: without a name.
            StoreNotEncrypted: if whom it is for may not be kept here.
            RightMissing, SessionLocked, LogError.
        """
        self._demand()
        if not name.strip():
            raise FieldMissing("name")
        if with_key and criteria.has_key and not self.may_keep_clients:
            raise StoreNotEncrypted
        query = written(criteria, with_key=with_key)
        by = self._ticket().actor.user_name
        kept = SavedSearch(self._shelf, name.strip(), query, by, self._custody.now)
        self._custody.side.save_search(kept)

    def forget_search(self, name: str) -> None:
        """Forget a search; one that is not there is no fault.

        Raises:
            RightMissing, SessionLocked, LogError.
        """
        self._demand()
        self._custody.side.forget_search(self._shelf, name)

    def _demand(self) -> None:
        self._gate.demand(self._ticket(), EventKind.SEARCH)

    @property
    def _shelf(self) -> str:
        """Where the searches stand in the side database, apart from those of the log."""
        return f"documents {self._ticket().context.register.key}"


def looked_over(document: Document, context: CheckContext) -> OpenedDocument:
    """A document with what the checks find in it, and its signatures judged once for both."""
    examined = Examined.of(document)
    findings = check_examined(examined, context)
    return OpenedDocument(document, findings, _signatures(examined, context))


def _signatures(examined: Examined, context: CheckContext) -> tuple[SignatureReport, ...] | None:
    if context.signatures is None or not examined.original:
        return None
    archived = examined.metadata.archived if examined.metadata else None
    try:
        return examined.judged(context.signatures, archived)
    except BadDocument:
        return None
