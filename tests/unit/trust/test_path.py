"""Paths to a trusted root: the good one, and each way to fail told apart."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID as EKU

from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateUnreadable,
    IssuerUnknown,
    WrongKeyUsage,
)
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import POLICIES
from kanta_desk.trust.path import Use, check
from kanta_desk.trust.store import TrustStore
from tests.helpers.cards import issued, practice_pki, practice_trust

_NOW = datetime.now(UTC)
_YEAR = Validity(_NOW - timedelta(days=1), _NOW + timedelta(days=365))
_SUBJECT = ARCHIVIST.person.subject()


def _der(authority: Authority) -> bytes:
    return authority.certificate.public_bytes(Encoding.DER)


@pytest.mark.parametrize("kind", [KeyKind.EC_P384, KeyKind.RSA_2048])
@pytest.mark.parametrize("card", POLICIES)
def test_every_practice_card_leads_to_its_root(kind: KeyKind, card: CardType) -> None:
    holder = issued(kind, card)
    for der, use in (
        (holder.authentication, Use.AUTHENTICATION),
        (holder.signature, Use.SIGNATURE),
    ):
        path = check(der, intermediates=[holder.issuer], use=use, at=_NOW, store=practice_trust())
        assert [c.der for c in path.certificates] == [der, holder.issuer, holder.root]
        assert path.root.der == holder.root


def test_the_issuer_from_the_card_completes_a_path() -> None:
    only_roots = TrustStore.of(Mode.PRACTICE, practice_pki().roots)
    holder = issued()
    with pytest.raises(IssuerUnknown):
        check(holder.authentication, use=Use.AUTHENTICATION, at=_NOW, store=only_roots)
    check(
        holder.authentication,
        intermediates=[holder.issuer],
        use=Use.AUTHENTICATION,
        at=_NOW,
        store=only_roots,
    )


def test_an_issuer_from_the_card_is_not_trusted_for_being_there() -> None:
    root = Authority.root("Foreign Root CA", "Foreign", KeyKind.EC_P384, _YEAR)
    issuer = root.subordinate("Foreign Issuing CA", "Foreign", KeyKind.EC_P384, _YEAR)
    key = KeyKind.EC_P384.generate().public_key()
    leaf = issuer.issue(_SUBJECT, key, Purpose.AUTHENTICATION, _YEAR)
    with pytest.raises(IssuerUnknown):
        check(
            leaf.public_bytes(Encoding.DER),
            intermediates=[_der(issuer), _der(root)],
            use=Use.AUTHENTICATION,
            at=_NOW,
            store=practice_trust(),
        )


def test_a_namesake_of_the_issuer_with_another_key_does_not_pass() -> None:
    real = x509.load_der_x509_certificate(issued().issuer)
    name = real.subject.rfc4514_string()
    root = Authority.root("Foreign Root CA", "Foreign", KeyKind.EC_P384, _YEAR)
    namesake = root.subordinate(
        real.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value,
        "Kanta Desk HARJOITUS",
        KeyKind.EC_P384,
        _YEAR,
    )
    assert namesake.certificate.subject.rfc4514_string() == name
    key = KeyKind.EC_P384.generate().public_key()
    leaf = namesake.issue(_SUBJECT, key, Purpose.AUTHENTICATION, _YEAR)
    with pytest.raises(IssuerUnknown):
        check(
            leaf.public_bytes(Encoding.DER),
            intermediates=[_der(namesake)],
            use=Use.AUTHENTICATION,
            at=_NOW,
            store=practice_trust(),
        )


def test_a_holder_cannot_issue_certificates() -> None:
    holder = issued()
    pretended = Authority(
        x509.load_der_x509_certificate(holder.authentication), holder.authentication_key
    )
    key = KeyKind.EC_P384.generate().public_key()
    leaf = pretended.issue(_SUBJECT, key, Purpose.AUTHENTICATION, _YEAR)
    with pytest.raises(IssuerUnknown):
        check(
            leaf.public_bytes(Encoding.DER),
            intermediates=[holder.authentication],
            use=Use.AUTHENTICATION,
            at=_NOW,
            store=practice_trust(),
        )


def test_a_changed_certificate_has_no_path() -> None:
    changed = bytearray(issued().authentication)
    place = changed.index(b"00990000017")
    changed[place] = ord("1")
    with pytest.raises(IssuerUnknown):
        check(bytes(changed), use=Use.AUTHENTICATION, at=_NOW, store=practice_trust())


def test_a_certificate_is_refused_after_its_end_and_before_its_start() -> None:
    der = issued().authentication
    with pytest.raises(CertificateExpired) as told:
        check(der, use=Use.AUTHENTICATION, at=_NOW + timedelta(days=2000), store=practice_trust())
    assert str(told.value.fields["subject"]).startswith("serial ")
    with pytest.raises(CertificateNotYetValid):
        check(der, use=Use.AUTHENTICATION, at=_NOW - timedelta(days=2), store=practice_trust())


def test_an_expired_issuer_is_named() -> None:
    root = Authority.root("Some Root CA", "Some", KeyKind.EC_P384, _YEAR)
    short = Validity(_NOW - timedelta(days=1), _NOW + timedelta(days=10))
    issuer = root.subordinate("Short-lived CA", "Some", KeyKind.EC_P384, short)
    key = KeyKind.EC_P384.generate().public_key()
    leaf = issuer.issue(Subject("holder"), key, Purpose.AUTHENTICATION, _YEAR)
    store = TrustStore.of(Mode.PRACTICE, [_der(root)], [_der(issuer)])
    with pytest.raises(CertificateExpired) as told:
        check(
            leaf.public_bytes(Encoding.DER),
            use=Use.AUTHENTICATION,
            at=_NOW + timedelta(days=30),
            store=store,
        )
    assert told.value.fields["subject"] == "Short-lived CA"


def test_a_certificate_serves_only_the_use_it_was_made_for() -> None:
    holder = issued()
    for der, use in (
        (holder.authentication, Use.SIGNATURE),
        (holder.signature, Use.AUTHENTICATION),
        (holder.issuer, Use.AUTHENTICATION),
    ):
        with pytest.raises(WrongKeyUsage):
            check(der, use=use, at=_NOW, store=practice_trust())


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("purpose", [Purpose.SERVER, Purpose.OCSP])
def test_a_services_certificate_of_a_trusted_issuer_is_nobodys(purpose: Purpose, use: Use) -> None:
    root = Authority.root("Some Root CA", "Some", KeyKind.EC_P384, _YEAR)
    key = KeyKind.EC_P384.generate().public_key()
    leaf = root.issue(_SUBJECT, key, purpose, _YEAR)
    with pytest.raises(WrongKeyUsage):
        check(
            leaf.public_bytes(Encoding.DER),
            use=use,
            at=_NOW,
            store=TrustStore.of(Mode.PRACTICE, [_der(root)]),
        )


@pytest.mark.parametrize(
    ("named", "good"),
    [
        ((), True),
        ((EKU.CLIENT_AUTH,), True),
        ((EKU.EMAIL_PROTECTION,), True),
        ((EKU.SERVER_AUTH,), False),
        ((EKU.SERVER_AUTH, EKU.CLIENT_AUTH), False),
        ((EKU.EMAIL_PROTECTION, EKU.SERVER_AUTH), False),
        ((EKU.TIME_STAMPING,), False),
    ],
)
@pytest.mark.parametrize("use", Use)
def test_a_server_that_may_do_more_is_still_a_server(
    named: tuple[x509.ObjectIdentifier, ...], good: bool, use: Use
) -> None:
    root = Authority.root("Some Root CA", "Some", KeyKind.EC_P384, _YEAR)
    usage = Purpose.AUTHENTICATION if use is Use.AUTHENTICATION else Purpose.SIGNATURE
    plain = root.issue(_SUBJECT, KeyKind.EC_P384.generate().public_key(), usage, _YEAR)
    builder = x509.CertificateBuilder(
        plain.issuer,
        plain.subject,
        plain.public_key(),
        plain.serial_number,
        plain.not_valid_before_utc,
        plain.not_valid_after_utc,
        [each for each in plain.extensions if not isinstance(each.value, x509.ExtendedKeyUsage)],
    )
    if named:
        builder = builder.add_extension(x509.ExtendedKeyUsage(named), critical=False)
    der = builder.sign(root.key, hashes.SHA384()).public_bytes(Encoding.DER)
    told = nullcontext() if good else pytest.raises(WrongKeyUsage)
    with told:
        check(der, use=use, at=_NOW, store=TrustStore.of(Mode.PRACTICE, [_der(root)]))


def test_nothing_is_trusted_by_an_empty_store() -> None:
    with pytest.raises(IssuerUnknown):
        check(
            issued().authentication,
            use=Use.AUTHENTICATION,
            at=_NOW,
            store=TrustStore.of(Mode.PRODUCTION, []),
        )


def test_a_heap_of_intermediates_is_refused() -> None:
    holder = issued()
    with pytest.raises(IssuerUnknown):
        check(
            holder.authentication,
            intermediates=[holder.issuer] * 40,
            use=Use.AUTHENTICATION,
            at=_NOW,
            store=practice_trust(),
        )


def test_what_is_no_certificate_is_told_as_such() -> None:
    with pytest.raises(CertificateUnreadable):
        check(b"\x30\x00", use=Use.AUTHENTICATION, at=_NOW, store=practice_trust())
