"""DOCX files as text: what a reader sees, and hostile ones refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from kanta_desk.archive.docx import docx_text
from kanta_desk.errors import BadDocument
from tests.helpers.plans import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(document: str, name: str = "word/document.xml") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, document)
    return whole.getvalue()


def body(inside: str) -> bytes:
    return packed(f"<w:document {W}><w:body>{inside}</w:body></w:document>")


def test_paragraphs_and_tables_are_read_in_their_order() -> None:
    data = docx("Päätös", ["Asiakas", "010181-900C"], ["Tunteja", "14,50"], "Loppu")
    assert docx_text(data) == "Päätös\nAsiakas\t010181-900C\nTunteja\t14,50\nLoppu"


def test_deleted_text_is_not_read_and_inserted_text_is() -> None:
    data = body(
        "<w:p><w:r><w:t>Myönnetään </w:t></w:r>"
        "<w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:tab/><w:t>tuntia</w:t></w:r></w:p>"
    )
    assert docx_text(data) == "Myönnetään 12\ttuntia"


def test_a_table_within_a_cell_and_content_controls_are_read_once() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('sisempi')}</w:tr></w:tbl>"
    wrapped = f"<w:sdt><w:sdtContent><w:tc>{inner}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:tr>{cell.format('a')}{wrapped}</w:tr>"
    assert docx_text(body(f"<w:tbl>{row}</w:tbl>")) == "a\tsisempi"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 broken",
        packed("<x/>", "other.xml"),
        packed("<w:document"),
        packed('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        packed(f"<w:document {W}/>"),
    ],
)
def test_what_is_no_docx_is_refused(data: bytes) -> None:
    with pytest.raises(BadDocument):
        docx_text(data)


def test_a_bomb_is_not_unpacked_past_the_limit() -> None:
    whole = body("<w:p/>" + " " * 30_000_000)
    assert len(whole) < 100_000
    with pytest.raises(BadDocument) as caught:
        docx_text(whole)
    assert caught.value.fields["reason"] == "too large"
