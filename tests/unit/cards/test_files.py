"""Files found and read with as few commands as the card allows, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kanta_desk.cards.details import read_details
from kanta_desk.cards.memory import MAX_CARDS, TELLING, CardMemory
from kanta_desk.cards.profile import Key
from kanta_desk.cards.source import CardConnection
from kanta_desk.errors import CardAnswerBad
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, SoftwareCard
from kanta_desk.practice.card_dialect import CITIZEN_4_0, COSMO_X, Dialect
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import IssuedCard
from tests.helpers.cards import (
    connected,
    fresh_card,
    issued,
    practice_pki,
    practice_trust,
    sign_challenge,
    sign_once,
)

_BLOCK = 0xE7


class _Counted(SoftwareCard):
    """A card that keeps its commands, and may answer some of them in its own way."""

    def __init__(
        self,
        dialect: Dialect = COSMO_X,
        answer: Callable[[bytes], bytes | None] = lambda _: None,
        kind: KeyKind = KeyKind.EC_P384,
        files: IssuedCard | None = None,
    ) -> None:
        super().__init__(files or issued(kind), "1", dialect=dialect)
        self._own_answer = answer
        self.commands: list[str] = []

    def process(self, apdu: bytes) -> bytes:
        """Keep the command without its data."""
        self.commands.append(apdu[:4].hex().upper())
        return self._own_answer(apdu) or super().process(apdu)


def _pin(text: str) -> bytearray:
    return bytearray(text.encode())


def _reads(*contents: bytes) -> int:
    return sum(-(-len(content) // _BLOCK) for content in contents)


def test_a_card_is_read_with_the_fewest_commands_and_no_block_twice() -> None:
    card, files = _Counted(), issued()
    read_details(connected(card), practice_trust())
    certificates = _reads(files.authentication, files.issuer, files.signature)
    assert card.commands.count("00A4040C") == 2  # the application, then E.SIGN
    assert card.commands.count("00A4000C") == 1  # the master file between them
    assert card.commands.count("00A4020C") == 9  # certificates, TokenInfo, ODF and its four files
    assert sum(c.startswith("0020") for c in card.commands) == 3  # which layout; tries of both PINs
    blocks = [c for c in card.commands if c.startswith("00B0")]
    assert len(blocks) <= certificates + 8
    assert len(card.commands) == 2 + 1 + 9 + 3 + len(blocks)


def test_a_card_seen_before_is_known_by_one_block_of_it() -> None:
    card, memory = _Counted(), CardMemory()
    first = read_details(connected(card), practice_trust(), memory=memory)
    card.commands.clear()
    again = read_details(connected(card), practice_trust(), memory=memory)
    assert again == first
    assert card.commands == [
        "00A4040C", "00200011", "00200003", "00A4020C", "00B00000", "00200004",
    ]  # fmt: skip


def test_signing_in_with_a_card_seen_before_takes_eight_commands() -> None:
    card, memory = _Counted(), CardMemory()
    read_details(connected(card), practice_trust(), memory=memory)
    card.commands.clear()
    sign_challenge(connected(card), _pin(PRACTICE_PIN1), b"m", memory=memory)
    assert card.commands == [
        "00A4040C", "00200011", "00200003", "00A4020C", "00B00000",
        "00200003", "002241B6", "002A9E9A",
    ]  # fmt: skip


def test_a_signature_with_pin2_takes_three_more() -> None:
    card, memory = _Counted(), CardMemory()
    read_details(connected(card), practice_trust(), memory=memory)
    card.commands.clear()
    sign_once(connected(card), Key.SIGNATURE, _pin(PRACTICE_PIN2), b"m", memory=memory)
    assert card.commands == [
        "00A4040C", "00200011", "00200003", "00A4020C", "00B00000", "00200004",
        "00A4000C", "00A4040C", "00200004", "002241B6", "002A9E9A",
    ]  # fmt: skip


def test_another_card_is_never_taken_for_one_seen_before() -> None:
    memory = CardMemory()
    one = read_details(connected(_Counted()), practice_trust(), memory=memory)
    other = _Counted(kind=KeyKind.RSA_2048)
    read = read_details(connected(other), practice_trust(), memory=memory)
    assert read.certificates != one.certificates
    assert read == read_details(connected(_Counted(kind=KeyKind.RSA_2048)), practice_trust())


def test_only_so_many_cards_are_remembered() -> None:
    memory = CardMemory()
    first = memory.of(b"atr", bytes(TELLING))
    for number in range(1, MAX_CARDS + 1):
        memory.of(b"atr", bytes((number,)) * TELLING)
    assert memory.of(b"atr", bytes(TELLING)) is not first


def test_a_card_that_gives_only_small_blocks_is_not_taken_for_another_like_it() -> None:
    def refuses(apdu: bytes) -> bytes | None:
        """The largest block, as cards do that give no more than a reader asks for."""
        return b"\x67\x00" if apdu[1] == 0xB0 and apdu[4:] == b"\x00" else None

    memory = CardMemory()
    seen: dict[int, bytes] = {}  # by the length of the certificate, which is all that a header says
    for _ in range(16):
        files = practice_pki().issue_holder(CardType.PROFESSIONAL, ARCHIVIST.person)
        card = _Counted(answer=refuses, files=files)
        read = read_details(connected(card), practice_trust(), memory=memory)
        assert read.certificates[0].der == files.authentication
        if len(files.authentication) in seen:
            return
        seen[len(files.authentication)] = files.authentication
    raise AssertionError("no two certificates of one length")


def test_what_a_select_has_to_say_is_not_fetched_in_t0() -> None:
    def answer(apdu: bytes) -> bytes | None:
        return b"\x61\x06" if apdu[1] == 0xA4 and apdu[3] == 0x04 and selected(apdu) else None

    card: _Counted

    def selected(apdu: bytes) -> bool:
        return SoftwareCard.process(card, apdu)[-2:] == b"\x90\x00"

    card = _Counted(CITIZEN_4_0, answer)
    assert len(read_details(connected(card), practice_trust()).certificates) == 2
    assert not any(command.startswith("00C0") for command in card.commands)


@pytest.mark.parametrize("refusal", ["6700", "6B00", "6282"])
def test_a_card_that_gives_no_whole_block_is_read_in_safe_ones(refusal: str) -> None:
    def answer(apdu: bytes) -> bytes | None:
        whole = apdu[1] == 0xB0 and apdu[4] == 0
        return bytes.fromhex(refusal) if whole else None

    details = read_details(connected(_Counted(answer=answer)), practice_trust())
    assert len(details.certificates) == 2


def test_a_card_that_gives_less_than_asked_is_read_all_the_same() -> None:
    card: _Counted

    def answer(apdu: bytes) -> bytes | None:
        if apdu[1] != 0xB0 or apdu[4] <= 40:
            return None
        return SoftwareCard.process(card, apdu[:4] + b"\x28")

    card = _Counted(answer=answer)
    assert read_details(connected(card), practice_trust()).holder.name == "Maija Arkistonhoitaja"


def test_a_card_that_gives_a_certificate_byte_by_byte_without_end_is_given_up() -> None:
    def answer(apdu: bytes) -> bytes | None:
        if apdu[1] != 0xB0:
            return None
        return (b"\x30\x82\x3f\xff" if apdu[2:4] == b"\0\0" else b"\x00") + b"\x90\x00"

    card = _Counted(answer=answer)
    with pytest.raises(CardAnswerBad):
        read_details(connected(card), practice_trust())
    assert len(card.commands) < 4000


def test_a_failure_of_the_moment_is_not_remembered() -> None:
    failing = True

    def answer(apdu: bytes) -> bytes | None:
        return b"\x6f\x00" if failing and apdu[1] == 0xA4 and b"E.SIGN" in apdu else None

    card, memory = _Counted(answer=answer), CardMemory()
    assert len(read_details(connected(card), practice_trust(), memory=memory).certificates) == 1
    failing = False
    assert len(read_details(connected(card), practice_trust(), memory=memory).certificates) == 2


def test_reading_leaves_no_transaction_behind() -> None:
    connection: CardConnection = connected(fresh_card())
    read_details(connection, practice_trust())
    read_details(connection, practice_trust())
