"""A small certificate authority: makes keys and certificates shaped like DVV's, for practice.

Shapes follow DVV's FINEID S2 v5.2 as far as it is known: P-384 with SHA-384 in the E hierarchy, RSA
with SHA-512 in the R hierarchy, issuing authorities with path length 0, critical key usage. The
names say HARJOITUS, so that nobody takes them for DVV's.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


class KeyKind(StrEnum):
    """The keys that a card or an authority can hold."""

    RSA_2048 = "rsa-2048"
    RSA_3072 = "rsa-3072"
    EC_P384 = "ec-p384"
    EC_P256 = "ec-p256"

    def generate(self) -> PrivateKey:
        """A fresh key."""
        match self:
            case KeyKind.RSA_2048:
                return rsa.generate_private_key(65537, 2048)
            case KeyKind.RSA_3072:
                return rsa.generate_private_key(65537, 3072)
            case KeyKind.EC_P384:
                return ec.generate_private_key(ec.SECP384R1())
            case KeyKind.EC_P256:
                return ec.generate_private_key(ec.SECP256R1())


class Purpose(StrEnum):
    """What an end-entity certificate is for; decides its key usage."""

    AUTHENTICATION = "authentication"
    SIGNATURE = "signature"
    SERVER = "server"
    CLIENT = "client"
    OCSP = "ocsp"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when, both aware and inclusive."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a certificate names. ``hosts`` are the DNS names and addresses of a server."""

    common_name: str
    organisation: str = ""
    serial_number: str = ""
    given_name: str = ""
    surname: str = ""
    title: str = ""
    pseudonym: str = ""
    hosts: tuple[str, ...] = ()

    def name(self) -> x509.Name:
        """The distinguished name, in DVV's order of attributes."""
        attributes = [
            (NameOID.COUNTRY_NAME, "FI"),
            (NameOID.ORGANIZATION_NAME, self.organisation),
            (NameOID.SERIAL_NUMBER, self.serial_number),
            (NameOID.PSEUDONYM, self.pseudonym),
            (NameOID.TITLE, self.title),
            (NameOID.GIVEN_NAME, self.given_name),
            (NameOID.SURNAME, self.surname),
            (NameOID.COMMON_NAME, self.common_name),
        ]
        return x509.Name([x509.NameAttribute(oid, value) for oid, value in attributes if value])


@dataclass(frozen=True, slots=True)
class StatusUrls:
    """Where an authority says which of its certificates are revoked; an empty one is not given."""

    ocsp: str = ""
    crl: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority: its certificate and key, and the addresses its certificates bear."""

    certificate: x509.Certificate
    key: PrivateKey
    urls: StatusUrls = StatusUrls()

    @classmethod
    def root(
        cls,
        name: str,
        organisation: str,
        kind: KeyKind,
        validity: Validity,
        urls: StatusUrls = StatusUrls(),
    ) -> Authority:
        """A self-signed root, whose certificates will bear ``urls``."""
        key = kind.generate()
        subject = Subject(name, organisation).name()
        builder = _builder(subject, subject, key.public_key(), validity)
        builder = _as_authority(builder, key.public_key(), path_length=None)
        return cls(builder.sign(key, hash_for(key)), key, urls)

    def subordinate(
        self,
        name: str,
        organisation: str,
        kind: KeyKind,
        validity: Validity,
        urls: StatusUrls = StatusUrls(),
    ) -> Authority:
        """An issuing authority below this one, with path length 0; ``urls`` as in ``root``."""
        key = kind.generate()
        subject = Subject(name, organisation).name()
        builder = _builder(subject, self.certificate.subject, key.public_key(), validity)
        builder = _as_authority(builder, key.public_key(), path_length=0)
        return Authority(self._sign(builder), key, urls)

    def issue(
        self,
        subject: Subject,
        public_key: PublicKey,
        purpose: Purpose,
        validity: Validity,
        policy: str = "",
    ) -> x509.Certificate:
        """An end-entity certificate; ``policy`` is the dotted OID of its certificate policy."""
        builder = _builder(subject.name(), self.certificate.subject, public_key, validity)
        builder = builder.add_extension(x509.BasicConstraints(False, None), critical=False)
        builder = builder.add_extension(_usage(purpose, public_key), critical=True)
        builder = builder.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False
        )
        if policy:
            information = x509.PolicyInformation(x509.ObjectIdentifier(policy), None)
            builder = builder.add_extension(x509.CertificatePolicies([information]), critical=False)
        if purpose is Purpose.SERVER:
            names = x509.SubjectAlternativeName([_host(host) for host in subject.hosts])
            builder = builder.add_extension(names, critical=False)
            builder = builder.add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
            )
        elif purpose is Purpose.OCSP:
            builder = builder.add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), critical=False
            ).add_extension(x509.OCSPNoCheck(), critical=False)
        elif purpose is not Purpose.SIGNATURE:
            builder = builder.add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False
            )
        return self._sign(builder)

    def _sign(self, builder: x509.CertificateBuilder) -> x509.Certificate:
        mine = self.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(mine.value),
            critical=False,
        )
        if self.urls.ocsp:
            way = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, _url(self.urls.ocsp))
            builder = builder.add_extension(x509.AuthorityInformationAccess([way]), critical=False)
        if self.urls.crl:
            point = x509.DistributionPoint([_url(self.urls.crl)], None, None, None)
            builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        return builder.sign(self.key, hash_for(self.key))


def _builder(
    subject: x509.Name, issuer: x509.Name, public_key: PublicKey, validity: Validity
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(validity.start)
        .not_valid_after(validity.end)
    )


def _as_authority(
    builder: x509.CertificateBuilder, public_key: PublicKey, path_length: int | None
) -> x509.CertificateBuilder:
    usage = _key_usage(key_cert_sign=True, crl_sign=True)
    return (
        builder.add_extension(x509.BasicConstraints(True, path_length), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _usage(purpose: Purpose, public_key: PublicKey) -> x509.KeyUsage:
    if purpose is Purpose.SIGNATURE:
        return _key_usage(content_commitment=True)
    elliptic = isinstance(public_key, ec.EllipticCurvePublicKey)
    return _key_usage(digital_signature=True, key_agreement=elliptic, key_encipherment=not elliptic)


def _key_usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_encipherment: bool = False,
    key_agreement: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_encipherment=key_encipherment,
        data_encipherment=False,
        key_agreement=key_agreement,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )


def hash_for(key: PrivateKey) -> hashes.SHA384 | hashes.SHA512:
    """The digest that DVV's authorities sign with under a key of this kind."""
    return hashes.SHA384() if isinstance(key, ec.EllipticCurvePrivateKey) else hashes.SHA512()


def _url(url: str) -> x509.UniformResourceIdentifier:
    return x509.UniformResourceIdentifier(url)


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
