"""Issuers of certificates that can be asked over real HTTP, and can be told what to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kanta_desk.model.people import CardType
from kanta_desk.model.revocation import RevocationStatus
from kanta_desk.net.fetch import Fetcher
from kanta_desk.net.http import Timeouts
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import IssuedCard, PracticePki
from kanta_desk.practice.pki_server import RevocationServer
from kanta_desk.trust.admission import Admission, Admitted
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.path import Use
from kanta_desk.trust.revocation import AskIssuers
from tests.helpers.cards import practice_pki, practice_trust

HASTY = Timeouts(connect=2.0, read=0.2, total=2.0)
"""For services that never answer."""


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Issuers:
    """The practice authorities' services, and a program that asks them."""

    server: RevocationServer
    fetcher: Fetcher
    lists: CrlCache
    revocation: AskIssuers
    clock: Callable[[], datetime]
    pki: PracticePki

    def admit(
        self, card: IssuedCard, use: Use = Use.AUTHENTICATION, *, lenient: bool = False
    ) -> Admitted:
        """Whether the card's certificate may be used; ``lenient``: unknown ones may look."""
        return Admission(practice_trust(), self.revocation, unknown_may_view=lenient).admit(
            card.authentication if use is Use.AUTHENTICATION else card.signature,
            intermediates=[card.issuer],
            use=use,
            at=self.clock(),
        )

    def status(self, card: IssuedCard) -> RevocationStatus:
        """That of the card's authentication certificate alone."""
        path = [Certificate.parse(der) for der in (card.authentication, card.issuer, card.root)]
        return self.revocation.of_path(path, self.clock())[0]


@contextmanager
def issuers(
    folder: Path,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    timeouts: Timeouts | None = None,
) -> Iterator[Issuers]:
    """The services of ``practice_pki``; lists are kept in ``folder``."""
    pki = practice_pki()
    waits = {} if timeouts is None else {"quick": timeouts, "patient": timeouts}
    with RevocationServer(pki, clock) as server, Fetcher(server.url, **waits) as fetcher:
        lists = CrlCache(folder, fetcher, clock)
        yield Issuers(server, fetcher, lists, AskIssuers(fetcher, lists), clock, pki)


def fresh_card(key: KeyKind = KeyKind.EC_P384) -> IssuedCard:
    """A card of its own for a test that will have it revoked."""
    return practice_pki().issue_holder(CardType.PROFESSIONAL, ARCHIVIST.person, key)
