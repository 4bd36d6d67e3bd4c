"""The deployment test (käyttöönottokoe): what was to be stored, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from kanta_desk.model.findings import Finding, Severity
from kanta_desk.model.identifiers import ClientId, Henkilotunnus, Oid
from kanta_desk.model.text import Text


class TestKind(StrEnum):
    """What a deployment test is held for (facts: kanta-archive §6)."""

    __test__ = False  # not a class of tests, whatever its name

    FIRST = "first"
    CHANGE = "change"
    PDF = "pdf"
    STRUCTURED = "structured"
    REGISTER_USE = "register use"
    OLD_DOCUMENTS = "old documents"


KIND_NAMES: dict[TestKind, Text] = {
    TestKind.FIRST: Text("ensimmäinen käyttöönotto", "första ibruktagande", "first deployment"),
    TestKind.CHANGE: Text(
        "uusi versio tai toiminto", "ny version eller funktion", "new version or function"
    ),
    TestKind.PDF: Text("I vaihe: PDF", "fas I: PDF", "phase I: PDF"),
    TestKind.STRUCTURED: Text(
        "rakenteiset asiakirjat", "strukturerade handlingar", "structured documents"
    ),
    TestKind.REGISTER_USE: Text(
        "rekisterinkäyttöoikeus", "rätt att använda register", "right to use a register"
    ),
    TestKind.OLD_DOCUMENTS: Text("vanhat asiakirjat", "gamla handlingar", "old documents"),
}


@dataclass(frozen=True, slots=True)
class SystemPair:
    """The two systems of a test of the right to use a register, and whose register is whose.

    The producer stores into the organiser's register; the organiser sees it; nothing of it is in
    the producer's own. ``producer`` and ``organiser`` are the controllers of those registers.
    """

    producer_system: str = ""
    organiser_system: str = ""
    producer: Oid | None = None
    organiser: Oid | None = None


@dataclass(frozen=True, slots=True)
class ExpectedDocument:
    """One row of a plan: a document that the client information system says it stored.

    ``key`` names the row (the plan's own id, or its number). The content as the client information
    system has it is the file ``source`` (whose SHA-256 was ``source_sha256`` when the plan was
    made, if that is known) or, where there is no file, ``source_text``. ``structure`` is the OID of
    the payload's definition. Where ``must_not`` is true, such a document must not be found in the
    register of ``controller`` (in none at all, if the row names no controller). Where it is false,
    it must be found, and not in the registers of the controllers ``not_in``. Only ``key`` and
    ``client_id`` must be there.
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
    set_id: Oid | None = None
    case_id: str = ""
    service_process: str = ""
    implementer: Oid | None = None
    structure: Oid | None = None
    source_text: str = field(default="", repr=False)
    source_sha256: str = ""
    must_not: bool = False
    not_in: tuple[Oid, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedCount:
    """How many documents of a kind must be there: old documents are too many to list one by one.

    What is not given does not narrow. Without a client it speaks of all clients of the plan.
    ``since`` and ``until`` are days of creation in Finland, both included.
    """

    key: str
    number: int
    client_id: ClientId | None = None
    document_type: str = ""
    service_task: str = ""
    controller: Oid | None = None
    since: date | None = None
    until: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A deployment test's plan as read from a file; ``sha256`` is that of the file's bytes.

    ``path`` may be a folder of exported files; then the hash is that of its list of hashes.
    ``counts`` belong to tests of old documents, ``pair`` to tests of the right to use a register.
    """

    name: str
    path: Path
    sha256: str
    documents: tuple[ExpectedDocument, ...]
    test_case: str = ""
    system: str = ""
    system_version: str = ""
    vendor: str = ""
    test_day: date | None = None
    kind: TestKind = TestKind.FIRST
    pair: SystemPair | None = None
    counts: tuple[ExpectedCount, ...] = ()

    @property
    def clients(self) -> tuple[ClientId, ...]:
        """The clients of its rows, each once, in the rows' order."""
        named = [*(row.client_id for row in self.documents), *(c.client_id for c in self.counts)]
        return tuple(dict.fromkeys(client for client in named if client is not None))

    @property
    def real_clients(self) -> tuple[ExpectedDocument | ExpectedCount, ...]:
        """The rows whose client's henkilötunnus is not artificial: maybe a living person's."""
        rows: tuple[ExpectedDocument | ExpectedCount, ...] = (*self.documents, *self.counts)
        return tuple(
            row
            for row in rows
            if isinstance(row.client_id, Henkilotunnus) and not row.client_id.is_artificial
        )


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
    """The verdict of one cell. ``NOT_CHECKED``: there was nothing to check it against;
    ``ASKS``: the archivist must say which document is meant; ``NOT_NEEDED``: the plan does not
    ask for it."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NOT_CHECKED = "not checked"
    WAITING = "waiting"
    ASKS = "asks"
    NOT_NEEDED = "not needed"


CELL_NAMES: dict[CellState, Text] = {
    CellState.OK: Text("kunnossa", "i ordning", "in order"),
    CellState.WARNING: Text("selvitettävä", "bör granskas", "needs a look"),
    CellState.FAILED: Text("virhe", "fel", "fault"),
    CellState.NOT_CHECKED: Text("ei tarkastettu", "ej kontrollerad", "not checked"),
    CellState.WAITING: Text("odottaa", "väntar", "waiting"),
    CellState.ASKS: Text("valittava", "välj", "choose"),
    CellState.NOT_NEEDED: Text("ei koske", "gäller inte", "not asked for"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where source and archive differ: what was expected and what was found.

    ``before`` and ``after`` hold the words around the place in a text; ``place`` is the metadata
    key or the path of the value in a structured form. Identity codes are masked.
    """

    expected: str
    found: str
    before: str = ""
    place: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A metadata value as the plan expected it and as the archive gave it, both as shown.

    ``agrees`` is None where the plan expects nothing of it.
    """

    key: str
    expected: str
    received: str
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix with its evidence: findings, differences, plain lines.

    ``received`` is the metadata value by value. Of a comparison of contents, ``similarity`` is the
    share that agrees, 0–1 (1 only for the same), and ``notes`` say what was taken as the same.
    """

    aspect: Aspect
    state: CellState
    summary: Text
    findings: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()
    evidence: tuple[str, ...] = ()
    received: tuple[Received, ...] = ()
    similarity: float | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PairCandidate:
    """An archived document that may be the one that a row expects; ``score`` is 0–100."""

    document_oid: Oid
    title: str
    document_type: str
    created: datetime | None
    version: int
    score: int
    reason: Text


@dataclass(frozen=True, slots=True)
class DocumentVerdict:
    """The row of one expected document. ``paired_by`` says in words why this one was taken; where
    nobody can say, ``candidates`` are those to choose from, best first."""

    expected: ExpectedDocument
    cells: tuple[Cell, ...]
    document_oid: Oid | None = None
    paired_by: Text | None = None
    archived: datetime | None = None
    sha256: str = ""
    candidates: tuple[PairCandidate, ...] = ()

    @property
    def state(self) -> CellState:
        """The worst of its cells."""
        return worst(cell.state for cell in self.cells)

    def cell(self, aspect: Aspect) -> Cell:
        """The cell of one aspect."""
        return next(cell for cell in self.cells if cell.aspect is aspect)


@dataclass(frozen=True, slots=True)
class CountVerdict:
    """One count of a plan beside what the archive holds; ``found`` is None if it was not learnt."""

    expected: ExpectedCount
    found: int | None
    state: CellState
    summary: Text
    evidence: tuple[str, ...] = ()


class Ruling(StrEnum):
    """What the archivist decides of a cell where judgement is needed."""

    ACCEPTED = "accepted"
    FAULT = "fault"
    STORE_AGAIN = "store again"


RULING_NAMES: dict[Ruling, Text] = {
    Ruling.ACCEPTED: Text(
        "hyväksytty perustellen", "godkänd med motivering", "accepted with a reason"
    ),
    Ruling.FAULT: Text("virhe", "fel", "fault"),
    Ruling.STORE_AGAIN: Text("tallennettava uudelleen", "ska lagras på nytt", "to be stored again"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """The archivist's judgement on a cell; without ``aspect`` on the row, or on the finding whose
    place is ``key``. ``note`` is the reason, in the archivist's words; ``by`` the archivist's name.
    """

    key: str
    aspect: Aspect | None
    ruling: Ruling
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a run over a whole plan; ``complete`` is false if it was cancelled.

    ``stopped_by`` is the code of the error that ended it, if one did. ``findings`` are of the test
    as a whole, ``unexpected`` are documents that no row expects. ``continues`` is the run whose
    rows in order were taken over. ``real_clients`` is why it was run with clients whose
    henkilötunnus is not artificial. ``sample`` are the keys of the rows whose content was compared,
    where that was done for a sample alone.
    """

    plan: Plan
    run_id: str
    started: datetime
    ended: datetime
    rows: tuple[DocumentVerdict, ...]
    unexpected: tuple[Finding, ...] = ()
    complete: bool = True
    stopped_by: str = ""
    findings: tuple[Finding, ...] = ()
    counts: tuple[CountVerdict, ...] = ()
    continues: str = ""
    real_clients: str = ""
    sample: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reported: date | None = None

    @property
    def state(self) -> CellState:
        """The worst of its rows and counts; a document that nobody expected asks for a look."""
        if not self.complete:
            return CellState.NOT_CHECKED
        states = [row.state for row in self.rows] + [count.state for count in self.counts]
        states += [state_of(finding) for finding in self.findings]
        if self.unexpected:
            states.append(CellState.WARNING)
        whole = worst(states)
        return CellState.WARNING if whole is CellState.ASKS else whole

    @property
    def passed(self) -> bool:
        """Whether the test may be reported as passed: what is not in order is accepted, each."""
        if not self.complete:
            return False
        if self.state is CellState.OK:
            return True
        counted = [count.state for count in self.counts]
        counted += [state_of(finding) for finding in self.findings]
        if any(state not in PASSING for state in counted):
            return False
        return bool(counted or self.rows) and all(self._accepted(*at) for at in self._judged())

    @property
    def undecided(self) -> tuple[tuple[str, Aspect | None], ...]:
        """What asks for the archivist's decision and has none: row and question, or the place of a
        document that no row expects."""
        return tuple(at for at in self._judged() if self.decision(*at) is None)

    def decision(self, key: str, aspect: Aspect | None) -> Decision | None:
        """The newest decision on a cell, or on its whole row."""
        for each in reversed(self.decisions):
            if each.key == key and each.aspect in (aspect, None):
                return each
        return None

    def _judged(self) -> tuple[tuple[str, Aspect | None], ...]:
        cells = [
            (row.expected.key, cell.aspect)
            for row in self.rows
            for cell in row.cells
            if cell.state not in PASSING
        ]
        return (*cells, *((finding.place, None) for finding in self.unexpected))

    def _accepted(self, key: str, aspect: Aspect | None) -> bool:
        decision = self.decision(key, aspect)
        return decision is not None and decision.ruling is Ruling.ACCEPTED


PASSING = frozenset({CellState.OK, CellState.NOT_NEEDED})
"""States that ask for no decision; what was not checked is not in order by itself."""

_SEVERITY_STATES = {Severity.ERROR: CellState.FAILED, Severity.WARNING: CellState.WARNING}
_ORDER = (
    CellState.NOT_NEEDED,
    CellState.OK,
    CellState.NOT_CHECKED,
    CellState.WARNING,
    CellState.ASKS,
    CellState.WAITING,
    CellState.FAILED,
)


def worst(states: Iterable[CellState]) -> CellState:
    """The worst of some states; of none, ``NOT_CHECKED``."""
    return max(states, key=_ORDER.index, default=CellState.NOT_CHECKED)


def state_of(finding: Finding) -> CellState:
    """The state that a finding asks for; a note asks for nothing."""
    return _SEVERITY_STATES.get(finding.severity, CellState.OK)


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
