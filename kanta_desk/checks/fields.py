"""Rules over single fields: what must be there, and codes that must be known."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.codes import Code, base_system
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import FIELDS
from kanta_desk.model.text import Text

_SOURCE = "Sosiaalihuollon asiakasasiakirjojen metatietomalli (THL)"


def _missing(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for field in FIELDS:
        absent = not str(getattr(metadata, field.key) or "").strip()
        if field.required and absent and field.key not in metadata.unreadable:
            yield Fault(field.key, about=field.label)


def _unreadable(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for field in FIELDS:
        if field.key in metadata.unreadable:
            yield Fault(field.key, about=field.label)


def _codes(metadata: DocumentMetadata) -> Iterator[tuple[str, Text, str, Code]]:
    for field in FIELDS:
        value = getattr(metadata, field.key)
        if field.system and isinstance(value, Code):
            yield field.key, field.label, field.system, value


def _foreign_system(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, label, system, code in _codes(metadata):
        if base_system(code.system) != base_system(system):
            yield Fault(key, f"{code.value} ({code.system})", label)


def _unknown_code(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, label, system, code in _codes(metadata):
        if base_system(code.system) == base_system(system) and context.code_known(code) is False:
            yield Fault(key, f"{code.value} ({code.system})", label)


def _version(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    version, replaces = metadata.version, metadata.replaces
    if version < 1:
        yield Fault("version", str(version))
    if version > 1 and replaces is None:
        yield Fault("replaces", f"v{version}")
    if replaces is not None and (replaces.version >= version or replaces.set_id != metadata.set_id):
        yield Fault("replaces", f"v{version} ← v{replaces.version} {replaces.set_id}")


FIELD_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-REQ",
        Severity.ERROR,
        Text(
            "Pakollinen kuvailutieto puuttuu: {about}",
            "Obligatorisk beskrivningsuppgift saknas: {about}",
            "Required metadata is missing: {about}",
        ),
        Text(
            "Korjaa asiakirja asiakastietojärjestelmässä ja arkistoi siitä uusi versio.",
            "Rätta handlingen i klientdatasystemet och arkivera en ny version.",
            "Correct the document in the client information system and archive a new version.",
        ),
        _SOURCE,
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
        _SOURCE,
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
        "KV-VER",
        Severity.ERROR,
        Text(
            "Asiakirjan versiotiedot ovat ristiriitaiset",
            "Handlingens versionsuppgifter är inte konsekventa",
            "The document's version data contradict each other",
        ),
        Text(
            "Version on oltava vähintään 1, ja uudemman version on viitattava saman asiakirjan "
            "aiempaan versioon.",
            "Versionen ska vara minst 1, och en nyare version ska hänvisa till en tidigare "
            "version av samma handling.",
            "The version must be at least 1, and a newer one must refer to an earlier version of "
            "the same document.",
        ),
        "HL7 CDA R2, relatedDocument RPLC",
        _version,
    ),
)
