"""Rights as values: a grant and its basis, why an act is refused, what was changed by whom.

The law wants a register of users and rights (703/2023; STM 825/2022 binds a right to work and
basis); its history is kept as long as the access log that it lives in.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kanta_desk.model.people import Identity, Register, Role
from kanta_desk.model.text import Text


@dataclass(frozen=True, slots=True)
class Mandate:
    """A Suomi.fi mandate: what it is called, its number, and its first and last day."""

    name: str
    number: str
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the controller: its number or subject, its day, and who decided."""

    number: str
    day: date
    decider: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A basis in free words, as files of before had it; a new right needs one of the others."""

    text: str


Basis = Mandate | Decision | Statement


@dataclass(frozen=True, slots=True)
class Grant:
    """One right: who (by the identity on the card), what, where, on what basis, and how long.

    ``name`` is the person's at the time. ``id`` is unique in its register, and empty until the
    grant is in force.
    """

    person: Identity
    name: str
    role: Role
    register: Register
    basis: Basis
    valid_from: date
    valid_to: date | None = None
    id: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day on which the right can be used: a mandate that ends, ends it too."""
        ends = [self.valid_to] if self.valid_to else []
        if isinstance(self.basis, Mandate):
            ends.append(self.basis.valid_to)
        return min(ends, default=None)

    @property
    def first_day(self) -> date:
        """The first day on which the right can be used."""
        if isinstance(self.basis, Mandate):
            return max(self.valid_from, self.basis.valid_from)
        return self.valid_from

    def holds(self, on: date) -> bool:
        """Whether ``on`` is one of its days; both ends count in."""
        return self.first_day <= on and (self.last_day is None or on <= self.last_day)

    @property
    def right(self) -> Hashable:
        """What the grant gives, apart from its id and names: to whom, where, on what basis, when.
        Equal for two grants of the same right."""
        days = (self.first_day, self.last_day)
        return (self.person, self.role, self.register.key, self.basis, days)

    def same_right(self, other: Grant) -> bool:
        """Whether both give the same person the same right on the same basis and days."""
        return self.right == other.right


@dataclass(frozen=True, slots=True)
class Deed:
    """Who changed rights and when: identity and name at the time, and an aware moment."""

    by: Identity
    name: str
    at: datetime


class GrantState(StrEnum):
    """How a grant stands on a day."""

    VALID = "valid"
    COMING = "coming"
    ENDED = "ended"
    REVOKED = "revoked"


GRANT_STATE_NAMES: dict[GrantState, Text] = {
    GrantState.VALID: Text("voimassa", "gäller", "valid"),
    GrantState.COMING: Text("tulossa voimaan", "börjar senare", "begins later"),
    GrantState.ENDED: Text("päättynyt", "har upphört", "ended"),
    GrantState.REVOKED: Text("peruttu", "återkallad", "revoked"),
}


@dataclass(frozen=True, slots=True)
class GrantRecord:
    """A grant with its history: by whom granted, and by whom and why revoked, if so."""

    grant: Grant
    granted: Deed
    revoked: Deed | None = None
    reason: str = ""

    def state(self, on: date) -> GrantState:
        """How it stands on a day."""
        if self.revoked is not None:
            return GrantState.REVOKED
        if self.grant.holds(on):
            return GrantState.VALID
        return GrantState.COMING if on < self.grant.first_day else GrantState.ENDED

    @property
    def by_oneself(self) -> bool:
        """Whether the person granted the right to himself or herself."""
        return self.granted.by == self.grant.person


class ChangeKind(StrEnum):
    """The kinds of change; the value is what is stored."""

    FIRST = "first"
    GRANT = "grant"
    REVOKE = "revoke"
    IMPORT = "import"
    TWO_PERSONS = "two-persons"
    PRACTICE = "practice"


CHANGE_NAMES: dict[ChangeKind, Text] = {
    ChangeKind.FIRST: Text(
        "Ensimmäinen pääkäyttäjä", "Första huvudanvändaren", "First administrator"
    ),
    ChangeKind.GRANT: Text("Oikeus myönnettiin", "Behörighet beviljades", "Right granted"),
    ChangeKind.REVOKE: Text("Oikeus peruttiin", "Behörighet återkallades", "Right revoked"),
    ChangeKind.IMPORT: Text(
        "Oikeuksia tuotiin tiedostosta",
        "Behörigheter importerades från en fil",
        "Rights imported from a file",
    ),
    ChangeKind.TWO_PERSONS: Text(
        "Kahden henkilön sääntöä muutettiin",
        "Tvåpersonersregeln ändrades",
        "The two-person rule was changed",
    ),
    ChangeKind.PRACTICE: Text(
        "Harjoitusaineiston oikeudet", "Övningsmaterialets behörigheter", "Rights of practice"
    ),
}


