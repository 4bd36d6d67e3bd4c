"""What the archive holds of a plan's clients: searched step by step, no further than needed.

Each search is an act in the access log, so the wider ones are made only for rows that the plain
search leaves without a sure pair: other versions, invalidated and old documents, then the document
by its OID alone, and last the holder's other registers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kanta_desk.deployment.pairing import Pair, pair
from kanta_desk.deployment.source import DocumentSource
from kanta_desk.errors import ArchiveDenied, RightMissing
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import ClientId, Oid
from kanta_desk.model.people import Register

_WIDER = (SearchMode.VERSIONS, SearchMode.INVALIDATED, SearchMode.OLD)
_LIMIT = 5_000


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
    """Finds the documents of a plan. ``current`` collects what the plain searches listed.

    ``pause`` is called before each search and may raise to end the work.
    """

    source: DocumentSource
    named: Collection[Oid]
    pause: Callable[[], None]
    current: dict[Oid, DocumentMetadata] = field(default_factory=dict)

    def find(self, client: ClientId, rows: Sequence[ExpectedDocument]) -> Iterator[Whereabouts]:
        """Where each of a client's rows is.

        Raises:
            KantaError: whatever the source raises.
        """
        homes: dict[str, tuple[Register, list[ExpectedDocument]]] = {}
        for row in rows:
            home = self._home(row)
            homes.setdefault(home.key, (home, []))[1].append(row)
        for home, at_home in homes.values():
            yield from self._find_at(client, home, at_home)

    def _find_at(
        self, client: ClientId, home: Register, rows: Sequence[ExpectedDocument]
    ) -> Iterator[Whereabouts]:
        answers = _Answers()
        self._search(SearchCriteria(client_id=client, limit=_LIMIT), home, answers)
        self.current |= answers.documents
        pairs = self._paired(rows, answers)
        for mode in _WIDER:
            if all(p.found for p in pairs):
                break
            self._search(SearchCriteria(client_id=client, mode=mode, limit=_LIMIT), home, answers)
            pairs = self._paired(rows, answers)
        for p in pairs:
            if p.found or p.candidates:
                yield Whereabouts(p, home, home, (home,), answers.cut)
            else:
                yield self._find_elsewhere(p.expected, client, home, answers.cut)

    def _find_elsewhere(
        self, row: ExpectedDocument, client: ClientId, home: Register, cut: bool
    ) -> Whereabouts:
        """The document under another client of its home register, or in another register."""
        searched = [home]
        criteria = SearchCriteria(client_id=client, limit=_LIMIT)
        if row.document_oid:
            criteria = SearchCriteria(document_oid=row.document_oid, limit=_LIMIT)
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

    def _paired(self, rows: Sequence[ExpectedDocument], answers: _Answers) -> tuple[Pair, ...]:
        return pair(rows, answers.documents.values(), self.named)

    def _search(self, criteria: SearchCriteria, register: Register, answers: _Answers) -> None:
        self.pause()
        result = self.source.search(criteria, self.asked(register))
        answers.documents |= {d.document_oid: d for d in result.documents}
        answers.cut |= result.total > len(result.documents)

    def asked(self, register: Register) -> Register | None:
        """How the source is asked for a register: the one in hand goes without saying."""
        return None if register.key == self.source.context.register.key else register

    def _home(self, row: ExpectedDocument) -> Register:
        """The register of the row's controller where the holder has it, else the one in hand."""
        in_hand = self.source.context.register
        if row.controller is None or row.controller == in_hand.controller.oid:
            return in_hand
        mine = (r for r in self.source.registers() if r.controller.oid == row.controller)
        return next(mine, in_hand)
