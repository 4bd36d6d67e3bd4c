"""The deployment test (käyttöönottokoe): what was to be stored, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from kanta_desk.model.findings import Finding
from kanta_desk.model.identifiers import ClientId, Oid
from kanta_desk.model.text import Text


@dataclass(frozen=True, slots=True)
class ExpectedDocument:
    """One row of a plan: a document that the client information system says it stored.

    ``key`` names the row (the plan's own id, or its number). ``source`` is the file with the
    content as the client information system has it. Only ``key`` and ``client_id`` must be there.
    """

    key: str
    client_id: ClientId
    document_oid: Oid | None = None
    title: str = ""
    document_type: str = ""
    service_task: str = ""
    created: datetime | None = None
    version: int | None = None
    controller: Oid | None = None
    organiser: Oid | None = None
    producer: Oid | None = None
    source: Path | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A deployment test's plan as read from a file; ``sha256`` is that of the file's bytes."""

    name: str
    path: Path
    sha256: str
    documents: tuple[ExpectedDocument, ...]
    test_case: str = ""
    system: str = ""
    system_version: str = ""
    vendor: str = ""
    test_day: date | None = None


class Aspect(StrEnum):
    """The four questions asked of each document, in the order of the matrix."""

    ARCHIVED = "archived"
    REGISTER = "register"
    METADATA = "metadata"
    CONTENT = "content"


ASPECT_NAMES: dict[Aspect, Text] = {
    Aspect.ARCHIVED: Text("Arkistoitu", "Arkiverad", "Archived"),
    Aspect.REGISTER: Text("Rekisteri", "Register", "Register"),
    Aspect.METADATA: Text("Kuvailutiedot", "Beskrivningsuppgifter", "Metadata"),
    Aspect.CONTENT: Text("Sisältö", "Innehåll", "Content"),
}


class CellState(StrEnum):
    """The verdict of one cell. ``NOT_CHECKED``: there was nothing to check it against."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NOT_CHECKED = "not checked"
    WAITING = "waiting"


CELL_NAMES: dict[CellState, Text] = {
    CellState.OK: Text("kunnossa", "i ordning", "in order"),
    CellState.WARNING: Text("selvitettävä", "bör granskas", "needs a look"),
    CellState.FAILED: Text("virhe", "fel", "fault"),
    CellState.NOT_CHECKED: Text("ei tarkastettu", "ej kontrollerad", "not checked"),
    CellState.WAITING: Text("odottaa", "väntar", "waiting"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where source and archive differ: what was expected and what was found.

    ``before`` holds the words before the place in a text; ``place`` is the metadata key or the
    path of the value in a structured form. Identity codes are masked.
    """

    expected: str
    found: str
    before: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix with its evidence: findings, differences, plain lines."""

    aspect: Aspect
    state: CellState
    summary: Text
    findings: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentVerdict:
    """The row of one expected document. ``paired_by`` says in words why this one was taken."""

    expected: ExpectedDocument
    cells: tuple[Cell, ...]
    document_oid: Oid | None = None
    paired_by: Text | None = None
    archived: datetime | None = None
    sha256: str = ""

    @property
    def state(self) -> CellState:
        """The worst of its cells."""
        return worst(cell.state for cell in self.cells)

    def cell(self, aspect: Aspect) -> Cell:
        """The cell of one aspect."""
        return next(cell for cell in self.cells if cell.aspect is aspect)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a run over a whole plan; ``complete`` is false if it was cancelled.

    ``stopped_by`` is the code of the error that ended it, if one did.
    """

    plan: Plan
    run_id: str
    started: datetime
    ended: datetime
    rows: tuple[DocumentVerdict, ...]
    unexpected: tuple[Finding, ...] = ()
    complete: bool = True
    stopped_by: str = ""

    @property
    def state(self) -> CellState:
        """The worst of its rows; a document that nobody expected asks for a look."""
        if not self.complete:
            return CellState.NOT_CHECKED
        rows = worst(row.state for row in self.rows)
        return CellState.WARNING if self.unexpected and rows is CellState.OK else rows

    @property
    def passed(self) -> bool:
        """Whether the test may be reported as passed."""
        return self.state is CellState.OK


_ORDER = (
    CellState.OK,
    CellState.NOT_CHECKED,
    CellState.WARNING,
    CellState.WAITING,
    CellState.FAILED,
)


def worst(states: Iterable[CellState]) -> CellState:
    """The worst of some states; of none, ``NOT_CHECKED``."""
    return max(states, key=_ORDER.index, default=CellState.NOT_CHECKED)


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """What the report says beside the verdict (facts: kanta-archive §6)."""

    organisation: str
    business_id: str
    controller: str
    controller_oid: str
    system: str = ""
    system_version: str = ""
    vendor: str = ""
    test_case: str = ""
    test_day: date | None = None
    performers: tuple[str, ...] = ()
    production_start: date | None = None
    archivist: str = ""
    practice: bool = False
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``done`` of ``total``, and the row just finished."""

    done: int
    total: int
    row: DocumentVerdict | None = None
