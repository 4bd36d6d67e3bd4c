"""Every card a tester can describe, through the real smart-card service and the desk's sign-in.

After each case the card itself is asked: how many tries are left, how often a PIN reached it, and
that no PIN stays given. What the holder is told is the error's class.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from kanta_desk import errors
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.cards import CardPresence, CardsState, ServiceState
from kanta_desk.model.mode import ReaderKind
from kanta_desk.model.people import CardType, WorkContext
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import CardPulled, CommandName, When, name_of
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.vpcd import PORT, VirtualReaderCard
from tests.helpers.cards import issued, sign_challenge
from tests.helpers.described import card_files, described
from tests.helpers.pcscd import (
    READER,
    SECOND_PORT,
    SECOND_READER,
    PcscService,
    await_empty,
)
from tests.helpers.practice import PATIENCE, await_cards, prepare, presence

pytestmark = pytest.mark.pcscd

_READY, _MUTE, _UNKNOWN = CardPresence.READY, CardPresence.MUTE, CardPresence.UNKNOWN


@dataclass(frozen=True)
class Case:
    """A card file and what must come of it.

    ``refused``: what sign-in raises, None where it succeeds. ``tries``: left of PIN1 afterwards.
    ``presented``: how often a PIN reached the card.
    """

    card: str
    refused: type[errors.KantaError] | None = None
    tries: int = 5
    presented: int = 1
    pin: str = "1234"
    seen: CardPresence = _READY
    last: bool = False

    def __str__(self) -> str:
        return f"{self.card}{'' if self.pin == '1234' else ' wrong'}{' last' if self.last else ''}"


CASES = (
    # What must work
    Case("rsa-2048"),
    Case("rsa-3072"),
    Case("ec-p256"),
    Case("ec-p384"),
    Case("ideal-citiz"),
    Case("backup"),
    Case("t0"),
    Case("slow"),
    Case("short-reads"),
    Case("no-issuer"),
    Case("unreadable-issuer"),
    Case("no-signature-certificate"),
    Case("signed-references"),
    Case("garbled-directory"),
    Case("no-directory"),
    Case("three-tries"),
    Case("two-tries", last=True),
    Case("one-try", last=True),
    # Tries
    Case("ec-p384", errors.PinWrong, tries=4, pin="9999"),
    Case("three-tries", errors.PinWrong, tries=2, pin="9999"),
    Case("two-tries", errors.PinLastTries, tries=2, presented=0),
    Case("one-try", errors.PinLastTries, tries=1, presented=0),
    Case("one-try", errors.PinBlocked, tries=0, pin="9999", last=True),
    Case("blocked", errors.PinBlocked, tries=0, presented=0),
    Case("not-activated", errors.PinNotActivated, presented=0),
    Case("ec-p384", errors.PinFormat, presented=0, pin="123"),
    # Cards that are not for this
    Case("cosmo-v7", errors.CardUnknown, presented=0, seen=_UNKNOWN),
    Case("unknown-atr", errors.CardUnknown, presented=0, seen=_UNKNOWN),
    Case("mute", errors.CardMute, presented=0, seen=_MUTE),
    Case("no-certificate", errors.CardUnknown, presented=0, seen=_UNKNOWN),
    Case("organisation", errors.CardNotAccepted, presented=0),
    Case("citizen-4", errors.CardNotAccepted, presented=0),
    Case("citizen-3", errors.CardNotAccepted, presented=0),
    Case("staff", errors.RightMissing),
    Case("operator", errors.RightMissing),
    Case("test", errors.RightMissing),
    # Certificates
    Case("expired", errors.CertificateExpired),
    Case("not-yet-valid", errors.CertificateNotYetValid),
    Case("wrong-usage", errors.WrongKeyUsage),
    Case("unknown-issuer", errors.IssuerUnknown),
    Case("revoked", errors.CertificateRevoked),
    Case("on-hold", errors.CertificateOnHold),
    Case("other-key", errors.SignatureRejected),
    # In the middle of it
    Case("pulled-before-verify", errors.CardRemoved),
    Case("pulled-after-verify", errors.CardRemoved),
    Case("pulled-before-sign", errors.CardRemoved),
    Case("lost-command", errors.CardRemoved),
    Case("lost-reply", errors.CardRemoved),
    Case("broken-verify", errors.CardAnswerBad),
    Case("forgetful", errors.CardAnswerBad),
    Case("mute-midway", errors.CardRemoved),
    # Files that lie
    Case("lying-pin-reference"),
    Case("lying-pin-form"),
    Case("lying-keys"),
    Case("lying-paths"),
)


class Bench:
    """A desk on the real service, and a virtual reader to put the described cards into."""

    def __init__(self, desk: Desk, pki: PracticePki, context: WorkContext) -> None:
        self.desk = desk
        self.context = context
        self.pki = pki
        self._service = PcscSource()
        self._turns = deque((READER, SECOND_READER))

    @contextmanager
    def with_card(self, name: str, reader_name: str = READER) -> Iterator[SoftwareCard]:
        """A card nobody has used yet, in the reader; pulled at the end."""
        with self.inserted(described(name).make(self.pki), reader_name) as card:
            yield card

    @contextmanager
    def inserted(self, card: SoftwareCard, reader_name: str = READER) -> Iterator[SoftwareCard]:
        """``card`` in the reader, once the service knows that the last one has left it."""
        await_empty(self._service, reader_name)
        with VirtualReaderCard(port=PORT if reader_name == READER else SECOND_PORT) as reader:
            reader.insert(card)
            yield card

    def turn(self) -> tuple[str, str]:
        """The reader for the next case, and the other: while one empties, the next fills."""
        self._turns.rotate()
        return self._turns[0], self._turns[1]

    def settle(self) -> None:
        """Wait until the cards of earlier cases have been noticed to be gone."""
        await_cards(self.desk, lambda state: len(_names(state, CardPresence.EMPTY)) == 2)

    def close(self) -> None:
        """Let the service go."""
        self._service.close()

    def sign_in(self, pin: str, *, last: bool = False) -> Future[str]:
        """Who has signed in with this PIN1; it is overwritten in any case."""

        def work() -> str:
            code = bytearray(pin.encode())
            try:
                session = self.desk.sign_in(code, self.context, use_last_tries=last)
            finally:
                assert code == bytes(len(code))
            return session.holder.identifier

        return self.desk.submit(Lane.CARD, work)


@pytest.fixture(scope="module")
def service() -> Iterator[PcscService]:
    """One service for all cases."""
    with PcscService() as running:
        yield running


@pytest.fixture(scope="module")
def bench(service: PcscService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One desk for all cases; the practice set's own card is pulled first."""
    root = tmp_path_factory.mktemp("matrix")
    pki = prepare(root)
    desk = assemble_practice(root, reader=ReaderKind.PCSC)
    try:
        state = await_cards(desk, lambda state: presence(state) is _READY)
        assert state.best is not None
        assert state.best.card is not None
        context = desk.contexts_for(state.best.card.holder)[0]
        assert desk.practice is not None
        desk.practice.remove()
        opened = Bench(desk, pki, context)
        opened.settle()
        yield opened
        opened.close()
    finally:
        desk.close()


