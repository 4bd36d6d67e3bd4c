"""Whether the certificates of a path are revoked: OCSP, then the list, then the list kept.

Only addresses of certificates that lead to a trusted root are asked, so nobody can have this
program call an address by handing it a card. FINEID S2 §2 demands the check at every trust
decision, for the holder's certificate and for its issuers alike; a root has nobody to revoke it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Protocol

from kanta_desk.errors import AnswerTooLarge, NetError
from kanta_desk.model.revocation import (
    Attempt,
    Doubt,
    RevocationSource,
    RevocationState,
    RevocationStatus,
)
from kanta_desk.net.fetch import Fetcher, host_of
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.doubted import HOLD, Doubted
from kanta_desk.trust.ocsp import MAX_ANSWER, REQUEST_TYPE, judge, question

_MOST_URLS = 2


class Revocation(Protocol):
    """Who can tell whether the certificates of a path are revoked."""

    def of_path(self, path: Sequence[Certificate], at: datetime) -> tuple[RevocationStatus, ...]:
        """The status of each certificate of ``path`` but the last, its root. Never fails."""
        ...


class AskIssuers:
    """Asks over the network; blocks for as long as that takes. Safe to use from several threads."""

    def __init__(self, fetcher: Fetcher, lists: CrlCache) -> None:
        self._fetcher = fetcher
        self._lists = lists

    def of_path(self, path: Sequence[Certificate], at: datetime) -> tuple[RevocationStatus, ...]:
        """The status of each certificate of ``path`` but the last, its root. Never fails."""
        return tuple(self._of(path[number:], at) for number in range(len(path) - 1))

    def _of(self, path: Sequence[Certificate], at: datetime) -> RevocationStatus:
        vain: list[Attempt] = []
        for url in path[0].ocsp_urls[:_MOST_URLS]:
            try:
                return _with(self._asked(url, path, at), vain)
            except Doubted as told:
                vain.append(Attempt(RevocationSource.OCSP, host_of(url), told.doubt))
                if told.doubt is Doubt.NOT_KNOWN:
                    # The issuer does not know its own certificate. A list of the revoked could not
                    # tell that from a good one, so it is not asked.
                    return RevocationStatus(
                        RevocationState.UNKNOWN, path[0].label, attempts=tuple(vain)
                    )
        for url in path[0].crl_urls[:_MOST_URLS]:
            try:
                return self._listed(url, path, vain)
            except Doubted as told:
                vain.append(Attempt(RevocationSource.CRL, host_of(url), told.doubt))
        return RevocationStatus(RevocationState.UNKNOWN, path[0].label, attempts=tuple(vain))

    def _asked(self, url: str, path: Sequence[Certificate], at: datetime) -> RevocationStatus:
        asked = question(path[0], path[1])
        try:
            answer = self._fetcher.post(url, asked.request, REQUEST_TYPE, MAX_ANSWER)
        except AnswerTooLarge:
            raise Doubted(Doubt.TOO_LARGE) from None
        except NetError:
            raise Doubted(Doubt.NO_ANSWER) from None
        if answer.status != HTTPStatus.OK:
            raise Doubted(Doubt.REFUSED)
        return judge(answer.body, asked.nonce, path, at)

    def _listed(
        self, url: str, path: Sequence[Certificate], vain: list[Attempt]
    ) -> RevocationStatus:
        listing = self._lists.look_up(url, path[0], path[1])
        if listing.doubt is not None:
            vain.append(Attempt(RevocationSource.CRL, host_of(url), listing.doubt))
        state, entry = RevocationState.GOOD, listing.entry
        if entry is not None:
            held = entry.reason == HOLD
            state = RevocationState.ON_HOLD if held else RevocationState.REVOKED
        return RevocationStatus(
            state,
            path[0].label,
            listing.source,
            listing.about.this_update,
            listing.about.next_update,
            since=entry.since if entry else None,
            reason=entry.reason if entry else "",
            attempts=tuple(vain),
            evidence=bytes.fromhex(listing.about.sha256),
        )


def _with(status: RevocationStatus, vain: list[Attempt]) -> RevocationStatus:
    return replace(status, attempts=tuple(vain))
