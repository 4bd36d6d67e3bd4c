"""What the desk knows of service, readers and cards at a moment, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.people import Holder


class ServiceState(StrEnum):
    """The operating system's smart-card service."""

    RUNNING = "running"
    STOPPED = "stopped"


class CardPresence(StrEnum):
    """What one reader holds; states are never collapsed into a mere "no card"."""

    EMPTY = "empty"
    READING = "reading"
    MUTE = "mute"
    UNKNOWN = "unknown"
    IN_USE = "in use"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class CertificateSummary:
    """A certificate of the card for people to look at."""

    use: str
    subject: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime
    key: str
    sha256: str
    trusted: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CardDetails:
    """A card that was recognised and read: no PIN is needed for any of this.

    ``tries_left`` is for PIN1 and PIN2, ``None`` where the card does not tell.
    ``verified_profile`` is false where the profile stands on unconfirmed facts.
    """

    profile: str
    verified_profile: bool
    holder: Holder
    certificates: tuple[CertificateSummary, ...]
    tries_left: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One reader and what is in it. ``problem`` is an error code (KD-…) or empty.

    ``model`` names a card that its ATR tells, also one that the desk cannot use.
    """

    name: str
    presence: CardPresence
    atr: str = ""
    card: CardDetails | None = None
    problem: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class CardsState:
    """Everything about cards at one moment; ``counter`` grows by one at every change."""

    counter: int
    service: ServiceState
    readers: tuple[ReaderState, ...] = ()

    @property
    def best(self) -> ReaderState | None:
        """The reader to work with: a card ready first, else the first that holds anything."""
        order = [CardPresence.READY, CardPresence.READING, CardPresence.IN_USE,
                 CardPresence.UNKNOWN, CardPresence.MUTE, CardPresence.EMPTY]  # fmt: skip
        return min(self.readers, key=lambda r: order.index(r.presence), default=None)


@dataclass(frozen=True, slots=True)
class SignedChallenge:
    """The proof of a sign-in: what was signed, by which certificate, with what.

    ``message`` names its purpose, time, session, 32 random bytes and the access log's head.
    ``issuers`` are issuing certificates from the card, which may help to build the path.
    """

    message: bytes
    signature: bytes
    algorithm: str
    certificate: bytes
    issuers: tuple[bytes, ...] = ()
