"""A FINEID card read and used, and the ways in which a card is not what it seems."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from kanta_desk.cards.details import read_details
from kanta_desk.cards.fineid import Key, opened
from kanta_desk.cards.signature import verify
from kanta_desk.errors import (
    CardAnswerBad,
    CardRemoved,
    CardUnknown,
    PinWrong,
    SignatureRejected,
)
from kanta_desk.model.people import CardType
from kanta_desk.practice import card_files
from kanta_desk.practice.authority import KeyKind, Purpose
from kanta_desk.practice.card import PRACTICE_PIN2, SoftwareCard
from kanta_desk.practice.people import ARCHIVIST, PRACTICE_CARDS, PracticeCard
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import (
    connected,
    fresh_card,
    issued,
    practice_pki,
    practice_trust,
    sign_challenge,
    sign_once,
)

_MESSAGE = b"message"


class _Changed(SoftwareCard):
    """A card some of whose answers are others."""

    def __init__(self, answers: dict[str, str]) -> None:
        super().__init__(issued(), ARCHIVIST.serial)
        self._answers = {bytes.fromhex(k): bytes.fromhex(v) for k, v in answers.items()}

    def process(self, apdu: bytes) -> bytes:
        """The changed answer to a command that begins so, else the card's own."""
        for beginning, answer in self._answers.items():
            if apdu.startswith(beginning):
                return answer
        return super().process(apdu)


@pytest.mark.parametrize("practice", PRACTICE_CARDS, ids=lambda card: card.name)
def test_each_practice_card_is_read_with_its_holder_and_type(practice: PracticeCard) -> None:
    details = read_details(connected(practice.make(practice_pki())), practice_trust())
    person = practice.person
    assert details.holder.name == f"{person.given_name} {person.surname}"
    assert details.holder.identifier == person.identifier
    assert details.holder.card_type is practice.card_type
    assert details.holder.card_serial == practice.serial
    assert [c.use for c in details.certificates] == ["authentication", "signature"]
    assert all(c.trusted and not c.problem for c in details.certificates)
    assert details.tries_left == (5, 5)


def test_reading_gives_no_pin_and_spends_no_try() -> None:
    card = fresh_card()
    read_details(connected(card), practice_trust())
    assert not card.is_given()
    assert card.tries_left() == 5


@pytest.mark.parametrize("kind", KeyKind)
@pytest.mark.parametrize("key", Key)
def test_both_keys_of_every_kind_sign_and_the_card_forgets_the_pin(kind: KeyKind, key: Key) -> None:
    card = fresh_card(kind)
    code = bytearray(b"1234" if key is Key.AUTHENTICATION else PRACTICE_PIN2.encode())
    made = sign_once(connected(card), key, code, _MESSAGE)
    verify(made.certificate.public_key, _MESSAGE, made.signature)
    with pytest.raises(SignatureRejected):
        verify(made.certificate.public_key, b"another message", made.signature)
    assert not card.is_given(card_files.PIN1)
    assert not card.is_given(card_files.PIN2)


def test_the_pins_are_never_taken_from_each_other() -> None:
    card = fresh_card()
    with pytest.raises(PinWrong) as told:
        sign_once(connected(card), Key.SIGNATURE, bytearray(b"1234"), _MESSAGE)
    assert told.value.pin == 2
    assert (card.tries_left(card_files.PIN1), card.tries_left(card_files.PIN2)) == (5, 4)


def test_a_card_whose_key_is_not_its_certificates_is_found_out() -> None:
    copied = dataclasses.replace(
        issued(), authentication_key=KeyKind.EC_P384.generate()
    )  # a stolen certificate on another card
    with pytest.raises(SignatureRejected):
        sign_challenge(connected(SoftwareCard(copied, "1")), bytearray(b"1234"), _MESSAGE)


