"""Exports shaped as several (invented) client information systems write them, made into plans."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.deployment.columns import column_of
from kanta_desk.deployment.mapping import mapping_of
from kanta_desk.deployment.moments import moment
from kanta_desk.deployment.plan import look_at, plan_by, read_plan
from kanta_desk.deployment.plan_json import read_json
from kanta_desk.errors import InvalidTime, PlanUnreadable
from kanta_desk.model.deployment import ExpectedDocument, Plan, TestKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.planning import Column, ColumnMapping, Ground
from kanta_desk.model.terms.plans import PLAN_REASONS
from tests.helpers.deployment import NOT_A_TEST_PERSON
from tests.helpers.plans import repacked, workbook

HETU, OTHER = "010181-900C", "010594Y9032"
OWN, REGION = "1.2.246.10.22334458.19.0", "1.2.246.10.32213086.19.0"
AT = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)


def oid(number: int) -> str:
    return f"1.2.246.10.22334458.11.2026.{number}"


def columns(path: Path, sheet: int = 0) -> dict[str, tuple[Column | None, Ground]]:
    export = look_at(path)
    assert export is not None
    return {c.header: (c.column, c.ground) for c in export.sheets[sheet].columns}


def confirmed(path: Path, **changes: Column | None) -> Plan:
    """The plan after a person has looked at the columns and changed some."""
    export = look_at(path)
    assert export is not None
    taken = mapping_of(export.sheets[0], "Järjestelmä")
    return plan_by(path, ColumnMapping(taken.system, {**taken.columns, **changes}))


def same(document: ExpectedDocument) -> tuple[str, str, str, str, datetime | None]:
    assert document.document_oid is not None
    return (
        str(document.client_id),
        document.document_oid.value,
        document.title,
        document.document_type,
        document.created,
    )


DECISION = (HETU, oid(1), "Päätös", "11012", AT)
PLAN = (OTHER, oid(2), "Åtgärdsplan", "11013", datetime(2026, 11, 20, 22, 0, tzinfo=UTC))


def test_semicolons_windows_1252_and_finnish_headers_under_a_title(tmp_path: Path) -> None:
    """A report of a system: a title and an empty row above, day and time in two columns."""
    path = tmp_path / "hoivaa.csv"
    path.write_bytes(
        "Raportti: käyttöönottokoe;;;;;;\n"
        ";;;;;;\n"
        "Hetu;Asiakirjan OID;Asiakirjan nimi;Asiakirjatyypin koodi;Pvm;Klo;Työntekijä\n"
        f"{HETU};{oid(1)};Päätös;11012;20.11.2026;10.05;Tiina T\n"
        f"{OTHER};{oid(2)};Åtgärdsplan;11013;21.11.2026;;Tiina T\n".encode("cp1252")
    )
    export = look_at(path)
    assert export is not None
    assert export.sheets[0].header == "hoivaa.csv:3"
    unsure = [c.header for c in export.sheets[0].columns if not c.is_sure]
    assert unsure == ["Työntekijä"]
    assert [same(d) for d in confirmed(path).documents] == [DECISION, PLAN]


def test_a_workbook_with_two_header_rows_in_swedish_and_a_sheet_for_each_client(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    day = datetime(2026, 11, 20, 10, 5)
    for name, row in (
        ("Klient 1", [1, HETU, "Matti", oid(1), "Päätös", 11012, day, 1.0]),
        ("Klient 2", [2, OTHER, "Maija", oid(2), "Åtgärdsplan", 11013, date(2026, 11, 21), 2]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(["Driftsättningsprov, export"])
        sheet.append(["Rad", "Klient", None, "Handling"])
        sheet.append([None, "Beteckning", "Namn", "Id", "Rubrik", "Typ", "Skapad", "Version"])
        sheet.merge_cells("B2:C2")
        sheet.merge_cells("D2:H2")
        sheet.append(row)
    path = tmp_path / "omsorg.xlsx"
    book.save(path)
    found = columns(path)
    assert found["Klient / Beteckning"] == (Column.CLIENT, Ground.NAME)
    assert found["Handling / Id"] == (Column.DOCUMENT_OID, Ground.NAME)
    assert found["Klient / Namn"] == (None, Ground.NONE)
    documents = confirmed(path).documents
    assert [same(d) for d in documents] == [DECISION, PLAN]
    assert [(d.version, d.place) for d in documents] == [
        (1, "omsorg.xlsx:Klient 1:4"),
        (2, "omsorg.xlsx:Klient 2:4"),
    ]


def test_tabs_and_english_headers_some_only_alike(tmp_path: Path) -> None:
    path = tmp_path / "careplus.txt"
    path.write_text(
        "Row\tClient identifer\tDoc OID\tHeading\tDocument type code\tCreated at\tRoom\n"
        f"1\t{HETU}\t{oid(1)}\tPäätös\t11012\t2026-11-20T10:05:00+02:00\tA\n"
        f"2\t{OTHER}\t{oid(2)}\tÅtgärdsplan\t11013\t20261121\tB\n",
        encoding="utf-16",
    )
    assert columns(path)["Client identifer"] == (Column.CLIENT, Ground.LIKENESS)
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    assert [tuple(f) for f in caught.value.faults] == [
        ("careplus.txt:1:Client identifer", "unsure column"),
        ("careplus.txt:1:Room", "unknown column"),
    ]
    assert [same(d) for d in confirmed(path).documents] == [DECISION, PLAN]


def test_nested_json_with_documents_under_clients(tmp_path: Path) -> None:
    path = tmp_path / "vienti.json"
    whole = {
        "format": "hoivaa-vienti-3",
        "vienti": {"luotu": "2026-11-21"},
        "asiakkaat": [
            {"hetu": HETU, "nimi": {"suku": "E"}, "asiakirjat": [
                {"oid": oid(1), "otsikko": "Päätös", "luontiaika": "20.11.2026 klo 10.05",
                 "tyyppi": {"koodi": "11012", "nimi": "Päätös"},
                 "sisalto": {"teksti": ["Päätös", "Myönnetään"]}},
            ]},
            {"hetu": OTHER, "asiakirjat": [
                {"oid": oid(2), "otsikko": "Åtgärdsplan", "luontiaika": "2026-11-21",
                 "tyyppi": {"koodi": "11013", "nimi": "Plan"}},
            ]},
        ],
    }  # fmt: skip
    path.write_text(json.dumps(whole), encoding="utf-8")
    found = columns(path)
    assert found["asiakkaat.hetu"] == (Column.CLIENT, Ground.NAME)
    assert found["asiakkaat.asiakirjat.tyyppi.koodi"] == (Column.TYPE, Ground.NAME)
    plan = confirmed(path, **{"asiakkaat.asiakirjat.sisalto.teksti": Column.SOURCE_TEXT})
    assert [same(d) for d in plan.documents] == [DECISION, PLAN]
    assert plan.documents[0].source_text == "Päätös\nMyönnetään"
    assert plan.documents[1].place == "vienti.json:asiakkaat[1].asiakirjat[0]"


def test_a_workbook_of_serial_days_and_a_sheet_about_the_test(tmp_path: Path) -> None:
    """Days as plain numbers; facts and counts on sheets of their own."""
    data = workbook(
        Testi=[("Järjestelmä", "Saga"), ("Toimittaja", "Ohjelma Oy"), ("Testipäivä", "20.11.2026")],
        Asiakirjat=[
            ("Asiakas", "OID", "Otsikko", "Tyyppi", "Luontiaika", "Rekisterinpitäjä"),
            (HETU, oid(1), "Päätös", "11012 Päätös", 46346.420138888891, OWN),
            (OTHER, oid(2), "Åtgärdsplan", 11013, 46347, OWN),
        ],
        Määrät=[("Määrä", "Tyyppi", "Alkaen", "Saakka"), (120, 11012, 42005, 43830)],
    )
    path = tmp_path / "saga.xlsx"
    path.write_bytes(data)
    plan = read_plan(path)
    assert [same(d) for d in plan.documents] == [DECISION, PLAN]
    assert (plan.system, plan.vendor, plan.test_day) == ("Saga", "Ohjelma Oy", date(2026, 11, 20))
    (count,) = plan.counts
    assert (count.number, count.since, count.until) == (120, date(2015, 1, 1), date(2019, 12, 31))
    assert plan.kind is TestKind.OLD_DOCUMENTS


def test_values_tell_a_column_whose_name_does_not(tmp_path: Path) -> None:
    path = tmp_path / "outo.csv"
    path.write_text(
        "Otsikko|F1|F2|F3|F4\n"
        f"Päätös|{HETU}|{oid(1)}|paatos.pdf|{OWN}\nToinen|{OTHER}|{oid(2)}|toinen.pdf|{OWN}\n",
        encoding="utf-8",
    )
    assert {h: c for h, (c, _) in columns(path).items()} == {
        "Otsikko": Column.TITLE,
        "F1": Column.CLIENT,
        "F2": Column.DOCUMENT_OID,
        "F3": Column.SOURCE,
        "F4": Column.CONTROLLER,
    }
    assert columns(path)["F1"][1] is Ground.VALUES


def test_constants_and_facts_of_a_mapping_fill_what_the_file_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"hetu;rekisterinpitäjä\n{HETU};\n{HETU};{REGION}\n", encoding="utf-8")
    mapping = ColumnMapping("Hoivaa", {}, {Column.CONTROLLER: OWN})
    plan = plan_by(path, mapping)
    assert [d.controller for d in plan.documents] == [Oid(OWN), Oid(REGION)]
    assert plan.system == "Hoivaa"


def test_a_kept_mapping_is_used_for_files_with_its_headers(tmp_path: Path) -> None:
    mapping = ColumnMapping("Hoivaa", {"Koodi A": Column.CLIENT, "Huom": None})
    path = tmp_path / "a.csv"
    path.write_text(f"koodi_a;Huom;Otsikko\n{HETU};x;Päätös\n", encoding="utf-8")
    other = tmp_path / "b.csv"
    other.write_text(f"Koodi B;Huom\n{HETU};x\n", encoding="utf-8")
    export = look_at(path, [mapping])
    assert export is not None
    assert export.kept is mapping
    assert export.is_sure
    assert read_plan(path, [mapping]).documents[0].title == "Päätös"
    assert look_at(other, [mapping]).kept is None  # type: ignore[union-attr]


def test_faults_of_a_workbook_name_sheet_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "koe.xlsx"
    path.write_bytes(
        workbook(Lista=[("hetu", "oid", "versio"), ("010181-900D", "1.2.x", 0), ("", "1.2.3", 1)])
    )
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    assert [tuple(f) for f in caught.value.faults] == [
        ("koe.xlsx:Lista:2:hetu", "henkilotunnus"),
        ("koe.xlsx:Lista:2:oid", "oid"),
        ("koe.xlsx:Lista:2:versio", "version"),
        ("koe.xlsx:Lista:3:hetu", "no client"),
    ]


def test_a_formula_that_fails_or_was_never_calculated_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "koe.xlsx"
    rows = [("hetu", "otsikko"), (HETU, "=A2")]
    path.write_bytes(workbook(Lista=rows))
    assert refused(path) == ("koe.xlsx:sheet1:B2", "formula")
    path.write_bytes(workbook(Lista=[("hetu", "otsikko"), (HETU, "#REF!")]))
    assert refused(path) == ("koe.xlsx:Lista:2:otsikko", "formula error")


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    return caught.value.faults[0]


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(Lista=[("hetu",), (HETU,)], Vanha=[("hetu",), (OTHER,)]))
    )
    book["Vanha"].sheet_state = "hidden"
    path = tmp_path / "koe.xlsx"
    book.save(path)
    assert [str(d.client_id) for d in read_plan(path).documents] == [HETU]


def test_hostile_workbooks_are_refused(tmp_path: Path) -> None:
    good = workbook(Lista=[("hetu",), (HETU,)])
    hostile = {
        "truncated": (good[:-200], "xlsx"),
        "text": (b"hetu;otsikko", "xlsx"),
        "old": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "encrypted"),
        "entities": (
            repacked(good, xl_sharedStrings=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "xlsx",
        ),
        "bomb": (repacked(good, xl_extra=b" " * 160_000_000), "too large"),
        "not xml": (repacked(good, xl_workbook=b"<workbook"), "xlsx"),
    }  # fmt: skip
    for name, (data, reason) in hostile.items():
        path = tmp_path / "koe.xlsx"
        path.write_bytes(data)
        assert refused(path)[1] == reason, name


def test_a_sheet_that_says_it_is_endless_is_read_to_its_true_end(tmp_path: Path) -> None:
    good = workbook(Lista=[("hetu",), (HETU,)])
    sheet = repacked(
        good,
        xl_worksheets_sheet1=(
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b'<dimension ref="A1:XFD1048576"/><sheetData>'
            b'<row r="1"><c r="A1" t="inlineStr"><is><t>hetu</t></is></c></row>'
            b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + HETU.encode() + b"</t></is></c></row>"
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
    )
    path = tmp_path / "koe.xlsx"
    path.write_bytes(sheet)
    assert len(read_plan(path).documents) == 1


def test_clients_that_are_no_test_persons_are_flagged_from_every_form(tmp_path: Path) -> None:
    book = tmp_path / "koe.xlsx"
    book.write_bytes(workbook(Lista=[("hetu",), (NOT_A_TEST_PERSON,)]))
    assert [row.place for row in read_plan(book).real_clients] == ["koe.xlsx:Lista:2"]


def test_a_formula_gives_the_value_that_was_kept_with_it(tmp_path: Path) -> None:
    cells = (
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>hetu</t></is></c>'
        f'<c r="B1" t="inlineStr"><is><t>otsikko</t></is></c></row>'
        f'<row r="2"><c r="A2" t="inlineStr"><is><t>{HETU}</t></is></c>'
        f'<c r="B2" t="str"><f>UPPER("p")</f><v>Päätös</v></c></row>'
    )
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )
    path = tmp_path / "koe.xlsx"
    path.write_bytes(repacked(workbook(A=[("x",)]), xl_worksheets_sheet1=sheet.encode()))
    assert read_plan(path).documents[0].title == "Päätös"


@pytest.mark.parametrize(
    "header", ["Syntymäaika", "Arkistointiaika", "Födelsetid", "Date of birth", "Huoltaja"]
)
def test_values_do_not_make_a_column_what_its_name_says_it_is_not(
    tmp_path: Path, header: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"hetu;{header}\n{HETU};1.1.1981\n", encoding="utf-8")
    assert columns(path)[header] == (None, Ground.NONE)


def reasons(act: Callable[[], object]) -> set[str]:
    """Why it was refused; nothing else may be raised."""
    try:
        act()
    except PlanUnreadable as error:
        return {fault.reason for fault in error.faults}
    return set()


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx"])
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("f") / f"a{suffix}"
    path.write_bytes(data)
    assert reasons(lambda: read_plan(path)) <= set(PLAN_REASONS)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*Column, "x", "a.b", ""]), inner, max_size=5)
    ),
    max_leaves=25,
)


@given(_VALUES, st.booleans())
def test_any_json_is_read_or_refused_with_a_reason(value: object, own: bool) -> None:
    whole = {"format": "kanta-desk-plan-2", "documents": [value], "counts": value} if own else value
    data = json.dumps(whole).encode()
    assert reasons(lambda: read_json(data, "a.json")) <= set(PLAN_REASONS)


def test_a_list_beside_files_named_by_oid_finds_its_sources(tmp_path: Path) -> None:
    path = tmp_path / "luettelo.csv"
    path.write_text(
        f"hetu;oid;sisältö\n{HETU};{oid(1)};\n{HETU};{oid(2)};Teksti\n{HETU};{oid(3)};\n",
        encoding="utf-8",
    )
    for name in (f"{oid(1)}.pdf", f"Päätös {oid(1)}.html", f"{oid(2)}.txt", f"{oid(3)}1.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "alla").mkdir()
    (tmp_path / "alla" / f"{oid(1).replace('.', '_')}.txt").write_text("x", encoding="utf-8")
    sources = [d.source.name if d.source else "" for d in read_plan(path).documents]
    assert sources == [f"Päätös {oid(1)}.html", "", ""]


def test_an_organisation_named_where_an_oid_belongs_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"hetu;rekisterinpitäjä\n{HETU};Hoiva Esimerkki Oy\n", encoding="utf-8")
    assert columns(path)["rekisterinpitäjä"] == (Column.CONTROLLER, Ground.UNFIT)
    assert refused(path) == ("a.csv:2:rekisterinpitäjä", "oid")
    assert len(confirmed(path, rekisterinpitäjä=None).documents) == 1


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Asiakkaan henkilötunnus", Column.CLIENT),
        ("HETU*", Column.CLIENT),
        ("asiakas.henkilotunnus.value", Column.CLIENT),
        ("Dokumentin tunniste (OID)", Column.DOCUMENT_OID),
        ("document_oid", Column.DOCUMENT_OID),
        ("data.personIdentityCode", Column.CLIENT),
        ("documentTypeCode", Column.TYPE),
        ("createdAt", Column.CREATED),
        ("Rek.pitäjä", Column.CONTROLLER),
        ("Palvelutehtäväkoodi", Column.SERVICE_TASK),
        ("Luontipvm", Column.CREATED),
        ("Kuvailutiedot / Versio", Column.VERSION),
        ("Vårdnadshavare / Id", None),
        ("Työntekijä / Nimi", None),
        ("", None),
    ],
)
def test_headers_are_known_as_systems_write_them(header: str, column: Column | None) -> None:
    assert column_of(header) is column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20.11.26 10.05", AT),
        ("20/11/2026 10:05", AT),
        ("20261120100500", AT),
        ("202611201005+0200", AT),
        ("46346.4201388889", AT),
        ("2026-11-20T10:05:00.123+02:00", AT.replace(microsecond=123000)),
    ],
)
def test_times_are_read_as_systems_write_them(text: str, expected: datetime) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize("text", ["11/20/2026", "20.13.2026", "123", "99999", "eilen", "20.11"])
def test_what_is_no_time_is_none(text: str) -> None:
    with pytest.raises(InvalidTime):
        moment(text)


def test_no_place_tells_an_identity_code_of_a_name(tmp_path: Path) -> None:
    """Files, sheets and members may be named by clients; errors and logs name the places."""
    (tmp_path / HETU).mkdir()
    (tmp_path / HETU / f"{HETU.lower()}.txt").write_text("x", encoding="utf-8")
    book = tmp_path / f"{HETU}.xlsx"
    book.write_bytes(workbook(**{HETU: [("hetu", "oid"), (HETU, "x")]}))
    table = tmp_path / f"{HETU}.json"
    table.write_text(json.dumps({HETU: [{"hetu": HETU, "oid": "x"}]}), encoding="utf-8")
    folder = read_plan(tmp_path / HETU)
    assert folder.name == "010181-****"
    places = [folder.documents[0].place, *refused(book), *refused(table)]
    assert "900C" not in " ".join(places).upper()
    assert places[0] == "010181-****/010181-****.txt"
