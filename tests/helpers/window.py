"""What tests of the window share: a desk in memory whose reader a test can put in any state.

Only readers and cards are played, since no real reader can be made mute or held by another program
at will; journeys run on the real practice desk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kanta_desk.deployment.joining import catalogue, schedule
from kanta_desk.desk.session import SessionState
from kanta_desk.errors import KantaError, LogContradicted, PinWrong, SessionLocked
from kanta_desk.gui.tasks import wait_for
from kanta_desk.model.cards import (
    CardDetails,
    CardPresence,
    CardsState,
    CertificateSummary,
    ReaderState,
    ServiceState,
    SignerKind,
    SignerState,
)
from kanta_desk.model.codes import Code
from kanta_desk.model.diagnosis import CheckResult, CheckState
from kanta_desk.model.documents import Party
from kanta_desk.model.events import EventKind
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.joining import Joining
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import CardType, Holder, Purpose, Register, WorkContext
from kanta_desk.model.rights import Refusal
from kanta_desk.model.testruns import DueReport
from kanta_desk.model.text import Language, Text
from kanta_desk.settings.options import Options
from kanta_desk.settings.paths import Paths

READER = "Harjoituslukija 00 00"
PIN = b"1234"
WAIT_MS = 15_000


def holder(name: str = "Maija Arkistonhoitaja", number: str = "90000001") -> Holder:
    """An artificial holder of a professional card."""
    return Holder(
        name=name,
        identifier=f"ammattikortti-{number}",
        card_type=CardType.PROFESSIONAL,
        type_rule="policy",
        organisation="",
        title="Sosiaalityöntekijä",
        certificate_serial="5A01",
        certificate_sha256=number * 8,
        card_serial="9246017700012345678",
        valid_to=date(2029, 4, 3),
    )


def card(whose: Holder, tries: tuple[int | None, int | None] = (5, 5)) -> CardDetails:
    """A card that was read."""
    certificate = CertificateSummary(
        use="Tunnistaminen ja salaus",
        subject=f"CN={whose.name} {whose.identifier}",
        issuer="CN=Harjoitus Sote-CA, O=Harjoitus, C=FI",
        serial="5A01",
        valid_from=datetime(2024, 4, 3, tzinfo=UTC),
        valid_to=datetime(2029, 4, 3, tzinfo=UTC),
        key="RSA 3072",
        sha256="0123456789abcdef" * 4,
        trusted=True,
    )
    return CardDetails("FINEID S4-2", False, whose, (certificate,), tries)


MAIJA = holder()
OTHER = holder("Olli Opiskelija", "90000002")

_OWN = Party(Oid("1.2.246.10.11111113.10.0"), "Hoiva Esimerkki Oy")
_REGISTERS = (
    Register(_OWN, Code("1", "1.2.246.537.6.1264.201701")),
    Register(Party(Oid("1.2.246.10.22222222.10.0"), "Esimerkin hyvinvointialue"), Code("1", "1")),
)
_PURPOSES = (
    Purpose("12", Text("Käyttöönottokoe", "Driftsättningsprov", "Deployment test"), False),
    Purpose("1", Text("Arkistonhoito", "Arkivvård", "Archive care"), False),
)
CONTEXTS = tuple(WorkContext(r, p, _OWN) for r in _REGISTERS for p in _PURPOSES)


class MemoryTests:
    """No deployment test has been run."""

    def due_reports(self) -> tuple[DueReport, ...]:
        """As ``DeploymentTests.due_reports``."""
        return ()


@dataclass
class MemorySession:
    """Who works in what context."""

    holder: Holder
    context: WorkContext
    state: SessionState = SessionState.ACTIVE
    signed_out: bool = False
    refused: dict[EventKind, Refusal] = field(default_factory=dict)
    tests: Any = field(default_factory=MemoryTests)

    def change_context(self, context: WorkContext) -> None:
        """Go on elsewhere."""
        self.context = context

    def refusal(self, kind: EventKind) -> Refusal | None:
        """Why an act would be refused: ``refused`` says of which."""
        return self.refused.get(kind)

    def sign_out(self) -> None:
        """End."""
        self.signed_out = True


@dataclass
class MemoryWays:
    """The ways to the card's keys, of which a test says what they are like."""

    offered: tuple[SignerKind, ...] = tuple(SignerKind)
    chosen: SignerKind = SignerKind.PCSC
    states: dict[SignerKind, SignerState] = field(default_factory=dict)
    fails: KantaError | None = None

    @property
    def asks_pin(self) -> bool:
        """As ``Ways.asks_pin``."""
        return self.chosen is not SignerKind.SCS

    def offers_pad(self, reader: ReaderState) -> bool:
        """As ``Ways.offers_pad``."""
        return reader.pin_pad and self.chosen is SignerKind.PCSC

    def choose(self, kind: SignerKind) -> None:
        """As ``Ways.choose``."""
        if self.fails:
            raise self.fails
        self.chosen = kind

    def look(self, kind: SignerKind) -> SignerState:
        """What the test said."""
        return self.states.get(kind, SignerState(kind, card=True, same_card=True))


