"""Documents made to do harm: what is fed to which reader. Each ends in an error of the tree."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

from kanta_desk.archive.cda import read_document
from kanta_desk.archive.payloads import json_value, safe_xhtml
from kanta_desk.archive.signatures import read_signatures
from tests.helpers.archive import profile

Feed = Callable[[bytes], object]
Make = Callable[[], bytes]

MB = 1024 * 1024
_HEAD = '<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:hl7fi="urn:hl7finland">'
_IDENTITY = '<id root="1.2.3"/><setId root="1.2.3"/><versionNumber value="1"/>'


def document(text: str, *, kind: str = "application/xhtml+xml", more: str = "") -> bytes:
    """A document of one display form, whose element holds ``text``."""
    return (
        f"{_HEAD}{more}{_IDENTITY}<component><nonXMLBody>"
        f'<text mediaType="{kind}" representation="B64">{text}</text>'
        "</nonXMLBody></component></ClinicalDocument>"
    ).encode()


def b64(data: bytes) -> str:
    """Base64."""
    return base64.b64encode(data).decode()


def external(system: str) -> bytes:
    """A document that would have the reader fetch ``system``."""
    doctype = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{system}">]>'
    return doctype.encode() + document("&x;", more="<title>&x;</title>")


def laughs() -> bytes:
    """A billion laughs."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f"<!DOCTYPE a [{entities}]>".encode() + document("&l9;")


def read(data: bytes) -> object:
    """The reader of documents."""
    return read_document(data, profile())


HOSTILE: Mapping[str, tuple[Feed, Make]] = {
    "an entity from a file": (read, lambda: external("file:///etc/passwd")),
    "a billion laughs": (read, laughs),
    "a billion laughs in the display form": (safe_xhtml, laughs),
    "an entity in UTF-16": (
        read,
        lambda: external("file:///etc/passwd").decode().encode("utf-16"),
    ),
    "an entity in UTF-7": (
        read,
        lambda: (
            b'<?xml version="1.0" encoding="UTF-7"?>'
            + external("file:///etc/passwd").decode().encode("utf-7")
        ),
    ),
    "100 MB of text": (read, lambda: document("A" * 100 * MB)),
    "30 MB in one text": (read, lambda: document("A" * 30 * MB)),
    "10 MB of elements": (read, lambda: document("", more="<title/>" * (10 * MB // 8))),
    "30 MB of attributes": (
        read,
        lambda: document(
            "", more="<title " + " ".join(f'a{n}=""' for n in range(2_500_000)) + "/>"
        ),
    ),
    "elements a million deep": (
        read,
        lambda: document("", more="<a>" * 1_000_000 + "</a>" * 1_000_000),
    ),
    "a display form a hundred thousand deep": (
        read,
        lambda: document(b64(b"<div>" * 100_000 + b"</div>" * 100_000)),
    ),
    "JSON a million deep": (json_value, lambda: b"[" * 1_000_000),
    "JSON that hides how deep it is": (json_value, lambda: b'["]]]]",' * 1_000 + b"]" * 1_000),
    "100 MB of JSON": (json_value, lambda: b"[" + b"0," * (50 * MB) + b"0]"),
    "what is no Base64": (read, lambda: document("@" * MB)),
    "Base64 of random bytes as XHTML": (read, lambda: document(b64(bytes(range(256)) * 4096))),
    "Base64 of random bytes as PDF": (
        read,
        lambda: document(b64(bytes(range(256)) * 4096), kind="application/pdf"),
    ),
    "a name with a NUL in it": (read, lambda: document("", more="<title>a\x00b</title>")),
    "bytes that are no UTF-8": (
        read,
        lambda: document("").replace(b"<id ", b"<title>\xe4\xf6</title><id "),
    ),
    "an encoding that the bytes are not in": (
        read,
        lambda: b'<?xml version="1.0" encoding="UTF-32"?>' + document(""),
    ),
    "a signature with an entity": (
        read_signatures,
        lambda: b'<!DOCTYPE a [<!ENTITY x "y">]><a xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
    ),
}
