"""The practice certificates: made once, kept, renewed, and usable for real TLS."""

from __future__ import annotations

import os
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from kanta_desk.errors import FolderNotWritable, SettingsUnreadable
from kanta_desk.practice.people import ARCHIVIST, PRACTICE_CARDS
from kanta_desk.practice.pki import PracticePki
from tests.helpers.cards import practice_pki


def test_what_was_made_stays_as_it_is(tmp_path: Path) -> None:
    first = PracticePki.create(tmp_path / "pki")
    before = {path.name: path.read_bytes() for path in first.folder.iterdir()}
    second = PracticePki.create(tmp_path / "pki")
    assert {path.name: path.read_bytes() for path in second.folder.iterdir()} == before
    assert PracticePki.load(tmp_path / "pki").roots == first.roots


def test_all_is_made_anew_before_anything_runs_out(tmp_path: Path) -> None:
    made = PracticePki.create(tmp_path / "pki")
    card = ARCHIVIST
    before = made.kept_holder(card.name, card.card_type, card.person)
    later = datetime.now(UTC) + timedelta(days=70)
    renewed = PracticePki.create(tmp_path / "pki", now=later)
    assert renewed.roots != before.root
    after = renewed.kept_holder(card.name, card.card_type, card.person)
    assert after.authentication != before.authentication
    assert after.root in renewed.roots


def test_what_was_made_while_the_clock_ran_ahead_is_made_anew(tmp_path: Path) -> None:
    ahead = datetime.now(UTC) + timedelta(days=1600)
    roots = PracticePki.create(tmp_path, now=ahead).roots
    assert PracticePki.create(tmp_path).roots != roots


@pytest.mark.parametrize("marker", [None, "", "layout = 0\n", "not toml", "layout = 2\nmade = 1\n"])
def test_a_half_made_or_foreign_folder_is_made_anew(tmp_path: Path, marker: str | None) -> None:
    made = PracticePki.create(tmp_path)
    roots = made.roots
    path = tmp_path / "practice-pki.toml"
    if marker is None:
        path.unlink()
    else:
        path.write_text(marker)
    assert PracticePki.create(tmp_path).roots != roots


def test_a_kept_card_is_the_same_at_the_next_start() -> None:
    for card in PRACTICE_CARDS:
        first, second = (
            practice_pki().kept_holder(card.name, card.card_type, card.person, card.key)
            for _ in range(2)
        )
        assert first.authentication == second.authentication
        assert first.signature == second.signature
        assert first.authentication_key.private_numbers() == (
            second.authentication_key.private_numbers()
        )
        assert (first.issuer, first.root) == (second.issuer, second.root)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_keys_are_their_owners_alone() -> None:
    keys = list(practice_pki().folder.glob("*.key"))
    assert len(keys) >= 10
    assert all(key.stat().st_mode & 0o077 == 0 for key in keys)


def test_nothing_could_be_taken_for_dvvs() -> None:
    for path in practice_pki().folder.glob("*.pem"):
        for certificate in x509.load_pem_x509_certificates(path.read_bytes()):
            names = f"{certificate.subject.rfc4514_string()} {certificate.issuer.rfc4514_string()}"
            assert "DVV" not in names
            assert "VRK" not in names
            assert "HARJOITUS" in names or "Foreign" in names


def test_a_folder_without_certificates_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable):
        PracticePki.load(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderNotWritable):
        PracticePki.create(tmp_path / "file" / "pki")


def _handshake(client: ssl.SSLContext, host: str) -> bytes:
    """A TLS handshake with the stand-in's certificate, the client's being mandatory."""
    pki = practice_pki()
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(pki.ca_file))
    server.load_cert_chain(pki.server_chain, pki.server_key)
    server.verify_mode = ssl.CERT_REQUIRED
    ours, theirs = socket.socketpair()

    def serve() -> None:
        try:
            with server.wrap_socket(theirs, server_side=True) as connection:
                connection.sendall(b"welcome")
        except OSError:
            theirs.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with client.wrap_socket(ours, server_hostname=host) as connection:
            return connection.recv(7)
    finally:
        ours.close()
        thread.join()


def _client(chain: Path | None, key: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(practice_pki().ca_file))
    context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT
    if chain and key:
        context.load_cert_chain(chain, key)
    return context


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_server_and_client_certificates_meet_in_real_tls(host: str) -> None:
    pki = practice_pki()
    assert _handshake(_client(pki.client_chain, pki.client_key), host) == b"welcome"


def test_a_client_without_certificate_or_with_a_strangers_gets_nothing() -> None:
    pki = practice_pki()
    for chain, key in ((None, None), (pki.foreign_client_chain, pki.foreign_client_key)):
        try:
            got = _handshake(_client(chain, key), "localhost")
        except OSError:
            continue
        assert got == b""


def test_another_hosts_name_does_not_pass() -> None:
    pki = practice_pki()
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(_client(pki.client_chain, pki.client_key), "archive.example")
