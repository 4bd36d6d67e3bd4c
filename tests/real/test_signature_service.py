"""Signing through the local signature service of installed reader software, over real HTTPS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cards.fineid import Key
from kanta_desk.cards.scs import ScsSigner, scs_profile
from kanta_desk.errors import CardRemoved, SignatureRejected, SignerMissing, SignerRefused
from kanta_desk.net.http import HttpClient
from kanta_desk.practice.authority import KeyKind
from tests.helpers.archive import Pki
from tests.helpers.cards import issued
from tests.helpers.signers import SignatureService, signature_service, summary_of


@pytest.fixture
def pki(tmp_path: Path) -> Pki:
    return Pki.make(tmp_path / "pki")


@pytest.fixture
def service(pki: Pki) -> Iterator[SignatureService]:
    with signature_service(issued(), pki) as running:
        yield running


@pytest.fixture
def signer(service: SignatureService, pki: Pki) -> Iterator[ScsSigner]:
    with HttpClient(service.url, pki.ca_file) as http:
        yield ScsSigner(http)


def test_the_interface_is_marked_as_unconfirmed() -> None:
    assert not scs_profile().verified
    assert all(scs_profile().evidence)


def test_a_service_tells_whether_it_has_a_card(
    service: SignatureService, signer: ScsSigner
) -> None:
    assert signer.version().card
    service.card = None
    assert not signer.version().card


@pytest.mark.parametrize(
    ("kind", "digest"), [(KeyKind.EC_P384, "SHA384"), (KeyKind.RSA_2048, "SHA256")]
)
def test_each_key_is_asked_with_its_own_digest_and_once(
    service: SignatureService, signer: ScsSigner, kind: KeyKind, digest: str
) -> None:
    service.card = card = issued(kind)
    for key, own, usage in (
        (Key.AUTHENTICATION, card.authentication, "digitalsignature"),
        (Key.SIGNATURE, card.signature, "nonrepudiation"),
    ):
        service.asked.clear()
        with signer.opened(key, bytearray(), expected=summary_of(own)) as opened:
            made = opened.sign(b"sanoma")
        assert made.certificate.der == own
        assert made.issuers == (card.issuer,)
        (asked,) = service.asked
        assert asked["selector"] == {"keyusages": [usage]}
        assert asked["hashAlgorithm"] == digest


def test_no_pin_goes_to_the_service(service: SignatureService, signer: ScsSigner) -> None:
    pin = bytearray(b"1234")
    own = summary_of(issued().authentication)
    with signer.opened(Key.AUTHENTICATION, pin, expected=own) as opened:
        opened.sign(b"sanoma")
    assert not any(pin)
    assert "1234" not in str(service.asked)


def test_what_the_holder_refuses_is_told_with_the_service_s_reason(
    service: SignatureService, signer: ScsSigner
) -> None:
    service.holder_says = "cancelled by user"
    own = summary_of(issued().authentication)
    with (
        signer.opened(Key.AUTHENTICATION, bytearray(), expected=own) as opened,
        pytest.raises(SignerRefused) as told,
    ):
        opened.sign(b"sanoma")
    assert told.value.fields["detail"] == "400 cancelled by user"


def test_another_persons_card_is_not_believed(signer: ScsSigner) -> None:
    other = summary_of(issued(KeyKind.RSA_2048).authentication)
    with (
        signer.opened(Key.AUTHENTICATION, bytearray(), expected=other) as opened,
        pytest.raises(CardRemoved),
    ):
        opened.sign(b"sanoma")


def test_a_signature_that_the_key_did_not_make_is_rejected(
    service: SignatureService, signer: ScsSigner
) -> None:
    card = issued()
    swapped = type(card)(
        card.signature_key,  # the other key signs under this certificate
        card.signature_key,
        card.authentication,
        card.signature,
        card.issuer,
        card.root,
    )
    service.card = swapped
    with (
        signer.opened(Key.AUTHENTICATION, bytearray(), expected=None) as opened,
        pytest.raises(SignatureRejected),
    ):
        # without an expected certificate an EC card is asked with SHA-256: rejected all the same
        opened.sign(b"sanoma")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{",
        b'{"status": "ok"}',
        b'{"status": "ok", "chain": [], "signature": ""}',
        b'{"status": "ok", "chain": ["AAAA"], "signature": "AAAA"}',
        b'{"status": "ok", "chain": "AAAA", "signature": 3}',
        b'{"status": "ok", "chain": [7], "signature": "&"}',
        b"[" * 100_000,
    ],
)
def test_a_bad_answer_is_refused(
    service: SignatureService, signer: ScsSigner, answer: bytes
) -> None:
    service.answer = answer or b" "
    with (
        signer.opened(Key.AUTHENTICATION, bytearray(), expected=None) as opened,
        pytest.raises(SignerRefused),
    ):
        opened.sign(b"sanoma")


def test_a_service_that_is_not_there_is_named(pki: Pki) -> None:
    with HttpClient("https://localhost:9", pki.ca_file) as http:
        signer = ScsSigner(http)
        with pytest.raises(SignerMissing):
            signer.version()
        with (
            signer.opened(Key.AUTHENTICATION, bytearray(), expected=None) as opened,
            pytest.raises(SignerMissing),
        ):
            opened.sign(b"sanoma")
