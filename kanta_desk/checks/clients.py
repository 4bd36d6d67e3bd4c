"""Rules over the client: an identifier that holds, and that agrees with the rest."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus, TemporaryId
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_date


def _valid(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    try:
        match metadata.client_id:
            case Henkilotunnus(value):
                Henkilotunnus.parse(value)
            case TemporaryId(root, value):
                TemporaryId.parse(root.value, value)
    except InvalidIdentifier as error:
        yield Fault("client_id", str(error.fields["reason"]))


def _artificial(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    client = metadata.client_id
    if context.test_clients_only and isinstance(client, Henkilotunnus) and not client.is_artificial:
        yield Fault("client_id", client.masked)


def _birth(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    client, birth = metadata.client_id, metadata.client_birth
    if isinstance(client, Henkilotunnus) and birth is not None and client.birth_date != birth:
        yield Fault("client_birth", f"{finnish_date(birth)} ≠ {client.masked}")


_CORRECT_CLIENT = Text(
    "Korjaa asiakkaan tiedot asiakastietojärjestelmässä ja arkistoi asiakirjasta uusi versio.",
    "Rätta klientens uppgifter i klientdatasystemet och arkivera en ny version av handlingen.",
    "Correct the client's data in the client information system and archive a new version.",
)

CLIENT_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-CLI",
        Severity.ERROR,
        Text(
            "Asiakkaan tunnus ei ole kelvollinen",
            "Klientens beteckning är inte giltig",
            "The client's identifier is not valid",
        ),
        _CORRECT_CLIENT,
        "Digi- ja väestötietovirasto: henkilötunnus",
        _valid,
    ),
    Rule(
        "KV-ART",
        Severity.ERROR,
        Text(
            "Asiakas ei ole testihenkilö",
            "Klienten är ingen testperson",
            "The client is not a test person",
        ),
        Text(
            "Käyttöönottokokeessa käytetään vain Kelan antamia testihenkilötunnuksia "
            "(yksilönumero 900–999).",
            "I driftsättningsprovet används endast testpersonbeteckningar från FPA "
            "(individnummer 900–999).",
            "A deployment test uses only the test identity codes given by Kela "
            "(individual number 900–999).",
        ),
        "Kela: käyttöönottokoe",
        _artificial,
    ),
    Rule(
        "KV-BIR",
        Severity.ERROR,
        Text(
            "Syntymäaika ei vastaa henkilötunnusta",
            "Födelsetiden stämmer inte med personbeteckningen",
            "The date of birth does not agree with the personal identity code",
        ),
        _CORRECT_CLIENT,
        "Digi- ja väestötietovirasto: henkilötunnus",
        _birth,
    ),
)