@dataclass(frozen=True, slots=True)
class Revocation:
    """Which grant ends, and why."""

    grant_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class RightsChange:
    """One change of the rights in one register, as it stands in the access log.

    ``number`` counts the register's changes from 1; ``previous`` is the SHA-256 (hex) of the change
    before it, empty for the first. ``two_persons`` is None if the change leaves that rule alone.
    """

    number: int
    previous: str
    kind: ChangeKind
    register: Register
    grants: tuple[Grant, ...] = ()
    revoked: tuple[Revocation, ...] = ()
    two_persons: bool | None = None


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change and who made it when."""

    change: RightsChange
    deed: Deed


class Refusal(StrEnum):
    """Why an act is refused."""

    NO_RIGHT = "no right"
    ROLE = "role"
    NOT_YET = "not yet"
    ENDED = "ended"
    REVOKED = "revoked"
    PURPOSE = "purpose"
    DAMAGED = "damaged"
    SAME_PERSON = "same person"
    NOT_FIRST = "not first"


REFUSAL_NAMES: dict[Refusal, Text] = {
    Refusal.NO_RIGHT: Text(
        "sinulla ei ole käyttöoikeutta tässä rekisterissä",
        "du har ingen behörighet i detta register",
        "you have no right in this register",
    ),
    Refusal.ROLE: Text(
        "roolisi tässä rekisterissä ei kata tätä toimintoa",
        "din roll i detta register omfattar inte åtgärden",
        "your role in this register does not cover this act",
    ),
    Refusal.NOT_YET: Text(
        "käyttöoikeutesi ei ole vielä voimassa",
        "din behörighet har inte börjat gälla ännu",
        "your right has not begun yet",
    ),
    Refusal.ENDED: Text(
        "käyttöoikeutesi voimassaolo on päättynyt",
        "din behörighet har upphört att gälla",
        "your right has ended",
    ),
    Refusal.REVOKED: Text(
        "käyttöoikeutesi on peruttu",
        "din behörighet har återkallats",
        "your right was revoked",
    ),
    Refusal.PURPOSE: Text(
        "rooliisi ei kuulu valittu käyttötarkoitus",
        "det valda användningsändamålet hör inte till din roll",
        "the chosen purpose of use is not for your role",
    ),
    Refusal.DAMAGED: Text(
        "rekisterin oikeustiedot eivät ole eheät, joten niitä ei uskota",
        "registrets behörighetsuppgifter är inte intakta, så de godtas inte",
        "the register's record of rights is not intact, so it is not believed",
    ),
    Refusal.SAME_PERSON: Text(
        "mitätöinnin vahvistaa toinen henkilö omalla kortillaan",
        "makuleringen bekräftas av en annan person med eget kort",
        "another person confirms the invalidation with a card of their own",
    ),
    Refusal.NOT_FIRST: Text(
        "ohjelmassa on jo pääkäyttäjä; uuden rekisterin ottaa käyttöön hän",
        "programmet har redan en huvudanvändare, som tar i bruk ett nytt register",
        "the program has an administrator already, who begins a new register",
    ),
}


class RightsFault(StrEnum):
    """What is wrong with the record of rights, or with its file."""

    CHAIN = "chain"
    UNREADABLE = "unreadable"
    NOT_ENTITLED = "not entitled"
    LOST = "lost"
    EDITED = "edited"
    REMOVED = "removed"
    FILE = "file"


RIGHTS_FAULT_NAMES: dict[RightsFault, Text] = {
    RightsFault.CHAIN: Text(
        "oikeusmuutosten ketju on katkennut: muutos puuttuu tai sitä on muokattu",
        "kedjan av behörighetsändringar är bruten: en ändring saknas eller har ändrats",
        "the chain of changes of rights is broken: one is missing or was altered",
    ),
    RightsFault.UNREADABLE: Text(
        "oikeusmuutosta ei voi lukea",
        "behörighetsändringen kan inte läsas",
        "a change of rights cannot be read",
    ),
    RightsFault.NOT_ENTITLED: Text(
        "muutoksen tekijällä ei ollut siihen oikeutta",
        "den som gjorde ändringen hade inte rätt till det",
        "who made the change had no right to it",
    ),
    RightsFault.LOST: Text(
        "käyttölokista puuttuu oikeusmuutoksia, jotka siellä on ollut",
        "behörighetsändringar som har funnits i användningsloggen saknas",
        "changes of rights that were in the access log are missing from it",
    ),
    RightsFault.EDITED: Text(
        "oikeutta on muutettu ohjelman ohi; sitä ei uskota",
        "behörigheten har ändrats förbi programmet; den godtas inte",
        "a right was changed past the program; it is not believed",
    ),
    RightsFault.REMOVED: Text(
        "oikeus on poistettu tiedostosta ohjelman ohi; se on yhä voimassa",
        "behörigheten har tagits bort ur filen förbi programmet; den gäller fortfarande",
        "a right was taken out of the file past the program; it still holds",
    ),
    RightsFault.FILE: Text(
        "oikeustiedostoa ei voi lukea; oikeudet luetaan käyttölokista",
        "behörighetsfilen kan inte läsas; behörigheterna läses ur användningsloggen",
        "the file of rights cannot be read; rights are read from the access log",
    ),
}


@dataclass(frozen=True, slots=True)
class RightsFinding:
    """One thing found amiss; ``detail`` is for support and names no person."""

    fault: RightsFault
    register: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RightsOverview:
    """All that is known of the rights in one register on one day.

    ``records`` and ``changes`` are in the order of time; ``expiring`` are valid grants that end
    within 90 days, first to end first.
    """

    register: Register
    day: date
    records: tuple[GrantRecord, ...]
    changes: tuple[PastChange, ...]
    expiring: tuple[Expiring, ...]
    two_persons: bool
    findings: tuple[RightsFinding, ...]


@dataclass(frozen=True, slots=True)
class Expiring:
    """A right that ends soon. ``within`` is the notice that it falls under: 7, 30 or 90 days.

    ``last_administrator``: after it nobody would administer the register.
    """

    record: GrantRecord
    last_day: date
    days: int
    within: int
    last_administrator: bool = False
