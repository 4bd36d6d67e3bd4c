"""Rules over who wrote the document, and which case and clientship it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.checks.remedies import (
    ASK_VENDOR,
    CORRECT_DOCUMENT,
    METADATA_MODEL,
)
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import HETU_ROOT, TERHIKKI_ROOT, Henkilotunnus, Oid
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text

_SV_ROOT = "1.2.246.537.25"
_ROOTS = (TERHIKKI_ROOT, _SV_ROOT, HETU_ROOT)


def _author_root(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    author = metadata.author
    if author is not None and author.identifier and author.root not in _ROOTS:
        yield Fault("author", author.root[:60])


def _author_code(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    author = metadata.author
    if author is None or author.root != HETU_ROOT:
        return
    try:
        Henkilotunnus.parse(author.identifier)
    except InvalidIdentifier as error:
        yield Fault("author", str(error.fields["reason"]))


def _author_number(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    author = metadata.author
    if author is not None and author.root == TERHIKKI_ROOT:
        number = author.identifier
        if not (number.isascii() and number.isdigit() and 5 <= len(number) <= 11):
            yield Fault("author", number[:3] + "…" if number else "")


def _author_name(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    author = metadata.author
    if author is not None and not (author.name.given and author.name.family):
        yield Fault("author")


def _author_id(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    author = metadata.author
    if author is not None and not author.identifier:
        yield Fault("author", str(author.name))


def _caseless(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    if metadata.case_id is None and (metadata.case_name or metadata.case_state):
        yield Fault("case_id")


def _clientship(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    said = metadata.clientship_id
    if said is None:
        return
    try:
        Oid.parse(said)
    except InvalidIdentifier:
        yield Fault("clientship_id", said[:60])


_CORRECT_AUTHOR = Text(
    "Korjaa ammattihenkilön tiedot asiakastietojärjestelmän käyttäjärekisterissä.",
    "Rätta den yrkesutbildade personens uppgifter i klientdatasystemets användarregister.",
    "Correct the professional's data in the client information system's register of users.",
)
_REGISTERS = "HL7 Finland, perusprofiilit: ammattihenkilön tunnisteet"

AUTHOR_AND_CASE_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-AUR",
        Severity.WARNING,
        Text(
            "Ammattihenkilön tunniste on tuntemattomasta rekisteristä",
            "Den yrkesutbildade personens beteckning är från ett okänt register",
            "The professional's identifier is from an unknown register",
        ),
        _CORRECT_AUTHOR,
        _REGISTERS,
        _author_root,
    ),
    Rule(
        "KV-AUC",
        Severity.ERROR,
        Text(
            "Ammattihenkilön henkilötunnus ei ole kelvollinen",
            "Den yrkesutbildade personens personbeteckning är inte giltig",
            "The professional's personal identity code is not valid",
        ),
        _CORRECT_AUTHOR,
        "Digi- ja väestötietovirasto: henkilötunnus",
        _author_code,
    ),
    Rule(
        "KV-AUT",
        Severity.WARNING,
        Text(
            "Ammattihenkilön rekisteröintinumero ei ole oikeaa muotoa",
            "Den yrkesutbildade personens registreringsnummer har fel form",
            "The professional's registration number does not have the right form",
        ),
        _CORRECT_AUTHOR,
        _REGISTERS,
        _author_number,
        Evidence.UNVERIFIED,
    ),
    Rule(
        "KV-AUN",
        Severity.WARNING,
        Text(
            "Ammattihenkilön nimi on vajaa",
            "Den yrkesutbildade personens namn är ofullständigt",
            "The professional's name is incomplete",
        ),
        _CORRECT_AUTHOR,
        METADATA_MODEL,
        _author_name,
    ),
    Rule(
        "KV-AUI",
        Severity.WARNING,
        Text(
            "Ammattihenkilöllä ei ole tunnistetta",
            "Den yrkesutbildade personen har ingen beteckning",
            "The professional has no identifier",
        ),
        _CORRECT_AUTHOR,
        METADATA_MODEL,
        _author_id,
    ),
    Rule(
        "KV-CAS",
        Severity.WARNING,
        Text(
            "Asian tiedot on annettu ilman asiatunnusta",
            "Ärendets uppgifter anges utan ärendenummer",
            "The case is described without its number",
        ),
        CORRECT_DOCUMENT,
        METADATA_MODEL,
        _caseless,
    ),
    Rule(
        "KV-CSH",
        Severity.WARNING,
        Text(
            "Asiakkuuden yksilöintitunnus ei ole OID",
            "Klientskapets id är inte en OID",
            "The clientship's identifier is not an OID",
        ),
        ASK_VENDOR,
        METADATA_MODEL,
        _clientship,
        Evidence.ASSUMED,
    ),
)
