"""What a run asks of the archive. The desk's session fulfils it, and every call passes its gate."""

from __future__ import annotations

from typing import Protocol

from kanta_desk.model.documents import Document, SearchCriteria, SearchResult
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Register, WorkContext


class DocumentSource(Protocol):
    """Documents of the registers where the holder may act. The verbs block.

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
        """Search the register in hand, or another."""
        ...

    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """One version with its content, from the register in hand or another."""
        ...
