"""Coverage-guided fuzzing (atheris) of what reads a card's files: PKCS#15 objects, certificates.

``python -m tests.bench.fuzz_cards SECONDS [FOLDER]`` runs that long and ends with the number of
runs; whatever is no error of ours ends it at once with a trace, and so does a run of over a second.
Inputs that found something new are kept in FOLDER.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kanta_desk.cards", "kanta_desk.trust", "asn1crypto"]):
    from kanta_desk.cards import atr, der, pkcs15, tries
    from kanta_desk.errors import KantaError
    from kanta_desk.trust.certificate import Certificate

_READERS = (
    pkcs15.read_token_info,
    pkcs15.read_object_files,
    pkcs15.read_pins,
    pkcs15.read_keys,
    pkcs15.read_certificates,
    pkcs15.ends,
    tries.parse_tries,
    atr.parse_atr,
    der.total_length,
    Certificate.parse,
)


def one_input(data: bytes) -> None:
    """The first byte chooses the reader, the rest is what the card gave."""
    if data:
        with contextlib.suppress(KantaError):
            _READERS[data[0] % len(_READERS)](data[1:])


def _seeds(folder: Path) -> None:
    """What good cards hold, once for each reader."""
    from tests.helpers.described import made

    for name in ("ec-p384", "rsa-2048", "citizen-4", "signed-references"):
        card = made(name)
        for file in (0x5031, 0x5032, 0x4331, 0x4401, 0x4402, 0x4403, 0x4404):
            content = card.file(0x5015, file)
            for reader in range(len(_READERS)):
                (folder / f"{name}-{file:04X}-{reader}").write_bytes(bytes((reader,)) + content)
    (folder / "atr").write_bytes(b"\x07" + made("ec-p384").atr)


def main() -> None:
    """Seed and fuzz."""
    warnings.simplefilter("ignore")
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        _seeds(folder)
        limits = ("-timeout=1", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1")
        prefix = f"-artifact_prefix={folder}/"
        options = [sys.argv[0], str(folder), f"-max_total_time={seconds}", prefix, *limits]
        atheris.Setup(options, one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
