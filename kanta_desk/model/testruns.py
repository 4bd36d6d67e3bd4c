"""Runs of deployment tests: which there were, what the archivist chose, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kanta_desk.model.deployment import Aspect, CellState, TestKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Text


class RunState(StrEnum):
    """How far a run came. ``RUNNING`` of a run that nobody runs any more is ``STOPPED``."""

    RUNNING = "running"
    STOPPED = "stopped"
    COMPLETE = "complete"


RUN_STATE_NAMES: dict[RunState, Text] = {
    RunState.RUNNING: Text("käynnissä", "pågår", "running"),
    RunState.STOPPED: Text("jäi kesken", "blev på hälft", "came to a halt"),
    RunState.COMPLETE: Text("valmis", "klar", "complete"),
}


@dataclass(frozen=True, slots=True)
class TestRun:
    """One run. ``done`` of ``total`` rows are judged; ``result`` is the verdict's state once it is
    complete. ``continues`` is the run whose rows in order it took over. ``by`` is who began it."""

    __test__ = False  # not a test, whatever its name

    run_id: str
    plan_name: str
    plan_sha256: str
    kind: TestKind
    started: datetime
    total: int
    by: str = ""
    state: RunState = RunState.RUNNING
    ended: datetime | None = None
    result: CellState | None = None
    done: int = 0
    continues: str = ""
    real_clients: str = ""
    stopped_by: str = ""

    @property
    def can_resume(self) -> bool:
        """Whether there is something left to do."""
        return self.state is RunState.STOPPED


LONGEST_NOTE = 500
"""Characters of a reason that the archivist gives; the log keeps it."""


@dataclass(frozen=True, slots=True)
class DueReport:
    """A test that passed and is not reported; it is to be within two working days of its day."""

    run: TestRun
    test_day: date


@dataclass(frozen=True, slots=True)
class Choice:
    """Which document the archivist says a row means; None: none of the candidates.

    It holds for every run over a row that says the same, whatever the plan's file.
    """

    document_oid: Oid | None
    reason: str
    by: str
    time: datetime


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that two runs judge differently; None where the run has no such row."""

    aspect: Aspect
    before: CellState | None
    after: CellState | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of which two runs say different things. ``content_changed``: the archive's document is
    another, byte for byte; ``pair_changed``: another document stands for the row."""

    key: str
    title: str
    cells: tuple[CellChange, ...]
    pair_changed: bool = False
    content_changed: bool = False


@dataclass(frozen=True, slots=True)
class RunChanges:
    """What changed from one run to the next. ``appeared`` and ``gone`` are the OIDs of unexpected
    documents."""

    before: str
    after: str
    rows: tuple[RowChange, ...]
    appeared: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def mended(self) -> tuple[RowChange, ...]:
        """The rows of which a cell came into order and none fell out of it."""
        return tuple(r for r in self.rows if r.cells and all(_is_better(c) for c in r.cells))


def _is_better(change: CellChange) -> bool:
    return change.after is CellState.OK
