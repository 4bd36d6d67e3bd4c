"""From a certificate to a trusted root: path, validity, key usage and its extension.

Revocation is not looked at here but in ``trust.revocation``, which asks the issuers over the
network; ``trust.admission`` has both.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    NotYetValidError,
    PathBuildingError,
    PathError,
    ValidationError,
)

from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateUnreadable,
    IssuerUnknown,
    TrustError,
    WrongKeyUsage,
)
from kanta_desk.trust.asn1 import asn1, plain
from kanta_desk.trust.certificate import UNREADABLE, Certificate, KeyUsage
from kanta_desk.trust.store import TrustStore

_MAX_INTERMEDIATES = 32

_OF_SERVICES = frozenset(
    {
        "1.3.6.1.5.5.7.3.1",  # serverAuth
        "1.3.6.1.5.5.7.3.8",  # timeStamping
        "1.3.6.1.5.5.7.3.9",  # OCSPSigning
    }
)
"""Purposes of services on a network: a key that serves one proves no holder and seals no document.

Not clientAuth, which cards for authentication name too, and of which no published source says that
a system's signature is without it."""


class Use(StrEnum):
    """What a holder's certificate is to be used for."""

    AUTHENTICATION = "authentication"
    SIGNATURE = "signature"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class ValidPath:
    """A path that holds: the certificate first, the trusted root last."""

    certificates: tuple[Certificate, ...]

    @property
    def root(self) -> Certificate:
        """The root on which it all rests."""
        return self.certificates[-1]


def check(
    certificate: bytes,
    *,
    intermediates: Iterable[bytes] = (),
    use: Use,
    at: datetime,
    store: TrustStore,
) -> ValidPath:
    """Build and validate the path (RFC 5280 §6) of ``certificate`` (DER) at the aware time ``at``.

    ``intermediates`` (DER, from the card) help to build it and are trusted no further than that.

    Raises:
        CertificateUnreadable: not a certificate, or one that the validator cannot take.
        IssuerUnknown: no path to a root of ``store``, or one that does not hold.
        CertificateExpired, CertificateNotYetValid: naming the certificate of the path meant.
        WrongKeyUsage: the path holds, but the certificate is for something else (FINEID S2:
            digitalSignature without nonRepudiation authenticates, nonRepudiation alone signs), as a
            server's is, whatever its key usage says (RFC 5280 §4.2.1.12).
    """
    leaf = Certificate.parse(certificate)
    given = [Certificate.parse(der) for der in intermediates]
    if len(given) > _MAX_INTERMEDIATES:
        raise IssuerUnknown(leaf.label, "too many intermediates")
    path = _known.path(leaf, [*store.intermediates, *given], at, store)
    _check_usage(leaf, use)
    return path


_Key = tuple[str, frozenset[str], frozenset[str], date]


class _KnownPaths:
    """Paths that held, so that a card is not judged anew each time it is read on the same day.

    A path is found again by its leaf, by all that it could be built from, and the day; that each
    of its certificates is valid at the moment itself is looked at every time. What did not hold is
    not kept.
    """

    _MOST = 64

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._paths: dict[_Key, ValidPath] = {}

    def path(
        self, leaf: Certificate, others: list[Certificate], at: datetime, store: TrustStore
    ) -> ValidPath:
        """As ``_path``."""
        key = (leaf.sha256, _hashes(others), _hashes(store.roots), at.astimezone(UTC).date())
        with self._guard:
            known = self._paths.get(key)
        if known and all(c.valid_from <= at <= c.valid_to for c in known.certificates):
            return known
        found = _path(leaf, others, at, store)
        with self._guard:
            if len(self._paths) >= self._MOST:
                self._paths.clear()
            self._paths[key] = found
        return found

    def forget(self) -> None:
        """Judge everything anew."""
        with self._guard:
            self._paths.clear()


_known = _KnownPaths()


def _hashes(certificates: Iterable[Certificate]) -> frozenset[str]:
    return frozenset(each.sha256 for each in certificates)


def _path(
    leaf: Certificate, others: list[Certificate], at: datetime, store: TrustStore
) -> ValidPath:
    name = leaf.label
    try:
        context = ValidationContext(
            trust_roots=[asn1(root) for root in store.roots],
            other_certs=[asn1(other) for other in others],
            moment=at,
            allow_fetching=False,
        )
        validator = CertificateValidator(asn1(leaf), validation_context=context)
        # The validator is asyncio throughout; without fetching it never waits for anything.
        found = asyncio.run(validator.async_validate_path())
        certificates = [plain(each) for each in found.iter_certs(include_root=True)]
        return ValidPath(tuple(reversed(certificates)))
    except (PathError, ValidationError) as error:
        raise _mapped(error, leaf, others, at) from None
    except UNREADABLE as error:
        raise CertificateUnreadable(name, type(error).__name__) from None


def _mapped(
    error: Exception, leaf: Certificate, others: list[Certificate], at: datetime
) -> TrustError:
    name = leaf.label
    match error:
        case PathBuildingError():
            return IssuerUnknown(name, f"issuer {leaf.issuer.common_name}")
        case ExpiredError():
            return CertificateExpired(_outdated(leaf, others, at))
        case NotYetValidError():
            return CertificateNotYetValid(_outdated(leaf, others, at))
        case _:
            return IssuerUnknown(name, type(error).__name__)


def _outdated(leaf: Certificate, others: list[Certificate], at: datetime) -> str:
    """Whose dates are the matter: the leaf's, else its issuer's, else (a root) unnamed."""
    for each in (leaf, *(o for o in others if o.subject == leaf.issuer)):
        if not each.valid_from <= at <= each.valid_to:
            return each.label
    return ""


def _check_usage(leaf: Certificate, use: Use) -> None:
    signs = KeyUsage.NON_REPUDIATION in leaf.usage
    authenticates = KeyUsage.DIGITAL_SIGNATURE in leaf.usage
    fits = {
        Use.AUTHENTICATION: authenticates and not signs,
        Use.SIGNATURE: signs and not authenticates,
        # A system's signature: which of the bits DVV gives to such a certificate is not confirmed.
        Use.SEAL: signs or authenticates,
    }
    if leaf.is_authority or leaf.purposes & _OF_SERVICES or not fits[use]:
        raise WrongKeyUsage(leaf.label, f"not for {use}")
