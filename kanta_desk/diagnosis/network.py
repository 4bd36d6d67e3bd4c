"""Check: the archive answers over mutual TLS, with certificates and clocks in order.

One GET of the address that the message profile names for it, without a body: it names no client,
no document and no user.
"""

from __future__ import annotations

from datetime import datetime

from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.diagnosis.certificates import WARN_DAYS, days_left
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import (
    ArchiveUnavailable,
    CertificateExpired,
    CertificateUnreadable,
    SettingsUnreadable,
    TlsRefused,
)
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Counted, Language, Text
from kanta_desk.model.time import finnish_date
from kanta_desk.net.http import Answer, HttpClient, Timeouts, clock_skew
from kanta_desk.net.identity import Identity
from kanta_desk.settings.options import Connection
from kanta_desk.trust.certificate import Certificate

MAX_SKEW = 120.0
_TIMEOUTS = Timeouts(connect=5.0, read=10.0, total=15.0)
_MAX_ANSWER = 1024 * 1024
_REFUSING = (401, 403, 495, 496)
"""HTTP: not allowed; nginx: certificate bad, certificate missing."""

_ANSWERS = Text(
    "Arkisto vastaa ja hyväksyy organisaation varmenteen.",
    "Arkivet svarar och godkänner organisationens certifikat.",
    "The archive answers and accepts the organisation's certificate.",
)
_NOT_SET = Text(
    "Arkistoyhteyttä ei ole määritetty.",
    "Ingen anslutning till arkivet har angetts.",
    "No connection to the archive has been set.",
)
_SET = Text(
    "Lisää yhteyden osoite ja varmenteet asetuksiin. Ilman yhteyttä voit harjoitella: "
    "kanta-desk practice.",
    "Lägg till anslutningens adress och certifikat i inställningarna. Utan anslutning kan du öva: "
    "kanta-desk practice.",
    "Add the connection's address and certificates to the settings. Practising needs no "
    "connection: kanta-desk practice.",
)
_REFUSED = Text(
    "Arkisto vastaa mutta ei hyväksy organisaation varmennetta.",
    "Arkivet svarar men godkänner inte organisationens certifikat.",
    "The archive answers but does not accept the organisation's certificate.",
)
_REGISTER = Text(
    "Tarkista, että varmenne on se, joka on ilmoitettu Kelalle tätä organisaatiota ja ympäristöä "
    "varten.",
    "Kontrollera att certifikatet är det som har anmälts till FPA för denna organisation och "
    "miljö.",
    "Check that the certificate is the one notified to Kela for this organisation and environment.",
)
_OUT = Text(
    "Arkisto vastaa mutta ei ole nyt käytettävissä.",
    "Arkivet svarar men är inte tillgängligt just nu.",
    "The archive answers but is out of service.",
)
_WAIT = Text(
    "Katso Kanta-palvelujen häiriötiedotteet ja yritä myöhemmin uudelleen.",
    "Se Kanta-tjänsternas störningsmeddelanden och försök igen senare.",
    "See the Kanta services' disruption notices, and try again later.",
)
_OWN_EXPIRED = Text(
    "Organisaation varmenne arkistoyhteyttä varten on vanhentunut.",
    "Giltighetstiden för organisationens certifikat för arkivanslutningen har gått ut.",
    "The organisation's certificate for the archive connection has expired.",
)
_RENEW_OWN = Text(
    "Tilaa uusi palvelinvarmenne DVV:ltä ja vaihda se asetuksiin.",
    "Beställ ett nytt servercertifikat av MDB och byt ut det i inställningarna.",
    "Order a new server certificate from DVV and replace the old one in the settings.",
)
_OWN_SOON = Counted(
    Text(
        "Organisaation varmenne arkistoyhteyttä varten vanhenee {n} päivän kuluttua.",
        "Organisationens certifikat för arkivanslutningen går ut om {n} dag.",
        "The organisation's certificate for the archive connection expires in {n} day.",
    ),
    Text(
        "Organisaation varmenne arkistoyhteyttä varten vanhenee {n} päivän kuluttua.",
        "Organisationens certifikat för arkivanslutningen går ut om {n} dagar.",
        "The organisation's certificate for the archive connection expires in {n} days.",
    ),
)
_SERVER_SOON = Counted(
    Text(
        "Arkiston palvelimen varmenne vanhenee {n} päivän kuluttua.",
        "Arkivserverns certifikat går ut om {n} dag.",
        "The archive server's certificate expires in {n} day.",
    ),
    Text(
        "Arkiston palvelimen varmenne vanhenee {n} päivän kuluttua.",
        "Arkivserverns certifikat går ut om {n} dagar.",
        "The archive server's certificate expires in {n} days.",
    ),
)
_TELL_OWNER = Text(
    "Palvelimen ylläpitäjä uusii varmenteen. Jos se ei ole vaihtunut viikkoa ennen päättymistä, "
    "ilmoita asiasta tukeen.",
    "Serverns administratör förnyar certifikatet. Om det inte har bytts en vecka före "
    "utgången, meddela supporten.",
    "The server's administrator renews the certificate. If it has not changed a week before its "
    "end, tell "
    "support.",
)
_SKEWED = Text(
    "Tämän tietokoneen kello ja arkiston kello eroavat yli kaksi minuuttia.",
    "Denna dators klocka och arkivets klocka skiljer sig med över två minuter.",
    "This computer's clock and the archive's differ by more than two minutes.",
)
_SET_CLOCK = Text(
    "Ota käyttöön kellon automaattinen asetus. Väärä aika kirjautuu muuten käyttölokiinkin.",
    "Aktivera automatisk inställning av klockan. Annars hamnar fel tid också i användningsloggen.",
    "Let the clock be set automatically. Otherwise the wrong time goes into the access log too.",
)


