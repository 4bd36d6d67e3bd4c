"""The report as a workbook (XLSX), for those who go on working with its rows.

A sheet each for what the report says of the test, the matrix, every finding and difference, and
the documents that no row expects; then the counts and the decisions, if there are any. All is text,
a number or a date: nothing that a document says can become a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kanta_desk.deployment import report_words as words
from kanta_desk.deployment.clients import name_of_test_person
from kanta_desk.deployment.deadline import report_deadline
from kanta_desk.deployment.outcome import result_of
from kanta_desk.model.deployment import (
    ASPECT_NAMES,
    CELL_NAMES,
    KIND_NAMES,
    RULING_NAMES,
    Aspect,
    CellState,
    ReportDetails,
    Verdict,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.metadata import BY_KEY
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.text import Language
from kanta_desk.model.time import HELSINKI

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_TEXT = 32_000  # a cell holds 32,767 signs
_WIDE, _NARROW = 60, 12
_HEAD = PatternFill("solid", fgColor="E7EDF2")
_TINTS = {
    CellState.OK: "E6F4EC",
    CellState.WARNING: "FEF3DB",
    CellState.FAILED: "FCE8E6",
    CellState.NOT_CHECKED: "EEF0F3",
    CellState.WAITING: "EEF0F3",
    CellState.ASKS: "FEF3DB",
    CellState.NOT_NEEDED: "FFFFFF",
}
Value = str | int | date | None


def report_xlsx(verdict: Verdict, details: ReportDetails, language: Language) -> bytes:
    """The workbook's bytes. Identity codes are masked unless artificial, times are Finnish."""
    book = Workbook()
    book.remove(book.active)
    _summary(book.create_sheet(words.SUMMARY.of(language)), verdict, details, language)
    _matrix(book.create_sheet(words.DOCUMENTS.of(language)), verdict, language)
    _findings(book.create_sheet(words.FINDINGS.of(language)), verdict, language)
    _unexpected(book.create_sheet(words.UNEXPECTED_SHORT.of(language)), verdict, language)
    if verdict.counts:
        _counts(book.create_sheet(words.COUNTED.of(language)), verdict, language)
    if verdict.decisions:
        _decisions(book.create_sheet(words.DECISIONS_SHORT.of(language)), verdict, language)
    book.properties.title = words.TITLE.of(language)
    book.properties.creator = "Kanta Desk"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _summary(
    sheet: Worksheet, verdict: Verdict, details: ReportDetails, language: Language
) -> None:
    plan = verdict.plan
    test_day = details.test_day or plan.test_day
    told: list[tuple[str, Value]] = [
        (words.TITLE.of(language), plan.name),
        (words.RESULT.of(language), result_of(verdict)[1].of(language)),
        (words.KIND.of(language), KIND_NAMES[plan.kind].of(language)),
        (words.ORGANISATION.of(language), details.organisation),
        (words.BUSINESS_ID.of(language), details.business_id),
        (words.CONTROLLER.of(language), details.controller),
        (words.CONTROLLER_OID.of(language), details.controller_oid),
        (words.SYSTEM.of(language), details.system or plan.system),
        (words.VERSION.of(language), details.system_version or plan.system_version),
        (words.VENDOR.of(language), details.vendor or plan.vendor),
        (words.TEST_CASE.of(language), details.test_case or plan.test_case),
        (words.TEST_DAY.of(language), test_day),
        (words.DEADLINE.of(language), report_deadline(test_day) if test_day else None),
        (words.PRODUCTION_START.of(language), details.production_start),
        (words.PERFORMERS.of(language), ", ".join(details.performers)),
        (words.ARCHIVIST.of(language), details.archivist),
        (words.RUN_TIME.of(language), _local(verdict.ended)),
        (words.RUN.of(language), verdict.run_id),
        (words.PLAN.of(language), f"SHA-256 {plan.sha256}"),
    ]
    if details.practice:
        told.insert(0, (MODE_BANNERS[Mode.PRACTICE].of(language), None))
    if details.remarks:
        told.append((words.REMARKS.of(language), details.remarks))
    for row in told:
        _append(sheet, row)
    for cell in sheet["A"]:
        cell.font = Font(bold=True)
    _set_widths(sheet, (34, _WIDE))


