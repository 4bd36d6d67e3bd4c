"""Cards of every layout, read and used by the same engine, each in its own way."""

from __future__ import annotations

import pytest

from kanta_desk.cards.details import read_details
from kanta_desk.cards.profile import Key
from kanta_desk.cards.signature import verify
from kanta_desk.cards.signing import open_signing
from kanta_desk.errors import PinAskedAgain, PinWrong, SignatureRejected
from kanta_desk.model.cards import CardFactName, FactSource
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, SoftwareCard
from kanta_desk.practice.card_dialect import (
    CITIZEN_3_1,
    CITIZEN_4_0,
    COSMO_X,
    IDEAL_CITIZ,
    Dialect,
)
from kanta_desk.practice.card_faults import Action, CommandName, Fault
from kanta_desk.practice.card_pkcs15 import Claims
from tests.helpers.cards import connected, issued, practice_trust, sign_once

_LAYOUTS = (COSMO_X, IDEAL_CITIZ, CITIZEN_4_0, CITIZEN_3_1)
_PINS = {Key.AUTHENTICATION: PRACTICE_PIN1, Key.SIGNATURE: PRACTICE_PIN2}


def _pin(key: Key) -> bytearray:
    return bytearray(_PINS[key].encode())


def _reference(dialect: Dialect, key: Key) -> int:
    return dialect.pin1 if key is Key.AUTHENTICATION else dialect.pin2


@pytest.mark.parametrize("dialect", _LAYOUTS, ids=lambda dialect: dialect.name)
def test_every_card_is_read_and_says_the_same_of_itself_as_the_table(dialect: Dialect) -> None:
    card = SoftwareCard(issued(), "12345", dialect=dialect)
    details = read_details(connected(card), practice_trust())
    assert details.tries_left == (5, 5)
    assert details.holder.card_serial == "12345"
    assert len(details.certificates) == 2
    assert all(certificate.trusted for certificate in details.certificates)
    assert {fact.source for fact in details.facts} == {FactSource.BOTH}
    assert {fact.name for fact in details.facts} == set(CardFactName)
    assert details.pin_digits == (dialect.pin_digits, dialect.pin2_digits)
    assert details.verified_profile is (dialect is not IDEAL_CITIZ)
    assert card.presented == 0


@pytest.mark.parametrize("kind", KeyKind)
@pytest.mark.parametrize("key", Key)
@pytest.mark.parametrize("dialect", _LAYOUTS, ids=lambda dialect: dialect.name)
def test_both_keys_of_every_kind_sign_on_every_layout(
    dialect: Dialect, key: Key, kind: KeyKind
) -> None:
    card = SoftwareCard(issued(kind), "1", dialect=dialect)
    code = _pin(key)
    made = sign_once(connected(card), key, code, b"message")
    verify(made.certificate.public_key, b"message", made.signature, made.algorithm)
    with pytest.raises(SignatureRejected):
        verify(made.certificate.public_key, b"another", made.signature, made.algorithm)
    assert not any(code)
    assert not card.is_given(_reference(dialect, key))
    assert card.presented == 1


@pytest.mark.parametrize("dialect", _LAYOUTS, ids=lambda dialect: dialect.name)
def test_a_wrong_pin_costs_one_try_of_that_pin_alone(dialect: Dialect) -> None:
    card = SoftwareCard(issued(), "1", dialect=dialect)
    with pytest.raises(PinWrong) as told:
        sign_once(connected(card), Key.SIGNATURE, bytearray(b"999999"), b"message")
    assert (told.value.pin, told.value.tries_left) == (2, 4)
    assert (card.tries_left(dialect.pin1), card.tries_left(dialect.pin2)) == (5, 4)


