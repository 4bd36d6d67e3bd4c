"""Rules over identity: the document's, its set's and its structure's, and over its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kanta_desk.checks.remedies import (
    ASK_VENDOR,
    CORRECT_DOCUMENT,
    DOCUMENT_STANDARD,
    METADATA_MODEL,
    STRUCTURES,
)
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.codes import CodeSystem, base_system
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_date

_STRUCTURE = re.compile(
    r"1\.2\.246\.537\.6\.(1505|1506)\.(\d{1,9})\.(\d{4})\.(\d{1,2})\.(\d{1,2})", re.ASCII
)
# Of the published groups: those that are a structure of their own, and those that are wishes.
_OWN_STRUCTURE = ("1", "2", "8", "9")
_WISHES = ("8", "9")


def _version(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    version, replaces = metadata.version, metadata.replaces
    if version < 1:
        yield Fault("version", str(version))
    if version > 1 and replaces is None:
        yield Fault("replaces", f"v{version}")
    if replaces is not None and (replaces.version >= version or replaces.set_id != metadata.set_id):
        yield Fault("replaces", f"v{version} ← v{replaces.version} {replaces.set_id}")


def _gap(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    replaces = metadata.replaces
    if replaces is not None and replaces.version < metadata.version - 1:
        yield Fault("replaces", f"v{metadata.version} ← v{replaces.version}")


def _itself(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    replaces = metadata.replaces
    if replaces is not None and replaces.oid == metadata.document_oid:
        yield Fault("replaces", str(metadata.document_oid))


def _same_oid(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    if metadata.version > 1 and metadata.document_oid == metadata.set_id:
        yield Fault("document_oid", f"v{metadata.version} {metadata.document_oid}")


def _first_of_set(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    first = metadata.version == 1 and metadata.replaces is None
    if first and metadata.set_id != metadata.document_oid:
        yield Fault("set_id", f"{metadata.set_id} ≠ {metadata.document_oid}")


def _structure_form(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    said = metadata.structure_oid
    if said is not None and (_STRUCTURE.fullmatch(said) is None or _published(said) is None):
        yield Fault("structure_oid", said[:80])


def _structure_date(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    published = _published(metadata.structure_oid or "")
    if published is None or metadata.created is None:
        return
    day = metadata.created.astimezone(HELSINKI).date()
    if published > day:
        yield Fault("structure_oid", f"{finnish_date(published)} > {finnish_date(day)}")


def _published(oid: str) -> date | None:
    found = _STRUCTURE.fullmatch(oid)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[4]), int(found[5]))
    except ValueError:
        return None


def _structure_type(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    found = _STRUCTURE.fullmatch(metadata.structure_oid or "")
    kind = metadata.document_type
    if found is None or found[1] != "1506" or kind is None:
        return
    if base_system(kind.system) == CodeSystem.DOCUMENT_TYPE and kind.value != found[2]:
        yield Fault("document_type", f"{kind.value} ≠ {metadata.structure_oid}")


def _group(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    group = metadata.document_group
    found = _STRUCTURE.fullmatch(metadata.structure_oid or "")
    if group is None or base_system(group.system) != CodeSystem.DOCUMENT_GROUP or found is None:
        return
    of_group = found[1] == "1505"
    expected = group.value in _OWN_STRUCTURE
    if of_group != expected or (of_group and found[2] != group.value):
        yield Fault("document_group", f"{group.value} ≠ {metadata.structure_oid}")


def _wish(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    group = metadata.document_group
    if (
        group is not None
        and base_system(group.system) == CodeSystem.DOCUMENT_GROUP
        and group.value in _WISHES
    ):
        yield Fault("document_group", f"{group.value} {group.display}".strip())


_CHAIN = Text(
    "Version on oltava vähintään 1, ja uudemman version on viitattava saman asiakirjan "
    "aiempaan versioon.",
    "Versionen ska vara minst 1, och en nyare version ska hänvisa till en tidigare "
    "version av samma handling.",
    "The version must be at least 1, and a newer one must refer to an earlier version of "
    "the same document.",
)
_RPLC = "HL7 CDA R2, relatedDocument RPLC"

VERSION_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-VER",
        Severity.ERROR,
        Text(
            "Asiakirjan versiotiedot ovat ristiriitaiset",
            "Handlingens versionsuppgifter är inte konsekventa",
            "The document's version data contradict each other",
        ),
        _CHAIN,
        _RPLC,
        _version,
    ),
    Rule(
        "KV-GAP",
        Severity.WARNING,
        Text(
            "Versioiden ketjussa on aukko",
            "Det finns en lucka i versionskedjan",
            "There is a gap in the chain of versions",
        ),
        Text(
            "Katso versiohistoriasta, puuttuuko välistä versio, ja selvitä toimittajan kanssa, "
            "jäikö sen arkistointi kesken.",
            "Se i versionshistoriken om en version saknas däremellan och utred med leverantören "
            "om arkiveringen av den avbröts.",
            "See in the version history whether one is missing in between, and find out with the "
            "vendor whether archiving it was cut short.",
        ),
        _RPLC,
        _gap,
    ),
    Rule(
        "KV-SLF",
        Severity.ERROR,
        Text(
            "Asiakirja korvaa itsensä",
            "Handlingen ersätter sig själv",
            "The document replaces itself",
        ),
        _CHAIN,
        _RPLC,
        _itself,
    ),
    Rule(
        "KV-OID",
        Severity.ERROR,
        Text(
            "Uudella versiolla ei ole omaa tunnusta",
            "Den nya versionen har inget eget id",
            "The new version has no identifier of its own",
        ),
        Text(
            "Jokainen versio on oma asiakirjansa, jolla on uusi tunnus. Pyydä toimittajaa "
            "korjaamaan versiointi.",
            "Varje version är en egen handling med ett nytt id. Be leverantören rätta "
            "versionshanteringen.",
            "Each version is a document of its own with a new identifier. Ask the vendor to "
            "correct how versions are made.",
        ),
        "HL7 CDA R2, ClinicalDocument/id ja setId",
        _same_oid,
    ),
    Rule(
        "KV-SET",
        Severity.WARNING,
        Text(
            "Ensimmäisen version alkuperäisen asiakirjan tunnus on toisen asiakirjan",
            "Den första versionens ursprungliga id hör till en annan handling",
            "The first version's original document id is another document's",
        ),
        ASK_VENDOR,
        "HL7 Finland, CDA R2 header: alkuperäisen asiakirjan tunnus",
        _first_of_set,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-STF",
        Severity.ERROR,
        Text(
            "Asiakirjarakenteen tunnus ei ole oikeaa muotoa",
            "Handlingsstrukturens id har fel form",
            "The structure's identifier does not have the right form",
        ),
        ASK_VENDOR,
        STRUCTURES,
        _structure_form,
    ),
    Rule(
        "KV-STD",
        Severity.WARNING,
        Text(
            "Asiakirjarakenne on julkaistu vasta asiakirjan laatimisen jälkeen",
            "Handlingsstrukturen har publicerats först efter att handlingen skapades",
            "The structure was published only after the document was made",
        ),
        ASK_VENDOR,
        STRUCTURES,
        _structure_date,
    ),
    Rule(
        "KV-STR",
        Severity.ERROR,
        Text(
            "Asiakirjan tyyppi ei vastaa asiakirjarakennetta",
            "Handlingstypen motsvarar inte handlingsstrukturen",
            "The document's type does not agree with its structure",
        ),
        CORRECT_DOCUMENT,
        STRUCTURES,
        _structure_type,
    ),
    Rule(
        "KV-GRP",
        Severity.ERROR,
        Text(
            "Asiakirjaryhmä ei vastaa asiakirjarakennetta",
            "Handlingsgruppen motsvarar inte handlingsstrukturen",
            "The document group does not agree with the structure",
        ),
        ASK_VENDOR,
        f"{STRUCTURES}; {METADATA_MODEL}",
        _group,
    ),
    Rule(
        "KV-WIL",
        Severity.WARNING,
        Text(
            "Luovutuslupa tai kielto ei kuulu asiakirjojen joukkoon",
            "Ett utlämningstillstånd eller förbud hör inte till handlingarna",
            "A disclosure permit or prohibition does not belong among the documents",
        ),
        Text(
            "Luvat ja kiellot tallennetaan Tahdonilmaisupalveluun. Pyydä toimittajaa tarkistamaan, "
            "mihin järjestelmä ne lähettää.",
            "Tillstånd och förbud sparas i viljeyttringstjänsten. Be leverantören kontrollera "
            "vart systemet skickar dem.",
            "Permits and prohibitions go to the service of expressions of will. Ask the vendor to "
            "check where the system sends them.",
        ),
        DOCUMENT_STANDARD,
        _wish,
        Evidence.ASSUMED,
    ),
)