def _names(state: CardsState, *wanted: CardPresence) -> list[str]:
    """The readers that hold what ``wanted`` says."""
    return [reader.name for reader in state.readers if reader.presence in wanted]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_card_does_what_it_must_and_costs_no_try_too_many(bench: Bench, case: Case) -> None:
    mine, other = bench.turn()
    with bench.with_card(case.card, mine) as card:

        def settled(state: CardsState) -> bool:
            read = mine not in _names(state, CardPresence.EMPTY, CardPresence.READING)
            return read and other in _names(state, CardPresence.EMPTY)

        assert mine in _names(await_cards(bench.desk, settled), case.seen)
        done = bench.sign_in(case.pin, last=case.last)
        if case.refused is None:
            assert done.result(PATIENCE) == described(case.card).person.identifier
        else:
            assert type(done.exception(PATIENCE)) is case.refused
        assert (card.tries_left(), card.presented) == (case.tries, case.presented)
        assert not card.is_given()


def test_all_described_cards_are_in_the_matrix() -> None:
    listed = {path.stem for path in card_files()}
    beside = {"blocked-puk", "pin2-each-time"}  # of other verbs: see the tests of the cards' room
    assert listed - beside == {case.card for case in CASES}


def test_of_two_cards_the_one_for_this_work_signs_in(bench: Bench) -> None:
    bench.settle()
    with (
        bench.with_card("citizen-4") as other,
        bench.with_card("ec-p384", SECOND_READER) as card,
    ):
        await_cards(bench.desk, lambda state: len(_names(state, _READY)) == 2)
        assert bench.sign_in("1234").result(PATIENCE) == ARCHIVIST.person.identifier
        assert (card.presented, other.presented) == (1, 0)


