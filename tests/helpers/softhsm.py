"""PKCS#11 tokens in software that stand for a card behind installed reader software."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pkcs11
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from kanta_desk.practice.authority import PrivateKey
from kanta_desk.practice.pki import IssuedCard
from tests.helpers.skips import SOFTHSM_MODULE

PIN1, PIN2 = "1234", "567890"
_SO_PIN = "12345678"


class SoftTokens:
    """SoftHSM2 with its tokens in one folder, for the time of a ``with``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def insert(self, card: IssuedCard) -> None:
        """A card as reader software shows it: one token for each PIN, with key and certificates."""
        self._token("PIN1", PIN1, card.authentication_key, card.authentication, card.issuer)
        self._token("PIN2", PIN2, card.signature_key, card.signature, card.issuer)

    def empty(self, label: str) -> None:
        """A token without a certificate."""
        _run("--init-token", "--free", "--label", label, "--pin", PIN1, "--so-pin", _SO_PIN)

    def _token(
        self, label: str, pin: str, key: PrivateKey, certificate: bytes, issuer: bytes
    ) -> None:
        _run("--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", _SO_PIN)
        file = self._folder / f"{label}.pem"
        file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        _run("--import", str(file), "--token", label, "--label", label, "--id", "01", "--pin", pin)
        file.unlink()
        library = pkcs11.lib(str(SOFTHSM_MODULE))
        library.reinitialize()
        token = library.get_token(token_label=label)
        with token.open(rw=True, user_pin=pin) as session:
            for at, der in ((b"\x01", certificate), (b"\x02", issuer)):
                session.create_object(
                    {
                        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                        pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                        pkcs11.Attribute.TOKEN: True,
                        pkcs11.Attribute.PRIVATE: False,
                        pkcs11.Attribute.SUBJECT: b"0\x00",
                        pkcs11.Attribute.ID: at,
                        pkcs11.Attribute.LABEL: label,
                        pkcs11.Attribute.VALUE: der,
                    }
                )


@contextmanager
def soft_tokens(folder: Path) -> Iterator[SoftTokens]:
    """SoftHSM2 without a token, its files below ``folder``."""
    (folder / "tokens").mkdir(parents=True)
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(settings)
    pkcs11.lib(str(SOFTHSM_MODULE)).reinitialize()
    try:
        yield SoftTokens(folder)
    finally:
        pkcs11.lib(str(SOFTHSM_MODULE)).finalize()
        if before is None:
            del os.environ["SOFTHSM2_CONF"]
        else:
            os.environ["SOFTHSM2_CONF"] = before


def _run(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True)
