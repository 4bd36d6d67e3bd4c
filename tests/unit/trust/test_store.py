"""Who may be a root, and where."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.errors import IssuerUnknown, SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.practice.authority import Authority, KeyKind, Validity
from kanta_desk.trust import store
from kanta_desk.trust.store import KnownRoot, KnownRoots, TrustStore, known_roots
from tests.helpers.cards import issued, practice_pki


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.TEST])
def test_practice_and_test_take_the_roots_they_are_given(mode: Mode) -> None:
    assert len(TrustStore.of(mode, practice_pki().roots).roots) == 2


def test_production_takes_no_root_but_those_whose_fingerprint_is_known() -> None:
    for root in practice_pki().roots:
        with pytest.raises(IssuerUnknown):
            TrustStore.of(Mode.PRODUCTION, [root])
    assert TrustStore.of(Mode.PRODUCTION, []).roots == ()


def test_an_issuing_authority_or_a_holder_is_no_root() -> None:
    for der in (issued().issuer, issued().authentication):
        with pytest.raises(IssuerUnknown):
            TrustStore.of(Mode.PRACTICE, [der])


def test_a_root_whose_own_signature_was_tampered_with_is_refused() -> None:
    root = bytearray(practice_pki().roots[0])
    root[-1] ^= 1
    with pytest.raises(IssuerUnknown):
        TrustStore.of(Mode.PRACTICE, [bytes(root)])


def test_a_folder_is_sorted_into_roots_and_others(tmp_path: Path) -> None:
    (tmp_path / "roots.pem").write_bytes(practice_pki().ca_file.read_bytes())
    (tmp_path / "issuer.cer").write_bytes(issued().issuer)
    (tmp_path / "readme.txt").write_text("not a certificate")
    found = TrustStore.from_folder(Mode.PRACTICE, tmp_path)
    assert (len(found.roots), len(found.intermediates)) == (2, 1)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", b"-----BEGIN CERTIFICATE-----", bytes(200_000)]
)
def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.pem").write_bytes(content)
    with pytest.raises(SettingsUnreadable) as told:
        TrustStore.from_folder(Mode.PRACTICE, tmp_path)
    assert told.value.fields["place"] == "bad.pem"


def test_a_practice_root_in_the_production_folder_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "practice.pem").write_bytes(practice_pki().ca_file.read_bytes())
    with pytest.raises(SettingsUnreadable) as told:
        TrustStore.from_folder(Mode.PRODUCTION, tmp_path)
    assert told.value.fields["place"] == "practice.pem"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable):
        TrustStore.from_folder(Mode.PRACTICE, tmp_path / "missing")


def test_the_known_roots_are_dvvs_and_say_that_they_await_comparison() -> None:
    roots = known_roots().roots
    assert {root.name for root in roots} == {
        "DVV Gov. Root CA - G3 RSA",
        "DVV Gov. Root CA - G3 ECC",
    }
    assert all(len(bytes.fromhex(root.sha256)) == 32 for root in roots)
    assert not any(root.verified for root in roots)


def root_named(name: str, organisation: str = "Some") -> bytes:
    now = datetime.now(UTC)
    validity = Validity(now - timedelta(days=1), now + timedelta(days=365))
    made = Authority.root(name, organisation, KeyKind.EC_P384, validity).certificate
    return made.public_bytes(Encoding.DER)


def test_production_takes_a_root_that_its_administrator_names_by_fingerprint() -> None:
    root = root_named("A New Root CA - G4")
    named = {hashlib.sha256(root).hexdigest()}
    with pytest.raises(IssuerUnknown):
        TrustStore.of(Mode.PRODUCTION, [root])
    assert len(TrustStore.of(Mode.PRODUCTION, [root], also_trust=named).roots) == 1


@pytest.mark.parametrize(
    "root",
    [
        *practice_pki().roots,
        root_named("DVV TEST Root CA - G3 ECC"),
        root_named("Some Root", "Vaestorekisterikeskus TEST"),
    ],
)
def test_practice_and_test_roots_never_enter_production_not_even_by_name(root: bytes) -> None:
    named = {hashlib.sha256(root).hexdigest()}
    with pytest.raises(IssuerUnknown, match="test or practice"):
        TrustStore.of(Mode.PRODUCTION, [root], also_trust=named)


def test_practice_takes_no_root_of_production(monkeypatch: pytest.MonkeyPatch) -> None:
    root = root_named("A Root CA")
    listed = KnownRoot("A", hashlib.sha256(root).hexdigest(), date.min, date.max, True, "listed")
    monkeypatch.setattr(store, "known_roots", lambda: KnownRoots((listed,), ()))
    assert len(TrustStore.of(Mode.PRODUCTION, [root]).roots) == 1
    assert len(TrustStore.of(Mode.TEST, [root]).roots) == 1
    with pytest.raises(IssuerUnknown, match="production"):
        TrustStore.of(Mode.PRACTICE, [root])
