"""The report of a deployment test: PDF/A, in Finnish, Swedish or English.

What the client information system's owner sends to Kela: who tested what and when, the matrix of
all documents, the evidence of each, and a line for the archivist's signature.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment import sheet
from kanta_desk.deployment.deadline import report_deadline
from kanta_desk.deployment.report_evidence import write_evidence, write_unexpected
from kanta_desk.deployment.sheet import LEFT, RIGHT, WIDTH, Align, Sheet
from kanta_desk.errors import ReportFailed
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

_KEY_WIDTH, _STATE_WIDTH, _ICON = 21.0, 25.0, 3.3
_HEAD = sheet.SMALL_STRONG.in_colour(sheet.GREY)
_SIGNATURE_HEIGHT = 34.0
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
    try:
        handle, name = tempfile.mkstemp(prefix=".report-", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReportFailed(path.name, error.strerror or "") from None
    return path


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
    _facts(page, verdict, details, language)
    _matrix(page, verdict, language)
    write_unexpected(page, verdict.unexpected, language)
    if details.remarks:
        _section(page, words.REMARKS.of(language), 8)
        page.set_y(page.put(LEFT, page.get_y(), WIDTH, details.remarks, sheet.BODY))
    _signature(page, details, language)
    write_evidence(page, verdict.rows, language)
    return bytes(page.output())


def _head(page: Sheet, verdict: Verdict, details: ReportDetails, language: Language) -> None:
    top = page.get_y()
    state = verdict.state if verdict.complete else CellState.WAITING
    page.badge(RIGHT, top + 1, words.RESULTS[state].of(language), state)
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


def _facts(page: Sheet, verdict: Verdict, details: ReportDetails, language: Language) -> None:
    """Two columns of label and value; OIDs and hashes in the monospaced face."""
    facts = list(_all_facts(verdict, details, language))
    column, label_width = WIDTH / 2 - 3, 33.0
    page.rule(page.get_y())
    page.gap(2)
    for index in range(0, len(facts), 2):
        top = bottom = page.get_y()
        for side, (label, value, style) in enumerate(facts[index : index + 2]):
            x = LEFT + side * (column + 6)
            end = page.put(x, top + 0.5, label_width - 2, label, sheet.LABEL)
            below = page.put(x + label_width, top, column - label_width, value or "–", style)
            bottom = max(bottom, end, below)
        page.set_y(bottom + 1.1)
    page.gap(0.9)
    page.rule(page.get_y())
    page.gap(5)


def _all_facts(
    verdict: Verdict, details: ReportDetails, language: Language
) -> Iterator[tuple[str, str, sheet.Style]]:
    plan, text = verdict.plan, sheet.BODY
    test_day = details.test_day or plan.test_day
    system = details.system or plan.system
    version = details.system_version or plan.system_version
    clients = dict.fromkeys(row.expected.client_id.masked for row in verdict.rows)
    yield words.ORGANISATION.of(language), details.organisation, text
    yield words.BUSINESS_ID.of(language), details.business_id, text
    yield words.CONTROLLER.of(language), details.controller, text
    yield words.CONTROLLER_OID.of(language), details.controller_oid, sheet.MONO
    yield words.SYSTEM.of(language), f"{system} {version}".strip(), text
    yield words.VENDOR.of(language), details.vendor or plan.vendor, text
    yield words.TEST_CASE.of(language), details.test_case or plan.test_case, text
    yield words.TEST_DAY.of(language), finnish_date(test_day) if test_day else "", text
    deadline = finnish_date(report_deadline(test_day)) if test_day else ""
    yield words.DEADLINE.of(language), deadline, text
    start = finnish_date(details.production_start) if details.production_start else ""
    yield words.PRODUCTION_START.of(language), start, text
    yield words.CLIENTS.of(language), ", ".join(clients), sheet.MONO
    yield words.PERFORMERS.of(language), ", ".join(details.performers), text
    yield words.ARCHIVIST.of(language), details.archivist, text
    yield words.RUN_TIME.of(language), _between(verdict.started, verdict.ended), text
    yield words.PLAN.of(language), f"{plan.path.name} · SHA-256 {plan.sha256}", sheet.MONO
    yield words.RUN.of(language), verdict.run_id, sheet.MONO


def _between(start: datetime, end: datetime) -> str:
    """``20.11.2026 14.00–14.05``, the day but once where it is the same."""
    whole = finnish_time(end)
    same_day = finnish_date(start) == finnish_date(end)
    return f"{finnish_time(start)}–{whole.split(' ')[1] if same_day else whole}"


def _matrix(page: Sheet, verdict: Verdict, language: Language) -> None:
    """Every document beside the four questions; the head is repeated on each page."""

    titles = [ASPECT_NAMES[aspect].of(language) for aspect in Aspect]
    widths = [max(_STATE_WIDTH, page.length(title, _HEAD) + 2) for title in titles]
    name_width = WIDTH - _KEY_WIDTH - sum(widths)
    columns = [LEFT + _KEY_WIDTH + name_width + sum(widths[:n]) for n in range(len(widths))]

    def head() -> None:
        y = page.get_y()
        page.set_fill_color(sheet.SHADE)
        page.rect(LEFT, y, WIDTH, 6.4, style="F")
        page.put(LEFT + 2, y + 1.4, _KEY_WIDTH + name_width, words.DOCUMENT.of(language), _HEAD)
        for x, width, title in zip(columns, widths, titles, strict=True):
            page.put(x, y + 1.4, width, title, _HEAD)
        page.set_y(y + 6.4)

    _section(page, words.DOCUMENTS.of(language), 20)
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
    page.icon(x, y + 0.2, _ICON, state)
    colour = sheet.STATE_COLOURS[state][0]
    style = sheet.SMALL_STRONG if state is CellState.FAILED else sheet.SMALL
    name = CELL_NAMES[state].of(language)
    page.put(x + _ICON + 1.3, y, _STATE_WIDTH - _ICON - 1.6, name, style.in_colour(colour))


def _signature(page: Sheet, details: ReportDetails, language: Language) -> None:
    page.need(_SIGNATURE_HEIGHT)
    y = page.get_y() + 16
    third = (WIDTH - 12) / 3
    fields = (
        (words.PLACE_AND_DATE, ""),
        (words.SIGNATURE, words.ARCHIVIST.of(language)),
        (words.NAME, details.archivist),
    )
    for index, (label, value) in enumerate(fields):
        x = LEFT + index * (third + 6)
        if index == 2 and value:
            page.put(x, y - 5, third, value, sheet.BODY)
            value = ""
        page.rule(y, x, x + third, sheet.GREY)
        said = " · ".join(filter(None, (label.of(language), value)))
        page.put(x, y + 1, third, said, sheet.LABEL)
    page.set_y(y + 10)


def _section(page: Sheet, title: str, room: float) -> None:
    """A section's heading, with room for what begins it on the same page."""
    page.need(sheet.HEADING.leading + 2 + room)
    page.set_y(page.put(LEFT, page.get_y(), WIDTH, title, sheet.HEADING, Align.LEFT) + 1.2)


def _name(row: DocumentVerdict, language: Language) -> str:
    name = row.expected.title or row.expected.document_type or words.DOCUMENT.of(language)
    return name if len(name) <= _SHOWN_NAME else name[: _SHOWN_NAME - 1] + "…"
