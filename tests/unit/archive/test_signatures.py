"""Signatures in documents: what holds, what was changed, and what was moved to deceive."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from kanta_desk.archive.profile import MessageProfile
from kanta_desk.archive.signature_trust import SignatureJudge
from kanta_desk.archive.signatures import read_signatures
from kanta_desk.archive.writing import write_document
from kanta_desk.model.documents import XHTML
from kanta_desk.model.mode import Mode
from kanta_desk.model.revocation import RevocationState, RevocationStatus
from kanta_desk.model.signatures import SignatureDoubt, SignatureState
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.trust.store import TrustStore
from tests.helpers.deployment import payload
from tests.helpers.metadata import FULL
from tests.helpers.sealing import Sealer

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LONG = Validity(NOW - timedelta(days=400), NOW + timedelta(days=400))
DS = "http://www.w3.org/2000/09/xmldsig#"
BODY = b'<div xmlns="http://www.w3.org/1999/xhtml">Sis\xc3\xa4lt\xc3\xb6</div>'
DOCUMENT = write_document(FULL, (payload(XHTML, BODY),), MessageProfile.load("standin-1"))
ROOT = Authority.root("Harjoitusjuuri", "HARJOITUS", KeyKind.EC_P256, LONG)


def sealer(
    kind: KeyKind = KeyKind.EC_P256,
    validity: Validity = LONG,
    purpose: Purpose = Purpose.SIGNATURE,
    root: Authority = ROOT,
) -> Sealer:
    key = kind.generate()
    subject = Subject("Sosiaali-Esimerkki", "Hoiva Esimerkki Oy")
    certificate = root.issue(subject, key.public_key(), purpose, validity)
    return Sealer(
        key, certificate.public_bytes(Encoding.DER), root.certificate.public_bytes(Encoding.DER)
    )


SEALER = sealer()
SIGNED = SEALER.sign(DOCUMENT, NOW)


def doubt(data: bytes) -> SignatureDoubt | None:
    (found,) = read_signatures(data)
    return found.doubt


def edited(change: Callable[[etree._Element, etree._Element], None], data: bytes = SIGNED) -> bytes:
    """The signed document after ``change`` of its root and its signature."""
    root = etree.fromstring(data)
    signature = next(root.iter(f"{{{DS}}}Signature"))
    change(root, signature)
    return etree.tostring(root, encoding="utf-8")


@pytest.mark.parametrize("kind", [KeyKind.EC_P256, KeyKind.EC_P384, KeyKind.RSA_2048])
def test_a_signature_holds_with_every_kind_of_key(kind: KeyKind) -> None:
    (found,) = read_signatures(sealer(kind).sign(DOCUMENT, NOW))
    assert (found.doubt, found.whole, found.time, found.time_signed) == (None, True, NOW, True)
    assert found.certificate is not None
    assert found.certificate.subject.organisation == "Hoiva Esimerkki Oy"


def test_a_document_without_a_signature_has_none() -> None:
    assert read_signatures(DOCUMENT) == ()


def test_a_processing_instruction_before_the_document_is_signed_too() -> None:
    styled = DOCUMENT.replace(b"?>", b'?><?xml-stylesheet href="a.xsl"?>', 1)
    signed = SEALER.sign(styled, NOW)
    assert doubt(signed) is None
    assert doubt(signed.replace(b"a.xsl", b"b.xsl")) is SignatureDoubt.DIGEST


def test_the_text_after_a_signature_stays_in_what_is_signed() -> None:
    def spaced(root: etree._Element, signature: etree._Element) -> None:
        signature.tail = "\n  "

    assert doubt(edited(spaced)) is SignatureDoubt.DIGEST


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (base64.b64encode(BODY), base64.b64encode(BODY.replace(b"Sis", b"Ses"))),
        (b"Tessa", b"Teppo"),
        (b'versionNumber value="2"', b'versionNumber value="3"'),
    ],
    ids=["content", "client", "version"],
)
def test_a_changed_document_is_found(old: bytes, new: bytes) -> None:
    assert old in SIGNED
    assert doubt(SIGNED.replace(old, new)) is SignatureDoubt.DIGEST


def test_a_changed_time_of_signing_is_found() -> None:
    assert doubt(SIGNED.replace(b"2026-11-22T08", b"2026-11-21T08")) is SignatureDoubt.DIGEST


def test_an_exchanged_certificate_is_found() -> None:
    other = base64.b64encode(sealer().certificate)
    changed = SIGNED.replace(base64.b64encode(SEALER.certificate), other)
    assert doubt(changed) is SignatureDoubt.WRONG_CERTIFICATE


def test_a_changed_value_is_found() -> None:
    def change(root: etree._Element, signature: etree._Element) -> None:
        value = signature.find(f"{{{DS}}}SignatureValue")
        assert value is not None
        raw = bytearray(base64.b64decode(value.text or ""))
        raw[5] ^= 1
        value.text = base64.b64encode(raw).decode()

    assert doubt(edited(change)) is SignatureDoubt.VALUE


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (".//{*}Reference", ("URI", "http://a.example/x"), SignatureDoubt.EXTERNAL),
        (".//{*}Reference", ("URI", "file:///etc/passwd"), SignatureDoubt.EXTERNAL),
        (".//{*}Reference", ("URI", "#xpointer(/)"), SignatureDoubt.EXTERNAL),
        (".//{*}Reference", ("URI", "#nowhere"), SignatureDoubt.MOVED),
        (
            ".//{*}Transform",
            ("Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116"),
            SignatureDoubt.TRANSFORM,
        ),
        (
            ".//{*}Transform",
            ("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116"),
            SignatureDoubt.TRANSFORM,
        ),
        (".//{*}SignatureMethod", ("Algorithm", f"{DS}hmac-sha1"), SignatureDoubt.ALGORITHM),
        (
            ".//{*}SignatureMethod",
            ("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
            SignatureDoubt.ALGORITHM,
        ),
        (
            ".//{*}SignatureMethod",
            ("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
            SignatureDoubt.ALGORITHM,
        ),
        (".//{*}DigestMethod", ("Algorithm", f"{DS}sha1"), SignatureDoubt.ALGORITHM),
        (
            ".//{*}CanonicalizationMethod",
            ("Algorithm", "http://www.w3.org/2006/12/xml-c14n11#WithComments"),
            SignatureDoubt.ALGORITHM,
        ),
    ],
)
def test_what_goes_beyond_the_allowed_is_refused_with_its_reason(
    path: str, value: tuple[str, str], expected: SignatureDoubt
) -> None:
    def change(root: etree._Element, signature: etree._Element) -> None:
        element = signature.find(path)
        assert element is not None
        element.set(*value)

    assert doubt(edited(change)) is expected


def by_id(document: bytes, name: str, sealer: Sealer = SEALER) -> bytes:
    """A signature over one element by its identifier, as some systems make them."""
    whole = etree.fromstring(sealer.sign(document, NOW))
    signature = next(whole.iter(f"{{{DS}}}Signature"))
    reference = signature.find(".//{*}Reference")
    assert reference is not None
    reference.set("URI", f"#{name}")
    transforms = reference.find("{*}Transforms")
    assert transforms is not None
    transforms.remove(transforms[0])
    (target,) = whole.xpath("//*[@ID=$name]", name=name)
    digest = hashlib.sha256(etree.tostring(target, method="c14n", exclusive=True)).digest()
    value, info = reference.find("{*}DigestValue"), signature.find("{*}SignedInfo")
    place = signature.find("{*}SignatureValue")
    assert value is not None
    assert info is not None
    assert place is not None
    value.text = base64.b64encode(digest).decode()
    made = sealer.signed(etree.tostring(info, method="c14n", exclusive=True))
    place.text = base64.b64encode(made).decode()
    return etree.tostring(whole, encoding="utf-8")


IDENTIFIED = DOCUMENT.replace(b"<component>", b'<component ID="body">')


def test_a_signature_over_the_body_holds_and_says_that_it_is_not_over_the_whole() -> None:
    (found,) = read_signatures(by_id(IDENTIFIED, "body"))
    assert (found.doubt, found.whole) == (None, False)


def test_a_signature_over_something_else_covers_no_content() -> None:
    titled = DOCUMENT.replace(b"<title>", b'<title ID="title">')
    assert doubt(by_id(titled, "title")) is SignatureDoubt.MOVED


def test_a_body_moved_aside_for_another_is_found() -> None:
    def wrap(root: etree._Element, signature: etree._Element) -> None:
        (body,) = root.findall("{urn:hl7-org:v3}component")
        fake = etree.fromstring(etree.tostring(body).replace(base64.b64encode(BODY), b"PGRpdi8+"))
        fake.set("ID", "other")
        root.replace(body, fake)
        holder = etree.SubElement(root, "{urn:hl7finland}aside")
        holder.append(body)

    moved = edited(wrap, by_id(IDENTIFIED, "body"))
    assert doubt(moved) is SignatureDoubt.MOVED


def test_a_second_element_with_the_same_identifier_is_found() -> None:
    def double(root: etree._Element, signature: etree._Element) -> None:
        etree.SubElement(root, "{urn:hl7finland}aside").set("Id", "body")

    assert doubt(edited(double, by_id(IDENTIFIED, "body"))) is SignatureDoubt.DUPLICATE_ID


def test_a_second_body_beside_the_signed_one_is_found() -> None:
    def add(root: etree._Element, signature: etree._Element) -> None:
        (body,) = root.findall("{urn:hl7-org:v3}component")
        fake = etree.fromstring(etree.tostring(body))
        fake.attrib.pop("ID")
        body.addnext(fake)

    assert doubt(edited(add, by_id(IDENTIFIED, "body"))) is SignatureDoubt.NOT_COVERED


def test_a_key_without_a_certificate_counts_for_nothing() -> None:
    def strip(root: etree._Element, signature: etree._Element) -> None:
        data = signature.find(".//{*}X509Data")
        assert data is not None
        for child in list(data):
            data.remove(child)

    assert doubt(edited(strip)) is SignatureDoubt.NO_CERTIFICATE


def test_more_signatures_than_anybody_needs_are_not_worked_through() -> None:
    many = SIGNED.replace(b"</ClinicalDocument>", b'<x xmlns:d="%s">' % DS.encode())
    many += b"<d:Signature/>" * 50 + b"</x></ClinicalDocument>"
    assert doubt(many) is SignatureDoubt.TOO_MANY


class Told:
    """Issuers that all say the same."""

    def __init__(self, state: RevocationState) -> None:
        self.state = state
        self.asked = 0

    def of_path(self, path: object, at: datetime) -> tuple[RevocationStatus, ...]:
        self.asked += 1
        return (RevocationStatus(self.state, "x"),)


def judge(state: RevocationState = RevocationState.GOOD, now: datetime = NOW) -> SignatureJudge:
    roots = [ROOT.certificate.public_bytes(Encoding.DER)]
    return SignatureJudge(TrustStore.of(Mode.PRACTICE, roots), Told(state), lambda: now)


def test_a_signature_of_a_trusted_system_is_verified() -> None:
    (report,) = judge().judge(SIGNED, NOW)
    assert (report.state, report.doubt) == (SignatureState.VERIFIED, None)
    assert (report.organisation, report.time) == ("Hoiva Esimerkki Oy", NOW)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (RevocationState.REVOKED, SignatureDoubt.REVOKED),
        (RevocationState.ON_HOLD, SignatureDoubt.REVOKED),
        (RevocationState.UNKNOWN, SignatureDoubt.REVOCATION_UNKNOWN),
    ],
)
def test_what_the_issuer_says_decides(state: RevocationState, expected: SignatureDoubt) -> None:
    (report,) = judge(state).judge(SIGNED, NOW)
    assert (report.state, report.doubt) == (SignatureState.NOT_VERIFIED, expected)


def test_a_changed_document_is_not_verified_whoever_signed_it() -> None:
    (report,) = judge().judge(SIGNED.replace(b"Tessa", b"Teppo"))
    assert report.doubt is SignatureDoubt.DIGEST


def test_an_unknown_issuer_is_not_believed() -> None:
    stranger = Authority.root("Vieras", "HARJOITUS", KeyKind.EC_P256, LONG)
    (report,) = judge().judge(sealer(root=stranger).sign(DOCUMENT, NOW))
    assert report.doubt is SignatureDoubt.ISSUER


def test_a_certificate_that_came_into_force_later_is_not_believed() -> None:
    late = Validity(NOW - timedelta(days=1), NOW + timedelta(days=9))
    signed = sealer(validity=late).sign(DOCUMENT, NOW - timedelta(days=2))
    (report,) = judge().judge(signed)
    assert report.doubt is SignatureDoubt.NOT_VALID_THEN


def test_a_certificate_that_has_expired_since_is_not_claimed_to_be_good() -> None:
    short = Validity(NOW - timedelta(days=9), NOW - timedelta(days=1))
    signed = sealer(validity=short).sign(DOCUMENT, NOW - timedelta(days=2))
    (report,) = judge().judge(signed)
    assert report.doubt is SignatureDoubt.EXPIRED_SINCE


@pytest.mark.parametrize("archived", [None, NOW - timedelta(days=1)])
def test_a_time_after_the_archiving_or_in_the_future_is_not_believed(
    archived: datetime | None,
) -> None:
    moment = NOW + timedelta(days=1) if archived is None else NOW
    (report,) = judge().judge(SEALER.sign(DOCUMENT, moment), archived)
    assert report.doubt is SignatureDoubt.TIME


def test_without_trusted_roots_nothing_is_verified() -> None:
    nobody = SignatureJudge(TrustStore.of(Mode.PRACTICE, ()), None, lambda: NOW)
    (report,) = nobody.judge(SIGNED)
    assert report.doubt is SignatureDoubt.NO_ROOTS


def test_an_issuer_is_asked_once_for_a_run_of_documents() -> None:
    told = Told(RevocationState.GOOD)
    roots = [ROOT.certificate.public_bytes(Encoding.DER)]
    one = SignatureJudge(TrustStore.of(Mode.PRACTICE, roots), told, lambda: NOW)
    for _ in range(3):
        one.judge(SIGNED)
    assert told.asked == 1


@pytest.fixture
def xmlsec() -> str:
    program = shutil.which("xmlsec1")
    if program is None:
        pytest.skip("xmlsec1 is not installed")
    return program


@pytest.mark.parametrize("kind", [KeyKind.EC_P256, KeyKind.EC_P384, KeyKind.RSA_2048])
def test_xmlsec_accepts_what_the_test_signer_makes(
    kind: KeyKind, tmp_path: Path, xmlsec: str
) -> None:
    (tmp_path / "root.pem").write_bytes(ROOT.certificate.public_bytes(Encoding.PEM))
    (tmp_path / "signed.xml").write_bytes(sealer(kind).sign(DOCUMENT, NOW))
    done = subprocess.run(
        [xmlsec, "--verify", "--enabled-key-data", "x509", "--verification-time",
         f"{NOW:%Y-%m-%d %H:%M:%S}", "--trusted-pem", "root.pem",
         "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", "signed.xml"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


_TEMPLATE = """<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="{canonical}"/>
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#{method}"/>
<ds:Reference URI="{uri}"><ds:Transforms>{enveloped}<ds:Transform Algorithm="{canonical}"/>
</ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#{digest}"/>
<ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/>
<ds:KeyInfo><ds:X509Data/></ds:KeyInfo></ds:Signature>"""
_ENVELOPED = f'<ds:Transform Algorithm="{DS}enveloped-signature"/>'
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"


@pytest.mark.parametrize(
    ("kind", "method", "digest"),
    [
        (KeyKind.RSA_2048, "rsa-sha256", "sha256"),
        (KeyKind.RSA_2048, "rsa-sha512", "sha512"),
        (KeyKind.EC_P384, "ecdsa-sha384", "sha256"),
    ],
)
@pytest.mark.parametrize("canonical", [EXCLUSIVE, INCLUSIVE], ids=["exclusive", "inclusive"])
@pytest.mark.parametrize("uri", ["", "#body"], ids=["whole", "body"])
def test_what_xmlsec_signs_is_accepted(
    kind: KeyKind, method: str, digest: str, canonical: str, uri: str, tmp_path: Path, xmlsec: str
) -> None:
    maker = sealer(kind)
    template = _TEMPLATE.format(
        canonical=canonical, method=method, digest=digest, uri=uri,
        enveloped="" if uri else _ENVELOPED,
    )  # fmt: skip
    unsigned = re.sub(
        rb"</hl7fi:signature>", template.encode() + rb"</hl7fi:signature>", IDENTIFIED
    )
    assert unsigned != IDENTIFIED
    (tmp_path / "template.xml").write_bytes(unsigned)
    (tmp_path / "key.pem").write_bytes(
        maker.key.private_bytes(
            Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (tmp_path / "cert.der").write_bytes(maker.certificate)
    subprocess.run(
        ["openssl", "x509", "-inform", "DER", "-in", "cert.der", "-out", "cert.pem"],
        cwd=tmp_path, check=True, timeout=60,
    )  # fmt: skip
    done = subprocess.run(
        [xmlsec, "--sign", "--privkey-pem", "key.pem,cert.pem", "--id-attr:ID",
         "urn:hl7-org:v3:component", "--output", "signed.xml", "template.xml"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    signed = (tmp_path / "signed.xml").read_bytes()
    (found,) = read_signatures(signed)
    assert (found.doubt, found.whole) == (None, uri == "")
    assert doubt(signed.replace(base64.b64encode(BODY)[:20], b"A" * 20)) is SignatureDoubt.DIGEST
