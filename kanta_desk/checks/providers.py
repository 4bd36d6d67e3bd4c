"""Rules over the parties: own operation, or another's register by right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kanta_desk.checks.remedies import (
    CDA_HEADER,
    CHECK_ORGANISATION,
    CORRECT_DOCUMENT,
    HANDBOOK,
    METADATA_MODEL,
)
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.documents import DocumentMetadata, Party, organisation_of
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import ORGANISATION_ROOT, Ytunnus
from kanta_desk.model.metadata import BY_KEY, Evidence
from kanta_desk.model.text import Text

_PARTIES = (
    "controller", "active_controller", "register_specifier", "archive_creator", "organiser",
    "producer", "implementer", "service_unit",
)  # fmt: skip


def _same_organisation(one: Party, other: Party) -> bool:
    return organisation_of(one.oid) == organisation_of(other.oid)


def _organiser(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    controller, organiser = metadata.controller, metadata.organiser
    if controller and organiser and not _same_organisation(controller, organiser):
        yield Fault("organiser", f"{organiser.oid} ≠ {controller.oid}")


def _unit(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    unit = metadata.service_unit
    owners = [p for p in (metadata.producer, metadata.implementer) if p]
    if unit and owners and not any(_same_organisation(unit, owner) for owner in owners):
        yield Fault("service_unit", str(unit.oid))


def _parties(metadata: DocumentMetadata) -> Iterator[tuple[str, Party]]:
    for key in _PARTIES:
        party = getattr(metadata, key)
        if party is not None:
            yield key, party


def _business_id(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, party in _parties(metadata):
        if not _holds_business_id(organisation_of(party.oid).value):
            yield Fault(key, str(party.oid), BY_KEY[key].label)


@lru_cache(maxsize=4096)
def _holds_business_id(oid: str) -> bool:
    """False for an OID in the place of organisations' whose Y-tunnus has a wrong check digit."""
    root, _, digits = oid.rpartition(".")
    if root != ORGANISATION_ROOT:
        return True
    digits = digits.zfill(8)
    try:
        Ytunnus.parse(f"{digits[:-1]}-{digits[-1]}")
    except InvalidIdentifier:
        return False
    return True


def _nameless(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    for key, party in _parties(metadata):
        if not party.name.strip():
            yield Fault(key, str(party.oid), BY_KEY[key].label)


def _no_producer(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    unit, controller = metadata.service_unit, metadata.controller
    if (
        metadata.producer is None
        and unit
        and controller
        and not _same_organisation(unit, controller)
    ):
        yield Fault("producer", f"{unit.oid} ≠ {controller.oid}")


def _implementer_alone(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    if metadata.implementer is not None and metadata.producer is None:
        yield Fault("producer", str(metadata.implementer.oid))


def _creator(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    creator, controller = metadata.archive_creator, metadata.controller
    if creator and controller and not _same_organisation(creator, controller):
        yield Fault("archive_creator", f"{creator.oid} ≠ {controller.oid}")


def _unit_is_controller(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    unit, controller = metadata.service_unit, metadata.controller
    if unit and controller and unit.oid == controller.oid:
        yield Fault("service_unit", str(unit.oid))


PROVIDER_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-ORG",
        Severity.ERROR,
        Text(
            "Palvelunjärjestäjä ei ole rekisterinpitäjän organisaatio",
            "Tjänsteanordnaren hör inte till den personuppgiftsansvariges organisation",
            "The organiser does not belong to the controller's organisation",
        ),
        Text(
            "Rekisterinpitäjä on palvelunjärjestäjä. Ostopalvelussa asiakirja tallennetaan "
            "järjestäjän rekisteriin, omassa toiminnassa omaan rekisteriin.",
            "Tjänsteanordnaren är personuppgiftsansvarig. Vid köpta tjänster lagras handlingen i "
            "anordnarens register, i egen verksamhet i det egna registret.",
            "The organiser is the controller: in an outsourced service the document goes to the "
            "organiser's register, in own operation to the own one.",
        ),
        HANDBOOK,
        _organiser,
    ),
    Rule(
        "KV-UNI",
        Severity.WARNING,
        Text(
            "Palveluyksikkö ei kuulu palveluntuottajalle eikä -toteuttajalle",
            "Serviceenheten hör varken till tjänsteproducenten eller till tjänsteutföraren",
            "The service unit belongs neither to the producer nor to the implementer",
        ),
        Text(
            "Tarkista palveluyksikön ja palveluntuottajan tunnukset SOTE-organisaatiorekisteristä.",
            "Kontrollera enhetens och producentens id i SOTE-organisationsregistret.",
            "Check the unit's and the producer's identifiers in the SOTE organisation register.",
        ),
        "THL – SOTE-organisaatiorekisteri",
        _unit,
    ),
    Rule(
        "KV-YTU",
        Severity.ERROR,
        Text(
            "Organisaation tunnuksen Y-tunnus ei ole kelvollinen: {about}",
            "FO-numret i organisationens id är inte giltigt: {about}",
            "The business id in the organisation's identifier is not valid: {about}",
        ),
        CHECK_ORGANISATION,
        "JHS 159, ISO OID -yksilöintitunnuksen soveltaminen, liite 1",
        _business_id,
    ),
    Rule(
        "KV-PNM",
        Severity.WARNING,
        Text(
            "Organisaation nimi puuttuu: {about}",
            "Organisationens namn saknas: {about}",
            "The organisation's name is missing: {about}",
        ),
        CORRECT_DOCUMENT,
        METADATA_MODEL,
        _nameless,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-PRO",
        Severity.WARNING,
        Text(
            "Palveluntuottaja puuttuu, vaikka asiakirja on toisen rekisterissä",
            "Tjänsteproducenten saknas fast handlingen finns i en annans register",
            "The producer is missing although the document is in another's register",
        ),
        Text(
            "Kun asiakirja tallennetaan rekisterinkäyttöoikeudella järjestäjän rekisteriin, "
            "palveluntuottaja on ilmoitettava.",
            "När en handling lagras i anordnarens register med rätt att använda registret ska "
            "tjänsteproducenten anges.",
            "When a document goes to the organiser's register by right to use it, the producer "
            "has to be told.",
        ),
        HANDBOOK,
        _no_producer,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-IMP",
        Severity.WARNING,
        Text(
            "Palveluntoteuttaja on ilmoitettu ilman palveluntuottajaa",
            "Tjänsteutföraren anges utan tjänsteproducent",
            "The implementer is given without a producer",
        ),
        CORRECT_DOCUMENT,
        METADATA_MODEL,
        _implementer_alone,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-ACR",
        Severity.WARNING,
        Text(
            "Arkistonmuodostaja ei ole rekisterinpitäjän organisaatio",
            "Arkivbildaren hör inte till den personuppgiftsansvariges organisation",
            "The archive creator does not belong to the controller's organisation",
        ),
        CHECK_ORGANISATION,
        CDA_HEADER,
        _creator,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-UCO",
        Severity.WARNING,
        Text(
            "Palveluyksiköksi on ilmoitettu rekisterinpitäjä",
            "Den personuppgiftsansvarige anges som serviceenhet",
            "The controller is given as the service unit",
        ),
        CHECK_ORGANISATION,
        "THL – SOTE-organisaatiorekisteri",
        _unit_is_controller,
    ),
)
