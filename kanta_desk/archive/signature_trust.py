"""Whether a document's signature is to be believed: what it holds, and who made it.

The signer's certificate has to lead to a trusted root as of the time of signing, be meant for
signing, and not be revoked. A signature whose certificate has expired since is not claimed to be
verified: nobody can tell any more whether it was revoked in time, unless the archive keeps proofs
that no published source speaks of.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from kanta_desk.archive.signatures import FoundSignature, read_signatures
from kanta_desk.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    TrustError,
    WrongKeyUsage,
)
from kanta_desk.model.revocation import RevocationState, RevocationStatus, gravest
from kanta_desk.model.signatures import SignatureDoubt, SignatureReport, SignatureState
from kanta_desk.model.time import finnish_time
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.path import Use, ValidPath, check
from kanta_desk.trust.revocation import Revocation
from kanta_desk.trust.store import TrustStore

_CLOCKS_DIFFER: Final = timedelta(minutes=5)
_ANSWER_GOOD_FOR: Final = timedelta(minutes=10)
_MOST_KEPT: Final = 256


class SignatureJudge:
    """Judges the signatures of documents. Blocks while it asks issuers; safe for several threads.

    ``revocation`` None: nobody can be asked, so that no signature is verified. What an issuer said
    is kept for ten minutes, since a run meets the same signer in every document.
    """

    def __init__(
        self, store: TrustStore, revocation: Revocation | None, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._revocation = revocation
        self._clock = clock
        self._guard = threading.Lock()
        self._told: dict[str, tuple[datetime, RevocationStatus]] = {}

    def judge(self, data: bytes, archived: datetime | None = None) -> tuple[SignatureReport, ...]:
        """A report for each signature in a document; empty where it has none.

        ``archived`` is the archive's word for when it took the document in: a signature that says
        it is younger is not believed.

        Raises:
            BadDocument: if ``data`` is no XML.
        """
        return tuple(self._report(found, archived) for found in read_signatures(data))

    def _report(self, found: FoundSignature, archived: datetime | None) -> SignatureReport:
        who = found.certificate
        report = SignatureReport(
            SignatureState.NOT_VERIFIED,
            detail=found.detail,
            signer=who.subject.common_name if who else "",
            organisation=who.subject.organisation if who else "",
            issuer=who.issuer.common_name if who else "",
            serial=who.serial if who else "",
            time=found.time,
            time_signed=found.time_signed,
            whole=found.whole,
            algorithm=found.algorithm,
        )
        if found.doubt is not None or who is None:
            return replace(report, doubt=found.doubt or SignatureDoubt.NO_CERTIFICATE)
        doubt, detail = self._doubt(who, found, archived)
        if doubt is not None:
            return replace(report, doubt=doubt, detail=detail)
        return replace(report, state=SignatureState.VERIFIED)

    def _doubt(
        self, who: Certificate, found: FoundSignature, archived: datetime | None
    ) -> tuple[SignatureDoubt | None, str]:
        now = self._clock()
        then = found.time or archived or now
        latest = min(now, archived or now) + _CLOCKS_DIFFER
        if then > latest:
            return SignatureDoubt.TIME, finnish_time(then)
        if not self._store.roots:
            return SignatureDoubt.NO_ROOTS, ""
        try:
            path = self._path(who, found.chain, then)
        except (CertificateExpired, CertificateNotYetValid):
            return SignatureDoubt.NOT_VALID_THEN, finnish_time(then)
        except WrongKeyUsage:
            return SignatureDoubt.USAGE, ""
        except TrustError:
            return SignatureDoubt.ISSUER, who.issuer.common_name
        if any(now > each.valid_to for each in path.certificates):
            return SignatureDoubt.EXPIRED_SINCE, finnish_time(
                min(c.valid_to for c in path.certificates)
            )
        return self._revoked(path, now)

    def _path(self, who: Certificate, chain: tuple[bytes, ...], then: datetime) -> ValidPath:
        """The path. A person signs with a certificate for that alone, an organisation seals."""
        person = who.subject.surname or who.subject.given_name
        use = Use.SIGNATURE if person else Use.SEAL
        return check(who.der, intermediates=chain, use=use, at=then, store=self._store)

    def _revoked(self, path: ValidPath, now: datetime) -> tuple[SignatureDoubt | None, str]:
        if self._revocation is None:
            return SignatureDoubt.REVOCATION_UNKNOWN, ""
        status = self._status(self._revocation, path, now)
        match status.state:
            case RevocationState.GOOD:
                return None, ""
            case RevocationState.UNKNOWN:
                return SignatureDoubt.REVOCATION_UNKNOWN, str(status.doubt or "")
            case _:
                return SignatureDoubt.REVOKED, finnish_time(status.since) if status.since else ""

    def _status(self, revocation: Revocation, path: ValidPath, now: datetime) -> RevocationStatus:
        key = path.certificates[0].sha256
        with self._guard:
            kept = self._told.get(key)
        if kept is not None and timedelta(0) <= now - kept[0] < _ANSWER_GOOD_FOR:
            return kept[1]
        status = gravest(revocation.of_path(path.certificates, now))
        if status.state is not RevocationState.UNKNOWN:
            with self._guard:
                if len(self._told) >= _MOST_KEPT:
                    self._told.clear()
                self._told[key] = now, status
        return status
