"""A document's electronic signature as it was judged: verified, not verified and why, or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.text import Text


class SignatureState(StrEnum):
    """The three states; nothing between them is claimed."""

    VERIFIED = "verified"
    NOT_VERIFIED = "not verified"
    NONE = "none"


class SignatureDoubt(StrEnum):
    """Why a signature is not verified. The first group is about its form, the second about what it
    was made over, the third about who made it."""

    FORM = "form"
    TOO_MANY = "too many"
    ALGORITHM = "algorithm"
    TRANSFORM = "transform"
    EXTERNAL = "external reference"
    DUPLICATE_ID = "identifier twice"
    MOVED = "reference to another place"
    NO_CERTIFICATE = "no certificate"
    WRONG_CERTIFICATE = "another certificate"

    NOT_COVERED = "content not covered"
    DIGEST = "changed"
    VALUE = "value"

    NO_ROOTS = "no trusted roots"
    ISSUER = "issuer"
    USAGE = "usage"
    NOT_VALID_THEN = "not valid then"
    EXPIRED_SINCE = "expired since"
    REVOKED = "revoked"
    REVOCATION_UNKNOWN = "revocation unknown"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One signature of a document, judged.

    ``signer`` and ``organisation`` are the certificate's words; ``time`` is the signer's own word
    for when, and ``time_signed`` tells whether the signature covers it. ``whole``: it covers the
    whole document, and not its content alone. ``algorithm`` is the identifier's last part.
    """

    state: SignatureState
    doubt: SignatureDoubt | None = None
    detail: str = ""
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    serial: str = ""
    time: datetime | None = None
    time_signed: bool = False
    whole: bool = False
    algorithm: str = ""


STATE_NAMES: dict[SignatureState, Text] = {
    SignatureState.VERIFIED: Text(
        "allekirjoitus todennettu", "underskriften verifierad", "signature verified"
    ),
    SignatureState.NOT_VERIFIED: Text(
        "allekirjoitusta ei voitu todentaa",
        "underskriften kunde inte verifieras",
        "signature not verified",
    ),
    SignatureState.NONE: Text("ei allekirjoitusta", "ingen underskrift", "no signature"),
}

DOUBT_NAMES: dict[SignatureDoubt, Text] = {
    SignatureDoubt.FORM: Text(
        "allekirjoituksen rakenne on virheellinen",
        "underskriftens struktur är felaktig",
        "the signature is malformed",
    ),
    SignatureDoubt.TOO_MANY: Text(
        "allekirjoituksia on liikaa",
        "underskrifterna är för många",
        "there are too many signatures",
    ),
    SignatureDoubt.ALGORITHM: Text(
        "algoritmia ei hyväksytä", "algoritmen godtas inte", "the algorithm is not accepted"
    ),
    SignatureDoubt.TRANSFORM: Text(
        "allekirjoitettu tieto on muunnettu tavalla, jota ei hyväksytä",
        "det underskrivna har omvandlats på ett sätt som inte godtas",
        "what is signed was transformed in a way that is not accepted",
    ),
    SignatureDoubt.EXTERNAL: Text(
        "allekirjoitus viittaa asiakirjan ulkopuolelle",
        "underskriften hänvisar utanför handlingen",
        "the signature refers outside the document",
    ),
    SignatureDoubt.DUPLICATE_ID: Text(
        "allekirjoituksen käyttämä tunniste on asiakirjassa kahdesti",
        "en beteckning som underskriften använder finns två gånger i handlingen",
        "an identifier that the signature uses stands twice in the document",
    ),
    SignatureDoubt.MOVED: Text(
        "allekirjoitus koskee muuta kuin näytettävää sisältöä",
        "underskriften gäller något annat än det innehåll som visas",
        "the signature is over something else than the content shown",
    ),
    SignatureDoubt.NO_CERTIFICATE: Text(
        "allekirjoituksessa ei ole luettavaa varmennetta",
        "underskriften har inget läsbart certifikat",
        "the signature holds no readable certificate",
    ),
    SignatureDoubt.WRONG_CERTIFICATE: Text(
        "allekirjoitus nimeää toisen varmenteen kuin siinä on",
        "underskriften nämner ett annat certifikat än det som finns i den",
        "the signature names another certificate than it holds",
    ),
    SignatureDoubt.NOT_COVERED: Text(
        "allekirjoitus ei kata asiakirjan sisältöä",
        "underskriften täcker inte handlingens innehåll",
        "the signature does not cover the document's content",
    ),
    SignatureDoubt.DIGEST: Text(
        "sisältö on muuttunut allekirjoittamisen jälkeen",
        "innehållet har ändrats efter underskriften",
        "the content has changed since it was signed",
    ),
    SignatureDoubt.VALUE: Text(
        "allekirjoitus ei ole varmenteen avaimella tehty",
        "underskriften är inte gjord med certifikatets nyckel",
        "the signature was not made with the certificate's key",
    ),
    SignatureDoubt.NO_ROOTS: Text(
        "luotettuja juurivarmenteita ei ole asetettu",
        "inga betrodda rotcertifikat har angetts",
        "no trusted root certificates have been set",
    ),
    SignatureDoubt.ISSUER: Text(
        "varmenteen myöntäjää ei tunneta",
        "certifikatets utfärdare är okänd",
        "the certificate's issuer is not known",
    ),
    SignatureDoubt.USAGE: Text(
        "varmenne ei ole allekirjoittamiseen",
        "certifikatet är inte avsett för underskrifter",
        "the certificate is not for signing",
    ),
    SignatureDoubt.NOT_VALID_THEN: Text(
        "varmenne ei ollut voimassa allekirjoitettaessa",
        "certifikatet gällde inte vid underskriften",
        "the certificate was not valid when signing",
    ),
    SignatureDoubt.EXPIRED_SINCE: Text(
        "varmenne oli voimassa allekirjoitettaessa mutta on sittemmin vanhentunut, "
        "eikä sen sulkutietoa enää saa",
        "certifikatet gällde vid underskriften men har sedan dess gått ut, "
        "och dess spärruppgifter finns inte längre",
        "the certificate was valid when signing but has expired since, and its revocation can no "
        "longer be asked",
    ),
    SignatureDoubt.REVOKED: Text(
        "varmenne on suljettu", "certifikatet är spärrat", "the certificate is revoked"
    ),
    SignatureDoubt.REVOCATION_UNKNOWN: Text(
        "varmenteen sulkutietoa ei saatu",
        "certifikatets spärruppgifter kunde inte hämtas",
        "whether the certificate is revoked could not be found out",
    ),
    SignatureDoubt.TIME: Text(
        "allekirjoitusaika on tulevaisuudessa tai arkistoinnin jälkeen",
        "underskriftstiden ligger i framtiden eller efter arkiveringen",
        "the time of signing is in the future or after the archiving",
    ),
}
