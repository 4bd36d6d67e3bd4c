"""The session: what a signed-in holder can do, every act of it through the gate."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kanta_desk.checks.registry import CheckContext, check_document
from kanta_desk.deployment.report import write_report
from kanta_desk.deployment.run import DeploymentRun
from kanta_desk.desk.browsing import OpenedDocument, subject_of, subject_of_search, told_documents
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.logbook import Logbook, LogSearch
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import FolderNotWritable, RightMissing, SessionLocked
from kanta_desk.model.deployment import Plan, Progress, ReportDetails, Verdict
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.events import Actor, Event, EventFilter, EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.logreport import VerifyReport
from kanta_desk.model.people import Holder, Register, WorkContext
from kanta_desk.model.text import Language


class SessionState(StrEnum):
    """Active; locked until the same card and PIN1 open it; or over."""

    ACTIVE = "active"
    LOCKED = "locked"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session needs beside the gate: places and rules that outlive it."""

    clock: Callable[[], datetime]
    registers: Callable[[], tuple[Register, ...]]
    checks: Callable[[], CheckContext]


class Session:
    """One holder at work in one register for one purpose.

    Every method marked ``verb`` blocks, passes the gate, and leaves events in the access log.
    A locked session raises ``SessionLocked`` from every verb; work in progress stops there.
    """

    def __init__(
        self,
        session_id: str,
        holder: Holder,
        actor: Actor,
        context: WorkContext,
        gate: Gate,
        logbook: Logbook,
        around: Surroundings,
    ) -> None:
        self.id = session_id
        self.holder = holder
        self._actor = actor
        self._context = context
        self._gate = gate
        self._logbook = logbook
        self._around = around
        self._opened: dict[Oid, Register] = {}
        self._state = SessionState.ACTIVE
        self._change = threading.Lock()

    @property
    def state(self) -> SessionState:
        """Whether the desk is open to this session now."""
        return self._state

    @property
    def context(self) -> WorkContext:
        """Whose register, for what purpose, in which unit's name."""
        return self._context

    @verb(EventKind.CONTEXT)
    def change_context(self, context: WorkContext) -> None:
        """Go on in another register or for another purpose."""
        self._gate.do(self._ticket(context), EventKind.CONTEXT, Subject(), lambda: None)
        self._context = context

    @verb(EventKind.SEARCH)
    def search(self, criteria: SearchCriteria, register: Register | None = None) -> SearchResult:
        """Search the register in hand, or another of the holder's."""
        return self._search(self._in(register), criteria)

    def _search(self, context: WorkContext, criteria: SearchCriteria) -> SearchResult:
        return self._gate.ask(
            self._ticket(context),
            EventKind.SEARCH,
            subject_of_search(criteria),
            lambda archive, call: archive.search(criteria, call),
            lambda result: told_documents(subject_of_search(criteria), result.documents),
        )

    @verb(EventKind.METADATA)
    def metadata(self, oid: Oid) -> DocumentMetadata:
        """The metadata of one version."""
        return self._gate.ask(
            self._ticket(),
            EventKind.METADATA,
            Subject(document_oid=oid.value),
            lambda archive, call: archive.metadata(oid, call),
            lambda metadata: Told(1, subject_of(metadata)),
        )

    @verb(EventKind.VERSIONS)
    def versions(self, set_id: Oid) -> VersionHistory:
        """All versions of a set."""
        return self._gate.ask(
            self._ticket(),
            EventKind.VERSIONS,
            Subject(set_id=set_id.value),
            lambda archive, call: archive.versions(set_id, call),
            lambda history: told_documents(Subject(set_id=set_id.value), history.versions),
        )

    @verb(EventKind.VIEW)
    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """One version with its content."""
        return self._open(self._in(register), oid)

    def _open(self, context: WorkContext, oid: Oid) -> Document:
        document = self._gate.ask(
            self._ticket(context),
            EventKind.VIEW,
            Subject(document_oid=oid.value),
            lambda archive, call: archive.document(oid, call),
            lambda document: Told(1, subject_of(document.metadata)),
        )
        self._opened[document.metadata.document_oid] = context.register
        return document

    def look(self, document: Document) -> OpenedDocument:
        """What the checks find in a document already opened; asks nobody and shows nothing new."""
        return OpenedDocument(document, check_document(document, self._around.checks()))

    @verb(EventKind.EXPORT)
    def export(self, document: Document, path: Path) -> Path:
        """Write the document's original bytes to ``path``.

        It is an act in the register where the document was opened, whichever is in hand now.

        Raises:
            FolderNotWritable: naming the folder.
            RightMissing: also if the document was not opened in this session.
        """
        register = self._opened.get(document.metadata.document_oid)
        if register is None:
            raise RightMissing(EventKind.EXPORT, self._context.register.key)

        def write() -> Path:
            try:
                path.write_bytes(document.original)
            except OSError as error:
                raise FolderNotWritable(str(path.parent), error.strerror or "") from None
            return path

        subject = subject_of(document.metadata)
        ticket = self._ticket(self._in(register))
        return self._gate.do(ticket, EventKind.EXPORT, subject, write, lambda _: Told(1))

    @verb(EventKind.DEPLOYMENT_TEST)
    def verify(
        self,
        plan: Plan,
        on_progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Run a deployment test; its searches and views leave events of their own."""
        context = self._context
        source = _InContext(context, self._search, self._open, self.registers)
        run = DeploymentRun(plan, source, self._around.checks(), self._around.clock)
        return self._gate.do(
            self._ticket(context),
            EventKind.DEPLOYMENT_TEST,
            Subject(query=f"{plan.name} sha256:{plan.sha256}"),
            lambda: run.run(on_progress, cancelled),
            lambda verdict: Told(len(verdict.rows)),
        )

    @verb(EventKind.REPORT)
    def write_report(
        self, verdict: Verdict, details: ReportDetails, path: Path, language: Language
    ) -> Path:
        """Write the report of a deployment test as PDF."""
        return self._gate.do(
            self._ticket(),
            EventKind.REPORT,
            Subject(
                query=f"{verdict.plan.name} {verdict.run_id}",
                documents=tuple(r.document_oid.value for r in verdict.rows if r.document_oid),
            ),
            lambda: write_report(verdict, details, path, language),
            lambda _: Told(len(verdict.rows)),
        )

    @verb(EventKind.LOG_SEARCH, Lane.LOG)
    def search_log(self, conditions: EventFilter) -> LogSearch:
        """Search the access log of the register in hand; its pages belong to this one event."""
        of_register = replace(conditions, register=self._context.register.key)
        return self._gate.do(
            self._ticket(),
            EventKind.LOG_SEARCH,
            Subject(client_id=conditions.client, query=_in_words(conditions)),
            lambda: self._logbook.search(of_register, self._is_active),
            lambda found: Told(found.total),
        )

    @verb(EventKind.LOG_VIEW, Lane.LOG)
    def event(self, seq: int) -> Event:
        """One event of the access log in full.

        Raises:
            RightMissing: if it belongs to another register than the one in hand.
        """
        register = self._context.register.key

        def read() -> Event:
            event = self._logbook.event(seq)
            if event.register_key != register:
                raise RightMissing(EventKind.LOG_VIEW, register)
            return event

        return self._gate.do(
            self._ticket(),
            EventKind.LOG_VIEW,
            Subject(query=f"seq:{seq}"),
            read,
            lambda _: Told(1),
        )

    @verb(EventKind.LOG_VERIFY, Lane.LOG)
    def verify_log(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> VerifyReport:
        """Check the whole access log against its hashes."""
        return self._gate.do(
            self._ticket(),
            EventKind.LOG_VERIFY,
            Subject(),
            lambda: self._logbook.verify(on_progress, cancelled),
            lambda report: Told(report.size),
        )

    @verb(EventKind.LOCK)
    def lock(self) -> None:
        """Lock at once. The log is told, but a log that fails does not keep the desk open."""
        with self._change:
            if self._state is not SessionState.ACTIVE:
                return
            self._state = SessionState.LOCKED
        self._logbook.note(EventKind.LOCK, self._actor, self._context)

    @verb(EventKind.SIGN_OUT)
    def sign_out(self) -> None:
        """End the session."""
        with self._change:
            if self._state is SessionState.CLOSED:
                return
            self._state = SessionState.CLOSED
        self._logbook.note(EventKind.SIGN_OUT, self._actor, self._context)

    def unlocked(self, holder: Holder) -> None:
        """Called by the desk when the same card has signed a challenge again.

        Raises:
            SessionLocked: if the card is another person's, or the session is over.
        """
        with self._change:
            if holder.identifier != self.holder.identifier or self._state is SessionState.CLOSED:
                raise SessionLocked
            self._state = SessionState.ACTIVE

    def registers(self) -> tuple[Register, ...]:
        """The registers where the holder has any right today."""
        return self._around.registers()

    def _ticket(self, context: WorkContext | None = None) -> Ticket:
        return Ticket(self._actor, context or self._context, self._is_active)

    def _is_active(self) -> bool:
        return self._state is SessionState.ACTIVE

    def _in(self, register: Register | None) -> WorkContext:
        return replace(self._context, register=register) if register else self._context


@dataclass(frozen=True, slots=True)
class _InContext:
    """The session as a deployment test uses it: in the register and for the purpose that it began
    with, whatever the holder turns to meanwhile."""

    context: WorkContext
    search_in: Callable[[WorkContext, SearchCriteria], SearchResult]
    open_in: Callable[[WorkContext, Oid], Document]
    registers: Callable[[], tuple[Register, ...]]

    def search(self, criteria: SearchCriteria, register: Register | None = None) -> SearchResult:
        """As ``Session.search``."""
        return self.search_in(self._in(register), criteria)

    def open(self, oid: Oid, register: Register | None = None) -> Document:
        """As ``Session.open``."""
        return self.open_in(self._in(register), oid)

    def _in(self, register: Register | None) -> WorkContext:
        return replace(self.context, register=register) if register else self.context


def _in_words(conditions: EventFilter) -> str:
    said = {
        "user": conditions.user,
        "document": conditions.document,
        "kind": conditions.kind,
        "phase": conditions.phase,
        "from": conditions.time_from and conditions.time_from.isoformat(),
        "to": conditions.time_to and conditions.time_to.isoformat(),
    }
    return " ".join(f"{name}:{value}" for name, value in said.items() if value)
