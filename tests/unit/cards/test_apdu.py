"""Commands and the chain that resolves 61xx and 6Cxx."""

from __future__ import annotations

import pytest

from kanta_desk.cards.apdu import MAX_PIECES, Command, Ins, sender
from kanta_desk.errors import CardAnswerBad
from tests.helpers.cards import ScriptedConnection


def test_the_four_short_cases_are_written_as_iso_7816_says() -> None:
    assert Command(Ins.VERIFY, 0, 3).encode().hex() == "00200003"
    assert Command(Ins.READ_BINARY, 1, 2, le=0x80).encode().hex() == "00b0010280"
    assert Command(Ins.SELECT, 4, 0x0C, b"\x3f\x00").encode().hex() == "00a4040c023f00"
    assert Command(Ins.SELECT, 8, 4, b"\x43\x31", 256).encode().hex() == "00a4080402433100"


def test_a_wrong_length_is_repeated_once_with_the_one_the_card_names() -> None:
    card = ScriptedConnection(["6C02", "AABB9000"])
    answer = sender(card)(Command(Ins.READ_BINARY, 0, 0, le=0x80))
    assert (answer.data, answer.ok) == (b"\xaa\xbb", True)
    assert [apdu.hex() for apdu in card.sent] == ["00b0000080", "00b0000002"]


def test_a_card_that_never_likes_the_length_is_not_asked_for_ever() -> None:
    card = ScriptedConnection(["6C02", "6C03"])
    assert sender(card)(Command(Ins.READ_BINARY, 0, 0, le=0x80)).sw == 0x6C03


def test_a_command_that_wants_nothing_is_never_repeated() -> None:
    card = ScriptedConnection(["6C02"])
    assert sender(card)(Command(Ins.VERIFY, 0, 3)).sw == 0x6C02
    assert len(card.sent) == 1


def test_the_rest_of_a_long_answer_is_fetched_piece_by_piece() -> None:
    card = ScriptedConnection(["AA6100", "BB" * 256 + "6102", "CCCC9000"])
    answer = sender(card)(Command(Ins.PERFORM_SECURITY_OPERATION, 0x9E, 0x9A, b"x", 256))
    assert answer.data == b"\xaa" + b"\xbb" * 256 + b"\xcc\xcc"
    assert [apdu.hex() for apdu in card.sent[1:]] == ["00c0000000", "00c0000002"]


def test_a_full_answer_of_a_reader_that_resolves_itself_is_taken_as_it_is() -> None:
    card = ScriptedConnection(["DD" * 384 + "9000"])
    assert len(sender(card)(Command(Ins.READ_BINARY, 0, 0, le=256)).data) == 384


def test_a_card_that_promises_more_and_gives_nothing_is_given_up() -> None:
    with pytest.raises(CardAnswerBad):
        sender(ScriptedConnection(["6110", "6110"]))(Command(Ins.READ_BINARY, 0, 0, le=1))


def test_an_answer_without_end_is_given_up() -> None:
    endless = ScriptedConnection(["EE" * 256 + "6100"] * 300)
    with pytest.raises(CardAnswerBad):
        sender(endless)(Command(Ins.READ_BINARY, 0, 0, le=256))


def test_a_card_that_gives_its_answer_byte_by_byte_without_end_is_stopped() -> None:
    card = ScriptedConnection(["6101", *["AA6101"] * (MAX_PIECES + 1)])

    with pytest.raises(CardAnswerBad, match="endless"):
        sender(card)(Command(Ins.READ_BINARY, 0, 0, le=1))

    assert len(card.sent) == MAX_PIECES + 2
