"""What an archive, or one who plays it, sends to do harm: refused in place, in the tree's words."""

from __future__ import annotations

import pytest

from kanta_desk.archive import payloads
from kanta_desk.archive.answers import read_metadata_answer
from kanta_desk.archive.payloads import json_value, safe_xhtml, text_of_payload, xhtml_text
from kanta_desk.archive.pdf import pdf_text
from kanta_desk.archive.xml import parse
from kanta_desk.errors import BadAnswer, BadDocument
from kanta_desk.model.documents import JSON, Payload
from tests.helpers.archive import profile
from tests.helpers.metadata import FULL

DEEP = b'["]]]]]]]]]]]]",' * 900 + b"1" + b"]" * 900
"""Deep, and hiding it: each level brings closing brackets in a string."""


def test_brackets_in_strings_do_not_hide_how_deep_json_is() -> None:
    with pytest.raises(BadDocument, match="nested deeper"):
        json_value(DEEP)
    with pytest.raises(BadDocument, match="nested deeper"):
        text_of_payload(Payload(JSON, DEEP, ""))


def test_brackets_in_strings_are_no_depth_either() -> None:
    assert json_value(b'{"a": "' + b"[" * 200 + b'\\\\", "b": "\\""}') == {
        "a": "[" * 200 + "\\",
        "b": '"',
    }


def test_a_string_without_an_end_is_a_fault_of_syntax() -> None:
    with pytest.raises(BadDocument, match="syntax"):
        json_value(b'["' + b'\\"' * 100_000)


def pdf(pages: bytes) -> bytes:
    """A PDF of two pages, of which ``pages`` says where they are."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[" + pages + b"]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


@pytest.mark.parametrize("pages", [b"3 0 R 99 0 R", b"3 0 R null", b"3 0 R 2 0 R"])
def test_a_page_that_is_none_is_named(pages: bytes) -> None:
    with pytest.raises(BadDocument, match=r"pdf, page 2.*unreadable"):
        pdf_text(pdf(pages))


def test_an_answer_of_too_many_elements_is_refused() -> None:
    with pytest.raises(BadAnswer, match="over 100 elements"):
        parse(b"<r>" + b"<a/>" * 100 + b"</r>", "answer", most=100)

    assert len(parse(b"<r>" + b"<a/>" * 99 + b"</r>", "answer", most=100)) == 99


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payloads, "MAX_XHTML_ELEMENTS", 50)

    with pytest.raises(BadDocument, match="over 50 elements"):
        safe_xhtml(b"<div>" + b"<p/>" * 50 + b"</div>")


def test_foreign_elements_go_and_the_text_after_them_stays() -> None:
    page = b'<div xmlns:f="urn:f">a<f:x><p>b</p></f:x>c<p>d<f:y/>e</p><f:z>f</f:z>g</div>'

    assert xhtml_text(page) == "ac\nde\ng"


def test_elements_of_ever_new_namespaces_are_refused() -> None:
    page = b"".join(b'<x xmlns="urn:%d"/>' % n for n in range(40))

    with pytest.raises(BadDocument, match="over 32 namespaces"):
        safe_xhtml(b"<div>" + page + b"</div>")


def answer(version: str, total: str) -> bytes:
    """An answer with one document."""
    return (
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" '
        'xmlns="urn:hl7-org:v3"><soap:Body><RCMR_IN200030FI01><acknowledgement typeCode="AA">'
        '<targetMessage><id extension="m-1"/></targetMessage></acknowledgement><controlActProcess>'
        f'<subject><clinicalDocument><id root="{FULL.document_oid}"/><setId root="{FULL.set_id}"/>'
        f'<versionNumber value="{version}"/><statusCode code="completed"/></clinicalDocument>'
        f'</subject><queryAck><resultTotalQuantity value="{total}"/></queryAck>'
        "</controlActProcess></RCMR_IN200030FI01></soap:Body></soap:Envelope>"
    ).encode()


def test_the_answer_that_the_next_tests_spoil_is_good() -> None:
    assert read_metadata_answer(answer("2", "7"), "m-1", profile()).total == 7


@pytest.mark.parametrize("total", ["9" * 5000, "9" * 10, "-1", "1e9", "١"])
def test_a_count_beyond_reason_is_a_bad_answer(total: str) -> None:
    with pytest.raises(BadAnswer, match="resultTotalQuantity"):
        read_metadata_answer(answer("2", total), "m-1", profile())


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 20, "0", "-1", "1_0", "١"])
def test_a_version_that_the_access_log_could_not_hold_is_a_bad_answer(version: str) -> None:
    with pytest.raises(BadAnswer, match=r"versionNumber.*unreadable"):
        read_metadata_answer(answer(version, "1"), "m-1", profile())
