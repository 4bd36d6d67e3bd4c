"""Reads the signatures in a document and proves them: XML-DSig, with XAdES's signed properties.

What a signature covers is told by the elements themselves that this program reads, never by their
identifiers: a reference has to lead to the document's root, to its body, or into the signature
itself. So content that was moved aside, doubled, or reached by a way of the signer's choosing is
no content that was signed. Whether the certificate is to be trusted is ``signature_trust``'s.

Sources: W3C XML Signature 1.1; W3C "XML Signature Best Practices"; ETSI EN 319 132-1 (XAdES).
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from lxml import etree

from kanta_desk.archive.dsig import (
    DIGESTS,
    DS,
    ENVELOPED,
    EXCLUSIVE,
    INCLUSIVE,
    XADES,
    XML_NS,
    canonical,
    canonical_whole,
    holds,
    without,
)
from kanta_desk.archive.xml import FI, NAMESPACES, V3, parse
from kanta_desk.errors import BadDocument, CertificateUnreadable, InputError
from kanta_desk.model.signatures import SignatureDoubt
from kanta_desk.model.time import from_hl7
from kanta_desk.trust.certificate import Certificate

MAX_SIGNATURES: Final = 8
MAX_REFERENCES: Final = 20
MAX_CERTIFICATES: Final = 8

_NS: Final = NAMESPACES | {"ds": DS, "xades": XADES}
_SIGNATURE: Final = f"{{{DS}}}Signature"
_BODY: Final = "v3:component"
_IDS: Final = ("Id", "ID", "id", f"{{{XML_NS}}}id")
_CANONICAL: Final = (EXCLUSIVE, INCLUSIVE)
_EC_NS: Final = "{http://www.w3.org/2001/10/xml-exc-c14n#}InclusiveNamespaces"


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature as it stands in a document; ``doubt`` is None where it holds.

    It holds for what it covers and for the certificate in it. ``chain`` are the other certificates
    that came with it, DER. ``time`` is what the signer says; ``time_signed``: under the signature.
    """

    doubt: SignatureDoubt | None = None
    detail: str = ""
    certificate: Certificate | None = None
    chain: tuple[bytes, ...] = field(default=(), repr=False)
    algorithm: str = ""
    time: datetime | None = None
    time_signed: bool = False
    whole: bool = False


class _Doubted(Exception):
    """Carries why a signature does not hold to the one place that tells of it."""

    def __init__(self, doubt: SignatureDoubt, detail: str = "") -> None:
        self.doubt = doubt
        self.detail = detail


def read_signatures(data: bytes) -> tuple[FoundSignature, ...]:
    """All signatures in a document, proved one by one, in the document's order; none: empty.

    Raises:
        BadDocument: if ``data`` is no XML.
    """
    # The namespace can be named without these bytes only by character references.
    if DS.encode() not in data and b"&#" not in data:
        return ()
    root = parse(data, "document", BadDocument, instructions=True)
    found = list(root.iter(_SIGNATURE))
    if not found:
        return ()
    if len(found) > MAX_SIGNATURES:
        return (FoundSignature(SignatureDoubt.TOO_MANY, str(len(found))),)
    identified = _identified(root)
    return tuple(_judged(root, signature, identified) for signature in found)


def _judged(
    root: etree._Element, signature: etree._Element, identified: Mapping[str, list[etree._Element]]
) -> FoundSignature:
    told = FoundSignature()
    try:
        certificate, chain = _certificates(signature)
        told = replace(told, certificate=certificate, chain=chain)
        info = _one(signature, "ds:SignedInfo")
        method = _algorithm(info, "ds:SignatureMethod")
        told = replace(told, algorithm=method.rpartition("#")[2])
        covered = _covered(root, signature, info, identified)
        told = replace(told, whole=root in covered)
        moment, signed = _time(signature, covered)
        told = replace(told, time=moment, time_signed=signed)
        if not _covers_content(root, covered):
            raise _Doubted(SignatureDoubt.NOT_COVERED)
        _check_named(signature, covered, certificate)
        _check_value(signature, info, method, certificate)
    except _Doubted as reason:
        return replace(told, doubt=reason.doubt, detail=reason.detail)
    return told


def _covered(
    root: etree._Element,
    signature: etree._Element,
    info: etree._Element,
    identified: Mapping[str, list[etree._Element]],
) -> list[etree._Element]:
    """What the references lead to, each with its digest proved."""
    references = info.findall("ds:Reference", _NS)
    if not 1 <= len(references) <= MAX_REFERENCES:
        raise _Doubted(SignatureDoubt.FORM, "Reference")
    covered: list[etree._Element] = []
    for reference in references:
        target = _target(root, signature, reference, identified)
        _check_digest(root, signature, reference, target)
        covered.append(target)
    return covered


