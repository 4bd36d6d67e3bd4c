"""Pairs what a plan expects with what the archive holds.

Strong keys decide first: the document's OID, the archivist's earlier choice, the identifier of the
document's versions, then type and time of creation to the minute where that fits one row and one
document alone. What is left is weighed (``scoring``) and assigned so that the whole fits best. Such
a pair is sure only if it scores high, on enough evidence, and any other assignment is clearly
worse; otherwise the candidates are shown and nobody guesses. No archived document is paired twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from kanta_desk.deployment.assignment import FORBIDDEN, assign
from kanta_desk.deployment.scoring import (
    CANDIDATE,
    Candidate,
    candidates_of,
    is_day_alone,
    means,
    versions_meant,
)
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Text

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

SURE = 80
MARGIN = 15
_ENOUGH_WEIGHT = 50
_MOST_TOGETHER = 80
"""Rows and documents of one assignment; where more hang together, nobody can say."""

BY_OID = Text("asiakirjan tunnus täsmää", "handlingens id stämmer", "the document id matches")
BY_CHOICE = Text(
    "arkistonhoitaja on valinnut parin", "arkivarien har valt paret", "chosen by the archivist"
)
BY_SET = Text(
    "asiakirjasarjan tunnus (setId) täsmää",
    "versionsseriens id (setId) stämmer",
    "the identifier of its versions (setId) matches",
)
BY_TIME = Text(
    "asiakas, tyyppi ja luontiaika minuutilleen täsmäävät vain tähän",
    "klient, typ och skapandetid på minuten stämmer bara med denna",
    "client, type and time of creation to the minute match this one alone",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands for one expected document: ``found`` if sure, else the candidates, best first."""

    expected: ExpectedDocument
    found: DocumentMetadata | None = None
    reason: Text | None = None
    candidates: tuple[Candidate, ...] = ()


Choices = Mapping[str, Oid | None]
"""By a row's key: the document that the archivist chose for it, or None for no candidate at all."""


def pair(
    expected: Sequence[ExpectedDocument],
    documents: Iterable[DocumentMetadata],
    named: Collection[Oid] = (),
    choices: Choices | None = None,
) -> tuple[Pair, ...]:
    """Pair the rows of one client with documents of one register, in the rows' order.

    ``named`` are the OIDs that rows of the plan name: such a document belongs to no other row.
    """
    work = _Pairing(expected, {d.document_oid: d for d in documents}, choices or {})
    work.by_oid(named)
    work.by_choice()
    work.by_set()
    work.by_time()
    work.by_weight()
    return work.pairs()


