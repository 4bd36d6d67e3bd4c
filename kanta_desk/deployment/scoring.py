"""How well an archived document fits a row of a plan that does not name it, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from kanta_desk.model.codes import Code
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI

CANDIDATE = 50
TOLERANCE = timedelta(minutes=5)

_WEIGHTS = {
    "created": 35, "case": 30, "type": 25, "title": 25, "task": 15, "structure": 10, "process": 5,
}  # fmt: skip
_NAMES = {
    "created": Text("luontiaika", "skapandetid", "time of creation"),
    "case": Text("asiatunnus", "ärende-id", "case number"),
    "type": Text("tyyppi", "typ", "type"),
    "title": Text("otsikko", "rubrik", "title"),
    "task": Text("palvelutehtävä", "serviceuppgift", "service task"),
    "structure": Text("rakenne", "struktur", "structure"),
    "process": Text("palveluprosessi", "serviceprocess", "service process"),
}
_CLIENT = Text("asiakas", "klient", "client")
_AGREES = 0.9
_SAME_DAY = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """An archived document that may be the expected one.

    ``score`` is 0–100, ``weight`` how much could be compared, ``agreeing`` what agrees.
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


def candidates_of(row: ExpectedDocument, documents: Sequence[DocumentMetadata]) -> list[Candidate]:
    """Who may be meant, best first; of each document's versions the wanted or the newest one."""
    weighed = (weigh(row, document) for document in versions_meant(row, documents))
    return sorted((c for c in weighed if c.score >= CANDIDATE), key=lambda c: c.score, reverse=True)


def versions_meant(
    row: ExpectedDocument, documents: Sequence[DocumentMetadata]
) -> list[DocumentMetadata]:
    """One version of each document: the wanted one, else the newest."""
    sets: dict[Oid, DocumentMetadata] = {}
    for document in sorted(documents, key=lambda d: (d.version == row.version, d.version)):
        sets[document.set_id] = document
    return list(sets.values())


def weigh(row: ExpectedDocument, document: DocumentMetadata) -> Candidate:
    """The score of one document for one row."""
    likeness = _likeness(row, document)
    weight = sum(_WEIGHTS[key] for key in likeness)
    if not weight:
        return Candidate(document, CANDIDATE, weight)
    score = round(100 * sum(_WEIGHTS[key] * like for key, like in likeness.items()) / weight)
    agreeing = tuple(key for key, like in likeness.items() if like >= _AGREES)
    return Candidate(document, score, weight, agreeing)


def _likeness(row: ExpectedDocument, document: DocumentMetadata) -> dict[str, float]:
    """What both can be asked about, and how alike they are in it, 0–1."""
    found: dict[str, float] = {}
    if row.created:
        found["created"] = _time_likeness(row.created, document.created)
    if row.case_id:
        found["case"] = row.case_id == document.case_id
    if row.document_type:
        found["type"] = means(row.document_type, document.document_type)
    if row.title:
        found["title"] = fuzz.ratio(row.title.casefold(), (document.title or "").casefold()) / 100
    if row.service_task:
        found["task"] = means(row.service_task, document.service_task)
    if row.structure:
        found["structure"] = row.structure.value == document.structure_oid
    if row.service_process:
        found["process"] = means(row.service_process, document.service_process)
    return found


def _time_likeness(wanted: datetime, found: datetime | None) -> float:
    """1 within the tolerance, or on the day where the plan knows no more than a day."""
    if found is None:
        return 0.0
    if is_day_alone(wanted):
        return float(found.astimezone(HELSINKI).date() == wanted.astimezone(HELSINKI).date())
    apart = abs(found - wanted)
    if apart <= TOLERANCE:
        return 1.0
    return _SAME_DAY if apart < timedelta(days=1) else 0.0


def is_day_alone(moment: datetime) -> bool:
    """Whether a plan's time is a day without a clock: midnight in Helsinki."""
    local = moment.astimezone(HELSINKI)
    return (local.hour, local.minute, local.second) == (0, 0, 0)


def means(expected: str, code: Code | None) -> bool:
    """Whether a plan's code or name means the code that a document carries."""
    return code is not None and (
        expected == code.value or expected.casefold() == code.display.strip().casefold()
    )
