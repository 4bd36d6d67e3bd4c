"""The readers in process keep to the rules of shared PC/SC connections."""

from __future__ import annotations

import threading

import pytest

from kanta_desk.cards.source import Snapshot
from kanta_desk.errors import CardInUse, CardMute, CardRemoved, NoCard, NoReader
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.reader import READER, SoftwareReader
from kanta_desk.practice.vpcd import VirtualReaderCard
from tests.helpers.cards import PATIENCE, fresh_card, issued

_STATUS = bytes.fromhex("00200003")
_PIN1 = bytes.fromhex("002000030431323334")


def test_connecting_tells_what_is_missing() -> None:
    reader = SoftwareReader()
    with pytest.raises(NoReader):
        reader.connect("another")
    with pytest.raises(NoCard):
        reader.connect(READER)
    reader.insert(SoftwareCard(issued(), "1", atr=b""))
    with pytest.raises(CardMute):
        reader.connect(READER)


def test_a_wait_ends_with_a_change_a_cancel_or_its_time() -> None:
    reader = SoftwareReader()
    empty = reader.wait(None, PATIENCE)
    assert reader.wait(empty, 0) == empty
    seen: list[Snapshot] = []
    waiting = threading.Thread(target=lambda: seen.append(reader.wait(empty, PATIENCE)))
    waiting.start()
    reader.insert(fresh_card())
    waiting.join(PATIENCE)
    assert seen[0].slots[0].present
    reader.cancel()
    assert reader.wait(seen[0], PATIENCE) == seen[0]


def test_a_swap_is_a_change_even_if_the_cards_are_alike() -> None:
    reader = SoftwareReader()
    reader.insert(fresh_card())
    before = reader.wait(None, 0)
    reader.insert(fresh_card())
    assert reader.wait(before, 0) != before


def test_a_connection_ends_with_its_card() -> None:
    reader = SoftwareReader()
    card = fresh_card()
    reader.insert(card)
    connection = reader.connect(READER)
    connection.transmit(_PIN1)
    reader.remove()
    assert not card.is_given()
    reader.insert(card)
    with pytest.raises(CardRemoved):
        connection.transmit(_STATUS)
    connection.close(reset=True)
    assert reader.connect(READER).transmit(_STATUS) == (b"", 0x63C5)


def test_a_given_pin_is_given_for_all_programs_until_the_reset() -> None:
    reader = SoftwareReader()
    reader.insert(fresh_card())
    first, second = reader.connect(READER), reader.connect(READER)
    first.begin()
    first.transmit(_PIN1)
    first.end(reset=False)
    assert second.transmit(_STATUS)[1] == 0x9000
    first.begin()
    first.end(reset=True)
    for connection in (first, second):
        with pytest.raises(CardRemoved):
            connection.transmit(_STATUS)
        connection.begin()
        assert connection.transmit(_STATUS)[1] == 0x63C5
        connection.end(reset=False)


def test_a_transaction_keeps_the_others_out_until_its_end() -> None:
    reader = SoftwareReader(patience=0)
    reader.insert(fresh_card())
    first, second = reader.connect(READER), reader.connect(READER)
    first.begin()
    for act in (second.begin, lambda: second.transmit(_STATUS)):
        with pytest.raises(CardInUse):
            act()
    first.close(reset=False)
    second.begin()


def test_the_others_go_on_as_soon_as_a_transaction_ends() -> None:
    reader = SoftwareReader(patience=PATIENCE)
    reader.insert(fresh_card())
    first, second = reader.connect(READER), reader.connect(READER)
    first.begin()
    began = threading.Event()

    def begin() -> None:
        second.begin()
        began.set()

    waiting = threading.Thread(target=begin)
    waiting.start()
    assert not began.is_set()
    first.end(reset=False)
    waiting.join(PATIENCE)
    assert began.is_set()


def test_no_virtual_reader_is_told_as_no_reader() -> None:
    with VirtualReaderCard(port=1) as virtual, pytest.raises(NoReader):
        virtual.insert(fresh_card())
