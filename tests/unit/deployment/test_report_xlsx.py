"""The report as a workbook: what stands in it, and that nothing in it is a formula."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from kanta_desk.deployment.report_xlsx import report_xlsx
from kanta_desk.model.deployment import Verdict
from kanta_desk.model.text import Language
from tests.unit.deployment.test_report import DETAILS, verdict_of
from tests.unit.deployment.test_report import content as content  # a fixture


def book_of(verdict: Verdict, language: Language = Language.FI) -> Workbook:
    return load_workbook(io.BytesIO(report_xlsx(verdict, DETAILS, language)))


def values(book: Workbook, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_the_sheets_hold_the_summary_the_matrix_the_findings_and_the_unexpected(
    content: Path,
) -> None:
    book = book_of(verdict_of(content, faults=True))

    assert book.sheetnames == [
        "Yhteenveto",
        "Asiakirjat",
        "Havainnot ja erot",
        "Ei suunnitelmassa",
    ]
    told = {str(row[0]): row[1] for row in values(book, "Yhteenveto")}
    assert told["Y-tunnus"] == "2233445-5"
    assert told["Koepäivä"] == datetime(2026, 11, 20)
    assert told["Tulos"] == "Ei hyväksytty"
    matrix = values(book, "Asiakirjat")
    assert matrix[0][5:9] == ["Arkistoitu", "Rekisteri", "Kuvailutiedot", "Sisältö"]
    assert len(matrix) == 1 + 2
    assert matrix[1][8] == "virhe"
    differences = [row for row in values(book, "Havainnot ja erot") if row[3] == "Ero"]
    assert ["14,50", "14,60"] in [row[5:7] for row in differences]
    assert len(values(book, "Ei suunnitelmassa")) > 1


def test_the_words_are_in_the_language_asked_for(content: Path) -> None:
    book = book_of(verdict_of(content), Language.SV)

    assert book.sheetnames[0] == "Sammandrag"
    assert values(book, "Handlingar")[1][8] == "i ordning"


def test_what_a_document_says_is_text_even_if_it_looks_like_a_formula(content: Path) -> None:
    verdict = verdict_of(content)
    row = verdict.rows[0]
    hostile = replace(row, expected=replace(row.expected, title='=HYPERLINK("http://x.example")'))
    book = book_of(replace(verdict, rows=(hostile, *verdict.rows[1:])))

    cell = book["Asiakirjat"].cell(2, 3)
    assert cell.value == '=HYPERLINK("http://x.example")'
    assert cell.data_type == "s"


def test_signs_that_a_workbook_cannot_hold_do_not_stop_it(content: Path) -> None:
    verdict = verdict_of(content)
    row = verdict.rows[0]
    odd = replace(row, expected=replace(row.expected, title="a\x00b\ud800" + "c" * 40_000))
    book = book_of(replace(verdict, rows=(odd,)))

    assert str(book["Asiakirjat"].cell(2, 3).value).startswith("a\N{REPLACEMENT CHARACTER}b")
