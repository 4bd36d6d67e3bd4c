"""What a check of the installation is, what it may look at, and what it leaves for later ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.cards.source import CardSource, Slot, Snapshot
from kanta_desk.errors import KantaError
from kanta_desk.model.cards import CardDetails
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Text
from kanta_desk.settings.options import Connection
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.signing import Signing
from kanta_desk.trust.revocation import Revocation
from kanta_desk.trust.store import TrustStore


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one installation; a part that is not there is ``None``.

    ``fault``: why the options, and with them ``connection``, could not be read. ``signing`` tells
    the way to the card's keys that is in use.
    """

    source: CardSource
    trust: TrustStore
    connection: Connection | None
    paths: Paths
    log: LogFolder | None
    clock: Callable[[], datetime]
    fault: KantaError | None = None
    revocation: Revocation | None = None
    signing: Callable[[], Signing] = Signing


@dataclass(slots=True)
class Scene:
    """The parts, and what the checks of one run have learned so far.

    A check reads only what the checks that it ``needs`` have filled in.
    """

    parts: Parts
    snapshot: Snapshot = field(default_factory=lambda: Snapshot(running=False))
    cards: tuple[Slot, ...] = ()
    slot: Slot | None = None
    details: CardDetails | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check saw. ``evidence`` holds no name, identifier, or other personal data.

    ``code`` is that of the error of the tree which says the same; empty means the check's own.
    """

    state: CheckState
    summary: Text
    evidence: tuple[str, ...] = ()
    remedy: Text | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``needs`` names checks without whose success this one cannot say anything.

    ``code`` (KD-90nn) is for support, where no error of the tree says the same. ``look`` may
    raise a ``KantaError``, which becomes a failed result in that error's own words.
    """

    id: str
    code: str
    title: Text
    look: Callable[[Scene], Seen]
    needs: tuple[str, ...] = ()


def ok(summary: Text, *evidence: str) -> Seen:
    """All is well."""
    return Seen(CheckState.OK, summary, evidence)
