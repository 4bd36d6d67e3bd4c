"""Rights as CSV: what goes out comes back, faults are told by row and column, nothing computes."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import FolderNotWritable
from kanta_desk.model.people import Role
from kanta_desk.model.rights import Decision, Statement
from kanta_desk.rights import rules
from kanta_desk.rights.changes import plain
from kanta_desk.rights.history import Book
from kanta_desk.rights.tables import READ, TOLD, read_table, write_table
from tests.helpers.events import REGISTER
from tests.helpers.rights import DAY, LIISA, MAIJA, MANDATE, PEKKA, after, begun, grant

BOOK = begun(
    grant(PEKKA, Role.ARCHIVIST, basis=MANDATE, valid_to=date(2026, 12, 1)),
    grant(LIISA, Role.AUDITOR, basis=Statement("Tehtävänkuva; ”vanha”")),
)
EMPTY = Book(REGISTER)
HEAD = ";".join(READ)
ROW = (
    "990000044;issued;sote;Pekka;viewer;1.2.246.10.99999990.10.0;Hoiva;1;"
    ";decision;;1/2026;1.1.2026;Toimitusjohtaja;;;1.1.2026;"
)


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "rights.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_what_goes_out_comes_back(tmp_path: Path) -> None:
    path = write_table(BOOK.records, DAY, tmp_path / "rights.csv")

    read = read_table(path, EMPTY, DAY)

    assert read.faults == ()
    assert len(read.fresh) == 3
    for grant_read, record in zip(read.fresh, BOOK.records, strict=True):
        assert grant_read.same_right(record.grant)


_texts = st.text(min_size=1, max_size=30).map(plain).filter(bool)


@given(name=_texts, number=_texts, decider=_texts)
def test_whatever_its_characters(
    tmp_path_factory: pytest.TempPathFactory, name: str, number: str, decider: str
) -> None:
    path = tmp_path_factory.mktemp("rights") / "rights.csv"
    wanted = grant(name=name, basis=Decision(number, date(2026, 1, 1), decider))

    (read,) = read_table(write_table(begun(wanted).records[1:], DAY, path), EMPTY, DAY).fresh

    assert (read.name, read.basis) == (wanted.name, wanted.basis)


def test_a_cell_that_a_spreadsheet_would_compute_is_kept_from_it(tmp_path: Path) -> None:
    book = begun(grant(name='=HYPERLINK("http://x")'), grant(LIISA, name="+358"))
    path = write_table(book.records, DAY, tmp_path / "rights.csv")

    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert read_table(path, EMPTY, DAY).fresh[1].name == '=HYPERLINK("http://x")'


def test_what_is_in_force_already_is_passed_over(tmp_path: Path) -> None:
    path = write_table(BOOK.records, DAY, tmp_path / "rights.csv")

    read = read_table(path, BOOK, DAY)

    assert (read.fresh, read.known, read.faults) == ((), 3, ())


def test_what_was_revoked_or_has_ended_is_not_brought_back(tmp_path: Path) -> None:
    gone = after(BOOK, rules.revoked(BOOK, "1-3", "lähti", DAY))
    path = write_table(gone.records, date(2026, 12, 24), tmp_path / "rights.csv")

    read = read_table(path, EMPTY, DAY)

    assert [g.person for g in read.fresh] == [MAIJA]
    assert read.over == 2


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_commas_and_tabs_part_columns_as_well(tmp_path: Path, delimiter: str) -> None:
    text = f"{HEAD}\n{ROW}\n".replace(";", delimiter)

    assert len(read_table(table(tmp_path, text), EMPTY, DAY).fresh) == 1


@pytest.mark.parametrize(
    ("old", "new", "column", "reason"),
    [
        ("viewer", "king", "role", "choice"),
        ("viewer", "", "role", "empty"),
        ("issued", "name", "kind", "choice"),
        (";sote;", ";bank;", "issuer", "choice"),
        ("990000044", "", "identifier", "empty"),
        ("990000044", "010181-900C", "identifier", "henkilotunnus"),
        ("issued", "registration", "identifier", "registration"),
        ("decision;;1/2026;1.1.2026", "decision;;1/2026;31.2.2026", "basis_day", "date"),
        ("decision;;1/2026;1.1.2026", "decision;;1/2026;", "basis_day", "empty"),
        ("decision", "friend", "basis_kind", "choice"),
        ("decision", "mandate", "basis_from", "empty"),
        (";;;1.1.2026;", ";;;;", "valid_from", "empty"),
        (";;;1.1.2026;", ";;;1.1.2026;31.12.2025", "valid_to", "order"),
        ("10.99999990.10.0", "10.11.10.0", "controller", "other register"),
        ("1.2.246.10.99999990.10.0", "x", "controller", "form"),
        (";Toimitusjohtaja", "", "", "columns"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(
    tmp_path: Path, old: str, new: str, column: str, reason: str
) -> None:
    assert old in ROW
    path = table(tmp_path, f"{HEAD}\n{ROW}\n\n{ROW.replace(old, new, 1)}\n")

    read = read_table(path, EMPTY, DAY)

    (fault,) = read.faults
    assert fault.fields == {"row": 4, "column": column, "reason": reason}


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    bad = ROW.replace("viewer", "king")

    read = read_table(table(tmp_path, f"{HEAD}\n{bad}\n{ROW}\n{bad}\n"), EMPTY, DAY)

    assert [fault.fields["row"] for fault in read.faults] == [2, 4]


@pytest.mark.parametrize(
    ("text", "encoding", "reason"),
    [
        ("", "utf-8", "missing column"),
        (f"{HEAD}\n", "utf-8", "no rows"),
        (f"{HEAD};colour\n{ROW};red\n", "utf-8", "unknown column"),
        (f"{HEAD}\n{ROW}\n".replace("name;role", "role"), "utf-8", "missing column"),
        (f"{HEAD}\n{ROW}ä\n", "latin-1", "encoding"),
        (f"{HEAD}\n" + ROW + "x" * 5_000_000, "utf-8", "size"),
    ],
)
def test_a_file_that_is_no_table_of_rights_is_told(
    tmp_path: Path, text: str, encoding: str, reason: str
) -> None:
    faults = read_table(table(tmp_path, text, encoding), EMPTY, DAY).faults

    assert reason in {fault.fields["reason"] for fault in faults}


def test_the_history_stands_beside_what_is_read(tmp_path: Path) -> None:
    gone = after(BOOK, rules.revoked(BOOK, "1-3", "lähti", DAY))
    path = write_table(gone.records, DAY, tmp_path / "rights.csv")

    with path.open(encoding="utf-8-sig", newline="") as file:
        row = list(csv.DictReader(file, delimiter=";"))[2]

    assert [row[column] for column in TOLD] == [
        "1-3", "revoked", "22.11.2026 12.00", "Henkilö 99900011122",
        "22.11.2026 12.00", "Henkilö 99900011122", "lähti",
    ]  # fmt: skip


def test_a_table_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rights.csv"
    path.mkdir()
    (path / "in the way").touch()

    with pytest.raises(FolderNotWritable):
        write_table(BOOK.records, DAY, path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["rights.csv"]
