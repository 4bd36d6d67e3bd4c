"""What a rule is: a question to a document with a code, a text and a remedy of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from kanta_desk.archive.structures import Structure
from kanta_desk.model.codes import Code
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.signatures import SignatureReport
from kanta_desk.model.text import Text

T = TypeVar("T")

NOTHING = Text("", "", "")


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What the rules know beside the document.

    ``code_known`` answers whether the code sets hold a code; ``None`` where the set at hand is
    incomplete or missing, so that nothing can be said; ``code_valid`` in the same way whether a
    code could be used on a day. ``test_clients_only`` is set where every client must have an
    artificial identity code. ``structure`` finds a document structure by its OID, and
    ``signatures`` judges those of a document's bytes that were archived at a time; None: they are
    not looked at. ``absent`` are the fields that nobody could have given where the document came
    from, such as those that travel in the archive's frame alone.
    """

    today: date
    code_known: Callable[[Code], bool | None]
    test_clients_only: bool = False
    code_valid: Callable[[Code, date], bool | None] = lambda code, day: None
    structure: Callable[[str], Structure | None] = lambda oid: None
    signatures: Callable[[bytes, datetime | None], tuple[SignatureReport, ...]] | None = None
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a rule met: where, what was found (already masked), and what it is about.

    ``about`` fills the ``{about}`` of the rule's title.
    """

    place: str
    evidence: str = ""
    about: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One rule. ``code`` is stable; ``source`` names the public document that asks for it, and
    ``grade`` how sure that is for social care. What is not verified fails no deployment test: such
    a rule asks for a look at most.
    """

    code: str
    severity: Severity
    title: Text
    remedy: Text
    source: str
    look: Callable[[T, CheckContext], Iterable[Fault]]
    grade: Evidence = Evidence.VERIFIED

    def finding(self, fault: Fault) -> Finding:
        """A fault that ``look`` met, as people are told of it."""
        return Finding(
            self.code,
            self.severity,
            Text(
                self.title.fi.format(about=fault.about.fi),
                self.title.sv.format(about=fault.about.sv),
                self.title.en.format(about=fault.about.en),
            ),
            self.remedy,
            fault.place,
            fault.evidence,
            self.source,
            self.grade,
        )
