"""The report's evidence: for each document what was found, why it is its pair, and every fault."""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.clients import name_of_test_person
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    RULING_NAMES,
    Cell,
    CellState,
    Difference,
    DocumentVerdict,
    Received,
    Verdict,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.terms.evidence import labelled
from kanta_desk.model.text import Language
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import section
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Mark, Sheet

MARKS = {
    CellState.OK: Mark.GOOD,
    CellState.WARNING: Mark.WARNING,
    CellState.FAILED: Mark.BAD,
    CellState.NOT_CHECKED: Mark.NONE,
    CellState.WAITING: Mark.WAITING,
    CellState.ASKS: Mark.WARNING,
    CellState.NOT_NEEDED: Mark.NONE,
}

_SHOWN_DIFFERENCES = 100
_SHOWN_TEXT = 400
_ASPECT_WIDTH = 35.0
_INDENT = LEFT + 5.5
_INNER = RIGHT - _INDENT
_PLACE_WIDTH = 40.0
_FIELD_WIDTH = 48.0
_LINE_SIGNS = 98


def write_evidence(page: Sheet, verdict: Verdict, language: Language) -> None:
    """The evidence of all documents; the page's outline names each."""
    section(page, words.EVIDENCE.of(language), 20)
    for row in verdict.rows:
        _document(page, row, verdict, language)


def write_findings(
    page: Sheet, title: str, findings: Sequence[Finding], language: Language
) -> None:
    """Findings that are of no row, each with its place; nothing at all if there are none."""
    if not findings:
        return
    section(page, f"{title} ({len(findings)})", 22)
    for finding in findings:
        _finding(page, finding, language, with_place=True)
    page.gap(4)


def _document(page: Sheet, row: DocumentVerdict, verdict: Verdict, language: Language) -> None:
    name = cut(" · ".join(filter(None, (row.expected.key, row.expected.title))))
    page.need(page.height(name, WIDTH - 40, sheet.SUBHEADING) + 26)
    page.start_section(name, level=1)
    page.rule(page.get_y())
    top = page.get_y() + 2
    state_name = CELL_NAMES[row.state].of(language)
    colour = MARKS[row.state].colour
    page.icon(LEFT, top + 0.4, 3.9, MARKS[row.state])
    page.put(
        RIGHT - 38, top + 0.3, 38, state_name, sheet.STRONG.in_colour(colour), sheet.Align.RIGHT
    )
    page.set_y(page.put(_INDENT, top, WIDTH - 46, name, sheet.SUBHEADING))
    _line(page, name_of_test_person(row.expected.client_id), sheet.MONO)
    if oid := row.document_oid or row.expected.document_oid:
        _line(page, oid.value, sheet.MONO)
    if row.paired_by:
        said = f"{words.PAIRED_BY.of(language)}: {row.paired_by.of(language)}"
        _line(page, said, sheet.LABEL)
    page.gap(1.2)
    for cell in row.cells:
        _cell(page, cell, language)
        if decision := verdict.decision(row.expected.key, cell.aspect):
            ruling = RULING_NAMES[decision.ruling].of(language)
            said = f"{words.DECISION.of(language)}: {ruling}. {decision.note}"
            _line(page, said, sheet.SMALL_STRONG, _ASPECT_WIDTH)
    for candidate in row.candidates:
        said = f"{candidate.document_oid} · {candidate.title} · {candidate.reason.of(language)}"
        _line(page, f"{words.CANDIDATES.of(language)}: {said}", sheet.SMALL)
    page.gap(3.2)


def _cell(page: Sheet, cell: Cell, language: Language) -> None:
    summary = cut(cell.summary.of(language))
    width = _INNER - _ASPECT_WIDTH
    page.need(page.height(summary, width, sheet.SMALL) + 5)
    y = page.get_y()
    page.icon(_INDENT, y + 0.35, 2.9, MARKS[cell.state])
    page.put(
        _INDENT + 4.4, y, _ASPECT_WIDTH - 4, ASPECT_NAMES[cell.aspect].of(language),
        sheet.SMALL_STRONG,
    )  # fmt: skip
    faint = cell.state in (CellState.NOT_CHECKED, CellState.WAITING)
    style = sheet.SMALL.in_colour(sheet.GREY) if faint else sheet.SMALL
    page.set_y(page.put(_INDENT + _ASPECT_WIDTH, y, width, summary, style))
    for finding in cell.findings:
        _finding(page, finding, language)
    for note in cell.notes:
        _line(page, note.of(language), sheet.LABEL, _ASPECT_WIDTH)
    if cell.received:
        _received(page, cell.received, language)
    if cell.differences:
        _differences(page, cell.differences, language)
    told = {each.key for each in cell.received}
    lines = [line for line in cell.evidence if line.partition(": ")[0] not in told]
    for line in _gathered([_labelled(line, language) for line in lines]):
        _line(page, line, sheet.MONO_SMALL, _ASPECT_WIDTH)
    page.gap(1.0)


