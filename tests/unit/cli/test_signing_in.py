"""Signing in from the terminal: what card is waited for, and where a PIN may be asked."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from kanta_desk.cli.signing_in import card_at_hand
from kanta_desk.errors import (
    CardInUse,
    CardMute,
    CardUnknown,
    KantaError,
    NoCard,
    NoReader,
    ServiceNotRunning,
)
from kanta_desk.model.cards import CardPresence, CardsState, ReaderState, ServiceState
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import Watching, fresh_card

RUNNING, STOPPED = ServiceState.RUNNING, ServiceState.STOPPED
ASK = """
from kanta_desk.cli.program import Program
from kanta_desk.cli.signing_in import ask_pin
from kanta_desk.model.text import Language
from kanta_desk.settings.paths import Paths
print(ask_pin(Program(Language.FI, None, Paths.of_system()), "PIN1: ", pad=True))
"""


class OfState:
    """As much of a desk as waiting for a card needs."""

    def __init__(self, state: CardsState) -> None:
        self.cards = state

    def on_cards(self, told: Callable[[CardsState], None]) -> Callable[[], None]:
        """Nothing will change."""
        return lambda: None


def holding(presence: CardPresence) -> CardsState:
    """One reader that holds what ``presence`` says."""
    return CardsState(1, RUNNING, (ReaderState("r", presence, "3B00"),))


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (CardsState(1, STOPPED), ServiceNotRunning),
        (CardsState(0, STOPPED), ServiceNotRunning),
        (CardsState(1, RUNNING), NoReader),
        (holding(CardPresence.EMPTY), NoCard),
        (holding(CardPresence.MUTE), CardMute),
        (holding(CardPresence.IN_USE), CardInUse),
        (holding(CardPresence.UNKNOWN), CardUnknown),
    ],
)
def test_what_keeps_the_card_away_is_told(state: CardsState, error: type[KantaError]) -> None:
    with pytest.raises(error):
        card_at_hand(OfState(state), seconds=0.0)  # type: ignore[arg-type]


def test_a_card_that_comes_is_waited_for() -> None:
    reader = SoftwareReader()
    with Watching(reader) as watching:
        watching.until_presence(CardPresence.EMPTY)

        class Desk:
            cards = watching.watch.state
            on_cards = staticmethod(watching.watch.subscribe)

        found: queue.SimpleQueue[str] = queue.SimpleQueue()
        waiting = threading.Thread(target=lambda: found.put(card_at_hand(Desk)[0].name))  # type: ignore[arg-type]
        waiting.start()
        reader.insert(fresh_card())
        assert found.get(timeout=20.0) == READER
        waiting.join()


def test_a_pin_is_not_asked_for_where_it_would_be_seen() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        input=b"1234\n",
        capture_output=True,
        check=False,
        start_new_session=True,  # without a terminal to turn the echo off
        timeout=60,
    )
    assert done.returncode != 0
    assert "päätteessä" in done.stderr.decode("utf-8")
    assert b"1234" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("typed", "given"), [("1234", b"bytearray(b'1234')\n"), ("", b"None\n")])
def test_a_pin_left_empty_is_typed_on_the_reader_s_own_pad(typed: str, given: bytes) -> None:
    from tests.helpers.terminal import Terminal

    with Terminal([], {}, ASK) as terminal:
        terminal.await_text("Jätä tunnusluku tyhjäksi")
        terminal.await_text("PIN1: ")
        terminal.type_line(typed)
        status, out = terminal.end()
        told = "Näppäile tunnusluku lukijassa" in terminal.transcript
    assert (status, out, told) == (0, given, not typed)
    assert "1234" not in terminal.transcript
