"""What a verification of the access log found, as a value for pages, commands and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from kanta_desk.model.text import Text


class FaultKind(StrEnum):
    """What does not hold in the log."""

    ENTRY = "entry"
    NUMBER = "number"
    TREE = "tree"
    HEAD = "head"
    PRUNED = "pruned"
    YEAR = "year"
    CHECKPOINT = "checkpoint"
    ORDER = "order"
    CLOCK = "clock"
    KEY = "key"
    CARD = "card"
    ROLLED_BACK = "rolled-back"
    FORKED = "forked"
    MISSING = "missing"
    SEAL = "seal"
    INDEX = "index"
    STORE = "store"
    STRANGER = "stranger"


FAULT_NAMES: dict[FaultKind, Text] = {
    FaultKind.ENTRY: Text(
        "Tapahtuma ei vastaa tiivistettään: sitä on muutettu",
        "Händelsen motsvarar inte sitt kondensat: den har ändrats",
        "The event does not match its hash: it was changed",
    ),
    FaultKind.NUMBER: Text(
        "Tapahtuma puuttuu tai on väärällä paikalla",
        "En händelse saknas eller ligger på fel plats",
        "An event is missing or out of its place",
    ),
    FaultKind.TREE: Text(
        "Tapahtumat eivät vastaa tiivistepuuta: jokin niistä on kirjoitettu uudelleen",
        "Händelserna motsvarar inte kondensatträdet: någon av dem har skrivits om",
        "The events do not match the hash tree: one of them was rewritten",
    ),
    FaultKind.HEAD: Text(
        "Lokin loppu ei vastaa juuritiivistettä: tapahtumia on poistettu tai lisätty",
        "Loggens slut motsvarar inte rotkondensatet: händelser har tagits bort eller lagts till",
        "The end of the log does not match its root hash: events were removed or added",
    ),
    FaultKind.PRUNED: Text(
        "Tapahtumia on poistettu ilman hyväksyttyä hävitystä, tai hävitys on kesken",
        "Händelser har tagits bort utan godkänd gallring, eller gallringen är inte slutförd",
        "Events were removed without an approved disposal, or a disposal was left unfinished",
    ),
    FaultKind.YEAR: Text(
        "Vuoden loki ei vastaa sitä, mitä myöhemmät lokit siitä kertovat",
        "Årets logg motsvarar inte det som senare loggar säger om den",
        "The year's log is not what later logs say of it",
    ),
    FaultKind.CHECKPOINT: Text(
        "Allekirjoitettu tarkistuspiste ei vastaa tapahtumia: historiaa on kirjoitettu uudelleen",
        "En undertecknad kontrollpunkt motsvarar inte händelserna: historien har skrivits om",
        "A signed checkpoint does not match the events: history was rewritten",
    ),
    FaultKind.ORDER: Text(
        "Tarkistuspisteitä puuttuu tai ne ovat väärässä järjestyksessä",
        "Kontrollpunkter saknas eller ligger i fel ordning",
        "Checkpoints are missing or out of order",
    ),
    FaultKind.CLOCK: Text(
        "Kello on siirtynyt taaksepäin",
        "Klockan har gått bakåt",
        "The clock went back",
    ),
    FaultKind.KEY: Text(
        "Tarkistuspistettä ei ole allekirjoittanut sen ajan avain, tai avainketju katkeaa",
        "Kontrollpunkten är inte undertecknad med sin tids nyckel, eller nyckelkedjan bryts",
        "A checkpoint was not signed by the key of its time, or the key chain breaks",
    ),
    FaultKind.CARD: Text(
        "Kortin allekirjoitus ei vastaa lokia",
        "Kortets underskrift motsvarar inte loggen",
        "A card's signature does not match the log",
    ),
    FaultKind.ROLLED_BACK: Text(
        "Loki on palautettu aiempaan tilaan: muualla on todiste myöhemmistä tapahtumista",
        "Loggen har återställts till ett tidigare läge: annanstans finns bevis på senare händelser",
        "The log was rolled back: elsewhere there is proof of later events",
    ),
    FaultKind.FORKED: Text(
        "Lokilla on kaksi historiaa: muualla säilytetty tarkistuspiste on toinen",
        "Loggen har två historier: kontrollpunkten som bevaras annanstans är en annan",
        "The log has two histories: the checkpoint kept elsewhere is another",
    ),
    FaultKind.MISSING: Text(
        "Lokitiedosto puuttuu",
        "En loggfil saknas",
        "A log file is missing",
    ),
    FaultKind.SEAL: Text(
        "Suljettua vuotta on muutettu",
        "Ett förseglat år har ändrats",
        "A sealed year was changed",
    ),
    FaultKind.INDEX: Text(
        "Hakuluettelo ei vastaa tapahtumia: haku ei löydä kaikkea",
        "Sökregistret motsvarar inte händelserna: sökningen hittar inte allt",
        "A search list does not match the events: a search would miss some",
    ),
    FaultKind.STORE: Text(
        "Lokitiedoston rakenne on vaurioitunut",
        "Loggfilens struktur är skadad",
        "The log file's structure is damaged",
    ),
    FaultKind.STRANGER: Text(
        "Lokin kansiossa on tiedosto, joka ei kuulu lokiin",
        "I loggens mapp finns en fil som inte hör till loggen",
        "In the log's folder there is a file that is no part of the log",
    ),
}


WHY_NAMES: dict[str, Text] = {
    "opened": Text("ohjelman avaus", "programstart", "opening"),
    "count": Text("256 tapahtumaa", "256 händelser", "256 events"),
    "hour": Text("tunti täynnä", "en timme gått", "an hour passed"),
    "sign-in": Text("kirjautuminen", "inloggning", "sign-in"),
    "sign-out": Text("uloskirjautuminen", "utloggning", "sign-out"),
    "invalidation": Text("mitätöinti", "makulering", "invalidation"),
    "disposal": Text("hävitys", "gallring", "disposal"),
    "year": Text("vuosi vaihtui", "årsskifte", "end of year"),
    "closed": Text("ohjelman sulkeminen", "programmet stängdes", "closing"),
    "asked": Text("pyynnöstä", "på begäran", "on request"),
}
"""What a checkpoint was made for, by the word that stands in it."""


SHORT_ROOT = 24
"""Digits of a root hash that tell a tree apart where there is no room for all: 96 bits."""


@dataclass(frozen=True, slots=True)
class Had:
    """What something that the log cannot rewrite says that a tree once was.

    ``writer`` is the log's; ``tree`` a ``TreeName`` as text, or the key chain's file, where
    ``size`` is the epoch and ``root`` its public key. ``root`` is in hex: whole, its first
    ``SHORT_ROOT`` digits, or nothing where only the size was kept.
    """

    writer: str
    tree: str
    size: int
    root: str = ""

    def is_of(self, other: Had) -> bool:
        """Whether this is what ``other`` says, which may know more of the root or less."""
        if (self.writer, self.tree, self.size) != (other.writer, other.tree, other.size):
            return False
        if not self.root or not other.root:
            return not self.root
        short = min(len(self.root), len(other.root))
        return short >= SHORT_ROOT and self.root[:short] == other.root[:short]


@dataclass(frozen=True, slots=True)
class LogFault:
    """One fault: in which file, from which event to which (inclusive; both 0 if not of events).

    ``detail`` is technical, for support, and holds no personal data. ``place`` names the place
    outside that told of it. ``had`` is what was lost, where that can be acknowledged as a loss.
    """

    kind: FaultKind
    file: str
    seq_from: int = 0
    seq_to: int = 0
    detail: str = ""
    place: str = ""
    had: Had | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A loss that an auditor has acknowledged: no fault any more, and never forgotten.

    ``event`` is the number of the event that says so, whole; ``has_size`` and ``has_root`` how the
    tree stood then (0 and empty: it was not there).
    """

    fault: LogFault
    event: str
    by: str
    time: datetime
    reason: str
    has_size: int = 0
    has_root: str = ""