def _finding(
    page: Sheet, finding: Finding, language: Language, *, with_place: bool = False
) -> None:
    x, width = _INDENT + _ASPECT_WIDTH, _INNER - _ASPECT_WIDTH
    if with_place:
        x, width = _INDENT, _INNER
    title = cut(f"{finding.rule}  {finding.title.of(language)}")
    remedy = finding.remedy.of(language)
    page.need(
        page.height(title, width, sheet.SMALL_STRONG) + page.height(remedy, width, sheet.SMALL) + 4
    )
    y = page.put(x, page.get_y() + 0.4, width, title, sheet.SMALL_STRONG)
    y = page.put(x, y, width, remedy, sheet.SMALL)
    source = f"{words.SOURCE.of(language)}: {finding.source}" if finding.source else ""
    place = finding.place if with_place else ""
    beside = " · ".join(filter(None, (place, finding.evidence, source)))
    if beside:
        y = page.put(x, y, width, cut(beside), sheet.LABEL)
    page.set_y(y + 0.6)


def _differences(page: Sheet, differences: Sequence[Difference], language: Language) -> None:
    """A small table: where, what the source says, what the archive holds."""
    left = _INDENT + _ASPECT_WIDTH
    column = (RIGHT - left - _PLACE_WIDTH) / 2
    starts = (left, left + _PLACE_WIDTH, left + _PLACE_WIDTH + column)
    widths = (_PLACE_WIDTH - 2, column - 2, column)

    def head() -> None:
        y = page.get_y() + 0.8
        for x, text in zip(starts, (words.PLACE, words.EXPECTED, words.FOUND), strict=True):
            page.put(x, y, column, text.of(language), sheet.LABEL)
        page.set_y(y + sheet.LABEL.leading + 0.4)
        page.rule(page.get_y(), left, RIGHT)

    page.need(16)
    head()
    found_style = sheet.SMALL_STRONG.in_colour(Mark.BAD.colour)
    styles = (sheet.LABEL, sheet.SMALL_STRONG, found_style)
    nothing = words.NOTHING.of(language)
    for difference in differences[:_SHOWN_DIFFERENCES]:
        texts = (
            place_of(difference, language),
            cut(difference.expected) or nothing,
            cut(difference.found) or nothing,
        )
        rows = list(zip(starts, widths, texts, styles, strict=True))
        height = max(page.height(text, width, style) for _, width, text, style in rows) + 1.2
        page.need(height, head)
        y = page.get_y()
        for x, width, text, style in rows:
            page.put(x, y + 0.6, width, text, style)
        page.set_y(y + height)
        page.rule(y + height, left, RIGHT)
    more = len(differences) - _SHOWN_DIFFERENCES
    if more > 0:
        _line(page, words.MORE.filled(language, more), sheet.LABEL, _ASPECT_WIDTH)
    page.gap(0.8)


def _received(page: Sheet, received: Sequence[Received], language: Language) -> None:
    """The metadata as the archive gave it; beside it what was expected, where it differs."""
    left = _INDENT + _ASPECT_WIDTH
    width = RIGHT - left - _FIELD_WIDTH
    for each in received:
        if not each.received and each.agrees is not False:
            continue
        field = BY_KEY.get(each.key)
        label = field.label.of(language) if field else each.key
        value = cut(each.received) or words.NOTHING.of(language)
        style = sheet.SMALL
        if each.agrees is False:
            style = sheet.SMALL_STRONG.in_colour(Mark.BAD.colour)
            value += f"  ({words.EXPECTED.of(language)}: {cut(each.expected)})"
        height = max(
            page.height(label, _FIELD_WIDTH - 2, sheet.LABEL), page.height(value, width, style)
        )
        page.need(height)
        y = page.get_y()
        page.put(left, y, _FIELD_WIDTH - 2, label, sheet.LABEL)
        page.put(left + _FIELD_WIDTH, y, width, value, style)
        page.set_y(y + height)
    page.gap(0.8)


def place_of(difference: Difference, language: Language) -> str:
    """Where a difference is: the field's name, the place in a form, or the words before it."""
    if field := BY_KEY.get(difference.place):
        return field.label.of(language)
    if difference.place:
        return cut(difference.place)
    return words.AFTER.filled(language, words=difference.before) if difference.before else "–"


def _labelled(line: str, language: Language) -> str:
    """A line of evidence with its key in the reader's words."""
    label, value = labelled(line)
    return f"{label.of(language)}: {value}" if label else value


def _gathered(lines: Sequence[str]) -> list[str]:
    """Short lines run on after each other, long ones (with hashes) stand alone."""
    gathered: list[str] = []
    for line in lines:
        together = f"{gathered[-1]}  ·  {line}" if gathered else line
        if gathered and len(together) <= _LINE_SIGNS:
            gathered[-1] = together
        else:
            gathered.append(line)
    return gathered


def _line(page: Sheet, text: str, style: sheet.Style, indent: float = 0.0) -> None:
    text = cut(text)
    page.need(page.height(text, _INNER - indent, style))
    page.set_y(page.put(_INDENT + indent, page.get_y(), _INNER - indent, text, style))


def cut(text: str) -> str:
    """The text, bounded for a paper."""
    return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"
