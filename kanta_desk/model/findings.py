"""What a check found: a value that pages, reports and commands show alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text


class Severity(StrEnum):
    """How much a finding matters: an error fails a deployment test, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one rule about one document.

    ``rule`` is the rule's stable code, ``place`` the metadata key or path in the document,
    ``evidence`` the value found (masked where it is personal data). ``source`` names the public
    document that asks for it, and ``grade`` how sure it is that it does so in social care.
    """

    rule: str
    severity: Severity
    title: Text
    remedy: Text
    place: str = ""
    evidence: str = ""
    source: str = ""
    grade: Evidence = Evidence.VERIFIED


def gravest(findings: Iterable[Finding]) -> Severity | None:
    """The severity that matters most; None where nothing was found."""
    order = list(Severity)
    return min((finding.severity for finding in findings), key=order.index, default=None)