@dataclass
class MemoryCare:
    """Takes PINs as ``CardCare`` does, and keeps what was given."""

    puk_left: int | None = 10
    fails: KantaError | None = None
    given: list[tuple[object, ...]] = field(default_factory=list)
    seen: list[bytearray] = field(default_factory=list)

    def change_pin(
        self,
        number: int,
        codes: tuple[bytearray, bytearray] | None,
        *,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> None:
        """Set a PIN."""
        self._give("change", number, use_last_tries, codes)

    def unblock_pin(
        self,
        number: int,
        puk: bytearray,
        new: bytearray,
        *,
        only: Holder | None = None,
        use_last_tries: bool = False,
    ) -> None:
        """Set a PIN with the activation PIN."""
        self._give("unblock", number, use_last_tries, (puk, new))

    def puk_tries(self, *, only: Holder | None = None) -> int | None:
        """Tries of the activation PIN."""
        return self.puk_left

    def _give(
        self, act: str, number: int, last: bool, codes: tuple[bytearray, bytearray] | None
    ) -> None:
        self.given.append((act, number, last, *(bytes(code) for code in codes or ())))
        for code in codes or ():
            self.seen.append(code)
            code[:] = bytes(len(code))
        if self.fails:
            raise self.fails


class MemoryJoining:
    """A joining project of which nothing is done."""

    def project(self) -> Joining:
        """As ``JoiningTasks.project``."""
        return schedule(catalogue(), {}, {}, date(2027, 6, 1), date(2026, 11, 20))


@dataclass
class MemoryDesk:
    """Plays readers and one card holder; everything else of a desk that the shell asks is here."""

    options: Options = field(default_factory=Options)
    mode: Mode = Mode.PRACTICE
    practice: Any = None
    paths: Paths = field(default_factory=lambda: Paths.under(Path("installation")))
    library: Any = None
    unverified: tuple[str, ...] = ()
    session: MemorySession | None = None
    cards: CardsState = field(default_factory=lambda: CardsState(1, ServiceState.RUNNING))
    contexts: tuple[WorkContext, ...] = CONTEXTS
    has_rights: bool = True
    registers_to_take_over: tuple[Register, ...] = ()
    tries: int = 5
    results: tuple[CheckResult, ...] = ()
    unfinished: int = 0
    unsettled_invalidations: int = 0
    pins_seen: list[bytearray] = field(default_factory=list)
    held: list[Callable[[], None]] | None = None
    ways: MemoryWays = field(default_factory=MemoryWays)
    card_care: MemoryCare = field(default_factory=MemoryCare)
    joining: Any = field(default_factory=MemoryJoining)
    locks: int = 0
    notices: tuple[Text, ...] = ()
    confirmed: bool = False
    alarms: tuple[LogContradicted, ...] = ()
    _alarm_told: list[Callable[[], None]] = field(default_factory=list)
    _cards_told: list[Callable[[CardsState], None]] = field(default_factory=list)
    _lock_told: list[Callable[[], None]] = field(default_factory=list)

    def show(self, *readers: ReaderState, service: ServiceState = ServiceState.RUNNING) -> None:
        """Change what is in the readers."""
        self.cards = CardsState(self.cards.counter + 1, service, readers)
        for told in list(self._cards_told):
            told(self.cards)
        shown = {r.card.holder for r in readers if r.card}
        if self.session and self.session.holder not in shown:
            self.lock()

    @property
    def needs_confirmation(self) -> bool:
        """As ``Desk.needs_confirmation``."""
        return self.mode is Mode.PRODUCTION and not self.confirmed

    def confirm_production(self) -> None:
        """As ``Desk.confirm_production``."""
        self.confirmed = True

    def insert(self, whose: Holder = MAIJA) -> None:
        """Put a card in."""
        self.show(ReaderState(READER, CardPresence.READY, "3B", card(whose, (self.tries, 5))))

    def pull(self) -> None:
        """Pull the card."""
        self.show(ReaderState(READER, CardPresence.EMPTY))

    def on_cards(self, told: Callable[[CardsState], None]) -> Callable[[], None]:
        """As ``Desk.on_cards``."""
        self._cards_told.append(told)
        return lambda: self._cards_told.remove(told)

    def alarm(self, *alarms: LogContradicted) -> None:
        """The log's watch has found something, or nothing any more."""
        self.alarms = alarms
        for told in list(self._alarm_told):
            told()

    def on_alarm(self, told: Callable[[], None]) -> None:
        """As ``Desk.on_alarm``."""
        self._alarm_told.append(told)

    def on_lock(self, told: Callable[[], None]) -> None:
        """As ``Desk.on_lock``."""
        self._lock_told.append(told)

    def submit(
        self, lane: object, work: Callable[..., Any], *args: Any, **named: Any
    ) -> Future[Any]:
        """Run at once, or when ``release`` is called if a test holds the lanes."""
        future: Future[Any] = Future()

        def run() -> None:
            try:
                future.set_result(work(*args, **named))
            except Exception as error:
                future.set_exception(error)

        if self.held is None:
            run()
        else:
            self.held.append(run)
        return future

    def start(self, act: Callable[..., Any], *args: Any, **named: Any) -> Future[Any]:
        """As ``Desk.start``."""
        return self.submit(None, act, *args, **named)

    def release(self) -> None:
        """Let the lanes go on."""
        held, self.held = self.held or [], None
        for run in held:
            run()

    def contexts_for(self, _: Holder) -> tuple[WorkContext, ...]:
        """As ``Desk.contexts_for``."""
        return self.contexts

    def name_of(self, code: Code | None, on: date, language: Language) -> str:
        """As ``Desk.name_of``."""
        return "Sosiaalihuollon asiakasrekisteri"

    def sign_in(
        self,
        pin: bytearray | None,
        context: WorkContext,
        *,
        only: Holder | None = None,
        use_last_tries: bool,
    ) -> object:
        """As ``Desk.sign_in``."""
        self._use(pin)
        self.session = MemorySession(MAIJA, context)
        return self.session

    def unlock(self, pin: bytearray | None, *, use_last_tries: bool) -> object:
        """As ``Desk.unlock``."""
        self._use(pin)
        if self.session is None:
            raise SessionLocked
        self.session = replace(self.session, state=SessionState.ACTIVE)
        return self.session

    def lock(self) -> None:
        """As ``Desk.lock``."""
        self.locks += 1
        if self.session:
            self.session.state = SessionState.LOCKED
        for told in self._lock_told:
            told()

    def settle_interrupted(self) -> int:
        """As ``Desk.settle_interrupted``."""
        return self.unfinished

    def diagnose(self, on_result: Callable[[CheckResult], None]) -> tuple[CheckResult, ...]:
        """As ``Desk.diagnose``."""
        for result in self.results:
            on_result(replace(result, state=CheckState.RUNNING, evidence=(), remedy=None))
        for result in self.results:
            on_result(result)
        return self.results

    def _use(self, pin: bytearray | None) -> None:
        if pin is None:  # typed elsewhere
            return
        right = pin == PIN
        self.pins_seen.append(pin)
        pin[:] = bytes(len(pin))
        if not right:
            self.tries -= 1
            raise PinWrong(1, self.tries)


def settle(owner: QWidget) -> None:
    """Let everything that ``owner`` has under way end, and show it."""
    wait_for(owner, WAIT_MS)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget below ``root`` that takes the keyboard's focus."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


@contextmanager
def held(desk: MemoryDesk) -> Iterator[None]:
    """Keep the lanes from answering until the block ends."""
    desk.held = []
    yield
    desk.release()
