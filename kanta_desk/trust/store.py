"""The roots that are trusted, and the issuing certificates at hand to build paths with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from kanta_desk.errors import CertificateUnreadable, IssuerUnknown, SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.settings.resources import read_toml, resource
from kanta_desk.trust.certificate import MAX_DER, Certificate, KeyUsage, parse_pem

_SUFFIXES = {".pem", ".crt", ".cer", ".der"}
_MAX_FILES = 64
_MAX_FILE = 8 * MAX_DER


@dataclass(frozen=True, slots=True)
class KnownRoot:
    """A root that production may trust; ``verified`` once compared with DVV's own page."""

    name: str
    sha256: str
    valid_from: date
    valid_to: date
    verified: bool
    evidence: str


def known_roots() -> tuple[KnownRoot, ...]:
    """The allow-list of ``resources/trust/roots.toml``.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    path = resource("trust", "roots.toml")
    try:
        return tuple(
            KnownRoot(
                name=str(row["name"]),
                sha256=str(row["sha256"]).lower(),
                valid_from=row["valid_from"],
                valid_to=row["valid_to"],
                verified=row["verified"] is True,
                evidence=str(row["evidence"]),
            )
            for row in read_toml(path)["root"]
        )
    except (KeyError, TypeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None


@dataclass(frozen=True, slots=True)
class TrustStore:
    """What certificates are measured against. Build it with ``of`` or ``from_folder``."""

    mode: Mode
    roots: tuple[Certificate, ...] = ()
    intermediates: tuple[Certificate, ...] = ()

    @classmethod
    def of(
        cls, mode: Mode, roots: Iterable[bytes], intermediates: Iterable[bytes] = ()
    ) -> TrustStore:
        """A store of DER certificates.

        Raises:
            CertificateUnreadable: if one is no certificate.
            IssuerUnknown: if one may not be a root: not a self-signed authority or, in
                production, not on the list of known roots. So test and practice roots never
                enter production.
        """
        return cls(
            mode,
            tuple(_checked_root(Certificate.parse(der), mode) for der in roots),
            tuple(Certificate.parse(der) for der in intermediates),
        )

    @classmethod
    def from_folder(cls, mode: Mode, folder: Path) -> TrustStore:
        """A store of all certificate files (PEM or DER) in ``folder``; self-issued ones are roots.

        Raises:
            SettingsUnreadable: naming the file that cannot be read or may not be there.
        """
        roots: dict[str, Certificate] = {}
        others: dict[str, Certificate] = {}
        try:
            files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
        except OSError as error:
            raise SettingsUnreadable(folder.name, error.strerror or "") from None
        if len(files) > _MAX_FILES:
            raise SettingsUnreadable(folder.name, f"more than {_MAX_FILES} certificate files")
        for path in files:
            try:
                for found in _read(path):
                    if found.is_self_issued:
                        roots[found.sha256] = _checked_root(found, mode)
                    else:
                        others[found.sha256] = found
            except OSError as error:
                raise SettingsUnreadable(path.name, error.strerror or "") from None
            except (CertificateUnreadable, IssuerUnknown) as error:
                raise SettingsUnreadable(path.name, str(error.fields["reason"])) from None
        return cls(mode, tuple(roots.values()), tuple(others.values()))


def _read(path: Path) -> tuple[Certificate, ...]:
    with path.open("rb") as file:
        content = file.read(_MAX_FILE + 1)
    if len(content) > _MAX_FILE:
        raise CertificateUnreadable(reason="too large")
    if b"-----BEGIN" in content:
        return parse_pem(content)
    return (Certificate.parse(content),)


def _checked_root(root: Certificate, mode: Mode) -> Certificate:
    name = root.label
    if not (root.is_self_issued and root.is_authority and KeyUsage.CERTIFICATE_SIGN in root.usage):
        raise IssuerUnknown(name, "not a root certificate")
    read = x509.load_der_x509_certificate(root.der)
    try:
        read.verify_directly_issued_by(read)
    except (ValueError, TypeError, InvalidSignature):
        raise IssuerUnknown(name, "its own signature does not verify") from None
    if mode is Mode.PRODUCTION and root.sha256 not in {known.sha256 for known in known_roots()}:
        raise IssuerUnknown(name, "not among the roots known for production")
    return root
