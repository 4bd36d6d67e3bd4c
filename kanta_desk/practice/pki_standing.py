"""Which practice certificates are revoked, on hold or unknown: a file beside the authorities."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from cryptography import x509


class Standing(StrEnum):
    """What an authority says of a certificate."""

    GOOD = "good"
    REVOKED = "revoked"
    ON_HOLD = "on hold"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of the certificate with ``serial``, and of which issuer it is."""

    issuer: str
    serial: int
    standing: Standing
    reason: x509.ReasonFlags
    since: datetime


_LOCK = threading.Lock()


class Standings:
    """Kept in a file, so that every process that uses the same folder says the same."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tell(
        self,
        certificate: bytes,
        standing: Standing,
        reason: x509.ReasonFlags = x509.ReasonFlags.unspecified,
        since: datetime | None = None,
    ) -> None:
        """From now on say this of ``certificate`` (DER); GOOD takes back what was told before."""
        read = x509.load_der_x509_certificate(certificate)
        moment = since or datetime.now(UTC)
        if standing is Standing.ON_HOLD:
            reason = x509.ReasonFlags.certificate_hold
        told = Told(_common_name(read.issuer), read.serial_number, standing, reason, moment)
        with _LOCK:
            kept = [each for each in self.all() if each.serial != told.serial]
            if standing is not Standing.GOOD:
                kept.append(told)
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps([_plain(each) for each in kept]), encoding="utf-8")
            os.replace(part, self._path)

    def all(self) -> tuple[Told, ...]:
        """Everything that was told, oldest first."""
        if not self._path.exists():
            return ()
        rows = json.loads(self._path.read_text(encoding="utf-8"))
        return tuple(
            Told(
                issuer,
                int(serial, 16),
                Standing(standing),
                x509.ReasonFlags(reason),
                datetime.fromisoformat(since),
            )
            for issuer, serial, standing, reason, since in rows
        )

    def of(self, issuer: x509.Name, serial: int) -> Told | None:
        """What was told of one certificate."""
        return next((each for each in self.by(issuer) if each.serial == serial), None)

    def by(self, issuer: x509.Name) -> tuple[Told, ...]:
        """What was told of the certificates of one issuer."""
        name = _common_name(issuer)
        return tuple(each for each in self.all() if each.issuer == name)


def _common_name(name: x509.Name) -> str:
    return str(name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value)


def _plain(told: Told) -> list[str]:
    return [
        told.issuer, f"{told.serial:X}", told.standing, told.reason.value, told.since.isoformat(),
    ]  # fmt: skip
