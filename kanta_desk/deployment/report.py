"""The report of a deployment test: PDF/A, in Finnish, Swedish or English.

What the client information system's owner sends to Kela: who tested what and when, the matrix of
all documents, what was found amiss, what the archivist decided, and a line for the signature; then,
as an annex or a paper of its own, the evidence of each document.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.clients import name_of_test_person
from kanta_desk.deployment.deadline import report_deadline
from kanta_desk.deployment.outcome import result_of
from kanta_desk.deployment.report_evidence import MARKS, write_evidence, write_findings
from kanta_desk.deployment.report_matrix import (
    write_counts,
    write_decisions,
    write_faults,
    write_matrix,
)
from kanta_desk.model.deployment import KIND_NAMES, CellState, ReportDetails, Verdict
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date, finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import Fact, facts, lines_to_sign, paragraph, section, write_whole
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Sheet


class Part(Enum):
    """What of the report is wanted: all of it, or its two parts as papers of their own."""

    WHOLE = "whole"
    REPORT = "report"
    ANNEX = "annex"


def write_report(
    verdict: Verdict,
    details: ReportDetails,
    path: Path,
    language: Language,
    made: datetime | None = None,
    part: Part = Part.WHOLE,
) -> Path:
    """Write the report to ``path`` and return it; a file that was there is replaced whole.

    ``made`` is when the report is made (aware), now if not given.

    Raises:
        ReportFailed: if the file cannot be written.
    """
    data = report_pdf(verdict, details, language, made or datetime.now(UTC), part)
    return write_whole(data, path)


def report_pdf(
    verdict: Verdict,
    details: ReportDetails,
    language: Language,
    made: datetime,
    part: Part = Part.WHOLE,
    *,
    to_be_signed: bool = False,
) -> bytes:
    """The report as the bytes of a PDF/A-2b.

    ``to_be_signed``: it will be signed with the archivist's card, and says so where the lines to
    sign on would be.
    """
    title = (words.ANNEX if part is Part.ANNEX else words.TITLE).of(language)
    page = Sheet(
        title=" · ".join(filter(None, (title, details.organisation, verdict.plan.name))),
        subject=verdict.plan.test_case or verdict.plan.name,
        language=language.value,
        made=made,
        banner=MODE_BANNERS[Mode.PRACTICE].of(language) if details.practice else "",
    )
    page.begin(words.GENERATED.filled(language, time=finnish_time(made)))
    if part is Part.ANNEX:
        _annex_head(page, verdict, details, title)
    else:
        _report(page, verdict, details, language, to_be_signed=to_be_signed)
    if part is Part.WHOLE:
        page.add_page()
    if part is not Part.REPORT:
        write_evidence(page, verdict, language)
    return bytes(page.output())


def _report(
    page: Sheet, verdict: Verdict, details: ReportDetails, language: Language, *, to_be_signed: bool
) -> None:
    _head(page, verdict, details, language)
    facts(page, _facts(verdict, details, language))
    write_matrix(page, verdict, language)
    write_faults(page, verdict, language)
    write_counts(page, verdict.counts, language)
    write_findings(page, words.WHOLE_TEST.of(language), verdict.findings, language)
    write_findings(page, words.UNEXPECTED.of(language), verdict.unexpected, language)
    write_decisions(page, verdict, language)
    if details.remarks:
        section(page, words.REMARKS.of(language))
        paragraph(page, details.remarks)
    _signature(page, details, language, to_be_signed=to_be_signed)


def _annex_head(page: Sheet, verdict: Verdict, details: ReportDetails, title: str) -> None:
    y = page.put(LEFT, page.get_y(), WIDTH, details.organisation, sheet.LABEL)
    y = page.put(LEFT, y + 0.6, WIDTH, title, sheet.TITLE)
    y = page.put(LEFT, y + 0.4, WIDTH, verdict.plan.name, sheet.BODY)
    page.set_y(page.put(LEFT, y, WIDTH, verdict.run_id, sheet.MONO_SMALL) + 4)


def _head(page: Sheet, verdict: Verdict, details: ReportDetails, language: Language) -> None:
    top = page.get_y()
    mark, result = result_of(verdict)
    page.badge(RIGHT, top + 1, result.of(language), MARKS[mark])
    left_width = WIDTH - 62
    y = page.put(LEFT, top, left_width, details.organisation, sheet.LABEL)
    y = page.put(LEFT, y + 0.6, left_width, words.TITLE.of(language), sheet.TITLE)
    y = page.put(LEFT, y + 0.4, left_width, verdict.plan.name, sheet.BODY)
    y = max(y, top + 14) + 1.2
    y = page.put(LEFT, y, WIDTH, _counts(verdict, language), sheet.STRONG)
    for notice in _notices(verdict, details, language):
        y = page.put(LEFT, y + 0.6, WIDTH, notice, sheet.BODY)
    page.set_y(y + 4)


def _notices(verdict: Verdict, details: ReportDetails, language: Language) -> Iterator[str]:
    if not verdict.complete:
        yield words.STOPPED.filled(language, code=verdict.stopped_by or "–")
    if verdict.real_clients:
        yield words.REAL_CLIENTS.filled(language, reason=verdict.real_clients)
    if verdict.sample:
        yield words.SAMPLED.filled(language, len(verdict.sample))
    if details.practice:
        yield words.PRACTICE_RESULT.of(language)


def _counts(verdict: Verdict, language: Language) -> str:
    states = [row.state for row in verdict.rows]
    parts = [words.COUNT.filled(language, len(states))]
    parts += [
        words.COUNTS[state].filled(language, states.count(state))
        for state in CellState
        if state in states
    ]
    return " · ".join(parts)


def _facts(verdict: Verdict, details: ReportDetails, language: Language) -> Iterator[Fact]:
    plan = verdict.plan
    test_day = details.test_day or plan.test_day
    system = details.system or plan.system
    version = details.system_version or plan.system_version
    clients = dict.fromkeys(name_of_test_person(client) for client in plan.clients)
    yield Fact(words.ORGANISATION.of(language), details.organisation)
    yield Fact(words.BUSINESS_ID.of(language), details.business_id)
    yield Fact(words.CONTROLLER.of(language), details.controller)
    yield Fact(words.CONTROLLER_OID.of(language), details.controller_oid, sheet.MONO)
    yield Fact(words.SYSTEM.of(language), f"{system} {version}".strip())
    yield Fact(words.VENDOR.of(language), details.vendor or plan.vendor)
    yield Fact(words.KIND.of(language), KIND_NAMES[plan.kind].of(language))
    yield Fact(words.TEST_CASE.of(language), details.test_case or plan.test_case)
    if pair := plan.pair:
        yield Fact(words.PRODUCER_SYSTEM.of(language), pair.producer_system)
        yield Fact(words.ORGANISER_SYSTEM.of(language), pair.organiser_system)
        yield Fact(words.PRODUCER_REGISTER.of(language), str(pair.producer or ""), sheet.MONO)
        yield Fact(words.ORGANISER_REGISTER.of(language), str(pair.organiser or ""), sheet.MONO)
    yield Fact(words.TEST_DAY.of(language), finnish_date(test_day) if test_day else "")
    deadline = finnish_date(report_deadline(test_day)) if test_day else ""
    yield Fact(words.DEADLINE.of(language), deadline)
    start = finnish_date(details.production_start) if details.production_start else ""
    yield Fact(words.PRODUCTION_START.of(language), start)
    yield Fact(words.PERFORMERS.of(language), ", ".join(details.performers))
    yield Fact(words.ARCHIVIST.of(language), details.archivist)
    yield Fact(words.RUN_TIME.of(language), _between(verdict.started, verdict.ended))
    yield Fact(words.CLIENTS.of(language), ", ".join(clients), sheet.MONO)
    yield Fact(words.RUN.of(language), verdict.run_id, sheet.MONO)
    yield Fact(words.PLAN.of(language), f"{plan.path.name} · SHA-256 {plan.sha256}", sheet.MONO)


def _between(start: datetime, end: datetime) -> str:
    """``20.11.2026 14.00–14.05``, the day but once where it is the same."""
    whole = finnish_time(end)
    same_day = finnish_date(start) == finnish_date(end)
    return f"{finnish_time(start)}–{whole.split(' ')[1] if same_day else whole}"


def _signature(
    page: Sheet, details: ReportDetails, language: Language, *, to_be_signed: bool
) -> None:
    archivist, name = words.ARCHIVIST.of(language), words.NAME.of(language)
    if to_be_signed:
        section(page, words.SIGNATURE.of(language), 12)
        paragraph(page, words.SIGNED_WITH_CARD.of(language))
        paragraph(page, " · ".join(filter(None, (details.archivist, archivist))), sheet.STRONG)
        return
    fields = (
        (words.PLACE_AND_DATE.of(language), ""),
        (f"{words.SIGNATURE.of(language)} · {archivist}", ""),
        (name, details.archivist),
    )
    lines_to_sign(page, fields)
