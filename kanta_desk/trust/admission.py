"""Whether a certificate may be used for what is wanted: path, usage, and revocation by policy.

The one door for every trust decision: signing in, and each use of PIN2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kanta_desk.errors import CertificateOnHold, CertificateRevoked, RevocationUnknown
from kanta_desk.model.revocation import Doubt, RevocationState, RevocationStatus, gravest
from kanta_desk.model.time import finnish_time
from kanta_desk.trust.path import Use, ValidPath, check
from kanta_desk.trust.revocation import Revocation
from kanta_desk.trust.store import TrustStore


@dataclass(frozen=True, slots=True)
class Admitted:
    """A certificate that may be used, and what that rests on; one status for each but the root."""

    path: ValidPath
    statuses: tuple[RevocationStatus, ...]

    @property
    def status(self) -> RevocationStatus:
        """That of the whole path: good, or unknown where the policy allows it."""
        return gravest(self.statuses)


class Admission:
    """Judges certificates; asks their issuers, so it blocks: never in the window's thread.

    ``unknown_may_view``: whether a holder may sign in and look at documents when nobody could tell
    whether the certificate is revoked. It is a decision of the organisation's and not made for it:
    the check is mandatory (FINEID S2 §2), a kept list bridges a short break of the service, and
    nothing that an archivist does cannot wait. An answer that is forged, or an issuer that knows no
    such certificate, is refused all the same, and to sign is never allowed on such a status.
    """

    def __init__(
        self, store: TrustStore, revocation: Revocation, *, unknown_may_view: bool = False
    ) -> None:
        self._store = store
        self._revocation = revocation
        self._unknown_may_view = unknown_may_view

    def admit(
        self, certificate: bytes, *, intermediates: Iterable[bytes] = (), use: Use, at: datetime
    ) -> Admitted:
        """Admit ``certificate`` (DER) for ``use`` at the aware time ``at``; asks anew each time.

        Raises:
            TrustError: as ``trust.path.check``; and ``CertificateRevoked``, ``CertificateOnHold``
                or, for what the policy does not allow on an unknown status, ``RevocationUnknown``.
        """
        path = check(certificate, intermediates=intermediates, use=use, at=at, store=self._store)
        statuses = self._revocation.of_path(path.certificates, at)
        demand(gravest(statuses), use, unknown_may_view=self._unknown_may_view)
        return Admitted(path, statuses)


_SUSPECT = frozenset((Doubt.NOT_AUTHENTIC, Doubt.NOT_KNOWN))
"""Answers that are worse than none: forged, or the issuer knows no such certificate."""


def demand(status: RevocationStatus, use: Use, *, unknown_may_view: bool) -> None:
    """The policy.

    Raises:
        CertificateRevoked, CertificateOnHold, RevocationUnknown: naming the certificate meant.
    """
    since = finnish_time(status.since) if status.since else ""
    match status.state:
        case RevocationState.REVOKED:
            raise CertificateRevoked(status.subject, status.reason, since)
        case RevocationState.ON_HOLD:
            raise CertificateOnHold(status.subject, since)
        case RevocationState.UNKNOWN if (
            use is Use.SIGNATURE or not unknown_may_view or status.doubt in _SUSPECT
        ):
            raise RevocationUnknown(status.subject, str(status.doubt or ""))
        case _:
            pass
