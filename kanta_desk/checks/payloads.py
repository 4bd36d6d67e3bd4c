"""Rules over the content's forms: that they are what they say, and hold something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import orjson

from kanta_desk.checks.examined import Examined
from kanta_desk.checks.remedies import ASK_VENDOR, CORRECT_DOCUMENT, DOCUMENT_STANDARD, STRUCTURES
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import JSON, PDF, XHTML, Payload
from kanta_desk.model.findings import Severity
from kanta_desk.model.text import Text

_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.*?-->\s*)*", re.S)
_XHTML_ROOT = re.compile(rb"(?:<!DOCTYPE html[^>]{0,300}>\s*)?<(?:html|div)[\s>]", re.I)

# UTF-8 that was read as Latin-1 and written again, and what a decoder puts for what it cannot read.
_MARKS = "\ufffdÃâ"
_MOJIBAKE = re.compile("\ufffd|Ã[\u0080-\u00bf]|â\u0080[\u0090-\u009f]|â€[™“”“]?")


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


def _holds_nothing(document: Examined, payload: Payload) -> bool:
    if not payload.data.strip():
        return True
    if payload.media_type == XHTML:
        return not document.text.strip()
    if payload.media_type == JSON and _is_json(payload.data):
        return not orjson.loads(payload.data)
    return False


def _form(document: Examined, context: CheckContext) -> Iterator[Fault]:
    for payload in document.payloads:
        looks = _LOOKS.get(payload.media_type)
        if payload.data and not (looks and looks(payload.data)):
            yield Fault("media_type", payload.media_type)


def _no_display_form(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.payload(XHTML) is None and document.payload(PDF) is None:
        yield Fault("payload", ", ".join(p.media_type for p in document.payloads))


def _empty(document: Examined, context: CheckContext) -> Iterator[Fault]:
    for payload in document.payloads:
        if _holds_nothing(document, payload):
            yield Fault("payload", payload.media_type)


def _other_type(document: Examined, context: CheckContext) -> Iterator[Fault]:
    said = document.metadata.media_type if document.metadata else None
    shown = next((p.media_type for p in document.payloads if p.media_type != JSON), None)
    if said and shown and said.split(";")[0].strip().lower() != shown:
        yield Fault("media_type", f"{said} ≠ {shown}"[:120])


def _no_structured_form(document: Examined, context: CheckContext) -> Iterator[Fault]:
    claimed = document.metadata.structure_oid if document.metadata else None
    if claimed and document.payload(XHTML) and not document.payload(JSON):
        yield Fault("structure_oid", claimed[:80])


def _broken_characters(document: Examined, context: CheckContext) -> Iterator[Fault]:
    for place, text in (("xhtml", document.text), *document.leaves):
        # Looking for one letter is a hundred times faster than for the pattern.
        marked = not text.isascii() and any(mark in text for mark in _MARKS)
        if marked and (found := _MOJIBAKE.search(text)):
            yield Fault(place, found[0])
            return


def _root(document: Examined, context: CheckContext) -> Iterator[Fault]:
    display = document.display
    if display is not None and not (
        display.root == "div" and "soc-document" in display.root_class.split()
    ):
        yield Fault("xhtml", f"{display.root} {display.root_class}".strip()[:60])


def _running(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.display is not None and document.display.running:
        yield Fault("xhtml", ", ".join(document.display.running)[:120])


def _loading(document: Examined, context: CheckContext) -> Iterator[Fault]:
    if document.display is not None and document.display.loading:
        yield Fault("xhtml", ", ".join(document.display.loading)[:120])


def _language(document: Examined, context: CheckContext) -> Iterator[Fault]:
    display, metadata = document.display, document.metadata
    if display is None or metadata is None or metadata.language is None:
        return
    said = metadata.language.value.lower()
    shown = display.language.partition("-")[0]
    if shown and said and shown != said:
        yield Fault("language", f"{metadata.language.value} ≠ {display.language}"[:40])


PAYLOAD_RULES: tuple[Rule[Examined], ...] = (
    Rule(
        "SI-MED",
        Severity.ERROR,
        Text(
            "Sisältö ei ole ilmoitetussa muodossa",
            "Innehållet har inte den form som har uppgetts",
            "The content is not in the form that it claims",
        ),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
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
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _no_display_form,
    ),
    Rule(
        "SI-EMP",
        Severity.ERROR,
        Text("Sisältö on tyhjä", "Innehållet är tomt", "The content is empty"),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _empty,
    ),
    Rule(
        "SI-TYP",
        Severity.ERROR,
        Text(
            "Kuvailutietojen mediatyyppi ei ole sisällön",
            "Beskrivningsuppgifternas medietyp är inte innehållets",
            "The media type in the metadata is not the content's",
        ),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _other_type,
    ),
    Rule(
        "SI-STR",
        Severity.WARNING,
        Text(
            "Rakenteinen muoto (JSON) puuttuu, vaikka asiakirjarakenne on ilmoitettu",
            "Den strukturerade formen (JSON) saknas fast en handlingsstruktur har angetts",
            "The structured form (JSON) is missing although a structure is claimed",
        ),
        ASK_VENDOR,
        f"{DOCUMENT_STANDARD}; {STRUCTURES}",
        _no_structured_form,
    ),
    Rule(
        "SI-CHR",
        Severity.WARNING,
        Text(
            "Sisällön merkit ovat rikkoutuneet",
            "Tecknen i innehållet är förvanskade",
            "The content's characters are broken",
        ),
        Text(
            "Ääkköset ovat muuttuneet muunnoksessa. Pyydä toimittajaa tarkistamaan, että sisältö "
            "on UTF-8:aa alusta loppuun.",
            "Å, ä och ö har ändrats i en konvertering. Be leverantören kontrollera att innehållet "
            "är UTF-8 hela vägen.",
            "Letters such as ä and ö were changed in a conversion. Ask the vendor to check that "
            "the content is UTF-8 all the way.",
        ),
        DOCUMENT_STANDARD,
        _broken_characters,
    ),
    Rule(
        "XH-ROO",
        Severity.WARNING,
        Text(
            "Näyttömuodon juuri ei ole div-elementti, jonka luokka on soc-document",
            "Visningsformens rot är inte ett div-element av klassen soc-document",
            "The display form's root is not a div of the class soc-document",
        ),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _root,
    ),
    Rule(
        "XH-RUN",
        Severity.ERROR,
        Text(
            "Näyttömuodossa on suoritettavaa tai syötettävää",
            "Visningsformen innehåller något som körs eller fylls i",
            "The display form holds something that would run or be filled in",
        ),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _running,
    ),
    Rule(
        "XH-LOA",
        Severity.ERROR,
        Text(
            "Näyttömuoto hakisi tietoa asiakirjan ulkopuolelta",
            "Visningsformen skulle hämta något utanför handlingen",
            "The display form would load something from outside the document",
        ),
        ASK_VENDOR,
        DOCUMENT_STANDARD,
        _loading,
    ),
    Rule(
        "XH-LNG",
        Severity.WARNING,
        Text(
            "Näyttömuodon kieli ei ole kuvailutietojen kieli",
            "Visningsformens språk är inte beskrivningsuppgifternas",
            "The display form's language is not that of the metadata",
        ),
        CORRECT_DOCUMENT,
        "W3C XHTML 1.0, lang; eArkisto – Asiakirjan kieli",
        _language,
    ),
)
