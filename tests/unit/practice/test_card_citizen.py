"""The software card refuses whatever a citizen's card of scheme S4-1 refuses."""

from __future__ import annotations

import hashlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, encode_dss_signature

from kanta_desk.practice.card import SoftwareCard
from tests.helpers.cards import say, statuses
from tests.helpers.described import made

_APPLICATION = "00A4040C0CA000000063504B43532D3135"
_PIN1 = "002000110C313233340000000000000000"
_PIN2 = "002000820C353637383930000000000000"
_DIGEST = hashlib.sha384(b"message").digest()
_HASH = "002A90A0329030" + _DIGEST.hex()


def _certificate(card: SoftwareCard, path: str) -> x509.Certificate:
    assert statuses(card, _APPLICATION, f"00A4080C{len(path) // 2:02X}{path}") == ["9000", "9000"]
    content = b""
    while True:
        data, sw = say(card, f"00B0{len(content):04X}00")
        if sw != "9000":
            return x509.load_der_x509_certificate(content)
        content += bytes.fromhex(data)


def test_a_bare_pin_counts_as_wrong() -> None:
    card = made("citizen-4")
    assert statuses(card, "002000110431323334", "00200011", _PIN1) == ["63C4", "63C4", "9000"]


def test_the_references_of_sote_cards_do_not_exist() -> None:
    assert statuses(made("citizen-4"), "00200003", "00200004", "00200012") == ["6A88"] * 3


def test_the_tries_are_told_as_an_object() -> None:
    card = made("citizen-4")
    assert statuses(card, "002000820C393939393939000000000000") == ["63C4"]
    assert say(card, "00CB00FF05A0038301 82") == ("", "6125")
    told, sw = say(card, "00C0000025")
    assert sw == "9000"
    assert told.startswith("A023830182")
    assert told[40:42] == "04"  # where Web eID's driver looks
    assert told.endswith("DF2F0101")
    assert statuses(card, "00CB00FF05A00383010300", "00CB3FFF045C027F6800") == ["6A88", "6A88"]


@pytest.mark.parametrize(
    ("name", "key", "size"), [("citizen-4", "02", 0x60), ("citizen-3", "03", 0x40)]
)
def test_the_digest_goes_ahead_of_the_signature(name: str, key: str, size: int) -> None:
    card = made(name)
    curve, kind = (
        (ec.SECP384R1, hashes.SHA384()) if size == 0x60 else (ec.SECP256R1, hashes.SHA256())
    )
    digest = hashlib.new(kind.name, b"message").digest()
    environment = f"002241B6068001{'54' if size == 0x60 else '44'}8401{key}"
    assert statuses(card, "00A4000C023F00", _PIN2, environment) == ["9000"] * 3
    assert statuses(card, f"002A90A0{size // 2 + 2:02X}90{size // 2:02X}{digest.hex()}") == ["9000"]
    raw = bytes.fromhex(say(card, f"002A9E9A{size:02X}")[0])
    public = _certificate(card, "5016" + ("4332" if size == 0x60 else "4335")).public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    assert isinstance(public.curve, curve)
    half = size // 2
    pair = int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
    public.verify(encode_dss_signature(*pair), digest, ec.ECDSA(Prehashed(kind)))


def test_an_rsa_key_signs_with_pss() -> None:
    card, digest = made("citizen-3"), hashlib.sha256(b"message").digest()
    assert statuses(card, _PIN1, "002241B606800145840101") == ["9000", "9000"]
    assert statuses(card, "002A90A0229020" + digest.hex()) == ["9000"]
    signature = bytes.fromhex(say(card, "002A9E9A00")[0])
    public = _certificate(card, "4331").public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    public.verify(signature, digest, pss, Prehashed(hashes.SHA256()))


def test_a_wrong_length_loses_the_digest() -> None:
    card = made("citizen-4")
    assert statuses(card, _PIN1, "002241B606800154840101", _HASH) == ["9000"] * 3
    assert statuses(card, "002A9E9A00", "002A9E9A60") == ["6C60", "6985"]
    assert statuses(card, _HASH, "002A9E9A60") == ["9000", "9000"]


def test_a_digest_within_the_signature_command_is_refused() -> None:
    card = made("citizen-4")
    assert statuses(card, _PIN1, "002241B606800154840101") == ["9000", "9000"]
    assert statuses(card, f"002A9E9A30{_DIGEST.hex()}60") == ["6A80"]


def test_a_missing_file_is_told_by_the_selection() -> None:
    assert statuses(made("citizen-4"), _APPLICATION, "00A4080C024399") == ["9000", "6A82"]


def test_pins_are_changed_and_unblocked_in_blocks_of_24_bytes() -> None:
    card = made("citizen-4")
    old, new = "313233340000000000000000", "343332310000000000000000"
    puk = "313233343536373800000000"
    assert statuses(card, f"0024001118{old}{new}", f"002000110C{new}") == ["9000", "9000"]
    assert statuses(card, f"0024001108{old[:8]}{new[:8]}") == ["6700"]
    assert statuses(card, *[f"002000110C{old}"] * 5)[-1] == "63C0"
    assert statuses(card, f"002C001118{old}{new}") == ["63C4"]  # a try of the PUK's
    assert card.tries_left(0x83) == 4
    assert statuses(card, f"002C001118{puk}{old}", f"002000110C{old}") == ["9000", "9000"]
    assert (card.pin(), card.tries_left(0x83)) == ("1234", 5)
