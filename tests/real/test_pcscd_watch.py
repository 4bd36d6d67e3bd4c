"""The watch over the real smart-card service: changes, crashes, restarts."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.source import Snapshot
from kanta_desk.errors import ServiceNotRunning
from kanta_desk.model.cards import CardPresence, CardsState, ServiceState
from kanta_desk.practice.people import ARCHIVIST, OPERATOR
from kanta_desk.practice.vpcd import VirtualReaderCard
from tests.helpers.cards import PATIENCE, Watching, fresh_card, practice_pki, sign_challenge
from tests.helpers.pcscd import READER, SECOND_PORT, SECOND_READER, PcscService

pytestmark = pytest.mark.pcscd


@pytest.fixture
def service() -> Iterator[PcscService]:
    """A service of the test's own, since it is stopped and killed."""
    with PcscService() as running:
        yield running


def _stopped(state: CardsState) -> bool:
    return state.service is ServiceState.STOPPED


def test_cards_come_go_and_are_swapped(service: PcscService) -> None:
    with VirtualReaderCard() as virtual, Watching(PcscSource()) as seen:
        seen.until_presence(CardPresence.EMPTY, READER)
        for practice in (ARCHIVIST, OPERATOR, ARCHIVIST):
            since = seen.watch.state.counter
            virtual.insert(practice.make(practice_pki()))

            def named(state: CardsState, wanted: str = practice.person.identifier) -> bool:
                card = state.readers[0].card
                return card is not None and card.holder.identifier == wanted

            seen.until(named, since)
        since = seen.watch.state.counter
        virtual.remove()
        seen.until_presence(CardPresence.EMPTY, READER, since)


def test_two_cards_in_two_readers_are_both_read(service: PcscService) -> None:
    with (
        VirtualReaderCard() as first,
        VirtualReaderCard(port=SECOND_PORT) as second,
        Watching(PcscSource()) as seen,
    ):
        first.insert(ARCHIVIST.make(practice_pki()))
        second.insert(OPERATOR.make(practice_pki()))
        seen.until_presence(CardPresence.READY, READER)
        seen.until_presence(CardPresence.READY, SECOND_READER)


@pytest.mark.parametrize("end", [PcscService.stop, PcscService.kill], ids=["stopped", "killed"])
def test_the_watch_outlives_the_service_and_finds_the_card_again(
    service: PcscService, end: object
) -> None:
    assert callable(end)
    with Watching(PcscSource()) as seen:
        for _ in range(2):
            with VirtualReaderCard() as virtual:
                since = seen.watch.state.counter
                virtual.insert(fresh_card())
                seen.until_presence(CardPresence.READY, READER, since)
                since = seen.watch.state.counter
                end(service)
                assert not seen.until(_stopped, since).readers
                with pytest.raises(ServiceNotRunning):
                    seen.watch.source.connect(READER)
            service.start()
        seen.until_presence(CardPresence.EMPTY, READER, since)


def test_a_watch_begun_without_the_service_finds_it_when_it_comes(service: PcscService) -> None:
    service.stop()
    with Watching(PcscSource()) as seen:
        assert seen.watch.state.service is ServiceState.STOPPED
        service.start()
        seen.until_presence(CardPresence.EMPTY, READER)


def test_signing_in_leaves_what_is_shown_as_it_was(service: PcscService) -> None:
    with VirtualReaderCard() as virtual, Watching(PcscSource()) as seen:
        virtual.insert(fresh_card())
        seen.until_presence(CardPresence.READY, READER)
        before = seen.watch.state

        def sign() -> None:
            connection = seen.watch.source.connect(READER)
            sign_challenge(connection, bytearray(b"1234"), b"message")
            connection.close(reset=True)

        seen.in_lane(sign)
        seen.watch.refresh()
        seen.in_lane(lambda: None)
        assert seen.watch.state == before


def test_a_card_held_by_another_program_is_read_once_it_is_free(service: PcscService) -> None:
    source = PcscSource(patience=0.2)
    with VirtualReaderCard() as virtual:
        snapshot = source.wait(None, 0)
        virtual.insert(fresh_card())
        assert source.wait(snapshot, PATIENCE) != snapshot
        other = source.connect(READER)
        other.begin()
        with Watching(PcscSource(patience=0.2)) as seen:
            held = seen.until_presence(CardPresence.IN_USE, READER)
            assert held.problem == "KD-4007"
            other.end(reset=False)
            seen.until_presence(CardPresence.READY, READER)
        other.close(reset=False)
    source.close()


def test_a_blocked_wait_ends_when_told(service: PcscService) -> None:
    source = PcscSource()
    known = source.wait(None, 0)
    seen: list[Snapshot] = []
    waiting = threading.Thread(target=lambda: seen.append(source.wait(known, PATIENCE)))
    waiting.start()
    while waiting.is_alive():
        source.cancel()
        waiting.join(0.01)
    assert seen == [known]
    source.close()


def test_without_the_service_connecting_tells_so(service: PcscService) -> None:
    service.stop()
    source = PcscSource()
    assert source.wait(None, PATIENCE) == Snapshot(running=False)
    with pytest.raises(ServiceNotRunning):
        source.connect(READER)
