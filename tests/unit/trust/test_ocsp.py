"""Answers of OCSP services that are forged, replayed, borrowed or broken: none of them counts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from asn1crypto import ocsp as asn1_ocsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from kanta_desk.model.revocation import Doubt, RevocationState
from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity, hash_for
from kanta_desk.practice.pki_answers import OcspService, stranger_to
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.doubted import Doubted
from kanta_desk.trust.ocsp import Question, judge, question
from tests.helpers.cards import issued, practice_pki

_NOW = datetime.now(UTC)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_BOTH = (KeyKind.EC_P384, KeyKind.RSA_2048)


def path_of(kind: KeyKind) -> list[Certificate]:
    """The archivist's certificate, its issuer, the root."""
    card = issued(kind)
    return [Certificate.parse(der) for der in (card.authentication, card.issuer, card.root)]


def issuer_of(kind: KeyKind, role: str = "professional") -> Authority:
    """The authority of that name which certifies such keys."""
    return practice_pki().authority(f"{role}-{'E' if kind is KeyKind.EC_P384 else 'R'}")


@cache
def service(kind: KeyKind) -> OcspService:
    """One that may answer for the issuer of the archivist's card."""
    return OcspService.of(issuer_of(kind), Purpose.OCSP, _NOW)


def answer(
    asked: Question,
    by: OcspService,
    *,
    said_at: datetime = _NOW,
    until: datetime | None = _NOW + _HOUR,
    nonce: bytes | None = None,
    issuer: x509.Certificate | None = None,
) -> bytes:
    """``by`` says that the certificate asked for is good; ``issuer``: as if it were of another."""
    read = ocsp.load_der_ocsp_request(asked.request)
    name, key = read.issuer_name_hash, read.issuer_key_hash
    if issuer is not None:
        name = _sha1(issuer.subject.public_bytes())
        key = x509.SubjectKeyIdentifier.from_public_key(issuer.public_key()).digest
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response_by_hash(
            name,
            key,
            read.serial_number,
            read.hash_algorithm,
            ocsp.OCSPCertStatus.GOOD,
            said_at,
            until,
            None,
            None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
        .certificates([by.certificate])
    )
    if nonce is not None:
        builder = builder.add_extension(x509.OCSPNonce(nonce), critical=False)
    made = builder.sign(by.key, hash_for(by.key))
    return made.public_bytes(Encoding.DER)


def doubt_of(told: bytes, asked: Question, path: Sequence[Certificate]) -> Doubt:
    """Why ``told`` is not believed."""
    with pytest.raises(Doubted) as why:
        judge(told, asked.nonce, path, _NOW)
    return why.value.doubt


@pytest.mark.parametrize("kind", _BOTH)
def test_an_answer_in_good_order_is_believed(kind: KeyKind) -> None:
    path = path_of(kind)
    asked = question(path[0], path[1])
    told = answer(asked, service(kind), nonce=asked.nonce)
    assert judge(told, asked.nonce, path, _NOW).state is RevocationState.GOOD


@pytest.mark.parametrize(
    ("said_at", "until"),
    [
        (_NOW - 365 * _DAY, None),
        (_NOW - 365 * _DAY, _NOW - 364 * _DAY),
        (_NOW - _DAY, None),
        (_NOW + _HOUR, _NOW + 2 * _HOUR),
    ],
    ids=["a year old, without an end", "a year old", "a day old, without an end", "to come"],
)
def test_an_answer_kept_and_sent_again_is_stale_though_it_has_no_nonce(
    said_at: datetime, until: datetime | None
) -> None:
    path = path_of(KeyKind.EC_P384)
    asked = question(path[0], path[1])
    told = answer(asked, service(KeyKind.EC_P384), said_at=said_at, until=until)
    assert doubt_of(told, asked, path) is Doubt.STALE


def test_an_answer_to_an_earlier_question_is_not_one_to_this() -> None:
    path = path_of(KeyKind.EC_P384)
    earlier, asked = question(path[0], path[1]), question(path[0], path[1])
    told = answer(earlier, service(KeyKind.EC_P384), nonce=earlier.nonce)
    assert doubt_of(told, asked, path) is Doubt.NOT_AUTHENTIC


