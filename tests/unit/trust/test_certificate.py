"""Certificates read from anywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asn1crypto import core as asn1_core
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.cards.signature import algorithms_for
from kanta_desk.errors import CardAnswerBad, CertificateUnreadable
from kanta_desk.practice.authority import KeyKind
from kanta_desk.trust.certificate import MAX_DER, Certificate, KeyUsage, parse_pem
from tests.helpers.cards import issued, practice_pki


def test_everything_that_is_shown_of_a_card_is_read() -> None:
    read = Certificate.parse(issued().authentication)
    assert read.subject.common_name == "ARKISTONHOITAJA MAIJA 00990000017"
    assert (read.subject.given_name, read.subject.surname) == ("Maija", "Arkistonhoitaja")
    assert read.subject.serial_number == "00990000017"
    assert read.subject.title == "sosiaalityöntekijä"
    assert read.issuer.common_name.startswith("Kanta Desk HARJOITUS")
    assert read.usage == {KeyUsage.DIGITAL_SIGNATURE}
    assert read.key == "EC P-384"
    assert not read.is_authority
    assert read.valid_from.tzinfo is not None
    assert Certificate.parse(issued(KeyKind.RSA_2048).signature).key == "RSA 2048"
    assert Certificate.parse(issued().signature).usage == {KeyUsage.NON_REPUDIATION}


def test_a_person_is_not_named_where_errors_and_logs_look() -> None:
    read = Certificate.parse(issued().authentication)
    assert "Arkistonhoitaja".upper() not in read.label.upper()
    assert Certificate.parse(issued().issuer).label.startswith("Kanta Desk HARJOITUS")


def test_a_person_named_in_the_common_name_alone_is_not_named_either() -> None:
    read = asn1_x509.Certificate.load(issued().signature)
    read["tbs_certificate"]["subject"] = asn1_x509.Name.build({"common_name": "Maija Malli"})
    label = Certificate.parse(read.dump(force=True)).label
    assert label.startswith("serial ")
    assert "Malli" not in label


def _with_key(info: Any) -> bytes:
    """The archivist's certificate with another key in it; nobody has signed that."""
    read = asn1_x509.Certificate.load(issued(KeyKind.RSA_2048).authentication)
    read["tbs_certificate"]["subject_public_key_info"] = info
    return bytes(read.dump(force=True))


def _rsa(modulus: int, exponent: int) -> Any:
    key = asn1_keys.RSAPublicKey({"modulus": modulus, "public_exponent": exponent})
    return asn1_keys.PublicKeyInfo.wrap(key, "rsa")


@pytest.mark.parametrize(
    ("modulus", "exponent"),
    [((1 << 2047) | 1, 1), ((1 << 2047) | 1, 2), (-3, 65537), (0, 0)],
    ids=["exponent 1", "exponent 2", "negative", "nothing"],
)
def test_an_rsa_key_that_proves_nothing_is_refused(modulus: int, exponent: int) -> None:
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(_with_key(_rsa(modulus, exponent)))


def test_an_rsa_key_too_short_or_too_long_signs_for_nobody() -> None:
    for bits in (1024, 65000):
        read = Certificate.parse(_with_key(_rsa((1 << (bits - 1)) | 1, 65537)))
        with pytest.raises(CardAnswerBad):
            algorithms_for(read.public_key)


def test_a_curve_written_out_in_numbers_is_refused() -> None:
    read = asn1_x509.Certificate.load(issued().authentication)
    info = read["tbs_certificate"]["subject_public_key_info"]
    curve = asn1_keys.SpecifiedECDomain(
        {
            "version": "ecdpVer1",
            "field_id": {
                "field_type": "prime_field",
                "parameters": asn1_core.Integer(2**384 - 317),
            },
            "curve": {"a": b"\1" * 48, "b": b"\2" * 48},
            "base": b"\4" + b"\3" * 96,
            "order": 7,
        }
    )
    info["algorithm"]["parameters"] = asn1_keys.ECDomainParameters(name="specified", value=curve)
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(read.dump(force=True))


def test_a_certificate_that_says_a_thing_twice_is_refused() -> None:
    read = asn1_x509.Certificate.load(issued().authentication)
    extensions = read["tbs_certificate"]["extensions"]
    extensions.append(extensions[0].copy())
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(read.dump(force=True))


@pytest.mark.parametrize("serial", [0, -5, 1 << 159])
def test_a_serial_number_that_should_not_be_is_read_without_a_word(serial: int) -> None:
    read = asn1_x509.Certificate.load(issued().authentication)
    read["tbs_certificate"]["serial_number"] = serial
    assert int(Certificate.parse(read.dump(force=True)).serial, 16) == serial


@given(st.binary(max_size=200))
def test_bytes_that_are_no_certificate_are_refused(data: bytes) -> None:
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(data)


@given(st.integers(0, len(issued().authentication) - 1), st.integers(1, 255))
def test_one_changed_byte_gives_a_certificate_or_a_refusal(place: int, change: int) -> None:
    changed = bytearray(issued().authentication)
    changed[place] ^= change
    try:
        read = Certificate.parse(bytes(changed))
    except CertificateUnreadable:
        return
    assert read.sha256 != Certificate.parse(issued().authentication).sha256


def test_a_certificate_beyond_all_measure_is_not_even_looked_at() -> None:
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(bytes(MAX_DER + 1))


def test_a_key_that_no_card_has_is_refused() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "odd")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(1))
    with pytest.raises(CertificateUnreadable):
        Certificate.parse(builder.sign(key, None).public_bytes(Encoding.DER))


def test_a_pem_file_gives_all_its_certificates_and_an_empty_one_is_refused() -> None:
    assert len(parse_pem(practice_pki().ca_file.read_bytes())) == 2
    with pytest.raises(CertificateUnreadable):
        parse_pem(b"")
    with pytest.raises(CertificateUnreadable):
        parse_pem(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


def test_a_version_that_no_certificate_has_makes_it_unreadable() -> None:
    good = practice_pki().intermediates[0]
    assert good.count(b"\xa0\x03\x02\x01\x02") == 1

    with pytest.raises(CertificateUnreadable, match="InvalidVersion"):
        Certificate.parse(good.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x0b"))
