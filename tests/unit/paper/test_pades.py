"""A signed paper, as another tool sees it: pdfsig of poppler, and pyHanko's whole validation."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from kanta_desk.errors import SignatureRejected
from kanta_desk.paper.pades import signed_pdf
from kanta_desk.paper.sheet import BODY, LEFT, Sheet

NOW = datetime.now(UTC)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
KEYS: dict[str, Callable[[], Key]] = {
    "RSA-3072": lambda: rsa.generate_private_key(65537, 3072),
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
}


@pytest.fixture(scope="module")
def paper() -> bytes:
    page = Sheet(title="Raportti", subject="Koe", language="fi", made=NOW)
    page.begin("Laadittu")
    page.put(LEFT, 40, 100, "Käyttöönottokoe", BODY)
    return bytes(page.output())


def name_of(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def issued(subject: str, key: Key, issuer: str, by: Key, *, authority: bool) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=not authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=authority,
        crl_sign=authority, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(name_of(subject))
        .issuer_name(name_of(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=9))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(by, hashes.SHA256())
    )


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def sign_with(key: Key) -> Callable[[bytes], bytes]:
    def sign(data: bytes) -> bytes:
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        large = isinstance(key.curve, ec.SECP384R1)
        return key.sign(data, ec.ECDSA(hashes.SHA384() if large else hashes.SHA256()))

    return sign


@pytest.fixture(params=KEYS)
def signed(request: pytest.FixtureRequest, paper: bytes) -> tuple[bytes, x509.Certificate]:
    root, key = ec.generate_private_key(ec.SECP384R1()), KEYS[request.param]()
    above = issued("Testijuuri", root, "Testijuuri", root, authority=True)
    own = issued("Maija Arkistonhoitaja", key, "Testijuuri", root, authority=False)
    made = signed_pdf(
        paper, der(own), [der(above)], sign_with(key), name="Maija", reason="Raportti"
    )
    return made, above


def test_the_paper_stays_byte_for_byte_under_its_signature(
    signed: tuple[bytes, x509.Certificate], paper: bytes
) -> None:
    assert signed[0].startswith(paper)


def test_another_validator_trusts_it_by_its_root(signed: tuple[bytes, x509.Certificate]) -> None:
    data, root = signed
    trusted = ValidationContext(trust_roots=[asn1.Certificate.load(der(root))])
    (found,) = PdfFileReader(io.BytesIO(data)).embedded_signatures

    status = validate_pdf_signature(found, trusted)

    assert (status.bottom_line, status.coverage.name) == (True, "ENTIRE_FILE")


def test_pdfsig_finds_it_whole_and_valid(
    signed: tuple[bytes, x509.Certificate], tmp_path: Path
) -> None:
    path = tmp_path / "raportti.pdf"
    path.write_bytes(signed[0])

    said = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True
    ).stdout

    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_it_is_still_marked_as_archivable(signed: tuple[bytes, x509.Certificate]) -> None:
    reader = PdfFileReader(io.BytesIO(signed[0]))
    xmp = reader.root["/Metadata"].data.decode()

    assert re.search(r"""pdfaid:part(?:="|>\s*)2""", xmp)
    assert signed[0].startswith(b"%PDF-1.7")  # the highest that PDF/A-2 knows
    assert "/Version" not in reader.root
    (widget,) = reader.root["/AcroForm"]["/Fields"]
    assert int(widget.get_object()["/F"]) & 0b111 == 0b100  # printed, neither hidden nor invisible


def test_a_changed_paper_is_found_out(signed: tuple[bytes, x509.Certificate]) -> None:
    changed = signed[0].replace(b"/Lang (fi)", b"/Lang (sv)")
    assert changed != signed[0]
    (found,) = PdfFileReader(io.BytesIO(changed)).embedded_signatures

    status = validate_pdf_signature(found, ValidationContext(trust_roots=[]))

    assert not status.intact


def test_a_signature_of_another_key_gives_no_paper(paper: bytes) -> None:
    key, other = KEYS["P-256"](), KEYS["P-256"]()
    own = issued("Maija", key, "Maija", key, authority=False)

    with pytest.raises(SignatureRejected):
        signed_pdf(paper, der(own), [], sign_with(other), name="Maija", reason="Raportti")


def test_the_key_is_asked_once(paper: bytes) -> None:
    key = KEYS["P-256"]()
    own = issued("Maija", key, "Maija", key, authority=False)
    asked: list[bytes] = []

    def sign(data: bytes) -> bytes:
        asked.append(data)
        return sign_with(key)(data)

    signed_pdf(paper, der(own), [], sign, name="Maija", reason="Raportti")

    assert len(asked) == 1