@dataclass(slots=True)
class _Pairing:
    """The rows that have no pair yet, and the documents that are nobody's yet."""

    rows: Sequence[ExpectedDocument]
    free: dict[Oid, DocumentMetadata]
    choices: Choices
    done: dict[int, Pair] = field(default_factory=dict)

    def pairs(self) -> tuple[Pair, ...]:
        """The outcome in the rows' order."""
        return tuple(self.done.get(n, Pair(row)) for n, row in enumerate(self.rows))

    def by_oid(self, named: Collection[Oid]) -> None:
        """Rows that name their document take it or nothing; others never take a named one."""
        for index, row in enumerate(self.rows):
            if row.document_oid is not None:
                self._settle(index, self.free.get(row.document_oid), BY_OID)
        for oid in named:
            self.free.pop(oid, None)

    def by_choice(self) -> None:
        """A choice of a document that is not here leaves the row as it was."""
        for index, row in self._open():
            if row.key not in self.choices:
                continue
            chosen = self.choices[row.key]
            if chosen is None:
                self.done[index] = Pair(row)
            elif chosen in self.free:
                self._settle(index, self.free[chosen], BY_CHOICE)

    def by_set(self) -> None:
        """Rows that name the set of versions take the wanted or the newest version of it."""
        for index, row in self._open():
            if row.set_id is None:
                continue
            versions = [d for d in self.free.values() if d.set_id == row.set_id]
            self._settle(index, next(iter(versions_meant(row, versions)), None), BY_SET)

    def by_time(self) -> None:
        """A row and a document that alone share type and minute, and no other case number."""
        rows = _grouped(self._open(), lambda open_row: _minute(open_row[1].created))
        documents = _grouped(self.free.values(), lambda document: _minute(document.created))
        for minute, at_that_time in rows.items():
            if minute is None:
                continue
            fits = [
                (index, document)
                for index, row in at_that_time
                for document in documents.get(minute, ())
                if _is_strong(row, document)
            ]
            for index, document in fits:
                alone = [i for i, _ in fits].count(index) == 1
                if alone and [d for _, d in fits].count(document) == 1:
                    self._settle(index, document, BY_TIME)

    def by_weight(self) -> None:
        """What is left, assigned for the best of the whole."""
        documents = list(self.free.values())
        own = {index: candidates_of(row, documents) for index, row in self._open()}
        for together in _hanging_together(own):
            for index, sure in _assigned(together):
                if sure is not None:
                    self._settle(index, sure.document, sure.reason)
        for index, row in self._open():
            left = tuple(c for c in own[index] if c.document.document_oid in self.free)
            self.done[index] = Pair(row, candidates=left)

    def _open(self) -> list[tuple[int, ExpectedDocument]]:
        return [(n, row) for n, row in enumerate(self.rows) if n not in self.done]

    def _settle(self, index: int, found: DocumentMetadata | None, reason: Text) -> None:
        """A pair, or a row that will have none. Another version of a document that is paired is
        free only for a row that asks for that version."""
        row = self.rows[index]
        if found is None:
            self.done[index] = Pair(row)
            return
        self.done[index] = Pair(row, found, reason)
        wanted = {other.version for _, other in self._open() if other.version is not None}
        for oid, document in list(self.free.items()):
            same_set = document.set_id == found.set_id and document.version not in wanted
            if oid == found.document_oid or same_set:
                del self.free[oid]


def _minute(moment: datetime | None) -> datetime | None:
    if moment is None or is_day_alone(moment):
        return None
    return moment.replace(second=0, microsecond=0)


def _is_strong(row: ExpectedDocument, document: DocumentMetadata) -> bool:
    return (
        bool(row.document_type)
        and means(row.document_type, document.document_type)
        and (not row.case_id or document.case_id in (None, row.case_id))
        and row.version in (None, document.version)
    )


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


Own = dict[int, list[Candidate]]


def _hanging_together(own: Own) -> list[Own]:
    """Rows that share a candidate, directly or through others, apart from all other rows."""
    rows_of: defaultdict[Oid, set[int]] = defaultdict(set)
    for index, candidates in own.items():
        for candidate in candidates:
            rows_of[candidate.document.document_oid].add(index)
    left, groups = {index for index, candidates in own.items() if candidates}, []
    while left:
        reached, edge = set(), {left.pop()}
        while edge:
            reached |= edge
            shared = (rows_of[c.document.document_oid] for index in edge for c in own[index])
            edge = set().union(*shared) - reached
        left -= reached
        groups.append({index: own[index] for index in sorted(reached)})
    return groups


def _assigned(own: Own) -> list[tuple[int, Candidate | None]]:
    """For each row its sure candidate, or none."""
    columns = list(dict.fromkeys(c.document.document_oid for cs in own.values() for c in cs))
    if len(own) + len(columns) > _MOST_TOGETHER:
        return [(index, None) for index in own]
    at = {oid: column for column, oid in enumerate(columns)}
    costs = []
    for number, candidates in enumerate(own.values()):
        # The last columns are the rows' own: to have no document, just worse than a candidate.
        line = [FORBIDDEN // 10] * (len(columns) + len(own))
        line[len(columns) + number] = 100 - (CANDIDATE - 1)
        for candidate in candidates:
            line[at[candidate.document.document_oid]] = 100 - candidate.score
        costs.append(line)
    found = []
    for (index, candidates), given in zip(own.items(), assign(costs), strict=True):
        chosen = next((c for c in candidates if at[c.document.document_oid] == given.column), None)
        sure = (
            chosen is not None
            and chosen.score >= SURE
            and chosen.weight >= _ENOUGH_WEIGHT
            and given.regret >= MARGIN
        )
        found.append((index, chosen if sure else None))
    return found
