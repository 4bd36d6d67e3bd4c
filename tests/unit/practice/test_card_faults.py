"""Faults strike where they are told to, before or after the command is done."""

from __future__ import annotations

import dataclasses
import threading

import pytest

from kanta_desk.errors import CardMute, CardRemoved
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import Action, CardPulled, CommandName, Fault, When, name_of
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import PATIENCE, issued, say, statuses
from tests.helpers.described import made

_PIN1 = "002000030431323334"
_WRONG = "002000030439393939"
_STATUS = "00200003"


def _card(*faults: Fault) -> SoftwareCard:
    return SoftwareCard(issued(), "1", faults=faults)


def _fault(action: Action, when: When = When.BEFORE, **more: int | float | bytes) -> Fault:
    plain = Fault(CommandName.VERIFY, action, when)
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("apdu", "name"),
    [
        ("00200003", CommandName.PIN_STATUS),
        (_PIN1, CommandName.VERIFY),
        ("002A90A0029000", CommandName.PSO_HASH),
        ("002A9E9A00", CommandName.PSO_CDS),
        ("00B0000004", CommandName.READ_BINARY),
        ("00FF0000", CommandName.OTHER),
        ("00", CommandName.OTHER),
    ],
)
def test_commands_are_known_by_name(apdu: str, name: CommandName) -> None:
    assert name_of(bytes.fromhex(apdu)) is name


def test_a_fault_before_the_command_spends_no_try_and_one_after_it_does() -> None:
    before = _card(_fault(Action.STATUS, status=0x6F00))
    assert statuses(before, _WRONG, _STATUS) == ["6F00", "63C5"]
    after = _card(_fault(Action.STATUS, When.AFTER, status=0x6F00))
    assert statuses(after, _WRONG, _STATUS) == ["6F00", "63C4"]


def test_a_lost_reply_leaves_the_pin_given_on_the_card() -> None:
    card = _card(_fault(Action.LOSE_REPLY, When.AFTER))
    assert card.process(bytes.fromhex(_PIN1)) == b""
    assert card.is_given()
    assert card.presented == 1


@pytest.mark.parametrize("when", list(When))
def test_a_card_that_leaves_in_the_middle_ends_its_connections(when: When) -> None:
    reader, card = SoftwareReader(), _card(_fault(Action.REMOVE, when))
    reader.insert(card)
    connection = reader.connect(READER)
    with pytest.raises(CardRemoved):
        connection.transmit(bytes.fromhex(_WRONG))
    assert not reader.holds(card)
    assert card.tries_left() == (5 if when is When.BEFORE else 4)
    reader.insert(card)
    assert reader.connect(READER).transmit(bytes.fromhex(_STATUS))[1] & 0xFFF0 == 0x63C0


def test_a_card_fallen_mute_speaks_again_once_it_is_put_in_anew() -> None:
    reader, card = SoftwareReader(), _card(_fault(Action.MUTE))
    reader.insert(card)
    connection = reader.connect(READER)
    for apdu in (_PIN1, _STATUS):
        with pytest.raises(CardRemoved):
            connection.transmit(bytes.fromhex(apdu))
    assert card.atr == b""
    assert card.tries_left() == 5
    reader.insert(card)
    assert reader.connect(READER).transmit(bytes.fromhex(_STATUS)) == (b"", 0x63C5)


def test_a_mute_card_gives_no_atr() -> None:
    reader = SoftwareReader()
    reader.insert(made("mute"))
    with pytest.raises(CardMute):
        reader.connect(READER)


def test_a_slow_card_can_be_seen_and_pulled_in_the_middle() -> None:
    reader, card = SoftwareReader(), _card(_fault(Action.DELAY, seconds=60.0))
    reader.insert(card)
    connection = reader.connect(READER)
    told: list[str] = []

    def give() -> None:
        try:
            connection.transmit(bytes.fromhex(_PIN1))
        except CardRemoved as error:
            told.append(error.code)

    giving = threading.Thread(target=give)
    giving.start()
    assert reader.wait(None, 0).slots[0].present
    reader.remove()
    giving.join(PATIENCE)
    assert told == [CardRemoved.code]
    assert card.tries_left() == 5


def test_a_fault_waits_for_its_turn_and_stays_as_long_as_told() -> None:
    card = _card(_fault(Action.STATUS, nth=2, times=2, p2=0x03))
    wrong2 = "002000040439393939"
    assert statuses(card, _PIN1, wrong2, _PIN1, _PIN1, _PIN1) == [
        "9000", "63C4", "6F00", "6F00", "9000",
    ]  # fmt: skip
    endless = _card(_fault(Action.STATUS, times=0))
    assert statuses(endless, *[_PIN1] * 9) == ["6F00"] * 9


def test_answers_are_cut_short_or_made_up() -> None:
    read = CommandName.READ_BINARY
    cut = _card(Fault(read, Action.TRUNCATE, When.AFTER, length=3))
    _read = ("00A4040C0CA000000063504B43532D3135", "00A4020C024331", "00B0000080")
    assert statuses(cut, *_read[:2]) == ["9000", "9000"]
    assert say(cut, _read[2]) == (issued().authentication[:3].hex().upper(), "9000")
    odd = _card(Fault(CommandName.ANY, Action.ANSWER, answer=b"\x90"))
    assert odd.process(bytes.fromhex(_STATUS)) == b"\x90"


def test_a_forgetful_card_wants_its_pin_again() -> None:
    card = made("forgetful")
    environment = "002241B606800154840101"
    assert statuses(card, _PIN1, environment, _STATUS) == ["9000", "6A88", "63C5"]


def test_a_pulled_card_answers_nothing_more() -> None:
    card = _card()
    card.pull()
    with pytest.raises(CardPulled):
        card.process(bytes.fromhex(_STATUS))


def test_pin2_can_be_good_for_one_signature_alone() -> None:
    card = made("pin2-each-time")
    environment, pin2 = "002241B606800154840182", "0020000406353637383930"
    sign = "002A9E9A30" + "00" * 48 + "00"
    assert statuses(card, "00A4040C06452E5349474E", pin2, environment, sign, sign) == [
        "9000", "9000", "9000", "9000", "6982",
    ]  # fmt: skip


def test_a_command_may_come_in_a_chain() -> None:
    card = made("rsa-2048")
    digest = bytes(32).hex()
    assert statuses(card, "00A4040C0CA000000063504B43532D3135", _PIN1) == ["9000", "9000"]
    assert statuses(card, "002241B606800142840101", f"102A9E9A10{digest[:32]}") == ["9000", "9000"]
    assert statuses(card, f"002A9E9A10{digest[32:]}00") == ["9000"]
    # An interrupted chain is forgotten; one that grows for ever is refused.
    assert statuses(card, f"102A9E9A10{digest[:32]}", _STATUS, f"002A9E9A10{digest[:32]}00") == [
        "9000", "9000", "6A80",
    ]  # fmt: skip
    assert statuses(card, *["102A9E9AFF" + "00" * 255] * 5)[-1] == "6700"


@pytest.mark.parametrize("kind", [KeyKind.EC_P256, KeyKind.EC_P384])
def test_an_elliptic_key_takes_the_algorithm_of_its_size_alone(kind: KeyKind) -> None:
    card = SoftwareCard(issued(kind), "1")
    right, wrong = ("44", "54") if kind is KeyKind.EC_P256 else ("54", "44")
    assert statuses(
        card,
        "00A4040C0CA000000063504B43532D3135",
        f"002241B6068001{wrong}840101",
        f"002241B6068001{right}840101",
    ) == ["9000", "6A80", "9000"]
