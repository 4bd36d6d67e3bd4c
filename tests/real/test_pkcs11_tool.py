"""What a module signed for us is checked by OpenSC's own tool, through the same token."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.cards.pkcs11 import Pkcs11Signer
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.people import ARCHIVIST
from tests.helpers.cards import PATIENCE, practice_pki
from tests.helpers.skips import SOFTHSM_MODULE
from tests.helpers.softhsm import PIN1, PIN2, soft_tokens

pytestmark = [
    pytest.mark.softhsm,
    pytest.mark.skipif(not shutil.which("pkcs11-tool"), reason="no pkcs11-tool (OpenSC)"),
]

_MESSAGE = b"KANTA-DESK, to be checked by somebody else\n"


def _tool_says(folder: Path, token: str, made: CardSignature, message: bytes) -> str:
    """What pkcs11-tool says of a signature, with the public key that the token has."""
    elliptic = made.algorithm.name.startswith("ECDSA")
    content = made.algorithm.digest_of(message) if elliptic else message
    (folder / "content").write_bytes(content)
    (folder / "signature").write_bytes(made.signature)
    way = (
        ("--mechanism", "ECDSA", "--signature-format", "openssl")
        if elliptic
        else ("--mechanism", "SHA256-RSA-PKCS")
    )
    done = subprocess.run(
        [
            "pkcs11-tool", "--module", str(SOFTHSM_MODULE), "--token-label", token, "--id", "01",
            "--verify", *way, "--input-file", "content", "--signature-file", "signature",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.parametrize("kind", [KeyKind.RSA_2048, KeyKind.RSA_3072, KeyKind.EC_P384])
def test_opensc_finds_our_signatures_good(tmp_path: Path, kind: KeyKind) -> None:
    with soft_tokens(tmp_path / "hsm") as tokens:
        tokens.insert(practice_pki().issue_holder(CardType.PROFESSIONAL, ARCHIVIST.person, kind))
        for key, token, pin in (
            (Key.AUTHENTICATION, "PIN1", PIN1),
            (Key.SIGNATURE, "PIN2", PIN2),
        ):
            signer = Pkcs11Signer(SOFTHSM_MODULE)
            with signer.opened(key, bytearray(pin.encode()), expected=None) as opened:
                made = opened.sign(_MESSAGE)
            assert "Signature is valid" in _tool_says(tmp_path, token, made, _MESSAGE)
            assert "Invalid signature" in _tool_says(tmp_path, token, made, _MESSAGE + b".")
