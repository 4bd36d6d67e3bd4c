"""Clients and documents by the hundred thousand, made when they are asked for and soon forgotten.

Everything follows from a number: client ``k`` has the documents ``k``, ``k + clients``, and so on,
each a practice document of the files with another person in it and at another time. The same
numbers give the same bytes; a start takes no longer for more of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from kanta_desk.archive.codesets import CodeSets
from kanta_desk.archive.profile import MessageProfile
from kanta_desk.errors import InputError
from kanta_desk.model.documents import DocumentMetadata, PersonName
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice.events_people import artificial_hetu
from kanta_desk.practice.organisation import PROFILE, REGISTERS
from kanta_desk.practice.seed import Maker, SeededVersion
from kanta_desk.practice.seed_data import Replacements, SeedClient, SeedDocument, SeedSet
from kanta_desk.practice.standin_rows import Row, Stored, Wanted, row_of, stored_of
from kanta_desk.settings.resources import read_toml, resource

FIRST_NUMBER: Final = 100_000_001
MOST_CLIENTS: Final = 1_000_000
_NUMBERS_EACH: Final = 10
"""Room for the versions of one document, as the practice documents have it."""

_CASE: Final = "JOUKKO-"
_DAYS = 1 << 15
# Odd, so that each day comes once before any comes again, and they are spread over a lifetime.
_STRIDE: Final = 20_011
_BACK: Final = pow(_STRIDE, -1, _DAYS)
_FIRST_DAY: Final = date(1925, 1, 1)
_A_DAY: Final = 100
"""Clients born on one day: as many as there are artificial individual numbers."""

_SHIFT_DAYS: Final = 1_200
_KEPT: Final = 4_096
"""Documents, and versions of them, that need not be made anew when they are asked for again."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a crowd is to be."""

    clients: int
    documents: int

    @classmethod
    def parse(cls, text: str) -> Size:
        """Read ``CLIENTS`` or ``CLIENTS:DOCUMENTS``; by default a hundred documents each.

        Raises:
            ValueError: if it is neither, or too large.
        """
        clients, _, documents = text.partition(":")
        size = cls(int(clients), int(documents) if documents else int(clients) * 100)
        if not 1 <= size.clients <= MOST_CLIENTS or not 0 <= size.documents <= 100 * MOST_CLIENTS:
            raise ValueError(f"not from 1 to {MOST_CLIENTS} clients")
        return size


def crowd_of(size: Size) -> Crowd:
    """The crowd of a size, as the stand-in's own profile has documents."""
    return Crowd(size, MessageProfile.load(PROFILE))


