"""Certificates that are not believed."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class TrustError(KantaError):
    """A certificate is not good for what it is used for. ``subject`` is its common name."""

    def __init__(self, subject: str = "", reason: str = "") -> None:
        super().__init__(subject=subject, reason=reason)


class CertificateUnreadable(TrustError):
    """The bytes are not an X.509 certificate."""

    code = "KD-3001"


class CertificateExpired(TrustError):
    """Past its end of validity."""

    code = "KD-3002"


class CertificateNotYetValid(TrustError):
    """Before its start of validity; the machine's clock may be wrong."""

    code = "KD-3003"


class IssuerUnknown(TrustError):
    """No path from the certificate to a trusted root."""

    code = "KD-3004"


class WrongKeyUsage(TrustError):
    """The certificate's key usage does not allow this use."""

    code = "KD-3005"


class CertificateRevoked(TrustError):
    """Revoked, or suspended for the time being."""

    code = "KD-3006"
