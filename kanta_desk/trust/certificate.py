"""A certificate read once into plain values, so that nothing later meets a malformed field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kanta_desk.errors import CertificateUnreadable

MAX_DER = 16 * 1024

# The parser has no one base for what it raises over bytes that are no certificate.
_UNREADABLE = (
    ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension, x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)  # fmt: skip

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


class KeyUsage(StrEnum):
    """The bits of the key usage extension that this program asks for (RFC 5280 §4.2.1.3)."""

    DIGITAL_SIGNATURE = "digitalSignature"
    NON_REPUDIATION = "nonRepudiation"
    CERTIFICATE_SIGN = "keyCertSign"


@dataclass(frozen=True, slots=True)
class Name:
    """The attributes of a distinguished name that cards and rules speak of; absent ones empty."""

    common_name: str = ""
    organisation: str = ""
    unit: str = ""
    serial_number: str = ""
    given_name: str = ""
    surname: str = ""
    title: str = ""
    pseudonym: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """An X.509 certificate. Whether it is to be trusted is for ``trust.path`` to say.

    ``serial`` is in hexadecimal, ``sha256`` that of the DER bytes, ``key`` such as ``EC P-384``.
    """

    subject: Name
    issuer: Name
    serial: str
    valid_from: datetime
    valid_to: datetime
    key: str
    usage: frozenset[KeyUsage]
    policies: frozenset[str]
    is_authority: bool
    is_self_issued: bool
    sha256: str
    der: bytes = field(repr=False)
    public_key: PublicKey = field(repr=False, compare=False)

    @classmethod
    def parse(cls, der: bytes) -> Certificate:
        """Read DER bytes, which may come from anywhere.

        Raises:
            CertificateUnreadable: if they are not a certificate of at most 16 KiB with an RSA or
                elliptic-curve key.
        """
        if len(der) > MAX_DER:
            raise CertificateUnreadable(reason="too large")
        try:
            return cls._of(x509.load_der_x509_certificate(der), bytes(der))
        except _UNREADABLE as error:
            raise CertificateUnreadable(reason=type(error).__name__) from None

    @property
    def label(self) -> str:
        """What errors and logs may call it: a person's certificate by its serial, never by name."""
        if self.subject.surname or self.subject.given_name:
            return f"serial {self.serial}"
        return self.subject.common_name

    @classmethod
    def _of(cls, read: x509.Certificate, der: bytes) -> Certificate:
        public_key = read.public_key()
        if not isinstance(public_key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            raise CertificateUnreadable(reason="kind of key")
        usage: frozenset[KeyUsage] = frozenset()
        policies: frozenset[str] = frozenset()
        authority = False
        for extension in read.extensions:
            match extension.value:
                case x509.KeyUsage() as value:
                    usage = _usage(value)
                case x509.CertificatePolicies() as value:
                    policies = frozenset(each.policy_identifier.dotted_string for each in value)
                case x509.BasicConstraints() as value:
                    authority = value.ca
                case _:
                    pass
        return cls(
            subject=_name(read.subject),
            issuer=_name(read.issuer),
            serial=f"{read.serial_number:X}",
            valid_from=read.not_valid_before_utc,
            valid_to=read.not_valid_after_utc,
            key=_key_text(public_key),
            usage=usage,
            policies=policies,
            is_authority=authority,
            is_self_issued=read.subject == read.issuer,
            sha256=hashlib.sha256(der).hexdigest(),
            der=der,
            public_key=public_key,
        )


def parse_pem(pem: bytes) -> tuple[Certificate, ...]:
    """All certificates of a PEM file's bytes.

    Raises:
        CertificateUnreadable: if it holds none, or one that cannot be read.
    """
    try:
        found: Iterable[x509.Certificate] = x509.load_pem_x509_certificates(pem)
        ders = [each.public_bytes(Encoding.DER) for each in found]
    except _UNREADABLE as error:
        raise CertificateUnreadable(reason=type(error).__name__) from None
    return tuple(Certificate.parse(der) for der in ders)


def _usage(value: x509.KeyUsage) -> frozenset[KeyUsage]:
    bits = {
        KeyUsage.DIGITAL_SIGNATURE: value.digital_signature,
        KeyUsage.NON_REPUDIATION: value.content_commitment,
        KeyUsage.CERTIFICATE_SIGN: value.key_cert_sign,
    }
    return frozenset(bit for bit, is_set in bits.items() if is_set)


def _name(name: x509.Name) -> Name:
    def first(oid: x509.ObjectIdentifier) -> str:
        found = name.get_attributes_for_oid(oid)
        value = found[0].value if found else ""
        return value if isinstance(value, str) else value.hex()

    return Name(
        common_name=first(NameOID.COMMON_NAME),
        organisation=first(NameOID.ORGANIZATION_NAME),
        unit=first(NameOID.ORGANIZATIONAL_UNIT_NAME),
        serial_number=first(NameOID.SERIAL_NUMBER),
        given_name=first(NameOID.GIVEN_NAME),
        surname=first(NameOID.SURNAME),
        title=first(NameOID.TITLE),
        pseudonym=first(NameOID.PSEUDONYM),
    )


_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}


def _key_text(key: PublicKey) -> str:
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA {key.key_size}"
    return f"EC {_CURVES.get(key.curve.name, key.curve.name)}"
