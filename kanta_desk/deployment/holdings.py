"""What the archive holds of a plan's clients: searched step by step, no further than needed.

Each search is an act in the access log, so the wider ones are made only for rows that the plain
search leaves without a sure pair: other versions, invalidated and old documents, then the document
by its OID alone, and last the holder's other registers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kanta_desk.deployment.pairing import Pair, pair
from kanta_desk.deployment.source import Remembering
from kanta_desk.errors import ArchiveDenied, RightMissing
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import ClientId, Oid
from kanta_desk.model.people import Register

_MODES = (SearchMode.BASIC, SearchMode.VERSIONS, SearchMode.INVALIDATED, SearchMode.OLD)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A pair, the register where it was to be (``home``), and where the document is.

    ``searched`` names the registers that were searched; ``cut`` says that the archive gave only a
    part of an answer, so that nothing can be called missing.
    """

    pair: Pair
    home: Register
    register: Register
    searched: tuple[Register, ...]
    cut: bool = False


@dataclass(slots=True)
class _Answers:
    """Documents of one client in one register, as the searches bring them."""

    documents: dict[Oid, DocumentMetadata] = field(default_factory=dict)
    cut: bool = False


@dataclass(slots=True)
class Holdings:
    """Finds the documents of one client of a plan. ``current`` collects what the first searches of
    the home registers listed.

    ``named`` are the OIDs that rows of the plan name; ``choices`` the archivist's, by row key.
    ``first`` is the mode to begin with: old documents are listed by a search of their own.
    """

    source: Remembering
    named: Collection[Oid] = ()
    choices: Mapping[str, Oid | None] = field(default_factory=dict)
    first: SearchMode = SearchMode.BASIC
    current: dict[Oid, DocumentMetadata] = field(default_factory=dict)

    def find(self, client: ClientId, rows: Sequence[ExpectedDocument]) -> Iterator[Whereabouts]:
        """Where each of a client's rows is.

        Raises:
            KantaError: whatever the source raises.
        """
        homes: dict[str, tuple[Register, list[ExpectedDocument]]] = {}
        for row in rows:
            home = self.home(row.controller)
            homes.setdefault(home.key, (home, []))[1].append(row)
        for home, at_home in homes.values():
            yield from self._find_at(client, home, at_home)

    def register_of(self, controller: Oid) -> Register | None:
        """The holder's register of a controller, if there is one."""
        known = (self.source.context.register, *self.source.registers())
        return next((r for r in known if r.controller.oid == controller), None)

    def home(self, controller: Oid | None) -> Register:
        """The register of a row's controller where the holder has it, else the one in hand."""
        in_hand = self.source.context.register
        return in_hand if controller is None else self.register_of(controller) or in_hand

    def listed(self, client: ClientId, register: Register) -> tuple[DocumentMetadata, ...]:
        """What the first search of a register lists of a client."""
        criteria = SearchCriteria(client_id=client, mode=self.first)
        return self.source.search(criteria, register).documents

    def _find_at(
        self, client: ClientId, home: Register, rows: Sequence[ExpectedDocument]
    ) -> Iterator[Whereabouts]:
        answers = _Answers()
        self._search(SearchCriteria(client_id=client, mode=self.first), home, answers)
        self.current |= answers.documents
        pairs = self._paired(rows, answers)
        for mode in (m for m in _MODES if m is not self.first):
            if all(p.found or self._is_none_by_choice(p) for p in pairs):
                break
            self._search(SearchCriteria(client_id=client, mode=mode), home, answers)
            pairs = self._paired(rows, answers)
        for p in pairs:
            if p.found or p.candidates or self._is_none_by_choice(p):
                yield Whereabouts(p, home, home, (home,), answers.cut)
            else:
                yield self._find_elsewhere(p.expected, client, home, answers.cut)

    def _find_elsewhere(
        self, row: ExpectedDocument, client: ClientId, home: Register, cut: bool
    ) -> Whereabouts:
        """The document under another client of its home register, or in another register."""
        searched = [home]
        criteria = SearchCriteria(client_id=client, mode=self.first)
        if row.document_oid:
            criteria = SearchCriteria(document_oid=row.document_oid)
            answers = _Answers()
            self._search(criteria, home, answers)
            (found,) = self._paired([row], answers)
            if found.found:
                return Whereabouts(found, home, home, (home,))
            cut = answers.cut  # a search by OID leaves no doubt
        for register in self.source.registers():
            if register.key == home.key:
                continue
            answers = _Answers()
            try:
                self._search(criteria, register, answers)
            except (RightMissing, ArchiveDenied):
                continue
            searched.append(register)
            (found,) = self._paired([row], answers)
            if found.found or found.candidates:
                return Whereabouts(found, home, register, tuple(searched), cut)
        return Whereabouts(Pair(row), home, home, tuple(searched), cut)

    def _is_none_by_choice(self, p: Pair) -> bool:
        """Whether the archivist said that none of the candidates is meant."""
        return self.choices.get(p.expected.key, p.expected.client_id) is None

    def _paired(self, rows: Sequence[ExpectedDocument], answers: _Answers) -> tuple[Pair, ...]:
        return pair(rows, answers.documents.values(), self.named, self.choices)

    def _search(self, criteria: SearchCriteria, register: Register, answers: _Answers) -> None:
        result = self.source.search(criteria, register)
        answers.documents |= {d.document_oid: d for d in result.documents}
        answers.cut |= result.total > len(result.documents)
