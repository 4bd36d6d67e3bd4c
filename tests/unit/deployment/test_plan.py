"""Plans from files: what is understood, and how a fault is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kanta_desk.deployment import plan_forms
from kanta_desk.deployment.plan import read_plan
from kanta_desk.errors import PlanUnreadable
from kanta_desk.model.deployment import (
    KIND_NAMES,
    ExpectedCount,
    ExpectedDocument,
    SystemPair,
    TestKind,
)
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.terms.plans import PLAN_REASONS
from kanta_desk.model.text import Language
from tests.helpers.deployment import NOT_A_TEST_PERSON

HEADER = (
    "avain;henkilötunnus;asiakirjan tunnus;otsikko;tyyppi;palvelutehtävä;luontiaika;versio;"
    "rekisterinpitäjä;palvelunjärjestäjä;palveluntuottaja;lähdetiedosto"
)
ROW = (
    "A1;010181-900C;1.2.246.10.22334458.11.1;Päätös;11012;11;20.11.2026 10.05;1;"
    "1.2.246.10.22334458.19.0;1.2.246.10.22334458.10.1;1.2.246.10.22334458.10.1;lahteet/a.txt"
)
FACTS = """\
# nimi: Käyttöönottokoe 1
# testitapaus: TT-3
# järjestelmä: Hoivaa
# järjestelmän versio: 7.2
# toimittaja: Ohjelma Oy
# koepäivä: 20.11.2026
"""

Writer = Callable[..., Path]


@pytest.fixture
def csv_plan(tmp_path: Path) -> Writer:
    (tmp_path / "lahteet").mkdir()
    (tmp_path / "lahteet" / "a.txt").write_text("Päätös", encoding="utf-8")

    def write(text: str, encoding: str = "utf-8", name: str = "suunnitelma.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def json_plan(tmp_path: Path) -> Callable[..., Path]:
    (tmp_path / "a.txt").write_text("Päätös", encoding="utf-8")

    def write(*documents: object, **facts: Any) -> Path:
        whole = {"format": "kanta-desk-plan-1", "name": "Koe", "documents": list(documents)}
        path = tmp_path / "koe.json"
        path.write_text(json.dumps(whole | facts), encoding="utf-8")
        return path

    return write


def refused(path: Path) -> tuple[str, str]:
    """Place and reason of the refusal; every reason has its words."""
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    reason = str(caught.value.fields["reason"])
    assert reason in PLAN_REASONS
    return str(caught.value.fields["place"]), reason


def only(path: Path) -> ExpectedDocument:
    (document,) = read_plan(path).documents
    return document


def test_a_csv_plan_is_read_whole(csv_plan: Writer) -> None:
    path = csv_plan(f"{FACTS}{HEADER}\n{ROW}\n")
    plan = read_plan(path)
    assert (plan.name, plan.test_case, plan.system) == ("Käyttöönottokoe 1", "TT-3", "Hoivaa")
    assert (plan.system_version, plan.vendor) == ("7.2", "Ohjelma Oy")
    assert plan.test_day == date(2026, 11, 20)
    assert len(plan.sha256) == 64
    assert plan.documents == (
        ExpectedDocument(
            key="A1",
            client_id=Henkilotunnus.parse("010181-900C"),
            document_oid=Oid("1.2.246.10.22334458.11.1"),
            title="Päätös",
            document_type="11012",
            service_task="11",
            created=datetime(2026, 11, 20, 8, 5, tzinfo=UTC),
            version=1,
            controller=Oid("1.2.246.10.22334458.19.0"),
            organiser=Oid("1.2.246.10.22334458.10.1"),
            producer=Oid("1.2.246.10.22334458.10.1"),
            source=path.parent / "lahteet" / "a.txt",
            place="suunnitelma.csv:8",
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_plan_is_read_in_the_forms_of_spreadsheets(
    csv_plan: Writer, encoding: str, separator: str
) -> None:
    text = f"{FACTS}{HEADER}\r\n{ROW}\r\n".replace(";", separator)
    plan = read_plan(csv_plan(text, encoding))
    assert plan.documents[0].title == "Päätös"
    assert plan.name == "Käyttöönottokoe 1"


def test_the_facts_may_bear_the_marks_of_a_spreadsheet(csv_plan: Writer) -> None:
    path = csv_plan(f'"# nimi: Koe, osa 1";;;;\n# tuntematon: x;;;;\n;;;;\n{HEADER}\n{ROW}\n')
    assert read_plan(path).name == "Koe, osa 1"


@pytest.mark.parametrize(
    "header",
    ["key;client;title", "Nyckel;Personbeteckning;Rubrik", "AVAIN;Hetu;Asiakirjan  otsikko"],
)
def test_columns_are_known_in_three_languages(csv_plan: Writer, header: str) -> None:
    document = only(csv_plan(f"{header}\nA1;010181-900C;Päätös\n"))
    assert (document.key, document.title) == ("A1", "Päätös")


def test_only_the_client_must_be_told(csv_plan: Writer) -> None:
    plan = read_plan(csv_plan("henkilötunnus\n010181-900C\n010594Y9032\n"))
    assert [d.key for d in plan.documents] == ["1", "2"]
    assert plan.name == "suunnitelma"


def test_notes_rows_and_columns_are_passed_over(csv_plan: Writer) -> None:
    text = "hetu;#huom;otsikko\n# tämä rivi\n010181-900C;katso;Päätös\n;;\n"
    assert only(csv_plan(text)).title == "Päätös"


def test_a_quoted_value_may_hold_separators_and_lines(csv_plan: Writer) -> None:
    assert only(csv_plan('hetu;otsikko\n010181-900C;"a;b\nc"\n')).title == "a;b\nc"


def test_a_code_may_stand_before_its_name(csv_plan: Writer) -> None:
    document = only(csv_plan("hetu;tyyppi\n010181-900C;11012 Iäkkäiden palvelupäätös\n"))
    assert document.document_type == "11012"


def test_a_temporary_identifier_is_read_with_its_root(csv_plan: Writer) -> None:
    document = only(csv_plan("hetu\n1.2.246.10.22334458.22.2026/00000009001\n"))
    assert document.client_id == TemporaryId(Oid("1.2.246.10.22334458.22.2026"), "00000009001")


def test_windows_folder_marks_are_understood(csv_plan: Writer) -> None:
    document = only(csv_plan("hetu;tiedosto\n010181-900C;lahteet\\a.txt\n"))
    assert document.source is not None
    assert document.source.name == "a.txt"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20.11.2026 klo 10.05", datetime(2026, 11, 20, 8, 5, tzinfo=UTC)),
        ("20.11.2026", datetime(2026, 11, 19, 22, 0, tzinfo=UTC)),
        ("2026-11-20T10:05", datetime(2026, 11, 20, 8, 5, tzinfo=UTC)),
        ("2026-11-20T10:05:30Z", datetime(2026, 11, 20, 10, 5, 30, tzinfo=UTC)),
        ("2026-11-20 10:05", datetime(2026, 11, 20, 8, 5, tzinfo=UTC)),
    ],
)
def test_times_are_read_as_helsinki_time_unless_they_say_more(
    csv_plan: Writer, text: str, moment: datetime
) -> None:
    assert only(csv_plan(f"hetu;luontiaika\n010181-900C;{text}\n")).created == moment


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", "suunnitelma.csv", "no header"),
        ("# nimi: x\n", "suunnitelma.csv:1", "no header"),
        ("avain;otsikko\nA1;x\n", "suunnitelma.csv:1", "no header"),
        ("hetu;otsiko\n010181-900C;x\n", "suunnitelma.csv:1:otsiko", "unsure column"),
        ("hetu;huone\n010181-900C;x\n", "suunnitelma.csv:1:huone", "unknown column"),
        ("hetu;otsikko;title\n", "suunnitelma.csv:1:title", "duplicate column"),
        ("hetu\n", "suunnitelma.csv", "no documents"),
        ("hetu\n010181-900C;x\n", "suunnitelma.csv:2", "too many values"),
        ("avain;hetu\nA1;\n", "suunnitelma.csv:2:hetu", "no client"),
        ("hetu\n010181-900D\n", "suunnitelma.csv:2:hetu", "henkilotunnus"),
        ("hetu\n1.2.246.10.1.22.2026\n", "suunnitelma.csv:2:hetu", "temporary"),
        ("hetu;oid\n010181-900C;1.2.x\n", "suunnitelma.csv:2:oid", "oid"),
        ("hetu;luontiaika\n010181-900C;31.2.2026\n", "suunnitelma.csv:2:luontiaika", "time"),
        ("hetu;luontiaika\n010181-900C;eilen\n", "suunnitelma.csv:2:luontiaika", "time"),
        ("hetu;versio\n010181-900C;0\n", "suunnitelma.csv:2:versio", "version"),
        ("hetu;avain\n010181-900C;A\n010181-900C;A\n", "suunnitelma.csv:3:avain", "duplicate key"),
        ("hetu;oid\n010181-900C;1.2\n010181-900C;1.2\n", "suunnitelma.csv:3:oid",
         "duplicate document"),
        ('hetu;otsikko\n010181-900C;"x\n', "suunnitelma.csv:2", "csv"),
        (f"hetu;otsikko\n010181-900C;{'x' * 1001}\n", "suunnitelma.csv:2:otsikko", "too long"),
        ("# koepäivä: huomenna\nhetu\n010181-900C\n", "suunnitelma.csv:test_day", "time"),
        ("hetu;tiedosto\n010181-900C;../a.txt\n", "suunnitelma.csv:2:tiedosto", "path"),
        ("hetu;tiedosto\n010181-900C;..\\a.txt\n", "suunnitelma.csv:2:tiedosto", "path"),
        ("hetu;tiedosto\n010181-900C;/etc/a.txt\n", "suunnitelma.csv:2:tiedosto", "path"),
        ("hetu;tiedosto\n010181-900C;C:\\a.txt\n", "suunnitelma.csv:2:tiedosto", "path"),
        ("hetu;tiedosto\n010181-900C;a.exe\n", "suunnitelma.csv:2:tiedosto", "source kind"),
        ("hetu;tiedosto\n010181-900C;lahteet/b.txt\n", "suunnitelma.csv:2:tiedosto",
         "source missing"),
        ("hetu;tiedosto;sisältö\n010181-900C;lahteet/a.txt;x\n", "suunnitelma.csv:2:sisältö",
         "two sources"),
        ("hetu;klo;pvm\n010181-900C;25.00;20.11.2026\n", "suunnitelma.csv:2:klo", "clock"),
        ("hetu;ei saa löytyä\n010181-900C;ehkä\n", "suunnitelma.csv:2:ei saa löytyä",
         "yes or no"),
        ("hetu;tiiviste\n010181-900C;abc\n", "suunnitelma.csv:2:tiiviste", "sha256"),
        ("hetu;määrä\n;monta\n", "suunnitelma.csv:2:määrä", "count"),
        ("määrä;alkaen;saakka\n3;2.1.2020;1.1.2020\n", "suunnitelma.csv:2:saakka",
         "days reversed"),
        ("# laji: muu\nhetu\n010181-900C\n", "suunnitelma.csv:kind", "kind of test"),
        ("# tuottajan rekisteri: x\nhetu\n010181-900C\n", "suunnitelma.csv:producer_register",
         "oid"),
        ("hetu\n\0\n", "suunnitelma.csv", "encoding"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_and_never_repeats_an_identity_code(
    csv_plan: Writer, text: str, place: str, reason: str
) -> None:
    path = csv_plan(text)
    assert refused(path) == (place, reason)
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    for code in ("900C", "900D"):
        assert code not in str(caught.value)


def test_a_link_out_of_the_folder_is_no_source(csv_plan: Writer, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-ulkona.txt"
    outside.write_text("x", encoding="utf-8")
    (tmp_path / "linkki.txt").symlink_to(outside)
    path = csv_plan("hetu;tiedosto\n010181-900C;linkki.txt\n")
    assert refused(path) == ("suunnitelma.csv:2:tiedosto", "path")


def test_a_file_of_another_kind_is_refused(csv_plan: Writer, tmp_path: Path) -> None:
    assert refused(csv_plan("x", name="koe.docx")) == ("koe.docx", "kind")
    assert refused(tmp_path / "poissa.csv") == ("poissa.csv", "unreadable")


def test_a_file_over_the_limit_is_refused(
    csv_plan: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = csv_plan(f"{HEADER}\n{ROW}\n")
    monkeypatch.setattr(plan_forms, "MAX_BYTES", path.stat().st_size)
    assert len(read_plan(path).documents) == 1
    monkeypatch.setattr(plan_forms, "MAX_BYTES", path.stat().st_size - 1)
    assert refused(path) == ("suunnitelma.csv", "too large")


def test_a_json_plan_is_read_whole(json_plan: Writer) -> None:
    document = {
        "key": "A1",
        "client": {"root": "1.2.246.10.22334458.22.2026", "value": "00000009001"},
        "document_oid": "urn:oid:1.2.246.10.22334458.11.1",
        "title": "Päätös",
        "type": "11012",
        "service_task": "11",
        "created": "2026-11-20T10:05:00+02:00",
        "version": 2,
        "controller": None,
        "source": "a.txt",
    }
    path = json_plan(document, test_day="2026-11-20", vendor="Ohjelma Oy")
    plan = read_plan(path)
    (read,) = plan.documents
    assert (plan.name, plan.vendor, plan.test_day) == ("Koe", "Ohjelma Oy", date(2026, 11, 20))
    assert read.client_id == TemporaryId(Oid("1.2.246.10.22334458.22.2026"), "00000009001")
    assert (read.version, read.controller) == (2, None)
    assert read.created == datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
    assert read.source == path.parent / "a.txt"


@pytest.mark.parametrize(
    ("document", "place", "reason"),
    [
        ("x", "koe.json:documents[0]", "type"),
        ({}, "koe.json:documents[0]:client", "no client"),
        ({"client": 5.5}, "koe.json:documents[0]:client", "type"),
        ({"client": {"root": "1.2"}}, "koe.json:documents[0]:client", "type"),
        ({"client": "010181-900C", "version": True}, "koe.json:documents[0]:version", "type"),
        ({"client": "010181-900C", "otsikko": ""}, "koe.json:documents[0]:otsikko",
         "unknown column"),
        ({"client": "010181-900C", "must_not": "ehkä"}, "koe.json:documents[0]:must_not",
         "yes or no"),
        ({"client": "010181-900C", "not_in": ["x"]}, "koe.json:documents[0]:not_in", "oid"),
    ],
)  # fmt: skip
def test_a_fault_in_json_is_named_by_its_path(
    json_plan: Writer, document: object, place: str, reason: str
) -> None:
    assert refused(json_plan(document)) == (place, reason)


def test_json_of_another_form_is_refused(json_plan: Writer, tmp_path: Path) -> None:
    assert refused(json_plan(format="muu")) == ("koe.json", "format")
    assert refused(json_plan(format="kanta-desk-plan-99")) == ("koe.json", "format")
    assert refused(json_plan(documents={})) == ("koe.json:documents", "type")
    assert refused(json_plan(kokeilija="x")) == ("koe.json:kokeilija", "unknown column")
    broken = tmp_path / "koe.json"
    broken.write_text('{"format":\n ?}', encoding="utf-8")
    assert refused(broken) == ("koe.json:2:2", "json")


@pytest.mark.parametrize("row", ["010181-900C;Matti;x", "Matti Esimerkki;010181-900C;x"])
def test_a_file_without_a_header_repeats_none_of_its_values(csv_plan: Writer, row: str) -> None:
    assert refused(csv_plan(f"{row}\n")) == ("suunnitelma.csv:1", "no header")


def test_an_unknown_column_whose_name_may_be_a_value_is_named_by_its_number(
    csv_plan: Writer, json_plan: Writer
) -> None:
    assert refused(csv_plan("hetu;010181-900C\n010181-900C;x\n"))[1] == "no header"
    path = csv_plan("hetu;huone 12\n010181-900C;x\n")
    assert refused(path) == ("suunnitelma.csv:1:[2]", "unknown column")
    path = json_plan({"client": "010181-900C", "010181-900C": "x"})
    assert refused(path) == ("koe.json:documents[0]:[2]", "unknown column")


def test_only_line_ends_end_a_row(csv_plan: Writer) -> None:
    row = only(csv_plan("hetu;otsikko\r\n010181-900C;yksi\u2028kaksi\x85kolme\r\n"))

    assert row.title == "yksi\u2028kaksi\x85kolme"


def test_a_time_that_no_document_has_is_refused(csv_plan: Writer) -> None:
    path = csv_plan("hetu;luontiaika\n010181-900C;9999-12-31T23:59:59+00:00\n")

    assert refused(path) == ("suunnitelma.csv:2:luontiaika", "time")
    assert refused(csv_plan("# koepäivä: 31.12.9999\nhetu\n010181-900C\n"))[1] == "time"


def test_all_faults_are_told_at_once(csv_plan: Writer) -> None:
    path = csv_plan("hetu;oid;versio\n010181-900C;1.x;0\n;;1\n010181-900C;1.2.246;2\n")
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(path)
    assert [tuple(fault) for fault in caught.value.faults] == [
        ("suunnitelma.csv:2:oid", "oid"),
        ("suunnitelma.csv:2:versio", "version"),
        ("suunnitelma.csv:3:hetu", "no client"),
    ]
    assert caught.value.fields["others"] == 2


def test_a_client_that_is_no_test_person_is_read_and_told(
    csv_plan: Writer, json_plan: Writer
) -> None:
    """Whether a test may go on with such a client is for the run to ask."""
    plan = read_plan(csv_plan(f"hetu\n010181-900C\n{NOT_A_TEST_PERSON}\n"))
    assert [row.place for row in plan.real_clients] == ["suunnitelma.csv:3"]
    assert read_plan(json_plan({"client": NOT_A_TEST_PERSON})).real_clients


def test_what_must_not_be_found_and_where_is_read(csv_plan: Writer) -> None:
    text = "hetu;ei saa löytyä;ei rekisterissä\n010181-900C;;1.2.246.10.1, 1.2.246.10.2\n"
    found, not_found = read_plan(csv_plan(f"{text}010181-900C;kyllä;\n")).documents
    assert (found.must_not, found.not_in) == (
        False,
        (Oid("1.2.246.10.1"), Oid("1.2.246.10.2")),
    )
    assert not_found.must_not


def test_a_plan_of_counts_is_one_of_old_documents(csv_plan: Writer) -> None:
    plan = read_plan(
        csv_plan("avain;määrä;tyyppi;alkaen;saakka\nL1;120;11012 Päätös;1.1.2015;31.12.2019\n")
    )
    assert (plan.kind, plan.documents) == (TestKind.OLD_DOCUMENTS, ())
    assert plan.counts == (
        ExpectedCount(
            "L1", 120, document_type="11012", since=date(2015, 1, 1), until=date(2019, 12, 31),
            place="suunnitelma.csv:2",
        ),
    )  # fmt: skip


def test_a_system_pair_makes_a_test_of_the_right_to_use_a_register(csv_plan: Writer) -> None:
    facts = (
        "# tuottajan järjestelmä: Hoivaa\n# tuottajan rekisteri: 1.2.246.10.1.19.0\n"
        "# järjestäjän järjestelmä: Alue\n# järjestäjän rekisteri: 1.2.246.10.2.19.0\n"
    )
    plan = read_plan(csv_plan(f"{facts}hetu\n010181-900C\n"))
    assert plan.kind is TestKind.REGISTER_USE
    assert plan.pair == SystemPair(
        "Hoivaa", "Alue", Oid("1.2.246.10.1.19.0"), Oid("1.2.246.10.2.19.0")
    )


@pytest.mark.parametrize("kind", list(TestKind))
def test_the_kind_of_test_may_be_named_in_each_language(csv_plan: Writer, kind: TestKind) -> None:
    for language in Language:
        text = f"# kokeen laji: {KIND_NAMES[kind].of(language)}\nhetu\n010181-900C\n"
        assert read_plan(csv_plan(text)).kind is kind
