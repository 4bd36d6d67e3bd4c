"""What the log says of documents asked for and received, and documents with their findings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kanta_desk.desk.gate import Told
from kanta_desk.model.documents import Document, DocumentMetadata, SearchCriteria, SearchResult
from kanta_desk.model.event_details import CASE, NO_CLIENT, NO_GROUNDS, SAFETY_BAN, Grounds
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
        client_flags=_flags_of(metadata),
    )


def _flags_of(metadata: DocumentMetadata) -> tuple[str, ...]:
    flags = [SAFETY_BAN] if metadata.security_ban else []
    if not (metadata.client_id or metadata.client_name):
        flags.append(NO_CLIENT)
    return tuple(flags)


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
        process=criteria.service_process or "",
    )


def grounds_of(criteria: SearchCriteria) -> Grounds:
    """In which context a search is made: a case, where it is looked for by one."""
    return Grounds(CASE, criteria.case_id) if criteria.case_id else NO_GROUNDS


def compact(result: SearchResult) -> SearchResult:
    """The same page, whose documents hold what they have in common once."""
    return replace(result, documents=shared(result.documents))


def subject_of_page(page: SearchResult) -> Subject:
    """Whom the next page of a search is about, and with which result it begins."""
    asked = subject_of_search(page.criteria)
    start = page.continuation.start if page.continuation else page.total + 1
    return replace(asked, query=f"{asked.query} start:{start}")


def told_documents(
    asked: Subject, documents: tuple[DocumentMetadata, ...], total: int | None = None
) -> Told:
    """What a list answer told: how many, whose where they are one client's, and which.

    ``total``: how many there are in all, where the list may be a part of them.
    """
    clients = {(str(d.client_id or ""), str(d.client_name or "")) for d in documents}
    subject = replace(asked, documents=tuple(d.document_oid.value for d in documents))
    if len(clients) == 1:
        client_id, client_name = clients.pop()
        subject = replace(subject, client_id=client_id, client_name=client_name)
    if any(each.security_ban for each in documents):
        subject = replace(subject, client_flags=(SAFETY_BAN,))
    found = len(documents)
    return Told(found if total is None else max(total, found), subject, shown=found)
