"""The report's evidence: for each document what was found, why it is its pair, and every fault."""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.deployment import report_words as words
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    Cell,
    CellState,
    Difference,
    DocumentVerdict,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.terms.evidence import labelled
from kanta_desk.model.text import Language
from kanta_desk.paper import sheet
from kanta_desk.paper.sheet import LEFT, RIGHT, WIDTH, Mark, Sheet

MARKS = {
    CellState.OK: Mark.GOOD,
    CellState.WARNING: Mark.WARNING,
    CellState.FAILED: Mark.BAD,
    CellState.NOT_CHECKED: Mark.NONE,
    CellState.WAITING: Mark.WAITING,
}

_SHOWN_DIFFERENCES = 12
_SHOWN_TEXT = 400
_ASPECT_WIDTH = 35.0
_INDENT = LEFT + 5.5
_INNER = RIGHT - _INDENT
_PLACE_WIDTH = 40.0
_LINE_SIGNS = 98


def write_evidence(page: Sheet, rows: Sequence[DocumentVerdict], language: Language) -> None:
    """All documents' evidence, from a page of its own."""
    page.add_page()
    page.set_y(page.put(LEFT, page.get_y(), WIDTH, words.EVIDENCE.of(language), sheet.HEADING) + 2)
    for row in rows:
        _document(page, row, language)


def write_unexpected(page: Sheet, findings: Sequence[Finding], language: Language) -> None:
    """Documents that no row expects; nothing at all if there are none."""
    if not findings:
        return
    page.need(22)
    title = f"{words.UNEXPECTED.of(language)} ({len(findings)})"
    page.set_y(page.put(LEFT, page.get_y(), WIDTH, title, sheet.HEADING) + 1.2)
    for finding in findings:
        _finding(page, finding, language, with_place=True)
    page.gap(4)


def _document(page: Sheet, row: DocumentVerdict, language: Language) -> None:
    name = _cut(" · ".join(filter(None, (row.expected.key, row.expected.title))))
    page.need(page.height(name, WIDTH - 40, sheet.SUBHEADING) + 26)
    page.rule(page.get_y())
    top = page.get_y() + 2
    state_name = CELL_NAMES[row.state].of(language)
    colour = MARKS[row.state].colour
    page.icon(LEFT, top + 0.4, 3.9, MARKS[row.state])
    page.put(
        RIGHT - 38, top + 0.3, 38, state_name, sheet.STRONG.in_colour(colour), sheet.Align.RIGHT
    )
    page.set_y(page.put(_INDENT, top, WIDTH - 46, name, sheet.SUBHEADING))
    if oid := row.document_oid or row.expected.document_oid:
        _line(page, oid.value, sheet.MONO)
    if row.paired_by:
        said = f"{words.PAIRED_BY.of(language)}: {row.paired_by.of(language)}"
        _line(page, said, sheet.LABEL)
    page.gap(1.2)
    for cell in row.cells:
        _cell(page, cell, language)
    page.gap(3.2)


def _cell(page: Sheet, cell: Cell, language: Language) -> None:
    summary = _cut(cell.summary.of(language))
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
    if cell.differences:
        _differences(page, cell.differences, language)
    for line in _gathered([_labelled(line, language) for line in cell.evidence]):
        _line(page, line, sheet.MONO_SMALL, _ASPECT_WIDTH)
    page.gap(1.0)


def _finding(
    page: Sheet, finding: Finding, language: Language, *, with_place: bool = False
) -> None:
    x, width = _INDENT + _ASPECT_WIDTH, _INNER - _ASPECT_WIDTH
    if with_place:
        x, width = _INDENT, _INNER
    title = _cut(f"{finding.rule}  {finding.title.of(language)}")
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
        y = page.put(x, y, width, _cut(beside), sheet.LABEL)
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
            _place(difference, language),
            _cut(difference.expected) or nothing,
            _cut(difference.found) or nothing,
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


def _place(difference: Difference, language: Language) -> str:
    if field := BY_KEY.get(difference.place):
        return field.label.of(language)
    if difference.place:
        return _cut(difference.place)
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
    text = _cut(text)
    page.need(page.height(text, _INNER - indent, style))
    page.set_y(page.put(_INDENT + indent, page.get_y(), _INNER - indent, text, style))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"
