"""The archive as a deployment test asks it: each search and view through the gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kanta_desk.checks.registry import CheckContext
from kanta_desk.desk.browsing import (
    subject_of,
    subject_of_page,
    subject_of_search,
    told_documents,
)
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.errors import BadDocument
from kanta_desk.model.deployment import Verdict
from kanta_desk.model.documents import Document, SearchCriteria, SearchResult
from kanta_desk.model.events import EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register, WorkContext


@dataclass(frozen=True, slots=True)
class Hands:
    """What the tests need of their session: tickets, places, and who works; ``told`` learns of
    every verdict that is new or was judged anew."""

    ticket: Callable[[WorkContext], Ticket]
    context: Callable[[], WorkContext]
    registers: Callable[[], tuple[Register, ...]]
    checks: Callable[[], CheckContext]
    clock: Callable[[], datetime]
    name: str
    told: Callable[[Verdict], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class ArchiveSource:
    """The archive as a deployment test uses it: through the gate, in the register and for the
    purpose that the test began with, whatever the holder turns to meanwhile."""

    gate: Gate
    hands: Hands
    context: WorkContext

    def registers(self) -> tuple[Register, ...]:
        """See ``DocumentSource.registers``."""
        return self.hands.registers()

    def search(self, criteria: SearchCriteria, register: Register | None = None) -> SearchResult:
        """See ``DocumentSource.search``."""
        asked = subject_of_search(criteria)
        return self.gate.ask(
            self._ticket(register),
            EventKind.SEARCH,
            asked,
            lambda archive, call: archive.search(criteria, call),
            lambda result: told_documents(asked, result.documents),
        )

    def search_more(self, page: SearchResult, register: Register | None = None) -> SearchResult:
        """See ``DocumentSource.search_more``."""
        asked = subject_of_page(page)
        return self.gate.ask(
            self._ticket(register),
            EventKind.SEARCH,
            asked,
            lambda archive, call: archive.next_page(page, call),
            lambda result: told_documents(asked, result.documents),
        )

    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """See ``DocumentSource.open``. A content of which a form cannot be read is compared with
        nothing: it is a ``BadDocument`` here."""
        document = self.gate.ask(
            self._ticket(register),
            EventKind.VIEW,
            Subject(document_oid=oid.value),
            lambda archive, call: archive.document(oid, call),
            lambda document: Told(1, subject_of(document.metadata)),
        )
        if document.fault is not None:
            raise BadDocument(document.fault.place, document.fault.reason)
        return document

    def _ticket(self, register: Register | None) -> Ticket:
        context = replace(self.context, register=register) if register else self.context
        return self.hands.ticket(context)
