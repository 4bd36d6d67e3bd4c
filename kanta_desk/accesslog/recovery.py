"""Recovery copies of the log's keys: wrapped for a public key whose private half is elsewhere.

A lost key is a lost statutory register, so each file's key is kept in the system's keyring and,
where the organisation has named a recovery key, also beside the file as text: RSA-OAEP with
SHA-256. The private key stays in the organisation's safe; nothing here needs it but ``unwrap``.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from kanta_desk.errors import LogKeyNotRecovered
from kanta_desk.settings.secrets import KEY_SIZE

_LEAST_BITS = 3072
_MOST_BYTES = 64 * 1024
_FORM = "kanta-desk log key 1"
_PADDING = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The organisation's public key; ``fingerprint`` is the SHA-256 of its SPKI, hex."""

    public: rsa.RSAPublicKey
    fingerprint: str

    @classmethod
    def parse(cls, pem: bytes, place: str) -> RecoveryKey:
        """Read a public key in PEM.

        Raises:
            LogKeyNotRecovered: if it is not an RSA key of at least 3072 bits.
        """
        try:
            public = serialization.load_pem_public_key(pem)
        except (ValueError, UnsupportedAlgorithm):
            raise LogKeyNotRecovered(place, "not a public key in PEM") from None
        if not isinstance(public, rsa.RSAPublicKey) or public.key_size < _LEAST_BITS:
            raise LogKeyNotRecovered(place, f"not an RSA key of {_LEAST_BITS} bits or more")
        return cls(public, _fingerprint(public))


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A recovery copy: the name of the key, whom it is wrapped for, and the wrapped bytes."""

    name: str
    fingerprint: str
    wrapped: bytes

    @classmethod
    def wrap(cls, name: str, key: bytes, recovery: RecoveryKey) -> WrappedKey:
        """Wrap ``key`` for the organisation."""
        return cls(name, recovery.fingerprint, recovery.public.encrypt(key, _PADDING))

    @property
    def text(self) -> str:
        """As the file beside the log's file holds it."""
        told = {
            "form": _FORM,
            "name": self.name,
            "recovery_key_sha256": self.fingerprint,
            "wrapped": base64.b64encode(self.wrapped).decode(),
        }
        return f"{json.dumps(told, indent=1)}\n"

    @classmethod
    def read(cls, path: Path) -> WrappedKey:
        """Read one back.

        Raises:
            LogKeyNotRecovered: if it is not such a file.
        """
        try:
            with path.open("rb") as file:
                told = json.loads(file.read(_MOST_BYTES))
            if told["form"] != _FORM:
                raise ValueError(told["form"])
            wrapped = base64.b64decode(told["wrapped"], validate=True)
            return cls(str(told["name"]), str(told["recovery_key_sha256"]), wrapped)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            raise LogKeyNotRecovered(path.name, "not a recovery copy") from None

    def unwrap(self, pem: bytes, passphrase: bytes | None = None) -> bytes:
        """The file's key, by the organisation's private key in PEM.

        Raises:
            LogKeyNotRecovered: if the private key cannot be read, or is another one.
        """
        try:
            private = serialization.load_pem_private_key(pem, passphrase)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise LogKeyNotRecovered(self.name, "the private key cannot be read") from None
        if not isinstance(private, rsa.RSAPrivateKey):
            raise LogKeyNotRecovered(self.name, "not an RSA key")
        if _fingerprint(private.public_key()) != self.fingerprint:
            raise LogKeyNotRecovered(self.name, "wrapped for another key")
        try:
            key = private.decrypt(self.wrapped, _PADDING)
        except ValueError:
            raise LogKeyNotRecovered(self.name, "the copy is damaged") from None
        if len(key) != KEY_SIZE:
            raise LogKeyNotRecovered(self.name, "the copy is damaged")
        return key


def _fingerprint(public: rsa.RSAPublicKey) -> str:
    return sha256(
        public.public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    ).hexdigest()
