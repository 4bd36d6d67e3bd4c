"""Rules over the parties: own operation, or another's register by right."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.model.documents import DocumentMetadata, Party, organisation_of
from kanta_desk.model.findings import Severity
from kanta_desk.model.text import Text


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
        "Kanta-palvelujen käsikirja sosiaalihuollon toimijoille",
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
)
