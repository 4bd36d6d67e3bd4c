"""Check: the issuers of the card's certificates say that these are not revoked."""

from __future__ import annotations

from collections.abc import Sequence

from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import (
    CertificateOnHold,
    CertificateRevoked,
    KantaError,
    RevocationUnknown,
)
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.revocation import (
    DOUBT_NAMES,
    Doubt,
    RevocationState,
    RevocationStatus,
    gravest,
)
from kanta_desk.model.terms.errors import TEXTS
from kanta_desk.model.text import Text
from kanta_desk.model.time import finnish_time
from kanta_desk.trust.certificate import Certificate

_GOOD = Text(
    "Kortin varmenteita ei ole suljettu.",
    "Kortets certifikat har inte spärrats.",
    "The card's certificates have not been revoked.",
)
_DETOUR = Text(
    "Kortin varmenteita ei ole suljettu, mutta kaikki varmenteiden tilapalvelut eivät vastanneet "
    "niin kuin pitää.",
    "Kortets certifikat har inte spärrats, men alla statustjänster svarade inte som de ska.",
    "The card's certificates have not been revoked, but not every status service answered as it "
    "should.",
)
_NETWORK = Text(
    "Tarkista, että työasemalta pääsee todisteissa nimetyille palvelimille HTTP:llä (portti 80), "
    "ja aseta tarvittaessa välityspalvelin (asetus trust.proxy). Ilman tilatietoa ei voi "
    "allekirjoittaa.",
    "Kontrollera att arbetsstationen når de servrar som nämns i bevisen över HTTP (port 80) och "
    "ange vid behov en proxyserver (inställningen trust.proxy). Utan status går det inte att "
    "skriva under.",
    "Check that this workstation reaches the servers named in the evidence over HTTP (port 80), "
    "and set a proxy if one is needed (option trust.proxy). Without a status one cannot sign.",
)
_CLOCK = Text(
    "Tarkista tietokoneen kello. Jos se on oikein, varmenteiden tilapalvelussa on häiriö: yritä "
    "myöhemmin uudelleen.",
    "Kontrollera datorns klocka. Om den går rätt har statustjänsten en störning: försök igen "
    "senare.",
    "Check the computer's clock. If it is right, the status service has a disturbance: try again "
    "later.",
)
_SUPPORT = Text(
    "Lähetä tämä raportti tukeen: vastaus ei ollut sellainen, johon voi luottaa.",
    "Skicka denna rapport till supporten: svaret var inte sådant att det går att lita på.",
    "Send this report to support: the answer was not one that can be trusted.",
)
_REMEDIES = {
    Doubt.NO_ANSWER: _NETWORK,
    Doubt.REFUSED: _NETWORK,
    Doubt.NO_ADDRESS: _SUPPORT,
    Doubt.STALE: _CLOCK,
}
_FAULTS: dict[RevocationState, type[KantaError]] = {
    RevocationState.REVOKED: CertificateRevoked,
    RevocationState.ON_HOLD: CertificateOnHold,
    RevocationState.UNKNOWN: RevocationUnknown,
}
_NOT_ASKED = Text(
    "Varmenteiden sulkutilaa ei kysytty.",
    "Certifikatens spärrstatus efterfrågades inte.",
    "Nobody was asked whether the certificates are revoked.",
)


def revocation(scene: Scene) -> Seen:
    """Asks anew for each certificate of the card and its issuers. Holders' names are left out."""
    asked = scene.parts.revocation
    if asked is None or scene.details is None:
        return Seen(CheckState.SKIPPED, _NOT_ASKED)
    now = scene.parts.clock()
    paths = [[Certificate.parse(der) for der in each.path] for each in scene.details.certificates]
    statuses = [status for path in paths for status in asked.of_path(path, now)]
    evidence = tuple(dict.fromkeys(line for each in statuses for line in _lines(each)))
    return _seen(statuses, evidence)


def _seen(statuses: Sequence[RevocationStatus], evidence: tuple[str, ...]) -> Seen:
    worst = gravest(statuses)
    if worst.state is RevocationState.GOOD:
        doubts = [attempt.doubt for each in statuses for attempt in each.attempts]
        if not doubts:
            return ok(_GOOD, *evidence)
        return Seen(CheckState.WARNING, _DETOUR, evidence, _REMEDIES.get(doubts[0], _SUPPORT))
    fault = _FAULTS[worst.state]
    told = TEXTS[fault]
    remedy = told.remedy if worst.doubt is None else _REMEDIES.get(worst.doubt, _SUPPORT)
    return Seen(CheckState.FAILED, told.meaning, evidence, remedy, fault.code)


def _lines(status: RevocationStatus) -> list[str]:
    """What decided, then what was asked in vain; names servers and certificates, no person."""
    time = finnish_time(status.produced_at) if status.produced_at else ""
    since = finnish_time(status.since) if status.since else ""
    told = (status.subject, str(status.state), str(status.source or ""), time, status.reason, since)
    vain = [f"  {each.source} {each.host}: {_word(each.doubt)}" for each in status.attempts]
    return [" · ".join(part for part in told if part), *vain]


def _word(doubt: Doubt) -> str:
    return f"{doubt} ({DOUBT_NAMES[doubt].fi})"