def _target(
    root: etree._Element,
    signature: etree._Element,
    reference: etree._Element,
    identified: Mapping[str, list[etree._Element]],
) -> etree._Element:
    uri = reference.get("URI")
    if uri is None or (uri and not uri.startswith("#")) or uri.startswith("#xpointer"):
        raise _Doubted(SignatureDoubt.EXTERNAL, (uri or "")[:60])
    if uri == "":
        return root
    named = identified.get(uri[1:], [])
    if len(named) > 1:
        raise _Doubted(SignatureDoubt.DUPLICATE_ID, uri[:60])
    if not named:
        raise _Doubted(SignatureDoubt.MOVED, uri[:60])
    target = named[0]
    # By identity and not by name: a second body, or one below another element, is another thing.
    allowed = [root, *root.findall(_BODY, _NS)[:1], *root.findall(f"{_BODY}/v3:*", _NS)[:1]]
    beside = signature.getparent()
    stamps = [] if beside is None else [e for e in beside if e.tag == f"{{{FI}}}signatureTimestamp"]
    if target not in (*allowed, *stamps) and signature not in target.iterancestors():
        raise _Doubted(SignatureDoubt.MOVED, uri[:60])
    return target


def _check_digest(
    root: etree._Element,
    signature: etree._Element,
    reference: etree._Element,
    target: etree._Element,
) -> None:
    transforms = reference.findall("ds:Transforms/ds:Transform", _NS)
    named = [t.get("Algorithm") or "" for t in transforms]
    leaves_out = named[:1] == [ENVELOPED]
    rest = named[1:] if leaves_out else named
    if len(rest) > 1 or any(name not in _CANONICAL for name in rest):
        wrong = next((n for n in rest if n not in _CANONICAL), rest[-1] if rest else "")
        raise _Doubted(SignatureDoubt.TRANSFORM, wrong.rpartition("/")[2][:60])
    method = rest[0] if rest else INCLUSIVE
    prefixes = _prefixes(transforms[-1]) if rest else ()
    digest = DIGESTS.get(_algorithm(reference, "ds:DigestMethod"))
    if digest is None:
        raise _Doubted(SignatureDoubt.ALGORITHM, _algorithm(reference, "ds:DigestMethod")[-60:])
    around = signature in target.iterdescendants(_SIGNATURE)
    if around and not leaves_out:
        raise _Doubted(SignatureDoubt.TRANSFORM, "enveloped")
    whole = reference.get("URI") == ""
    if around:
        with without(signature):
            data = _canonical(target, method, prefixes, whole=whole)
    else:
        data = _canonical(target, method, prefixes, whole=whole)
    if _binary(reference, "ds:DigestValue") != hashlib.new(digest, data).digest():
        raise _Doubted(SignatureDoubt.DIGEST)


def _canonical(
    target: etree._Element, method: str, prefixes: tuple[str, ...], *, whole: bool
) -> bytes:
    return (canonical_whole if whole else canonical)(target, method, prefixes)


def _covers_content(root: etree._Element, covered: list[etree._Element]) -> bool:
    """The whole document, or its one body; a document with several bodies has none that is it."""
    bodies = root.findall(_BODY, _NS)
    inner = root.findall(f"{_BODY}/v3:*", _NS)
    return root in covered or (
        root.tag == f"{{{V3}}}ClinicalDocument"
        and len(bodies) == 1
        and (bodies[0] in covered or (len(inner) == 1 and inner[0] in covered))
    )


def _check_value(
    signature: etree._Element, info: etree._Element, method: str, certificate: Certificate
) -> None:
    element = _one(info, "ds:CanonicalizationMethod")
    canonicalisation = element.get("Algorithm") or ""
    if canonicalisation not in _CANONICAL:
        raise _Doubted(SignatureDoubt.ALGORITHM, canonicalisation.rpartition("/")[2][:60])
    message = canonical(info, canonicalisation, _prefixes(element))
    value = _binary(signature, "ds:SignatureValue")
    match holds(certificate.public_key, method, message, value):
        case None:
            raise _Doubted(
                SignatureDoubt.ALGORITHM, f"{method.rpartition('#')[2][:40]} {certificate.key}"
            )
        case False:
            raise _Doubted(SignatureDoubt.VALUE)


