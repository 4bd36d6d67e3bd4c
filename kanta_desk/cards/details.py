"""What is on a card for people to see: holder, certificates, tries left. No PIN is needed."""

from __future__ import annotations

from datetime import UTC, datetime

from kanta_desk.cards.fineid import FineidCard, Key, opened
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad, TrustError
from kanta_desk.model.cards import CardDetails, CertificateSummary
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.holder import holder_of
from kanta_desk.trust.path import Use, check
from kanta_desk.trust.store import TrustStore


def read_details(
    connection: CardConnection, trust: TrustStore, at: datetime | None = None
) -> CardDetails:
    """Read the card in ``connection``, and measure its certificates against ``trust``.

    ``at`` is the time at which they must be valid, now if not given. A certificate that is not
    trusted is shown with its problem, not refused: signing in is what refuses it.

    Raises:
        CardUnknown: not a card that the program knows.
        CardAnswerBad, CertificateUnreadable: no authentication certificate can be had from it.
        CardError: whatever the connection meets.
    """
    moment = at or datetime.now(UTC)
    with opened(connection, reset=False) as card:
        serial = card.serial()
        tries = card.tries_left()
        issuers = card.issuers()
        ders = [(Use.AUTHENTICATION, card.certificate(Key.AUTHENTICATION))]
        if (signing := _signature_certificate(card)) is not None:
            ders.append((Use.SIGNATURE, signing))
        model, verified = card.model, card.verified_profile
    authentication = Certificate.parse(ders[0][1])
    return CardDetails(
        profile=model.name,
        verified_profile=verified,
        holder=holder_of(authentication, serial),
        certificates=tuple(_summary(use, found, issuers, trust, moment) for use, found in ders),
        tries_left=tries,
    )


def _signature_certificate(card: FineidCard) -> bytes | None:
    try:
        return card.certificate(Key.SIGNATURE)
    except CardAnswerBad:
        return None


def _summary(
    use: Use, found: bytes, issuers: tuple[bytes, ...], trust: TrustStore, at: datetime
) -> CertificateSummary:
    certificate = Certificate.parse(found)
    problem = ""
    try:
        check(found, intermediates=issuers, use=use, at=at, store=trust)
    except TrustError as error:
        problem = error.code
    return CertificateSummary(
        use=use,
        subject=certificate.subject.common_name,
        issuer=certificate.issuer.common_name,
        serial=certificate.serial,
        valid_from=certificate.valid_from,
        valid_to=certificate.valid_to,
        key=certificate.key,
        sha256=certificate.sha256,
        trusted=not problem,
        problem=problem,
    )
