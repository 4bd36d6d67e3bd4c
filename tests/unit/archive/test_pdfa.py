"""What is told of a PDF without drawing it, and files made to break the reader."""

from __future__ import annotations

import zlib

import pytest

from kanta_desk.archive.pdf_objects import MAX_STREAM, Name, PdfObjects, Stream
from kanta_desk.archive.pdfa import pdf_facts
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import PDF
from kanta_desk.practice.seed import seeded
from kanta_desk.practice.seed_data import SeedSet
from tests.helpers.pdfs import PDFA, broken_pdf


def packed() -> bytes:
    """A file with an object stream and a cross-reference stream with predictors, as PDF 1.5 has."""
    inner = b"1 0 2 33 << /Type /Catalog /Pages 2 0 R /A (x\\)\\051) >> << /Type /Pages /Kids [] >>"
    first = inner.index(b"<<")
    second = inner.index(b"<<", first + 2) - first
    inner = inner.replace(b"33", b"%02d" % second)
    body = zlib.compress(inner)
    head = b"%PDF-1.5\n"
    holder = (
        b"3 0 obj\n<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>\nstream\n"
    )
    made = head + holder % (first, len(body)) + body + b"\nendstream\nendobj\n"
    rows = [bytes(4), b"\x02\x00\x03\x00", b"\x02\x00\x03\x01", b"\x01\x00\x09\x00"]
    before, encoded = bytes(4), b""
    for row in rows:  # PNG "up"
        encoded += b"\x02" + bytes((now - was) & 0xFF for now, was in zip(row, before, strict=True))
        before = row
    table = zlib.compress(encoded)
    about = (
        b"4 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode "
        b"/DecodeParms << /Predictor 12 /Columns 4 >> /Length %d >>\nstream\n" % len(table)
    )
    return made + about + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(made)


def test_the_practice_documents_are_what_they_claim() -> None:
    found = [p.data for v in seeded(SeedSet.load()) for p in v.payloads if p.media_type == PDF]
    assert len(found) > 5
    for data in found:
        facts = pdf_facts(data)
        assert (facts.part, facts.conformance) == ("2", "B")
        assert facts.unembedded == facts.actions == ()
        assert facts.has_output_intent
        assert facts.has_identifier


def test_objects_in_object_streams_are_read() -> None:
    objects = PdfObjects(packed())
    catalogue = objects.dictionary(objects.trailer["Root"])
    assert catalogue["Type"] == Name("Catalog")
    assert catalogue["A"] == b"x))"
    assert objects.dictionary(catalogue["Pages"])["Kids"] == []


def test_an_unembedded_font_is_named() -> None:
    assert pdf_facts(broken_pdf((b"/FontFile2", b"/Nothing"))).unembedded == ("AAAAAA+Esimerkki",)


def test_a_forbidden_action_deep_in_the_file_is_found() -> None:
    deep = b"/Type /Catalog /Names << /Kids [<< /V [<< /S /Launch /F (a.exe) >>] >>] >>"
    assert pdf_facts(broken_pdf((b"/Type /Catalog", deep))).actions == ("Launch",)


def test_a_script_that_an_update_took_out_is_no_longer_there() -> None:
    before = broken_pdf(
        (b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS (x) >> /Type /Catalog")
    )
    at, xref = len(before), int(before.rsplit(b"startxref\n", 1)[1].split()[0])
    root = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    table = (
        b"xref\n1 1\n%010d 00000 n \ntrailer\n<< /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF"
    )
    after = before + root + table % (at, xref, at + len(root))
    assert pdf_facts(before).actions == ("JavaScript",)
    assert pdf_facts(after).actions == ()


def test_a_claim_in_attributes_counts_as_one_in_elements() -> None:
    claim = b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    data = broken_pdf(
        (claim, b""), (b'rdf:about="" ', b'rdf:about="" pdfaid:part="3" pdfaid:conformance="u" ')
    )
    assert (pdf_facts(data).part, pdf_facts(data).conformance) == ("3", "U")


def test_an_encrypted_file_is_told_and_left_alone() -> None:
    assert pdf_facts(broken_pdf((b"/ID [", b"/Encrypt << /V 4 >> /ID ["))).encrypted


def bomb() -> bytes:
    data = zlib.compress(bytes(MAX_STREAM + 2), 9)
    made = b"%PDF-1.5\n1 0 obj\n<< /Type /XRef /W [1 2 1] /Size 9 /Filter /FlateDecode "
    return made + b"/Length %d >>\nstream\n%s\nendstream\nstartxref\n9\n%%%%EOF" % (len(data), data)


HOSTILE = {
    "empty": b"%PDF-1.7\n",
    "no end": PDFA[: len(PDFA) // 2],
    "points outside": PDFA.replace(b"startxref\n", b"startxref\n99999999"),
    "deep": broken_pdf((b"/Kids [3 0 R]", b"/Kids " + b"[" * 5000 + b"]" * 5000)),
    "half a dictionary": broken_pdf((b"<< /Type /Pages", b"<< /Type /Pages /Y << >")),
    "bomb": bomb(),
    "many": PDFA.replace(b"xref\n0 10", b"xref\n0 999999999"),
    "loop of sections": PDFA.replace(b"/Size 10", b"/Prev 1/Siz"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_break_the_reader_is_a_clear_fault(name: str) -> None:
    with pytest.raises(BadDocument) as told:
        pdf_facts(HOSTILE[name])
    assert told.value.fields["place"] == "pdf"


@pytest.mark.parametrize("cut", range(40, len(PDFA), 61))
def test_a_file_cut_or_bent_anywhere_is_read_or_refused(cut: int) -> None:
    for data in (PDFA[:cut] + PDFA[cut + 7 :], PDFA[:cut] + b"<<[(/" + PDFA[cut:]):
        try:
            pdf_facts(data)
        except BadDocument:
            continue


def test_a_stream_with_another_filter_is_not_decoded() -> None:
    objects = PdfObjects(broken_pdf((b"/Filter /FlateDecode", b"/Filter /DCTDecode")))
    (stream,) = [v for v in objects.reachable() if isinstance(v, Stream) and "Filter" in v.about]
    with pytest.raises(BadDocument):
        objects.decode(stream)
