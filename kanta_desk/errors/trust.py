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
    """Revoked for good. ``reason`` is the code of RFC 5280 §5.3.1, ``since`` a time."""

    code = "KD-3006"

    def __init__(self, subject: str = "", reason: str = "", since: str = "") -> None:
        super().__init__(subject, reason)
        self.fields["since"] = since


class CertificateOnHold(TrustError):
    """Suspended for the time being (certificateHold); ``since`` is a time."""

    code = "KD-3007"

    def __init__(self, subject: str = "", since: str = "") -> None:
        super().__init__(subject)
        self.fields["since"] = since


class RevocationUnknown(TrustError):
    """Nobody could tell whether the certificate is revoked. ``reason`` is a ``Doubt`` in words."""

    code = "KD-3008"
    retriable = True
