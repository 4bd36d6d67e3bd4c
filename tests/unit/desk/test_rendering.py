"""Shows of a document that was opened: nothing in them runs, and all of them have limits."""

from __future__ import annotations

import json

import pytest
from fpdf import FPDF

from kanta_desk.desk.rendering import (
    MAX_LINES,
    OutlineLine,
    json_outline,
    page_count,
    page_image,
    safe_html,
)
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, PDF, XHTML, Document, Payload
from tests.helpers.metadata import FULL


def document(media_type: str, data: bytes) -> Document:
    return Document(FULL, (Payload(media_type, data),), original=data)


def pdf(pages: int) -> bytes:
    made = FPDF(format="A4")
    for _ in range(pages):
        made.add_page()
    return bytes(made.output())


def structured(value: object) -> Document:
    return document(JSON, json.dumps(value).encode())


def test_html_has_no_script_and_no_address() -> None:
    html = safe_html(
        document(
            XHTML,
            b'<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">Teksti</p>'
            b'<script>x()</script><a href="https://example.org">linkki</a>'
            b'<img src="file:///etc/passwd"/></div>',
        )
    )

    assert "Teksti" in html
    assert not any(word in html for word in ("script", "onclick", "href", "src", "example.org"))


def test_pages_are_counted_and_drawn_at_the_scale_asked() -> None:
    two = document(PDF, pdf(2))

    assert page_count(two) == 2
    small, large = page_image(two, 0, 1.0), page_image(two, 1, 2.0)
    assert (small.width, small.height) == (596, 842)
    assert abs(large.width - 2 * small.width) <= 1
    assert len(small.rgba) >= small.width * small.height * 4
    assert small.rgba[:3] == b"\xff\xff\xff"


def test_a_page_that_is_not_there_cannot_be_drawn() -> None:
    with pytest.raises(IndexError):
        page_image(document(PDF, pdf(1)), 1, 1.0)


def test_an_outline_puts_codes_and_identifiers_on_one_line() -> None:
    lines = json_outline(
        structured(
            {
                "palvelupaatos": {
                    "ratkaisun_laji": {
                        "system": "urn:oid:1.2",
                        "code": "1",
                        "display": "myönteinen",
                    },
                    "asiatunnus": {"system": "urn:oid:1.3", "value": "HE-1"},
                    "turvakielto": False,
                    "rivit": [{"tunnit": 14.5}, {"tunnit": None}],
                }
            }
        )
    )

    assert lines == (
        OutlineLine(0, "Palvelupaatos"),
        OutlineLine(1, "Ratkaisun laji", "myönteinen", "1 · urn:oid:1.2"),
        OutlineLine(1, "Asiatunnus", "HE-1", "urn:oid:1.3"),
        OutlineLine(1, "Turvakielto", False),
        OutlineLine(1, "Rivit 1"),
        OutlineLine(2, "Tunnit", "14.5"),
        OutlineLine(1, "Rivit 2"),
        OutlineLine(2, "Tunnit", ""),
    )


def test_an_outline_has_a_limit() -> None:
    assert len(json_outline(structured({"rivi": ["x"] * MAX_LINES}))) == MAX_LINES
    with pytest.raises(BadDocument):
        json_outline(structured({"rivi": ["x"] * (MAX_LINES + 1)}))


@pytest.mark.parametrize("show", [safe_html, page_count, json_outline])
def test_a_form_that_the_document_has_not_is_told(show: object) -> None:
    with pytest.raises(BadDocument):
        show(document("text/plain", b"x"))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("show", "media_type"), [(safe_html, XHTML), (page_count, PDF), (json_outline, JSON)]
)
def test_broken_content_is_a_bad_document(show: object, media_type: str) -> None:
    with pytest.raises(BadDocument):
        show(document(media_type, b"<{%"))  # type: ignore[operator]
