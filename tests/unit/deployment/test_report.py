"""The report as a reader and a PDF program see it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kanta_desk.deployment.report import Part, report_pdf, write_report
from kanta_desk.deployment.run import DeploymentRun
from kanta_desk.errors import ReportFailed
from kanta_desk.model.deployment import ReportDetails, Verdict
from kanta_desk.model.documents import RecordState
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.text import Language
from tests.helpers.deployment import (
    NOT_A_TEST_PERSON,
    NOW,
    OWN,
    OWN_REGISTER,
    TEXT,
    InMemoryArchive,
    checks,
    document,
    expected,
    oid,
    plan,
)

MADE = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DETAILS = ReportDetails(
    organisation="Hoiva Esimerkki Oy",
    business_id="2233445-5",
    controller="Hoiva Esimerkki Oy, rekisterinpitäjä",
    controller_oid=OWN.oid.value,
    system="Hoivaa",
    system_version="7.2",
    vendor="Ohjelmatalo Esimerkki Oy",
    test_case="Testitapaus 3",
    test_day=date(2026, 11, 20),
    performers=("Tiina Työntekijä", "Sami Sosionomi"),
    production_start=date(2026, 12, 1),
    archivist="Maija Arkistonhoitaja",
    remarks="Koe sujui hyvin.",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "paatos.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def verdict_of(content: Path, *, faults: bool = False, rows: int = 2) -> Verdict:
    held = [document(n) for n in range(1, rows + 1)]
    if faults:
        held[0] = document(1, TEXT.replace("14,50", "14,60"), title="Muu otsikko")
        held.append(document(77))
        held.append(document(78, state=RecordState.INVALIDATED))
    source = InMemoryArchive({OWN_REGISTER: held})
    wanted = plan(*(expected(n, content) for n in range(1, rows + 1)))
    return DeploymentRun(wanted, source, checks(), lambda: NOW).run()


def pages_of(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def text_of(verdict: Verdict, details: ReportDetails = DETAILS, language: str = "fi") -> str:
    return "\n".join(pages_of(report_pdf(verdict, details, Language(language), MADE)))


def test_the_report_holds_every_field_that_it_must(content: Path) -> None:
    text = text_of(verdict_of(content))
    for said in (
        "Käyttöönottokokeen raportti",
        "Hyväksytty",
        "Hoiva Esimerkki Oy, rekisterinpitäjä",
        "2233445-5",
        OWN.oid.value,
        "Hoivaa 7.2",
        "Ohjelmatalo Esimerkki Oy",
        "Testitapaus 3",
        "20.11.2026",
        "24.11.2026",
        "1.12.2026",
        "010181-900C",
        "Tiina Työntekijä, Sami Sosionomi",
        "Maija Arkistonhoitaja",
        "Koe sujui hyvin.",
        "Laadittu 22.11.2026 14.00",
        "Allekirjoitus",
        "2 asiakirjaa · 2 kunnossa",
        oid(1).value,
        document(1).sha256,
    ):
        assert said in text, said


def test_faults_are_told_with_rule_difference_and_remedy(content: Path) -> None:
    text = text_of(verdict_of(content, faults=True))
    for said in (
        "Ei hyväksytty",
        "1 virheellinen",
        "poikkeaa: Asiakirjan otsikko",
        "Muu otsikko",
        "14,50",
        "14,60",
        "1.12.2026 alkaen",
        "KK-EXTRA",
        oid(77).value,
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("Arkistoitu", "Kuvailutiedot", "Ei hyväksytty", "Odotettu")),
        ("sv", ("Arkiverad", "Beskrivningsuppgifter", "Inte godkänt", "Väntat")),
        ("en", ("Archived", "Metadata", "Not passed", "Expected")),
    ],
)
def test_the_report_speaks_three_languages(
    content: Path, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(verdict_of(content, faults=True), language=language)
    assert all(word in text for word in words)


def test_the_report_alone_tells_what_is_amiss_and_leaves_the_evidence_to_the_annex(
    content: Path,
) -> None:
    verdict = verdict_of(content, faults=True)
    report, annex = (
        "\n".join(pages_of(report_pdf(verdict, DETAILS, Language.FI, MADE, part)))
        for part in (Part.REPORT, Part.ANNEX)
    )
    for said in ("Havainnot ja erot", "14,50", "14,60", "Muu otsikko"):
        assert said in report, said
    assert document(2).sha256 not in report
    assert document(2).sha256 in annex
    assert annex.count("Palvelunjärjestäjä") == len(verdict.rows)  # each field once a row
    assert "Havainnot ja erot" not in text_of(verdict_of(content))


def test_a_test_person_is_named_and_nobody_else(content: Path) -> None:
    verdict = verdict_of(content, faults=True)
    assert "010181-900C" in text_of(verdict)
    row = verdict.rows[0]
    other = replace(
        row.expected, client_id=Henkilotunnus.parse(NOT_A_TEST_PERSON)
    )  # not artificial
    rows = (replace(row, expected=other),)
    plan = replace(verdict.plan, documents=(other,))
    text = text_of(replace(verdict, plan=plan, rows=rows, real_clients="päätös 1/2026"))
    assert NOT_A_TEST_PERSON not in text
    assert f"{NOT_A_TEST_PERSON[:7]}****" in text
    assert "päätös 1/2026" in text


def test_a_practice_report_says_so_on_every_page(content: Path) -> None:
    verdict = verdict_of(content, rows=12)
    practice = pages_of(report_pdf(verdict, replace(DETAILS, practice=True), Language.FI, MADE))
    assert len(practice) > 2
    assert all("HARJOITUS – tämä ei ole Kanta" in page for page in practice)
    assert "HARJOITUS" not in text_of(verdict)


def test_a_run_that_was_stopped_is_not_a_result(content: Path) -> None:
    stopped = replace(verdict_of(content), complete=False, stopped_by="KD-2001")
    text = text_of(stopped)
    assert "Kesken" in text
    assert "KD-2001" in text
    assert "Hyväksytty" not in text


def test_pages_are_numbered_and_the_matrix_head_returns(content: Path) -> None:
    pages = pages_of(report_pdf(verdict_of(content, rows=40), DETAILS, Language.FI, MADE))
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
    assert "Kuvailutiedot" in pages[1].split("A40")[0]


def test_nothing_stands_outside_the_margins(content: Path) -> None:
    long = "Äärimmäisenpitkäyhdyssana" * 12
    details = replace(DETAILS, organisation=long, remarks=f"{long} {long}", performers=(long,))
    verdict = verdict_of(content, faults=True)
    (first, second) = verdict.rows
    named = replace(first, expected=replace(first.expected, key="A" * 60, title=long))
    data = report_pdf(replace(verdict, rows=(named, second)), details, Language.FI, MADE)
    document = pdfium.PdfDocument(data)
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                assert left >= 50 - 1
                assert right <= width - 50 + 2
                assert bottom >= 25
                assert top <= height - 20
    finally:
        document.close()


def test_a_character_that_no_font_has_becomes_a_mark_and_no_empty_glyph(
    content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = text_of(verdict_of(content), replace(DETAILS, remarks="Rasti ☑ 漢 ≠ ← ok"))
    assert "Rasti \ufffd \ufffd ≠ ← ok" in text
    assert not caplog.records


def test_the_file_says_that_it_is_pdf_a_and_embeds_its_fonts(content: Path) -> None:
    data = report_pdf(verdict_of(content), DETAILS, Language.FI, MADE)
    assert re.search(rb'pdfaid:part(="|>)2', data)
    assert re.search(rb'pdfaid:conformance(="|>)B', data)
    assert b"/GTS_PDFA1" in data
    assert b"/Lang (fi)" in data
    assert data.count(b"/FontFile2") == 3
    assert b"/JavaScript" not in data


def test_the_same_verdict_makes_the_same_pages(content: Path) -> None:
    verdict = verdict_of(content, faults=True)
    one, other = (pages_of(report_pdf(verdict, DETAILS, Language.FI, MADE)) for _ in range(2))
    assert one == other


def test_the_report_is_written_whole_or_not_at_all(content: Path, tmp_path: Path) -> None:
    verdict = verdict_of(content)
    path = tmp_path / "raportti.pdf"
    path.write_bytes(b"old")
    assert write_report(verdict, DETAILS, path, Language.FI, MADE) == path
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["paatos.txt", "raportti.pdf"]
    with pytest.raises(ReportFailed) as caught:
        write_report(verdict, DETAILS, tmp_path / "poissa" / "raportti.pdf", Language.FI, MADE)
    assert caught.value.fields["file"] == "raportti.pdf"


def test_a_folder_in_the_reports_place_is_a_failure_that_leaves_nothing(
    content: Path, tmp_path: Path
) -> None:
    (tmp_path / "raportti.pdf").mkdir()
    with pytest.raises(ReportFailed):
        write_report(verdict_of(content), DETAILS, tmp_path / "raportti.pdf", Language.FI, MADE)
    assert not list(tmp_path.glob(".report-*"))


def test_a_run_over_midnight_shows_both_days(content: Path) -> None:
    verdict = verdict_of(content)
    assert "20.11.2026 14.00–14.00" in text_of(verdict)
    later = replace(verdict, ended=NOW + timedelta(hours=12))
    assert "20.11.2026 14.00–21.11.2026 2.00" in text_of(later)