@dataclass(frozen=True, slots=True)
class AnchorState:
    """How it stands with a place outside: last reached when, how much waits, and why.

    ``lacked`` is how many notes it should have had at the start and had not; they were sent anew.
    """

    name: str
    reached: datetime | None
    waiting: int
    reason: str = ""
    lacked: int = 0


@dataclass(frozen=True, slots=True)
class ProofState:
    """What vouches for an event: the first signed checkpoint that covers it, if one does yet.

    ``size`` is how many events that covers; ``card``: whether a card has signed the log since.
    """

    sealed: datetime | None
    size: int
    card: bool


@dataclass(frozen=True, slots=True)
class KeptCheckpoint:
    """A signed checkpoint that the log keeps; ``root`` in hex, ``note`` its whole text."""

    tree: str
    size: int
    root: str
    time: datetime
    why: str
    note: str


class Depth(StrEnum):
    """How much a verification looks at."""

    DAILY = "daily"
    """Rows since the last one and a thirtieth of the old ones; all checkpoints and anchors."""
    YEAR = "year"
    """As daily, and every row of the newest year of each register."""
    ROWS = "rows"
    """Every row, the trees, checkpoints, keys, cards' signatures and anchors."""
    FULL = "full"
    """That, and SQLite's own check of the files and the search lists against the rows."""


