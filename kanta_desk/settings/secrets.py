"""Secrets: asked from the operating system's keyring, and kept nowhere else but by choice.

An administrator puts the passphrase of a connection's key, or of its PKCS#12 file, there with the
keyring's own command: ``keyring set "Kanta Desk" client-key``, or, where there are several
connections, ``keyring set "Kanta Desk" "client-key NAME"``. The access log's keys are made and kept
by the program itself through a ``KeyHolder``: the keyring, or, where somebody chose so, a file
whose keys are sealed by a passphrase.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
from pathlib import Path
from typing import Protocol

import keyring
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from keyring.errors import KeyringError, PasswordDeleteError

from kanta_desk.errors import SecretStoreMissing, SettingsUnreadable
from kanta_desk.settings.files import write_whole

SERVICE = "Kanta Desk"
CLIENT_KEY = "client-key"
KEY_SIZE = 32
"""Bytes of a key that seals files; a holder keeps keys of any length."""

_MOST_BYTES = 1024 * 1024
_SCRYPT = {"n": 1 << 16, "r": 8, "p": 1}
_NONCE = 12
_SALT = 16


def client_key_passphrase(connection: str = "") -> str:
    """The passphrase of a connection's client key: that of its name, else the one for any; empty
    if none was put in the keyring.

    Raises:
        SecretStoreMissing: if the system has no keyring, or will not open it.
    """
    try:
        named = keyring.get_password(SERVICE, f"{CLIENT_KEY} {connection}") if connection else None
        return named or keyring.get_password(SERVICE, CLIENT_KEY) or ""
    except KeyringError:
        raise SecretStoreMissing from None


class KeyHolder(Protocol):
    """Keeps secret bytes under names that are no secret. Callable from any thread."""

    def get(self, name: str) -> bytes | None:
        """The key of that name, or None.

        Raises:
            SecretStoreMissing, SettingsUnreadable: if the place cannot be read.
        """
        ...

    def put(self, name: str, key: bytes) -> None:
        """Keep a key, in place of any of that name; it is kept when this returns.

        Raises:
            SecretStoreMissing, FolderNotWritable: if it cannot be kept.
        """
        ...

    def destroy(self, name: str) -> None:
        """Forget a key for ever; one that is not there is no fault.

        Raises:
            SecretStoreMissing, FolderNotWritable: if it cannot be done.
        """
        ...


class KeyringKeys:
    """Keys in the operating system's keyring: the normal holder."""

    def get(self, name: str) -> bytes | None:
        """As ``KeyHolder``."""
        try:
            kept = keyring.get_password(SERVICE, name)
        except KeyringError:
            raise SecretStoreMissing from None
        return None if kept is None else _decoded(kept, SERVICE)

    def put(self, name: str, key: bytes) -> None:
        """As ``KeyHolder``; read back, because a keyring that forgets would lose the log."""
        try:
            keyring.set_password(SERVICE, name, base64.b64encode(key).decode())
        except KeyringError:
            raise SecretStoreMissing from None
        if self.get(name) != key:
            raise SecretStoreMissing

    def destroy(self, name: str) -> None:
        """As ``KeyHolder``."""
        try:
            keyring.delete_password(SERVICE, name)
        except PasswordDeleteError:  # not there
            return
        except KeyringError:
            raise SecretStoreMissing from None


class PlainFileKeys:
    """Keys in a file that only its owner can read, and nothing more: for practice and tests.

    Whoever can read the file can read what its keys seal.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changing = threading.Lock()

    def get(self, name: str) -> bytes | None:
        """As ``KeyHolder``."""
        kept = _read(self._path).get(name)
        return None if kept is None else _decoded(kept, self._path.name)

    def put(self, name: str, key: bytes) -> None:
        """As ``KeyHolder``."""
        with self._changing:
            _write(self._path, _read(self._path) | {name: base64.b64encode(key).decode()})

    def destroy(self, name: str) -> None:
        """As ``KeyHolder``."""
        with self._changing:
            kept = _read(self._path)
            if kept.pop(name, None) is not None:
                _write(self._path, kept)


class PassphraseKeys:
    """Keys in a file, each sealed (AES-256-GCM) under a passphrase (scrypt): the chosen fallback.

    For a machine without a keyring. The passphrase is stretched once, at the first use.
    """

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path = path
        self._changing = threading.Lock()
        self._passphrase = passphrase
        self._sealing: bytes | None = None

    def get(self, name: str) -> bytes | None:
        """As ``KeyHolder``; a wrong passphrase is told as ``SettingsUnreadable``."""
        kept = _read(self._path)
        if name not in kept:
            return None
        sealed = _decoded(kept[name], self._path.name)
        try:
            cipher = AESGCM(self._sealing_key(kept))
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
        except (InvalidTag, ValueError):
            raise SettingsUnreadable(self._path.name, "passphrase") from None

    def put(self, name: str, key: bytes) -> None:
        """As ``KeyHolder``."""
        with self._changing:
            kept = _read(self._path)
            if known := next((known for known in kept if known), ""):
                self.get(known)  # never two passphrases in one file
            else:
                kept[""] = base64.b64encode(secrets.token_bytes(_SALT)).decode()
            nonce = secrets.token_bytes(_NONCE)
            sealed = nonce + AESGCM(self._sealing_key(kept)).encrypt(nonce, key, name.encode())
            _write(self._path, kept | {name: base64.b64encode(sealed).decode()})

    def destroy(self, name: str) -> None:
        """As ``KeyHolder``."""
        with self._changing:
            kept = _read(self._path)
            if kept.pop(name, None) is not None:
                _write(self._path, kept)

    def _sealing_key(self, kept: dict[str, str]) -> bytes:
        if self._sealing is None:
            salt = _decoded(kept.get("", ""), self._path.name)
            stretch = Scrypt(salt=salt, length=KEY_SIZE, **_SCRYPT)
            self._sealing = stretch.derive(self._passphrase.encode())
        return self._sealing


def _decoded(text: str, place: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise SettingsUnreadable(place, "not a key") from None


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            kept = json.loads(file.read(_MOST_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or "not a file of keys"
        raise SettingsUnreadable(path.name, reason) from None
    if not isinstance(kept, dict) or not all(isinstance(value, str) for value in kept.values()):
        raise SettingsUnreadable(path.name, "not a file of keys")
    return kept


def _write(path: Path, kept: dict[str, str]) -> None:
    write_whole(path, json.dumps(kept, indent=1).encode())
