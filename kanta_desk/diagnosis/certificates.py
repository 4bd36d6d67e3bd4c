"""Check: the card's certificates are valid today and lead to a trusted root."""

from __future__ import annotations

from datetime import datetime

from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    IssuerUnknown,
    WrongKeyUsage,
)
from kanta_desk.model.cards import CertificateSummary
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Counted, Language, Text
from kanta_desk.model.time import finnish_date

WARN_DAYS = 60

_VALID = Text(
    "Kortin varmenteiden voimassaoloaika on kesken, ja niiden myöntäjä on luotettu.",
    "Giltighetstiden för kortets certifikat pågår, och deras utfärdare är betrodd.",
    "The card's certificates are within their validity, and their issuer is trusted.",
)
_SOON = Counted(
    Text(
        "Kortin varmenteen voimassaolo päättyy {n} päivän kuluttua.",
        "Giltighetstiden för kortets certifikat går ut om {n} dag.",
        "The card's certificate expires in {n} day.",
    ),
    Text(
        "Kortin varmenteen voimassaolo päättyy {n} päivän kuluttua.",
        "Giltighetstiden för kortets certifikat går ut om {n} dagar.",
        "The card's certificate expires in {n} days.",
    ),
)
_RENEW = Text(
    "Tilaa uusi kortti ajoissa: vanhalla ei voi kirjautua sisään voimassaolon päätyttyä.",
    "Beställ ett nytt kort i god tid: med det gamla kan man inte logga in efter giltighetstiden.",
    "Order a new card in good time: the old one cannot sign in after its validity ends.",
)
_PROBLEMS = {
    CertificateExpired.code: (
        Text(
            "Kortin varmenteen voimassaolo on päättynyt.",
            "Giltighetstiden för kortets certifikat har gått ut.",
            "The card's certificate has expired.",
        ),
        Text(
            "Tilaa uusi kortti. Sitä ennen voit pyytää varakortin rekisteröintipisteestä.",
            "Beställ ett nytt kort. Under tiden kan du be om ett reservkort på "
            "registreringsstället.",
            "Order a new card. Until then, ask for a backup card at the registration point.",
        ),
    ),
    CertificateNotYetValid.code: (
        Text(
            "Kortin varmenteen voimassaolo ei ole vielä alkanut.",
            "Kortets certifikat är ännu inte giltigt.",
            "The card's certificate is not valid yet.",
        ),
        Text(
            "Tarkista tietokoneen päivämäärä ja kellonaika.",
            "Kontrollera datorns datum och klockslag.",
            "Check the computer's date and time.",
        ),
    ),
    IssuerUnknown.code: (
        Text(
            "Kortin varmenteen myöntäjää ei tunneta.",
            "Utfärdaren av kortets certifikat är okänd.",
            "The issuer of the card's certificate is not known.",
        ),
        Text(
            "Harjoitus- ja testikortit kelpaavat vain omissa ympäristöissään. Jos kortti on oikea, "
            "pyydä ylläpitäjää lisäämään myöntäjän juurivarmenne asetuksiin.",
            "Övnings- och testkort duger bara i sina egna miljöer. Om kortet är ett riktigt kort, "
            "be administratören lägga till utfärdarens rotcertifikat i inställningarna.",
            "Practice and test cards work in their own environments only. If the card is a real "
            "one, ask the administrator to add its issuer's root certificate to the settings.",
        ),
    ),
    WrongKeyUsage.code: (
        Text(
            "Kortin varmenne on tarkoitettu muuhun käyttöön.",
            "Kortets certifikat är avsett för annat bruk.",
            "The card's certificate is meant for another use.",
        ),
        Text(
            "Kokeile toista korttia ja lähetä tämä raportti tukeen.",
            "Prova ett annat kort och skicka denna rapport till supporten.",
            "Try another card, and send this report to support.",
        ),
    ),
}
_UNFIT = (
    Text(
        "Kortin varmennetta ei voi hyväksyä.",
        "Kortets certifikat kan inte godkännas.",
        "The card's certificate cannot be accepted.",
    ),
    _PROBLEMS[WrongKeyUsage.code][1],
)


def certificates(scene: Scene) -> Seen:
    """Each certificate of the card: path, validity, days left. Names of holders are left out."""
    found = scene.details.certificates if scene.details else ()
    now = scene.parts.clock()
    evidence = tuple(_line(each) for each in found)
    for each in found:
        if not each.trusted:
            said, remedy = _PROBLEMS.get(each.problem, _UNFIT)
            return Seen(CheckState.FAILED, said, evidence, remedy, each.problem)
    days = min((days_left(each.valid_to, now) for each in found), default=0)
    if days < WARN_DAYS:
        said = Text(*(_SOON.filled(language, days) for language in Language))
        return Seen(CheckState.WARNING, said, evidence, _RENEW)
    return ok(_VALID, *evidence)


def days_left(end: datetime, now: datetime) -> int:
    """Whole days from ``now`` until ``end``."""
    return (end - now).days


def _line(certificate: CertificateSummary) -> str:
    valid = f"{finnish_date(certificate.valid_from)}–{finnish_date(certificate.valid_to)}"
    judged = "✓" if certificate.trusted else f"✗ {certificate.problem}"
    return f"{certificate.use}: {certificate.key}, {valid}, {certificate.issuer} {judged}"
