"""What the log says of documents asked for and received, and documents with their findings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kanta_desk.desk.gate import Told
from kanta_desk.model.documents import Document, DocumentMetadata, SearchCriteria, SearchResult
from kanta_desk.model.events import Subject
from kanta_desk.model.findings import Finding
from kanta_desk.model.sharing import shared
from kanta_desk.model.signatures import SignatureReport


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document, what the checks found in it, and its signatures as they were judged; None:
    nobody here can judge them."""

    document: Document
    findings: tuple[Finding, ...]
    signatures: tuple[SignatureReport, ...] | None = None


def subject_of(metadata: DocumentMetadata) -> Subject:
    """Whose document and which, for the log."""
    return Subject(
        client_id=str(metadata.client_id or ""),
        client_name=str(metadata.client_name or ""),
        document_oid=metadata.document_oid.value,
        document_version=metadata.version,
        set_id=metadata.set_id.value,
        document_type=metadata.document_type.value if metadata.document_type else "",
        service_task=metadata.service_task.value if metadata.service_task else "",
    )


def subject_of_search(criteria: SearchCriteria) -> Subject:
    """Whom a search is about; the other conditions in words, without the client's identifier."""
    said = {
        "birth": criteria.client_birth,
        "case": criteria.case_id,
        "task": criteria.service_task,
        "process": criteria.service_process,
        "type": criteria.document_type,
        "group": criteria.document_group,
        "from": criteria.created_from,
        "to": criteria.created_to,
        "archived-from": criteria.archived_from,
        "archived-to": criteria.archived_to,
        "author": criteria.author,
        "producer": criteria.producer,
        "mode": criteria.mode,
    }
    return Subject(
        client_id=str(criteria.client_id or ""),
        client_name=str(criteria.client_name or ""),
        document_oid=str(criteria.document_oid or ""),
        query=" ".join(f"{name}:{value}" for name, value in said.items() if value),
    )


def compact(result: SearchResult) -> SearchResult:
    """The same page, whose documents hold what they have in common once."""
    return replace(result, documents=shared(result.documents))


def subject_of_page(page: SearchResult) -> Subject:
    """Whom the next page of a search is about, and with which result it begins."""
    asked = subject_of_search(page.criteria)
    start = page.continuation.start if page.continuation else page.total + 1
    return replace(asked, query=f"{asked.query} start:{start}")


def told_documents(asked: Subject, documents: tuple[DocumentMetadata, ...]) -> Told:
    """What a list answer told: how many, whose where they are one client's, and which."""
    clients = {(str(d.client_id or ""), str(d.client_name or "")) for d in documents}
    subject = replace(asked, documents=tuple(d.document_oid.value for d in documents))
    if len(clients) == 1:
        client_id, client_name = clients.pop()
        subject = replace(subject, client_id=client_id, client_name=client_name)
    return Told(len(documents), subject)
