"""What is on a card for people to see: holder, certificates, tries left. No PIN is needed."""

from __future__ import annotations

from datetime import UTC, datetime

from kanta_desk.cards.fineid import FineidCard, Key, opened
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad, TrustError
from kanta_desk.model.cards import CardDetails, CertificateSummary
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.holder import holder_of
from kanta_desk.trust.path import Use, check
from kanta_desk.trust.store import TrustStore


def read_details(
    connection: CardConnection,
    trust: TrustStore,
    at: datetime | None = None,
    memory: CardMemory | None = None,
) -> CardDetails:
    """Read the card in ``connection``, and measure its certificates against ``trust``.

    ``at`` is the time at which they must be valid, now if not given. A certificate that is not
    trusted is shown with its problem, not refused: signing in is what refuses it. ``memory``: what
    earlier visits learnt.

    Raises:
        CardUnknown: not a card that the program knows.
        CardAnswerBad, CertificateUnreadable: no authentication certificate can be had from it.
        CardError: whatever the connection meets.
    """
    moment = at or datetime.now(UTC)
    with opened(connection, reset=False, memory=memory) as card:
        # In the order of the card's folders, which saves going back to one.
        plan = card.plan
        serial = card.serial()
        ders = [(Use.AUTHENTICATION, card.certificate(Key.AUTHENTICATION))]
        issuers = card.issuers()
        if (signing := _signature_certificate(card)) is not None:
            ders.append((Use.SIGNATURE, signing))
        tries = card.tries_left()
        model, verified = card.model, card.verified_profile
    authentication = Certificate.parse(ders[0][1])
    return CardDetails(
        profile=model.name,
        verified_profile=verified,
        holder=holder_of(authentication, serial, trust.rules),
        certificates=tuple(_summary(use, found, issuers, trust, moment) for use, found in ders),
        tries_left=tries,
        facts=plan.facts,
        pin_digits=(plan.authentication.pin.digits, plan.signature.pin.digits),
        each_signature=plan.signature.each_signature,
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
    path: tuple[Certificate, ...] = ()
    try:
        checked = check(found, intermediates=issuers, use=use, at=at, store=trust)
        path = checked.certificates
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
        der=certificate.der,
        path=tuple(each.der for each in path),
        path_names=tuple(each.label for each in path[1:]),
    )
