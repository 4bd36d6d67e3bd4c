"""HTTPS: what is refused before anything is sent. ``tests/real`` has the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives import serialization
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring

from kanta_desk.errors import SecretStoreMissing, SettingsUnreadable
from kanta_desk.net import http
from kanta_desk.net.http import HttpClient
from kanta_desk.settings.secrets import client_key_passphrase
from tests.helpers.archive import Pki


@pytest.mark.parametrize("url", ["http://archive.example", "archive.example", "https://", ""])
def test_an_address_that_is_not_https_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable):
        HttpClient(url, tmp_path / "ca.pem")


def test_a_missing_root_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnreadable) as told:
        HttpClient("https://archive.example", tmp_path / "roots.pem")
    assert told.value.fields["place"] == "roots.pem"


def test_a_client_certificate_that_is_none_is_named(tmp_path: Path) -> None:
    pki = Pki.make(tmp_path)
    (tmp_path / "mine.pem").write_text("not a certificate")
    with pytest.raises(SettingsUnreadable) as told:
        HttpClient("https://archive.example", pki.ca_file, tmp_path / "mine.pem", pki.client_key)
    assert told.value.fields["place"] == "mine.pem"


def test_a_key_of_another_certificate_is_refused(tmp_path: Path) -> None:
    pki = Pki.make(tmp_path)
    with pytest.raises(SettingsUnreadable):
        HttpClient("https://archive.example", pki.ca_file, pki.client_chain, pki.server_key)


@pytest.fixture
def keyring_kept() -> Iterator[None]:
    kept = keyring.get_keyring()
    yield
    keyring.set_keyring(kept)


def encrypted(key: Path, passphrase: str) -> Path:
    plain = serialization.load_pem_private_key(key.read_bytes(), None)
    key.write_bytes(
        plain.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(passphrase.encode()),
        )
    )
    return key


def test_an_encrypted_key_is_opened_with_the_passphrase_of_the_keyring(
    tmp_path: Path, keyring_kept: None
) -> None:
    class Ring(KeyringBackend):
        priority = 1

        def get_password(self, service: str, username: str) -> str:
            return f"{service} {username}"

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError

    keyring.set_keyring(Ring())
    pki = Pki.make(tmp_path)
    key = encrypted(pki.client_key, "Kanta Desk client-key")

    with HttpClient(
        "https://archive.example",
        pki.ca_file,
        pki.client_chain,
        key,
        passphrase=client_key_passphrase,
    ) as client:
        assert client.host == "archive.example"


def test_an_encrypted_key_without_its_passphrase_is_named(tmp_path: Path) -> None:
    pki = Pki.make(tmp_path)
    key = encrypted(pki.client_key, "secret")

    with pytest.raises(SettingsUnreadable):
        HttpClient("https://archive.example", pki.ca_file, pki.client_chain, key)


def test_a_system_without_a_keyring_says_so(keyring_kept: None) -> None:
    keyring.set_keyring(FailKeyring())

    with pytest.raises(SecretStoreMissing):
        client_key_passphrase()


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("archive.example", False),
        ("10.0.0.1", False),
        ("localhost.example", False),
    ],
)
def test_this_machine_is_known_by_its_names(host: str, loopback: bool) -> None:
    assert http.is_loopback(host) is loopback
