"""The desk: all that the window and the commands can do, put together by ``assemble``."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date, datetime
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from kanta_desk.accesslog.log import AccessLog
from kanta_desk.archive.codesets import CodeSets
from kanta_desk.cards.watch import CardWatch
from kanta_desk.checks.registry import CheckContext
from kanta_desk.desk.gate import Gate
from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.desk.logbook import Logbook
from kanta_desk.desk.session import Session, SessionState, Surroundings
from kanta_desk.desk.signin import SignIn
from kanta_desk.desk.verbs import verb_of
from kanta_desk.diagnosis.diagnosis import Diagnosis
from kanta_desk.errors import SessionLocked
from kanta_desk.model.cards import CardsState
from kanta_desk.model.codes import Code, Concept
from kanta_desk.model.diagnosis import CheckResult
from kanta_desk.model.events import EventKind, Outcome, Phase
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import Holder, Register, WorkContext
from kanta_desk.model.text import Language
from kanta_desk.model.time import HELSINKI
from kanta_desk.rights.register import RightsRegister
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths

P = ParamSpec("P")
T = TypeVar("T")


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

    def pin(self, card: str) -> bytearray:
        """PIN1 of a practice card, so that commands need not ask for it."""
        ...


class Desk:
    """One desk with at most one session; every thread may call it.

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
        signin: SignIn,
        gate: Gate,
        log: AccessLog,
        rights: RightsRegister,
        names: CodeSets,
        diagnosis: Diagnosis,
        clock: Callable[[], datetime],
        practice: PracticeControls | None = None,
        practice_plan: Path | None = None,
        earliest: date = date.min,
        unverified: tuple[str, ...] = (),
    ) -> None:
        self.options = options
        self.paths = paths
        self.unverified = unverified
        self.practice = practice
        self.practice_plan = practice_plan
        self._lanes = lanes
        self._watch = watch
        self._signin = signin
        self._gate = gate
        self._log = log
        self._rights = rights
        self._names = names
        self._diagnosis = diagnosis
        self._clock = clock
        self._earliest = earliest
        self._let_go: Callable[[], None] = lambda: None
        self._session: Session | None = None
        self._on_lock: list[Callable[[], None]] = []
        self._change = threading.Lock()
        self._unsubscribe = watch.subscribe(self._card_changed)

    @property
    def mode(self) -> Mode:
        """Practice, test or production."""
        return self.options.mode

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
        return self._rights.registers_for(
            holder.identifier, self._clock().astimezone(HELSINKI).date()
        )

    def contexts_for(self, holder: Holder) -> tuple[WorkContext, ...]:
        """Every register and purpose that a holder can choose, in the unit's name."""
        if self.options.organisation is None:
            return ()
        return tuple(
            WorkContext(register, purpose, self.options.organisation.unit)
            for register in self.registers_for(holder)
            for purpose in self.options.purposes
        )

    def sign_in(
        self, pin: bytearray, context: WorkContext, *, use_last_tries: bool = False
    ) -> Session:
        """Sign in the holder of the card in the best reader. Blocks: run it in the card lane.

        ``pin`` is overwritten whatever happens. A session that was open is ended.

        Raises:
            CardError, TrustError, RightMissing, LogError: see ``SignIn.prove``.
        """
        session_id = secrets.token_hex(8)
        proof = self._signin.prove(
            EventKind.SIGN_IN, session_id, pin, context, use_last_tries=use_last_tries
        )
        around = Surroundings(
            self._clock,
            lambda: self.registers_for(proof.holder),
            self._check_context,
        )
        session = Session(
            session_id, proof.holder, proof.actor, context, self._gate, Logbook(self._log), around
        )
        with self._change:
            before, self._session = self._session, session
        if before is not None:
            before.sign_out()
        self._card_changed(self._watch.state)  # pulled while it signed
        return session

    def unlock(self, pin: bytearray, *, use_last_tries: bool = False) -> Session:
        """Open a locked session with its own card and PIN1. Blocks: run it in the card lane.

        Raises:
            SessionLocked: if there is none to open, or the card is another person's.
        """
        session = self.session
        if session is None:
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

    def settle_interrupted(self) -> int:
        """Write of every act that a crash cut short that its outcome is not known; how many.

        Whether the document was shown before the crash nobody can tell, so the log says just that.
        """
        cut_short = self._log.unsettled()
        for event in cut_short:
            self._log.settle(event.seq, Outcome(Phase.UNKNOWN))
        return len(cut_short)

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
        return CheckContext(max(today, self._earliest), self._names.knows)