@pytest.mark.parametrize(
    "atr",
    [
        "3BDF96008031FE450031B8640429ECC173940180829000DA",
        "3B7F9600008031B865B085050011122460829000",
        "3B00",
    ],
)
def test_a_card_of_another_model_is_sent_nothing(atr: str) -> None:
    card = SoftwareCard(issued(), "1", atr=bytes.fromhex(atr))
    with pytest.raises(CardUnknown) as told:
        sign_challenge(connected(card), bytearray(b"1234"), _MESSAGE)
    assert str(told.value.fields["detail"]).startswith(atr)
    assert card.tries_left() == 5


@pytest.mark.parametrize(
    "answers",
    [
        {"00A4040C0C": "6A82"},  # no application
        {"00200011": "63C5"},  # answers to the citizen card's reference
        {"00200003": "6A88"},  # to neither
    ],
)
def test_a_card_that_contradicts_its_atr_is_never_given_a_pin(answers: dict[str, str]) -> None:
    card = _Changed(answers)
    with pytest.raises(CardUnknown):
        sign_challenge(connected(card), bytearray(b"1234"), _MESSAGE)
    assert card.tries_left() == 5


def test_a_card_without_readable_issuer_or_signature_certificate_is_read_all_the_same() -> None:
    bare = dataclasses.replace(issued(), issuer=b"", signature=b"")
    details = read_details(connected(SoftwareCard(bare, "1")), practice_trust())
    assert [(c.use, c.trusted) for c in details.certificates] == [("authentication", True)]


def test_an_issuer_on_the_card_that_is_no_certificate_does_no_harm() -> None:
    odd = dataclasses.replace(issued(), issuer=bytes.fromhex("3003020101"))
    details = read_details(connected(SoftwareCard(odd, "1")), practice_trust())
    assert details.certificates[0].trusted


def test_a_card_without_an_authentication_certificate_is_refused() -> None:
    empty = dataclasses.replace(issued(), authentication=b"")
    with pytest.raises(CardAnswerBad):
        read_details(connected(SoftwareCard(empty, "1")), practice_trust())


@pytest.mark.parametrize("header", ["3082FFFF", "30800000", "04820100"])
def test_a_certificate_that_claims_a_senseless_length_is_refused(header: str) -> None:
    lying = dataclasses.replace(issued(), authentication=bytes.fromhex(header) + bytes(40))
    with pytest.raises(CardAnswerBad):
        read_details(connected(SoftwareCard(lying, "1")), practice_trust())


def test_certificates_with_problems_are_shown_with_them() -> None:
    now = datetime.now(UTC)
    swapped = practice_pki().issue_holder(
        CardType.STAFF, ARCHIVIST.person, purposes=(Purpose.SIGNATURE, Purpose.AUTHENTICATION)
    )
    details = read_details(connected(SoftwareCard(swapped, "1")), practice_trust(), now)
    assert [c.problem for c in details.certificates] == ["KD-3005", "KD-3005"]
    later = now + timedelta(days=3000)
    details = read_details(connected(fresh_card()), practice_trust(), later)
    assert [c.problem for c in details.certificates] == ["KD-3002", "KD-3002"]


def test_a_card_pulled_between_environment_and_signature_leaves_no_doubt() -> None:
    reader = SoftwareReader()

    class Pulled(SoftwareCard):
        def process(self, apdu: bytes) -> bytes:
            if apdu[1] == 0x2A:
                reader.remove()
            return super().process(apdu)

    card = Pulled(issued(), "1")
    reader.insert(card)
    with pytest.raises(CardRemoved):
        sign_challenge(reader.connect(READER), bytearray(b"1234"), _MESSAGE)
    assert not card.is_given()
    assert card.tries_left() == 5


def test_a_failure_between_pin_and_signature_still_resets_the_card() -> None:
    card = _Changed({"002A": "6F00"})
    with pytest.raises(CardAnswerBad):
        sign_challenge(connected(card), bytearray(b"1234"), _MESSAGE)
    assert not card.is_given()


def test_the_transaction_ends_when_its_user_fails() -> None:
    reader = SoftwareReader(patience=0)
    reader.insert(fresh_card())
    first = reader.connect(READER)
    with pytest.raises(ZeroDivisionError), opened(first, reset=False):
        raise ZeroDivisionError
    with opened(reader.connect(READER), reset=False) as card:
        assert card.tries_left() == (5, 5)
