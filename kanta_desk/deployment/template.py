"""Templates for plans: CSV and XLSX with the columns named, explained, and lists to choose from."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kanta_desk.model.deployment import KIND_NAMES, TestKind
from kanta_desk.model.planning import COLUMN_NAMES, FACT_NAMES, Column, Fact
from kanta_desk.model.terms.plan_template import (
    COLUMN_HELP,
    EXAMPLE_ROWS,
    FACT_HELP,
    SHEETS,
    TITLES,
    YES_NO,
)
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.files import write_whole

TEMPLATE_KINDS = (".xlsx", ".csv")

# In the order that one fills them in; the rest of ``Column`` is for programs.
_COLUMNS = (
    Column.KEY, Column.CLIENT, Column.DOCUMENT_OID, Column.TITLE, Column.TYPE,
    Column.SERVICE_TASK, Column.SERVICE_PROCESS, Column.CASE, Column.CREATED, Column.VERSION,
    Column.CONTROLLER, Column.ORGANISER, Column.PRODUCER, Column.IMPLEMENTER, Column.STRUCTURE,
    Column.SOURCE, Column.SOURCE_TEXT, Column.MUST_NOT, Column.NOT_IN,
)  # fmt: skip
_COUNT_COLUMNS = (
    Column.KEY, Column.COUNT, Column.CLIENT, Column.TYPE, Column.SERVICE_TASK, Column.CONTROLLER,
    Column.SINCE, Column.UNTIL,
)  # fmt: skip
_ROWS = 2_000
_WIDTH, _LEAST_WIDTH = 1.3, 14
_HEAD = PatternFill("solid", fgColor="E6EEF2")
_NEEDED = PatternFill("solid", fgColor="CFE3DA")


def write_template(path: Path, language: Language) -> Path:
    """Write a template to ``path``, in the form that its suffix says (``TEMPLATE_KINDS``).

    Raises:
        FolderNotWritable: naming the folder.
    """
    csv_wanted = path.suffix.lower() == ".csv"
    return write_whole(path, _as_csv(language) if csv_wanted else _as_xlsx(language))


def _as_csv(language: Language) -> bytes:
    """With the mark of UTF-8, by which spreadsheet programs know it."""
    whole = io.StringIO()
    for fact in Fact:
        whole.write(f"# {FACT_NAMES[fact].of(language)}: {_given(fact, language)}\r\n")
    for column in _COLUMNS:
        name = COLUMN_NAMES[column].of(language)
        whole.write(f"# – {name} = {COLUMN_HELP[column].of(language)}\r\n".replace(";", ","))
    writer = csv.writer(whole, delimiter=";")
    writer.writerow([COLUMN_NAMES[column].of(language) for column in _COLUMNS])
    for row in EXAMPLE_ROWS:
        writer.writerow([_example(row, column, language) for column in _COLUMNS])
    return whole.getvalue().encode("utf-8-sig")


def _as_xlsx(language: Language) -> bytes:
    book = Workbook()
    documents = book.active
    documents.title = SHEETS["documents"].of(language)
    _table(documents, _COLUMNS, language)
    for row in EXAMPLE_ROWS:
        documents.append([_example(row, column, language) for column in _COLUMNS])
    _table(book.create_sheet(SHEETS["counts"].of(language)), _COUNT_COLUMNS, language)
    _test(book.create_sheet(SHEETS["test"].of(language)), language)
    _explanations(book.create_sheet(SHEETS["help"].of(language)), language)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def _table(sheet: Worksheet, columns: tuple[Column, ...], language: Language) -> None:
    """A header with a comment on each name, text cells below it, and lists where there are any."""
    for number, column in enumerate(columns, 1):
        name = COLUMN_NAMES[column].of(language)
        cell = sheet.cell(1, number, name)
        cell.font = Font(bold=True)
        cell.fill = _NEEDED if column is Column.CLIENT else _HEAD
        cell.comment = Comment(COLUMN_HELP[column].of(language), "Kanta Desk", 140, 320)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = max(_LEAST_WIDTH, len(name) * _WIDTH)
        sheet.column_dimensions[letter].number_format = "@"
        if column is Column.MUST_NOT:
            _offer(sheet, letter, [word.of(language) for word in YES_NO])
    sheet.freeze_panes = "A2"


def _test(sheet: Worksheet, language: Language) -> None:
    for row, fact in enumerate(Fact, 1):
        sheet.cell(row, 1, FACT_NAMES[fact].of(language)).font = Font(bold=True)
        sheet.cell(row, 2, _given(fact, language) or None)
        sheet.cell(row, 3, FACT_HELP[fact].of(language)).alignment = Alignment(wrap_text=True)
        if fact is Fact.KIND:
            kinds = [KIND_NAMES[kind].of(language) for kind in TestKind]
            _offer(sheet, "B", kinds, row, row)
    for letter, width in (("A", 26), ("B", 40), ("C", 80)):
        sheet.column_dimensions[letter].width = width


def _explanations(sheet: Worksheet, language: Language) -> None:
    sheet.append([TITLES["column"].of(language), TITLES["help"].of(language)])
    for column in dict.fromkeys((*_COLUMNS, *_COUNT_COLUMNS)):
        name, told = COLUMN_NAMES[column], COLUMN_HELP[column]
        sheet.append([f"# {name.of(language)}", told.of(language)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.value = f"# {cell.value}"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 110


def _offer(
    sheet: Worksheet, letter: str, words: list[str], first: int = 2, last: int = _ROWS
) -> None:
    """Let the cells of a column be chosen from a list."""
    choice = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"{letter}{first}:{letter}{last}")


def _given(fact: Fact, language: Language) -> str:
    """What a template already says of the test."""
    return KIND_NAMES[TestKind.FIRST].of(language) if fact is Fact.KIND else ""


def _example(row: dict[Column, Text], column: Column, language: Language) -> str:
    return row[column].of(language) if column in row else ""
