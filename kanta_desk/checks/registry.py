"""All rules, and the ways to ask them."""

from __future__ import annotations

from kanta_desk.checks.authors import AUTHOR_AND_CASE_RULES
from kanta_desk.checks.clients import CLIENT_RULES
from kanta_desk.checks.examined import Examined
from kanta_desk.checks.fields import FIELD_RULES
from kanta_desk.checks.frames import FRAME_RULES
from kanta_desk.checks.payloads import PAYLOAD_RULES
from kanta_desk.checks.pdfs import PDF_RULES
from kanta_desk.checks.providers import PROVIDER_RULES
from kanta_desk.checks.retention import RETENTION_RULES
from kanta_desk.checks.rule import CheckContext, Rule
from kanta_desk.checks.signatures import SIGNATURE_RULES
from kanta_desk.checks.structured import STRUCTURED_RULES
from kanta_desk.checks.times import TIME_RULES
from kanta_desk.checks.unreadable import form_not_read
from kanta_desk.checks.versions import VERSION_RULES
from kanta_desk.model.documents import Document, DocumentMetadata
from kanta_desk.model.findings import Finding

__all__ = [
    "DOCUMENT_RULES",
    "METADATA_RULES",
    "CheckContext",
    "check_document",
    "check_examined",
    "check_metadata",
    "check_payloads",
]

METADATA_RULES: tuple[Rule[DocumentMetadata], ...] = (
    *FIELD_RULES,
    *VERSION_RULES,
    *CLIENT_RULES,
    *PROVIDER_RULES,
    *AUTHOR_AND_CASE_RULES,
    *TIME_RULES,
    *RETENTION_RULES,
)
DOCUMENT_RULES: tuple[Rule[Examined], ...] = (
    *FRAME_RULES,
    *PAYLOAD_RULES,
    *STRUCTURED_RULES,
    *PDF_RULES,
    *SIGNATURE_RULES,
)


def check_metadata(metadata: DocumentMetadata, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the metadata alone, in the registry's order."""
    return tuple(
        rule.finding(fault) for rule in METADATA_RULES for fault in rule.look(metadata, context)
    )


def check_payloads(document: Document, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the content's forms and signatures alone."""
    return _content(Examined.of(document), context)


def check_document(document: Document, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the metadata, the content and the signatures of a document."""
    return check_examined(Examined.of(document), context)


def check_examined(examined: Examined, context: CheckContext) -> tuple[Finding, ...]:
    """As ``check_document``, of what may be a document in its frame or a bare file."""
    metadata = examined.metadata
    said = check_metadata(metadata, context) if metadata is not None else ()
    return _content(examined, context, said)


def _content(
    examined: Examined, context: CheckContext, said: tuple[Finding, ...] = ()
) -> tuple[Finding, ...]:
    """After what is ``said`` of the metadata. Of a content that cannot be read in part no rule is
    asked: what they said would follow from that alone."""
    if examined.fault is not None:
        return (form_not_read(examined.fault), *said)
    return said + tuple(
        rule.finding(fault) for rule in DOCUMENT_RULES for fault in rule.look(examined, context)
    )
