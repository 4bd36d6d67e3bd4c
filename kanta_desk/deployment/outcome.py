"""What a test comes to: its result with the archivist's decisions, and what hinders the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kanta_desk.deployment import report_words as words
from kanta_desk.model.deployment import CellState, ReportDetails, Verdict
from kanta_desk.model.text import Text


def result_of(verdict: Verdict) -> tuple[CellState, Text]:
    """The result as a state and in words; what the archivist accepted counts as passed."""
    if not verdict.complete:
        return CellState.WAITING, words.UNFINISHED
    if verdict.passed and verdict.state is not CellState.OK:
        return CellState.OK, words.PASSED_WITH_REMARKS
    return verdict.state, words.RESULTS[verdict.state]


class Step(StrEnum):
    """The steps to a report that can be sent, in their order."""

    RUN = "run"
    DECISIONS = "decisions"
    DETAILS = "details"
    REPORT = "report"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class StepState:
    """Whether a step is done; ``left`` counts what is still to do in it, ``missing`` names it."""

    step: Step
    done: bool
    left: int = 0
    missing: tuple[Text, ...] = ()


def progress_to_report(
    verdict: Verdict, details: ReportDetails, *, written: bool
) -> tuple[StepState, ...]:
    """How far a test is on its way to Kela: run, decided, described, written, reported."""
    waiting = sum(row.state is CellState.WAITING for row in verdict.rows)
    undecided = len(verdict.undecided)
    missing = tuple(_missing(details))
    return (
        StepState(Step.RUN, verdict.complete, waiting),
        StepState(Step.DECISIONS, verdict.complete and not undecided, undecided),
        StepState(Step.DETAILS, not missing, len(missing), missing),
        StepState(Step.REPORT, written),
        StepState(Step.REPORTED, verdict.reported is not None),
    )


def _missing(details: ReportDetails) -> Iterator[Text]:
    """What Kela's report asks for and nobody has given (facts: kanta-archive §6)."""
    asked = (
        (details.organisation, words.ORGANISATION),
        (details.business_id, words.BUSINESS_ID),
        (details.controller, words.CONTROLLER),
        (details.system, words.SYSTEM),
        (details.system_version, words.VERSION),
        (details.vendor, words.VENDOR),
        (details.test_case, words.TEST_CASE),
        (details.test_day, words.TEST_DAY),
        (details.performers, words.PERFORMERS),
        (details.production_start, words.PRODUCTION_START),
        (details.archivist, words.ARCHIVIST),
    )
    return (name for value, name in asked if not value)
