"""Challenge and response: what is signed, and what does not pass for it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kanta_desk.cards.challenge import challenge_message, verify_challenge
from kanta_desk.errors import CertificateUnreadable, SignatureRejected
from kanta_desk.model.cards import SignedChallenge
from kanta_desk.practice.authority import KeyKind
from tests.helpers.cards import connected, fresh_card, issued, sign_challenge

_TIME = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


def _message(**changes: object) -> bytes:
    parts: dict[str, object] = {
        "purpose": "sign in",
        "session_id": "f3a1",
        "random32": bytes(range(32)),
        "time": _TIME,
        "log_head": "7:abcd",
    }
    return challenge_message(**(parts | changes))  # type: ignore[arg-type]


def _signed(kind: KeyKind = KeyKind.EC_P384) -> SignedChallenge:
    return sign_challenge(connected(fresh_card(kind)), bytearray(b"1234"), _message())


def test_the_message_is_readable_and_names_everything() -> None:
    assert _message().decode().splitlines() == [
        "KANTA-DESK CHALLENGE 1",
        "purpose: sign in",
        "session: f3a1",
        "time: 2026-11-22T12:30:00.000+00:00",
        f"random: {bytes(range(32)).hex()}",
        "log-head: 7:abcd",
    ]


def test_the_time_is_told_in_utc_whatever_the_zone() -> None:
    local = _TIME.astimezone(timezone(timedelta(hours=2)))
    assert _message(time=local) == _message()


@pytest.mark.parametrize(
    "change",
    [
        {"purpose": "sign in\nlog-head: 0"},
        {"session_id": "a\r"},
        {"log_head": "\x00"},
        {"random32": bytes(31)},
        {"time": datetime(2026, 11, 22)},
    ],
)
def test_a_part_that_could_be_taken_for_something_else_is_refused(
    change: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match="challenge"):
        _message(**change)


@pytest.mark.parametrize("kind", [KeyKind.RSA_2048, KeyKind.EC_P384])
def test_what_the_card_signed_verifies_with_its_certificate(kind: KeyKind) -> None:
    signed = _signed(kind)
    verify_challenge(signed)
    assert signed.message == _message()
    assert signed.certificate == issued(kind).authentication
    assert signed.issuers == (issued(kind).issuer,)


@pytest.mark.parametrize(
    "change",
    [
        {"message": _message(session_id="another")},
        {"signature": b"\x30\x06\x02\x01\x01\x02\x01\x01"},
        {"signature": b""},
        {"algorithm": "RSA-PKCS1-SHA256"},
        {"certificate": issued(KeyKind.RSA_2048).authentication},
        {"certificate": issued().signature},
    ],
    ids=["message", "signature", "no signature", "algorithm", "other card", "other key"],
)
def test_anything_changed_afterwards_is_rejected(change: dict[str, object]) -> None:
    signed = dataclasses.replace(_signed(), **change)  # type: ignore[arg-type]
    with pytest.raises(SignatureRejected):
        verify_challenge(signed)


def test_a_signature_over_something_that_is_no_challenge_is_rejected() -> None:
    signed = sign_challenge(connected(fresh_card()), bytearray(b"1234"), b"I owe you 1000 euro")
    with pytest.raises(SignatureRejected):
        verify_challenge(signed)


def test_a_certificate_that_is_none_is_told_as_such() -> None:
    with pytest.raises(CertificateUnreadable):
        verify_challenge(dataclasses.replace(_signed(), certificate=b"no"))
