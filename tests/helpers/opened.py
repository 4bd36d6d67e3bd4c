"""Documents made for tests of how they are shown, and PDFs to show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod

from kanta_desk.model.documents import JSON, PDF, XHTML, Document, Payload
from kanta_desk.model.identifiers import Oid
from tests.helpers.metadata import FULL


def xhtml(inside: str) -> bytes:
    """A display form with ``inside`` in it."""
    return f'<div xmlns="http://www.w3.org/1999/xhtml" lang="fi">{inside}</div>'.encode()


def document(
    *payloads: tuple[str, bytes], text: str = "", number: int = 1, original: bytes = b""
) -> Document:
    """A document with these forms; two with other numbers are other documents."""
    oid = Oid(f"1.2.246.10.99999204.11.2026.{number}")
    metadata = replace(FULL, document_oid=oid, set_id=oid)
    made = tuple(Payload(kind, data) for kind, data in payloads)
    whole = original or b"".join(data for _, data in payloads)
    return Document(metadata, made, original=whole, text=text)


def display(inside: str) -> Document:
    """A document with an XHTML display form."""
    return document((XHTML, xhtml(inside)))


def structured(value: object) -> Document:
    """A document with a structured form."""
    return document((JSON, json.dumps(value).encode()))


def pages(*texts: Sequence[str], password: str = "") -> bytes:
    """A PDF with a page for each list of lines."""
    made = FPDF(format="A4")
    made.set_font("helvetica", size=11)
    if password:
        made.set_encryption(password, password, EncryptionMethod.AES_256, AccessPermission.none())
    for lines in texts:
        made.add_page()
        for line in lines:
            made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def paged(*texts: Sequence[str], number: int = 1) -> Document:
    """A document with a PDF."""
    text = "\n".join(line for lines in texts for line in lines)
    return document((PDF, pages(*texts)), text=text, number=number)
