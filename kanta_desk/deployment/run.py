"""Runs a deployment test: finds, opens and judges the documents of a plan, several at a time.

Clients are searched and rows judged by a few workers. What is judged is written to the journal at
once, so that a run that ends before its time goes on later without asking for it again. The verdict
does not depend on the order in which the answers come.
"""

from __future__ import annotations

import threading
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from kanta_desk.checks.rule import CheckContext
from kanta_desk.deployment.absence import own_register_findings
from kanta_desk.deployment.counts import counted
from kanta_desk.deployment.holdings import Holdings, Whereabouts
from kanta_desk.deployment.journal import NoJournal, RunJournal
from kanta_desk.deployment.judging import ENDING, Judge, claims_of, failed_row
from kanta_desk.deployment.kinds import KINDS
from kanta_desk.deployment.sampling import sampled
from kanta_desk.deployment.source import DocumentSource, Remembering
from kanta_desk.deployment.unexpected import unexpected_documents
from kanta_desk.deployment.waiting import waiting_row
from kanta_desk.errors import Cancelled, KantaError
from kanta_desk.model.deployment import (
    CountVerdict,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    Progress,
    TestKind,
    Verdict,
)
from kanta_desk.model.findings import Finding
from kanta_desk.model.identifiers import ClientId, Oid

WORKERS = 4
"""How many acts go on at once: as many as the lane of the network has workers."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a plan is run. ``run_id`` and ``started`` are an earlier run's where it is gone on with.

    ``choices`` are the archivist's, by row key. ``taken_over`` are rows of an earlier run that are
    not judged again. ``real_clients`` is why clients whose henkilötunnus is not artificial may be
    looked at.
    """

    run_id: str = ""
    started: datetime | None = None
    choices: Mapping[str, Oid | None] = field(default_factory=dict)
    taken_over: Mapping[str, DocumentVerdict] = field(default_factory=dict)
    continues: str = ""
    real_clients: str = ""
    workers: int = WORKERS


@dataclass(slots=True)
class _Client:
    """One client of the plan: the rows, and the finder of their documents."""

    client: ClientId
    rows: list[ExpectedDocument]
    holdings: Holdings
    is_known: bool = True
    """Whether its searches were answered."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a piece of work brought: rows judged, and more work."""

    rows: tuple[DocumentVerdict, ...] = ()
    more: tuple[Callable[[], _Outcome], ...] = ()


