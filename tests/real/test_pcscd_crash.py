"""The program killed while its card holds a PIN as given: the service makes the card forget it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import CommandName, name_of
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.vpcd import VirtualReaderCard
from tests.helpers.cards import PATIENCE, issued
from tests.helpers.pcscd import READER, PcscService

pytestmark = pytest.mark.pcscd

_SIGNS = """
import sys
from kanta_desk.cards.fineid import Key
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.signing import open_signing
pin = bytearray(sys.stdin.buffer.read())
with open_signing(PcscSource().connect(sys.argv[1]), pin, Key.AUTHENTICATION) as signing:
    signing.sign(b"message")
"""


class _Stops(SoftwareCard):
    """Stops at the command after the PIN until it is let go on; tells when it forgets."""

    def __init__(self) -> None:
        super().__init__(issued(), ARCHIVIST.serial)
        self.reached = threading.Event()
        self.go_on = threading.Event()
        self.forgot = threading.Event()

    def process(self, apdu: bytes) -> bytes:
        if name_of(apdu) is CommandName.MSE:
            assert self.is_given()
            self.reached.set()
            self.go_on.wait(PATIENCE)
        return super().process(apdu)

    def reset(self) -> None:
        super().reset()
        if self.reached.is_set():
            self.forgot.set()


@pytest.fixture
def service() -> Iterator[PcscService]:
    with PcscService() as running:
        yield running


def test_a_pin_does_not_outlive_the_program_that_was_killed(service: PcscService) -> None:
    card, source = _Stops(), PcscSource()
    with VirtualReaderCard() as reader:
        seen = source.wait(None, 0)
        reader.insert(card)
        while not any(slot.reader == READER and slot.present for slot in seen.slots):
            seen = source.wait(seen, PATIENCE)
        program = subprocess.Popen([sys.executable, "-c", _SIGNS, READER], stdin=subprocess.PIPE)
        with program:
            assert program.stdin is not None
            program.stdin.write(b"1234")
            program.stdin.close()
            assert card.reached.wait(PATIENCE)
            program.kill()
        card.go_on.set()
        assert card.forgot.wait(PATIENCE)
        assert reader.holds(card)
        assert (card.is_given(), card.presented, card.tries_left()) == (False, 1, 5)
    source.close()
