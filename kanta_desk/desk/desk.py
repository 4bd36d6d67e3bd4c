"""The desk: all that the window and the commands can do, put together by ``assemble``."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from kanta_desk.accesslog.notes import Why
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.cards.watch import CardWatch
from kanta_desk.cards.ways import Ways
from kanta_desk.checks.registry import CheckContext
from kanta_desk.desk.cardcare import CardCare
from kanta_desk.desk.checking import DocumentKnowledge
from kanta_desk.desk.connecting import notices
from kanta_desk.desk.custody import Custody
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.importing import Library
from kanta_desk.desk.invalidating import Tools
from kanta_desk.desk.joining import JoiningTasks, Sight
from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.reading import Reading
from kanta_desk.desk.session import Session, SessionState, Surroundings
from kanta_desk.desk.signin import Proof, SignIn
from kanta_desk.desk.signing import Signing
from kanta_desk.desk.verbs import verb_of
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.errors import (
    LogContradicted,
    ProductionNotConfirmed,
    RightMissing,
    RightsError,
    SessionLocked,
    SettingsUnreadable,
)
from kanta_desk.model.cards import CardsState
from kanta_desk.model.codes import Code, Concept
from kanta_desk.model.diagnosis import CheckResult
from kanta_desk.model.events import EventKind, Intent, Outcome, Phase, Subject
from kanta_desk.model.mode import MODE_BANNERS, Mode
from kanta_desk.model.people import Holder, Register, Role, WorkContext
from kanta_desk.model.rights import Basis, Grant, Refusal
from kanta_desk.model.text import Language, Text
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights import rules
from kanta_desk.rights.changes import encode, identified
from kanta_desk.settings.options import FILE, Options
from kanta_desk.settings.paths import Paths

P = ParamSpec("P")
T = TypeVar("T")


_ASKED_FOR = (EventKind.INVALIDATION, EventKind.INVALIDATION_PLAN, EventKind.LOG_DISPOSAL)


class PracticeControls(Protocol):
    """What only practice has: cards to choose from, to put in and to pull."""

    @property
    def cards(self) -> tuple[str, ...]:
        """The names of the practice cards."""
        ...

    @property
    def inserted(self) -> str | None:
        """The card in the practice reader."""
        ...

    def insert(self, card: str) -> None:
        """Put a card in; one that is in is pulled first."""
        ...

    def remove(self) -> None:
        """Pull the card."""
        ...

    def pin(self, card: str, number: int = 1) -> bytearray:
        """PIN1 or PIN2 of a practice card, so that commands need not ask for it."""
        ...


class Desk:
    """One desk with at most one session; every thread may call it.

    ``reading`` is what an installation knows of documents, for those that are open already.
    ``unverified`` are the facts of the message profile in use that no published source confirms,
    a line each: key, value, and what is known of it. ``practice`` and ``practice_plan`` are there
    in practice mode alone. ``earliest`` is the day before which the checks never believe it to be:
    practice documents have fixed dates, and a clock behind them must not make them look as if from
    the future.
    """

    def __init__(
        self,
        *,
        options: Options,
        paths: Paths,
        lanes: Lanes,
        watch: CardWatch,
        ways: Ways,
        signin: SignIn,
        signing: Signing,
        gate: Gate,
        custody: Custody,
        rights: LiveRights,
        names: CodeSets,
        diagnosis: Diagnosis,
        documents: DocumentKnowledge,
        library: Library,
        clock: Callable[[], datetime],
        practice: PracticeControls | None = None,
        practice_plan: Path | None = None,
        earliest: date = date.min,
        unverified: tuple[str, ...] = (),
        certificate_ends: datetime | None = None,
    ) -> None:
        self.options = options
        self.paths = paths
        self.unverified = unverified
        self.library = library
        self._certificate_ends = certificate_ends
        self._confirmed = False
        self.practice = practice
        self.practice_plan = practice_plan
        self._lanes = lanes
        self._watch = watch
        self.card_care = CardCare(watch)
        self.ways = ways
        self._signin = signin
        self._signing = signing
        self._gate = gate
        self._custody = custody
        self._log = custody.log
        self._rights = rights
        self._names = names
        self._diagnosis = diagnosis
        self._clock = clock
        self._earliest = earliest
        self._documents = documents
        self.reading = Reading(
            documents.structure, self.name_of, self.mode is Mode.PRACTICE, library.unit_name
        )
        self.joining = JoiningTasks(
            paths.data,
            Sight(diagnosis.run, rights.archivists, self._own_unit),
            clock,
            options.organisation.party.name if options.organisation else "",
            MODE_BANNERS[Mode.PRACTICE] if self.mode is Mode.PRACTICE else None,
        )
        self._let_go: Callable[[], None] = lambda: None
        self._session: Session | None = None
        self._on_lock: list[Callable[[], None]] = []
        self._change = threading.Lock()
        self._unsubscribe = watch.subscribe(self._card_changed)

    def _own_unit(self) -> str:
        """What the own organisation is called in the registers at hand; empty if in none."""
        own = self.options.organisation
        return self.library.unit_name(own.party.oid.value, self._clock().date()) if own else ""

    @property
    def mode(self) -> Mode:
        """Practice, test or production."""
        return self.options.mode

    @property
    def needs_confirmation(self) -> bool:
        """Whether somebody has to say first that production is meant."""
        return self.mode is Mode.PRODUCTION and not self._confirmed

    def confirm_production(self) -> None:
        """Somebody has said, deliberately, that production is meant: until the desk is closed."""
        self._confirmed = True

    @property
    def notices(self) -> tuple[Text, ...]:
        """What people must know of the connection: its certificate ends, clocks differ."""
        return notices(self._certificate_ends, self._gate.clock_skew, self._clock())

    @property
    def cards(self) -> CardsState:
        """Service, readers and cards now."""
        return self._watch.state

    @property
    def session(self) -> Session | None:
        """The session, locked or not; None before sign-in and after sign-out."""
        session = self._session
        return None if session is None or session.state is SessionState.CLOSED else session

    def on_cards(self, told: Callable[[CardsState], None]) -> Callable[[], None]:
        """Call ``told`` at every change, from a thread of the watch; returns how to stop it."""
        return self._watch.subscribe(told)

    def on_lock(self, told: Callable[[], None]) -> None:
        """Call ``told`` whenever the session was locked, from whichever thread locked it."""
        self._on_lock.append(told)

    @property
    def alarms(self) -> tuple[LogContradicted, ...]:
        """What speaks against the access log; nothing, as a rule."""
        return self._custody.vigil.alarms

    def on_alarm(self, told: Callable[[], None]) -> None:
        """Call ``told`` whenever the alarms have changed, from a thread of the log."""
        self._custody.vigil.on_alarm(told)

    def submit(
        self, lane: Lane, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run any blocking call in a lane."""
        return self._lanes.submit(lane, work, *args, **kwargs)

    def start(self, act: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a verb of the session in its own lane."""
        return self._lanes.submit(verb_of(act).lane, act, *args, **kwargs)

    def registers_for(self, holder: Holder) -> tuple[Register, ...]:
        """The registers where a holder has any right today."""
        return self._rights.registers_for(holder.identity, self._rights.today)

    def contexts_for(self, holder: Holder) -> tuple[WorkContext, ...]:
        """Every register and purpose that a holder can choose, in the unit's name.

        The organisation's own registers come first: the first is what a window offers.
        """
        organisation = self.options.organisation
        if organisation is None:
            return ()
        own = f"{organisation.business_id.oid}."
        registers = sorted(
            self.registers_for(holder), key=lambda r: not r.controller.oid.value.startswith(own)
        )
        return tuple(
            WorkContext(register, purpose, organisation.unit)
            for register in registers
            for purpose in self.options.purposes
        )

    def sign_in(
        self,
        pin: bytearray | None,
        context: WorkContext,
        *,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> Session:
        """Sign in the holder of the card in the best reader. Blocks: run it in the card lane.

        ``pin`` is overwritten whatever happens; None where it is typed on the reader's own pad or
        in the reader software's window (see ``ways``). ``only``: whose card was shown to whoever
        typed it; another's, put in meanwhile, is not given it. A session that was open is ended.

        Raises:
            ProductionNotConfirmed: before anything is asked of the card.
            CardError, TrustError, RightMissing, LogError: see ``SignIn.prove``.
        """
        if self.needs_confirmation:
            if pin is not None:
                pin[:] = bytes(len(pin))
            raise ProductionNotConfirmed
        session_id = secrets.token_hex(8)
        self._gate.guard.set_right()
        proof = self._signin.prove(
            EventKind.SIGN_IN, session_id, pin, context, use_last_tries=use_last_tries, only=only
        )
        return self._open(session_id, proof, context)

    def first_administrator(
        self,
        pin: bytearray | None,
        register: Register,
        basis: Basis,
        *,
        valid_to: date | None = None,
        adopt: bool = False,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> Session:
        """Make the holder of the card in the best reader the first administrator of a register,
        and open a session there. Blocks: run it in the card lane. ``pin`` is overwritten; ``only``
        as for ``sign_in``.

        Only where the access log holds no rights of the register. ``adopt`` brings in the grants of
        a ``rights.toml`` written by hand, as part of the same event.

        Raises:
            RegisterNotEmpty: if the register has, or has had, an administrator.
            RightMissing: if other registers have one, and the holder is none of theirs.
            GrantInvalid: if the basis is no mandate or decision that holds.
            ProductionNotConfirmed: before anything is asked of the card.
            SettingsUnreadable: if the options name no organisation or no purpose.
            CardError, TrustError, LogError: see ``SignIn.prove``.
        """
        try:
            if self.needs_confirmation:
                raise ProductionNotConfirmed
            context = self._first_context(register)
            session_id = secrets.token_hex(8)
            holder = only or self._signin.holder()
            today = self._rights.today
            grant = Grant(
                holder.identity, holder.name, Role.ADMINISTRATOR, register, basis, today, valid_to
            )
            adopted = self._rights.by_hand(register) if adopt else ()
            self._may_be_first(holder, context, session_id, grant)
            self._gate.guard.set_right()
            proof = self._signin.prove(
                EventKind.SIGN_IN,
                session_id,
                pin,
                context,
                use_last_tries=use_last_tries,
                only=holder,
                needs_right=False,
            )
        finally:
            if pin is not None:
                pin[:] = bytes(len(pin))
        with self._rights.changing(register) as book:
            change = identified(rules.first(book, grant, adopted, today))
            self._log.record(
                Intent(
                    EventKind.RIGHTS_CHANGE,
                    proof.actor,
                    context,
                    Subject(query=f"first administrator {holder.identifier}"),
                ),
                Outcome(Phase.DONE, result_count=len(change.grants), evidence=encode(change)),
            )
        return self._open(session_id, proof, context)

    def _may_be_first(
        self, holder: Holder, context: WorkContext, session_id: str, grant: Grant
    ) -> None:
        """Find out before the PIN is asked of the card; an attempt where it cannot be is logged."""
        try:
            rules.first(self._rights.book(context.register), grant, (), self._rights.today)
            if not self._rights.may_begin(holder.identity):
                key = context.register.key
                raise RightMissing(EventKind.RIGHTS_CHANGE, key, Refusal.NOT_FIRST)
        except RightsError as error:
            actor = self._signin.actor(holder, context, session_id)
            intent = Intent(EventKind.RIGHTS_CHANGE, actor, context, Subject(query="first"))
            self._log.record(intent, Outcome(Phase.FAILED, error.code))
            raise

    def _first_context(self, register: Register) -> WorkContext:
        options = self.options
        if options.organisation is None or not options.purposes:
            missing = "purpose" if options.organisation else "organisation"
            raise SettingsUnreadable(f"{FILE}: {missing}", "missing")
        return WorkContext(register, options.purposes[0], options.organisation.unit)

    def _open(self, session_id: str, proof: Proof, context: WorkContext) -> Session:
        around = Surroundings(
            self._clock,
            lambda: self.registers_for(proof.holder),
            self._check_context,
            self._rights,
            Tools(
                self._signing,
                self._rights,
                self._clock,
                self.mode is Mode.PRACTICE,
                bool(self.unverified),
                partial(self._custody.ask_checkpoint, Why.INVALIDATION),
                self._custody.statement,
                self.name_of,
            ),
            self._custody,
            self._signin,
            self.reading,
            self.options.report_address,
            self.joining.tested,
            library=self.library,
        )
        session = Session(
            session_id, proof.holder, proof.actor, context, self._gate, Logbook(self._log), around
        )
        with self._change:
            before, self._session = self._session, session
        if before is not None:
            before.sign_out()
        self._custody.ask_checkpoint(Why.SIGN_IN)
        self._card_changed(self._watch.state)  # pulled while it signed
        return session

    def unlock(self, pin: bytearray | None, *, use_last_tries: bool = False) -> Session:
        """Open a locked session with its own card and PIN1. Blocks: run it in the card lane.

        Raises:
            SessionLocked: if there is none to open, or the card is another person's.
        """
        session = self.session
        if session is None:
            if pin is not None:
                pin[:] = bytes(len(pin))
            raise SessionLocked
        proof = self._signin.prove(
            EventKind.UNLOCK,
            session.id,
            pin,
            session.context,
            use_last_tries=use_last_tries,
            only=session.holder,
        )
        session.unlocked(proof.holder)
        self._card_changed(self._watch.state)
        return session

    def lock(self) -> None:
        """Lock the session, if one is open."""
        session = self.session
        if session is None or session.state is not SessionState.ACTIVE:
            return
        session.lock()
        for told in self._on_lock:
            told()

    def diagnose(
        self, on_result: Callable[[CheckResult], None] = lambda _: None
    ) -> tuple[CheckResult, ...]:
        """Run all checks of the installation, in order. Blocks: run it in the card lane."""
        return self._diagnosis.run(on_result)

    @property
    def registers_to_take_over(self) -> tuple[Register, ...]:
        """Registers of a ``rights.toml`` written by hand, whose rights are not in the log yet and
        so not believed: the first administrator brings them in."""
        return self._rights.registers_by_hand

    @property
    def has_rights(self) -> bool:
        """Whether any register has rights; without, the first administrator is to be made."""
        return self._rights.any

    def settle_interrupted(self) -> int:
        """Write of every act that a crash cut short that its outcome is not known; how many.

        Whether the document was shown before the crash nobody can tell, so the log says just that.
        What became of an invalidation the archive can tell: it stays open until it has been asked
        (``session.invalidations.settle``). A disposal is finished by the next start.
        """
        cut_short = [e for e in self._log.unsettled() if e.kind not in _ASKED_FOR]
        for event in cut_short:
            self._log.settle(event.ref, Outcome(Phase.UNKNOWN))
        return len(cut_short)

    @property
    def unsettled_invalidations(self) -> int:
        """How many invalidations of earlier sessions have an outcome that is still to be asked."""
        return sum(e.kind is EventKind.INVALIDATION for e in self._log.unsettled())

    def name_of(self, code: Code | None, on: date, language: Language) -> str:
        """A code's name on a day; of an unknown one its value and that it is unknown."""
        return "" if code is None else self._names.name_of(code, on, language)

    def concepts(self, system: str, on: date) -> tuple[Concept, ...]:
        """The codes of a system that may be chosen on a day, in the order of its set."""
        return self._names.concepts(system, on)

    def close(self) -> None:
        """Sign out, stop all threads, let everything go."""
        if (session := self.session) is not None:
            session.sign_out()
        self._unsubscribe()
        self._let_go()

    def at_close(self, let_go: Callable[[], None]) -> None:
        """Set what ``close`` does last: taking apart what ``assemble`` put together."""
        self._let_go = let_go

    def _card_changed(self, state: CardsState) -> None:
        session = self.session
        if session is None or session.state is not SessionState.ACTIVE:
            return
        # A card that another program holds for a while is still in: its reader keeps what was read.
        cards = [reader.card for reader in state.readers if reader.card]
        if all(card.holder != session.holder for card in cards):
            self.lock()

    def _check_context(self) -> CheckContext:
        today = self._clock().astimezone(HELSINKI).date()
        return CheckContext(
            max(today, self._earliest),
            self._names.knows,
            code_valid=self._names.valid,
            structure=self._documents.structure,
            signatures=self._documents.signatures,
        )
