"""Table and card gone over together: whom to believe, and where a try is at stake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanta_desk.cards.pkcs15 import CertificateObject, Directory, KeyObject, PinObject
from kanta_desk.cards.plan import Plan, merge, place_of
from kanta_desk.cards.profile import Folder, Key, Layout, Place, profiles
from kanta_desk.model.cards import CardFactName, FactSource

_PIN1 = PinObject(b"1", "", 0x03, 1, False, False, False, 4, 8, 8, None)
_PIN2 = replace(_PIN1, id=b"2", reference=0x04)
_PUK = replace(_PIN1, id=b"3", reference=0x12, unblocking=True)
_KEY1 = KeyObject(b"K1", b"1", "", True, False, 0x01, 0, (0x5015,))
_KEY2 = KeyObject(b"K2", b"2", "", False, True, 0x82, 0, (0x5016,))
_CERTIFICATE1 = CertificateObject(b"K1", "", False, (0x5015, 0x4331))
_CERTIFICATE2 = CertificateObject(b"K2", "", False, (0x5016, 0x4332))
_WHOLE = Directory((_PIN1, _PIN2, _PUK), (_KEY1, _KEY2), (_CERTIFICATE1, _CERTIFICATE2))


def _layout(name: str) -> Layout:
    found = next(m.layout for m in profiles().models if m.layout and m.layout.name == name)
    assert found is not None
    return found


_SOTE = _layout("S4-2")


def _plan(directory: Directory, *answering: int, layout: Layout = _SOTE) -> Plan:
    return merge(layout, directory, lambda reference: reference in answering)


def _sources(plan: Plan) -> dict[CardFactName, FactSource]:
    return {fact.name: fact.source for fact in plan.facts}


def test_a_card_that_says_nothing_is_used_by_the_table() -> None:
    plan = _plan(Directory())
    assert plan.authentication.pin == _SOTE.pins[Key.AUTHENTICATION]
    assert plan.signature.references == (0x82,)
    assert set(_sources(plan).values()) == {FactSource.TABLE}
    assert all(fact.verified for fact in plan.facts)
    assert not plan.in_doubt


def test_a_card_that_says_what_the_table_says_is_told_so() -> None:
    plan = _plan(_WHOLE)
    assert set(_sources(plan).values()) == {FactSource.BOTH}
    assert plan.issuers == (Place(Folder.MASTER, 0x4333),)


def test_another_reference_is_believed_only_if_the_card_answers_for_it() -> None:
    moved = replace(_WHOLE, pins=(replace(_PIN1, reference=0x05, longest=6), _PIN2))
    believed = _plan(moved, 0x05)
    assert (believed.authentication.pin.reference, believed.authentication.pin.digits) == (
        5,
        (4, 6),
    )
    assert believed.in_doubt
    not_believed = _plan(moved)
    assert not_believed.authentication.pin == _SOTE.pins[Key.AUTHENTICATION]


@pytest.mark.parametrize("reference", [0x04, 0x12])
def test_the_reference_of_another_pin_is_never_believed(reference: int) -> None:
    lying = replace(_WHOLE, pins=(replace(_PIN1, reference=reference), _PIN2))
    plan = _plan(lying, 0x03, 0x04, 0x12)
    assert plan.authentication.pin.reference == 0x03


def test_a_padding_that_the_card_tells_against_a_verified_table_costs_no_try_but_is_told() -> None:
    padded = replace(_PIN1, needs_padding=True, stored=8, padding=0xFF)
    plan = _plan(replace(_WHOLE, pins=(padded, _PIN2)))
    assert plan.authentication.pin == _SOTE.pins[Key.AUTHENTICATION]
    assert plan.in_doubt
    assert not next(fact for fact in plan.facts if fact.name is CardFactName.PIN1).verified


def test_a_padding_that_the_card_tells_goes_before_a_table_that_is_not_verified() -> None:
    guessed = replace(_SOTE.facts["pin1"], verified=False)
    layout = replace(_SOTE, facts={**_SOTE.facts, "pin1": guessed})
    padded = replace(_PIN1, needs_padding=True, stored=8, padding=0xFF)
    rule = _plan(replace(_WHOLE, pins=(padded, _PIN2)), layout=layout).authentication.pin
    assert (rule.padded_to, rule.padding, rule.size(4)) == (8, 0xFF, 8)


@pytest.mark.parametrize(
    "said",
    [{"shortest": 0, "longest": 3}, {"shortest": 9}, {"needs_padding": True, "stored": 300}],
)
def test_lengths_that_make_no_sense_are_the_tables(said: dict[str, int]) -> None:
    odd = replace(_PIN1, **said)  # type: ignore[arg-type]
    rule = _plan(replace(_WHOLE, pins=(odd, _PIN2))).authentication.pin
    assert rule == _SOTE.pins[Key.AUTHENTICATION]


@pytest.mark.parametrize("kind", [0, 3, 4])
def test_a_pin_that_is_not_characters_is_not_given_at_all(kind: int) -> None:
    plan = _plan(replace(_WHOLE, pins=(replace(_PIN1, kind=kind), _PIN2)))
    assert not plan.authentication.pin_is_digits
    assert plan.signature.pin_is_digits
    assert plan.in_doubt


def test_a_local_reference_may_be_told_with_or_without_its_high_bit() -> None:
    citizen = _layout("S4-1 v4.0")
    local = replace(_PIN2, reference=0x02, local=True, needs_padding=True, stored=12, longest=12,
                    shortest=6, padding=0)  # fmt: skip
    plan = _plan(replace(_WHOLE, pins=(local,)), layout=citizen)
    assert plan.signature.pin == citizen.pins[Key.SIGNATURE]


def test_a_keys_own_reference_is_tried_before_the_tables() -> None:
    plan = _plan(replace(_WHOLE, keys=(replace(_KEY1, reference=0x07), _KEY2)))
    assert plan.authentication.references == (0x07, 0x01)
    assert _sources(plan)[CardFactName.KEY1] is FactSource.CARD


def test_of_several_keys_for_signing_in_the_one_is_taken_whose_certificate_the_table_knows() -> (
    None
):
    other = replace(_KEY1, id=b"K9", reference=0x09)
    elsewhere = CertificateObject(b"K9", "", False, (0x5016, 0x4333))
    plan = _plan(replace(_WHOLE, keys=(other, _KEY1), certificates=(elsewhere, _CERTIFICATE1)))
    assert plan.authentication.references[0] == 0x01


def test_a_certificate_that_lies_elsewhere_is_looked_for_there_first() -> None:
    moved = replace(_CERTIFICATE1, path=(0x5015, 0x4337))
    plan = _plan(replace(_WHOLE, certificates=(moved,)))
    assert plan.authentication.certificates == (
        Place(Folder.APPLICATION, 0x4337),
        Place(Folder.APPLICATION, 0x4331),
    )


def test_a_card_that_asks_consent_for_each_use_gets_the_pin_for_each_signature() -> None:
    assert not _plan(_WHOLE).signature.each_signature
    plan = _plan(replace(_WHOLE, keys=(_KEY1, replace(_KEY2, consent=1))))
    assert plan.signature.each_signature
    assert not plan.authentication.each_signature


def test_authorities_are_looked_for_where_the_card_says_after_the_table() -> None:
    authority = CertificateObject(b"CA", "", True, (0x4338,))
    plan = _plan(replace(_WHOLE, certificates=(authority,)))
    assert plan.issuers == (Place(Folder.MASTER, 0x4333), Place(Folder.MASTER, 0x4338))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((0x4333,), Place(Folder.MASTER, 0x4333)),
        ((0x5015, 0x4331), Place(Folder.APPLICATION, 0x4331)),
        ((0x5016, 0x4332), Place(Folder.SIGNING, 0x4332)),
        ((0x5015, 0x5016, 0x4332), Place(Folder.SIGNING, 0x4332)),
        ((0x5099, 0x4332), None),
        ((), None),
    ],
)
def test_paths_lead_to_the_folders_of_the_layout_or_nowhere(
    path: tuple[int, ...], place: Place | None
) -> None:
    assert place_of(path, _SOTE) == place
