"""The card pulled at any moment: the right error, no try lost, no PIN left, and on it goes."""

from __future__ import annotations

import pytest

from kanta_desk.cards.details import read_details
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardRemoved
from kanta_desk.practice.card import PRACTICE_PIN1, SoftwareCard
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import fresh_card, practice_trust, sign_challenge

MESSAGE = b"KANTA-DESK CHALLENGE 1\n"
READ_COMMANDS, SIGN_COMMANDS = 32, 27


class Pulled:
    """A connection whose card is pulled at the command of a number, before or after its answer."""

    def __init__(
        self, connection: CardConnection, reader: SoftwareReader, at: int, *, answered: bool
    ) -> None:
        self._connection, self._reader = connection, reader
        self._at, self._answered = at, answered
        self.sent = 0

    @property
    def reader(self) -> str:
        """The reader's name."""
        return self._connection.reader

    @property
    def atr(self) -> bytes:
        """The answer to reset."""
        return self._connection.atr

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """Send on, and pull when it is time."""
        now = self.sent == self._at
        self.sent += 1
        if now and not self._answered:
            self._reader.remove()
        answer = self._connection.transmit(apdu)
        if now and self._answered:
            self._reader.remove()
        return answer

    def features(self) -> bytes:
        """What the reader can do."""
        return self._connection.features()

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """Pass on."""
        return self._connection.control(code, data)

    def begin(self) -> None:
        """Begin."""
        self._connection.begin()

    def end(self, *, reset: bool) -> None:
        """End."""
        self._connection.end(reset=reset)

    def close(self, *, reset: bool) -> None:
        """Close."""
        self._connection.close(reset=reset)


def pulled(at: int, *, answered: bool) -> tuple[SoftwareCard, SoftwareReader, Pulled]:
    card, reader = fresh_card(), SoftwareReader()
    reader.insert(card)
    return card, reader, Pulled(reader.connect(READER), reader, at, answered=answered)


def goes_on(card: SoftwareCard, reader: SoftwareReader) -> bool:
    """Whether the card, put back, is read and signs."""
    reader.insert(card)
    read_details(reader.connect(READER), practice_trust())
    pin = bytearray(PRACTICE_PIN1.encode())
    return bool(sign_challenge(reader.connect(READER), pin, MESSAGE).signature)


@pytest.mark.parametrize("answered", [False, True])
def test_a_card_pulled_while_it_is_read_is_told_as_pulled(answered: bool) -> None:
    for at in range(READ_COMMANDS):
        card, reader, connection = pulled(at, answered=answered)

        with pytest.raises(CardRemoved):
            read_details(connection, practice_trust())

        connection.close(reset=False)
        assert card.tries_left() == 5
    assert goes_on(card, reader)


@pytest.mark.parametrize("answered", [False, True])
def test_a_card_pulled_while_it_signs_loses_no_try_and_keeps_no_pin(answered: bool) -> None:
    for at in range(SIGN_COMMANDS):
        card, reader, connection = pulled(at, answered=answered)
        pin = bytearray(PRACTICE_PIN1.encode())

        with pytest.raises(CardRemoved):
            sign_challenge(connection, pin, MESSAGE)

        connection.close(reset=True)
        assert pin == bytearray(len(pin))
        assert card.tries_left() == 5
        assert not card.is_given()
    assert goes_on(card, reader)


def test_the_numbers_of_commands_are_those_of_a_whole_visit() -> None:
    _, _, reading = pulled(-1, answered=False)
    read_details(reading, practice_trust())
    _, _, signing = pulled(-1, answered=False)
    sign_challenge(signing, bytearray(PRACTICE_PIN1.encode()), MESSAGE)

    assert (reading.sent, signing.sent) == (READ_COMMANDS, SIGN_COMMANDS)