def _certificates(signature: etree._Element) -> tuple[Certificate, tuple[bytes, ...]]:
    """The signer's certificate and the others; a key given without one counts for nothing."""
    given = signature.findall("ds:KeyInfo/ds:X509Data/ds:X509Certificate", _NS)
    if not 1 <= len(given) <= MAX_CERTIFICATES:
        raise _Doubted(SignatureDoubt.NO_CERTIFICATE, str(len(given)))
    try:
        read = [Certificate.parse(_decoded(element)) for element in given]
    except CertificateUnreadable:
        raise _Doubted(SignatureDoubt.NO_CERTIFICATE) from None
    leaves = [each for each in read if not each.is_authority]
    signer = leaves[0] if leaves else read[0]
    if len(leaves) > 1:
        raise _Doubted(SignatureDoubt.WRONG_CERTIFICATE, "several")
    return signer, tuple(each.der for each in read if each is not signer)


def _check_named(
    signature: etree._Element, covered: list[etree._Element], certificate: Certificate
) -> None:
    """XAdES names its certificate under the signature, so that it cannot be exchanged."""
    for properties in _signed_properties(signature, covered):
        for path in ("SigningCertificate", "SigningCertificateV2"):
            digest = properties.find(f".//xades:{path}/xades:Cert/xades:CertDigest", _NS)
            if digest is None:
                continue
            kind = DIGESTS.get(_algorithm(digest, "ds:DigestMethod"))
            if kind is None:
                raise _Doubted(SignatureDoubt.ALGORITHM, "CertDigest")
            if _binary(digest, "ds:DigestValue") != hashlib.new(kind, certificate.der).digest():
                raise _Doubted(SignatureDoubt.WRONG_CERTIFICATE)


def _signed_properties(
    signature: etree._Element, covered: list[etree._Element]
) -> list[etree._Element]:
    path = "ds:Object/xades:QualifyingProperties/xades:SignedProperties"
    return [found for found in signature.findall(path, _NS) if _is_covered(found, covered)]


def _is_covered(element: etree._Element, covered: list[etree._Element]) -> bool:
    """Whether a signature that covers ``covered`` covers ``element``. What is inside the signature
    itself is under it only by a reference of its own, as the rest leaves the signature out."""
    if element in covered:
        return True
    inside = any(each.tag == _SIGNATURE for each in element.iterancestors())
    return not inside and any(each in covered for each in element.iterancestors())


def _time(signature: etree._Element, covered: list[etree._Element]) -> tuple[datetime | None, bool]:
    for properties in _signed_properties(signature, covered):
        said = properties.findtext(".//xades:SigningTime", None, _NS)
        try:
            moment = datetime.fromisoformat((said or "").strip())
        except ValueError:
            continue
        if moment.tzinfo is not None:
            return moment, True
    beside = signature.getparent()
    stamp = beside.find("hl7fi:signatureTimestamp", _NS) if beside is not None else None
    if stamp is None or not stamp.get("value"):
        return None, False
    try:
        return from_hl7(stamp.get("value") or ""), _is_covered(stamp, covered)
    except (InputError, ValueError):
        return None, False


def _identified(root: etree._Element) -> dict[str, list[etree._Element]]:
    """Elements by identifier. Only those that a reference names can matter."""
    wanted = Counter(
        (reference.get("URI") or "")[1:] for reference in root.iter(f"{{{DS}}}Reference")
    )
    found: dict[str, list[etree._Element]] = {name: [] for name in wanted}
    for element in root.iter(etree.Element):
        for attribute in _IDS:
            name = element.get(attribute)
            if name in found and element not in found[name]:
                found[name].append(element)
    return found


def _prefixes(method: etree._Element) -> tuple[str, ...]:
    listed = method.find(_EC_NS)
    return tuple((listed.get("PrefixList") or "").split()[:32]) if listed is not None else ()


def _one(element: etree._Element, path: str) -> etree._Element:
    found = element.findall(path, _NS)
    if len(found) != 1:
        raise _Doubted(SignatureDoubt.FORM, path)
    return found[0]


def _algorithm(element: etree._Element, path: str) -> str:
    return _one(element, path).get("Algorithm") or ""


def _binary(element: etree._Element, path: str) -> bytes:
    return _decoded(_one(element, path))


def _decoded(element: etree._Element) -> bytes:
    try:
        return base64.b64decode("".join((element.text or "").split()), validate=True)
    except ValueError:
        raise _Doubted(SignatureDoubt.FORM, "Base64") from None
