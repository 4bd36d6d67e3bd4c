"""The session: what a signed-in holder can do, every act of it through the gate."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from kanta_desk.accesslog.notes import Why
from kanta_desk.checks.registry import CheckContext
from kanta_desk.desk.archive_source import Hands
from kanta_desk.desk.auditing import Auditing
from kanta_desk.desk.backups import Backups
from kanta_desk.desk.browsing import (
    OpenedDocument,
    compact,
    grounds_of,
    subject_of,
    subject_of_page,
    subject_of_search,
    told_documents,
)
from kanta_desk.desk.comparing import Comparing
from kanta_desk.desk.copies import Copies
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.documents import Documents, looked_over
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.granting import Granting
from kanta_desk.desk.importing import Importing, Library
from kanta_desk.desk.invalidating import Invalidations, Tools
from kanta_desk.desk.keeping import Keeping
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.reading import Reading
from kanta_desk.desk.reporting import Reporting
from kanta_desk.desk.sealing import Sealing
from kanta_desk.desk.signin import SignIn
from kanta_desk.desk.supervising import Supervision
from kanta_desk.desk.takeover import Takeover
from kanta_desk.desk.testing import DeploymentTests
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import RightMissing, SessionLocked
from kanta_desk.model.deployment import Verdict
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.events import Actor, EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import Holder, Register, WorkContext
from kanta_desk.model.rights import Refusal
from kanta_desk.settings.options import REPORT_ADDRESS


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
    rights: LiveRights
    tools: Tools
    custody: Custody
    signin: SignIn
    reading: Reading = field(default_factory=Reading)
    library: Library = field(kw_only=True)
    report_address: str = REPORT_ADDRESS
    tested: Callable[[Verdict], None] = lambda _: None


class Session:
    """One holder at work in one register for one purpose.

    Every method marked ``verb`` blocks, passes the gate, and leaves events in the access log.
    A locked session raises ``SessionLocked`` from every verb; work in progress stops there.
    Verbs that belong together live in ``parts``, each under its name: ``session.rights.grant``.
    """

    parts: ClassVar[Mapping[str, type]] = {
        "rights": Granting,
        "invalidations": Invalidations,
        "log": Auditing,
        "keeping": Keeping,
        "supervision": Supervision,
        "documents": Documents,
        "sealing": Sealing,
        "copies": Copies,
        "comparing": Comparing,
        "reports": Reporting,
        "imports": Importing,
        "tests": DeploymentTests,
        "takeover": Takeover,
        "backups": Backups,
    }

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
        self.rights = Granting(gate, self._ticket, around.rights)
        self.invalidations = Invalidations(gate, self._ticket, logbook, holder, around.tools)
        self.log = Auditing(gate, self._ticket, logbook, around.custody)
        self.keeping = Keeping(gate, self._ticket, logbook, around.custody, around.rights)
        self.supervision = Supervision(gate, self._ticket, logbook, around.custody)
        self.takeover = Takeover(gate, self._ticket, logbook, around.custody)
        self.backups = Backups(gate, self._ticket, logbook, around.custody)
        self.sealing = Sealing(gate, self._ticket, holder, around.signin)
        self.copies = Copies(gate, self._where_opened, around.reading, around.clock)
        self.comparing = Comparing(gate, self._where_opened, around.reading)
        self.documents = Documents(gate, self._ticket, around.custody, around.checks)
        self.reports = Reporting(
            gate, self._ticket, holder, around.tools.signing, around.clock, around.report_address
        )
        self.imports = Importing(gate, self._ticket, around.library)
        hands = Hands(
            self._ticket,
            lambda: self._context,
            self.registers,
            around.checks,
            around.clock,
            holder.name,
            around.tested,
        )
        self.tests = DeploymentTests(gate, around.custody, hands)
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
            replace(self._ticket(context), grounds=grounds_of(criteria)),
            EventKind.SEARCH,
            subject_of_search(criteria),
            lambda archive, call: compact(archive.search(criteria, call)),
            lambda result: told_documents(
                subject_of_search(criteria), result.documents, result.total
            ),
        )

    @verb(EventKind.SEARCH)
    def search_more(self, page: SearchResult, register: Register | None = None) -> SearchResult:
        """The page after ``page``, and no more; ``register``: that of the search."""
        asked = subject_of_page(page)
        return self._gate.ask(
            replace(self._ticket(self._in(register)), grounds=grounds_of(page.criteria)),
            EventKind.SEARCH,
            asked,
            lambda archive, call: compact(archive.next_page(page, call)),
            lambda result: told_documents(asked, result.documents, result.total),
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
        """What the checks find in a document already opened, and its signatures judged; asks the
        signers' issuers for revocation, and shows nothing new."""
        return looked_over(document, self._around.checks())

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
        self._around.custody.ask_checkpoint(Why.SIGN_OUT)

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

    def refusal(self, kind: EventKind, register: Register | None = None) -> Refusal | None:
        """Why an act of this kind would be refused now; None: it would not. For pages, which hide
        or explain what the holder may not do; the gate asks anew at each act."""
        return self._gate.refusal(self._ticket(self._in(register)), kind)

    def _where_opened(self, document: Document, kind: EventKind) -> Ticket:
        """For an act on a document in the register where it was opened, whichever is in hand now.

        Raises:
            RightMissing: if it was not opened in this session.
        """
        register = self._opened.get(document.metadata.document_oid)
        if register is None:
            raise RightMissing(kind, self._context.register.key)
        return self._ticket(self._in(register))

    def _ticket(self, context: WorkContext | None = None) -> Ticket:
        context = context or self._context
        held = self._around.rights.roles(self.holder.identity, context.register)
        return Ticket(replace(self._actor, role=held), context, self._is_active)

    def _is_active(self) -> bool:
        return self._state is SessionState.ACTIVE

    def _in(self, register: Register | None) -> WorkContext:
        return replace(self._context, register=register) if register else self._context
