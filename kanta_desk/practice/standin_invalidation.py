"""How the stand-in reads a message that invalidates: its signature first, then what it asks for.

By its own eyes: nothing here shares code with the program that builds and signs such messages, but
the parser and the places that the message profile gives. That it proves signatures by itself, and
not with ``archive.dsig``, is so that a fault there cannot vouch for itself.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509.oid import NameOID
from lxml import etree

from kanta_desk.archive.header import read_metadata
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.xml import NAMESPACES, parse
from kanta_desk.errors import BadAnswer, BadDocument, InputError
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.documents import RecordState
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.time import from_hl7
from kanta_desk.practice.standin_query import Head, Refused
from kanta_desk.practice.standin_rows import Stored
from kanta_desk.practice.standin_store import Invalidation, Store

_DS = {"d": "http://www.w3.org/2000/09/xmldsig#"}
_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
_EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
_DIGESTS = {"http://www.w3.org/2001/04/xmlenc#sha256": hashlib.sha256}
_ELLIPTIC = {f"{_MORE}ecdsa-sha256": hashes.SHA256, f"{_MORE}ecdsa-sha384": hashes.SHA384}


def read_invalidation(
    frame: etree._Element,
    head: Head,
    profile: MessageProfile,
    authorities: Sequence[bytes],
    store: Store,
    now: datetime,
) -> tuple[Invalidation, Stored]:
    """What a message asks to be invalidated and the version meant, if its signature is believed.

    ``authorities`` are the DER certificates that signers' certificates must be issued by.

    Raises:
        Refused: if the signature does not hold, is not the author's, or something is missing.
    """
    # The signature is on the frame as a document of its own, whatever envelope it came in.
    alone = etree.fromstring(etree.tostring(frame), _parser())
    signer = _proven(alone)
    _demand_issued(signer, authorities, now)
    named = signer.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    if [each.value for each in named] != [head.user]:
        raise Refused("STANDIN-11")
    try:
        age = now - from_hl7(_value(frame, "v3:creationTime"))
    except InputError:
        raise Refused(profile[Key.ISSUE_BROKEN]) from None
    if not -profile.message_life <= age <= profile.message_life:
        raise Refused("STANDIN-21")
    return _asked(frame, head, profile, store, now)


def _asked(
    frame: etree._Element, head: Head, profile: MessageProfile, store: Store, now: datetime
) -> tuple[Invalidation, Stored]:
    broken = Refused(profile[Key.ISSUE_BROKEN])
    subjects = frame.findall("v3:controlActProcess/v3:subject/v3:clinicalDocument", NAMESPACES)
    if len(subjects) != 1:
        raise broken
    try:
        outside = read_metadata(subjects[0], profile, "subject")
        text = subjects[0].find("v3:text", NAMESPACES)
        cda = base64.b64decode((text.text or "") if text is not None else "", validate=True)
        inside = read_metadata(parse(cda, "stub"), profile, "stub")
    except (BadAnswer, BadDocument, ValueError):
        raise broken from None
    if outside.document_group is None:
        raise Refused("STANDIN-13")
    same = ("document_oid", "set_id", "version", "replaces")
    if any(getattr(outside, key) != getattr(inside, key) for key in same):
        raise Refused("STANDIN-14")
    if isinstance(outside.client_id, Henkilotunnus) and not outside.client_id.is_artificial:
        raise Refused("STANDIN-04")
    if outside.controller is None or outside.register is None:
        raise Refused("STANDIN-02")
    if (
        outside.replaces is None
        or outside.status is None
        or outside.status.value != profile[Key.INVALIDATED_RECORD_STATUS]
        or outside.author_role is None
        or outside.author_role.system != CodeSystem.PERSON_SPECIFIER
    ):
        raise broken
    before = store.version(outside.replaces.oid.value)
    if before is None:
        raise Refused("STANDIN-15")
    stored = read_metadata(parse(before.cda, "stored document"), profile, "stored document")
    if (outside.client_id, outside.register) != (stored.client_id, stored.register):
        raise Refused("STANDIN-15")
    kept = replace(
        outside,
        state=RecordState.INVALIDATED,
        active_controller=before.controller,
        archived=now,
        created=outside.created or now,
        client_name=outside.client_name or stored.client_name,
        old_document=before.old,
        disposal_time=before.disposal,
    )
    whole = etree.tostring(frame, method="c14n", exclusive=True)
    digest = hashlib.sha256(whole).digest()
    asked = Invalidation(head.message_id, digest, before.oid, kept, cda)
    return asked, before


def _proven(frame: etree._Element) -> x509.Certificate:
    """The certificate whose key signed the whole frame.

    Raises:
        Refused: if there is no such signature.
    """
    unproven = Refused("STANDIN-10")
    signature = frame.find("d:Signature", _DS)
    info = signature.find("d:SignedInfo", _DS) if signature is not None else None
    if signature is None or info is None:
        raise unproven
    try:
        covered = []
        for reference in info.iterfind("d:Reference", _DS):
            target = _target(frame, signature, reference.get("URI"))
            digest = _DIGESTS[_algorithm(reference, "d:DigestMethod")]
            told = base64.b64decode(reference.findtext("d:DigestValue", "", _DS), validate=True)
            if digest(_plain(target)).digest() != told:
                raise unproven
            covered.append(reference.get("URI"))
        if "" not in covered or _algorithm(info, "d:CanonicalizationMethod") != _EXCLUSIVE:
            raise unproven
        data = "d:KeyInfo/d:X509Data/d:X509Certificate"
        certificate = x509.load_der_x509_certificate(
            base64.b64decode(signature.findtext(data, "", _DS))
        )
        value = base64.b64decode(signature.findtext("d:SignatureValue", "", _DS))
        _check(certificate, _algorithm(info, "d:SignatureMethod"), value, _plain(info))
    except (KeyError, ValueError, InvalidSignature):
        raise unproven from None
    return certificate


def _target(frame: etree._Element, signature: etree._Element, uri: str | None) -> etree._Element:
    if uri == "":
        bare = deepcopy(frame)
        for each in bare.findall("d:Signature", _DS):
            bare.remove(each)
        return bare
    for each in signature.iterfind("d:Object", _DS):
        if uri == f"#{each.get('Id')}":
            return each
    raise KeyError(uri)


def _check(certificate: x509.Certificate, method: str, value: bytes, message: bytes) -> None:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey) and method == f"{_MORE}rsa-sha256":
        key.verify(value, message, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(key, ec.EllipticCurvePublicKey):
        half = len(value) // 2
        pair = (int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big"))
        key.verify(encode_dss_signature(*pair), message, ec.ECDSA(_ELLIPTIC[method]()))
    else:
        raise KeyError(method)


def _demand_issued(signer: x509.Certificate, authorities: Sequence[bytes], now: datetime) -> None:
    usage = signer.extensions.get_extension_for_class(x509.KeyUsage).value
    in_time = signer.not_valid_before_utc <= now <= signer.not_valid_after_utc
    if usage.content_commitment and in_time:
        for authority in map(x509.load_der_x509_certificate, authorities):
            try:
                signer.verify_directly_issued_by(authority)
            except (ValueError, TypeError, InvalidSignature):
                continue
            return
    raise Refused("STANDIN-12")


def _plain(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _algorithm(element: etree._Element, path: str) -> str:
    found = element.find(path, _DS)
    return (found.get("Algorithm") or "") if found is not None else ""


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path, NAMESPACES)
    return (found.get("value") or "") if found is not None else ""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
