"""Imports of code sets, organisation registers and structures: what would change, told before.

An import is prepared first (``Preview``): what it brings, what of it is at fault, how it differs
from what is there. Nothing has changed until it is taken in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kanta_desk.model.text import Text

MOST_TOLD = 500
"""How many changes and how many problems are told one by one; the counts are always whole."""


class ImportKind(StrEnum):
    """What a file holds."""

    CODE_SET = "codeset"
    ORGANISATIONS = "organisations"
    STRUCTURES = "structures"


KIND_NAMES: dict[ImportKind, Text] = {
    ImportKind.CODE_SET: Text("Koodisto", "Kodsystem", "Code set"),
    ImportKind.ORGANISATIONS: Text(
        "Organisaatiorekisteri", "Organisationsregister", "Organisation register"
    ),
    ImportKind.STRUCTURES: Text("Asiakirjarakenteet", "Handlingsstrukturer", "Document structures"),
}
VERSION_NAMES: dict[str, Text] = {
    "practice": Text("harjoitus", "övning", "practice"),
    "snapshot": Text("poiminta", "utdrag", "snapshot"),
}
"""What versions are called that have no number of their own."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where imported data came from: the file's name and SHA-256, when it was taken in, by whom."""

    file: str
    sha256: str
    at: datetime
    by: str


class RowFault(StrEnum):
    """What can be wrong with one row of a file."""

    NO_CODE = "no code"
    NO_NAME = "no name"
    BAD_DATE = "bad date"
    DATES_REVERSED = "dates reversed"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    UNKNOWN_PARENT = "unknown parent"
    BAD_OID = "bad oid"
    BAD_BUSINESS_ID = "bad business id"
    TOO_LONG = "too long"
    COLUMNS = "columns"
    UNREADABLE = "unreadable"

    @property
    def leaves_out(self) -> bool:
        """Whether a row with this fault is left out; others are taken, and the fault is told."""
        return self not in _TOLD_ONLY


_TOLD_ONLY = {RowFault.NO_NAME, RowFault.UNKNOWN_PARENT, RowFault.BAD_BUSINESS_ID}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One fault: the ``row`` of the file (from 1; the line of an XML file; 0 where there is none),
    the ``column`` as the file calls it, and the ``value`` at fault."""

    fault: RowFault
    row: int
    column: str = ""
    value: str = ""
    file: str = ""


class ChangeKind(StrEnum):
    """How something differs from what is there. Ended: it is given a last day that it lacked."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    REMOVED = "removed"


CHANGE_NAMES: dict[ChangeKind, Text] = {
    ChangeKind.ADDED: Text("Uusi", "Ny", "New"),
    ChangeKind.CHANGED: Text("Muuttuu", "Ändras", "Changes"),
    ChangeKind.ENDED: Text("Päättyy", "Upphör", "Ends"),
    ChangeKind.REMOVED: Text("Poistuu", "Tas bort", "Is removed"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``key`` (a code or an OID), and how it reads ``before`` and ``after``."""

    kind: ChangeKind
    key: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring in.

    ``count`` is how many codes, units or structures the file gives that can be taken; ``left_out``
    how many rows cannot, for faults that ``problems`` tell. ``totals`` counts all changes by their
    kind; ``changes`` tells the first ``MOST_TOLD``. ``replaces`` is the version of the same set
    that is there now, or empty.
    """

    kind: ImportKind
    file: str
    sha256: str
    system: str
    name: Text
    version: str
    count: int
    valid_from: date | None = None
    valid_to: date | None = None
    replaces: str = ""
    totals: tuple[tuple[ChangeKind, int], ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    problem_count: int = 0
    left_out: int = 0

    def total(self, kind: ChangeKind) -> int:
        """How many changes of a kind there are."""
        return dict(self.totals).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Holding:
    """One code set, register or structure that the program has: as the list shows it.

    ``origin`` is None for what ships with the program; ``fault`` says why it cannot be read.
    """

    kind: ImportKind
    system: str
    name: Text
    version: str
    count: int
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = True
    evidence: str = ""
    origin: Origin | None = None
    fault: str = ""
