"""What the archivist decided, as kept in the work base: pairs chosen, cells judged, tests reported.

A choice holds for every plan that has the same row; a decision as long as a run finds the same. The
work base keeps the newest of each; the access log has them all.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kanta_desk.accesslog.workbase import WorkBase
from kanta_desk.deployment.journal import cell_digest, row_names
from kanta_desk.deployment.packing import pack, unpack
from kanta_desk.model.deployment import Aspect, Decision, Plan, Verdict
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.testruns import Choice

_CHOICE, _DECISION, _REPORTED = "choice", "decision", "reported"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A decision and the digest of the evidence that it was made on."""

    decision: Decision
    about: str


@dataclass(frozen=True, slots=True)
class Opinions:
    """The opinions of one register. Its calls raise LogError."""

    base: WorkBase
    register: str

    def choose(self, plan: Plan, key: str, choice: Choice) -> None:
        """Keep which document a row means."""
        self.base.put_opinion(self.register, _CHOICE, row_names(plan)[key], pack(choice))

    def choices(self, plan: Plan) -> Mapping[str, Oid | None]:
        """The choices for a plan's rows, by key."""
        kept = self.base.opinions(self.register, _CHOICE)
        found: dict[str, Oid | None] = {}
        for key, name in row_names(plan).items():
            with contextlib.suppress(KeyError, ValueError):  # none, or of another form
                found[key] = unpack(Choice, kept[name]).document_oid
        return found

    def decide(self, verdict: Verdict, decision: Decision) -> None:
        """Keep a decision on a row, a cell or an unexpected document of a verdict."""
        name, about = _evidence(verdict)[(decision.key, decision.aspect)]
        self.base.put_opinion(self.register, _DECISION, name, pack(_Kept(decision, about)))

    def report(self, run_id: str, day: date) -> None:
        """Keep that the test was reported."""
        self.base.put_opinion(self.register, _REPORTED, run_id, day.isoformat())

    def held(self, verdict: Verdict) -> Verdict:
        """A verdict with the decisions that hold for it, and whether it was reported."""
        kept = self.base.opinions(self.register, _DECISION)
        decisions = []
        for (key, aspect), (name, about) in _evidence(verdict).items():
            with contextlib.suppress(KeyError, ValueError):
                known = unpack(_Kept, kept[name])
                if known.about == about:
                    decisions.append(replace(known.decision, key=key, aspect=aspect))
        day = self.base.opinions(self.register, _REPORTED).get(verdict.run_id)
        return replace(
            verdict,
            decisions=tuple(sorted(decisions, key=lambda each: each.at)),
            reported=date.fromisoformat(day) if day else None,
        )


def _evidence(verdict: Verdict) -> dict[tuple[str, Aspect | None], tuple[str, str]]:
    """All that can be decided on: under which name it is kept, and the digest of its evidence."""
    names = row_names(verdict.plan)
    found: dict[tuple[str, Aspect | None], tuple[str, str]] = {}
    for row in verdict.rows:
        key, name = row.expected.key, names[row.expected.key]
        digests = [cell_digest(row, cell) for cell in row.cells]
        found[(key, None)] = (f"{name} –", " ".join(digests))
        for cell, digest in zip(row.cells, digests, strict=True):
            found[(key, cell.aspect)] = (f"{name} {cell.aspect}", digest)
    for finding in verdict.unexpected:
        found[(finding.place, None)] = (f"document {finding.place}", finding.place)
    return found
