"""Sessions with citizens' cards replayed in the order in which real ones were recorded.

The sequence of commands is that of Web eID's scripts of FinEID v3 and v4 cards; certificates, keys
and signatures are our own, in the encoding that DVV's certificates have.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from kanta_desk.cards.details import read_details
from kanta_desk.cards.fineid import opened
from kanta_desk.cards.profile import Key
from kanta_desk.practice.authority import KeyKind, PrivateKey
from tests.helpers.apdu_script import Pair, ScriptedCard
from tests.helpers.cards import issued, practice_trust, sign_once

_MESSAGE = b"Hello world!"
_BLOCK = 0xB5
_V3 = "3B7F9600008031B865B08504021B1200F6829000"
_V4 = "3B7F9600008031B865B085050011122460829000"
_STATES = {0x11: "63C5", 0x82: "63C5"}


@dataclass(frozen=True)
class _Session:
    """What differs between the recorded sessions."""

    name: str
    atr: str
    key: Key
    kind: KeyKind
    path: str
    reference: int
    pin: str
    environment: str
    salted: bool = False


_SESSIONS = (
    _Session("v3 authentication", _V3, Key.AUTHENTICATION, KeyKind.RSA_2048, "4331", 0x11,
             "313233340000000000000000", "800145840101", salted=True),
    _Session("v3 signature", _V3, Key.SIGNATURE, KeyKind.EC_P256, "50164335", 0x82,
             "313233343536000000000000", "800144840103"),
    _Session("v4 authentication", _V4, Key.AUTHENTICATION, KeyKind.EC_P384, "4331", 0x11,
             "313233340000000000000000", "800154840101"),
    _Session("v4 signature", _V4, Key.SIGNATURE, KeyKind.EC_P384, "50164332", 0x82,
             "313233343536000000000000", "800154840102"),
)  # fmt: skip


def _raw(key: PrivateKey, *, salted: bool) -> bytes:
    """A signature as a card gives it."""
    if isinstance(key, rsa.RSAPrivateKey):
        form = (
            padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)
            if salted
            else padding.PKCS1v15()
        )
        return key.sign(_MESSAGE, form, hashes.SHA256())
    size = key.key_size // 8
    digest = hashes.SHA256() if size == 32 else hashes.SHA384()
    r, s = decode_dss_signature(key.sign(_MESSAGE, ec.ECDSA(digest)))
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def _script(session: _Session) -> list[Pair]:
    card = issued(session.kind)
    first = session.key is Key.AUTHENTICATION
    der = card.authentication if first else card.signature
    private = card.authentication_key if first else card.signature_key
    digest = hashes.Hash(hashes.SHA384() if session.kind is KeyKind.EC_P384 else hashes.SHA256())
    digest.update(_MESSAGE)
    hashed = digest.finalize()
    count = len(session.path) // 2
    reads = [
        (f"00B0{at:04X}00", der[at : at + _BLOCK].hex() + "9000")
        for at in range(0, len(der), _BLOCK)
    ]
    state = f"A023 8301{session.reference:02X} 8C04F0000000 9C04F0000000 DF210405FFA503"
    state += "DF2702FFFF DF28010C DF2F0101 9000"
    return [
        ("00A4040C0CA000000063504B43532D3135", "9000"),
        (f"00A40804{count:02X}{session.path}00", f"62048102{len(der):04X}9000"),
        *reads,
        (f"00CB00FF05A0038301{session.reference:02X}00", state),
        (f"002000{session.reference:02X}0C{session.pin}", "9000"),
        (f"002241B606{session.environment}", "9000"),
        (f"002A90A0{len(hashed) + 2:02X}90{len(hashed):02X}{hashed.hex()}", "9000"),
        ("002A9E9A00", _raw(private, salted=session.salted).hex() + "9000"),
    ]


@pytest.mark.parametrize("session", _SESSIONS, ids=lambda session: session.name)
def test_a_recorded_session_is_followed_from_certificate_to_signature(session: _Session) -> None:
    card = ScriptedCard(_script(session), session.atr, _STATES)
    pin = bytearray(bytes.fromhex(session.pin).rstrip(b"\0"))
    made = sign_once(card, session.key, pin, _MESSAGE)
    assert made.signature
    assert made.algorithm.card_byte == int(session.environment[4:6], 16)
    assert card.followed == sorted(card.followed)
    assert card.unasked == [f"00CB00FF05A0038301{session.reference:02X}00"]
    # Beside the script: the probe that spends no try, and looks for what the script does not have.
    assert all(said.startswith(("00A4", "002000")) and len(said) <= 26 for said in card.beside)
    assert not any(said.startswith("002000") and len(said) > 8 for said in card.beside)


@pytest.mark.parametrize("session", _SESSIONS, ids=lambda session: session.name)
def test_a_recorded_card_tells_its_tries_by_its_data_object(session: _Session) -> None:
    card = ScriptedCard(_script(session), session.atr, _STATES)
    with opened(card, reset=False) as fineid:
        fineid.certificate(session.key)
        assert fineid.tries_left()[session.key.value - 1] == 5
    assert not any(said.startswith("002000") and len(said) > 8 for said in card.beside)


def test_a_whole_recorded_card_is_read_for_people() -> None:
    script = [pair for session in _SESSIONS[2:] for pair in _script(session)]
    details = read_details(ScriptedCard(script, _V4, _STATES), practice_trust())
    assert details.tries_left == (5, 5)
    assert [certificate.key for certificate in details.certificates] == ["EC P-384", "EC P-384"]


def test_certificates_as_dvv_encodes_them_are_read() -> None:
    """ECDSA named with NULL for parameters, and the default of BasicConstraints written out."""
    from asn1crypto import algos, core, x509

    from kanta_desk.trust.certificate import Certificate

    der = issued(KeyKind.EC_P384).authentication
    read = x509.Certificate.load(der)
    for place in (read["tbs_certificate"]["signature"], read["signature_algorithm"]):
        assert isinstance(place, algos.SignedDigestAlgorithm)
    plain = read["signature_algorithm"].dump()
    with_null = b"\x30" + bytes((plain[1] + 2,)) + plain[2:] + core.Null().dump()
    body = read["tbs_certificate"].contents.replace(plain, with_null, 1)
    whole = _sequence(_sequence(body) + with_null + read["signature_value"].dump())
    again = Certificate.parse(whole)
    assert again.subject == Certificate.parse(der).subject
    assert again.key == "EC P-384"


def _sequence(content: bytes) -> bytes:
    return b"\x30\x82" + len(content).to_bytes(2, "big") + content