@cache
def impostors() -> dict[str, OcspService]:
    """Services that have no say over the archivist's card."""
    own = issuer_of(KeyKind.EC_P384)
    sibling = issuer_of(KeyKind.EC_P384, "staff")
    key = KeyKind.EC_P384.generate()
    gone = own.issue(
        Subject("OCSP"), key.public_key(), Purpose.OCSP, Validity(_NOW - 9 * _DAY, _NOW - _DAY)
    )
    holder = issued(KeyKind.EC_P384)
    return {
        "without the usage": OcspService.of(own, Purpose.CLIENT, _NOW),
        "of a sibling authority": OcspService.of(sibling, Purpose.OCSP, _NOW),
        "the sibling authority itself": OcspService(own, sibling.certificate, sibling.key),
        "of a stranger of the same name": OcspService.of(
            stranger_to(own, _NOW), Purpose.OCSP, _NOW
        ),
        "expired": OcspService(own, gone, key),
        "the holder": OcspService(
            own,
            x509.load_der_x509_certificate(holder.authentication),
            holder.authentication_key,
        ),
    }


@pytest.mark.parametrize(
    "by",
    [
        "without the usage",
        "of a sibling authority",
        "the sibling authority itself",
        "of a stranger of the same name",
        "expired",
        "the holder",
    ],
)
def test_nobody_answers_but_whom_the_issuer_has_empowered(by: str) -> None:
    path = path_of(KeyKind.EC_P384)
    asked = question(path[0], path[1])
    told = answer(asked, impostors()[by], nonce=asked.nonce)
    assert doubt_of(told, asked, path) is Doubt.NOT_AUTHENTIC


def test_an_answer_about_the_same_number_of_another_issuer_is_not_meant() -> None:
    path = path_of(KeyKind.EC_P384)
    asked = question(path[0], path[1])
    sibling = issuer_of(KeyKind.EC_P384, "staff").certificate
    told = answer(asked, service(KeyKind.EC_P384), nonce=asked.nonce, issuer=sibling)
    assert doubt_of(told, asked, path) is Doubt.NOT_AUTHENTIC


def test_a_responder_whose_key_is_of_no_known_kind_is_doubted() -> None:
    path = path_of(KeyKind.EC_P384)
    asked = question(path[0], path[1])
    good = answer(asked, service(KeyKind.EC_P384), nonce=asked.nonce)
    known, unknown = bytes.fromhex("06072a8648ce3d0201"), bytes.fromhex("06072a8648ce3d027f")
    assert good.count(known) == 1  # of the responder's own key, and outside what is signed
    told = good.replace(known, unknown)
    assert doubt_of(told, asked, path) is Doubt.UNREADABLE


def test_an_answer_signed_with_a_hash_that_no_longer_holds_is_not_believed() -> None:
    path = path_of(KeyKind.EC_P384)
    asked = question(path[0], path[1])
    by = service(KeyKind.EC_P384)
    assert isinstance(by.key, ec.EllipticCurvePrivateKey)
    response: Any = asn1_ocsp.OCSPResponse.load(answer(asked, by, nonce=asked.nonce))
    basic = response["response_bytes"]["response"].parsed
    basic["signature_algorithm"] = {"algorithm": "sha1_ecdsa"}
    basic["signature"] = by.key.sign(basic["tbs_response_data"].dump(), ec.ECDSA(hashes.SHA1()))
    response["response_bytes"]["response"] = basic
    told = response.dump(force=True)
    assert doubt_of(told, asked, path) is Doubt.NOT_AUTHENTIC


@pytest.mark.parametrize("kind", _BOTH)
def test_an_answer_changed_on_its_way_is_doubted_and_never_worse(kind: KeyKind) -> None:
    path = path_of(kind)
    asked = question(path[0], path[1])
    good = answer(asked, service(kind), nonce=asked.nonce)
    chance = random.Random(3)
    for _ in range(200):
        told = bytearray(good)
        at = chance.randrange(len(told))
        told[at] ^= chance.randrange(1, 256)
        try:
            state = judge(bytes(told), asked.nonce, path, _NOW).state
        except Doubted:
            continue
        # What is around the signed part, such as a number of the responder's, may not matter.
        assert state is RevocationState.GOOD


def _sha1(content: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA1())
    digest.update(content)
    return digest.finalize()
