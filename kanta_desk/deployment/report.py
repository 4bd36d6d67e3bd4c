"""The report of a deployment test: PDF/A, in Finnish, Swedish or English.

What the client information system's owner sends to Kela: who tested what and when, the matrix of
all documents, the evidence of each, and a line for the archivist's signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.deadline import report_deadline
from kanta_desk.deployment.report_evidence import MARKS, write_evidence, write_unexpected
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    Aspect,
    CellState,
    DocumentVerdict,
    ReportDetails,
    Verdict,
)
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_date, finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import (
    HEAD,
    Fact,
    facts,
    lines_to_sign,
    section,
    shaded_head,
    write_whole,
)
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Sheet

_KEY_WIDTH, _STATE_WIDTH, _ICON = 21.0, 25.0, 3.3
_SHOWN_NAME = 160


def write_report(
    verdict: Verdict,
    details: ReportDetails,
    path: Path,
    language: Language,
    made: datetime | None = None,
) -> Path:
    """Write the report to ``path`` and return it; a file that was there is replaced whole.

    ``made`` is when the report is made (aware), now if not given.

    Raises:
        ReportFailed: if the file cannot be written.
    """
    data = report_pdf(verdict, details, language, made or datetime.now(UTC))
    return write_whole(data, path)


def report_pdf(
    verdict: Verdict, details: ReportDetails, language: Language, made: datetime
) -> bytes:
    """The report as the bytes of a PDF/A-2b."""
    title = words.TITLE.of(language)
    page = Sheet(
        title=" · ".join(filter(None, (title, details.organisation, verdict.plan.name))),
        subject=verdict.plan.test_case or verdict.plan.name,
        language=language.value,
        made=made,
        banner=MODE_BANNERS[Mode.PRACTICE].of(language) if details.practice else "",
    )
    page.begin(words.GENERATED.filled(language, time=finnish_time(made)))
    _head(page, verdict, details, language)
    facts(page, _facts(verdict, details, language))
    _matrix(page, verdict, language)
    write_unexpected(page, verdict.unexpected, language)
    if details.remarks:
        section(page, words.REMARKS.of(language), 8)
        page.set_y(page.put(LEFT, page.get_y(), WIDTH, details.remarks, sheet.BODY))
    _signature(page, details, language)
    write_evidence(page, verdict.rows, language)
    return bytes(page.output())


def _head(page: Sheet, verdict: Verdict, details: ReportDetails, language: Language) -> None:
    top = page.get_y()
    state = verdict.state if verdict.complete else CellState.WAITING
    page.badge(RIGHT, top + 1, words.RESULTS[state].of(language), MARKS[state])
    left_width = WIDTH - 62
    y = page.put(LEFT, top, left_width, details.organisation, sheet.LABEL)
    y = page.put(LEFT, y + 0.6, left_width, words.TITLE.of(language), sheet.TITLE)
    y = page.put(LEFT, y + 0.4, left_width, verdict.plan.name, sheet.BODY)
    y = max(y, top + 14) + 1.2
    y = page.put(LEFT, y, WIDTH, _counts(verdict, language), sheet.STRONG)
    notices = []
    if not verdict.complete:
        notices.append(words.STOPPED.filled(language, code=verdict.stopped_by or "–"))
    if details.practice:
        notices.append(words.PRACTICE_RESULT.of(language))
    for notice in notices:
        y = page.put(LEFT, y + 0.6, WIDTH, notice, sheet.BODY)
    page.set_y(y + 4)


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
    clients = dict.fromkeys(row.expected.client_id.masked for row in verdict.rows)
    yield Fact(words.ORGANISATION.of(language), details.organisation)
    yield Fact(words.BUSINESS_ID.of(language), details.business_id)
    yield Fact(words.CONTROLLER.of(language), details.controller)
    yield Fact(words.CONTROLLER_OID.of(language), details.controller_oid, sheet.MONO)
    yield Fact(words.SYSTEM.of(language), f"{system} {version}".strip())
    yield Fact(words.VENDOR.of(language), details.vendor or plan.vendor)
    yield Fact(words.TEST_CASE.of(language), details.test_case or plan.test_case)
    yield Fact(words.TEST_DAY.of(language), finnish_date(test_day) if test_day else "")
    deadline = finnish_date(report_deadline(test_day)) if test_day else ""
    yield Fact(words.DEADLINE.of(language), deadline)
    start = finnish_date(details.production_start) if details.production_start else ""
    yield Fact(words.PRODUCTION_START.of(language), start)
    yield Fact(words.CLIENTS.of(language), ", ".join(clients), sheet.MONO)
    yield Fact(words.PERFORMERS.of(language), ", ".join(details.performers))
    yield Fact(words.ARCHIVIST.of(language), details.archivist)
    yield Fact(words.RUN_TIME.of(language), _between(verdict.started, verdict.ended))
    yield Fact(words.PLAN.of(language), f"{plan.path.name} · SHA-256 {plan.sha256}", sheet.MONO)
    yield Fact(words.RUN.of(language), verdict.run_id, sheet.MONO)


def _between(start: datetime, end: datetime) -> str:
    """``20.11.2026 14.00–14.05``, the day but once where it is the same."""
    whole = finnish_time(end)
    same_day = finnish_date(start) == finnish_date(end)
    return f"{finnish_time(start)}–{whole.split(' ')[1] if same_day else whole}"


def _matrix(page: Sheet, verdict: Verdict, language: Language) -> None:
    """Every document beside the four questions; the head is repeated on each page."""

    titles = [ASPECT_NAMES[aspect].of(language) for aspect in Aspect]
    widths = [max(_STATE_WIDTH, page.length(title, HEAD) + 2) for title in titles]
    name_width = WIDTH - _KEY_WIDTH - sum(widths)
    columns = [LEFT + _KEY_WIDTH + name_width + sum(widths[:n]) for n in range(len(widths))]

    def head() -> None:
        first = (LEFT + 2, _KEY_WIDTH + name_width, words.DOCUMENT.of(language))
        shaded_head(page, (first, *zip(columns, widths, titles, strict=True)))

    section(page, words.DOCUMENTS.of(language), 20)
    head()
    for row in verdict.rows:
        blocks = (
            (LEFT + 2, _KEY_WIDTH - 4, row.expected.key, sheet.MONO, row.expected.client_id.masked),
            (
                LEFT + _KEY_WIDTH,
                name_width - 3,
                _name(row, language),
                sheet.SMALL,
                str(row.document_oid or row.expected.document_oid or ""),
            ),
        )
        height = 2.6 + max(
            page.height(above, width, style) + page.height(below, width, sheet.MONO_SMALL)
            for _, width, above, style, below in blocks
        )
        page.need(height, head)
        top = page.get_y()
        for x, width, above, style, below in blocks:
            y = page.put(x, top + 1.2, width, above, style)
            page.put(x, y, width, below, sheet.MONO_SMALL)
        for x, cell in zip(columns, row.cells, strict=True):
            _state(page, x, top + 1.2, cell.state, language)
        page.set_y(top + height)
        page.rule(top + height)
    page.gap(5)


def _state(page: Sheet, x: float, y: float, state: CellState, language: Language) -> None:
    page.icon(x, y + 0.2, _ICON, MARKS[state])
    colour = MARKS[state].colour
    style = sheet.SMALL_STRONG if state is CellState.FAILED else sheet.SMALL
    name = CELL_NAMES[state].of(language)
    page.put(x + _ICON + 1.3, y, _STATE_WIDTH - _ICON - 1.6, name, style.in_colour(colour))


def _signature(page: Sheet, details: ReportDetails, language: Language) -> None:
    archivist, name = words.ARCHIVIST.of(language), words.NAME.of(language)
    fields = (
        (words.PLACE_AND_DATE.of(language), ""),
        (f"{words.SIGNATURE.of(language)} · {archivist}", ""),
        (name, details.archivist),
    )
    lines_to_sign(page, fields)


def _name(row: DocumentVerdict, language: Language) -> str:
    name = row.expected.title or row.expected.document_type or words.DOCUMENT.of(language)
    return name if len(name) <= _SHOWN_NAME else name[: _SHOWN_NAME - 1] + "…"
