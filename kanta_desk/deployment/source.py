"""Where a deployment test gets its documents: the desk's session fulfils it, and every call passes
its gate. ``Remembering`` puts a run's journal before it, so that nothing known is asked again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from kanta_desk.deployment.journal import RunJournal
from kanta_desk.deployment.packing import pack
from kanta_desk.model.documents import Document, DocumentMetadata, SearchCriteria, SearchResult
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register, WorkContext

_MOST_PAGES = 200


class DocumentSource(Protocol):
    """Documents of the registers where the holder may act. The verbs block, and may be called from
    several threads at once.

    They raise ArchiveError, NetError, RightsError and LogError.
    """

    @property
    def context(self) -> WorkContext:
        """Where the holder works now; its register is the one in hand."""
        ...

    def registers(self) -> tuple[Register, ...]:
        """The registers where the holder may act, in any order."""
        ...

    def search(self, criteria: SearchCriteria, register: Register | None = None) -> SearchResult:
        """Search the register in hand, or another: the first page."""
        ...

    def search_more(self, page: SearchResult, register: Register | None = None) -> SearchResult:
        """The page after ``page``, which has a continuation."""
        ...

    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """One version with its content, from the register in hand or another."""
        ...


@dataclass(frozen=True, slots=True)
class Remembering:
    """A source whose searches are answered from the journal where it knows them, all pages at once.

    ``pause`` is called before each act and may raise to end the work.
    """

    source: DocumentSource
    journal: RunJournal
    pause: Callable[[], None]

    @property
    def context(self) -> WorkContext:
        """As the source's."""
        return self.source.context

    def registers(self) -> tuple[Register, ...]:
        """As the source's."""
        return self.source.registers()

    def search(self, criteria: SearchCriteria, register: Register) -> SearchResult:
        """All that a search of a register finds.

        ``total`` is over the number of documents where the archive gave only a part.
        """
        name = hashlib.sha256(f"{register.key} {pack(criteria)}".encode()).hexdigest()
        known = self.journal.answer(name)
        if known is not None:
            return known
        self.pause()
        asked = self._asked(register)
        page = self.source.search(criteria, asked)
        found: dict[Oid, DocumentMetadata] = {d.document_oid: d for d in page.documents}
        pages, total = 1, page.total
        while page.continuation is not None and page.documents and pages < _MOST_PAGES:
            self.pause()
            page = self.source.search_more(page, asked)
            found |= {d.document_oid: d for d in page.documents}
            pages += 1
        whole = SearchResult(criteria, tuple(found.values()), max(total, len(found)))
        self.journal.keep_answer(name, whole)
        return whole

    def open(self, oid: Oid, register: Register) -> Document:
        """As the source's; contents are never kept."""
        self.pause()
        return self.source.open(oid, self._asked(register))

    def counted(self, criteria: SearchCriteria, register: Register) -> int:
        """How many documents a search finds, by the archive's own count."""
        self.pause()
        return self.source.search(replace(criteria, limit=1), self._asked(register)).total

    def _asked(self, register: Register) -> Register | None:
        """How the source is asked for a register: the one in hand goes without saying."""
        return None if register.key == self.source.context.register.key else register
