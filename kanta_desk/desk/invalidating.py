"""Invalidating as a session does it: ``session.invalidations``.

Plan (which documents, as the archive shows them now), confirm (what the plan's digest lists), run
(PIN2, then one after another, each exactly once), settle (ask what became of what broke off). Where
the controller wants two persons, one proposes and another, with another card, takes up and runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from kanta_desk.accesslog.statement import HeadStatement
from kanta_desk.archive.requests import Order
from kanta_desk.desk import invalidation_events as told_of
from kanta_desk.desk.browsing import told_documents
from kanta_desk.desk.gate import Gate, Ticket, Told
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.one_by_one import OneByOne
from kanta_desk.desk.plan_maker import PlanMaker
from kanta_desk.desk.sealing import framed
from kanta_desk.desk.second_person import demand_as_known, demand_two
from kanta_desk.desk.signing import AskPin, Signing
from kanta_desk.desk.verbs import verb
from kanta_desk.errors import (
    KantaError,
    PaperMissing,
    PlanInvalid,
)
from kanta_desk.invalidation import ledger as ledgers
from kanta_desk.invalidation.batch import Control, run_batch
from kanta_desk.invalidation.ledger import KnownPlan, Ledger
from kanta_desk.invalidation.planning import demand_confirmed, new_plan_id
from kanta_desk.invalidation.reasons import reason_of, reasons
from kanta_desk.invalidation.receipt import write_batch, write_receipt
from kanta_desk.invalidation.records import plan_text
from kanta_desk.invalidation.statement import Statement, statement
from kanta_desk.invalidation.verdicts import documents_of_verdict
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.events import EventKind, Outcome, Phase, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import (
    BatchProgress,
    BatchReport,
    Confirmation,
    Dependants,
    Fate,
    InvalidationEntry,
    InvalidationOverview,
    InvalidationPlan,
    PlannedItem,
    Step,
)
from kanta_desk.model.people import Holder, Register, WorkContext
from kanta_desk.model.text import Language

__all__ = ["Control", "Invalidations", "Tools", "documents_of_verdict", "reasons"]


@dataclass(frozen=True, slots=True)
class Tools:
    """What invalidating needs beside the gate; ``checkpoint`` has the log signed soon,
    ``statement`` is what a card signs of it, ``name_of`` what a code is called on a day."""

    signing: Signing
    rights: LiveRights
    clock: Callable[[], datetime]
    practice: bool
    unverified: bool
    checkpoint: Callable[[], None]
    statement: Callable[[], HeadStatement]
    name_of: Callable[[Code | None, date, Language], str]


class Invalidations:
    """All acts are in one register, by default the one in hand; the gate asks for the right at
    each, and again before each thing that goes out."""

    def __init__(
        self,
        gate: Gate,
        ticket: Callable[[WorkContext | None], Ticket],
        logbook: Logbook,
        holder: Holder,
        tools: Tools,
    ) -> None:
        self._gate = gate
        self._ticket = ticket
        self._logbook = logbook
        self._holder = holder
        self._tools = tools
        self._one_by_one = OneByOne(gate, tools.rights, holder, tools.clock)
        self._plans = PlanMaker(gate, ticket, tools.clock)

    @verb(EventKind.VERSIONS)
    def plan(
        self,
        oids: Sequence[Oid],
        reason: str,
        text: str = "",
        register: Register | None = None,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> InvalidationPlan:
        """What invalidating these documents would mean, as the archive shows them now.

        Those that cannot be invalidated are in ``refused``, each with its error. Sends nothing.

        Raises:
            ReasonMissing, PlanInvalid: before anything is asked.
            Cancelled: if ``cancelled`` says so.
        """
        why, said = reason_of(reason, text)
        if not oids:
            raise PlanInvalid("empty")
        return self._plans.planned(
            new_plan_id(), self._context(register), why.code, said, oids, on_progress, cancelled
        )

    @verb(EventKind.VERSIONS)
    def dependants(self, oid: Oid, register: Register | None = None) -> Dependants:
        """All versions of a document, and what else the register holds of its case, as far as the
        holder may search there."""
        context = self._context(register)
        history = self._plans.history(oid, context)
        meant = next(each for each in history.versions if each.document_oid == oid)
        if not meant.case_id:
            return Dependants(history, ())
        if self._gate.refusal(self._ticket(context), EventKind.SEARCH):
            return Dependants(history, None)
        criteria = SearchCriteria(case_id=meant.case_id)
        asked = Subject(query=f"case:{meant.case_id}")
        found = self._gate.ask(
            self._ticket(context),
            EventKind.SEARCH,
            asked,
            lambda archive, call: archive.search(criteria, call),
            lambda result: told_documents(asked, result.documents),
        )
        others = tuple(each for each in found.documents if each.set_id != meant.set_id)
        return Dependants(history, others)

    def statement(self, plan: InvalidationPlan, language: Language) -> Statement:
        """What is to be confirmed, in words; asks nobody."""
        return statement(
            plan,
            language,
            self._holder,
            name_of=lambda code: self._tools.name_of(code, plan.made.date(), language),
            reason_sent=self._gate.sends_reason,
            unverified=self._tools.unverified,
        )

    def frame(self, plan: InvalidationPlan, item: PlannedItem) -> bytes:
        """The frame that would be sent for an item, not yet signed; asks nobody."""
        order = Order(item.metadata, item.new_oid, plan.reason, plan.text)
        return self._gate.prepare(self._ticket(plan.context), order, item.message_id)

    @verb(EventKind.INVALIDATION_PLAN)
    def propose(self, plan: InvalidationPlan, confirmation: Confirmation) -> None:
        """Leave a plan for another person to take up.

        Raises:
            ConfirmationDiffers: if another plan was confirmed.
        """
        demand_confirmed(plan, confirmation)
        with self._gate.invalidating:
            if plan.plan_id in self._ledger(plan.context.register).plans:
                raise PlanInvalid("withdrawn")
            evidence = plan_text(plan, proposed=True)
            self._gate.record(
                self._ticket(plan.context),
                EventKind.INVALIDATION_PLAN,
                told_of.subject_of_plan(plan),
                plan.plan_id,
                Outcome(Phase.DONE, result_count=len(plan.items), evidence=evidence),
            )

    @verb(EventKind.INVALIDATION_PLAN)
    def take_up(
        self,
        plan_id: str,
        register: Register | None = None,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> InvalidationPlan:
        """A plan out of the log, read from the archive anew: a proposal, or a run that broke off.

        Documents that have changed or are done are in ``refused``. Sends nothing.

        Raises:
            PlanInvalid: if there is no such plan, it is over, or another person's run.
            RightMissing: if the proposal is the holder's own.
        """
        context = self._context(register)
        known = self._known(plan_id, context.register)
        ticket = self._ticket(context)
        self._gate.demand(ticket, EventKind.INVALIDATION_PLAN, Subject(query=f"plan:{plan_id}"))
        if known.record.proposed:
            demand_two(self._tools.rights, self._holder, known.proposal, ticket)
        elif known.event.actor.identity != self._holder.identity:
            raise PlanInvalid("another person's")
        record = known.record
        proposer = known.event.actor.user_id if record.proposed else record.proposer
        plan = self._plans.planned(
            plan_id,
            context,
            record.reason,
            record.text,
            [oid for oid, _, _ in record.items],
            on_progress,
            cancelled,
            proposer=proposer,
            expected={oid: (set_id, version) for oid, set_id, version in record.items},
        )
        self._note(ticket, f"take up plan:{plan_id}", len(plan.items))
        return plan

    @verb(EventKind.INVALIDATION_PLAN)
    def withdraw(self, plan_id: str, register: Register | None = None) -> None:
        """Give up a proposal, or the rest of a run that broke off.

        Raises:
            PlanInvalid: if there is no such plan, or it is over.
        """
        context = self._context(register)
        with self._gate.invalidating:
            known = self._known(plan_id, context.register)
            self._gate.record(
                self._ticket(context),
                EventKind.INVALIDATION_PLAN,
                Subject(query=f"withdraw plan:{plan_id}"),
                plan_id,
                Outcome(Phase.DONE),
            )
            if not known.record.proposed:
                self._gate.end(known.event.ref, Outcome(Phase.CANCELLED))

    @verb(EventKind.INVALIDATION)
    def run(
        self,
        plan: InvalidationPlan,
        confirmation: Confirmation,
        ask_pin: AskPin,
        control: Control | None = None,
        on_progress: Callable[[BatchProgress], None] = lambda _: None,
    ) -> BatchReport:
        """Invalidate what was confirmed: PIN2, then every document exactly once. Blocks.

        What stops it in the middle is in the report; so is each document's fate. A plan that did
        not come to its end can be taken up again, after ``settle``.

        Raises:
            ConfirmationDiffers, PlanInvalid, SecondPersonNeeded, RightsError: before anything.
            Cancelled, CardError, PinError, TrustError: before anything was signed.
        """
        demand_confirmed(plan, confirmation)
        with self._gate.invalidating:
            ticket = self._ticket(plan.context)
            self._gate.demand(ticket, EventKind.INVALIDATION, told_of.subject_of_plan(plan))
            ledger = self._ledger(plan.context.register)
            before = ledger.plans.get(plan.plan_id)
            if before is not None:
                demand_as_known(self._holder, plan, before)
            proposal = before.proposal if before is not None else None
            demand_two(self._tools.rights, self._holder, proposal, ticket)
            known = told_of.known_fates(plan, ledger)
            with (
                self._tools.signing.opened(self._holder, ask_pin) as key,
                framed(
                    self._gate, ticket, key, plan.plan_id, self._tools.statement, self._tools.clock
                ) as frame,
            ):
                ref = self._gate.begin(
                    ticket,
                    EventKind.INVALIDATION_PLAN,
                    told_of.subject_of_plan(plan),
                    plan.plan_id,
                    plan_text(plan, proposed=False),
                )
                if before is not None and not before.record.proposed:  # this run goes on with it
                    self._gate.end(before.event.ref, Outcome(Phase.CANCELLED))
                self._tools.checkpoint()
                report = run_batch(
                    plan,
                    known,
                    lambda item, on_step: self._one_by_one.invalidate(
                        ticket, plan, item, proposal, key, on_step
                    ),
                    control or Control(),
                    on_progress,
                )
                if report.finished:
                    done = report.count(Fate.DONE)
                    self._gate.end(ref, Outcome(Phase.DONE, result_count=done))
            self._tools.checkpoint()
        return replace(report, unsealed=frame.unsealed)

    @verb(EventKind.INVALIDATION_LIST)
    def settle(
        self,
        register: Register | None = None,
        on_step: Callable[[str, Step], None] = lambda _, __: None,
    ) -> tuple[InvalidationEntry, ...]:
        """Ask the archive what became of every request whose outcome is not known; the entries.

        A request of the holder's own that never arrived is sent again, byte for byte; another
        person's is only asked for. What the archive cannot tell stays unsettled.

        Raises:
            RightsError, LogError: before anything is asked.
        """
        context = self._context(register)
        ticket = self._ticket(context)
        asked = Subject(query="settle")
        self._gate.demand(ticket, EventKind.INVALIDATION, asked)
        return self._gate.do(
            ticket,
            EventKind.INVALIDATION_LIST,
            asked,
            lambda: self._settle_all(context, on_step),
            lambda entries: Told(len(entries)),
        )

    @verb(EventKind.INVALIDATION_LIST)
    def overview(self, register: Register | None = None) -> InvalidationOverview:
        """What was invalidated by whom and why, what is unsettled, and which plans wait."""
        context = self._context(register)

        def read() -> InvalidationOverview:
            ledger = self._ledger(context.register)
            return InvalidationOverview(
                ledger.entries(),
                tuple(told_of.waiting_plan(each, ledger) for each in ledger.interrupted),
                tuple(told_of.waiting_plan(each, ledger) for each in ledger.proposals),
                self._tools.rights.needs_two(context.register),
            )

        return self._gate.do(
            self._ticket(context),
            EventKind.INVALIDATION_LIST,
            Subject(),
            read,
            lambda overview: Told(len(overview.entries)),
        )

    @verb(EventKind.INVALIDATION_LIST)
    def receipt(
        self, message_id: str, path: Path, language: Language, register: Register | None = None
    ) -> Path:
        """Write the receipt of an invalidation that was carried out, as PDF/A with its signature.

        Raises:
            PaperMissing: if it was not, or is not known to have been.
            LogDamaged: if what the log says of it is not in the log's tree.
            ReportFailed: if the file cannot be written.
        """
        context = self._context(register)

        def write() -> Path:
            ledger = self._ledger(context.register)
            entry = ledger.proven(message_id)
            if entry is None or entry.fate is not Fate.DONE or entry.signed is None:
                raise PaperMissing(entry.document_oid if entry else "")
            attempt = ledger.attempts[message_id]
            self._logbook.demand_proven(attempt.intent, attempt.outcome)
            return write_receipt(
                entry, path, language, self._tools.clock(), practice=self._tools.practice
            )

        return self._gate.do(
            self._ticket(context),
            EventKind.INVALIDATION_LIST,
            Subject(query=f"receipt:{message_id}"),
            write,
            lambda _: Told(1),
        )

    @verb(EventKind.INVALIDATION_LIST)
    def report(
        self, plan_id: str, path: Path, language: Language, register: Register | None = None
    ) -> Path:
        """Write what became of each document of a confirmed plan, by the access log, as PDF/A.

        Raises:
            PlanInvalid: if no such plan was ever confirmed.
            LogDamaged: if what the log says of it is not in the log's tree.
            ReportFailed: if the file cannot be written.
        """
        context = self._context(register)

        def write() -> Path:
            ledger = self._ledger(context.register)
            if (batch := ledger.batch(plan_id)) is None:
                raise PlanInvalid("unknown plan")
            self._logbook.demand_proven(batch.plan.event)
            for attempt in ledger.attempts_of(plan_id):
                self._logbook.demand_proven(attempt.intent, attempt.outcome)
            now = self._tools.clock()
            called = self._tools.name_of(context.register.code, now.date(), language)
            return write_batch(batch, called, path, language, now, practice=self._tools.practice)

        asked = Subject(query=f"report plan:{plan_id}")
        return self._gate.do(
            self._ticket(context), EventKind.INVALIDATION_LIST, asked, write, lambda _: Told(1)
        )

    def _settle_all(
        self, context: WorkContext, on_step: Callable[[str, Step], None]
    ) -> tuple[InvalidationEntry, ...]:
        with self._gate.invalidating:
            ledger = self._ledger(context.register)
            attempts = ledger.unsettled
            for attempt in attempts:
                known = ledger.plans.get(attempt.record.plan_id)
                told = partial(on_step, attempt.intent.request_id)
                try:
                    proposal = known.proposal if known else None
                    self._one_by_one.settle(self._ticket(context), attempt, proposal, told)
                except KantaError as error:
                    if not error.retriable:
                        raise
            entries = self._ledger(context.register).entries()
        asked = {attempt.intent.request_id for attempt in attempts}
        return tuple(entry for entry in entries if entry.message_id in asked)

    def _note(self, ticket: Ticket, query: str, count: int) -> None:
        self._gate.do(
            ticket, EventKind.INVALIDATION_PLAN, Subject(query=query), lambda: None,
            lambda _: Told(count),
        )  # fmt: skip

    def _known(self, plan_id: str, register: Register) -> KnownPlan:
        known = self._ledger(register).plans.get(plan_id)
        if known is None:
            raise PlanInvalid("unknown plan")
        if known.over:
            raise PlanInvalid("withdrawn")
        return known

    def _ledger(self, register: Register) -> Ledger:
        return ledgers.read_ledger(self._logbook.events_of(ledgers.KINDS, register.key))

    def _context(self, register: Register | None) -> WorkContext:
        context = self._ticket(None).context
        return replace(context, register=register) if register else context
