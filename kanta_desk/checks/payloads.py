"""Rules over the content's forms: that they are what they say, and hold something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import orjson

from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import JSON, PDF, XHTML, Document, Payload
from kanta_desk.model.findings import Severity
from kanta_desk.model.text import Text

_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.*?-->\s*)*", re.S)
_XHTML_ROOT = re.compile(rb"(?:<!DOCTYPE html[^>]{0,300}>\s*)?<(?:html|div)[\s>]", re.I)


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def _is_xhtml(data: bytes) -> bool:
    start = _PROLOGUE.match(data)
    return bool(start and _XHTML_ROOT.match(data, start.end()))


def _is_json(data: bytes) -> bool:
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True


_LOOKS: dict[str, Callable[[bytes], bool]] = {PDF: _is_pdf, XHTML: _is_xhtml, JSON: _is_json}


def _holds_nothing(document: Document, payload: Payload) -> bool:
    if not payload.data.strip():
        return True
    if payload.media_type == XHTML:
        return not document.text.strip()
    if payload.media_type == JSON and _is_json(payload.data):
        return not orjson.loads(payload.data)
    return False


def _form(document: Document, context: CheckContext) -> Iterator[Fault]:
    for payload in document.payloads:
        looks = _LOOKS.get(payload.media_type)
        if payload.data and not (looks and looks(payload.data)):
            yield Fault("media_type", payload.media_type)


def _no_display_form(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.payload(XHTML) is None and document.payload(PDF) is None:
        yield Fault("payload", ", ".join(p.media_type for p in document.payloads))


def _empty(document: Document, context: CheckContext) -> Iterator[Fault]:
    for payload in document.payloads:
        if _holds_nothing(document, payload):
            yield Fault("payload", payload.media_type)


_ASK_VENDOR = Text(
    "Pyydä järjestelmän toimittajaa korjaamaan asiakirjan muodostus ja arkistoi uusi versio.",
    "Be systemleverantören rätta hur handlingen bildas och arkivera en ny version.",
    "Ask the system's vendor to correct how the document is made, and archive a new version.",
)
_SOURCE = "Sosiaalihuollon asiakirjastandardi (Kela)"

PAYLOAD_RULES: tuple[Rule[Document], ...] = (
    Rule(
        "SI-MED",
        Severity.ERROR,
        Text(
            "Sisältö ei ole ilmoitetussa muodossa",
            "Innehållet har inte den form som har uppgetts",
            "The content is not in the form that it claims",
        ),
        _ASK_VENDOR,
        _SOURCE,
        _form,
    ),
    Rule(
        "SI-DIS",
        Severity.ERROR,
        Text(
            "Asiakirjalla ei ole näyttömuotoa (XHTML tai PDF)",
            "Handlingen saknar visningsform (XHTML eller PDF)",
            "The document has no display form (XHTML or PDF)",
        ),
        _ASK_VENDOR,
        _SOURCE,
        _no_display_form,
    ),
    Rule(
        "SI-EMP",
        Severity.ERROR,
        Text("Sisältö on tyhjä", "Innehållet är tomt", "The content is empty"),
        _ASK_VENDOR,
        _SOURCE,
        _empty,
    ),
)