def _matrix(sheet: Worksheet, verdict: Verdict, language: Language) -> None:
    heads = [
        words.KEY.of(language),
        words.CLIENT.of(language),
        words.DOCUMENT.of(language),
        "OID",
        words.ARCHIVED.of(language),
        *(ASPECT_NAMES[aspect].of(language) for aspect in Aspect),
        words.PAIRED_BY.of(language),
        "SHA-256",
    ]
    _head(sheet, heads)
    first_state = 6
    for row in verdict.rows:
        states = [cell.state for cell in row.cells]
        _append(
            sheet,
            (
                row.expected.key,
                name_of_test_person(row.expected.client_id),
                row.expected.title or row.expected.document_type,
                str(row.document_oid or row.expected.document_oid or ""),
                _local(row.archived) if row.archived else None,
                *(CELL_NAMES[state].of(language) for state in states),
                row.paired_by.of(language) if row.paired_by else "",
                row.sha256,
            ),
        )
        for column, state in enumerate(states, first_state):
            cell = sheet.cell(sheet.max_row, column)
            cell.fill = PatternFill("solid", fgColor=_TINTS[state])
    _set_widths(sheet, (10, 16, 40, 44, 18, 16, 16, 16, 16, 40, 68))


def _findings(sheet: Worksheet, verdict: Verdict, language: Language) -> None:
    heads = (
        words.KEY, words.QUESTION, words.RULE, words.FINDING, words.PLACE,
        words.EXPECTED, words.FOUND, words.SOURCE,
    )  # fmt: skip
    _head(sheet, [head.of(language) for head in heads])
    for row in verdict.rows:
        for cell in row.cells:
            aspect = ASPECT_NAMES[cell.aspect].of(language)
            for finding in cell.findings:
                _append(sheet, (row.expected.key, aspect, *_finding(finding, language)))
            for d in cell.differences:
                field = BY_KEY.get(d.place)
                place = field.label.of(language) if field else d.place or d.before
                difference = words.DIFFERENCE.of(language)
                _append(
                    sheet,
                    (row.expected.key, aspect, "", difference, place, d.expected, d.found, ""),
                )
    _set_widths(sheet, (10, 16, 14, _WIDE, 30, 40, 40, 40))


def _counts(sheet: Worksheet, verdict: Verdict, language: Language) -> None:
    heads = (words.KEY, words.EXPECTED, words.FOUND, words.RESULT, words.FINDING)
    _head(sheet, [head.of(language) for head in heads])
    for count in verdict.counts:
        state, said = CELL_NAMES[count.state].of(language), count.summary.of(language)
        _append(sheet, (count.expected.key, count.expected.number, count.found, state, said))
    _set_widths(sheet, (20, 12, 12, 18, _WIDE))


def _decisions(sheet: Worksheet, verdict: Verdict, language: Language) -> None:
    heads = (
        words.KEY, words.QUESTION, words.DECISION, words.REASON, words.DECIDED_BY, words.DECIDED_AT,
    )  # fmt: skip
    _head(sheet, [head.of(language) for head in heads])
    for each in verdict.decisions:
        question = ASPECT_NAMES[each.aspect].of(language) if each.aspect else ""
        ruling = RULING_NAMES[each.ruling].of(language)
        _append(sheet, (each.key, question, ruling, each.note, each.by, _local(each.at)))
    _set_widths(sheet, (20, 16, 26, _WIDE, 30, 18))


def _finding(finding: Finding, language: Language) -> Iterator[str]:
    yield finding.rule
    yield finding.title.of(language)
    yield finding.place
    yield ""
    yield finding.evidence
    yield finding.source


def _unexpected(sheet: Worksheet, verdict: Verdict, language: Language) -> None:
    _head(sheet, [w.of(language) for w in (words.PLACE, words.RULE, words.FINDING, words.REMEDY)])
    for finding in verdict.unexpected:
        _append(
            sheet,
            (
                finding.place,
                finding.rule,
                finding.title.of(language),
                finding.remedy.of(language),
            ),
        )
    _set_widths(sheet, (44, 14, _WIDE, _WIDE))


def _head(sheet: Worksheet, titles: Sequence[str]) -> None:
    _append(sheet, titles)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    sheet.freeze_panes = "A2"


def _append(sheet: Worksheet, values: Iterable[Value]) -> None:
    """One row more; text stays text, whatever it begins with."""
    at = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value is not None else 1
    for column, value in enumerate(values, 1):
        cell = sheet.cell(at, column)
        if isinstance(value, str):
            cell.value = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)[:_MAX_TEXT]
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        elif value is not None:
            cell.value = value
            if isinstance(value, date):
                cell.number_format = "d.m.yyyy h:mm" if isinstance(value, datetime) else "d.m.yyyy"
            cell.alignment = Alignment(horizontal="left", vertical="top")


def _local(moment: datetime) -> datetime:
    """Finnish time without its zone, which a cell cannot hold."""
    return moment.astimezone(HELSINKI).replace(tzinfo=None)


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = max(width, _NARROW)
