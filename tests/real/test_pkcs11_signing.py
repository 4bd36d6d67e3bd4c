"""Signing through a real PKCS#11 module, as installed reader software offers one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cards.fineid import Key
from kanta_desk.cards.pkcs11 import Pkcs11Signer
from kanta_desk.cards.signature import verify
from kanta_desk.errors import (
    CardRemoved,
    NoCard,
    PinFormat,
    PinLastTries,
    PinWrong,
    SignerMissing,
    SignerRefused,
)
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind, Purpose
from kanta_desk.practice.pki import IssuedCard, Person
from kanta_desk.trust.certificate import Certificate
from tests.helpers.cards import practice_pki
from tests.helpers.signers import summary_of
from tests.helpers.skips import SOFTHSM_MODULE
from tests.helpers.softhsm import PIN1, PIN2, SoftTokens, soft_tokens

pytestmark = pytest.mark.softhsm
MAIJA = Person("Maija", "Testaaja", "99900011122", "Hoiva Esimerkki Oy")
KINDS = [KeyKind.RSA_2048, KeyKind.RSA_3072, KeyKind.EC_P384]


@pytest.fixture
def tokens(tmp_path: Path) -> Iterator[SoftTokens]:
    with soft_tokens(tmp_path) as made:
        yield made


@pytest.fixture
def signer() -> Pkcs11Signer:
    return Pkcs11Signer(SOFTHSM_MODULE)


def a_card(kind: KeyKind = KeyKind.EC_P384) -> IssuedCard:
    return practice_pki().issue_holder(CardType.PROFESSIONAL, MAIJA, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_both_keys_sign_with_their_own_pin(
    tokens: SoftTokens, signer: Pkcs11Signer, kind: KeyKind
) -> None:
    card = a_card(kind)
    tokens.insert(card)
    for key, pin, own in (
        (Key.AUTHENTICATION, PIN1, card.authentication),
        (Key.SIGNATURE, PIN2, card.signature),
    ):
        given = bytearray(pin.encode())
        with signer.opened(key, given, expected=summary_of(own)) as opened:
            made = [opened.sign(b"ensimmainen"), opened.sign(b"toinen")]
        assert not any(given)
        assert made[0].certificate.der == own
        assert card.issuer in made[0].issuers
        for message, each in zip((b"ensimmainen", b"toinen"), made, strict=True):
            verify(Certificate.parse(own).public_key, message, each.signature)


def test_openssl_accepts_what_the_module_signed(
    tokens: SoftTokens, signer: Pkcs11Signer, tmp_path: Path
) -> None:
    tokens.insert(a_card())
    with signer.opened(Key.SIGNATURE, bytearray(PIN2.encode()), expected=None) as opened:
        made = opened.sign(b"mitatointi")
    (tmp_path / "c.der").write_bytes(made.certificate.der)
    (tmp_path / "m").write_bytes(b"mitatointi")
    (tmp_path / "s").write_bytes(made.signature)
    run = ["openssl", "x509", "-inform", "DER", "-in", "c.der", "-pubkey", "-noout", "-out", "k"]
    subprocess.run(run, cwd=tmp_path, check=True)
    said = subprocess.run(
        ["openssl", "dgst", "-sha384", "-verify", "k", "-signature", "s", "m"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert said.stdout == b"Verified OK\n"


def test_a_wrong_pin_is_a_wrong_pin_and_is_overwritten(
    tokens: SoftTokens, signer: Pkcs11Signer
) -> None:
    tokens.insert(a_card())
    pin = bytearray(b"9999")
    with pytest.raises(PinWrong), signer.opened(Key.AUTHENTICATION, pin, expected=None):
        pass
    assert not any(pin)


def test_after_a_wrong_pin_the_module_s_warning_needs_consent(
    tokens: SoftTokens, signer: Pkcs11Signer
) -> None:
    tokens.insert(a_card())
    with pytest.raises(PinWrong), signer.opened(Key.SIGNATURE, bytearray(b"9999"), expected=None):
        pass
    right = bytearray(PIN2.encode())
    with pytest.raises(PinLastTries), signer.opened(Key.SIGNATURE, right, expected=None):
        pass
    right = bytearray(PIN2.encode())
    with signer.opened(Key.SIGNATURE, right, expected=None, use_last_tries=True) as opened:
        assert opened.sign(b"x").signature


def test_another_persons_card_gets_no_pin(tokens: SoftTokens, signer: Pkcs11Signer) -> None:
    tokens.insert(a_card())
    other = summary_of(a_card().authentication)
    wrong = bytearray(b"9999")
    with pytest.raises(CardRemoved), signer.opened(Key.AUTHENTICATION, wrong, expected=other):
        pass
    right = bytearray(PIN1.encode())  # no try was spent: the module asks for no consent
    with signer.opened(Key.AUTHENTICATION, right, expected=None) as opened:
        assert opened.sign(b"x").signature


def test_what_is_no_pin_never_reaches_the_module(signer: Pkcs11Signer) -> None:
    pin = bytearray(b"12a4")
    with pytest.raises(PinFormat), signer.opened(Key.AUTHENTICATION, pin, expected=None):
        pass
    assert not any(pin)


def test_no_token_is_no_card(tokens: SoftTokens, signer: Pkcs11Signer) -> None:
    with (
        pytest.raises(NoCard),
        signer.opened(Key.AUTHENTICATION, bytearray(b"1234"), expected=None),
    ):
        pass
    assert signer.certificates() == ()


def test_a_card_without_a_key_of_the_use_is_refused(
    tokens: SoftTokens, signer: Pkcs11Signer
) -> None:
    both = (Purpose.AUTHENTICATION, Purpose.AUTHENTICATION)
    tokens.insert(practice_pki().issue_holder(CardType.STAFF, MAIJA, purposes=both))
    with (
        pytest.raises(SignerRefused),
        signer.opened(Key.SIGNATURE, bytearray(b"567890"), expected=None),
    ):
        pass


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    signer = Pkcs11Signer(tmp_path / "libpuuttuu.so")
    with pytest.raises(SignerMissing) as told:
        signer.certificates()
    assert told.value.fields["reader"] == "libpuuttuu.so"


def test_a_file_that_is_no_module_is_named(tmp_path: Path) -> None:
    (tmp_path / "teksti.so").write_text("ei kirjasto")
    with pytest.raises(SignerMissing):
        Pkcs11Signer(tmp_path / "teksti.so").certificates()
