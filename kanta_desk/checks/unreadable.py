"""What cannot be read at all is a finding too: the one that stands before all rules."""

from __future__ import annotations

from kanta_desk.errors import ArchiveError, BadDocument
from kanta_desk.model.documents import ContentFault
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language, Text

UNREADABLE = "FI-DOC"
_SOURCE = "W3C XML 1.0; HL7 CDA R2"


def not_read(error: ArchiveError) -> Finding:
    """The finding that ``error`` comes to: its place, its reason, and what to do."""
    said = [explain(error, language) for language in Language]
    return Finding(
        UNREADABLE,
        Severity.ERROR,
        Text(*(each.title for each in said)),
        Text(*(each.remedy for each in said)),
        str(error.fields.get("place", "")),
        str(error.fields.get("reason", "")),
        _SOURCE,
    )


def form_not_read(fault: ContentFault) -> Finding:
    """The finding of a form that cannot be read in a document that otherwise can."""
    return not_read(BadDocument(fault.place, fault.reason))
