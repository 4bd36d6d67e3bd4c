"""Payloads: XHTML is made harmless, text is read as a reader sees it, JSON is bounded."""

from __future__ import annotations

import base64
import re

import pytest

from kanta_desk.archive.payloads import (
    MAX_JSON_DEPTH,
    decode_base64,
    json_value,
    safe_xhtml,
    text_of_payload,
    xhtml_text,
)
from kanta_desk.errors import BadDocument
from kanta_desk.model.documents import JSON, Payload

NS = 'xmlns="http://www.w3.org/1999/xhtml"'


def page(inside: str) -> bytes:
    """A display form with something inside."""
    return f'<div class="soc-document" {NS}>{inside}</div>'.encode()


HOSTILE = [
    "<script>alert(1)</script>",
    '<script src="https://evil.example/x.js"/>',
    "<p onclick='alert(1)' onmouseover='x()'>text</p>",
    '<img src="https://evil.example/pixel.png" alt="x"/>',
    '<img src="file:///etc/passwd"/>',
    '<a href="javascript:alert(1)">text</a>',
    '<a href="https://evil.example">text</a>',
    '<iframe src="https://evil.example"/>',
    '<object data="https://evil.example/x.swf"/>',
    '<embed src="https://evil.example"/>',
    '<link rel="stylesheet" href="https://evil.example/x.css"/>',
    "<style>p { background: url(https://evil.example/x) }</style>",
    '<p style="background:url(https://evil.example/x);font-weight:bold">text</p>',
    '<p style="font-weight:u\\72l(https://evil.example/x)">text</p>',
    '<p style="width:expression(alert(1))">text</p>',
    '<form action="https://evil.example"><input name="x"/></form>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi href="https://evil.example">x</mi></math>',
    '<base href="https://evil.example/"/>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example"/>',
    '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png"/>',
    '<table background="https://evil.example/x.png"><tr><td>text</td></tr></table>',
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    '<noscript><p title="&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;">text</p></noscript>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    '<x:p xmlns:x="http://www.w3.org/1999/xhtml" onclick="alert(1)">text</x:p>',
    '<blockquote cite="https://evil.example">text</blockquote>',
    "<SCRIPT>alert(1)</SCRIPT>",
]
_TAG = re.compile(r"<[^>]*>")
_ALLOWED_TAG = re.compile(
    r"""</?[a-z][a-z0-9]*(\ (class|lang|dir|colspan|rowspan|scope|start|style)="[^"<>()\\]*")*>""",
    re.X,
)


@pytest.mark.parametrize("inside", HOSTILE)
def test_nothing_that_runs_or_loads_survives(inside: str) -> None:
    safe = safe_xhtml(page(inside))
    for tag in _TAG.findall(safe):
        assert _ALLOWED_TAG.fullmatch(tag), tag
        assert not re.search(r"script|url|evil|http|file:|on\w+=", tag, re.I), tag
    assert "evil.example" not in safe


def test_text_that_looks_like_a_tag_stays_text() -> None:
    assert "&lt;script&gt;" in safe_xhtml(page("<p>&lt;script&gt;</p>"))


def test_structure_and_harmless_style_survive() -> None:
    inside = (
        '<h1>Otsikko</h1><table><tr><th colspan="2">A</th></tr><tr><td>1</td><td/></tr></table>'
        '<ul><li>yksi</li></ul><p style="text-align:right;color:red">rivi<br/>toinen</p><p/>loppu'
    )
    safe = safe_xhtml(page(inside))
    for kept in ("<h1>Otsikko</h1>", '<th colspan="2">', "<td></td>", "<li>yksi</li>", "<br>"):
        assert kept in safe
    assert 'style="text-align:right"' in safe
    assert safe.endswith("<p></p>loppu</div>")


@pytest.mark.parametrize(
    "broken", [b"", b"<div>", b"plain", b"<!DOCTYPE html><html/>", b"<a xmlns='urn:other'/>"]
)
def test_what_is_no_xhtml_is_refused(broken: bytes) -> None:
    with pytest.raises(BadDocument):
        safe_xhtml(broken)


def test_text_has_a_line_for_each_block() -> None:
    inside = (
        "<h1>Otsikko</h1><table><tr><th>Asiakas:</th><td>Testi</td></tr><tr><td>a</td><td>b</td>"
        "</tr></table><p>Yksi <b>kaksi</b>\n  kolme.<br/>Neljä.</p><ul><li>viisi</li><li>kuusi</li>"
        "</ul><pre>seitsemän\n  kahdeksan</pre>loppu"
    )
    assert xhtml_text(page(inside)).splitlines() == [
        "Otsikko",
        "Asiakas:\tTesti",
        "a\tb",
        "Yksi kaksi kolme.",
        "Neljä.",
        "viisi",
        "kuusi",
        "seitsemän",
        "kahdeksan",
        "loppu",
    ]


def test_text_holds_nothing_that_a_reader_does_not_see() -> None:
    inside = "<style>p{}</style><script>x()</script><p>näkyy</p><template>ei</template>"
    assert xhtml_text(page(inside)) == "näkyy"


def test_text_after_a_foreign_element_is_not_lost() -> None:
    inside = '<p>ennen <svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>jälkeen</p>'
    assert xhtml_text(page(inside)) == "ennen jälkeen"
    assert "ennen jälkeen" in safe_xhtml(page(inside))


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_base64_without_padding_is_read(cut: int) -> None:
    data = b"a" * (3 + cut)
    text = base64.b64encode(data).decode()
    assert decode_base64(text, "x") == data
    assert decode_base64(text.rstrip("="), "x") == data
    assert decode_base64("\n  ".join(text), "x") == data


@pytest.mark.parametrize("text", ["%%%", "YQ-_", "a", "YW=Jj"])
def test_what_is_not_base64_is_refused(text: str) -> None:
    with pytest.raises(BadDocument):
        decode_base64(text, "x")


def test_json_is_read_and_bounded_in_depth() -> None:
    assert json_value(b'{"a": [1, "\xc3\xa4"]}') == {"a": [1, "ä"]}
    with pytest.raises(BadDocument) as told:
        json_value(b"[" * (MAX_JSON_DEPTH + 1) + b"]" * (MAX_JSON_DEPTH + 1))
    assert "deeper" in str(told.value)


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff", b"{'a': 1}", b"NaN"])
def test_what_is_not_json_is_refused(broken: bytes) -> None:
    with pytest.raises(BadDocument):
        json_value(broken)


def test_a_payload_of_an_unknown_type_has_no_text() -> None:
    with pytest.raises(BadDocument):
        text_of_payload(Payload("video/mp4", b"x"))
    assert text_of_payload(Payload(JSON, b'{"a":"\xc3\xa4"}')) == '{\n  "a": "ä"\n}'
    assert text_of_payload(Payload("text/plain", "ä".encode())) == "ä"
