"""The report's tables: every document beside the four questions, counts, and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.clients import name_of_test_person
from kanta_desk.deployment.report_evidence import MARKS, cut, place_of
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    RULING_NAMES,
    Aspect,
    Cell,
    CellState,
    CountVerdict,
    DocumentVerdict,
    Verdict,
)
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_time
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import HEAD, Column, section, shaded_head, table
from kanta_desk.paper.sheet import LEFT, WIDTH, Sheet

_KEY_WIDTH, _STATE_WIDTH, _ICON = 22.0, 22.0, 3.3
_SHOWN_NAME = 160
_SHOWN_FAULTS = 3
_AMISS = (CellState.FAILED, CellState.WARNING, CellState.ASKS)


def write_matrix(page: Sheet, verdict: Verdict, language: Language) -> None:
    """Every document beside the four questions; the head is repeated on each page."""
    if not verdict.rows:
        return
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
        client = name_of_test_person(row.expected.client_id)
        blocks = (
            (LEFT + 2, _KEY_WIDTH - 4, row.expected.key, sheet.MONO, client),
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
            decided = verdict.decision(row.expected.key, cell.aspect) is not None
            _state(page, x, top + 1.2, cell.state, language, decided=decided)
        page.set_y(top + height)
        page.rule(top + height)
    page.gap(5)


def _state(
    page: Sheet, x: float, y: float, state: CellState, language: Language, *, decided: bool
) -> None:
    page.icon(x, y + 0.2, _ICON, MARKS[state])
    style = sheet.SMALL_STRONG if state is CellState.FAILED else sheet.SMALL
    name = CELL_NAMES[state].of(language) + (" *" if decided else "")
    colour = MARKS[state].colour
    page.put(x + _ICON + 1.3, y, _STATE_WIDTH - _ICON - 1.6, name, style.in_colour(colour))


def write_faults(page: Sheet, verdict: Verdict, language: Language) -> None:
    """What was found amiss in the documents, cell by cell; nothing if all is in order. The annex
    has all of it; here each cell has its first few lines."""
    rows = [
        (row.expected.key, ASPECT_NAMES[cell.aspect].of(language), *said)
        for row in verdict.rows
        for cell in row.cells
        if cell.state in _AMISS
        for said in _said_amiss(cell, language)
    ]
    if not rows:
        return
    section(page, words.FINDINGS.of(language), 20)
    columns = (
        Column(words.KEY.of(language), 18, sheet.MONO_SMALL),
        Column(words.QUESTION.of(language), 36),
        Column(words.FINDING.of(language), 58),
        Column(words.EXPECTED.of(language), 38),
        Column(words.FOUND.of(language), 38, sheet.SMALL_STRONG),
    )
    table(page, columns, rows)


def _said_amiss(cell: Cell, language: Language) -> Iterator[tuple[str, str, str]]:
    """Finding, expected, found: of each rule and difference, or else the cell's summary."""
    if not (cell.findings or cell.differences):
        yield cut(cell.summary.of(language)), "", ""
    for finding in cell.findings[:_SHOWN_FAULTS]:
        yield cut(finding.title.of(language)), "", ""
    for each in cell.differences[:_SHOWN_FAULTS]:
        expected, found = (
            cut(t) or words.NOTHING.of(language) for t in (each.expected, each.found)
        )
        yield place_of(each, language), expected, found
    more = sum(max(0, len(s) - _SHOWN_FAULTS) for s in (cell.findings, cell.differences))
    if more:
        yield words.MORE.filled(language, more), "", ""


def write_counts(page: Sheet, counts: Sequence[CountVerdict], language: Language) -> None:
    """How many documents there should be, and how many there are; nothing if none were counted."""
    if not counts:
        return
    section(page, words.COUNTED.of(language), 20)
    columns = (
        Column(words.KEY.of(language), 20, sheet.MONO),
        Column(words.EXPECTED.of(language), 18),
        Column(words.FOUND.of(language), 18),
        Column(words.RESULT.of(language), 20),
        Column(words.FINDING.of(language), 60),
    )
    rows = (
        (
            count.expected.key,
            str(count.expected.number),
            "–" if count.found is None else str(count.found),
            CELL_NAMES[count.state].of(language),
            count.summary.of(language),
        )
        for count in counts
    )
    table(page, columns, rows)


def write_decisions(page: Sheet, verdict: Verdict, language: Language) -> None:
    """What the archivist decided, why and when, where judgement was needed; marked * above."""
    if not verdict.decisions:
        return
    section(page, f"* {words.DECISIONS.of(language)}", 20)
    columns = (
        Column(words.KEY.of(language), 26, sheet.MONO_SMALL),
        Column(words.QUESTION.of(language), 24),
        Column(words.DECISION.of(language), 30, sheet.SMALL_STRONG),
        Column(words.REASON.of(language), 60),
        Column(words.DECIDED_BY.of(language), 34),
    )
    rows = (
        (
            decision.key,
            ASPECT_NAMES[decision.aspect].of(language) if decision.aspect else "–",
            RULING_NAMES[decision.ruling].of(language),
            decision.note,
            f"{decision.by} {finnish_time(decision.at)}",
        )
        for decision in verdict.decisions
    )
    table(page, columns, rows)


def _name(row: DocumentVerdict, language: Language) -> str:
    name = row.expected.title or row.expected.document_type or words.DOCUMENT.of(language)
    return name if len(name) <= _SHOWN_NAME else name[: _SHOWN_NAME - 1] + "…"
