"""The live state of readers and cards, on the readers in process."""

from __future__ import annotations

import threading

from kanta_desk.cards.monitor import Monitor
from kanta_desk.cards.source import CardConnection, CardSource, Snapshot
from kanta_desk.cards.watch import CardWatch
from kanta_desk.model.cards import CardPresence, CardsState, ServiceState
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.people import ARCHIVIST, STAFF
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import (
    PATIENCE,
    Watching,
    fresh_card,
    issued,
    practice_pki,
    practice_trust,
    sign_challenge,
)

_CITIZEN_ATR = bytes.fromhex("3B7F9600008031B865B085050011122460829000")


def test_a_card_put_in_is_read_and_named() -> None:
    reader = SoftwareReader()
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.EMPTY)
        reader.insert(ARCHIVIST.make(practice_pki()))
        ready = seen.until_presence(CardPresence.READY)
        assert ready.card is not None
        assert ready.card.holder.name == "Maija Arkistonhoitaja"
        assert [state.counter for state in seen.states] == sorted(
            {state.counter for state in seen.states}
        )
        reader.remove()
        gone = seen.until_presence(CardPresence.EMPTY, since=seen.states[-1].counter)
        assert gone.card is None


def test_a_card_that_was_there_before_is_read_too() -> None:
    reader = SoftwareReader()
    reader.insert(fresh_card())
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.READY)


def test_a_swap_shows_the_new_holder_and_never_the_old_one_again() -> None:
    reader = SoftwareReader()
    reader.insert(ARCHIVIST.make(practice_pki()))
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.READY)
        since = seen.watch.state.counter
        reader.insert(STAFF.make(practice_pki()))
        ready = seen.until_presence(CardPresence.READY, since=since)
        assert ready.card is not None
        assert ready.card.holder.name == "Heikki Harjoittelija"


def test_unknown_citizen_and_mute_cards_are_told_apart() -> None:
    reader = SoftwareReader("citizen", "strange", "mute")
    reader.insert(SoftwareCard(issued(), "1", atr=_CITIZEN_ATR), "citizen")
    reader.insert(SoftwareCard(issued(), "1", atr=bytes.fromhex("3B00")), "strange")
    reader.insert(SoftwareCard(issued(), "1", atr=b""), "mute")
    with Watching(reader) as seen:
        citizen = seen.until_presence(CardPresence.UNKNOWN, "citizen")
        assert (citizen.problem, citizen.model) == ("KD-4005", "Thales MultiApp v5.0")
        strange = seen.until_presence(CardPresence.UNKNOWN, "strange")
        assert (strange.problem, strange.model, strange.atr) == ("KD-4005", "", "3B00")
        mute = seen.until_presence(CardPresence.MUTE, "mute")
        assert mute.problem == "KD-4004"


def test_the_card_to_work_with_comes_first() -> None:
    reader = SoftwareReader("a", "b")
    reader.insert(SoftwareCard(issued(), "1", atr=_CITIZEN_ATR), "a")
    reader.insert(fresh_card(), "b")
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.UNKNOWN, "a")
        seen.until_presence(CardPresence.READY, "b")
        best = seen.watch.state.best
        assert best is not None
        assert best.name == "b"
        assert seen.watch.state.readers[0].name == "b"


def test_a_card_held_by_another_program_is_read_once_it_is_free() -> None:
    reader = SoftwareReader(patience=0)
    reader.insert(fresh_card())
    other = reader.connect(READER)
    other.begin()
    with Watching(reader) as seen:
        assert seen.until_presence(CardPresence.IN_USE).problem == "KD-4007"
        other.end(reset=False)
        seen.until_presence(CardPresence.READY)


def test_the_tries_left_are_read_again_when_asked_for() -> None:
    reader = SoftwareReader()
    card = fresh_card()
    reader.insert(card)
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.READY)
        card.process(bytes.fromhex("002000030439393939"))
        seen.watch.refresh()

        def told(state: CardsState) -> bool:
            details = state.readers[0].card
            return details is not None and details.tries_left == (4, 5)

        seen.until(told)


def test_signing_in_does_not_disturb_what_is_shown() -> None:
    reader = SoftwareReader()
    reader.insert(fresh_card())
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.READY)
        before = seen.watch.state
        connection = reader.connect(READER)
        seen.in_lane(lambda: sign_challenge(connection, bytearray(b"1234"), b"x"))
        connection.close(reset=True)
        assert seen.watch.state == before


def test_a_listener_that_fails_does_no_harm_and_one_that_left_hears_nothing() -> None:
    reader = SoftwareReader()
    with Watching(reader) as seen:
        seen.until_presence(CardPresence.EMPTY)
        heard: list[CardsState] = []
        failed: list[int] = []

        def fail(state: CardsState) -> None:
            failed.append(state.counter)
            raise RuntimeError("listener")

        seen.watch.subscribe(fail)
        leave = seen.watch.subscribe(heard.append)
        leave()
        leave()
        reader.insert(fresh_card())
        seen.until_presence(CardPresence.READY)
        assert failed
        assert not heard


def test_a_result_that_comes_after_its_card_has_gone_is_dropped() -> None:
    reader = SoftwareReader()
    late: list[object] = []
    asked = threading.Event()

    def keep(work: object) -> None:
        late.append(work)
        asked.set()

    watch = CardWatch(reader, keep, practice_trust())
    states: list[CardsState] = []
    empty_again = threading.Event()

    def take(state: CardsState) -> None:
        was_reading = any(s.readers[0].presence is CardPresence.READING for s in states)
        states.append(state)
        if was_reading and state.readers[0].presence is CardPresence.EMPTY:
            empty_again.set()

    watch.subscribe(take)
    watch.start()
    reader.insert(fresh_card())
    assert asked.wait(PATIENCE)
    reader.remove()
    reader.insert(fresh_card())
    reader.remove()
    assert empty_again.wait(PATIENCE)
    counter = watch.state.counter
    for work in late:
        assert callable(work)
        work()
    watch.close()
    assert watch.state.counter == counter
    assert watch.state.readers[0].presence is CardPresence.EMPTY


class _Stuttering:
    """A source that fails once in every way, and afterwards tells of a stopped service."""

    def __init__(self) -> None:
        self.calls = 0
        self._cancelled = threading.Event()

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        self.calls += 1
        if self.calls == 1:
            raise RuntimeError("the driver's fault")
        if known is None:
            return Snapshot(running=False)
        self._cancelled.wait(timeout)
        return known

    def cancel(self) -> None:
        self._cancelled.set()

    def connect(self, reader: str) -> CardConnection:
        raise NotImplementedError


class _Heard:
    def __init__(self) -> None:
        self.snapshots: list[Snapshot] = []
        self.news = threading.Event()

    def changed(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)
        self.news.set()

    def idle(self) -> None:
        """Nothing to do."""


def test_the_monitor_outlives_a_fault_of_its_source_and_stops_when_told() -> None:
    source: CardSource = _Stuttering()
    heard = _Heard()
    monitor = Monitor(source, heard)
    monitor.start()
    assert heard.news.wait(PATIENCE)
    monitor.stop()
    assert heard.snapshots == [Snapshot(running=False)]
    assert not any(thread.name == "card monitor" for thread in threading.enumerate())


def test_a_service_that_was_never_there_is_told_and_not_waited_for() -> None:
    with Watching(_Stuttering()) as seen:
        state = seen.until(lambda state: state.counter == 1)
        assert state.service is ServiceState.STOPPED
        assert state.best is None
