"""Documents as the archive holds them: metadata, payloads, versions, and how to search for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import islice

from kanta_desk.model.codes import Code
from kanta_desk.model.identifiers import ClientId, Oid
from kanta_desk.model.text import Text

XHTML = "application/xhtml+xml"
PDF = "application/pdf"
JSON = "application/json"
MOST_GAPS = 100


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or unit: OID and the name that the document gives it."""

    oid: Oid
    name: str = ""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts."""

    given: str = ""
    family: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Professional:
    """Who wrote the document: identifier with its root, and name."""

    root: str
    identifier: str
    name: PersonName


@dataclass(frozen=True, slots=True)
class VersionRef:
    """A reference to one version: its OID, the set's, and its number."""

    oid: Oid
    set_id: Oid
    version: int


@dataclass(frozen=True, slots=True)
class Software:
    """The program that made the document."""

    vendor: str = ""
    product: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class SignatureInfo:
    """What the metadata says of a signature; says nothing of its validity."""

    kind: Code | None = None
    time: datetime | None = None


class RecordState(StrEnum):
    """What has become of a version, as the archive tells it."""

    VALID = "valid"
    REPLACED = "replaced"
    INVALIDATED = "invalidated"


RECORD_STATE_NAMES: dict[RecordState, Text] = {
    RecordState.VALID: Text("voimassa", "gällande", "in force"),
    RecordState.REPLACED: Text("korvattu", "ersatt", "replaced"),
    RecordState.INVALIDATED: Text("mitätöity", "makulerad", "invalidated"),
}


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """The metadata of one version of a document; ``model.metadata.FIELDS`` describes each field.

    Absent values are ``None`` (or empty), as received: nothing is filled in by guess. Times are
    aware UTC. ``state`` is derived from the archive's answer, not from the document.
    ``unreadable`` names the fields that had a value, but none that could be read.
    """

    document_oid: Oid
    set_id: Oid
    version: int
    state: RecordState = RecordState.VALID
    replaces: VersionRef | None = None
    document_group: Code | None = None
    document_type: Code | None = None
    structure_oid: str | None = None
    title: str | None = None
    template_ids: tuple[str, ...] = ()
    realm: str | None = None
    client_id: ClientId | None = None
    client_name: PersonName | None = None
    client_birth: date | None = None
    client_gender: Code | None = None
    client_municipality: Code | None = None
    security_ban: bool | None = None
    controller: Party | None = None
    controller_kind: Code | None = None
    active_controller: Party | None = None
    register: Code | None = None
    register_specifier: Party | None = None
    archive_creator: Party | None = None
    organiser: Party | None = None
    producer: Party | None = None
    implementer: Party | None = None
    service_unit: Party | None = None
    author: Professional | None = None
    author_time: datetime | None = None
    author_role: Code | None = None
    case_id: str | None = None
    case_name: Code | None = None
    case_state: Code | None = None
    clientship_id: str | None = None
    service_task: Code | None = None
    service_process: Code | None = None
    social_service: Code | None = None
    purpose: Code | None = None
    created: datetime | None = None
    archived: datetime | None = None
    copied: datetime | None = None
    status: Code | None = None
    retention_class: Code | None = None
    disposal_time: datetime | None = None
    extended_retention: str | None = None
    history: tuple[str, ...] = ()
    confidentiality: Code | None = None
    special_content: Code | None = None
    visible_from: datetime | None = None
    secrecy: str | None = None
    publicity: Code | None = None
    protection_class: Code | None = None
    personal_data_class: Code | None = None
    language: Code | None = None
    file_format: Code | None = None
    media_type: str | None = None
    software: Software | None = None
    signature: SignatureInfo | None = None
    old_document: bool = False
    unreadable: tuple[str, ...] = ()

    @property
    def by_register_right(self) -> bool:
        """True where a producer stored into another's register (rekisterinkäyttöoikeus)."""
        return (
            self.producer is not None
            and self.controller is not None
            and organisation_of(self.producer.oid) != organisation_of(self.controller.oid)
        )


def organisation_of(oid: Oid) -> Oid:
    """The organisation (Y-tunnus level) that a unit's or register's OID belongs to.

    ``1.2.246.10.32213086.19.0`` → ``1.2.246.10.32213086``; other OIDs come back as they are.
    """
    arcs = oid.value.split(".")
    return Oid(".".join(arcs[:5])) if arcs[:4] == ["1", "2", "246", "10"] else oid


