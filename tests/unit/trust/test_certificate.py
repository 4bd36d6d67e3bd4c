"""Certificates read from anywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.errors import CertificateUnreadable
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
