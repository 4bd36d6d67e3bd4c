"""Whether a certificate has been revoked, as far as its issuer could be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.text import Text


class RevocationState(StrEnum):
    """What the issuer says. On hold: suspended for the time being, and may come back."""

    GOOD = "good"
    UNKNOWN = "unknown"
    ON_HOLD = "on hold"
    REVOKED = "revoked"


class RevocationSource(StrEnum):
    """Whence it is known: asked now, listed now, or listed some time ago and still valid."""

    OCSP = "OCSP"
    CRL = "CRL"
    CACHED_CRL = "cached CRL"


class Doubt(StrEnum):
    """Why a source could not be believed, or said nothing; the gravest first."""

    NOT_AUTHENTIC = "not authentic"
    STALE = "stale"
    NOT_KNOWN = "not known"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    REFUSED = "refused"
    NO_ANSWER = "no answer"
    NO_ADDRESS = "no address"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A source that was tried in vain. ``host`` is its address without path or query."""

    source: RevocationSource
    host: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class RevocationStatus:
    """The status of one certificate of a path; times are aware.

    ``subject`` is what errors may call the certificate. ``produced_at`` and ``next_update`` are of
    the answer or list that decided. ``since`` and ``reason`` (RFC 5280 §5.3.1, such as
    ``keyCompromise``) are told of revoked ones. ``attempts`` are the sources that were asked in
    vain before. ``evidence`` is the OCSP response (DER), or the CRL's SHA-256 (32 bytes).
    """

    state: RevocationState
    subject: str
    source: RevocationSource | None = None
    produced_at: datetime | None = None
    next_update: datetime | None = None
    since: datetime | None = None
    reason: str = ""
    attempts: tuple[Attempt, ...] = ()
    evidence: bytes = field(default=b"", repr=False)

    @property
    def doubt(self) -> Doubt | None:
        """Why nothing is known: the gravest of the doubts met; ``None`` unless unknown."""
        if self.state is not RevocationState.UNKNOWN:
            return None
        order = list(Doubt)
        return min((a.doubt for a in self.attempts), key=order.index, default=Doubt.NO_ADDRESS)


def gravest(statuses: Iterable[RevocationStatus]) -> RevocationStatus:
    """The status of a whole path: that of its worst certificate, the first of equals."""
    order = list(RevocationState)
    return max(statuses, key=lambda each: order.index(each.state))


REVOCATION_NAMES: dict[RevocationState, Text] = {
    RevocationState.GOOD: Text("ei suljettu", "inte spärrat", "not revoked"),
    RevocationState.UNKNOWN: Text(
        "sulkutilaa ei saatu selville", "spärrstatusen är okänd", "revocation status unknown"
    ),
    RevocationState.ON_HOLD: Text(
        "suljettu toistaiseksi", "spärrat tills vidare", "suspended for the time being"
    ),
    RevocationState.REVOKED: Text("suljettu", "spärrat", "revoked"),
}

SOURCE_NAMES: dict[RevocationSource, Text] = {
    RevocationSource.OCSP: Text("OCSP-kysely", "OCSP-förfrågan", "OCSP"),
    RevocationSource.CRL: Text("sulkulista", "spärrlista", "revocation list"),
    RevocationSource.CACHED_CRL: Text(
        "tallessa ollut sulkulista", "sparad spärrlista", "kept revocation list"
    ),
}

DOUBT_NAMES: dict[Doubt, Text] = {
    Doubt.NOT_AUTHENTIC: Text(
        "vastaus ei ole varmenteen myöntäjän antama",
        "svaret kommer inte från certifikatets utfärdare",
        "the answer is not the issuer's",
    ),
    Doubt.STALE: Text("vastaus on vanhentunut", "svaret är föråldrat", "the answer is out of date"),
    Doubt.NOT_KNOWN: Text(
        "palvelu ei tunne varmennetta",
        "tjänsten känner inte till certifikatet",
        "the service does not know the certificate",
    ),
    Doubt.UNREADABLE: Text(
        "vastausta ei voi lukea", "svaret kan inte läsas", "the answer cannot be read"
    ),
    Doubt.TOO_LARGE: Text(
        "vastaus on liian suuri", "svaret är för stort", "the answer is too large"
    ),
    Doubt.REFUSED: Text(
        "palvelu ei antanut tietoa", "tjänsten gav inget besked", "the service gave no status"
    ),
    Doubt.NO_ANSWER: Text(
        "palvelu ei vastannut", "tjänsten svarade inte", "the service did not answer"
    ),
    Doubt.NO_ADDRESS: Text(
        "varmenteessa ei ole kyselyosoitetta",
        "certifikatet innehåller ingen adress att fråga",
        "the certificate names no address to ask",
    ),
}

REASON_NAMES: dict[str, Text] = {
    "unspecified": Text("ei ilmoitettu", "inte angiven", "not given"),
    "keyCompromise": Text("avain on paljastunut", "nyckeln är röjd", "key compromised"),
    "cACompromise": Text(
        "myöntäjän avain on paljastunut", "utfärdarens nyckel är röjd", "issuer compromised"
    ),
    "affiliationChanged": Text("tiedot muuttuneet", "uppgifter har ändrats", "details changed"),
    "superseded": Text("korvattu uudella", "ersatt med ett nytt", "superseded"),
    "cessationOfOperation": Text("käyttö lopetettu", "användningen har upphört", "no longer used"),
    "certificateHold": Text("keskeytetty", "tillfälligt spärrat", "on hold"),
    "privilegeWithdrawn": Text("oikeus peruttu", "rättigheten återkallad", "privilege withdrawn"),
    "aACompromise": Text(
        "attribuuttien myöntäjän avain on paljastunut",
        "attribututfärdarens nyckel är röjd",
        "attribute authority compromised",
    ),
}
