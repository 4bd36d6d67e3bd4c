"""Exports of code sets: what is read of CSV and XML, and what is told of their faults."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.archive.import_checks import checked
from kanta_desk.archive.import_csv import read_csv
from kanta_desk.archive.import_rows import MAX_CELL, column_of, day_of, first_day, last_day
from kanta_desk.archive.import_xml import read_xml
from kanta_desk.errors import ImportUnreadable
from kanta_desk.model.imports import RowFault, RowProblem
from tests.helpers.imports import CODES, OWN, REGISTER, UNIT

F = RowFault


def csv(text: str) -> list[RowProblem]:
    return checked(read_csv(text.encode(), "a.csv")).problems


@pytest.mark.parametrize(
    "data",
    [
        CODES.encode(),
        CODES.encode("utf-8-sig"),
        CODES.encode("cp1252"),
        CODES.encode("utf-16"),
        CODES.replace("\n", "\r\n").encode(),
        ("Koodisto;1.2.246.537.6.1221\nNimi;Palvelutehtävä\n\n" + CODES).encode(),
    ],
)
def test_the_same_codes_are_read_in_any_encoding_and_form(data: bytes) -> None:
    found = checked(read_csv(data, "a.csv"))
    assert not found.problems
    assert list(found.entries) == ["10", "20", "21"]
    (entry,) = found.entries["21"]
    assert entry.name()[0] == "Vammaisten erityispalvelut; uusi"
    assert (entry.first, entry.last) == (date(2026, 1, 1), None)
    assert found.entries["10"][0].name()[:2] == ("Lastensuojelu", "Barnskydd")
    assert found.entries["20"][0].last == date(2025, 12, 31)


@pytest.mark.parametrize("separator", [",", "\t", "|"])
def test_any_separator_is_found_by_the_headings(separator: str) -> None:
    text = separator.join(("Koodi", "Pitkä nimi")) + "\n" + separator.join(("1", "a;b c")) + "\n"
    (entry,) = checked(read_csv(text.encode(), "a.csv")).entries["1"]
    assert entry.name()[0] == "a;b c"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("CodeId", "code"),
        ("Koodi", "code"),
        ("LongName", "name"),
        ("Pitkä nimi", "name"),
        ("LongName_sv", "name sv"),
        ("A:Nimi ruotsiksi", "name sv"),
        ("Name (en)", "name en"),
        ("Voimassaolo alkaa", "begin"),
        ("BEGINNINGDATE", "begin"),
        ("ExpiringDate", "end"),
        ("expirationdate", "end"),
        ("ParentId", "parent"),
        ("A:Y-tunnus", "business_id"),
        ("officestreetaddress", "street"),
        ("Hierarchylevel", ""),
        ("", ""),
    ],
)
def test_headings_are_known_in_all_their_forms(heading: str, column: str) -> None:
    assert column_of(heading) == column


def test_the_language_of_an_attribute_may_stand_beside_it() -> None:
    assert column_of("longname", "sv") == "name sv"
    assert column_of("longname", "fi") == "name"
    assert column_of("parentid", "sv") == "parent"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (";Nimi;;\n", (F.NO_CODE, 2, "CodeId", "")),
        ("1;;;\n", (F.NO_NAME, 2, "LongName", "")),
        ("1;N;31.2.2026;\n", (F.BAD_DATE, 2, "BeginningDate", "31.2.2026")),
        ("1;N;;eilen\n", (F.BAD_DATE, 2, "ExpiringDate", "eilen")),
        ("1;N;2.1.2026;1.1.2026\n", (F.DATES_REVERSED, 2, "ExpiringDate", "1.1.2026")),
        ("1;N;;\n\n1;N;;\n", (F.DUPLICATE, 4, "CodeId", "1")),
        ("1;N;;\n1;M;1.1.2026;\n", (F.OVERLAP, 3, "CodeId", "1")),
        ("1;N;;;;x\n", (F.COLUMNS, 2, "", "")),
        (f"1;{'N' * (MAX_CELL + 1)};;\n", (F.TOO_LONG, 2, "LongName", "N" * 60)),
    ],
)
def test_a_fault_is_told_with_its_row_column_and_value(
    rows: str, problem: tuple[object, ...]
) -> None:
    (found,) = csv("CodeId;LongName;BeginningDate;ExpiringDate\n" + rows)
    assert (found.fault, found.row, found.column, found.value) == problem


def test_a_parent_that_is_not_there_is_told_and_the_row_stays() -> None:
    found = checked(read_csv(b"Koodi;Nimi;Ylakoodi;ParentId\n1;A;;9\n2;B;;1\n3;C;;3\n", "a.csv"))
    told = [(p.fault, p.row, p.value) for p in found.problems]
    assert told == [(F.UNKNOWN_PARENT, 2, "9"), (F.UNKNOWN_PARENT, 4, "3")]
    assert (len(found.entries), found.left_out) == (3, 0)


def test_a_code_may_have_one_name_after_another() -> None:
    text = "Koodi;Nimi;Alkupvm;Loppupvm\n1;Uusi;1.1.2020;\n1;Vanha;1.1.2010;31.12.2019\n"
    found = checked(read_csv(text.encode(), "a.csv"))
    assert not found.problems
    assert [entry.name()[0] for entry in found.entries["1"]] == ["Vanha", "Uusi"]


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (b"", "columns", ""),
        (b"a;b\n1;2\n", "columns", ""),
        (b"CodeId;LongName\n1;\x81\x8d\n", "encoding", ""),
        (b"CodeId;LongName\n1;a\0b\n", "encoding", ""),
        (b'CodeId;LongName\n1;"' + b"x" * 140_000 + b'"\n', "form", "2"),
    ],
)
def test_a_file_that_is_no_export_is_refused_whole(data: bytes, reason: str, place: str) -> None:
    with pytest.raises(ImportUnreadable) as told:
        read_csv(data, "a.csv")
    assert (told.value.fields["reason"], told.value.fields["place"]) == (reason, place)


def test_the_service_s_own_xml_is_read_with_what_it_says_of_the_set() -> None:
    sheet = read_xml(REGISTER.encode(), "r.xml")
    assert sheet.system == "1.2.246.537.6.202.2008"
    assert sheet.names == {"fi": "Organisaatiot"}
    found = checked(sheet, units=True)
    assert not found.problems
    (own,) = found.entries[OWN]
    assert (own.first, own.last) == (None, None)
    assert own.cell("business_id") == "9999920-4"
    assert [entry.name()[0] for entry in found.entries[UNIT]] == [
        "Vanha asiakirjahallinto",
        "Asiakirjahallinto",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<soap:E xmlns:soap='s' xmlns='urn:codeapi:Codeservice'><soap:B><termSystem id='1.2.3'>"
        "<termItemEntry id='1' beginDate='2020-01-01'><attribute type='longname' language='fi'>A"
        "</attribute><attribute type='longname' language='sv'>B</attribute></termItemEntry>"
        "</termSystem></soap:B></soap:E>",
        "<r><conceptCode><conceptCodeId>1</conceptCodeId><beginDate>2020-01-01</beginDate>"
        "<attributes><attribute><attributeName>longname</attributeName><language>fi</language>"
        "<attributeValue>A</attributeValue></attribute><attribute><attributeName>longname"
        "</attributeName><language>sv</language><attributeValue>B</attributeValue></attribute>"
        "</attributes></conceptCode></r>",
        "<koodisto><rivit><row><Koodi>1</Koodi><Nimi>A</Nimi><Nimi_sv>B</Nimi_sv>"
        "<Alkupvm>1.1.2020</Alkupvm></row></rivit></koodisto>",
    ],
)
def test_other_shapes_of_xml_give_the_same(text: str) -> None:
    (entry,) = checked(read_xml(text.encode(), "a.xml")).entries["1"]
    assert entry.name()[:2] == ("A", "B")
    assert entry.first == date(2020, 1, 1)


def test_a_fault_in_xml_is_told_by_its_line() -> None:
    wrong = REGISTER.replace("9999920-4", "9999920-5")
    (found,) = checked(read_xml(wrong.encode(), "r.xml"), units=True).problems
    line = next(n for n, text in enumerate(wrong.split("\n"), 1) if "<termitementry" in text)
    assert (found.fault, found.value) == (F.BAD_BUSINESS_ID, "9999920-5")
    assert line <= found.row <= line + 1
    assert found.column == "Y-Tunnus"


def test_a_unit_s_code_has_to_be_an_oid() -> None:
    found = checked(read_csv(b"CodeId;LongName\nabc;A\n1.2.3.4;B\n", "a"), units=True)
    assert [(p.fault, p.value) for p in found.problems] == [(F.BAD_OID, "abc")]
    assert list(found.entries) == ["1.2.3.4"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "definition"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"), "definition"),
        (b"<a><b></a>", "xml"),
        (b"<a>" * 400 + b"</a>" * 400, "xml"),
        (b"<a>" + b"<b/>" * 10, "xml"),
    ],
)
def test_hostile_xml_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImportUnreadable) as told:
        read_xml(data, "a.xml")
    assert told.value.fields["reason"] == reason


def test_a_file_of_nothing_but_tags_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ImportUnreadable) as told:
        read_xml(b"<a>" + b"<" * 10_000_001, "a.xml")
    assert told.value.fields["reason"] == "size"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-03-08T10:28:36", date(2016, 3, 8)),
        ("2016-03-08", date(2016, 3, 8)),
        ("8.3.2016", date(2016, 3, 8)),
        ("08.03.2016 00:00:00", date(2016, 3, 8)),
        ("20160308", date(2016, 3, 8)),
        ("2016/3/8", date(2016, 3, 8)),
        ("2016-12-31T22:00:00Z", date(2017, 1, 1)),
        ("2016-12-31T22:00:00+02:00", date(2016, 12, 31)),
    ],
)
def test_days_are_read_in_all_forms_of_the_service(text: str, day: date) -> None:
    assert day_of(text) == day


def test_years_that_mean_always_are_open_ends() -> None:
    assert first_day("1900-01-01T00:00:01") is None
    assert last_day("31.12.2099") is None
    assert last_day("2100-12-31T23:59:59") is None
    assert first_day("") is None


@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers(data: bytes) -> None:
    for read in (read_csv, read_xml):
        try:
            checked(read(data, "x"))
        except ImportUnreadable:
            continue


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80))
def test_whatever_a_cell_holds_is_given_back(text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    found = checked(read_csv(f"CodeId;LongName\n1;{quoted}\n".encode(), "x"))
    (entry,) = found.entries["1"]
    assert entry.name()[0] == (text.strip() or "1")
