"""The event of the access log (käyttöloki): who used whose data, which, for what, when.

Law 703/2023 §10.2 names the least content: the data used, the provider whose data it is, the
user's name and unique identifier, the purpose, the time (facts: access-log §1.1, §2.1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kanta_desk.model.people import WorkContext
from kanta_desk.model.text import Text


class EventKind(StrEnum):
    """Kinds of event; the value is what is stored."""

    SIGN_IN = "KIRJAUTUMINEN"
    SIGN_OUT = "ULOSKIRJAUTUMINEN"
    LOCK = "ISTUNTO_LUKITTU"
    UNLOCK = "ISTUNTO_AVATTU"
    CONTEXT = "ASIAYHTEYS_AVATTU"
    SEARCH = "HAKU"
    METADATA = "KUVAILUTIEDOT"
    VERSIONS = "VERSIOT"
    VIEW = "KATSELU"
    COMPARE = "VERTAILU"
    EXPORT = "VIENTI"
    PRINT = "TULOSTUS"
    CLIPBOARD = "LEIKEPÖYTÄ"
    DEPLOYMENT_TEST = "KÄYTTÖÖNOTTOKOE"
    REPORT = "RAPORTTI"
    INVALIDATION = "MITÄTÖINTI"
    LOG_SEARCH = "LOKIN_HAKU"
    LOG_VIEW = "LOKIN_KATSELU"
    LOG_EXPORT = "LOKIN_VIENTI"
    LOG_VERIFY = "LOKIN_TARKISTUS"
    RIGHTS_CHANGE = "OIKEUSMUUTOS"
    SETTINGS_CHANGE = "ASETUSMUUTOS"


EVENT_NAMES: dict[EventKind, Text] = {
    EventKind.SIGN_IN: Text("Kirjautuminen", "Inloggning", "Sign-in"),
    EventKind.SIGN_OUT: Text("Uloskirjautuminen", "Utloggning", "Sign-out"),
    EventKind.LOCK: Text("Lukitus", "Låsning", "Lock"),
    EventKind.UNLOCK: Text("Lukituksen avaus", "Upplåsning", "Unlock"),
    EventKind.CONTEXT: Text("Rekisterin tai käyttötarkoituksen vaihto", "Byte av register eller användningsändamål", "Change of register or purpose"),
    EventKind.SEARCH: Text("Haku", "Sökning", "Search"),
    EventKind.METADATA: Text("Kuvailutietojen katselu", "Visning av beskrivningsuppgifter", "Metadata viewed"),
    EventKind.VERSIONS: Text("Versioiden katselu", "Visning av versioner", "Versions viewed"),
    EventKind.VIEW: Text("Asiakirjan katselu", "Visning av handling", "Document viewed"),
    EventKind.COMPARE: Text("Vertailu", "Jämförelse", "Comparison"),
    EventKind.EXPORT: Text("Vienti", "Export", "Export"),
    EventKind.PRINT: Text("Tulostus", "Utskrift", "Print"),
    EventKind.CLIPBOARD: Text("Kopiointi leikepöydälle", "Kopiering till urklipp", "Copy to clipboard"),
    EventKind.DEPLOYMENT_TEST: Text("Käyttöönottokoe", "Driftsättningsprov", "Deployment test"),
    EventKind.REPORT: Text("Raportin kirjoittaminen", "Skrivning av rapport", "Report written"),
    EventKind.INVALIDATION: Text("Mitätöinti", "Makulering", "Invalidation"),
    EventKind.LOG_SEARCH: Text("Haku käyttölokista", "Sökning i användningsloggen", "Access log searched"),
    EventKind.LOG_VIEW: Text("Lokitapahtuman katselu", "Visning av logghändelse", "Log event viewed"),
    EventKind.LOG_EXPORT: Text("Käyttölokin vienti", "Export av användningsloggen", "Access log exported"),
    EventKind.LOG_VERIFY: Text("Käyttölokin tarkastus", "Kontroll av användningsloggen", "Access log verified"),
    EventKind.RIGHTS_CHANGE: Text("Käyttöoikeuden muutos", "Ändring av behörighet", "Change of rights"),
    EventKind.SETTINGS_CHANGE: Text("Asetuksen muutos", "Ändring av inställning", "Change of settings"),
}  # fmt: skip


class Phase(StrEnum):
    """An act leaves two events: the intent before it, and how it ended after it."""

    INTENT = "aie"
    DONE = "toteutui"
    FAILED = "epäonnistui"
    CANCELLED = "peruttu"
    UNKNOWN = "ei tiedossa"


PHASE_NAMES: dict[Phase, Text] = {
    Phase.INTENT: Text("aie", "avsikt", "intent"),
    Phase.DONE: Text("toteutui", "utfördes", "done"),
    Phase.FAILED: Text("epäonnistui", "misslyckades", "failed"),
    Phase.CANCELLED: Text("peruttu", "avbruten", "cancelled"),
    Phase.UNKNOWN: Text("ei tiedossa", "okänt", "not known"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as it was at the time: never joined from a present table later.

    ``role``: the roles granted in the register; ``title``: the profession that the card tells.
    """

    user_id: str
    user_name: str
    role: str = ""
    title: str = ""
    unit_oid: str = ""
    unit_name: str = ""
    card_type: str = ""
    certificate_serial: str = ""
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data and which: what the act touches. Never a document's content.

    ``client_id`` is stored as the law needs it and shown masked. ``query`` is the search
    conditions without the client's identifier. ``documents`` lists the OIDs of a list answer.
    """

    client_id: str = ""
    client_name: str = ""
    document_oid: str = ""
    document_version: int | None = None
    set_id: str = ""
    document_type: str = ""
    service_task: str = ""
    query: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """What is about to be done; the log makes an event of it before the act."""

    kind: EventKind
    actor: Actor
    context: WorkContext | None
    subject: Subject = field(default_factory=Subject)
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the act ended. ``subject`` holds what only the answer told, or is None.

    ``evidence`` is text that proves the act, such as the challenge that a card signed at sign-in,
    message, signature and certificate; it becomes part of the hashed entry.
    """

    phase: Phase
    error_code: str = ""
    result_count: int | None = None
    subject: Subject | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log, complete; names, unit and role are those of its time.

    ``intent_seq`` is the number of the intent that this event settles, for outcomes.
    ``leaf_hash`` (hex) is what the log's tree is built from.
    """

    seq: int
    event_id: str
    time: datetime
    kind: EventKind
    phase: Phase
    actor: Actor
    controller_oid: str
    controller_name: str
    register: str
    purpose: str
    subject: Subject
    error_code: str
    result_count: int | None
    workstation: str
    os_user: str
    software: str
    request_id: str
    intent_seq: int | None
    leaf_hash: str
    evidence: str = ""

    @property
    def register_key(self) -> str:
        """Controller and register as ``Register.key`` writes them."""
        return f"{self.controller_oid}/{self.register}"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Conditions joined by AND; empty means any. Times are aware, from inclusive, to exclusive.

    ``user`` and ``client`` match an identifier exactly or a name by words. ``register`` is a
    ``Register.key``: the law has the log kept and used per register.
    """

    user: str = ""
    client: str = ""
    document: str = ""
    kind: EventKind | None = None
    phase: Phase | None = None
    time_from: datetime | None = None
    time_to: datetime | None = None
    register: str = ""


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of events, newest first. ``before`` continues it: pass it to get the next page."""

    events: tuple[Event, ...]
    total: int
    before: int | None


@dataclass(frozen=True, slots=True)
class LogHead:
    """The head of the log's tree: how many events and the root hash over them (RFC 9162)."""

    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.size}:{self.root.hex()}"
