"""PDF: text and pictures of pages, and what is not a PDF."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from fpdf import FPDF

from kanta_desk.archive import pdf
from kanta_desk.archive.pdf import pdf_pages, pdf_text, render_page
from kanta_desk.errors import BadDocument
from kanta_desk.settings.resources import resource


def made(*pages: str) -> bytes:
    """A PDF with one text on each page."""
    document = FPDF()
    document.add_font("OpenSans", "", resource("fonts", "OpenSans-Regular.ttf"))
    document.set_font("OpenSans", size=11)
    for page in pages:
        document.add_page()
        document.multi_cell(0, 6, page, align="L")
    return bytes(document.output())


def test_text_is_read_page_by_page() -> None:
    data = made("Äidin työvuoro – ilta\nToinen rivi", "Sivu kaksi")
    assert pdf_pages(data) == 2
    assert pdf_text(data).splitlines() == ["Äidin työvuoro – ilta", "Toinen rivi", "Sivu kaksi"]


def test_a_hyphen_at_the_end_of_a_line_stays_where_it_was() -> None:
    assert pdf_text(made("yhteys-\nhenkilö")).splitlines() == ["yhteys-", "henkilö"]


def test_a_page_becomes_rgba_of_its_size() -> None:
    width, height, data = render_page(made("Teksti"), 0, 1.0)
    assert (width, height) == (596, 842)
    assert len(data) == width * height * 4
    assert data[:4] == b"\xff\xff\xff\xff"
    assert min(data) < 100, "nothing was drawn"


def test_a_scale_that_asks_for_too_much_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PIXELS", 10_000)
    width, height, _ = render_page(made("Teksti"), 0, 50.0)
    assert width * height <= 10_000 * 1.1


def test_there_is_no_page_after_the_last() -> None:
    for index in (-1, 1):
        with pytest.raises(IndexError):
            render_page(made("Teksti"), index, 1.0)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    for read in (pdf_pages, pdf_text):
        with pytest.raises(BadDocument):
            read(data)


def test_an_encrypted_pdf_is_refused() -> None:
    document = FPDF()
    document.set_encryption(owner_password="owner", user_password="user")
    document.add_page()
    with pytest.raises(BadDocument):
        pdf_text(bytes(document.output()))


def test_too_many_pages_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made("yksi", "kaksi", "kolme")
    monkeypatch.setattr(pdf, "MAX_TEXT", 6)
    with pytest.raises(BadDocument):
        pdf_text(data)
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(BadDocument):
        pdf_pages(data)


def test_threads_may_read_and_draw_at_once() -> None:
    data = [made(f"Asiakirja {n}") for n in range(8)]
    with ThreadPoolExecutor(4) as threads:
        texts = list(threads.map(pdf_text, data * 4))
        sizes = list(threads.map(lambda d: render_page(d, 0, 0.5)[:2], data * 4))
    assert texts == [f"Asiakirja {n}" for n in range(8)] * 4
    assert set(sizes) == {(298, 421)}