@pytest.mark.parametrize("dialect", _LAYOUTS, ids=lambda dialect: dialect.name)
def test_many_signatures_are_made_under_one_transaction(dialect: Dialect) -> None:
    card = SoftwareCard(issued(), "1", dialect=dialect)
    code = _pin(Key.SIGNATURE)
    messages = [b"first", b"second", b"third"]
    with open_signing(connected(card), code, Key.SIGNATURE) as signing:
        made = [signing.sign(message) for message in messages]
        each_anew = dialect in (CITIZEN_3_1, CITIZEN_4_0)
        assert any(code) is each_anew  # kept only where the card wants it again
    for message, signature in zip(messages, made, strict=True):
        verify(signing.certificate.public_key, message, signature.signature, signature.algorithm)
    assert card.presented == (3 if each_anew else 1)
    assert not any(code)
    assert not card.is_given(dialect.pin2)


def test_a_card_that_wants_its_pin_again_against_the_table_is_told_and_loses_nothing() -> None:
    card = SoftwareCard(issued(), "1", pin2_per_signature=True)
    with open_signing(connected(card), _pin(Key.SIGNATURE), Key.SIGNATURE) as signing:
        assert signing.sign(b"first").signature
        with pytest.raises(PinAskedAgain):
            signing.sign(b"second")
    assert card.presented == 1
    assert card.tries_left(COSMO_X.pin2) == 5
    assert not card.is_given(COSMO_X.pin2)


@pytest.mark.parametrize(
    "claims",
    [
        Claims(pin1_reference=0x04),  # PIN2's
        Claims(pin1_reference=0x12),  # the PUK's
        Claims(pin1_reference=0x55),  # of no PIN at all
    ],
)
def test_a_lying_card_is_never_given_a_pin_at_a_reference_that_is_not_its_own(
    claims: Claims,
) -> None:
    card = SoftwareCard(issued(), "1", claims=claims)
    sign_once(connected(card), Key.AUTHENTICATION, _pin(Key.AUTHENTICATION), b"message")
    assert card.presented == 1
    assert (card.tries_left(0x03), card.tries_left(0x04), card.tries_left(0x12)) == (5, 5, 5)


def test_a_card_that_lies_about_its_key_and_files_is_used_by_the_table() -> None:
    claims = Claims(
        authentication_key=0x77,
        authentication_path=bytes.fromhex("3F0050154399"),
        signature_path=bytes.fromhex("3F00501543"),
    )
    card = SoftwareCard(issued(), "1", claims=claims)
    for key in Key:
        assert sign_once(connected(card), key, _pin(key), b"message").signature
    details = read_details(connected(card), practice_trust())
    sources = {fact.name: fact.source for fact in details.facts}
    assert sources[CardFactName.KEY1] is FactSource.CARD
    assert sources[CardFactName.CERTIFICATE1] is FactSource.CARD
    assert sources[CardFactName.PIN1] is FactSource.BOTH


def test_the_length_that_a_card_tells_of_its_pin_goes_before_the_tables() -> None:
    card = SoftwareCard(issued(), "1", claims=Claims(pin_shortest=6, pin_longest=7))
    details = read_details(connected(card), practice_trust())
    assert details.pin_digits == ((6, 7), (6, 7))
    assert not details.verified_profile


@pytest.mark.parametrize("fill", [0x00, 0xFF])
def test_files_that_are_larger_than_what_is_in_them_are_read(fill: int) -> None:
    card = SoftwareCard(issued(), "1", claims=Claims(fill=700, filler=fill, signed_references=True))
    details = read_details(connected(card), practice_trust())
    assert {fact.source for fact in details.facts} == {FactSource.BOTH}


def test_a_pin_wanted_for_each_signature_is_not_given_again_once_it_was_refused() -> None:
    refused = Fault(CommandName.VERIFY, Action.STATUS, nth=2, status=0x63C4)
    card = SoftwareCard(issued(), "1", dialect=CITIZEN_4_0, faults=(refused,))
    code = _pin(Key.SIGNATURE)
    with open_signing(connected(card), code, Key.SIGNATURE) as signing:
        assert signing.sign(b"first").signature
        assert any(code)
        with pytest.raises(PinWrong):
            signing.sign(b"second")
        for _ in range(3):
            with pytest.raises(PinAskedAgain):
                signing.sign(b"third")
    assert not any(code)
    assert card.presented == 2
