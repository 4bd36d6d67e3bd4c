"""From a certificate to a trusted root: path, validity, key usage.

Revocation (OCSP, CRL) is not looked at here yet. It is the last step of ``check`` and will be given
as evidence beside the path: until then a revoked certificate passes, and nothing here says that a
certificate has not been revoked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from asn1crypto import x509 as asn1_x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    NotYetValidError,
    PathBuildingError,
    PathError,
    RevokedError,
    ValidationError,
)

from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUnreadable,
    IssuerUnknown,
    TrustError,
    WrongKeyUsage,
)
from kanta_desk.trust.certificate import Certificate, KeyUsage
from kanta_desk.trust.store import TrustStore

_MAX_INTERMEDIATES = 32


class Use(StrEnum):
    """What a holder's certificate is to be used for."""

    AUTHENTICATION = "authentication"
    SIGNATURE = "signature"


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
            digitalSignature without nonRepudiation authenticates, nonRepudiation alone signs).
    """
    leaf = Certificate.parse(certificate)
    given = [Certificate.parse(der) for der in intermediates]
    if len(given) > _MAX_INTERMEDIATES:
        raise IssuerUnknown(leaf.label, "too many intermediates")
    path = _path(leaf, [*store.intermediates, *given], at, store)
    _check_usage(leaf, use)
    return path


def _path(
    leaf: Certificate, others: list[Certificate], at: datetime, store: TrustStore
) -> ValidPath:
    name = leaf.label
    try:
        context = ValidationContext(
            trust_roots=[_asn1(root) for root in store.roots],
            other_certs=[_asn1(other) for other in others],
            moment=at,
            allow_fetching=False,
        )
        validator = CertificateValidator(_asn1(leaf), validation_context=context)
        # The validator is asyncio throughout; without fetching it never waits for anything.
        found = asyncio.run(validator.async_validate_path())
        certificates = [_plain(each) for each in found.iter_certs(include_root=True)]
        return ValidPath(tuple(reversed(certificates)))
    except (PathError, ValidationError) as error:
        raise _mapped(error, leaf, others, at) from None
    except (ValueError, TypeError, KeyError) as error:
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
        case RevokedError():
            return CertificateRevoked(name)
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
    }
    if leaf.is_authority or not fits[use]:
        raise WrongKeyUsage(leaf.label, f"not for {use}")


def _asn1(certificate: Certificate) -> asn1_x509.Certificate:
    loaded: asn1_x509.Certificate = asn1_x509.Certificate.load(certificate.der)  # type: ignore[no-untyped-call]
    return loaded


def _plain(certificate: asn1_x509.Certificate) -> Certificate:
    return Certificate.parse(certificate.dump())  # type: ignore[no-untyped-call]
