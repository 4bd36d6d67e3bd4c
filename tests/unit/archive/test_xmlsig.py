"""Signatures over frames: believed only whole, and by others' eyes too."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml import DigestAlgorithm, SignatureConfiguration, SignatureMethod, XMLVerifier

from kanta_desk.archive import dsig, xmlsig
from kanta_desk.archive.frames import envelope
from kanta_desk.archive.invalidating import invalidation_frame
from kanta_desk.archive.profile import Fact, Key, MessageProfile
from kanta_desk.archive.requests import Order, Seal, SignedFrame
from kanta_desk.archive.xml import NAMESPACES, parse
from kanta_desk.errors import CertificateUnreadable, SignatureRejected
from kanta_desk.model.codes import CodeSystem
from kanta_desk.practice.authority import KeyKind
from tests.helpers.archive import a_call, profile
from tests.helpers.cards import issued
from tests.helpers.invalidation import NOW, a_document, a_plan, signer_of

KINDS = [KeyKind.EC_P384, KeyKind.RSA_2048]
PLAN_ID = "9c50e359-5c05-4a08-bb10-b232f80787f6"
SEAL = Seal("12:abcdef", "d" * 64, NOW)


def order() -> Order:
    plan = a_plan(a_document(1, version=4), plan_id=PLAN_ID, reason="MUU")
    return Order(plan.items[0].metadata, plan.items[0].new_oid, plan.reason, plan.text)


def frame(of: MessageProfile | None = None) -> etree._Element:
    return invalidation_frame(order(), a_call(message_id="m-1"), of or profile(), NOW)


def signed(kind: KeyKind = KeyKind.EC_P384) -> SignedFrame:
    card = issued(kind)
    return xmlsig.sign(frame(), SEAL, card.signature, signer_of(card))


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_holds_and_gives_back_what_it_says(kind: KeyKind) -> None:
    made = signed(kind)
    read = xmlsig.verify(made.data)
    assert read == made
    assert (read.seal, read.certificate) == (SEAL, issued(kind).signature)


@pytest.mark.parametrize("kind", KINDS)
def test_it_survives_the_envelope_and_another_reading(kind: KeyKind) -> None:
    body = parse(envelope(signed(kind).data), "message")
    inside = body.find("soap:Body/*", NAMESPACES)
    xmlsig.verify(etree.tostring(inside))


@pytest.mark.parametrize("kind", KINDS)
def test_an_independent_library_believes_it(kind: KeyKind) -> None:
    pem = x509.load_der_x509_certificate(issued(kind).signature).public_bytes(Encoding.PEM)
    method = SignatureMethod.ECDSA_SHA384 if kind is KeyKind.EC_P384 else SignatureMethod.RSA_SHA256
    results = XMLVerifier().verify(
        signed(kind).data,
        x509_cert=pem.decode(),
        expect_config=SignatureConfiguration(
            signature_methods=frozenset({method}),
            digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
            expect_references=2,
        ),
    )
    assert isinstance(results, list)
    assert results[0].signed_xml is not None
    assert results[0].signed_xml.tag == frame().tag


@pytest.mark.parametrize("kind", KINDS)
def test_an_independent_program_believes_it_and_no_changed_one(
    kind: KeyKind, tmp_path: Path
) -> None:
    program = shutil.which("xmlsec1")
    if program is None:
        pytest.skip("xmlsec1 is not installed")
    pem = tmp_path / "signer.pem"
    certificate = x509.load_der_x509_certificate(issued(kind).signature)
    pem.write_bytes(certificate.public_bytes(Encoding.PEM))
    file = tmp_path / "frame.xml"

    def believed(data: bytes) -> bool:
        file.write_bytes(data)
        command = [program, "--verify", "--pubkey-cert-pem", str(pem), str(file)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    data = signed(kind).data
    assert believed(data)
    assert not believed(data.replace(b"m-1", b"m-2", 1))


def _elsewhere(data: bytes) -> bytes:
    """Another person's certificate in place of the signer's."""
    mine, other = (base64.b64encode(issued(kind).signature) for kind in KINDS)
    return data.replace(mine, other)


def _second(data: bytes) -> bytes:
    root = etree.fromstring(data)
    signature = root.find(f"{{{dsig.DS}}}Signature")
    root.append(etree.fromstring(etree.tostring(signature)))
    return etree.tostring(root)


def _without(path: str) -> Callable[[bytes], bytes]:
    def cut(data: bytes) -> bytes:
        root = etree.fromstring(data)
        found = root.find(path, {"ds": dsig.DS})
        found.getparent().remove(found)
        return etree.tostring(root)

    return cut


@pytest.mark.parametrize(
    "tampered",
    [
        lambda d: d.replace(b"m-1", b"m-2", 1),
        lambda d: d.replace(b'versionNumber value="5"', b'versionNumber value="6"'),
        lambda d: d.replace(b"12:abcdef", b"12:abcdee"),
        lambda d: d.replace(b"d" * 64, b"e" * 64),
        lambda d: d.replace(b'moodCode="EVN"', b'moodCode="RQO"', 1),
        lambda d: d.replace(dsig.SHA256.encode(), b"http://www.w3.org/2000/09/xmldsig#sha1"),
        lambda d: d.replace(b"#seal", b"#else"),
        lambda d: d.replace(dsig.ENVELOPED.encode(), dsig.EXCLUSIVE.encode()),
        lambda d: d.replace(dsig.ECDSA_SHA384.encode(), dsig.RSA_SHA256.encode()),
        _elsewhere,
        _second,
        _without("ds:Signature"),
        _without("ds:Signature/ds:Object"),
        _without("ds:Signature/ds:SignedInfo/ds:Reference"),
        _without("ds:Signature/ds:SignatureValue"),
        _without("ds:Signature/ds:SignedInfo"),
    ],
)
def test_nothing_changed_afterwards_is_believed(tampered: Callable[[bytes], bytes]) -> None:
    data = signed().data
    changed = tampered(data)
    assert changed != data
    with pytest.raises(SignatureRejected):
        xmlsig.verify(changed)


def test_a_certificate_that_is_none_is_told() -> None:
    card = issued()
    data = signed().data.replace(base64.b64encode(card.signature), b"AAAA")
    with pytest.raises(CertificateUnreadable):
        xmlsig.verify(data)


def test_a_signer_that_signs_something_else_is_not_believed() -> None:
    card, other = issued(KeyKind.EC_P384), issued(KeyKind.RSA_2048)
    for signer in (lambda _: b"nonsense", lambda m: signer_of(card)(m + b"x"), signer_of(other)):
        with pytest.raises(SignatureRejected):
            xmlsig.sign(frame(), SEAL, card.signature, signer)


def test_the_frame_says_what_an_invalidation_must_and_holds_no_content() -> None:
    made = frame()
    subject = made.find("v3:controlActProcess/v3:subject/v3:clinicalDocument", NAMESPACES)
    assert subject is not None

    def said(path: str, name: str = "root") -> str | None:
        found = subject.find(path, NAMESPACES)
        return found.get(name) if found is not None else None

    wanted = order()
    assert made.find("v3:id", NAMESPACES).get("extension") == "m-1"
    assert said("v3:id") == wanted.new_oid.value
    assert said("v3:setId") == wanted.metadata.set_id.value
    assert said("v3:versionNumber", "value") == "5"
    parent = "v3:relatedDocument[@typeCode='RPLC']/v3:parentDocument"
    assert said(f"{parent}/v3:id") == wanted.metadata.document_oid.value
    assert said(f"{parent}/v3:versionNumber", "value") == "4"
    header = "hl7fi:localSocialHeader"
    assert said(f"{header}/hl7fi:recordStatus", "code") == "STANDIN-MITATOITY"
    assert said(f"{header}/hl7fi:documentGroup", "code") == "STANDIN-ASIAKAS"
    assert said("v3:author/v3:functionCode", "code") == "MIT"
    assert said("v3:author/v3:functionCode", "codeSystem") == CodeSystem.PERSON_SPECIFIER
    stub = base64.b64decode(subject.findtext("v3:text", "", NAMESPACES))
    document = parse(stub, "stub")
    assert document.find("v3:id", NAMESPACES).get("root") == wanted.new_oid.value
    assert len(stub) < 6000


def test_a_reason_goes_out_only_where_the_profile_has_a_place() -> None:
    wanted = order()
    assert wanted.text
    assert wanted.text not in etree.tostring(frame(), encoding="unicode")
    facts = profile().facts
    place = Fact(Key.REASON_PATH, "hl7fi:localSocialHeader/hl7fi:reason", False, "a test")
    other = replace(profile(), facts={**facts, Key.REASON_PATH: place})
    sent = etree.tostring(frame(other), encoding="unicode")
    assert wanted.text in sent
    assert 'code="MUU"' in sent
