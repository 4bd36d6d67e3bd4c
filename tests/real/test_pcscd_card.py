"""The card through the real smart-card service: found, read, signed with, shared, taken away."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kanta_desk.cards.challenge import challenge_message, verify_challenge
from kanta_desk.cards.details import read_details
from kanta_desk.cards.fineid import Key
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.errors import CardInUse, CardRemoved, NoCard, NoReader, PinWrong
from kanta_desk.practice import card_files
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import COSMO_X_ATR, PRACTICE_PIN2, SoftwareCard
from kanta_desk.practice.people import PRACTICE_CARDS, PracticeCard
from kanta_desk.practice.vpcd import VirtualReaderCard
from tests.helpers.cards import (
    PATIENCE,
    fresh_card,
    issued,
    practice_pki,
    practice_trust,
    sign_challenge,
    sign_once,
)
from tests.helpers.pcscd import READER, PcscService, await_empty, await_slot

pytestmark = pytest.mark.pcscd

_STATUS = bytes.fromhex("00200003")


@pytest.fixture(scope="module")
def service() -> Iterator[PcscService]:
    """One service for the whole module."""
    with PcscService() as running:
        yield running


@pytest.fixture
def virtual(service: PcscService) -> Iterator[VirtualReaderCard]:
    """The first virtual reader, empty."""
    with VirtualReaderCard() as reader:
        yield reader


@pytest.fixture
def source(service: PcscService) -> Iterator[PcscSource]:
    """A source that waits for another program only shortly."""
    opened = PcscSource(patience=0.2)
    yield opened
    opened.close()


def _put(virtual: VirtualReaderCard, source: PcscSource, card: SoftwareCard) -> SoftwareCard:
    """Insert ``card`` and wait until the service has noticed."""
    await_empty(source)
    virtual.insert(card)
    await_slot(source, lambda slot: slot.present)
    return card


def _tool(*command: str) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def test_other_programs_see_reader_and_card(virtual: VirtualReaderCard, source: PcscSource) -> None:
    _put(virtual, source, fresh_card())
    listed = next(line for line in _tool("opensc-tool", "-l").splitlines() if READER in line)
    assert listed.split()[:2] == ["0", "Yes"]
    atr = _tool("opensc-tool", "--reader", "0", "-a").strip().replace(":", "")
    assert bytes.fromhex(atr) == COSMO_X_ATR
    assert READER in _tool("pcsc_scan", "-r")


def test_opensc_does_not_take_the_card_for_something_it_is_not(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    card = _put(virtual, source, fresh_card())
    named = _tool("opensc-tool", "--reader", "0", "-n")
    assert "PIV" not in named
    assert card.tries_left() == 5


def test_opensc_finds_all_pkcs15_objects_where_it_takes_the_card_for_one_it_knows(
    virtual: VirtualReaderCard, source: PcscSource, tmp_path: Path
) -> None:
    old = bytes.fromhex("3B7B94000080621251 56 46696E454944")  # SetCOS 5.1, an old FINEID card
    card = _put(virtual, source, SoftwareCard(issued(KeyKind.RSA_2048), "1234", atr=old))
    if "SetCOS" not in _tool("opensc-tool", "--reader", "0", "-n"):
        pytest.skip("this OpenSC has no driver for SetCOS any more")
    told = _tool("pkcs15-tool", "--reader", "0", "--dump")
    for part in (
        "PIN [perustunnusluku]", "Reference      : 3 (0x03)", "min_len:4, max_len:8",
        "PIN [aktivointitunnusluku]", "unblockingPin", "Reference      : 18 (0x12)",
        "Private RSA Key [todentamis- ja salausavain]", "ModLength      : 2048",
        "Private RSA Key [allekirjoitusavain]", "Key ref        : 130 (0x82)",
        "Usage          : [0x200], nonRepudiation", "X.509 Certificate [Sote CA]",
        "Path           : 3f0050154331", "Path           : 3f0050164332",
    ):  # fmt: skip
        assert part in told, part
    _tool(
        "pkcs15-tool", "--reader", "0", "--read-certificate", "45", "-o", str(tmp_path / "read.pem")
    )
    read = x509.load_pem_x509_certificate((tmp_path / "read.pem").read_bytes())
    assert read.public_bytes(Encoding.DER) == issued(KeyKind.RSA_2048).authentication
    assert card.presented == 0


@pytest.mark.parametrize("practice", PRACTICE_CARDS, ids=lambda card: card.name)
def test_each_practice_card_signs_a_challenge_through_the_service(
    virtual: VirtualReaderCard, source: PcscSource, practice: PracticeCard
) -> None:
    card = _put(virtual, source, practice.make(practice_pki()))
    connection = source.connect(READER)
    details = read_details(connection, practice_trust())
    connection.close(reset=False)
    assert details.holder.identifier == practice.person.identifier
    assert all(certificate.trusted for certificate in details.certificates)
    message = challenge_message("test", "1", os.urandom(32), datetime.now(UTC), "0:00")
    connection = source.connect(READER)
    signed = sign_challenge(connection, bytearray(b"1234"), message)
    connection.close(reset=True)
    verify_challenge(signed)
    assert not card.is_given()


def test_a_signature_of_384_bytes_comes_through_whole(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    _put(virtual, source, fresh_card(KeyKind.RSA_3072))
    made = sign_once(
        source.connect(READER), Key.SIGNATURE, bytearray(PRACTICE_PIN2.encode()), b"message"
    )
    assert len(made.signature) == 384


def test_a_card_that_speaks_t0_alone_signs_as_well(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    # The same historical bytes without any offer of T=1: commands then carry no Le.
    atr = b"\x3b\x0d" + COSMO_X_ATR[-14:-1]
    _put(virtual, source, SoftwareCard(issued(), "1", atr=atr))
    connection = source.connect(READER)
    sign_challenge(connection, bytearray(b"1234"), b"message")
    connection.close(reset=True)


def test_a_wrong_pin_costs_exactly_one_try(virtual: VirtualReaderCard, source: PcscSource) -> None:
    card = _put(virtual, source, fresh_card())
    connection = source.connect(READER)
    with pytest.raises(PinWrong) as told:
        sign_challenge(connection, bytearray(b"9999"), b"message")
    connection.close(reset=True)
    assert told.value.tries_left == card.tries_left(card_files.PIN1) == 4


def test_no_other_program_finds_the_pin_given_after_us(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    _put(virtual, source, fresh_card())
    other = source.connect(READER)
    ours = source.connect(READER)
    sign_challenge(ours, bytearray(b"1234"), b"message")
    with pytest.raises(CardRemoved):  # the others are told of the reset …
        other.transmit(_STATUS)
    other.begin()  # … and may go on
    assert other.transmit(_STATUS) == (b"", 0x63C5)
    other.end(reset=False)
    ours.close(reset=True)  # resets nothing once more
    assert other.transmit(_STATUS) == (b"", 0x63C5)
    other.close(reset=False)


def test_while_another_program_holds_a_transaction_the_card_counts_as_in_use(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    card = _put(virtual, source, fresh_card())
    ours, other = source.connect(READER), source.connect(READER)
    other.begin()
    with pytest.raises(CardInUse):
        sign_challenge(ours, bytearray(b"1234"), b"message")
    with pytest.raises(CardInUse):
        source.connect(READER)
    other.end(reset=False)
    other.close(reset=False)
    # Those left waiting let the card go by themselves: the next one gets it.
    patient = PcscSource(patience=PATIENCE).connect(READER)
    sign_challenge(patient, bytearray(b"1234"), b"message")
    patient.close(reset=True)
    assert card.tries_left() == 5


def test_a_transaction_waits_patiently_for_the_other_programs_end(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    _put(virtual, source, fresh_card())
    other = source.connect(READER)
    ours = PcscSource(patience=PATIENCE).connect(READER)
    other.begin()
    waiting = threading.Thread(target=ours.begin)
    waiting.start()
    other.end(reset=True)
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
    assert ours.transmit(_STATUS) == (b"", 0x63C5)
    ours.end(reset=False)
    for connection in (ours, other):
        connection.close(reset=False)


def test_a_card_pulled_in_the_middle_is_told_as_removed_and_costs_no_try(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    class Pulled(SoftwareCard):
        def process(self, apdu: bytes) -> bytes:
            if apdu[1] == 0x22:
                virtual.remove()
            return super().process(apdu)

    card = _put(virtual, source, Pulled(issued(), "1"))
    connection = source.connect(READER)
    with pytest.raises(CardRemoved):
        sign_challenge(connection, bytearray(b"1234"), b"message")
    connection.close(reset=True)
    assert not card.is_given()
    assert card.tries_left() == 5


def test_a_swap_under_a_connection_is_noticed(
    virtual: VirtualReaderCard, source: PcscSource
) -> None:
    _put(virtual, source, fresh_card())
    connection = source.connect(READER)
    virtual.remove()
    _put(virtual, source, fresh_card())
    with pytest.raises(CardRemoved):
        connection.begin()
    connection.close(reset=False)


def test_what_is_missing_is_told(virtual: VirtualReaderCard, source: PcscSource) -> None:
    await_slot(source, lambda slot: not slot.present)
    with pytest.raises(NoCard):
        source.connect(READER)
    with pytest.raises(NoReader):
        source.connect("No such reader")