def archive(scene: Scene) -> Seen:
    """Our certificate, the handshake, the server's certificate, the answer, and the clocks."""
    connection = scene.parts.connection
    if connection is None:
        if scene.parts.fault is not None:
            raise scene.parts.fault
        return Seen(CheckState.WARNING, _NOT_SET, (), _SET)
    now = scene.parts.clock()
    profile = MessageProfile.load(connection.profile)
    own = _own_certificate(connection)
    with HttpClient(
        connection.url,
        connection.ca_file,
        connection.client_chain,
        connection.client_key,
        _TIMEOUTS,
        _MAX_ANSWER,
        connection.passphrase,
    ) as client:
        evidence: tuple[str, ...] = (
            client.host,
            f"{profile.name}: {len(profile.unverified)} unverified",
            f"{connection.name}: {own.key}, → {finnish_date(own.valid_to)}",
        )
        if own.valid_to < now:
            return Seen(
                CheckState.FAILED, _OWN_EXPIRED, evidence, _RENEW_OWN, CertificateExpired.code
            )
        answer = client.get(profile[Key.HEALTH])
        arrived = scene.parts.clock()
    return _judged(answer, own, arrived, evidence)


def _judged(answer: Answer, own: Certificate, now: datetime, evidence: tuple[str, ...]) -> Seen:
    server = Certificate.parse(answer.server_certificate)
    skew = clock_skew(answer, now)
    evidence += (
        f"HTTP {answer.status}",
        f"{server.subject.common_name}: {server.key}, → {finnish_date(server.valid_to)}",
        f"Δt {'?' if skew is None else f'{skew:+.0f} s'}",
    )
    if answer.status in _REFUSING:
        return Seen(CheckState.FAILED, _REFUSED, evidence, _REGISTER, TlsRefused.code)
    if answer.status >= 500:
        return Seen(CheckState.FAILED, _OUT, evidence, _WAIT, ArchiveUnavailable.code)
    if skew is not None and abs(skew) > MAX_SKEW:
        return Seen(CheckState.WARNING, _SKEWED, evidence, _SET_CLOCK)
    for certificate, soon, remedy in (
        (own, _OWN_SOON, _RENEW_OWN),
        (server, _SERVER_SOON, _TELL_OWNER),
    ):
        days = days_left(certificate.valid_to, now)
        if days < WARN_DAYS:
            said = Text(*(soon.filled(language, days) for language in Language))
            return Seen(CheckState.WARNING, said, evidence, remedy)
    return ok(_ANSWERS, *evidence)


def _own_certificate(connection: Connection) -> Certificate:
    identity = Identity(connection.client_chain, connection.client_key, connection.passphrase)
    try:
        return Certificate.parse(identity.certificate())
    except CertificateUnreadable as error:
        raise SettingsUnreadable(identity.chain.name, str(error.fields["reason"])) from None
