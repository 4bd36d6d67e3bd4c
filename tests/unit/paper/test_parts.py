"""Papers as a reader and a PDF program see them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kanta_desk.errors import ReportFailed
from kanta_desk.paper import sheet
from kanta_desk.paper.parts import (
    Column,
    Fact,
    facts,
    lines_to_sign,
    paragraph,
    section,
    table,
    write_whole,
)
from kanta_desk.paper.sheet import Sheet

MADE = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def paper(*, attachments: bool = False) -> Sheet:
    page = Sheet(title="Kuitti", subject="Koe", language="fi", made=MADE, attachments=attachments)
    page.begin("Laadittu 22.11.2026")
    return page


def pages_of(page: Sheet) -> list[str]:
    document = pdfium.PdfDocument(bytes(page.output()))
    try:
        return [one.get_textpage().get_text_bounded().replace("\r\n", "\n") for one in document]
    finally:
        document.close()


def test_a_table_repeats_its_head_on_each_page_and_loses_no_row() -> None:
    page = paper()
    rows = [(f"R{n:03}", "pitkä selitys " * 12, f"1.2.{n}") for n in range(80)]
    table(page, (Column("Tunnus", 1), Column("Selitys", 3), Column("OID", 1, sheet.MONO)), rows)
    pages = pages_of(page)
    assert len(pages) > 1
    assert all("Selitys" in text for text in pages)
    whole = "\n".join(pages)
    assert [n for n in range(80) if f"R{n:03}" not in whole] == []


def test_a_head_is_as_high_as_its_longest_title() -> None:
    low, high = paper(), paper()
    table(low, (Column("Lyhyt", 1), Column("Toinen", 9)), [])
    table(high, (Column("Tarkistuspisteitä ja kortteja", 1), Column("Toinen", 9)), [])
    assert high.get_y() > low.get_y()
    assert pages_of(low)  # fonts are let go with the output
    assert pages_of(high)


def test_a_paragraph_may_be_longer_than_a_page() -> None:
    page = paper()
    paragraph(page, " ".join(f"sana{n}" for n in range(4000)))
    pages = pages_of(page)
    assert len(pages) > 1
    assert "sana3999" in pages[-1]


@pytest.mark.parametrize("columns", [1, 2])
def test_facts_stand_beside_their_labels_and_an_empty_one_is_a_dash(columns: int) -> None:
    page = paper()
    section(page, "Tiedot")
    facts(page, [Fact("Nimi", "Maija"), Fact("Tunnus", "00990000017"), Fact("Syy", "")], columns)
    text = pages_of(page)[0]
    for said in ("Tiedot", "Nimi", "Maija", "00990000017", "–"):
        assert said in text


def test_lines_to_sign_on_come_with_their_labels() -> None:
    page = paper()
    lines_to_sign(page, (("Paikka ja aika", ""), ("Nimenselvennys", "Maija Malli")))
    text = pages_of(page)[0]
    assert "Paikka ja aika" in text
    assert "Maija Malli" in text


def test_a_paper_with_attachments_says_that_it_is_pdf_a_3_and_gives_them_back() -> None:
    page = paper(attachments=True)
    page.attach("pyynto.xml", b"<a/>", "application/xml", "Allekirjoitettu pyyntö")
    data = bytes(page.output())
    assert b"<pdfaid:part>3</pdfaid:part>" in data
    document = pdfium.PdfDocument(data)
    try:
        assert document.count_attachments() == 1
        attached = document.get_attachment(0)
        assert attached.get_name() == "pyynto.xml"
        assert bytes(attached.get_data()) == b"<a/>"
    finally:
        document.close()


def test_a_paper_without_attachments_is_pdf_a_2() -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in bytes(paper().output())


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReportFailed):
        write_whole(b"x", tmp_path / "missing" / "a.pdf")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ReportFailed):
        write_whole(b"x", tmp_path / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
