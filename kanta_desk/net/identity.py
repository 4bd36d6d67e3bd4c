"""Who we are towards a server: our certificate with its key, from PEM files or from PKCS#12."""

from __future__ import annotations

import secrets
import ssl
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)

from kanta_desk.errors import SettingsUnreadable

_PKCS12: Final = {".p12", ".pfx"}
_MOST_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate file and its key.

    ``chain`` is PEM with the certificate first and ``key`` its key, or ``chain`` is a PKCS#12 file
    (``.p12``, ``.pfx``) that holds both. ``passphrase`` is asked for only if the key is encrypted.
    """

    chain: Path
    key: Path | None = None
    passphrase: Callable[[], str] = lambda: ""

    def certificate(self) -> bytes:
        """Our certificate, DER.

        Raises:
            SettingsUnreadable: naming the file.
            SecretStoreMissing: as ``passphrase`` does.
        """
        return self._certificate().public_bytes(Encoding.DER)

    def validity(self) -> tuple[datetime, datetime]:
        """From when to when our certificate is in force.

        Raises:
            SettingsUnreadable, SecretStoreMissing: as ``certificate``.
        """
        certificate = self._certificate()
        return certificate.not_valid_before_utc, certificate.not_valid_after_utc

    def load_into(self, context: ssl.SSLContext) -> None:
        """Let ``context`` show our certificate.

        Raises:
            SettingsUnreadable: naming the file.
            SecretStoreMissing: as ``passphrase`` does.
        """
        try:
            if not self._is_pkcs12:
                context.load_cert_chain(self.chain, self.key, self.passphrase)
                return
            _load(context, self._unpacked(), self.chain.name)
        except (OSError, ssl.SSLError) as error:
            reason = getattr(error, "reason", "") or str(error)
            raise SettingsUnreadable(self.chain.name, reason) from None

    @property
    def _is_pkcs12(self) -> bool:
        return self.chain.suffix.lower() in _PKCS12

    def _certificate(self) -> x509.Certificate:
        if self._is_pkcs12:
            held = self._unpacked().cert
            if held is None:
                raise SettingsUnreadable(self.chain.name, "no certificate in it")
            return held.certificate
        try:
            return x509.load_pem_x509_certificates(_bytes(self.chain))[0]
        except ValueError:
            raise SettingsUnreadable(self.chain.name, "not a certificate") from None

    def _unpacked(self) -> pkcs12.PKCS12KeyAndCertificates:
        data = _bytes(self.chain)
        given = self.passphrase()
        try:
            return pkcs12.load_pkcs12(data, given.encode() or None)
        except (ValueError, UnsupportedAlgorithm):
            reason = "passphrase wrong or missing" if _is_der(data) else "not PKCS#12"
            raise SettingsUnreadable(self.chain.name, reason) from None


def _load(context: ssl.SSLContext, held: pkcs12.PKCS12KeyAndCertificates, name: str) -> None:
    """Hand over what was unpacked: OpenSSL takes files alone, so they are there for a moment, with
    the key under a passphrase that nobody else has."""
    if held.cert is None or held.key is None:
        raise SettingsUnreadable(name, "no certificate with its key in it")
    once = secrets.token_hex(32).encode()
    certificates = [held.cert, *held.additional_certs]
    pem = b"".join(each.certificate.public_bytes(Encoding.PEM) for each in certificates)
    key = held.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(once))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "identity.pem"
        path.touch(0o600)
        path.write_bytes(pem + key)
        context.load_cert_chain(path, None, once)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise SettingsUnreadable(path.name, error.strerror or "") from None


def _is_der(data: bytes) -> bool:
    return data[:1] == b"\x30"
