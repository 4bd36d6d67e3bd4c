"""Rules over single fields: what must be there, and codes that must be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from kanta_desk.checks.remedies import (
    ASK_VENDOR,
    CDA_HEADER,
    CORRECT_DOCUMENT,
    METADATA_MODEL,
)
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.codes import Code, base_system
from kanta_desk.model.documents import DocumentMetadata, PersonName
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.metadata import FIELDS, Evidence
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_date

_CODE_LIKE = re.compile(r"(?<!\w)\d{6}[-+A-Z]\d{3}[0-9A-Z](?!\w)", re.ASCII)


_REQUIRED = tuple(field for field in FIELDS if field.required)
_CODED = tuple((field, base_system(field.system)) for field in FIELDS if field.system)
_required = attrgetter(*(field.key for field in _REQUIRED))
_coded = attrgetter(*(field.key for field, _ in _CODED))


def _missing(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    told = (*metadata.unreadable, *context.absent)
    for field, value in zip(_REQUIRED, _required(metadata), strict=True):
        if _is_blank(value) and field.key not in told:
            yield Fault(field.key, about=field.label)


def _is_blank(value: object) -> bool:
    return not value or (isinstance(value, str | PersonName) and not str(value).strip())


def _unreadable(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for field in FIELDS if metadata.unreadable else ():
        if field.key in metadata.unreadable:
            yield Fault(field.key, about=field.label)


def _codes(metadata: DocumentMetadata) -> Iterator[tuple[str, Text, bool, Code]]:
    """The codes of fields that have a code system: key, label, whether it is of that, code."""
    for (field, system), value in zip(_CODED, _coded(metadata), strict=True):
        if isinstance(value, Code):
            yield field.key, field.label, base_system(value.system) == system, value


def _foreign_system(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, label, ours, code in _codes(metadata):
        if not ours:
            yield Fault(key, f"{code.value} ({code.system})", label)


def _unknown_code(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, label, ours, code in _codes(metadata):
        if ours and context.code_known(code) is False:
            yield Fault(key, f"{code.value} ({code.system})", label)


def _not_valid_then(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    if metadata.created is None:
        return
    day = metadata.created.astimezone(HELSINKI).date()
    for key, label, ours, code in _codes(metadata):
        if ours and context.code_valid(code, day) is False:
            yield Fault(key, f"{code.value}, {finnish_date(day)}", label)


def _no_system(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for field in FIELDS:
        value = getattr(metadata, field.key)
        if isinstance(value, Code) and value.system and not _is_oid(value.system):
            yield Fault(field.key, value.system[:60], field.label)


def _realm(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    if metadata.realm is not None and metadata.realm != "FI":
        yield Fault("realm", metadata.realm[:20])


def _templates(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for each in metadata.template_ids:
        if not _is_oid(each):
            yield Fault("template_ids", each[:60])


@lru_cache(maxsize=4096)
def _is_oid(text: str) -> bool:
    try:
        Oid.parse(text)
    except InvalidIdentifier:
        return False
    return True


def _personal_title(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for word in _CODE_LIKE.findall((metadata.title or "").upper()):
        try:
            yield Fault("title", Henkilotunnus.parse(word).masked)
        except InvalidIdentifier:
            continue


def _software(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    software = metadata.software
    if software is not None and not (software.vendor and software.product and software.version):
        said = " ".join(filter(None, (software.vendor, software.product, software.version)))
        yield Fault("software", said)


FIELD_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-REQ",
        Severity.ERROR,
        Text(
            "Pakollinen kuvailutieto puuttuu: {about}",
            "Obligatorisk beskrivningsuppgift saknas: {about}",
            "Required metadata is missing: {about}",
        ),
        CORRECT_DOCUMENT,
        METADATA_MODEL,
        _missing,
    ),
    Rule(
        "KV-UNR",
        Severity.ERROR,
        Text(
            "Kuvailutiedon arvoa ei voi lukea: {about}",
            "Beskrivningsuppgiftens värde kan inte läsas: {about}",
            "The value of the metadata cannot be read: {about}",
        ),
        Text(
            "Arvo ei ole sitä muotoa, jota kentältä vaaditaan. Korjaa asiakirja "
            "asiakastietojärjestelmässä ja arkistoi siitä uusi versio.",
            "Värdet har inte den form som fältet kräver. Rätta handlingen i klientdatasystemet "
            "och arkivera en ny version.",
            "The value does not have the form that the field asks for. Correct the document in "
            "the client information system and archive a new version.",
        ),
        METADATA_MODEL,
        _unreadable,
    ),
    Rule(
        "KV-SYS",
        Severity.WARNING,
        Text(
            "Koodi on väärästä koodistosta: {about}",
            "Koden är från fel kodverk: {about}",
            "The code is from the wrong code set: {about}",
        ),
        Text(
            "Pyydä järjestelmän toimittajaa tarkistamaan koodiston tunnus.",
            "Be systemleverantören kontrollera kodverkets id.",
            "Ask the system's vendor to check the code set's identifier.",
        ),
        "Koodistopalvelu (THL)",
        _foreign_system,
    ),
    Rule(
        "KV-COD",
        Severity.ERROR,
        Text(
            "Koodia ei ole koodistossa: {about}",
            "Koden finns inte i kodverket: {about}",
            "The code is not in its code set: {about}",
        ),
        Text(
            "Tarkista koodi ja päivitä koodistot järjestelmään ja tähän ohjelmaan.",
            "Kontrollera koden och uppdatera kodverken i systemet och i detta program.",
            "Check the code; update the code sets in the system and in this program.",
        ),
        "Koodistopalvelu (THL)",
        _unknown_code,
    ),
    Rule(
        "KV-DAY",
        Severity.ERROR,
        Text(
            "Koodi ei ollut voimassa asiakirjan päivänä: {about}",
            "Koden gällde inte på handlingens dag: {about}",
            "The code was not in force on the document's day: {about}",
        ),
        Text(
            "Päivitä koodistot asiakastietojärjestelmään ja valitse koodi, joka oli voimassa.",
            "Uppdatera kodverken i klientdatasystemet och välj en kod som gällde.",
            "Update the code sets in the client information system and choose a code in force.",
        ),
        "Koodistopalvelu (THL)",
        _not_valid_then,
    ),
    Rule(
        "KV-CSY",
        Severity.ERROR,
        Text(
            "Koodiston tunnus ei ole OID: {about}",
            "Kodverkets id är inte en OID: {about}",
            "The code set's identifier is not an OID: {about}",
        ),
        ASK_VENDOR,
        "Koodistopalvelu (THL)",
        _no_system,
    ),
    Rule(
        "KV-RLM",
        Severity.WARNING,
        Text("Aluekoodi ei ole FI", "Områdeskoden är inte FI", "The realm code is not FI"),
        ASK_VENDOR,
        CDA_HEADER,
        _realm,
    ),
    Rule(
        "KV-TPL",
        Severity.ERROR,
        Text(
            "Noudatetun määrityksen tunnus ei ole OID",
            "Den tillämpade specifikationens id är inte en OID",
            "The identifier of the specification followed is not an OID",
        ),
        ASK_VENDOR,
        CDA_HEADER,
        _templates,
    ),
    Rule(
        "KV-PII",
        Severity.ERROR,
        Text(
            "Otsikossa on henkilötunnus",
            "Rubriken innehåller en personbeteckning",
            "The title holds a personal identity code",
        ),
        Text(
            "Poista henkilötunnus otsikosta: otsikko näkyy luetteloissa, joissa tunnusta ei "
            "tarvita. Arkistoi asiakirjasta uusi versio.",
            "Ta bort personbeteckningen ur rubriken: den syns i listor där beteckningen inte "
            "behövs. Arkivera en ny version av handlingen.",
            "Take the code out of the title, which shows in lists where nobody needs the code. "
            "Archive a new version of the document.",
        ),
        "Tietosuojalaki 1050/2018 29 § (henkilötunnuksen käsittely)",
        _personal_title,
    ),
    Rule(
        "KV-SOF",
        Severity.WARNING,
        Text(
            "Asiakirjan tuottaneen ohjelmiston tiedot ovat vajaat",
            "Uppgifterna om programvaran är ofullständiga",
            "The data of the software that made the document are incomplete",
        ),
        ASK_VENDOR,
        CDA_HEADER,
        _software,
        Evidence.ASSUMED,
    ),
)
