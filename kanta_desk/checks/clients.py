"""Rules over the client: an identifier that holds, and that agrees with the rest."""

from __future__ import annotations

from collections.abc import Iterator

from kanta_desk.checks.remedies import CORRECT_CLIENT, IDENTITY_CODE, METADATA_MODEL
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import InvalidIdentifier
from kanta_desk.model.codes import CodeSystem, base_system
from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus, TemporaryId
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.text import Text
from kanta_desk.model.time import HELSINKI, finnish_date

_TEMPORARY_LENGTH = 11
_ARTIFICIAL_AT = 7
# The individual number is odd for men and even for women (1 and 2 in 1.2.246.537.5.1).
_PARITY = {"1": 1, "2": 0}


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


def _artificial_temporary(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    client = metadata.client_id
    if context.test_clients_only and isinstance(client, TemporaryId):
        value = client.value
        if len(value) == _TEMPORARY_LENGTH and value[_ARTIFICIAL_AT] != "9":
            yield Fault("client_id", client.masked)


def _gender(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    client, gender = metadata.client_id, metadata.client_gender
    if not isinstance(client, Henkilotunnus) or gender is None or not client.value[9:10].isdigit():
        return
    if base_system(gender.system) != CodeSystem.GENDER or gender.value not in _PARITY:
        return
    if int(client.value[9]) % 2 != _PARITY[gender.value]:
        yield Fault("client_gender", f"{gender.value} ≠ {client.masked}")


def _unborn(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    birth, created = metadata.client_birth, metadata.created
    if birth is None:
        return
    if birth > context.today:
        yield Fault("client_birth", finnish_date(birth))
    elif created is not None and birth > created.astimezone(HELSINKI).date():
        yield Fault("client_birth", f"{finnish_date(birth)} > {finnish_date(created)}")


def _half_name(metadata: DocumentMetadata, context: CheckContext) -> Iterator[Fault]:
    name = metadata.client_name
    if name is not None and bool(name.given) != bool(name.family):
        yield Fault("client_name")


CLIENT_RULES: tuple[Rule[DocumentMetadata], ...] = (
    Rule(
        "KV-CLI",
        Severity.ERROR,
        Text(
            "Asiakkaan tunnus ei ole kelvollinen",
            "Klientens beteckning är inte giltig",
            "The client's identifier is not valid",
        ),
        CORRECT_CLIENT,
        IDENTITY_CODE,
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
        CORRECT_CLIENT,
        IDENTITY_CODE,
        _birth,
    ),
    Rule(
        "KV-ARX",
        Severity.WARNING,
        Text(
            "Tilapäinen yksilöintitunnus ei ole testitunnus",
            "Den tillfälliga beteckningen är ingen testbeteckning",
            "The temporary identifier is not a test one",
        ),
        Text(
            "Käytä käyttöönottokokeessa keinotekoista tilapäistä tunnusta: sen 8. merkki on 9.",
            "Använd i driftsättningsprovet en artificiell tillfällig beteckning: dess åttonde "
            "tecken är 9.",
            "Use an artificial temporary identifier in a deployment test: its 8th character is 9.",
        ),
        "HL7 Finland, perusprofiilit: tilapäinen yksilöintitunnus",
        _artificial_temporary,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-GEN",
        Severity.WARNING,
        Text(
            "Sukupuoli ei vastaa henkilötunnusta",
            "Könet stämmer inte med personbeteckningen",
            "The gender does not agree with the personal identity code",
        ),
        CORRECT_CLIENT,
        IDENTITY_CODE,
        _gender,
        Evidence.ASSUMED,
    ),
    Rule(
        "KV-UNB",
        Severity.WARNING,
        Text(
            "Asiakas on syntynyt vasta asiakirjan laatimisen jälkeen",
            "Klienten är född först efter att handlingen skapades",
            "The client was born only after the document was made",
        ),
        CORRECT_CLIENT,
        METADATA_MODEL,
        _unborn,
    ),
    Rule(
        "KV-NAM",
        Severity.WARNING,
        Text(
            "Asiakkaan nimestä puuttuu etu- tai sukunimi",
            "Klientens namn saknar för- eller efternamn",
            "The client's name lacks the given or the family name",
        ),
        CORRECT_CLIENT,
        METADATA_MODEL,
        _half_name,
    ),
)
