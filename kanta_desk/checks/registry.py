"""All rules, and the two ways to ask them."""

from __future__ import annotations

from kanta_desk.checks.clients import CLIENT_RULES
from kanta_desk.checks.fields import FIELD_RULES
from kanta_desk.checks.payloads import PAYLOAD_RULES
from kanta_desk.checks.providers import PROVIDER_RULES
from kanta_desk.checks.rule import CheckContext, Rule
from kanta_desk.checks.times import TIME_RULES
from kanta_desk.model.documents import Document, DocumentMetadata
from kanta_desk.model.findings import Finding

__all__ = [
    "DOCUMENT_RULES",
    "METADATA_RULES",
    "CheckContext",
    "check_document",
    "check_metadata",
    "check_payloads",
]

METADATA_RULES: tuple[Rule[DocumentMetadata], ...] = (
    *FIELD_RULES,
    *CLIENT_RULES,
    *PROVIDER_RULES,
    *TIME_RULES,
)
DOCUMENT_RULES: tuple[Rule[Document], ...] = PAYLOAD_RULES


def check_metadata(metadata: DocumentMetadata, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the metadata alone, in the registry's order."""
    return tuple(f for rule in METADATA_RULES for f in rule.findings(metadata, context))


def check_payloads(document: Document, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the content's forms alone."""
    return tuple(f for rule in DOCUMENT_RULES for f in rule.findings(document, context))


def check_document(document: Document, context: CheckContext) -> tuple[Finding, ...]:
    """What the rules find in the metadata and the payloads of a document."""
    return check_metadata(document.metadata, context) + check_payloads(document, context)
