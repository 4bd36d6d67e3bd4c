"""The journal of a run: what is known already, so that a run cut short goes on where it was.

It keeps the answers of searches while the run lasts, each row's verdict, and at the end the verdict
as a whole; never a document's content beyond the differences that a verdict shows. All of that is
personal data: the work base (``accesslog.workbase``) encrypts it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

from kanta_desk.accesslog.workbase import KeptRun, WorkBase
from kanta_desk.deployment.packing import pack, unpack
from kanta_desk.deployment.waiting import waiting_row
from kanta_desk.errors import RunUnknown
from kanta_desk.model.deployment import Cell, DocumentVerdict, ExpectedDocument, Plan, Verdict
from kanta_desk.model.documents import SearchResult
from kanta_desk.model.testruns import RunState, TestRun

T = TypeVar("T")

KEPT_FOR = timedelta(days=2 * 366)
"""How long a run stays in the journal; its events are in the access log for good."""

_PLAN, _ANSWER, _ROW, _WHOLE = "plan", "answer", "row", "whole"


class RunJournal(Protocol):
    """What a run writes down and reads back. Every thread may call it."""

    def answer(self, name: str) -> SearchResult | None:
        """The answer of a search that was kept under this name."""
        ...

    def keep_answer(self, name: str, answer: SearchResult) -> None:
        """Keep the answer of a search."""
        ...

    def rows(self) -> dict[str, DocumentVerdict]:
        """The rows judged so far, by key."""
        ...

    def keep_row(self, row: DocumentVerdict) -> None:
        """Keep the verdict of a row."""
        ...


class NoJournal:
    """For a run that nobody will go on with."""

    def answer(self, name: str) -> SearchResult | None:
        """Nothing is known."""
        return None

    def keep_answer(self, name: str, answer: SearchResult) -> None:
        """Nothing is kept."""

    def rows(self) -> dict[str, DocumentVerdict]:
        """Nothing is known."""
        return {}

    def keep_row(self, row: DocumentVerdict) -> None:
        """Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one run of a register. Its calls raise LogError."""

    base: WorkBase
    register: str
    run_id: str

    def answer(self, name: str) -> SearchResult | None:
        """See ``RunJournal.answer``."""
        text = self.base.step(self.run_id, _ANSWER, name)
        return self._read(SearchResult, text) if text is not None else None

    def keep_answer(self, name: str, answer: SearchResult) -> None:
        """See ``RunJournal.keep_answer``."""
        self.base.put_step(self.run_id, _ANSWER, name, pack(answer))

    def rows(self) -> dict[str, DocumentVerdict]:
        """See ``RunJournal.rows``."""
        kept = self.base.steps(self.run_id, _ROW)
        return {key: self._read(DocumentVerdict, text) for key, text in kept.items()}

    def keep_row(self, row: DocumentVerdict) -> None:
        """See ``RunJournal.keep_row``."""
        self.base.put_step(self.run_id, _ROW, row.expected.key, pack(row))

    def begin(self, run: TestRun, plan: Plan) -> None:
        """Write a new run down with its plan."""
        self.base.put_run(KeptRun(run.run_id, self.register, _time(run.started), pack(run)))
        self.base.put_step(self.run_id, _PLAN, _PLAN, pack(plan))

    def plan(self) -> Plan:
        """The plan that the run was begun with.

        Raises:
            RunUnknown: if there is no such run.
        """
        text = self.base.step(self.run_id, _PLAN, _PLAN)
        if text is None:
            raise RunUnknown(self.run_id)
        return self._read(Plan, text)

    def end(self, run: TestRun, verdict: Verdict) -> None:
        """Write down how the run ended. One that is complete needs its searches no more."""
        if verdict.complete:
            whole = replace(verdict, rows=(), plan=replace(verdict.plan, documents=()))
            self.base.put_step(self.run_id, _WHOLE, _WHOLE, pack(whole))
            self.base.forget_steps(self.run_id, _ANSWER)
        self.base.put_run(KeptRun(run.run_id, self.register, _time(run.started), pack(run)))

    def verdict(self, run: TestRun) -> Verdict:
        """The verdict of a run; of one that came to a halt, what is known so far.

        Raises:
            RunUnknown: if it cannot be read any more.
        """
        plan, rows = self.plan(), self.rows()
        in_order = tuple(rows.get(row.key) or waiting_row(row) for row in plan.documents)
        text = self.base.step(self.run_id, _WHOLE, _WHOLE)
        if text is None:
            ended = run.ended or run.started
            return Verdict(
                plan, run.run_id, run.started, ended, in_order, complete=False,
                stopped_by=run.stopped_by, continues=run.continues, real_clients=run.real_clients,
            )  # fmt: skip
        return replace(self._read(Verdict, text), plan=plan, rows=in_order)

    def _read(self, kind: type[T], text: str) -> T:
        try:
            return unpack(kind, text)
        except ValueError:
            raise RunUnknown(self.run_id) from None


def runs_of(base: WorkBase, register: str, is_running: Callable[[str], bool]) -> list[TestRun]:
    """The runs of a register, the newest first; those of another form of the journal are left out.

    A run whose record says that it is running while nobody runs it was cut short.

    Raises:
        LogError.
    """
    found = []
    for kept in base.runs(register):
        try:
            run = unpack(TestRun, kept.record)
        except ValueError:
            continue
        if run.state is RunState.RUNNING and not is_running(run.run_id):
            done = base.count_steps(run.run_id, _ROW)
            run = replace(run, state=RunState.STOPPED, done=done)
        found.append(run)
    return found


def forget_old(base: WorkBase, register: str, now: datetime) -> None:
    """Forget the runs that have been kept long enough.

    Raises:
        LogError.
    """
    for kept in base.runs(register):
        if datetime.fromisoformat(kept.begun) < now - KEPT_FOR:
            base.forget_run(kept.id)


def row_names(plan: Plan) -> dict[str, str]:
    """Each row's name by its key: a digest of all that it says of the document, so that it is the
    same row in another plan; rows that say the same are told apart by their keys."""
    digests = {row.key: _row_digest(row) for row in plan.documents}
    times = Counter(digests.values())
    return {
        key: digest if times[digest] == 1 else f"{digest} {key}" for key, digest in digests.items()
    }


def _row_digest(row: ExpectedDocument) -> str:
    said = replace(row, key="", place="", source=None, source_text="", source_sha256="")
    return hashlib.sha256(pack(said).encode()).hexdigest()


def cell_digest(row: DocumentVerdict, cell: Cell) -> str:
    """The evidence of a cell: the document, its state, findings and differences."""
    about = replace(cell, evidence=(), notes=(), similarity=None)
    told = f"{row.document_oid} {row.sha256} {pack(about)}"
    return hashlib.sha256(told.encode()).hexdigest()


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
