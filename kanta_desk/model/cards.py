"""What the desk knows of service, readers and cards at a moment, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.people import Holder
from kanta_desk.model.revocation import RevocationStatus
from kanta_desk.model.text import Text


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


class SignerKind(StrEnum):
    """The way to a card's keys: the card itself, or installed reader software in between."""

    PCSC = "pcsc"
    PKCS11 = "pkcs11"
    SCS = "scs"


SIGNER_NAMES: dict[SignerKind, Text] = {
    SignerKind.PCSC: Text("suoraan kortilta", "direkt med kortet", "with the card itself"),
    SignerKind.PKCS11: Text(
        "kortinlukijaohjelmiston moduulilla (PKCS#11)",
        "med kortläsarprogrammets modul (PKCS#11)",
        "with the reader software's module (PKCS#11)",
    ),
    SignerKind.SCS: Text(
        "kortinlukijaohjelmiston allekirjoituspalvelulla (SCS)",
        "med kortläsarprogrammets underskriftstjänst (SCS)",
        "with the reader software's signature service (SCS)",
    ),
}


@dataclass(frozen=True, slots=True)
class SignerState:
    """What a look at a way to the card's keys found; nothing of it needs a PIN.

    ``about`` is what answered: a module's file and maker, a service's version. ``card``: whether
    it sees a card; None where it does not tell. ``problem`` is an error code (KD-…) or empty.
    ``same_card``: whether it is the card that was read; None where it does not tell.
    """

    kind: SignerKind
    about: str = ""
    card: bool | None = None
    same_card: bool | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CertificateSummary:
    """A certificate of the card for people to look at.

    ``der`` is the certificate itself; ``path``: the certificates (DER) from it to its root, none if
    it does not lead to one, and ``path_names`` what the authorities on it are called.
    ``revocation``: what is known of the path, ``None`` until its issuers have been asked.
    """

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
    der: bytes = field(default=b"", repr=False)
    path: tuple[bytes, ...] = field(default=(), repr=False)
    path_names: tuple[str, ...] = ()
    revocation: tuple[RevocationStatus, ...] | None = None


class CardFactName(StrEnum):
    """What must be known of a card before its keys can be used."""

    PIN1 = "pin1"
    KEY1 = "key1"
    CERTIFICATE1 = "certificate1"
    PIN2 = "pin2"
    KEY2 = "key2"
    CERTIFICATE2 = "certificate2"


CARD_FACT_NAMES: dict[CardFactName, Text] = {
    CardFactName.PIN1: Text(
        "perustunnusluvun muoto (PIN1)", "baskodens form (PIN1)", "form of the basic PIN (PIN1)"
    ),
    CardFactName.KEY1: Text(
        "tunnistautumisavain", "autentiseringsnyckel", "key for authentication"
    ),
    CardFactName.CERTIFICATE1: Text(
        "tunnistautumisvarmenne", "autentiseringscertifikat", "certificate for authentication"
    ),
    CardFactName.PIN2: Text(
        "allekirjoitustunnusluvun muoto (PIN2)",
        "signaturkodens form (PIN2)",
        "form of the signature PIN (PIN2)",
    ),
    CardFactName.KEY2: Text("allekirjoitusavain", "underskriftsnyckel", "key for signatures"),
    CardFactName.CERTIFICATE2: Text(
        "allekirjoitusvarmenne", "underskriftscertifikat", "certificate for signatures"
    ),
}


class FactSource(StrEnum):
    """Who says it: the program's table, the card against the table, the table against the card
    (where believing the card could cost a try), or both alike."""

    TABLE = "table"
    CARD = "card"
    DISPUTED = "disputed"
    BOTH = "both"


FACT_SOURCE_NAMES: dict[FactSource, Text] = {
    FactSource.TABLE: Text("ohjelman taulukosta", "ur programmets tabell", "from the table"),
    FactSource.CARD: Text(
        "kortilta, toisin kuin taulukossa",
        "från kortet, till skillnad från tabellen",
        "from the card, against the table",
    ),
    FactSource.DISPUTED: Text(
        "ohjelman taulukosta, toisin kuin kortilla",
        "ur programmets tabell, till skillnad från kortet",
        "from the table, against the card",
    ),
    FactSource.BOTH: Text(
        "kortilta ja taulukosta", "från kortet och ur tabellen", "from card and table alike"
    ),
}


@dataclass(frozen=True, slots=True)
class CardFact:
    """One fact that the card is used by; ``value`` is for support, in hexadecimal and counts.

    A PIN's reads ``reference, fewest–most digits``, and `` → length × filler`` where it is padded.
    """

    name: CardFactName
    value: str
    source: FactSource
    verified: bool


@dataclass(frozen=True, slots=True)
class CardDetails:
    """A card that was recognised and read: no PIN is needed for any of this.

    ``tries_left`` is for PIN1 and PIN2, ``None`` where the card does not tell.
    ``verified_profile`` is false where the profile stands on unconfirmed facts. ``facts``: what the
    card is used by, and who says so. ``pin_digits``: fewest and most digits of PIN1 and PIN2.
    ``each_signature``: the card wants PIN2 for each signature, and not once for many.
    """

    profile: str
    verified_profile: bool
    holder: Holder
    certificates: tuple[CertificateSummary, ...]
    tries_left: tuple[int | None, int | None]
    facts: tuple[CardFact, ...] = ()
    pin_digits: tuple[tuple[int, int], tuple[int, int]] = ((4, 8), (4, 8))
    each_signature: bool = False


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One reader and what is in it. ``problem`` is an error code (KD-…) or empty.

    ``model`` names a card that its ATR tells, also one that the desk cannot use. ``pin_pad``: PINs
    can be typed on the reader itself.
    """

    name: str
    presence: CardPresence
    atr: str = ""
    card: CardDetails | None = None
    problem: str = ""
    model: str = ""
    pin_pad: bool = False


class RemoteSession(StrEnum):
    """Whether the desk is seen from another machine: then the readers there need sharing."""

    NONE = "none"
    RDP = "RDP"
    CITRIX = "Citrix"
    X_FORWARDED = "X11"


@dataclass(frozen=True, slots=True)
class CardsState:
    """Everything about cards at one moment; ``counter`` grows by one at every change."""

    counter: int
    service: ServiceState
    readers: tuple[ReaderState, ...] = ()
    remote: RemoteSession = RemoteSession.NONE

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