class DeploymentRun:
    """One run over a plan."""

    def __init__(
        self,
        plan: Plan,
        source: DocumentSource,
        context: CheckContext,
        clock: Callable[[], datetime],
        journal: RunJournal | None = None,
        options: RunOptions | None = None,
    ) -> None:
        self._plan = plan
        self._options = options or RunOptions()
        self._clock = clock
        self._journal = journal or NoJournal()
        self._kind = KINDS[plan.kind]
        self._source = Remembering(source, self._journal, self._pause)
        self._sample = sampled(plan.documents, plan.sha256) if self._kind.by_sample else None
        only_test_clients = not self._options.real_clients
        self._judge = Judge(
            plan, self._kind, replace(context, test_clients_only=only_test_clients), self._sample
        )
        self._named = frozenset(r.document_oid for r in plan.documents if r.document_oid)
        self._known: Mapping[str, DocumentVerdict] = {}
        self._is_cancelled: Callable[[], bool] = lambda: False
        self._stopping = threading.Event()

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Judge every document of the plan.

        Cancelling, a lost connection or a locked desk end the run between two acts: what is done
        stays, the rest waits, and ``Verdict.complete`` is false. ``on_progress`` is called in the
        caller's thread.
        """
        self._is_cancelled = cancelled
        started = self._options.started or self._clock()
        self._known = dict(self._options.taken_over) | self._journal.rows()
        done = dict(self._known)
        clients = self._clients()
        findings: tuple[Finding, ...] = ()
        counts: tuple[CountVerdict, ...] = ()
        stopped_by = ""
        try:
            self._judge_all(clients, done, on_progress)
            findings, counts = self._as_a_whole()
        except ENDING as error:
            stopped_by = error.code
        return Verdict(
            plan=self._plan,
            run_id=self._options.run_id or uuid.uuid4().hex,
            started=started,
            ended=self._clock(),
            rows=tuple(done.get(row.key) or waiting_row(row) for row in self._plan.documents),
            unexpected=() if stopped_by else self._unexpected(clients, done),
            complete=not stopped_by,
            stopped_by=stopped_by,
            findings=findings,
            counts=counts,
            continues=self._options.continues,
            real_clients=self._options.real_clients,
            sample=() if self._sample is None else tuple(sorted(self._sample)),
        )

    def _judge_all(
        self,
        clients: list[_Client],
        done: dict[str, DocumentVerdict],
        on_progress: Callable[[Progress], None],
    ) -> None:
        """Search the clients and judge their rows; the verdicts go to ``done`` as they come.

        Raises:
            KantaError: what ended the run, when all that was under way has come back.
        """
        to_do: deque[Callable[[], _Outcome]] = deque(partial(self._find, c) for c in clients)
        under_way: set[Future[_Outcome]] = set()
        ended_by: KantaError | None = None
        with ThreadPoolExecutor(self._options.workers, thread_name_prefix="test-run") as pool:
            while to_do or under_way:
                while to_do and len(under_way) < self._options.workers:
                    under_way.add(pool.submit(to_do.popleft()))
                ready, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                for future in ready:
                    try:
                        outcome = future.result()
                    except ENDING as error:
                        ended_by = ended_by or error
                        self._stopping.set()
                        to_do.clear()
                        continue
                    for row in outcome.rows:
                        done[row.expected.key] = row
                        on_progress(Progress(len(done), len(self._plan.documents), row))
                    if ended_by is None:
                        # Rows go before clients: what was found of one is soon judged.
                        to_do.extendleft(reversed(outcome.more))
        if ended_by is not None:
            raise ended_by

    def _find(self, client: _Client) -> _Outcome:
        """Find the documents of a client; the rows are judged one by one afterwards."""
        left = {row.key: row for row in client.rows}
        absent = [row for row in client.rows if row.must_not]
        wanted = [row for row in client.rows if not row.must_not]
        more: list[Callable[[], _Outcome]] = [
            partial(self._absent, row, client) for row in absent if row.key not in self._known
        ]
        try:
            for where in client.holdings.find(client.client, wanted):
                del left[where.pair.expected.key]
                if where.pair.expected.key not in self._known:
                    more.append(partial(self._found, where, client))
        except ENDING:
            raise
        except KantaError as error:  # the search failed: none of the rest can be judged
            client.is_known = False
            failed = tuple(
                failed_row(row, error)
                for row in left.values()
                if row.key not in self._known and not row.must_not
            )
            for row in failed:
                self._journal.keep_row(row)
            return _Outcome(failed, tuple(more))
        return _Outcome(more=tuple(more))

    def _found(self, where: Whereabouts, client: _Client) -> _Outcome:
        return self._kept(self._judge.row(where, client.holdings))

    def _absent(self, row: ExpectedDocument, client: _Client) -> _Outcome:
        return self._kept(self._judge.absent(row, client.holdings))

    def _kept(self, row: DocumentVerdict) -> _Outcome:
        self._journal.keep_row(row)
        return _Outcome((row,))

    def _as_a_whole(self) -> tuple[tuple[Finding, ...], tuple[CountVerdict, ...]]:
        """What is asked of the test as a whole, once its rows are judged.

        Raises:
            KantaError: what ends the run.
        """
        holdings = self._holdings()
        findings: tuple[Finding, ...] = ()
        if self._plan.kind is TestKind.REGISTER_USE:
            findings = tuple(
                own_register_findings(
                    self._plan.pair, holdings, self._plan.clients, self._plan.test_day
                )
            )
        counts = tuple(counted(count, self._plan, holdings) for count in self._plan.counts)
        return findings, counts

    def _unexpected(
        self, clients: list[_Client], done: Mapping[str, DocumentVerdict]
    ) -> tuple[Finding, ...]:
        """The documents of the clients that are nobody's pair or candidate."""
        if not self._plan.documents:
            return ()
        claimed = set().union(*(claims_of(row) for row in done.values()))
        since = None if self._kind.whole_register else self._plan.test_day
        listed = (
            document
            for client in clients
            if client.is_known
            for document in client.holdings.current.values()
        )
        return tuple(unexpected_documents(listed, claimed, since))

    def _clients(self) -> list[_Client]:
        groups: dict[ClientId, list[ExpectedDocument]] = {}
        for row in self._plan.documents:
            groups.setdefault(row.client_id, []).append(row)
        return [_Client(client, rows, self._holdings()) for client, rows in groups.items()]

    def _holdings(self) -> Holdings:
        return Holdings(self._source, self._named, self._options.choices, self._kind.first)

    def _pause(self) -> None:
        """Called before each act."""
        if self._stopping.is_set() or self._is_cancelled():
            raise Cancelled
