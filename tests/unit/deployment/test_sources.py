"""Source files of each kind, beside the same content as the archive would hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF

from kanta_desk.archive.payloads import xhtml_text
from kanta_desk.archive.pdf import pdf_text
from kanta_desk.deployment import sources
from kanta_desk.deployment.content import content_cell
from kanta_desk.deployment.sources import read_source
from kanta_desk.errors import BadDocument, SourceMissing
from kanta_desk.model.deployment import CellState
from kanta_desk.model.documents import JSON, PDF, XHTML, Document
from kanta_desk.settings.resources import resource
from tests.helpers.deployment import TEXT, document, payload

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


def archived(*payloads: tuple[str, bytes], text: str) -> Document:
    return replace(document(), payloads=tuple(payload(*p) for p in payloads), text=text)


def state(path: Path, held: Document) -> CellState:
    return content_cell(path.name, read_source(path), held, ()).state


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
    if form == "pdf":
        other = pdf_bytes("\n".join(PARTS), 90)
        held = archived((PDF, other), text=pdf_text(other))
    else:
        held = archived((XHTML, b"<div/>"), text=xhtml_text(XHTML_BYTES))
    assert state(path, held) is CellState.OK
    changed = replace(held, text=held.text.replace("14,50", "14,55"))
    assert state(path, changed) is CellState.FAILED


def test_words_broken_at_the_lines_end_of_a_pdf_are_whole_again(tmp_path: Path) -> None:
    broken = pdf_bytes("kotihoi-\ndon sosiaali-\nja terveyspalvelut linja-\nautolla", 90)
    path = write(tmp_path, "a.pdf", broken)
    said = "kotihoidon sosiaali- ja terveyspalvelut linja-autolla"
    assert state(path, archived((XHTML, b"<div/>"), text=said)) is CellState.OK


def test_the_same_bytes_are_the_same_even_without_text(tmp_path: Path) -> None:
    empty = FPDF()
    empty.add_page()
    data = bytes(empty.output())
    path = write(tmp_path, "a.pdf", data)
    assert state(path, archived((PDF, data), text="")) is CellState.OK
    other = archived((PDF, data + b"\n"), text="")
    assert state(path, other) is CellState.WARNING


def test_a_json_source_is_compared_with_the_structured_form(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", b'{"tunnit": 14.5, "alku": "1.12.2026"}')
    same = (JSON, b'{"alku": "2026-12-01", "tunnit": 14.50}')
    other = (JSON, b'{"alku": "2026-12-01", "tunnit": 14.6}')
    assert state(path, archived(same, text="")) is CellState.OK
    assert state(path, archived(other, text="")) is CellState.FAILED
    assert state(path, archived(other, same, text="")) is CellState.OK
    assert state(path, archived((XHTML, XHTML_BYTES), text="14,5")) is CellState.FAILED


def test_an_archived_document_without_text_does_not_match_one_with_it(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"sana")
    assert state(path, archived((XHTML, b"<div/>"), text="")) is CellState.FAILED


def test_a_source_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadDocument):
        read_source(write(tmp_path, "a.pdf", b"not a pdf"))
    with pytest.raises(SourceMissing):
        read_source(tmp_path / "poissa.txt")
    monkeypatch.setattr(sources, "MAX_SOURCE", 3)
    assert read_source(write(tmp_path, "a.txt", b"abc")).text == "abc"
    with pytest.raises(BadDocument):
        read_source(write(tmp_path, "a.txt", b"abcd"))
