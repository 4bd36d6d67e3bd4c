"""What the client sees of a document in OmaKanta, and from when, as far as it can be told.

The archive does not say what it shows to whom; this is worked out from the metadata and from what
is published of OmaKanta (facts: kanta-archive §2.1 field 50, §2.4). Every reason has its grade.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.codes import CodeSystem, base_system
from kanta_desk.model.documents import DocumentMetadata, RecordState
from kanta_desk.model.identifiers import TemporaryId
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.terms.client_view import REASONS, Because
from kanta_desk.model.text import Text


class Visibility(StrEnum):
    """Whether the client sees a document."""

    SHOWN = "shown"
    LATER = "later"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class HiddenKind:
    """Document types that OmaKanta does not show, and the words for it. ``verified``: it is
    published that just these types are meant."""

    types: frozenset[str]
    words: Text
    verified: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class ClientViewRules:
    """What is published of what OmaKanta leaves out; ``source`` names where."""

    hidden: tuple[HiddenKind, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, how sure that is, and who says so."""

    words: Text
    grade: Evidence
    source: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """What the client sees; ``since`` is from when, where that is told."""

    visibility: Visibility
    since: datetime | None
    reasons: tuple[Reason, ...]


_HEADER = "HL7 Finland, CDA R2 header: releaseDateForPatientViewing"


def client_view(metadata: DocumentMetadata, rules: ClientViewRules, now: datetime) -> ClientView:
    """Work out what the client of a document sees of it at ``now``."""
    hidden = tuple(_hiding(metadata, rules))
    if hidden:
        return ClientView(Visibility.HIDDEN, None, hidden)
    if metadata.old_document:
        return ClientView(Visibility.UNKNOWN, None, (_reason(Because.OLD, Evidence.UNVERIFIED),))
    if "visible_from" in metadata.unreadable:
        return ClientView(
            Visibility.UNKNOWN, None, (_reason(Because.UNREADABLE, Evidence.ASSUMED, _HEADER),)
        )
    since = metadata.visible_from
    if since is not None and since > now:
        because = _reason(Because.DELAYED, Evidence.ASSUMED, _HEADER)
        return ClientView(Visibility.LATER, since, (because,))
    if since is not None:
        because = _reason(Because.RELEASED, Evidence.ASSUMED, _HEADER)
        return ClientView(Visibility.SHOWN, since, (because,))
    because = _reason(Because.AT_ONCE, Evidence.ASSUMED, rules.source)
    return ClientView(Visibility.SHOWN, metadata.archived, (because,))


def _hiding(metadata: DocumentMetadata, rules: ClientViewRules) -> list[Reason]:
    """Why it is not shown at all, the weightiest first."""
    found = []
    if metadata.state is RecordState.INVALIDATED:
        found.append(_reason(Because.INVALIDATED, Evidence.ASSUMED))
    if metadata.state is RecordState.REPLACED:
        found.append(_reason(Because.REPLACED, Evidence.ASSUMED))
    kind = metadata.document_type
    if kind is not None and base_system(kind.system) == CodeSystem.DOCUMENT_TYPE:
        found += [
            Reason(
                each.words,
                Evidence.VERIFIED if each.verified else Evidence.UNVERIFIED,
                rules.source,
            )
            for each in rules.hidden
            if kind.value in each.types
        ]
    if isinstance(metadata.client_id, TemporaryId):
        found.append(_reason(Because.TEMPORARY_ID, Evidence.UNVERIFIED))
    return found


def _reason(because: Because, grade: Evidence, source: str = "") -> Reason:
    return Reason(REASONS[because], grade, source)
