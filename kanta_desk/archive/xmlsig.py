"""Signs a frame with a card and proves such signatures: XML-DSig with exclusive C14N.

The signature is enveloped in the frame, and the frame is taken as a document of its own, so that
its SOAP envelope can change without harm. It covers two things: the frame without the signature,
and a seal inside the signature that says with which certificate, when, for which confirmed plan,
and over which access log the holder signed. The log's head makes every signature a checkpoint.

What it has in common with the signatures of documents is ``dsig``'s.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from kanta_desk.archive.dsig import (
    DS,
    ECDSA_SHA256,
    ECDSA_SHA384,
    ENVELOPED,
    EXCLUSIVE,
    RSA_SHA256,
    SHA256,
    canonical,
    holds,
)
from kanta_desk.archive.requests import Seal, SignedFrame
from kanta_desk.archive.xml import parse
from kanta_desk.errors import CertificateUnreadable, SignatureRejected
from kanta_desk.trust.certificate import Certificate, PublicKey

SEAL: Final = "urn:kanta-desk:seal:1"
_SEAL_ID: Final = "seal"
_NS: Final = {"ds": DS, "kd": SEAL}


def sign(
    frame: etree._Element, seal: Seal, certificate: bytes, signer: Callable[[bytes], bytes]
) -> SignedFrame:
    """Sign ``frame`` and prove the result before anybody believes it.

    ``signer`` gets the bytes to sign and returns the signature as cards give it: PKCS#1 v1.5 for
    RSA, a DER SEQUENCE for an elliptic curve; over SHA-256, or SHA-384 for P-384.

    Raises:
        CertificateUnreadable: if the certificate's key can sign no frame.
        SignatureRejected: if what ``signer`` gave is not the certificate's signature.
    """
    key = Certificate.parse(certificate).public_key
    method = _method(key)
    whole = deepcopy(frame)
    signature = etree.SubElement(whole, f"{{{DS}}}Signature", nsmap={"ds": DS})
    info = _add(signature, "SignedInfo")
    _add(info, "CanonicalizationMethod", Algorithm=EXCLUSIVE)
    _add(info, "SignatureMethod", Algorithm=method)
    value = _add(signature, "SignatureValue")
    data = _add(_add(signature, "KeyInfo"), "X509Data")
    _add(data, "X509Certificate").text = base64.b64encode(certificate).decode()
    sealed = _write_seal(signature, seal, certificate)
    _reference(info, "", (ENVELOPED, EXCLUSIVE), canonical(frame, EXCLUSIVE))
    _reference(info, f"#{_SEAL_ID}", (EXCLUSIVE,), canonical(sealed, EXCLUSIVE))
    made = signer(canonical(info, EXCLUSIVE))
    value.text = base64.b64encode(_to_xml(key, made)).decode()
    return verify(etree.tostring(whole, encoding="utf-8"))


def verify(data: bytes) -> SignedFrame:
    """Prove the signature in a frame with the certificate in it; trust in that is apart.

    Raises:
        SignatureRejected: if it does not hold, covers anything else, or is of another form.
        CertificateUnreadable: if the certificate in it is none.
        BadAnswer: if ``data`` is no XML.
    """
    frame = parse(data, "signed frame")
    found = frame.findall("ds:Signature", _NS)
    if len(found) != 1:
        raise SignatureRejected(detail="not one signature")
    signature = found[0]
    info = signature.find("ds:SignedInfo", _NS)
    sealed = signature.find("ds:Object", _NS)
    if info is None or sealed is None or sealed.get("Id") != _SEAL_ID:
        raise SignatureRejected(detail="form")
    certificate = _binary(signature, "ds:KeyInfo/ds:X509Data/ds:X509Certificate")
    key = Certificate.parse(certificate).public_key
    if _algorithm(info, "ds:CanonicalizationMethod") != EXCLUSIVE:
        raise SignatureRejected(detail="canonicalisation")
    if (method := _algorithm(info, "ds:SignatureMethod")) != _method(key):
        raise SignatureRejected(detail="algorithm")
    bare = deepcopy(frame)
    for each in bare.findall("ds:Signature", _NS):
        bare.remove(each)
    _check_references(
        info,
        {"": ((ENVELOPED, EXCLUSIVE), bare), f"#{_SEAL_ID}": ((EXCLUSIVE,), sealed)},
    )
    value = _binary(signature, "ds:SignatureValue")
    if not holds(key, method, canonical(info, EXCLUSIVE), value):
        raise SignatureRejected
    return SignedFrame(data, certificate, method, value, _read_seal(sealed, certificate))


def _write_seal(signature: etree._Element, seal: Seal, certificate: bytes) -> etree._Element:
    sealed = _add(signature, "Object", Id=_SEAL_ID)
    etree.SubElement(
        sealed,
        f"{{{SEAL}}}seal",
        {
            "logHead": seal.log_head,
            "plan": seal.plan,
            "time": seal.time.astimezone(UTC).isoformat(timespec="milliseconds"),
            "certificate": hashlib.sha256(certificate).hexdigest(),
        },
        {"kd": SEAL},
    )
    return sealed


def _read_seal(sealed: etree._Element, certificate: bytes) -> Seal:
    said = sealed.find("kd:seal", _NS)
    if said is None or said.get("certificate") != hashlib.sha256(certificate).hexdigest():
        raise SignatureRejected(detail="seal")
    try:
        time = datetime.fromisoformat(said.get("time") or "")
    except ValueError:
        raise SignatureRejected(detail="seal: time") from None
    return Seal(said.get("logHead") or "", said.get("plan") or "", time)


def _check_references(
    info: etree._Element, expected: dict[str, tuple[tuple[str, ...], etree._Element]]
) -> None:
    """Both parts and nothing else, each with its own transforms and digest."""
    references = info.findall("ds:Reference", _NS)
    if sorted(r.get("URI") or "" for r in references) != sorted(expected):
        raise SignatureRejected(detail="references")
    for reference in references:
        transforms, covered = expected[reference.get("URI") or ""]
        named = tuple(
            t.get("Algorithm") or "" for t in reference.findall("ds:Transforms/ds:Transform", _NS)
        )
        if named != transforms or _algorithm(reference, "ds:DigestMethod") != SHA256:
            raise SignatureRejected(detail="transforms")
        if (
            _binary(reference, "ds:DigestValue")
            != hashlib.sha256(canonical(covered, EXCLUSIVE)).digest()
        ):
            raise SignatureRejected(detail="digest")


def _to_xml(key: PublicKey, made: bytes) -> bytes:
    if isinstance(key, rsa.RSAPublicKey):
        return made
    size = (key.key_size + 7) // 8
    try:
        return b"".join(half.to_bytes(size, "big") for half in decode_dss_signature(made))
    except (ValueError, OverflowError):
        raise SignatureRejected(detail="form of the card's signature") from None


def _method(key: PublicKey) -> str:
    """The one method of a key: a card's, as ``cards.signature`` has them."""
    if isinstance(key, rsa.RSAPublicKey):
        return RSA_SHA256
    try:
        return {"secp256r1": ECDSA_SHA256, "secp384r1": ECDSA_SHA384}[key.curve.name]
    except KeyError:
        raise CertificateUnreadable(reason="kind of curve") from None


def _reference(info: etree._Element, uri: str, transforms: tuple[str, ...], covered: bytes) -> None:
    reference = _add(info, "Reference", URI=uri)
    listed = _add(reference, "Transforms")
    for transform in transforms:
        _add(listed, "Transform", Algorithm=transform)
    _add(reference, "DigestMethod", Algorithm=SHA256)
    digest = base64.b64encode(hashlib.sha256(covered).digest()).decode()
    _add(reference, "DigestValue").text = digest


def _algorithm(element: etree._Element, path: str) -> str:
    found = element.find(path, _NS)
    return (found.get("Algorithm") or "") if found is not None else ""


def _binary(element: etree._Element, path: str) -> bytes:
    found = element.find(path, _NS)
    try:
        return (
            base64.b64decode("".join((found.text or "").split()), validate=True)
            if (found is not None)
            else b""
        )
    except ValueError:
        raise SignatureRejected(detail=f"{path}: Base64") from None


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{DS}}}{name}", attributes)
