"""The roots that are trusted, and the issuing certificates at hand to build paths with."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from kanta_desk.errors import CertificateUnreadable, IssuerUnknown, SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.settings.resources import read_toml, resource
from kanta_desk.trust.asn1 import signs_itself
from kanta_desk.trust.certificate import MAX_DER, Certificate, KeyUsage, parse_pem
from kanta_desk.trust.rules import Rule, card_type_rules

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


@dataclass(frozen=True, slots=True)
class KnownRoots:
    """The list of ``resources/trust/roots.toml``; ``kept_out`` are marks of test and practice."""

    roots: tuple[KnownRoot, ...]
    kept_out: tuple[str, ...]

    def has(self, root: Certificate) -> bool:
        """Whether ``root`` is on the list, by its fingerprint."""
        return any(known.sha256 == root.sha256 for known in self.roots)

    def keeps_out(self, root: Certificate) -> bool:
        """Whether ``root`` bears a mark of test or practice."""
        names = f"{root.subject.common_name}\n{root.subject.organisation}\n{root.subject.unit}"
        return any(mark in names for mark in self.kept_out)


@cache
def known_roots() -> KnownRoots:
    """The roots that come with the program.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    path = resource("trust", "roots.toml")
    data = read_toml(path)
    try:
        roots = tuple(
            KnownRoot(
                name=str(row["name"]),
                sha256=str(row["sha256"]).lower(),
                valid_from=row["valid_from"],
                valid_to=row["valid_to"],
                verified=row["verified"] is True,
                evidence=str(row["evidence"]),
            )
            for row in data["root"]
        )
        return KnownRoots(roots, tuple(str(mark) for mark in data["never_in_production"]))
    except (KeyError, TypeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None


@dataclass(frozen=True, slots=True)
class TrustStore:
    """What certificates are measured against, and by which rules a card's type is told.

    Build it with ``of`` or ``from_folder``. Practice and production keep apart: production takes
    the roots known to the program and those whose SHA-256 is in ``also_trust``, and none that
    bears a mark of test or practice; practice takes none of those known.
    """

    mode: Mode
    roots: tuple[Certificate, ...] = ()
    intermediates: tuple[Certificate, ...] = ()
    rules: tuple[Rule, ...] = field(default_factory=card_type_rules, repr=False)

    @classmethod
    def of(
        cls,
        mode: Mode,
        roots: Iterable[bytes],
        intermediates: Iterable[bytes] = (),
        also_trust: Collection[str] = (),
    ) -> TrustStore:
        """A store of DER certificates.

        Raises:
            CertificateUnreadable: if one is no certificate.
            IssuerUnknown: if one may not be a root in this mode, or is no self-signed authority.
        """
        return cls(
            mode,
            tuple(_checked_root(Certificate.parse(der), mode, also_trust) for der in roots),
            tuple(Certificate.parse(der) for der in intermediates),
        )

    @classmethod
    def from_folder(cls, mode: Mode, folder: Path, also_trust: Collection[str] = ()) -> TrustStore:
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
                        roots[found.sha256] = _checked_root(found, mode, also_trust)
                    else:
                        others[found.sha256] = found
            except OSError as error:
                raise SettingsUnreadable(path.name, error.strerror or "") from None
            except (CertificateUnreadable, IssuerUnknown) as error:
                raise SettingsUnreadable(path.name, str(error.fields["reason"])) from None
        return cls(mode, tuple(roots.values()), tuple(others.values()))

    def with_rules(self, rules: tuple[Rule, ...]) -> TrustStore:
        """The same store with other rules for the type of card."""
        return replace(self, rules=rules)


def _read(path: Path) -> tuple[Certificate, ...]:
    with path.open("rb") as file:
        content = file.read(_MAX_FILE + 1)
    if len(content) > _MAX_FILE:
        raise CertificateUnreadable(reason="too large")
    if b"-----BEGIN" in content:
        return parse_pem(content)
    return (Certificate.parse(content),)


def _checked_root(root: Certificate, mode: Mode, also_trust: Collection[str]) -> Certificate:
    name = root.label
    if not (root.is_self_issued and root.is_authority and KeyUsage.CERTIFICATE_SIGN in root.usage):
        raise IssuerUnknown(name, "not a root certificate")
    try:
        signed = signs_itself(root)
    except ValueError:  # an algorithm that the parser does not know
        signed = False
    if not signed:
        raise IssuerUnknown(name, "its own signature does not verify")
    known = known_roots()
    if mode is Mode.PRODUCTION and known.keeps_out(root):
        raise IssuerUnknown(name, "a root of test or practice")
    if mode is Mode.PRODUCTION and not (known.has(root) or root.sha256 in also_trust):
        raise IssuerUnknown(name, "not among the roots known for production")
    if mode is Mode.PRACTICE and known.has(root):
        raise IssuerUnknown(name, "a root of production")
    return root
