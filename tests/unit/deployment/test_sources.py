"""Source files of each kind, beside the same content as the archive would hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF

from kanta_desk.deployment import sources
from kanta_desk.deployment.content import content_cell
from kanta_desk.deployment.sources import read_source, source_of
from kanta_desk.errors import BadDocument, SourceMissing
from kanta_desk.model.deployment import CellState
from kanta_desk.model.documents import JSON, PDF, XHTML, Document
from kanta_desk.settings.resources import resource
from tests.helpers.deployment import TEXT, document, expected, payload

PARTS = [f"{part.strip()}." for part in TEXT.replace("1.1.1981. ", "1.1.1981; ").split(". ")]
BODY = "".join(f"<p>{part}</p>" for part in PARTS)
XHTML_BYTES = f'<div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div>'.encode()


def pdf_bytes(text: str, width: float) -> bytes:
    pdf = FPDF()
    pdf.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    pdf.add_page()
    pdf.set_font("text", size=11)
    pdf.multi_cell(width, 6, text)
    return bytes(pdf.output())


def archived(*payloads: tuple[str, bytes]) -> Document:
    return replace(document(), payloads=tuple(payload(*p) for p in payloads))


def xhtml(body: str) -> tuple[str, bytes]:
    return XHTML, f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'.encode()


def state(path: Path, held: Document) -> CellState:
    return content_cell(read_source(path), held, ()).state


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xhtml", XHTML_BYTES),
        ("a.html", f"<html><head><title>x</title></head><body>{BODY}</body></html>".encode()),
        ("a.htm", f"<!DOCTYPE html><body>{BODY}<br>&nbsp;<script>x()</script>".encode("cp1252")),
        ("a.txt", "\n".join(PARTS).encode("cp1252")),
        ("a.txt", "\n".join(PARTS).encode("utf-8-sig")),
        ("a.pdf", pdf_bytes(" ".join(PARTS), 60)),
    ],
)
@pytest.mark.parametrize("form", ["xhtml", "pdf"])
def test_one_content_is_the_same_in_every_form(
    tmp_path: Path, name: str, data: bytes, form: str
) -> None:
    path = write(tmp_path, name, data)
    said = "\n".join(PARTS)
    for text, judged in (
        (said, CellState.OK),
        (said.replace("14,50", "14,55"), CellState.FAILED),
    ):
        held = (PDF, pdf_bytes(text, 90)) if form == "pdf" else xhtml(f"<p>{text}</p>")
        assert state(path, archived(held)) is judged


def test_words_broken_at_the_lines_end_of_a_pdf_are_whole_again(tmp_path: Path) -> None:
    broken = pdf_bytes("kotihoi-\ndon sosiaali-\nja terveyspalvelut linja-\nautolla", 90)
    path = write(tmp_path, "a.pdf", broken)
    said = "kotihoidon sosiaali- ja terveyspalvelut linja-autolla"
    assert state(path, archived(xhtml(said))) is CellState.OK


def test_the_same_bytes_are_the_same_even_without_text(tmp_path: Path) -> None:
    empty = FPDF()
    empty.add_page()
    data = bytes(empty.output())
    path = write(tmp_path, "a.pdf", data)
    assert state(path, archived((PDF, data))) is CellState.OK
    other = archived((PDF, data + b"\n"))
    assert state(path, other) is CellState.WARNING


def test_a_json_source_is_compared_with_the_structured_form(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", b'{"tunnit": 14.5, "alku": "1.12.2026"}')
    same = (JSON, b'{"alku": "2026-12-01", "tunnit": 14.50}')
    other = (JSON, b'{"alku": "2026-12-01", "tunnit": 14.6}')
    assert state(path, archived(same)) is CellState.OK
    assert state(path, archived(other)) is CellState.FAILED
    assert state(path, archived(other, same)) is CellState.OK
    assert state(path, archived(xhtml("alku 1.12.2026, 14,6"))) is CellState.FAILED
    # The values are there, but which of them is which, nobody can say.
    assert state(path, archived(xhtml("alku 1.12.2026, 14,5"))) is CellState.WARNING


def test_an_archived_document_without_text_does_not_match_one_with_it(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"sana")
    assert state(path, archived(xhtml(""))) is CellState.FAILED


def test_a_source_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadDocument):
        read_source(write(tmp_path, "a.pdf", b"not a pdf"))
    with pytest.raises(SourceMissing):
        read_source(tmp_path / "poissa.txt")
    monkeypatch.setattr(sources, "MAX_SOURCE", 3)
    assert read_source(write(tmp_path, "a.txt", b"abc")).content.text == "abc"
    with pytest.raises(BadDocument):
        read_source(write(tmp_path, "a.txt", b"abcd"))


def test_a_text_in_the_plan_is_a_source_too() -> None:
    row = expected(1, None, source_text="Päätös 14,50 tuntia")
    source = source_of(row)
    assert source is not None
    held = archived(xhtml("<p>Päätös 14,5 tuntia</p>"))
    assert content_cell(source, held, ()).state is CellState.OK


def test_a_source_that_changed_since_the_plan_was_made_is_told(tmp_path: Path) -> None:
    row = expected(1, write(tmp_path, "a.txt", b"sana"), source_sha256="00" * 32)
    source = source_of(row)
    assert source is not None
    cell = content_cell(source, archived(xhtml("sana")), ())
    assert cell.state is CellState.WARNING
    assert "muuttunut" in cell.summary.fi


def test_the_values_of_a_form_are_read_as_the_reader_sees_them(tmp_path: Path) -> None:
    form = (
        "<form>Tunnit <input name=t value='14,50'> <input type=checkbox checked> Koti "
        "<input type=checkbox> Laitos <select><option>Ei<option selected>Kyllä</select>"
        "<textarea>Vapaa teksti</textarea><input type=hidden value=9></form>"
    )
    path = write(tmp_path, "a.html", form.encode())
    said = "Tunnit 14,5 ☑ Koti ☐ Laitos Kyllä Vapaa teksti"
    assert state(path, archived(xhtml(said))) is CellState.OK
    assert state(path, archived(xhtml(said.replace("☐", "☑")))) is CellState.FAILED


def test_a_value_that_moved_to_another_column_is_found(tmp_path: Path) -> None:
    row = "<table><tr><th>Aika</th><th>Ma</th><th>Ti</th></tr><tr><td>Aamu</td>{}</tr></table>"
    path = write(tmp_path, "a.html", row.format("<td>x</td><td></td>").encode())
    assert state(path, archived(xhtml(row.format("<td>x</td><td></td>")))) is CellState.OK
    moved = content_cell(read_source(path), archived(xhtml(row.format("<td></td><td>x</td>"))), ())
    assert moved.state is CellState.FAILED
    (difference,) = moved.differences
    assert (difference.expected, difference.found) == ("Aamu | x | –", "Aamu | – | x")
    assert difference.place == "table[1].row[2]"


def test_text_in_utf_16_is_read(tmp_path: Path) -> None:
    said = "Päätös 14,50"
    for encoding in ("utf-16", "utf-16-le"):
        path = write(tmp_path, "a.txt", said.encode(encoding))
        assert state(path, archived(xhtml(said))) is CellState.OK


HEAD, FOOT = "Hoiva Esimerkki Oy · Luottamuksellinen", "Sivu {n}/{of}"


def paged(pages: list[str], head: str = HEAD, foot: str = FOOT) -> bytes:
    pdf = FPDF()
    pdf.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    pdf.set_font("text", size=11)
    for n, page in enumerate(pages, 1):
        pdf.add_page()
        for line in (head, *page.split("\n"), foot.format(n=n, of=len(pages))):
            pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


PAGES = ["Päätös\nAsiakas Matti Esimerkki", "Myönnetään 14,50 tuntia\nei lisämaksua"]


def test_what_runs_along_on_every_page_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\n".join(PAGES).encode())
    cell = content_cell(read_source(path), archived((PDF, paged(PAGES))), ())
    assert cell.state is CellState.OK
    assert any("Hoiva Esimerkki" in note.fi for note in cell.notes)
    with_head = write(tmp_path, "b.txt", "\n".join([HEAD, *PAGES]).encode())
    assert state(with_head, archived((PDF, paged(PAGES)))) is CellState.OK


def test_running_heads_that_differ_are_a_difference(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf", paged(PAGES, head="Asiakas Matti"))
    assert state(path, archived((PDF, paged(PAGES, head="Asiakas Maija")))) is CellState.FAILED
    text = write(tmp_path, "a.txt", "\n".join(["Asiakas Matti", *PAGES]).encode())
    assert state(text, archived((PDF, paged(PAGES, head="Asiakas Maija")))) is CellState.FAILED


def test_a_page_number_that_is_none_of_the_pages_is_a_difference(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\n".join(PAGES).encode())
    assert state(path, archived((PDF, paged(PAGES, foot="Sivu 1{n}/{of}")))) is CellState.FAILED


def test_a_page_without_text_is_left_to_the_eye(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_font("text", "", resource("fonts", "OpenSans-Regular.ttf"))
    pdf.set_font("text", size=11)
    pdf.add_page()
    pdf.cell(0, 8, "Päätös")
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    path = write(tmp_path, "a.txt", "Päätös".encode())
    assert state(path, archived((PDF, bytes(pdf.output())))) is CellState.WARNING


def test_the_fields_of_a_form_may_stand_in_another_order(tmp_path: Path) -> None:
    fields = ["Asiakas: Matti Esimerkki", "Alkaa: 1.12.2026", "Tunnit: 14,50"]
    path = write(tmp_path, "a.txt", "\n".join(["Päätös", *fields, "Perustelut"]).encode())
    turned = "".join(f"<p>{line}</p>" for line in ["Päätös", *reversed(fields), "Perustelut"])
    cell = content_cell(read_source(path), archived(xhtml(turned)), ())
    assert cell.state is CellState.OK
    assert any("järjestyksessä" in note.fi for note in cell.notes)
    swapped = turned.replace("1.12.2026", "x").replace("14,50", "1.12.2026").replace("x", "14,50")
    assert state(path, archived(xhtml(swapped))) is CellState.FAILED
    twice = write(tmp_path, "b.txt", b"Annos: 1\nAnnos: 2")
    assert state(twice, archived(xhtml("<p>Annos: 2</p><p>Annos: 1</p>"))) is CellState.FAILED


def test_the_numbers_of_a_list_may_be_in_one_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"1. siivous\n2. kauppa\n3. ulkoilu")
    items = "<ol><li>siivous</li><li>kauppa</li><li>ulkoilu</li></ol>"
    assert state(path, archived(xhtml(items))) is CellState.OK
    other = write(tmp_path, "b.txt", b"1. siivous\n2. ulkoilu\n3. kauppa")
    assert state(other, archived(xhtml(items))) is CellState.FAILED
    amounts = write(tmp_path, "c.txt", b"3. kerros\n7. ovi")
    assert state(amounts, archived(xhtml("<p>kerros</p><p>ovi</p>"))) is CellState.FAILED
