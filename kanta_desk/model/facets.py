"""How the documents of a search are shared by year, task, type and so on, and what a choice leaves.

It counts what has been fetched, no more: whoever shows the counts says so when there is more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import compress
from typing import TypeVar

from kanta_desk.model.codes import Code
from kanta_desk.model.documents import DocumentMetadata, Party
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.time import HELSINKI

T = TypeVar("T")


class Facet(StrEnum):
    """What documents are shared by, in the order shown."""

    YEAR = "year"
    TASK = "task"
    TYPE = "type"
    CONTROLLER = "controller"
    PRODUCER = "producer"
    STATE = "state"
    FINDINGS = "findings"


NO_FINDINGS = "none"
NOT_LOOKED = ""
"""Keys of ``Facet.FINDINGS`` beside the severities' own."""

Choice = Mapping[Facet, frozenset[str]]
"""Chosen keys by facet: one of them must hold, in each facet that has any."""
_Order = Callable[[str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """The documents that share a key: how many, whether it is chosen, and one of them, by which it
    can be named."""

    key: str
    count: int
    chosen: bool
    example: DocumentMetadata


class Shares:
    """Counts documents by facet as they are fetched; the keys are worked out once for each."""

    def __init__(self) -> None:
        self._documents: list[DocumentMetadata] = []
        self._keys: dict[Facet, list[str]] = {facet: [] for facet in Facet}
        self._examples: dict[tuple[Facet, str], DocumentMetadata] = {}
        self._rows: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, documents: Iterable[DocumentMetadata]) -> None:
        """Take in a page of results. A version that came before is not taken twice."""
        fresh = [each for each in documents if each.document_oid.value not in self._rows]
        start = len(self._documents)
        self._rows.update((d.document_oid.value, start + n) for n, d in enumerate(fresh))
        self._documents += fresh
        for facet, keys in self._keys.items():
            new = _keys(facet, fresh)
            keys += new
            for key, document in dict(zip(new, fresh, strict=True)).items():
                self._examples.setdefault((facet, key), document)

    def judge(self, oid: Oid, worst: Severity | None) -> None:
        """Say what the gravest finding in a document is; None: there is none."""
        row = self._rows.get(oid.value)
        if row is not None:
            key = worst.value if worst else NO_FINDINGS
            self._keys[Facet.FINDINGS][row] = key
            self._examples.setdefault((Facet.FINDINGS, key), self._documents[row])

    def narrowed(self, choice: Choice) -> list[DocumentMetadata]:
        """The documents that a choice leaves, in the order of their coming."""
        masks = self._masks(choice)
        return list(compress(self._documents, _all(masks.values())) if masks else self._documents)

    def parts(self, choice: Choice) -> dict[Facet, tuple[Part, ...]]:
        """The counts by facet; in each, of what the choices in the other facets leave.

        Years come newest first, findings gravest first, the rest most common first.
        """
        counted = self._counted(self._masks(choice))
        return {
            facet: tuple(
                Part(
                    key,
                    counted[facet][key],
                    key in choice.get(facet, ()),
                    self._examples[facet, key],
                )
                for key in sorted(self._known(facet), key=self._order(facet, counted[facet]))
            )
            for facet in Facet
        }

    def _masks(self, choice: Choice) -> dict[Facet, list[bool]]:
        """For each facet with a choice, which rows have a chosen key."""
        return {
            facet: [key in chosen for key in self._keys[facet]]
            for facet, chosen in choice.items()
            if chosen
        }

    def _known(self, facet: Facet) -> list[str]:
        there = set(self._keys[facet])
        return [key for of, key in self._examples if of is facet and key in there]

    def _counted(self, masks: Mapping[Facet, list[bool]]) -> dict[Facet, Counter[str]]:
        counted = {}
        for facet, keys in self._keys.items():
            others = [mask for of, mask in masks.items() if of is not facet]
            counted[facet] = Counter(compress(keys, _all(others)) if others else keys)
        return counted

    @staticmethod
    def _order(facet: Facet, counted: Counter[str]) -> _Order:
        match facet:
            case Facet.YEAR:
                return lambda key: (-int(key or 0), key)
            case Facet.FINDINGS:
                return lambda key: (_GRAVEST_FIRST.index(key), key)
            case _:
                return lambda key: (-counted[key], key)


def _all(masks: Iterable[Iterable[bool]]) -> Iterable[bool]:
    return map(all, zip(*masks, strict=True))


_GRAVEST_FIRST = [*(severity.value for severity in Severity), NO_FINDINGS, NOT_LOOKED]


def _keys(facet: Facet, documents: list[DocumentMetadata]) -> list[str]:
    match facet:
        case Facet.YEAR:
            return [_year(each.created) for each in documents]
        case Facet.TASK:
            return _each_once([each.service_task for each in documents], _code)
        case Facet.TYPE:
            return _each_once([each.document_type for each in documents], _code)
        case Facet.CONTROLLER:
            return _each_once([each.controller for each in documents], _party)
        case Facet.PRODUCER:
            return _each_once([each.producer for each in documents], _party)
        case Facet.STATE:
            return [each.state.value for each in documents]
        case Facet.FINDINGS:
            return [NOT_LOOKED] * len(documents)


def _each_once(values: list[T], key: Callable[[T], str]) -> list[str]:
    """The keys of values; what is one object in many documents is asked once."""
    known = {id(value): key(value) for value in {id(value): value for value in values}.values()}
    return [known[id(value)] for value in values]


def _year(created: datetime | None) -> str:
    """The year that Helsinki is in; only around its turn is that another than in UTC."""
    if created is None:
        return ""
    local = created.astimezone(HELSINKI) if (created.month, created.day) == (12, 31) else created
    return str(local.year)


def _code(code: Code | None) -> str:
    return " ".join(code.key) if code else ""


def _party(party: Party | None) -> str:
    return party.oid.value if party else ""
