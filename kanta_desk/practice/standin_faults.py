"""Reads which faults the stand-in is to have, and makes the certificates that are at fault."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kanta_desk.practice.authority import Authority, KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.faults import FAULTS, CertificateFault, Mishap
from kanta_desk.practice.pki import HOSTS, ORGANISATION, PracticePki
from kanta_desk.practice.standin_mishaps import Staged

if TYPE_CHECKING:
    from kanta_desk.practice.standin import ServerPki

_ISSUER = "service-E"
_DAY = timedelta(days=1)


def read_faults(texts: Iterable[str], pki: PracticePki) -> tuple[tuple[Staged, ...], ServerPki]:
    """Read ``KIND`` (every message) and ``KIND:N`` (the next N messages); a fault of the server's
    certificate takes no N. Returns what to stage, and what the server shows of itself.

    Raises:
        ValueError: if there is no such kind, or N is no count.
    """
    staged: list[Staged] = []
    shown: ServerPki = pki
    for text in texts:
        word, _, times = text.partition(":")
        if word in tuple(CertificateFault) and not times:
            shown = faulty(CertificateFault(word), pki)
            continue
        mishap = next((each for each in Mishap if each.word == word), None)
        if mishap is None or (times and not re.fullmatch(r"[1-9]\d{0,4}", times, re.ASCII)):
            raise ValueError(f"{text}: not one of {', '.join(FAULTS)}")
        staged += (
            [Staged(mishap) for _ in range(int(times))] if times else [Staged(mishap, always=True)]
        )
    return tuple(staged), shown


@dataclass(frozen=True, slots=True)
class _Shown:
    ca_file: Path
    server_chain: Path
    server_key: Path


def faulty(fault: CertificateFault, pki: PracticePki) -> ServerPki:
    """The infrastructure ``pki`` with a server's certificate that has a fault, made anew."""
    now = datetime.now(UTC)
    validity, issuer = Validity(now - _DAY, now + _DAY), pki.authority(_ISSUER)
    hosts: tuple[str, ...] = HOSTS
    match fault:
        case CertificateFault.EXPIRED:
            validity = Validity(now - 9 * _DAY, now - 2 * _DAY)
        case CertificateFault.FUTURE:
            validity = Validity(now + 2 * _DAY, now + 9 * _DAY)
        case CertificateFault.WRONG_NAME:
            hosts = ("other.harjoitus.invalid",)
        case CertificateFault.UNKNOWN:
            issuer = Authority.root("Unknown CA", "Unknown", KeyKind.EC_P256, validity)
    key = KeyKind.EC_P256.generate()
    made = issuer.issue(
        Subject("localhost", ORGANISATION, hosts=hosts), key.public_key(), Purpose.SERVER, validity
    )
    chain = pki.folder / f"server-{fault.value}.pem"
    above = (made, issuer.certificate)
    chain.write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in above))
    key_file = chain.with_suffix(".key")
    key_file.touch(0o600)
    key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return _Shown(pki.ca_file, chain, key_file)