DEPTH_NAMES: dict[Depth, Text] = {
    Depth.DAILY: Text("päivittäinen", "daglig", "daily"),
    Depth.YEAR: Text("kuluva vuosi", "innevarande år", "the current year"),
    Depth.ROWS: Text("kaikki rivit", "alla rader", "every row"),
    Depth.FULL: Text("täysi", "fullständig", "full"),
}


VERIFIED_EVERY = {Depth.DAILY: 1, Depth.YEAR: 7, Depth.FULL: 30}
"""Days between two verifications of each depth that the program begins by itself."""
AS_GOOD = {
    Depth.DAILY: (Depth.DAILY, Depth.YEAR, Depth.ROWS, Depth.FULL),
    Depth.YEAR: (Depth.YEAR, Depth.ROWS, Depth.FULL),
    Depth.FULL: (Depth.FULL,),
}
"""What stands for a verification of each of these depths."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The last verification of a depth: when it ended, of how many events, and whether it held."""

    depth: Depth
    ended: datetime
    size: int
    intact: bool

    def is_late(self, now: datetime) -> bool:
        """Whether the next should have been done long ago: it was begun and never ended."""
        return (now - self.ended).days > 2 * VERIFIED_EVERY.get(self.depth, 30)


@dataclass(frozen=True, slots=True)
class TreeReport:
    """What was made of one file's tree: ``size`` and ``root`` (hex) from the events themselves.

    ``checked`` of its rows were read; ``checkpoints`` are the signed notes that hold, ``cards``
    the signatures of cards that cover it, ``disposed`` the events whose rows are gone by approval.
    """

    tree: str
    file: str
    size: int
    root: str
    checked: int = 0
    checkpoints: int = 0
    cards: int = 0
    disposed: int = 0


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome of a verification.

    ``faults`` come by file, then in the order found; ``cut`` says that there were more than were
    kept. ``anchors`` names the places outside that were compared with the log; ``unreachable``
    those that could not be. ``acknowledged`` are losses that somebody has answered for.
    """

    started: datetime
    ended: datetime
    depth: Depth = Depth.FULL
    trees: tuple[TreeReport, ...] = ()
    faults: tuple[LogFault, ...] = ()
    cut: bool = False
    anchors: tuple[str, ...] = ()
    unreachable: tuple[str, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()

    @property
    def intact(self) -> bool:
        """Whether nothing was found but what is acknowledged."""
        return not self.faults

    @property
    def losses(self) -> tuple[Had, ...]:
        """What was lost, as far as it can be acknowledged, each once as it is known best."""
        found = list(dict.fromkeys(fault.had for fault in self.faults if fault.had))
        return tuple(
            had
            for at, had in enumerate(found)
            if not any(
                had.is_of(other) and (len(other.root), -place) > (len(had.root), -at)
                for place, other in enumerate(found)
                if place != at
            )
        )

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were looked at, the oldest first."""
        return tuple(tree.file for tree in self.trees)

    @property
    def size(self) -> int:
        """Events in all trees."""
        return sum(tree.size for tree in self.trees)

    @property
    def root(self) -> str:
        """What stands for all trees (hex): the root of the only one, or the digest of all heads."""
        grown = [tree for tree in self.trees if tree.size]
        if len(grown) == 1:
            return grown[0].root
        lines = (f"{tree.tree} {tree.size} {tree.root}\n" for tree in grown)
        return sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """Proof that one event is in a log of ``size`` events with this ``root`` (RFC 9162 §2.1.3).

    ``entry`` is the event's text as it was hashed; ``path`` the hashes from its leaf upwards.
    """

    seq: int
    entry: bytes
    size: int
    root: bytes
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """Proof that a tree of ``new`` events begins with that of ``old`` (RFC 9162 §2.1.4)."""

    old: int
    old_root: bytes
    new: int
    new_root: bytes
    path: tuple[bytes, ...]
