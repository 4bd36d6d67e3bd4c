"""The event of the access log (käyttöloki): who used whose data, which, for what, when.

Law 703/2023 §10.2 names the least content: the data used, the provider whose data it is, the
user's name and unique identifier, the purpose, the time (facts: access-log §1.1, §2.1).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from kanta_desk.model.event_details import (
    NO_CHANGE,
    NO_GROUNDS,
    USUAL_CLOCK,
    Change,
    ClockReading,
    Grounds,
)
from kanta_desk.model.event_names import Names
from kanta_desk.model.people import Identity, WorkContext
from kanta_desk.model.text import Text

_LONGEST_CODE = 80


class StoredCode(StrEnum):
    """A code that is stored: the members are those that this program writes.

    One that it does not know, of another program or of a later version, is a value too, which is
    shown by its code and searched like the others: a log is not damaged because it is newer.
    """

    __hash__ = str.__hash__  # as its equality goes, so that names are found by the bare code too

    @classmethod
    def _missing_(cls, value: object) -> StoredCode | None:
        if not (isinstance(value, str) and 0 < len(value) <= _LONGEST_CODE):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = unknown._value_ = value
        return unknown


class EventKind(StoredCode):
    """Kinds of event that this program writes; what they are called and what each needs is data
    (``resources/log/kinds.toml``), where every kind here has its entry."""

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
    INVALIDATION_PLAN = "MITÄTÖINTISUUNNITELMA"
    INVALIDATION_LIST = "MITÄTÖINTIEN_KATSELU"
    SIGNATURE = "ALLEKIRJOITUS"
    LOG_SEARCH = "LOKIN_HAKU"
    LOG_VIEW = "LOKIN_KATSELU"
    LOG_EXPORT = "LOKIN_VIENTI"
    LOG_VERIFY = "LOKIN_TARKISTUS"
    LOG_YEAR = "LOKIVUOSI_ALKOI"
    LOG_YEAR_SEAL = "LOKIVUOSI_SINETÖITY"
    LOG_SEAL = "LOKIN_SINETÖINTI"
    LOG_HOLD = "LOKIN_HÄVITYSKIELTO"
    LOG_CASE = "LOKIN_SELVITYS"
    LOG_DISPOSAL = "LOKIN_HÄVITYS"
    LOG_DISPOSAL_PLAN = "LOKIN_HÄVITYSESITYS"
    LOG_RECOVERY = "LOKIN_PALAUTUS"
    LOG_INCIDENT = "LOKIN_POIKKEAMA"
    LOG_IMPORT = "LOKIN_VASTAANOTTO"
    LOG_CLOCK = "LOKIN_KELLONAIKA"
    RIGHTS_VIEW = "OIKEUKSIEN_KATSELU"
    RIGHTS_CHANGE = "OIKEUSMUUTOS"
    SETTINGS_CHANGE = "ASETUSMUUTOS"


EVENT_NAMES: Names[EventKind] = Names()
"""Filled by ``accesslog.kinds`` from the data, with the kinds that others write too."""


class Phase(StoredCode):
    """An act leaves two events: the intent before it, and how it ended after it."""

    INTENT = "aie"
    DONE = "toteutui"
    FAILED = "epäonnistui"
    CANCELLED = "peruttu"
    UNKNOWN = "ei tiedossa"


PHASE_NAMES: Names[Phase] = Names(
    {
        Phase.INTENT: Text("aie", "avsikt", "intent"),
        Phase.DONE: Text("toteutui", "utfördes", "done"),
        Phase.FAILED: Text("epäonnistui", "misslyckades", "failed"),
        Phase.CANCELLED: Text("peruttu", "avbruten", "cancelled"),
        Phase.UNKNOWN: Text("ei tiedossa", "okänt", "not known"),
    }
)


CARRIED = "vanha"
"""The tree that holds the events of the form before the log was kept per register."""

_REF = re.compile(r"(?:(.+)/)?(\d{4})/([1-9]\d{0,15})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class TreeName:
    """One file of the log, which is one hash tree: a register's year (UTC).

    ``register`` is a ``Register.key``, or ``CARRIED``.
    """

    register: str
    year: int

    def __str__(self) -> str:
        return f"{self.register}/{self.year:04}"


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """Where one event is: the register, its year, and the number in that year, from 1."""

    register: str
    year: int
    seq: int

    @property
    def tree(self) -> TreeName:
        """The file and tree that the event is in."""
        return TreeName(self.register, self.year)

    @property
    def short(self) -> str:
        """As people read it in a register that is in hand: ``2026/15``."""
        place = f"{self.year:04}/{self.seq}"
        return f"{CARRIED}/{place}" if self.register == CARRIED else place

    def __str__(self) -> str:
        return f"{self.tree}/{self.seq}"

    @classmethod
    def parse(cls, text: str, register: str = "") -> EventRef:
        """Read ``short`` (of an event in ``register``) or the whole form.

        Raises:
            ValueError: if it is neither.
        """
        found = _REF.fullmatch(text.strip())
        if found is None or not (found[1] or register):
            raise ValueError("not the number of an event, such as 2026/15")
        return cls(found[1] or register, int(found[2]), int(found[3]))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as it was at the time: never joined from a present table later.

    ``role``: the roles granted in the register; ``title``: the profession that the card tells;
    ``task``: the one among several roles that the act was let through by (työtehtävä).
    ``card_id`` is told where the card was asked: the other events of the session have its id.
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
    task: str = ""
    card_id: str = ""

    @property
    def identity(self) -> Identity:
        """By what the register of rights knows the user."""
        return Identity.on_card(self.user_id, self.card_type)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data and which: what the act touches. Never a document's content.

    ``client_id`` is stored as the law needs it and shown masked. ``query`` is the search
    conditions without the client's identifier. ``documents`` lists the OIDs of a list answer.
    ``category`` is the class of data (tietoluokka), ``process`` the service process; ``origin`` is
    empty for the archive. ``client_flags``: see ``event_details``.
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
    client_flags: tuple[str, ...] = ()
    category: str = ""
    process: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Intent:
    """What is about to be done; the log makes an event of it before the act.

    ``evidence`` says exactly what, where that must be known after a crash; it is part of the
    hashed entry of the intent.
    """

    kind: EventKind
    actor: Actor
    context: WorkContext
    subject: Subject = field(default_factory=Subject)
    request_id: str = ""
    evidence: str = ""
    grounds: Grounds = NO_GROUNDS
    change: Change = NO_CHANGE
    clock: ClockReading = USUAL_CLOCK
    on_behalf: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the act ended. ``subject`` holds what only the answer told, or is None.

    ``evidence`` is text that proves the act, such as the challenge that a card signed at sign-in,
    message, signature and certificate; it becomes part of the hashed entry. ``shown_count`` is
    told where not all of the results were shown, ``dwell_ms`` by an event that ends a look,
    ``answer_ref`` is the archive's own number of its answer. ``error_text`` names no person.
    """

    phase: Phase
    error_code: str = ""
    result_count: int | None = None
    subject: Subject | None = None
    evidence: str = ""
    error_text: str = ""
    shown_count: int | None = None
    dwell_ms: int | None = None
    answer_ref: str = ""
    change: Change = NO_CHANGE
    clock: ClockReading = USUAL_CLOCK


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the log, complete; names, unit and role are those of its time.

    ``intent_ref`` is the intent that this event settles, for outcomes; it may be of the year
    before. ``event_id`` is as stored, which ``uuid`` gives as people know it. ``leaf_hash`` (hex)
    is what the log's tree is built from. ``on_behalf`` is the provider whose client data is used,
    where that is not the controller; ``system_oid`` is told where a year of the log begins. The
    rest is as ``Intent`` and ``Outcome`` gave it.
    """

    ref: EventRef
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
    intent_ref: EventRef | None
    leaf_hash: str
    evidence: str = ""
    error_text: str = ""
    shown_count: int | None = None
    dwell_ms: int | None = None
    answer_ref: str = ""
    on_behalf: str = ""
    system_oid: str = ""
    grounds: Grounds = NO_GROUNDS
    change: Change = NO_CHANGE
    clock: ClockReading = USUAL_CLOCK

    @property
    def seq(self) -> int:
        """The number in the register's year, from 1."""
        return self.ref.seq

    @property
    def for_whom(self) -> str:
        """The provider whose client data is used (lukuun), where it is not the user's own: the one
        that is named, or the controller whose register is used by right; else empty."""
        return self.on_behalf or (self.controller_oid if self.grounds.register_right else "")

    @property
    def uuid(self) -> str:
        """The event's id as a UUID, which it is stored as in base64, and in the old form as such."""
        if "-" in self.event_id:
            return self.event_id
        return str(UUID(bytes=base64.b64decode(f"{self.event_id}==", validate=True)))

    @property
    def register_key(self) -> str:
        """Controller and register as ``Register.key`` writes them."""
        return f"{self.controller_oid}/{self.register}"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Conditions joined by AND; empty means any. Times are aware, from inclusive, to exclusive.

    ``user`` and ``client`` match an identifier exactly or a name by words, ``unit`` a name by
    words; a word matches by its beginning. A name finds the person, and so all events of that
    person, also those from when the name was another. ``register`` is a ``Register.key``: the law has the log
    kept and used per register. An event that meets any of ``without`` does not match.
    """

    user: str = ""
    client: str = ""
    document: str = ""
    kind: EventKind | None = None
    phase: Phase | None = None
    time_from: datetime | None = None
    time_to: datetime | None = None
    register: str = ""
    purpose: str = ""
    unit: str = ""
    session: str = ""
    without: tuple[EventFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of events, newest first. ``before`` continues it: pass it to get the next page."""

    events: tuple[Event, ...]
    before: EventRef | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many events have one value: its key as stored, and its name where it has one."""

    key: str
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Exact counts of what matches, the largest first; ``months`` (``2026-11``) in order of time.

    ``users`` holds the ``MOST_USERS`` with most events.
    """

    MOST_USERS = 50

    total: int
    kinds: tuple[Share, ...]
    phases: tuple[Share, ...]
    users: tuple[Share, ...]
    units: tuple[Share, ...]
    purposes: tuple[Share, ...]
    months: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class TreeHead:
    """The head of one tree: how many events and the root hash over them (RFC 9162)."""

    tree: TreeName
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.tree} {self.size} {base64.b64encode(self.root).decode()}"

    @classmethod
    def parse(cls, line: str) -> TreeHead:
        """Read a line of ``LogHead.text``.

        Raises:
            ValueError: if it is none.
        """
        tree, size, root = line.rsplit(" ", 2)
        register, year = tree.rsplit("/", 1)
        return cls(TreeName(register, int(year)), int(size), base64.b64decode(root, validate=True))


@dataclass(frozen=True, slots=True)
class LogHead:
    """The heads of every register's newest tree, so that one signature covers the whole log.

    ``trees`` are in the order of their names. The first event of each tree holds the heads as they
    were when it began, and so vouches for the trees that these are too new to name.
    """

    trees: tuple[TreeHead, ...] = ()

    @property
    def size(self) -> int:
        """How many events these trees hold together."""
        return sum(head.size for head in self.trees)

    @property
    def text(self) -> str:
        """A line for each tree: register/year, size, root in base64."""
        return "".join(f"{head}\n" for head in self.trees)

    @property
    def digest(self) -> bytes:
        """SHA-256 of ``text``: what a card signs."""
        return sha256(self.text.encode()).digest()

    def of(self, tree: TreeName) -> TreeHead | None:
        """The head of one tree; None if it is not among the newest."""
        return next((head for head in self.trees if head.tree == tree), None)

    def __str__(self) -> str:
        return f"{self.size}:{self.digest.hex()}"

    @classmethod
    def parse(cls, text: str) -> LogHead:
        """Read ``text`` back.

        Raises:
            ValueError: if a line is none.
        """
        return cls(tuple(TreeHead.parse(line) for line in text.splitlines()))
