"""A certificate read once into plain values, so that nothing later meets a malformed field.

Certificates on real FINEID cards are not strictly DER: they name ECDSA with NULL for parameters,
and write out the default of ``BasicConstraints``. A parser that insists on DER refuses them all, so
the fields are read by one that takes BER; what is signed is checked over the bytes as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from asn1crypto import pem as untyped_pem
from asn1crypto import x509 as untyped_x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from kanta_desk.errors import CertificateUnreadable

pem_armour: Any = untyped_pem
x509: Any = untyped_x509

MAX_DER = 16 * 1024
_MOST_KEPT = 256

_OCSP = "1.3.6.1.5.5.7.48.1"

UNREADABLE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError,
    UnsupportedAlgorithm,
)  # fmt: skip
"""What the libraries raise over bytes that are not what they should be: they have no one base."""

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


class KeyUsage(StrEnum):
    """The bits of the key usage extension that this program asks for (RFC 5280 §4.2.1.3)."""

    DIGITAL_SIGNATURE = "digitalSignature"
    NON_REPUDIATION = "nonRepudiation"
    CERTIFICATE_SIGN = "keyCertSign"
    CRL_SIGN = "cRLSign"


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
    ``purposes`` are the dotted identifiers of the extended key usage, empty where it is absent.
    ``ocsp_urls`` and ``crl_urls`` are where to ask whether it is revoked, plain HTTP alone.
    """

    subject: Name
    issuer: Name
    serial: str
    valid_from: datetime
    valid_to: datetime
    key: str
    usage: frozenset[KeyUsage]
    purposes: frozenset[str]
    policies: frozenset[str]
    is_authority: bool
    is_self_issued: bool
    sha256: str
    ocsp_urls: tuple[str, ...]
    crl_urls: tuple[str, ...]
    der: bytes = field(repr=False)
    public_key: PublicKey = field(repr=False, compare=False)

    @classmethod
    def parse(cls, der: bytes) -> Certificate:
        """Read DER bytes, which may come from anywhere; what was read lately is kept.

        Raises:
            CertificateUnreadable: if they are not a certificate of at most 16 KiB with an RSA or
                elliptic-curve key.
        """
        if len(der) > MAX_DER:
            raise CertificateUnreadable(reason="too large")
        return cls._parsed(bytes(der))

    @property
    def label(self) -> str:
        """What errors and logs may call it: an authority by its name, all else by its serial.

        A person's name may stand in the common name alone; whose certificate it is, nobody knows.
        """
        return self.subject.common_name if self.is_authority else f"serial {self.serial}"

    @classmethod
    @lru_cache(_MOST_KEPT)
    def _parsed(cls, der: bytes) -> Certificate:
        try:
            return cls._of(x509.Certificate.load(der, strict=True), der)
        except UNREADABLE as error:
            raise CertificateUnreadable(reason=type(error).__name__) from None

    @classmethod
    def _of(cls, read: Any, der: bytes) -> Certificate:
        body = read["tbs_certificate"]
        if body["version"].native not in ("v1", "v2", "v3"):
            raise CertificateUnreadable(reason="InvalidVersion")
        public_key = load_der_public_key(body["subject_public_key_info"].dump())
        if not isinstance(public_key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            raise CertificateUnreadable(reason="kind of key")
        usage: frozenset[KeyUsage] = frozenset()
        purposes: frozenset[str] = frozenset()
        policies: frozenset[str] = frozenset()
        authority = False
        ocsp_urls: tuple[str, ...] = ()
        crl_urls: tuple[str, ...] = ()
        seen = set()
        for extension in body["extensions"]:
            kind, value = extension["extn_id"].native, extension["extn_value"].parsed
            if kind in seen:
                raise CertificateUnreadable(reason="extension twice")
            seen.add(kind)
            match kind:
                case "key_usage":
                    usage = _usage(value)
                case "extended_key_usage":
                    purposes = frozenset(each.dotted for each in value)
                case "certificate_policies":
                    policies = frozenset(each["policy_identifier"].dotted for each in value)
                case "basic_constraints":
                    authority = value["ca"].native is True
                case "authority_information_access":
                    ocsp_urls = _ocsp_urls(value)
                case "crl_distribution_points":
                    crl_urls = _crl_urls(value)
                case _:
                    pass
        return cls(
            subject=_name(body["subject"]),
            issuer=_name(body["issuer"]),
            serial=f"{body['serial_number'].native:X}",
            valid_from=_time(body["validity"]["not_before"]),
            valid_to=_time(body["validity"]["not_after"]),
            key=_key_text(public_key),
            usage=usage,
            purposes=purposes,
            policies=policies,
            is_authority=authority,
            is_self_issued=body["subject"].dump() == body["issuer"].dump(),
            sha256=hashlib.sha256(der).hexdigest(),
            ocsp_urls=ocsp_urls,
            crl_urls=crl_urls,
            der=der,
            public_key=public_key,
        )


def parse_pem(pem: bytes) -> tuple[Certificate, ...]:
    """All certificates of a PEM file's bytes.

    Raises:
        CertificateUnreadable: if it holds none, or one that cannot be read.
    """
    try:
        parts = pem_armour.unarmor(pem, multiple=True)
        ders = [der for kind, _, der in parts if kind == "CERTIFICATE"]
    except UNREADABLE as error:
        raise CertificateUnreadable(reason=type(error).__name__) from None
    if not ders:
        raise CertificateUnreadable(reason="no certificate")
    return tuple(Certificate.parse(der) for der in ders)


def _usage(value: Any) -> frozenset[KeyUsage]:
    bits = {
        "digital_signature": KeyUsage.DIGITAL_SIGNATURE,
        "non_repudiation": KeyUsage.NON_REPUDIATION,
        "key_cert_sign": KeyUsage.CERTIFICATE_SIGN,
        "crl_sign": KeyUsage.CRL_SIGN,
    }
    return frozenset(bit for name, bit in bits.items() if name in value.native)


def _ocsp_urls(value: Any) -> tuple[str, ...]:
    ways = (way for way in value if way["access_method"].dotted == _OCSP)
    return _plain_http(way["access_location"] for way in ways)


def _crl_urls(value: Any) -> tuple[str, ...]:
    """Of the points whose list is the issuer's own and complete (RFC 5280 §4.2.1.13)."""
    whole = (point for point in value if not point["crl_issuer"] and not point["reasons"].native)
    points = (point["distribution_point"] for point in whole)
    named = (point.chosen for point in points if point and point.name == "full_name")
    return _plain_http(name for names in named for name in names)


def _plain_http(names: Iterable[Any]) -> tuple[str, ...]:
    found = (n.chosen.native for n in names if n.name == "uniform_resource_identifier")
    return tuple(url for url in found if url.lower().startswith("http://"))


def _time(value: Any) -> datetime:
    moment: datetime = value.native
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def _name(name: Any) -> Name:
    values: dict[str, str] = {}
    for part in name.chosen:
        for attribute in part:
            value = attribute["value"].native
            text = value if isinstance(value, str) else attribute["value"].contents.hex()
            values.setdefault(attribute["type"].dotted, text)

    def first(oid: str) -> str:
        return values.get(oid, "")

    return Name(
        common_name=first("2.5.4.3"),
        organisation=first("2.5.4.10"),
        unit=first("2.5.4.11"),
        serial_number=first("2.5.4.5"),
        given_name=first("2.5.4.42"),
        surname=first("2.5.4.4"),
        title=first("2.5.4.12"),
        pseudonym=first("2.5.4.65"),
    )


_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}


def _key_text(key: PublicKey) -> str:
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA {key.key_size}"
    return f"EC {_CURVES.get(key.curve.name, key.curve.name)}"
