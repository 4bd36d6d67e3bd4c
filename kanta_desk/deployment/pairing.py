"""Pairs what a plan expects with what the archive holds.

The document's OID decides where the plan gives one. Where it does not, the rest is weighed: time of
creation, type, title, service task. A pair is sure only if it scores high, on enough evidence, and
far above every rival on either side; otherwise the candidates are shown and nobody guesses. No
archived document is paired twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from heapq import nlargest

from rapidfuzz import fuzz

from kanta_desk.model.codes import Code
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Text

SURE = 80
MARGIN = 15
CANDIDATE = 50
TOLERANCE = timedelta(minutes=5)

_WEIGHTS = {"created": 35, "type": 25, "title": 25, "task": 15}
_NAMES = {
    "created": Text("luontiaika", "skapandetid", "time of creation"),
    "type": Text("tyyppi", "typ", "type"),
    "title": Text("otsikko", "rubrik", "title"),
    "task": Text("palvelutehtävä", "serviceuppgift", "service task"),
}
_CLIENT = Text("asiakas", "klient", "client")
_ENOUGH_WEIGHT = 50
_AGREES = 0.9
_SAME_DAY = 0.5

BY_OID = Text("asiakirjan tunnus täsmää", "handlingens id stämmer", "the document id matches")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An archived document that may be the expected one.

    ``score`` is 0–100, ``weight`` how much of 100 could be compared, ``agreeing`` what agrees.
    """

    document: DocumentMetadata
    score: int
    weight: int
    agreeing: tuple[str, ...] = ()

    @property
    def reason(self) -> Text:
        """Why it may be the one, in words."""
        names = (_CLIENT, *(_NAMES[key] for key in self.agreeing))
        several = len(names) > 1
        score = f"({self.score}/100)"
        return Text(
            f"{', '.join(n.fi for n in names)} {'täsmäävät' if several else 'täsmää'} {score}",
            f"{', '.join(n.sv for n in names)} stämmer {score}",
            f"{', '.join(n.en for n in names)} {'match' if several else 'matches'} {score}",
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands for one expected document: ``found`` if sure, else the candidates, best first."""

    expected: ExpectedDocument
    found: DocumentMetadata | None = None
    reason: Text | None = None
    candidates: tuple[Candidate, ...] = ()


def pair(
    expected: Sequence[ExpectedDocument],
    documents: Iterable[DocumentMetadata],
    named: Collection[Oid] = (),
) -> tuple[Pair, ...]:
    """Pair the rows of one client with documents of one register, in the rows' order.

    ``named`` are the OIDs that rows of the plan name: such a document belongs to no other row.
    """
    held = {document.document_oid: document for document in documents}
    sure: dict[int, Pair] = {}
    taken = set(named) | {row.document_oid for row in expected if row.document_oid}
    for index, row in enumerate(expected):
        if row.document_oid in held:
            sure[index] = Pair(row, held.pop(row.document_oid), BY_OID)
    free = [document for document in held.values() if document.document_oid not in taken]
    weighed = {
        index: _candidates(row, free)
        for index, row in enumerate(expected)
        if row.document_oid is None
    }
    claims: dict[Oid, list[tuple[int, int]]] = {}
    for index, candidates in weighed.items():
        for candidate in candidates:
            claim = (candidate.score, index)
            claims.setdefault(candidate.document.document_oid, []).append(claim)
    strongest = {document: nlargest(2, made) for document, made in claims.items()}
    return tuple(
        sure.get(index) or _weak_pair(row, index, weighed.get(index, []), strongest)
        for index, row in enumerate(expected)
    )


def _weak_pair(
    row: ExpectedDocument,
    index: int,
    own: list[Candidate],
    strongest: dict[Oid, list[tuple[int, int]]],
) -> Pair:
    """The best candidate if it is far above the next one, and above its next best row."""
    if not own:
        return Pair(row)
    best = own[0]
    rivals = [candidate.score for candidate in own[1:2]]
    rivals += [s for s, other in strongest[best.document.document_oid] if other != index]
    clear = best.score - max(rivals, default=0) >= MARGIN
    if best.score >= SURE and best.weight >= _ENOUGH_WEIGHT and clear:
        return Pair(row, best.document, best.reason)
    return Pair(row, candidates=tuple(own))


def _candidates(row: ExpectedDocument, documents: Sequence[DocumentMetadata]) -> list[Candidate]:
    """Who may be meant, best first; of each document's versions the wanted or the newest one."""
    sets: dict[Oid, DocumentMetadata] = {}
    for document in sorted(documents, key=lambda d: (d.version == row.version, d.version)):
        sets[document.set_id] = document
    weighed = (_weigh(row, document) for document in sets.values())
    return sorted((c for c in weighed if c.score >= CANDIDATE), key=lambda c: c.score, reverse=True)


def _weigh(row: ExpectedDocument, document: DocumentMetadata) -> Candidate:
    likeness: dict[str, float] = {}
    if row.created:
        likeness["created"] = _time_likeness(row, document)
    if row.document_type:
        likeness["type"] = means(row.document_type, document.document_type)
    if row.title:
        likeness["title"] = (
            fuzz.ratio(row.title.casefold(), (document.title or "").casefold()) / 100
        )
    if row.service_task:
        likeness["task"] = means(row.service_task, document.service_task)
    weight = sum(_WEIGHTS[key] for key in likeness)
    if not weight:
        return Candidate(document, CANDIDATE, weight)
    score = round(100 * sum(_WEIGHTS[key] * like for key, like in likeness.items()) / weight)
    agreeing = tuple(key for key, like in likeness.items() if like >= _AGREES)
    return Candidate(document, score, weight, agreeing)


def _time_likeness(row: ExpectedDocument, document: DocumentMetadata) -> float:
    if row.created is None or document.created is None:
        return 0.0
    apart = abs(document.created - row.created)
    if apart <= TOLERANCE:
        return 1.0
    return _SAME_DAY if apart < timedelta(days=1) else 0.0


def means(expected: str, code: Code | None) -> bool:
    """Whether a plan's code or name means the code that a document carries."""
    return code is not None and (
        expected == code.value or expected.casefold() == code.display.strip().casefold()
    )