def test_another_program_that_holds_the_card_keeps_it_from_us_and_costs_no_try(
    bench: Bench,
) -> None:
    bench.settle()
    source = PcscSource()
    with bench.with_card("ec-p384") as card:
        await_cards(bench.desk, lambda state: presence(state) is _READY)
        other = source.connect(READER)
        other.begin()
        assert type(bench.sign_in("1234").exception(PATIENCE)) is errors.CardInUse
        assert (card.tries_left(), card.presented) == (5, 0)
        other.end(reset=True)
        other.close(reset=False)
        # What another program does before our visit, a reset too, is no loss to it.
        assert bench.sign_in("1234").result(PATIENCE) == ARCHIVIST.person.identifier


@pytest.mark.parametrize("end", [PcscService.kill, PcscService.stop], ids=["killed", "stopped"])
@pytest.mark.parametrize("when", list(When))
def test_a_service_that_ends_while_the_pin_is_given_costs_no_try(
    bench: Bench, service: PcscService, end: Callable[[PcscService], None], when: When
) -> None:
    ending = threading.Thread(target=end, args=(service,))

    class Ends(SoftwareCard):
        """Ends the service as soon as the PIN comes, or once it has been taken."""

        def process(self, apdu: bytes) -> bytes:
            mine = name_of(apdu) is CommandName.VERIFY
            if mine and when is When.BEFORE:
                ending.start()
                self.pull()
            answer = super().process(apdu)
            if mine and when is When.AFTER:
                ending.start()
                self.pull()
                raise CardPulled
            return answer

    bench.settle()
    card = Ends(issued(), ARCHIVIST.serial)
    with bench.inserted(card):
        await_cards(bench.desk, lambda state: READER in _names(state, _READY))
        connection = PcscSource().connect(READER)
        pin = bytearray(b"1234")
        with pytest.raises((errors.CardRemoved, errors.ServiceNotRunning)):
            sign_challenge(connection, pin, b"message")
        connection.close(reset=True)
        ending.join(PATIENCE)
    assert pin == bytes(4)
    assert (card.tries_left(), card.presented, card.is_given()) == (5, 1, False)
    service.start()


def test_a_service_killed_while_the_desk_signs_in_costs_no_try_and_the_desk_goes_on(
    bench: Bench, service: PcscService
) -> None:
    class Kills(SoftwareCard):
        """Takes the first PIN; its answer finds nobody, since the service is no more."""

        def process(self, apdu: bytes) -> bytes:
            answer = super().process(apdu)
            if name_of(apdu) is CommandName.VERIFY and self.presented == 1:
                service.kill()
            return answer

    bench.settle()
    issued_here = bench.pki.issue_holder(CardType.PROFESSIONAL, ARCHIVIST.person)
    card = Kills(issued_here, ARCHIVIST.serial)
    with bench.inserted(card):
        await_cards(bench.desk, lambda state: READER in _names(state, _READY))
        refused = bench.sign_in("1234").exception(PATIENCE)
        assert isinstance(refused, errors.CardRemoved | errors.ServiceNotRunning)
        await_cards(bench.desk, lambda state: state.service is ServiceState.STOPPED)
    assert (card.tries_left(), card.presented, card.is_given()) == (5, 1, False)
    service.start()
    bench.settle()
    with bench.inserted(card):
        await_cards(bench.desk, lambda state: READER in _names(state, _READY))
        assert bench.sign_in("1234").result(PATIENCE) == ARCHIVIST.person.identifier
    assert (card.tries_left(), card.presented, card.is_given()) == (5, 2, False)
