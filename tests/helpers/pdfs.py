"""A small PDF/A-2B file, written by hand so that anything in it can be exchanged."""

from __future__ import annotations

import zlib

_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
    b"<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def _stream(about: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (about, len(data), data)


_PAGE = zlib.compress(b"BT /F1 12 Tf (Hei) Tj ET")
_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OutputIntents [8 0 R] >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> >> >>",
    _stream(b"/Filter /FlateDecode", _PAGE),
    b"<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Esimerkki /FontDescriptor 7 0 R >>",
    _stream(b"/Type /Metadata /Subtype /XML", _XMP),
    b"<< /Type /FontDescriptor /FontName /AAAAAA+Esimerkki /FontFile2 9 0 R >>",
    b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
    b"/DestOutputProfile 9 0 R >>",
    _stream(b"", b"font"),
)


def broken_pdf(*swaps: tuple[bytes, bytes]) -> bytes:
    """The file with pieces exchanged; each has to be there. Its cross-reference fits all the same,
    and lengths of streams too."""
    objects = list(_OBJECTS)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /ID [<aa> <aa>] >>\n" % (len(objects) + 1)
    end = b"startxref\n%d\n%%%%EOF\n"
    for old, new in swaps:
        whole = b"".join((*objects, trailer, end))
        assert old in whole, old
        objects = [_swapped(each, old, new) for each in objects]
        trailer, end = trailer.replace(old, new), end.replace(old, new)
    made, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, each in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(made + trailer + end % at)


def _swapped(each: bytes, old: bytes, new: bytes) -> bytes:
    if b"\nstream\n" not in each or old not in each:
        return each.replace(old, new)
    head, _, rest = each.partition(b"\nstream\n")
    data = rest.removesuffix(b"\nendstream").replace(old, new)
    about = head.replace(old, new).removeprefix(b"<< ").rpartition(b" /Length ")[0]
    return _stream(about, data)


PDFA = broken_pdf()
