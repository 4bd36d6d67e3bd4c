"""Counts of a plan beside what the archive lists: old documents are too many to name one by one."""

from __future__ import annotations

from kanta_desk.deployment.holdings import Holdings
from kanta_desk.deployment.scoring import means
from kanta_desk.errors import ArchiveDenied, RightMissing
from kanta_desk.model.deployment import CellState, CountVerdict, ExpectedCount, Plan
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI

_NO_CLIENTS = Text(
    "suunnitelmassa ei ole asiakkaita, joilta laskea",
    "planen har inga klienter att räkna hos",
    "the plan has no clients to count by",
)


def counted(count: ExpectedCount, plan: Plan, holdings: Holdings) -> CountVerdict:
    """How many such documents the archive lists of the count's client, or of the plan's clients.

    Raises:
        KantaError: whatever the source raises.
    """
    clients = (count.client_id,) if count.client_id else plan.clients
    if not clients:
        return CountVerdict(count, None, CellState.NOT_CHECKED, _NO_CLIENTS)
    if count.controller is not None and holdings.register_of(count.controller) is None:
        return CountVerdict(count, None, CellState.WARNING, _closed(count))
    register = holdings.home(count.controller)
    found, cut, evidence = 0, False, []
    for client in clients:
        criteria = SearchCriteria(client_id=client, mode=holdings.first)
        try:
            answer = holdings.source.search(criteria, register)
        except (RightMissing, ArchiveDenied):
            return CountVerdict(count, None, CellState.WARNING, _closed(count))
        mine = sum(_is_counted(count, document) for document in answer.documents)
        found += mine
        cut = cut or answer.total > len(answer.documents)
        evidence.append(f"{client.masked}: {mine}")
    told = Text(
        f"arkistossa {found}, piti olla {count.number}",
        f"i arkivet {found}, skulle vara {count.number}",
        f"in the archive {found}, expected {count.number}",
    )
    if cut:
        return CountVerdict(count, found, CellState.WARNING, _cut(told), tuple(evidence))
    state = CellState.OK if found == count.number else CellState.FAILED
    return CountVerdict(count, found, state, told, tuple(evidence))


def _is_counted(count: ExpectedCount, document: DocumentMetadata) -> bool:
    if count.document_type and not means(count.document_type, document.document_type):
        return False
    if count.service_task and not means(count.service_task, document.service_task):
        return False
    if count.since is None and count.until is None:
        return True
    if document.created is None:
        return False
    day = document.created.astimezone(HELSINKI).date()
    return (count.since is None or count.since <= day) and (
        count.until is None or day <= count.until
    )


def _closed(count: ExpectedCount) -> Text:
    return Text(
        f"rekisteriä ei voitu hakea: {count.controller}",
        f"registret kunde inte genomsökas: {count.controller}",
        f"the register could not be searched: {count.controller}",
    )


def _cut(told: Text) -> Text:
    return Text(
        f"{told.fi}; arkiston vastaus oli vajaa",
        f"{told.sv}; arkivets svar var ofullständigt",
        f"{told.en}; the archive's answer was cut short",
    )