class Crowd:
    """The clients and documents of a size. Safe across threads: it holds nothing that changes."""

    def __init__(self, size: Size, profile: MessageProfile) -> None:
        self.size = size
        self._profile = profile
        self._codes = CodeSets.load()
        registers = {register.controller.oid for register in REGISTERS}
        self._templates = tuple(
            document
            for document in SeedSet.load().documents
            if document.form == "xhtml"
            and Maker(document, 0, profile, self._codes).holder in registers
        )
        facts = read_toml(resource("practice", "population.toml"))
        self._surnames = tuple(facts["surnames"])
        self._given = tuple(
            tuple(name for generation in facts["generation"] for name in generation[sex])
            for sex in ("men", "women")
        )
        self._rows = lru_cache(_KEPT)(self._made_rows)
        self.version = lru_cache(_KEPT)(self._made_version)
        """One version, by its OID."""

    @property
    def count(self) -> int:
        """How many documents there are, each with one version or more."""
        return self.size.documents

    def client(self, k: int) -> SeedClient:
        """Client number ``k``, from 0."""
        woman = k % 2 == 0
        born = _FIRST_DAY + timedelta(days=k // _A_DAY * _STRIDE % _DAYS)
        identifier = Henkilotunnus.parse(artificial_hetu(born, woman, k % _A_DAY // 2))
        given = self._given[woman]
        name = PersonName(given[k * 7 % len(given)], self._surnames[k * 13 % len(self._surnames)])
        return SeedClient(identifier, name, born, woman, "FI", security_ban=k % 97 == 0)

    def case(self, k: int) -> str:
        """The case number of all documents of client ``k``."""
        return f"{_CASE}{k}"

    def matching(self, wanted: Wanted) -> Iterator[Row]:
        """The versions that match, in no order."""
        for number in self._candidates(wanted):
            yield from wanted.of_set(self._rows(number))

    def _made_version(self, oid: str) -> Stored | None:
        number = _number_of(oid)
        for made in self._made(number) if self._is_there(number) else ():
            if made.metadata.document_oid.value == oid:
                return stored_of(row_of(made.metadata), made.cda(self._profile))
        return None

    def whole_set(self, oid: str) -> tuple[tuple[DocumentMetadata, bytes], ...]:
        """All versions of the set that a version is of, as they are stored; none: empty."""
        number = _number_of(oid)
        made = self._made(number) if self._is_there(number) else ()
        return tuple((each.metadata, each.cda(self._profile)) for each in made)

    def _is_there(self, number: int) -> bool:
        return 0 <= number < self.size.documents

    def _candidates(self, wanted: Wanted) -> Iterator[int]:
        """The documents that can match by the key of the search, and few others."""
        if wanted.oid or wanted.set_id:
            numbers = {_number_of(oid) for oid in (wanted.oid, wanted.set_id) if oid}
            yield from (n for n in numbers if self._is_there(n))
            return
        if wanted.case_id:
            number = wanted.case_id.removeprefix(_CASE)
            if wanted.case_id.startswith(_CASE) and number.isdecimal() and len(number) < 10:
                yield from self._of(int(number))
            return
        for k in self._clients(wanted):
            yield from self._of(k)

    def _of(self, k: int) -> range:
        there = k < self.size.clients
        return range(k if there else self.size.documents, self.size.documents, self.size.clients)

    def _clients(self, wanted: Wanted) -> Iterator[int]:
        if wanted.client is not None:
            try:
                code = Henkilotunnus.parse(wanted.client[1])
            except InputError:
                return
            rank, day = int(code.value[7:10]) - 900, code.birth_date
            k = _of_day(day) * _A_DAY + rank
            if k < self.size.clients and self.client(k).id.value == code.value:
                yield k
        elif wanted.birth:
            day = date(int(wanted.birth[:4]), int(wanted.birth[4:6]), int(wanted.birth[6:8]))
            first = _of_day(day) * _A_DAY
            yield from range(first, min(first + _A_DAY, self.size.clients))

    def _made_rows(self, number: int) -> tuple[Row, ...]:
        return tuple(row_of(each.metadata) for each in self._made(number))

    def _made(self, number: int) -> tuple[SeededVersion, ...]:
        made = Maker(
            self._document(number),
            FIRST_NUMBER + _NUMBERS_EACH * number,
            self._profile,
            self._codes,
        )
        return tuple(made.versions(archived=False))

    def _document(self, number: int) -> SeedDocument:
        k, nth = number % self.size.clients, number // self.size.clients
        template, client = self._templates[(k + nth) % len(self._templates)], self.client(k)
        back = timedelta(days=number * 7919 % _SHIFT_DAYS)
        who = (template.client.name.given.split()[0], client.name.given.split()[0])
        return replace(
            template,
            key=f"{_CASE}{number}",
            client=client,
            created=template.created - back,
            archived=template.archived - back if template.archived else None,
            case=self.case(k),
            language=template.language,
            text=template.text.replace(*who),
            revisions=tuple(
                replace(r, created=r.created - back, replace=_renamed(r.replace, who))
                for r in template.revisions
            ),
        )


def _renamed(pairs: Replacements, who: tuple[str, str]) -> Replacements:
    return tuple((old.replace(*who), new.replace(*who)) for old, new in pairs)


def _of_day(day: date) -> int:
    return (day - _FIRST_DAY).days * _BACK % _DAYS


def _number_of(oid: str) -> int:
    """The document that an OID is a version of; -1 for one of somebody else's."""
    last = oid.rpartition(".")[2]
    if not last.isdecimal() or len(last) > 12 or int(last) < FIRST_NUMBER:
        return -1
    return (int(last) - FIRST_NUMBER) // _NUMBERS_EACH
