"""Rules over the document's signatures: of each that cannot be believed, why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from kanta_desk.checks.examined import Examined
from kanta_desk.checks.remedies import ASK_VENDOR
from kanta_desk.checks.rule import CheckContext, Fault, Rule
from kanta_desk.errors import BadDocument
from kanta_desk.model.findings import Severity
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.signatures import (
    DOUBT_NAMES,
    SignatureDoubt,
    SignatureReport,
)
from kanta_desk.model.text import Text

_D = SignatureDoubt
_CHANGED = (_D.DIGEST, _D.VALUE, _D.WRONG_CERTIFICATE)
_WRAPPED = (_D.EXTERNAL, _D.DUPLICATE_ID, _D.MOVED, _D.TRANSFORM, _D.NOT_COVERED)
_MALFORMED = (_D.FORM, _D.TOO_MANY, _D.ALGORITHM, _D.NO_CERTIFICATE)
_UNTRUSTED = (_D.ISSUER, _D.USAGE, _D.NOT_VALID_THEN, _D.TIME)
_REVOKED = (_D.REVOKED,)
_UNSURE = (_D.NO_ROOTS, _D.EXPIRED_SINCE, _D.REVOCATION_UNKNOWN)
_ELECTRONIC = "1"


def _reports(document: Examined, context: CheckContext) -> tuple[SignatureReport, ...]:
    if context.signatures is None or not document.original:
        return ()
    archived = document.metadata.archived if document.metadata else None
    try:
        return document.judged(context.signatures, archived)
    except BadDocument:
        return ()


def _look(
    doubts: Collection[SignatureDoubt], document: Examined, context: CheckContext
) -> Iterator[Fault]:
    for number, report in enumerate(_reports(document, context), 1):
        if report.doubt is not None and report.doubt in doubts:
            said = ", ".join(filter(None, (report.organisation or report.signer, report.detail)))
            yield Fault(f"signature {number}", said[:120], DOUBT_NAMES[report.doubt])


def _none(document: Examined, context: CheckContext) -> Iterator[Fault]:
    """Nothing signed, although the metadata says that it was, electronically."""
    said = document.metadata.signature if document.metadata else None
    if context.signatures is None or not document.original or said is None or said.kind is None:
        return
    if said.kind.value == _ELECTRONIC and not _reports(document, context):
        yield Fault("signature", said.kind.display)


def _of(*doubts: SignatureDoubt) -> Callable[[Examined, CheckContext], Iterator[Fault]]:
    return partial(_look, doubts)


_XMLDSIG = "W3C XML Signature Syntax and Processing 1.1"
_LIKELY_TAMPERED = Text(
    "Älä luota asiakirjan sisältöön. Vertaa sitä asiakastietojärjestelmän tietoihin ja ilmoita "
    "asiasta järjestelmän toimittajalle ja tietoturvasta vastaavalle.",
    "Lita inte på handlingens innehåll. Jämför det med klientdatasystemets uppgifter och anmäl "
    "saken till systemleverantören och den som ansvarar för informationssäkerheten.",
    "Do not rely on the document's content. Compare it with the client information system, and "
    "tell the system's vendor and whoever is in charge of information security.",
)
_CHECK_TRUST = Text(
    "Tarkista luotetut juurivarmenteet asetuksista ja kysy toimittajalta, millä varmenteella "
    "järjestelmä allekirjoittaa.",
    "Kontrollera de betrodda rotcertifikaten i inställningarna och fråga leverantören med vilket "
    "certifikat systemet skriver under.",
    "Check the trusted root certificates in the settings, and ask the vendor with which "
    "certificate the system signs.",
)

SIGNATURE_RULES: tuple[Rule[Examined], ...] = (
    Rule(
        "SG-CHG",
        Severity.ERROR,
        Text(
            "Allekirjoitus ei pidä: {about}",
            "Underskriften håller inte: {about}",
            "The signature does not hold: {about}",
        ),
        _LIKELY_TAMPERED,
        _XMLDSIG,
        _of(*_CHANGED),
    ),
    Rule(
        "SG-WRA",
        Severity.ERROR,
        Text(
            "Allekirjoitus ei koske näytettävää asiakirjaa: {about}",
            "Underskriften gäller inte den handling som visas: {about}",
            "The signature is not over the document shown: {about}",
        ),
        _LIKELY_TAMPERED,
        "W3C XML Signature Best Practices",
        _of(*_WRAPPED),
    ),
    Rule(
        "SG-FRM",
        Severity.ERROR,
        Text(
            "Allekirjoitusta ei voi käsitellä: {about}",
            "Underskriften kan inte behandlas: {about}",
            "The signature cannot be processed: {about}",
        ),
        ASK_VENDOR,
        _XMLDSIG,
        _of(*_MALFORMED),
    ),
    Rule(
        "SG-REV",
        Severity.ERROR,
        Text(
            "Allekirjoittajan varmenne on suljettu",
            "Undertecknarens certifikat är spärrat",
            "The signer's certificate is revoked",
        ),
        _LIKELY_TAMPERED,
        "RFC 5280, RFC 6960",
        _of(*_REVOKED),
    ),
    Rule(
        "SG-TRU",
        Severity.WARNING,
        Text(
            "Allekirjoittajaan ei voi luottaa: {about}",
            "Undertecknaren är inte betrodd: {about}",
            "The signer cannot be trusted: {about}",
        ),
        _CHECK_TRUST,
        "RFC 5280",
        _of(*_UNTRUSTED),
    ),
    Rule(
        "SG-UNS",
        Severity.NOTE,
        Text(
            "Allekirjoitusta ei voitu todentaa: {about}",
            "Underskriften kunde inte verifieras: {about}",
            "The signature could not be verified: {about}",
        ),
        Text(
            "Sisältö vastaa allekirjoitusta, mutta allekirjoittajan varmenteesta ei saatu "
            "varmuutta. Arkisto on tarkistanut allekirjoituksen ottaessaan asiakirjan vastaan.",
            "Innehållet motsvarar underskriften, men certifikatet kunde inte bekräftas. Arkivet "
            "har kontrollerat underskriften när det tog emot handlingen.",
            "The content agrees with the signature, but the signer's certificate could not be "
            "made sure of. The archive checked the signature when it took the document in.",
        ),
        "RFC 5280, RFC 6960",
        _of(*_UNSURE),
    ),
    Rule(
        "SG-NON",
        Severity.NOTE,
        Text(
            "Asiakirja on kuvailutietojen mukaan allekirjoitettu sähköisesti, mutta siinä ei ole "
            "allekirjoitusta",
            "Enligt beskrivningsuppgifterna är handlingen undertecknad elektroniskt, men den har "
            "ingen underskrift",
            "By its metadata the document is signed electronically, but it holds no signature",
        ),
        ASK_VENDOR,
        "eArkisto – Allekirjoitus (1.2.246.537.5.40161)",
        _none,
        Evidence.UNVERIFIED,
    ),
)
