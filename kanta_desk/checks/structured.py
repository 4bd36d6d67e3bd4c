"""Rules over the structured form: its own structure, and that it says what the rest says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kanta_desk.archive.structures import StructureFault
from kanta_desk.checks.examined import Examined, flat
from kanta_desk.checks.remedies import ASK_VENDOR, CORRECT_DOCUMENT, DOCUMENT_STANDARD, STRUCTURES
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import XHTML
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.text import Text

_SNAKE = re.compile(r"[a-z0-9]+(?:_+[a-z0-9]+)*", re.ASCII)
# A text that a person reads, and not a code, a date or a word that a form shows in its own way.
_READ_LEAST = 12
_NOT_SHOWN = frozenset({"system", "code", "value"})
_MOST = 10
# Looking for one word is many times faster than for the pattern.
_CLIENT_WORD, _CASE_WORD = "/henkilotunnus", "/asiatunnus"
_CLIENT = re.compile(r"/[^/]+/asiakas(?:/\d+)?/henkilotunnus(?:/value)?")
_CASE = re.compile(r"/[^/]+(?:/asian_tiedot)?/asiatunnus(?:/value)?")


def _one_root(document: Examined, context: CheckContext) -> Iterator[Fault]:
    for value in document.values:
        if not isinstance(value, dict) or len(value) != 1:
            yield Fault("json", f"{len(value)}" if isinstance(value, dict) else "")
        elif not _SNAKE.fullmatch(key := next(iter(value))):
            yield Fault("json", key[:60])


def _structure(document: Examined, context: CheckContext) -> Iterator[Fault]:
    oid = document.metadata.structure_oid if document.metadata else None
    structure = context.structure(oid) if oid else None
    if structure is None:
        return
    for value in document.values:
        for fault in structure.faults(value)[:_MOST]:
            yield Fault(f"json{fault.path}", _REASONS.get(fault.reason, fault.reason), _name(fault))


def _name(fault: StructureFault) -> Text:
    if fault.name.fi:
        return fault.name
    last = fault.path.rpartition("/")[2] or "json"
    return Text(last, last, last)


_REASONS = {
    "missing": "–",
    "unknown": "+",
    "type": "≠ type",
    "too few": "[]",
    "empty": '""',
    "not allowed": "∉ enum",
    "form": "≠ pattern",
}


def _not_shown(document: Examined, context: CheckContext) -> Iterator[Fault]:
    """Texts of the structured form that the display form does not have."""
    if document.payload(XHTML) is None or not document.text.strip():
        return
    shown = document.plain_text
    missing = [
        path
        for path, text in document.leaves
        if _is_read(text) and path.rpartition("/")[2] not in _NOT_SHOWN and flat(text) not in shown
    ]
    if missing:
        more = f" (+{len(missing) - 1})" if len(missing) > 1 else ""
        yield Fault(f"json{missing[0]}", f"json ∉ xhtml{more}")


def _is_read(text: str) -> bool:
    return len(text) >= _READ_LEAST and " " in text.strip()


def _other_client(document: Examined, context: CheckContext) -> Iterator[Fault]:
    client = document.metadata.client_id if document.metadata else None
    if not isinstance(client, Henkilotunnus):
        return
    said = [(p, t) for p, t in document.leaves if _CLIENT_WORD in p and _CLIENT.fullmatch(p)]
    # A document may be of several clients; one of them has to be the one it is filed under.
    if said and all(text.strip().upper() != client.value for _, text in said):
        yield Fault(f"json{said[0][0]}", f"≠ {client.masked}")


def _other_case(document: Examined, context: CheckContext) -> Iterator[Fault]:
    case = document.metadata.case_id if document.metadata else None
    if case is None:
        return
    for path, text in document.leaves:
        if _CASE_WORD in path and _CASE.fullmatch(path) and text.strip() != case:
            yield Fault(f"json{path}", f"≠ {case}"[:80])


STRUCTURED_RULES: tuple[Rule[Examined], ...] = (
    Rule(
        "JS-ROO",
        Severity.ERROR,
        Text(
            "Rakenteisella muodolla ei ole yhtä nimettyä juurta",
            "Den strukturerade formen har inte en enda namngiven rot",
            "The structured form does not have one named root",
        ),
        ASK_VENDOR,
        STRUCTURES,
        _one_root,
    ),
    Rule(
        "JS-STR",
        Severity.ERROR,
        Text(
            "Rakenteinen muoto ei noudata rakennettaan: {about}",
            "Den strukturerade formen följer inte sin struktur: {about}",
            "The structured form does not follow its structure: {about}",
        ),
        ASK_VENDOR,
        STRUCTURES,
        _structure,
    ),
    Rule(
        "JS-TXT",
        Severity.WARNING,
        Text(
            "Rakenteisessa muodossa on tekstiä, jota näyttömuodossa ei ole",
            "Den strukturerade formen har text som saknas i visningsformen",
            "The structured form holds text that the display form does not",
        ),
        Text(
            "Näyttömuodon ja rakenteisen muodon on sanottava sama. Vertaa niitä ja pyydä "
            "toimittajaa korjaamaan asiakirjan muodostus.",
            "Visningsformen och den strukturerade formen ska säga detsamma. Jämför dem och be "
            "leverantören rätta hur handlingen bildas.",
            "The display form and the structured form have to say the same. Compare them, and ask "
            "the vendor to correct how the document is made.",
        ),
        DOCUMENT_STANDARD,
        _not_shown,
    ),
    Rule(
        "JS-CLI",
        Severity.ERROR,
        Text(
            "Rakenteisen muodon asiakas ei ole kuvailutietojen asiakas",
            "Klienten i den strukturerade formen är inte beskrivningsuppgifternas klient",
            "The client in the structured form is not the client of the metadata",
        ),
        CORRECT_DOCUMENT,
        STRUCTURES,
        _other_client,
    ),
    Rule(
        "JS-CAS",
        Severity.ERROR,
        Text(
            "Rakenteisen muodon asiatunnus ei ole kuvailutietojen",
            "Ärendenumret i den strukturerade formen är inte beskrivningsuppgifternas",
            "The case number in the structured form is not that of the metadata",
        ),
        CORRECT_DOCUMENT,
        STRUCTURES,
        _other_case,
    ),
)
