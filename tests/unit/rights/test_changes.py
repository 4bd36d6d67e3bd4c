"""The canonical text of a change of rights: the same from both sides, and nothing else is read."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanta_desk.model.people import Role
from kanta_desk.model.rights import ChangeKind, Decision, Mandate, Revocation, RightsChange
from kanta_desk.rights.changes import decode, digest, encode, identified, plain
from tests.helpers.events import REGISTER
from tests.helpers.rights import BEGINS, LIISA, MANDATE, grant

CHANGE = identified(
    RightsChange(
        2,
        digest("edellinen"),
        ChangeKind.GRANT,
        REGISTER,
        (
            grant(role=Role.INVALIDATOR, basis=MANDATE, valid_to=date(2026, 12, 1)),
            grant(LIISA, Role.VIEWER),
        ),
        (Revocation("1-1", "väliaikainen"),),
        True,
    )
)

_texts = st.text(min_size=1, max_size=40).map(plain).filter(bool)
_days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
_bases = st.builds(Mandate, _texts, _texts, _days, _days) | st.builds(
    Decision, _texts, _days, _texts
)


def test_a_change_is_read_back_as_it_was_written() -> None:
    assert decode(encode(CHANGE)) == CHANGE


@given(name=_texts, basis=_bases, day=_days)
def test_whatever_its_texts_and_days(name: str, basis: Mandate | Decision, day: date) -> None:
    change = identified(
        RightsChange(
            1, "", ChangeKind.FIRST, REGISTER, (grant(name=name, basis=basis, valid_from=day),)
        )
    )

    assert decode(encode(change)) == change


def test_a_grant_s_id_is_the_change_s_number_and_its_place() -> None:
    assert [each.id for each in CHANGE.grants] == ["2-1", "2-2"]


def test_texts_are_kept_on_one_line_in_one_form() -> None:
    change = RightsChange(1, "", ChangeKind.FIRST, REGISTER, (grant(name="A\u0308iti\n =1+1 "),))

    assert decode(encode(change)).grants[0].name == "Äiti =1+1"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "{",
        "[]",
        "null",
        encode(CHANGE).replace('"schema":1', '"schema":2'),
        encode(CHANGE).replace('"invalidator"', '"king"'),
        encode(CHANGE).replace('"number":2', '"number":null'),
        encode(CHANGE).replace('"number":2', '"number": 2'),
        encode(CHANGE).replace(BEGINS.isoformat(), "2026-02-30"),
        encode(CHANGE).replace('"990000044"', '""'),
        encode(CHANGE).replace('"grants":[', '"more":1,"grants":['),
        json.dumps(json.loads(encode(CHANGE))),
    ],
)
def test_what_is_not_the_canonical_text_of_a_change_is_not_read(wrong: str) -> None:
    assert wrong != encode(CHANGE)

    with pytest.raises(ValueError, match="no change of rights"):
        decode(wrong)
