"""What a verification of the access log found, as a value for pages, commands and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.text import Text


class FaultKind(StrEnum):
    """What does not hold in the log."""

    ENTRY = "entry"
    NUMBER = "number"
    TREE = "tree"
    HEAD = "head"
    START = "start"
    INDEX = "index"
    STORE = "store"


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
    FaultKind.START: Text(
        "Vuoden loki ei jatku siitä, mihin edellinen päättyi",
        "Årets logg fortsätter inte där den föregående slutade",
        "The year's log does not continue where the one before it ended",
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
}


@dataclass(frozen=True, slots=True)
class LogFault:
    """One fault: in which file, from which event to which (inclusive; both 0 if not of events).

    ``detail`` is technical, for support, and holds no personal data.
    """

    kind: FaultKind
    file: str
    seq_from: int = 0
    seq_to: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome of a whole verification.

    ``size`` and ``root`` (hex) are recomputed from the events themselves. ``faults`` come in the
    order found; ``cut`` says that there were more than were kept.
    """

    started: datetime
    ended: datetime
    files: tuple[str, ...]
    size: int
    root: str
    faults: tuple[LogFault, ...] = ()
    cut: bool = False

    @property
    def intact(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


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
