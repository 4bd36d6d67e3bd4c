"""Signs practice documents as a client information system would: XML-DSig with XAdES properties.

The form is our own choice within public standards (ETSI EN 319 132-1, XAdES-BES, enveloped); what
the social archive wants signed, and how, is not published.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from kanta_desk.archive.dsig import (
    DS,
    ENVELOPED,
    EXCLUSIVE,
    RSA_METHODS,
    SHA256,
    XADES,
    canonical,
    canonical_whole,
    without,
)
from kanta_desk.archive.writing import place
from kanta_desk.archive.xml import parse
from kanta_desk.practice.authority import (
    Authority,
    KeyKind,
    PrivateKey,
    Purpose,
    Subject,
    Validity,
)
from kanta_desk.practice.organisation import OWN
from kanta_desk.practice.pki import PracticePki, read_pair, write_pair

SEALED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""Since when the practice seal is in force: before any document that bears it."""

PLACE = "hl7fi:localSocialHeader/hl7fi:signatureCollection/hl7fi:signature"
_RSA = next(iter(RSA_METHODS))
_ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha"
_PROPERTIES = "signed-properties"
_SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"


@dataclass(frozen=True, slots=True)
class Sealer:
    """A system's key with its certificate and issuer's, both DER."""

    key: PrivateKey = field(repr=False)
    certificate: bytes
    issuer: bytes

    @property
    def sha256(self) -> str:
        """Which seal it is, for telling one practice set's documents from another's."""
        return hashlib.sha256(self.certificate).hexdigest()

    def sign(self, document: bytes, moment: datetime) -> bytes:
        """The document with a signature over all of it, made at ``moment``."""
        root = parse(document, "document", instructions=True)
        signature = etree.SubElement(place(root, PLACE), f"{{{DS}}}Signature", nsmap={"ds": DS})
        signature.set("Id", "signature")
        info = _add(signature, "SignedInfo")
        _add(info, "CanonicalizationMethod", Algorithm=EXCLUSIVE)
        _add(info, "SignatureMethod", Algorithm=self._method)
        value = _add(signature, "SignatureValue")
        data = _add(_add(signature, "KeyInfo"), "X509Data")
        for der in (self.certificate, self.issuer):
            _add(data, "X509Certificate").text = base64.b64encode(der).decode()
        properties = self._properties(signature, moment)
        with without(signature):
            whole = canonical_whole(root, EXCLUSIVE)
        _reference(info, "", (ENVELOPED, EXCLUSIVE), whole)
        inside = _reference(info, f"#{_PROPERTIES}", (EXCLUSIVE,), canonical(properties, EXCLUSIVE))
        inside.set("Type", _SIGNED_PROPERTIES)
        value.text = base64.b64encode(self.signed(canonical(info, EXCLUSIVE))).decode()
        return etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")

    @property
    def _method(self) -> str:
        if isinstance(self.key, rsa.RSAPrivateKey):
            return _RSA
        return f"{_ECDSA}{self.key.curve.key_size}"

    def signed(self, message: bytes) -> bytes:
        """The signature over bytes, as XML-DSig writes it."""
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(message, padding.PKCS1v15(), hashes.SHA256())
        digests: dict[int, Callable[[], hashes.HashAlgorithm]] = {
            256: hashes.SHA256,
            384: hashes.SHA384,
        }
        size = self.key.curve.key_size
        made = decode_dss_signature(self.key.sign(message, ec.ECDSA(digests[size]())))
        return b"".join(half.to_bytes(size // 8, "big") for half in made)

    def _properties(self, signature: etree._Element, moment: datetime) -> etree._Element:
        holder = etree.SubElement(
            _add(signature, "Object"), f"{{{XADES}}}QualifyingProperties", nsmap={"xades": XADES}
        )
        holder.set("Target", "#signature")
        properties = _sub(holder, "SignedProperties")
        properties.set("Id", _PROPERTIES)
        about = _sub(properties, "SignedSignatureProperties")
        said = moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        _sub(about, "SigningTime").text = said
        digest = _sub(_sub(_sub(about, "SigningCertificateV2"), "Cert"), "CertDigest")
        _add(digest, "DigestMethod", Algorithm=SHA256)
        _add(digest, "DigestValue").text = _sha256(self.certificate)
        return properties


def _reference(
    info: etree._Element, uri: str, transforms: tuple[str, ...], covered: bytes
) -> etree._Element:
    reference = _add(info, "Reference", URI=uri)
    listed = _add(reference, "Transforms")
    for transform in transforms:
        _add(listed, "Transform", Algorithm=transform)
    _add(reference, "DigestMethod", Algorithm=SHA256)
    _add(reference, "DigestValue").text = _sha256(covered)
    return reference


def _sha256(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{DS}}}{name}", attributes)


def _sub(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{XADES}}}{name}")


class Seal(StrEnum):
    """How a practice document is sealed."""

    NONE = ""
    SOUND = "sound"
    BROKEN = "broken"
    """Changed after it was signed."""

    FOREIGN = "foreign"
    """Signed by a system that nobody here knows."""


@dataclass(frozen=True, slots=True)
class Seals:
    """The seal of the practice provider's own system, and a stranger's."""

    own: Sealer
    foreign: Sealer

    @classmethod
    def of(cls, pki: PracticePki) -> Seals:
        """Those of a practice set, kept beside its certificates and made if they are not there."""
        return cls(_kept(pki, "seal"), _kept(pki, "seal-foreign", foreign=True))

    @property
    def digest(self) -> str:
        """Which seals they are."""
        return self.own.sha256 + self.foreign.sha256

    def put(self, seal: Seal, document: bytes, moment: datetime) -> bytes:
        """The document as it is stored."""
        match seal:
            case Seal.NONE:
                return document
            case Seal.SOUND:
                return self.own.sign(document, moment)
            case Seal.BROKEN:
                return self.own.sign(document, moment).replace(_BEFORE, _AFTER, 1)
            case Seal.FOREIGN:
                return self.foreign.sign(document, moment)


_BEFORE, _AFTER = b"100 vuotta", b"10 vuotta"
_DAYS = timedelta(days=20 * 365)


def _kept(pki: PracticePki, name: str, *, foreign: bool = False) -> Sealer:
    path = pki.folder / f"{name}.pem"
    if not path.exists():
        validity = Validity(SEALED_FROM, SEALED_FROM + _DAYS)
        issuer = (
            Authority.root("Unknown CA", "Unknown", KeyKind.EC_P256, validity)
            if foreign
            else pki.authority("service-E")
        )
        key = KeyKind.EC_P256.generate()
        subject = Subject("Sosiaali-Esimerkki", "Toinen Oy" if foreign else OWN.name)
        made = issuer.issue(subject, key.public_key(), Purpose.SIGNATURE, validity)
        write_pair(path, key, (made, issuer.certificate))
    key, (certificate, above) = read_pair(path)
    return Sealer(key, certificate, above)
