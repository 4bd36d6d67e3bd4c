"""What a rule is: a question to a document with a code, a text and a remedy of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kanta_desk.model.codes import Code
from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.text import Text

T = TypeVar("T")

NOTHING = Text("", "", "")


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What the rules know beside the document.

    ``code_known`` answers whether the code sets hold a code; ``None`` where the set at hand is
    incomplete or missing, so that nothing can be said. ``test_clients_only`` is set where every
    client must have an artificial identity code.
    """

    today: date
    code_known: Callable[[Code], bool | None]
    test_clients_only: bool = False


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
    """One rule. ``code`` is stable; ``source`` names the public document that asks for it."""

    code: str
    severity: Severity
    title: Text
    remedy: Text
    source: str
    look: Callable[[T, CheckContext], Iterable[Fault]]

    def findings(self, thing: T, context: CheckContext) -> Iterator[Finding]:
        """What this rule finds in ``thing``."""
        for fault in self.look(thing, context):
            yield Finding(
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
            )
