"""What a card signed for us is checked by OpenSSL's own commands, certificate path included."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.cards.fineid import Key
from tests.helpers.cards import PATIENCE, connected, practice_pki, sign_once
from tests.helpers.described import made

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl command")

_MESSAGE = b"KANTA-DESK, to be checked by somebody else\n"


def _openssl(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["openssl", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout.strip() or done.stderr.strip()


@pytest.mark.parametrize("key", list(Key), ids=lambda key: f"PIN{key.value}")
@pytest.mark.parametrize(
    "name", ["rsa-2048", "rsa-3072", "ec-p256", "ec-p384", "citizen-3", "citizen-4"]
)
def test_openssl_finds_our_signatures_good(tmp_path: Path, name: str, key: Key) -> None:
    code = bytearray(b"1234" if key is Key.AUTHENTICATION else b"567890")
    signed = sign_once(connected(made(name)), key, code, _MESSAGE)

    leaf = x509.load_der_x509_certificate(signed.certificate.der)
    (tmp_path / "leaf.pem").write_bytes(leaf.public_bytes(Encoding.PEM))
    issuers = [x509.load_der_x509_certificate(der) for der in signed.issuers]
    pem = b"".join(issuer.public_bytes(Encoding.PEM) for issuer in issuers)
    (tmp_path / "issuers.pem").write_bytes(pem)
    (tmp_path / "message").write_bytes(_MESSAGE)
    (tmp_path / "signature").write_bytes(signed.signature)
    (tmp_path / "key.pem").write_text(
        _openssl(tmp_path, "x509", "-in", "leaf.pem", "-pubkey", "-noout")
    )

    form = ["-sigopt", "rsa_padding_mode:pss"] if "PSS" in signed.algorithm.name else []
    digest = f"-{signed.algorithm.digest}"
    check = ("dgst", digest, "-verify", "key.pem", "-signature", "signature", *form)
    assert _openssl(tmp_path, *check, "message") == "Verified OK"
    (tmp_path / "message").write_bytes(_MESSAGE + b".")
    assert _openssl(tmp_path, *check, "message").startswith("Verification failure")

    roots = str(practice_pki().ca_file)
    path = ("verify", "-CAfile", roots, "-untrusted", "issuers.pem", "-x509_strict", "leaf.pem")
    if name != "citizen-3":  # its two keys are of two hierarchies, and it carries one issuer
        assert _openssl(tmp_path, *path) == "leaf.pem: OK"
