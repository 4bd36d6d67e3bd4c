"""Documents of the test clients that no row of the plan expects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_time

RULE = "KK-EXTRA"


def unexpected_documents(
    documents: Iterable[DocumentMetadata], claimed: Collection[Oid], test_day: date | None
) -> Iterator[Finding]:
    """A finding for each document that is nobody's pair or candidate.

    Test persons serve many tests, so with a test day known only what was created or archived on
    that day or later counts; a document without any time always does.
    """
    for document in documents:
        if document.document_oid not in claimed and is_of_this_test(document, test_day):
            yield _finding(document)


def is_of_this_test(document: DocumentMetadata, test_day: date | None) -> bool:
    """Whether it was created or archived on the test day or later, as far as anyone can tell."""
    moments = [moment for moment in (document.created, document.archived) if moment]
    if test_day is None or not moments:
        return True
    return any(moment.astimezone(HELSINKI).date() >= test_day for moment in moments)


def _finding(document: DocumentMetadata) -> Finding:
    name = document.title or (document.document_type.display if document.document_type else "–")
    when = document.archived or document.created
    who = document.client_id.masked if document.client_id else "–"
    return Finding(
        RULE,
        Severity.WARNING,
        Text(
            f"Suunnitelmaan kuulumaton asiakirja: {name}",
            f"Handling som inte ingår i planen: {name}",
            f"A document that is not in the plan: {name}",
        ),
        Text(
            "Selvitä, mistä asiakirja on tullut. Lisää se suunnitelmaan tai mitätöi se kokeen "
            "jälkeen.",
            "Utred varifrån handlingen kommer. Lägg den till i planen eller makulera den efter "
            "provet.",
            "Find out where the document comes from. Add it to the plan, or invalidate it after "
            "the test.",
        ),
        place=document.document_oid.value,
        evidence=" · ".join((who, finnish_time(when) if when else "–")),
    )