@dataclass(frozen=True, slots=True)
class Payload:
    """One form of a document's content, decoded from the message but not yet interpreted."""

    media_type: str
    data: bytes = field(repr=False)
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ContentFault:
    """Why a form of a document's content cannot be read: the place of the fault, and the reason."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its metadata, its payloads (display form first), and the bytes received.

    ``text`` is the readable text of the display form, for comparison and search. ``fault`` is what
    keeps a form from being read, the first if there are several; the rest can be looked at.
    """

    metadata: DocumentMetadata
    payloads: tuple[Payload, ...]
    original: bytes = field(repr=False)
    sha256: str = ""
    text: str = field(default="", repr=False)
    fault: ContentFault | None = None

    def payload(self, media_type: str) -> Payload | None:
        """The payload of a type, or None."""
        return next((p for p in self.payloads if p.media_type == media_type), None)


@dataclass(frozen=True, slots=True)
class VersionHistory:
    """All versions of one set, oldest first; those that share a number, in the order of their
    making."""

    set_id: Oid
    versions: tuple[DocumentMetadata, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        """Version numbers from 1 on that should be there and are not, at most ``MOST_GAPS``."""
        there = {each.version for each in self.versions}
        missing = (n for n in range(1, max(there, default=0)) if n not in there)
        return tuple(islice(missing, MOST_GAPS))

    @property
    def forks(self) -> tuple[tuple[DocumentMetadata, ...], ...]:
        """Versions of which only one can be the next: they share a number, or replace the same."""
        numbers: dict[int, list[DocumentMetadata]] = {}
        replacing: dict[Oid, list[DocumentMetadata]] = {}
        for each in self.versions:
            numbers.setdefault(each.version, []).append(each)
            if each.replaces is not None:
                replacing.setdefault(each.replaces.oid, []).append(each)
        rivals = [*numbers.values(), *replacing.values()]
        return tuple(dict.fromkeys(tuple(r) for r in rivals if len(r) > 1))

    @property
    def unlinked(self) -> tuple[DocumentMetadata, ...]:
        """Versions that do not replace the one before them: they name none, one that is not
        here, or one that is not older. The first of all has nothing to replace."""
        known = {each.document_oid: each.version for each in self.versions}
        return tuple(
            each
            for each in self.versions
            if each.version > 1
            and (
                each.replaces is None or known.get(each.replaces.oid, each.version) >= each.version
            )
        )

    @property
    def whole(self) -> bool:
        """Whether it is one unbroken line."""
        return not (self.gaps or self.forks or self.unlinked)


class SearchMode(StrEnum):
    """The modes of Kela's archivist interface."""

    BASIC = "basic"
    VERSIONS = "versions"
    INVALIDATED = "invalidated"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class SearchCriteria:
    """What to search for: at least one of client, name with birth date, document, or case.

    Times are days, both bounds inclusive, as Helsinki sees them. ``author`` is a professional's
    identifier, ``producer`` an organisation. ``limit`` is how many one page may hold.
    """

    client_id: ClientId | None = None
    client_name: PersonName | None = None
    client_birth: date | None = None
    document_oid: Oid | None = None
    case_id: str | None = None
    service_task: str | None = None
    service_process: str | None = None
    document_type: str | None = None
    document_group: str | None = None
    created_from: date | None = None
    created_to: date | None = None
    archived_from: date | None = None
    archived_to: date | None = None
    author: str | None = None
    producer: Oid | None = None
    mode: SearchMode = SearchMode.BASIC
    limit: int = 500

    @property
    def has_key(self) -> bool:
        """Whether there is a key to search by; the archive refuses a search without one."""
        by_name = self.client_name is not None and self.client_birth is not None
        return bool(self.client_id or by_name or self.document_oid or self.case_id)


@dataclass(frozen=True, slots=True)
class Continuation:
    """Where a search goes on: the query that the archive holds open, and the next result's number
    from 1."""

    query_id: str
    start: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of the answer to a search, newest first.

    ``total`` is what the archive says it holds; ``continuation`` leads to the next page, and is
    None on the last one, or where the archive gives no further pages.
    """

    criteria: SearchCriteria
    documents: tuple[DocumentMetadata, ...]
    total: int
    continuation: Continuation | None = None
