"""Readers with a pad, played by a control function; no real one has been tried."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import pytest

from kanta_desk.cards import pin
from kanta_desk.cards.apdu import Answer
from kanta_desk.cards.pinpad import (
    Feature,
    pad_of,
    parse_features,
    parse_properties,
)
from kanta_desk.cards.profile import Key, PinRule, profiles
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import (
    CardRemoved,
    NewPinRefused,
    PinBlocked,
    PinChangeUnknown,
    PinLastTries,
    PinPadEnded,
    PinWrong,
)
from kanta_desk.practice.card import PRACTICE_PIN1, SoftwareCard
from kanta_desk.practice.card_dialect import CITIZEN_4_0, COSMO_X, Dialect
from kanta_desk.practice.reader import READER
from tests.helpers.cards import issued, sign_once
from tests.helpers.pads import PadReader, feature

_BARE = PinRule(0x03, (4, 8))
_PADDED = PinRule(0x11, (4, 12), 12, 0x00)
_CODE = 0x4233_0000
_FRESH = Answer(b"", 0x63C5)


@dataclass
class PlayedPad:
    """A reader with a pad: features as told, and an answer for each control code."""

    tags: tuple[int, ...] = (Feature.VERIFY_DIRECT, Feature.MODIFY_DIRECT)
    answers: dict[int, bytes | Exception] = field(default_factory=dict)
    asked: list[tuple[int, bytes]] = field(default_factory=list)
    reader: str = "played pad"
    atr: bytes = b""

    def features(self) -> bytes:
        """All features, the code of each made of its tag."""
        return b"".join(feature(tag, _CODE | tag) for tag in self.tags)

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """The prepared answer."""
        self.asked.append((code & 0xFFFF, bytes(data)))
        answer = self.answers.get(code & 0xFFFF, b"\x90\x00")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """Nothing goes past the pad."""
        raise AssertionError(bytes(apdu).hex())

    def begin(self) -> None:
        """Nothing to do."""

    def end(self, *, reset: bool) -> None:
        """Nothing to do."""

    def close(self, *, reset: bool) -> None:
        """Nothing to do."""


def _verify(played: PlayedPad, rule: PinRule, before: Answer = _FRESH) -> None:
    pad = pad_of(played)
    assert pad is not None
    pin.verify(played, rule, pad, 1, before=before, use_last_tries=False)


def _change(played: PlayedPad, rule: PinRule) -> None:
    pad = pad_of(played)
    assert pad is not None
    pin.change(played, rule, pad, 1, before=_FRESH, use_last_tries=False)


def test_features_are_read_with_their_codes_and_nonsense_is_not() -> None:
    content = feature(0x06, 0x42330006) + feature(0x99, 1) + feature(0x12, 7)
    assert parse_features(content) == {Feature.VERIFY_DIRECT: 0x42330006, Feature.PROPERTIES: 7}
    assert parse_features(content[:-1]) == {Feature.VERIFY_DIRECT: 0x42330006}
    assert parse_features(b"\x06\x03abc") == {}
    assert parse_features(b"") == {}


def test_properties_are_read_lowest_byte_first() -> None:
    content = bytes.fromhex("0B026B07 0C023130 0801")
    assert parse_properties(content) == {0x0B: 0x076B, 0x0C: 0x3031}


def test_a_reader_without_the_feature_has_no_pad() -> None:
    assert pad_of(PlayedPad(tags=())) is None
    assert pad_of(PlayedPad(tags=(Feature.MODIFY_DIRECT,))) is None


@pytest.mark.parametrize(
    ("product", "believed"), [("3130", False), ("3266", False), ("0001", True)]
)
def test_readers_known_for_a_false_claim_are_not_believed(product: str, believed: bool) -> None:
    played = PlayedPad(
        tags=(Feature.VERIFY_DIRECT, Feature.PROPERTIES),
        answers={Feature.PROPERTIES: bytes.fromhex("0B026B070C02" + product)},
    )
    assert (pad_of(played) is not None) is believed


def test_a_reader_that_does_not_tell_its_properties_is_believed() -> None:
    played = PlayedPad(
        tags=(Feature.VERIFY_DIRECT, Feature.PROPERTIES),
        answers={Feature.PROPERTIES: CardRemoved("r")},
    )
    assert pad_of(played) is not None


def test_a_padded_pin_is_asked_for_as_part_10_says() -> None:
    played = PlayedPad()
    _verify(played, _PADDED)
    ((tag, block),) = played.asked
    assert tag == Feature.VERIFY_DIRECT
    timer, timer2, form, size, length_form, extra, condition, message = struct.unpack(
        "<BBBBBHBB", block[:9]
    )
    assert (timer, timer2) == (30, 30)
    assert (form, size, length_form) == (0x82, 12, 0)  # ASCII, from the left, in bytes
    assert extra == 0x040C  # at least 4, at most 12
    assert (condition, message) == (2, 0xFF)
    assert block[9:15] == bytes.fromhex("0B04 00 000000")
    assert int.from_bytes(block[15:19], "little") == 17
    assert block[19:] == bytes.fromhex("0020 0011 0C") + bytes(12)


def test_a_bare_pin_is_asked_for_with_its_length_left_to_the_reader() -> None:
    played = PlayedPad()
    _verify(played, _BARE)
    ((_, block),) = played.asked
    assert block[3] == 0
    assert block[5:7] == bytes((8, 4))
    assert block[19:] == bytes.fromhex("0020000300")


def test_readers_that_ask_in_two_steps_answer_at_the_second() -> None:
    played = PlayedPad(
        tags=(Feature.VERIFY_START, Feature.VERIFY_FINISH),
        answers={Feature.VERIFY_START: b"", Feature.VERIFY_FINISH: b"\x63\xc3"},
    )
    with pytest.raises(PinWrong) as told:
        _verify(played, _PADDED)
    assert told.value.tries_left == 3
    assert [tag for tag, _ in played.asked] == [Feature.VERIFY_START, Feature.VERIFY_FINISH]


@pytest.mark.parametrize(
    ("sw", "why"),
    [("6400", "timeout"), ("6401", "cancelled"), ("6402", "differ"), ("6403", "length")],
)
def test_what_ends_on_the_pad_is_told_and_not_as_a_wrong_pin(sw: str, why: str) -> None:
    played = PlayedPad(answers={Feature.VERIFY_DIRECT: bytes.fromhex(sw)})
    with pytest.raises(PinPadEnded) as told:
        _verify(played, _PADDED)
    assert told.value.fields["why"] == why


@pytest.mark.parametrize(("sw", "error"), [(0x63C2, PinLastTries), (0x6983, PinBlocked)])
def test_the_pad_is_not_used_where_tries_are_few(sw: int, error: type[Exception]) -> None:
    played = PlayedPad()
    with pytest.raises(error):
        _verify(played, _PADDED, Answer(b"", sw))
    assert not played.asked


def test_a_padded_pin_is_changed_on_the_pad_as_part_10_says() -> None:
    played = PlayedPad()
    _change(played, _PADDED)
    ((tag, block),) = played.asked
    assert tag == Feature.MODIFY_DIRECT
    assert block[:7] == bytes((30, 30, 0x82, 12, 0, 0, 12))  # the new one behind the old
    assert block[7:9] == bytes((12, 4))
    assert block[9:12] == bytes((3, 2, 3))  # current and twice new; when confirmed; 3 messages
    assert block[12:20] == bytes.fromhex("0B04 00 01 02 000000")
    assert int.from_bytes(block[20:24], "little") == 29
    assert block[24:] == bytes.fromhex("0024 0011 18") + bytes(24)


@pytest.mark.parametrize(
    ("played", "rule", "error"),
    [
        (PlayedPad(), _BARE, PinPadEnded),
        (PlayedPad(tags=(Feature.VERIFY_DIRECT,)), _PADDED, PinPadEnded),
        (PlayedPad(answers={7: b"\x6a\x80"}), _PADDED, NewPinRefused),
        (PlayedPad(answers={7: b"\x63\xc4"}), _PADDED, PinWrong),
        (PlayedPad(answers={7: b"\x64\x02"}), _PADDED, PinPadEnded),
        (PlayedPad(answers={7: CardRemoved("r")}), _PADDED, PinChangeUnknown),
        (PlayedPad(answers={7: b"\x90"}), _PADDED, PinChangeUnknown),
    ],
)
def test_what_goes_wrong_when_changing_on_the_pad_is_told_apart(
    played: PlayedPad, rule: PinRule, error: type[Exception]
) -> None:
    with pytest.raises(error):
        _change(played, rule)


def _typed(card: SoftwareCard, digits: str) -> CardConnection:
    """A connection whose reader has a pad on which somebody types ``digits``."""
    reader = PadReader(digits)
    reader.insert(card)
    return reader.connect(READER)


@pytest.mark.parametrize("dialect", [COSMO_X, CITIZEN_4_0], ids=lambda dialect: dialect.name)
def test_a_card_signs_with_a_pin_that_never_came_to_the_computer(dialect: Dialect) -> None:
    card = SoftwareCard(issued(), "1", dialect=dialect)
    made = sign_once(_typed(card, PRACTICE_PIN1), Key.AUTHENTICATION, None, b"message")
    assert made.signature
    with pytest.raises(PinWrong):
        sign_once(_typed(card, "9999"), Key.AUTHENTICATION, None, b"message")
    assert card.tries_left() == 4
    assert profiles().find(dialect.atr) is not None
