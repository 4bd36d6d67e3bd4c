"""Asks about each card's certificates as soon as the card has been read, for people to see.

The card page shows the answer; a revoked card is known before anybody types a PIN, and a large
revocation list is at hand when it is needed. Signing in asks anew all the same.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from kanta_desk.cards.watch import CardWatch
from kanta_desk.model.cards import CardsState, CertificateSummary
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.revocation import Revocation

_log = logging.getLogger(__name__)


class Vetting:
    """Follows ``watch`` and tells it what ``revocation`` says; asks in the lane it is given."""

    def __init__(
        self,
        watch: CardWatch,
        revocation: Revocation,
        run_in_net_lane: Callable[[Callable[[], None]], object],
        clock: Callable[[], datetime],
    ) -> None:
        self._watch = watch
        self._revocation = revocation
        self._run_in_net_lane = run_in_net_lane
        self._clock = clock
        self._guard = threading.Lock()
        self._asking: set[str] = set()
        watch.subscribe(self._look)

    def _look(self, state: CardsState) -> None:
        cards = (reader.card for reader in state.readers if reader.card is not None)
        for each in (certificate for card in cards for certificate in card.certificates):
            with self._guard:
                if each.revocation is not None or not each.path or each.sha256 in self._asking:
                    continue
                self._asking.add(each.sha256)
            self._ask(each)

    def _ask(self, certificate: CertificateSummary) -> None:
        def ask() -> None:
            try:
                path = [Certificate.parse(der) for der in certificate.path]
                told = self._revocation.of_path(path, self._clock())
                self._watch.tell_revocation(certificate.sha256, told)
            except Exception:
                # The edge of the lane: nobody waits for the outcome.
                _log.exception("revocation not asked")
            finally:
                with self._guard:
                    self._asking.discard(certificate.sha256)

        self._run_in_net_lane(ask)
